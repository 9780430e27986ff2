"""What each difference between a quotation and its source is: printing, or a fault.

Every step that is not the same becomes a `Part`; only what is shown to be printing, a note's mark,
or the brief's own words in brackets, is no fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from letterbook.check.align import Step
from letterbook.check.passage import Passage
from letterbook.check.quotation import Quote
from letterbook.check.wording import Known, negates, printing

REPLACED = 6
"""Words of a source for which a brief may put its own in brackets."""

PAIRED = 4
"""Words that were put for as many others, and are told one by one."""

_BEFORE_NOTES = ("", ".", ",", ".”", "”", " ")
"""What may stand between a word and the digits of its note."""

What = Literal["printing", "brackets", "omitted", "added", "changed"]


@dataclass(frozen=True, slots=True)
class Part:
    """Where quotation and source part: what happened, and why it is only printing, if it is."""

    what: What
    step: Step
    why: str = ""


def parts(
    quote: Quote, passage: Passage, pieces: tuple[tuple[Step, ...], ...], known: Known
) -> Iterator[Part]:
    """Every part of the laid pieces; a piece without a place is one that was put in."""
    for number, piece in enumerate(pieces):
        if not piece:
            span = quote.pieces[number]
            yield Part("added", Step(False, span.first, span.last, 0, 0))
        for step in piece:
            if not step.same:
                yield from _part(quote, passage, step, known)
            else:
                yield from _stops(quote, passage, step)


def _part(quote: Quote, passage: Passage, step: Step, known: Known) -> Iterator[Part]:
    """A step that is not the same, taken apart as far as its words pair off."""
    whole = _excused(quote, passage, step, known)
    if whole:
        yield whole
        return
    if 1 < step.r - step.q == step.t - step.s <= PAIRED:
        for n in range(step.r - step.q):
            one = Step(False, step.q + n, step.q + n + 1, step.s + n, step.s + n + 1)
            if quote.keys[one.q] != passage.keys[one.s]:
                yield _excused(quote, passage, one, known) or Part("changed", one)
        return
    what: What = "omitted" if step.q == step.r else "added" if step.s == step.t else "changed"
    yield Part(what, step)


def _excused(quote: Quote, passage: Passage, step: Step, known: Known) -> Part | None:
    """Printing, or words that the brief puts in brackets; None when it is neither."""
    ours, theirs = quote.keys[step.q : step.r], passage.keys[step.s : step.t]
    if (step.q, step.r) in quote.added and _may_add(ours, theirs, passage, step):
        return Part("brackets", step)
    if ours == theirs:  # a run so short and far from the others that it was held for chance
        return Part("printing", step)
    if _note_marks(quote, passage, step):
        return Part("printing", step, "a note's mark")
    if ours and theirs:
        between = _inner(quote.passage, step.q, step.r) + _inner(passage, step.s, step.t)
        why = printing(ours, theirs, between, known)
        return Part("printing", step, why) if why else None
    return None


def _may_add(ours: tuple[str, ...], theirs: tuple[str, ...], passage: Passage, step: Step) -> bool:
    """Whether words in brackets are honestly the brief's: no "[not]", no long stretch replaced.

    Where the source has brackets too ("July 16 [15]"), they are its own and must agree.
    """
    if len(theirs) > REPLACED or negates(ours) != negates(theirs):
        return False
    return not theirs or not passage.before(step.s, 2).rstrip().endswith("[")


def _inner(passage: Passage, first: int, last: int) -> str:
    """What stands from the first of these words to the last, in the text itself."""
    span = passage.span(first, last)
    return passage.text[span.start - passage.base : span.end - passage.base]


def _note_marks(quote: Quote, passage: Passage, step: Step) -> bool:
    """The digits of a note, which the source has ("negotiations1 and", "ended.2 The") or keeps."""
    ours, theirs = quote.keys[step.q : step.r], passage.keys[step.s : step.t]
    if not ours:
        return all(_hangs(passage, n) for n in range(step.s, step.t))
    if not theirs:
        return (
            len(ours) == 1
            and step.s > 0
            and ours[0].isdigit()
            and (any(passage.follows(step.s, sign + ours[0]) for sign in _BEFORE_NOTES))
        )
    if len(ours) != 1 or len(theirs) != 1:
        return False
    if hung := _noted(theirs[0], ours[0], ""):
        return not ours[0].isdigit() or passage.hung(step.s, hung)
    sign = quote.passage.after(step.r, 1)
    if sign and sign in ".,:" and _noted(theirs[0], ours[0], sign):
        return True
    kept = _noted(ours[0], theirs[0], "")
    return bool(kept) and passage.follows(step.t, kept)


def _noted(word: str, bare: str, sign: str) -> str:
    """The digits that `word` has after `bare` and a sign: 1 of "negotiations1", of "9.1"."""
    digits = word.removeprefix(bare + sign)
    if digits == word or not digits.isdigit() or len(digits) > 2:
        return ""
    return digits if bare.isdigit() or (len(bare) > 2 and bare.isalpha()) else ""


def _hangs(passage: Passage, number: int) -> bool:
    """Whether a number hangs on a closing sign as the mark of a note does: "ended.2 The"."""
    word = passage.keys[number]
    if not word.isdigit() or len(word) > 2 or number == 0:
        return False
    if passage.hung(number, word):
        return True
    gap = passage.between(number, number)
    return bool(gap) and not gap[-1:].isspace() and gap[0] in ".,;:!?”\"’')" and "\n" not in gap


def _stops(quote: Quote, passage: Passage, step: Step) -> Iterator[Part]:
    """Where one side ends a sentence between two words and the other goes on.

    "The gates were lowered. By noon" is not "The gates were lowered by noon".
    """
    reading = quote.passage
    if _inner(reading, step.q, step.r) == _inner(passage, step.s, step.t):
        return
    for n in range(1, step.r - step.q):
        q, s = step.q + n, step.s + n
        if q in quote.raised or reading.capital(q) == passage.capital(s):
            continue
        ours, theirs = _ends(reading.between(q, q)), _ends(passage.between(s, s))
        if ours != theirs and (reading.capital(q) if ours else passage.capital(s)):
            yield Part("changed", Step(False, q, q + 1, s, s + 1), "a sentence ends")


def _ends(between: str) -> bool:
    return any(sign in between for sign in ".?!") or "\n\n" in between
