"""The shell door: what it prints, what it answers, what its exit codes say."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.cli.safe import dumps, safe
from letterbook.cli.words import count, cut
from tests.record.fake import letter

LETTER = {
    "id", "kind", "from", "to", "date", "earliest", "latest", "time", "stated", "inferred",
    "place", "number", "heading", "marking", "channel", "telegram", "inside", "file", "where",
    "source", "start", "end", "words",
}  # fmt: skip


def test_read_prints_a_page(heap):
    """Who, when, the calendar, what is lacking and why, what else there is, what to do next."""
    page = heap("read", "in", "--again").output
    assert page.startswith("3 letters in 4 files, 1962-12-19 to 1963-02-03\n")
    assert "2  Ana Vell → Jon Mar  (1 there, 1 back)" in page
    assert "1962-12-19  Ana Vell → Jon Mar  Vellmar" in page
    assert page.count("? → Jon Mar: ") == 2 and "perhaps Ana Vell" in page
    assert "history of the harbour" not in page and "other: no title (in/d.txt)" in page
    assert not any(line != line.rstrip() for line in page.splitlines())


def test_what_next_names_commands_that_work(heap):
    """Each command on the page runs and finds something."""
    page = heap("read", "in").output
    commands = [line.split(None, 1)[1] for line in page.partition("What next\n")[2].splitlines()]
    assert len(commands) == 3
    for command in commands:
        assert heap(*shlex.split(command)).exit_code == 0, command


def test_unchanged_is_said(heap, told):
    """The second reading leaves all alone; its JSON has the counts."""
    summary = told("read", "in")
    assert (summary["read"], summary["unchanged"], summary["book"]) == (0, 4, "letterbook.db")


def test_large_heaps_get_a_summary(run):
    """More letters than one reads on a page: years and correspondents."""
    Path("in").mkdir()
    parts = [letter(date=f"19{n % 3 + 60}-01-01") for n in range(70)]
    Path("in/a.txt").write_text("\n=====\n".join(parts))
    page = run("read", "in").output
    assert "70 letters in 1 file" in page and "By year" in page and "Calendar" not in page
    assert "  1960      24  " in page


def test_a_large_heap_read_again_in_vain_is_one_line(run):
    """Nothing new is said at once, without leafing through the whole record."""
    Path("in").mkdir()
    for n in range(61):
        Path(f"in/{n}.txt").write_text(letter())
    run("read", "in")
    assert run("read", "in").stdout == "Nothing new: 61 files unchanged\n"


def test_list_and_its_filters(heap, told):
    """A letter per line; JSON with every key; filters; nothing is exit code 1."""
    assert heap("list").output.splitlines()[0].startswith("1962-12-19  Ana Vell → Jon Mar")
    letters = told("list")
    assert [set(x) for x in letters] == [LETTER] * 3
    assert letters[0]["from"][0] == {
        "name": "Ana Vell", "office": "Regent", "acting_for": "", "ref": "", "address": ""
    }  # fmt: skip
    assert letters[2]["date"] == "" and letters[2]["earliest"] is None
    assert [x["place"] for x in told("list", "--from", "mar")] == ["Ost"]
    assert len(told("list", "--between", "Vell", "Mar", "--since", "1963")) == 1
    assert len(told("list", "--undated")) == 1
    assert len(told("list", "--in", "in", "--limit", "2")) == 2
    assert told("list", "--form", "other")[0]["file"] == "in/d.txt"
    assert "in/d.txt" in heap("list", "--form", "other").output
    nothing = heap("list", "--from", "nobody")
    assert (nothing.exit_code, nothing.stdout) == (1, "")
    assert told("list", "--from", "nobody") == []


def test_show_a_letter(heap, told):
    """Header, reading view, notes below."""
    page = heap("show", "a.txt").output
    assert "  From      Ana Vell, Regent\n" in page
    assert "Number    7" in page and "open[1]." in page
    assert "Notes\n  [1] n1 So says the Gazette." in page
    assert "open[n1]" in heap("show", "7", "--in", "a", "--raw").output
    data = told("show", "a.txt")
    assert set(data) == LETTER | {"text", "raw", "notes", "findings", "does", "undergoes"}
    sender = next(f for f in data["findings"] if f["kind"] == "sender")
    assert sender["words"] == "Ana Vell, Regent"
    assert sender["span"] == {"source": data["source"], "start": 6, "end": 22}
    assert sender["by"] == {"kind": "rule", "name": "fake", "version": "1"}
    assert set(sender) == {"id", "kind", "of", "span", "words", "value", "by", "because", "score"}


def test_show_a_source_that_is_no_letter(heap, told):
    """A history is shown, too."""
    assert "A history of the harbour." in heap("show", "d.txt").output
    assert told("show", "d.txt")["form"] == "other"


def test_evidence(heap):
    """Each field with its words, their line, who found it; candidates as perhaps."""
    page = heap("show", "a.txt", "--evidence").output
    assert "From\n  Ana Vell, Regent\n      “Ana Vell, Regent”, line 1; rule fake\n" in page
    page = heap("show", "c.txt", "--evidence").output
    assert "From\n  not stated\n  perhaps: Ana Vell\n" in page
    heap("correct", "c.txt", "from", "Ana Vell", "--who", "me")
    heap("correct", "a.txt", "from", "Eva Lund", "--who", "me")
    page = heap("show", "a.txt", "--evidence").output
    assert "Eva Lund\n      “Ana Vell, Regent”, line 1; says me" in page
    assert "overruled: Ana Vell, Regent" in page


def test_find(heap, told):
    """Hits with header, snippet, place; phrases from the shell's quotes; JSON; nothing is 1."""
    page = heap("find", "harbour").output
    assert "1962-12-19  Ana Vell → Jon Mar  Vellmar" in page
    assert "the *harbour* is" in page and "(in/a.txt:7)" in page
    assert heap("find", "harbour is", "open").exit_code == 0
    assert "*harbour is*" in heap("find", "harbour is", "open").output
    hits = told("find", "history harbour")
    assert hits[0]["letter"] is None and hits[0]["source"]["file"] == "in/d.txt"
    start, end = hits[0]["marks"][0]
    assert hits[0]["snippet"][start:end] == "history"
    assert heap("find", "nowhere").exit_code == 1
    assert heap("find", "--", "harbour", "-open").output.count("harbour") == 1


def test_correct_undo_log(heap, told):
    """What is said, by whom, why; taken back; and the log of both."""
    done = heap("correct", "a.txt", "date", "1962-12", "--why", "the seal", "--who", "me")
    assert (done.exit_code, "because the seal [in force]" in done.output) == (0, True)
    assert told("list")[0]["date"] == "1962-12"
    assert heap("undo", "1", "--who", "you").exit_code == 0
    entries = told("log")
    assert [e["state"] for e in entries] == ["undone", "in force"]
    assert [e["who"] for e in entries] == ["me", "you"] and entries[1]["undoes"] == 1
    assert "1962-12-19" in heap("list").output
    assert "undoes 1" in heap("log").output
    assert heap("correct", "a.txt", "from", "-").exit_code == 0
    assert told("show", "a.txt")["from"] == []


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["show", "zzzzz"], 1, "no letter"),
        (["show", "in"], 1, "fits 4"),
        (["list", "--since", "lately"], 1, "not a date"),
        (["correct", "a.txt", "mood", "good"], 1, "the fields are"),
        (["undo", "5"], 1, "no entry 5"),
        (["list", "--book", "none.db"], 1, "make one with"),
        (["list", "--book", "in/a.txt"], 1, "not a letterbook"),
        (["read", "nowhere"], 1, "1 file could not be read: nowhere"),
        (["read"], 2, "Missing argument"),
        (["show"], 2, "Missing argument"),
        (["find", "x", "--limit", "0"], 2, "limit"),
        (["dance"], 2, "No such command"),
    ],
)
def test_mistakes_are_said_in_words(heap, arguments, code, said):
    """The exit codes, and a message instead of a traceback."""
    done = heap(*arguments)
    assert (done.exit_code, said in done.stderr) == (code, True), done.output
    assert "Traceback" not in done.output


def test_one_torn_file_is_a_message_nothing_read_is_a_code(run):
    """Some trouble: 0 and said. Nothing but trouble: 1."""
    Path("in").mkdir()
    Path("in/a.txt").write_text("torn")
    assert run("read", "in").exit_code == 1
    Path("in/b.txt").write_text(letter())
    done = run("read", "in")
    assert done.exit_code == 0
    assert "in/a.txt:1: is torn. Mend it." in done.stdout
    assert "1 file could not be read" in done.stderr


def test_the_environment_names_the_book(heap, monkeypatch, told):
    """LETTERBOOK instead of --book."""
    monkeypatch.setenv("LETTERBOOK", "in/../letterbook.db")
    assert len(told("list")) == 3


def test_documents_cannot_steer_the_terminal(run):
    """Escapes and marks that turn the line round are shown, not sent."""
    evil = "\x1b[31mAna\u202e Vell\x07, Re\x9bgent"
    Path("a.txt").write_text(letter(sender=evil, body="Sir\x1b]0;x\x07, peace\u2066.", place="P\r"))
    run("read", "a.txt")
    outputs = [run(*arguments.split()).output for arguments in (
        "read a.txt --again", "list", "list --json", "show a.txt", "show a.txt --evidence",
        "show a.txt --raw", "show a.txt --json", "find peace", "find peace --json",
    )]  # fmt: skip
    for output in outputs:
        assert not set(output) & set("\x1b\x07\x9b\u202e\u2066\r")
    assert "␛[31mAna<U+202E> Vell" in outputs[1]


@given(st.text())
def test_safe_shows_everything_and_sends_nothing(text):
    """One line stays one line; JSON means the same."""
    assert safe(text).isprintable() or not safe(text).isascii()
    assert len(safe(text).splitlines()) <= 1
    meant = text.encode("utf-8", "replace").decode()
    assert json.loads(dumps([text])) == [meant]


@given(st.text(), st.integers(1, 9))
def test_cut_is_never_longer(words, size):
    """A cell keeps its width."""
    assert len(cut(words, size)) <= size
    assert count(size, "letter").endswith("letter" if size == 1 else "letters")


def letterbook(*arguments, **more):
    """The real command in a real process."""
    source = str(Path(__file__).parents[2] / "src")
    return subprocess.Popen(
        [sys.executable, "-m", "letterbook", *arguments],
        env={**os.environ, "PYTHONPATH": source}, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, **more,
    )  # fmt: skip


def test_a_real_process(tmp_path):
    """The command as installed, with the real reader: read, list."""
    words = "Washington, October 10, 1933\n\nMy dear Mr. President:\n\nSince the beginning.\n\n"
    (tmp_path / "a.txt").write_text(words + "Very sincerely yours,\n\nFRANKLIN D. ROOSEVELT\n")
    read = letterbook("read", "a.txt", cwd=tmp_path)
    assert read.communicate()[0].startswith("1 letter in 1 file, 1933-10-10")
    listed = letterbook("list", "--json", cwd=tmp_path)
    assert json.loads(listed.communicate()[0])[0]["date"] == "1933-10-10"
    assert listed.returncode == 0


def test_a_broken_pipe_is_silent(heap):
    """`letterbook list | head -1` says nothing more."""
    Path("in/big.txt").write_text("\n=====\n".join(letter() for _ in range(3000)))
    heap("read", "in")
    child = letterbook("list", "--json")
    child.stdout.readline()
    child.stdout.close()
    said = child.stderr.read()
    child.wait()
    assert said == ""


@pytest.mark.skipif(sys.platform == "win32", reason="sends SIGINT")
def test_stopped_with_control_c(run, tmp_path):
    """Exit code 130, a word on how far it came, and a record that goes on."""
    Path("in").mkdir()
    for n in range(60):
        Path(f"in/{n:02}.txt").write_text(letter(body="sea oak fog " * 20000))
    child = letterbook("read", "in", "--jobs", "2")
    while not Path("letterbook.db").exists() and child.poll() is None:
        time.sleep(0.02)
    time.sleep(0.4)
    if child.poll() is None:
        child.send_signal(signal.SIGINT)
        _, said = child.communicate(timeout=60)
        assert child.returncode in (0, 130), said
        assert "Traceback" not in said
        assert child.returncode == 0 or "kept so far. Read again to go on." in said
    assert run("read", "in").exit_code == 0
