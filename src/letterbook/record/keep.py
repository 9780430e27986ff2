"""Keeping: everything that came from one file, replaced at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from letterbook.model import By, Trouble
from letterbook.record.anchor import reanchor
from letterbook.record.connect import now
from letterbook.record.index import Index, drop_units
from letterbook.record.kept import File, Kept
from letterbook.record.links import unmake
from letterbook.record.pack import Pack
from letterbook.record.put import PUT_FINDING, hand_nr, put_letter

PUT_FILE = """
INSERT INTO file (path, size, mtime_ns, sha256, format, reader, read_at)
VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (path) DO UPDATE SET size = excluded.size, mtime_ns = excluded.mtime_ns,
  sha256 = excluded.sha256, format = excluded.format, reader = excluded.reader,
  read_at = excluded.read_at
RETURNING nr
"""
PUT_SOURCE = """
INSERT INTO source (id, file, path, part, ordinal, format, encoding, form, title, sha256, text)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING RETURNING nr
"""
PUT_TROUBLE = """
INSERT INTO trouble (file, path, line, problem, advice, at) VALUES (?, ?, ?, ?, ?, ?)
"""


def keep_file(
    con: sqlite3.Connection,
    index: Index,
    file: File,
    packs: Sequence[Pack],
    troubles: Iterable[Trouble],
) -> Kept:
    """Replace all that came from `file` by `packs` and `troubles`. Needs an open transaction."""
    drop_file(con, index, file.path)
    stamp = now()
    format = packs[0].source.format if packs else ""
    row = (file.path, file.size, file.mtime_ns, file.sha256, format, file.reader, stamp)
    nr = con.execute(PUT_FILE, row).fetchone()[0]
    told = list(troubles)
    letters = 0
    hands: dict[By, int] = {}  # the same few find in every part of a file
    for ordinal, pack in enumerate(packs, 1):
        hands |= {by: hand_nr(con, by) for by in pack.hands if by not in hands}
        if _put_pack(con, index, (nr, ordinal), pack, hands):
            letters += len(pack.letters)
            told += pack.troubles
        else:
            told.append(_twice(pack))
    put_troubles(con, file.path, told)
    moved, lost = reanchor(con, index, file.path)
    return Kept(letters, tuple(told), moved, lost)


def drop_file(con: sqlite3.Connection, index: Index, path: str) -> None:
    """Take out what came from the file at `path`; its row in `file` stays."""
    con.execute("DELETE FROM trouble WHERE file = ?", (path,))
    row = con.execute("SELECT nr FROM file WHERE path = ?", (path,)).fetchone()
    if row is not None:
        unmake(con, row[0])
        index.flush()
        drop_units(con, row[0])
        con.execute("DELETE FROM source WHERE file = ?", row)


def put_troubles(con: sqlite3.Connection, path: str, troubles: Iterable[Trouble]) -> None:
    """Note what went wrong with the file at `path`."""
    stamp = now()
    rows = ((path, t.path, t.line, t.problem, t.advice, stamp) for t in troubles)
    con.executemany(PUT_TROUBLE, rows)


def _twice(pack: Pack) -> Trouble:
    source = pack.source
    return Trouble(
        source.path,
        f'its part "{source.where}" has the id {source.id} of a source that is already kept,',
        "so it was left out; rename the file or the part",
    )


def _put_pack(
    con: sqlite3.Connection,
    index: Index,
    place: tuple[int, int],
    pack: Pack,
    hands: Mapping[By, int],
) -> bool:
    """Insert one source at its place, a file and its turn in it; False when its id is taken."""
    s, (file, ordinal) = pack.source, place
    row = con.execute(
        PUT_SOURCE,
        (s.id, file, s.path, s.where, ordinal, s.format, s.encoding, pack.form, pack.title,
         s.sha256, s.text),
    ).fetchone()  # fmt: skip
    if row is None:
        return False
    nr: int = row[0]
    found_by = [hands[by] for by in pack.hands]
    con.executemany(
        PUT_FINDING,
        [
            (nr, n, start, end, kind, of, value, found_by[hand], because, score)
            for n, start, end, kind, of, value, hand, because, score in pack.findings
        ],
    )
    letters = {letter.columns[1]: put_letter(con, nr, letter) for letter in pack.letters}
    for unit in pack.units:
        index.add(nr, s.text, letters.get(unit.ordinal), unit)
    return True
