"""Who may have sent an unsigned letter, with the words that suggest it.

Nothing here is asserted: each candidate scores `SUGGESTED`. "File copy, RA/mq" suggests R. A.;
"my Ministers have begun to look at the floor" somebody who has Ministers; on a page that prints
an exchange, the letter that answers suggests whom it answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.mark.parties import parties
from letterbook.mark.party import is_person
from letterbook.mark.routing import Stated, letterheads
from letterbook.mark.sheet import Found, Line, Sheet, Zone
from letterbook.mark.zone import zones
from letterbook.model import Name, Provenance

SUGGESTED = 0.3
_DICTATED = re.compile(  # "RA/mq", "RA:mq:2": who dictated, who typed
    r"(?:File copy\W+)?(?P<who>[A-Z]{2,4})\s?[:/]\s?[a-z]{1,4}(?:[:/]\d{1,2})?"
)
_DRAFT = re.compile(
    r"[\[(]?(?:[Dd]rafted|[Ww]ritten|[Dd]ictated|[Pp]repared|DRAFTED) by:?\s+"
    r"(?P<who>[A-Z][\w.’' -]{1,60}?)[\])]?\.?"
)
_PAPERS = re.compile(
    r"(?:[Ff]rom|In) the (?:[Pp]apers|[Ff]iles|[Ll]etter ?books?) of (?P<who>[A-Z][\w.’' ,-]{2,80})"
)
_MINE = re.compile(r"\bmy (?:Ministers|Cabinet)\b")
_AS = re.compile(
    r"\b(?:[Aa]s|in my capacity as) (?P<who>(?:the )?(?:[A-Z]\w+ )?(?:President|Premier|King|Queen"
    r"|Chancellor|Minister|Ambassador|Commissioner|Governor|Secretary|Prime Minister)"
    r"(?: (?:of|for) (?:the )?[A-Z]\w+(?: [A-Z]\w+)*)?),? I\b"
)


def suggest(sheet: Sheet, found: Found, zone: Zone, recipients: list[Stated]) -> list[Stated]:
    """Candidates for the sender of a letter that states none; each name once."""
    made: dict[str, Stated] = {}
    for one in (
        *_from_letterhead(sheet, zone),
        *_from_copy(sheet, zone),
        *_from_body(sheet, zone),
        *_from_note(found, zone),
        *_from_exchange(sheet, found, zone, recipients),
    ):
        made.setdefault(str(one.name), one)
    return list(made.values())


def _from_letterhead(sheet: Sheet, zone: Zone) -> Iterator[Stated]:
    for line, office in letterheads(zone):
        if not re.match(r"(?:for|to|from|by|memorandum) ", line.text, re.I):
            yield Stated(Name("", office), sheet.span(line.start, line.end), (), SUGGESTED)


def _from_copy(sheet: Sheet, zone: Zone) -> Iterator[Stated]:
    """What a secretary or an archivist wrote on the copy."""
    for line in (*zone.head[:6], *zone.lines[-6:]):
        match = _DICTATED.fullmatch(line.text) or _DRAFT.fullmatch(line.text)
        match = match or _PAPERS.search(line.text)
        if match:
            yield from _named(sheet, line, match)


def _from_body(sheet: Sheet, zone: Zone) -> Iterator[Stated]:
    """What the writer says of himself: "as Premier I cannot", "my Ministers"."""
    for line in zone.lines:
        for match in _AS.finditer(line.text):
            yield from _named(sheet, line, match)
        if mine := _MINE.search(line.text):
            words = sheet.within(line, *mine.span())
            yield Stated(Name("", "Head of government"), words, (), SUGGESTED)


def _named(sheet: Sheet, line: Line, match: re.Match[str]) -> Iterator[Stated]:
    start, end = match.span("who")
    words = match["who"]
    told = [p.name for p in parties(words)[:1]] if not words.isupper() else [Name(words)]
    for name in told:
        yield Stated(name, sheet.within(line, start, end), (), SUGGESTED)


def _from_note(found: Found, zone: Zone) -> Iterator[Stated]:
    """Whoever drafted it, as the editors' source note says."""
    told = found.asserted(zone.of, "provenance")
    if told and isinstance(told.value, Provenance):
        for who in filter(is_person, told.value.drafted):
            yield Stated(Name(who), told.span, (), SUGGESTED)


def _from_exchange(
    sheet: Sheet, found: Found, zone: Zone, recipients: list[Stated]
) -> Iterator[Stated]:
    """On a page of two letters, the one whom the recipient of this letter writes to."""
    wanted = {s.name.name for s in recipients if s.name.name}
    page = zones(sheet, found)
    if not wanted or len(page) > 8:
        return  # a typescript of many letters is no exchange of two
    for other in page:
        signed = {
            f.value.name for f in found.about(other.of, "signature") if isinstance(f.value, Name)
        }
        address = found.asserted(other.of, "address")
        if signed & wanted and address and isinstance(address.value, Name):
            yield Stated(address.value, address.span, (), SUGGESTED)
