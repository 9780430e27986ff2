"""A small network that hears what a sentence does, word by word, in whole numbers.

Each word of a sentence is a row of numbers, learned from the company it keeps; three layers look
at it with its neighbours one, two and four words off; what stands out most in each is weighed for
every label. `bench/train_net.py` makes it; `act_net.npz` beside this file holds it: words, their
rows and the layers as numbers of eight bits, and no sentence of any letter.

Everything is counted in whole numbers that a float of 32 bits holds exactly, so every machine
comes to the same opinion, whatever library multiplies the matrices.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate
from typing import IO

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

Array = NDArray[np.float32]
Fine = NDArray[np.float64]

ENDING = 3
"""Letters by which a word that is not known is told: "reconvene" as "-ene"."""
NONE, UNKNOWN = 0, 1
"""The rows of no word, and of a word of which not even the ending is known."""
FULL = 255
"""What a layer says at most: eight bits."""
AT_ONCE = 4096
"""Words that are looked at together, to keep memory small."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One look at each word with its two neighbours, `reach` words off.

    `weights`: whole numbers, three blocks (before, itself, after) of rows by columns; `factor`,
    `shift`: what a column's sum is scaled by and what is added; `kept`: how much of what the layer
    before said stays.
    """

    reach: int
    weights: Array
    factor: Array
    shift: Array
    kept: float

    def look(self, said: Array, stands: Array) -> Array:
        """What the layer says of each word (rows), 0 to `FULL`; nothing where no word stands."""
        far, size = self.reach, len(said)
        wide = np.zeros((size + 2 * far, said.shape[1]), np.float32)
        wide[far : far + size] = said
        near = np.concatenate([wide[k * far : k * far + size] for k in range(3)], axis=1)
        sums: Array = near @ self.weights
        sums *= self.factor
        sums += self.shift
        if self.kept:
            sums += said * np.float32(self.kept)
        np.rint(sums, out=sums)
        np.clip(sums, 0, FULL, out=sums)
        sums *= stands
        return sums


@dataclass(frozen=True, slots=True)
class Net:
    """The network: known words, their rows, the layers, and what their peaks are weighed by."""

    known: Mapping[str, int]
    rows: Array
    layers: tuple[Layer, ...]
    last: Fine
    factor: Fine
    shift: Fine

    def hear(self, sentences: Iterable[Sequence[str]]) -> list[list[float]]:
        """Of each sentence how far each column is for it or against it (log odds)."""
        numbered = [self._numbers(sentence) for sentence in sentences]
        # so small a product is done before a second thread has woken up
        with _threads().limit(limits=1, user_api="blas"):
            return [odds for some in _portions(numbered) for odds in self._heard(some)]

    def _numbers(self, sentence: Sequence[str]) -> list[int]:
        known = self.known
        return [known.get(w) or known.get("-" + w[-ENDING:], UNKNOWN) for w in sentence]

    def _heard(self, sentences: Sequence[Sequence[int]]) -> list[list[float]]:
        gap = [NONE] * max(layer.reach for layer in self.layers)
        line = np.array([n for sentence in sentences for n in (*sentence, *gap)])
        starts = [0, *accumulate(len(sentence) + len(gap) for sentence in sentences)][:-1]
        stands = (line != NONE).astype(np.float32)[:, None]
        said, peaks = self.rows[line], []
        for layer in self.layers:
            said = layer.look(said, stands)
            peaks.append(np.maximum.reduceat(said, starts, axis=0))
        sums: Fine = np.concatenate(peaks, axis=1).astype(np.float64) @ self.last
        odds: list[list[float]] = (sums * self.factor + self.shift).tolist()
        return odds


def _portions(sentences: Sequence[list[int]]) -> Iterator[list[list[int]]]:
    """The sentences in order, so many at once as have `AT_ONCE` words together."""
    some: list[list[int]] = []
    size = 0
    for sentence in sentences:
        some.append(sentence)
        size += len(sentence)
        if size >= AT_ONCE:
            yield some
            some, size = [], 0
    if some:
        yield some


@cache
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


@cache
def shipped() -> Net:
    """The network that comes with the package."""
    file = resources.files("letterbook.mark").joinpath("act_net.npz")
    with file.open("rb") as opened:
        return load(opened)


def load(file: IO[bytes]) -> Net:
    """The network from its file, as `bench/train_net.py` wrote it."""
    with np.load(file) as held:
        known = bytes(held["words"]).decode("utf-8").split("\n")
        layers = [
            Layer(
                int(reach),
                held[f"weights{at}"].astype(np.float32),
                held[f"factor{at}"],
                held[f"shift{at}"],
                float(held["kept"][at]),
            )
            for at, reach in enumerate(held["reach"])
        ]
        return Net(
            {word: at for at, word in enumerate(known)},
            held["rows"].astype(np.float32),
            tuple(layers),
            held["last"].astype(np.float64),
            held["factor"],
            held["shift"],
        )
