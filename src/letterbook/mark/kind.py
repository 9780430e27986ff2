"""The kind of each letter: as its heading names it, as the page says, or as its form shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.mark import daylines, headwords
from letterbook.mark.sheet import Found, Sheet, Zone, extent, rule
from letterbook.mark.zone import zones
from letterbook.model import Finding, Words

BY = rule("kind")
_AFTER_FILE = re.compile(
    r": ?(?:Circular )?([Tt]elegrams?|[Aa]irgram|[Dd]espatch|Letter|[Ii]nstruction)\b"
)
_ABOUT = re.compile(r"(?:SUBJECTS?|Subject|RE|Re)\s?:?")
_TITLE = re.compile(
    r"(?:(?:Top )?Secret |Confidential |Draft )?(MEMORANDUM|TELEGRAM|CABLE|AIRGRAM"
    r"|AIDE[- ]M[EÉ]MOIRE|NOTE VERBALE|[Mm]emorandum|[Tt]elegram|[Aa]ide-[Mm][ée]moire)\b.{0,120}"
)
_CARRIED = re.compile(r"\b(?:following|text of|verbatim) (?:personal |oral )?(message|note)\b")
_COMPLIMENTS = re.compile(r"\bpresents? (?:(?:its|his|her|their) )?(?:compliments|respects)\b")
_MEMO_LINE = re.compile(r"(?:TO|FROM|To|From)\s?:|SUBJECT$|Subject:|PARTICIPANTS")


def mark_kind(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """The kind of each letter."""
    for zone in zones(sheet, found):
        if not found.asserted(zone.of, "kind"):
            yield from _kind(sheet, zone, found.asserted(zone.of, "heading"))


def _kind(sheet: Sheet, zone: Zone, heading: Finding | None) -> Iterator[Finding]:
    words = heading.value.text if heading and isinstance(heading.value, Words) else ""
    if heading and (kind := headwords.kind_of(words)):
        yield Finding(heading.span, "kind", Words(kind), BY, zone.of)
        return
    for before, line in zip((None, *zone.head), zone.head[:6], strict=False):
        if before and _ABOUT.fullmatch(before.text):
            continue  # "Memorandum of a Talk with Mr. Vale" under "SUBJECT" is what it is about
        own = _AFTER_FILE.search(line.text) or _TITLE.fullmatch(line.text)
        if own and not daylines.dateline(line.text):
            if kind := headwords.kind_of(own[0]):  # an instruction is none that we tell apart
                yield Finding(sheet.span(line.start, line.end), "kind", Words(kind), BY, zone.of)
            return
    if not re.search(r"[a-z]", words) or headwords.plain_heading(words):
        yield from _by_form(sheet, zone, heading is not None)


def _by_form(sheet: Sheet, zone: Zone, headed: bool) -> Iterator[Finding]:
    """The kind a text's form shows: a salutation makes a letter, compliments a note."""
    told = zone.above[-1] if zone.above and extent(zone.letter).inside is not None else None
    carried = _CARRIED.search(told.text[-300:]) if told else None
    opening = " ".join(x.text for x in zone.lines[: len(zone.head) + 2])[:1500]
    score = 1.0
    if told and carried:
        line, kind = told, carried[1]
    elif match := _COMPLIMENTS.search(opening):
        line = next((x for x in zone.lines if match[0] in x.text), zone.lines[0])
        kind = "note"
    elif zone.saluted >= 0 and not headed:
        line, kind = zone.lines[zone.saluted], "letter"
    elif memo := next((x for x in zone.head[:12] if _MEMO_LINE.match(x.text)), None):
        line, score = memo, 0.8
        kind = "memcon" if memo.text.startswith("PARTICIPANTS") else "memorandum"
    elif zone.saluted >= 0:  # under an editor's "The Minister at Hollin to the Premier"
        line, kind, score = zone.lines[zone.saluted], "letter", 0.8
    else:
        return
    yield Finding(sheet.span(line.start, line.end), "kind", Words(kind), BY, zone.of, (), score)
