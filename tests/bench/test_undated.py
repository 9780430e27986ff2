"""The undated adapter: a heap of texts without their dates becomes intervals."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

from bench import headers, undated
from letterbook.link.date_odds import steps

TEXT = """{number}. Letter From Chairman Orlo to President Vane 1

Dear Mr. President:

I thank you for your letter and for the charts of the harbour, which I have read with care.

  1. Source: Cresby Archives, Presidential Papers, {file}. Secret.
"""


def heap(folder: Path, dated: bool = False) -> tuple[Path, list[datetime.date]]:
    """A question file of twelve letters, a third of them without a file number."""
    days = [datetime.date(1951, 3, 1) + datetime.timedelta(8 * n) for n in range(12)]
    path = folder / "questions.jsonl"
    rows = []
    for number, day in enumerate(days, 1):
        file = f"611.61/{day.month}–{day.day}{day.year % 100}" if number % 3 else "Box 7"
        text = TEXT.format(number=number, file=file)
        if dated:
            text = text.replace("\n\nDear", f"\n\nTarn, {day:%B} {day.day}, {day.year}\n\nDear")
        gold = {"date": day.isoformat()}
        rows.append(json.dumps({"id": f"a/{number}", "text": text, "gold": gold}))
    path.write_text("\n".join(rows), encoding="utf-8")
    return path, days


def test_each_letter_of_an_undated_heap_has_its_interval(tmp_path: Path) -> None:
    """Both doors give the same intervals, and the true days lie in them."""
    path, days = heap(tmp_path)
    rows = list(undated.answer(path))
    assert [row["id"] for row in rows] == [f"a/{n}" for n in range(1, 13)]
    for row, day in zip(rows, days, strict=True):
        assert row["earliest"] <= day.isoformat() <= row["latest"]
        assert row["because"]
    told = [(row["earliest"], row["latest"]) for row in headers.answer(path)]
    assert told == [(row["earliest"], row["latest"]) for row in rows]


def test_a_dated_heap_keeps_its_dates(tmp_path: Path) -> None:
    """A letter with a date of its own is not dated again."""
    path, days = heap(tmp_path, dated=True)
    for row, day in zip(headers.answer(path), days, strict=True):
        assert row["date"] == row["earliest"] == row["latest"] == day.isoformat()
        assert "because" not in row


def test_the_table_counts_letters_by_their_distance(tmp_path: Path) -> None:
    """Eight letters were filed on their day: too few to be counted, but for a lower bar."""
    path, _ = heap(tmp_path)
    table = list(undated.count(path, least=8))
    assert table[0].startswith("kind,year,-2000,")
    [row] = [line for line in table if line.startswith("source note: file number,year")]
    counts = list(map(int, row.split(",")[2:]))
    assert counts[undated.EDGES.index(0)] == sum(counts) == 8
    assert len(list(undated.count(path))) == 1


def test_the_shipped_table_reads() -> None:
    """The file that `count` writes is the one that the odds are read from."""
    assert steps("source note: file number", False, 1)
