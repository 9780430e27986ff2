"""The brief and the guide of the shared seeds: events and persons, within the size, word for word.

Nothing of the seeds is copied here: names, days and single words only.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import letterbook
from letterbook.book import Book
from letterbook.record import Record
from letterbook.write.brief import ROOM
from letterbook.write.leaf import leaf
from letterbook.write.page import Page, Table
from letterbook.write.size import size

HISTORY = "002_f6d4155a5331d780.txt"

# What a reader of the history must find in a brief of it: a day, a person, a word that tells.
EVENTS = {
    "recognition": r"November 16, 1933",
    "the break of 1917": r"December 6, 1917",
    "why it was withheld": r"prior debts",
    "Japan": r"Japan",
    "commerce": r"commercial interests",
    "the approach": r"October 1933.*Morgenthau.*Bullitt",
    "Litvinov": r"Litvinov",
    "what stood in the way": r"debt",
    "gentleman's agreement": r"gentleman.s agreement.*November 15, 1933",
    "what was pledged": r"pledged",
    "disillusion": r"December 1933, Bullitt",
    "the purges": r"Purges",
    "the pact": r"August 1939",
    "the end": r"June 1941",
}
FURTHER = {
    "the only power": r"only major power",
    "Shvirsky": r"Shvirsky",
    "Kalinin": r"Kalinin",
    "religion": r"religious",
    "propaganda": r"propaganda",
    "guarantees": r"guarantees",
    "the first ambassador": r"first U\.S\. Ambassador",
    "the broken pledge": r"violated",
    "Kirov": r"Kirov",
    "Davies": r"Davies.*1936",
}


@pytest.fixture(scope="module")
def book(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Book:
    """A book of the seeds."""
    folder = tmp_path_factory.mktemp("seeds")
    shutil.copytree(shared / "seeds", folder / "seeds")
    opened = letterbook.open(folder / "book.db")
    opened.read([folder / "seeds"], jobs=1)
    return opened


def text(page: Page) -> str:
    """All that the page says."""
    return " ".join(line.text for line in page.lines)


def lost(page: Page, wanted: dict[str, str]) -> list[str]:
    """What of the wanted the page does not tell."""
    return [name for name, pattern in wanted.items() if not re.search(pattern, text(page))]


def test_one_page_tells_the_main_events(book: Book) -> None:
    """In 450 words: recognition, why not before and why now, the talks, what came of them."""
    page = book.write("brief", HISTORY)
    assert size(page.parts) <= ROOM[1]
    assert lost(page, EVENTS) == []


def test_three_pages_tell_every_event_and_person(book: Book) -> None:
    """All of it, and still shorter than the history."""
    page = book.write("brief", HISTORY, pages=3)
    assert size(page.parts) <= ROOM[3]
    assert lost(page, EVENTS | FURTHER) == []
    [source] = {pin.source for line in page.lines for pin in line.pins}
    whole = book.show(source).text
    assert size(page.parts) < len(whole.split())


def plain(words: str) -> str:
    """Quotation marks of one kind, spaces single."""
    words = re.sub(r"[“”‘’\"]", "'", words)
    return " ".join(words.split())


@pytest.mark.parametrize("pages", [1, 2, 3])
@pytest.mark.parametrize("number", ["000", "001", "002", "003"])
def test_no_quotation_is_altered(book: Book, number: str, pages: int) -> None:
    """Each piece between marks of omission stands, word for word, at the pins of its line."""
    [path] = {s.path for s in book.sources() if Path(s.path).name.startswith(number)}
    page = book.write("brief", path, pages=pages)
    record = Record(book.path, readonly=True)
    for line in page.lines:
        quotation = re.search(r"“(.*)”", line.text)
        words = [_at(record, pin.source, pin.start, pin.end) for pin in line.pins]
        for piece in (quotation[1] if quotation else "").split("…"):
            assert any(plain(piece) in held for held in (*words, " ".join(words)))


def _at(record: Record, source: str, start: int, end: int) -> str:
    whole, findings = record.fetch(source)
    return plain(leaf(whole, findings, start, end).text)


def test_the_exchange_of_1933(book: Book) -> None:
    """Who wrote when, what was proposed, accepted, and that one answers the other."""
    [path] = {s.path for s in book.sources() if Path(s.path).name.startswith("000")}
    page = book.write("brief", path)
    told = text(page)
    assert "1933-10-10: Franklin D. Roosevelt" in told and "1933-10-17: Mikhail Kalinin" in told
    labels = {getattr(part, "label", "") for part in page.parts}
    assert {"Answers", "Proposes"} <= labels
    assert "Litvinov" in told and "gladly accept" in told


def test_the_guide_explains_the_persons(book: Book) -> None:
    """Names with the words beside them, days in order, a quiz whose answers stand in the text."""
    page = book.write("guide", HISTORY, pages=3)
    names = next(part for part in page.parts if isinstance(part, Table))
    told = {row.cells[0].text: row.cells[1].text for row in names.rows}
    assert "representative" in told["Boris Shvirsky"] and "diplomat" in told["William C. Bullitt"]
    assert "Commissar" in told["Maxim Litvinov"] and "boss" in told["Sergey Kirov"]
    assert {"1917-12-06", "1933-11-15", "1939-08", "1941-06"} <= {line.text for line in page.lines}
