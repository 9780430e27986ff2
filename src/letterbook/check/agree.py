"""Whether a piece of a claim and a piece of a source say the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from letterbook.check.day import agree
from letterbook.check.facts import Fact
from letterbook.check.witness import Sentence, known_by


def same(claimed: Fact, stated: Fact, year: int | None = None) -> bool:
    """Whether `stated` bears `claimed` out, denial aside; `year` is the one the source is in.

    A name is met by a name only as it is written or as a nation's other name: "Minister" is not
    "Ambassador", though "envoy" may be either.
    """
    if claimed.day or stated.day:
        if not (claimed.day and stated.day):
            return False
        how = agree(claimed.day, stated.day)
        return how == "same" or (how == "finer" and _in_year(claimed, stated, year))
    if claimed.number is not None or stated.number is not None:
        return claimed.number == stated.number
    keys = claimed.keys & stated.keys
    # "the Envoy" is not "the Minister", even where "an envoy" may be a minister
    if "name" in (claimed.kind, stated.kind):
        return any(not key.startswith("~") for key in keys)
    return bool(keys)


def _in_year(claimed: Fact, stated: Fact, year: int | None) -> bool:
    assert claimed.day and stated.day
    return agree(claimed.day, stated.day.within(year)) == "same"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A claim held against one sentence: for each piece of the claim, the piece that meets it.

    `met[n]` is the index in the sentence's pieces, -1 where none meets; `turned` are pieces met
    only by one that is denied where the claim affirms, or the other way round.
    """

    sentence: int
    met: tuple[int, ...]
    turned: frozenset[int]

    def weight(self, claim: Sequence[Fact]) -> float:
        """How much of the claim the sentence meets."""
        return weight(claim, [n for n, at in enumerate(self.met) if at >= 0])


def weight(claim: Sequence[Fact], of: Sequence[int]) -> float:
    """What these pieces of a claim weigh.

    Names, numbers and days tell more than words; weak words, and the second half of a name, tell
    little or nothing.
    """
    return sum(_weigh(claim, at) for at in of)


def _weigh(claim: Sequence[Fact], at: int) -> float:
    fact = claim[at]
    if fact.weak:
        return 0.0
    before = claim[at - 1] if at else None
    if before and fact.kind == before.kind == "name" and fact.start - before.end < 2:
        return 0.5
    return 1.0 if fact.kind == "word" else 1.5


def meet(claim: Sequence[Fact], sentence: Sentence, n: int) -> Meeting:
    """Hold a claim against sentence number `n`.

    Where several pieces of the sentence would meet one of the claim, the one that follows what
    met the piece before it is taken: "the gates … the gates" keep their turn.
    """
    met: list[int] = []
    turned: set[int] = set()
    last = -1
    holding = _holding(sentence)
    for at, fact in enumerate(claim):
        may = {i for key in known_by(fact) for i in holding.get(key, ())}
        able = [i for i in sorted(may) if same(fact, sentence.facts[i], sentence.year)]
        if fact.number is not None or fact.keys & COUNTING:
            able = [i for i in able if _counts_the_same(claim, at, sentence, i)]
        # "asked" is met by "asked" before "requested", so that a "not" at either is not passed over
        able = [i for i in able if _exact(fact, sentence.facts[i])] or able
        if fact.kind == "word" and (turn := _turns(claim, at)):
            able = able[turn[0] : turn[0] + 1] if turn[1] >= len(able) else able
        alike = [i for i in able if _as_denied(fact, sentence.facts[i])]
        if able and not alike and not fact.weak:
            turned.add(at)
        # "the gates were lowered and the gates were raised": the second "gates" comes second
        onward = [i for i in alike or able if i > last]
        chosen = min(onward or alike or able, default=-1)
        met.append(chosen)
        last = chosen if chosen >= 0 else last
    return Meeting(n, tuple(met), frozenset(turned))


def _as_denied(one: Fact, other: Fact) -> bool:
    return "broken" in (one.denied, other.denied) or bool(one.denied) == bool(other.denied)


def _turns(claim: Sequence[Fact], at: int) -> tuple[int, int] | None:
    """Which of how many times a claim says a word, None if once: "the one knew, the other not"."""
    turns = [n for n, f in enumerate(claim) if f.keys == claim[at].keys and f.kind == "word"]
    return (turns.index(at), len(turns)) if len(turns) > 1 else None


def _holding(sentence: Sentence) -> dict[str, list[int]]:
    """Where in a sentence each piece stands: comparing every two would take most of the time."""
    made: dict[str, list[int]] = {}
    for i, fact in enumerate(sentence.facts):
        for key in known_by(fact):
            made.setdefault(key, []).append(i)
    return made


def _exact(claimed: Fact, stated: Fact) -> bool:
    """Whether it is the same word, not only one of the same meaning."""
    return any(key[0] not in "~=" for key in claimed.keys & stated.keys)


COUNTING = frozenset({"~all", "~only", "~most", "~first", "~last"})
"""Words that count or rank what follows them, as a number does."""


def _counts_the_same(claim: Sequence[Fact], at: int, sentence: Sentence, i: int) -> bool:
    """Whether a number stands before the same thing in both: "four boats", not "four letters"."""
    mine = [f for f in claim[at + 1 : at + 4] if not f.weak][:2]
    theirs = sentence.facts[i + 1 : i + 4]
    if not mine or mine[0].start - claim[at].end > BESIDE:  # "a thing for the third time."
        before = [f for f in claim[max(0, at - 2) : at] if not f.weak]
        return not before or any(
            same(f, g) for f in before for g in sentence.facts[max(0, i - 3) : i + 3]
        )
    return any(same(f, g, sentence.year) for f in mine for g in theirs)


BESIDE = 16  # characters from a number to what it counts
