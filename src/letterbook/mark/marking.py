"""Markings: classification, handling, telegram number, channel.

"Secret; Niact; Eyes Only for the Minister" · "214. Following from Premier …" (a telegram's
number opens its text) · "No. 460" · "Deptel 2041" · "sent by special channel".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.mark import daylines, phrases
from letterbook.mark.sheet import Found, Line, Sheet, Zone, rule
from letterbook.mark.zone import zones
from letterbook.model import Finding, Note, Words

BY = rule("marking")
_CLASS = (
    r"(?:top[ -]?secret|most secret|secret|confidential|restricted|unclassified"
    r"|official use only|limited official use|no classification(?: marking)?"
    r"|for official use only|streng geheim|geheim|très secret|private and confidential"
    r"|strictly confidential|personal and confidential|private|personal)"
)
_URGENCY = (
    r"niact|priority|immediate|urgent|most urgent|us urgent|flash|operational immediate"
    r"|most immediate|routine|emergency|plain"
)
_CAPTIONS = r"nodis|exdis|limdis|noforn|stadis|nodel|sensitive|security information"
_LIMITS = (
    r"eyes only(?: for [\w .’'-]{2,60})?|literally eyes only(?: for [\w .’'-]{2,50})?"
    r"|no distribution(?: outside[\w .]{2,30})?|no other distribution|verbatim text"
    r"|limit(?:ed)? distribution|by (?:pouch|courier|hand|bag)|special handling"
    r"|via (?:courier|pouch|air ?mail)|personal for [\w .’'-]{2,50}"
    r"|for (?:the )?(?:minister|secretary|president|ambassador)(?:['’]s)? (?:only|eyes only)"
    r"|(?:exclusively )?(?:for )?distribution .{2,40}|no publicity|limited distribution"
)
_HANDLE = rf"(?:{_URGENCY}|{_CAPTIONS}|{_LIMITS})"
_LINE = re.compile(
    rf"[\[(]?(?:{_CLASS}|{_HANDLE})(?:[\s;,.:/—–-]+(?:{_CLASS}|{_HANDLE}))*[\])]?[.:;]?\d?", re.I
)
_PART = re.compile(rf"(?P<c>\b{_CLASS}\b)|(?P<h>\b{_HANDLE})", re.I)
_NOTED = re.compile(
    rf"(?<=[a-z0-9)\]”])\.\s+((?:{_CLASS})(?:[;,]\s[^.;]{{2,50}}){{0,3}})\.(?=\s|$)", re.I
)
_SERIES = (
    r"(?:Deptel|Embtel|Secto|Tosec|Polto|Topol|Delga|Gadel|Kascom|Cedto|Todel|Dulte|Tedul"
    r"|Circular|Depcirtel|Usun|Unsec|Deptoff|Intel|CINCPAC|SECUN|TOSUN|Tomur)"
)
_NUMBER = re.compile(
    rf"(?:(?P<series>{_SERIES})\s)?(?:No\.? ?)?(?P<n>[A-Z]{{0,2}}-?\d{{1,6}})\.(?=\s|$)", re.I
)
_NUMBER_LINE = re.compile(r"(?:No\.|NO\.|Nr\.|N°|№) ?(?P<n>\d{1,5})")
_IN_TITLE = re.compile(
    r"\b(?:Telegram|Despatch|Airgram|Cable|Message|Note|Dispatch|Radiogram)\s(?:No\.?\s?)?"
    rf"(?P<n>(?:{_SERIES}\s)?[A-Z]{{0,6}}[-–]?\d{{1,6}}(?:/\d+)?)\b(?!\s?[-–]?\s?(?:page|paragraph))",
    re.I,
)
_SENT_BY = re.compile(r"[\[(]?(?:via|by|through|delivered|handed|sent|transmitted|per)\b", re.I)
_CHANNEL = re.compile(
    r"\b(?:via|through|by way of|by the hand of|by hand of|per|delivered by|handed (?:to \w+ )?by"
    r"|sent by|transmitted (?:by|through|via)|by (?:special )?courier|by pouch)\s"
    r"(?:the\s|Ambassador\s|your\s|our\s|special\s|secure\s)?"
    r"(?:[^.;\n]|(?<=\bMr|\bDr)\.|(?<=\bMrs)\.|(?<=\b[A-Z])\.){2,80}",
    re.I,
)
_BY_HAND = re.compile(r"[\[(]?(?:by (?:the )?hand of|by (?:special )?courier|by pouch)\b", re.I)
_NOT_WIRED = ("letter", "memcon", "minutes", "paper", "report", "memorandum")


def mark_markings(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """Classification, handling, telegram number and channel of each letter."""
    for zone in zones(sheet, found):
        kinds = ("classification", "handling", "telegram", "channel")
        said = {kind for kind in kinds if found.asserted(zone.of, kind)}
        lines = list(_lines(sheet, zone))
        made = [
            *lines,
            *(() if any(f.kind == "classification" for f in lines) else _noted(sheet, found, zone)),
            *_number(sheet, found, zone),
            *_channel(sheet, zone),
        ]
        for finding in made:
            if finding.kind not in said:
                yield finding
                said |= {finding.kind} - {"handling"}  # "Niact; Eyes only": several instructions


def _lines(sheet: Sheet, zone: Zone) -> Iterator[Finding]:
    """The lines of the head that mark the letter and do nothing else."""
    for line in zone.head[:14]:
        match = _LINE.match(line.text)
        if not match or len(line.text) - match.end() > 3:
            continue
        for part in _PART.finditer(line.text):
            kind = "classification" if part["c"] else "handling"
            span = sheet.within(line, part.start(), part.end())
            yield Finding(span, kind, Words(part[0].strip()), BY, zone.of)


def _noted(sheet: Sheet, found: Found, zone: Zone) -> Iterator[Finding]:
    """The marking that the editors' source note reports: "Source: …, Box 4. Secret; Priority."."""
    notes = (f for f in found.all("note") if isinstance(f.value, Note) and f.value.kind == "source")
    for note in notes:
        if not zone.letter.span.start <= note.span.start < zone.letter.span.end:
            continue
        match = _NOTED.search(sheet.source.text[note.span.start : note.span.end])
        at = note.span.start + (match.start(1) if match else 0)
        for place, part in enumerate(re.split(r"[;,] ", match[1]) if match else ()):
            kind = "handling" if place else "classification"
            if not part.lower().startswith("no class"):
                yield Finding(sheet.span(at, at + len(part)), kind, Words(part), BY, zone.of)
            at += len(part) + 2
        return


def _number(sheet: Sheet, found: Found, zone: Zone) -> Iterator[Finding]:
    """A telegram's or a note's own number: in its title, or where its text begins."""
    heading = found.asserted(zone.of, "heading")
    kind = found.asserted(zone.of, "kind")
    words = kind.value.text if kind and isinstance(kind.value, Words) else ""
    alone = _number_alone(zone, heading, words)
    counted = found.asserted(zone.of, "number")
    if alone and counted and alone[0].start <= counted.span.start < alone[0].end:
        alone = None  # the edition's "No. 494" over its heading
    place = _number_in_title(zone, heading)
    if place and alone and heading and place[0].start > heading.span.end:
        place = None  # "REFERENCE: Message No. 1" under the message's own "No. 97"
    if place is None and words not in _NOT_WIRED:
        place = _number_in_text(zone, heading, words)
    place = place or alone
    if place is not None:
        line, (start, end) = place
        number = Words(line.text[start:end].rstrip("."))
        yield Finding(sheet.within(line, start, end), "telegram", number, BY, zone.of)


Place = tuple[Line, tuple[int, int]]


def _number_in_title(zone: Zone, heading: Finding | None) -> Place | None:
    """ "Telegram No. 214" at the top, or in the editor's heading."""
    for line in zone.head[:8]:
        match = _IN_TITLE.search(line.text) if len(line.text) < 250 else None
        if match is None:
            continue
        end = line.start + match.end()
        headed = heading and heading.span.start <= end <= heading.span.end + 60
        if headed or not line.text[: match.start()].strip():
            return line, match.span("n")
    return None


def _number_in_text(zone: Zone, heading: Finding | None, kind: str) -> Place | None:
    """ "No. 460" under the dateline, or "214. Following from …" where the text begins."""
    dated = False
    for line in zone.lines[:14]:
        dated = dated or daylines.dateline(line.text)
        below = line.start > heading.span.end if heading else dated
        if below and (alone := _NUMBER_LINE.fullmatch(line.text)):
            return line, alone.span("n")
        match = _NUMBER.match(line.text)
        if dated and match is None and len(line.text) > 100:
            return None  # the text has begun: "2. Premier …" further down is a paragraph
        if match and match["n"] == "1" and not match["series"]:
            return None  # "1. The gates …": the paragraphs are numbered, not the telegram
        wired = kind in ("telegram", "airgram", "message", "")
        if dated and match and (match["series"] or wired):
            start = match.start("series") if match["series"] else match.start("n")
            said = match["series"] or len(line.text) > 20
            return (line, (start, match.end("n"))) if said else None
    return None


def _number_alone(zone: Zone, heading: Finding | None, kind: str) -> Place | None:
    """ "No. 45" over the dateline of a despatch, or among the lines of a telegram's form."""
    for line in zone.head[:10]:
        below = heading is not None and line.start > heading.span.end
        if (below or kind == "telegram") and (alone := _NUMBER_LINE.fullmatch(line.text)):
            return line, alone.span("n")
    return None


def _channel(sheet: Sheet, zone: Zone) -> Iterator[Finding]:
    """By which way it went: "By hand of Mr. Ekkerlund", "via the Legation in Marlund"."""
    for line in (*zone.head[:12], *(x for x in zone.tail[-8:] if _BY_HAND.match(x.text))):
        if len(line.text) >= 130 or phrases.salutation(line.text) or not _SENT_BY.match(line.text):
            continue
        if match := _CHANNEL.match(line.text.lstrip("[(")):
            words = Words(match[0].rstrip(" ])"))
            yield Finding(sheet.span(line.start, line.end), "channel", words, BY, zone.of)
            return
