"""Two printings in rows, left and right: what both have, what one has, what an elision hides.

Every character of both printings stands in one row, but for page marks, note marks and notes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from letterbook.link.comparison import Comparison, Filled, Stretch
from letterbook.link.printing import Printing, Range

OPENING = "“\"‘'([«„¿¡—-"
"""Signs that go with the word after them."""


@dataclass(frozen=True, slots=True)
class Row:
    """Words of the left beside words of the right, and where they stand in each source.

    `elision filled`: one side says that words are left out, the other has them; `sure` is then
    how many of the elision's sides are tied to common words, 0 to 2.
    """

    kind: Literal["same", "differs", "only left", "only right", "elision filled"]
    left: str
    right: str
    left_at: Range
    right_at: Range
    sure: int = 2


def rows(left: Printing, right: Printing, found: Comparison) -> tuple[Row, ...]:
    """The rows of two printings that compare as `found`, from the first word to the last."""
    stretches = found.stretches
    ours = _ranges(left, stretches, [s.left for s in stretches])
    theirs = _ranges(right, stretches, [s.right for s in stretches])
    return tuple(
        _row(left, right, stretch, at, there, found)
        for stretch, at, there in zip(stretches, ours, theirs, strict=True)
    )


def _row(
    left: Printing, right: Printing, stretch: Stretch, at: Range, there: Range, found: Comparison
) -> Row:
    words = (left.read(*at), right.read(*there))
    if stretch.kind != "same":
        filled = _hidden(found.left.elisions, stretch.right, stretch.words[1])
        filled = filled or _hidden(found.right.elisions, stretch.left, stretch.words[0])
        if filled:
            return Row("elision filled", *words, at, there, filled.sure)
    return Row(stretch.kind, *words, at, there)


def _hidden(elisions: Sequence[Filled], at: Range, words: int) -> Filled | None:
    """The elision that hides the words at `at`."""
    return next((e for e in elisions if words and e.fill == at), None)


def _ranges(one: Printing, stretches: Sequence[Stretch], at: Sequence[Range]) -> Iterator[Range]:
    """The words of each stretch on one side, with the signs between them and the next stretch.

    The mark of an elision goes with the stretch it hides, which may have no words on this side.
    """
    starts = [one.end]
    for k in range(len(at) - 1, 0, -1):
        (first, last), end = at[k], at[k - 1][1]  # a stretch without words begins with the next
        start = first if first < last else starts[-1]
        marks = [s for _, (s, e) in one.marks if end <= s and e <= start]
        while start > end and one.text[start - 1] in OPENING:
            start -= 1
        starts.append(min([start, *marks]) if stretches[k].kind != "same" else start)
    starts.append(one.start)
    starts.reverse()
    yield from pairwise(starts)
