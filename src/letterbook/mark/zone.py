"""The parts of the page in which a letter's header is looked for: head, body, tail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from letterbook.mark import phrases
from letterbook.mark.letters import body_lines
from letterbook.mark.sheet import Found, Line, Sheet, extent
from letterbook.model import Finding

_OPTION = re.compile(
    r"(?:(?:Dis)?[Aa]pproved?|Agreed?|Disagreed?|Yes|No|See me|Other|Speak to me)\b[\s_:.-]*.{0,30}"
)


@dataclass(frozen=True, slots=True)
class Zone:
    """One letter's lines: `head` up to the first words of the body, `tail` from the closing on.

    Enclosed letters are cut out. `saluted` and `closed` are indices into `lines`, -1 for none.
    """

    letter: Finding
    lines: tuple[Line, ...]
    head: tuple[Line, ...]
    tail: tuple[Line, ...]
    saluted: int
    closed: int
    above: tuple[Line, ...]


def zones(sheet: Sheet, found: Found) -> Iterator[Zone]:
    """The zone of each letter of the sheet, worked out once for all rules."""
    kept = found.by_kind.get("zone")
    if kept is None:
        kept = found.by_kind["zone"] = list(_zones(sheet, found))  # type: ignore[arg-type]
    yield from kept  # type: ignore[misc]


def _zones(sheet: Sheet, found: Found) -> Iterator[Zone]:
    lines = body_lines(sheet, found)
    letters = found.letters
    for letter in letters:
        inner = [x.span for x in letters if extent(x).inside == extent(letter).ordinal]
        mine = tuple(
            x for x in lines if letter.span.start <= x.start < letter.span.end
            and not any(s.start <= x.start < s.end for s in inner)
        )  # fmt: skip
        above = (
            tuple(x for x in lines if x.end <= letter.span.start)[-6:]
            if len(letters) > 1 or letter.span.start
            else ()
        )
        yield _zone(letter, mine, above)


def _zone(letter: Finding, lines: tuple[Line, ...], above: tuple[Line, ...]) -> Zone:
    saluted = next((i for i, x in enumerate(lines[:30]) if phrases.salutation(x.text)), -1)
    if saluted < 0:
        dated = max((i for i, x in enumerate(lines[:8]) if phrases.dateline(x.text)), default=9)
        saluted = next(
            (
                i
                for i in range(dated + 1, min(dated + 4, len(lines)))
                if phrases.bare_salutation(lines[i].text)
            ),
            -1,
        )
        saluted = saluted if saluted >= 0 else _run_on(lines, dated)
    long = next((i for i, x in enumerate(lines) if i and len(x.text) > 200), len(lines))
    if saluted > long + 3:
        saluted = -1
    top = saluted + 1 if saluted >= 0 else min(long + 1, 40)
    closed = _last_closing(lines, max(top - 1, 0))
    start = closed if closed >= 0 else _tail_start(lines, saluted + 1)
    return Zone(letter, lines, lines[:top], lines[start:], saluted, closed, above)


def _run_on(lines: tuple[Line, ...], dated: int) -> int:
    """The first paragraph under a dateline, if it opens with a name and no other line does."""
    first = next(
        (i for i in range(dated + 1, min(dated + 6, len(lines))) if len(lines[i].text) > 60), -1
    )
    if first < 0 or not phrases.run_on_salutation(lines[first].text):
        return -1
    return (
        -1
        if any(phrases.run_on_salutation(x.text) for x in lines[first + 1 : first + 12])
        else first
    )


def _last_closing(lines: tuple[Line, ...], floor: int) -> int:
    """The closing nearest the end; a later one only counts if few lines follow it."""
    at = len(lines) - 1
    while at > floor and len(lines) - at < 40:
        words = lines[at].text
        if phrases.closing(words) or len(words) > 20 and phrases.RUN_ON_CLOSING.search(words[-90:]):
            while at - 1 > floor and phrases.closing(lines[at - 1].text):
                at -= 1  # "I am, my dear Mr. President," over "Very sincerely yours,"
            return at
        at -= 1
    return -1


def _tail_start(lines: tuple[Line, ...], floor: int) -> int:
    """Without a closing: the short lines that end the letter, options to tick left out."""
    at = len(lines)
    while at > max(floor, 1) and len(lines) - at < 12:
        words = lines[at - 1].text
        if len(words) > 90 and not _OPTION.fullmatch(words):
            break
        at -= 1
    return at
