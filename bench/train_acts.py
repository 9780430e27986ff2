"""Train the table of `letterbook.mark.act_weights` on letters labelled by hand.

    python -m bench.train_acts LETTERS.jsonl [--out TABLE.tsv]

Logistic regression, one label against the rest, by coordinate descent: no randomness, no other
package, the same table each time. The labelled letters lie outside the repository; what goes into
the table is a weight for each of our own turns and clauses, and no word of a letter.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import lines
from letterbook.mark import mark
from letterbook.mark.act_features import CLAUSE, features
from letterbook.mark.act_sentences import Sentence, bodies
from letterbook.mark.act_sides import letter_sides
from letterbook.mark.act_weights import BIAS, LABELS, Weights
from letterbook.mark.act_words import normal
from letterbook.model import Source

INVENTED = Path(__file__).with_name("acts") / "invented.tsv"
HERE = Path(__file__).resolve().parents[1] / "src/letterbook/mark/act_weights.tsv"
HALF = 0.5
"""What an invented sentence counts beside one of a real letter."""
SMOOTH = 2.0
SWEEPS = 25
SEEN = 3
"""In how many letters a clause must stand to be learned; a turn is ours and is always learned."""
GIVEN = {"pledge": 0.9}
"""How many labels are given for one that readers give: fewer pledges, as a wrong one is worst."""


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
        count = len(body.sentences)
        for at, sentence in enumerate(body.sentences):
            sides = known[body.of]
            said = normal(sentence.words, sides.writer, sides.addressee)
            made.append((sentence, features(said, at, count, sentence.opens)))
    labels: list[set[str]] = [set() for _ in made]
    for label in row["labels"]:
        shared = [_shared(sentence, label) for sentence, _ in made]
        if shared and max(shared) > 0:
            labels[shared.index(max(shared))].add(label["label"])
    return [Example(f, frozenset(k), row["id"]) for (_, f), k in zip(made, labels, strict=True)]


def _shared(sentence: Sentence, label: Mapping[str, Any]) -> int:
    span = sentence.span()
    return int(min(span.end, label["end"]) - max(span.start, label["start"]))


def invented() -> list[Example]:
    """The sentences that were written for this table; they stand in no letter."""
    made = []
    for number, line in enumerate(INVENTED.read_text(encoding="utf-8").splitlines()):
        labels, words = line.split("\t")
        found = {k: v for k, v in features(normal(words), 1, 3, False).items() if k[0] != "@"}
        wanted = frozenset(labels.split(",")) - {"none"}
        made.append(Example(found, wanted, f"invented {number // 10}", HALF))
    return made


# --- training -----------------------------------------------------------------------------------


def train(given: Sequence[Example]) -> Weights:
    """The table that these examples give."""
    names = _learned(given)
    columns: dict[str, list[tuple[int, float]]] = {name: [] for name in names}
    for at, example in enumerate(given):
        for name, share in example.features.items():
            if name in columns:
                columns[name].append((at, share))
    columns[BIAS] = [(at, 1.0) for at in range(len(given))]
    fitted = [_fit(given, columns, label) for label in LABELS]
    table = {name: tuple(round(w[name], 3) for w, _ in fitted) for name in columns}
    least = tuple(
        round(_least(given, label, sums), 3)
        for label, (_, sums) in zip(LABELS, fitted, strict=True)
    )
    return Weights(least, {name: row for name, row in table.items() if any(row)})


def _learned(given: Iterable[Example]) -> list[str]:
    letters: dict[str, set[str]] = {}
    for example in given:
        for name in example.features:
            letters.setdefault(name, set()).add(example.letter)
    return sorted(n for n, seen in letters.items() if len(seen) >= SEEN or n[0] != CLAUSE)


def _fit(
    given: Sequence[Example], columns: Mapping[str, Sequence[tuple[int, float]]], label: str
) -> tuple[dict[str, float], list[float]]:
    """Weights of one label, and what they come to for each example.

    Each weight in turn takes the step that a bound on the curvature allows: it never overshoots.
    """
    signs = [example.weight * (1.0 if label in example.labels else -1.0) for example in given]
    sums = [0.0] * len(given)
    pulls = [s / 2 for s in signs]  # weight · sign · sigmoid(-sign · sum)
    bends = {
        name: sum(abs(signs[at]) * x * x for at, x in column) / 4
        for name, column in columns.items()
    }
    weights = dict.fromkeys(columns, 0.0)
    for _ in range(SWEEPS):
        for name, column in columns.items():
            smooth = 0.001 if name == BIAS else SMOOTH
            slope = sum(pulls[at] * x for at, x in column) - smooth * weights[name]
            step = slope / (bends[name] + smooth)
            if abs(step) < 1e-4:
                continue
            weights[name] += step
            for at, x in column:
                sums[at] += step * x
                sign = signs[at]
                margin = sums[at] if sign > 0 else -sums[at]
                pulls[at] = sign / (1 + math.exp(min(margin, 60)))
    return weights, sums


def _least(given: Sequence[Example], label: str, sums: Sequence[float]) -> float:
    """From which certainty on the label is given as often as readers of real letters give it."""
    real = [(s, label in e.labels) for e, s in zip(given, sums, strict=True) if e.weight == 1]
    wanted = round(sum(has for _, has in real) * GIVEN.get(label, 1.2))
    ranked = sorted((s for s, _ in real), reverse=True)
    return 1 / (1 + math.exp(-ranked[min(wanted, len(ranked) - 1)])) if ranked else 1.0


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
