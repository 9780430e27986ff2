"""What an act is about: the few words of the sentence that name the matter.

"I urge the most serious consideration of the question of Gaza" is about "Gaza", and "we shall
withdraw the battalion by May" about "withdraw the battalion". Each run of words that could name a
matter is weighed by what stands in it, before and after it (`act_topic_words`), with a table that
`bench/train_topics.py` learned from sentences in which readers had marked the words that do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from itertools import accumulate

from letterbook.mark.act_anchors import anchored
from letterbook.mark.act_topic_words import (
    TELLS,
    Run,
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
    table: Table | None = None,
) -> Piece | None:
    """Where the words that name the matter stand; `apart` are its terms, which do not name it."""
    words = without(words, apart)
    if label == "question" and (named := _named(words)):
        return named
    found = read(words, counts)
    after = anchored(label, words)
    best = max(_weighed(found, label, after, table or shipped()), default=None)
    return None if best is None else (found[-best[1]].start, found[best[2]].end)


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


def _weighed(
    found: Sequence[Word], label: ActLabel, after: int, table: Table
) -> Iterator[tuple[float, int, int]]:
    """What each run weighs, and where it stands: the first of two that weigh the same is greater.

    What a word adds wherever it stands is added up once, for the runs overlap.
    """
    count = len(found)
    sums = [0.0, *accumulate(_sum(inside(found, at, after), table) for at in range(count))]
    tell = [word.kind in TELLS for word in found]
    starts = [
        _sum(begins(found, at, label, after), table) if tell[at] else 0.0 for at in range(count)
    ]
    stops = [_sum(ends(found, at), table) if tell[at] else 0.0 for at in range(count)]
    together: dict[Run, float] = {}
    for first, last, run in runs(found):
        if (told := together.get(run)) is None:
            told = together[run] = _sum(whole(run, label), table)
        weight = sums[last + 1] - sums[first] + starts[first] + stops[last] + told
        yield round(weight, 6), -first, last


def _sum(features: Iterable[str], table: Table) -> float:
    weight = table.get
    return sum([weight(feature, 0.0) for feature in features])


@cache
def shipped() -> Table:
    """The table that comes with the package."""
    file = resources.files("letterbook.mark").joinpath("act_topic.tsv")
    return load(file.read_text(encoding="utf-8").splitlines())


def load(lines: Iterable[str]) -> Table:
    """A table from the lines of its file: a feature and its weight in each."""
    rows = (line.rsplit("\t", 1) for line in lines)
    return {feature: float(weight) for feature, weight in rows}
