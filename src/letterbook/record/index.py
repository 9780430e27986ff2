"""The full-text index: a unit goes in, and comes out with exactly the words that went in."""

from __future__ import annotations

import sqlite3

from letterbook.record.units import Unit, body, notes

PUT_UNIT = """
INSERT INTO unit (source, letter, start, end, pieces, notes, head) VALUES (?, ?, ?, ?, ?, ?, ?)
RETURNING nr
"""
PUT_WORDS = "INSERT INTO search (rowid, head, body, notes) VALUES (?, ?, ?, ?)"
DROP_WORDS = "INSERT INTO search (search, rowid, head, body, notes) VALUES ('delete', ?, ?, ?, ?)"
UNITS = "SELECT count(*) FROM unit"
MERGE = "INSERT INTO search (search) VALUES ('optimize')"

Words = tuple[int, str, str, str | None]
"""A unit's number and what is indexed of it: head, body, notes."""

AT_ONCE = 16_000_000  # characters that wait to be indexed
GROWN = 4  # the index is made one again when a fourth of the units is new


class Index:
    """The words on their way into the index.

    FTS5 writes out what it holds before any other table is changed, so words wait until many can
    go in together: indexed document by document, the same texts took three times as long.
    """

    def __init__(self, con: sqlite3.Connection) -> None:
        self._con = con
        self._waiting: list[Words] = []
        self._size = self._new = 0

    def add(self, source: int, text: str, letter: int | None, unit: Unit) -> None:
        """Keep a unit, and its words as soon as many are together."""
        row = (source, letter, *unit[1:])
        nr = self._con.execute(PUT_UNIT, row).fetchone()[0]
        words = body(text, unit)
        self._waiting.append((nr, unit.head, words, notes(text, unit)))
        self._size += len(words)
        self._new += 1
        if self._size > AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Index what waits; before a commit, and before anything is taken out."""
        self._con.executemany(PUT_WORDS, self._waiting)
        self._waiting, self._size = [], 0

    def merge(self) -> None:
        """Make one of the many parts that FTS5 writes, after much was read.

        Each look-up seeks in every part: of a record read in one go, in fourteen. Done for a
        hundredth of the reading's time, and not for every letter that is added later.
        """
        if self._new and self._new * GROWN >= self._con.execute(UNITS).fetchone()[0]:
            self._con.execute(MERGE)
        self._new = 0


def drop_units(con: sqlite3.Connection, file: int) -> None:
    """Take a file's units and their words out; FTS5 must be given the words it was given."""
    sources = con.execute("SELECT nr FROM source WHERE file = ?", (file,)).fetchall()
    for (source,) in sources:
        con.executemany(DROP_WORDS, _words(con, "source", source))
    con.executemany("DELETE FROM unit WHERE source = ?", sources)


def rename_unit(con: sqlite3.Connection, letter: int, head: str) -> None:
    """Give a letter's unit a new head."""
    for nr, old, words, noted in _words(con, "letter", letter):
        if old != head:
            con.execute(DROP_WORDS, (nr, old, words, noted))
            con.execute("UPDATE unit SET head = ? WHERE nr = ?", (head, nr))
            con.execute(PUT_WORDS, (nr, head, words, noted))


def _words(con: sqlite3.Connection, column: str, nr: int) -> list[Words]:
    """What was indexed of the units of a source or of a letter."""
    units = con.execute(
        f"SELECT nr, source, start, end, pieces, notes, head FROM unit WHERE {column} = ?", (nr,)
    ).fetchall()
    if not units:
        return []
    query = "SELECT text FROM source WHERE nr = ?"
    text = con.execute(query, (units[0][1],)).fetchone()[0]
    held = ((row[0], Unit(0, *row[2:])) for row in units)
    return [(nr, unit.head, body(text, unit), notes(text, unit)) for nr, unit in held]
