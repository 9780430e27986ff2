"""Where corrections stand: applied to their letters, and anchored anew when a file has changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from letterbook import text
from letterbook.model import TIES, By, Finding, Name, Source, Span, Value, Words, dump_value
from letterbook.record.edtf import values
from letterbook.record.fetch import findings_of, source_of
from letterbook.record.header import Header, compose, folded
from letterbook.record.header import head as words_of
from letterbook.record.index import Index, rename_unit
from letterbook.record.log import IS, Standing, standings
from letterbook.record.pack import letter_rows
from letterbook.record.put import PUT_FINDING, hand_nr
from letterbook.record.ties import tie
from letterbook.record.units import clean
from letterbook.record.who import unname


@dataclass(frozen=True, slots=True)
class Place:
    """A letter as a correction looks for it: folded opening words and words."""

    letter: str
    source: str
    start: int
    end: int
    opening: str
    words: str


def reanchor(
    con: sqlite3.Connection, index: Index, file: str
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Find the letters of this file's corrections again; the numbers that moved and were lost."""
    here = [s for s in standings(con) if s.file == file]
    if not here:
        return (), ()
    index.flush()
    places = _places(con, file)
    moved, lost = [], []
    for standing in here:
        found = seek(standing, places)
        if found is None:
            lost.append(standing.number)
        elif found != (standing.anchor or standing.letter):
            moved.append(standing.number)
        con.execute("UPDATE anchor SET letter = ? WHERE correction = ?", (found, standing.number))
    for letter in sorted({s.anchor for s in standings(con) if s.file == file and s.anchor}):
        apply(con, letter)
    return tuple(moved), tuple(lost)


def _places(con: sqlite3.Connection, file: str) -> list[Place]:
    places = []
    sources = con.execute(
        "SELECT source.nr, source.id, source.text FROM source"
        " JOIN file ON file.nr = source.file WHERE file.path = ?",
        (file,),
    )
    for nr, source, words in sources.fetchall():
        for letter, start, end, opening in con.execute(
            "SELECT id, start, end, words FROM letter WHERE source = ?", (nr,)
        ):
            extent = folded(words[start:end])
            places.append(Place(letter, source, start, end, folded(opening), extent))
    return places


def seek(standing: Standing, places: Sequence[Place]) -> str | None:
    """The letter that the correction speaks of, if exactly one can be it.

    The letter that opens with the same words; else the letter of the same id if the opening or
    the words pointed at still stand in it; else the only other letter they stand in.
    """
    now_at = standing.anchor or standing.letter
    opening, words = folded(standing.opening), folded(standing.words)
    alike = [p for p in places if opening.strip() and p.opening == opening]
    holding = [p for p in places if opening.strip() and opening in p.words]
    pointing = [p for p in places if words.strip() and words in p.words]
    same = [p for p in places if p.letter == now_at]
    for found in (
        [p for p in alike if p in same] or alike,
        [p for p in same if p in holding or p in pointing],
        _innermost(holding),
        _innermost(pointing),
    ):
        if len(found) == 1:
            return found[0].letter
    return None


def _innermost(places: Sequence[Place]) -> list[Place]:
    def within(p: Place, q: Place) -> bool:
        return p != q and p.source == q.source and q.start <= p.start and p.end <= q.end

    return [q for q in places if not any(within(p, q) for p in places)]


def apply(con: sqlite3.Connection, letter: str) -> None:
    """Make a letter's header and its findings say what its corrections in force say."""
    nr, source_nr = con.execute("SELECT nr, source FROM letter WHERE id = ?", (letter,)).fetchone()
    con.execute(
        "DELETE FROM finding WHERE source = ? AND of = ?"
        " AND hand IN (SELECT nr FROM hand WHERE kind = 'person')",
        (source_nr, letter),
    )
    source = source_of(con, source_nr)
    findings = [f for f in findings_of(con, source_nr, source.id) if f.of == letter]
    extent = next(f for f in findings if f.kind == "letter")
    for standing in standings(con):
        here = standing.anchor == letter and standing.field != IS
        if here and standing.state == "in force":
            said = list(_said(standing, source, extent.span, letter))
            findings += said
            _put(con, source_nr, said)
    _lay(con, nr, compose(source, extent, findings))
    tie(con, nr)
    unname(con, nr)


def head(con: sqlite3.Connection, letter: str) -> None:
    """Make a letter's header say what its findings say, whose corrections have not changed."""
    nr, source_nr = con.execute("SELECT nr, source FROM letter WHERE id = ?", (letter,)).fetchone()
    source = source_of(con, source_nr)
    findings = findings_of(con, source_nr, source.id, about=letter)
    extent = next(f for f in findings if f.kind == "letter")
    _lay(con, nr, compose(source, extent, findings))


def _lay(con: sqlite3.Connection, nr: int, header: Header) -> None:
    """Write a letter's header, its parties, and what is searched of it."""
    rows = letter_rows(header, 0)
    _rewrite(con, nr, rows.columns[4:])
    con.execute("DELETE FROM party WHERE letter = ?", (nr,))
    con.executemany(
        f"INSERT INTO party VALUES (?{', ?' * 8})", [(nr, *row) for row in rows.parties]
    )
    rename_unit(con, nr, clean(words_of(header)))


HEADER = ("inside", "kind", "number", "heading", "earliest", "latest", "edtf", "time", "stated",
          "doubt", "place", "sender", "recipient", "classification", "handling", "telegram",
          "channel", "subject", "words", "inferred")  # fmt: skip


def _rewrite(con: sqlite3.Connection, nr: int, columns: Sequence[object]) -> None:
    changes = ", ".join(f"{name} = ?" for name in HEADER)
    con.execute(f"UPDATE letter SET {changes} WHERE nr = ?", (*columns, nr))


def _said(standing: Standing, source: Source, extent: Span, of: str) -> Iterable[Finding]:
    """A correction as findings: at the words it points at, or at the letter's beginning."""
    by = By("person", standing.who)
    for value in values(standing.field, standing.value):
        span = locate(source, extent, standing.words) or locate(source, extent, _name_of(value))
        nowhere = Span(source.id, extent.start, extent.start)
        kind = "link" if standing.field in TIES else standing.field
        yield Finding(span or nowhere, kind, value, by, of)


def _name_of(value: Value) -> str:
    return value.name if isinstance(value, Name) else value.text if isinstance(value, Words) else ""


def locate(source: Source, extent: Span, words: str) -> Span | None:
    """The first place of `words` in the letter, case, spaces and accents aside."""
    view = text.fold(source.text[extent.start : extent.end])
    for start, end in text.occurrences(view, words):
        return Span(source.id, extent.start + start, extent.start + end)
    return None


def _put(con: sqlite3.Connection, source: int, findings: Iterable[Finding]) -> None:
    at = con.execute("SELECT max(n) FROM finding WHERE source = ?", (source,)).fetchone()[0]
    for n, f in enumerate(findings, at + 1):
        value = clean(dump_value(f.value))
        span = (f.span.start, f.span.end)
        hand = hand_nr(con, f.by)
        con.execute(PUT_FINDING, (source, n, *span, f.kind, f.of, value, hand, None, f.score))


def pointed_at(source: Source, findings: Iterable[Finding], field: str) -> str:
    """The words that the field's best finding rests on, to be found again in a changed text."""
    marked = [f for f in findings if f.kind == field and f.by.kind != "person"]
    marked.sort(key=lambda f: (-f.score, f.span.start))
    for finding in marked:
        words = text.squeeze(source.text[finding.span.start : finding.span.end])
        if words:
            return words[:200]
    return ""
