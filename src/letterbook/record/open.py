"""The open file: how a record is asked and changed, whatever the question is."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from letterbook.model import LetterbookError
from letterbook.record.connect import connect, in_words


class Open:
    """The file at `path`, opened: its connection, its transactions, its patience."""

    def __init__(self, path: Path, readonly: bool = False) -> None:
        """Open or make it."""
        self.path = path
        self.readonly = readonly
        self._con = connect(path, readonly)

    def __enter__(self) -> Self:
        """The record itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close the file; calling twice is fine."""
        self._con.close()

    @contextmanager
    def _asking(self) -> Iterator[sqlite3.Connection]:
        with in_words(self.path):
            yield self._con

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it, or nothing."""
        self._writable()
        with in_words(self.path):
            self._con.execute("BEGIN IMMEDIATE")
            try:
                yield self._con
                self._con.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    def _writable(self) -> None:
        if self.readonly:
            raise LetterbookError(f"{self.path}: opened for reading only; open it without readonly")

    def _roll_back(self) -> None:
        if self._con.in_transaction:  # a full disc may have rolled back already
            self._con.execute("ROLLBACK")

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Give up on a question that SQLite works at for longer: LetterbookError says so."""
        end = time.monotonic() + seconds
        self._con.set_progress_handler(lambda: time.monotonic() > end, 50_000)
        try:
            yield
        finally:
            self._con.set_progress_handler(None, 0)
