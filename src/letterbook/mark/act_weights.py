"""What each feature speaks for: a table learned from labelled letters by `bench/train_acts.py`.

`act_weights.tsv` beside this file: a row of labels, a row of thresholds, then one row a feature
with a weight for each label, and one for whether the sentence does anything at all. It can be
read, and it holds no sentence of the letters it was made from.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from itertools import groupby
from operator import itemgetter
from typing import get_args

from letterbook.model import ActLabel

LABELS: tuple[ActLabel, ...] = get_args(ActLabel)
ANY = "any"
"""That the sentence does something, whatever it is."""
COLUMNS: tuple[str, ...] = (*LABELS, ANY)
BIAS = "(always)"
_MAKE = "(least)"
GUESS = 0.6
"""What a guessed label must have of the certainty from which on it is given unguessed."""


DIGITS = 1000
"""Weights are kept to the third digit."""
_WIDE, _ABOVE = 32, 1 << 20
"""Bits that one column has in a packed row, and what is added so that none is below nothing."""


@dataclass(frozen=True)
class Weights:
    """A weight for each feature and column, and from which certainty on a label is given."""

    least: tuple[float, ...]
    table: Mapping[str, tuple[float, ...]]

    @cached_property
    def _packed(self) -> Mapping[str, int]:
        """Each row as one whole number, its columns side by side: one addition adds them all."""
        return {name: _pack(row) for name, row in self.table.items()}

    def weigh(self, features: Mapping[str, float]) -> list[float]:
        """How sure each column is, from 0 to 1."""
        row_of, none = self._packed.get, 0
        sums = list(self.table[BIAS])
        for share, of_a_kind in groupby(features.items(), key=itemgetter(1)):
            rows = [row_of(name, none) for name, _ in of_a_kind]
            known = len(rows) - rows.count(none)
            for at, total in enumerate(_unpack(sum(rows), known)):
                sums[at] += share * total
        return [1 / (1 + math.exp(-total)) for total in sums]

    def judge(self, features: Mapping[str, float]) -> dict[ActLabel, float]:
        """How sure each label is, from 0 to 1."""
        return dict(zip(LABELS, self.weigh(features), strict=False))

    def given(self, features: Mapping[str, float]) -> dict[ActLabel, float]:
        """The labels that are sure enough, with how sure they are.

        Where none is, though the sentence surely does something, the one that comes nearest,
        unless that is far from sure enough.
        """
        *sure, some = self.weigh(features)
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


def _pack(row: Sequence[float]) -> int:
    return sum((round(weight * DIGITS) + _ABOVE) << _WIDE * at for at, weight in enumerate(row))


def _unpack(total: int, rows: int) -> Iterator[float]:
    """The sums of the columns, from the sum of so many packed rows."""
    for at in range(len(COLUMNS)):
        yield ((total >> _WIDE * at & (1 << _WIDE) - 1) - rows * _ABOVE) / DIGITS


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
