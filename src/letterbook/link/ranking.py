"""How much a writer says that a matter weighs: "the main question", "a minor question".

In: the acts of a matter. Out: the weightiest thing that is said of it, with its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from letterbook.link.acted import Acted

_THING = (
    r"(?:question|problem|matter|issue|concern|obstacle|difficulty|difficulties|point|subject)s?\b"
)
_LEVELS = (
    (3, r"main|chief|principal|central|foremost|paramount|greatest|gravest"
        r"|most (?:important|urgent|serious|pressing)"),
    (2, r"major|important|serious|grave|urgent|pressing|vital"),
    (1, r"minor|secondary|lesser|least|smaller|smallest|small|trifling"),
)  # fmt: skip
_SAID = tuple(
    (level, re.compile(
        rf"\b(?:{words})\b(?:,? (?:and|but|of|our|the|all|these|for|us|most|\w+ly|\w+ult|\w+ous))*"
        rf" {_THING}(?: of all)?", re.I,
    ))
    for level, words in _LEVELS
)  # fmt: skip
BONUS = {3: 2.0, 2: 1.0, 1: -1.0}
"""What the writer's own word adds to the weight of a matter."""


@dataclass(frozen=True, slots=True)
class Rank:
    """What is said of a matter's weight, from 3, the main one, to 1, a minor one; its words."""

    level: int
    words: str
    by: Acted


def rank(acts: Iterable[Acted]) -> Rank | None:
    """The weightiest thing that a writer says of a matter, the first time; None for nothing.

    Of a sentence that names several things it is not clear of which it is said; the questions
    that are put or named are asked alone.
    """
    told = [
        Rank(level, match[0], one)
        for one in acts if one.act.label == "question" and not one.history
        for level, pattern in _SAID
        if (match := pattern.search(one.words))
    ]  # fmt: skip
    return max(told, key=lambda r: r.level, default=None)
