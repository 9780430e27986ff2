"""Salutation, subject and closing: "My dear Mr. President:", "SUBJECT", "Very sincerely yours,"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.mark import phrases
from letterbook.mark.sheet import Found, Sheet, rule
from letterbook.mark.zone import Zone, zones
from letterbook.model import Finding, Words
from letterbook.text import squeeze

BY = rule("salutation")
_SUBJECT = re.compile(r"(?:SUBJECT|Subject|Subj|SUBJ|Re|RE|Betreff)\s?:?\s*(?P<words>.*)")


def mark_salutation(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """The salutation, the subject line and the closing of each letter."""
    for zone in zones(sheet, found):
        of = zone.letter.of
        if zone.saluted >= 0 and not found.asserted(of, "salutation"):
            line = zone.lines[zone.saluted]
            match = (
                phrases.salutation(line.text)
                or phrases.bare_salutation(line.text)
                or phrases.run_on_salutation(line.text)
            )
            assert match is not None
            span = sheet.span(line.start, line.start + match.end())
            yield Finding(span, "salutation", Words(squeeze(match[0]).lstrip("“‘\"'")), BY, of)
        if not found.asserted(of, "subject"):
            yield from _subject(sheet, zone)
        yield from _closing(sheet, zone)


def _subject(sheet: Sheet, zone: Zone) -> Iterator[Finding]:
    for at, line in enumerate(zone.head[:20]):
        match = _SUBJECT.fullmatch(line.text)
        if not match or match["words"] and ":" not in line.text[:12]:
            continue
        start, end = line.start + match.start("words"), line.end
        if not match["words"] and at + 1 < len(zone.lines):
            start, end = zone.lines[at + 1].start, zone.lines[at + 1].end
        words = re.sub(r"(?<=[a-z)])\d{1,2}$", "", sheet.source.text[start:end])
        if words and end - start < 400:
            yield Finding(
                sheet.span(start, start + len(words)),
                "subject",
                Words(squeeze(words)),
                BY,
                zone.letter.of,
            )
        return


def _closing(sheet: Sheet, zone: Zone) -> Iterator[Finding]:
    if zone.closed < 0:
        return
    first = zone.lines[zone.closed]
    if not phrases.closing(first.text):
        match = phrases.RUN_ON_CLOSING.search(first.text)
        if match:
            span = sheet.span(first.start + match.start(1), first.end)
            yield Finding(span, "closing", Words(match[1]), BY, zone.letter.of)
        return
    last = first
    for line in zone.lines[zone.closed + 1 : zone.closed + 3]:
        if not phrases.closing(line.text):
            break
        last = line
    words = squeeze(sheet.source.text[first.start : last.end])
    yield Finding(sheet.span(first.start, last.end), "closing", Words(words), BY, zone.letter.of)


def addressee(words: str) -> str:
    """Whom a salutation addresses: "My dear Mr. President:" → "Mr. President"."""
    match = phrases.salutation(words)
    who = squeeze((match["who"] or match["who2"]) if match else words)
    who = re.sub(
        r"^(?:Sehr geehrter?|Lieber?|Cher|Chère|Mon cher|Querido|Estimado|Caro)\s", "", who
    )
    return who.strip(" ,:")
