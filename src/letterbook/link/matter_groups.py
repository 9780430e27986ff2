"""Which acts are about one thing: each is filed under the term that it shares with most others.

As an index is made: of the things a sentence names it is filed under the one that many sentences
name and that tells much. Terms that stand together ("the gates", "the dam") are one entry. What
names nothing follows the sentence it stands by, or the point of the letter that it answers.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from letterbook.link.acted import Acted
from letterbook.link.matter_entries import alike, one_entry
from letterbook.link.matter_following import STRONG, Answered, apart_from, carried
from letterbook.link.matter_group import Group
from letterbook.link.matter_terms import GENERAL, WEAK, Terms

ROUNDS = 3
"""How often acts choose again, knowing what the others chose."""

LARGE, PART = 40, 5
"""Acts from which on an entry is divided, and the least that a part of it has."""

SOON = 90
"""Days between two letters that speak of "our meeting" and mean the same one."""


def groups(acts: Sequence[Acted], held: Sequence[Terms], answers: Answered) -> list[Group]:
    """The acts, by day, in groups: every one in one of them."""
    chosen = _chosen(acts, held)
    chosen = alike(one_entry(chosen, held), held)
    filed = carried(acts, held, chosen, answers)
    made: dict[str, Group] = {}
    for at, term in enumerate(filed):  # what names nothing that others name stands alone
        made.setdefault(term, Group(_own(held[at]) if term[0] == "\0" else term)).members.append(at)
    return [
        part for group in made.values() for one in _by_time(group, acts)
        for part in _divided(one, acts, held)
    ]  # fmt: skip


def _by_time(group: Group, acts: Sequence[Acted]) -> list[Group]:
    """An entry under a general word is one as long as no letter is far from the last.

    "Our exchange" of one letter is not that of another, a year later; the gates are the gates.
    """
    if group.term not in GENERAL:
        return [group]
    made = [Group(group.term, group.members[:1])]
    for before, at in pairwise(group.members):
        one, other = acts[before].day, acts[at].day
        if one and other and (other - one).days > SOON:
            made.append(Group(group.term))
        made[-1].members.append(at)
    return made


def _own(terms: Terms) -> str:
    """What a sentence names that stands alone, "" where it names no thing."""
    most = max(((w, t) for t, w in terms.own.items() if w > WEAK), default=(0.0, ""))
    return most[1]


def _spread(acts: Sequence[Acted], held: Sequence[Terms], of: Sequence[int]) -> Counter[str]:
    """In how many acts each term stands in the sentence itself."""
    named = Counter(term for at in of for term in held[at].own)
    named.update(term for at in of for term in held[at].said if term in named)
    return named


def _chosen(acts: Sequence[Acted], held: Sequence[Terms]) -> list[str]:
    """The term that each act is filed under, "" for one that shares none."""
    counted: Mapping[str, float] = _spread(acts, held, range(len(acts)))
    chosen = [""] * len(acts)
    apart = apart_from(acts, held)
    open_to = [{t: w for t, w in terms.own.items() if w > STRONG} if at in apart else terms.all
               for at, terms in enumerate(held)]  # fmt: skip
    for _ in range(ROUNDS):
        chosen = [_best(terms, counted) for terms in open_to]
        took = Counter(term for term in chosen if term)
        counted = {term: (n + 2 * took[term]) / 3 for term, n in counted.items()}
    return chosen


def _best(terms: Mapping[str, float], counted: Mapping[str, float]) -> str:
    worth = [
        (weight * math.log(counted[term]), term)
        for term, weight in terms.items()
        if counted.get(term, 0) > 1
    ]
    return max(worth, default=(0.0, ""))[1]


def _divided(group: Group, acts: Sequence[Acted], held: Sequence[Terms]) -> list[Group]:
    """A large entry in parts: "Berlin: access", "Berlin: troops"; what is left stays the entry."""
    if len(group.members) < LARGE or not group.term:
        return [group]
    inner = [held[at].without(group.term) for at in group.members]
    terms = one_entry(_chosen([acts[at] for at in group.members], inner), inner)
    parts: dict[str, list[int]] = defaultdict(list)
    for at, term in zip(group.members, terms, strict=True):
        parts[term].append(at)
    own = {t: at for t, at in parts.items()
           if t and len(at) >= PART and len({acts[n].told_by for n in at}) > 1}  # fmt: skip
    rest = sorted(n for t, at in parts.items() if t not in own for n in at)
    made = [Group(t, at, group.term) for t, at in own.items()]
    return [*made, *([Group(group.term, rest)] if rest else [])]
