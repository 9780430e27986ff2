"""The verdict on a quotation that is laid on its source: computed from the steps, nothing else.

Faithful is what has no fault, pieces that follow one another, and ends that hide nothing. There is
no score that could pass a quotation with a word unaccounted for.
"""

from __future__ import annotations

from dataclasses import dataclass

from letterbook.check.cautions import cautions
from letterbook.check.ends import cut_end, cut_start, rest_of, sign_changed, start_of
from letterbook.check.lay import Laid
from letterbook.check.parts import Part
from letterbook.check.wording import NEGATION, changed
from letterbook.model import Caution, Difference, QuoteKind, Span

WIDE_GAP = 120
"""Words that a silent cut may leave out; with more between them two passages are spliced."""

PARAGRAPHS = 40
"""The same where a paragraph ends in between."""

LEAST, SHARE = 7, 0.6
"""A quotation is of this source when so many of its words stand there in a row, or this share."""

FEW = 3
"""Words of a short quotation that may be others."""

_RANK = ("negation changed", "number or date changed", "name changed", "word changed")


@dataclass(frozen=True, slots=True)
class Judged:
    """What a quotation is on this passage: its kind, the differences, the places, cautions."""

    laid: Laid
    kind: QuoteKind
    differences: tuple[Difference, ...]
    pins: tuple[Span, ...]
    cautions: tuple[Caution, ...] = ()

    @property
    def faithful(self) -> bool:
        """Whether nothing is wrong with it here."""
        return self.kind in ("exact", "typographic", "marked ellipsis")

    @property
    def worth(self) -> tuple[bool, bool, int, int]:
        """Which of two places is the better one."""
        sure = self.kind != "spliced"
        return self.faithful, sure and not self.laid.faults, self.laid.same, -len(self.laid.faults)


def judge(laid: Laid, words: str, running: bool = False) -> Judged:
    """The verdict on `words` laid so."""
    if laid.run < LEAST and not _nearly(laid):
        return Judged(laid, "invented", (), _pins(laid))
    if not laid.in_turn or any(_far(laid, p) for p in laid.faults if p.what == "omitted"):
        return Judged(laid, "spliced", _differences(laid), _pins(laid))
    if laid.faults:
        return Judged(laid, _worst(laid), _differences(laid), _whole(laid))
    return _whole_words(laid, words, running)


def _nearly(laid: Laid) -> bool:
    """Of a short quotation: all its words stand here but for one place."""
    if laid.share < SHARE or len(laid.faults) > 1:
        return False
    return all(p.step.r - p.step.q < FEW for p in laid.faults)


def _whole_words(laid: Laid, words: str, running: bool) -> Judged:
    """Every word stands there; are the ends the source's?"""
    passage = laid.passage
    if sign := sign_changed(laid):
        return Judged(laid, "word changed", (Difference(*sign, _at(laid)),), _whole(laid))
    if cut_end(laid, running):
        rest, reach = rest_of(passage, laid.last)
        end = passage.span(laid.last - 1, laid.last).end
        told = Difference("", rest, Span(passage.source, end, end + reach))
        return Judged(laid, "silent cut end", (told,), _whole(laid))
    if cut_start(laid):
        start = passage.span(laid.first, laid.first + 1).start
        told = Difference("", start_of(passage, laid.first), Span(passage.source, start, start))
        return Judged(laid, "silent cut start", (told,), _whole(laid))
    kind: QuoteKind = "typographic"
    if _cuts_something(laid):
        kind = "marked ellipsis"
    elif words.strip().rstrip(",") in passage.text:  # “…,” he wrote: the comma is the brief's
        kind = "exact"
    return Judged(laid, kind, _differences(laid), _whole(laid), cautions(laid, running))


def _at(laid: Laid) -> Span:
    return laid.passage.span(laid.last - 1, laid.last)


def _cuts_something(laid: Laid) -> bool:
    pairs = zip(laid.pieces, laid.pieces[1:], strict=False)
    return any(a[-1].t < b[0].s for a, b in pairs) or (
        laid.quote.marked and (laid.quote.opens or laid.quote.closes)
    )


def _far(laid: Laid, part: Part) -> bool:
    size = part.step.t - part.step.s
    wide = laid.passage.paragraphs(part.step.s, part.step.t) and size > PARAGRAPHS
    return size > WIDE_GAP or wide


def _worst(laid: Laid) -> QuoteKind:
    """The gravest thing that was done to the words."""
    kinds = {_kind(laid, part) for part in laid.faults}
    return next((kind for kind in _RANK if kind in kinds), "silent cut middle")


def _kind(laid: Laid, part: Part) -> QuoteKind:
    quote, passage, step = laid.quote, laid.passage, part.step
    ours, theirs = quote.keys[step.q : step.r], passage.keys[step.s : step.t]
    if part.what == "omitted":
        if len(theirs) < 3 and sum(w in NEGATION or w.endswith("n't") for w in theirs) == 1:
            return "negation changed"
        return "silent cut middle"
    capitals = (
        any(quote.passage.capital(n) for n in range(step.q, step.r) if n),
        any(passage.capital(n) for n in range(step.s, step.t)),
    )
    return changed(ours, theirs, capitals)


def _differences(laid: Laid) -> tuple[Difference, ...]:
    """Word by word what the brief says and what the source says."""
    quote, passage = laid.quote.passage, laid.passage
    return tuple(
        Difference(quote.words(p.step.q, p.step.r), passage.words(p.step.s, p.step.t),
                   passage.span(p.step.s, p.step.t))
        for p in laid.parts
    )  # fmt: skip


def _whole(laid: Laid) -> tuple[Span, ...]:
    """One place for a quotation in one piece, one for each piece of a marked cut."""
    if len(laid.pieces) == 1:
        return (laid.passage.span(laid.first, laid.last),)
    return _pins(laid)


def _pins(laid: Laid) -> tuple[Span, ...]:
    """The place of each piece; of a piece with a wide gap in it the places before and after."""
    made = []
    far = {p.step for p in laid.faults if p.what == "omitted" and _far(laid, p)}
    for piece in laid.pieces:
        start = piece[0].s if piece else 0
        for step in piece:
            if step in far:
                made.append(laid.passage.span(start, step.s))
                start = step.t
        if piece:
            made.append(laid.passage.span(start, piece[-1].t))
    return tuple(made)
