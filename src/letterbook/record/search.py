"""Searching: which letters hold the words, best first, and the words in their place."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any, NamedTuple

from letterbook.model import Letter
from letterbook.record.choose import conditions
from letterbook.record.fetch import LETTER, letters_of, written
from letterbook.record.kept import Filters, Hit, Written
from letterbook.record.query import Term, parse
from letterbook.record.snippet import WIDTH, Seeker, Snippet, flat, snippet
from letterbook.record.units import Piece, Unit, body, notes
from letterbook.record.weigh import Scale, scale, weigh

LIMIT = 10
POOL = 30  # the best of the index, from which the best are shown
WEIGHTS = "bm25(2.0, 1.0, 1.0)"  # a word in the head, in the body, in the notes
BARE = """
SELECT rowid, rank FROM search WHERE search MATCH ? AND rank MATCH ? ORDER BY rank LIMIT ?
"""
CHOSEN = """
SELECT search.rowid, search.rank FROM search
CROSS JOIN unit ON unit.nr = search.rowid CROSS JOIN source ON source.nr = unit.source
LEFT JOIN letter ON letter.nr = unit.letter
WHERE search MATCH ? AND rank MATCH ? AND {conditions} ORDER BY search.rank LIMIT ?
"""
UNIT = """
SELECT unit.start, unit.end, unit.pieces, unit.notes, unit.head, source.text, source.id, unit.letter
FROM unit JOIN source ON source.nr = unit.source WHERE unit.nr = ?
"""


class Found(NamedTuple):
    """A unit that answers, with its text."""

    score: float
    nr: int
    unit: Unit
    text: str
    source: str
    letter: int | None


def find(con: sqlite3.Connection, words: str, filters: Filters) -> list[Hit]:
    """The best places for `words`: of those that hold all of them; if they are few, any of them."""
    query = parse(words)
    limit = LIMIT if filters.limit is None else filters.limit
    limit += filters.offset
    if not query.required or limit < 1:
        return []
    pool = max(POOL, limit)
    ranked = _rank(con, query.strict, filters, pool)
    parts = list(dict.fromkeys(part for term in query.terms for part in term.loosened))
    measure = scale(con, parts)
    if len(ranked) < limit and (len(query.required) > 1 or len(parts) > len(query.terms)):
        more = _rank(con, query.loose(measure.telling), filters, pool)
        ranked = list(dict.fromkeys(ranked + more))
    joined = [term for term in query.terms if len(term.loosened) > 1]
    found = _weighed(con, ranked, measure, [*query.pairs, *joined])
    seekers = [Seeker(term) for term in dict.fromkeys((*query.terms, *parts))]
    return [_hit(con, each, seekers) for each in found[filters.offset : limit]]


def _rank(con: sqlite3.Connection, expression: str, filters: Filters, limit: int) -> list[int]:
    """Units, best first."""
    clause, values = conditions(con, filters)
    if not values and clause == "1":
        rows = con.execute(BARE, (expression, WEIGHTS, limit))
    else:
        query = CHOSEN.format(conditions=clause)
        rows = con.execute(query, (expression, WEIGHTS, *values, limit))
    return [nr for nr, _ in rows]


def _weighed(
    con: sqlite3.Connection, ranked: Sequence[int], measure: Scale, pairs: Sequence[Term]
) -> list[Found]:
    """The units again, each by its words, its best passage, and words that stand side by side."""
    seekers = [Seeker(term) for term in measure.terms]
    neighbours = [Seeker(pair) for pair in pairs]
    found = []
    for nr in ranked:
        *columns, text, source, letter = con.execute(UNIT, (nr,)).fetchone()
        unit = Unit(0, *columns)
        words = flat("\n".join((unit.head, body(text, unit), notes(text, unit) or "")))
        score = weigh(measure, seekers, neighbours, words[: len(unit.head)], words)
        found.append(Found(score, nr, unit, text, source, letter))
    return sorted(found, key=lambda each: (-each.score, each.nr))


def _hit(con: sqlite3.Connection, found: Found, seekers: Sequence[Seeker]) -> Hit:
    unit, text = found.unit, found.text
    pieces: Any = json.loads(unit.pieces) if unit.pieces else None
    pieces = pieces or [(unit.start, unit.end - unit.start, "")]
    piece = (
        snippet(text, pieces, seekers)
        or (snippet(text, json.loads(unit.notes), seekers) if unit.notes else None)
        or _opening(text, pieces)
    )
    letter, about = _header(con, found.source, found.letter)
    first = piece.spans[0][0] if piece.spans else piece.start
    line = text.count("\n", 0, first) + 1
    return Hit(letter, about, found.score, piece.text, piece.marks, piece.start, piece.end,
               piece.spans, line)  # fmt: skip


def _header(
    con: sqlite3.Connection, source: str, letter: int | None
) -> tuple[Letter | None, Written]:
    rows = con.execute(LETTER + "WHERE letter.nr = ?", (letter,)) if letter else ()
    letters = letters_of(con, rows)
    return (letters[0] if letters else None), written(con, "WHERE source.id = ?", source)[0]


def _opening(text: str, pieces: Sequence[Piece]) -> Snippet:
    """The first words, when what was found stands in the head only."""
    start = pieces[0][0] if pieces else 0
    end = min(start + WIDTH, start + pieces[0][1]) if pieces else 0
    return Snippet(" ".join(text[start:end].split()), (), start, end, ())
