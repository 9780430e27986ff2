"""The history of the bench: a row a run, columns as figures come."""

from __future__ import annotations

import csv
from pathlib import Path

from bench.speed import add_row


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
