"""The claims of one sentence, as they are held against the sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from letterbook.check.claim_parts import Part, masked
from letterbook.check.clauses import Clause, clauses
from letterbook.check.facts import Fact, facts
from letterbook.check.lists import CAUSES
from letterbook.model import Span

ENOUGH = 3  # pieces, with those carried over, that make a claim of an item of one word
TIES = CAUSES | {"~following", "~before", "~despite", "~later"}
"""What ties two clauses together: whoever says "because" says both and that one is of the other."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim: its place in the brief, its words and pieces, those carried over among them.

    `words` has blanks for what the sentence says besides, so that every piece keeps its place.
    `shares`: it is said in one breath with the claim before it.
    """

    span: Span
    words: str
    facts: tuple[Fact, ...]
    shares: bool = False


def claims_of(part: Part, proper: frozenset[str]) -> list[Claim]:
    """The claims of a sentence or bullet; one for what makes but one, or names a theme."""
    words = masked(part.words, part.quoted)
    found = facts(words, proper)
    parted = [] if part.theme else _told(clauses(words), words, found)
    if len(parted) < 2:
        return [Claim(part.span, words, found)]
    return [_claim(part, words, found, clause) for clause in parted]


def _told(parted: Sequence[Clause], words: str, found: Sequence[Fact]) -> list[Clause]:
    """The clauses; one that says too little by itself goes with the one before it."""
    made: list[Clause] = []
    for clause in parted:
        if made and not (_enough(clause, found) and _enough(made[-1], found)):
            made[-1] = replace(made[-1], end=clause.end)
        else:
            made.append(clause)
    return made


def _enough(clause: Clause, found: Sequence[Fact]) -> bool:
    own = [f for f in _within(found, ((clause.start, clause.end),)) if not f.weak]
    held = [f for f in _within(found, clause.carried) if not f.weak and not f.day]
    return len(own) > 1 or (bool(own) and len(own) + len(held) >= ENOUGH)


def _within(found: Sequence[Fact], stretches: Sequence[tuple[int, int]]) -> Iterator[Fact]:
    return (f for f in found if any(a <= f.start < b for a, b in stretches))


def _claim(part: Part, words: str, found: Sequence[Fact], clause: Clause) -> Claim:
    start, end, base = clause.start, clause.end, part.span.start
    own = list(_within(found, ((start, end),)))
    carried = [f for f in _within(found, clause.carried) if f not in own]
    # "… because Tredway had written": of the cause all must stand together, not side by side
    tied = any(f.keys & TIES for f in own)
    stretches = [(start, end), *clause.carried]
    if tied and clause.carried:
        stretches.append((0, start))
        carried = [f for f in _within(found, stretches) if f not in own]
    else:
        carried = [replace(f, carried=True) for f in carried]
    return Claim(
        Span(part.span.source, base + start, base + _close(words, start, end)),
        _only(words, stretches),
        tuple(sorted((*own, *carried), key=lambda f: f.start)),
        clause.shares,
    )  # fmt: skip


def _close(words: str, start: int, end: int) -> int:
    """Where the words of a clause end, without the comma and the space after it."""
    return start + len(words[start:end].rstrip(" ,;\n\t"))


def _only(words: str, stretches: Sequence[tuple[int, int]]) -> str:
    """These stretches of `words`, all else blank."""
    made = [" "] * len(words)
    for start, end in stretches:
        made[start:end] = words[start:end]
    return "".join(made)
