"""A row of days, or of cells of several days, and what a letter's clues make of each.

Odds are logarithms: nought says nothing, more is likelier. The odds of several clues in one place
(the notes, say) are not independent, so each counts for less the more there are.
"""

from __future__ import annotations

import datetime
import functools
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from letterbook.link.date_odds import WIDE, YEAR, steps
from letterbook.mark.clues import Clue

MOST = 8  # clues of one place; the rest repeat them
AGREE = 0.5  # of n clues in one place each counts for n ** -AGREE
_BOUND = -14.0
LOW = ("not before", "answers", "day")
HIGH = ("not after", "announced", "answered by", "day")
BOUNDS = (*LOW, *HIGH)
"""Clues that rule out every day on one side of them."""
NUMBERED = ("numbered not before", "numbered not after")
_ASTRAY = -5.5  # numbers are given out of turn, now and then
_FOLDER = {"folder": 0.98, "year": 0.66, "long folder": 0.9, "tenure": 0.997}
"""How often a letter lies within the years of its folder."""


@dataclass(frozen=True, slots=True)
class Grid:
    """`count` cells of `cell` days each, from the day with ordinal `first`."""

    first: int
    count: int
    cell: int = 1

    def at(self, day: datetime.date) -> int:
        """The cell of a day; it may lie outside."""
        return (day.toordinal() - self.first) // self.cell

    def day(self, at: int) -> datetime.date:
        """The first day of a cell."""
        return _calendar(self.first + at * self.cell)


def _calendar(ordinal: int) -> datetime.date:
    """A day of the calendar, at its ends if the number lies outside it."""
    return datetime.date.fromordinal(min(max(ordinal, 1), datetime.date.max.toordinal()))


def weigh(clues: Sequence[Clue], grid: Grid) -> list[float]:
    """The log odds of each cell of the grid, from all clues together."""
    change = [0.0] * (grid.count + 1)
    groups = [_group(clue) for clue in clues]
    many, seen = Counter(groups), Counter[str]()
    ring = _Ring(grid)
    for clue, group in zip(clues, groups, strict=True):
        seen[group] += 1
        if seen[group] > MOST:
            continue
        share = min(many[group], MOST) ** -AGREE
        if clue.yearless and grid.cell > 1:
            ring.add(clue, share)
            continue
        for first, last, odds in _steps(clue, grid):
            if last > 0 and first < grid.count:
                change[first if first > 0 else 0] += odds * share
                change[last if last < grid.count else grid.count] -= odds * share
    return ring.over(list(accumulate(change[:-1])))


class _Ring:
    """One year of cells, in which days without a year are weighed once for all years."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._size = -(-YEAR // grid.cell)
        self._change = [0.0] * (3 * self._size + 1)
        self._used = False

    def add(self, clue: Clue, share: float) -> None:
        """Weigh a clue in the middle one of three years."""
        self._used = True
        size, change = self._size, self._change
        at = size + (clue.first.timetuple().tm_yday - 1) // self._grid.cell
        for step in steps(clue.kind, True, self._grid.cell):
            change[at + step.first] += step.odds * share
            change[at + step.last] -= step.odds * share

    def over(self, odds: list[float]) -> list[float]:
        """The odds of every cell of the grid with those of its place in the year."""
        if not self._used:
            return odds
        size = self._size
        told = list(accumulate(self._change[:-1]))
        year = [told[at] + told[at + size] + told[at + 2 * size] for at in range(size)]
        places = _places(self._grid)
        return [mine + year[place] for mine, place in zip(odds, places, strict=True)]


@functools.lru_cache(maxsize=64)
def _places(grid: Grid) -> tuple[int, ...]:
    """For each cell of the grid the cell of its year."""
    last = -(-YEAR // grid.cell) - 1
    days = (grid.day(at).timetuple().tm_yday for at in range(grid.count))
    return tuple(min((day - 1) // grid.cell, last) for day in days)


def _group(clue: Clue) -> str:
    """Clues that repeat each other: those of one place, its file numbers apart."""
    alone = clue.kind.endswith("file number") or clue.kind in BOUNDS + NUMBERED
    return clue.kind if alone else clue.kind.split(":")[0]


Stretch = tuple[int, int, float]


def _steps(clue: Clue, grid: Grid) -> list[Stretch]:
    """What one clue says, in cells of the grid."""
    if clue.kind in BOUNDS or clue.kind in NUMBERED:
        return _bound(clue, grid)
    if clue.kind in _FOLDER:
        inside, width = _FOLDER[clue.kind], (clue.last - clue.first).days + 1
        a, b = grid.at(clue.first), grid.at(clue.last) + 1
        low, high = math.log(1 - inside), math.log(inside * max(1.0, WIDE / width / 2))
        return [(-(10**6), a, low), (a, b, high), (b, 10**6, low)]
    told = steps(clue.kind, clue.yearless, grid.cell)
    centres = _instances(clue, grid) if clue.yearless else [(clue.first, clue.last)]
    return [
        (_shift(step.first, a, b), _shift(step.last, a, b), step.odds)
        for a, b in ((grid.at(first), grid.at(last)) for first, last in centres)
        for step in told
    ]


def _shift(offset: int, first: int, last: int) -> int:
    """Cells before a range count from its first day, cells after it from its last."""
    return offset + (first if offset <= 0 else last)


def _bound(clue: Clue, grid: Grid) -> list[Stretch]:
    """A bound to one side, or the day itself."""
    if clue.kind in NUMBERED:
        before = clue.kind == "numbered not before"
        a, b = (-(10**6), grid.at(clue.first)) if before else (grid.at(clue.last) + 1, 10**6)
        return [(a, b, _ASTRAY)]
    outside = []
    if clue.kind in LOW:
        outside.append((-(10**6), grid.at(clue.first), _BOUND))
    if clue.kind in HIGH:
        outside.append((grid.at(clue.last) + 1, 10**6, _BOUND))
    return outside


def _instances(clue: Clue, grid: Grid) -> list[tuple[datetime.date, datetime.date]]:
    """A day without a year, in each year in which it lies within half a year of the grid."""
    low, high = grid.first - YEAR // 2, grid.first + grid.count + YEAR // 2
    made = []
    for year in range(_calendar(low).year, _calendar(high).year + 1):
        try:
            first = clue.first.replace(year=year)
        except ValueError:  # February 29
            continue
        if low <= first.toordinal() <= high:
            made.append((first, first + (clue.last - clue.first)))
    return made
