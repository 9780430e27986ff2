"""The ends of a quotation: does the source begin and stop there too?

"… in the Soviet Union." closed with a period where the source goes on with a comma is cut; so is
"It was promised" with a raised capital where the source has "…, it was promised". A capital in
brackets, a mark of omission, or no period at all hides nothing.
"""

from __future__ import annotations

import re

from letterbook.check.lay import Laid
from letterbook.check.passage import Passage
from letterbook.text import sentences

_CLOSERS = "”\"’')]»*_ \t\u00a0"
_OPENERS = "“\"‘'([«*_ \t\u00a0"
_LABEL = re.compile(r"(?:^|\n|\s)\(?(?:[A-Za-z]|\d{1,3}|[ivxIVX]{1,5})[.)]\s*$")
_NOTE = re.compile(r"(?:\[?\d{1,2}\]?|[*†‡])(?=\s|$)")
_QUOTED = re.compile(r"[,.]\s?[”\"’']")
_SIGN = re.compile(r"\d\.\d")
_STOP = re.compile(r"[.?!]")
REACH = 600
"""Characters of the source that are looked at for the rest of a sentence."""


def cut_start(laid: Laid) -> bool:
    """Whether the quotation raises a small letter in mid-sentence to a capital, unmarked."""
    quote, passage = laid.quote, laid.passage
    if quote.opens or 0 in quote.raised or not quote.keys:
        return False
    if any(first == 0 for first, _ in quote.added):
        return False  # "[Roth] believed": the brief says that it begins anew
    first = laid.pieces[0][0].s if laid.pieces and laid.pieces[0] else 0
    if not quote.passage.capital(0) or passage.capital(first):
        return False
    before = passage.before(first).rstrip(_OPENERS)
    if not before or _LABEL.search(passage.before(first)):
        return False
    return before[-1] not in ".?!\n"


def cut_end(laid: Laid, running: bool = False) -> bool:
    """Whether the quotation is closed with a period where the source's sentence goes on.

    `running`: the words stand within a sentence of the brief, where printers set the period inside
    the marks ('called it "a matter of some concern."'): a fragment so closed is not cut.
    """
    quote = laid.quote
    if quote.closes or not quote.keys or not laid.pieces[-1]:
        return False
    closing = _STOP.search(quote.passage.after(len(quote.keys)))
    if closing is None or closing[0] != ".":
        return False
    if any(
        p.step.t == laid.last and _SIGN.search(laid.passage.keys[p.step.s])
        for p in laid.parts
        if p.what == "printing" and p.step.s < p.step.t
    ):
        return False  # "December 3.2" is "December 3." with the mark of a note
    if running and not quote.passage.capital(0):
        return False
    return goes_on(laid.passage, laid.last)


def goes_on(passage: Passage, last: int) -> bool:
    """Whether the sentence goes on after the word before `last`."""
    after = passage.after(last, REACH)
    rest = after.lstrip(_CLOSERS)
    rest = rest[match.end() :].lstrip(_CLOSERS) if (match := _NOTE.match(rest)) else rest
    if not rest:
        return False
    if rest[0] in "\n\r":
        return bool(re.match(r"\s*[^\W\dA-Z_]", rest)) and not re.match(r"\s*\n\s*\n", rest)
    if rest[0] in ".?!":
        return _abbreviated(passage, last)
    return not _QUOTED.match(after)


def _abbreviated(passage: Passage, last: int) -> bool:
    """Whether the period is a short form's and the sentence goes on: "the U.S. Government"."""
    after = passage.after(last, 40)
    if after[:1] != "." or len(passage.keys[last - 1]) > 5 or "\n" in after[1:3]:
        return False
    if re.match(r"\.(?:\[?\d{1,2}\]?)? [^\W\dA-Z_]", after):
        return True
    start, end = passage.read(max(0, last - 12), last)
    whole = passage.reading.text[start : end + 60]
    return all(b < end - start + 1 or b > end - start + 3 for _, b in sentences(whole))


def sign_changed(laid: Laid) -> tuple[str, str] | None:
    """A question made a statement, or the reverse: the sign quoted, and the source's."""
    quote = laid.quote
    if quote.closes or not quote.keys or not laid.pieces[-1]:
        return None
    ours = re.match(r"[”\"’')\]]*([.?])", quote.passage.after(len(quote.keys)))
    theirs = re.match(r"[”\"’')\]]*([.?])", laid.passage.after(laid.last))
    if ours and theirs and ours[1] != theirs[1]:
        return ours[1], theirs[1]
    return None


def rest_of(passage: Passage, last: int) -> tuple[str, int]:
    """What the sentence still says after the word before `last`, and how many characters on."""
    after = passage.after(last, REACH)
    end = next((b for _, b in sentences("x" + after)), len(after) + 1) - 1
    return " ".join(after[: max(end, 1)].split()), end


def start_of(passage: Passage, first: int) -> str:
    """What the sentence says before the word `first`."""
    before = passage.before(first, REACH)
    start = [a for a, _ in sentences(before + "x")][-1:] or [0]
    return " ".join(before[start[0] :].split())
