"""An empty record, and a way to keep fake letters in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from letterbook.model import Source
from letterbook.record import File, Kept, Record, pack
from tests.record.fake import mark


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    with Record(tmp_path / "kk.db") as opened:
        yield opened


@pytest.fixture
def keep(record: Record) -> Callable[..., Kept]:
    """Keep a text as a file of that name."""

    def put(text: str, path: str = "a.txt") -> Kept:
        parts = text.split("\n-----\n")
        packs = []
        for n, part in enumerate(parts):
            source = Source.of(part, path, f"p{n}" if n else "")
            packs.append(pack(source, mark(source)))
        with record.writing() as writing:
            return writing.keep_file(File(path, len(text), 0, str(hash(text)), "1"), packs)

    return put
