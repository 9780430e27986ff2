"""What persons say of matters: which acts belong together, and what their matter is called.

Such a word keeps the sentences it was said of, and so it holds when the letters are read again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from letterbook.model import LetterbookError
from letterbook.record.connect import now
from letterbook.record.kept import Logged
from letterbook.record.log import MATTER, log, standings
from letterbook.record.units import clean

PUT = """
INSERT INTO correction
  (at, who, why, undoes, letter, field, value, before, file, opening, words)
VALUES (?, ?, ?, NULL, '', ?, ?, ?, '', '', ?) RETURNING nr
"""


def place(
    con: sqlite3.Connection, sentences: Sequence[str], title: str, before: str, who: str, why: str
) -> Logged:
    """Say that the acts in these sentences belong to the matter called `title`."""
    if not clean(title).strip():
        raise LetterbookError("a matter needs a title; give the words it is to be called by")
    words = "\n".join(" ".join(clean(each).split()) for each in sentences)
    row = (now(), clean(who), clean(why), MATTER, clean(title).strip(), clean(before), words)
    nr = con.execute(PUT, row).fetchone()[0]
    con.execute("INSERT INTO anchor VALUES (?, '')", (nr,))
    return log(con)[-1]


def placed(con: sqlite3.Connection) -> dict[str, str]:
    """Sentence → the title of its matter, as persons said last."""
    return {
        sentence: s.value
        for s in standings(con)
        if s.field == MATTER and s.state == "in force"
        for sentence in s.words.split("\n")
    }
