"""Editions of one letter: whether two printings that share wording are the same letter.

One volume prints a letter in full, another an extract of it; a copy gives no day, an edition of
it does. What only quotes the letter, repeats its wording on another day, or says the same to
somebody else is not an edition of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from letterbook.link.compare import FEW
from letterbook.link.comparison import Comparison
from letterbook.link.headers import (
    agree,
    editorial,
    elsewhere,
    one_day,
    same_parties,
    within,
)
from letterbook.link.printing import Printing
from letterbook.link.reasons import reason, shared
from letterbook.model import Letter, Link

DATED, UNDATED, NEARLY, WHOLLY = 0.35, 0.6, 0.9, 0.95
"""The share of one text's prose that the other must have: when their days agree, when one of the
days is open, and when the one is a small part of the other, with the same parties or without."""

WHOLE = 0.3
"""And the share of the other's: a letter that a report or an answer quotes is less of it, and an
extract that is less says by a mark of elision that it is one."""

SLACK = 0.1
"""By how much the words that two texts have at all may tell less than their wording: a word that
is broken at a line's end, or has lost its accent, is another word."""

EVIDENCE, CLEAR = 30, 100
"""Words in common: with fewer than the first, two printings are offered as one letter, never
asserted; from the second on, an extract in the same book is taken for one if the days agree."""


@dataclass(frozen=True, slots=True)
class Judgment:
    """Whether two printings are the same letter, and why, in words for a reader.

    `offered`: a person should look; `reason` then says what would decide.
    """

    verdict: Literal["asserted", "offered"]
    reason: str


def may_be(left: Letter, right: Letter, ours: Printing, theirs: Printing) -> bool:
    """Whether comparing two printings word by word may make one letter of them, or an offer.

    Asked first, for most letters that share some wording are two: no wording can be shared beyond
    the words that both have, in whatever order.
    """
    if editorial(left.heading) or editorial(right.heading) or within(left, right):
        return False
    sizes = sorted((ours.small.total(), theirs.small.total()))
    if sizes[0] < FEW:
        return True
    common = (ours.small & theirs.small).total()
    least, most = (common / size + SLACK for size in reversed(sizes))
    near = agree(left.when, right.when)
    if _against(left, right, near):
        return least >= UNDATED and most >= NEARLY
    return most >= (NEARLY if left.path == right.path else DATED if near else UNDATED)


def judge(left: Letter, right: Letter, found: Comparison) -> Judgment | None:
    """Whether `left` and `right`, whose printings compare as `found`, are the same letter."""
    if editorial(left.heading) or editorial(right.heading) or within(left, right):
        return None
    near = agree(left.when, right.when)
    against = _against(left, right, near)
    least, most = sorted((found.left.prose, found.right.prose))
    if not against and found.shared >= EVIDENCE and _enough(left, right, found, near):
        return Judgment("asserted", reason(left, right, found))
    if least >= UNDATED and most >= NEARLY and found.relation != "differs":
        doubt = against or "there is little text to go by"
        return Judgment("offered", f"{shared(found)}, but {doubt}")
    if near is not False and most >= NEARLY and not against and _alike(left, right, near):
        return Judgment("offered", f"{shared(found)}, but one may quote the other")
    return None


def _enough(left: Letter, right: Letter, found: Comparison, near: bool | None) -> bool:
    """Whether the wording in common makes two printings one letter."""
    least, most = sorted((found.left.prose, found.right.prose))
    parties = same_parties(left, right)
    if left.path == right.path:  # a book that prints both has mostly two letters in mind
        whole = least >= WHOLE or (one_day(left, right) and found.shared >= CLEAR)
        nearly = most >= NEARLY and found.relation != "differs"
        return bool(near) and parties and whole and nearly
    if least >= WHOLE:
        return most >= (DATED if near else UNDATED)
    lesser = found.left if found.fuller == "right" else found.right
    marked = len(lesser.silent) < len(lesser.omitted)
    return marked and most >= (DATED if near else NEARLY if parties else WHOLLY)


def _alike(left: Letter, right: Letter, near: bool | None) -> bool:
    """Whether a passage in common is worth a look: one book and day, or the same parties."""
    return bool(near) if left.path == right.path else same_parties(left, right)


def _against(left: Letter, right: Letter, near: bool | None) -> str:
    """What the headers say against their being one letter, in words."""
    if near is False and left.when and right.when:
        return f"they are dated {left.when.edtf} and {right.when.edtf}"
    if elsewhere(left.recipients, right.recipients):
        return f"they go to {left.recipients[0]} and to {right.recipients[0]}"
    return ""


def link(left: Letter, right: Letter, found: Comparison) -> Link | None:
    """What `left` is to `right`: the same letter, perhaps the same, or None for neither.

    Perhaps: `right` is the one candidate, and `reason` says what speaks against it.
    """
    judged = judge(left, right, found)
    if judged is None:
        return None
    if judged.verdict == "asserted":
        return Link("same letter as", to=right.id, reason=judged.reason)
    return Link("same letter as", candidates=(right.id,), reason=judged.reason)


def nearest(found: Sequence[tuple[Letter, Comparison]]) -> list[tuple[Letter, Comparison]]:
    """Of the letters that one letter is compared with, those that stand for themselves.

    A telegram that carries the letter also has all its words: where the record holds the letter
    inside it, that one is nearer and the telegram falls out.
    """
    return [
        (letter, compared)
        for letter, compared in found
        if not any(
            within(letter, other) and _closeness(better) > _closeness(compared)
            for other, better in found
            if other.id != letter.id
        )
    ]


def _closeness(found: Comparison) -> float:
    return min(found.left.share, found.right.share)
