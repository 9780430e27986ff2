"""Letters known only by mention, as each letter's words name them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

PUT = "INSERT INTO absent VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
GET = """
SELECT letter.id, absent.key, what, absent.sender, absent.recipient, absent.earliest,
  absent.latest, absent.number, mentions, printed, fate
FROM absent JOIN letter ON letter.nr = absent.letter {which}
ORDER BY absent.key, letter.earliest, letter.nr, n
"""
NAMED = """
WHERE absent.key IN (SELECT key FROM absent JOIN letter ON letter.nr = absent.letter
  WHERE letter.id IN (SELECT value FROM json_each(?)))
"""


@dataclass(frozen=True, slots=True)
class Absent:
    """A letter that `letter` names and the record does not hold.

    `key` is equal where two letters name the same one. Days are ISO 8601, "" where not told;
    `mentions` are the places (start, end) of the words in the source of `letter`; `printed` where
    notes say it stands, `fate` what else they say ("not found").
    """

    letter: str
    key: str
    what: str
    sender: str
    recipient: str
    earliest: str
    latest: str
    number: str
    mentions: tuple[tuple[int, int], ...]
    printed: tuple[str, ...] = ()
    fate: str = ""


def keep(con: sqlite3.Connection, letter: int, held: Iterable[Absent]) -> None:
    """Keep what a letter names and the record does not hold, in place of what it named before."""
    con.execute("DELETE FROM absent WHERE letter = ?", (letter,))
    con.executemany(
        PUT,
        (
            (letter, n, a.key, a.what, a.sender, a.recipient, a.earliest, a.latest, a.number,
             json.dumps(a.mentions), json.dumps(a.printed, ensure_ascii=False), a.fate)
            for n, a in enumerate(held)
        ),
    )  # fmt: skip


def absent(con: sqlite3.Connection, named_by: Sequence[str] = ()) -> list[Absent]:
    """All of them, those with one key together; `named_by` letters, what these name.

    What other letters say of the same letter comes with it.
    """
    given = (json.dumps(list(named_by)),) if named_by else ()
    return [
        Absent(
            letter, key, what, sender, recipient, earliest, latest, number,
            tuple((start, end) for start, end in json.loads(mentions)),
            tuple(json.loads(printed)), fate,
        )
        for (letter, key, what, sender, recipient, earliest, latest, number, mentions, printed,
             fate) in con.execute(GET.format(which=NAMED if named_by else ""), given)
    ]  # fmt: skip
