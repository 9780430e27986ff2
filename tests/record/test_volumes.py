"""Volumes in a record: document numbers, pages and title pages, asked by their file."""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import letterbook
from letterbook.record import Record
from letterbook.record.volumes import NUMBERS, TITLES

TEI = """<?xml version="1.0" encoding="utf-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title type="complete">{title}</title></titleStmt></fileDesc></teiHeader>
<text><body><div type="compilation" xml:id="ch1">{documents}</div></body></text></TEI>
"""
DOCUMENT = """<div type="document" xml:id="d{n}" n="{n}"><pb n="{page}"/>
<head>{n}. Letter From Minister Farr to President Vale</head>
<opener><dateline>Hollin, <date when="1957-05-{n:02}">May {n}, 1957</date>.</dateline></opener>
<p>Dear Mr. President: The gates stay shut, for the {n}th day.</p></div>
"""


def volume(title: str, count: int) -> str:
    """A volume of so many documents, three to a page."""
    documents = "".join(DOCUMENT.format(n=n, page=100 + n // 3) for n in range(1, count + 1))
    return TEI.format(title=title, documents=documents)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two volumes in files, and two in one archive; each has a document 2."""
    home = tmp_path_factory.mktemp("volumes")
    folder = home / "in"
    folder.mkdir()
    (folder / "north.xml").write_text(volume("The North, 1957, volume I", 4), "utf-8")
    (folder / "south.xml").write_text(volume("The South, 1957, volume II", 9), "utf-8")
    with zipfile.ZipFile(folder / "parcel.zip", "w") as parcel:
        parcel.writestr("east.xml", volume("The East, 1957, volume III", 3))
        parcel.writestr("west.xml", volume("The West, 1957, volume IV", 2))
    with letterbook.open(home / "kk.db") as book:
        book.read(folder, jobs=1)
    return home / "kk.db"


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    """The record, opened."""
    with Record(path, readonly=True) as opened:
        yield opened


@pytest.mark.parametrize(
    ("where", "count"),
    [
        ("in/north.xml", 4),
        ("in/south.xml", 9),
        ("in/parcel.zip!east.xml", 3),  # the members of an archive are of one file
        ("in/parcel.zip!west.xml", 2),
    ],
)
def test_the_numbers_of_a_volume_are_its_own(record: Record, where: str, count: int) -> None:
    """Every volume has a document 2; each gives its own."""
    numbers = record.numbers(where)
    assert list(numbers) == [str(n) for n in range(1, count + 1)]
    for number, ids in numbers.items():
        (id,) = ids
        assert record.letter(id).path == where and record.letter(id).number == number
        assert record.numbered(where, number) == ids


def test_what_is_no_volume_has_no_numbers(record: Record) -> None:
    """A file that is not there, an archive that only holds volumes, a number beyond the last."""
    assert record.numbers("in/nowhere.xml") == {}
    assert record.numbers("in/parcel.zip") == {}
    assert record.numbered("in/north.xml", "5") == []


def test_pages_of_a_member_of_an_archive(record: Record) -> None:
    """The page that is open where a letter begins, and those that begin in it."""
    east = record.numbers("in/parcel.zip!east.xml")
    pages = record.pages("in/parcel.zip!east.xml")
    assert set(pages) >= {"100", "101"}
    assert set(east["3"]) <= set(pages["101"])
    assert all(id in {i for ids in east.values() for i in ids} for id in pages["101"])


@pytest.mark.parametrize("query", [TITLES, NUMBERS], ids=["titles", "numbers"])
def test_no_walk_over_all_sources(path: Path, query: str) -> None:
    """One letter more asks these; of a large record they read no more than of a small one."""
    con = sqlite3.connect(path)
    values = ("in/north.xml",) * query.count("?")
    plan = [row[3] for row in con.execute(f"EXPLAIN QUERY PLAN {query}", values)]
    con.close()
    assert not [step for step in plan if step in ("SCAN source", "SCAN letter")], plan
