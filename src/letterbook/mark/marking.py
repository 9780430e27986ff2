"""Markings: classification, handling, telegram number, channel.

"Top Secret; Niact; Eyes Only for the Secretary" · "841. According communiqué …" (a telegram's
number opens its text) · "No. 460" · "Deptel 2041" · "sent by special channel".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.mark import phrases
from letterbook.mark.sheet import Found, Line, Sheet, rule
from letterbook.mark.zone import Zone, zones
from letterbook.model import Finding, Note, Words

BY = rule("marking")
_CLASS = r"(?:top[ -]?secret|most secret|secret|confidential|restricted|unclassified|official use only|limited official use|no classification(?: marking)?|for official use only|streng geheim|geheim|très secret|private and confidential|strictly confidential|personal and confidential|private|personal)"
_HANDLE = (
    r"(?:niact|priority|immediate|urgent|most urgent|us urgent|flash|operational immediate|most immediate|routine|emergency|nodis|exdis|limdis|noforn|stadis|"
    r"eyes only(?: for [\w .’'-]{2,60})?|no distribution(?: outside[\w .]{2,30})?|no other distribution|verbatim text|literally eyes only(?: for [\w .’'-]{2,50})?|"
    r"sensitive|nodel|limit(?:ed)? distribution|by (?:pouch|courier|hand|bag)|special handling|plain|via (?:courier|pouch|air ?mail)|personal for [\w .’'-]{2,50}|"
    r"for (?:the )?(?:minister|secretary|president|ambassador)(?:['’]s)? (?:only|eyes only)|(?:exclusively )?(?:for )?distribution .{2,40}|no publicity|security information|limited distribution)"
)
_LINE = re.compile(
    rf"[\[(]?(?:(?P<c>{_CLASS})|(?P<h>{_HANDLE}))(?:[\s;,.:/—–-]+(?:(?:{_CLASS})|(?:{_HANDLE})))*[\])]?[.:;]?\d?",
    re.I,
)
_PART = re.compile(rf"(?P<c>\b{_CLASS}\b)|(?P<h>\b{_HANDLE})", re.I)
_SERIES = r"(?:Deptel|Embtel|Secto|Tosec|Polto|Topol|Delga|Gadel|Kascom|Cedto|Todel|Dulte|Tedul|Circular|Depcirtel|Usun|Unsec|Deptoff|Intel|CINCPAC|SECUN|TOSUN|Tomur|Secun)"
_NOTED = re.compile(
    rf"(?<=[a-z0-9)\]”])\.\s+((?:{_CLASS})(?:[;,]\s[^.;]{{2,50}}){{0,3}})\.(?=\s|$)", re.I
)
_NUMBER = re.compile(
    rf"(?:(?P<series>{_SERIES})\s)?(?:No\.? ?)?(?P<n>[A-Z]{{0,2}}-?\d{{1,6}})\.(?=\s|$)", re.I
)
_TITLE_NUMBER = re.compile(
    rf"\b(?:Telegram|Despatch|Airgram|Cable|Message|Note|Dispatch|Radiogram)\s(?:No\.?\s?)?(?P<n>(?:{_SERIES}\s)?[A-Z]{{0,6}}[-–]?\d{{1,6}}(?:/\d+)?)\b(?!\s?[-–]?\s?(?:page|paragraph))",
    re.I,
)
_CHANNEL = re.compile(
    r"\b(?:(?:via|through|by way of|by the hand of|by hand of|per|delivered by|handed (?:to \w+ )?by|sent by|transmitted (?:by|through|via)|by (?:special )?courier|by pouch)\s"
    r"(?:the\s|Ambassador\s|your\s|our\s|special\s|secure\s)?[^.;\n]{2,80})", re.I)  # fmt: skip


def mark_markings(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """Classification, handling, telegram number and channel of each letter."""
    for zone in zones(sheet, found):
        of = zone.letter.of
        tagged = {
            k
            for k in ("classification", "handling", "telegram", "channel")
            if found.asserted(of, k)
        }
        for finding in [
            *_lines(sheet, zone),
            *_from_note(sheet, found, zone),
            *_number(sheet, found, zone),
            *_channel(sheet, zone),
        ]:
            if finding.kind not in tagged:
                yield finding
                if finding.kind != "handling":
                    tagged.add(finding.kind)


def _lines(sheet: Sheet, zone: Zone) -> Iterator[Finding]:
    for line in zone.head[:14]:
        match = _LINE.match(line.text)
        if not match or len(line.text) - match.end() > 3 or not match[0].strip():
            continue
        if line.text.lower().startswith(("private", "personal")) and phrases.salutation(line.text):
            continue
        for part in _PART.finditer(line.text):
            kind = "classification" if part["c"] else "handling"
            span = sheet.span(line.start + part.start(), line.start + part.end())
            yield Finding(span, kind, Words(part[0].strip()), BY, zone.letter.of)


def _from_note(sheet: Sheet, found: Found, zone: Zone) -> Iterator[Finding]:
    """The marking that the editors' source note reports: "Source: …, Box 4. Secret; Priority."."""
    notes = (f for f in found.all("note") if isinstance(f.value, Note) and f.value.kind == "source")
    inside = (f for f in notes if zone.letter.span.start <= f.span.start < zone.letter.span.end)
    for note in inside:
        if any(f.kind == "classification" for f in _lines(sheet, zone)):
            return
        words = sheet.source.text[note.span.start : note.span.end]
        match = _NOTED.search(words)
        at = match.start(1) if match else 0
        for place, part in enumerate(re.split(r"[;,] ", match[1]) if match else ()):
            span = sheet.span(note.span.start + at, note.span.start + at + len(part))
            at += len(part) + 2
            if not part.lower().startswith("no class"):
                yield Finding(
                    span, "handling" if place else "classification", Words(part), BY, zone.letter.of
                )
        return


def _number(sheet: Sheet, found: Found, zone: Zone) -> Iterator[Finding]:
    heading = found.asserted(zone.letter.of, "heading")
    kind = found.asserted(zone.letter.of, "kind")
    kind_words = kind.value.text if kind and isinstance(kind.value, Words) else ""
    for line in zone.head[:8]:
        match = _TITLE_NUMBER.search(line.text)
        if (
            match
            and len(line.text) < 250
            and (
                heading
                and heading.span.start <= line.start + match.end() <= heading.span.end + 60
                or line.text[: match.start()].strip() == ""
            )
        ):
            yield _words(sheet, line, match, "n", zone)
            return
    if kind_words in ("letter", "memcon", "minutes", "paper", "report", "memorandum"):
        return
    dated = False
    for line in zone.lines[:14]:
        dated = dated or phrases.dateline(line.text)
        match = _NUMBER.match(line.text)
        numbered = re.fullmatch(r"(?:No\.|Nr\.|N°|№) ?(\d{1,5})", line.text)
        if numbered and (dated or heading):
            if not heading or line.start > heading.span.end:
                yield _words(sheet, line, numbered, 1, zone)
                return
        if dated and len(line.text) > 100 and not match:
            return  # the text has begun: "2. President …" further down is a paragraph
        if (
            match
            and dated
            and (
                kind_words in ("telegram", "airgram", "message", "")
                and not match["n"] == "1"
                or match["series"]
            )
        ):
            if len(line.text) > 20 or match["series"]:
                yield _words(sheet, line, match, "n", zone)
            return


def _words(sheet: Sheet, line: Line, match: re.Match[str], group: str | int, zone: Zone) -> Finding:
    start, end = match.span(group)
    if isinstance(group, str) and "series" in match.re.groupindex and match["series"]:
        start = match.start("series")
    words = line.text[start:end].rstrip(".")
    return Finding(
        sheet.span(line.start + start, line.start + end),
        "telegram",
        Words(words),
        BY,
        zone.letter.of,
    )


def _channel(sheet: Sheet, zone: Zone) -> Iterator[Finding]:
    for line in zone.head[:12]:
        if len(line.text) < 130 and not phrases.salutation(line.text) and re.match(
            r"[\[(]?(?:via|by|through|delivered|handed|sent|transmitted|per)\b", line.text, re.I):  # fmt: skip
            match = _CHANNEL.match(line.text.lstrip("[("))
            if match:
                span = sheet.span(line.start, line.end)
                yield Finding(span, "channel", Words(match[0].rstrip(" ])")), BY, zone.letter.of)
                return
