"""What a named day is worth: how far from it letters were written that name a day so.

The counts are in `date_odds.csv`: for every place and way in which a day is named, how many of
some five thousand letters of known date were written so many days after it (before it: less
than nought). "Your letter of May 3" is seldom answered on the same day and never before it;
"drafted on" lies within three days. A letter's odds for a day are what its clues make likelier.
"""

from __future__ import annotations

import csv
import functools
import importlib.resources
import math
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

YEAR, WIDE = 365, 6000
"""Days among which a clue without a year, and with one, decides."""
_OUTER = 2000  # beyond the last edge, to both sides
_SMOOTH = 20.0  # letters' worth of what is usual in that place, so that small counts stay modest


@dataclass(frozen=True, slots=True)
class Step:
    """Cells `first` up to, not including, `last`, counted from the clue's: the log odds there."""

    first: int
    last: int
    odds: float


@dataclass(frozen=True, slots=True)
class _Counts:
    edges: tuple[int, ...]
    rows: dict[tuple[str, bool], tuple[float, ...]]
    pools: dict[tuple[str, bool], tuple[float, ...]]


@functools.cache
def _counts() -> _Counts:
    """The counted letters, and by place alone for ways too rare to be counted."""
    text = importlib.resources.files(__package__).joinpath("date_odds.csv").read_text("utf-8")
    head, *lines = csv.reader(text.splitlines())
    rows: dict[tuple[str, bool], tuple[float, ...]] = {}
    sums: dict[tuple[str, bool], list[float]] = defaultdict(lambda: [0.0] * (len(head) - 2))
    for kind, year, *counts in lines:
        key = kind, year == "no year"
        rows[key] = tuple(map(float, counts))
        pool = sums[kind.split(":")[0], key[1]]
        pool[:] = [a + b for a, b in zip(pool, rows[key], strict=True)]
    edges = tuple(int(edge) for edge in head[2:-1])
    return _Counts(edges, rows, {key: tuple(pool) for key, pool in sums.items()})


def _shares(kind: str, yearless: bool) -> list[float]:
    """The share of letters in each stretch between two edges, smoothed by what is usual."""
    counts = _counts()
    place = kind.split(":")[0]
    none = tuple([0.0] * (len(counts.edges) + 1))
    own = counts.rows.get((kind, yearless), none)
    pool = counts.pools.get((place, yearless)) or none
    if not yearless and sum(own) < 60 and (kind, True) in counts.rows:
        pool = tuple(a + b for a, b in zip(pool, counts.rows[kind, True], strict=True))
    total, usual = sum(own), sum(pool) or 1.0
    flat = [min(1.0, width / (YEAR if yearless else WIDE)) for width in _widths(counts.edges)]
    mass = total + _SMOOTH + 2
    rows = zip(own, pool, flat, strict=True)
    return [(a + _SMOOTH * b / usual + 2 * c) / mass for a, b, c in rows]


def _widths(edges: tuple[int, ...]) -> list[int]:
    return [_OUTER, *(b - a for a, b in pairwise(edges)), _OUTER]


@functools.lru_cache(maxsize=1024)
def steps(kind: str, yearless: bool, cell: int) -> tuple[Step, ...]:
    """The odds around a clue of this kind, in cells of `cell` days; none for an unknown kind."""
    counts = _counts()
    if (kind.split(":")[0], yearless) not in counts.pools:
        return ()
    shares = _shares(kind, yearless)
    low, high = (-182, 183) if yearless else (-_OUTER - 2000, 2000 + _OUTER)
    bounds = [low, *(edge + 1 for edge in counts.edges), high]
    pieces: dict[tuple[int, int], float] = {}
    for share, first, last in zip(shares, bounds, bounds[1:], strict=False):
        first, last = max(first, low), min(last, high)
        if first < last:
            _spread(pieces, share, first, last, cell)
    every = YEAR if yearless else WIDE
    made = [
        Step(a, b, math.log(share / ((b - a) * cell) * every))
        for (a, b), share in sorted(pieces.items())
    ]
    if yearless:
        return tuple(made)
    tail = 10**6
    return (
        Step(-tail, made[0].first, made[0].odds),
        *made,
        Step(made[-1].last, tail, made[-1].odds),
    )


def _spread(
    pieces: dict[tuple[int, int], float], share: float, first: int, last: int, cell: int
) -> None:
    """Put a stretch's share into the cells it covers: whole in one, or in a run of them."""
    if cell == 1:
        pieces[first, last] = share
        return
    a, b = round(first / cell), round(last / cell)
    if b <= a:
        a = math.floor((first + last) / 2 / cell + 0.5)
        b = a + 1
        for key in [k for k in pieces if k[0] <= a < k[1]]:
            pieces[key] += share
            return
    for key in [k for k in pieces if k[1] > a]:
        a = key[1]
    if a < b:
        pieces[a, b] = pieces.get((a, b), 0.0) + share
    elif pieces:
        pieces[max(pieces)] += share
