"""Who is who: names as letters give them, filed by block, and the parties worked out from them.

A block holds all names that may be one party's: a surname as it sounds, an office. Only the blocks
that a new letter touches are worked out anew.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from letterbook.model import Identity, Name, Party
from letterbook.record.log import IS, standings

Key = tuple[str, str, int, str, str]
"""Name, office, year (0: undated), id elsewhere, and the letter where a person decided for one."""

UNNAMED = """
SELECT letter.nr, letter.id, party.role, party.n, party.name, party.office, party.acting_for,
  party.ref, party.address, CASE WHEN letter.inferred THEN NULL ELSE letter.earliest END
FROM unnamed CROSS JOIN letter ON letter.nr = unnamed.letter
  CROSS JOIN party ON party.letter = letter.nr
ORDER BY unnamed.letter, party.role, party.n
"""


@dataclass(frozen=True, slots=True)
class Borne:
    """A party of a letter as it stands there: `nr` is the letter's inner number."""

    nr: int
    letter: str
    role: str
    n: int
    name: Name
    day: date | None


@dataclass(frozen=True, slots=True)
class Who:
    """A party across the record: in how many letters it wrote and was written to, and when.

    `first`, `last`: days, "" when no letter is dated. `reasons`: why names are held to be its.
    """

    party: Party
    sent: int
    received: int
    first: str
    last: str
    reasons: tuple[tuple[str, str], ...] = ()


def unname(con: sqlite3.Connection, letter: int) -> None:
    """A letter's parties are to be told apart (again)."""
    con.execute("DELETE FROM naming WHERE letter = ?", (letter,))
    begin_naming(con, (letter,))


def begin_naming(con: sqlite3.Connection, letters: Iterable[int]) -> None:
    """The parties of letters that are new are to be told apart."""
    con.executemany("INSERT OR IGNORE INTO unnamed VALUES (?)", ((nr,) for nr in letters))


def keep_authority(con: sqlite3.Connection, digest: str) -> None:
    """Note the authority of offices; when it is another than before, all names are filed anew."""
    row = con.execute("SELECT value FROM meta WHERE key = 'offices'").fetchone()
    if (row[0] if row else "") != digest:
        con.execute("INSERT OR REPLACE INTO meta VALUES ('offices', ?)", (digest,))
        _refile(con)


def unnamed(con: sqlite3.Connection) -> list[Borne]:
    """The parties of letters that have not been filed."""
    return [
        Borne(nr, letter, role, n, Name(*name), date.fromisoformat(day) if day else None)
        for nr, letter, role, n, *name, day in con.execute(UNNAMED)
    ]


def keep_namings(con: sqlite3.Connection, rows: Iterable[tuple[Borne, Key]]) -> None:
    """File the parties of letters under their keys."""
    con.executemany(
        "INSERT INTO naming VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        ((b.nr, b.role, b.n, *key) for b, key in rows),
    )
    con.execute("DELETE FROM unnamed")


def keep_entries(
    con: sqlite3.Connection,
    source: int,
    entries: Sequence[tuple[str, str]],
    filed: Iterable[tuple[str, str]],
) -> None:
    """Keep what a list of persons says: entries by id, and the surnames that it files."""
    con.execute("DELETE FROM filed WHERE source = ?", (source,))
    had = con.execute("DELETE FROM entry WHERE source = ?", (source,)).rowcount
    con.executemany("INSERT INTO entry VALUES (?, ?, ?, '')", ((i, source, w) for i, w in entries))
    con.executemany("INSERT INTO filed VALUES (?, ?, ?)", ((f, w, source) for f, w in filed))
    if entries and not had:
        _refile(con)


def _refile(con: sqlite3.Connection) -> None:
    """Every name and entry is to be put into a block anew."""
    con.execute("UPDATE named SET block = '' WHERE block > ''")
    con.execute("UPDATE entry SET block = '' WHERE block > ''")


def filed_under(con: sqlite3.Connection, form: str) -> set[str]:
    """The words under which lists of persons file this form of a surname."""
    query = "SELECT DISTINCT word FROM filed WHERE form = ?"
    return {row[0] for row in con.execute(query, (form,))}


def unfiled(con: sqlite3.Connection) -> tuple[list[Key], list[tuple[str, str]]]:
    """The names, and the entries of lists (id, words), that no block has yet."""
    names = con.execute("SELECT name, office, year, ref, only FROM named WHERE block = ''")
    entries = con.execute("SELECT id, words FROM entry WHERE block = ''")
    return names.fetchall(), entries.fetchall()


def file(
    con: sqlite3.Connection, names: Iterable[tuple[str, Key]], entries: Iterable[tuple[str, str]]
) -> None:
    """Put names (block, key) and entries (block, id) into their blocks, to be worked out."""
    held = list(names)
    con.executemany(
        "UPDATE named SET block = ? WHERE (name, office, year, ref, only) = (?, ?, ?, ?, ?)",
        ((block, *key) for block, key in held),
    )
    listed = list(entries)
    con.executemany("UPDATE entry SET block = ? WHERE id = ?", listed)
    blocks = {(block,) for block, _ in (*held, *listed)}
    con.executemany("INSERT OR IGNORE INTO unsettled VALUES (?)", sorted(blocks))


def entries(con: sqlite3.Connection, path: str) -> list[tuple[str, str]]:
    """The entries (id, words) of the lists of persons in a file."""
    # through the file, which is indexed: a reader asks this of every letter to an office
    lists = "SELECT nr FROM source WHERE file = (SELECT nr FROM file WHERE path = ?) AND path = ?"
    query = f"SELECT id, words FROM entry WHERE source IN ({lists}) ORDER BY id"
    return con.execute(query, (path.partition("!")[0], path)).fetchall()


def unsettled(con: sqlite3.Connection) -> list[str]:
    """The blocks to be worked out."""
    con.execute("DELETE FROM unsettled WHERE block = ''")
    return [row[0] for row in con.execute("SELECT block FROM unsettled ORDER BY block")]


def block_of(
    con: sqlite3.Connection, block: str
) -> tuple[list[tuple[Key, int]], list[tuple[str, str]]]:
    """The names of a block with how often they stand, and its entries of lists (id, words)."""
    con.execute("DELETE FROM named WHERE block = ? AND letters <= 0", (block,))
    query = "SELECT name, office, year, ref, only, letters FROM named WHERE block = ?"
    names = [((n, o, y, r, x), count) for n, o, y, r, x, count in con.execute(query, (block,))]
    entries = con.execute("SELECT id, words FROM entry WHERE block = ? ORDER BY id", (block,))
    return names, entries.fetchall()


def settle(
    con: sqlite3.Connection,
    block: str,
    parties: Sequence[Party],
    identities: Mapping[Key, Identity],
) -> None:
    """Keep who the names of a block are."""
    con.execute("DELETE FROM person WHERE block = ?", (block,))
    con.executemany(
        "INSERT OR REPLACE INTO person VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (p.id, block, p.kind, p.label, *map(_json, (p.names, p.offices, p.same_as)))
            for p in parties
        ),
    )
    con.executemany(
        "UPDATE named SET person = ?, candidates = ?, reason = ?"
        " WHERE (name, office, year, ref, only) = (?, ?, ?, ?, ?)",
        ((i.party, _json(i.candidates), i.reason, *key) for key, i in identities.items()),
    )
    con.execute("DELETE FROM unsettled WHERE block = ?", (block,))


def _json(words: Sequence[str]) -> str:
    return json.dumps(list(words), ensure_ascii=False)


# --- decisions ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Decided:
    """A person's word: where one of `names` stands (in `letter`, if one is given), it is `to`."""

    names: tuple[str, ...]
    to: str
    letter: str


def decisions(con: sqlite3.Connection) -> list[Decided]:
    """What persons said of who is who, as far as it is in force."""
    return [
        Decided(tuple(s.words.split("\n")), s.value, s.anchor or "")
        for s in standings(con)
        if s.field == IS and s.state == "in force"
    ]


def reopen(con: sqlite3.Connection, names: Iterable[str], letter: str) -> None:
    """A decision on these names came or went: they are filed anew."""
    for name in names:
        con.execute(f"{UNSETTLE} WHERE {WRITTEN}", [name])
        con.execute(f"UPDATE named SET block = '' WHERE {WRITTEN}", [name])
    row = con.execute("SELECT nr FROM letter WHERE id = ?", (letter,)).fetchone()
    if row:
        unname(con, row[0])


UNSETTLE = "INSERT OR IGNORE INTO unsettled SELECT block FROM named"
WRITTEN = "?1 IN (name, office, name || ', ' || office) AND ?1 <> ''"


# --- asking -------------------------------------------------------------------------------------

PERSON = "SELECT id, kind, label, names, offices, same_as FROM person"
COUNTS = """
SELECT named.person, sum(naming.role = 'sender'), sum(naming.role = 'recipient'),
  coalesce(min(letter.earliest), ''), coalesce(max(letter.latest), '')
FROM named JOIN naming USING (name, office, year, ref, only)
JOIN letter ON letter.nr = naming.letter {where} GROUP BY named.person
"""


def people(con: sqlite3.Connection) -> list[Who]:
    """Every party that writes or is written to, those with most letters first."""
    counts: dict[str, tuple[int, int, str, str]] = {
        id: (sent, received, first, last)
        for id, sent, received, first, last in con.execute(COUNTS.format(where=""))
    }
    held = [Who(p, *counts[p.id]) for p in _parties(con, "") if p.id in counts]
    return sorted(held, key=lambda w: (-w.sent - w.received, w.party.label))


def person(con: sqlite3.Connection, id: str) -> Who:
    """One party, with the reason for each way it is named."""
    [party] = _parties(con, "WHERE id = ?", id)
    rows = con.execute(COUNTS.format(where="WHERE named.person = ?"), (id,)).fetchall()
    sent, received, first, last = rows[0][1:] if rows else (0, 0, "", "")
    reasons = con.execute(
        "SELECT DISTINCT trim(name || iif(name <> '' AND office <> '', ', ', '') || office), reason"
        " FROM named WHERE person = ? ORDER BY letters DESC, name, office",
        (id,),
    )
    return Who(party, sent, received, first, last, tuple(reasons.fetchall()))


def persons(con: sqlite3.Connection) -> list[Party]:
    """Every party that is a person, by label."""
    return _parties(con, "WHERE kind = 'person'")


def called(con: sqlite3.Connection, words: str) -> list[Party]:
    """The parties that an id, its beginning, or a name means: the label first, then other names."""
    wanted = words.strip()
    for where, value in (
        ("WHERE id = ?", wanted.lower()),
        ("WHERE label = ? COLLATE NOCASE", wanted),
        ("WHERE EXISTS (SELECT 1 FROM json_each(names) WHERE value = ? COLLATE NOCASE)", wanted),
        ("WHERE length(?1) > 2 AND substr(id, 1, length(?1)) = ?1", wanted.lower()),
        ("WHERE instr(lower(label), ?)", wanted.lower()),
    ):
        found = _parties(con, where, value)
        if found:
            return found
    return []


def _parties(con: sqlite3.Connection, where: str, *values: str) -> list[Party]:
    return [
        Party(id, kind, label, *(tuple(json.loads(item)) for item in held))
        for id, kind, label, *held in con.execute(f"{PERSON} {where} ORDER BY label, id", values)
    ]


def identities(con: sqlite3.Connection, letter: str) -> Iterator[tuple[str, int, Identity]]:
    """Who the senders and recipients of a letter are: role, turn, identity."""
    rows = con.execute(
        "SELECT naming.role, naming.n, named.person, named.candidates, named.reason FROM letter"
        " JOIN naming ON naming.letter = letter.nr JOIN named USING (name, office, year, ref, only)"
        " WHERE letter.id = ? ORDER BY naming.role DESC, naming.n",
        (letter,),
    )
    for role, n, person, candidates, reason in rows:
        yield role, n, Identity(person, tuple(json.loads(candidates)), reason)


def open_names(con: sqlite3.Connection) -> list[tuple[str, int, tuple[str, ...], str]]:
    """Names that may be several parties: the name, how often, the parties, what would decide."""
    rows = con.execute(
        "SELECT trim(name || iif(name <> '' AND office <> '', ', ', '') || office), sum(letters),"
        " candidates, reason FROM named WHERE person = '' AND candidates <> '[]'"
        " GROUP BY name, office, candidates ORDER BY 2 DESC, 1"
    )
    return [(name, n, tuple(json.loads(ids)), reason) for name, n, ids, reason in rows]
