"""What each feature speaks for: a table learned from labelled letters by `bench/train_acts.py`.

`act_weights.tsv` beside this file: a row of labels, a row of thresholds, then one row a feature
with a weight for each label, and one for whether the sentence does anything at all. It can be
read, and it holds no sentence of the letters it was made from.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import get_args

from letterbook.model import ActLabel

LABELS: tuple[ActLabel, ...] = get_args(ActLabel)
ANY = "any"
"""That the sentence does something, whatever it is."""
COLUMNS: tuple[str, ...] = (*LABELS, ANY)
BIAS = "(always)"
_MAKE = "(least)"
GUESS = 0.5
"""What a guessed label must have of the certainty from which on it is given unguessed."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A weight for each feature and column, and from which certainty on a label is given."""

    least: tuple[float, ...]
    table: Mapping[str, tuple[float, ...]]

    def weigh(self, features: Mapping[str, float]) -> list[float]:
        """How sure each column is, from 0 to 1."""
        sums = list(self.table[BIAS])
        rows: dict[float, list[tuple[float, ...]]] = {}
        for name, share in features.items():
            if row := self.table.get(name):
                rows.setdefault(share, []).append(row)
        for share, held in rows.items():  # features of a kind have one share: add them up at once
            for at, total in enumerate(map(sum, zip(*held, strict=True))):
                sums[at] += share * total
        return [1 / (1 + math.exp(-total)) for total in sums]

    def judge(self, features: Mapping[str, float]) -> dict[ActLabel, float]:
        """How sure each label is, from 0 to 1."""
        return dict(zip(LABELS, self.weigh(features), strict=False))

    def given(self, features: Mapping[str, float]) -> dict[ActLabel, float]:
        """The labels that are sure enough, with how sure they are.

        Where none is, though the sentence surely does something, the one that comes nearest;
        but a pledge is never guessed, nor what is far from sure enough.
        """
        *sure, some = self.weigh(features)
        *least, enough = self.least
        told = {k: p for k, p, t in zip(LABELS, sure, least, strict=True) if p >= t}
        if told or some < enough:
            return told
        near = max((_odds(p) - _odds(t), k, p) for k, p, t in zip(LABELS, sure, least, strict=True))
        _, label, sure_of_it = near
        worth = label != "pledge" and sure_of_it >= GUESS * least[LABELS.index(label)]
        return {label: sure_of_it} if worth else {}

    def dump(self) -> str:
        """The table as it lies in its file."""
        rows: list[tuple[str, Sequence[object]]] = [("", COLUMNS), (_MAKE, self.least)]
        rows += sorted(self.table.items())
        return "".join("\t".join((name, *map(_short, row))) + "\n" for name, row in rows)


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
