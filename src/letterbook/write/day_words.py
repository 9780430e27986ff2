"""A date in words, as calendars and notes print it; in brackets where the letter is silent."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Callable

from letterbook.model import Letter, When


def in_words(when: When | None) -> str:
    """ "October 10, 1933" · "October 1933" · "July 29–31, 1954" · "not after December 19, 1962".

    >>> day = datetime.date(1933, 10, 10)
    >>> in_words(When(day, day)), in_words(When(None, day)), in_words(When(day, None))
    ('October 10, 1933', 'not after October 10, 1933', 'not before October 10, 1933')
    >>> in_words(When(datetime.date(1933, 10, 1), datetime.date(1933, 10, 31), doubt="~"))
    'about October 1933'
    """
    if when is None or (when.earliest is None and when.latest is None):
        return "undated"
    first, last = when.earliest, when.latest
    if first is None or last is None:
        side = "not after" if first is None else "not before"
        return f"{side} {day_in_words(last or first or datetime.date.min)}"
    words = _span(first, last)
    return f"about {words}" if when.doubt == "~" else words + when.doubt


def day_in_words(day: datetime.date) -> str:
    """ "October 10, 1933"."""
    return f"{calendar.month_name[day.month]} {day.day}, {day.year}"


def _span(first: datetime.date, last: datetime.date) -> str:
    if first == last:
        return day_in_words(first)
    # from the first of a month to the last of one: months or years were meant, not days
    whole = first.day == 1 and (last + datetime.timedelta(1)).day == 1
    if whole and (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    month, to = calendar.month_name[first.month], calendar.month_name[last.month]
    if whole:
        return _months(first, last, month, to)
    if first.year != last.year:
        return f"{day_in_words(first)} – {day_in_words(last)}"
    if first.month != last.month:
        return f"{month} {first.day} – {to} {last.day}, {first.year}"
    return f"{month} {first.day}–{last.day}, {first.year}"


def _months(first: datetime.date, last: datetime.date, month: str, to: str) -> str:
    if first.year != last.year:
        return f"{month} {first.year} – {to} {last.year}"
    return f"{month} {first.year}" if first.month == last.month else f"{month}–{to} {first.year}"


def of_letter(letter: Letter, tell: Callable[[When | None], str] = in_words) -> str:
    """The letter's date; in brackets, as editors set it, where it is worked out."""
    words = tell(letter.when)
    return f"[{words}]" if letter.inferred else words
