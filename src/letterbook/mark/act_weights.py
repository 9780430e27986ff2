"""What each feature speaks for: a table learned from labelled letters by `bench/train_acts.py`.

`act_weights.tsv` beside this file: a row of labels, a row of thresholds, then one row a feature
with a weight for each label, and one for whether the sentence does anything at all. It can be
read, and it holds no sentence of the letters it was made from.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from operator import add

from letterbook.mark.act_features import Group, Key, key_of
from letterbook.mark.act_heard import COLUMNS, LABELS
from letterbook.model import ActLabel

BIAS = "(always)"
_MAKE = "(least)"
GUESS = 0.5
"""What a guessed label must have of the certainty from which on it is given unguessed."""


DIGITS = 1000
"""Weights are kept to the third digit."""
PARTS = 1 << 20
"""A share is counted in so many parts of one."""
_WIDE, _ABOVE = 64, 1 << 20
"""Bits that one column has in a packed row, and what is added so that none is below nothing."""
_START = 1 << 58
"""What every column begins with, so that what speaks against it takes nothing from the next."""


@dataclass(frozen=True)
class Weights:
    """A weight for each feature and column, and from which certainty on a label is given."""

    least: tuple[float, ...]
    table: Mapping[str, tuple[float, ...]]

    @cached_property
    def _packed(self) -> Mapping[Key, int]:
        """Each row as one whole number, its columns side by side: one addition adds them all."""
        return {key_of(name): _pack(row) for name, row in self.table.items()}

    def weigh(self, groups: Iterable[Group]) -> list[float]:
        """How sure each column is, from 0 to 1, from what a sentence is told by, kind by kind."""
        packed, total, above = self._packed, _EVERY, _START
        known = packed.keys()
        for share, keys in groups:
            rows = [packed[key] for key in keys if key in known]
            parts = round(share * PARTS)
            total += parts * sum(rows)
            above += parts * len(rows) * _ABOVE
        always = self.table[BIAS]
        sums = map(add, always, _unpack(total, above))
        return [1 / (1 + math.exp(-one)) for one in sums]

    def judge(self, groups: Iterable[Group]) -> dict[ActLabel, float]:
        """How sure each label is, from 0 to 1."""
        return dict(zip(LABELS, self.weigh(groups), strict=False))

    def given(self, groups: Iterable[Group]) -> dict[ActLabel, float]:
        """The labels that are sure enough, with how sure they are.

        Where none is, though the sentence surely does something, the one that comes nearest,
        unless that is far from sure enough.
        """
        *sure, some = self.weigh(groups)
        *least, enough = self.least
        told = {k: p for k, p, t in zip(LABELS, sure, least, strict=True) if p >= t}
        if told or some < enough:
            return told
        near = max((_odds(p) - _odds(t), k, p) for k, p, t in zip(LABELS, sure, least, strict=True))
        _, label, sure_of_it = near
        worth = sure_of_it >= GUESS * least[LABELS.index(label)]
        return {label: sure_of_it} if worth else {}

    def dump(self) -> str:
        """The table as it lies in its file."""
        rows: list[tuple[str, Sequence[object]]] = [("", COLUMNS), (_MAKE, self.least)]
        rows += sorted(self.table.items())
        return "".join("\t".join((name, *map(_short, row))) + "\n" for name, row in rows)


_EVERY = sum(_START << _WIDE * at for at in range(len(COLUMNS)))


def _pack(row: Sequence[float]) -> int:
    return sum((round(weight * DIGITS) + _ABOVE) << _WIDE * at for at, weight in enumerate(row))


def _unpack(total: int, above: int) -> list[float]:
    """The sums of the columns, from a sum of packed rows and what was added to each column."""
    mask, parts = (1 << _WIDE) - 1, DIGITS * PARTS
    return [((total >> _WIDE * at & mask) - above) / parts for at in range(len(COLUMNS))]


def _odds(share: float) -> float:
    held = min(max(share, 1e-9), 1 - 1e-9)
    return math.log(held / (1 - held))


def _short(cell: object) -> str:
    return cell if isinstance(cell, str) else f"{cell:.4g}"


def load(lines: Iterable[str]) -> Weights:
    """The table from the lines of its file."""
    rows = [line.rstrip("\n").split("\t") for line in lines]
    table = {row[0]: tuple(map(float, row[1:])) for row in rows[1:]}
    return Weights(table.pop(_MAKE), table)


@cache
def shipped() -> Weights:
    """The table that comes with the package."""
    file = resources.files("letterbook.mark").joinpath("act_weights.tsv")
    return load(file.read_text(encoding="utf-8").splitlines())
