"""The place of a dateline: before the day, after it, or on the line above."""

from __future__ import annotations

import re

from letterbook.mark.dates import DateHit
from letterbook.mark.headwords import kind_of
from letterbook.mark.sheet import Line, Zone
from letterbook.text import squeeze

_WEEKDAY = re.compile(
    r"\b(?:Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun)\b\.?|"
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b",
    re.I,
)
_TELLS = re.compile(
    r"^(?:dated?|done at|given at|written (?:at|from)|sent|from|at|in)\s*:?\s+"
    r"|\b(?:this|the|le|den|am|el|on)$",
    re.I,
)
_TRAILING = re.compile(r"(?:^|\s)(?:this|the|le|den|am|el|on|undated|circa|ca|about)$")
_HOUR = re.compile(r",?\s*(?:\d{1,2}(?::\d\d)?\s?[ap]\.\s?m\.?|noon|midnight).*$")
_WITHHELD = re.compile(r"\s*\[([a-z ]+ not declassified)\]")
_PLACE = re.compile(
    r"(?:(?:d['’])?[A-ZÀ-ÖØ-ÞА-Я][\w’'.&/–-]*|of|off|the|at|on|On|en|route|aboard|board|de|la|le|du|,|-|–|near|and)"
    r"(?:[\s,]+|$)"
)
_AFTER = re.compile(r"[\s,;.]*(?:at\s|in\s)?((?:[A-Z][\w’'.-]+[\s,]*){1,4})\.?$")
_ZONE = re.compile(r"(?:Z|GMT|EST|Eastern|\w+ time)")
_ALONE = re.compile(r"(?:[A-ZÀ-Þ][\w’'.-]+[ ,]*){1,4}")
_MARKING = re.compile(
    r"(?i)\b(?:secret|confidential|urgent|telegram|copy|personal|private|official|unclassified"
    r"|restricted)\b|\bNo\b"
)
_IN_HEADING = re.compile(
    r"(?:, (?:at )?|\b(?:State|House) )((?:[A-Z][\w’'.-]+ ?){1,3}(?:, [A-Z]\w+)?), ?$"
)


def place_of(line: Line, hit: DateHit, zone: Zone) -> tuple[int, int] | None:
    """Where in the source the place of a dateline stands; None if none is given."""
    within = _before(line.text, hit) or _after(line.text, hit)
    if within:
        return line.start + within[0], line.start + within[1]
    return _above(line, zone)


def place_words(words: str) -> str:
    """A place for reading: "[PORT SELM,]" → "Port Selm"."""
    words = squeeze(re.sub(r"[\[\]]", "", words)).replace(" ,", ",").strip(" ,.;:—–-")
    return words.title() if words.isupper() and len(words) > 3 else words


def place_after_heading(words: str) -> tuple[int, int] | None:
    """The place that ends a heading before its day: "…, Port Selm, July 29, 1954"."""
    match = _IN_HEADING.search(words)
    return match.span(1) if match and not kind_of(match[1]) else None


def _before(words: str, hit: DateHit) -> tuple[int, int] | None:
    """ "Port Selm, Tuesday, October 10": the place without the weekday, an hour, "this the"."""
    withheld = _WITHHELD.match(words)
    if withheld and withheld.end() <= hit.start:
        return withheld.span(1)
    lead = _WEEKDAY.sub(lambda m: " " * len(m[0]), words[: hit.start])
    start = len(lead) - len(lead.lstrip(" ,[("))
    if told := _TELLS.match(lead[start:]):
        start += told.end()
    start += len(lead[start:]) - len(lead[start:].lstrip("“\"‘'"))
    body = lead.rstrip(" ,.;:[(])—–-")
    while trailing := _TRAILING.search(body):
        body = body[: trailing.start()].rstrip(" ,.;:")
    if hour := _HOUR.search(body):
        body = body[: hour.start()]
    return (start, len(body)) if len(body) > start and _PLACE.match(body[start:]) else None


def _after(words: str, hit: DateHit) -> tuple[int, int] | None:
    """ "October 10, 1933, Vardény"; "GMT" and "Tuesday" are no places."""
    after = words[hit.end :]
    match = _AFTER.match(after)
    if match is None or _ZONE.match(match[1]) or _WEEKDAY.match(match[1]):
        return None
    return hit.end + match.start(1), hit.end + len(after[: match.end(1)].rstrip(" ,"))


def _above(line: Line, zone: Zone) -> tuple[int, int] | None:
    """A place that stands on a line of its own over the day, "Vardény," or a letterhead."""
    at = next((i for i, x in enumerate(zone.lines) if x.start >= line.start), 0)
    if at == 0 or at > 4:
        return None
    words = zone.lines[at - 1]
    if not _ALONE.fullmatch(words.text) or kind_of(words.text) or _MARKING.search(words.text):
        return None
    return words.start, words.end
