"""The clues behind a date as a chain one can read: "not after 1962-12-19: announces …"."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from letterbook.link.date_grid import BOUNDS, Grid, weigh
from letterbook.link.date_rows import Entry
from letterbook.mark.clues import Clue
from letterbook.model import Span, When

Day = datetime.date
WELL = 10  # days: a neighbour known as closely as that bounds another
LONGEST = 4  # clues in a chain
_SPEAKS = 1.0  # by how much a clue must favour the interval over the month beside it
_BESIDE = 30

_SAYS = {
    "file number": "is filed under {}",
    "incoming file number": "is filed under {}",
    "outgoing file number": "is filed under {}, with what it answers",
    "stamp": "bears the stamp {}",
    "letter of": "names a letter of {}",
    "planned": "looks forward to {}",
    "printed": "cites what was printed on {}",
    "drafted": "was drafted on {}",
    "approved": "was approved on {}",
    "cleared": "was cleared on {}",
    "initialed": "was initialed on {}",
    "received": "was received on {}",
    "transmitted": "was transmitted on {}",
    "sent": "was sent on {}",
    "signed": "was signed on {}",
    "seen": "was seen on {}",
    "delivered": "was delivered on {}",
    "held": "tells of a meeting on {}",
    "attached": "has a paper of {} attached",
    "dated": "is marked {}",
    "this letter": "says that it was handled on {}",
    "weekday": "names {} with its weekday",
    "folder": "lies in a file of {}",
    "year": "lies in a file of {}",
    "long folder": "lies in a file of {}",
    "announced": "announces the letter of that day",
}


def chain(clues: Sequence[Clue], when: When) -> tuple[Clue, ...]:
    """The clues that make a letter's interval what it is, the strongest first, with reasons."""
    if when.earliest is None or when.latest is None:
        bounds = [clue for clue in clues if clue.kind in BOUNDS]
        return tuple(_reasoned(clue, clue.kind, when) for clue in bounds[:LONGEST])
    first, last = when.earliest.toordinal(), when.latest.toordinal()
    grid = Grid(max(1, first - _BESIDE), last - first + 1 + 2 * _BESIDE)
    weighed = [(_support(clue, grid), clue) for clue in clues]
    weighed = [(support, clue) for support, clue in weighed if max(support) > _SPEAKS]
    weighed.sort(key=lambda pair: -sum(pair[0]))
    made: dict[Day, Clue] = {}
    for support, clue in weighed:
        low, high = (side > _SPEAKS for side in support)
        told = _reasoned(clue, "about" if low and high else _SIDES[low], when)
        if (low or told.last >= when.earliest) and (high or told.first <= when.latest):
            made.setdefault(told.first, told)  # the same day told again adds nothing
    return tuple(made.values())[:LONGEST]


_SIDES = {True: "not before", False: "not after"}


def _support(clue: Clue, grid: Grid) -> tuple[float, float]:
    """How much likelier the clue makes the interval than the month before it and after it."""
    odds = weigh((clue,), grid)
    inside = max(odds[_BESIDE:-_BESIDE])
    before, after = odds[:_BESIDE], odds[-_BESIDE:]
    return inside - sum(before) / len(before), inside - sum(after) / len(after)


def _reasoned(clue: Clue, side: str, when: When) -> Clue:
    """The clue with the year that the interval gives it, and with its reason in words."""
    if clue.reason:
        return clue
    first = near(clue.first, when)
    last = first + (clue.last - clue.first)
    if clue.kind in ("folder", "year", "long folder"):
        day = f"within {first.isoformat()}/{last.isoformat()}"
    else:
        side = "not after" if clue.kind == "announced" else side
        day = f"{side} {(last if side == 'not before' else first).isoformat()}"
    return replace(clue, first=first, last=last, reason=f"{day}: {says(clue)}")


def near(day: Day, when: When) -> Day:
    """A day of no year in the year that brings it nearest to the interval."""
    anchor = when.earliest or when.latest
    if day.year > 4 or anchor is None:
        return day
    tries = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        try:
            tries.append(day.replace(year=year))
        except ValueError:  # February 29
            continue
    return min(tries, key=lambda one: abs(one - anchor)) if tries else anchor


def says(clue: Clue) -> str:
    """What a clue says, and where: "is filed under 611.61/5–1661 (source note)"."""
    place, _, how = clue.kind.partition(": ")
    words = _SAYS.get(how or place, "names {}").format(f"“{clue.words}”")
    where = {"head": "at its head", "opening": "in its text", "body": "in its text"}.get(
        place, place
    )
    if clue.note:
        where = f"note {clue.note}" if place != "source note" else "source note"
    elif place == clue.kind:
        where = ""
    return f"{words} ({where})" if where else words


def neighbours(run: Sequence[Entry], whens: Sequence[When | None], at: int) -> list[Clue]:
    """The nearest letters before and after, of those near by the ones dated most closely."""
    made = []
    for step, side, stands in ((-1, "not before", "after"), (1, "not after", "before")):
        beside = [
            (run[other], run[other].when or whens[other])
            for other in range(at + step, at + 6 * step, step)
            if 0 <= other < len(run)
        ]
        closed = [(e, when) for e, when in beside if when and when.earliest and when.latest]
        chosen = min(closed, key=lambda pair: max(WELL, _width(pair[1])), default=None)
        if chosen is not None:
            made.append(_stands(*chosen, side, stands))
    return made


def _width(when: When) -> int:
    return (when.latest - when.earliest).days if when.earliest and when.latest else 10**6


def _stands(entry: Entry, when: When, side: str, stands: str) -> Clue:
    """A neighbour as a clue: it stands before or after, and is of this day."""
    first, last = when.earliest, when.latest
    assert first is not None and last is not None
    day = first if side == "not before" else last
    name = f"No. {entry.number}" if entry.number else "a letter"
    reason = f"{side} {day.isoformat()}: stands {stands} {name} of {when.edtf}"
    return Clue(entry.span or Span("", 0, 0), "neighbour", first, last, reason=reason)
