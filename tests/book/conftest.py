"""A book whose reader and marker are the fake ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from letterbook.book import Book
from letterbook.book.work import Rooms
from letterbook.model import Trouble
from tests.record.fake import mark, read_path


def walk(paths: Iterable[Path]) -> Iterator[Path | Trouble]:
    """Files below the paths, sorted."""
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.is_file())
        elif path.exists():
            yield path
        else:
            yield Trouble(str(path), "is not there.", "Mind the spelling.")


@pytest.fixture
def rooms() -> Rooms:
    """The fake rooms."""
    return Rooms(walk, read_path, mark, "1", 9999)


@pytest.fixture
def book(tmp_path: Path, rooms: Rooms) -> Iterator[Book]:
    """An empty book."""
    with Book(tmp_path / "kk.db", using=rooms) as opened:
        yield opened


@pytest.fixture
def heap(tmp_path: Path) -> Callable[..., Path]:
    """Write files into a folder; gives the folder."""

    def write(**files: str) -> Path:
        folder = tmp_path / "in"
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            (folder / f"{name}.txt").write_text(text, "utf-8")
        return folder

    return write
