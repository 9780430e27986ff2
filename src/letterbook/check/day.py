"""Days as claims and sources state them, more or less exactly, and whether they agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from letterbook.mark.dates import DateHit, dates
from letterbook.mark.months import MONTH, month_number

NO_YEAR = 1600  # a leap year; stands for the year that a text does not give
_MONTH = re.compile(rf"(?<![\w.])(?=[A-Z])((?i:{MONTH}))(?![\w])(?!\s*\d)")
_YEAR = re.compile(r"(?<![\w$£.,/-])(1[5-9]\d\d|20[0-4]\d)(s)?(?![\w%]|,\d{3}|\.\d)")
_NEVER = frozenset({"may", "march", "mar", "mars", "mai", "sept", "dec", "jan"})


@dataclass(frozen=True, slots=True)
class Day:
    """A day, month or year; `last` is the end of a stretch ("the 1920s", "July 29–31")."""

    year: int | None
    month: int | None = None
    day: int | None = None
    last: date | None = None

    @property
    def first(self) -> date | None:
        """The earliest day it can be, if the year is known."""
        return date(self.year, self.month or 1, self.day or 1) if self.year else None

    def within(self, year: int | None) -> Day:
        """The same in `year`, if it states none itself."""
        return self if self.year or not year else Day(year, self.month, self.day)


def days(text: str) -> Iterator[tuple[int, int, Day]]:
    """Every day, month and year that `text` names: start, end, day.

    >>> [day for _, _, day in days("On October 10, 1933, and again in November")]
    [Day(year=1933, month=10, day=10, last=None), Day(year=None, month=11, day=None, last=None)]
    """
    taken: list[tuple[int, int]] = []
    for hit in dates(text, NO_YEAR):
        day = _day(hit)
        if day:
            taken.append((hit.start, hit.end))
            yield hit.start, hit.end, day
    for match in _YEAR.finditer(text):
        if not _overlaps(match, taken):
            year = int(match[1])
            yield match.start(), match.end(), Day(year, last=_decade(year) if match[2] else None)
    for match in _MONTH.finditer(text):
        if not _overlaps(match, taken) and match[1].lower().rstrip(".") not in _NEVER:
            yield match.start(), match.end(), Day(None, month_number(match[1]))


def _overlaps(match: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    return any(start < match.end() and match.start() < end for start, end in taken)


def _decade(year: int) -> date:
    return date(year + 9, 12, 31)


def _day(hit: DateHit) -> Day | None:
    first, last = hit.when.earliest, hit.when.latest
    if first is None or last is None or hit.when.doubt == "?":
        return None
    year = first.year if hit.year else None
    if first == last:
        return Day(year, first.month, first.day)
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and last.day > 27:
        return Day(year, first.month)
    return Day(year, first.month, first.day, last)


def agree(claimed: Day, stated: Day) -> str:
    """How a claimed day stands to a stated one: "same", "finer" (it says more), "other".

    >>> agree(Day(1933), Day(1933, 11, 16)), agree(Day(1933, 11, 16), Day(None, 11, 16))
    ('same', 'finer')
    >>> agree(Day(1933, 11, 17), Day(None, 11, 16))
    'other'
    """
    if claimed.last or stated.last:
        bare = not (claimed.year and stated.year)
        return _stretch(*(_unyeared(each) if bare else each for each in (claimed, stated)))
    finer = False
    for mine, theirs in zip(_parts(claimed), _parts(stated), strict=True):
        if mine is None:
            continue
        if theirs is None:
            finer = True
        elif mine != theirs:
            return "other"
    return "finer" if finer else "same"


def _parts(day: Day) -> tuple[int | None, int | None, int | None]:
    return day.year, day.month, day.day


def _unyeared(day: Day) -> Day:
    """The same of no year in particular: "October 31–November 5" of whichever year."""
    last = day.last.replace(year=NO_YEAR) if day.last else None
    return Day(NO_YEAR, day.month, day.day, last)


def _stretch(claimed: Day, stated: Day) -> str:
    first, begins = claimed.first, stated.first
    assert first and begins
    if claimed.last is None:
        inside = stated.last and begins <= first <= stated.last
        return "finer" if inside else "other"
    if claimed.day and stated.last:  # "between October 31 and November 5" names both its ends
        return "same" if (first, claimed.last) == (begins, stated.last) else "other"
    ends = stated.last or begins
    return "same" if first <= begins and ends <= claimed.last else "other"
