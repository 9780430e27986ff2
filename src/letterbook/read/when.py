"""Machine-readable dates of markup (ISO 8601, simple EDTF) → `When`. No words are read here."""

from __future__ import annotations

import calendar
import datetime
import re

from letterbook.model import When

ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<time>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?"
    r"(?P<zone>Z|[+-]\d\d:?\d\d)?)?)?)?(?P<doubt>[?~%]?)"
)


def when(first: str, last: str = "", stated: str = "") -> When | None:
    """The interval from `first` to `last` (or of `first` alone), `None` if neither is a date.

    Each is YYYY, YYYY-MM, YYYY-MM-DD, a date with a time, or empty for an open end.

    >>> when("1962-12-19T19:00:00Z", stated="19 December").time
    '19:00Z'
    >>> when("1961", "1962-03").edtf
    '1961-01-01/1962-03-31'
    """
    if first and not last:
        found = _interval(first)
        return None if found is None else When(found[0], found[1], stated, found[2], found[3])
    head, tail = (_interval(day) if day else None for day in (first, last))
    if (first and head is None) or tail is None:
        return None
    earliest = head[0] if head else None
    if earliest and earliest > tail[1]:
        return None
    time, doubt = (head[2], head[3]) if head else ("", "")
    return When(earliest, tail[1], stated, time, doubt or tail[3])


def edtf(text: str, stated: str = "") -> When | None:
    """A date in simple EDTF: one of the forms of `when`, or two with a slash; ".." is open.

    >>> edtf("1962-10/1962-11").edtf
    '1962-10-01/1962-11-30'
    """
    first, slash, last = text.strip().partition("/")
    first, last = ("" if end == ".." else end for end in (first, last))
    if not slash:
        return when(first, "", stated) if first else None
    if not last:
        found = when(first, "", stated) if first else None
        return found and When(found.earliest, None, stated, found.time, found.doubt)
    return when(first, last, stated)


def _interval(text: str) -> tuple[datetime.date, datetime.date, str, str] | None:
    """(first day, last day, time, doubt) of one date, `None` if there is no such day."""
    match = ISO.fullmatch(text.strip())
    if not match or match["year"] in ("0000", "9999"):  # no day before or after
        return None
    year, month, day = int(match["year"]), match["month"], match["day"]
    try:
        first = datetime.date(year, int(month or 1), int(day or 1))
    except ValueError:
        return None
    final = int(month or 12)
    last = first if day else datetime.date(year, final, calendar.monthrange(year, final)[1])
    clock = match["time"] or ""
    if clock > "24:00":
        clock = ""
    universal = match["zone"] in ("Z", "+00:00", "-00:00", "+0000")
    doubt = "?" if match["doubt"] == "%" else match["doubt"]
    return first, last, clock + ("Z" if clock and universal else ""), doubt
