"""Whatever a file holds, reading it never fails and its findings point into its text."""

import gzip
import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letterbook.model import Finding, Marker, Reading, Trouble
from letterbook.read import read_path
from tests.read import seeds

QUIET = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def _zip():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", seeds.TEI)
        archive.writestr("b.txt", seeds.PLAIN)
    return data.getvalue()


SEEDS = {
    "a.xml": seeds.TEI.encode(), "a.html": seeds.HTML.encode(), "a.md": seeds.MARKDOWN.encode(),
    "a.txt": seeds.PLAIN.encode("utf-16"), "a.zip": _zip(),
    "a.gz": gzip.compress(seeds.TEI.encode()),
}  # fmt: skip
PIECES = [b"<", b">", b"&", b"</div>", b"<note>", b"&#0;", b"&#xD800;", b"\0", b"\xff", b"---\n",
          b"]]>",
          b'"', b"<div type='document'>", b"<!--", b"<![CDATA[", b"[^1]", b"```\n", b"\xe2\x80",
          b"\r",
          b"</text>", b"<lb/>", b"<pb n='9'/>", b"<del>", b"<sic>", b"<pre>", b"<li>", b"<table>",
          b"\xc2\x85", b"\x0c", b"<cell/>", b"</head>", b"{", b": ", b"- "]  # fmt: skip


def check(path, name):
    """Read twice: the same items, and every finding inside its text."""
    items = list(read_path(path, name))
    assert items == list(read_path(path, name))
    assert items
    for item in items:
        assert isinstance(item, Reading | Trouble)
        if isinstance(item, Reading):
            check_reading(item)
    places = [(i.source.path, i.source.where) for i in items if isinstance(i, Reading)]
    assert len(set(places)) == len(places)


def check_reading(reading):
    """The text can be kept, and what is said of it points into it."""
    text = reading.source.text
    text.encode()
    assert "\0" not in text
    assert text.strip()
    for finding in reading.findings:
        assert isinstance(finding, Finding)
        repr(finding.value).encode()
        spans = [finding.span, *finding.because]
        if isinstance(finding.value, Marker) and finding.value.note:
            spans.append(finding.value.note)
        for span in spans:
            assert span.source == reading.source.id
            assert 0 <= span.start <= span.end <= len(text)


@QUIET
@given(st.binary(max_size=600))
def test_random_bytes(tmp_path, data):
    """Random bytes under any name."""
    path = tmp_path / "file"
    path.write_bytes(data)
    for name in ("a.txt", "a.xml", "a.html", "a.md", "a"):
        check(path, name)


@pytest.mark.parametrize("name", SEEDS)
@QUIET
@given(data=st.data())
def test_mutated_documents(tmp_path, name, data):
    """Documents of each format, cut, doubled, and with things put in."""
    content = bytearray(SEEDS[name])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content)))
        to = min(len(content), at + data.draw(st.integers(0, 60)))
        content[at:to] = data.draw(
            st.sampled_from([b"", *PIECES]) | st.binary(max_size=4) | st.just(content[at:to] * 2)
        )
    path = tmp_path / "file"
    path.write_bytes(content)
    check(path, name)
