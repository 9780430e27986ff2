"""A quotation laid on a passage, piece by piece, and everything in which the two part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from letterbook.check.align import Step, align
from letterbook.check.parts import Part, parts
from letterbook.check.passage import Passage
from letterbook.check.quotation import Piece, Quote
from letterbook.check.wording import Known

APART = 500
"""Words a marked cut may leave out; pieces further apart stand pages apart."""


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """A quotation on a passage: the steps of each piece (none where a piece has no place)."""

    quote: Quote
    passage: Passage
    pieces: tuple[tuple[Step, ...], ...]
    parts: tuple[Part, ...]

    @property
    def faults(self) -> tuple[Part, ...]:
        """What is not printing, and not in brackets."""
        return tuple(p for p in self.parts if p.what not in ("printing", "brackets"))

    @property
    def same(self) -> int:
        """How many words of the quotation stand in the passage."""
        steps = (step for piece in self.pieces for step in piece)
        excused = sum(p.step.r - p.step.q for p in self.parts if p not in self.faults)
        return excused + sum(step.r - step.q for step in steps if step.same)

    @property
    def run(self) -> int:
        """The longest run of words that are the same."""
        steps = (step for piece in self.pieces for step in piece)
        return max((step.r - step.q for step in steps if step.same), default=0)

    @property
    def share(self) -> float:
        """The share of the quotation's words that stand in the passage."""
        return self.same / max(1, len(self.quote.keys))

    @property
    def lacking(self) -> list[Step]:
        """The stretches of the quotation that have no place here."""
        alone = [
            Step(False, piece.first, piece.last, 0, 0)
            for piece, steps in zip(self.quote.pieces, self.pieces, strict=True) if not steps
        ]  # fmt: skip
        return [*alone, *(s for steps in self.pieces for s in steps if not s.same and s.q < s.r)]

    @property
    def in_turn(self) -> bool:
        """Whether the pieces that have a place follow one another, none pages away."""
        placed = [(piece[0].s, piece[-1].t) for piece in self.pieces if piece]
        return all(a[1] <= b[0] <= a[1] + APART for a, b in pairwise(placed))

    @property
    def first(self) -> int:
        """The first word of the passage that the quotation takes."""
        return min(piece[0].s for piece in self.pieces if piece)

    @property
    def last(self) -> int:
        """The word after the last that the quotation takes."""
        return max(piece[-1].t for piece in self.pieces if piece)


def lay(quote: Quote, passage: Passage, known: Known) -> Laid | None:
    """The quotation on this passage as well as it will lie; None when hardly a word agrees."""
    best: Laid | None = None
    for pieces in _ways(quote, passage):
        if not any(pieces):
            continue
        laid = Laid(quote, passage, pieces, tuple(parts(quote, passage, pieces, known)))
        if best is None or _worth(laid) > _worth(best):
            best = laid
        if laid.in_turn and not laid.faults:
            break
    return best


def _worth(laid: Laid) -> tuple[bool, int, int, int]:
    return laid.in_turn and not laid.faults, laid.same, -len(laid.faults), laid.first - laid.last


def _ways(quote: Quote, passage: Passage) -> Iterator[tuple[tuple[Step, ...], ...]]:
    """The ways in which the pieces may lie: the longest first, the others nearest to it."""
    if not quote.pieces:
        return
    core = max(range(len(quote.pieces)), key=lambda i: quote.pieces[i].last - quote.pieces[i].first)
    piece = quote.pieces[core]
    words = " ".join(quote.keys[piece.first : piece.last])
    starts = list(passage.find(words))[:12] if len(quote.pieces) > 1 else []
    size = piece.last - piece.first
    if not starts:
        middle = align(quote.keys, piece.first, piece.last, passage)
        yield _around(quote, passage, core, middle)
    for at in starts:
        yield _around(quote, passage, core, (Step(True, piece.first, piece.last, at, at + size),))


def _around(
    quote: Quote, passage: Passage, core: int, middle: tuple[Step, ...]
) -> tuple[tuple[Step, ...], ...]:
    """The other pieces, each nearest to the one before (or after) it."""
    laid: dict[int, tuple[Step, ...]] = {core: middle}
    at = middle[-1].t if middle else 0
    for number in range(core + 1, len(quote.pieces)):
        laid[number] = _after(quote, quote.pieces[number], passage, at)
        at = laid[number][-1].t if laid[number] else at
    at = middle[0].s if middle else len(passage.keys)
    for number in range(core - 1, -1, -1):
        laid[number] = _before(quote, quote.pieces[number], passage, at)
        at = laid[number][0].s if laid[number] else at
    return tuple(laid[number] for number in range(len(quote.pieces)))


def _after(quote: Quote, piece: Piece, passage: Passage, at: int) -> tuple[Step, ...]:
    near = align(quote.keys, piece.first, piece.last, passage, at)
    if sum(s.r - s.q for s in near if s.same) * 2 > piece.last - piece.first:
        return near
    return align(quote.keys, piece.first, piece.last, passage) or near


def _before(quote: Quote, piece: Piece, passage: Passage, at: int) -> tuple[Step, ...]:
    size = piece.last - piece.first
    words = " ".join(quote.keys[piece.first : piece.last])
    places = [s for s in passage.find(words) if s + size <= at]
    if places:
        return (Step(True, piece.first, piece.last, places[-1], places[-1] + size),)
    return align(quote.keys, piece.first, piece.last, passage)
