"""What a person writes in a correction or a filter, as values: EDTF dates and parties."""

from __future__ import annotations

import calendar
import datetime
import re

from letterbook.model import FIELDS, TIES, LetterbookError, Link, Name, Value, When, Words

DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?([?~%]?)")
ALSO = {"from": "sender", "to": "recipient", "when": "date", "marking": "classification"}


def when(words: str) -> When:
    """An EDTF date or interval as a `When`; raises LetterbookError with examples.

    >>> when("1962-12").latest
    datetime.date(1962, 12, 31)
    >>> when("1962-12-10/1962-12-20").edtf
    '1962-12-10/1962-12-20'
    """
    first, slash, last = (part.strip() for part in words.strip().partition("/"))
    earliest, _, doubt = _days(first, words)
    if not slash:
        _, latest, _ = _days(first, words)
        if earliest is None:
            raise _odd(words)
        return When(earliest, latest, words.strip(), doubt=doubt)
    _, latest, more = _days(last, words)
    backwards = earliest is not None and latest is not None and latest < earliest
    if backwards or (earliest is None and latest is None):
        raise _odd(words)
    return When(earliest, latest, words.strip(), doubt=doubt or more)


def _days(part: str, words: str) -> tuple[datetime.date | None, datetime.date | None, str]:
    """First and last day of one date, and its doubt; `..` and nothing are open ends."""
    if part in ("", ".."):
        return None, None, ""
    match = DAY.fullmatch(part)
    if match is None:
        raise _odd(words)
    year, month, day = (int(match[i]) if match[i] else None for i in (1, 2, 3))
    assert year is not None
    try:
        first = datetime.date(year, month or 1, day or 1)
        end = day or calendar.monthrange(year, month or 12)[1]
        return first, datetime.date(year, month or 12, end), match[4].replace("%", "?")
    except ValueError:
        raise _odd(words) from None


def _odd(words: str) -> LetterbookError:
    return LetterbookError(
        f'"{words}" is not a date letterbook can read; write 1962-12-19, 1962-12, 1962, or an'
        " interval such as 1962-12-10/1962-12-20 or ../1962-12-19"
    )


def day_of(words: str) -> datetime.date | None:
    """A day as the record keeps it; None for ""."""
    return datetime.date.fromisoformat(words) if words else None


def field_of(words: str) -> str:
    """The header field a person means; raises LetterbookError with the list of fields."""
    field = ALSO.get(words.lower(), words.lower())
    if field not in FIELDS and field not in TIES:
        fields = ", ".join((*FIELDS, *TIES))
        raise LetterbookError(
            f'a letter\'s header has no field "{words}"; the fields are: {fields}'
        )
    return field


def values(field: str, words: str) -> tuple[Value, ...]:
    """The values that `words` give the field; "" and "-" say that it is not stated."""
    silent = words.strip() in ("", "-")
    if kind := TIES.get(field):
        return (Link(kind),) if silent else tuple(Link(kind, id) for id in _parts(words))
    if field == "date":
        return (When(None, None),) if silent else (when(words),)
    if field in ("sender", "recipient"):
        return (Name(),) if silent else tuple(map(_name, _parts(words)))
    return (Words("" if silent else " ".join(words.split())),)


def _parts(words: str) -> list[str]:
    return [part for part in (" ".join(p.split()) for p in words.split(";")) if part.strip(", ")]


def _name(part: str) -> Name:
    name, _, office = part.partition(",")
    return Name(name.strip(), office.strip())
