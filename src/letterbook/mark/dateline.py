"""Datelines: the place and day of writing, at the head of a letter or at its foot.

"Washington, October 10, 1933" · "[Washington,] August 13, 1953." · "New Delhi, September 15,
1948—2 p. m." · "Paris, undated" · a place over a day on two lines · "Philadelphia, July 4, 1790"
after the signature. A page's own heading or the day it was made public is no dateline: only lines
inside the letter are asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from letterbook.mark import phrases
from letterbook.mark.dates import DateHit, bare_year, dates, time_of_day, undated
from letterbook.mark.sheet import Found, Line, Sheet, rule
from letterbook.mark.zone import Zone, zones
from letterbook.model import Finding, When, Words
from letterbook.text import squeeze

BY = rule("dateline")
_WEEKDAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b", re.I)  # fmt: skip
_TELLS = re.compile(
    r"^(?:dated?|done at|given at|written (?:at|from)|sent|from|at|in)\s*:?\s+|\b(?:this|the|le|den|am|el|on)$",
    re.I,
)
_PLACE = re.compile(
    r"(?:[A-ZÀ-ÖØ-Þ][\w’'.&/-]*|of|the|at|on|en|route|aboard|board|de|la|le|du|,|-|–|near|and)(?:[\s,]+|$)"
)


def mark_dateline(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """Dateline, date and place of each letter."""
    for zone in zones(sheet, found):
        of = zone.letter.of
        tagged = {kind for kind in ("dateline", "date", "place") if found.asserted(of, kind)}
        for finding in _findings(sheet, zone, of, found.asserted(of, "heading")):
            if finding.kind not in tagged:
                yield finding


def _findings(sheet: Sheet, zone: Zone, of: str, heading: Finding | None) -> list[Finding]:
    line = _dateline(zone)
    if line is None:
        return _from_heading(sheet, zone, of, heading)
    hit = read_date(line.text)
    if hit is None:
        return []
    where = sheet.span(line.start + hit.start, line.start + hit.end)
    if not hit.when.time and (below := _hour_below(line, zone)):
        hit = DateHit(hit.start, hit.end, replace(hit.when, time=time_of_day(below.text)))
        where = sheet.span(line.start + hit.start, below.end)
    made = [Finding(sheet.span(line.start, line.end), "dateline", Words(line.text), BY, of)]
    made.append(Finding(where, "date", hit.when, BY, of))
    place = _place(line, hit, zone)
    if place:
        start, end = place
        words = (
            squeeze(re.sub(r"[\[\]]", "", sheet.source.text[start:end]))
            .replace(" ,", ",")
            .strip(" ,.;:—–-")
        )
        words = words.title() if words.isupper() and len(words) > 3 else words
        made.append(Finding(sheet.span(start, end), "place", Words(words), BY, of))
    return made


def _hour_below(line: Line, zone: Zone) -> Line | None:
    """ "Sunday, 7 p.m." on a line of its own under the dateline."""
    below = next((x for x in zone.head if x.start > line.end), None)
    if below is None or below.gap or len(below.text) > 40 or not time_of_day(below.text):
        return None
    return below if phrases.hour(below.text) else None


def read_date(words: str) -> DateHit | None:
    """The date of a dateline with its time of day; a range written as two dates is one interval."""
    hits = list(dates(words))
    full = [h for h in hits if h.year]
    hit = full[0] if full else undated(words) or bare_year(words)
    if hit is None:
        return None
    if len(full) > 1 and re.fullmatch(r"\s?(?:[-–—]|to|and)\s?", words[hit.end : full[1].start]):
        last = full[1]
        when = replace(hit.when, latest=last.when.latest, stated=words[hit.start : last.end])
        hit = DateHit(hit.start, last.end, when)
    time = time_of_day(words[hit.end : hit.end + 45]) if hit.when.earliest else ""
    if (
        not time
        and hit.when.earliest
        and (
            before := re.search(
                r"(?:[ap]\.\s?m\.|noon|midnight|hours|Z)[\s,]*$", words[: hit.start]
            )
        )
    ):
        time = time_of_day(words[max(0, before.start() - 8) : hit.start])
    end = hit.end
    if time and (
        said := re.match(
            r"[\s,—–-]*[\d:.]*\s?(?:[-–—]\s?[\d:.]+\s?)?(?:[ap]\.\s?m\.?|noon|midnight|Z|hours)",
            words[hit.end :],
        )
    ):
        end += said.end()
    return DateHit(hit.start, end, replace(hit.when, time=time, stated=words[hit.start : end]))


def _dateline(zone: Zone) -> Line | None:
    for line in zone.head[:30]:
        if phrases.dateline(line.text):
            return line
    for line in reversed(zone.tail):  # many older letters are dated at the foot
        if phrases.dateline(line.text) and (zone.closed >= 0 or line in zone.lines[-5:]):
            return line
    for line in zone.head[:6]:
        tail = re.search(
            r"^(?:.{3,80}?[,.] )?([A-Z][\w ]{2,30}, (?:[A-Z][a-z]+ )?\d.{4,30}\d{4})\.?$", line.text
        )
        if (
            tail
            and len(line.text) < 130
            and phrases.dateline(tail[1])
            and not phrases.kind_of(line.text)
        ):
            return Line(line.start + tail.start(1), line.end, tail[1], line.gap)
        if phrases.year_line(line.text):
            return line
        told = re.match(r"(?:DATE|Date)\s?:?\s+(.+)$", line.text)
        if told and phrases.dateline(told[1]):
            return Line(line.start + told.start(1), line.end, told[1], line.gap)
    return None


def _place(line: Line, hit: DateHit, zone: Zone) -> tuple[int, int] | None:
    lead = line.text[: hit.start]
    lead = _WEEKDAY.sub(lambda m: " " * len(m[0]), lead)
    start = len(lead) - len(lead.lstrip(" ,[("))
    if told := _TELLS.match(lead[start:]):
        start += told.end()
    withheld = re.match(r"\s*\[([a-z ]+ not declassified)\]", line.text)
    if withheld and withheld.end() <= hit.start:
        return line.start + withheld.start(1), line.start + withheld.end(1)
    start += len(lead[start:]) - len(lead[start:].lstrip("“\"‘'"))
    body = lead.rstrip(" ,.;:[(])—–-")
    while trailing := re.search(r"(?:^|\s)(?:this|the|le|den|am|el|on|undated)$", body):
        body = body[: trailing.start()].rstrip(" ,.;:")
    times = re.search(r",?\s*(?:\d{1,2}(?::\d\d)?\s?[ap]\.\s?m\.|noon|midnight).*$", body)
    body = body[: times.start()] if times else body
    if len(body) > start and _PLACE.match(body[start:]):
        return line.start + start, line.start + len(body)
    after = line.text[hit.end :]
    if match := re.match(
        r"[\s,;.]*(?:at\s|in\s)?((?:[A-Z][\w’'.-]+[\s,]*){1,4})\.?$", after
    ):  # "October 10, 1933, Moscow"
        if not re.match(r"(?:Z|GMT|EST|Eastern|Moscow time)", match[1]) and not _WEEKDAY.match(
            match[1]
        ):
            return line.start + hit.end + match.start(1), line.start + hit.end + len(
                after[: match.end(1)].rstrip(" ,")
            )
    return _above(line, zone)


def _above(line: Line, zone: Zone) -> tuple[int, int] | None:
    """A place that stands on a line of its own over the day, "Moscow," or a letterhead."""
    at = next((i for i, x in enumerate(zone.lines) if x.start >= line.start), 0)
    if at == 0 or at > 4:
        return None
    words = zone.lines[at - 1]
    if re.fullmatch(r"(?:[A-ZÀ-Þ][\w’'.-]+[ ,]*){1,4}", words.text) and not phrases.kind_of(words.text) and not re.search(
        r"(?i)\b(?:secret|confidential|urgent|telegram|copy|personal|private|official|unclassified|restricted)\b|\bNo\b", words.text):  # fmt: skip
        return words.start, words.end
    return None


def _from_heading(sheet: Sheet, zone: Zone, of: str, heading: Finding | None) -> list[Finding]:
    """An editor's own heading of this one letter may date it: "…, Washington, July 29, 1954"."""
    lines = list(zone.head[:4])
    if heading is not None and heading.span.end > heading.span.start:
        span = heading.span
        lines.insert(0, Line(span.start, span.end, sheet.source.text[span.start : span.end], False))
    for line in lines:
        if len(line.text) > 400 or phrases.salutation(line.text):
            break
        hit = read_date(line.text)
        if (
            hit
            and hit.when.earliest
            and (heading is not None and line is lines[0] or _heads(line.text))
        ):
            where = sheet.span(line.start + hit.start, line.start + hit.end)
            made = [Finding(where, "date", hit.when, BY, of, (), 0.9)]
            place = re.search(
                r"(?:, (?:at )?|\b(?:State|House) )((?:[A-Z][\w’'.-]+ ?){1,3}(?:, [A-Z]\w+)?), ?$",
                line.text[: hit.start],
            )
            if place and not phrases.kind_of(place[1]):
                span = sheet.span(line.start + place.start(1), line.start + place.end(1))
                made.append(Finding(span, "place", Words(place[1]), BY, of, (), 0.9))
            return made
    return []


def _heads(words: str) -> bool:
    return bool(phrases.heading(words) or phrases.unnumbered_heading(words)
                or (phrases.kind_of(words) and words[:1].isupper() and not words.endswith(".") and len(words) < 300))  # fmt: skip


def when_of(finding: Finding | None) -> When | None:
    """The typed value of a `date` finding."""
    return finding.value if finding and isinstance(finding.value, When) else None
