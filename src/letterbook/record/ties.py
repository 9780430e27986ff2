"""What letters do to one another: the table `link`, made from the findings that are in force."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from letterbook.model import By, LinkKind

SAME = "same letter as"
FOUND = """
SELECT finding.n, finding.start, finding.end, finding.value, finding.score, hand.kind
FROM letter JOIN finding ON finding.source = letter.source AND finding.of = letter.id
JOIN hand ON hand.nr = finding.hand WHERE letter.nr = ? AND finding.kind = 'link'
"""
TIED = """
SELECT own.id, link.kind, link."to", link.start, link.end, link.score, link.reason,
  substr(source.text, link.start + 1, min(link.end - link.start, 400)),
  hand.kind, hand.name, hand.version, finding.value
FROM link JOIN letter AS own ON own.nr = link.letter JOIN source ON source.nr = own.source
JOIN finding ON finding.source = own.source AND finding.n = link.n
JOIN hand ON hand.nr = finding.hand
"""


@dataclass(frozen=True, slots=True)
class Tie:
    """`letter` does something (`kind`) to the letter `to`: "" while it is open.

    `start` to `end` are the place of the `words` that say so, in the source of `letter`.
    """

    letter: str
    kind: LinkKind
    to: str
    start: int
    end: int
    score: float
    reason: str
    words: str
    by: By
    candidates: tuple[str, ...] = ()


def tie(con: sqlite3.Connection, nr: int) -> None:
    """Lay a letter's links anew from its findings: a person's word on a kind stands alone."""
    rows = [(*row[:3], json.loads(row[3]), *row[4:]) for row in con.execute(FOUND, (nr,))]
    said = {row[3]["kind"] for row in rows if row[5] == "person"}
    con.execute("DELETE FROM link WHERE letter = ?", (nr,))
    con.executemany(
        "INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                nr,
                n,
                value["kind"],
                value.get("to", ""),
                start,
                end,
                score,
                value.get("reason", ""),
                json.dumps(value.get("candidates", [])),
            )
            for n, start, end, value, score, hand in rows
            if hand == "person" or value["kind"] not in said
        ),
    )


def ties_of(con: sqlite3.Connection, letter: str) -> list[Tie]:
    """What the letter with this full id does to others."""
    return _ties(con, "WHERE own.id = ? ORDER BY link.start, link.n", letter)


def ties_to(con: sqlite3.Connection, letter: str) -> list[Tie]:
    """What others do to the letter with this full id."""
    return _ties(con, 'WHERE link."to" = ? ORDER BY own.earliest, own.nr, link.n', letter)


def _ties(con: sqlite3.Connection, where: str, letter: str) -> list[Tie]:
    found = _found(con, where, letter)
    said = {id: _said(con, id) for t in found if t.kind == SAME for id in (t.letter, t.to) if id}
    return [t for t in found if t.kind != SAME or not t.to or _agreed(t, said)]


def _agreed(tie: Tie, said: Mapping[str, set[str] | None]) -> bool:
    """Whether no person denies on either side that the two are one letter."""
    ours, theirs = said[tie.letter], said[tie.to]
    return (ours is None or tie.to in ours) and (theirs is None or tie.letter in theirs)


def _said(con: sqlite3.Connection, letter: str) -> set[str] | None:
    """The editions of a letter that a person named; None where nobody spoke."""
    rows = con.execute(
        "SELECT json_extract(finding.value, '$.to') FROM letter JOIN finding"
        " ON finding.source = letter.source AND finding.of = letter.id"
        " JOIN hand ON hand.nr = finding.hand WHERE letter.id = ? AND finding.kind = 'link'"
        " AND hand.kind = 'person' AND json_extract(finding.value, '$.kind') = ?",
        (letter, SAME),
    ).fetchall()
    return {row[0] or "" for row in rows} or None


def _found(con: sqlite3.Connection, where: str, letter: str) -> list[Tie]:
    return [
        Tie(
            own, kind, to, start, end, score, reason, words, By(*by),
            tuple(json.loads(value).get("candidates", ())),
        )
        for own, kind, to, start, end, score, reason, words, *by, value in con.execute(
            TIED + where, (letter,)
        )
    ]  # fmt: skip


def twins(con: sqlite3.Connection) -> dict[str, list[str]]:
    """The letters that have other editions, and which, both ways."""
    query = (
        'SELECT letter.id, link."to" FROM link JOIN letter ON letter.nr = link.letter'
        " WHERE link.kind = ? AND link.\"to\" <> ''"
    )
    held: dict[str, list[str]] = {}
    for one, other in con.execute(query, (SAME,)):
        held.setdefault(one, []).append(other)
        held.setdefault(other, []).append(one)
    return held
