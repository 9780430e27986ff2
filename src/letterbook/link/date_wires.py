"""Telegrams of one series put between the dated ones on both sides of their numbers."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from letterbook.link.date_chain import near
from letterbook.mark.clue_wires import Cited, Wire
from letterbook.mark.clues import Clue
from letterbook.model import Span, When

CLOSE, SHARE = 40, 0.2  # numbers: farther apart they may belong to different years' counts
SLACK = datetime.timedelta(1)  # numbers are given by the hour, and by the clocks of two places
NEARBY = 100  # days
_KNOWN = 120  # days: whoever names a telegram by month and day must be dated as closely as that


@dataclass(frozen=True, slots=True)
class Knot:
    """A telegram whose number and day are known, and the words that tell."""

    wire: Wire
    day: datetime.date
    span: Span
    words: str
    told_by: int


def knots(
    cited: Sequence[Sequence[Cited]], whens: Sequence[When | None]
) -> Mapping[str, list[Knot]]:
    """The dated telegrams that a row of letters names, by series.

    In: for each letter the telegrams it names, and when it was written as far as is known.
    """
    made: dict[str, list[Knot]] = defaultdict(list)
    for at, (mine, when) in enumerate(zip(cited, whens, strict=True)):
        if when is None or when.earliest is None or when.latest is None:
            continue
        close = (when.latest - when.earliest).days <= _KNOWN
        for one in mine:
            if close or not one.clue.yearless:
                day = near(one.clue.first, when)
                made[one.wire.series].append(Knot(one.wire, day, one.clue.span, one.clue.words, at))
    return made


def between(wire: Wire, at: int, when: When, known: Mapping[str, list[Knot]]) -> Iterator[Clue]:
    """The bounds that the nearest numbers give a telegram that is dated so far as `when`.

    Nothing where the number before is dated later than the number after: one of the two is
    misread, or a new count has begun.
    """
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return
    nearby = [
        knot
        for knot in known.get(wire.series, ())
        if knot.told_by != at
        and abs(knot.wire.number - wire.number) <= SHARE * wire.number + CLOSE
        and first - knot.day <= datetime.timedelta(NEARBY)
        and knot.day - last <= datetime.timedelta(NEARBY)
    ]
    low = _nearest([knot for knot in nearby if knot.wire.number <= wire.number], wire)
    high = _nearest([knot for knot in nearby if knot.wire.number >= wire.number], wire)
    if low and high and low.day > high.day:
        return
    if low:
        yield _bound(wire, low, "not before", "later")
    if high:
        yield _bound(wire, high, "not after", "earlier")


def _bound(wire: Wire, knot: Knot, side: str, stands: str) -> Clue:
    """The clue that a dated number gives, with its reason."""
    same = knot.wire.number == wire.number
    how = "is the one named as" if same else f"is {stands} in number than"
    reason = f"{side} {knot.day.isoformat()}: telegram {wire.number} {how} “{knot.words}”"
    early, late = knot.day - SLACK, knot.day + SLACK
    return Clue(knot.span, f"numbered {side}", early, late, knot.words, "", reason)


def _nearest(some: Sequence[Knot], wire: Wire) -> Knot | None:
    return min(some, key=lambda knot: abs(knot.wire.number - wire.number), default=None)
