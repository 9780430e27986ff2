"""Datelines: the place and day of writing, at the head of a letter or at its foot.

"Port Selm, October 10, 1933" · "[Port Selm,] August 13, 1953." · "Sankt Evert, September 15,
1948—2 p. m." · "Hollin, undated" · a place over a day on two lines · "Cresby, July 4, 1790"
after the signature. A page's own heading or the day it was made public is no dateline: only lines
inside the letter are asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from letterbook.mark import daylines, headwords, phrases
from letterbook.mark.dates import DateHit, bare_year, dates, undated
from letterbook.mark.hours import time_of_day
from letterbook.mark.place import place_after_heading, place_of, place_words
from letterbook.mark.sheet import Found, Line, Sheet, Zone, rule
from letterbook.mark.zone import zones
from letterbook.model import Finding, When, Words
from letterbook.text import squeeze

BY = rule("dateline")
_RANGE = re.compile(r"\s?(?:[-–—]|to|and)\s?")
_HOUR_FIRST = re.compile(r"(?:[ap]\.\s?m\.|noon|midnight|hours|Z)[\s,]*$")
_HOUR_LAST = re.compile(
    r"[\s,—–-]*[\d:.]*\s?(?:[-–—]\s?[\d:.]+\s?)?(?:[ap]\.\s?m\.?|noon|midnight|Z|hours)"
)
_IN_LINE = re.compile(  # "Telegram No. 7, Port Selm, March 4, 1957"
    r"^(?:.{3,80}?[,.] )?([A-Z][\w ]{2,30}, (?:[A-Z][a-z]+ )?\d.{4,30}\d{4})\.?$"
)
_GIVEN = re.compile(
    r"\b(?:Given|Done|Dated|Written) (?:at|in|from|under)\b(?:[^.]{0,50}?\b(?:at|of|in))?\s?"
    r"(?P<place>(?:[A-ZÀ-Þ][\w’'-]+ ?){1,3}?)?,?\s?(?:this|the|on|upon)?\s?$"
)
_WEEKDAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:,? (?:late|early|morning|noon|afternoon"
    r"|evening|night|\d{1,2} o['’]clock|\d{1,2} [ap]\.m\.?))?\.?"
)
_ANY_YEAR = 1904  # of a day without a year; a leap year knows all days
_LABELLED = re.compile(r"(?:DATE|Date)\s?:?\s+(.+)$")


def mark_dateline(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """Dateline, date and place of each letter."""
    for zone in zones(sheet, found):
        tagged = {kind for kind in ("dateline", "date", "place") if found.asserted(zone.of, kind)}
        if len(tagged) == 3:
            continue  # the editors have said it all
        heading = found.asserted(zone.of, "heading")
        line = _dateline(zone)
        if line is not None and not _outweighed(sheet, zone, line, heading):
            made = _filled(_from_line(sheet, zone, line), _from_heading(sheet, zone, heading))
        else:
            found_so = chain(
                _from_heading(sheet, zone, heading),
                _given(sheet, zone),
                _yearless(sheet, zone),
                _weekday(sheet, zone),
            )
            made = list({f.kind: f for f in reversed(list(found_so))}.values())  # of each the first
        yield from (finding for finding in made if finding.kind not in tagged)


def _ends_heading(sheet: Sheet, heading: Finding | None) -> DateHit | None:
    """The day with which an editor's heading ends: "…, Port Selm, March 11, 1976, 1430Z."."""
    if heading is None or heading.span.end == heading.span.start:
        return None
    words = sheet.source.text[heading.span.start : heading.span.end]
    hit = read_date(words)
    if hit is None or not hit.year or words[hit.end :].strip(" .,]"):
        return None
    return hit if hit.when.earliest and hit.when.earliest == hit.when.latest else None


def _outweighed(sheet: Sheet, zone: Zone, line: Line, heading: Finding | None) -> bool:
    """Whether the heading dates the letter and `line`, further down, names another day.

    Under "Telegram 1584 From …, March 11, 1976, 1430Z." the line "VARDÉNY 1584" is a number.
    """
    told = _ends_heading(sheet, heading)
    if told is None or heading is None:
        return False
    hit = read_date(line.text)
    same = hit is not None and hit.when.earliest == told.when.earliest
    between = [x for x in zone.head if heading.span.end <= x.start < line.start]
    return not same and len(between) > 1


def _filled(lined: Iterator[Finding], headed: Iterator[Finding]) -> list[Finding]:
    """What the dateline says, and of place and hour what only the heading of the same day says."""
    made, told = {f.kind: f for f in lined}, {f.kind: f for f in headed}
    ours, theirs = made.get("date"), told.get("date")
    if ours is None or theirs is None:
        return list(made.values())
    day, head = ours.value, theirs.value
    assert isinstance(day, When) and isinstance(head, When)
    if day.earliest == head.earliest:
        made = told | made  # "DATE: June 8" under "Talk, Hollin, June 8, 1973, 10:30 a.m."
        if head.time and not day.time:
            timed = replace(day, time=head.time)
            made["date"] = replace(ours, value=timed, because=(*ours.because, theirs.span))
    return list(made.values())


def _from_line(sheet: Sheet, zone: Zone, line: Line) -> Iterator[Finding]:
    hit = read_date(line.text)
    if hit is None:
        return
    end = line.start + hit.end
    if not hit.when.time and (below := _hour_below(line, zone)):
        hit = replace(hit, when=replace(hit.when, time=time_of_day(below.text)))
        end = below.end
    yield Finding(sheet.span(line.start, line.end), "dateline", Words(line.text), BY, zone.of)
    yield Finding(sheet.span(line.start + hit.start, end), "date", hit.when, BY, zone.of)
    if place := place_of(line, hit, zone):
        words = place_words(sheet.source.text[slice(*place)])
        yield Finding(sheet.span(*place), "place", Words(words), BY, zone.of)


def _hour_below(line: Line, zone: Zone) -> Line | None:
    """ "Sunday, 7 p.m." on a line of its own under the dateline."""
    below = next((x for x in zone.head if x.start > line.end), None)
    if below is None or below.gap or len(below.text) > 40 or not time_of_day(below.text):
        return None
    return below if daylines.hour(below.text) else None


def read_date(words: str) -> DateHit | None:
    """The date of a dateline with its time of day; a range written as two dates is one interval."""
    full = [h for h in dates(words) if h.year]
    hit = full[0] if full else undated(words) or bare_year(words)
    if hit is None or hit.when.earliest is None:
        return hit
    if len(full) > 1 and _RANGE.fullmatch(words[hit.end : full[1].start]):
        last = full[1]
        when = replace(hit.when, latest=last.when.latest, stated=words[hit.start : last.end])
        hit = DateHit(hit.start, last.end, when)
    end = hit.end
    time = time_of_day(words[end : end + 45])
    if not time and (before := _HOUR_FIRST.search(words[: hit.start])):  # "7 p.m., March 4, 1957"
        time = time_of_day(words[max(0, before.start() - 8) : hit.start])
    if time and (said := _HOUR_LAST.match(words[end:])):
        end += said.end()
    return DateHit(hit.start, end, replace(hit.when, time=time, stated=words[hit.start : end]))


def _dateline(zone: Zone) -> Line | None:
    """The line that dates the letter: in the head, at the foot, or within a line of the head."""
    for line in zone.head[:30]:
        if daylines.dateline(line.text):
            return line
    for line in reversed(zone.tail):  # many older letters are dated at the foot
        if daylines.dateline(line.text) and (zone.closed >= 0 or line in zone.lines[-5:]):
            return line
    for line in zone.head[:6]:
        if dated := _dated_part(line):
            return dated
    return None


def _dated_part(line: Line) -> Line | None:
    match = _IN_LINE.search(line.text) if len(line.text) < 130 else None
    if match and daylines.dateline(match[1]) and not headwords.kind_of(line.text):
        return Line(line.start + match.start(1), line.end, match[1], line.gap)
    if daylines.year_line(line.text):
        return line
    match = _LABELLED.match(line.text)
    if match and daylines.dateline(match[1]):
        return Line(line.start + match.start(1), line.end, match[1], line.gap)
    return None


def _from_heading(sheet: Sheet, zone: Zone, heading: Finding | None) -> Iterator[Finding]:
    """An editor's own heading of this one letter may date it: "…, Port Selm, July 29, 1954"."""
    lines = list(zone.head[:4])
    if heading is not None and heading.span.end > heading.span.start:
        span = heading.span
        lines.insert(0, Line(span.start, span.end, sheet.source.text[span.start : span.end], False))
    for line in lines:
        if len(line.text) > 400 or phrases.salutation(line.text):
            return
        hit = read_date(line.text)
        heads = (heading is not None and line is lines[0]) or _heads(line.text)
        if heads and hit and hit.when.earliest:
            where = sheet.within(line, hit.start, hit.end)
            yield Finding(where, "date", hit.when, BY, zone.of, (), 0.9)
            if place := place_after_heading(line.text[: hit.start]):
                words = Words(line.text[slice(*place)])
                yield Finding(sheet.within(line, *place), "place", words, BY, zone.of, (), 0.9)
            return


def _given(sheet: Sheet, zone: Zone) -> Iterator[Finding]:
    """ "Given at Our Court at Vardény the 3d day of May 1702" in the letter's last words."""
    for line in zone.lines[-6:]:
        for hit in dates(line.text):
            match = _GIVEN.search(line.text[: hit.start])
            if match and hit.year:
                where = sheet.within(line, hit.start, hit.end)
                yield Finding(where, "date", hit.when, BY, zone.of)
                yield Finding(
                    sheet.within(line, match.start(), hit.end),
                    "dateline",
                    Words(squeeze(line.text[match.start() : hit.end])),
                    BY,
                    zone.of,
                )
                if match["place"]:
                    place = Words(match["place"].strip())
                    span = sheet.within(line, *match.span("place"))
                    yield Finding(span, "place", place, BY, zone.of)
                return


def _yearless(sheet: Sheet, zone: Zone) -> Iterator[Finding]:
    """ "Hollin, July 17, 11:30 a.m.": place and hour; the day stays open, for the year does."""
    for line in zone.head[:5]:
        if not daylines.yearless(line.text):
            continue
        hit = next(dates(line.text, _ANY_YEAR))
        time = time_of_day(line.text[hit.end :])
        stated = When(None, None, line.text[hit.start :], time)
        yield Finding(sheet.span(line.start, line.end), "dateline", Words(line.text), BY, zone.of)
        yield Finding(sheet.span(line.start + hit.start, line.end), "date", stated, BY, zone.of)
        if place := place_of(line, hit, zone):
            words = Words(place_words(sheet.source.text[slice(*place)]))
            yield Finding(sheet.span(*place), "place", words, BY, zone.of)
        return


def _weekday(sheet: Sheet, zone: Zone) -> Iterator[Finding]:
    """ "Tuesday evening": a dateline that gives no day; the letter stays undated."""
    for line in zone.head[:4]:
        if _WEEKDAY.fullmatch(line.text):
            span = sheet.span(line.start, line.end)
            yield Finding(span, "dateline", Words(line.text), BY, zone.of)
            yield Finding(span, "date", When(None, None, line.text), BY, zone.of)
            return


def _heads(words: str) -> bool:
    if headwords.heading(words) or headwords.unnumbered_heading(words):
        return True
    shaped = words[:1].isupper() and not words.endswith(".") and len(words) < 300
    return shaped and bool(headwords.kind_of(words))
