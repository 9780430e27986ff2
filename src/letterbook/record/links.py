"""What linking asks of the record and gives it: sources to look through, letters due, links."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from letterbook.model import By, Finding
from letterbook.record import absent, dating
from letterbook.record.absent import Absent
from letterbook.record.pack import FindingRow, finding_row
from letterbook.record.put import put_findings
from letterbook.record.ties import tie
from letterbook.record.who import begin_naming, keep_entries, unname

LOOKED_FOR = ("mention", "citation")
"""The kinds of finding that a second look at one source gives."""
LINKED = ("link", "citation")
"""The kinds that come from comparing letters; `date` and `clue` come by the rule DATING."""
NEAR = 60  # days: how long a bare "your letter" may have waited for the letter it means
FEW, MOST = 50, 40  # newcomers for each of which so many of those waiting are asked, the likeliest

WAITING = """
INSERT INTO due (letter, fresh)
SELECT DISTINCT other.nr, 0 FROM due JOIN letter ON letter.nr = due.letter
JOIN letter AS other ON other.earliest BETWEEN letter.earliest
  AND date(letter.earliest, '+' || ? || ' days')
JOIN mention ON mention.letter = other.nr AND mention.key = 'latest'
WHERE due.fresh AND other.nr <> letter.nr
ON CONFLICT DO NOTHING
"""
WAITING_FOR_ONE = """
INSERT INTO due (letter, fresh)
SELECT other.nr, 0 FROM letter CROSS JOIN letter AS other
  ON other.earliest BETWEEN letter.earliest AND date(letter.earliest, '+' || :near || ' days')
CROSS JOIN mention ON mention.key = 'latest' AND mention.letter = other.nr
WHERE letter.nr = :nr AND other.nr <> letter.nr
ORDER BY NOT EXISTS (SELECT 1 FROM party AS one JOIN party AS its USING (folded)
    WHERE one.letter = letter.nr AND its.letter = other.nr AND one.role <> its.role),
  other.earliest, other.nr LIMIT :most
ON CONFLICT DO NOTHING
"""
NAMING = """
INSERT INTO due (letter, fresh)
SELECT DISTINCT mention.letter, 0 FROM due CROSS JOIN letter ON letter.nr = due.letter
CROSS JOIN mention ON mention.key IN ({keys})
WHERE due.fresh
ON CONFLICT DO NOTHING
"""
PLACED = """  -- an undated newcomer may be the letter of a day that its neighbors stand about
INSERT INTO due (letter, fresh)
SELECT DISTINCT mention.letter, 0 FROM due CROSS JOIN letter ON letter.nr = due.letter
CROSS JOIN letter AS near ON near.nr BETWEEN letter.nr - 2 AND letter.nr + 2
  AND NOT near.inferred
CROSS JOIN mention ON mention.key BETWEEN date(near.earliest, '-10 days')
  AND date(near.earliest, '+10 days')
CROSS JOIN absent ON absent.letter = mention.letter AND absent.earliest = mention.key
WHERE due.fresh AND (letter.earliest IS NULL OR letter.inferred) AND letter.inside = ''
ON CONFLICT DO NOTHING
"""
BEARING = """  -- a newcomer may be named by a number that only its words tell
INSERT INTO due (letter, fresh)
SELECT DISTINCT mention.letter, 0 FROM due
CROSS JOIN mention AS own ON own.letter = due.letter AND own.key GLOB 'bears *'
CROSS JOIN mention ON mention.key = 'number ' || substr(own.key, 7)
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
    # mostly what came last, or nothing: two counts tell, where a record holds many
    every = con.execute("SELECT count(*) FROM source").fetchone()[0]
    known = con.execute("SELECT count(*) FROM looked WHERE version = ?", (version,)).fetchone()[0]
    late = "SELECT id FROM source WHERE nr > (SELECT max(source) FROM looked) ORDER BY nr"
    new = [row[0] for row in con.execute(late)] if known else []
    if known + len(new) == every:
        return new
    rows = con.execute(
        "SELECT id FROM source WHERE nr IN"
        " (SELECT nr FROM source EXCEPT SELECT source FROM looked WHERE version = ?) ORDER BY nr",
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
    if con.execute("SELECT 1 FROM looked WHERE source = ?", (nr,)).fetchone():
        _unlook(con, nr, letters.values())
    put_findings(con, nr, looked.findings, looked.hands)
    if looked.entries or looked.filed:
        keep_entries(con, nr, looked.entries, looked.filed)
    begin_naming(con, letters.values())
    keys = ((key, letters[id]) for id, held in looked.keys.items() for key in held)
    con.executemany("INSERT INTO mention VALUES (?, ?)", keys)
    samples = [(hash, letters[id]) for id, held in looked.sketches.items() for hash in held]
    con.executemany("INSERT INTO sketch VALUES (?, ?)", samples)
    fresh = "INSERT INTO due VALUES (?, 1) ON CONFLICT (letter) DO UPDATE SET fresh = 1"
    con.executemany(fresh, ((letter,) for letter in letters.values()))
    con.execute("INSERT OR REPLACE INTO looked VALUES (?, ?)", (nr, version))


def _unlook(con: sqlite3.Connection, source: int, letters: Iterable[int]) -> None:
    """Take out what an earlier look gave; most sources are looked through once, and have none."""
    forget(con, source, LOOKED_FOR)
    keep_entries(con, source, (), ())
    for letter in letters:
        unname(con, letter)
        con.execute("DELETE FROM mention WHERE letter = ?", (letter,))
        con.execute("DELETE FROM sketch WHERE letter = ?", (letter,))


def forget(con: sqlite3.Connection, source: int, kinds: Sequence[str], of: str = "") -> None:
    """Take out what rules found of these kinds in a source, about one letter or about any."""
    marks = ", ".join("?" * len(kinds))
    about = " AND of = ?" if of else ""
    con.execute(
        f"DELETE FROM finding WHERE source = ? AND kind IN ({marks}){about}"
        " AND hand IN (SELECT nr FROM hand WHERE kind <> 'person')",
        (source, *kinds, *([of] if of else [])),
    )


# --- due ----------------------------------------------------------------------------------------


def widen(con: sqlite3.Connection) -> None:
    """Make due, beside the new letters, those whose words may mean one of them."""
    everything = con.execute("SELECT count(*) FROM letter").fetchone()[0]
    if con.execute("SELECT count(*) FROM due").fetchone()[0] < everything:
        _wait(con)
        con.execute(NAMING.format(keys=", ".join(KEYS)))
        con.execute(BEARING)
        con.execute(PLACED)
    dating.renewed(con)
    con.execute("UPDATE due SET fresh = 0 WHERE fresh")


def _wait(con: sqlite3.Connection) -> None:
    """Those that say "your letter" and no more, of the days after a new letter.

    For a few newcomers in a record of many letters only the likeliest: those between the same
    parties, then the nearest by day.
    """
    fresh = con.execute("SELECT letter FROM due WHERE fresh LIMIT ?", (FEW + 1,)).fetchall()
    if len(fresh) > FEW:
        con.execute(WAITING, (NEAR,))
        return
    con.executemany(WAITING_FOR_ONE, [{"nr": nr, "near": NEAR, "most": MOST} for (nr,) in fresh])


def fresh(con: sqlite3.Connection) -> list[str]:
    """The letters that are new, or whose headers are, by their ids; none where they are many."""
    rows = con.execute(
        "SELECT letter.id FROM due CROSS JOIN letter ON letter.nr = due.letter WHERE due.fresh"
        " ORDER BY due.letter LIMIT ?",
        (FEW + 1,),
    ).fetchall()
    return [row[0] for row in rows] if len(rows) <= FEW else []


def dismiss(con: sqlite3.Connection, letters: Iterable[str]) -> None:
    """These letters need not be linked anew: nothing of what came concerns them."""
    con.executemany(
        "DELETE FROM due WHERE letter = (SELECT nr FROM letter WHERE id = ?)",
        ((id,) for id in letters),
    )


def due(con: sqlite3.Connection) -> list[str]:
    """The letters whose links are to be made, by their ids, in the record's order."""
    rows = con.execute(
        "SELECT letter.id FROM due CROSS JOIN letter ON letter.nr = due.letter ORDER BY due.letter"
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
    before = _does(con, nr)
    if _replace(con, source, letter, findings):
        tie(con, nr)
    absent.keep(con, nr, named)
    con.execute("DELETE FROM due WHERE letter = ?", (nr,))
    con.executemany(TWINS, ((other, letter) for other in _twins(con, nr)))
    if changed := before ^ _does(con, nr):
        dating.changed(con, nr, {to for to, _ in changed})


HELD = """
SELECT n, start, end, finding.kind, value, because, score, hand.kind, hand.name, version
FROM finding JOIN hand ON hand.nr = finding.hand
WHERE source = ? AND of = ? AND finding.kind IN (?, ?) AND hand.kind <> 'person'
"""


def _replace(
    con: sqlite3.Connection, source: int, letter: str, findings: Sequence[Finding]
) -> bool:
    """Put what rules found about a letter in place of what they found; whether a link is touched.

    Most citations are as the second look at the source left them: what is the same stays.
    """
    packed = look(letter.partition(".")[0], findings, {}, {})
    held = {row[1:]: row[0] for row in con.execute(HELD, (source, letter, *LINKED))}
    hands = [(by.kind, by.name, by.version) for by in packed.hands]
    said = [
        ((start, end, kind, value, because, score, *hands[hand]), row)
        for row in packed.findings
        for _, start, end, kind, _, value, hand, because, score in [row]
    ]
    gone = held.keys() - {key for key, _ in said}
    new = [row for key, row in said if key not in held]
    con.executemany(
        "DELETE FROM finding WHERE source = ? AND n = ?", ((source, held[key]) for key in gone)
    )
    put_findings(con, source, new, packed.hands)
    return bool(gone or new)


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


def _does(con: sqlite3.Connection, nr: int) -> set[tuple[str, str]]:
    """The letters that this one does something to, and what."""
    return set(con.execute('SELECT "to", kind FROM link WHERE letter = ?', (nr,)))
