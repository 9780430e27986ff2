"""Where words stand: the sources that hold a phrase, and what a reader passes over in them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from letterbook.model import LetterbookError
from letterbook.record.query import Term
from letterbook.record.units import clean

HOLDING = """
SELECT DISTINCT source.id, source.form FROM search
CROSS JOIN unit ON unit.nr = search.rowid CROSS JOIN source ON source.nr = unit.source
WHERE search MATCH ? LIMIT ?
"""
SOURCE = "SELECT nr, id, path, part, form, title, text FROM source WHERE id = ?"
FINDINGS = """
SELECT kind, start, end, CASE kind WHEN 'letter' THEN of ELSE value END FROM finding
WHERE source = ? AND kind IN ('furniture', 'marker', 'letter')
"""
LABELS = """
SELECT kind, start, json_extract(value, '$.label') FROM finding
WHERE source = (SELECT nr FROM source WHERE id = ?) AND kind IN ('marker', 'note')
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """A source as quotations are sought in it.

    `skips`: (start, end, what joins the rest) of what a reader passes over. `extents`: (start,
    end, id) of its letters, in the order of the text. `low` is the text in small letters, offset
    for offset.
    """

    id: str
    path: str
    part: str
    form: str
    title: str
    text: str
    skips: tuple[tuple[int, int, str], ...]
    extents: tuple[tuple[int, int, str], ...]
    low: str = ""

    def letter(self, start: int) -> str:
        """The id of the innermost letter at a place, or of the source itself."""
        held = [e for e in self.extents if e[0] <= start < e[1]]
        return min(held, key=lambda e: e[1] - e[0])[2] if held else self.id


def _term(words: str) -> Term:
    """The words as a phrase of the index, whatever signs stand among them."""
    return Term(clean(words).replace("\0", " "), quoted=True)


def holding(con: sqlite3.Connection, phrase: str, most: int) -> list[tuple[str, str]]:
    """The sources (id, form) in which these words stand in a row, up to `most`."""
    term = _term(phrase)
    return con.execute(HOLDING, (str(term), most)).fetchall() if term.tokens else []


def near(
    con: sqlite3.Connection, words: Sequence[str], within: int, most: int
) -> list[tuple[str, str]]:
    """The sources (id, form) in which all these words stand near one another, in any order."""
    terms = [str(term) for word in words if (term := _term(word)).tokens]
    query = f"NEAR({' '.join(terms)}, {within})"
    return con.execute(HOLDING, (query, most)).fetchall() if terms else []


def known(con: sqlite3.Connection, word: str) -> bool:
    """Whether a word stands anywhere in the record."""
    term = _term(word)
    query = "SELECT 1 FROM search WHERE search MATCH ? LIMIT 1"
    return bool(term.tokens) and con.execute(query, (str(term),)).fetchone() is not None


def standing(con: sqlite3.Connection, id: str) -> Standing:
    """A source by its full id."""
    row = con.execute(SOURCE, (id,)).fetchone()
    if row is None:
        raise LetterbookError(f'no source "{id}" in this record')
    nr, id, path, part, form, title, text = row
    skips: list[tuple[int, int, str]] = []
    extents: list[tuple[int, int, str]] = []
    for kind, start, end, value in con.execute(FINDINGS, (nr,)):
        if kind == "letter":
            extents.append((start, end, value))
        else:
            join = json.loads(value).get("join", "\n\n") if kind == "furniture" else ""
            skips.append((start, end, join))
    return Standing(
        id, path, part, form, title, text, tuple(sorted(skips)), tuple(sorted(extents)),
        _small(text),
    )  # fmt: skip


def _small(text: str) -> str:
    """The text in small letters, offset for offset ("İ" lowers to two characters)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def untied(con: sqlite3.Connection, id: str) -> list[tuple[str, int, int]]:
    """The numbered notes of a source whose marks were not told from the words.

    Each with its number and from where to where in the text the mark can stand.
    """
    found = con.execute(LABELS, (id,)).fetchall()
    marks = {label: start for kind, start, label in found if kind == "marker"}
    notes = [(label, start) for kind, start, label in found if kind == "note"]
    return list(_between(notes, marks))


def _between(notes: list[tuple[str, int]], marks: dict[str, int]) -> Iterator[tuple[str, int, int]]:
    """The numbered notes without a mark, and where in the text the mark can be."""
    end = min((start for _, start in notes), default=0)
    for label, _ in notes:
        if label in marks or not label.isdigit():
            continue
        number = int(label)
        numbered = [(int(other), at) for other, at in marks.items() if other.isdigit()]
        low = max((at for other, at in numbered if other < number), default=0)
        high = min((at for other, at in numbered if other > number), default=end)
        yield label, low, high
