"""What the record leaves open: links that may lead to one of several letters.

Resolving only where one candidate remains means that some do not; those wait here for a person.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

OPEN = """
FROM link JOIN letter ON letter.nr = link.letter JOIN source ON source.nr = letter.source
WHERE link."to" = '' AND json_array_length(link.candidates) > 1
"""
ROWS = f"""
SELECT letter.id, link.kind, link.start, link.end, link.candidates, link.reason,
  substr(source.text, link.start + 1, link.end - link.start) {OPEN}
ORDER BY letter.earliest IS NULL, letter.earliest, letter.nr, link.n LIMIT ? OFFSET ?
"""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A letter that does something (`kind`) to one of several others, its words, why not one."""

    letter: str
    kind: str
    start: int
    end: int
    candidates: tuple[str, ...]
    reason: str
    words: str


def doubts(con: sqlite3.Connection, limit: int, offset: int = 0) -> list[Doubt]:
    """Open links by the day of the letter that has them, the undated last."""
    return [
        Doubt(letter, kind, start, end, tuple(json.loads(candidates)), reason, words)
        for letter, kind, start, end, candidates, reason, words in con.execute(
            ROWS, (limit, offset)
        )
    ]


def doubtful(con: sqlite3.Connection) -> int:
    """How many there are."""
    return int(con.execute(f"SELECT count(*) {OPEN}").fetchone()[0])
