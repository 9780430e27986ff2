"""How well acts are gathered into matters: pairs of sentences that a reader judged.

    python -m bench.gathering [--least 0.4] [--shared DIR] [--book RECORD | --volumes DIR]

A reader filed sentences of a correspondence under matters (`matters_read/*.tsv`): two sentences of
one matter should stand together, two of different matters should not. "river/gates" and
"river/measuring" may stand together or apart. Of our own sample the sentences' openings are given,
of volumes that lie beside the repository only a digest of each sentence.

`matters_read/exchanges.tsv` holds twelve exchanges of twelve volumes of Foreign Relations, 1948 to
1980, in two halves: `a` may be tuned on, `b` may not. They are judged in a record that holds the
volumes (`--book`), or in one that is made of them here (`--volumes`, some minutes).
"""

from __future__ import annotations

import argparse
import hashlib
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
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
        if path.stem == "exchanges":
            continue
        for place in (shared / "frus" / f"{path.stem}.xml", shared / path.stem):
            if place.exists():
                yield path.stem, place, read_of(path)


def exchanges() -> dict[tuple[str, str], dict[str, str]]:
    """The exchanges that were read, by half and name: digest of a sentence → its matter."""
    made: dict[tuple[str, str], dict[str, str]] = {}
    for line in (READ / "exchanges.tsv").read_text("utf-8").splitlines():
        half, name, matter, digest = line.split("\t")
        made.setdefault((half, name), {})[digest] = matter
    return made


def halves(matters: Sequence[Matter]) -> Iterator[tuple[str, Judged]]:
    """Each exchange, and each half of them as the sum of its pairs; nothing of what is not here."""
    total: dict[str, list[Judged]] = {}
    for (half, name), read in exchanges().items():
        found = judged(matters, read)
        if found.same:
            total.setdefault(half, []).append(found)
            yield f"{half} {name}", found
    for half, held in total.items():
        yield f"half {half}", Judged(*(sum(n) for n in zip(*map(astuple, held), strict=True)))


def line(name: str, found: Judged) -> str:
    """Precision, recall and F1 in one line."""
    precision, recall, f1 = found.figures
    told = f"P {precision:.2f}  R {recall:.2f}  F1 {f1:.2f}"
    return f"{name[:52]:52} {found.same:5} pairs  {told}"


def _of_volumes(volumes: Path, least: float) -> Iterator[tuple[str, Judged]]:
    names = sorted({name.partition(" ")[0] for _, name in exchanges()})
    paths = [path for name in names if (path := volumes / f"frus{name}.xml").exists()]
    with tempfile.TemporaryDirectory() as folder, Book(Path(folder) / "book.db") as book:
        book.read(paths)
        yield from halves(book.matters(least))


def main() -> None:
    """Print precision, recall and F1 of each."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--least", type=float, default=0.4)
    asked.add_argument("--shared", type=Path)
    asked.add_argument("--book", type=Path)
    asked.add_argument("--volumes", type=Path)
    given = asked.parse_args()
    for name, place, read in heaps(find_shared(given.shared)):
        with tempfile.TemporaryDirectory() as folder, Book(Path(folder) / "book.db") as book:
            book.read([place])
            found = judged(book.matters(given.least), read)
        print(line(name, found))
    told: Iterator[tuple[str, Judged]] = iter(())
    if given.book:
        with Book(given.book) as book:
            told = iter(list(halves(book.matters(given.least))))
    elif given.volumes:
        told = _of_volumes(given.volumes, given.least)
    for name, found in told:
        print(line(name, found), flush=True)


if __name__ == "__main__":
    main()
