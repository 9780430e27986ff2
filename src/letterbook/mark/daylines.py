"""Lines that date a letter: a place, a day, an hour, and nothing else."""

from __future__ import annotations

import re
from functools import lru_cache

from letterbook.mark.dates import bare_year, dates, undated
from letterbook.mark.headwords import kind_of

_DATED = re.compile(
    r"\d|undated|n\. ?d\.|s\. ?d\.|no date|without date|o\. ?D\.|eighteen|nineteen|seventeen", re.I
)
_NOT_DATED = re.compile(
    r"\d{1,4}[a-z]?\.\s|[\[(]?(?:received|rec['’]?d|endorsed|docketed|published|printed|posted"
    r"|filed|read in|made public)\b|(?:subject|subj|ref|reference|re|tags|participants)s?\b",
    re.I,
)
_WITHHELD = re.compile(r"\[[a-z ]{0,40}not declassified\]")
_LEAD_WORD = re.compile(  # a capital, a number, or a little word of several languages
    r"(?:d['’])?[A-ZÀ-ÖØ-ÞА-Я0-9][\w’'.&/()–-]*|[’'–—,-]|\d{1,2}:\d\d|[ap]\.?m|noon|midnight"
    r"|circa|ca|about|off|of|the|at|on|in|near|from|to|for|this|and|an|aboard|board|by|given"
    r"|done|dated|date:?|day"
    r"|en|route|de|la|le|du|d|l|des|sur|à|bord|ce|del|della|das|do|dos|il|el"
    r"|den|am|von|van|auf|der|af"
)
_TRAIL_WORD = re.compile(
    r"\[illegible\]|"
    r"[\s,;.\]\[)(–—?*†-]+|[+]?[0-9l:.–-]+|[ap]\.?\s?m\b\.?|noon\b|midnight\b|hours?\b|hrs?\b"
    r"|Z\b|GMT\b|E[SD]T\b|(?:local|Eastern|Standard|Daylight|Central|European|Greenwich|Mean"
    r"|Summer|Mountain|Pacific)\b|(?-i:[A-Z])\w+(?= (?:summer |standard )?time\b)|time\b"
    r"|to\b|and\b|at\b|o['’]clock|about\b|approximately\b|\w+day\b|received.*|in the\b"
    r"|evening\b|morning\b|afternoon\b|night\b|past\b|quarter\b|half\b"
    r"|early\b|late\b|circa\b|undated\b",
    re.I,
)


def dateline(line: str) -> bool:
    """ "Port Selm, October 10, 1933", "[Vardény,] August 13, 1953.", "Hollin, undated."."""
    return len(line) <= 170 and _dateline(line)


@lru_cache(maxsize=4096)
def _dateline(line: str) -> bool:
    if not _DATED.search(line):
        return False
    hit = next(dates(line), None) or undated(line)
    if hit is None or not hit.year:
        return False
    lead = line[: hit.start].strip()
    if _NOT_DATED.match(line) or kind_of(lead) or not _leads(lead):
        return False
    rest = line[hit.end :]
    for later in dates(rest):
        rest = rest[: later.start] + rest[later.end :]
    return _trails(rest)


def yearless(line: str) -> bool:
    """ "Hollin, July 17, 11:30 a.m.": a dateline, but for the year."""
    hit = next(dates(line, 1904), None) if len(line) <= 90 else None
    if hit is None or hit.year or not hit.start or _NOT_DATED.match(line):
        return False
    lead = line[: hit.start].strip()
    return lead.endswith((",", "]")) and _leads(lead) and _trails(line[hit.end :])


def hour(line: str) -> bool:
    """ "Sunday, 7 p.m.": a weekday or a time of day and nothing else."""
    return _trails(line)


def year_line(line: str) -> bool:
    """ "Hollin, 1789": a short line of place and year."""
    shaped = len(line) < 40 and re.fullmatch(r"\[?[A-Z][\w .]+,? \[?\d{4}\??\]?\.?", line)
    return bool(shaped and bare_year(line))


def _leads(words: str) -> bool:
    """Whether what stands before a date may be a place: capitals and the little words between."""
    tokens = [t.strip('[](“",.:;”?') for t in _WITHHELD.sub("", words).replace("—", " ").split()]
    return len(tokens) <= 14 and all(not t or _LEAD_WORD.fullmatch(t) for t in tokens)


def _trails(words: str) -> bool:
    """Whether what stands after a date is a time of day, or a place, and no more."""
    at = 0
    while at < len(words) and (match := _TRAIL_WORD.match(words, at)) and match.end() > at:
        at = match.end()
    rest = words[at:].strip(" ,.]")
    named = len(rest) < 30 and re.fullmatch(r"(?:[A-Z][\w’'.-]+,? ?){1,3}", rest)
    return not rest or (bool(named) and not kind_of(rest))
