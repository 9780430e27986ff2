"""The verb `read`: the heap is looked at, what is new is worked on, and kept."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from letterbook.book.heap import Progress, Summary, Task, gone, look, name_of
from letterbook.book.pool import few_searches, work_all
from letterbook.book.work import Done, Rooms
from letterbook.model import Trouble
from letterbook.record import File, Record, Writing


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked: paths, processes, whether to read unchanged files again."""

    paths: list[Path]
    jobs: int
    again: bool
    progress: Callable[[Progress], None] | None


@dataclass(slots=True)
class _Tally:
    """What happened so far."""

    todo: list[Task]
    done: int = 0
    read: int = 0
    letters: int = 0
    bytes: int = 0
    failed: list[str] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    moved: list[int] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)

    @property
    def progress(self) -> Progress:
        total = sum(task.file.size for task in self.todo)
        return Progress(self.done, len(self.todo), self.bytes, total, self.letters)


def read(record: Record, rooms: Rooms, order: Order) -> Summary:
    """Read the paths into the record."""
    begun = time.monotonic()
    home = record.path.absolute().parent
    met, strays = _walk(record.path, rooms, order.paths)
    tasks, unread = look(met, rooms.version, order.jobs)
    known = record.files()
    todo = [t for t in tasks if order.again or not _same(t, known)]
    tally = _Tally(todo)
    with few_searches(), record.writing() as writing:
        for trouble in (*strays, *unread):
            _note(record, writing, trouble.path, [trouble], tally)
        writing.commit()
        _keep_all(record, writing, rooms, order, tally)
    folders = [name_of(path, home) for path in order.paths if path.is_dir()]
    return Summary(
        names=tuple(met),
        read=tally.read,
        unchanged=len(tasks) - len(todo),
        failed=tuple(tally.failed),
        letters=tally.letters,
        troubles=tuple(tally.troubles),
        gone=tuple(gone(known, met, folders, home)),
        moved=tuple(tally.moved),
        lost=tuple(tally.lost),
        seconds=time.monotonic() - begun,
    )


def _walk(record: Path, rooms: Rooms, paths: list[Path]) -> tuple[dict[str, Path], list[Trouble]]:
    """The files of the heap by their names, the record itself left out."""
    home = record.absolute().parent
    own = {record.name + end for end in ("", "-wal", "-shm", "-journal")}
    met: dict[str, Path] = {}
    strays: list[Trouble] = []
    for item in rooms.walk(paths):
        if isinstance(item, Trouble):
            strays.append(item)
        elif (name := name_of(item, home)) not in own:
            met.setdefault(name, item)
    return met, strays


def _same(task: Task, known: dict[str, File]) -> bool:
    """Whether the record holds these very bytes, read by this very reader."""
    was = known.get(task.file.path)
    return was is not None and (was.sha256, was.reader) == (task.file.sha256, task.file.reader)


def _keep_all(record: Record, writing: Writing, rooms: Rooms, order: Order, tally: _Tally) -> None:
    for wave in work_all(tally.todo, rooms, order.jobs):
        if wave is None:
            writing.commit()
            if order.progress:
                order.progress(tally.progress)
            continue
        for done in wave:
            _keep(record, writing, done, tally)


def _keep(record: Record, writing: Writing, done: Done, tally: _Tally) -> None:
    tally.done += 1
    tally.bytes += done.task.file.size
    if done.troubles and not done.packs:
        _note(record, writing, done.task.file.path, done.troubles, tally)
        return
    kept = writing.keep_file(done.task.file, done.packs, done.troubles)
    tally.read += 1
    tally.letters += kept.letters
    tally.troubles += kept.troubles
    tally.moved += kept.moved
    tally.lost += kept.lost


def _note(
    record: Record, writing: Writing, path: str, troubles: Iterable[Trouble], tally: _Tally
) -> None:
    """A file of which nothing could be read: what was kept of it before stays, and is said."""
    before = record.read_at(path)
    kept = f" The record keeps what it read of it on {before[:10]}." if before else ""
    said = [replace(trouble, advice=(trouble.advice + kept).strip()) for trouble in troubles]
    writing.note_troubles(path, said)
    tally.failed.append(path)
    tally.troubles += said
