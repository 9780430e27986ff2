"""The matters as they were gathered last: kept, so that looking at one costs what that one costs.

They are worked out from the acts and can be worked out again at any time; `state` tells whether
anything has changed since, and the signs of the letters tell which ones: only the exchanges that
these belong to are gathered again. Where the file may not be written, all stands in tables of this
connection alone.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

TABLES = {
    "matter": "nr INTEGER PRIMARY KEY, id TEXT, title TEXT, folded TEXT, sides TEXT, within TEXT,"
    " named INTEGER, best REAL, firm REAL, weight REAL, exchange TEXT, acts TEXT, reports TEXT,"
    " outcomes TEXT",
    "matter_letter": "letter TEXT, matter INTEGER, best REAL, PRIMARY KEY (letter, matter)",
    "owing": "matter INTEGER, n INTEGER, promise INTEGER, by TEXT, since TEXT, until TEXT,"
    " start INTEGER, exchange TEXT, PRIMARY KEY (matter, n, promise)",
    "gathered_letter": "letter TEXT PRIMARY KEY, sign TEXT, passes TEXT",
    "gathered": "state TEXT, version TEXT, placed TEXT",
}
"""`sign`: what changes when a letter's acts may be gathered otherwise; `passes`: JSON, the
exchanges that they pass in, and how many in each."""
INDEXES = (
    "CREATE INDEX {at}.matter_id ON matter (id)",
    "CREATE INDEX {at}.matter_exchange ON matter (exchange)",
    "CREATE INDEX {at}.matter_letter_matter ON matter_letter (matter)",
)
FORGOTTEN = (
    "DELETE FROM {at}.matter_letter WHERE matter IN"
    " (SELECT nr FROM {at}.matter WHERE exchange = ?)",
    "DELETE FROM {at}.owing WHERE matter IN (SELECT nr FROM {at}.matter WHERE exchange = ?)",
    "DELETE FROM {at}.matter WHERE exchange = ?",
)
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
ACTS = """
SELECT of, start, end, value, because, score FROM finding WHERE kind = 'act' ORDER BY source, n
"""
TEXTS = "SELECT letter.id, source.sha256 FROM letter JOIN source ON source.nr = letter.source"
ROW = "nr, id, title, sides, within, named, acts, reports, outcomes"
WAITS = (
    "(:day = '' OR (since <> '' AND since <= :day))"
    " AND (until = '' OR (:day <> '' AND until > :day))"
)
HEAVY = "firm DESC, weight DESC, title, id"
"""The weightiest first."""


class Kept(NamedTuple):
    """A matter as it is kept: its lists (acts, reports, outcomes) are JSON."""

    nr: int
    id: str
    title: str
    sides: str
    within: str
    named: int
    acts: str
    reports: str
    outcomes: str


class Owing(NamedTuple):
    """From when until when an act (the `n`th of its matter) waits; "" where it is not dated."""

    n: int
    promise: bool
    by: str
    since: str
    until: str
    start: int


class Waiting(NamedTuple):
    """How much a side owes in an exchange (as it is kept: see `Gathered`)."""

    exchange: str
    by: str
    answers: int
    promises: int


class Gathered(NamedTuple):
    """A matter to be kept, with the letters it stands in and what is owed in it.

    `firm`, `weight`: how much it weighs, what is certain of it and all of it; `exchange`: in which
    it was gathered.
    """

    row: Kept
    best: float
    firm: float
    weight: float
    exchange: str
    letters: Mapping[str, float]
    owing: Sequence[Owing]


class Sign(NamedTuple):
    """What a letter was like when its acts were gathered, and the exchanges that they pass in."""

    sign: str
    passes: str


class Again(NamedTuple):
    """What was gathered again: `exchanges` give way to `matters`; `signs` of the letters that are
    new or other than they were, `gone`: those that are no more. `whole`: nothing stays.
    """

    whole: bool
    exchanges: Sequence[str]
    matters: Iterable[Gathered]
    signs: Mapping[str, Sign]
    gone: Sequence[str]
    placed: Mapping[str, str]


def state(con: sqlite3.Connection, version: str) -> str:
    """What changes whenever the matters may."""
    return " ".join(map(str, (version, *con.execute(STATE).fetchone())))


def fresh(con: sqlite3.Connection, now: str) -> bool:
    """Whether the matters that are kept are those of this state."""
    row = _last(con)
    return row is not None and row[0] == now


def _last(con: sqlite3.Connection) -> tuple[str, str, str] | None:
    try:
        row: tuple[str, str, str] | None = con.execute(
            "SELECT state, version, placed FROM gathered"
        ).fetchone()
    except sqlite3.OperationalError:  # never gathered yet, or by an older letterbook
        return None
    return row


def signed(con: sqlite3.Connection, version: str) -> tuple[dict[str, Sign], dict[str, str]]:
    """The letters as they were when that version gathered them, and what persons had said then."""
    row = _last(con)
    if row is None or row[1] != version:
        return {}, {}
    letters = con.execute("SELECT letter, sign, passes FROM gathered_letter")
    return {id: Sign(sign, passes) for id, sign, passes in letters}, json.loads(row[2])


def act_signs(con: sqlite3.Connection) -> dict[str, int]:
    """Letter → what changes when its acts do, or its words; the letters without acts are left out.

    In the order of the sources, as `acts` gives them.
    """
    texts = dict(con.execute(TEXTS))
    signs: dict[str, int] = {}
    for of, *row in con.execute(ACTS):
        before = signs.get(of)
        if before is None:
            before = crc32(str(texts.get(of)).encode())
        signs[of] = crc32(repr(row).encode(), before)
    return signs


def saying(con: sqlite3.Connection, sentences: Iterable[str]) -> set[str]:
    """The exchanges of the matters in which any of these sentences stands."""
    found: set[str] = set()
    for sentence in sentences:
        told = json.dumps(sentence, ensure_ascii=False)[1:-1]
        rows = con.execute("SELECT DISTINCT exchange FROM matter WHERE instr(acts, ?)", (told,))
        found.update(row[0] for row in rows)
    return found


def keep(con: sqlite3.Connection, made: Again, now: str, version: str, at: str = "main") -> None:
    """Keep what was gathered again; `at`: "main", or "temp": for now."""
    _lay(con, made.whole, at)
    for exchange in made.exchanges:
        for statement in FORGOTTEN:
            con.execute(statement.format(at=at), (exchange,))
    for one in made.matters:
        _put(con, one, at)
    con.executemany(
        f"DELETE FROM {at}.gathered_letter WHERE letter = ?", [(id,) for id in made.gone]
    )
    con.executemany(
        f"INSERT OR REPLACE INTO {at}.gathered_letter VALUES (?, ?, ?)",
        [(id, *sign) for id, sign in made.signs.items()],
    )
    con.execute(f"DELETE FROM {at}.gathered")
    placed = json.dumps(dict(made.placed), ensure_ascii=False)
    con.execute(f"INSERT INTO {at}.gathered VALUES (?, ?, ?)", (now, version, placed))


def _lay(con: sqlite3.Connection, whole: bool, at: str) -> None:
    """Have the tables: empty ones, those that are there, or for now a copy of them."""
    query = f"SELECT 1 FROM {at}.sqlite_master WHERE name = 'gathered_letter'"
    if not whole and con.execute(query).fetchone():
        return
    for table, columns in TABLES.items():
        con.execute(f"DROP TABLE IF EXISTS {at}.{table}")
        rowed = "" if table == "matter" or "PRIMARY KEY (" not in columns else " WITHOUT ROWID"
        con.execute(f"CREATE TABLE {at}.{table} ({columns}){rowed}")
        if not whole:
            con.execute(f"INSERT INTO {at}.{table} SELECT * FROM main.{table}")
    for index in INDEXES:
        con.execute(index.format(at=at))


def _put(con: sqlite3.Connection, one: Gathered, at: str) -> None:
    row = one.row
    marks = ", ".join("?" * 13)
    nr = con.execute(
        f"INSERT INTO {at}.matter VALUES (NULL, {marks}) RETURNING nr",
        (row.id, row.title, row.title.lower(), row.sides, row.within, row.named, one.best,
         one.firm, one.weight, one.exchange, row.acts, row.reports, row.outcomes),
    ).fetchone()[0]  # fmt: skip
    con.executemany(
        f"INSERT INTO {at}.matter_letter VALUES (?, ?, ?)",
        [(letter, nr, best) for letter, best in one.letters.items()],
    )
    con.executemany(
        f"INSERT OR IGNORE INTO {at}.owing VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [(nr, *each, one.exchange) for each in one.owing],
    )


def numbers(con: sqlite3.Connection, least: float, letters: Sequence[str] | None) -> list[int]:
    """The matters that have an act so certain (in these letters), the weightiest first."""
    if letters is None:
        rows = con.execute(f"SELECT nr FROM matter WHERE best >= ? ORDER BY {HEAVY}", (least,))
    else:
        rows = con.execute(
            "SELECT nr FROM matter WHERE nr IN (SELECT matter FROM matter_letter WHERE best >= ?"
            f" AND letter IN (SELECT value FROM json_each(?))) ORDER BY {HEAVY}",
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
    query = f"SELECT nr, id, title FROM matter WHERE {CALLED[way]} ORDER BY {HEAVY}"
    return con.execute(query, asked).fetchall()


def owing(
    con: sqlite3.Connection, day: str, wanted: Sequence[int] | None, exchange: str = ""
) -> list[tuple[int, int]]:
    """What waits on a day ("" : at the end), as matter and place, by side, the oldest first.

    `wanted`: of these matters; `exchange`: of this exchange alone.
    """
    only = json.dumps(list(wanted)) if wanted is not None else None
    rows = con.execute(
        "SELECT matter, n FROM owing JOIN matter ON nr = matter"
        f" WHERE {WAITS} AND (:exchange = '' OR matter.exchange = :exchange)"
        " AND (:only IS NULL OR matter IN (SELECT value FROM json_each(:only)))"
        " ORDER BY by, since = '', since, start, id, n",
        {"day": day, "only": only, "exchange": exchange},
    )
    return [(matter, n) for matter, n in rows]


def waiting(con: sqlite3.Connection, day: str) -> list[Waiting]:
    """How much waits on a day in each exchange, by side; where most waits first."""
    query = (
        f"SELECT exchange, by, sum(1 - promise), sum(promise) FROM owing WHERE {WAITS}"
        " GROUP BY exchange, by ORDER BY sum(count(*)) OVER (PARTITION BY exchange) DESC,"
        " exchange, by"
    )
    return [Waiting(*row) for row in con.execute(query, {"day": day})]


def exchanges(con: sqlite3.Connection) -> list[str]:
    """The exchanges in which matters were gathered."""
    return [row[0] for row in con.execute("SELECT DISTINCT exchange FROM matter")]


def answers(con: sqlite3.Connection) -> list[tuple[str, str]]:
    """Each letter that answers another, with that other, by day."""
    return con.execute(ANSWERS).fetchall()
