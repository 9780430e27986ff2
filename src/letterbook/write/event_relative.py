"""Days counted from another day of the same text.

"four days earlier" · "the following day" · "two weeks later" · "in the same month" · "that autumn"
· "shortly after" (an open interval) · in a letter also "yesterday" and "three days ago", counted
from the letter's own day. What is counted from something the words only name ("two days after
his arrival") has no day here and is not resolved.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from letterbook.mark.months import SEASONS
from letterbook.model import When


@dataclass(frozen=True, slots=True)
class Counted:
    """Words that count from a day: where they stand, and what they give for a date.

    `of_letter`: they count from the day of the letter they stand in, not from a day told before.
    """

    start: int
    end: int
    reckon: Callable[[When], When | None]
    of_letter: bool = False


_SMALL = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split()
_NUMBERS = {word: n for n, word in enumerate(_SMALL, 1)} | {
    "a": 1,
    "an": 1,
    "fifteen": 15,
    "twenty": 20,
}
_NUMBER = rf"(?P<n>\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_UNIT = r"(?P<unit>day|week|fortnight|month|year)s?"
_OFFSET = re.compile(
    rf"\b{_NUMBER}\s(?:\w+\s)?{_UNIT}\s"
    r"(?P<way>earlier|before|previously|later|afterwards?|thereafter|after)\b(?!\sthan)",
    re.I,
)
_NEXT = re.compile(
    r"\b(?:the\s)(?P<which>following|next|succeeding|previous|preceding)\s"
    r"(?P<unit>day|morning|afternoon|evening|night|week|month|year)\b", re.I,
)  # fmt: skip
_BESIDE = re.compile(
    r"\bthe\s(?P<unit>day|week|month|year)\s(?P<way>before|after)(?=[,.;:]|\s*$)", re.I
)
_SAME = re.compile(
    r"\b(?:(?:later|earlier)\s)?(?:the\ssame|that(?:\ssame)?)\s"
    r"(?P<unit>day|morning|afternoon|evening|night|week|month|year|spring|summer|autumn|fall|winter)\b",
    re.I,
)
_SOON = re.compile(
    r"(?:^|(?<=[.;,]\s)|(?<=\band\s))(?P<how>(?:very\s)?(?:shortly|soon)\s(?:after|before)(?:wards|ward)?)(?=[,.]|\s(?:he|she|it|they)\b)",
    re.I,
)
_TODAY = re.compile(
    r"\b(?P<back>yesterday|last\snight|today|this\s(?:morning|afternoon|evening)|tonight|tomorrow)\b",
    re.I,
)  # fmt: skip
_AGO = re.compile(rf"\b{_NUMBER}\s{_UNIT}\sago\b", re.I)
_DAY_UNITS = frozenset(("day", "morning", "afternoon", "evening", "night"))
_SHORTLY = re.compile(r"shortly|soon", re.I)
_UNITS = re.compile(
    r"(?:day|week|fortnight|month|year|morning|afternoon|evening|night|spring|summer|autumn|fall|winter)s?\b"
)
_WAYS = re.compile(r"earlier|before|previously|later|after", re.I)
_WHICH = re.compile(r"following|next|succeeding|pre[vc]", re.I)


def counted(text: str, in_letter: bool = False) -> Iterator[Counted]:
    """Every such phrase in `text`, first to last; `in_letter` reads "yesterday" and "ago" too."""
    found = [*_told(text), *_soon(text)]
    if in_letter:
        found += _spoken(text)
    at = 0
    for one in sorted(found, key=lambda c: (c.start, -c.end)):
        if one.start >= at:
            yield one
            at = one.end


def _told(text: str) -> Iterator[Counted]:
    """Days, weeks, … counted from the day told last; most sentences have no such word."""
    if _UNITS.search(text):
        if _WAYS.search(text):
            yield from _offsets(text)
        if _WHICH.search(text):
            for match in _NEXT.finditer(text):
                yield _step(match, -1 if match["which"].lower()[0] == "p" else 1)
        for match in _SAME.finditer(text):
            yield Counted(match.start(), match.end(), _same(match["unit"].lower(), match[0]))


def _offsets(text: str) -> Iterator[Counted]:
    for match in _OFFSET.finditer(text):
        way, follows = match["way"].lower(), text[match.end() : match.end() + 1]
        if way in ("before", "after") and follows not in (",", ".", ";", ""):
            continue  # "two days after his arrival"
        yield _offset(match, -1 if way in ("earlier", "before", "previously") else 1)
    for match in _BESIDE.finditer(text):
        yield _step(match, 1 if match["way"].lower() == "after" else -1)


def _soon(text: str) -> Iterator[Counted]:
    if not _SHORTLY.search(text):
        return
    for match in _SOON.finditer(text):
        before = "before" in match["how"].lower()
        yield Counted(match.start("how"), match.end("how"), _before if before else _after)


def _spoken(text: str) -> Iterator[Counted]:
    for match in _TODAY.finditer(text):
        back = match["back"].lower()
        days = -1 if back[0] in "yl" else 1 if back == "tomorrow" else 0
        yield Counted(match.start(), match.end(), _moved("day", days), of_letter=True)
    for match in _AGO.finditer(text):
        one = _offset(match, -1)
        yield Counted(one.start, one.end, one.reckon, of_letter=True)


def _offset(match: re.Match[str], way: int) -> Counted:
    number = _NUMBERS.get(match["n"].lower()) or int(match["n"])
    return Counted(match.start(), match.end(), _moved(match["unit"].lower(), way * number))


def _step(match: re.Match[str], way: int) -> Counted:
    unit = match["unit"].lower()
    return Counted(match.start(), match.end(), _moved("day" if unit in _DAY_UNITS else unit, way))


def _moved(unit: str, number: int) -> Callable[[When], When | None]:
    """So many units on; weeks counted from a day are "about", months and years are whole ones."""

    def reckon(when: When) -> When | None:
        first, last = when.earliest, when.latest
        if (
            first is None
            or last is None
            or (first != last and unit in ("day", "week", "fortnight"))
        ):
            return None  # nothing can be counted in days from "March 1957"
        try:
            if unit == "day":
                first, last = (day + datetime.timedelta(number) for day in (first, last))
                return When(first, last)
            if unit in ("week", "fortnight"):
                days = number * (7 if unit == "week" else 14)
                day = first + datetime.timedelta(days)
                return When(day - datetime.timedelta(3), day + datetime.timedelta(3), doubt="~")
            if unit == "month":
                return _month(first, number)
            return When(
                datetime.date(first.year + number, 1, 1), datetime.date(last.year + number, 12, 31)
            )
        except (ValueError, OverflowError):  # beyond the calendar
            return None

    return reckon


def _month(day: datetime.date, number: int) -> When:
    years, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    last = calendar.monthrange(years, month + 1)[1]
    return When(
        datetime.date(years, month + 1, 1), datetime.date(years, month + 1, last), doubt="~"
    )


def _same(unit: str, words: str) -> Callable[[When], When | None]:
    """ "the same day", "that autumn", "later that year": the whole of it around the day told."""

    def reckon(when: When) -> When | None:
        first, last = when.earliest, when.latest
        if first is None or last is None:
            return None
        if unit in _DAY_UNITS:
            return When(first, last) if first == last else None
        if unit in SEASONS:
            low, high = SEASONS[unit]
            year = first.year
            end = year + (high < low)
            return When(datetime.date(year, low, 1), _last(end, high))
        if unit == "week":
            monday = first - datetime.timedelta(first.weekday())
            return When(monday, monday + datetime.timedelta(6)) if first == last else None
        low, high = (first.month, last.month) if unit == "month" else (1, 12)
        if unit == "month" and (first.year, first.month) != (last.year, last.month):
            return None
        start, end_day = datetime.date(first.year, low, 1), _last(first.year, high)
        if "later" in words.lower():
            start = last
        if "earlier" in words.lower():
            end_day = first
        return When(start, max(start, end_day))

    return reckon


def _last(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def _after(when: When) -> When | None:
    return When(when.latest, None, doubt="~") if when.latest else None


def _before(when: When) -> When | None:
    return When(None, when.earliest, doubt="~") if when.earliest else None
