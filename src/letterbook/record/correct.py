"""Correcting: what a person says is added, never rewritten, and can be taken back."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from letterbook.model import TIES, Finding, Letter, LetterbookError, Name, Source, Span, When, Words
from letterbook.record.anchor import apply, locate, pointed_at
from letterbook.record.choose import resolve
from letterbook.record.connect import now
from letterbook.record.edtf import field_of, values
from letterbook.record.fetch import findings_of, letter_of, source_of
from letterbook.record.header import in_force
from letterbook.record.kept import Logged
from letterbook.record.links import concern
from letterbook.record.log import IS, MATTER, log
from letterbook.record.ties import ties_of
from letterbook.record.units import clean
from letterbook.record.who import called, reopen

PUT = """
INSERT INTO correction
  (at, who, why, undoes, letter, field, value, before, file, opening, words)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING nr
"""


def correct(
    con: sqlite3.Connection, letter: str, field: str, value: str, who: str, why: str
) -> Logged:
    """Say what a field of the letter with this full id is. Needs an open transaction."""
    field = field_of(field)
    value = "" if value.strip() == "-" else clean(value.strip())
    if field in TIES and value:
        value = "; ".join(resolve(con, part) for part in value.split(";"))
        if letter in value.split("; "):
            raise LetterbookError(f"{letter}: a letter does not answer itself, nor is it another")
    meant = values(field, value)
    held = letter_of(con, letter)
    source_nr, file = _where(con, letter)
    source = source_of(con, source_nr)
    about = [f for f in findings_of(con, source_nr, source.id) if f.of == letter]
    tied = [each.to for each in ties_of(con, letter) if each.kind == TIES.get(field)]
    before = "; ".join(tied or [_say(f) for f in in_force(about, field)])
    words = pointed_at(source, about, field) or _named(source, held, meant)
    row = (now(), clean(who), clean(why), None, letter, field, value, before, file, held.words,
           words)  # fmt: skip
    nr = con.execute(PUT, row).fetchone()[0]
    con.execute("INSERT INTO anchor VALUES (?, ?)", (nr, letter))
    apply(con, letter)
    concern(con, letter)
    return log(con)[-1]


def decide(
    con: sqlite3.Connection, names: Sequence[str], to: str, letter: str, who: str, why: str
) -> Logged:
    """Say that `names` are the party called `to`: everywhere, or in one letter (by its full id)."""
    file = _where(con, letter)[1] if letter else ""
    opening = letter_of(con, letter).words if letter else ""
    words = "\n".join(clean(name) for name in names)
    before = "; ".join(dict.fromkeys(p.label for name in names for p in called(con, name)))
    row = (now(), clean(who), clean(why), None, letter, IS, clean(to), before, file, opening, words)
    nr = con.execute(PUT, row).fetchone()[0]
    con.execute("INSERT INTO anchor VALUES (?, ?)", (nr, letter))
    reopen(con, names, letter)
    return log(con)[-1]


def undo(con: sqlite3.Connection, number: int, who: str, why: str) -> Logged:
    """Take back an entry of the log (undoing an undo brings the correction back)."""
    entries = {entry.number: entry for entry in log(con)}
    entry = entries.get(number)
    if entry is None:
        raise LetterbookError(f"the log has no entry {number}; see: letterbook log")
    if entry.state == "undone":
        raise LetterbookError(f"entry {number} is already undone; see: letterbook log")
    about = entry
    while about.undoes is not None:
        about = entries[about.undoes]
    row = con.execute("SELECT letter, field, file, opening, words FROM correction WHERE nr = ?",
                      (about.number,)).fetchone()  # fmt: skip
    letter, field, file, opening, words = row
    con.execute(
        PUT, (now(), clean(who), clean(why), number, letter, field, "", "", file, opening, words)
    )
    anchor = con.execute(
        "SELECT letter FROM anchor WHERE correction = ?", (about.number,)
    ).fetchone()[0]
    if field == IS:
        reopen(con, words.split("\n"), anchor or "")
    elif anchor is not None and field != MATTER:  # matters are gathered when they are asked for
        apply(con, anchor)
        concern(con, anchor)
    return log(con)[-1]


def _where(con: sqlite3.Connection, letter: str) -> tuple[int, str]:
    row = con.execute(
        "SELECT source.nr, file.path FROM letter JOIN source ON source.nr = letter.source"
        " JOIN file ON file.nr = source.file WHERE letter.id = ?",
        (letter,),
    ).fetchone()
    return int(row[0]), str(row[1])


def _named(source: Source, letter: Letter, meant: tuple[object, ...]) -> str:
    """The words of the text that name what a person says, when no rule pointed at any."""
    extent = Span(source.id, letter.start, letter.end)
    for value in meant:
        words = value.name if isinstance(value, Name) else ""
        span = locate(source, extent, words)
        if span is not None:
            return source.text[span.start : span.end]
    return ""


def _say(finding: Finding) -> str:
    value = finding.value
    if isinstance(value, When):
        return value.edtf or value.time
    return value.text if isinstance(value, Words) else str(value)
