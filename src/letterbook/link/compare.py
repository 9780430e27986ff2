"""Two printings of one letter side by side: what each leaves out, and what an elision hides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from letterbook.link.align import Run, align
from letterbook.link.comparison import (
    LONG,
    Comparison,
    Filled,
    Kind,
    Relation,
    Side,
    Stretch,
)
from letterbook.link.printing import Printing, Range
from letterbook.link.settle import settle

NEAR = 15
"""Words: an elision's side is tied when common words stand as near as this."""

FEW = 5
"""Words that begin with a small letter: a text with fewer is all capitals, or a list."""

LITTLE = 12
"""Words: a shorter text is not compared."""


class _Gap(NamedTuple):
    """Words between two runs: from the first to the last on the left, then on the right."""

    left: int
    left_end: int
    right: int
    right_end: int

    @property
    def turned(self) -> _Gap:
        """The same gap with the texts changed about."""
        return _Gap(self.right, self.right_end, self.left, self.left_end)


def compare(left: Printing, right: Printing) -> Comparison | None:
    """`left` and `right` word by word; None when one is very short or nothing is shared."""
    if min(len(left.words), len(right.words)) < LITTLE:
        return None
    runs = align(left.words, right.words)
    if not runs:
        return None
    runs = _settled(left, right, runs)
    runs = [r.turned for r in _settled(right, left, [r.turned for r in runs])]
    gaps = [part for gap in _gaps(left, right, runs) for part in _parted(left, right, gap)]
    ours = _side(left, right, runs, gaps)
    theirs = _side(right, left, [r.turned for r in runs], [g.turned for g in gaps])
    fuller = _order(theirs) > _order(ours)
    lesser, full = (theirs, ours) if fuller else (ours, theirs)
    return Comparison(
        _relation(lesser, full),
        "left" if fuller else "right",
        ours,
        theirs,
        tuple(_stretches(left, right, runs, gaps)),
    )


def _order(side: Side) -> tuple[int, float]:
    """How much of the other a printing leaves out, for telling which is fuller."""
    return side.lacks, side.share


def _relation(lesser: Side, fuller: Side) -> Relation:
    if not lesser.omitted and not fuller.omitted and min(lesser.share, fuller.share) >= 0.85:
        return "same"
    little = fuller.lacks <= 0.1 * lesser.words
    return "excerpt" if lesser.omitted and little and lesser.share >= 0.75 else "differs"


def _side(one: Printing, other: Printing, runs: Sequence[Run], gaps: Sequence[_Gap]) -> Side:
    """What `one` has of `other`; the left words of `runs` and `gaps` are its own."""
    long = [g for g in gaps if g.right_end - g.right >= LONG]
    spans = [other.span(g.right, g.right_end) for g in long]
    told = [any(g.left <= at <= g.left_end for at, _ in one.marks) for g in long]
    return Side(
        words=len(one.words),
        share=sum(r.size for r in runs) / len(one.words),
        prose=_prose(one, runs),
        lacks=sum(g.right_end - g.right for g in long),
        omitted=tuple(spans),
        silent=tuple(s for s, said in zip(spans, told, strict=True) if not said),
        elisions=tuple(_filled(other, gaps, at, mark) for at, mark in one.marks),
    )


# --- gaps ---------------------------------------------------------------------------------------


def _settled(one: Printing, other: Printing, runs: Sequence[Run]) -> list[Run]:
    """Gaps of `one` opened at its elisions, or else where a paragraph or sentence opens."""
    marked = {at for at, _ in one.marks}

    def worth(at: int, there: int) -> int:
        return 3 if at in marked else min(one.opens(at), other.opens(there))

    return settle(other.words, runs, worth)


def _gaps(left: Printing, right: Printing, runs: Sequence[Run]) -> Iterator[_Gap]:
    end = Run(len(left.words), len(right.words), 0)
    for before, after in pairwise([Run(0, 0, 0), *runs, end]):
        i, j = before.left + before.size, before.right + before.size
        if i < after.left or j < after.right:
            yield _Gap(i, after.left, j, after.right)


def _parted(left: Printing, right: Printing, gap: _Gap) -> list[_Gap]:
    """A gap that holds an elision, without the other wording just before and after it.

    "… already enforce. [2½ lines not declassified]" beside "… already enforced. He said …": the
    elision hides what follows "enforced".
    """
    if gap.left == gap.left_end or gap.right == gap.right_end:
        return [gap]
    if any(gap.left <= at <= gap.left_end for at, _ in left.marks):
        return _cut(left, right, gap)
    if any(gap.right <= at <= gap.right_end for at, _ in right.marks):
        return [g.turned for g in _cut(right, left, gap.turned)]
    return [gap]


def _cut(one: Printing, other: Printing, gap: _Gap) -> list[_Gap]:
    """`_parted` for a gap with an elision on its left."""
    places = [at for at, _ in one.marks if gap.left <= at <= gap.left_end]
    head, tail = places[0] - gap.left, gap.left_end - places[-1]
    left, left_end, right, right_end = gap
    if not _reworded(one.words[left : left + head], other.words[right : right + head]):
        head = 0
    if not _reworded(
        one.words[left_end - tail : left_end], other.words[right_end - tail : right_end]
    ):
        tail = 0
    if head + tail >= right_end - right:
        return [gap]
    parts = [
        _Gap(left, left + head, right, right + head),
        _Gap(left + head, left_end - tail, right + head, right_end - tail),
        _Gap(left_end - tail, left_end, right_end - tail, right_end),
    ]
    return [g for g in parts if g.left < g.left_end or g.right < g.right_end]


def _reworded(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether a few words are the same but for their endings or a sign."""
    if not 0 < len(ours) <= LONG:
        return False
    return SequenceMatcher(None, " ".join(ours), " ".join(theirs)).ratio() >= 0.6


def _prose(one: Printing, runs: Sequence[Run]) -> float:
    total = one.prose[-1]
    if total < FEW:
        return sum(r.size for r in runs) / len(one.words)
    return sum(one.prose[r.left + r.size] - one.prose[r.left] for r in runs) / total


def _filled(other: Printing, gaps: Sequence[_Gap], at: int, mark: Range) -> Filled:
    """The elision after `at` words, and the gap it stands in."""
    here = (g for g in gaps if g.left <= at <= g.left_end and g.right < g.right_end)
    gap = max(here, key=lambda g: g.right_end - g.right, default=None)
    if gap is None:
        return Filled(mark, None, 2)
    sure = (at - gap.left <= NEAR) + (gap.left_end - at <= NEAR)
    return Filled(mark, other.span(gap.right, gap.right_end), sure)


def _stretches(
    left: Printing, right: Printing, runs: Sequence[Run], gaps: Sequence[_Gap]
) -> Iterator[Stretch]:
    """All of both texts, in order."""
    same = (_Gap(r.left, r.left + r.size, r.right, r.right + r.size) for r in runs)
    common = set(same)
    for part in sorted([*common, *gaps]):
        ours, theirs = part.left_end - part.left, part.right_end - part.right
        kind: Kind = "differs" if ours and theirs else "only left" if ours else "only right"
        yield Stretch(
            "same" if part in common else kind,
            left.span(part.left, part.left_end),
            right.span(part.right, part.right_end),
            (ours, theirs),
        )
