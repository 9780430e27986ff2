"""What dating asks of the record: undated letters and those beside them; it keeps their days."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from letterbook.model import DATING, By, Finding
from letterbook.record.anchor import head
from letterbook.record.pack import FindingRow, finding_row
from letterbook.record.put import put_findings

UNDATED = "(other.inferred OR other.earliest IS NULL AND other.latest IS NULL)"
REDATE = f"""
INSERT INTO redate SELECT other.nr FROM letter AS other WHERE other.nr = :nr AND {UNDATED}
UNION SELECT other.nr FROM json_each(:tied) AS tied JOIN letter AS other ON other.id = tied.value
  AND {UNDATED} WHERE true
ON CONFLICT DO NOTHING
"""
"""What a letter does has changed: it, and those that it did or does something to, if undated."""
REDATE_BY_NEW = f"""
INSERT INTO redate SELECT other.nr FROM due CROSS JOIN letter ON letter.nr = due.letter
  CROSS JOIN letter AS other ON other.nr BETWEEN letter.nr - 12 AND letter.nr + 12 AND {UNDATED}
  CROSS JOIN source ON source.nr = letter.source
  CROSS JOIN source AS its ON its.nr = other.source AND its.file = source.file WHERE due.fresh
UNION SELECT other.nr FROM due CROSS JOIN letter ON letter.nr = due.letter CROSS JOIN link
  ON link."to" = letter.id CROSS JOIN letter AS other ON other.nr = link.letter AND {UNDATED}
  WHERE due.fresh
UNION SELECT other.nr FROM due CROSS JOIN link ON link.letter = due.letter
  CROSS JOIN letter AS other ON other.id = link."to" AND {UNDATED} WHERE due.fresh
ON CONFLICT DO NOTHING
"""
"""A header is new or corrected: the undated that stand near it in its file, or are tied to it."""


def changed(con: sqlite3.Connection, nr: int, tied: Iterable[str]) -> None:
    """A letter's links to those `tied` have come or gone: the undated of them are to be dated."""
    con.execute(REDATE, {"nr": nr, "tied": json.dumps(sorted(tied))})


def renewed(con: sqlite3.Connection) -> None:
    """The headers of the letters that are due and fresh are new: so are days that rest on them."""
    con.execute(REDATE_BY_NEW)


def dated(con: sqlite3.Connection) -> None:
    """Every undated letter has been looked at."""
    con.execute("DELETE FROM redate")


def redate(con: sqlite3.Connection) -> list[str]:
    """The undated letters whose days are to be worked out, by their ids."""
    query = "SELECT id FROM redate CROSS JOIN letter ON nr = redate.letter ORDER BY redate.letter"
    return [row[0] for row in con.execute(query)]


def line(con: sqlite3.Connection, letter: str) -> list[tuple[str, bool | None]]:
    """The letters of the file that this one stands in, in their order: id, whether dated.

    None: one end of its days is open, as stated.
    """
    return [
        (id, None if half else bool(dated))
        for id, half, dated in con.execute(IN_LINE, (letter.partition(".")[0],))
    ]


IN_LINE = """
SELECT letter.id, NOT inferred AND (earliest IS NULL) <> (latest IS NULL),
  NOT inferred AND earliest IS NOT NULL
FROM source AS own JOIN source ON source.file = own.file AND source.path = own.path
JOIN letter ON letter.source = source.nr
WHERE own.id = ? ORDER BY source.ordinal, letter.ordinal
"""


def keep_dating(con: sqlite3.Connection, letter: str, findings: Sequence[Finding]) -> None:
    """Keep the days worked out for a letter, and the clues, in place of what was before.

    Where they are what they were, nothing is touched: a row is dated anew for one of its letters.
    """
    source, source_id = con.execute(
        "SELECT source.nr, source.id FROM letter JOIN source ON source.nr = letter.source"
        " WHERE letter.id = ?",
        (letter,),
    ).fetchone()
    hands: dict[By, int] = {}
    rows = [finding_row(n, f, source_id, hands) for n, f in enumerate(findings)]
    if sorted(con.execute(WORKED_OUT, (source, letter, DATING))) == sorted(_worded(rows, hands)):
        return
    con.execute(
        "DELETE FROM finding WHERE source = ? AND of = ?"
        " AND hand IN (SELECT nr FROM hand WHERE kind = 'rule' AND name = ?)",
        (source, letter, DATING),
    )
    put_findings(con, source, rows, list(hands))
    head(con, letter)


WORKED_OUT = """
SELECT start, end, finding.kind, value, coalesce(because, ''), version
FROM finding JOIN hand ON hand.nr = finding.hand
WHERE source = ? AND of = ? AND hand.kind = 'rule' AND hand.name = ?
"""


def _worded(rows: Sequence[FindingRow], hands: Iterable[By]) -> list[tuple[int | str, ...]]:
    """Rows of findings as `WORKED_OUT` gives them."""
    by = list(hands)
    return [
        (start, end, kind, value, because or "", by[hand].version)
        for _, start, end, kind, _, value, hand, because, _ in rows
    ]
