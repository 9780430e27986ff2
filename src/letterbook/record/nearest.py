"""The units that share most words with a sentence: where a claim may stand."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from letterbook.record.query import EMPTY, Term
from letterbook.record.units import Piece

COMMON = 0.2  # a word in more of the units than this does not choose among them
FEW = 40  # units: no word in fewer is common
TERMS = 16  # the rarest words that are asked for
RANKED = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank LIMIT ?"
HELD = "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)"
UNIT = """
SELECT source.id, letter.id, source.form, source.path, source.title, source.sha256,
  source.text, unit.start, unit.end, unit.pieces, unit.notes
FROM unit JOIN source ON source.nr = unit.source LEFT JOIN letter ON letter.nr = unit.letter
WHERE unit.nr = ?
"""


@dataclass(frozen=True, slots=True)
class Opened:
    """A unit with the text of its source: a letter (`letter` is its id), or a source that is none.

    `pieces` and `notes` make its reading view and its notes: start, length, what joins them.
    """

    source: str
    letter: str
    form: str
    path: str
    title: str
    sha256: str
    text: str
    pieces: tuple[Piece, ...]
    notes: tuple[Piece, ...]


def nearest(con: sqlite3.Connection, words: Sequence[str], limit: int) -> list[int]:
    """The units that hold most of the rarest of `words`, by their inner numbers, best first."""
    units = con.execute("SELECT max(nr) FROM unit").fetchone()[0] or 1
    most = max(int(units * COMMON), FEW)
    asked = dict.fromkeys(w for w in words if w.lower() not in EMPTY)
    terms = [Term(word) for word in asked if Term(word).tokens]
    held = {term: con.execute(HELD, (str(term), most)).fetchone()[0] for term in terms}
    rare = sorted((t for t in terms if 0 < held[t] < most), key=lambda t: int(held[t]))[:TERMS]
    rare = rare or [t for t in terms if held[t]][:2]
    found: dict[int, None] = {}
    for chosen, join in ((rare[:6], " AND "), (rare[:3], " AND "), (rare, " OR ")):
        if chosen:
            rows = con.execute(RANKED, (join.join(map(str, chosen)), limit))
            found.update(dict.fromkeys(nr for (nr,) in rows))
    return list(found)


def opened(con: sqlite3.Connection, nr: int) -> Opened:
    """The unit with this inner number."""
    *about, text, start, end, pieces, notes = con.execute(UNIT, (nr,)).fetchone()
    source, letter, form, path, title, sha256 = about
    whole = ((start, end - start, ""),)
    return Opened(
        source, letter or "", form, path, title, sha256, text,
        tuple(tuple(p) for p in json.loads(pieces)) if pieces else whole,
        tuple(tuple(p) for p in json.loads(notes)) if notes else (),
    )  # fmt: skip
