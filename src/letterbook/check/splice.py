"""Two passages put together as one: the second is sought where the first leaves off."""

from __future__ import annotations

from letterbook.check.align import Step
from letterbook.check.judge import Judged
from letterbook.check.place import around, stretches
from letterbook.check.quotation import take_apart
from letterbook.check.search import Search
from letterbook.model import Span

LONG = 5
"""Words in a row that must stand elsewhere for two passages to be spliced."""


def elsewhere(search: Search, best: Judged) -> tuple[int, Span] | None:
    """Where the words stand that the best place lacks, and the first of them: it is spliced."""
    laid = best.laid
    if sum(step.r - step.q for step in laid.lacking) < 2:
        return None
    core = _core(best)
    for first, last in ((0, core.q), (core.r, len(search.quote.keys))):
        whole, *joined = ((first, last), (first + 1, last), (first, last - 1))
        for a, b in (whole, *joined) if best.kind != "invented" else (whole,):
            if b - a >= LONG and max(b - a, core.r - core.q) > LONG + 1:
                pin = _stands(search, a, b, laid.passage.source)
                if pin and not _beside(pin, laid.passage.span(core.s, core.t), len(search.words)):
                    return a, pin
    return None


def _beside(pin: Span, core: Span, reach: int) -> bool:
    """Whether two places of one source are so near that the words between were merely changed."""
    gap = max(pin.start - core.end, core.start - pin.end)
    return pin.source == core.source and gap < reach


def _stands(search: Search, first: int, last: int, near: str) -> Span | None:
    """Where these words stand in a row: in the source `near`, if there."""
    held = search.may_hold((first, last))
    for id in sorted(held, key=lambda id: id != near):
        rest = take_apart(search.quote.passage.words(first, last))
        for stretch in stretches(search.open(id), rest, (0, len(rest.keys))):
            passage = around(search.open(id), *stretch)
            at = next(passage.find(" ".join(rest.keys)), -1)
            if at >= 0:
                return passage.span(at, at + len(rest.keys))
    return None


def halves(best: Judged, other: tuple[int, Span]) -> tuple[Span, Span]:
    """The two places, that of the first words first."""
    at, rest = other
    core = _core(best)
    same = [s for piece in best.laid.pieces for s in piece if s.same]
    here = [s for s in same if (s.q < at) == (core.q < at)]
    pin = best.laid.passage.span(here[0].s, here[-1].t)
    return (pin, rest) if core.q < at else (rest, pin)


def _core(judged: Judged) -> Step:
    """The longest run of words that are the same."""
    same = (s for piece in judged.laid.pieces for s in piece if s.same)
    return max(same, key=lambda s: s.r - s.q)
