"""What a sentence need not say itself: who "I" and "he" are, a first name, the letter's own day."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from letterbook.check.agree import Meeting, same
from letterbook.check.day import Day, agree
from letterbook.check.facts import Fact
from letterbook.check.lists import SHIFTS
from letterbook.check.witness import Passage, Sentence

FIRST = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|us|ours|mine)\b")
SECOND = re.compile(r"\b(?:you|your|yours)\b", re.I)
THIRD = re.compile(r"\b(?:he|she|they|his|her|their|him|them|it|its|the two|both|latter)\b", re.I)
SPEAKING = frozenset({"~say", "~write", "~send"})
ASKING = frozenset({"~ask"})
SHIFTED = re.compile(rf"\b(?:{'|'.join(SHIFTS)})\b", re.I)
OPENING = 60  # characters in which a sentence says that it is of another day
BACK = 2  # sentences before, in which a pronoun's name is looked for


def lent(
    claim: Sequence[Fact], words: str, meeting: Meeting, passage: Passage, open: Sequence[int]
) -> set[int]:
    """Which of the pieces at `open` the passage lends to the sentence that meets the rest.

    `words` are the claim's. Nothing is lent against what the sentence itself says.
    """
    sentence = passage.sentences[meeting.sentence]
    taken = set()
    for at in open:
        fact = claim[at]
        if _stands_otherwise(claim, at, meeting, sentence):
            continue
        named = fact.kind == "name" or (not at and fact.words[:1].isupper())
        if (
            (fact.carried and _beside(claim, at, meeting, passage))
            or (named and _name(claim, at, words, meeting, passage))
            or (passage.letter and _of_letter(fact, sentence, passage, claim))
        ):
            taken.add(at)
    return taken


def _beside(claim: Sequence[Fact], at: int, meeting: Meeting, passage: Passage) -> bool:
    """Whether a sentence next to this one has what is carried over from another clause.

    "Averill accepted the offer and wrote to Dolin" may stand in two sentences, the second of which
    has "she wrote": it must speak of her, or share something else that is carried.
    """
    fact, sentence = claim[at], passage.sentences[meeting.sentence]
    reach = BACK if fact.day else 1
    near = range(meeting.sentence - reach, meeting.sentence + reach + 1)
    said = (passage.sentences[n] for n in near if 0 <= n < len(passage.sentences))
    if not any(same(fact, f, s.year) for s in said for f in s.facts):
        return False
    if fact.day:
        return not SHIFTED.search(sentence.words[:OPENING])
    held = [n for n, f in enumerate(claim) if meeting.met[n] >= 0 and not f.weak and not f.day]
    if not any(claim[n].carried for n in held) and not THIRD.search(sentence.words):
        return False
    first = min((meeting.met[n] for n in held), default=0)
    others = (f for f in sentence.facts[:first] if f.kind == "name" and not f.weak)
    return fact.kind != "name" or not any(others)


def _stands_otherwise(claim: Sequence[Fact], at: int, meeting: Meeting, sentence: Sentence) -> bool:
    """Whether the sentence has its own day, or its own name in that place: "from Paris"."""
    fact = claim[at]
    free = [i for i, f in enumerate(sentence.facts)
            if f.kind == fact.kind and not f.weak and i not in meeting.met]  # fmt: skip
    if fact.day:
        return bool(free)
    before = next((i for i in reversed(meeting.met[:at]) if i >= 0), None)
    after = next((i for i in meeting.met[at + 1 :] if i >= 0), None)
    if fact.kind != "name" or before is None or after is None:
        return False
    return any(before < i < after for i in free)


def _name(claim: Sequence[Fact], at: int, words: str, meeting: Meeting, passage: Passage) -> bool:
    sentence = passage.sentences[meeting.sentence]
    fact = claim[at]
    if passage.letter and _correspondent(claim, at, words, sentence, passage):
        return True
    if _first_name(claim, at, meeting, passage):
        return True
    # in a letter "he" may be anybody of whom the two know; in a history it is the last one named
    if passage.letter or not THIRD.search(sentence.words):
        return False
    for before in range(meeting.sentence - 1, max(meeting.sentence - 1 - BACK, -1), -1):
        names = [f for f in passage.sentences[before].facts if f.kind == "name" and not f.weak]
        if names:  # the first name of a sentence is whom the next one's "he" most often means
            run = names[:1] + [b for a, b in itertools.pairwise(names)
                               if b.start - a.end < 2][:1]  # fmt: skip
            return any(fact.keys & f.keys for f in run)
    return False


def _first_name(claim: Sequence[Fact], at: int, meeting: Meeting, passage: Passage) -> bool:
    """ "Franklin" for a sentence that has "Roosevelt", where the two stand together elsewhere."""
    facts = passage.sentences[meeting.sentence].facts
    if at + 1 >= len(claim) or claim[at + 1].start - claim[at].end > 4:
        return False
    follows = meeting.met[at + 1]
    if claim[at + 1].kind != "name" or follows < 0:
        return False
    before = facts[follows - 1] if follows else None
    beside = before is not None and facts[follows].start - before.end < 3
    if before and before.kind == "name" and not before.weak and beside:
        return False  # "Nathaniel Farr" is not Clement Farr
    return any(
        claim[at].keys & one.keys and claim[at + 1].keys & two.keys
        for sentence in passage.sentences
        for one, two in zip(sentence.facts, sentence.facts[1:], strict=False)
        if two.start - one.end < 4
    )


def _correspondent(
    claim: Sequence[Fact], at: int, words: str, sentence: Sentence, passage: Passage
) -> bool:
    """The writer for "I", the person written to for "you", each in the part the claim gives him."""
    fact = claim[at]
    told = [n for n, f in enumerate(claim) if f.keys & (SPEAKING | ASKING) and f.kind == "word"]
    part = _part(fact, words, bool(told) and at > told[0])
    # "Averill told Morvény": the letter's writer must be Averill, not only one of the two
    if part == "sender":
        return bool(fact.keys & passage.senders) and bool(told or FIRST.search(sentence.words))
    return bool(fact.keys & passage.recipients) and bool(told or SECOND.search(sentence.words))


def _part(fact: Fact, words: str, after: bool) -> str:
    """Whether a claim makes a name the one who writes or the one written to."""
    if re.match(r"['’]s?\b", words[fact.end :]):
        return "sender"
    before = words[max(0, fact.start - 40) : fact.start].lower()
    last = re.findall(r"\b(to|by|from)\b(?!.*\b(?:to|by|from)\b)", before)
    if last:
        return "recipient" if last[-1] == "to" else "sender"
    return "recipient" if after else "sender"


def _of_letter(fact: Fact, sentence: Sentence, passage: Passage, claim: Sequence[Fact]) -> bool:
    """The letter's day and place, that it is a letter, and that its writer says what it says."""
    letter = passage.letter
    assert letter
    if fact.day:
        day = passage.day
        exact = letter.when is not None and letter.when.earliest == letter.when.latest
        stated = Day(day.year, day.month, day.day) if day and exact else None
        return stated is not None and agree(fact.day, stated) == "same"
    if fact.keys & SPEAKING:
        return fact.kind == "word"
    if fact.keys & ASKING:
        return sentence.words.rstrip("”\"' ").endswith("?")
    placed = letter.place.lower()
    return fact.kind == "name" and bool(placed) and fact.words.lower() in placed
