"""Clues: what a letter's own words say about its day, for a letter that bears none.

"Central Files, 611.61/5–1661" (filed May 16, 1961) · "your letter of May 3" · "the Foreign
Minister will arrive on June 4" · "Drafted by A on May 15" · a folder "1964–66" · a note that
prints a letter the writer is still going to send. A clue says which days its words name and in
what way they name them; what that is worth in days, `link` decides, where neighbours help.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from letterbook.mark.clue_days import YEARLESS, Named, days, year_spans
from letterbook.mark.clue_ways import Place, announced, note_number, way
from letterbook.model import ASSERTED, Finding, Marker, Name, Note, Source, Span, Words

_WIRED = ("telegram", "airgram", "despatch", "instruction")
_POST = re.compile(
    r"\b(?:embass(?:y|ies)|ambassador|legation|consul(?:ate)?|mission|delegation|chargé|minister in"
    r"|high commissioner|interests section|liaison office|(?:diplomatic|consular) posts)\b",
    re.I,
)
OPENING = 400  # characters: what a letter takes up first happened last


@dataclass(frozen=True, slots=True)
class Clue:
    """Words that bound or suggest the day of the letter they stand in.

    `kind` is where and how the days are named: "body: letter of", "source note: drafted on".
    `first`, `last`: the days named, or for "within" and "not after" the bound itself; days of
    year 4 where the words give no year. `note` is the label of the note they stand in.
    `reason` is filled where the clue has spoken: "not after 1962-12-19: announces …".
    """

    span: Span
    kind: str
    first: datetime.date
    last: datetime.date
    words: str = ""
    note: str = ""
    reason: str = ""

    @property
    def yearless(self) -> bool:
        """Whether the words give month and day alone."""
        return self.first.year == YEARLESS


def clues(source: Source, findings: Sequence[Finding], letter: str = "") -> tuple[Clue, ...]:
    """Every clue to the day of one letter of a source, as far as its own words go.

    In: the source, what was found in it, and the letter's id ("" is the first one). Out: the
    clues in the order in which they stand. The letter's own dateline is no clue: who calls this
    looks for a day because there is none.
    """
    mine = [f for f in findings if f.kind == "letter" and (f.of == letter or not letter)]
    extent = mine[0].span if mine else Span(source.id, 0, len(source.text))
    layout = _layout(source, findings, extent)
    told = list(_announced(source, findings))
    spoken = {clue.span for clue in told}  # that it is announced says more than that it is named
    sort = _bound(findings, mine[0].of if mine else letter)
    found = [*told, *(clue for clue in _named(source, layout, sort) if clue.span not in spoken)]
    found += _folders(source, layout)
    return tuple(sorted(found, key=lambda clue: (clue.span.start, clue.span.end)))


@dataclass(frozen=True, slots=True)
class _Stretch:
    place: Place
    start: int
    end: int
    label: str = ""


def _layout(source: Source, findings: Sequence[Finding], extent: Span) -> list[_Stretch]:
    """Head, body, source note and notes of a letter."""
    notes = (
        sorted(
            (f.span.start, f.span.end, f.value)
            for f in findings
            if f.kind == "note" and isinstance(f.value, Note) and extent.holds(f.span)
        )
        if any(f.kind == "note" for f in findings)
        else []
    )
    ends = min((start for start, _, _ in notes), default=extent.end)
    top = _top(source.text, extent.start, ends)
    first = min(top + OPENING, ends)
    stretches = [
        _Stretch("head", extent.start, top),
        _Stretch("opening", top, first),
        _Stretch("body", first, ends),
    ]
    for start, end, note in notes:
        place: Place = "source note" if note.kind == "source" else "note"
        stretches.append(_Stretch(place, start, end, note.label))
    return stretches


def _top(text: str, start: int, end: int) -> int:
    """Where the body begins: at the first line too long for a heading, but the heading itself."""
    at = text.find("\n", start) + 1 or end
    for _ in range(40):
        stop = text.find("\n", at, end)
        line = text[at : stop if stop >= 0 else end]
        if len(line) > 160 and not line.startswith("[Page"):
            return min(at, end)
        if stop < 0:
            break
        at = stop + 1
    return min(start + 200, end)


def _bound(findings: Sequence[Finding], letter: str) -> str:
    """Whether a telegram came in from a post or went out to one; "" for whatever is neither.

    An office files what comes in under its own day, and its answer, days or weeks later, under
    the day of what it answers; a memorandum lies with either.
    """
    mine = {f.kind: f.value for f in reversed(findings) if f.of == letter and f.score >= ASSERTED}
    kind = mine.get("kind")
    if not isinstance(kind, Words) or kind.text not in _WIRED:
        return ""
    for part, sort in (("sender", "incoming"), ("recipient", "outgoing")):
        value = mine.get(part)
        if isinstance(value, Name) and _POST.search(f"{value.office} {value.name}"):
            return sort
    return ""


def _named(source: Source, layout: Sequence[_Stretch], sort: str) -> Iterator[Clue]:
    text = source.text
    for stretch in layout:
        for named in days(text, stretch.start, stretch.end):
            how = way(text, stretch.start, named, stretch.place)
            if how == "file number" and stretch.place in ("head", "source note"):
                how = f"{sort} {how}".strip()
            yield _clue(source, named, f"{stretch.place}: {how}".strip(": "), stretch.label)


def _clue(source: Source, named: Named, kind: str, note: str) -> Clue:
    """A clue from days named; a file number is shown whole."""
    start = named.start
    if named.form == "file number":
        while start and not source.text[start - 1].isspace():
            start -= 1
    words = " ".join(source.text[start : named.end].split())
    return Clue(Span(source.id, start, named.end), kind, named.first, named.last, words, note)


def _folders(source: Source, layout: Sequence[_Stretch]) -> Iterator[Clue]:
    """The years of the files a letter is kept in: "Central Files 1964–66", "11/65–5/66"."""
    for stretch in layout:
        if stretch.place == "source note":
            for span in year_spans(source.text, stretch.start, stretch.end):
                long, one = (span.last - span.first).days > 2500, span.end - span.start == 4
                kind = "long folder" if long else "year" if one else "folder"
                yield _clue(source, span, kind, stretch.label)


def _announced(source: Source, findings: Sequence[Finding]) -> Iterator[Clue]:
    """A letter still to be written, and the note that tells its day: this one is no later."""
    for finding in findings:
        value = finding.value
        if isinstance(value, Marker) and value.note is not None:
            named = announced(source.text, finding.span.start, value.note)
            if named is not None:
                label = note_number(findings, value.note) or value.label
                yield _clue(source, named, "announced", label)
