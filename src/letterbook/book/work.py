"""The work on one file, in whichever process: read, mark, pack."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from letterbook.book.heap import Task, changed_since
from letterbook.model import Finding, Reading, Source, Trouble
from letterbook.record import Pack, pack

Reader = Callable[[Path, str, int], Iterator[Reading | Trouble]]
"""A file, its name, the most bytes it may have → what it holds."""
Marker = Callable[[Source, Sequence[Finding]], tuple[Finding, ...]]
Walker = Callable[[Iterable[Path]], Iterator[Path | Trouble]]


@dataclass(frozen=True, slots=True)
class Rooms:
    """The rooms that the book calls: who lists files, reads them, and marks them."""

    walk: Walker
    read: Reader
    mark: Marker
    version: str
    limit: int


def rooms() -> Rooms:
    """Our own; loaded when something is to be read, not before."""
    import letterbook
    from letterbook import mark, read

    versions = (getattr(room, "VERSION", "") for room in (read, mark))
    version = " ".join(filter(None, (letterbook.__version__, *map(str, versions))))
    return Rooms(read.walk, read.read_path, mark.mark, version, read.LIMIT)


@dataclass(frozen=True, slots=True)
class Done:
    """A file, read and packed, with what went wrong in it."""

    task: Task
    packs: tuple[Pack, ...]
    troubles: tuple[Trouble, ...]


def work(tasks: Sequence[Task], rooms: Rooms) -> list[Done]:
    """Read, mark and pack some files."""
    return [_work(task, rooms) for task in tasks]


def _work(task: Task, rooms: Rooms) -> Done:
    packs: list[Pack] = []
    troubles: list[Trouble] = []
    for item in rooms.read(task.path, task.file.path, rooms.limit):
        if isinstance(item, Trouble):
            troubles.append(item)
        else:
            packs.append(pack(item.source, rooms.mark(item.source, item.findings)))
    if changed_since(task):
        troubles.append(
            Trouble(task.file.path, "The file changed while it was being read.", "Read it again.")
        )
    return Done(task, tuple(packs), tuple(troubles))
