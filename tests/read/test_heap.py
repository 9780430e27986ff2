"""Files and folders: what is recognised, what is refused, and that it is said."""

import io
import os
import stat
import tarfile
import zipfile

import pytest

from letterbook.model import Reading, Trouble
from letterbook.read import archive, heap, read_path, walk
from tests.read import seeds

EMPTY_ZIP = b"PK\5\6" + b"\0" * 18  # a zip without members
FORMATS = {"tei": seeds.TEI, "html": seeds.HTML, "markdown": seeds.MARKDOWN, "plain": seeds.PLAIN}


def read(folder, data, name="letter.txt", **kwargs):
    """The items of a document given as it is written here."""
    path = folder / "file"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read_path(path, name, **kwargs))


def troubles(items):
    """The troubles as they are printed."""
    return [str(item) for item in items if isinstance(item, Trouble)]


@pytest.mark.parametrize(("form", "text"), FORMATS.items())
@pytest.mark.parametrize("name", ["a.txt", "a", "a.xml", "a.html"])
def test_content_before_suffix(tmp_path, form, text, name):
    """A file is read by what it holds, whatever it is called."""
    if form == "plain" and name == "a.html":
        text = "Dear Osk"
    items = read(tmp_path, text, name)
    assert {item.source.format for item in items if isinstance(item, Reading)} == {form}


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("# Heading\n", "a.md", "markdown"),
        ("# Heading\n", "a.txt", "plain"),
        ("<p>Hello</p>", "a.html", "html"),
        ("<p>Hello</p>", "a.txt", "plain"),
        ("<Norhaven, 4 March>", "a.txt", "plain"),
        ("<?xml version='1.0'?><note>x</note>", "a.xml", "plain"),
        ("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body>x</body></html>",
         "a.xml", "html"),
        ("<TEI.2><text><body><p>x</p></body></text></TEI.2>", "a.xml", "tei"),
        ("<!-- c --><t:TEI xmlns:t='http://www.tei-c.org/ns/1.0'><t:text>x</t:text></t:TEI>",
         "a", "tei"),
    ],
)  # fmt: skip
def test_recognition(tmp_path, text, name, form):
    """The doubtful cases."""
    (reading,) = [r for r in read(tmp_path, text, name) if isinstance(r, Reading)]
    assert reading.source.format == form
    assert reading.source.path == name


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"%PDF-1.4 ...", "a.txt", "PDF is not read yet"),
        (b"hello", "a.docx", "Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "a", "Word"),
        (b"{\\rtf1 hello}", "a.txt", "Word"),
        (b"Return-Path: <a@b>\r\nFrom: c\r\n\r\nhello", "a.txt", "E-mail"),
        (b"hello", "a.mbox", "E-mail"),
        (b"\x89PNG\r\n\x1a\n....", "a.txt", "image"),
        (b"SQLite format 3\0....", "a.txt", "database"),
        (b"7z\xbc\xaf\x27\x1c", "a.7z", "Unpack"),
        (bytes(range(256)) * 20, "a.txt", "not a text"),
        (b"", "a.txt", "empty"),
        (b" \n\t", "a.txt", "empty"),
        (b"\xff\xfe \0", "a.txt", "empty"),
        (EMPTY_ZIP, "a.zip", "no files"),
        (b"<TEI.2><text></text></TEI.2>", "a.xml", "no words"),
    ],
)
def test_not_read(tmp_path, data, name, words):
    """What is not read says what it is and what to do."""
    (item,) = read(tmp_path, data, name)
    assert isinstance(item, Trouble)
    assert words in str(item)
    assert item.advice


def test_too_large(tmp_path):
    """A file over the limit is not read; the message names size, limit and the way out."""
    (item,) = read(tmp_path, b"x" * 3_000_000, limit=1_000_000)
    assert "3.0 MB" in str(item)
    assert "--max-size" in str(item)
    assert isinstance(read(tmp_path, b"x y " * 300_000, limit=2_000_000)[0], Reading)


def test_huge_text_in_parts(tmp_path):
    """Beyond two million characters a text is cut between paragraphs; nothing is lost."""
    text = "Dear Osk, the line holds.\n\n" * 100_000
    items = read(tmp_path, text)
    assert "".join(item.source.text for item in items) == text
    assert [item.source.where for item in items] == ["part 1", "part 2", "part 3"]
    assert all(item.source.text.startswith("Dear") for item in items)


def test_decoding_faults_are_findings(tmp_path):
    """A NUL is told of where it stood, with its line."""
    (item,) = read(tmp_path, b"Dear Chancellor,\nwe pro\0pose a line between our two capitals.\n")
    (finding,) = item.findings
    assert (finding.kind, finding.value.line) == ("trouble", 2)
    assert item.source.text[finding.span.start : finding.span.end] == "\ufffd"


def test_missing_pipe_and_folder(tmp_path):
    """What is no file, or not there, is trouble and does not hang."""
    os.mkfifo(tmp_path / "pipe")
    for name in ("pipe", "missing", "."):
        (item,) = read_path(tmp_path / name, name)
        assert isinstance(item, Trouble)


def test_changing_file(tmp_path, monkeypatch):
    """A file that changes while it is read is read once more, then given up."""
    path = tmp_path / "file"
    path.write_text("Dear Osk, one")
    opened = heap._opened
    grown: list[int] = []

    def growing(path, often):
        def open_and_grow(path):
            file = opened(path)
            if len(grown) < often:
                grown.append(1)
                path.write_text("Dear Osk, one" + " more" * len(grown))
            return file

        return open_and_grow

    # The first opening only looks at the signature.
    monkeypatch.setattr(heap, "_opened", growing(path, 2))
    (item,) = read_path(path, "file")
    assert isinstance(item, Reading)
    assert item.source.text.endswith("more more")
    grown.clear()
    monkeypatch.setattr(heap, "_opened", growing(path, 9))
    (item,) = read_path(path, "file")
    assert "changed" in str(item)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_unreadable(tmp_path):
    """A folder and a file that may not be read are told of; the rest is listed."""
    (tmp_path / "shut").mkdir()
    (tmp_path / "a").write_text("x")
    (tmp_path / "shut").chmod(0)
    (tmp_path / "a").chmod(0)
    items = list(walk([tmp_path]))
    (tmp_path / "shut").chmod(stat.S_IRWXU)
    assert [type(item).__name__ for item in items] == ["PosixPath", "Trouble"]
    assert isinstance(next(read_path(tmp_path / "a", "a")), Trouble)


def test_walk(tmp_path):
    """Sorted, hidden files and letterbooks passed over, loops and doubles read once."""
    for name in ("b/2.txt", "b/10.txt", "a.txt", ".hidden", "b/.git/x", "c.db", "c.db-wal", "z"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    (tmp_path / "b" / "again").symlink_to(tmp_path / "a.txt")
    (tmp_path / "broken").symlink_to(tmp_path / "nothing")
    items = list(walk([tmp_path, tmp_path / "z", tmp_path / "none"]))
    files = [
        item.relative_to(tmp_path).as_posix() for item in items if not isinstance(item, Trouble)
    ]
    assert files == ["a.txt", "b/10.txt", "b/2.txt", "z"]
    assert len(troubles(items)) == 2


# --- archives -----------------------------------------------------------------------------------


def zipped(*members, **kwargs):
    """A zip of (name, content)."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as parcel:
        for name, content in members:
            parcel.writestr(name, content)
    return data.getvalue()


def tarred(*members, mode="w"):
    """A tar of (name, content); without content, a link."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode=mode) as parcel:
        for name, content in members:
            info = tarfile.TarInfo(name)
            if content is None:
                info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
                parcel.addfile(info)
            else:
                info.size = len(content)
                parcel.addfile(info, io.BytesIO(content))
    return data.getvalue()


def paths(items):
    """The paths of the readings."""
    return [item.source.path for item in items if isinstance(item, Reading)]


@pytest.mark.parametrize("pack", [zipped, tarred, *(
    lambda *members, mode=mode: tarred(*members, mode=f"w:{mode}") for mode in ("gz", "bz2", "xz")
)])  # fmt: skip
def test_archives(tmp_path, pack):
    """Members are named behind the archive; hidden ones are passed over."""
    data = pack(("in/a.txt", b"Dear Osk"), (".b", b"no"), ("c.md", b"# Line"))
    assert paths(read(tmp_path, data, "parcel")) == ["parcel!in/a.txt", "parcel!c.md"]


def test_single_packed_file(tmp_path):
    """A packed letter is named after its archive."""
    import gzip

    items = read(tmp_path, gzip.compress(b"Dear Osk"), "in/osk.txt.gz")
    assert paths(items) == ["in/osk.txt.gz!osk.txt"]


@pytest.mark.parametrize("pack", [zipped, tarred])
@pytest.mark.parametrize("name", ["../up.txt", "/abs.txt", "a/../../b", "C:/x", "..\\x"])
def test_climbing_names(tmp_path, pack, name):
    """A name that climbs out is refused; the other members are read."""
    items = read(tmp_path, pack((name, b"bad"), ("good.txt", b"Dear Osk")), "p.zip")
    assert paths(items) == ["p.zip!good.txt"]
    assert len(troubles(items)) == 1


def test_links_in_a_tar(tmp_path):
    """A link is not followed."""
    items = read(tmp_path, tarred(("link", None), ("good.txt", b"Dear Osk")), "p.tar")
    assert paths(items) == ["p.tar!good.txt"]
    assert "link" in troubles(items)[0]


@pytest.mark.parametrize("pack", [zipped, lambda *members: tarred(*members, mode="w:gz")])
def test_bombs(tmp_path, pack):
    """Twenty megabytes of one letter are not unpacked to the end."""
    items = read(tmp_path, pack(("a.txt", b"Dear Osk"), ("bomb.txt", b"x" * 20_000_000)), "p")
    assert paths(items) == ["p!a.txt"]
    assert "200 times" in troubles(items)[0]


def test_nested_archives(tmp_path):
    """An archive in an archive is read, a third one inside is not."""
    inner = zipped(("a.txt", b"Dear Osk"))
    assert paths(read(tmp_path, zipped(("in.zip", inner)), "p")) == ["p!in.zip!a.txt"]
    (item,) = read(tmp_path, zipped(("mid.zip", zipped(("in.zip", inner)))), "p")
    assert "deep" in str(item)


def test_encrypted_damaged_double(tmp_path):
    """One bad member does not stop the others; two of one name are told apart."""
    with pytest.warns(UserWarning):
        data = bytearray(zipped(("a", b"Dear Osk"), ("a", b"Dear Varga"), ("b", b"Dear Bell")))
    data[data.rindex(b"PK\1\2") + 8] |= 1  # the flag of encryption
    items = read(tmp_path, bytes(data), "p")
    assert paths(items) == ["p!a", "p!a (2)"]
    assert "encrypted" in troubles(items)[0]


def test_cut_archives(tmp_path):
    """An archive that was cut off is told of; a tar gives what stood before the cut."""
    assert troubles(read(tmp_path, zipped(("a.txt", b"Dear Osk" * 99))[:-30], "p.zip"))
    data = tarred(("a.txt", b"Dear Osk"), ("b.txt", b"Dear Varga " * 2000))
    items = read(tmp_path, data[:2000], "p.tar")
    assert paths(items) == ["p.tar!a.txt"]
    assert troubles(items)


def test_too_many_members(tmp_path, monkeypatch):
    """The number of members is bounded."""
    monkeypatch.setattr(heap, "Allowance", lambda: archive.Allowance(members=3))
    items = read(tmp_path, zipped(*((f"{k}.txt", b"Dear Osk") for k in range(9))), "p.zip")
    assert len(paths(items)) == 3
    assert len(troubles(items)) == 1
