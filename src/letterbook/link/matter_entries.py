"""Which terms are one entry: those that stand together, and those whose sentences are alike."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest

from letterbook.link.matter_terms import TOPIC, WEAK, Terms
from letterbook.link.matter_words import Vector, likeness, unit

SHARED = 0.5
"""Terms are one entry when so much of the smaller one's acts names the larger one, too."""

ALIKE = 0.25
"""From this likeness on two entries are one."""

HEAVY = 8
"""Of two entries that are alike one of so many weightiest terms is the same."""


def one_entry(chosen: Sequence[str], held: Sequence[Terms]) -> list[str]:
    """Smaller entries join the larger one that most of their acts name, too."""
    members: dict[str, list[int]] = defaultdict(list)
    for at, term in enumerate(chosen):
        if term:
            members[term].append(at)
    for term in sorted(members, key=lambda t: (len(members[t]), t)):
        here = members[term]
        others = Counter(o for at in here for o in held[at].own
                         if o != term and len(members.get(o, ())) >= len(here))  # fmt: skip
        best = max(others, key=lambda o: (others[o], len(members[o]), o), default="")
        if (
            best
            and others[best] >= max(SHARED * len(here), 1)
            and (len(here) < 2 or others[best] > 1)
        ):
            members[best] = sorted((*members[best], *here))
            del members[term]
    filed = [""] * len(chosen)
    for term, here in members.items():
        for at in here:
            filed[at] = term
    return filed


def alike(chosen: Sequence[str], held: Sequence[Terms]) -> list[str]:
    """Entries whose sentences name the same things are one: "the river" and "the gates"."""
    members: dict[str, list[int]] = defaultdict(list)
    for at, term in enumerate(chosen):
        if term:
            members[term].append(at)
    sums = {term: summed(held[at] for at in here) for term, here in members.items()}
    into: dict[str, str] = {}
    for one, other in _near_pairs(sums):
        ends = {_last(into, one), _last(into, other)}
        if len(ends) == 1:
            continue
        large, small = sorted(ends, key=lambda t: (-len(members[t]), t))
        if likeness(unit(sums[large]), unit(sums[small])) >= ALIKE:  # as they have grown by now
            into[small] = large
            members[large] += members.pop(small)
            for term, weight in sums.pop(small).items():
                sums[large][term] = sums[large].get(term, 0.0) + weight
    return [_last(into, term) for term in chosen]


def _last(into: Mapping[str, str], term: str) -> str:
    while term in into:
        term = into[term]
    return term


def _near_pairs(sums: Mapping[str, Vector]) -> list[tuple[str, str]]:
    """The pairs of entries that are alike, the most alike first; by their weightiest terms."""
    middles = {term: unit(total) for term, total in sums.items()}
    by_word: dict[str, list[str]] = defaultdict(list)
    likes: dict[tuple[str, str], float] = {}
    for term in sorted(middles):
        middle = middles[term]
        weighty = heavy(middle)
        for other in dict.fromkeys(o for word in weighty for o in by_word[word]):
            most = likeness(middle, middles[other])
            if most >= ALIKE:
                likes[other, term] = most
        for word in weighty:
            by_word[word].append(term)
    return sorted(likes, key=lambda pair: (-likes[pair], pair))


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
