"""Count how words stand in letters: the table of `letterbook.link.matter_entries`.

    python -m bench.train_nouns VOLUME.xml … [--out TABLE.tsv]

For each word in small letters that is clearly a noun or clearly none: in how many of 10,000
sentences it stands, and how often in ten it stands as a noun does ("of the gates") rather than as a
verb does ("we shall gate"). What goes into the table are words of the dictionary with two figures:
no sentence, no name. (`noun_odds.tsv`, by which matters are gathered, was counted by an earlier,
plainer rule of this script: with the new one fewer pairs are gathered rightly.)
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from letterbook.model import Reading
from letterbook.read import read_path
from letterbook.text import sentences

HERE = Path(__file__).resolve().parents[1] / "src/letterbook/link/entry_odds.tsv"
SEEN = 20
"""Sentences in which a word must stand to be told of."""
SMALL = 0.3
"""How often it must stand in small letters: "kennedy" is no word of the dictionary."""
QUALIFIER = 0.4
"""A word that stands as a noun less often than this is taken to qualify what follows it."""
UNCLEAR = (3, 4, 5)
"""Of words that are as often one as the other nothing is told."""
_TOKEN = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|[^\w\s]")
OPENS = frozenset(
    "the a an this that these those his her its our your their my no any some each every such"
    " of in on for by with from about between against upon under over both".split()
)
DOES = frozenset(
    "to will would shall should can could may might must i we you he she it they who not also"
    " never which do does did".split()
)
QUALIFIES = frozenset("very so more most less too quite is are was were be been being".split())
OBJECTS = frozenset(
    "the a an this these those his her its our your their my any each every such me us him"
    " them".split()
)
"""What stands right behind a verb, and hardly behind a noun: "raise the gates"."""
CLOSES = frozenset(
    "of in on for by with from about between against upon under over at to and or but is are was"
    " were be been has have had which that who will would shall should can could may might must"
    " as if than then when while because not".split()
)


@dataclass(slots=True)
class Counts:
    """In how many sentences a word stands, in how many in small letters; how often as a noun, as
    one that a word qualifies ("the old gates", with that word), and as anything else.
    """

    sentences: int = 0
    held: Counter[str] = field(default_factory=Counter)
    small: Counter[str] = field(default_factory=Counter)
    noun: Counter[str] = field(default_factory=Counter)
    behind: Counter[tuple[str, str]] = field(default_factory=Counter)
    other: Counter[str] = field(default_factory=Counter)
    doing: Counter[str] = field(default_factory=Counter)

    def add(self, sentence: str) -> None:
        """Count a sentence."""
        words = _TOKEN.findall(sentence)
        self.sentences += 1
        self.held.update({w.lower() for w in words})
        self.small.update({w.lower() for w in words[:1]} | {w for w in words if w.islower()})
        low = ["", "", *(w.lower() for w in words), "."]
        for far, before, word, after in zip(low, low[1:], low[2:], low[3:], strict=False):
            if word.isalpha():
                self._use(far, before, word, after)

    def _use(self, far: str, before: str, word: str, after: str) -> None:
        """As what it stands there; a part of speech of others counts two, a half one."""
        closed = not after[0].isalnum() or after in CLOSES
        if before in DOES or (after in OBJECTS and not (closed and before in OPENS)):
            self.other[word] += 2
            self.doing[word] += 2
        elif closed and before in OPENS:
            self.noun[word] += 2
        elif closed and far in OPENS and before.isalpha():
            self.behind[word, before] += 2
        elif before in QUALIFIES or before in OPENS:
            self.other[word] += 1

    def shares(self) -> dict[str, float]:
        """How often each word is a noun. "The situation develops": a noun qualifies nothing."""
        first = {w: _share(self.noun[w], self.other[w]) for w in self.held}
        also: Counter[str] = Counter()
        for (word, before), times in self.behind.items():
            if first.get(before, 1.0) < QUALIFIER:
                also[word] += times
        return {w: _share(self.noun[w] + also[w], self.other[w]) for w in self.held}

    def qualifies(self, word: str) -> bool:
        """Whether it is no noun because it qualifies one, and not because it is a verb."""
        return 2 * self.doing[word] <= self.other[word]


def _share(noun: int, other: int) -> float:
    return (noun / 2 + 0.5) / ((noun + other) / 2 + 1)


def count(texts: Iterator[str]) -> Iterator[tuple[str, int, int]]:
    """Each word with its sentences in 10,000 and its share as a noun in ten."""
    counts = Counts()
    for text in texts:
        for start, end in sentences(text):
            counts.add(text[start:end])
    shares = counts.shares()
    for word, times in sorted(counts.held.items()):
        small = counts.small[word] >= SMALL * times
        share = max(round(10 * shares[word]), int(counts.qualifies(word)))
        if times >= SEEN and word.isalpha() and len(word) > 2 and small and share not in UNCLEAR:
            yield word, round(10_000 * times / counts.sentences), share


def texts(paths: list[Path]) -> Iterator[str]:
    """The text of every letter and page in these volumes."""
    for path in paths:
        for one in read_path(path, path.name):
            if isinstance(one, Reading):
                yield one.source.text


def main() -> None:
    """Count, and write the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("volumes", type=Path, nargs="+")
    asked.add_argument("--out", type=Path, default=HERE)
    given = asked.parse_args()
    rows = [f"{word}\t{often}\t{share}" for word, often, share in count(texts(given.volumes))]
    given.out.write_text("\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
