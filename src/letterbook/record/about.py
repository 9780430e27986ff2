"""Who is in the letters and what they are about, letter by letter: for counting and narrowing.

Persons as linking told them apart, matters as they were gathered last, the sides of those matters.
Where either has not been done yet nothing is known, and nothing is counted.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

CERTAIN = 0.5  # the least certainty of an act by which a letter counts to a matter
PERSONS = """
SELECT naming.letter, person.id, person.label FROM naming
JOIN named USING (name, office, year, ref, only) JOIN person ON person.id = named.person
"""
MATTERS = """
SELECT letter.nr, matter.id, matter.title, matter.sides FROM matter_letter
JOIN matter ON matter.nr = matter_letter.matter JOIN letter ON letter.id = matter_letter.letter
WHERE matter_letter.best >= ?
"""
IN_MATTERS = """
SELECT DISTINCT matter_letter.letter FROM matter_letter
JOIN matter ON matter.nr = matter_letter.matter
WHERE matter_letter.best >= ? AND (? = '' OR matter.id = ?)
  AND (? = '' OR ? IN (SELECT value FROM json_each(matter.sides)))
"""


@dataclass(frozen=True, slots=True)
class About:
    """By a letter's inner number: the ids of its persons and matters, the names of its sides.

    `labels`: what each of these ids is called.
    """

    person: Mapping[int, tuple[str, ...]]
    matter: Mapping[int, tuple[str, ...]]
    side: Mapping[int, tuple[str, ...]]
    labels: Mapping[str, str]


def about(con: sqlite3.Connection) -> About:
    """All of it, to be kept by whoever asks often: some hundred bytes a letter."""
    labels: dict[str, str] = {}
    persons: dict[int, dict[str, None]] = {}
    for letter, id, label in con.execute(PERSONS):
        labels[id] = label
        persons.setdefault(letter, {})[id] = None
    matters: dict[int, dict[str, None]] = {}
    sides: dict[int, dict[str, None]] = {}
    for letter, id, title, pair in _matters(con, MATTERS, (CERTAIN,)):
        labels[id] = title
        matters.setdefault(letter, {})[id] = None
        sides.setdefault(letter, {}).update(dict.fromkeys(json.loads(pair)))
    return About(_held(persons), _held(matters), _held(sides), labels)


def _held(by_letter: Mapping[int, Mapping[str, None]]) -> dict[int, tuple[str, ...]]:
    return {letter: tuple(each) for letter, each in by_letter.items()}


def letters_about(con: sqlite3.Connection, matter: str, side: str) -> list[str]:
    """The letters (full ids) that speak of a matter, or of one that this side has part in."""
    asked = (CERTAIN, matter, matter, side, side)
    return [row[0] for row in _matters(con, IN_MATTERS, asked)]


def _matters(
    con: sqlite3.Connection, query: str, asked: tuple[object, ...]
) -> Iterable[tuple[Any, ...]]:
    """Rows of the matters; none where they were never gathered."""
    try:
        return con.execute(query, asked).fetchall()
    except sqlite3.OperationalError as error:
        if "no such table" in str(error):
            return []
        raise
