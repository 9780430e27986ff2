"""Matters as they are kept: gathered once, looked up after; what changes them, who may write."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

import letterbook
from letterbook.book import Book
from letterbook.link import kept_matters
from letterbook.link.course import all_matters
from letterbook.link.gathering import gathered_again
from letterbook.model import LetterbookError
from letterbook.record import Filters, Record
from letterbook.record.gathered import Again
from tests.cli.test_matters import ANSWER, ASKED
from tests.record.fake import letter

MORE = letter(
    "Ana Vell, Regent of Tolmary", "Jon Mar, Regent of Orvane", "1963-03-01", "Ost",
    "Dear Madam,\n\nI ask that the harbour of Ost be closed to the trawlers of your Government.",
)  # fmt: skip


@pytest.fixture
def heap(tmp_path: Path) -> Path:
    """A folder with a letter that asks and proposes, and its answer."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(ASKED)
    (folder / "b.txt").write_text(ANSWER)
    return folder


@pytest.fixture
def book(heap: Path, tmp_path: Path) -> Iterator[Book]:
    """The two letters, read."""
    with letterbook.open(tmp_path / "book.db") as opened:
        opened.read([heap], jobs=1)
        yield opened


@pytest.fixture
def gatherings(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one whenever the matters are gathered anew."""
    times: list[int] = []

    def counted(record: Record, version: str) -> Again:
        times.append(1)
        return gathered_again(record, version)

    monkeypatch.setattr(kept_matters, "gathered_again", counted)
    return times


def test_what_is_kept_is_what_was_gathered(book: Book) -> None:
    """Matters and their courses come back as they were: acts, terms, sides, outcomes."""
    book.look_for_acts()
    gathered = all_matters(book._record)
    kept = book.matters(0.0)
    assert len(kept) == len(gathered)
    for one, other in zip(kept, gathered, strict=True):
        assert (one.id, one.title, one.sides) == (other.id, other.title, other.sides)
        assert [a.words for a in one.acts] == [a.words for a in other.acts]
        assert [(a.act, a.span, a.day, a.side) for a in one.acts] == [
            (a.act, a.span, a.day, a.side) for a in other.acts
        ]


def test_matters_are_gathered_once(book: Book, gatherings: list[int]) -> None:
    """Looking again, at one, or at what is due costs no gathering."""
    first = list(book.matters())
    assert list(book.matters()) == first and book.matters()[0] == first[0]
    book.matter(first[0].id)
    list(book.due())
    assert len(gatherings) == 1


def test_a_new_letter_or_a_word_of_a_person_gathers_anew(
    book: Book, heap: Path, gatherings: list[int]
) -> None:
    """What is kept is never older than the record."""
    before = len(book.matters(0.3))
    (heap / "c.txt").write_text(MORE)
    book.read([heap], jobs=1)
    assert any("trawlers" in a.words for m in book.matters(0.0) for a in m.acts)
    assert len(gatherings) == 2
    assert len(book.matters(0.3)) >= before
    book.place(book.matters()[0].id, "Water")
    assert book.matter("Water")[0].named
    assert len(gatherings) == 3


def test_filters_show_what_the_letters_say(book: Book) -> None:
    """Only the acts of the letters that are let through, under the title that all of them gave."""
    every = {m.id: m.title for m in book.matters(0.3)}
    some = list(book.matters(0.3, sender="Vell"))
    assert some and all(every[m.id] == m.title for m in some)
    letters = {x.id for x in book.list(sender="Vell")}
    assert {a.told_by for m in some for a in m.acts} <= letters
    assert len(book.matters(0.3, sender="Nobody")) == 0


def test_as_a_sequence(book: Book) -> None:
    """Slices, places from the end and the length are those of a list."""
    held = book.matters(0.0)
    every = list(held)
    assert held[0] == every[0] and held[-1] == every[-1] and held[0:2] == every[0:2]
    assert len(held) == len(every)
    due = book.due(least=0.5)
    assert [o.outcome.act.words for o in due] == [due[n].outcome.act.words for n in range(len(due))]
    assert due[0:1] == list(due)[0:1]


@pytest.mark.parametrize("day", ["", "1962-12-20", "1963-02-03", "1963-06-01", "1950-01-01"])
def test_due_on_a_day_is_what_following_all_tells(book: Book, day: str) -> None:
    """The short way (kept days) and the long one (all courses followed) tell the same."""
    short = [(o.by, o.outcome.act.words) for o in book.due(day)]
    long = [(o.by, o.outcome.act.words) for o in book.due(day, least=0.5000001)]
    assert short == long


def test_where_the_record_may_not_be_written(book: Book, tmp_path: Path) -> None:
    """Opened for reading, on a disc that takes nothing, the matters are there all the same."""
    wanted = [m.title for m in book.matters()]
    book._record._con.execute("DROP TABLE gathered")
    book.close()
    with letterbook.open(tmp_path / "book.db", readonly=True) as opened:
        state, fresh = opened._record.matters_state(kept_matters.VERSION)
        assert not fresh
        made = gathered_again(opened._record, kept_matters.VERSION)
        opened._record.keep_matters(made, state, kept_matters.VERSION)
        assert [m.title for m in kept_matters.matters_of(opened._record, Filters())] == wanted
    con = sqlite3.connect(tmp_path / "book.db")
    assert not con.execute("SELECT 1 FROM sqlite_master WHERE name = 'gathered'").fetchone()
    con.close()


def test_how_much_waits_in_each_exchange(book: Book) -> None:
    """Side by side, answers and promises; as many as are due, and those of one exchange alone."""
    (one,) = book.waiting()
    assert one.between == "Orvane and Tolmary"
    assert sum(answers + promises for _, answers, promises in one.owed) == len(book.due())
    assert len(book.due(exchange=one.id)) == len(book.due()) > 0
    assert len(book.due(least=0.3, exchange=one.id)) == len(book.due(least=0.3))
    assert book.waiting("1950-01-01") == []
    assert list(book.due("1950-01-01", exchange=one.id)) == []
    with pytest.raises(LetterbookError, match="no exchange here"):
        book.due(exchange="nowhere")


def test_what_changed_is_gathered_for_now_where_nothing_may_be_written(
    book: Book, tmp_path: Path
) -> None:
    """A part that is gathered again stands beside what was kept; the file stays as it is."""
    before = {m.id: m.title for m in book.matters()}
    first = next(iter(before))
    book.place(first, "The bridge")
    book.close()
    with letterbook.open(tmp_path / "book.db", readonly=True) as opened:
        record = opened._record
        state, fresh = record.matters_state(kept_matters.VERSION)
        made = gathered_again(record, kept_matters.VERSION)
        assert not fresh and not made.whole
        record.keep_matters(made, state, kept_matters.VERSION)
        held = {m.id: m.title for m in kept_matters.matters_of(record, Filters())}
        assert held[first] == "The bridge" and len(held) == len(before)
    con = sqlite3.connect(tmp_path / "book.db")
    assert con.execute("SELECT title FROM matter WHERE id = ?", (first,)).fetchone() == (
        before[first],
    )
    con.close()
