"""Dates as narrators write them: days, months, seasons, years, decades, spans; the year or none.

"On December 6, 1917" · "in November 1933" · "by the end of March" · "throughout the 1920s" ·
"from 1956 to 1958" · "since 1957" · "on August 14" (the year is the narrative's) · "in December".
`mark.dates` reads what stands at the head of a letter; this adds what running text has.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from letterbook.mark.dates import dates
from letterbook.mark.months import MONTHS, PARTS, SEASONS, day_number
from letterbook.model import When

Bound = Literal["on", "from", "until"]


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in running text: where it stands and what it says.

    `year` is False where the words give none: `when` then counts in year 4, to be moved.
    `bound` tells "since 1957" (from) and "until June 1941" from a plain date. `names` says that
    the date is a thing's name: "his letter of March 6".
    """

    start: int
    end: int
    when: When
    year: bool = True
    bound: Bound = "on"
    names: bool = False


NO_YEAR = 4
_NAMES = "January February March April May June July August September October November December"
_SHORT = "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"
_MONTH = (
    "(?:(?:"
    + "|".join(f"{_NAMES} {_NAMES.upper()}".split())
    + r")\b|(?:"
    + _SHORT.replace(" ", "|")
    + r")\b\.?)"
)
_PART = r"(?i:early|mid|late|(?:the\s)?(?:beginning|middle|end|close|start)\sof)"
_YEAR = r"(?:1[4-9]\d\d|20[0-4]\d)(?![\d%])"
_IN = r"(?i:in|by|during|of|since|until|till|from|before|after|throughout)"
_TELLING = re.compile(
    rf"{_YEAR}|\d[/.-]\d|\b(?:{'|'.join(sorted({n[:3] for n in _NAMES.split()}))})", re.I
)
_DAY = re.compile(
    rf"(?<![\w.])(?:(?P<m>{_MONTH})\s(?P<d>\d{{1,2}})(?:st|nd|rd|d|th)?(?![\d,]\d|\w)"
    rf"(?:\s?[–-]\s?(?P<l>\d{{1,2}})(?!\w))?"
    rf"|(?:the\s)?(?P<d2>\d{{1,2}})(?:st|nd|rd|d|th)?\s(?:of\s)?(?P<m2>{_MONTH})(?!\s?\d))"
)
_MONTHLY = re.compile(
    rf"\b(?:(?P<part>{_PART})[\s-](?:in\s)?|(?:{_IN}|next|last|this)\s)(?P<m>{_MONTH})(?!\s?\d)(?!\s(?:Day|Revolution|War))"
)
_SEASON = re.compile(
    rf"\b(?P<part>{_PART})?\s?(?P<s>spring|summer|autumn|fall|winter)\s(?:of\s|and\s\w+\sof\s)?"
    rf"(?P<y>{_YEAR})(?:[–-]\d\d(?!\d))?"
)
_DECADE = re.compile(r"\bthe\s(?:(?P<part>early|mid|late)[\s-])?(?P<y>(?:1[4-9]|20)\d)0[’']?s\b")
_SPAN = re.compile(
    rf"\b(?:(?P<pair>from|between)\s)?(?P<y>{_YEAR})\s?(?:[–-]|(?P<and>to|and|until|through)\s)"
    rf"(?P<l>{_YEAR}|\d\d(?!\d))(?![\w–-])"
)
_LONE = re.compile(
    rf"\b(?:(?P<part>{_PART})[\s-](?:in\s)?|{_IN}\s(?:the\syears?\s)?)(?P<y>{_YEAR})(?![/–-]\d|\w|,\d|\s[“\"])"
)
_COUNTED = re.compile(  # "telegrams 1709–1718", "pp. 1405–1406"
    r"(?:tels?|telegrams?|cables?|despatch(?:es)?|dispatch(?:es)?|documents?|nos?\.|numbers?|pages?|pp?\.|messages?)\s$",
    re.I,
)

_FROM = re.compile(r"\b(?:since|after|from)\s(?:the\s)?(?:\w+\sof\s)?$", re.I)
_UNTIL = re.compile(r"\b(?:until|till|before|prior to|up to|as late as)\s(?:the\s)?$", re.I)
_NAMED = re.compile(r"(?P<noun>[\w’'”\"\])]+),?\sof\s(?:the\s)?$")
_TIMES = frozenset(
    "night morning evening afternoon day days week weekend end beginning middle close start"
    " month months year years spring summer autumn fall winter early part half quarter course"
    " weeks hours date as".split()
)  # "the night of November 9" is a time, "the note of November 9" a thing
_YEARLONG = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "middle": (5, 8), "end": (11, 12),
             "close": (11, 12), "beginning": (1, 3), "start": (1, 3)}  # fmt: skip


def narrated(text: str) -> Iterator[Dated]:
    """Every date in `text`, first to last; where two overlap, the fuller."""
    if not _TELLING.search(text):
        return
    found = [*_stated(text), *_added(text)]
    found.sort(key=lambda d: (d.start, -d.end))
    at = 0
    for dated in found:
        if dated.start >= at:
            yield _placed(text, dated)
            at = dated.end


def _stated(text: str) -> Iterator[Dated]:
    """What the grammar of datelines reads; a month must begin with a capital ("may 4 men")."""
    for hit in dates(text):
        words = text[hit.start : hit.end]
        if text[hit.end : hit.end + 1].isalnum():  # "28 April, 1400I" is an hour
            continue
        if any(c.isupper() for c in words) or not any(c.isalpha() for c in words):
            yield Dated(hit.start, hit.end, hit.when)


def _added(text: str) -> Iterator[Dated]:
    for match in _DAY.finditer(text):
        if dated := _day(match):
            yield dated
    for match in _MONTHLY.finditer(text):
        yield _monthly(match)
    for match in _SEASON.finditer(text):
        first, last = SEASONS[match["s"].lower()]
        year = int(match["y"])
        yield _made(match, "s", _months(year, first, year + (last < first), last))
    for match in _DECADE.finditer(text):
        yield _decade(match)
    for match in _SPAN.finditer(text):
        year, last = int(match["y"]), int(match["y"][: -len(match["l"])] + match["l"])
        joined = match["and"] and not match["pair"]
        if (
            year < last
            and not joined
            and not _COUNTED.search(text[max(0, match.start() - 24) : match.start()])
        ):
            yield Dated(match.start(), match.end(), _months(year, 1, last, 12))
    for match in _LONE.finditer(text):
        if not _COUNTED.search(text[max(0, match.start("y") - 24) : match.start("y")]):
            yield _lone(match)


def _day(match: re.Match[str]) -> Dated | None:
    month = _month_number(match["m"] or match["m2"])
    first = day_number(match["d"] or match["d2"])
    last = int(match["l"] or first)
    try:
        days = [datetime.date(NO_YEAR, month, day) for day in (first, last)]
    except ValueError:  # "May 35"
        return None
    if days[1] < days[0]:
        return None
    return Dated(match.start(), match.end(), When(days[0], days[1]), year=False)


def _monthly(match: re.Match[str]) -> Dated:
    """ "in December", "by the end of March", "mid-October": of the narrative's year."""
    month = _month_number(match["m"])
    when = _months(NO_YEAR, month, NO_YEAR, month)
    if match["part"]:
        part = (
            re.sub(r"^the\s", "", match["part"].lower())
            .replace("close", "end")
            .replace("start", "beginning")
        )
        low, high = PARTS[" ".join(part.split())]
        high = min(high, calendar.monthrange(NO_YEAR, month)[1])
        when = When(
            datetime.date(NO_YEAR, month, low), datetime.date(NO_YEAR, month, high), doubt="~"
        )
    return Dated(
        match.start("part") if match["part"] else match.start("m"), match.end(), when, False
    )


def _decade(match: re.Match[str]) -> Dated:
    first = int(match["y"]) * 10
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(match["part"] or "", (0, 9))
    return Dated(match.start(), match.end(), _months(first + low, 1, first + high, 12))


def _lone(match: re.Match[str]) -> Dated:
    year = int(match["y"])
    if not match["part"]:
        return Dated(match.start("y"), match.end(), _months(year, 1, year, 12))
    low, high = _YEARLONG[re.sub(r"^the\s|\sof$", "", match["part"].lower())]
    return Dated(match.start(), match.end(), _months(year, low, year, high, "~"))


def _made(match: re.Match[str], group: str, when: When) -> Dated:
    return Dated(match.start(group), match.end(), when)


def _placed(text: str, dated: Dated) -> Dated:
    """With its words, and with what stands before it: "since", "until", "the note of"."""
    before = text[max(0, dated.start - 40) : dated.start]
    when = replace(dated.when, stated=" ".join(text[dated.start : dated.end].split()))
    bound: Bound = "from" if _FROM.search(before) else "until" if _UNTIL.search(before) else "on"
    named = _NAMED.search(before)
    names = bool(named) and named["noun"].lower() not in _TIMES if named else False
    return replace(dated, when=when, bound=bound, names=names)


def _months(y1: int, m1: int, y2: int, m2: int, doubt: str = "") -> When:
    last = datetime.date(y2, m2, calendar.monthrange(y2, m2)[1])
    return When(datetime.date(y1, m1, 1), last, doubt=doubt)


def _month_number(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]
