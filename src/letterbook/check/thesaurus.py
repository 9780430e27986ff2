"""Words that say the same in the prose of diplomacy, and what nations are called.

`thesaurus.csv` and `peoples.csv` are small and neutral: one line an idea, its forms beside it. They
are part of what "supported" means, so a line stands there only if a careful reader would let one
form pass for another in a summary.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from letterbook.stem import stem

Forms = dict[str, list[tuple[tuple[str, ...], str]]]
"""First stem → the stems of each form that begins with it, and the idea it stands for."""


@cache
def forms() -> Forms:
    """Every form of the two tables, the longest first."""
    made: Forms = defaultdict(list)
    for idea, form in _rows():
        stems = tuple(_stem(word) for word in form.replace("-", " ").split())
        made[stems[0]].append((stems, idea))
    for held in made.values():
        held.sort(key=lambda row: -len(row[0]))
    return dict(made)


def _rows() -> Iterator[tuple[str, str]]:
    for table, sign in (("thesaurus.csv", "~"), ("peoples.csv", "=")):
        with files("letterbook.check").joinpath(table).open(encoding="utf-8") as file:
            rows = csv.reader(file)
            next(rows)
            for name, held in rows:
                yield from ((f"{sign}{name}", form) for form in held.split(";"))


def _stem(word: str) -> str:
    """Short forms keep their capitals: "U.S." is no "us"."""
    bare = word.replace(".", "")
    return bare if bare.isupper() and len(bare) > 1 else stem(bare)


def ideas(stems: Sequence[str], at: int) -> tuple[int, frozenset[str]]:
    """How many words from `at` on make up the longest form there, and what the form stands for.

    >>> from letterbook.stem import stem
    >>> ideas([stem(w) for w in "they came to terms".split()], 1)
    (3, frozenset({'~agree'}))
    """
    size, found = 0, set()
    for words, idea in forms().get(stems[at], ()):
        if len(words) < size:
            break
        if tuple(stems[at : at + len(words)]) == words:
            size = len(words)
            found.add(idea)
    return size, frozenset(found)
