"""Which letters of a file are dated together: the undated that stand close to one another.

Between dated letters an undated one is dated by them; where several stand side by side, each has
days of its own that tell of the others', so they are dated in one row. A long row is cut in
pieces of fixed length, so that a letter that comes later costs one piece and no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SIDE = 4  # dated letters to each side that a row leans on
REACH = 12  # places in the file within which they must stand
LONG = 40  # undated letters in one piece

Told = tuple[str, bool | None]
"""A letter's id, and whether it states its day; None: one end of its days, which is no help."""


@dataclass(frozen=True, slots=True)
class Piece:
    """`letters` are dated together; `row` are they and those beside them, in the file's order."""

    letters: tuple[str, ...]
    row: tuple[str, ...]


def pieces(line: Sequence[Told]) -> Iterator[Piece]:
    """The pieces of a file, first to last; in: its letters in their order.

    >>> line = [("a", True), ("b", False), ("c", True), ("d", False), ("e", True)]
    >>> [(piece.letters, "".join(piece.row)) for piece in pieces(line)]
    [(('b', 'd'), 'abcde')]
    """
    for group in _groups(line):
        for at in range(0, len(group), LONG):
            part = group[at : at + LONG]
            first, last = part[0], part[-1]
            left = _side(line, range(first - 1, max(-1, first - 1 - REACH), -1))
            right = _side(line, range(last + 1, min(len(line), last + 1 + REACH)))
            within = [n for n in range(first, last + 1) if line[n][1] is not None]
            row = [*reversed(left), *within, *right]
            yield Piece(tuple(line[n][0] for n in part), tuple(line[n][0] for n in row))


def _groups(line: Sequence[Told]) -> Iterator[list[int]]:
    """The places of the undated letters, parted where enough dated ones stand between."""
    group: list[int] = []
    between = 0
    for at, (_, dated) in enumerate(line):
        if dated is False:
            if group and (between >= SIDE or at - group[-1] > REACH):
                yield group
                group = []
            group.append(at)
            between = 0
        elif dated:
            between += 1
    if group:
        yield group


def _side(line: Sequence[Told], places: range) -> list[int]:
    """What a row leans on at one end, nearest first: up to the last of the dated it needs."""
    held: list[int] = []
    dated = 0
    for at in places:
        if dated == SIDE:
            break
        if line[at][1] is not None:
            held.append(at)
            dated += line[at][1] is True
    return held
