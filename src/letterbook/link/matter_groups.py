"""Which acts are about one thing: runs of sentences first, then runs that are alike.

In: the acts of one exchange with the terms of each. Out: groups, each with the term that its
sentences share. An index would file them so: what a letter says in one go stands together, and
what several letters say of one thing; a large entry is divided ("Berlin: access").
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise

from letterbook.link.acted import Acted
from letterbook.link.matter_group import Group
from letterbook.link.matter_linkage import GONE, Rows, likenesses, linked
from letterbook.link.matter_runs import names_another, runs, vector
from letterbook.link.matter_terms import GENERAL, WEAK, Terms
from letterbook.link.matter_words import Vector, together

ALIKE = 0.19
"""From this likeness on, on the average, groups of runs are one."""

PARTS = 0.3
"""The same within an entry that is divided."""

SAME_LETTER, ANSWERS, ALONE = 0.1, 0.05, 0.15
"""What it adds that two runs stand in one letter; that the letter of one answers that of the
other; and that one of these speaks of nothing else."""

LARGE, PART = 40, 5
"""Acts from which on an entry is divided, and the least that a part of it has."""

SOON = 90
"""Days between two letters that speak of "our meeting" and mean the same one."""

Answered = Callable[[str], Sequence[str]]
"""The letters that a letter answers."""


def groups(acts: Sequence[Acted], held: Sequence[Terms], answers: Answered) -> list[Group]:
    """The acts, by day, in groups: every one in one of them."""
    vectors = [vector(terms) for terms in held]
    made = [
        Group(_shared(at, held), at)
        for at in _alike(runs(acts, held, vectors), vectors, acts, held, answers, ALIKE)
    ]
    return [
        part for group in made for one in _by_time(group, acts)
        for part in _divided(one, acts, held, answers)
    ]  # fmt: skip


def _alike(
    some: Sequence[Sequence[int]], vectors: Sequence[Vector], acts: Sequence[Acted],
    held: Sequence[Terms], answers: Answered, least: float,
) -> list[list[int]]:  # fmt: skip
    """The acts of runs that are one."""
    if not some:
        return []
    rows = likenesses([together([vectors[at] for at in run]) for run in some])
    letters = [acts[run[0]].told_by for run in some]
    things = [frozenset(t for at in run for t in held[at].named) for run in some]
    by_letter: dict[str, list[int]] = defaultdict(list)
    for n, letter in enumerate(letters):
        by_letter[letter].append(n)
    for letter, here in by_letter.items():
        _set_apart(here, things, rows)
        others = [(n, SAME_LETTER) for n in here if not acts[some[n][0]].history]
        for answered in dict.fromkeys(answers(letter)):
            there = by_letter.get(answered, ()) if answered != letter else ()
            more = ANSWERS + (ALONE if len(here) == 1 or len(there) == 1 else 0.0)
            others += [(n, more) for n in there]
        for n in here:
            for other, more in others:
                # "I accept" of a letter with one matter goes with what that letter answers
                if n != other and rows[n][other] != GONE:
                    rows[n][other] += more
                    if letters[other] != letter:
                        rows[other][n] += more
    found = linked(rows, [len(run) for run in some], least)
    return [sorted(at for n in one for at in some[n]) for one in found]


def _set_apart(here: Sequence[int], named: Sequence[frozenset[str]], rows: Rows) -> None:
    """Runs of a letter that come to speak of different things are not one: "as to the loan"."""
    for n in here:
        for other in here:
            if names_another(named[n], named[other]):
                rows[n][other] = -SAME_LETTER - 0.2


def _shared(members: Sequence[int], held: Sequence[Terms]) -> str:
    """The term that says best what these acts share; "" where they name no thing."""
    weights: dict[str, float] = defaultdict(float)
    named = Counter(term for at in members for term in held[at].own)
    for at in members:
        for term, weight in held[at].own.items():
            if weight > WEAK:
                weights[term] += weight
    return max(weights, key=lambda t: (weights[t] * math.log(1 + named[t]), t), default="")


def _by_time(group: Group, acts: Sequence[Acted]) -> list[Group]:
    """An entry under a general word is one as long as no letter is far from the last.

    "Our exchange" of one letter is not that of another, a year later; the gates are the gates.
    """
    if group.term and group.term not in GENERAL:
        return [group]
    made = [Group(group.term, group.members[:1])]
    for before, at in pairwise(group.members):
        one, other = acts[before].day, acts[at].day
        if one and other and (other - one).days > SOON:
            made.append(Group(group.term))
        made[-1].members.append(at)
    return made


def _divided(
    group: Group, acts: Sequence[Acted], held: Sequence[Terms], answers: Answered
) -> list[Group]:
    """A large entry in parts: "Berlin: access", "Berlin: troops"; what is left stays the entry."""
    if len(group.members) < LARGE or not group.term:
        return [group]
    mine = [acts[at] for at in group.members]
    # what all of them name parts nothing: "Berlin" is left out, and "access" and "troops" remain
    inner = [held[at].without(group.term) for at in group.members]
    vectors = [vector(terms) for terms in inner]
    parts = _alike(runs(mine, inner, vectors), vectors, mine, inner, answers, PARTS)
    own = [part for part in parts if len(part) >= PART and len({mine[n].told_by for n in part}) > 1]
    taken = {n for part in own for n in part}
    rest = [at for n, at in enumerate(group.members) if n not in taken]
    made = [
        Group(_shared(part, inner), [group.members[n] for n in part], group.term) for part in own
    ]
    return [*made, *([Group(group.term, rest)] if rest else [])]
