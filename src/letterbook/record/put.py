"""Rows that more than one verb inserts: findings, their finders, letters."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from letterbook.model import By
from letterbook.record.pack import FindingRow, LetterRows

PUT_FINDING = "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
LETTER_COLUMNS = """id, ordinal, start, end, inside, kind, number, heading, earliest, latest,
  edtf, time, stated, doubt, place, sender, recipient, classification, handling, telegram, channel,
  subject, words, inferred"""
PUT_LETTER = f"INSERT INTO letter (source, {LETTER_COLUMNS}) VALUES (?{', ?' * 24}) RETURNING nr"
PUT_PARTY = "INSERT INTO party VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"


def hand_nr(con: sqlite3.Connection, by: By) -> int:
    """The number of a finder, new ones noted."""
    named = (by.kind, by.name, by.version)
    find = "SELECT nr FROM hand WHERE kind = ? AND name = ? AND version = ?"
    row = con.execute(find, named).fetchone()
    if row is None:
        put = "INSERT INTO hand (kind, name, version) VALUES (?, ?, ?) RETURNING nr"
        row = con.execute(put, named).fetchone()
    return int(row[0])


def put_letter(con: sqlite3.Connection, source: int, letter: LetterRows) -> int:
    """Insert a letter with its parties; gives its number."""
    nr: int = con.execute(PUT_LETTER, (source, *letter.columns)).fetchone()[0]
    con.executemany(PUT_PARTY, [(nr, *row) for row in letter.parties])
    return nr


def put_findings(
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
