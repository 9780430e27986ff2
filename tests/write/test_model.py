"""A model drafts, our check decides: against a small server on this machine."""

from __future__ import annotations

import http.server
import json
import shutil
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import letterbook
from letterbook.book import Book
from letterbook.book.drafting import KEY, MOST, URL, Draft, ask
from letterbook.cli import door
from letterbook.model import By, LetterbookError
from tests.conftest import ROOT

HISTORY = "a-line-reopened.txt"
TRUE = "On August 21, 1956, the guard-ship Jasva took four boats of Cresby on the Aske Bank."
QUOTED = (
    "The Premier wrote to Dolány on December 17: “If he is being kept as a hostage, then you"
    " have got the wrong Corder, and I ask you to let him go because it will do you no good to keep"
    " him.”"
)
FALSE_DAY = "On August 29, 1956, the guard-ship Jasva took four boats of Cresby on the Aske Bank."
INVENTED = "Tolmary paid the whole of the Harbor Loan in gold bars on the quay at Zaral."
ALTERED = "Tredway wrote of the talks, “They would bind us only to having spoken.”"
JUDGED = "The affair is a lasting monument to the folly of monarchs everywhere."


@dataclass
class Stub:
    """A server that answers what it is told to, and keeps what it was asked."""

    answer: str = ""
    status: int = 200
    raw: bytes | None = None
    to: str = ""
    asked: list[tuple[str, dict[str, str], Any]] = field(default_factory=list)

    def reply(self) -> bytes:
        """The answer in the protocol's shape, unless raw bytes are given."""
        shape = {"choices": [{"message": {"role": "assistant", "content": self.answer}}]}
        return json.dumps(shape).encode() if self.raw is None else self.raw


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stub]:
    """A model on this machine; the address is set, no key."""
    held = Stub()

    class Answering(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            size = int(self.headers["Content-Length"])
            held.asked.append((self.path, dict(self.headers), json.loads(self.rfile.read(size))))
            self.send_response(held.status)
            if held.to:
                self.send_header("Location", held.to)
            self.end_headers()
            self.wfile.write(held.reply())

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv(URL, f"http://127.0.0.1:{server.server_port}/v1/")
    monkeypatch.delenv(KEY, raising=False)
    for proxy in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(proxy, raising=False)
    yield held
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """A book that holds the sample's history."""
    folder = tmp_path_factory.mktemp("drafts")
    shutil.copy(ROOT / "examples" / "heap" / "afterwards" / HISTORY, folder / HISTORY)
    with letterbook.open(folder / "book.db") as opened:
        opened.read([folder / HISTORY], jobs=1)
        yield opened


def drafted(book: Book, stub: Stub, *sentences: str) -> Draft:
    """What becomes of a draft of these sentences."""
    stub.answer = "\n".join(f"- {sentence}" for sentence in sentences)
    return book.draft("quill-7", HISTORY)


# --- the check decides --------------------------------------------------------------------------


def test_what_the_letters_say_stands_with_its_place(book: Book, stub: Stub) -> None:
    """A sentence that is borne out is kept, pinned to the words that bear it out."""
    draft = drafted(book, stub, TRUE)
    [line] = list(draft.page.lines)
    assert line.text == TRUE and draft.struck == ()
    assert any("guard-ship Jasva" in draft.page.words[pin] for pin in line.pins)
    assert draft.by == By("model", "quill-7")


@pytest.mark.parametrize("false", [FALSE_DAY, INVENTED, ALTERED, JUDGED])
def test_what_they_do_not_say_is_struck_and_listed(book: Book, stub: Stub, false: str) -> None:
    """A wrong day, an invention, an altered quotation, a judgement: none of them stands."""
    draft = drafted(book, stub, TRUE, false)
    assert [line.text for line in draft.page.lines] == [TRUE]
    assert any(one.text in false for one in draft.struck)
    assert all(one.reason for one in draft.struck)
    assert "were struck" in draft.page.note and draft.struck[0].text in draft.page.note


def test_a_true_quotation_stands(book: Book, stub: Stub) -> None:
    """The words in marks stand in the source; the sentence keeps them."""
    kept = [line.text for line in drafted(book, stub, TRUE, QUOTED).page.lines]
    assert any("got the wrong Corder" in text for text in kept)


def test_everything_of_the_draft_stands_or_is_struck(book: Book, stub: Stub) -> None:
    """No sentence is lost between the two."""
    sentences = (TRUE, FALSE_DAY, INVENTED, QUOTED, ALTERED, JUDGED)
    draft = drafted(book, stub, *sentences)
    told = " ".join([*(x.text for x in draft.page.lines), *(x.text for x in draft.struck)])
    for sentence in sentences:
        assert sentence.split("“")[-1].rstrip("”.") in told


def test_headings_of_the_draft_are_dropped_without_a_word(book: Book, stub: Stub) -> None:
    """A heading says nothing that could be true or false."""
    stub.answer = f"## The boats\n\n{TRUE}\n"
    draft = book.draft("quill-7", HISTORY)
    assert all("The boats" not in one.text for one in draft.struck)


# --- what is sent -------------------------------------------------------------------------------


def test_only_the_chosen_passages_are_sent(book: Book, stub: Stub) -> None:
    """The passages of the brief, the model's name, an instruction; no key unless one is set."""
    drafted(book, stub, TRUE)
    [(path, headers, body)] = stub.asked
    assert path == "/v1/chat/completions" and body["model"] == "quill-7"
    sent = body["messages"][-1]["content"]
    brief = book.write("brief", HISTORY)
    assert all(line.text in sent for line in brief.lines)
    assert len(sent.split()) < 600
    assert "Authorization" not in headers


def test_the_key_goes_in_the_header(
    book: Book, stub: Stub, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nowhere else."""
    monkeypatch.setenv(KEY, "open-sesame")
    drafted(book, stub, TRUE)
    [(_, headers, body)] = stub.asked
    assert headers["Authorization"] == "Bearer open-sesame"
    assert "open-sesame" not in json.dumps(body)


def test_nothing_is_sent_without_the_option(book: Book, stub: Stub) -> None:
    """The address alone sends nothing."""
    book.write("brief", HISTORY)
    assert stub.asked == []


def test_a_server_that_points_elsewhere_is_not_followed(book: Book, stub: Stub) -> None:
    """The letters go to the address that was named, and nowhere else."""
    stub.status, stub.to = 307, "http://127.0.0.1:9/elsewhere"
    with pytest.raises(LetterbookError, match="307"):
        book.draft("quill-7", HISTORY)
    assert len(stub.asked) == 1


# --- what goes wrong ----------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["", "   ", "file:///etc/hosts", "localhost:8080"])
def test_without_an_address(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """The message says which variable to set."""
    monkeypatch.setenv(URL, address)
    with pytest.raises(LetterbookError, match=URL):
        ask("quill-7", "words")


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"<html>busy</html>", "not a chat completion"),
        (b'{"choices": []}', "not a chat completion"),
        (b'{"choices": [{"message": {"content": "   "}}]}', "answered nothing"),
        (b'{"choices": [{"message": {"content": 7}}]}', "answered nothing"),
        (b'"' + b"x" * (MOST + 10) + b'"', "longer than"),
    ],
)
def test_an_answer_that_is_none(stub: Stub, raw: bytes, message: str) -> None:
    """Whatever comes back, the message says what was wrong with it."""
    stub.raw = raw
    with pytest.raises(LetterbookError, match=message):
        ask("quill-7", "words")


def test_a_server_that_refuses(stub: Stub) -> None:
    """The status and its word."""
    stub.status = 401
    with pytest.raises(LetterbookError, match="answered 401"):
        ask("quill-7", "words")


def test_nobody_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """No server at the address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    monkeypatch.setenv(URL, f"http://127.0.0.1:{port}")
    with pytest.raises(LetterbookError, match="no answer"):
        ask("quill-7", "words")


# --- the shell door -----------------------------------------------------------------------------


def test_the_command_prints_what_stands_and_tells_what_was_struck(book: Book, stub: Stub) -> None:
    """What stands on standard output, what was struck beside it."""
    stub.answer = f"- {TRUE}\n- {INVENTED}\n"
    args = ["write", "brief", HISTORY, "--model", "quill-7", "--book", str(Path(book.path))]
    result = CliRunner().invoke(door, args)
    assert result.exit_code == 0, result.output
    assert "guard-ship Jasva" in result.stdout
    assert "struck, not found: Tolmary paid" in result.stderr


def test_a_timeline_is_not_drafted(book: Book, stub: Stub) -> None:
    """Only briefs are."""
    args = ["write", "timeline", "--model", "quill-7", "--book", str(book.path)]
    result = CliRunner().invoke(door, args)
    assert result.exit_code == 2 and "briefs only" in result.output
    assert stub.asked == []
