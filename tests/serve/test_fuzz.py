"""Any address, any query, any form: the room answers, and never with a fault of its own."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

import letterbook
from letterbook.serve import Settings, application
from letterbook.serve.pages import places
from letterbook.serve.pages.place import FILTERS
from tests.serve.conftest import HOME, token

SOME = settings(max_examples=150, suppress_health_check=list(HealthCheck))
NASTY = st.sampled_from([
    "", "0", "-1", "99999999999999999999", "1e9", "NaN", "null", "[]", "{}", "%", "%00", "\x00",
    "'", '"', "\\", "';--", "' OR 1=1 --", "../../etc/passwd", "<script>", "{{7*7}}", "${7*7}",
    "\u202e", "\ud7ff", "\U0001f4dc", "a" * 3000, "(" * 500, "* OR *", "NEAR(", '"' * 99, "- -",
    '"a b"~99', '"a"~0', "~5", "a*", "*", "OR", "OR OR", "1957-02-30", "0000", "9999-12-31",
    "1957/1956", "1-2", "5-1", "0-99999999", "١٢", "²", "\n", "\r\nSet-Cookie: a=b", "head:line",
])  # fmt: skip
VALUES = st.one_of(NASTY, st.text(max_size=40))
OTHERS = "q page part at evidence form kind undated id within exchange".split()
NAMES = st.sampled_from([name for name, _ in FILTERS] + OTHERS)


@cache
def clients(path: Path) -> tuple[TestClient, tuple[str, ...]]:
    """A room that may be corrected, and ids that are there."""
    client = TestClient(application(Settings(path, edit=True)), base_url=HOME)
    with letterbook.open(path, readonly=True) as book:
        ids = [letter.id for letter in book.list()] + [who.party.id for who in book.people()]
    return client, tuple(ids)


@pytest.fixture(scope="module")
def record(heap: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy that the fuzzer may correct as it likes."""
    with letterbook.open(heap) as book:
        book.close()
    copy = tmp_path_factory.mktemp("fuzz") / "own.db"
    copy.write_bytes(heap.read_bytes())
    return copy


READ = [place for place in places(True) if not place.writes]
SENT = [place for place in places(True) if place.writes]


def filled(path: str, parts: list[str]) -> str:
    """An address with its parts in braces filled."""
    for part in parts:
        start, end = path.find("{"), path.find("}")
        if start >= 0:
            path = path[:start] + quote(part, safe="", errors="replace") + path[end + 1 :]
    return path


@SOME
@given(
    st.sampled_from(READ), st.data(), st.lists(VALUES, min_size=3, max_size=3),
    st.dictionaries(NAMES, VALUES, max_size=4), st.sampled_from(["", ".json"]),
)  # fmt: skip
def test_any_address_is_answered(record, place, data, parts, query, end):
    """Found, not found, refused: but never a fault."""
    client, ids = clients(record)
    if data.draw(st.booleans()):
        parts = [data.draw(st.sampled_from(ids)) for _ in parts]
    asked = "&".join(f"{k}={quote(v, safe='', errors='replace')}" for k, v in query.items())
    address = filled(place.path, parts) + end + (f"?{asked}" if asked else "")
    answer = client.get(address, follow_redirects=False)
    assert answer.status_code < 500, (address, answer.text)
    assert "content-security-policy" in answer.headers
    assert "\n" not in answer.headers.get("location", "")


@SOME
@given(
    st.sampled_from(SENT), st.data(),
    st.dictionaries(st.sampled_from(["field", "value", "why", "name", "into", "within", "text",
                                     "claims", "file", "password"]), VALUES, max_size=6),
)  # fmt: skip
def test_any_form_is_answered(record, place, data, form):
    """Taken or refused in words, with the right token or a wrong one."""
    client, ids = clients(record)
    given_ = token(client.get(f"/letter/{ids[0]}/correct").text)
    form |= {"token": data.draw(st.sampled_from([given_, "", "x"])), "who": "Nora Vale"}
    if "field" in form and data.draw(st.booleans()):
        form["field"] = data.draw(st.sampled_from(["sender", "date", "place", "answers", "same"]))
    path = filled(place.path, [data.draw(st.sampled_from([*ids[:20], "1", "nobody"])), "1"])
    answer = client.post(path, data=form, headers={"origin": HOME}, follow_redirects=False)
    assert answer.status_code < 500, (path, form)


@SOME
@given(st.binary(max_size=300), st.sampled_from([
    "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x",
    "application/json", "", "text/plain; charset=nothing",
]))  # fmt: skip
def test_any_body_is_answered(record, body, type):
    """Also what is no form at all."""
    client, _ = clients(record)
    headers = {"origin": HOME, "content-type": type}
    assert client.post("/check", content=body, headers=headers).status_code < 500


@SOME
@given(st.dictionaries(
    st.sampled_from(["accept", "cookie", "if-none-match", "referer", "origin", "range", "host"]),
    st.one_of(st.sampled_from(["*/*", "application/json", "letterbook=", "letterbook=.", "bytes=0-",
                               "letterbook=é.x", "http://[", "//", "localhost:x"]),
              st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=30)), max_size=3,
))  # fmt: skip
def test_any_header_is_answered(record, headers):
    """Whatever a browser, or something else, may say."""
    client, _ = clients(record)
    raw = {name: words.encode("latin-1") for name, words in headers.items()}
    for path in ("/", "/letters", "/static/room.css"):
        assert client.get(path, headers=raw).status_code < 500
    assert client.post("/check", content=b"", headers=raw).status_code < 500
