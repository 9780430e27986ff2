"""The parts of the page in which a letter's header is looked for: head, body, tail."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from letterbook.mark import daylines, headwords, phrases
from letterbook.mark.letters import body_lines
from letterbook.mark.sheet import Found, Line, Sheet, Zone, extent, outside
from letterbook.model import Finding, Span

_OPTION = re.compile(
    r"(?:(?:Dis)?[Aa]pproved?|Agreed?|Disagreed?|Yes|No|See me|Other|Speak to me)\b[\s_:.-]*.{0,30}"
)
Lines = tuple[Line, ...]


def zones(sheet: Sheet, found: Found) -> tuple[Zone, ...]:
    """The zone of each letter of the sheet, worked out once for all rules."""
    if found.zones is None:
        found.zones = tuple(_zones(sheet, found))
    return found.zones


def _zones(sheet: Sheet, found: Found) -> Iterator[Zone]:
    lines, letters = body_lines(sheet, found), found.letters
    starts = [line.start for line in lines]
    inner: dict[int | None, list[Span]] = {}
    for letter in letters:
        inner.setdefault(extent(letter).inside, []).append(letter.span)
    for letter in letters:
        first = bisect_left(starts, letter.span.start)
        mine = lines[first : bisect_left(starts, letter.span.end)]
        mine = outside(mine, inner.get(extent(letter).ordinal, ()))
        above = [x for x in lines[max(first - 6, 0) : first] if x.end <= letter.span.start]
        yield _zone(letter, tuple(mine), tuple(above))


def _zone(letter: Finding, lines: Lines, above: Lines) -> Zone:
    saluted = _saluted(lines)
    long = next((i for i, x in enumerate(lines) if i and _long(x.text, i)), len(lines))
    if saluted > long + 3:
        saluted = -1  # "Dear Nat," far down is quoted in the body
    top = saluted + 1 if saluted >= 0 else min(long + 1, 40)
    closed = _last_closing(lines, max(top - 1, 0))
    start = closed if closed >= 0 else _tail_start(lines, saluted + 1)
    return Zone(letter, lines, lines[:top], lines[start:], saluted, closed, above)


def _long(words: str, at: int) -> bool:
    """Whether line `at` is a paragraph; an editor's heading can be as long: "Memorandum by …"."""
    if len(words) <= 200:
        return False
    headed = headwords.unnumbered_heading(words) or headwords.plain_heading(words)
    return at > 4 or not (headed or headwords.titled(words))


def _saluted(lines: Lines) -> int:
    """The line of the salutation, -1 for none; a bare name ("Nat:") only under a dateline."""
    for at, line in enumerate(lines[:30]):
        if phrases.salutation(line.text):
            return at
    dated = max((i for i, x in enumerate(lines[:8]) if daylines.dateline(x.text)), default=9)
    for at in range(dated + 1, min(dated + 4, len(lines))):
        if phrases.bare_salutation(lines[at].text):
            return at
    return _run_on(lines, dated)


def _run_on(lines: Lines, dated: int) -> int:
    """The first paragraph under a dateline, if it opens with a name and no other line does."""
    for at in range(dated + 1, min(dated + 6, len(lines))):
        if len(lines[at].text) > 60:
            opens = phrases.run_on_salutation(lines[at].text)
            talk = any(phrases.run_on_salutation(x.text) for x in lines[at + 1 : at + 12])
            return at if opens and not talk else -1
    return -1


def _last_closing(lines: Lines, floor: int) -> int:
    """The closing nearest the end; a later one only counts if few lines follow it."""
    at = len(lines) - 1
    while at > floor and len(lines) - at < 40:
        if phrases.closes(lines[at].text, 20):
            while at - 1 > floor and phrases.closing(lines[at - 1].text):
                at -= 1  # "I am, my dear Mr. President," over "Very sincerely yours,"
            return at
        at -= 1
    return -1


def _tail_start(lines: Lines, floor: int) -> int:
    """Without a closing: the short lines that end the letter, options to tick left out."""
    at = len(lines)
    while at > max(floor, 1) and len(lines) - at < 12:
        words = lines[at - 1].text
        if len(words) > 90 and not _OPTION.fullmatch(words):
            break
        at -= 1
    return at
