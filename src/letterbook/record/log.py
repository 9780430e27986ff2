"""The log of what persons said, and what of it holds."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from letterbook.record.kept import Logged

IS = "is"
"""The field of a correction that says who a name is; its words are the names, one a line."""
MATTER = "matter"
"""The field that says to which matter acts belong; its words are their sentences, one a line."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A correction (not an undo) with its letter of today (None: lost) and its state."""

    number: int
    who: str
    letter: str
    field: str
    value: str
    file: str
    opening: str
    words: str
    anchor: str | None
    state: str


def log(con: sqlite3.Connection) -> list[Logged]:
    """Every correction and undo, in the order they were made, with its state."""
    rows = con.execute(
        "SELECT nr, at, who, why, undoes, coalesce(anchor.letter, correction.letter), field, value,"
        " before, file, words, anchor.letter FROM correction"
        " LEFT JOIN anchor ON anchor.correction = correction.nr ORDER BY nr"
    ).fetchall()
    undone: set[int] = set()
    newest: dict[tuple[str, str, str], int] = {}
    states: dict[int, str] = {}
    for nr, *_, undoes, letter, field, _, _, _, words, anchor in reversed(rows):
        if nr in undone:
            states[nr] = "undone"
        elif undoes is not None:
            undone.add(undoes)
            states[nr] = "in force"
        elif anchor is None:
            states[nr] = "lost"
        else:
            later = newest.setdefault((letter, field, words if field in (IS, MATTER) else ""), nr)
            states[nr] = "in force" if later == nr else f"superseded by {later}"
    return [
        Logged(nr, at, who, why, undoes, letter, field, value, before, file, words, states[nr])
        for nr, at, who, why, undoes, letter, field, value, before, file, words, _ in rows
    ]


def standings(con: sqlite3.Connection) -> list[Standing]:
    """The corrections, without the undos."""
    rows = con.execute(
        "SELECT nr, who, correction.letter, field, value, file, opening, words, anchor.letter"
        " FROM correction JOIN anchor ON anchor.correction = correction.nr ORDER BY nr"
    ).fetchall()
    if not rows:
        return []
    states = {entry.number: entry.state for entry in log(con)}
    return [
        Standing(nr, who, letter, field, value, file, opening, words, anchor, states[nr])
        for nr, who, letter, field, value, file, opening, words, anchor in rows
    ]
