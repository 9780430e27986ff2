"""What the letters that answer say of a thing that was asked, sentence by sentence.

In: an act, and the sentences of the letters that answer its letter. Out: the sentence that speaks
of the same thing, or that none does, or that nobody can tell. Of the hundred sentences of a reply
some ten do anything; the others may well speak of what was asked, so all are heard before anybody
says that it was passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal, NamedTuple

from letterbook.link.acted import Acted
from letterbook.link.matter_terms import LANDS, names_of, telling
from letterbook.link.matter_words import content, stems
from letterbook.link.nouns import phrases
from letterbook.model import Act, Letter, Span
from letterbook.record import Record
from letterbook.text import sentences

SPEAKS, PLAINLY = 4.0, 5.0
"""How much a word must tell for a sentence that has it to speak of the thing, perhaps or plainly:
"gates" does, "agreement" does not."""

ENOUGH = 2
"""So many telling words must have been asked with, and must be met: one may be chance, and one may
be said in other words."""

SURELY = 0.75
"""How certain an act must be for its silence to be told."""

SHORT = 4
"""Sentences that a letter must have for its silence to say anything: an acknowledgement has not."""


class Said(NamedTuple):
    """A sentence of a letter, and where it stands."""

    span: Span
    words: str
    day: date | None = None

    @property
    def stems(self) -> frozenset[str]:
        """The words by which one would know what it is about."""
        return stems(self.words)


_PUT_OFF = re.compile(
    r"\b(?:shall|will|hope to|intend to|propose to) (?:\w+ ){0,2}(?:reply|answer|respond|write)\b"
    r"(?=[^.;]*\b(?:your|you)\b)[^.;]*\b(?:fully|extensively|in detail|later|shortly|soon|in due"
    r" course|as soon as|at (?:greater )?length)\b"
    r"|\b(?:interim|preliminary) (?:reply|answer)\b|\bbefore (?:I|we) (?:reply|answer)\b", re.I
)  # fmt: skip

YOURS = re.compile(
    r"\bas you (?:\w+ )?(?:suggest|propose|ask|request|desire|wish)\w*"
    r"|\byour (?:\w+ )?(?:proposal|suggestion|request|invitation|offer|wish|question)s?\b", re.I
)  # fmt: skip
"""How an answer names what was asked by its kind."""

_EASY = re.compile(
    r"\b(?:greetings|regards|wishes|views?|comments?|reactions?|reply|response|opinion|advice"
    r"|understand\w*|appreciate|forgive|excuse|convey|foregoing|above-mentioned)\b", re.I
)  # fmt: skip
"""What asks for a word only, or is a courtesy."""

Saying = Callable[[str], Sequence[Said]]
"""The sentences of a letter."""


class Heard(NamedTuple):
    """Whether the thing is spoken of, and in what words: plainly, perhaps, not; or nobody knows."""

    how: Literal["plainly", "perhaps", "silent", "unclear"]
    by: Acted | None = None


def silent(_: str) -> Sequence[Said]:
    """Where no words are at hand."""
    return ()


def saying(record: Record) -> Saying:
    """The sentences of the letters of a record, each letter taken apart once."""
    known: dict[str, list[Said]] = {}

    def said(id: str) -> list[Said]:
        if id not in known:
            known[id] = list(_sentences(record, record.letter(id)))
        return known[id]

    return said


def _sentences(record: Record, letter: Letter) -> Iterable[Said]:
    text = record.words(letter.id, letter.start, letter.end)
    day = letter.when.earliest or letter.when.latest if letter.when else None
    for start, end in sentences(text):
        words = " ".join(text[start:end].split())
        yield Said(Span(letter.source, letter.start + start, letter.start + end), words, day)


def heard(one: Acted, replies: Sequence[str], saying: Saying) -> Heard:
    """Whether the letters that answer speak of what was asked."""
    every = [(id, said) for id in replies for said in saying(id)]
    asked = asked_with(one)
    met = [(_weight(asked & said.stems), -len(said.words), -n)
           for n, (_, said) in enumerate(every)]  # fmt: skip
    most, _, at = max(met, default=(0.0, 0, 0))
    if most:
        shared = asked & every[-at][1].stems
        by = _as_act(one, *every[-at]) if _plain(shared) else None
        return Heard("plainly" if plainly(shared) else "perhaps", by)
    if any(YOURS.search(said.words) for _, said in every):
        return Heard("unclear")  # "I have noted your proposal with interest": in other words
    told = _nameable(one, asked) and one.score >= SURELY and len(every) >= SHORT
    return Heard("silent" if told else "unclear")


def _nameable(one: Acted, asked: frozenset[str]) -> bool:
    """Whether one would know it if it were spoken of: two things are named, and it is no courtesy.

    "I should like to hear your views" is met by any letter, "please understand our frankness" by
    none.
    """
    things = {root for phrase in phrases(one.words) for root in phrase.stems}
    return len(_plain(asked & things)) >= ENOUGH and not _EASY.search(one.words)


def put_off(one: Acted, replies: Sequence[str], saying: Saying) -> Acted | None:
    """The sentence that puts the whole answer off: "I shall reply to your letter more fully"."""
    every = ((id, said) for id in replies for said in saying(id))
    return next((_as_act(one, id, said) for id, said in every if _PUT_OFF.search(said.words)), None)


def plainly(shared: Iterable[str]) -> bool:
    """Whether these words, said by both, are of one thing; that both name Orvane is not enough."""
    return len(_plain(shared)) >= ENOUGH


def _plain(shared: Iterable[str]) -> list[str]:
    return [root for root in shared if telling(root) >= PLAINLY and root not in LANDS]


def _weight(shared: Iterable[str]) -> float:
    """How much two sentences say alike; of two that say as much the shorter is more about it."""
    return sum(map(telling, shared))


def asked_with(one: Acted) -> frozenset[str]:
    """The words by which one would know what was asked, the names of the sides aside."""
    aside = names_of((one.side, one.other, one.writer))
    said = frozenset(content(f"{one.words} {one.act.topic}")) - aside
    return frozenset(root for root in said if telling(root) >= SPEAKS)


def _as_act(one: Acted, letter: str, said: Said) -> Acted:
    """The sentence as something that is told: who was asked says it."""
    return replace(
        one, act=Act("report"), span=said.span, words=said.words, told_by=letter, day=said.day,
        side=one.other, other=one.side, writer=one.other, beside="", reserve="",
    )  # fmt: skip
