"""Learn `letterbook/mark/act_topic.tsv`: which words of a sentence name what it is about.

    python -m bench.train_topics VOLUMES [--out TABLE.tsv]

`acts/topics.tsv` says of the sentences of `acts/read.tsv` that do something what each is about: a
row is a document, the mark of a sentence, its label, where the words stand that name the matter,
and the matter in the reader's own few words. Sentences are known by a digest, as in `train_prior`.
None of them stands in a volume of the gold, so the gold may judge the table that is shipped.

Each run of words of a sentence has a weight, the sum of what its words tell; the weights are
pressed until the runs that come nearest to the reader's words weigh most. No randomness.
"""

from __future__ import annotations

import argparse
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from bench import lines
from bench.train_prior import sign, texts
from letterbook.mark import mark
from letterbook.mark.act_anchors import anchored
from letterbook.mark.act_fields import set_apart
from letterbook.mark.act_sentences import bodies
from letterbook.mark.act_topic import weigh_words, without
from letterbook.mark.act_topic_words import begins, ends, inside, named, read, runs, whole
from letterbook.model import ActLabel, Source

READ = Path(__file__).with_name("acts") / "topics.tsv"
HERE = Path(__file__).resolve().parents[1] / "src/letterbook/mark/act_topic.tsv"
SEEN = 5
"""In how many letters a feature must stand to be learned."""
PASSES, PACE, HOLD = 10, 0.15, 1e-3
"""How often the sentences are gone through, how far a step goes, how much of a weight it loses."""
KEEN = 0.08
"""How much nearer to the reader's words a run must come to be wanted e times as much."""
OWN, MARKED = 0.6, 0.4
"""What the reader's own words for the matter count, and the words marked in the sentence."""
SLIGHT = 0.02
"""A smaller weight is left out."""
_STOP = frozenset(
    "a an the of to in on for and or by with from at as is be that this our your their its".split()
)


@dataclass(frozen=True, slots=True)
class Row:
    """What a reader said of a sentence: its label, where the matter is named, and its name."""

    label: ActLabel
    piece: tuple[int, int] | None
    name: str


Read = Mapping[str, Mapping[str, Sequence[Row]]]
"""Document → the mark of a sentence → what was said of it."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the runs of words that could name its matter, and how much each is wanted.

    `words`, `starts`, `stops`: what each word tells anywhere, first, last; `runs`: the first and
    last word of each run; `told`: what each run tells as a whole.
    """

    letter: str
    words: Sequence[Sequence[str]]
    starts: Mapping[int, Sequence[str]]
    stops: Mapping[int, Sequence[str]]
    runs: Sequence[tuple[int, int]]
    told: Sequence[Sequence[str]]
    wanted: Sequence[float]


def read_topics() -> Read:
    """What the readers said."""
    made: dict[str, dict[str, list[Row]]] = {}
    for line in READ.read_text(encoding="utf-8").splitlines():
        document, mark_of, label, start, end, name = line.split("\t")
        assert label in get_args(ActLabel)
        piece = (int(start), int(end)) if end != "0" else None
        row = Row(cast(ActLabel, label), piece, name)
        made.setdefault(document, {}).setdefault(mark_of, []).append(row)
    return made


def tokens(words: str) -> frozenset[str]:
    """The telling words, six letters of each: as the gold's scorer compares topics."""
    found = re.findall(r"[a-z0-9]+", words.lower())
    return frozenset(word[:6] for word in found if word not in _STOP)


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Twice what two sets share, by what they hold."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def examples(task: tuple[str, str, Mapping[str, Sequence[Row]]]) -> list[Example]:
    """The sentences of one document that a reader named the matter of."""
    document, text, told = task
    source = Source.of(text, "letter.txt")
    made = []
    for body in bodies(source, mark(source)):
        counts = weigh_words(sentence.words for sentence in body.sentences)
        for sentence in body.sentences:
            for row in told.get(sign(sentence.words), ()):
                if (example := _example(document, sentence.words, counts, row)) is not None:
                    made.append(example)
    return made


def _example(letter: str, words: str, counts: Mapping[str, int], row: Row) -> Example | None:
    found = read(without(words, set_apart(row.label, words)), counts)
    after, held = anchored(row.label, words), list(runs(found))
    said = [tokens(words[found[first].start : found[last].end]) for first, last, _ in held]
    worth = _worth(words, said, row)
    if not worth or max(worth) <= 0:
        return None
    keen = [math.exp((one - max(worth)) / KEEN) for one in worth]
    return Example(
        letter,
        [named(inside(found, at, after)) for at in range(len(found))],
        {at: named(begins(found, at, row.label, after)) for at in {first for first, _, _ in held}},
        {at: named(ends(found, at)) for at in {last for _, last, _ in held}},
        [(first, last) for first, last, _ in held],
        [whole(run, row.label) for _, _, run in held],
        [one / sum(keen) for one in keen],
    )


def _worth(words: str, said: Sequence[frozenset[str]], row: Row) -> list[float]:
    """How near each run comes to what the reader said."""
    name = tokens(row.name)
    if row.piece is None:
        return [alike(one, name) for one in said]
    piece = tokens(words[slice(*row.piece)])
    return [OWN * alike(one, name) + MARKED * alike(one, piece) for one in said]


def learn(given: Sequence[Example]) -> dict[str, float]:
    """The table of these sentences: a weight for each feature that stands in enough letters."""
    known = _known(given)
    table = dict.fromkeys(known, 0.0)
    moved = dict.fromkeys(known, 1e-3)
    for _ in range(PASSES):
        for example in given:
            for name, slope in _slopes(example, table).items():
                slope += HOLD * table[name]
                moved[name] += slope * slope
                table[name] -= PACE * slope / math.sqrt(moved[name])
    return {name: weight for name, weight in sorted(table.items()) if abs(weight) >= SLIGHT}


def _known(given: Iterable[Example]) -> list[str]:
    letters: dict[str, set[str]] = {}
    for example in given:
        parts = (example.words, example.starts.values(), example.stops.values(), example.told)
        for name in {name for part in parts for names in part for name in names}:
            letters.setdefault(name, set()).add(example.letter)
    return sorted(name for name, seen in letters.items() if len(seen) >= SEEN)


def _slopes(example: Example, table: Mapping[str, float]) -> dict[str, float]:
    """How each weight should fall: by how much more its runs are chosen than wanted."""
    sums = [0.0]
    for names in example.words:
        sums.append(sums[-1] + _sum(names, table))
    starts = {at: _sum(names, table) for at, names in example.starts.items()}
    stops = {at: _sum(names, table) for at, names in example.stops.items()}
    weights = [
        sums[last + 1] - sums[first] + starts[first] + stops[last] + _sum(names, table)
        for (first, last), names in zip(example.runs, example.told, strict=True)
    ]
    most = max(weights)
    chosen = [math.exp(weight - most) for weight in weights]
    over = [one / sum(chosen) - wish for one, wish in zip(chosen, example.wanted, strict=True)]
    slopes: dict[str, float] = {}
    for names, much in _spread(example, over):
        for name in names:
            if name in table:
                slopes[name] = slopes.get(name, 0.0) + much
    return slopes


def _spread(example: Example, over: Sequence[float]) -> Iterator[tuple[Sequence[str], float]]:
    """The features of each part of a sentence, with what the runs that hold it are over."""
    edges = [0.0] * (len(example.words) + 1)
    starts = dict.fromkeys(example.starts, 0.0)
    stops = dict.fromkeys(example.stops, 0.0)
    for (first, last), names, much in zip(example.runs, example.told, over, strict=True):
        edges[first] += much
        edges[last + 1] -= much
        starts[first] += much
        stops[last] += much
        yield names, much
    held = 0.0
    for names, edge in zip(example.words, edges, strict=False):
        held += edge
        yield names, held
    yield from ((example.starts[at], much) for at, much in starts.items())
    yield from ((example.stops[at], much) for at, much in stops.items())


def _sum(names: Iterable[str], table: Mapping[str, float]) -> float:
    return sum(table.get(name, 0.0) for name in names)


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the documents of the volumes, learn, and write the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.train_topics", description=__doc__)
    parser.add_argument("volumes", type=Path, help="folder with the volumes, TEI")
    parser.add_argument("--out", type=Path, default=HERE, help="where the table goes")
    chosen = parser.parse_args(arguments)
    told = read_topics()
    tasks = [(name, text, told[name]) for name, text in texts(chosen.volumes, told)]
    given = [one for found in lines.spread(examples, tasks, chunk=8) for one in found]
    table = learn(given)
    rows = (f"{name}\t{weight:.3f}\n" for name, weight in table.items())
    chosen.out.write_text("".join(rows), encoding="utf-8")
    print(f"{len(given)} sentences of {len(tasks)} letters, {len(table)} features")


if __name__ == "__main__":
    main()
