"""Two texts word by word: which runs of words they have in common, in order.

Anchors are runs of words that stand once in each text; the longest chain that rises in both is
kept and each anchor grows outwards. What lies between two anchors is aligned again with shorter
ones, so a passage printed twice in one text does not lead astray.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Sequence
from difflib import Match, SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

ANCHORS = (6, 4)
"""Words in an anchor, in the first walk and in the second, between the anchors of the first."""

ALONE, FEW, APART = 12, 6, 3
"""A run of fewer words than the first is doubted when it stands alone: what lies between it and
the runs on both its sides is longer than `APART` times itself. A run of `FEW` words is near a run
that is near in one of the texts, a shorter one must be near in both."""

SMALL = 60
"""Words: stretches no longer than this are compared word by word."""

EDGE = 20
"""Words: of a stretch that is short in one text and long in the other so many are compared at
each end."""


class Run(NamedTuple):
    """`size` words that are the same from word `left` of the one text and `right` of the other."""

    left: int
    right: int
    size: int

    @property
    def turned(self) -> Run:
        """The same run with the texts changed about."""
        return Run(self.right, self.left, self.size)


def align(left: Sequence[str], right: Sequence[str]) -> list[Run]:
    """The runs two lists of words have in common, in order, none touching the next in both.

    >>> align("your whole family in good health".split(), "your family in good health".split())
    [Run(left=0, right=0, size=1), Run(left=2, right=1, size=4)]
    """
    runs = [Run(0, 0, 0), Run(len(left), len(right), 0)]
    for size in ANCHORS:
        runs = _sure(_between(left, right, runs, size))
    return _joined(_closely(left, right, runs))


# --- anchors ------------------------------------------------------------------------------------


def _between(left: Sequence[str], right: Sequence[str], runs: list[Run], size: int) -> list[Run]:
    """`runs` with what anchors of `size` words find between each two of them."""
    found = [runs[0]]
    for before, after in pairwise(runs):
        i, j = before.left + before.size, before.right + before.size
        if min(after.left - i, after.right - j) >= size:
            found += _anchored(left, right, (i, j, after.left, after.right), size)
        found.append(after)
    return found


def _anchored(
    left: Sequence[str], right: Sequence[str], bounds: tuple[int, int, int, int], size: int
) -> list[Run]:
    """The runs that grow from anchors within bounds: where they begin in each, where they end."""
    i, j, i_end, j_end = bounds
    if i_end - i <= j_end - j:  # of a long report only what a short letter has
        ours = _once(left, i, i_end, size)
        theirs = _once(right, j, j_end, size, ours)
    else:
        theirs = _once(right, j, j_end, size)
        ours = _once(left, i, i_end, size, theirs)
    runs: list[Run] = []
    for x, y in rising([(at, theirs[words]) for words, at in ours.items() if words in theirs]):
        if x < i or y < j:
            continue  # the run before has grown over it
        back = 0
        while x - back > i and y - back > j and left[x - back - 1] == right[y - back - 1]:
            back += 1
        on = size
        while x + on < i_end and y + on < j_end and left[x + on] == right[y + on]:
            on += 1
        runs.append(Run(x - back, y - back, on + back))
        i, j = x + on, y + on
    return runs


Words = tuple[str, ...]


def _once(
    words: Sequence[str], start: int, end: int, size: int, among: Container[Words] | None = None
) -> dict[Words, int]:
    """The runs of `size` words that stand once between `start` and `end`, in order.

    Of these `among` alone, if given: most runs of two texts are not common to both.
    """
    seen: dict[Words, int] = {}
    stretch = words[start:end]
    for at, run in enumerate(zip(*(stretch[k:] for k in range(size)), strict=False), start):
        if among is None or run in among:
            seen[run] = -1 if run in seen else at
    return {run: at for run, at in seen.items() if at >= 0}


def rising(points: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of points that rises in both numbers; `points` rise in the first."""
    tails: list[int] = []  # the lowest second number that ends a chain of each length
    ends: list[int] = []  # and the point it belongs to
    before: list[int] = []
    for at, (_, y) in enumerate(points):
        length = bisect_left(tails, y)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [y]
        ends[length : length + 1] = [at]
    chain: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(points[at])
        at = before[at]
    chain.reverse()
    return chain


def _sure(runs: list[Run]) -> list[Run]:
    """`runs` without the short ones that stand alone between long stretches of other words.

    "in the course of the" meets by chance in any two pages; between two passages that both texts
    have, it is no chance.
    """
    kept = [runs[0]]
    for run, after in pairwise(runs[1:]):
        far = min if run.size >= FEW else max
        gap = min(far(_after(kept[-1], run)), far(_after(run, after)))
        if run.size >= ALONE or gap <= APART * run.size:
            kept.append(run)
    return [*kept, runs[-1]]


# --- word by word -------------------------------------------------------------------------------


def _closely(left: Sequence[str], right: Sequence[str], runs: list[Run]) -> list[Run]:
    """`runs` with what lies between them compared word by word, where it is short on both sides."""
    found: list[Run] = []
    for before, after in pairwise(runs):
        i, j = before.left + before.size, before.right + before.size
        found.append(before)
        few, many = sorted((after.left - i, after.right - j))
        if few > 0 and many <= SMALL:
            ours, theirs = left[i : after.left], right[j : after.right]
            found += [Run(i + b.a, j + b.b, b.size) for b in _blocks(ours, theirs) if b.size]
        elif 0 < few <= EDGE:
            found += _edges(left, right, Run(i, j, 0), after)
    return [*found, runs[-1]]


def _blocks(ours: Sequence[str], theirs: Sequence[str]) -> list[Match]:
    return SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()


def _edges(left: Sequence[str], right: Sequence[str], start: Run, end: Run) -> list[Run]:
    """The longest run near the beginning or the end of a stretch that is short in one text.

    "Dear Mr. President: [Here follow 7 pages.]" beside a dateline, "Dear Mr. President:" and the
    seven pages. Further inside, three words in common are chance.
    """
    found: list[Run] = []
    for i, j in ((start.left, start.right), (end.left - EDGE, end.right - EDGE)):
        i, j = max(i, start.left), max(j, start.right)
        ours, theirs = left[i : min(i + EDGE, end.left)], right[j : min(j + EDGE, end.right)]
        for block in _blocks(ours, theirs):
            run = Run(i + block.a, j + block.b, block.size)
            gap = _after(found[-1] if found else start, run)
            near = max(gap) <= 2 or max(_after(run, end)) <= 2
            if min(gap) >= 0 and run.size >= (1 if near else 3):
                found.append(run)
    return found


def _after(run: Run, following: Run) -> tuple[int, int]:
    """How many words stand between two runs, in each text."""
    return following.left - run.left - run.size, following.right - run.right - run.size


def _joined(runs: Sequence[Run]) -> list[Run]:
    """Runs that touch in both texts as one; those of no words fall out."""
    joined: list[Run] = []
    for run in runs:
        if not run.size:
            continue
        last = joined[-1] if joined else Run(-1, -1, 0)
        if (last.left + last.size, last.right + last.size) == (run.left, run.right):
            joined[-1] = Run(last.left, last.right, last.size + run.size)
        else:
            joined.append(run)
    return joined
