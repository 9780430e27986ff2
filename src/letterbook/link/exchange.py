"""Exchanges: between whom an act passes. Matters are gathered within one of them.

In: acts. Out: for each the two countries; where a letter tells of no two, the two parties that
write ("Department of State", "Embassy in Zaral"); where it has none, the place it is printed in.
A new letter concerns the exchanges that its acts belong to and no other: these alone are gathered
again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from letterbook.link.acted import Acted, short_side
from letterbook.model import Letter
from letterbook.model.source import typable

MAIN = 2 / 3
"""The share of a side's acts from which on its letters to its own are laid to that pair."""


class Exchange(NamedTuple):
    """The sides in alphabetical order, two at most; `within`: the parties, or a file, where the
    sides are not two.
    """

    sides: tuple[str, ...]
    within: tuple[str, ...] = ()


Main = Callable[[Exchange], Exchange]
"""Where the acts of an exchange are gathered: with those of another, mostly with themselves."""


def between(sides: Sequence[str], within: Sequence[str]) -> str:
    """Who writes: "Orvane and Tolmary", "Orvane: Legation at Zaral and Ministry"; where nobody is
    named the volume in which it is written.
    """
    parties = " and ".join(filter(None, within)) if len(within) == 2 else ""
    told = " and ".join(sides)
    if not told and not parties:
        return "".join(f"in {path.rpartition('/')[2]}" for path in within if path)
    return parties if told in parties else f"{told}: {parties}" if parties else told


def exchange_id(sides: Sequence[str], within: Sequence[str]) -> str:
    """A name of the exchange that a person can type."""
    return typable("\0".join(("exchange", *sides, "", *within)))


def within(letter: Letter) -> tuple[str, ...]:
    """The two who write, one of them "" where he is not named; else the volume or the folder."""
    ends = sorted((short_side(letter.senders), short_side(letter.recipients)))
    # a memorandum of conversation has no sender: what stands with it in its volume is its company
    if any(ends):
        return tuple(ends)
    return (letter.path if letter.where else letter.path.rpartition("/")[0],)


def pair(one: Acted) -> tuple[str, ...]:
    """The two sides between which an act is done, in alphabetical order."""
    if one.between:
        return one.between
    return tuple(sorted({side for side in (one.side, one.other, one.writer) if side}))[:2]


def stated(one: Acted) -> Exchange:
    """Between whom an act passes, as far as its own letter tells."""
    sides = pair(one)
    return Exchange(sides) if len(sides) == 2 else Exchange(sides, one.within)


def main_of(acts: Mapping[Exchange, int]) -> Main:
    """What one side writes to its own goes with its main pair.

    A telegram of Orvane's Legation to Orvane's Ministry is about Tolmary when most letters of
    Orvane are to or from Tolmary. `acts`: how many there are in each exchange.
    """
    two: Counter[tuple[str, ...]] = Counter()
    for each, times in acts.items():
        if len(each.sides) == 2:
            two[each.sides] += times
    alone = {side: _main(side, two) for side in {s for each in acts for s in each.sides}}

    def main(each: Exchange) -> Exchange:
        if len(each.sides) != 1 or not alone.get(each.sides[0]):
            return each
        return Exchange(alone[each.sides[0]])

    return main


def _main(side: str, two: Mapping[tuple[str, ...], int]) -> tuple[str, ...]:
    fits = {sides: n for sides, n in two.items() if side in sides}
    best = max(fits, key=lambda sides: (fits[sides], sides), default=())
    return best if fits.get(best, 0) >= MAIN * sum(fits.values()) > 0 else ()


def by_exchange(acts: Sequence[Acted]) -> dict[Exchange, list[Acted]]:
    """The acts by the exchange they are gathered in, in their order."""
    passes = [stated(one) for one in acts]
    main = main_of(Counter(passes))
    made: dict[Exchange, list[Acted]] = {}
    for each, one in zip(passes, acts, strict=True):
        made.setdefault(main(each), []).append(one)
    return made


def counted(acts: Iterable[Acted]) -> Counter[Exchange]:
    """How many of these acts pass in each exchange."""
    return Counter(map(stated, acts))
