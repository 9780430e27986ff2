"""The day of a letter that another names: by the other's own day, or by the note around it.

"October tenth", "the 19th instant", "the seventh", "yesterday", "last Monday": each is counted
from the day of the letter that speaks.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterable, Sequence

from letterbook.mark.dates import DateHit, dates, relative
from letterbook.mark.months import MONTH_NAME, day_number, month_number
from letterbook.model import Finding, Span, When

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT_YEAR = re.compile(r"(?<=\d)(\s[A-Za-z]{3,9}\.?\s)(?=\d\d$)")  # "12 Oct 53"
_BEFORE = ("yesterday", "last night")
_AHEAD = datetime.timedelta(30)  # the day may be that on which it will arrive
_MONTH = re.compile(MONTH_NAME)
_SAME = ("today", "this morning", "this date", "even date", "same date")


def day_named(words: str, day: datetime.date | None) -> When | None:
    """The day that `words` name; `day` is that of the letter they stand in, None if unknown."""
    if day is None:
        hit = next(dates(words), None)
        return hit.when if hit else When(None, None, words)
    if found := relative(_SHORT_YEAR.sub(rf"\g<1>{day.year // 100}", words), day):
        found = _written(found, words, day)
        return When(found.when.earliest, found.when.latest, words)
    if _MONTH.fullmatch(words):
        return _latest_month(words, day)
    back = _back(words.lower(), day)
    return When(back, back, words) if back else None


def _latest_month(words: str, day: datetime.date) -> When:
    """ "Your letter of last July": of the latest July that had begun, up to the letter's day."""
    month = month_number(words)
    year = day.year - (month > day.month)
    last = calendar.monthrange(year, month)[1]
    until = min(day, datetime.date(year, month, last))
    return When(datetime.date(year, month, 1), until, words)


def _written(found: DateHit, words: str, day: datetime.date) -> DateHit:
    """ "My letter of October 10", in April, is of last October: what is named has been written."""
    first = found.when.earliest
    if first is None or first - day <= _AHEAD or found.year:
        return found
    return next(dates(words, first.year - 1), found)


def _back(words: str, day: datetime.date) -> datetime.date | None:
    """A day before (or of) the letter's, by its name in the week or its number in the month."""
    if words in _BEFORE:
        return day - datetime.timedelta(1)
    if words in _SAME:
        return day
    named = [at for at, name in enumerate(_WEEK) if name in words]
    if named:
        return day - datetime.timedelta((day.weekday() - named[0]) % 7 or 7)
    return _in_month(words.removeprefix("the "), day)


def _in_month(words: str, day: datetime.date) -> datetime.date | None:
    """ "the seventh": of this month, or of the last where this month's is still to come."""
    try:
        found = day.replace(day=day_number(words))
        if found <= day:
            return found
        return (day.replace(day=1) - datetime.timedelta(1)).replace(day=found.day)
    except (ValueError, KeyError):
        return None


def letter_days(findings: Iterable[Finding]) -> dict[str, datetime.date]:
    """Letter → its day, as far as one is asserted; under "", the first of the source."""
    days: dict[str, datetime.date] = {}
    for finding in findings:
        if finding.kind == "date" and isinstance(finding.value, When) and finding.value.earliest:
            days.setdefault(finding.of, finding.value.earliest)
            days.setdefault("", finding.value.earliest)
    return days


def note_day(text: str, notes: Sequence[Span], at: int) -> datetime.date | None:
    """A day that the note around a mention gives in full, for the days it gives by half."""
    for note in notes:
        if note.start <= at < note.end:
            hits = dates(text[note.start : note.end])
            return next((hit.when.earliest for hit in hits if hit.when.earliest), None)
    return None
