"""Search: documents and queries → for each query, its volume's documents ranked by `find`.

The documents are laid as plain files in a folder, one folder a volume, and read by the same door
a user reads by. Names of files and folders are running numbers: no id leaks into the record.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import letterbook
from bench import lines

DEPTH = 30
"""How many hits a ranking is made of: ten count, and the scorer takes doubtful ones out first."""


def lay(docs: Path, folder: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Write each document's text as a file; document id by file name, folder by volume."""
    names: dict[str, str] = {}
    volumes: dict[str, str] = {}
    for number, doc in enumerate(lines.read(docs)):
        volume = volumes.setdefault(doc["volume"], f"v{len(volumes):03}")
        (folder / volume).mkdir(exist_ok=True)
        name = f"{volume}/{number:06}.txt"
        (folder / name).write_text(doc["text"], encoding="utf-8", newline="")
        names[name] = doc["id"]
    return names, volumes


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, the folder it is asked of, and the record that holds it."""

    record: Path
    query: str
    volume: str


@cache
def opened(record: Path) -> letterbook.Book:
    """The record, opened once in each process."""
    return letterbook.open(record, readonly=True)


def ranking(asked: Asked) -> list[str]:
    """Files, best first; a file of several letters stands where its best does."""
    hits = opened(asked.record).find(asked.query, within=asked.volume, limit=DEPTH)
    return list(dict.fromkeys(hit.source.path for hit in hits))


def answer(questions: Path, beside: Path | None) -> Iterator[lines.Row]:
    """A ranking for each query, in order; `beside` holds the documents."""
    if beside is None:
        raise ValueError("search needs --docs FILE")
    questioned = list(lines.read(questions))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        names, volumes = lay(beside, folder)
        record = folder / "bench.db"
        with letterbook.open(record) as book:
            book.read(folder)
        asked = (Asked(record, row["query"], volumes[row["volume"]]) for row in questioned)
        rankings = lines.progress(lines.spread(ranking, asked), "search", len(questioned))
        for row, files in zip(questioned, rankings, strict=True):
            yield {"qid": row["qid"], "ranking": [names[file] for file in files]}
