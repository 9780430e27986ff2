"""Learn `acts/prior.tsv` from letters of many volumes: where `train_acts` begins from.

    python -m bench.train_prior VOLUMES HEARD [--out PRIOR.tsv]
    python -m bench.train_prior VOLUMES HEARD --judge      how half the volumes judge the others

`acts/read.tsv` says what each sentence of some 5,600 letters does, as readers labelled it by the
guidelines of the gold, each letter read once: a row is a document, the mark of a sentence, its
labels. Sentences are known by a digest of their words, so no word of them is kept here. None of
these letters stands in a volume of the gold. VOLUMES is a folder with the volumes as TEI; a
document that is not there, or a sentence that reads otherwise by now, is left out. HEARD is what
`train_net --halves` wrote: what a network thinks of sentences it has not learned from.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import mean

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_array

from bench import lines
from bench.train_acts import NOTHING, OWN, PRIOR, Example, of_body
from letterbook.mark import mark
from letterbook.mark.act_features import NET, RUN, key_of
from letterbook.mark.act_heard import ANY, COLUMNS, LABELS
from letterbook.mark.act_sentences import bodies
from letterbook.mark.act_sides import letter_sides
from letterbook.mark.act_weights import BIAS, Weights
from letterbook.mark.act_words import YOU, normal
from letterbook.model import Source
from letterbook.read import read_path

READ = Path(__file__).with_name("acts") / "read.tsv"
VOLUMES = 12
"""In how many volumes a run of words must stand: what stands in fewer belongs to their matters."""
WORDS = 3
"""Shorter ones, "8." and "(a)", are no sentences; they would make every short one doubtful."""
FREE = 0.5
"""How firmly a run's weight stays at nothing."""
STEPS = 200
"""How often all weights are moved at once."""
SLIGHT = 0.03
"""A run whose every weight is smaller than this is left out."""
Array = NDArray[np.float64]
SELDOM, LITTLE = 0.1, 0.4
"""A letter that says "you" in fewer of its sentences than one in ten counts so much: most are
papers that pass between offices of one side, where "we should" asks nobody."""
NEVER = (-9.0,) * len(COLUMNS)
"""What is thought of a sentence that says nothing."""
Thoughts = dict[str, dict[str, tuple[float, ...]]]
"""Document → the mark of a sentence → what a network thinks of it: log odds, by column."""
Labelled = dict[str, dict[str, frozenset[str]]]
"""Document ("volume/d12") → the mark of a sentence → its labels."""


def labelled() -> Labelled:
    """What the reader said of each sentence."""
    made: Labelled = {}
    for line in READ.read_text(encoding="utf-8").splitlines():
        document, sentence, labels = line.split("\t")
        made.setdefault(document, {})[sentence] = frozenset(labels.split(",")) - {"none"}
    return made


def sign(words: str) -> str:
    """By what a sentence is known: a digest of its words."""
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:10]


def heard(path: Path) -> Thoughts:
    """What a network thinks of each sentence that it has not learned from."""
    made: Thoughts = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        document, sentence, *odds = line.split("\t")
        made.setdefault(document, {})[sentence] = tuple(map(float, odds))
    return made


Task = tuple[str, str, Mapping[str, frozenset[str]], Mapping[str, tuple[float, ...]]]
"""A document, its text, its labels, what a network thinks of its sentences."""


def examples(task: Task) -> list[Example]:
    """The labelled sentences of one document."""
    document, text, told, thoughts = task
    source = Source.of(text, "letter.txt")
    findings = mark(source)
    known = letter_sides(findings)
    made = []
    for body in bodies(source, findings):
        signs = [sign(sentence.words) for sentence in body.sentences]
        found = of_body(body, known[body.of], [thoughts.get(one, NEVER) for one in signs])
        said = [YOU in normal(s.words, "", known[body.of].addressee) for s in body.sentences]
        for sentence, features, one in zip(body.sentences, found, signs, strict=True):
            if one in told and len(sentence.words.split()) >= WORDS:
                made.append(Example(features, told[one], document, worth(said)))
    return made


def worth(says_you: Sequence[bool]) -> float:
    """What a letter counts when it is learned from, by which of its sentences say "you"."""
    return LITTLE if sum(says_you) < SELDOM * len(says_you) else 1.0


def texts(volumes: Path, read: Collection[str]) -> Iterator[tuple[str, str]]:
    """The documents of a folder of volumes that are read, with their text."""
    return ((name, text) for name, text in every_text(volumes, read) if name in read)


def every_text(volumes: Path, read: Collection[str]) -> Iterator[tuple[str, str]]:
    """Every document, with its text, of those volumes of a folder in which some are read."""
    wanted = {document.partition("/")[0] for document in read}
    for path in sorted(volumes.glob("*.xml")):
        for reading in read_path(path, path.name) if path.stem in wanted else ():
            source = getattr(reading, "source", None)
            if source is not None:
                yield f"{path.stem}/{source.where}", source.text


def learn(given: Sequence[Example]) -> Weights:
    """The table of these letters, begun from nothing."""
    volumes: dict[str, set[str]] = {}
    for example in given:
        for name in example.features:
            if name[0] == RUN:
                volumes.setdefault(name, set()).add(example.letter.partition("/")[0])
    names = sorted(
        {name for example in given for name in example.features}
        - {name for name, seen in volumes.items() if len(seen) < VOLUMES}
    )
    rows, always = _solve(given, names)
    table = {
        name: tuple(round(weight, 2) for weight in row)
        for name, row in zip(names, rows, strict=True)
        if name[0] != RUN or max(map(abs, row)) >= SLIGHT
    }
    kept = {name: row for name, row in table.items() if any(row)}
    return Weights(NOTHING.least, {**kept, BIAS: tuple(round(one, 3) for one in always)})


def _solve(given: Sequence[Example], names: Sequence[str]) -> tuple[list[list[float]], list[float]]:
    """Logistic regression of all columns at once: the rows of the features, and the bias."""
    at = {name: number for number, name in enumerate(names)}
    places = [
        (number, at[name], share)
        for number, example in enumerate(given)
        for name, share in example.features.items()
        if name in at
    ]
    first, second, shares = zip(*places, strict=True)
    held = csr_array((shares, (first, second)), shape=(len(given), len(names)))
    wanted = np.array([[*(c in e.labels for c in COLUMNS[:-1]), bool(e.labels)] for e in given])
    worth = np.array([[example.weight] for example in given])
    firm = np.array([[FREE if name[0] == RUN else OWN] for name in names])

    def lost(flat: Array) -> tuple[float, Array]:
        table = flat.reshape(-1, len(COLUMNS))
        rows, always = table[:-1], table[-1]
        told = held @ rows + always
        off = (1 / (1 + np.exp(-told)) - wanted) * worth
        each = (np.logaddexp(0, told) - wanted * told) * worth
        slope = np.vstack([held.T @ off + firm * rows, off.sum(0)])
        return float(each.sum() + (firm * rows**2).sum() / 2), slope.ravel()

    begun = np.zeros((len(names) + 1, len(COLUMNS)))
    for column, label in enumerate(COLUMNS):  # begin with what the network thinks, or with little
        if NET + label in at:
            begun[at[NET + label], column] = 1.0
    begun[-1] = 0.0 if NET + ANY in at else -3.0
    found = minimize(
        lost, begun.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": STEPS, "maxcor": 20}
    )
    *rows, always = found.x.reshape(-1, len(COLUMNS)).tolist()
    return rows, always


def judge(given: Sequence[Example]) -> dict[str, float]:
    """How well a table learned from every second volume tells what is done in the others.

    Out: F1 over all labels, the mean of each label's, and F1 of whether anything is done at all.
    """
    volume = {example.letter: example.letter.partition("/")[0] for example in given}
    apart = set(sorted(set(volume.values()))[1::2])
    table = learn([example for example in given if volume[example.letter] not in apart])
    right, counted = Counter[str](), Counter[str]()
    for example in (one for one in given if volume[one.letter] in apart):
        told = set(table.given([(share, [key_of(n)]) for n, share in example.features.items()]))
        right.update(told & example.labels)
        counted.update([*told, *example.labels])
        right.update([ANY] if told and example.labels else [])
        counted.update([ANY] * (bool(told) + bool(example.labels)))
    each = {label: 2 * right[label] / max(counted[label], 1) for label in COLUMNS}
    micro = 2 * (right.total() - right[ANY]) / max(counted.total() - counted[ANY], 1)
    return {"micro": micro, "macro": mean(each[label] for label in LABELS), "any": each[ANY]}


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the labelled documents of the volumes, learn, and write the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.train_prior", description=__doc__)
    parser.add_argument("volumes", type=Path, help="folder with the volumes, TEI")
    parser.add_argument("heard", type=Path, help="what a network thinks of them")
    parser.add_argument("--out", type=Path, default=PRIOR, help="where the table goes")
    parser.add_argument("--judge", action="store_true", help="write none, say how good it is")
    chosen = parser.parse_args(arguments)
    wanted, thoughts = labelled(), heard(chosen.heard)
    tasks = [
        (name, text, wanted[name], thoughts.get(name, {}))
        for name, text in texts(chosen.volumes, wanted)
    ]
    given = [example for told in lines.spread(examples, tasks, chunk=8) for example in told]
    if chosen.judge:
        print(", ".join(f"{name} {figure:.3f}" for name, figure in judge(given).items()))
        return
    table = learn(given)
    chosen.out.write_text(table.dump(), encoding="utf-8")
    print(f"{len(given)} sentences of {len(tasks)} letters, {len(table.table)} features")


if __name__ == "__main__":
    main()
