"""What an act is about: the few words of the sentence that name the matter.

"I urge the most serious consideration of the question of Gaza" is about "Gaza", and "we shall
withdraw the battalion by May" about "withdraw the battalion". Each run of words that could name a
matter is weighed by what stands in it, before and after it (`act_topic_words`), with a table that
`bench/train_topics.py` learned from sentences in which readers had marked the words that do.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from itertools import accumulate

from letterbook.mark.act_anchors import anchored
from letterbook.mark.act_topic_words import (
    TELLS,
    Part,
    Word,
    begins,
    ends,
    inside,
    read,
    runs,
    telling,
    whole,
)
from letterbook.model import ActLabel

Piece = tuple[int, int]
Table = Mapping[str, float]
_NAMED = re.compile(  # "the Kashmir problem", "the German question": what stands before names it
    r"\b(?:the|an?|old|difficult) (?P<all>(?:[\w’'-]+ ){1,3}(?:problem|question|issue|dispute|"
    r"crisis|settlement|plan|representation))\b"
)


_RANKS = re.compile(
    r"(?:(?:main|major|minor|chief|first|second|third|last|other|only|one|same|whole|most|more|very|"
    r"great|big|small|important|serious|grave|urgent|vital|difficult|easy|simple|particular|present|"
    r"such|and|of) )+\w+$",
    re.I,
)
"""Words that say how great a question is, and not which: "the main question"."""


def weigh_words(sentences: Iterable[str]) -> dict[str, int]:
    """In how many sentences of a letter each telling word stands."""
    counts: dict[str, int] = {}
    for sentence in sentences:
        for word in telling(sentence):
            counts[word] = counts.get(word, 0) + 1
    return counts


def topic(
    words: str,
    counts: Mapping[str, int],
    label: ActLabel = "question",
    apart: Iterable[Piece] = (),
    table: Ranker | None = None,
) -> Piece | None:
    """Where the words that name the matter stand; `apart` are its terms, which do not name it."""
    words = without(words, apart)
    if label == "question" and (named := _named(words)):
        return named
    found = read(words, counts)
    after = anchored(label, words)
    best = (table or shipped()).best(found, label, after)
    return best and (found[best[0]].start, found[best[1]].end)


def _named(words: str) -> Piece | None:
    """What a question is called by the words before it."""
    found = (match for match in _NAMED.finditer(words) if not _RANKS.match(match["all"]))
    match = next(found, None)
    return match.span("all") if match else None


def without(words: str, apart: Iterable[Piece]) -> str:
    """A sentence with signs in place of its terms."""
    for start, end in apart:
        words = words[:start] + ";" * (end - start) + words[end:]
    return words


REMEMBERED = 1 << 15
"""How many things are remembered; a letter has some hundreds."""
SLIGHT = 1e-6
"""Two runs that differ by less weigh the same."""


class Ranker:
    """Weighs what words tell by a table; what was weighed once is remembered, for words recur."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._weigh = lru_cache(REMEMBERED)(self._weighed)

    def _weighed(self, part: Part) -> float:
        weight, (tells, of) = self.table.get, part
        return sum([weight(name, 0.0) for name in tells(*of)])

    def _sum(self, parts: Iterable[Part]) -> float:
        return sum(map(self._weigh, parts))

    def best(self, found: Sequence[Word], label: ActLabel, after: int) -> Piece | None:
        """The first and the last word of the run that weighs most; of equal ones the first.

        What a word adds wherever it stands is added up once, for the runs overlap.
        """
        count, tell = len(found), [word.kind in TELLS for word in found]
        sums = [0.0, *accumulate(self._sum(inside(found, at, after)) for at in range(count))]
        starts = [
            self._sum(begins(found, at, label, after)) if tell[at] else 0.0 for at in range(count)
        ]
        stops = [self._sum(ends(found, at)) if tell[at] else 0.0 for at in range(count)]
        most = -math.inf
        best: Piece | None = None
        for first, last, run in runs(found):
            together = self._weigh((whole, (run, label)))
            weight = sums[last + 1] - sums[first] + starts[first] + stops[last] + together
            if weight > most + SLIGHT or (weight > most - SLIGHT and best and first == best[0]):
                most, best = weight, (first, last)
        return best


@cache
def shipped() -> Ranker:
    """The table that comes with the package."""
    file = resources.files("letterbook.mark").joinpath("act_topic.tsv")
    return Ranker(load(file.read_text(encoding="utf-8").splitlines()))


def load(lines: Iterable[str]) -> Table:
    """A table from the lines of its file: a feature and its weight in each."""
    rows = (line.rsplit("\t", 1) for line in lines)
    return {feature: float(weight) for feature, weight in rows}
