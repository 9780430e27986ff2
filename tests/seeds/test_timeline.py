"""Every dated event of the shared history stands in its timeline, at its day.

The words are looked up in the text at run time; only dates and single words stand below.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import letterbook
from letterbook.write.page import Page

EVENTS = [
    # day, a word of the sentence
    ("1933-11-16", "ended"),  # recognition
    ("1917-12-06", "broke"),
    ("1918-03", "Brest-Litovsk"),
    ("1920-01-01/1929-12-31", "commercial"),
    ("1933-10", "intermediaries"),
    ("1933-11", "journeyed"),
    ("1933-11-15", "gentleman"),
    ("1933-12", "disillusioned"),
    ("1936", "businessman"),
    ("1939-08", "nadir"),
    ("1941-06", "invasion"),
]


@pytest.fixture(scope="module")
def page(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Page:
    """The timeline of the history."""
    folder = tmp_path_factory.mktemp("timeline")
    (history,) = (shared / "seeds").glob("002*")
    shutil.copy(history, folder / "history.txt")
    with letterbook.open(folder / "book.db") as book:
        book.read([folder / "history.txt"], jobs=1)
        return book.write("timeline")


@pytest.mark.parametrize(("edtf", "word"), EVENTS)
def test_stated(page: Page, edtf: str, word: str) -> None:
    """The events that the history dates itself."""
    rows = [row for row in page.rows if word in row.cells[1].text and not row.inferred]
    assert [row.when.edtf for row in rows if row.when] == [edtf]


def test_inferred(page: Page) -> None:
    """Four days before November 15 is November 11, marked, with the words both rest on."""
    (row,) = [row for row in page.rows if row.inferred]
    assert row.when is not None
    assert row.when.edtf == "1933-11-11"
    assert "guarantees" in row.cells[1].text
    assert "Four days earlier" in row.cells[2].text
    assert "November 15, 1933" in row.cells[2].text


def test_nothing_else(page: Page) -> None:
    """Neither the notice nor the title is an event, and the rows are in order."""
    rows = list(page.rows)
    assert len(rows) == len(EVENTS) + 1
    days = [row.when.earliest for row in rows if row.when and row.when.earliest]
    assert days == sorted(days)
