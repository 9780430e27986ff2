"""The logical content of a record: the same for the same heap, whatever the inner numbers."""

from __future__ import annotations

import sqlite3
from pathlib import Path

TABLES = {
    "file": "SELECT path, size, sha256, format, reader FROM file",
    "source": "SELECT id, path, part, ordinal, form, title, sha256, text FROM source",
    "finding": "SELECT s.id, f.n, f.start, f.end, f.kind, f.of, f.value, h.kind, h.name,"
    " f.because, f.score FROM finding f JOIN source s ON s.nr = f.source"
    " JOIN hand h ON h.nr = f.hand",
    "letter": "SELECT s.id, l.id, l.ordinal, l.start, l.end, l.edtf, l.sender, l.recipient,"
    " l.place, l.words FROM letter l JOIN source s ON s.nr = l.source",
    "party": "SELECT l.id, p.role, p.n, p.name, p.office, p.folded FROM party p"
    " JOIN letter l ON l.nr = p.letter",
    "unit": "SELECT s.id, l.id, u.start, u.end, u.pieces, u.notes, u.head FROM unit u"
    " JOIN source s ON s.nr = u.source LEFT JOIN letter l ON l.nr = u.letter",
    "correction": "SELECT nr, who, letter, field, value FROM correction",
    "anchor": "SELECT correction, letter FROM anchor",
    "trouble": "SELECT file, path, line, problem FROM trouble",
    "words": "SELECT vocab.term, vocab.col, s.id, u.start, vocab.offset FROM vocab"
    " JOIN unit u ON u.nr = vocab.doc JOIN source s ON s.nr = u.source",
}


def dump(path: Path) -> dict[str, list[tuple]]:
    """Every table's rows, sorted, with ids in the place of inner numbers; the index's words too."""
    con = sqlite3.connect(path)
    try:
        con.execute("CREATE VIRTUAL TABLE temp.vocab USING fts5vocab(main, search, instance)")
        return {
            name: sorted(con.execute(query).fetchall(), key=repr) for name, query in TABLES.items()
        }
    finally:
        con.close()


def sound(path: Path) -> bool:
    """Whether SQLite and its full-text index find the file whole."""
    con = sqlite3.connect(path)
    try:
        con.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
        return con.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    finally:
        con.close()
