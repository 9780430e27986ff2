"""Checking a brief: typed or given as a file, it comes back marked, the sources' words beside it.

The brief is not kept. One is checked at a time, and none for longer than `SECONDS`.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from letterbook.book import as_json
from letterbook.check import told
from letterbook.check.checked import Checked
from letterbook.check.checked import Place as Words
from letterbook.model import Furniture, LetterbookError, Verdict
from letterbook.serve.answer import Ask, Page
from letterbook.serve.pages.place import Place
from letterbook.serve.words import passage
from letterbook.text import visible

LONGEST = 200_000  # characters of a brief: a hundred pages
SECONDS = 60.0  # after which the claims that are left go unchecked
WAIT = 20.0  # seconds that one waits for another's brief
LINE = re.compile(r"[^\n]*\S[^\n]*")
RANK = {"bad": 0, "caution": 1, "open": 2, "good": 3, "none": 4}

_one = threading.Lock()


@dataclass(frozen=True, slots=True)
class Pinned:
    """Words of a source that a verdict rests on, and where they are read."""

    place: Words
    address: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict as the page shows it beside its line."""

    number: int
    shade: str
    sign: str
    kind: str
    notes: tuple[str, ...]
    pins: tuple[Pinned, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the brief with what is said of it."""

    html: Markup
    judged: tuple[Judged, ...]


Numbered = tuple[int, Verdict]


def form(ask: Ask) -> Page:
    """The form into which a brief is put."""
    data = {"checked": None, "summary": "", "lines": (), "given": "", "longest": LONGEST}
    return Page("check.html", "Check a brief", data, dict, "/check")


def check(ask: Ask) -> Page:
    """The brief, checked."""
    text = ask.form.get("file") or ask.form.get("text", "")
    if not text.strip():
        raise LetterbookError("there is nothing to check: put in a brief, or choose its file")
    if len(text) > LONGEST:
        raise LetterbookError(f"a brief of more than {LONGEST:,} characters: give it in parts")
    checked = _checked(ask, text)
    shown = [(n, v) for n, v in enumerate(checked.verdicts, 1) if v.kind != "not checked"]
    data = {"checked": checked, "summary": told.summary(checked),
            "lines": list(_lines(checked, shown)), "given": text, "longest": LONGEST}  # fmt: skip
    return Page("check.html", "A brief, checked", data, lambda: as_json.checked(checked), "/check")


def _checked(ask: Ask, text: str) -> Checked:
    if not _one.acquire(timeout=WAIT):
        raise LetterbookError("another brief is being checked; try again in a minute")
    try:
        claims = ask.form.get("claims") == "1"
        return ask.book.check(text=text, claims=claims, progress=_bounded())
    finally:
        _one.release()


def _bounded() -> Callable[[int, int], None]:
    end = time.monotonic() + SECONDS

    def tell(done: int, total: int) -> None:
        if time.monotonic() > end and done < total:
            raise LetterbookError(
                f"after {SECONDS:.0f} seconds {done:,} of {total:,} claims were checked; check the"
                " quotations only, or give the brief in parts"
            )

    return tell


def _lines(checked: Checked, shown: Sequence[Numbered]) -> Iterator[Line]:
    """Each line of the brief with the verdicts that end in it."""
    front = max((f.span.end for f in checked.findings
                 if isinstance(f.value, Furniture) and f.span.start == 0), default=0)  # fmt: skip
    for block in LINE.finditer(checked.source.text, front):
        start, end = block.span()
        here = [(n, v) for n, v in shown if v.span.start < end and start < v.span.end]
        ending = tuple(_judged(checked, n, v) for n, v in here if v.span.end <= end)
        yield Line(_marked(checked.source.text, start, end, here), ending)


def _marked(text: str, start: int, end: int, here: Sequence[Numbered]) -> Markup:
    """A line, each piece marked by the gravest verdict that covers it."""
    inner = (p for _, v in here for p in (v.span.start, v.span.end) if start < p < end)
    html = Markup("")
    for a, b in pairwise(sorted({start, end, *inner})):
        over = [v for _, v in here if v.span.start < b and a < v.span.end]
        words = Markup("{}").format(visible(text[a:b]))
        if over:
            shade = min(map(told.shade, over), key=RANK.__getitem__)
            words = Markup('<mark class="v-{}">{}</mark>').format(shade, words)
        html += words
        for n, verdict in here:
            if verdict.span.end == b:
                html += Markup('<sup><a class="v-{}" href="#v{}">{}{}</a></sup>').format(
                    told.shade(verdict), n, told.sign(verdict), n
                )
    return html


def _judged(checked: Checked, number: int, verdict: Verdict) -> Judged:
    pins = (_pinned(checked.places[pin], pin.source, pin.start, pin.end) for pin in verdict.pins)
    return Judged(number, told.shade(verdict), told.sign(verdict), told.kind(verdict),
                  tuple(told.notes(verdict)), tuple(pins))  # fmt: skip


def _pinned(place: Words, source: str, start: int, end: int) -> Pinned:
    return Pinned(place, passage(place.letter.id if place.letter else source, start, end))


PLACES = (
    Place("/check", form, "A form to have a brief checked", menu="Check a brief", plain=False),
    Place("/check", check, "Check a brief", writes=True, guarded=False, lost=400,
          slow=True),
)  # fmt: skip
