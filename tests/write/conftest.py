"""The sample correspondence read once, and whether a line's quoted words stand at its pins."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator

import pytest

import letterbook
from letterbook.model import Line
from letterbook.record import Record
from letterbook.text import fold
from letterbook.write.leaf import leaf
from letterbook.write.page import Page
from tests.conftest import ROOT

QUOTED = re.compile(r"“([^“”]*)”")


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """The record of examples/heap."""
    folder = tmp_path_factory.mktemp("sample")
    shutil.copytree(ROOT / "examples" / "heap", folder / "heap")
    with letterbook.open(folder / "book.db") as book:
        book.read([folder / "heap"], jobs=1)
    record = Record(folder / "book.db", readonly=True)
    yield record
    record.close()


Faults = Callable[[Record, Page], list[str]]


@pytest.fixture(scope="session")
def faults() -> Faults:
    """The quoted pieces of a page that do not stand, word for word, where its lines point."""
    return lambda record, page: [piece for x in page.lines for piece in _missing(record, x)]


def _missing(record: Record, line: Line) -> Iterator[str]:
    words = [_words(record, pin.source, pin.start, pin.end) for pin in line.pins]
    for quotation in QUOTED.findall(line.text):
        for piece in filter(None, (_plain(part) for part in quotation.split("…"))):
            if not any(piece in held for held in (*words, " ".join(words))):
                yield f"{quotation!r}: {piece!r}"


def _words(record: Record, source: str, start: int, end: int) -> str:
    """What stands at a pin as a reader sees it: page marks and note marks skipped."""
    held, findings = record.fetch(source)
    shown = leaf(held, findings, start, end).text
    return _plain(shown if shown.strip() else held.text[start:end])  # a pin in a note


def _plain(words: str) -> str:
    return " ".join(fold(words).text.replace('"', "'").split())
