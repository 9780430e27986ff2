"""A record of an earlier letterbook is brought up to date, and loses nothing."""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from pathlib import Path

import pytest

from letterbook.record import APPLICATION, SCHEMA, Record
from letterbook.record.connect import TOKENIZER


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A record of the first schema, with a correction in it."""
    path = tmp_path / "old.db"
    con = sqlite3.connect(path)
    schema = files("letterbook.record").joinpath("schema.sql").read_text("utf-8")
    con.executescript(schema.replace("{tokenizer}", TOKENIZER))
    con.execute(
        "INSERT INTO correction (at, who, why, letter, field, value, before, file, opening, words)"
        " VALUES ('1', 'Ada', 'the envelope', 'k7m2q9xd', 'place', 'Hollin', '', 'a.txt', '', '')"
    )
    con.execute("INSERT INTO anchor VALUES (1, NULL)")
    con.execute(f"PRAGMA application_id = {APPLICATION}")
    con.execute("PRAGMA user_version = 1")
    con.commit()
    con.close()
    return path


@pytest.mark.parametrize("readonly", [False, True])
def test_an_older_record_is_brought_up_to_date(old: Path, readonly: bool) -> None:
    """Opened for reading or for writing, it has the new tables and all that was in the old."""
    with Record(old, readonly) as record:
        assert [(e.who, e.value) for e in record.log()] == [("Ada", "Hollin")]
        assert record.letters() == []
        assert record.due() == []
    con = sqlite3.connect(old)
    assert con.execute("PRAGMA user_version").fetchone()[0] == SCHEMA
    assert con.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    con.close()
