"""Acts are looked for when somebody asks for them: never half of them, never twice."""

from __future__ import annotations

import multiprocessing
import os
import random
import re
import sqlite3
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

import letterbook
from letterbook.link.look_for_acts import acts_through
from letterbook.model import LetterbookError
from letterbook.record import SCHEMA
from tests.record.dump import sound

ASKED = """Port Selm, 14 May 1957

Dear Mr. Farr,

I ask that your Government open the harbour of Ost to our boats before the spring.

Sincerely,

Irma Vell
"""
PROMISED = """Hollin, 2 June 1957

Dear Miss Vell,

I have your letter of May 14. We shall open the harbour of Ost to your boats on the first of March.

Sincerely,

Nathan Farr
"""


@pytest.fixture
def heap(tmp_path: Path) -> Path:
    """Two letters, each in a file, not yet read."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "asked.txt").write_text(ASKED, "utf-8")
    (folder / "promised.txt").write_text(PROMISED, "utf-8")
    return folder


@pytest.fixture
def path(heap: Path, tmp_path: Path) -> Path:
    """The record of the two, read and linked."""
    record = tmp_path / "kk.db"
    with letterbook.open(record) as book:
        book.read(heap, jobs=1)
    return record


def rows(path: Path, query: str = "SELECT * FROM findings WHERE kind = 'act'") -> list[tuple]:
    """What the record says to a query, straight from the file."""
    con = sqlite3.connect(path)
    try:
        return sorted(con.execute(query).fetchall(), key=repr)
    finally:
        con.close()


def acts(path: Path) -> list[tuple]:
    """The acts that the record holds: where, in which words, what, how sure."""
    return rows(path, "SELECT source, start, end, value, score FROM findings WHERE kind = 'act'")


def said(path: Path) -> set[str]:
    """The sentences that do something, as `matters` gives them."""
    with letterbook.open(path, readonly=True) as book:
        return {act.words for matter in book.matters(0.0) for act in matter.acts}


def test_reading_and_linking_leave_acts_alone(path: Path) -> None:
    """They cost as much as all the rest of linking, and many never ask for them."""
    assert acts(path) == []
    assert rows(path, "SELECT * FROM acted") == []


@pytest.mark.parametrize("readonly", [False, True])
def test_whoever_asks_for_matters_has_them_all(path: Path, readonly: bool) -> None:
    """Also through a book that was opened for reading only: finding is not changing."""
    with letterbook.open(path, readonly) as book:
        found = [act.words for matter in book.matters(0.0) for act in matter.acts]
    assert any("open the harbour of Ost to our boats" in words for words in found)
    assert any("We shall open the harbour" in words for words in found)
    assert len(acts(path)) >= 2


@pytest.mark.parametrize(
    "ask",
    [
        lambda book: book.matters(0.0),
        lambda book: book.matter("before the spring", 0.0),
        lambda book: book.due("1957-05-20", 0.0),
        lambda book: book.write("ledger"),
        lambda book: book.look_for_acts(),
    ],
    ids=["matters", "matter", "due", "ledger", "look_for_acts"],
)
def test_every_verb_that_speaks_of_acts_looks_for_them(
    path: Path, ask: Callable[[letterbook.Book], object]
) -> None:
    """No door shows a ledger from which a letter is missing."""
    with letterbook.open(path, readonly=True) as book:
        ask(book)
        assert book.look_for_acts() == 0
    assert len(rows(path, "SELECT * FROM acted")) == 2


def test_what_was_looked_for_is_not_looked_for_again(path: Path) -> None:
    """The second time costs nothing; a new letter costs itself."""
    with letterbook.open(path) as book:
        assert book.look_for_acts() == 2
        assert book.look_for_acts() == 0
        late = path.parent / "in" / "late.txt"
        late.write_text(PROMISED.replace("2 June", "9 June").replace("boats", "ships"), "utf-8")
        book.read(late, jobs=1)
        assert book.look_for_acts() == 1
    assert any("to your ships" in words for words in said(path))


def test_only_the_letters_that_are_meant_are_looked_through(path: Path) -> None:
    """Who asks for one file of a large record waits for that file."""
    with letterbook.open(path) as book:
        assert book.look_for_acts(within="in/asked.txt") == 1
        assert book.look_for_acts(within="in/asked.txt") == 0
        assert {act.told_by for m in book.matters(0.0) for act in m.acts} == {
            letter.id for letter in book.list()
        }  # and who then asks for all has all


def test_a_file_read_again_is_looked_through_again(path: Path) -> None:
    """Its acts go with its old text, and come from the new one."""
    before = said(path)
    (path.parent / "in" / "asked.txt").write_text(ASKED.replace("boats", "ferries"), "utf-8")
    with letterbook.open(path) as book:
        book.read(path.parent / "in", jobs=1)
    after = said(path)
    assert any("ferries" in words for words in after - before)
    assert any("our boats" in words for words in before - after)


def test_another_version_looks_again_and_doubles_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A better judge of acts has his say on every letter; the old findings go."""
    said(path)
    before = acts(path)
    monkeypatch.setattr("letterbook.book.acting.version", lambda: "next")
    with letterbook.open(path) as book:
        assert book.look_for_acts() == 2
    assert acts(path) == before
    assert {row[1] for row in rows(path, "SELECT * FROM acted")} == {"next"}


def test_a_record_of_the_time_when_linking_found_acts(path: Path) -> None:
    """Its acts are looked for once more and stand there once."""
    said(path)
    before = acts(path)
    con = sqlite3.connect(path)
    layer = files("letterbook.record").joinpath("acts.sql").read_text("utf-8")
    for what in re.findall(r"CREATE (TABLE|INDEX) (?:IF NOT EXISTS )?(\w+)", layer):
        con.execute(f"DROP {' '.join(what)}")
    con.execute("PRAGMA user_version = 2")
    con.close()
    with letterbook.open(path, readonly=True) as book:
        assert book.look_for_acts() == 2
    assert acts(path) == before
    assert rows(path, "PRAGMA user_version") == [(SCHEMA,)]


def test_a_record_that_cannot_be_written_says_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A ledger with half of the promises is not shown: what to do instead is."""

    def refuse(where: Path) -> None:
        raise LetterbookError(f"{where}: may not be written; copy it to a folder of yours")

    with letterbook.open(path, readonly=True) as book:
        monkeypatch.setattr("letterbook.book.acting.Record", refuse)
        with pytest.raises(LetterbookError, match="2 of its letters ask and promise") as told:
            book.due()
        assert "copy it to a folder of yours" in str(told.value)
    monkeypatch.undo()
    said(path)
    monkeypatch.setattr("letterbook.book.acting.Record", refuse)
    assert said(path)  # once they are there, nothing needs to be written


def test_one_letter_that_cannot_be_judged_stops_no_other(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is noted as trouble with its file; the other's acts are found."""
    whole = acts_through

    def stumble(source, findings):
        if "promised" in source.path:
            raise ValueError("no such turn")
        return whole(source, findings)

    monkeypatch.setattr("letterbook.book.acting.acts_through", stumble)
    with letterbook.open(path) as book:
        book.look_for_acts(jobs=1)
        (trouble,) = book.troubles()
    assert trouble.path == "in/promised.txt" and "no such turn" in trouble.problem
    assert {row[1] for row in rows(path)} == {"in/asked.txt"}


def test_who_waits_is_told_how_far_it_is(path: Path) -> None:
    """The last word is that all are done."""
    told: list[tuple[int, int]] = []
    with letterbook.open(path) as book:
        book.look_for_acts(lambda done, of: told.append((done, of)))
    assert told == [(2, 2)]


def look(path: Path) -> None:
    """Look for acts, in a process that will not live to the end."""
    with letterbook.open(path) as book:
        book.look_for_acts(jobs=1)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked processes")
def test_killed_while_acts_are_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever was kept is whole, and asking again gives what one undisturbed look gives."""
    monkeypatch.setattr("letterbook.record.writing.BATCH", 0.0)  # commit each source
    folder, whole, record = tmp_path / "in", tmp_path / "whole.db", tmp_path / "kk.db"
    folder.mkdir()
    for n in range(60):
        asked = ASKED.replace("spring", f"spring of {1958 + n}")
        body = f"{asked}\n\n{'It is a plain day. ' * 99}"
        (folder / f"{n:02}.txt").write_text(body, "utf-8")
    for path in (whole, record):
        with letterbook.open(path) as book:
            book.read(folder, jobs=1)
    begun = time.monotonic()
    look(whole)
    span, dice = time.monotonic() - begun, random.Random(5)
    context = multiprocessing.get_context("fork")
    kills = 0
    while kills < 12:
        child = context.Process(target=look, args=(record,))
        child.start()
        child.join(dice.uniform(0, span * 0.4))
        kills += child.is_alive()
        child.kill()
        child.join()
        assert sound(record)
        done = {row[0] for row in rows(record, "SELECT id FROM acted JOIN source ON nr = source")}
        assert {row[0] for row in acts(record)} <= done
    look(record)
    assert acts(record) == acts(whole) != []
