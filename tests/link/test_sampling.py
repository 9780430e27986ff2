"""Samples of wording are taken while reading; a record without them gets them when linked."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

import letterbook
from letterbook.book.linking import version
from letterbook.link.look import LOOKED_AT
from letterbook.link.sampling import sampled
from letterbook.record import Record
from tests.link.test_shingles import prose

LETTER = (
    "Letter From Jon Mar to Ana Vell\n\nVellmar, May {}, 1957\n\nDear Ana Vell:\n\n{}\n\nJon Mar\n"
)
Samples = list[tuple[int, str]]


@pytest.fixture
def heap(tmp_path: Path) -> Path:
    """Two editions of one letter, and another."""
    folder = tmp_path / "heap"
    for name, on, words in (("a", 3, 1), ("b", 3, 1), ("c", 9, 400)):
        (folder / name).mkdir(parents=True)
        (folder / name / f"{name}.txt").write_text(LETTER.format(on, prose(words, 120)), "utf-8")
    return folder


def samples(book: Path) -> Samples:
    """Every sample in a record, with the letter it was taken of."""
    query = "SELECT hash, letter.id FROM sketch JOIN letter ON letter.nr = sketch.letter"
    with sqlite3.connect(book) as con:
        return sorted(con.execute(query).fetchall())


def links(book: Path) -> list[tuple[object, ...]]:
    """What letters do to one another, and the findings behind it with their places."""
    with sqlite3.connect(book) as con:
        found = con.execute("SELECT source, n, kind, value FROM finding ORDER BY 1, 2").fetchall()
        return [*con.execute("SELECT * FROM link ORDER BY letter, n"), *found]


def test_reading_takes_them_and_linking_finds_them(heap: Path, tmp_path: Path) -> None:
    """The samples of the reading are those that a second look would take."""
    path = tmp_path / "kk.db"
    with letterbook.open(path) as book:
        book.read(heap, link=False)
    with Record(path) as record:
        ids = record.unlooked(version())
        assert record.sampled(ids, version()) == set(ids)
        taken = [sampled(*record.fetch(id, LOOKED_AT)) for id in ids]
    before = samples(path)
    assert before == sorted((h, id) for one in taken for id, held in one.items() for h in held)
    with letterbook.open(path) as book:
        book.link()
    assert samples(path) == before


@pytest.mark.parametrize(
    "age",
    [
        "DELETE FROM sketch",
        "UPDATE file SET reader = 'an older letterbook'",
        "UPDATE sketch SET hash = hash + 1; UPDATE file SET reader = 'an older letterbook'",
    ],
)
def test_an_older_record_is_completed(heap: Path, tmp_path: Path, age: str) -> None:
    """Without samples, or with those of another program, the record ends the same."""
    whole, old = tmp_path / "whole.db", tmp_path / "old.db"
    for path in (whole, old):
        with letterbook.open(path) as book:
            book.read(heap, link=False)
        if path == old:
            with sqlite3.connect(path) as con:
                con.executescript(age)
        with letterbook.open(path) as book:
            book.link()
    assert samples(old) == samples(whole)
    assert links(old) == links(whole)
    assert [row[1] for row in links(whole)]


def test_what_is_known_is_not_looked_for_again(heap: Path, tmp_path: Path) -> None:
    """After linking, another version takes its own."""
    path = tmp_path / "kk.db"
    with letterbook.open(path) as book:
        book.read(heap)
    with Record(path) as record:
        ids = record.unlooked("another")
        assert len(ids) == 3
        assert record.sampled(ids, version()) == set()


def test_linking_again_leaves_findings_where_they_are(heap: Path, tmp_path: Path) -> None:
    """What a rule found again as it was keeps its place: nothing that points at it is moved."""
    path = tmp_path / "kk.db"
    with letterbook.open(path) as book:
        book.read(heap)
    before = links(path)
    with sqlite3.connect(path) as con:
        con.execute("INSERT INTO due SELECT nr, 0 FROM letter")
    with letterbook.open(path) as book:
        assert book.link().letters == 3
    assert links(path) == before
