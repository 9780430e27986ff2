"""What linking asks of the record and gives it: sources to look through, letters due, links."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from letterbook.model import DATING, By, Finding, Letter
from letterbook.record import absent
from letterbook.record.absent import Absent
from letterbook.record.anchor import apply
from letterbook.record.fetch import LETTER, letters_of
from letterbook.record.pack import FindingRow, finding_row
from letterbook.record.put import PUT_FINDING, hand_nr
from letterbook.record.ties import tie
from letterbook.record.who import keep_entries, unname

LOOKED_FOR = ("mention", "citation")
"""The kinds of finding that a second look at one source gives."""
LINKED = ("link", "citation")
"""The kinds that come from comparing letters; `date` and `clue` come by the rule DATING."""
CHUNK = 500  # values in one IN (…)
NEAR = 60  # days: how long a bare "your letter" may have waited for the letter it means

WAITING = """
INSERT INTO due (letter, fresh)
SELECT DISTINCT other.nr, 0 FROM due JOIN letter ON letter.nr = due.letter
JOIN letter AS other ON other.earliest BETWEEN letter.earliest
  AND date(letter.earliest, '+' || ? || ' days')
JOIN mention ON mention.letter = other.nr AND mention.key = 'latest'
WHERE due.fresh AND other.nr <> letter.nr
ON CONFLICT DO NOTHING
"""
NAMING = """
INSERT INTO due (letter, fresh)
SELECT DISTINCT mention.letter, 0 FROM due JOIN letter ON letter.nr = due.letter
JOIN mention ON mention.key IN ({keys})
WHERE due.fresh
ON CONFLICT DO NOTHING
"""
KEYS = ("letter.earliest", "date(letter.earliest, '+1 day')", "date(letter.earliest, '-1 day')",
        "'number ' || nullif(letter.telegram, '')")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Looked:
    """What a second look at a source gave: findings as rows, and for each letter its keys.

    `keys`: days and numbers that the letter's words name; `sketches`: samples of its wording;
    `entries`, `filed`: the entries of a list of persons, and the surnames they are filed under.
    """

    source: str
    findings: tuple[FindingRow, ...]
    hands: tuple[By, ...]
    keys: Mapping[str, frozenset[str]]
    sketches: Mapping[str, tuple[int, ...]]
    entries: tuple[tuple[str, str], ...] = ()
    filed: tuple[tuple[str, str], ...] = ()


def look(
    source: str,
    findings: Iterable[Finding],
    keys: Mapping[str, frozenset[str]],
    sketches: Mapping[str, tuple[int, ...]],
) -> Looked:
    """Pack what was found; pure, for any process."""
    hands: dict[By, int] = {}
    rows = tuple(finding_row(n, f, source, hands) for n, f in enumerate(findings))
    return Looked(source, rows, tuple(hands), keys, sketches)


def unlooked(con: sqlite3.Connection, version: str) -> list[str]:
    """The sources that this version has not looked through, by their ids."""
    rows = con.execute(
        "SELECT source.id FROM source LEFT JOIN looked ON looked.source = source.nr"
        " WHERE looked.version IS NOT ? ORDER BY source.nr",
        (version,),
    )
    return [row[0] for row in rows]


def keep_looked(con: sqlite3.Connection, looked: Looked, version: str) -> None:
    """Keep what a second look gave, in place of what an earlier one did; its letters are due."""
    row = con.execute("SELECT nr FROM source WHERE id = ?", (looked.source,)).fetchone()
    if row is None:  # replaced meanwhile by another reading
        return
    nr: int = row[0]
    letters = dict(con.execute("SELECT id, nr FROM letter WHERE source = ?", (nr,)).fetchall())
    _forget(con, nr, LOOKED_FOR)
    _put(con, nr, looked.findings, looked.hands)
    keep_entries(con, nr, looked.entries, looked.filed)
    for letter in letters.values():
        unname(con, letter)
        con.execute("DELETE FROM mention WHERE letter = ?", (letter,))
        con.execute("DELETE FROM sketch WHERE letter = ?", (letter,))
    keys = ((key, letters[id]) for id, held in looked.keys.items() for key in held)
    con.executemany("INSERT INTO mention VALUES (?, ?)", keys)
    samples = ((hash, letters[id]) for id, held in looked.sketches.items() for hash in held)
    con.executemany("INSERT INTO sketch VALUES (?, ?)", samples)
    fresh = "INSERT INTO due VALUES (?, 1) ON CONFLICT (letter) DO UPDATE SET fresh = 1"
    con.executemany(fresh, ((letter,) for letter in letters.values()))
    con.execute("INSERT OR REPLACE INTO looked VALUES (?, ?)", (nr, version))


def _forget(con: sqlite3.Connection, source: int, kinds: Sequence[str], of: str = "") -> None:
    marks = ", ".join("?" * len(kinds))
    about = " AND of = ?" if of else ""
    con.execute(
        f"DELETE FROM finding WHERE source = ? AND kind IN ({marks}){about}"
        " AND hand IN (SELECT nr FROM hand WHERE kind <> 'person')",
        (source, *kinds, *([of] if of else [])),
    )


def _put(
    con: sqlite3.Connection, source: int, rows: Sequence[FindingRow], by: Sequence[By]
) -> None:
    """Add finding rows after the others of a source."""
    if not rows:
        return
    last = con.execute("SELECT max(n) FROM finding WHERE source = ?", (source,)).fetchone()[0]
    first = 0 if last is None else last + 1
    hands = [hand_nr(con, each) for each in by]
    con.executemany(
        PUT_FINDING,
        ((source, first + n, start, end, kind, of, value, hands[hand], because, score)
         for n, start, end, kind, of, value, hand, because, score in rows),
    )  # fmt: skip


# --- due ----------------------------------------------------------------------------------------


def widen(con: sqlite3.Connection) -> None:
    """Make due, beside the new letters, those whose words may mean one of them."""
    everything = con.execute("SELECT count(*) FROM letter").fetchone()[0]
    if con.execute("SELECT count(*) FROM due").fetchone()[0] < everything:
        con.execute(WAITING, (NEAR,))
        con.execute(NAMING.format(keys=", ".join(KEYS)))
    con.execute("UPDATE due SET fresh = 0 WHERE fresh")


def due(con: sqlite3.Connection) -> list[str]:
    """The letters whose links are to be made, by their ids, in the record's order."""
    rows = con.execute(
        "SELECT letter.id FROM due JOIN letter ON letter.nr = due.letter ORDER BY letter.nr"
    )
    return [row[0] for row in rows]


def concern(con: sqlite3.Connection, letter: str) -> None:
    """A letter's header has changed: it, and the letters that may mean it, are due."""
    con.execute(
        "INSERT INTO due SELECT nr, 1 FROM letter WHERE id = ?"
        " ON CONFLICT (letter) DO UPDATE SET fresh = 1",
        (letter,),
    )
    con.execute(
        'INSERT INTO due SELECT link.letter, 0 FROM link WHERE link."to" = ?'
        " ON CONFLICT DO NOTHING",
        (letter,),
    )


def unmake(con: sqlite3.Connection, file: int) -> None:
    """Before a file's letters go: the letters that were, or may be, linked to them are due."""
    con.execute(UNMADE, {"file": file})


UNMADE = """
WITH going (id) AS (SELECT letter.id FROM letter JOIN source ON source.nr = letter.source
  WHERE source.file = :file)
INSERT INTO due SELECT link.letter, 0 FROM going JOIN link ON link."to" = going.id WHERE true
UNION SELECT link.letter, 0 FROM link JOIN json_each(link.candidates) AS one
  WHERE link."to" = '' AND one.value IN (SELECT id FROM going)
ON CONFLICT DO NOTHING
"""


# --- links --------------------------------------------------------------------------------------


def keep_links(
    con: sqlite3.Connection, letter: str, findings: Sequence[Finding], named: Iterable[Absent]
) -> None:
    """Keep what linking found about a letter in place of what it found before; it is due no more.

    A person's links stay, and stand before any rule's.
    """
    row = con.execute("SELECT nr, source FROM letter WHERE id = ?", (letter,)).fetchone()
    if row is None:
        return
    nr, source = row
    touched = _tied_to(con, nr)
    _forget(con, source, LINKED, letter)
    source_id = con.execute("SELECT id FROM source WHERE nr = ?", (source,)).fetchone()[0]
    packed = look(source_id, findings, {}, {})
    _put(con, source, packed.findings, packed.hands)
    tie(con, nr)
    absent.keep(con, nr, named)
    con.execute("DELETE FROM due WHERE letter = ?", (nr,))
    con.executemany(TWINS, ((other, letter) for other in _twins(con, nr)))
    touched |= _tied_to(con, nr)
    con.execute(REDATE, {"nr": nr, "source": source, "tied": json.dumps(sorted(touched))})


def _twins(con: sqlite3.Connection, nr: int) -> set[str]:
    """The letters that are, or may be, other editions of this one, by the links in force.

    Not by the rule's findings: where persons denied it on both sides, each letter would make the
    other due for ever.
    """
    query = "SELECT \"to\", candidates FROM link WHERE letter = ? AND kind = 'same letter as'"
    rows = con.execute(query, (nr,)).fetchall()
    return {id for to, candidates in rows for id in (to, *json.loads(candidates)) if id}


TWINS = """
INSERT INTO due SELECT letter.nr, 0 FROM letter WHERE letter.id = ?1 AND NOT EXISTS
  (SELECT 1 FROM link WHERE link.letter = letter.nr
   AND (link."to" = ?2 OR instr(link.candidates, '"' || ?2 || '"'))) ON CONFLICT DO NOTHING
"""

REDATE = """
INSERT INTO redate SELECT letter.nr FROM letter
WHERE (letter.inferred OR letter.earliest IS NULL AND letter.latest IS NULL) AND (letter.nr = :nr
  OR letter.id IN (SELECT value FROM json_each(:tied))
  OR letter.nr BETWEEN :nr - 12 AND :nr + 12 AND letter.source IN
    (SELECT other.nr FROM source JOIN source AS other USING (file) WHERE source.nr = :source))
ON CONFLICT DO NOTHING
"""


def _tied_to(con: sqlite3.Connection, nr: int) -> set[str]:
    """The letters that this one does something to, and those that do something to it."""
    rows = con.execute(
        'SELECT "to" FROM link WHERE letter = :nr UNION SELECT own.id FROM letter JOIN link'
        ' ON link."to" = letter.id JOIN letter AS own ON own.nr = link.letter'
        " WHERE letter.nr = :nr",
        {"nr": nr},
    )
    return {row[0] for row in rows}


# --- dates --------------------------------------------------------------------------------------


def redate(con: sqlite3.Connection) -> list[str]:
    """The undated letters whose days are to be worked out, by their ids."""
    query = "SELECT id FROM redate JOIN letter ON letter.nr = redate.letter ORDER BY letter.nr"
    return [row[0] for row in con.execute(query)]


def beside(con: sqlite3.Connection, letter: str, reach: int) -> tuple[list[Letter], list[Letter]]:
    """The letters before and after this one in its file, `reach` each way, nearest at its side."""
    path, part, ordinal = con.execute(
        "SELECT source.path, source.ordinal, letter.ordinal FROM letter"
        " JOIN source ON source.nr = letter.source WHERE letter.id = ?",
        (letter,),
    ).fetchone()
    here = {"path": path, "part": part, "ordinal": ordinal, "reach": reach}
    before = letters_of(con, con.execute(LETTER + BESIDE.format(than="<", order="DESC"), here))
    after = letters_of(con, con.execute(LETTER + BESIDE.format(than=">", order="ASC"), here))
    return before[::-1], after


BESIDE = """
WHERE source.path = :path AND (source.ordinal, letter.ordinal) {than} (:part, :ordinal)
ORDER BY source.ordinal {order}, letter.ordinal {order} LIMIT :reach
"""


def keep_dating(con: sqlite3.Connection, letter: str, findings: Sequence[Finding]) -> None:
    """Keep the days worked out for a letter, and the clues, in place of what was before."""
    nr, source, source_id = con.execute(
        "SELECT letter.nr, source.nr, source.id FROM letter JOIN source"
        " ON source.nr = letter.source WHERE letter.id = ?",
        (letter,),
    ).fetchone()
    con.execute(
        "DELETE FROM finding WHERE source = ? AND of = ?"
        " AND hand IN (SELECT nr FROM hand WHERE kind = 'rule' AND name = ?)",
        (source, letter, DATING),
    )
    packed = look(source_id, findings, {}, {})
    _put(con, source, packed.findings, packed.hands)
    apply(con, letter)
    con.execute("DELETE FROM redate WHERE letter = ?", (nr,))


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


def letters_near(con: sqlite3.Connection, ids: Sequence[str], back: int, on: int) -> list[Letter]:
    """Letters from `back` days before to `on` days after each of `ids`, and their neighbors."""
    nrs: set[int] = set()  # a file's letters are numbered in their order
    for id in ids:
        nrs.update(row[0] for row in con.execute(AROUND, {"id": id, "back": back, "on": on}))
    held: list[Letter] = []
    ordered = sorted(nrs)
    for at in range(0, len(ordered), CHUNK):
        some = ordered[at : at + CHUNK]
        where = f"WHERE letter.nr IN ({', '.join('?' * len(some))}) ORDER BY letter.nr"
        held += letters_of(con, con.execute(LETTER + where, some))
    return list(map(_as_stated, held))


def catalogue(con: sqlite3.Connection) -> list[Letter]:
    """Every letter, in the order of their files."""
    order = "ORDER BY source.path, source.ordinal, letter.ordinal"
    return list(map(_as_stated, letters_of(con, con.execute(LETTER + order))))


def _as_stated(letter: Letter) -> Letter:
    """The letter without days that were worked out: they come from links and must not make any."""
    return replace(letter, when=None, inferred=False) if letter.inferred else letter


AROUND = """
SELECT other.nr FROM letter JOIN letter AS other ON other.earliest
  BETWEEN date(letter.earliest, '-' || :back || ' days')
  AND date(letter.latest, '+' || :on || ' days') WHERE letter.id = :id
UNION SELECT other.nr FROM letter JOIN letter AS other ON other.source = letter.source
WHERE letter.id = :id
UNION SELECT other.nr FROM letter JOIN letter AS other
  ON other.nr BETWEEN letter.nr - 30 AND letter.nr + 30 WHERE letter.id = :id
"""
