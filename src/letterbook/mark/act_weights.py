"""What each feature speaks for: a table learned from labelled letters by `bench/train_acts.py`.

`act_weights.tsv` beside this file: a row of labels, a row of thresholds, then one row a feature
with a weight for each label. It can be read, and it holds no word of the letters it was made from.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import get_args

from letterbook.model import ActLabel

LABELS: tuple[ActLabel, ...] = get_args(ActLabel)
BIAS = "(always)"
_MAKE = "(least)"


@dataclass(frozen=True, slots=True)
class Weights:
    """A weight for each feature and label, and from which certainty on a label is given."""

    least: tuple[float, ...]
    table: Mapping[str, tuple[float, ...]]

    def judge(self, features: Mapping[str, float]) -> dict[ActLabel, float]:
        """How sure each label is, from 0 to 1."""
        sums = list(self.table[BIAS])
        for name, share in features.items():
            for at, weight in enumerate(self.table.get(name, ())):
                sums[at] += share * weight
        return {
            label: 1 / (1 + math.exp(-total)) for label, total in zip(LABELS, sums, strict=True)
        }

    def given(self, features: Mapping[str, float]) -> dict[ActLabel, float]:
        """The labels that are sure enough, with how sure they are."""
        judged = self.judge(features).items()
        return {k: p for (k, p), least in zip(judged, self.least, strict=True) if p >= least}

    def dump(self) -> str:
        """The table as it lies in its file."""
        rows = [("", LABELS), (_MAKE, self.least), *sorted(self.table.items())]
        return "".join("\t".join((name, *map(_short, row))) + "\n" for name, row in rows)


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
