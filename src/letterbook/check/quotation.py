"""A quotation taken apart: its words, the cuts it marks, the letters and words in brackets.

"[T]he gates … will stay raised [at Hollin]" has one cut, a bracketed capital, and an addition.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from letterbook.check.passage import Change, Passage, page_marks
from letterbook.text import ELLIPSIS

_CAPITAL = re.compile(r"\[([^\W\d_])\](?=['’]?[^\W\d_])")
_BRACKETS = re.compile(r"\[([^\[\]]{1,120})\]")


@dataclass(frozen=True, slots=True)
class Piece:
    """The words `first` up to `last` of a quotation, between two marked cuts or its ends."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation. `opens` and `closes`: it begins or ends with a marked cut.

    `raised`: the words whose first letter stands in brackets; `added`: the words in
    brackets, bracket by bracket.
    """

    passage: Passage
    pieces: tuple[Piece, ...]
    opens: bool
    closes: bool
    raised: frozenset[int]
    added: frozenset[tuple[int, int]]

    @property
    def keys(self) -> tuple[str, ...]:
        """The words as compared."""
        return self.passage.keys

    @property
    def marked(self) -> bool:
        """Whether it marks a cut anywhere."""
        return len(self.pieces) > 1 or self.opens or self.closes


def take_apart(words: str) -> Quote:
    """The quotation `words`, the marks around it left out."""
    cuts = [m.span() for m in ELLIPSIS.finditer(words)]
    capitals = list(_CAPITAL.finditer(words))
    changes: list[Change] = [*page_marks(words), *((a, b, " … ") for a, b in cuts)]
    changes += [(m.start(), m.end(), m[1]) for m in capitals]
    passage = Passage.of(words, changes)
    size = len(passage.keys)
    brackets = [m for m in _BRACKETS.finditer(words) if not ELLIPSIS.fullmatch(m[0])]
    if not (cuts or capitals or brackets):
        whole = (Piece(0, size),) if size else ()
        return Quote(passage, whole, False, False, frozenset(), frozenset())
    starts = [passage.span(at, at + 1).start for at in range(size)]
    raised = {bisect_left(starts, m.start()) for m in capitals}
    places = [(bisect_left(starts, m.start()), bisect_left(starts, m.end())) for m in brackets]
    added = [(a, b) for a, b in places if a < b and a not in raised]
    ends = [bisect_left(starts, a) for a, _ in cuts]
    borders = sorted({0, size, *ends})
    pieces = tuple(Piece(a, b) for a, b in pairwise(borders))
    opens, closes = 0 in ends, size in ends
    return Quote(passage, pieces, opens, closes, frozenset(raised), frozenset(added))
