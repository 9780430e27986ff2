"""Learn `acts/prior.tsv` from letters of many volumes: where `train_acts` begins from.

    python -m bench.train_prior VOLUMES [--out PRIOR.tsv]
    python -m bench.train_prior VOLUMES --judge      how half the volumes judge the others

`acts/read.tsv` says what each sentence of some 3,300 letters does, as readers labelled it by the
guidelines of the gold, each letter read once: a row is a document, the mark of a sentence, its
labels. Sentences are known by a digest of their words, so no word of them is kept here. None of
these letters stands in a volume of the gold. VOLUMES is a folder with the volumes as TEI; a
document that is not there, or a sentence that reads otherwise by now, is left out.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import mean

from bench import lines
from bench.train_acts import NOTHING, PRIOR, Example, train
from letterbook.mark import mark
from letterbook.mark.act_features import RUN, features, key_of
from letterbook.mark.act_sentences import bodies
from letterbook.mark.act_sides import letter_sides
from letterbook.mark.act_weights import ANY, BIAS, COLUMNS, LABELS, Weights
from letterbook.mark.act_words import normal
from letterbook.model import Source
from letterbook.read import read_path

READ = Path(__file__).with_name("acts") / "read.tsv"
VOLUMES = 12
"""In how many volumes a run of words must stand: what stands in fewer belongs to their matters."""
WORDS = 3
"""Shorter ones, "8." and "(a)", are no sentences; they would make every short one doubtful."""
FREE = 0.5
"""How firmly a run's weight stays at nothing."""
SLIGHT = 0.03
"""A run whose every weight is smaller than this is left out."""
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


def examples(task: tuple[str, str, Mapping[str, frozenset[str]]]) -> list[Example]:
    """The labelled sentences of one document, given its name, its text, and the labels."""
    document, text, told = task
    source = Source.of(text, "letter.txt")
    findings = mark(source)
    known = letter_sides(findings)
    made = []
    for body in bodies(source, findings):
        sides, count = known[body.of], len(body.sentences)
        for at, sentence in enumerate(body.sentences):
            labels = told.get(sign(sentence.words))
            if labels is not None and len(sentence.words.split()) >= WORDS:
                said = normal(sentence.words, sides.writer, sides.addressee)
                made.append(Example(features(said, at, count, sentence.opens), labels, document))
    return made


def texts(volumes: Path, wanted: Collection[str]) -> Iterator[tuple[str, str]]:
    """The labelled documents of a folder of volumes, with their text."""
    for path in sorted(volumes.glob("*.xml")):
        if not any(document.startswith(f"{path.stem}/") for document in wanted):
            continue
        for reading in read_path(path, path.name):
            source = getattr(reading, "source", None)
            if source is not None and f"{path.stem}/{source.where}" in wanted:
                yield f"{path.stem}/{source.where}", source.text


def learn(given: Sequence[Example]) -> Weights:
    """The table of these letters, begun from nothing."""
    volumes: dict[str, set[str]] = {}
    for example in given:
        for name in example.features:
            if name[0] == RUN:
                volumes.setdefault(name, set()).add(example.letter.partition("/")[0])
    zero = (0.0,) * len(COLUMNS)
    runs = {name: zero for name, seen in volumes.items() if len(seen) >= VOLUMES}
    start = Weights(NOTHING.least, {**NOTHING.table, **runs})
    table = train(given, start, loose=FREE).table
    kept = {
        name: tuple(round(weight, 2) for weight in row)
        for name, row in sorted(table.items())
        if name[0] != RUN or max(map(abs, row)) >= SLIGHT
    }
    return Weights(NOTHING.least, {**kept, BIAS: table[BIAS]})


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
    parser.add_argument("--out", type=Path, default=PRIOR, help="where the table goes")
    parser.add_argument("--judge", action="store_true", help="write none, say how good it is")
    chosen = parser.parse_args(arguments)
    wanted = labelled()
    tasks = [(name, text, wanted[name]) for name, text in texts(chosen.volumes, wanted)]
    given = [example for told in lines.spread(examples, tasks, chunk=8) for example in told]
    if chosen.judge:
        print(", ".join(f"{name} {figure:.3f}" for name, figure in judge(given).items()))
        return
    table = learn(given)
    chosen.out.write_text(table.dump(), encoding="utf-8")
    print(f"{len(given)} sentences of {len(tasks)} letters, {len(table.table)} features")


if __name__ == "__main__":
    main()
