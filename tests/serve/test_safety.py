"""The laws of safety, each held by a test: what letters and strangers must never do."""

from __future__ import annotations

import re
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

import letterbook
from letterbook.cli import door
from letterbook.model import LetterbookError
from letterbook.serve import safety, sessions
from letterbook.serve.pages import places
from letterbook.serve.settings import Settings, fits, hashed, is_loopback
from tests.serve.conftest import HOME, HOSTILE, Elements, said, token

WORDS = ("value", "title", "data-cited", "aria-label")
"""Attributes that are shown or read out, never followed."""
OURS = {"script": {"/static/room.js"}, "link": {"/static/room.css", "/static/mark.svg"}}


def pages(client: TestClient) -> dict[str, str]:
    """Every page that a visitor can walk to from the entrance, by its address."""
    held: dict[str, str] = {}
    ahead = ["/"]
    while ahead and len(held) < 240:
        at = ahead.pop(0)
        if at in held:
            continue
        answer = client.get(at)
        # of letters that tell of no day there is no timeline: that is said, and the page read too
        unwritten = at.startswith("/write/") and 'class="lead said"' in answer.text
        assert answer.status_code == 200 or (unwritten and answer.status_code in (400, 404)), at
        saved = "content-disposition" in answer.headers  # a file: no page of the room
        if "html" in answer.headers["content-type"] and not saved:
            held[at] = answer.text
            for _, attributes in Elements(answer.text).found:
                link = (attributes.get("href") or "").partition("#")[0]
                if link.startswith("/") and not link.startswith("/static"):
                    ahead.append(link)
    return held


# --- letters are hostile ------------------------------------------------------------------------


def test_nothing_of_a_letter_becomes_an_element(room, hostile):
    """On no page does a letter's markup open a script, a style, a picture, a frame or a link."""
    for address, page in pages(room(hostile)).items():
        for tag, attributes in Elements(page).found:
            assert tag not in ("style", "iframe", "object", "embed", "base"), (address, tag)
            if tag == "img":  # the picture of a timeline, which we draw
                assert re.match(r"/write/timeline[/?]", attributes["src"] or ""), address
            if tag in OURS:
                assert (attributes.get("src") or attributes.get("href")) in OURS[tag], address
            for name, value in attributes.items():
                assert not name.startswith("on"), (address, tag, name)
                assert name != "style", (address, tag)
                assert "javascript:" not in (value or "") or name in WORDS, address
            link = attributes.get("href") or attributes.get("action") or "/"
            assert link[0] in "/#", (address, link)


def test_the_words_of_a_hostile_letter_can_still_be_read(room, hostile):
    """What looks like markup is shown as the words it is; nothing of it is lost."""
    client = room(hostile)
    with letterbook.open(hostile, readonly=True) as book:
        id = next(x.id for x in book.list() if x.path.endswith("script.txt"))
    page = client.get(f"/letter/{id}").text
    shown = re.sub(r"<[^>]+>", "", page)
    for words in ("&lt;script&gt;alert(1)&lt;/script&gt;", "{{ 7*7 }}", "onerror=alert(2)"):
        assert words in shown


def test_signs_that_turn_a_line_round_are_named_not_sent(room, hostile):
    """Overrides, isolates and control signs never reach a page; Hebrew and Persian do."""
    whole = "".join(pages(room(hostile)).values())
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x07\x1b]", whole)
    assert "U+202E" in whole
    assert "שלום" in whole and "می\u200cخواهم" in whole


def test_a_huge_line_is_one_page_and_no_more(room, hostile):
    """A line of 270,000 letters gives a page of bounded size, with a way to the rest of it."""
    client = room(hostile)
    with letterbook.open(hostile, readonly=True) as book:
        id = next(x.id for x in book.list() if x.path.endswith("long.txt"))
    page = client.get(f"/letter/{id}").text
    assert len(page) < 200_000
    assert f"/letter/{id}?part=" in page


def test_json_holds_no_sign_that_turns_a_line_round(room, hostile):
    """Programs get the words whole, the signs as escapes."""
    client = room(hostile)
    for hit in client.get("/letters.json").json()["letters"]:
        assert not re.search("[\u202a-\u202e]", client.get(f"/letter/{hit['id']}.json").text)


# --- what every answer says ---------------------------------------------------------------------


def test_the_policy_lets_nothing_run_but_what_is_ours(room, heap):
    """Scripts, styles and fonts from here only; nothing inline, framed, or sent away."""
    policy = room(heap).get("/").headers["content-security-policy"]
    rules = {rule.split()[0]: rule.split()[1:] for rule in policy.split("; ")}
    assert rules["default-src"] == ["'none'"]
    assert rules["script-src"] == rules["style-src"] == rules["form-action"] == ["'self'"]
    assert rules["frame-ancestors"] == rules["base-uri"] == ["'none'"]
    assert "unsafe" not in policy and "data:" not in policy and "*" not in policy


@pytest.mark.parametrize("path", ["/", "/letters", "/nowhere", "/static/room.css", "/index.json"])
def test_every_answer_bears_the_headers(room, heap, path):
    """Also what is not found, what is JSON, and what lies in /static."""
    headers = room(heap).get(path).headers
    for name, value in safety.HEADERS.items():
        assert headers[name] == value


def test_no_page_holds_inline_style_or_script(room, heap):
    """The policy would stop them; the pages must not need it to."""
    for address, page in pages(room(heap, edit=True)).items():
        assert " style=" not in page, address
        assert not re.search(r"<script(?! src=)", page), address
        assert not re.search(r"<[^>]+\son\w+=", page), address


def test_nothing_is_loaded_from_elsewhere(room, heap):
    """No address of another machine stands in a page, the style sheet or the script."""
    client = room(heap)
    for path in ("/", "/letters", "/static/room.css", "/static/room.js"):
        loaded = re.findall(r'(?:src|href|url)[=(]"?(https?:)?//', client.get(path).text)
        assert not loaded, path


# --- strangers ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.2", "", "[::2]"]
)
def test_the_room_answers_under_its_own_names_only(room, heap, host):
    """A name elsewhere that leads here would let a page elsewhere read the letters."""
    assert room(heap).get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:8777", "[::1]:8777"])
def test_its_own_names_are_those_of_this_machine(room, heap, host):
    """With any port."""
    assert room(heap).get("/", headers={"host": host}).status_code == 200


def test_without_edit_nothing_can_be_written(room, own):
    """The forms are not there, their addresses are not there, and the file stays as it is."""
    client, before = room(own), own.read_bytes()
    with letterbook.open(own, readonly=True) as book:
        id = book.list()[0].id
    for path in (f"/letter/{id}/correct", "/people/identify", "/log/1/undo", "/sign-in"):
        answer = client.post(
            path, data={"field": "date", "value": "1900"}, headers={"origin": HOME}
        )
        assert answer.status_code in (404, 405), path
    assert "Correct this letter" not in client.get(f"/letter/{id}").text
    assert own.read_bytes() == before


def test_the_readers_connection_is_read_only(own):
    """Even our own code cannot write through the book that pages are given."""
    from letterbook.serve.shelf import Shelf

    book = Shelf(own).book()
    with pytest.raises(LetterbookError, match="reading only"):
        book.correct(book.list()[0].id, "date", "1900")
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        book._record._con.execute("DELETE FROM letter")


CORRECTION = {"field": "date", "value": "1957-01-01", "who": "Nora Vale"}


@pytest.mark.parametrize(
    "headers",
    [
        {},  # a browser always says where a form comes from
        {"origin": "https://evil.example"},
        {"origin": "http://localhost:9999"},  # another program on this machine
        {"origin": "null"},
        {"referer": "https://evil.example/localhost:8777"},
    ],
)
def test_a_correction_must_come_from_a_page_of_ours(room, own, headers):
    """Also with the right token, which a stranger does not have."""
    client = room(own, edit=True)
    id = client.get("/letters.json").json()["letters"][0]["id"]
    given = token(client.get(f"/letter/{id}/correct").text)
    path = f"/letter/{id}/correct"
    answer = client.post(path, data=CORRECTION | {"token": given}, headers=headers)
    assert answer.status_code == 403
    assert client.get("/log.json").json() == []


@pytest.mark.parametrize("given", ["", "0" * 64, "é", "x" * 5000])
def test_a_correction_must_hold_the_token(room, own, given):
    """The token is this visitor's: a guessed one, or none, is refused."""
    client = room(own, edit=True)
    id = client.get("/letters.json").json()["letters"][0]["id"]
    answer = client.post(
        f"/letter/{id}/correct", data=CORRECTION | {"token": given}, headers={"origin": HOME}
    )
    assert answer.status_code == 403
    assert client.get("/log.json").json() == []


def test_another_visitors_token_is_refused(room, own):
    """Tokens belong to a session."""
    one, other = room(own, edit=True), room(own, edit=True)
    id = one.get("/letters.json").json()["letters"][0]["id"]
    theirs = token(other.get(f"/letter/{id}/correct").text)
    one.get("/")
    path = f"/letter/{id}/correct"
    answer = one.post(path, data=CORRECTION | {"token": theirs}, headers={"origin": HOME})
    assert answer.status_code == 403


def test_the_cookie_is_for_us_alone(room, own):
    """No script can see it, no other site sends it along."""
    cookie = room(own, edit=True).get("/").headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie


def test_a_cookie_that_we_did_not_sign_opens_nothing(room, own):
    """A visitor cannot call himself signed in."""
    client = room(own, edit=True, password=hashed("open sesame"))
    client.cookies.set(sessions.COOKIE, "me+." + "0" * 64)
    id = client.get("/letters.json").json()["letters"][0]["id"]
    assert "Sign in to correct" in client.get(f"/letter/{id}/correct").text


# --- the password -------------------------------------------------------------------------------


def test_with_a_password_only_who_has_it_corrects(room, own):
    """Reading stays open; correcting opens with the right word."""
    client = room(own, edit=True, password=hashed("open sesame"))
    id = client.get("/letters.json").json()["letters"][0]["id"]
    path = f"/letter/{id}/correct"
    form = CORRECTION | {"token": token(client.get("/sign-in").text)}
    assert client.post(path, data=form, headers={"origin": HOME}).url.path == "/sign-in"
    wrong = said(client, "/sign-in", "/sign-in", password="open barley")
    assert wrong.status_code == 403
    right = said(client, "/sign-in", "/sign-in", password="open sesame")
    assert right.status_code == 303
    assert said(client, path, path, **CORRECTION).status_code == 303
    assert client.get("/log.json").json()[0]["value"] == "1957-01-01"


def test_passwords_cannot_be_tried_without_end(room, own):
    """After some wrong ones even the right one must wait."""
    client = room(own, edit=True, password=hashed("open sesame"))
    for _ in range(sessions.TRIES):
        assert said(client, "/sign-in", "/sign-in", password="barley").status_code == 403
    assert said(client, "/sign-in", "/sign-in", password="open sesame").status_code == 429


def test_a_password_is_kept_as_a_hash_only():
    """Two hashes of one word differ, each fits it, and no damaged one fits anything."""
    one, other = hashed("open sesame"), hashed("open sesame")
    assert one != other and "sesame" not in one
    assert fits("open sesame", one) and fits("open sesame", other)
    for kept in ("", "scrypt", "scrypt$$", "scrypt$!$!", one.replace("scrypt", "plain"), one[:-4]):
        assert not fits("open sesame", kept), kept


@pytest.mark.parametrize(("host", "alone"), [
    ("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("localhost", True),
    ("0.0.0.0", False), ("::", False), ("192.168.1.4", False), ("archive.example", False),
])  # fmt: skip
def test_what_is_loopback(host, alone):
    """Anything else may be reached by others."""
    assert is_loopback(host) is alone


def test_editing_for_others_needs_a_password(own):
    """`serve --edit` on an address that others reach is refused until a password is set."""
    asked = ["serve", "--edit", "--host", "0.0.0.0", "--book", str(own)]
    refused = CliRunner().invoke(door, asked)
    assert refused.exit_code == 1
    assert "--set-password" in refused.output
    named = ["serve", "--edit", "--name", "archive.example", "--book", str(own)]
    assert CliRunner().invoke(door, named).exit_code == 1


def test_set_password_keeps_a_hash_that_only_its_owner_reads(own):
    """The file beside the record; a short word is refused."""
    asked = ["serve", "--set-password", "--book", str(own)]
    assert CliRunner().invoke(door, asked, input="short\nshort\n").exit_code == 1
    done = CliRunner().invoke(door, asked, input="open sesame\nopen sesame\n")
    assert done.exit_code == 0
    file = own.with_name("letterbook.password")
    assert file.stat().st_mode & 0o077 == 0
    assert fits("open sesame", file.read_text())


# --- bounds -------------------------------------------------------------------------------------


def test_what_is_sent_is_bounded_in_size(room, own):
    """Said in advance, or found out on the way: over the bound nothing is taken."""
    client = room(own, edit=True)
    large = b"x" * (safety.BODY + 1)
    assert client.post("/check", content=large, headers={"origin": HOME}).status_code == 413
    pieces = (b"x" * 500_000 for _ in range(6))
    assert client.post("/check", content=pieces, headers={"origin": HOME}).status_code == 413
    odd = {"origin": HOME, "content-length": "-1"}
    assert client.post("/check", content=b"", headers=odd).status_code == 413


def test_what_is_sent_is_bounded_in_time(room, own, monkeypatch):
    """A body that dribbles is cut off."""
    import anyio

    monkeypatch.setattr(safety, "PATIENCE", 0.05)
    guard = safety.Guard(lambda *_: None, ["localhost"])  # type: ignore[arg-type]

    async def never() -> dict:
        await anyio.sleep(5)
        return {}

    async def ask() -> int:
        answer = await guard._whole(never)
        assert not isinstance(answer, bytes)
        return answer.status_code

    with ThreadPoolExecutor(1) as apart:  # a browser's test may have a loop running in this thread
        assert apart.submit(anyio.run, ask).result() == 408


def test_an_address_is_bounded(room, heap):
    """A query of megabytes is not parsed."""
    assert room(heap).get("/search?q=" + "x" * safety.ADDRESS).status_code == 414


def test_a_question_is_bounded_in_time(own):
    """SQLite is stopped, in words, and answers the next question as ever."""
    endless = (
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    )
    with letterbook.open(own, readonly=True) as book:
        begun = time.monotonic()
        longer = pytest.raises(LetterbookError, match="longer than it may")
        with longer, book.within(0.05), book._record._asking() as con:
            con.execute(endless).fetchone()
        assert time.monotonic() - begun < 20
        assert book.list(limit=1)


@pytest.mark.parametrize(
    "path", ["/static/../../schema.sql", "/static/%2e%2e/app.py", "/static//etc/passwd"]
)
def test_static_gives_static_files_only(room, heap, path):
    """No way leads out of its folder."""
    assert room(heap).get(path).status_code == 404


def test_every_hostile_letter_was_kept(hostile):
    """The tests above speak of all of them."""
    with letterbook.open(hostile, readonly=True) as book:
        assert len(book.sources()) == len(HOSTILE)


def test_forms_that_write_are_guarded():
    """Whatever takes a form and is not said to be harmless demands origin and token."""
    open_to_programs = {place.path for place in places(True) if place.writes and not place.guarded}
    assert open_to_programs == {"/check"}


def test_settings_reach_other_processes_whole(tmp_path: Path):
    """Book, hosts, password and secret, by way of the environment."""
    given = Settings(tmp_path / "a.db", True, ("localhost", "archive.example"), hashed("sesame"))
    assert Settings.loads(given.dumps()) == given
