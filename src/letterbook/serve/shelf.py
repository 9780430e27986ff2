"""The book, opened once for each thread that answers, and what was worked out from it.

An SQLite connection belongs to the thread that opened it. What costs much and changes only with
the record (the figures of the entrance, two editions laid side by side) is kept until it changes.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from letterbook.book import Book

T = TypeVar("T")
Version = tuple[int, ...]
MOST = 200  # things kept
PAGES, LARGE = 1000, 150_000  # pages kept, and the bytes above which one is not


@dataclass(slots=True)
class _Made:
    """Something that is, or is being, worked out."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    value: Any = None
    done: bool = False


class Shelf:
    """Gives each thread its book, opened for reading only, and remembers what was worked out."""

    def __init__(self, path: Path) -> None:
        """`path`: the record."""
        self.path = path
        self._mine = threading.local()
        self._kept: OrderedDict[tuple[object, ...], _Made] = OrderedDict()
        self._pages: OrderedDict[tuple[object, ...], _Made] = OrderedDict()
        self._lock = threading.Lock()
        self._writing = threading.Lock()

    def book(self) -> Book:
        """This thread's book; opened anew when another file has taken its place."""
        file = self._file()
        held: tuple[Version, Book] | None = getattr(self._mine, "held", None)
        if held is None or held[0] != file:
            if held:
                held[1].close()
            held = self._mine.held = file, Book(self.path, readonly=True)
        return held[1]

    @contextmanager
    def editing(self) -> Iterator[Book]:
        """The book opened for writing: one at a time, and only while a correction is made."""
        with self._writing, Book(self.path) as book:
            yield book

    def version(self) -> Version:
        """What changes whenever the record does."""
        state = [*self._file()]
        for end in ("", "-wal"):
            try:
                stat = self.path.with_name(self.path.name + end).stat()
                state += (stat.st_mtime_ns, stat.st_size)
            except OSError:
                state += (0, 0)
        return tuple(state)

    def kept(self, key: tuple[object, ...], make: Callable[[], T]) -> T:
        """What `make` gives, made once for each state of the record."""
        held = self._held(self._kept, (self.version(), *key), MOST)
        with held.lock:  # its own: who asks the same waits for it, who asks another does not
            if not held.done:
                held.value, held.done = make(), True
        found: T = held.value
        return found

    def page(self, key: tuple[object, ...], make: Callable[[], T]) -> T:
        """The same for whole answers: a page that somebody has read is there for the next."""
        full = (self.version(), *key)
        held = self._held(self._pages, full, PAGES)
        with held.lock:
            if held.done:
                found: T = held.value
                return found
            made = make()
            if len(getattr(made, "body", b"")) < LARGE:
                held.value, held.done = made, True
        return made

    def _held(
        self, among: OrderedDict[tuple[object, ...], _Made], key: tuple[object, ...], most: int
    ) -> _Made:
        with self._lock:
            held = among.setdefault(key, _Made())
            among.move_to_end(key)
            while len(among) > most:
                among.popitem(last=False)
        return held

    def _file(self) -> Version:
        try:
            stat = self.path.stat()
        except OSError:
            return (0, 0)
        return (stat.st_dev, stat.st_ino)
