"""What a reader should know of a faithful quotation: what its marked cuts leave out.

A cut that drops "not", "unless" or "Four days earlier" is marked, and yet the reader may be led
astray: the omitted words are shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.check.ends import goes_on
from letterbook.check.lay import Laid
from letterbook.check.wording import CONDITION, NEGATION
from letterbook.model import Caution

_STOP = re.compile(r"[.?!][”\"’')\]]*(?:\[?\d{1,2}\]?)?(?:\s+[^\Wa-z]|\s*$)")
_WHEN = re.compile(
    r"\b(?:earlier|later|before|after|afterwards?|then|when|while|until|since|meanwhile|next"
    r"|following|previous(?:ly)?|days?|weeks?|months?|years?|january|february|march|april|may"
    r"|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|1[0-9]{3}|20\d\d)\b",
    re.I,
)


def cautions(laid: Laid, running: bool = False) -> tuple[Caution, ...]:
    """The cautions for each marked cut, each bracketed word, and an end that is the brief's."""
    return (*_cuts(laid), *_brackets(laid), *_fragment(laid, running))


def _cuts(laid: Laid) -> Iterator[Caution]:
    passage = laid.passage
    for before, after in zip(laid.pieces, laid.pieces[1:], strict=False):
        first, last = before[-1].t, after[0].s
        if first >= last:
            continue
        omitted, pin = passage.words(first, last), passage.span(first, last)
        said = set(passage.keys[first:last])
        if dropped := said & NEGATION or {w for w in said if w.endswith("n't")}:
            yield Caution(f"The cut drops “{min(dropped)}”.", omitted, pin)
        elif dropped := said & CONDITION:
            yield Caution(f"The cut drops a condition (“{min(dropped)}”).", omitted, pin)
        elif why := _run_together(laid, first, last):
            yield Caution(why, omitted, pin)


def _run_together(laid: Laid, first: int, last: int) -> str:
    """Why a cut across a sentence's end may mislead; "" when it stays within one sentence."""
    passage = laid.passage
    gap = passage.between(first, last)
    stop = _STOP.search(gap)
    if stop is None or not gap[stop.end() - 1 :].strip():
        return ""  # whole sentences are left out, and the next begins where it begins
    dropped = gap[stop.end() - 1 :]
    if _WHEN.search(dropped):
        return "The cut runs two sentences into one and drops when the second happened."
    return "The cut runs two sentences into one: who did what may change."


def _brackets(laid: Laid) -> Iterator[Caution]:
    for part in laid.parts:
        if part.what == "brackets":
            step, passage = part.step, laid.passage
            words = laid.quote.passage.words(step.q, step.r)
            why = f"“{words}” in brackets is the brief's."
            yield Caution(why, passage.words(step.s, step.t), passage.span(step.s, step.t))


def _fragment(laid: Laid, running: bool) -> Iterator[Caution]:
    """A fragment that the brief's own period closes: the source's sentence goes on."""
    quote, passage = laid.quote, laid.passage
    if not running or quote.closes or not goes_on(passage, laid.last):
        return
    if not quote.passage.capital(0) and "." in quote.passage.after(len(quote.keys), 2):
        end = min(len(passage.keys), laid.last + 12)
        omitted, pin = passage.words(laid.last, end), passage.span(laid.last, end)
        yield Caution("The period is the brief's; the source goes on.", f"{omitted} …", pin)
