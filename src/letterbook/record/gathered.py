"""The matters as they were gathered last: kept, so that looking at one costs what that one costs.

They are worked out from the acts and can be worked out again at any time; `state` tells whether
anything has changed since. Where the file may not be written, they stand in tables of this
connection alone.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

LAID = (
    "DROP TABLE IF EXISTS {at}.matter",
    "DROP TABLE IF EXISTS {at}.matter_letter",
    "DROP TABLE IF EXISTS {at}.owing",
    "DROP TABLE IF EXISTS {at}.gathered",
    "CREATE TABLE {at}.matter (nr INTEGER PRIMARY KEY, id TEXT, title TEXT, folded TEXT,"
    " sides TEXT, named INTEGER, best REAL, acts TEXT, reports TEXT, outcomes TEXT)",
    "CREATE TABLE {at}.matter_letter (letter TEXT, matter INTEGER, best REAL,"
    " PRIMARY KEY (letter, matter)) WITHOUT ROWID",
    "CREATE TABLE {at}.owing (matter INTEGER, n INTEGER, promise INTEGER, by TEXT, since TEXT,"
    " until TEXT, start INTEGER, PRIMARY KEY (matter, n, promise)) WITHOUT ROWID",
    "CREATE TABLE {at}.gathered (state TEXT)",
)
INDEXED = "CREATE INDEX {at}.matter_id ON matter (id)"
STATE = """
SELECT (SELECT count(*) || '/' || coalesce(max(read_at), '') || '/'
    || coalesce(sum(mtime_ns % 1000000007), 0) FROM file),
  (SELECT coalesce(max(nr), 0) FROM correction), (SELECT count(*) FROM looked),
  (SELECT count(*) || '/' || coalesce(max(version), '') FROM acted),
  (SELECT count(*) FROM due), (SELECT count(*) FROM redate)
"""
ANSWERS = """
SELECT own.id, link."to" FROM link JOIN letter AS own ON own.nr = link.letter
WHERE link.kind = 'answers' AND link."to" <> ''
ORDER BY own.earliest, own.nr, link.n
"""
ROW = "nr, id, title, sides, named, acts, reports, outcomes"


class Kept(NamedTuple):
    """A matter as it is kept: its lists (acts, reports, outcomes) are JSON."""

    nr: int
    id: str
    title: str
    sides: str
    named: int
    acts: str
    reports: str
    outcomes: str


class Owing(NamedTuple):
    """From when until when an act (the `n`th of its matter) waits; "" where it is not dated."""

    matter: int
    n: int
    promise: bool
    by: str
    since: str
    until: str
    start: int


class Gathered(NamedTuple):
    """A matter to be kept, with the letters it stands in and what is owed in it."""

    row: Kept
    best: float
    letters: dict[str, float]
    owing: Sequence[Owing]


def state(con: sqlite3.Connection, version: str) -> str:
    """What changes whenever the matters may."""
    return " ".join(map(str, (version, *con.execute(STATE).fetchone())))


def fresh(con: sqlite3.Connection, now: str) -> bool:
    """Whether the matters that are kept are those of this state."""
    try:
        row = con.execute("SELECT state FROM gathered").fetchone()
    except sqlite3.OperationalError:  # never gathered yet
        return False
    return row is not None and row[0] == now


def keep(con: sqlite3.Connection, held: Iterable[Gathered], now: str, at: str = "main") -> None:
    """Keep these matters in place of those that were; `at`: "main", or "temp": for now."""
    for statement in LAID:
        con.execute(statement.format(at=at))
    for one in held:
        row = one.row
        con.execute(
            f"INSERT INTO {at}.matter VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (row.nr, row.id, row.title, row.title.lower(), row.sides, row.named, one.best,
             row.acts, row.reports, row.outcomes),
        )  # fmt: skip
        con.executemany(
            f"INSERT INTO {at}.matter_letter VALUES (?, ?, ?)",
            [(letter, row.nr, best) for letter, best in one.letters.items()],
        )
        con.executemany(f"INSERT OR IGNORE INTO {at}.owing VALUES (?, ?, ?, ?, ?, ?, ?)", one.owing)
    con.execute(INDEXED.format(at=at))
    con.execute(f"INSERT INTO {at}.gathered VALUES (?)", (now,))


def numbers(con: sqlite3.Connection, least: float, letters: Sequence[str] | None) -> list[int]:
    """The matters that have an act so certain (in these letters), the weightiest first."""
    if letters is None:
        rows = con.execute("SELECT nr FROM matter WHERE best >= ? ORDER BY nr", (least,))
    else:
        rows = con.execute(
            "SELECT DISTINCT matter FROM matter_letter WHERE best >= ?"
            " AND letter IN (SELECT value FROM json_each(?)) ORDER BY matter",
            (least, json.dumps(list(letters))),
        )
    return [row[0] for row in rows]


def matters(con: sqlite3.Connection, wanted: Sequence[int]) -> list[Kept]:
    """These matters, in this order."""
    rows = con.execute(
        f"SELECT {ROW} FROM matter WHERE nr IN (SELECT value FROM json_each(?))",
        (json.dumps(list(wanted)),),
    )
    held = {row[0]: Kept(*row) for row in rows}
    return [held[nr] for nr in wanted if nr in held]


# a name is an id or a title; the beginning of an id; words of a title; words of an act
CALLED = (
    "id = :small OR folded = :small",
    "length(:small) > 2 AND substr(id, 1, length(:small)) = :small",
    "instr(folded, :small)",
    "instr(lower(acts), :small) OR instr(acts, :name)",
)


def called(con: sqlite3.Connection, name: str, way: int) -> list[tuple[int, str, str]]:
    """The matters (number, id, title) that a name means in one of the ways it may: see `CALLED`."""
    asked = {"small": name.strip().lower(), "name": name.strip()}
    rows = con.execute(f"SELECT nr, id, title FROM matter WHERE {CALLED[way]} ORDER BY nr", asked)
    return rows.fetchall()


def owing(con: sqlite3.Connection, day: str, wanted: Sequence[int] | None) -> list[tuple[int, int]]:
    """What waits on a day ("" : at the end), as matter and place, by side, the oldest first."""
    only = json.dumps(list(wanted)) if wanted is not None else None
    rows = con.execute(
        "SELECT matter, n FROM owing WHERE (:day = '' OR (since <> '' AND since <= :day))"
        " AND (until = '' OR (:day <> '' AND until > :day))"
        " AND (:only IS NULL OR matter IN (SELECT value FROM json_each(:only)))"
        " ORDER BY by, since = '', since, start, matter, n",
        {"day": day, "only": only},
    )
    return [(matter, n) for matter, n in rows]


def answers(con: sqlite3.Connection) -> list[tuple[str, str]]:
    """Each letter that answers another, with that other, by day."""
    return con.execute(ANSWERS).fetchall()
