"""What checking found, as a page of the terminal."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

import click

from letterbook.check import told
from letterbook.check.checked import Checked, Place
from letterbook.cli.safe import safe
from letterbook.cli.words import count, cut, title, width
from letterbook.model import Verdict
from letterbook.text import Lines

LONG = 400  # characters of words shown
COLOURS = {"good": "green", "caution": "yellow", "bad": "red", "open": "cyan", "none": None}


def page(checked: Checked) -> Iterator[str]:
    """The lines: a summary, the quotations, the claims, what was not checked."""
    yield title(safe(checked.title))
    yield from _wrap(told.summary(checked), "")
    lines = Lines(checked.source.text)
    quotations = [v for v in checked.verdicts if v.what == "quotation"]
    claims = [v for v in checked.verdicts if v.what == "claim" and v.kind != "not checked"]
    if quotations:
        yield from ("", title("Quotations"))
    for verdict in quotations:
        yield from ("", *_verdict(checked, verdict, lines))
    if claims:
        yield from ("", title("Claims"))
    yield from _claims(checked, claims, lines)
    yield from _apart([v for v in checked.verdicts if v.kind == "not checked"])


def _claims(checked: Checked, claims: Sequence[Verdict], lines: Lines) -> Iterator[str]:
    """The claims; before the first of several in one sentence, how the sentence stands."""
    opening, repeated = checked.opening, checked.repeated
    for verdict in claims:
        if whole := opening.get(verdict.span):
            yield from ("", *_wrap(safe(checked.words(whole)), ""))
            yield from _wrap(told.sentence(whole), "")
        again = verdict.span in repeated
        told_ = _verdict(checked, replace(verdict, pins=()) if again else verdict, lines)
        yield from ("", *(f"  {line}" if verdict.within and line else line for line in told_))
        if again:
            yield f"    └ {told.AGAIN}"


def _verdict(checked: Checked, verdict: Verdict, lines: Lines) -> Iterator[str]:
    mark = click.style(f"{told.sign(verdict)} {told.kind(verdict)}",
                       fg=COLOURS[told.shade(verdict)], bold=True)  # fmt: skip
    yield f"{mark}  line {lines.line(verdict.span.start):,}"
    words = cut(safe(checked.words(verdict)), LONG)
    yield from _wrap(f"“{words}”" if verdict.what == "quotation" else words, "    ")
    for note in told.notes(verdict):
        yield from _wrap(safe(note), "  ")
    for pin in verdict.pins:
        yield from _place(checked.places[pin], verdict)
    if verdict.also:
        yield from _wrap(f"stands also in {', '.join(map(safe, verdict.also[:6]))}", "    ")


def _place(place: Place, verdict: Verdict) -> Iterator[str]:
    """The source's words, unless they are the quotation over again, and where they stand."""
    if verdict.kind != "exact":
        yield from _wrap(f"│ {cut(safe(place.words), LONG)}", "  ", "  │ ")
    where = f"{place.heading}, {place.file}"
    yield from _wrap(f"└ {safe(where)}", "  ", "    ")


def _apart(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """How many parts were set apart, and why."""
    if verdicts:
        yield from ("", title("Not checked"))
    for reason, number in Counter(v.reason for v in verdicts).most_common():
        yield from _wrap(f"{count(number, 'part')}: {reason}", "  ")


def _wrap(words: str, indent: str, further: str = "") -> list[str]:
    room = width()
    return textwrap.wrap(
        words,
        room,
        initial_indent=indent,
        subsequent_indent=further or indent,
        break_on_hyphens=False,
        break_long_words=False,
    )  # a path stays whole
