"""What the tests of quotations share: a small heap of invented papers, read into a record."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import letterbook
from letterbook.record import Record

PAPERS = Path(__file__).with_name("papers")


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """The history and the two letters, read as a user reads them."""
    folder: Path = tmp_path_factory.mktemp("lantern")
    for name in ("history.txt", "may-2.txt", "may-20.txt"):
        shutil.copy(PAPERS / name, folder)
    with letterbook.open(folder / "book.db") as book:
        book.read(folder)
    with Record(folder / "book.db", readonly=True) as opened:
        yield opened
