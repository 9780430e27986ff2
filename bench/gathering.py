"""How well acts are gathered into matters: pairs of sentences that a reader judged.

    python -m bench.gathering [--least 0.4] [--shared DIR] [--show]

A reader filed sentences of a correspondence under matters (`matters_read/*.tsv`): two sentences of
one matter should stand together, two of different matters should not. "river/gates" and
"river/measuring" may stand together or apart. Of our own sample the sentences' openings are given,
of volumes that lie beside the repository only a digest of each sentence.
"""

from __future__ import annotations

import argparse
import hashlib
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from bench.gold import ROOT, find_shared
from letterbook.book import Book
from letterbook.link.matters import Matter

READ = Path(__file__).with_name("matters_read")
OPENING = 70
"""Signs of a sentence by which a sentence of our own is known."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs that a reader calls one matter, and those we do; `both` are right."""

    same: int
    ours: int
    both: int

    @property
    def figures(self) -> tuple[float, float, float]:
        """Precision, recall, F1."""
        precision, recall = self.both / max(1, self.ours), self.both / max(1, self.same)
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def key(words: str) -> str:
    """By what a sentence of a volume is known: a digest of it."""
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:12]


def judged(matters: Sequence[Matter], read: Mapping[str, str]) -> Judged:
    """The pairs of sentences that a reader filed, as these matters have them."""
    ours: dict[str, str] = {}
    for matter in matters:
        for act in matter.acts:
            for known in (key(act.words), act.words[:OPENING].strip()):
                if known in read:
                    ours.setdefault(known, matter.id)
    same = mine = both = 0
    for one, other in combinations(sorted(ours), 2):
        left, right = read[one], read[other]
        if left != right and left.partition("/")[0] == right.partition("/")[0]:
            continue
        same += left == right
        mine += ours[one] == ours[other]
        both += left == right and ours[one] == ours[other]
    return Judged(same, mine, both)


def read_of(path: Path) -> dict[str, str]:
    """Sentence (its opening or its digest) → the matter that a reader filed it under."""
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines() if line)
    return {words.strip(): label for label, words in rows}


def heaps(shared: Path | None) -> Iterator[tuple[str, Path, dict[str, str]]]:
    """What was read by a person: its name, where it lies, the judgements."""
    yield "sample", ROOT / "examples/heap", read_of(READ / "sample.tsv")
    if shared is None:
        return
    for path in sorted(READ.glob("*.tsv")):
        for place in (shared / "frus" / f"{path.stem}.xml", shared / path.stem):
            if place.exists():
                yield path.stem, place, read_of(path)


def main() -> None:
    """Print precision, recall and F1 of each."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--least", type=float, default=0.4)
    asked.add_argument("--shared", type=Path)
    given = asked.parse_args()
    for name, place, read in heaps(find_shared(given.shared)):
        with tempfile.TemporaryDirectory() as folder, Book(Path(folder) / "book.db") as book:
            book.read([place])
            found = judged(book.matters(given.least), read)
        precision, recall, f1 = found.figures
        print(f"{name:20} {found.same:5} pairs  P {precision:.2f}  R {recall:.2f}  F1 {f1:.2f}")


if __name__ == "__main__":
    main()
