"""Killed at any instant, the record opens, is whole, and reading again completes it."""

from __future__ import annotations

import multiprocessing
import os
import random
import time
from pathlib import Path

import pytest

from letterbook.book import Book
from letterbook.book.work import Rooms
from letterbook.record import Record
from tests.book.conftest import walk
from tests.record.dump import dump, sound
from tests.record.fake import letter, mark, read_path

KILLS = 55
FILES = 40
ROOMS = Rooms(walk, read_path, mark, "1", 9999999)


def read(record: Path, heap: Path) -> None:
    """Read the heap; in a process that will not live to the end."""
    with Book(record, using=ROOMS) as book:
        book.read(heap, jobs=1)


def write(heap: Path, year: int) -> None:
    """A heap whose letters are all of one year."""
    heap.mkdir(exist_ok=True)
    for n in range(FILES):
        parts = [letter(date=f"{year}-01-{k + 1:02}", place=f"P{n}", body="sea oak fog " * 200)
                 for k in range(5)]  # fmt: skip
        (heap / f"{n:02}.txt").write_text("\n=====\n".join(parts), "utf-8")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked processes")
def test_killed_at_random_moments(tmp_path, monkeypatch):
    """At least 50 kills -9: while the record is made, filled, and its files are replaced."""
    monkeypatch.setattr("letterbook.book.pool.GROUP", 20_000)  # commit often
    context, dice = multiprocessing.get_context("fork"), random.Random(7)
    heap, record = tmp_path / "in", tmp_path / "kk.db"
    write(heap, 1900)
    begun = time.monotonic()
    read(tmp_path / "timed.db", heap)
    span = time.monotonic() - begun
    killed = year = 0
    while killed < KILLS:
        child = context.Process(target=read, args=(record, heap))
        child.start()
        child.join(dice.uniform(0, span * 0.9))
        if child.is_alive():
            child.kill()  # SIGKILL
            killed += 1
        child.join()
        Record(record).close()  # opens, whatever happened
        assert sound(record)
        if child.exitcode == 0:  # done: the next ones replace what is there
            year += 1
            write(heap, 1900 + year % 90)
    assert year > 0, "no reading came to its end: nothing was ever replaced"
    with Record(record) as opened:
        assert opened.troubles() == []
    read(record, heap)
    read(tmp_path / "whole.db", heap)
    assert dump(record) == dump(tmp_path / "whole.db")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="starts forked processes")
def test_two_readings_at_once(tmp_path):
    """Both come to their end, and the record is what one would have made."""
    context = multiprocessing.get_context("fork")
    write(tmp_path / "in", 1900)
    children = [context.Process(target=read, args=(tmp_path / "kk.db", tmp_path / "in"))
                for _ in range(3)]  # fmt: skip
    for child in children:
        child.start()
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0, 0, 0]
    read(tmp_path / "one.db", tmp_path / "in")
    assert sound(tmp_path / "kk.db")
    assert dump(tmp_path / "kk.db") == dump(tmp_path / "one.db")
