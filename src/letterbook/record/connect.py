"""The SQLite file: made, opened, recognised; its errors put in words."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from letterbook.model import LetterbookError
from letterbook.record.choose import teach

APPLICATION = 0x4C426B31  # "LBk1": how `file` and we know the file for a letterbook
SCHEMA = 3
LAYERS = ("schema.sql", "links.sql", "acts.sql")
"""What each version of the schema adds to the one before."""
TOKENIZER = "unicode61 remove_diacritics 2"
PATIENCE = 60.0  # seconds to wait for another process that is writing


def now() -> str:
    """This moment in UTC, to the second: "2026-05-01T12:00:00Z"."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def connect(path: Path, readonly: bool = False) -> sqlite3.Connection:
    """The open record at `path`; made when it is not there and may be written.

    Raises LetterbookError when the file is not a letterbook, or one of a newer letterbook.
    """
    if readonly and not path.is_file():
        raise LetterbookError(f"{path}: no such record; make one with: letterbook read PATH")
    with in_words(path):
        con = _open(path, readonly)
        try:
            _recognise(con, path, readonly)
        except BaseException:
            con.close()
            raise
    return con


def _open(path: Path, readonly: bool) -> sqlite3.Connection:
    place = "file:" + quote(str(path.absolute()))
    if readonly:
        # on a read-only disc SQLite cannot make its -shm file; without -wal the file stands still
        still = "" if path.with_name(path.name + "-wal").exists() else "&immutable=1"
        try:
            con = _tuned(f"{place}?mode=ro")
            con.execute("SELECT count(*) FROM sqlite_master").fetchone()
            return con
        except sqlite3.OperationalError:
            if not still:
                raise
            return _tuned(f"{place}?mode=ro{still}")
    return _tuned(place)


def _tuned(uri: str) -> sqlite3.Connection:
    con = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=PATIENCE)
    con.execute("PRAGMA foreign_keys = ON")
    con.execute("PRAGMA synchronous = NORMAL")
    con.execute("PRAGMA secure_delete = OFF")
    con.execute("PRAGMA cache_size = -65536")  # 64 MB
    con.execute("PRAGMA wal_autocheckpoint = 8000")  # pages of 4 kB: 32 MB
    teach(con)
    return con


def _recognise(con: sqlite3.Connection, path: Path, readonly: bool) -> None:
    # In this order: another reading may be laying the tables at this moment, all in one
    # transaction, and tables seen without the application's number would be somebody else's.
    tables = con.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    version = con.execute("PRAGMA user_version").fetchone()[0]
    application = con.execute("PRAGMA application_id").fetchone()[0]
    if application == APPLICATION and version > SCHEMA:
        raise LetterbookError(
            f"{path}: this record is of a newer letterbook (schema {version}; this one knows up to"
            f" {SCHEMA}); upgrade letterbook to open it"
        )
    if application != APPLICATION and (tables or application or readonly):
        raise LetterbookError(
            f"{path}: an SQLite file, but not a letterbook; name another with --book FILE"
        )
    if not readonly:
        _patiently(con, "PRAGMA journal_mode = WAL")
        _make(con)
    elif version < SCHEMA:
        connect(path).close()  # an older record is brought up to date; nothing in it changes


def _make(con: sqlite3.Connection) -> None:
    """Lay the tables that are not there; two processes may come at once."""
    if con.execute("PRAGMA user_version").fetchone()[0] == SCHEMA:
        return
    _patiently(con, "BEGIN IMMEDIATE")
    try:
        version = con.execute("PRAGMA user_version").fetchone()[0]
        for statement in statements(version):
            con.execute(statement)
        if version == 0:
            said = [("made_by", "letterbook"), ("made_at", now()), ("tokenizer", TOKENIZER)]
            con.executemany("INSERT INTO meta VALUES (?, ?)", said)
            con.execute(f"PRAGMA application_id = {APPLICATION}")
        con.execute(f"PRAGMA user_version = {SCHEMA}")
        con.execute("COMMIT")
    except BaseException:
        con.execute("ROLLBACK")
        raise


def statements(since: int = 0) -> Iterator[str]:
    """The schema's statements after version `since`, each alone: all go in one transaction."""
    folder = files("letterbook.record")
    text = "".join(folder.joinpath(layer).read_text("utf-8") for layer in LAYERS[since:])
    statement = ""
    for line in text.replace("{tokenizer}", TOKENIZER).splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _patiently(con: sqlite3.Connection, statement: str) -> None:
    """Run what SQLite refuses at once, without its usual patience, while another switches mode."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            con.execute(statement)
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the file at `path` into what a person can act on."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise LetterbookError(f"{path}: {_say(error)}") from error


def _say(error: sqlite3.DatabaseError) -> str:
    said = str(error)
    if "full" in said or "disk I/O" in said:
        return (
            "no room to write (the disk is full, or the file may not grow); make room and read"
            " again: what was kept before is safe"
        )
    if "not a database" in said or "malformed" in said:
        return "not a letterbook, or a damaged one; name another with --book FILE or restore a copy"
    if "unable to open" in said:
        return "cannot be opened; is the folder there, and may you write in it?"
    if "readonly" in said:
        return "may not be written; copy it to a folder of yours"
    if "locked" in said or "busy" in said:
        return f"another letterbook has been writing for {PATIENCE:.0f} seconds; try again later"
    if "interrupted" in said:
        return "the question took longer than it may; ask a narrower one"
    return f"SQLite says: {said}"
