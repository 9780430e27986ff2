"""Letters in a row: each seldom stands before one that is older.

Editions, letter books and folders run in order of date, with a new beginning now and then (a
chapter, a volume). Each letter brings its own odds for every day; the row carries what is known
of its neighbours to it, from both sides, and out comes how likely each day is.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import mul

from letterbook.link.date_grid import Grid

GAPS = ((0.30, 0), (0.50, 5), (0.19, 45))
"""Share and mean of the days between two neighbours: the same day, a few days, weeks, months."""
ASTRAY = 0.002  # the odds of a letter that does not belong where it stands, or whose clues mislead


@dataclass(frozen=True, slots=True)
class Row:
    """How a row is ordered: `restart`, how often it begins anew; `span`, days it may cover."""

    span: int
    restart: float = 0.01


def likely(odds: Sequence[float]) -> list[float]:
    """Shares that sum to one, from log odds."""
    top = max(odds)
    shares = [math.exp(value - top) for value in odds]
    total = sum(shares)
    return [share / total for share in shares]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a letter: the share of each cell of a grid."""

    grid: Grid
    shares: Sequence[float]


def settle(own: Sequence[Known], row: Row) -> list[Known]:
    """What is known of each letter when the whole row has been heard, from both ends."""
    held = [_held(known) for known in own]
    ahead = _pass(own, held, lambda mass, at, to: _flow(mass, at, to, row))
    behind = _pass(own[::-1], held[::-1], lambda mass, at, to: _ebb(mass, at, to, row))[::-1]
    return [_join(*three) for three in zip(own, ahead, behind, strict=True)]


def _held(known: Known) -> list[float]:
    """The shares of a letter, as far as it stands where it belongs."""
    stray = ASTRAY / known.grid.count
    return [(1 - ASTRAY) * mine + stray for mine in known.shares]


Carry = Callable[[Sequence[float], Grid, Grid], list[float]]


def _pass(own: Sequence[Known], held: Sequence[list[float]], carry: Carry) -> list[list[float]]:
    """For each letter what those before it in the pass lead one to expect."""
    expected: list[list[float]] = []
    mass: list[float] = []
    for at, known in enumerate(own):
        if at:
            before = carry(mass, own[at - 1].grid, known.grid)
        else:
            before = [1.0 / known.grid.count] * known.grid.count
        expected.append(before)
        mass = list(map(mul, before, held[at]))
        total = sum(mass) or 1.0
        mass = [share / total for share in mass]
    return expected


def _join(own: Known, ahead: Sequence[float], behind: Sequence[float]) -> Known:
    """Own odds and both neighbours' together; or own odds alone, if it stands astray."""
    placed = list(map(mul, ahead, behind))
    total = sum(placed) or 1.0
    stray = ASTRAY / own.grid.count
    shares = [
        mine * ((1 - ASTRAY) * place / total + stray)
        for mine, place in zip(own.shares, placed, strict=True)
    ]
    total = sum(shares) or 1.0
    return Known(own.grid, [share / total for share in shares])


def _flow(mass: Sequence[float], here: Grid, there: Grid, row: Row) -> list[float]:
    """Where the next letter stands if this one stands as `mass` says: later, by a gap.

    What is left of the cells before fades by a share at each step, for each kind of gap; all of
    them in one walk over the cells, for speed.
    """
    (same, _), (soon, days), (late, weeks) = GAPS
    near, far = days / (days + here.cell), weeks / (weeks + here.cell)
    soon, late = soon * (1 - near), late * (1 - far)
    shift = (there.first - here.first) // here.cell
    nothing = row.restart * here.cell / row.span
    out = [nothing] * min(max(0, -shift), there.count)
    close = long = 0.0
    for value in mass[: max(shift, 0)]:
        close, long = close * near + value, long * far + value
    for _ in range(shift - len(mass)):  # days between the two grids
        close, long = close * near, long * far
    for value in mass[max(shift, 0) : max(shift + there.count, 0)]:
        close, long = close * near + value, long * far + value
        out.append(nothing + same * value + soon * close + late * long)
    while len(out) < there.count:
        close, long = close * near, long * far
        out.append(nothing + soon * close + late * long)
    return out


def _ebb(mass: Sequence[float], here: Grid, there: Grid, row: Row) -> list[float]:
    """The same from the other end: where the letter before this one stands."""
    mirrored = _flow(mass[::-1], _mirror(here), _mirror(there), row)
    return mirrored[::-1]


def _mirror(grid: Grid) -> Grid:
    return Grid(-(grid.first + grid.count * grid.cell), grid.count, grid.cell)


def narrow(known: Known, mass: float) -> tuple[int, int, float]:
    """The shortest run of cells that holds `mass` of the shares: first, last, what it holds."""
    total = list(accumulate(known.shares, initial=0.0))
    goal = min(mass, 1.0 - 1e-9) * total[-1]
    end = len(total) - 1
    best, least = (0, end - 1), end - 1
    last = 0
    for first in range(end):
        below = total[first]
        last = last if last > first else first + 1
        while last < end and total[last] - below < goal:
            last += 1
        if total[last] - below < goal:
            break
        if last - 1 - first < least:
            best, least = (first, last - 1), last - 1 - first
    return *best, total[best[1] + 1] - total[best[0]]
