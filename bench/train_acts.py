"""Train the table of `letterbook.mark.act_weights` on letters labelled by hand.

    python -m bench.train_acts LETTERS.jsonl [--out TABLE.tsv]

Logistic regression, one label against the rest, by coordinate descent: no randomness, no other
package, the same table each time. It does not begin from nothing but from what `train_prior`
learned of other letters in other volumes (`acts/prior.tsv`): a weight moves from there as far as
these letters press it. The labelled letters lie outside the repository.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bench import lines
from letterbook.mark import mark
from letterbook.mark.act_features import CLAUSE, PLACE, RUN, Heard, features
from letterbook.mark.act_heard import ANY, COLUMNS
from letterbook.mark.act_sentences import Body, Sentence, bodies
from letterbook.mark.act_sides import Sides, letter_sides
from letterbook.mark.act_weights import BIAS, Weights, load
from letterbook.mark.act_words import normal
from letterbook.model import Source

INVENTED = Path(__file__).with_name("acts") / "invented.tsv"
PRIOR = Path(__file__).with_name("acts") / "prior.tsv"
HERE = Path(__file__).resolve().parents[1] / "src/letterbook/mark/act_weights.tsv"
HALF = 0.5
"""What an invented sentence counts beside one of a real letter."""
OWN, LOOSE = 2.0, 1.0
"""How firmly a weight stays where it began: of a turn, a clause, a place; of a run of words."""
SWEEPS, FULL = 14, 4
"""How often the weights are gone through, and how many times at least all of them."""
SEEN = 3
"""In how many letters a clause must stand to be learned; a turn is ours and is always learned."""
LEAST = (0.4, 0.4, 0.4, 0.55, 0.35, 0.3, 0.25, 0.45)
"""From which certainty on a label is given. Certainties are what they say (one of 0.35 is right
about one time in three), so these are plain choices, the same whatever the letters: lower for what
is rare, higher for a pledge, as a wrong one is worst. The last: from where on the sentence surely
does something, and the label that comes nearest is given, even if it is less sure."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its features, what readers call it, the letter it stands in, its weight."""

    features: Mapping[str, float]
    labels: frozenset[str]
    letter: str
    weight: float = 1.0


# --- examples -----------------------------------------------------------------------------------


def examples(row: Mapping[str, Any]) -> list[Example]:
    """The sentences of a labelled letter, each with the labels that stand mostly in it."""
    source = Source.of(row["text"], "letter.txt")
    findings = mark(source)
    known = letter_sides(findings)
    made: list[tuple[Sentence, Mapping[str, float]]] = []
    for body in bodies(source, findings):
        made += zip(body.sentences, of_body(body, known[body.of]), strict=True)
    labels: list[set[str]] = [set() for _ in made]
    for label in row["labels"]:
        shared = [_shared(sentence, label) for sentence, _ in made]
        if shared and max(shared) > 0:
            labels[shared.index(max(shared))].add(label["label"])
    return [Example(f, frozenset(k), row["id"]) for (_, f), k in zip(made, labels, strict=True)]


def of_body(body: Body, sides: Sides, thought: Heard | None = None) -> list[dict[str, float]]:
    """The features of each sentence of a letter, given the two sides (and another's thoughts)."""
    said = [normal(one.words, sides.writer, sides.addressee) for one in body.sentences]
    return features(said, [one.opens for one in body.sentences], thought)


def _shared(sentence: Sentence, label: Mapping[str, Any]) -> int:
    span = sentence.span()
    return int(min(span.end, label["end"]) - max(span.start, label["start"]))


def invented() -> list[Example]:
    """The sentences that were written for this table; they stand in no letter."""
    made = []
    for number, line in enumerate(INVENTED.read_text(encoding="utf-8").splitlines()):
        labels, words = line.split("\t")
        [_, told, _] = features(["", normal(words), ""], [False] * 3)
        found = {name: share for name, share in told.items() if name[0] != PLACE}
        wanted = frozenset(labels.split(",")) - {"none"}
        made.append(Example(found, wanted, f"invented {number // 10}", HALF))
    return made


# --- training -----------------------------------------------------------------------------------


def train(given: Sequence[Example], start: Weights | None = None, loose: float = LOOSE) -> Weights:
    """The table that these examples give, from the weights of another one on.

    `loose`: how firmly the weight of a run of words stays where it began.
    """
    begun = prior() if start is None else start
    columns = _columns(given, _learned(given, begun))
    fitted = [
        _fit(given, columns, label, _column(begun, at), loose) for at, label in enumerate(COLUMNS)
    ]
    table = dict(begun.table)
    for name in columns:
        table[name] = tuple(round(weights[name], 3) for weights in fitted)
    return Weights(LEAST, {name: row for name, row in table.items() if any(row) or name == BIAS})


@cache
def prior() -> Weights:
    """What was learned of other letters, in other volumes, by `train_prior`."""
    return load(PRIOR.read_text(encoding="utf-8").splitlines())


NOTHING = Weights(LEAST, {BIAS: (0.0,) * len(COLUMNS)})
"""To begin from nothing."""


def _learned(given: Iterable[Example], begun: Weights) -> list[str]:
    """The features that are learned: runs of words only where the table begun with has them."""
    letters: dict[str, set[str]] = {}
    for example in given:
        for name in example.features:
            letters.setdefault(name, set()).add(example.letter)
    return sorted(
        name
        for name, seen in letters.items()
        if name in begun.table or (name[0] != RUN and (name[0] != CLAUSE or len(seen) >= SEEN))
    )


Column = Sequence[tuple[int, float]]
"""In which examples a feature stands, and with what share."""


def _columns(given: Sequence[Example], names: Iterable[str]) -> dict[str, Column]:
    columns: dict[str, list[tuple[int, float]]] = {name: [] for name in names}
    for at, example in enumerate(given):
        for name, share in example.features.items():
            if name in columns:
                columns[name].append((at, share))
    return {BIAS: [(at, 1.0) for at in range(len(given))], **columns}


def _column(table: Weights, at: int) -> dict[str, float]:
    return {name: row[at] for name, row in table.table.items()}


def _fit(
    given: Sequence[Example],
    columns: Mapping[str, Column],
    label: str,
    begun: Mapping[str, float],
    loose: float,
) -> dict[str, float]:
    """Weights of one label.

    Each weight in turn takes the step that a bound on the curvature allows: it never overshoots.
    After some rounds only those that still move are gone through.
    """
    signs = [e.weight * (1.0 if _bears(e, label) else -1.0) for e in given]
    weights = {name: begun.get(name, 0.0) for name in columns}
    sums = [0.0] * len(given)
    for name, column in columns.items():
        for at, x in column:
            sums[at] += weights[name] * x
    pulls = [_pull(sign, total) for sign, total in zip(signs, sums, strict=True)]
    state = _State(signs, sums, pulls)
    moving = list(columns)
    for sweep in range(SWEEPS):
        moved = []
        for name in moving:
            smooth = 0.001 if name == BIAS else loose if name[0] == RUN else OWN
            start = begun.get(name, 0.0)
            if _step(state, columns[name], weights, name, start, smooth) > MOVES:
                moved.append(name)
        moving = moved if sweep >= FULL else list(columns)
    return weights


MOVES = 2e-3
"""A weight whose last step was smaller than this has come to rest."""


@dataclass(frozen=True, slots=True)
class _State:
    """Of each example its sign, what the weights come to, and how hard it pulls at them."""

    signs: list[float]
    sums: list[float]
    pulls: list[float]


def _bears(example: Example, label: str) -> bool:
    return bool(example.labels) if label == ANY else label in example.labels


def _pull(sign: float, total: float) -> float:
    return sign / (1 + math.exp(min(total if sign > 0 else -total, 60)))


def _step(
    state: _State,
    column: Column,
    weights: dict[str, float],
    name: str,
    begun: float,
    smooth: float,
) -> float:
    """Move one weight; how far it went."""
    signs, sums, pulls = state.signs, state.sums, state.pulls
    slope = sum([pulls[at] * x for at, x in column]) - smooth * (weights[name] - begun)
    step = slope / (sum([abs(signs[at]) * x * x for at, x in column]) / 4 + smooth)
    if abs(step) < 1e-4:
        return 0.0
    weights[name] += step
    for at, x in column:
        sums[at] += step * x
        pulls[at] = _pull(signs[at], sums[at])
    return abs(step)


def main(arguments: Sequence[str] | None = None) -> None:
    """Train on all labelled letters and write the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.train_acts", description=__doc__)
    parser.add_argument("letters", type=Path, help="labelled letters, JSON lines")
    parser.add_argument("--out", type=Path, default=HERE, help="where the table goes")
    chosen = parser.parse_args(arguments)
    given = [example for row in lines.read(chosen.letters) for example in examples(row)]
    table = train([*given, *invented()])
    chosen.out.write_text(table.dump(), encoding="utf-8")
    print(f"{len(given)} sentences, {len(table.table)} features: {chosen.out}")


if __name__ == "__main__":
    main()
