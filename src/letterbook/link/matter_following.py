"""What follows what is gathered: a doubtful act its like, a proposal the letter that accepts it."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import nsmallest

from letterbook.link.acted import Acted
from letterbook.link.matter_group import Group
from letterbook.link.matter_groups import Answered
from letterbook.link.matter_terms import TOPIC, WEAK, Terms
from letterbook.link.matter_words import Vector, likeness, unit

STRONG = 3.0
"""A term so telling is a thing that a sentence names, and no mere word of it."""

YOURS = re.compile(
    r"\b(?:your|the|this) (?:\w+ )?(?:proposals?|offer|suggestions?|requests?|invitation"
    r"|propositions?|proposed|terms)\b|\bwhat you (?:offered|proposed|asked|suggested)\b",
    re.I,
)
"""How an answer speaks of what it answers."""

NEAR = 1200
"""Characters within which a sentence that names no thing speaks of the thing named last."""

ALIKE = 0.25
"""From this likeness on a doubtful act joins a group."""

HEAVY = 8
"""Of a group that is like an act one of so many weightiest terms stands in it."""


def joined(
    some: Sequence[int], made: Sequence[Group], acts: Sequence[Acted], held: Sequence[Terms]
) -> list[int]:
    """Lay each of these acts to the group that it is like or stands beside; those left over."""
    middles = [unit(summed(held[at] for at in group.members)) for group in made]
    by_term: dict[str, list[int]] = defaultdict(list)
    by_letter: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for n, middle in enumerate(middles):
        for term in heavy(middle):
            by_term[term].append(n)
        for at in made[n].members:
            by_letter[acts[at].told_by].append((acts[at].span.start, n))
    left = []
    for at in some:
        mine = unit(summed([held[at]]))
        likes = [
            (likeness(mine, middles[n]), -n) for n in {n for t in heavy(mine) for n in by_term[t]}
        ]
        most, n = max(likes, default=(0.0, 0))
        start = acts[at].span.start
        near = min(((abs(start - s), g) for s, g in by_letter[acts[at].told_by]), default=(NEAR, 0))
        if near[0] == 0:  # the same sentence does two things
            made[near[1]].members.append(at)
        elif most >= ALIKE:
            made[-n].members.append(at)
        elif near[0] < NEAR and not any(w > STRONG for w in held[at].own.values()):
            made[near[1]].members.append(at)
        else:
            left.append(at)
    return left


def met(
    made: Sequence[Group], acts: Sequence[Acted], held: Sequence[Terms], answers: Answered
) -> list[Group]:
    """The same, the proposal that a letter accepts or declines in the matter of its answer.

    "I gladly accept your proposal to send a representative": of what the letter that is answered
    proposes, the point that shares most words with it, the surest of those.
    """
    group_of = {at: n for n, group in enumerate(made) for at in group.members}
    by_letter: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(acts):
        if one.act.label in ("proposal", "request") and one.own:
            by_letter[one.told_by].append(at)
    for at, one in enumerate(acts):
        if one.act.label not in ("accept", "refuse") or not YOURS.search(one.words):
            continue
        asked = [n for letter in answers(one.told_by) for n in by_letter[letter]]
        if not asked or any(group_of[n] == group_of[at] for n in asked):
            continue
        best = max(asked, key=lambda n: (_shared(held[at], held[n]) > 0, acts[n].score, -n))
        for n in asked:
            if acts[n].span == acts[best].span:  # it may be a request, too
                group_of[n] = group_of[at]
    kept = [Group(g.term, [], g.within, g.called) for g in made]
    for at in range(len(acts)):
        if at in group_of:
            kept[group_of[at]].members.append(at)
    return [group for group in kept if group.members]


def _shared(one: Terms, other: Terms) -> float:
    return sum(min(w, other.own.get(t, 0.0)) for t, w in one.own.items())


def summed(held: Iterable[Terms]) -> Vector:
    """What several acts are about, each counting as much as another; general words aside."""
    total: Vector = {}
    for terms in (one.all for one in held):
        size = math.sqrt(sum(w * w for w in terms.values())) or 1.0
        for term, weight in terms.items():
            if weight > WEAK * TOPIC:
                total[term] = total.get(term, 0.0) + weight / size
    return total


def heavy(middle: Vector) -> list[str]:
    """The terms that weigh most in it."""
    return nsmallest(HEAVY, middle, key=lambda w: (-middle[w], w))
