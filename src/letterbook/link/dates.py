"""The day of a letter that bears none: an interval, and the chain of clues it rests on.

In: a letter's own clues, in the order in which the letters stand, and what else is known of it
(the letters it answers, the offices its parties held). Out: the shortest interval that is all but
certain, in EDTF, with the clues that make it so, each with its reason. Nothing is said of a letter
whose clues leave more than a few years.
"""

from __future__ import annotations

import datetime
import math
from collections import Counter
from collections.abc import Sequence

from letterbook.link.date_chain import chain, neighbours
from letterbook.link.date_grid import HIGH, LOW, Grid, weigh
from letterbook.link.date_odds import YEAR
from letterbook.link.date_rows import Dating, Entry, runs
from letterbook.link.date_wires import between, knots
from letterbook.link.series import Known, Row, likely, narrow, settle
from letterbook.mark.clues import Clue
from letterbook.model import Span, When

SURE = 0.985
"""How much of what is likely an interval must hold."""
LOOSE = 1200  # days: an interval wider than that says nothing
_CELLS, _LEAST = 300, 7
TRUST = 0.6  # of the odds, in a first, coarse look, and where no neighbour bears them out
FEW, EARLIER, LATER = 3, 300, 1000  # days by which a lone letter may precede or follow all it names
_EDGE = 0.02
Slack = tuple[tuple[int, int], ...]
SLACK: Slack = ((28, 2),)
"""An interval shorter than so many days is given so many more at either end: the counts tell no
closer."""
GUESSED, SLACKER = 0.987, ((14, 4), (21, 3), (28, 2))
"""The same of a row in which no letter bears a day: each leans on what was guessed of the others.

On volumes that the counts were not taken from, half of the letters dated wrong in such rows lay
within two days of a short interval.
"""


def infer(
    entries: Sequence[Entry], restart: float = 0.01, whole: bool = False
) -> list[Dating | None]:
    """A dating for each entry that has no day of its own, where its clues and neighbours allow.

    In: letters in the order in which they stand, and how often such a row begins anew. `whole`
    says that they are one row; else they are parted where the printed numbers begin anew.
    """
    rows = [entries] if whole else runs(entries)
    return [dating for row in rows for dating in _infer(row, restart)]


def _infer(run: Sequence[Entry], restart: float) -> list[Dating | None]:
    """A dating for each entry of one row."""
    clues = [_known(entry) for entry in run]
    span = _span(clues)
    if span is None:
        return [None if entry.when else _bounded(entry.clues) for entry in run]
    if len(run) < FEW:
        span = (max(1, span[0] - EARLIER), span[1] + EARLIER + LATER)
    own = _windows(clues, Grid(*span), restart, TRUST if len(run) < FEW else 1.0)
    firm = len(run) < FEW or any(entry.when for entry in run)
    sure, slack = (SURE, SLACK) if firm else (GUESSED, SLACKER)
    row = Row(span[1], restart)
    whens = [_when(known, sure, slack) for known in settle(own, row)]
    if numbered := _numbered(run, whens):
        own = [_with(known, numbered.get(at)) for at, known in enumerate(own)]
        whens = [_when(known, sure, slack) for known in settle(own, row)]
    made: list[Dating | None] = []
    for at, (entry, when) in enumerate(zip(run, whens, strict=True)):
        inside = _within(when, entry.clues) if when else None
        if entry.when:
            made.append(None)
        elif inside is None or (len(run) < FEW and _loose(inside)):
            made.append(_bounded(entry.clues))
        else:
            told = chain((*numbered.get(at, ()), *entry.clues), inside)
            beside = [] if told and _alone(own[at], inside) else neighbours(run, whens, at)
            made.append(Dating(inside, (*told, *beside)))
    return made


def _numbered(run: Sequence[Entry], whens: Sequence[When | None]) -> dict[int, list[Clue]]:
    """What telegram numbers say, once the row is dated so far: place in the row → clues."""
    told = [entry.when or when for entry, when in zip(run, whens, strict=True)]
    known = knots([entry.cited for entry in run], told)
    made = {
        at: list(between(entry.wire, at, when, known))
        for at, (entry, when) in enumerate(zip(run, whens, strict=True))
        if entry.wire and when and entry.when is None
    }
    return {at: clues for at, clues in made.items() if clues}


def _with(known: Known, clues: Sequence[Clue] | None) -> Known:
    """What is known of a letter with some more clues."""
    if not clues:
        return known
    odds = weigh(clues, known.grid)
    shares = [share * math.exp(more) for share, more in zip(known.shares, odds, strict=True)]
    total = sum(shares) or 1.0
    return Known(known.grid, [share / total for share in shares])


def _when(known: Known, sure: float, slack: Slack) -> When | None:
    """The interval that holds what is likely, a little slack to both sides of a short one."""
    low, high, _ = narrow(known, sure)
    if high - low > LOOSE:
        return None
    first, last = known.grid.day(low), known.grid.day(high)
    more = datetime.timedelta(next((days for most, days in slack if high - low < most), 0))
    return When(first - more, last + more)


def _within(when: When, clues: Sequence[Clue]) -> When | None:
    """An interval cut at the bounds that cannot be passed; None if it lies beyond them."""
    first, last = when.earliest, when.latest
    low, high = _bounds(clues)
    if first is None or last is None or (low and last < low) or (high and high < first):
        return None
    return When(max(first, low or first), min(last, high or last))


def _bounds(clues: Sequence[Clue]) -> tuple[datetime.date | None, datetime.date | None]:
    lows = [clue.first for clue in clues if clue.kind in LOW]
    highs = [clue.last for clue in clues if clue.kind in HIGH]
    return max(lows, default=None), min(highs, default=None)


def _loose(when: When) -> bool:
    """Whether an interval says no more than the bounds it lies between."""
    return bool(when.earliest and when.latest and (when.latest - when.earliest).days > YEAR)


def _bounded(clues: Sequence[Clue]) -> Dating | None:
    """Where nothing tells the day: the bounds that cannot be passed, one or both ends open."""
    low, high = _bounds(clues)
    if low is None and high is None:
        return None
    when = When(low, high)
    return Dating(when, chain(clues, when))


def _alone(own: Known, when: When) -> bool:
    """Whether a letter's own clues say about as much as its row does."""
    low, high, _ = narrow(own, SURE)
    assert when.earliest and when.latest
    return high - low <= 1.3 * (when.latest - when.earliest).days + 6


def _known(entry: Entry) -> tuple[Clue, ...]:
    """The clues of an entry; its day alone if it has one."""
    when = entry.when
    if when is None or when.earliest is None or when.latest is None:
        return entry.clues
    span = entry.span or Span("", 0, 0)
    return (Clue(span, "day", when.earliest, when.latest),)


NEAR = (
    *(f"{place}: {sort}file number" for place in ("head", "source note")
      for sort in ("", "incoming ", "outgoing ")),
    "head: day", "head: on", "folder", "day",
)  # fmt: skip
"""Clues that place a letter within a few days or years of themselves."""


def _span(clues: Sequence[Sequence[Clue]]) -> tuple[int, int] | None:
    """The first day and the number of days that a row may cover, by the years its clues name."""
    years: Counter[int] = Counter()
    for mine in clues:
        full = [clue for clue in mine if not clue.yearless and clue.kind != "long folder"]
        near = [clue for clue in full if clue.kind in NEAR] or full
        named = {year for clue in near for year in (clue.first.year, clue.last.year)}
        for year in named:
            years[year] += 1.0 / len(named)  # type: ignore[assignment]
    least = 0.012 * sum(years.values())
    kept = sorted(year for year, count in years.items() if count >= least)
    if not kept:
        return None
    first = datetime.date(max(kept[0], 1), 1, 1).toordinal() - 100
    return first, datetime.date(kept[-1], 12, 31).toordinal() + 100 - first


def _windows(
    clues: Sequence[Sequence[Clue]], span: Grid, restart: float, trust: float
) -> list[Known]:
    """A coarse look at the whole span, then each letter's own days within what that leaves."""
    cell = max(_LEAST, -(-span.count // _CELLS))
    coarse = Grid(span.first, -(-span.count // cell), cell)
    first = [Known(coarse, likely([TRUST * x for x in weigh(mine, coarse)])) for mine in clues]
    made = []
    for mine, known in zip(clues, settle(first, Row(span.count, restart)), strict=True):
        low, high, _ = narrow(known, 1 - _EDGE)
        grid = Grid(coarse.first + (low - 1) * cell, (high - low + 3) * cell)
        made.append(Known(grid, likely([trust * odds for odds in weigh(mine, grid)])))
    return made
