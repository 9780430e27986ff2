"""Where a gap between two runs opens, when the words allow more than one place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from letterbook.link.align import Run


def settle(
    right: Sequence[str], runs: Sequence[Run], worth: Callable[[int, int], int]
) -> list[Run]:
    """`runs` with each gap in the left text moved to where it most likely opens.

    Left "… on Friday. [Here follow 2 pages.] The Minister replied", right "… on Friday. The rain
    fell. The Minister replied": what is left out may begin at either "The". Of the places that
    the words allow, the one with the highest `worth` (words of the left before it, words of the
    right) is taken, and of equal ones that where the gap is.
    """
    settled: list[Run] = list(runs[:1])
    for run in runs[1:]:
        before = settled.pop()
        start = before.right + before.size
        shift = 0
        if before.left + before.size == run.left and start < run.right:
            shifts = _shifts(right, before, run)
            shift = max(shifts, key=lambda d: (worth(run.left + d, start + d), -abs(d)))
        settled.append(Run(before.left, before.right, before.size + shift))
        settled.append(Run(run.left + shift, run.right + shift, run.size - shift))
    return settled


def _shifts(right: Sequence[str], before: Run, after: Run) -> range:
    """How far the gap between two runs can be moved to either side."""
    start, end = before.right + before.size, after.right
    back = 0
    while back + 1 < before.size and right[start - back - 1] == right[end - back - 1]:
        back += 1
    on = 0
    while on + 1 < after.size and right[start + on] == right[end + on]:
        on += 1
    return range(-back, on + 1)
