"""Linkage: which runs of acts are about one thing, the most alike joined first.

Two groups are as alike as their runs are on the average; so one word in common joins no chain of
letters. Nothing is left to chance, and the order in which letters were read does not matter.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Sequence

from letterbook.link.matter_words import Vector

GONE = -1.0
"""The likeness of what has been joined already."""

Rows = list["array[float]"]


def likenesses(vectors: Sequence[Vector]) -> Rows:
    """How alike each two of these vectors are: the cosine."""
    size = len(vectors)
    rows = [array("d", bytes(8 * size)) for _ in range(size)]
    holding: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, vector in enumerate(vectors):
        row = rows[at]
        for term, weight in vector.items():
            for other, much in holding[term]:
                row[other] += weight * much
            holding[term].append((at, weight))
    for at, row in enumerate(rows):
        for other in range(at):
            rows[other][at] = row[other]
        row[at] = GONE
    return rows


def linked(rows: Rows, sizes: Sequence[int], least: float) -> list[list[int]]:
    """Places, grouped as long as two groups are so much alike on the average. Takes `rows` over.

    Goes from each group to the one most like it, until two are most like each other: these are
    joined. What is like nothing is done with. (The chain of nearest neighbours: each step costs a
    row, and the groups are those of joining the two most alike of all, again and again.)
    """
    weights = list(map(float, sizes))
    members = {at: [at] for at in range(len(rows))}
    open_to, chain = set(members), list[int]()
    while open_to:
        top = chain[-1] if chain else min(open_to)
        chain = chain or [top]
        most = max(rows[top])
        if most < least:  # nor will it ever be liker: what is joined is like it on the average
            _close(rows, open_to, top)
            chain.pop()
            continue
        # where two are as near, the one it came from: the chain must end
        back = chain[-2] if len(chain) > 1 else -1
        nearest = back if back >= 0 and rows[top][back] == most else rows[top].index(most)
        if nearest != back:
            chain.append(nearest)
            continue
        del chain[-2:]
        kept, joined = sorted((top, nearest))
        _join(rows, weights, kept, joined)
        members[kept] += members.pop(joined)
        open_to.discard(joined)
    return [sorted(members[at]) for at in sorted(members)]


def _join(rows: Rows, weights: list[float], kept: int, joined: int) -> None:
    """Make one group of two: as alike to each other one as both are, by their sizes."""
    one, other = weights[kept], weights[joined]
    both = one + other
    row = array("d", [
        (one * a + other * b) / both if a != GONE and b != GONE else GONE
        for a, b in zip(rows[kept], rows[joined], strict=True)
    ])  # fmt: skip
    weights[kept] = both
    rows[kept], rows[joined] = row, array("d")
    for at, much in enumerate(row):
        if rows[at]:
            rows[at][kept], rows[at][joined] = much, GONE


def _close(rows: Rows, open_to: set[int], at: int) -> None:
    open_to.discard(at)
    for other in open_to:
        rows[other][at] = GONE
    rows[at] = array("d")
