"""`Book`: a letterbook opened, with the verbs of the command line."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from letterbook.book import reading
from letterbook.book.heap import Progress, Summary
from letterbook.book.work import Rooms, rooms
from letterbook.model import Letter, Trouble
from letterbook.record import Filters, Hit, Logged, Record, Shown, Written


def open(path: str | os.PathLike[str] = "letterbook.db", readonly: bool = False) -> Book:
    """Open the letterbook at `path`; made if it is not there, unless `readonly`.

    Raises LetterbookError when the file is no letterbook or one of a newer program.
    """
    return Book(Path(path), readonly)


class Book:
    """A letterbook. Close it, or use it in a `with` block."""

    def __init__(self, path: Path, readonly: bool = False, using: Rooms | None = None) -> None:
        """Open the record; `using` gives other readers and markers than ours."""
        self.path = path
        self._record = Record(path, readonly)
        self._using = using

    def __enter__(self) -> Self:
        """The book itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._record.close()

    def read(
        self,
        paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
        progress: Callable[[Progress], None] | None = None,
        jobs: int | None = None,
        limit: int | None = None,
        again: bool = False,
    ) -> Summary:
        """Read files, folders and archives into the book.

        A file that is as it was when it was read last is left alone, unless `again`. `jobs`:
        processes, as many as there are processors if not given. `limit`: bytes above which a file
        is not read (64 million if not given). When stopped (KeyboardInterrupt), what `progress`
        last told is safe.
        """
        given = [paths] if isinstance(paths, str | os.PathLike) else paths
        order = reading.Order(
            [Path(path) for path in given], jobs or _processors(), again, progress
        )
        using = self._using or rooms()
        if limit is not None:
            using = replace(using, limit=limit)
        return reading.read(self._record, using, order)

    def list(self, **filters: Any) -> Sequence[Letter]:
        """The letters, by date, the undated last.

        Filters: `sender`, `recipient` (words of the name or office), `between` (two of them),
        `since`, `until` (EDTF dates), `kind`, `within` (file, folder, volume), `form`, `undated`,
        `limit`. See `letterbook.record.Filters`.
        """
        return self._record.letters(Filters(**filters))

    def show(self, id: str, within: str = "") -> Shown:
        """A letter with its findings and its text.

        `id`: an id or its beginning, `file.txt#2`, `volume/part`, or (with `within`) a document's
        number. Raises LetterbookError when no letter, or more than one, is meant.
        """
        return self._record.shown(self._record.resolve(id, within))

    def find(self, words: str, **filters: Any) -> Sequence[Hit]:
        """The best places for `words`, 10 if no `limit` is given; filters as in `list`.

        Words, "phrases", prefix*, -without, this OR that.
        """
        return self._record.find(words, Filters(**filters))

    def correct(self, id: str, field: str, value: str, why: str = "", who: str = "") -> Logged:
        """Say what a field of a letter's header is; a person's word outranks every rule.

        Dates as EDTF (1962-12-19, 1962-12, 1962-12-10/1962-12-20), parties as "Name" or
        "Name, Office", several with ";"; "" says that the letter does not state it.
        """
        letter = self._record.resolve(id)
        return self._record.correct(letter, field, value, who or whoever(), why)

    def undo(self, number: int, why: str = "", who: str = "") -> Logged:
        """Take back an entry of the log; the entry and the undoing both stay in it."""
        return self._record.undo(number, who or whoever(), why)

    def log(self) -> Sequence[Logged]:
        """Every correction and undo: who, when, why, and whether it is in force."""
        return self._record.log()

    def sources(self, form: str = "", within: str = "") -> Sequence[Written]:
        """What was read, source by source: letters, histories, briefs, lists."""
        return self._record.sources(form, within)

    def troubles(self) -> Sequence[Trouble]:
        """What could not be read, or only in part."""
        return self._record.troubles()


def whoever() -> str:
    """Who corrects: $LETTERBOOK_WHO, or the name one is logged in with."""
    try:
        return os.environ.get("LETTERBOOK_WHO") or getpass.getuser()
    except (KeyError, OSError, ImportError):  # no name at all, as in a bare container
        return "somebody"


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
