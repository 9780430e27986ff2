"""Undated letters: a heap of texts without their own dates → an interval for each.

The heap is read as it lies: only the texts and their order are used. `count` makes the table of
odds from letters whose days are known; it is run by hand when the ways of naming a day change:
`python -m bench.undated QUESTIONS > src/letterbook/link/date_odds.csv`.
"""

from __future__ import annotations

import calendar
import datetime
import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench import lines
from letterbook.link.date_rows import Dating, Entry
from letterbook.link.dates import infer
from letterbook.mark import mark
from letterbook.mark.clue_wires import cited_wires, own_wire
from letterbook.mark.clues import Clue, clues
from letterbook.model import Finding, Source, Span, Words, letter_id

EDGES = (-2000, -1000, -400, -180, -100, -60, -31, -21, -14, -10, -7, -5, -3, -2, -1, 0,
         1, 2, 3, 5, 7, 10, 14, 21, 31, 60, 100, 180, 400, 1000, 2000)  # fmt: skip
"""Days from a day named to the day of the letter: each column counts up to its edge."""
LEAST = 10  # letters: a way of naming a day that is rarer than that is not counted


def entry(source: Source, findings: Sequence[Finding]) -> Entry:
    """The first letter of a source as one entry of the heap, without a day of its own."""
    first = letter_id(source.id, 1)
    found = {f.kind: f for f in reversed(findings) if f.of == first}
    number, heading = found.get("number"), found.get("heading")
    told = number.value.text if number and isinstance(number.value, Words) else ""
    span = heading.span if heading else Span(source.id, 0, 0)
    wire, cited = own_wire(source, findings, first), cited_wires(source, findings)
    return Entry(clues(source, findings, first), None, told, span, wire, cited)


def read(text: str) -> Entry:
    """Mark a plain text and take its clues."""
    source = Source.of(text, path="letter.txt", format="plain")
    return entry(source, mark(source, ()))


def interval(dating: Dating | None) -> lines.Row:
    """A prediction (without its id): the two days, and the reasons for whoever reads the errors."""
    if dating is None or dating.when.earliest is None or dating.when.latest is None:
        return {}
    return {
        "earliest": dating.when.earliest.isoformat(),
        "latest": dating.when.latest.isoformat(),
        "because": [clue.reason for clue in dating.chain],
    }


def answer(questions: Path, beside: Path | None = None) -> Iterator[lines.Row]:
    """A prediction for each question, in order; `beside` is not used."""
    rows = [(row["id"], row["text"]) for row in lines.read(questions)]
    read_all = lines.spread(read, [text for _, text in rows])
    heap = list(lines.progress(read_all, "undated", len(rows)))
    for (name, _), dating in zip(rows, infer(heap), strict=True):
        yield {"id": name, **interval(dating)}


# --- the table of odds --------------------------------------------------------------------------


def count(questions: Path, least: int = LEAST) -> Iterator[str]:
    """The lines of the table: for each way of naming a day, how far off the letters were."""
    rows = [(row["gold"]["date"][:10], row["text"]) for row in lines.read(questions)]
    heap = lines.spread(read, [text for _, text in rows])
    table: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0] * (len(EDGES) + 1))
    for (day, _), one in zip(rows, heap, strict=True):
        for clue in one.clues:
            if ": " in clue.kind or clue.kind == "source note":
                key = clue.kind, "no year" if clue.yearless else "year"
                offset = _offset(clue, datetime.date.fromisoformat(day))
                table[key][bisect_left(EDGES, offset)] += 1
    yield ",".join(("kind", "year", *map(str, EDGES), "later"))
    for key, counts in sorted(table.items()):
        if sum(counts) >= least:
            yield ",".join((*key, *map(str, counts)))


def _offset(clue: Clue, day: datetime.date) -> int:
    """Days from the days named to `day`; a day without a year is taken in the nearest."""
    first = clue.first
    if clue.yearless:
        tries = [_in_year(first, day.year + shift) for shift in (-1, 0, 1)]
        first = min(tries, key=lambda one: abs(one - day))
    last = first + (clue.last - clue.first)
    return (day - first).days if day < first else max(0, (day - last).days)


def _in_year(day: datetime.date, year: int) -> datetime.date:
    if (day.month, day.day) == (2, 29) and not calendar.isleap(year):
        return datetime.date(year, 3, 1)
    return day.replace(year=year)


if __name__ == "__main__":
    for line in count(Path(sys.argv[1])):
        print(line)
