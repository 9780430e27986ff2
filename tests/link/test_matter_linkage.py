"""Linkage: what is alike on the average is one, whatever the order; and it is what it says."""

from __future__ import annotations

import math
from array import array
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.link.matter_linkage import GONE, likenesses, linked
from letterbook.link.matter_words import Vector, likeness, unit

Table = list[list[float]]


def rows(table: Table) -> list[array[float]]:
    """A table of likenesses as linkage takes it."""
    return [
        array("d", [GONE if at == n else much for at, much in enumerate(row)])
        for n, row in enumerate(table)
    ]


def symmetric(size: int, drawn: list[float]) -> Table:
    """A table in which each two are as alike one way as the other."""
    table = [[0.0] * size for _ in range(size)]
    for (one, other), much in zip(combinations(range(size), 2), drawn, strict=False):
        table[one][other] = table[other][one] = much
    return table


def plainly(table: Table, sizes: list[int], least: float) -> list[list[int]]:
    """The same in the plainest way: join the two groups most alike, again and again."""
    held = [[n] for n in range(len(table))]

    def alike(one: list[int], other: list[int]) -> float:
        pairs = [(table[a][b], sizes[a] * sizes[b]) for a in one for b in other]
        return sum(much * weight for much, weight in pairs) / sum(weight for _, weight in pairs)

    while len(held) > 1:
        one, other = max(combinations(held, 2), key=lambda two: alike(*two))
        if alike(one, other) < least:
            break
        held = [group for group in held if group not in (one, other)] + [sorted(one + other)]
    return sorted(held)


# --- what is joined -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        # nothing, one, two that are alike, two that are not
        ([], []),
        ([[0]], [[0]]),
        ([[0, 0.5], [0.5, 0]], [[0, 1]]),
        ([[0, 0.1], [0.1, 0]], [[0], [1]]),
        # the boats and the loan have one word with the harbour each, and stay apart: no chain
        ([[0, 0.4, 0.0], [0.4, 0, 0.35], [0.0, 0.35, 0]], [[0, 1], [2]]),
        # two pairs
        ([[0, 0.9, 0, 0], [0.9, 0, 0, 0], [0, 0, 0, 0.8], [0, 0, 0.8, 0]], [[0, 1], [2, 3]]),
    ],
)
def test_what_is_alike_on_the_average_is_one(table: Table, wanted: list[list[int]]) -> None:
    """From 0.3 on two groups are one."""
    assert linked(rows(table), [1] * len(table), 0.3) == wanted


def test_a_large_group_is_not_moved_by_one_sentence() -> None:
    """What many sentences say weighs more than what one says."""
    table = symmetric(3, [0.6, 0.0, 0.5])  # the third is like the second alone
    assert linked(rows(table), [1, 1, 1], 0.25) == [[0, 1, 2]]
    assert linked(rows(table), [9, 1, 1], 0.25) == [[0, 1], [2]]


LIKE = st.integers(0, 1000).map(lambda n: n / 1000)


@given(st.integers(1, 7), st.lists(LIKE, min_size=21, max_size=21, unique=True),
       st.lists(st.integers(1, 4), min_size=7, max_size=7), LIKE)  # fmt: skip
def test_it_is_what_joining_the_two_most_alike_gives(
    size: int, drawn: list[float], sizes: list[int], least: float
) -> None:
    """The quick way and the plain one give the same groups."""
    table = symmetric(size, drawn)
    assert linked(rows(table), sizes[:size], least) == plainly(table, sizes, least)


@given(st.integers(1, 9), st.lists(LIKE, min_size=36, max_size=36), LIKE)
def test_each_stands_in_one_group(size: int, drawn: list[float], least: float) -> None:
    """Nothing is lost, nothing stands twice, even where many are equally alike."""
    groups = linked(rows(symmetric(size, drawn)), [1] * size, least)
    assert sorted(at for group in groups for at in group) == list(range(size))


@given(st.permutations(range(5)), st.lists(LIKE, min_size=10, max_size=10, unique=True))
def test_the_order_does_not_matter(order: list[int], drawn: list[float]) -> None:
    """Letters come in any order."""
    table = symmetric(5, drawn)
    other = [[table[a][b] for b in order] for a in order]
    told = linked(rows(other), [1] * 5, 0.4)
    assert sorted(sorted(order[n] for n in group) for group in told) == linked(
        rows(table), [1] * 5, 0.4
    )


# --- how alike ----------------------------------------------------------------------------------

VECTORS = st.lists(
    st.dictionaries(st.sampled_from("abcde"), st.floats(0.1, 5), max_size=4).map(unit), max_size=6
)


@given(VECTORS)
def test_likenesses_are_cosines(vectors: list[Vector]) -> None:
    """Of each two; of a vector with itself nothing is asked."""
    table = likenesses(vectors)
    for n, row in enumerate(table):
        assert row[n] == GONE
        for at, much in enumerate(row):
            if at != n:
                assert math.isclose(much, likeness(vectors[n], vectors[at]), abs_tol=1e-9)
