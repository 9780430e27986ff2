"""JSON lines in and out, and work spread over all cores in order."""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

Row = dict[str, Any]
Given = TypeVar("Given")
Answer = TypeVar("Answer")


def read(path: Path) -> Iterator[Row]:
    """The objects of a JSON-lines file, one after another."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def write(path: Path, rows: Iterable[Row]) -> int:
    """Write `rows` as JSON lines; how many there were."""
    count = 0
    with path.open("w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    return count


def spread(
    work: Callable[[Given], Answer], items: Iterable[Given], chunk: int = 32
) -> Iterator[Answer]:
    """`work` on each item over all cores, answers in the order of the items."""
    with multiprocessing.Pool(os.cpu_count()) as pool:
        yield from pool.imap(work, items, chunksize=chunk)


def progress(items: Iterable[Given], what: str, total: int) -> Iterator[Given]:
    """The items, with a count on the terminal every two hundred, if it is one."""
    shown = sys.stderr.isatty()
    for count, item in enumerate(items, start=1):
        if shown and (count % 200 == 0 or count == total):
            print(f"\r{what} {count}/{total}", end="", file=sys.stderr, flush=True)
        yield item
    if shown:
        print(file=sys.stderr)
