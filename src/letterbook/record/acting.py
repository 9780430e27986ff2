"""Which letters' acts are here: they are looked for when somebody asks for them, and then kept."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from letterbook.model import Trouble
from letterbook.record.keep import put_troubles
from letterbook.record.links import Looked, forget
from letterbook.record.put import put_findings

ALL = """
SELECT id FROM source WHERE nr IN
  (SELECT source FROM letter EXCEPT SELECT source FROM acted WHERE version = ?) ORDER BY nr
"""
OF_THESE = """
SELECT id FROM source WHERE nr IN
  (SELECT source FROM letter WHERE nr IN (SELECT value FROM json_each(?2))
   EXCEPT SELECT source FROM acted WHERE version = ?1) ORDER BY nr
"""


def unacted(con: sqlite3.Connection, version: str, letters: Sequence[int] | None) -> list[str]:
    """The sources of these letters (inner numbers; None: of all) whose acts are not here."""
    if letters is None:
        return [row[0] for row in con.execute(ALL, (version,))]
    return [row[0] for row in con.execute(OF_THESE, (version, json.dumps(list(letters))))]


def keep_acted(
    con: sqlite3.Connection, looked: Looked, version: str, troubles: Iterable[Trouble] = ()
) -> None:
    """Keep the acts of a source in place of those found before, and what went wrong."""
    query = (
        "SELECT source.nr, file.path FROM source JOIN file ON file.nr = source.file"
        " WHERE source.id = ?"
    )
    row = con.execute(query, (looked.source,)).fetchone()
    if row is None:  # replaced meanwhile by another reading
        return
    nr, path = row
    forget(con, nr, ("act",))
    put_findings(con, nr, looked.findings, looked.hands)
    put_troubles(con, path, troubles)
    con.execute("INSERT OR REPLACE INTO acted VALUES (?, ?)", (nr, version))
