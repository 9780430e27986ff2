"""Salutation, subject and closing: "My dear Mr. President:", "SUBJECT", "Very sincerely yours,"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.mark import phrases
from letterbook.mark.sheet import Found, Sheet, Zone, rule
from letterbook.mark.zone import zones
from letterbook.model import Finding, Words
from letterbook.text import squeeze

BY = rule("salutation")
_SUBJECT = re.compile(r"(?:SUBJECTS?|Subjects?|Subj|SUBJ|Re|RE|Betreff)(?!\w)\s?:?\s*(?P<words>.*)")


def mark_salutation(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """The salutation, the subject line and the closing of each letter."""
    for zone in zones(sheet, found):
        if not found.asserted(zone.of, "salutation"):
            yield from _salutation(sheet, zone)
        if not found.asserted(zone.of, "subject"):
            yield from _subject(sheet, zone)
        yield from _closing(sheet, zone)


def _salutation(sheet: Sheet, zone: Zone) -> Iterator[Finding]:
    if zone.saluted < 0:
        return
    line = zone.lines[zone.saluted]
    asked = (phrases.salutation, phrases.bare_salutation, phrases.run_on_salutation)
    match = next(match for question in asked if (match := question(line.text)))
    words = Words(squeeze(match[0]).lstrip("“‘\"'"))
    yield Finding(sheet.within(line, 0, match.end()), "salutation", words, BY, zone.of)


def _subject(sheet: Sheet, zone: Zone) -> Iterator[Finding]:
    """ "Subject: the Hollin gates", or SUBJECT over the words on the next line."""
    for at, line in enumerate(zone.head[:20]):
        match = _SUBJECT.fullmatch(line.text)
        if not match or (match["words"] and ":" not in line.text[:12]):
            continue
        start, end = line.start + match.start("words"), line.end
        if not match["words"] and at + 1 < len(zone.lines):
            start, end = zone.lines[at + 1].start, zone.lines[at + 1].end
        words = re.sub(r"(?<=[a-z)])\d{1,2}$", "", sheet.source.text[start:end])
        if words and end - start < 400:
            span = sheet.span(start, start + len(words))
            yield Finding(span, "subject", Words(squeeze(words)), BY, zone.of)
        return


def _closing(sheet: Sheet, zone: Zone) -> Iterator[Finding]:
    if zone.closed < 0:
        return
    first = zone.lines[zone.closed]
    if not phrases.closing(first.text):
        match = phrases.RUN_ON_CLOSING.search(first.text)
        if match:
            span = sheet.span(first.start + match.start(1), first.end)
            yield Finding(span, "closing", Words(match[1]), BY, zone.of)
        return
    last = first
    for line in zone.lines[zone.closed + 1 : zone.closed + 3]:
        if not phrases.closing(line.text):
            break
        last = line
    words = squeeze(sheet.source.text[first.start : last.end]).lstrip("“‘\"'")
    yield Finding(sheet.span(first.start, last.end), "closing", Words(words), BY, zone.of)


def addressee(words: str) -> str:
    """Whom a salutation addresses: "My dear Mr. President:" → "Mr. President"."""
    match = phrases.salutation(words)
    who = squeeze((match["who"] or match["who2"]) if match else words)
    who = re.sub(
        r"^(?:Sehr geehrter?|Lieber?|(?:Hoch)?[Vv]erehrter?|Cher|Chère|Mon cher|Querido|Estimado"
        r"|Caro)\s",
        "",
        who,
    )
    return who.strip(" ,:!")
