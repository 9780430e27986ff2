"""The reading view as HTML: the text as it stands, with what is known of it marked on it.

Nothing is left out and nothing is moved but the notes: page marks are faded, note marks lead to
their notes, gaps are marked and open where another edition has the words, evidence is highlighted.
Each run of words says at which character of its source it begins (`data-s`), so that a passage
that somebody selects has an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from markupsafe import Markup, escape

from letterbook.model import Finding, Furniture, Gap, Marker, Note, Span
from letterbook.record import Shown
from letterbook.text import UNSEEN, skip, visible

BLANK = re.compile(r"\n[ \t\r]*\n\s*")
BEGUN = re.compile(r"\n\s*\Z")
LINED = ("heading", "dateline", "salutation", "closing", "signature", "address", "number")
"""Parts of a letter whose lines stand as they are: a signature is not a sentence."""
NUMBERED = re.compile(r"(?<=\n)[ \t]*[\[(]?(?:\d{1,3}|[*†‡])[\])]?[.)]?\s*\Z")
"""The number of a note that stands before it, alone at the beginning of a line: "1. ", "[2]"."""
SHORT = 60  # characters: a paragraph of shorter lines is verse, a list or an address
PART = 120_000  # characters of a long text that are shown on one page
SAID = {"elision": "left out by the editor", "withheld": "not declassified",
        "undeciphered": "not deciphered", "damaged": "lost to damage",
        "insertion": "put in by the editor", "sic": "so in the original"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to be highlighted, and as what: `here`, `evidence`, `because`."""

    start: int
    end: int
    sort: str


@dataclass(frozen=True, slots=True)
class Fill:
    """What another edition has in place of a gap; `sure`: 2 sure, 1 likely, 0 a guess."""

    words: str
    letter: str
    said: str
    sure: int


@dataclass(frozen=True, slots=True)
class Aside:
    """A note: its label, its words, where it begins, where its first mark stands (None: nowhere).

    `source` when it says where the letter is kept.
    """

    label: str
    html: Markup
    at: int
    back: int | None
    source: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, the class of its looks, and the notes whose marks stand in it."""

    sort: str
    html: Markup
    notes: tuple[Aside, ...]
    opens: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """A text for reading. `loose`: notes that no mark leads to. `before`, `after`: where the parts
    of a long text before and after this one begin, None at its ends.
    """

    paragraphs: tuple[Paragraph, ...]
    loose: tuple[Aside, ...]
    sources: tuple[Aside, ...]
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What the makers of paragraphs share."""

    text: str
    source: str
    layers: Sequence[Finding]
    marks: Sequence[Mark]
    fills: Mapping[Span, Fill]
    lined: Sequence[Finding]
    leads: Mapping[int, Finding] = field(default_factory=dict)  # first mark of each note


def view(
    shown: Shown,
    marks: Sequence[Mark] = (),
    fills: Mapping[Span, Fill] | None = None,
    begin: int | None = None,
) -> View:
    """The text of a letter (or source) for reading; of a long one the part from `begin` on."""
    text = shown.source.text
    start, end = (shown.letter.start, shown.letter.end) if shown.letter else (0, len(text))
    first, last = _part(text, start, end, begin)
    layers = [f for f in shown.findings if isinstance(f.value, Furniture | Marker | Gap)]
    notes = _notes(text, shown.findings, start, end)
    leads = {f.value.note.start: f for f in reversed(layers)
             if isinstance(f.value, Marker) and f.value.note}  # fmt: skip
    lined = [f for f in shown.findings if f.kind in LINED]
    sheet = _Sheet(text, shown.source.id, layers, marks, fills or {}, lined, leads)
    held = {f.span.start: _aside(sheet, f) for _, f in notes if first <= f.span.start < last}
    asides = list(held.values())
    paragraphs = tuple(_paragraphs(sheet, _body(first, last, notes), held))
    told = {note.at for paragraph in paragraphs for note in paragraph.notes}
    return View(
        paragraphs,
        tuple(a for a in asides if a.at not in told and not a.source),
        tuple(a for a in asides if a.source and a.at not in told),
        max(first - PART, start) if first > start else None,
        last if last < end else None,
    )


def _part(text: str, start: int, end: int, begin: int | None) -> tuple[int, int]:
    """The part of a long text to be shown: whole paragraphs, as far as there are any."""
    if end - start <= PART:
        return start, end
    first = start if begin is None else min(max(begin, start), end)
    if first > start and not BEGUN.search(text, max(first - 40, start), first):
        found = BLANK.search(text, first, min(first + PART // 4, end))
        first = found.end() if found else first
    cut = BLANK.search(text, min(first + PART, end), min(first + PART + PART // 4, end))
    return first, cut.end() if cut else min(first + PART, end)


def _notes(
    text: str, findings: Iterable[Finding], start: int, end: int
) -> list[tuple[int, Finding]]:
    """The notes, none inside another, each with where it begins, its own "1." included."""
    held: list[tuple[int, Finding]] = []
    for note in sorted((f for f in findings if isinstance(f.value, Note)), key=_place):
        inside = start <= note.span.start and note.span.end <= end
        if inside and (not held or note.span.start >= held[-1][1].span.end):
            mark = NUMBERED.search(text, max(note.span.start - 12, start), note.span.start)
            held.append((mark.start() if mark else note.span.start, note))
    return held


def _place(finding: Finding) -> tuple[int, int]:
    return finding.span.start, finding.span.end


def _body(start: int, end: int, notes: Iterable[tuple[int, Finding]]) -> Iterator[tuple[int, int]]:
    """The text without its notes."""
    at = start
    for begin, note in notes:
        if at < begin <= end:
            yield at, begin
        at = max(at, note.span.end)
    if at < end:
        yield at, end


def _after(label: str, text: str, span: Span) -> int:
    """Where a note's words begin after the mark it begins with: "1. Source: …", "[1] Source: …"."""
    mark = rf"[\[(]?{re.escape(label)}[\])]?[.)]?\s+" if label else ""
    found = re.compile(rf"\s*(?:{mark})?").match(text, span.start, span.end)
    return found.end() if found else span.start


def _aside(sheet: _Sheet, note: Finding) -> Aside:
    value = note.value
    assert isinstance(value, Note)
    lead = sheet.leads.get(note.span.start)
    # marks may count 0, 1 and notes 1, 2: what the reader saw in the text counts
    label = lead.value.label if lead and isinstance(lead.value, Marker) else value.label
    start = _after(value.label, sheet.text, note.span)
    html = Markup("").join(_inline(sheet, start, note.span.end))
    back = lead.span.start if lead else None
    return Aside(label, html, note.span.start, back, value.kind == "source")


# --- paragraphs ---------------------------------------------------------------------------------


def _paragraphs(
    sheet: _Sheet, body: Iterable[tuple[int, int]], notes: Mapping[int, Aside]
) -> Iterator[Paragraph]:
    away = [f for f in sheet.layers if isinstance(f.value, Furniture)]
    inline = [f.span for f in away if isinstance(f.value, Furniture) and "\n\n" not in f.value.join]
    for start, end in body:
        for first, last in _split(sheet.text, start, end, inline):
            leads = [f.value.note.start for f in _in(sheet.layers, first, last)
                     if isinstance(f.value, Marker) and f.value.note]  # fmt: skip
            led = tuple(notes[at] for at in dict.fromkeys(leads) if at in notes)
            html = Markup("").join(_inline(sheet, first, last))
            opens = any(g.span in sheet.fills for g in _in(sheet.layers, first, last))
            yield Paragraph(_sort(sheet, first, last), html, led, opens)


def _split(text: str, start: int, end: int, inline: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Paragraphs: a blank line parts them, but not one that a page mark in mid-sentence brought."""
    at = start
    for blank in BLANK.finditer(text, start, end):
        if any(s.start < blank.end() and blank.start() < s.end for s in inline):
            continue
        yield from _bare(text, at, blank.start())
        at = blank.end()
    yield from _bare(text, at, end)


def _bare(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    left, right = len(words) - len(words.lstrip()), len(words.rstrip())
    if left < right:
        yield start + left, start + right


def _sort(sheet: _Sheet, start: int, end: int) -> str:
    """The looks of a paragraph: what part of the letter most of it is; `lines` for short lines."""
    for finding in sheet.lined:
        shared = min(finding.span.end, end) - max(finding.span.start, start)
        if shared * 2 > end - start:
            return f"lines {finding.kind}"
    for finding in sheet.layers:
        whole = finding.span.start <= start and end <= finding.span.end
        if whole and isinstance(finding.value, Furniture):
            return "lines away"
    away = (
        (f.span.start - start, f.span.end - start, f.value.join)
        for f in sheet.layers
        if isinstance(f.value, Furniture) and start <= f.span.start and f.span.end <= end
    )
    lines = skip(sheet.text[start:end], away).text.split("\n")
    return "lines" if len(lines) > 1 and max(map(len, lines)) < SHORT else ""


def _in(findings: Sequence[Finding], start: int, end: int) -> list[Finding]:
    """Those that touch a stretch."""
    return [f for f in findings if f.span.start <= end and start <= f.span.end]


# --- runs ---------------------------------------------------------------------------------------


def _inline(sheet: _Sheet, start: int, end: int) -> Iterator[Markup]:
    """A stretch of the text in runs, each with whatever is known of it."""
    layers = _in(sheet.layers, start, end)
    marks = [m for m in sheet.marks if m.start < end and start < m.end]
    cuts = {start, end}
    for a, b in [*((f.span.start, f.span.end) for f in layers), *((m.start, m.end) for m in marks)]:
        cuts |= {min(max(a, start), end), min(max(b, start), end)}
    places = sorted(cuts)
    yield from _empty(sheet, layers, start, start)
    for a, b in pairwise(places):
        yield _run(sheet, a, b, layers, marks)
        yield from _ends(sheet, b, layers)
        yield from _empty(sheet, layers, b, start)


def _run(
    sheet: _Sheet, start: int, end: int, layers: Iterable[Finding], marks: Iterable[Mark]
) -> Markup:
    over = [f for f in layers if f.span.start <= start and end <= f.span.end]
    marker = next((f for f in over if isinstance(f.value, Marker)), None)
    if marker:
        return _marker(marker) if start == marker.span.start else Markup("")
    html = _words(sheet.text, start, end)
    for finding in over:
        if isinstance(finding.value, Furniture):
            html = Markup('<span class="away">{}</span>').format(html)
        elif isinstance(finding.value, Gap):
            html = Markup('<span class="gap" title="{}">{}</span>').format(
                visible(gap(finding.value)), html
            )
    for mark in marks:
        if mark.start <= start and end <= mark.end:
            html = Markup('<mark class="{}"{}>{}</mark>').format(
                mark.sort, _name(mark, start), html
            )
    return html


def _name(mark: Mark, start: int) -> Markup:
    """What an address may end in: the passage asked for, at its first run."""
    if mark.sort != "here" or start != mark.start:
        return Markup("")
    return Markup(' id="c{}-{}" tabindex="-1"').format(mark.start, mark.end)


def _words(text: str, start: int, end: int) -> Markup:
    """Words as they stand; a sign that cheats the eye is named, and the next run counts anew."""
    parts, at = [], start
    for match in UNSEEN.finditer(text, start, end):
        parts.append(_said(text[at : match.start()], at))
        parts.append(f'<span class="sign">{visible(match[0])}</span>')
        at = match.end()
    parts.append(_said(text[at:end], at))
    return Markup("".join(parts))


def _said(words: str, at: int) -> str:
    """A run of words: escaped here, and nowhere else."""
    return f'<span data-s="{at}">{escape(words)}</span>' if words else ""


def _marker(finding: Finding) -> Markup:
    value = finding.value
    assert isinstance(value, Marker)
    label = visible(value.label)
    if value.note is None:
        return Markup('<sup class="marker">{}</sup>').format(label)
    at = value.note.start
    return Markup(
        '<sup class="marker"><a href="#note-{}" id="mark-{}" aria-label="Note {}">{}</a></sup>'
    ).format(at, finding.span.start, label, label)


def _empty(sheet: _Sheet, layers: Iterable[Finding], at: int, start: int) -> Iterator[Markup]:
    """Gaps without words of their own, as editors tag them: […]."""
    for finding in layers:
        here = finding.span.start == at == finding.span.end
        if here and isinstance(finding.value, Gap):
            told = visible(gap(finding.value))
            yield Markup('<span class="gap" title="{}">[…]</span>').format(told)
            yield from _fill(sheet, finding.span)


def _ends(sheet: _Sheet, at: int, layers: Iterable[Finding]) -> Iterator[Markup]:
    """What opens where a gap ends."""
    for finding in layers:
        if isinstance(finding.value, Gap) and finding.span.start < finding.span.end == at:
            yield from _fill(sheet, finding.span)


def _fill(sheet: _Sheet, span: Span) -> Iterator[Markup]:
    fill = sheet.fills.get(span)
    if fill is None:
        return
    doubt = "" if fill.sure == 2 else " (likely these)" if fill.sure else " (perhaps these)"
    yield Markup(
        '<details class="fill"><summary>the words left out{}</summary>'
        '<span class="filled">{}</span> <a href="/letter/{}">{}</a></details>'
    ).format(doubt, visible(fill.words), fill.letter, visible(fill.said))


def gap(item: Gap) -> str:
    """A gap in words.

    >>> gap(Gap("elision", 3, "page", "the fisheries"))
    '3 pages left out by the editor: the fisheries'
    """
    amount = ""
    if item.amount is not None and item.unit:
        amount = f"{item.amount:g} {item.unit}{'' if item.amount == 1 else 's'}"
    told = " ".join(filter(None, (amount, SAID[item.what])))
    return f"{told}: {item.about}" if item.about else told
