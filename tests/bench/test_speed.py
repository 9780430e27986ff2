"""The history of the bench: a row a run, columns as figures come."""

from __future__ import annotations

import csv
from pathlib import Path

import letterbook
from bench.speed import ACTS, LINK, READ, add_row, documents, one_more, read_heap


def rows(path: Path) -> list[dict[str, str]]:
    """The history read back."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_new_figure_is_a_new_column(tmp_path: Path) -> None:
    """What earlier runs did not measure stays empty for them, and theirs stays where it was."""
    path = tmp_path / "history.csv"
    add_row(path, {"day": "2026-11-21", "floor": 4.08})
    add_row(path, {"day": "2026-11-22", "floor": 4.1, "linking / reading": 0.9})
    add_row(path, {"day": "2026-11-23", "linking / reading": 0.8})
    assert path.read_text().splitlines()[0] == "day,floor,linking / reading"
    assert rows(path) == [
        {"day": "2026-11-21", "floor": "4.08", "linking / reading": ""},
        {"day": "2026-11-22", "floor": "4.1", "linking / reading": "0.9"},
        {"day": "2026-11-23", "floor": "", "linking / reading": "0.8"},
    ]


def test_a_run_is_told_by_the_clock_and_by_the_work(tmp_path: Path) -> None:
    """Reading, linking and one letter more are timed through the public door."""
    letter = tmp_path / "a.txt"
    letter.write_text("Hollin, May 3, 1957\n\nDear Sir,\n\nI thank you.\n\nYours,\nNora Vale\n")
    record = tmp_path / "kk.db"
    read = read_heap([letter], record)
    assert documents(record) == 1
    assert read.work > 0 and read.seconds > 0 and read.peak > 0
    linked = read_heap((), record, LINK)
    assert linked.work > 0
    with letterbook.open(record) as book:
        assert book.link().letters == 0
    assert one_more(record) > 0
    assert documents(record) == 10


def test_acts_are_looked_for_apart(tmp_path: Path) -> None:
    """What only `matters` needs is measured by itself, not with linking."""
    letter = tmp_path / "a.txt"
    letter.write_text("Hollin, May 3, 1957\n\nDear Sir,\n\nPlease send it.\n\nYours,\nNora Vale\n")
    record = tmp_path / "kk.db"
    for program, paths in ((READ, [letter]), (LINK, []), (ACTS, [])):
        read_heap(paths, record, program)
    with letterbook.open(record) as book:
        assert book.look_for_acts() == 0
