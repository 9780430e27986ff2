"""Days named anywhere in a text, fast: in words, in file numbers, in stamps, in years.

`dates` reads one line with care; this scan walks whole letters and notes, so it looks only where
a month's name or a number can begin, and it also gives days that stand without a year.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from letterbook.mark.months import MONTHS, ORDINALS, day_number, month_number

YEARLESS = 4
"""The year that stands for no year: "December 19" is told as a day of it (a leap year)."""

_ENGLISH = "January February March April May June July August September October November December"
_SHORT = "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"
_MONTH = "|".join(f"{_ENGLISH} {_ENGLISH.upper()} {_SHORT}".split())
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_YEAR = r"(?:1[4-9]\d\d|20[0-4]\d)(?!\d)"
_AMERICAN = re.compile(  # the literal months come first: the scan skips to their capitals
    rf"(?P<month>{_MONTH})\.?\s(?:the\s)?(?P<day>\d{{1,2}}(?!\d)|(?:{_ORDINAL})\b)(?i:st|nd|rd|d|th)?\b"
    rf"(?:\s?[-–—]\s?(?:(?P<to>{_MONTH})\s)?(?P<last>\d{{1,2}})(?!\d))?(?:,?\s(?P<year>{_YEAR}))?"
)
_EUROPEAN = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?i:st|nd|rd|d|th|er|º|\.)?\s(?:of\s|de\s|di\s)?"
    rf"(?P<month>[^\W\d_]{{3,10}})\.?(?:,?\s(?:de\s)?(?P<year>{_YEAR}))?"
)
_STAMP = re.compile(r"/(\d{1,2})/((?:1[89])?\d\d)(?![\d/])")  # a literal first: a fast scan
_STAMP_MONTH = re.compile(r"(?<![\d/–-])(\d{1,2})$")
_FILED = re.compile(  # the day in "611.61/5–1661", "Kashmir/12–748", "5/12-1157"
    r"(?<=/)(\d{1,2})\s?[–-]\s?(\d{1,2}?)(\d\d)(?![\d–/-])"
)
_SPAN = re.compile(rf"(?<![\d/.–-])({_YEAR})(?:[–-](\d\d(?:\d\d)?)(?!\d))?(?![\d/])")
_MONTHS = re.compile(  # the folder's "11/65–5/66" and "11/12–19/64"
    r"(?<![\d/])(\d{1,2})/(\d\d)\s?[–-]\s?(\d{1,2})/(\d\d)(?![\d/])"
    r"|(?<![\d/])(\d{1,2})/(\d{1,2})[–-](\d{1,2})/(\d{1,2})/(\d\d)(?!\d)"
)

_COUNTED = re.compile(r"(?:\bBox(?:es)?|\bpp?\.|\bNos?\.|\bLot|\bRG|#) ?$")  # "Box 1584" is no year

Form = Literal["day", "file number", "stamp"]


@dataclass(frozen=True, slots=True)
class Named:
    """Days that words name: where they stand, the first and the last; in year 4 without a year."""

    start: int
    end: int
    first: datetime.date
    last: datetime.date
    form: Form = "day"


def days(text: str, start: int = 0, end: int | None = None) -> Iterator[Named]:
    """Every day named from `start` to `end` of `text`, in no particular order."""
    stop = len(text) if end is None else end
    for match in _AMERICAN.finditer(text, start, stop):
        month, last = MONTHS[match["month"].lower()], match["last"]
        first_day = day_number(match["day"])
        to = MONTHS[match["to"].lower()] if match["to"] else month
        yield from _named(match, month, first_day, to, int(last) if last else first_day)
    for match in _EUROPEAN.finditer(text, start, stop):
        if month := month_number(match["month"]):
            if not match["year"] and match["month"][0].islower() and match["month"] == "may":
                continue  # "the 20 may leave"
            yield from _named(match, month, int(match["day"]), month, int(match["day"]))
    for match in _STAMP.finditer(text, start, stop):
        if before := _STAMP_MONTH.search(text[max(0, match.start() - 4) : match.start()]):
            year = int(match[2]) + (1900 if len(match[2]) == 2 else 0)
            start_at = match.start() - len(before[1])
            yield from _day(start_at, match.end(), year, int(before[1]), int(match[1]), "stamp")
    for match in _FILED.finditer(text, start, stop):
        year, month_filed, day = 1900 + int(match[3]), int(match[1]), int(match[2])
        yield from _day(match.start(), match.end(), year, month_filed, day, "file number")


def _named(match: re.Match[str], month: int, day: int, to: int, last: int) -> Iterator[Named]:
    year = int(match["year"]) if match["year"] else YEARLESS
    try:
        first_day, last_day = datetime.date(year, month, day), datetime.date(year, to, last)
    except ValueError:  # "June 31"
        return
    if last_day < first_day:  # "December 30–January 2", or no range at all
        last_day = first_day
    yield Named(match.start(), match.end(), first_day, last_day)


def _day(start: int, end: int, year: int, month: int, day: int, form: Form) -> Iterator[Named]:
    if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
        the_day = datetime.date(year, month, day)
        yield Named(start, end, the_day, the_day, form)


def year_spans(text: str, start: int, end: int) -> Iterator[Named]:
    """Years, and spans of years or months: "1964–66", "1962", "11/65–5/66"."""
    for match in _SPAN.finditer(text, start, end):
        if _COUNTED.search(text, max(start, match.start() - 8), match.start()):
            continue
        first = int(match[1])
        last = int(match[1][: -len(match[2])] + match[2]) if match[2] else first
        if first <= last:
            yield _whole(match, first, 1, last, 12)
    for match in _MONTHS.finditer(text, start, end):
        if match[1]:
            numbers = [int(match[group]) for group in (1, 2, 3, 4)]
        else:
            numbers = [int(match[5]), int(match[9]), int(match[7]), int(match[9])]
        month, year, to, last = numbers
        if 1 <= month <= 12 and 1 <= to <= 12 and (year, month) <= (last, to):
            yield _whole(match, 1900 + year, month, 1900 + last, to)


def _whole(match: re.Match[str], year: int, month: int, last: int, to: int) -> Named:
    end = datetime.date(last, to, calendar.monthrange(last, to)[1])
    return Named(match.start(), match.end(), datetime.date(year, month, 1), end)
