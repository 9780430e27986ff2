"""Why a claim whose every word is met may still say more than its source."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from letterbook.check.bearing import Bearing
from letterbook.check.claim import Claim
from letterbook.check.facts import Fact
from letterbook.check.lend import OPENING, SHIFTED
from letterbook.check.lists import ATTITUDES, CONDITIONS, HEDGES, PASTS, SHIFTS
from letterbook.check.witness import Sentence
from letterbook.model import Caution

_WORD = re.compile(r"[^\W\d_]+")
_NO_SUBJECT = re.compile(
    r"\b(?:by|from|to|with|of|between|and|for)\s+(?:the\s+)?(?:\w+\s+)?$", re.I
)
_BY = re.compile(r"\b(?:by|from)\b")
HELD_OPEN = {"~hope", "~want", "~try", "~attempt", "~ask", "~propose", "~believe", "~pledge",
             "~refuse", "~decide", "~purpose"}  # fmt: skip
"""What a claim may say itself, so that a "hoped" of the source is not left out."""
SPOKEN = 0.6  # of a claim: below that the passage is not close enough for a "not" to tell
GOVERNS = 60  # characters from a "hoped that" to a word it holds open
NEAR = {**dict.fromkeys(HEDGES, 24), **dict.fromkeys(CONDITIONS, 50)}


def reservations(claim: Sequence[Fact], words: str, bearing: Bearing) -> list[str]:
    """The ways in which the claim goes beyond its source, none if it does not."""
    sentence = bearing.passage.sentences[bearing.main.sentence]
    made = []
    if frame := framed(claim, words, sentence, bearing):
        made.append(f"the source says “{frame}”, which the claim leaves out")
    if not frame and (modal := unfulfilled(claim, words, sentence, bearing)):
        made.append(f"the source says “{modal}”, not that it was so")
    if bearing.turned and bearing.share > SPOKEN:
        which = ", ".join(f"“{claim[at].words}”" for at in sorted(bearing.turned))
        made.append(f"the source and the claim differ in what they deny at {which}")
    if swapped(claim, words, sentence, bearing):
        made.append("who did it to whom stands the other way round in the source")
    if inner := narrowed(claim, words, sentence, bearing):
        made.append(f"the source says it of “{inner}”, which the claim leaves out")
    if apart := _shifted(words, bearing) if len(bearing.meetings) > 1 else None:
        made.append(f"the source sets these apart: “{apart[1]}”")
    return made


def framed(claim: Sequence[Fact], words: str, sentence: Sentence, bearing: Bearing) -> str:
    """The source's "hoped", "may" or "if" before what the claim states outright, "" if none.

    "Tredway hoped that talks would bring the crews home" does not bear out that they did.
    """
    met = {at for at in bearing.main.met if at >= 0}
    solid = [sentence.facts[i] for i in sorted(met) if sentence.facts[i].kind == "word"]
    if not solid:
        return ""
    # a claim that says "tried to" itself leaves nothing out
    if not any(fact.keys & (ATTITUDES | HELD_OPEN) for fact in claim):
        for i, fact in enumerate(sentence.facts):
            governs = any(0 <= s.start - fact.end < GOVERNS for s in solid)
            if governs and i not in met and fact.kind == "word" and fact.keys & ATTITUDES:
                return fact.words
    said = {w.lower() for w in _WORD.findall(words)}
    for start, end, word in _hedges(sentence.words):
        governs = any(0 <= s.start - end < NEAR[word] for s in solid)
        if governs and word not in said and not said & HEDGES:
            return sentence.words[start:end]
    return ""


def _hedges(words: str) -> Iterator[tuple[int, int, str]]:
    """ "may", "if" …; the month of May has a capital."""
    for match in _WORD.finditer(words):
        word = match[0].lower()
        if word in NEAR and (word != "may" or match[0] == "may"):
            yield match.start(), match.end(), word


_MODAL = re.compile(
    r"\b(?:would|should|shall|will|must|may|might|can(?=\s+be)|to be)\b(?:\s+\w+){0,2}\s*$"
)
_OPEN = re.compile(
    r"\b(?:(?:would|should|shall|will|must|may|might|can|could)\b(?:\s+\w+){0,2}"
    r"|to(?:\s+(?:be|have))?)\s*$",
    re.I,
)


def unfulfilled(claim: Sequence[Fact], words: str, sentence: Sentence, bearing: Bearing) -> str:
    """The source's "should be exchanged" where the claim has "were exchanged", "" if none."""
    for at, i in enumerate(bearing.main.met):
        if i < 0 or claim[at].kind != "word" or claim[at].weak:
            continue
        stated = sentence.facts[i]
        modal = _MODAL.search(sentence.words[: stated.start])
        if modal and _done(words, claim[at]):
            return sentence.words[modal.start() : stated.end]
    return ""


_WAS = re.compile(r"\b(?:was|were|been|had|has|have|did)\b(?!\s+to\b)(?:\s+\w+)?\s*$", re.I)


def _done(words: str, fact: Fact) -> bool:
    """Whether a claim says that it was done: "were exchanged", "brought", not "should tell"."""
    before, plain = words[: fact.start], fact.words.lower()
    if _OPEN.search(before):
        return False
    return bool(_WAS.search(before)) or plain.endswith("ed") or plain in PASTS


def swapped(claim: Sequence[Fact], words: str, sentence: Sentence, bearing: Bearing) -> bool:
    """ "Corder wrote to Dolány" where the source has "Dolány wrote to Corder"."""
    met, facts = bearing.main.met, sentence.facts
    both = [at for at, f in enumerate(claim) if met[at] >= 0 and not f.weak]
    names = [at for at in both if "name" in (claim[at].kind, facts[met[at]].kind)]
    for one, two in itertools.pairwise(names):
        first, second = facts[met[one]], facts[met[two]]
        if _adjective(claim, one) or _adjective(claim, two):
            continue
        between = [met[n] for n in range(one + 1, two) if claim[n].kind == "word" and met[n] >= 0]
        # "Strand was asked by Corder" is "Corder asked Strand": both turned, so nothing is
        turned = any(second.end <= facts[n].start < first.start for n in between)
        if turned and _acts(words, claim[one], claim[two]) == _acts(sentence.words, second, first):
            return True
    return False


def _adjective(claim: Sequence[Fact], at: int) -> bool:
    """ "American" in "American citizens" does nothing to anybody."""
    follows = claim[at + 1] if at + 1 < len(claim) else None
    people = any(key.startswith("=") for key in claim[at].keys)
    return people and follows is not None and follows.start - claim[at].end < 2


def _acts(words: str, first: Fact, second: Fact) -> bool:
    """Whether the first of two names does it to the second: not in "was asked by Strand"."""
    led = _NO_SUBJECT.search(words[: first.start])
    return not led and not _BY.search(words[first.end : second.start])


_OF = re.compile(r"\s(?:of|on|upon|over|against|for|to)\s(?:the |certain |some )?")
_INNER = re.compile(rf"{_OF.pattern}(?P<what>.*?\w)\s(?:of|for)\s(?:the )?")


def narrowed(claim: Sequence[Fact], words: str, sentence: Sentence, bearing: Bearing) -> str:
    """What the source says it of, where a claim says it of the whole that this is a part of.

    "Restrictions on the growers" is not "the restriction of the legal rights of the growers".
    """
    met, facts = bearing.main.met, sentence.facts
    for at, (fact, other) in enumerate(itertools.pairwise(claim)):
        one, two = met[at], met[at + 1]
        if one < 0 or not one < two or not _OF.fullmatch(words[fact.end : other.start]):
            continue
        inner = _INNER.fullmatch(sentence.words[facts[one].end : facts[two].start])
        between = [i for i in range(one + 1, two) if not facts[i].weak]
        if inner and between and not any(i in met for i in between):
            return inner["what"]
    return ""


def _shifted(words: str, bearing: Bearing) -> tuple[Sentence, str] | None:
    """The sentence that is of another time than the rest, and its words that say so."""
    if {w.lower() for w in _WORD.findall(words)} & SHIFTS:
        return None
    for meeting in bearing.meetings:
        sentence = bearing.passage.sentences[meeting.sentence]
        if SHIFTED.search(sentence.words[:OPENING]):
            return sentence, sentence.words[:OPENING].split(",")[0]
    return None


def set_apart(
    claim: Claim, bearing: Bearing, before: Sequence[Bearing | None]
) -> Iterator[Caution]:
    """A caution where the source puts what is claimed in one breath at different times.

    Two promises of two days are not one agreement, though each of them was given.
    """
    near = (b for b in before if b and b.passage.id == bearing.passage.id)
    held = {m.sentence for b in near for m in b.meetings}
    apart = _shifted(claim.words, bearing) if claim.shares else None
    if apart and held - {bearing.main.sentence}:
        sentence, words = apart
        yield Caution(APART.format(words), words, sentence.span)


APART = "Claimed in one breath with what stands before it, but the source sets these apart: “{}”."
