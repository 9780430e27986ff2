"""Count how words stand in letters: the table of `letterbook.link.nouns`.

    python -m bench.train_nouns VOLUME.xml … [--out TABLE.tsv]

For each common word in small letters: in how many of 10,000 sentences it stands, and how often in
ten it stands as a noun does ("of the gates") rather than as a verb does ("we shall gate"). What
goes into the table are words of the dictionary with two figures: no sentence, no name.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from letterbook.model import Reading
from letterbook.read import read_path
from letterbook.text import sentences

HERE = Path(__file__).resolve().parents[1] / "src/letterbook/link/noun_odds.tsv"
SEEN = 40
"""Sentences in which a word must stand to be told of."""
SMALL = 0.5
"""How often it must stand in small letters: "kennedy" is no word of the dictionary."""
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
CLOSES = frozenset(
    "of in on for by with from about between against upon under over at to and or but is are was"
    " were be been has have had which that who will would shall should can could may might must"
    " as if than then when while because not".split()
)


def count(texts: Iterator[str]) -> Iterator[tuple[str, int, int]]:
    """Each word with its sentences in 10,000 and its share as a noun in ten."""
    held, small, noun = Counter[str](), Counter[str](), Counter[str]()
    other: dict[str, float] = defaultdict(float)
    size = 0
    for text in texts:
        for start, end in sentences(text):
            size += 1
            words = _TOKEN.findall(text[start:end])
            held.update({w.lower() for w in words})
            small.update({w.lower() for w in words[:1]} | {w for w in words if w.islower()})
            low = ["", "", *(w.lower() for w in words), "."]
            for far, before, word, after in zip(low, low[1:], low[2:], low[3:], strict=False):
                closed = not after[0].isalnum() or after in CLOSES
                if before in DOES:
                    other[word] += 1
                elif closed and (before in OPENS or (far in OPENS and before.isalpha())):
                    noun[word] += 1
                elif before in QUALIFIES or (before in OPENS and not closed):
                    other[word] += 0.5
    for word, times in sorted(held.items()):
        if times >= SEEN and word.isalpha() and len(word) > 2 and small[word] >= SMALL * times:
            share = (noun[word] + 0.5) / (noun[word] + other[word] + 1)
            yield word, max(1, round(10_000 * times / size)), round(10 * share)


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
