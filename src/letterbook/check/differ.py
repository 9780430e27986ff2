"""Where a claim has another day, number, name or sign than a source that agrees in all else."""

from __future__ import annotations

from collections.abc import Sequence

from letterbook.check.agree import meet
from letterbook.check.bearing import Bearing
from letterbook.check.day import agree
from letterbook.check.facts import Fact
from letterbook.check.witness import Sentence
from letterbook.model import Difference

SURE = 4  # pieces met beside the one that differs: below that two things may be meant
NAMED = 5  # the same where a name differs: two persons often do the same
SLOT = 2  # pieces from its neighbor that what differs may stand


def differences(claim: Sequence[Fact], bearing: Bearing) -> list[Difference]:
    """The one place where they differ; nothing unless every other piece is met in one sentence.

    A claim that is worded otherwise, or speaks of another day's event, contradicts nothing; nor
    does what is carried over from another clause, which is judged there.
    """
    sentences = (bearing.passage.sentences[m.sentence] for m in bearing.meetings)
    found = (_one(claim, sentence) for sentence in sentences if not sentence.note)
    return [each for each in found if each][:1]


def _one(claim: Sequence[Fact], sentence: Sentence) -> Difference | None:
    """Where a claim differs from a sentence that else agrees with it."""
    meeting = meet(claim, sentence, 0)
    # two things that differ are another event: "in May Corder wrote", "in June Dolány wrote"
    wrong = [at for at, f in enumerate(claim) if not f.weak and meeting.met[at] < 0]
    if len(wrong) + len(meeting.turned) != 1 or claim[(*wrong, *meeting.turned)[0]].carried:
        return None
    counted = [at for at, f in enumerate(claim) if not f.weak and meeting.met[at] >= 0]
    plain = [at for at in counted if claim[at].kind == "word" and at not in meeting.turned]
    named = bool(wrong) and claim[wrong[0]].kind == "name"
    if len(plain) < (2 if named else 1) or len(counted) - len(meeting.turned) < (
        NAMED if named else SURE
    ):
        return None
    if wrong:
        return _counterpart(claim, wrong[0], sentence, meeting.met)
    return _sign(claim, min(meeting.turned), sentence, meeting.met)


def _counterpart(
    claim: Sequence[Fact], at: int, sentence: Sentence, met: Sequence[int]
) -> Difference | None:
    """What stands in the source where the claim has something else of the same kind."""
    fact = claim[at]
    if fact.kind == "word":
        return None
    # "twelve days" against "twenty-two days": the number that stands before the same word
    free = [
        i for i, f in enumerate(sentence.facts) if f.kind == fact.kind and i not in met
        and not f.weak and (fact.kind == "day" or _in_slot(claim, at, i, met))
    ]  # fmt: skip
    if fact.day:
        free = [i for i in free if _shape(sentence.facts[i]) == _shape(fact)]
    if len(free) != 1 or (fact.kind == "day" and not _clash(fact, sentence.facts[free[0]])):
        return None
    if fact.kind == "name" and _half(sentence, free[0]):
        return None
    return Difference(fact.words, sentence.facts[free[0]].words, sentence.span)


def _half(sentence: Sentence, i: int) -> bool:
    """Whether a name is but half of one: "Republic" is no counterpart of "Vietnam"."""
    after = sentence.facts[i + 1] if i + 1 < len(sentence.facts) else None
    if after is None or after.kind != "name":
        return False
    return sentence.words[sentence.facts[i].end : after.start].strip() == "of"


def _shape(fact: Fact) -> tuple[bool, bool]:
    """How exact a day is: a year is no counterpart of a day."""
    return (bool(fact.day and fact.day.month), bool(fact.day and fact.day.day))


def _clash(claimed: Fact, stated: Fact) -> bool:
    """Two days that cannot be one, whichever year the source means."""
    assert claimed.day and stated.day
    return agree(claimed.day, stated.day) == agree(stated.day, claimed.day) == "other"


def _in_slot(claim: Sequence[Fact], at: int, i: int, met: Sequence[int]) -> bool:
    """Whether what stands before and after it in the claim stands there in the source, too."""
    told = [n for n in range(len(claim)) if not claim[n].weak]
    before = next((met[n] for n in reversed(told) if n < at), None)
    after = next((met[n] for n in told if n > at), None)
    if claim[at].kind == "name":
        fits = [0 < i - n <= SLOT for n in (before,) if n is not None]
        fits += [0 < n - i <= SLOT for n in (after,) if n is not None]
        return bool(fits) and all(fits)
    return (after is not None and after - i == 1) or (
        after is None and before is not None and i - before == 1
    )


def _sign(
    claim: Sequence[Fact], at: int, sentence: Sentence, met: Sequence[int]
) -> Difference | None:
    """The "not" that only one of them has; a "refused" or "failed" is a word, and no sign."""
    fact, other = claim[at], sentence.facts[met[at]]
    if "refrain" in (fact.denied, other.denied):
        return None
    mine, theirs = (f"not … {f.words}" if f.denied else f.words for f in (fact, other))
    return Difference(mine, theirs, sentence.span)
