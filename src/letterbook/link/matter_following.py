"""What names nothing of its own follows: the sentence beside it, the point it answers, its like."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from letterbook.link.acted import Acted
from letterbook.link.matter_entries import ALIKE, heavy, summed
from letterbook.link.matter_group import Group
from letterbook.link.matter_terms import MOST_TELLING, SAID, VERB, WEAK, Terms
from letterbook.link.matter_words import likeness, unit

STRONG = 3.0
"""A term so telling is a thing that a sentence names, and no mere word of it."""

NAMED = re.compile(
    r"\b(?<!this )(?<!that )(?:question|problem|matter|issue|subject|case|dispute)\b(?! at\b)"
    r"|\b(?:as (?:far as|to|for|regards)|regarding|concerning|with (?:respect|regard) to)\b",
    re.I,
)
"""How a writer says what his sentence is about."""

THIS = re.compile(
    r"\b(?:this|that|these|those|such an?) "
    r"(?:question|problem|matter|issue|subject|point|proposal)s?\b",
    re.I,
)
"""How he speaks of what he has just named."""

YOURS = re.compile(
    r"\b(?:your|the|this) (?:\w+ )?(?:proposals?|offer|suggestions?|requests?|invitation"
    r"|propositions?|proposed|terms)\b|\bwhat you (?:offered|proposed|asked|suggested)\b",
    re.I,
)
"""How an answer speaks of what it answers."""

OPENING = 30
"""Signs by which a sentence is known again in the words beside another."""

NEAR = 1200
"""Characters within which a sentence that names no thing speaks of the thing named last."""

Answered = Callable[[str], Sequence[str]]
"""The letters that a letter answers."""


def carried(
    acts: Sequence[Acted], held: Sequence[Terms], chosen: Sequence[str], answers: Answered
) -> list[str]:
    """What stands alone goes with what it answers, or with what stands beside it."""
    filed = list(chosen)
    size = Counter(term for term in chosen if term)
    apart = apart_from(acts, held)
    by_letter: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(acts):
        by_letter[one.told_by].append(at)
    for at in apart:
        filed[at] = filed[at] or f"\0{at}"
    for at, one in enumerate(acts):
        this = _anaphoric(one, held[at])
        if filed[at] and not this and (size[filed[at]] > 1 or at in apart):
            continue
        filed[at] = (
            _answering(
                acts, held, filed, at, [n for x in answers(one.told_by) for n in by_letter[x]]
            )
            or _beside(acts, held, filed, at, by_letter[one.told_by])
            or filed[at]
            or f"\0{at}"
        )
    return filed


def apart_from(acts: Sequence[Acted], held: Sequence[Terms]) -> set[int]:
    """The acts that name a thing of their own, though no other act names it: "the German question".

    It must be told in so many words ("the question of …"), or be spoken of beside other acts, too.
    """
    spoken = Counter(term for terms in held for term in terms.own)
    return {
        at for at, one in enumerate(acts)
        if (not _anaphoric(one, held[at])
            and any(w > STRONG and spoken[t] > 1 for t, w in held[at].own.items()))
        or (NAMED.search(one.words) and any(w > SAID for w in held[at].own.values()))
    }  # fmt: skip


def _anaphoric(one: Acted, terms: Terms) -> bool:
    """Whether it speaks of what was named before: "proposals on this question"."""
    said = bool(THIS.search(one.words)) and not NAMED.search(one.words)
    return said and max(terms.own.values(), default=0.0) < MOST_TELLING


def _answering(
    acts: Sequence[Acted],
    held: Sequence[Terms],
    filed: Sequence[str],
    at: int,
    asked: Sequence[int],
) -> str:
    """The entry of the point that an act answers: the one it shares words with, or the only one."""
    shared = {n: _shared(held[at], held[n]) for n in asked}
    best = max(asked, key=lambda n: (shared[n], -n), default=None)
    if best is not None and shared[best] > 1:
        return filed[best]
    entries = {filed[n] for n in asked if acts[n].act.label in ("request", "proposal", "question")}
    agrees = acts[at].act.label in ("accept", "refuse")
    return entries.pop() if agrees and len(entries) == 1 else ""


def _beside(
    acts: Sequence[Acted], held: Sequence[Terms], filed: Sequence[str], at: int, here: Sequence[int]
) -> str:
    """The entry of the nearest sentence of the same letter: "I ask you to solve it"."""
    here_from = acts[at].span.start

    def far(n: int) -> int:  # of two sentences as near the one before
        return abs(acts[n].span.start - here_from) + (acts[n].span.start > here_from)

    def like(n: int) -> bool:  # "for us to meet", "our meeting"
        mine, other = {**held[at].said, **held[at].own}, {**held[n].said, **held[n].own}
        return sum(min(w, other.get(t, 0.0)) for t, w in mine.items()) > WEAK * VERB - 0.01

    near = [n for n in here if n != at and filed[n] and far(n) < NEAR]
    if any(w > STRONG for w in held[at].own.values()):  # a new paragraph may be of a new thing
        near = [n for n in near if _one_paragraph(acts[at], acts[n])]
    this = THIS.search(
        acts[at].words
    )  # "this question" is the last one, "these matters" may be any
    if this and not (this[0].endswith("s") and any(map(like, near))):
        near = [n for n in near if n < at][-1:] or near
    return filed[min(near, key=lambda n: (not like(n), far(n)))] if near else ""


def _one_paragraph(one: Acted, other: Acted) -> bool:
    return other.words[:OPENING] in one.beside or one.words[:OPENING] in other.beside


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
