"""What the record holds, counted: for an entrance that must not load every letter."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from letterbook.record.choose import UNDATED, conditions
from letterbook.record.kept import Filters
from letterbook.record.query import parse

COUNTED = 2000  # letters of which facets are counted, at most
Facets = dict[str, list[tuple[str, int]]]
"""For each of FACETS its values with their letters, most frequent first."""
FACETS = ("sender", "recipient", "kind", "year", "marking")
PAIRS = """
SELECT one.person, one.label, other.person, other.label, count(DISTINCT one.letter)
FROM ends AS one JOIN ends AS other USING (letter)
WHERE one.role = 'sender' AND other.role = 'recipient' AND one.person <> other.person
GROUP BY 1, 3 ORDER BY 5 DESC, 2, 4 LIMIT ?
"""
ENDS = """
WITH ends AS MATERIALIZED (
  SELECT naming.letter, naming.role, named.person, person.label
  FROM naming JOIN named USING (name, office, year, ref, only)
  JOIN person ON person.id = named.person)
"""
WRITTEN = """
SELECT '', sender, '', recipient, count(*) FROM letter WHERE sender <> '' AND recipient <> ''
GROUP BY 2, 4 ORDER BY 5 DESC, 2, 4 LIMIT ?
"""
FACET = """
SELECT letter.sender, letter.recipient, letter.kind,
  substr(coalesce(letter.earliest, letter.latest, ''), 1, 4), letter.classification, letter.nr
"""
AMONG = "FROM letter JOIN source ON source.nr = letter.source"
FOUND = """
FROM search CROSS JOIN unit ON unit.nr = search.rowid CROSS JOIN letter ON letter.nr = unit.letter
CROSS JOIN source ON source.nr = letter.source WHERE search MATCH ? AND
"""


@dataclass(frozen=True, slots=True)
class Pair:
    """Letters one way: party ids are "" where linking has not told the parties apart."""

    sender: str
    sender_name: str
    recipient: str
    recipient_name: str
    letters: int


@dataclass(frozen=True, slots=True)
class Survey:
    """A record in figures.

    `months`: ("1962-12", letters), by the first day a letter can be from. `forms`: sources by
    form. `open_names`: names that may be several parties. `unlinked`: letters not yet linked.
    """

    letters: int
    files: int
    undated: int
    inferred: int
    unsigned: int
    first: str
    last: str
    months: tuple[tuple[str, int], ...]
    forms: tuple[tuple[str, int], ...]
    pairs: tuple[Pair, ...]
    parties: int
    missing: int
    open_names: int
    troubles: int
    unlinked: int


def survey(con: sqlite3.Connection, pairs: int = 60) -> Survey:
    """The figures, and the `pairs` with most letters."""

    def one(query: str) -> int:
        return int(con.execute(f"SELECT count(*) FROM {query}").fetchone()[0])

    first, last = con.execute("SELECT min(earliest), max(latest) FROM letter").fetchone()
    # those of whom a list of persons tells and no letter are left out
    parties = one("(SELECT DISTINCT person FROM named WHERE person <> '' AND letters > 0)")
    return Survey(
        letters=one("letter"),
        files=one("file"),
        undated=one(f"letter WHERE {UNDATED} AND NOT inferred"),
        inferred=one("letter WHERE inferred"),
        unsigned=one("letter WHERE sender = ''"),
        first=first or "",
        last=last or "",
        months=_months(con),
        forms=tuple(con.execute("SELECT form, count(*) FROM source GROUP BY 1 ORDER BY 2 DESC")),
        pairs=tuple(Pair(*row) for row in _pairs(con, pairs, parties)),
        parties=parties,
        missing=one("(SELECT DISTINCT key FROM absent)"),
        open_names=one(
            "(SELECT DISTINCT name, office FROM named WHERE person = '' AND candidates <> '[]')"
        ),
        troubles=one("trouble"),
        unlinked=one("due"),
    )


def _months(con: sqlite3.Connection) -> tuple[tuple[str, int], ...]:
    return tuple(
        con.execute(
            "SELECT substr(coalesce(earliest, latest), 1, 7), count(*) FROM letter"
            " WHERE coalesce(earliest, latest) IS NOT NULL GROUP BY 1 ORDER BY 1"
        )
    )


def _pairs(
    con: sqlite3.Connection, most: int, parties: int
) -> list[tuple[str, str, str, str, int]]:
    """By who is who; by the words of the letters in a record that was read but not linked."""
    rows = con.execute(ENDS + PAIRS if parties else WRITTEN, (most,))
    return rows.fetchall()


def count(con: sqlite3.Connection, filters: Filters, words: str = "") -> int:
    """How many letters the filters let through; with `words`, of those that hold all of them."""
    clause, values = conditions(con, filters)
    if not words:
        return int(con.execute(f"SELECT count(*) {AMONG} WHERE {clause}", values).fetchone()[0])
    wanted = parse(words).strict
    if not wanted:
        return 0
    query = f"SELECT count(*) {FOUND} {clause}"
    return int(con.execute(query, (wanted, *values)).fetchone()[0])


def facets(con: sqlite3.Connection, words: str, filters: Filters) -> Facets:
    """What the letters that answer are, most frequent first: senders, kinds, years, markings.

    Counted among the first `COUNTED` letters, so that a word that all of them hold costs no more.
    """
    return _told(_answering(con, words, filters))


@dataclass(frozen=True, slots=True)
class Counted:
    """How many letters answer, what they are, and the inner numbers of those that were counted."""

    total: int
    facets: Facets
    letters: tuple[int, ...]


def counted(con: sqlite3.Connection, words: str, filters: Filters) -> Counted:
    """`count` and `facets` of the same letters, walked through once where they are few."""
    rows = _answering(con, words, filters)
    total = len(rows) if len(rows) < COUNTED else count(con, filters, words)
    return Counted(total, _told(rows), tuple(row[-1] for row in rows))


def _answering(con: sqlite3.Connection, words: str, filters: Filters) -> list[tuple[Any, ...]]:
    """The facets of each letter that answers, of the first `COUNTED`."""
    clause, values = conditions(con, filters)
    wanted = parse(words).strict if words else ""
    if words and not wanted:
        return []
    source = f"{FOUND} {clause}" if wanted else f"{AMONG} WHERE {clause}"
    given = (wanted, *values) if wanted else tuple(values)
    return con.execute(f"{FACET} {source} LIMIT {COUNTED}", given).fetchall()


def _told(rows: Sequence[tuple[Any, ...]]) -> Facets:
    told = {name: Counter(row[i] for row in rows if row[i]) for i, name in enumerate(FACETS)}
    return {name: counter.most_common(12) for name, counter in told.items()}
