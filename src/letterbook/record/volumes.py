"""Volumes: files that hold many documents, their title pages, and what stands on which page."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

TITLES = """
SELECT source.path, substr(source.text, 1, 400) FROM source
WHERE source.part = '' AND source.form IN ('other', 'list')
"""
NUMBERS = """
SELECT letter.number, letter.id FROM source CROSS JOIN letter ON letter.source = source.nr
WHERE source.file = (SELECT nr FROM file WHERE path = ?) AND source.path = ?
  AND letter.number <> '' AND letter.inside = '' ORDER BY letter.nr
"""
"""By the file, not by the number: every volume of a record has a document 12."""
PAGED = """
SELECT source.id, json_extract(finding.value, '$.label'), letter.id, finding.start
FROM source LEFT JOIN finding ON finding.source = source.nr AND finding.kind = 'furniture'
  AND json_extract(finding.value, '$.what') = 'page'
LEFT JOIN letter ON letter.source = source.nr AND letter.inside = ''
WHERE source.file = (SELECT nr FROM file WHERE path = ?) AND source.path = ?
ORDER BY source.ordinal, finding.start, letter.ordinal
"""
OWN = """
SELECT source.nr, source.file, source.path, source.ordinal,
  NOT EXISTS (SELECT 1 FROM letter AS other WHERE other.source = letter.source
    AND other.inside = '' AND other.ordinal < letter.ordinal)
FROM letter JOIN source ON source.nr = letter.source WHERE letter.id = ? AND letter.inside = ''
"""
LABELS = """
SELECT json_extract(value, '$.label') FROM finding
WHERE source = ? AND kind = 'furniture' AND json_extract(value, '$.what') = 'page' ORDER BY start, n
"""
BEFORE = """
SELECT json_extract(finding.value, '$.label') FROM source JOIN finding
  ON finding.source = source.nr AND finding.kind = 'furniture'
  AND json_extract(finding.value, '$.what') = 'page' AND json_extract(finding.value, '$.label') > ''
WHERE source.file = ? AND source.path = ? AND source.ordinal < ?
ORDER BY source.ordinal DESC, finding.start DESC, finding.n DESC LIMIT 1
"""


def titles(con: sqlite3.Connection) -> dict[str, str]:
    """The title page of each volume, in one line, by the path of its file."""
    return {path: ", ".join(words.split("\n")) for path, words in con.execute(TITLES)}


def title(con: sqlite3.Connection, path: str) -> str:
    """The title page of one volume, in one line; "" when it has none."""
    # by its file, which is indexed: a member of an archive lies in "parcel.zip!inner/volume.xml"
    query = f"{TITLES} AND source.file = (SELECT nr FROM file WHERE path = ?) AND source.path = ?"
    row = con.execute(query, (path.partition("!")[0], path)).fetchone()
    return ", ".join(row[1].split("\n")) if row else ""


def numbers(con: sqlite3.Connection, path: str) -> dict[str, list[str]]:
    """The letters of a volume by their document numbers."""
    held: dict[str, list[str]] = defaultdict(list)
    for number, letter in con.execute(NUMBERS, (_file(path), path)):
        held[number].append(letter)
    return dict(held)


def _file(path: str) -> str:
    """The file of a source: a member of an archive lies in "parcel.zip!inner/volume.xml"."""
    return path.partition("!")[0]


def pages(con: sqlite3.Connection, path: str) -> dict[str, tuple[str, ...]]:
    """The letters that stand on each page of a volume: from the page they begin on to their last.

    A letter stands also on the page that was open where it begins.
    """
    held: dict[str, dict[str, None]] = defaultdict(dict)
    here, last = "", ""
    for source, label, letter, _ in con.execute(PAGED, (_file(path), path)):
        if source != last and here and letter:
            held[here][letter] = None
        last = source
        if label:
            here = label
            if letter:
                held[label][letter] = None
    return {page: tuple(letters) for page, letters in held.items()}


def pages_of(con: sqlite3.Connection, letter: str) -> tuple[str, ...]:
    """The pages on which one letter stands, as `pages` has them, without asking for its volume."""
    own = con.execute(OWN, (letter,)).fetchone()
    if own is None:
        return ()
    source, file, path, ordinal, first = own
    before = con.execute(BEFORE, (file, path, ordinal)).fetchone() if first else None
    labels = [row[0] for row in con.execute(LABELS, (source,)) if row[0]]
    return tuple(dict.fromkeys([*(before or ()), *labels]))


def neighbor(con: sqlite3.Connection, letter: str, step: int) -> str:
    """The letter `step` documents on (or back) in the same file; "" beyond its ends."""
    order = "DESC" if step < 0 else "ASC"
    than = "<" if step < 0 else ">"
    row = con.execute(
        "SELECT letter.id FROM source AS own JOIN source ON source.file = own.file"
        f" AND source.ordinal {than} own.ordinal JOIN letter ON letter.source = source.nr"
        " WHERE own.id = ? AND letter.inside = ''"
        f" ORDER BY source.ordinal {order}, letter.ordinal LIMIT 1 OFFSET ?",
        (letter.partition(".")[0], abs(step) - 1),
    ).fetchone()
    return row[0] if row else ""
