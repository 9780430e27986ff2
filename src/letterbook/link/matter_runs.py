"""Runs: the acts of a letter that stand together and speak of one thing.

A sentence goes on with the matter of the one before it unless it names another: "as to the
loan, …", a new paragraph of other words. A history tells of many things in a row; there each
sentence stands for itself.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from letterbook.link.acted import Acted
from letterbook.link.matter_terms import Terms
from letterbook.link.matter_words import Vector, likeness, unit

ON = 0.18
"""From so much on a sentence goes on with the run before it: likeness, nearness and its words."""

NEAR, FAR = 0.35, 1200
"""What nearness adds, and the characters by which it falls to a third."""

ACROSS = 0.5
"""What is left of nearness where a new paragraph may have begun."""

TOGETHER = 0.25
"""What one paragraph adds."""

POINTS_BACK = 0.1
"""What it adds to speak of what was just named: "this question"; half of it: "it", or nothing."""

NAMES = 0.2
"""What it takes away to say what one comes to speak of now: "the question of the loan"."""

TELLS = 2.0
"""A sentence whose terms are all less telling names nothing of its own."""

BESIDE_TOO = 1.17
"""What the words beside a sentence count for what it is about, once more."""

OPENING = 30
"""Signs by which a sentence is known again in the words beside another."""

NAMED = re.compile(
    r"\b(?<!this )(?<!that )(?:question|problem|matter|issue|subject|case|dispute)\b(?! at\b)"
    r"|\b(?:as (?:far as|to|for|regards)|regarding|concerning|with (?:respect|regard) to)\b",
    re.I,
)
"""How a writer says what his sentence is about."""

THIS = re.compile(
    r"\b(?:this|that|such an?) (?:question|problem|matter|issue|subject|point|proposal)\b", re.I
)
"""How he speaks of what he has just named; "these matters" may be any."""
_IT = re.compile(r"(?:it|this|these|such|they|he|that|if so|in (?:this|that|such))\b", re.I)


def vector(terms: Terms) -> Vector:
    """What an act is about, the things its sentence and those beside it name, of length one.

    The root of a weight: that a word is rare tells more, not many times more.
    """
    named = {t: BESIDE_TOO * math.sqrt(weight) for t, weight in terms.near.items()}
    for term, weight in terms.own.items():
        named[term] = max(named.get(term, 0.0), math.sqrt(weight))
    return unit(named)


def runs(
    acts: Sequence[Acted], held: Sequence[Terms], vectors: Sequence[Vector]
) -> list[list[int]]:
    """The acts, as places in their list, by the letters and in them by runs."""
    by_letter: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(acts):
        by_letter[one.told_by].append(at)
    return [
        run for here in by_letter.values()
        for run in _runs(sorted(here, key=lambda n: acts[n].span.start), acts, held, vectors)
    ]  # fmt: skip


def _runs(
    here: Sequence[int], acts: Sequence[Acted], held: Sequence[Terms], vectors: Sequence[Vector]
) -> list[list[int]]:
    made = [[here[0]]]
    said: Vector = dict(vectors[here[0]])
    for before, at in pairwise(here):
        like = likeness(unit(said), vectors[at])
        if _comes_to(made[-1], at, held) or not _goes_on(acts[before], acts[at], held[at], like):
            made.append([])
            said = {}
        made[-1].append(at)
        for term, weight in vectors[at].items():
            said[term] = said.get(term, 0.0) + weight
    return _led_on(made, held)


def _comes_to(run: Sequence[int], at: int, held: Sequence[Terms]) -> bool:
    """Whether a sentence says what it comes to speak of, and none before it spoke of that.

    The one just before it may: it then leads on to it (`_led_on`).
    """
    named = held[at].named
    before = run[:-1] or run
    return bool(named) and not any(_says(held[n], named) for n in before)


def _says(terms: Terms, named: frozenset[str]) -> bool:
    return any(term in terms.own or term in terms.said for term in named)


def _led_on(made: list[list[int]], held: Sequence[Terms]) -> list[list[int]]:
    """The same, a sentence that speaks of what the next one names laid to it.

    "I hope that we may meet. I have asked the Ambassador to discuss the question of our meeting."
    """
    for run, after in pairwise(made):
        named = held[after[0]].named
        says = [_says(held[n], named) for n in run]
        if len(run) > 1 and says[-1] and not any(says[:-1]):
            after.insert(0, run.pop())
    return made


def names_another(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both say in so many words what they speak of, and it is not the same."""
    return bool(one and other) and not one & other


def _goes_on(before: Acted, one: Acted, held: Terms, like: float) -> bool:
    """Whether a sentence speaks of what the one before it spoke of."""
    if one.span.start == before.span.start:  # one sentence may do two things
        return True
    if one.history:
        return False
    # "They were lowered in August." two lines on is of the gates; four pages on it may be of masts
    nearness = NEAR * math.exp(-max(0, one.span.start - before.span.end) / FAR)
    nearness = nearness + TOGETHER if one_paragraph(before, one) else nearness * ACROSS
    return like + nearness + _back(one.words, held.own) >= ON


def _back(words: str, own: Mapping[str, float]) -> float:
    """What a sentence's own words say for what was before it, or against it."""
    signs = 2 * bool(THIS.search(words)) + bool(_IT.match(words))
    signs += max(own.values(), default=0.0) < TELLS
    return POINTS_BACK / 2 * signs - (NAMES if NAMED.search(words) else 0.0)


def one_paragraph(before: Acted, one: Acted) -> bool:
    """Whether two sentences are known to stand in one paragraph: each in the words beside it."""
    return (
        before.words[-OPENING:] in " ".join(one.beside.split())
        or one.words[:OPENING] in " ".join(before.beside.split())
    )  # fmt: skip
