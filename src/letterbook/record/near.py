"""The letters around one: by day, by number, in its file, by wording; and all, in their order."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from letterbook.model import Letter
from letterbook.record.fetch import LETTER, letters_of

CHUNK = 500  # values in one IN (…)
BEFORE, AFTER = (
    300,
    100,
)  # letters by day, of those so near: in a large record it is these that tell

SHARING = """
SELECT other.id, count(*), (SELECT count(*) FROM sketch AS own WHERE own.letter = :nr),
  (SELECT count(*) FROM sketch AS its WHERE its.letter = other.nr)
FROM sketch JOIN sketch AS twin ON twin.hash = sketch.hash AND twin.letter <> sketch.letter
JOIN letter AS other ON other.nr = twin.letter
WHERE sketch.letter = :nr AND (SELECT count(*) FROM
  (SELECT 1 FROM sketch AS held WHERE held.hash = sketch.hash LIMIT :common + 1)) <= :common
GROUP BY twin.letter
"""


def sharing(con: sqlite3.Connection, letter: str, common: int) -> list[tuple[str, int, int, int]]:
    """The letters that share wording with this one: id, samples shared, its own, the other's.

    A sample that more than `common` letters hold is a formula and does not count.
    """
    nr = con.execute("SELECT nr FROM letter WHERE id = ?", (letter,)).fetchone()[0]
    return con.execute(SHARING, {"nr": nr, "common": common}).fetchall()


SHARED = """
WITH twin AS (SELECT hash FROM sketch GROUP BY hash HAVING count(*) BETWEEN 2 AND :common),
shared AS MATERIALIZED (SELECT own.letter, its.letter AS other, count(*) AS held FROM twin
  CROSS JOIN sketch AS own USING (hash) CROSS JOIN sketch AS its USING (hash)
  WHERE own.letter <> its.letter GROUP BY 1, 2 HAVING held >= :least)
SELECT letter.id, other.id, held, (SELECT count(*) FROM sketch WHERE sketch.letter = letter.nr),
  (SELECT count(*) FROM sketch WHERE sketch.letter = other.nr)
FROM shared CROSS JOIN letter ON letter.nr = shared.letter
CROSS JOIN letter AS other ON other.nr = shared.other ORDER BY letter.nr, other.nr
"""


def shared(
    con: sqlite3.Connection, common: int, least: int
) -> dict[str, list[tuple[str, int, int, int]]]:
    """What `sharing` gives for each letter, of those that share `least` samples; in one walk."""
    held: dict[str, list[tuple[str, int, int, int]]] = {}
    for letter, *row in con.execute(SHARED, {"common": common, "least": least}):
        held.setdefault(letter, []).append(tuple(row))
    return held


def letters_near(
    con: sqlite3.Connection,
    ids: Sequence[str],
    back: int,
    on: int,
    also: Sequence[str] = (),
    known: dict[int, Letter] | None = None,
) -> list[Letter]:
    """Letters from `back` days before to `on` days after each of `ids`, and their neighbors.

    `also` are letters that come too, with the others of their sources; `known` holds those that
    were fetched before, and then these.
    """
    # a file's letters are numbered in their order
    nrs = {row[0] for row in con.execute(TOGETHER, (json.dumps(list(also)),))}
    for id in ids:
        here = {"id": id, "back": back, "on": on, "before": BEFORE, "after": AFTER}
        nrs.update(row[0] for row in con.execute(AROUND, here))
    held = {} if known is None else known
    missing = sorted(nrs - held.keys())
    for at in range(0, len(missing), CHUNK):
        some = missing[at : at + CHUNK]
        where = f"WHERE letter.nr IN ({', '.join('?' * len(some))})"
        rows = con.execute(LETTER + where, some).fetchall()
        stated = map(_as_stated, letters_of(con, rows))
        held.update(zip((row[0] for row in rows), stated, strict=True))
    # as the whole catalogue has them: the largest files are read first
    return sorted((held[nr] for nr in sorted(nrs)), key=lambda letter: letter.path)


def catalogue(con: sqlite3.Connection) -> list[Letter]:
    """Every letter, in the order of their files."""
    order = "ORDER BY source.path, source.ordinal, letter.ordinal"
    return list(map(_as_stated, letters_of(con, con.execute(LETTER + order))))


def _as_stated(letter: Letter) -> Letter:
    """The letter without days that were worked out: they come from links and must not make any."""
    return replace(letter, when=None, inferred=False) if letter.inferred else letter


TOGETHER = """
SELECT other.nr FROM letter JOIN letter AS other ON other.source = letter.source
WHERE letter.id IN (SELECT value FROM json_each(?))
"""
AROUND = """
SELECT nr FROM (SELECT other.nr FROM letter JOIN letter AS other
  ON other.earliest BETWEEN date(letter.earliest, '-' || :back || ' days') AND letter.earliest
  WHERE letter.id = :id ORDER BY other.earliest DESC LIMIT :before)
UNION SELECT nr FROM (SELECT other.nr FROM letter JOIN letter AS other
  ON other.earliest > letter.earliest
    AND other.earliest <= date(letter.latest, '+' || :on || ' days')
  WHERE letter.id = :id ORDER BY other.earliest LIMIT :after)
UNION SELECT other.nr FROM letter JOIN mention ON mention.letter = letter.nr
  JOIN letter AS other ON other.earliest = mention.key WHERE letter.id = :id
UNION SELECT other.nr FROM letter JOIN mention ON mention.letter = letter.nr
  JOIN letter AS other ON other.telegram <> '' AND other.telegram = substr(mention.key, 8)
    AND other.earliest BETWEEN date(letter.earliest, '-' || 3 * :back || ' days') AND letter.latest
  WHERE letter.id = :id AND mention.key LIKE 'number %'
UNION SELECT other.nr FROM letter JOIN mention ON mention.letter = letter.nr
  JOIN mention AS own ON own.key = 'bears ' || substr(mention.key, 8)
  JOIN letter AS other ON other.nr = own.letter
    AND other.earliest BETWEEN date(letter.earliest, '-' || 3 * :back || ' days') AND letter.latest
  WHERE letter.id = :id AND mention.key LIKE 'number %'
UNION SELECT beside.nr FROM letter JOIN mention ON mention.letter = letter.nr
  JOIN letter AS near ON near.earliest BETWEEN date(mention.key, '-10 days')
    AND date(mention.key, '+10 days')
  JOIN letter AS other ON other.nr BETWEEN near.nr - 2 AND near.nr + 2
    AND (other.earliest IS NULL OR other.inferred)
  JOIN letter AS beside ON beside.nr BETWEEN other.nr - 2 AND other.nr + 2
  WHERE letter.id = :id AND mention.key < ':'
UNION SELECT other.nr FROM letter JOIN letter AS other ON other.source = letter.source
WHERE letter.id = :id
UNION SELECT other.nr FROM letter JOIN letter AS other
  ON other.nr BETWEEN letter.nr - 30 AND letter.nr + 30 WHERE letter.id = :id
"""


def beside(con: sqlite3.Connection, ids: Sequence[str], reach: int) -> set[str]:
    """The letters up to `reach` places before or after these: a file's stand in their order."""
    rows = con.execute(BESIDE, {"ids": json.dumps(list(ids)), "reach": reach})
    return {row[0] for row in rows}


BESIDE = """
SELECT other.id FROM letter CROSS JOIN letter AS other
  ON other.nr BETWEEN letter.nr - :reach AND letter.nr + :reach
WHERE letter.id IN (SELECT value FROM json_each(:ids))
"""


def as_stated(con: sqlite3.Connection, ids: Sequence[str]) -> list[Letter]:
    """The letters with these ids, in this order, without days that were worked out."""
    where = "WHERE letter.id IN (SELECT value FROM json_each(?))"
    found = letters_of(con, con.execute(LETTER + where, (json.dumps(list(ids)),)))
    held = {letter.id: _as_stated(letter) for letter in found}
    return [held[id] for id in ids]
