"""Dates as people write them at the head of a letter → `When`, a grammar of our own.

"October 10, 1933" · "10 October 1933" · "February 3d, 1807" · "Dec 7 [6], 1941" ·
"July 29–31, 1954" · "November 30–December 1, 1961" · "le 4 mars 1790" · "4. März 1848" ·
"1962-12-19" · "August 1960" · "[undated]" · "circa 1804" · "June 1862?" · "the 19th instant".
What a number such as 3/4/57 means depends on the country: it is read as both, an interval apart.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from letterbook.mark.months import DAY, MONTH, PARTS, SEASONS, day_number, month_number
from letterbook.model import When

_YEARS = r"1[0-9]{3}|20[0-9]{2}"
_FIX = r"(?:\s?\[\s?(?P<{0}>[^\]]{{1,24}})\])?"  # "Dec 7 [6]": what an editor puts right
_DASH = r"\s?(?:[-–—/]|\band/or\b|\bto\b|\band\b|&)\s?"
_ISO = r"(?P<iso>(?:1\d|20)\d\d-(?:0\d|1[0-2])(?:-[0-3]\d)?)(?![\d-])"
_AMERICAN = rf"""(?P<m>{MONTH}),?\s?(?:the\s)?(?P<d>{DAY})(?P<q>\s?\(\?\)|\?)?{_FIX.format("fd")}
    (?:{_DASH}(?:(?P<m2>{MONTH})\s)?(?P<d2>{DAY})(?![\d:.]*\s?[ap]\.?\s?m\b))?
    (?:[\s,.]{{1,3}}\[?(?P<y>{_YEARS})(?!\d)(?P<slash>/\d{{1,4}})?\]?)?{_FIX.format("fy")}"""
_EUROPEAN = rf"""(?:the\s|le\s|den\s|am\s|el\s)?
    (?P<ed>{DAY}){_FIX.format("efd")}(?:{_DASH}(?P<ed2>{DAY}))?(?:\sday)?[\s.]{{0,2}}
    (?:\s?(?:of|de|di|den|d')\s?)?(?P<em>{MONTH}){_FIX.format("efm")}
    (?:[\s,.]{{1,3}}(?:de\s|in\sthe\syear\s)?
       \[?(?P<ey>{_YEARS})(?!\d)(?P<eslash>/\d{{1,4}})?\]?)?"""
_MONTHLY = rf"""(?:(?P<part>early|mid|late|beginning\sof|middle\sof|end\sof)[\s-])?
    (?P<mm>{MONTH})(?:{_DASH}(?P<mm2>{MONTH}))?,?\s\[?(?P<my>{_YEARS})(?!\d)\]?"""
_SEASONAL = rf"(?P<season>spring|summer|autumn|fall|winter)(?:\sof)?,?\s(?P<sy>{_YEARS})(?!\d)"
_NUMBERS = r"(?P<n1>\d{1,2})(?P<ns>[/.])(?P<n2>\d{1,2})(?P=ns)(?P<ny>(?:1[0-9]|20)?\d\d)(?!\d)"
_FORMS = "|".join((_ISO, _AMERICAN, _EUROPEAN, _MONTHLY, _SEASONAL, _NUMBERS))
_DATE = re.compile(rf"(?<![\w/])(?:{_FORMS})", re.I | re.X)
_YEAR = re.compile(r"(?<![\w/.(-])\[?(1[0-9]{3}|20[0-4][0-9])\]?(\?)?(?![\w/-])")
_DOUBT = re.compile(r"\b(ca?\.|circa|about|c\.)\s*\[?$", re.I)
_UNDATED = re.compile(r"\b(undated|n\. ?d\.|s\. ?d\.|no date|without date|o\. ?D\.)(?!\w)", re.I)
_RELATIVE = re.compile(
    rf"(?:the\s)?(?P<d>{DAY})(?:\sof\s(?:the\s)?)?\s?(?:day\sof\s)?"
    r"(?P<which>inst(?:ant|\.)|ult(?:imo|\.)|prox(?:imo|\.)|this\smonth|last\smonth|next\smonth)"
    r"(?!\w)",
    re.I,
)

HALF_A_YEAR = 182  # days

Group = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class DateHit:
    """A date in a string: where it stands and what it says; `year` is False if none is given."""

    start: int
    end: int
    when: When
    year: bool = True


_MAY_DATE = re.compile(r"\d|(?:th|st|nd|rd)\b", re.I)  # every day has a figure or an ordinal


def dates(text: str, year: int | None = None) -> Iterator[DateHit]:
    """Every date in `text`, first to last; one without a year only if `year` supplies it."""
    if not _MAY_DATE.search(text):
        return
    for match in _DATE.finditer(text):
        hit = _read(match, year)
        if hit:
            yield hit


def undated(text: str) -> DateHit | None:
    """ "[undated]", "n.d.": the text says that it bears no date."""
    match = _UNDATED.search(text)
    return DateHit(match.start(), match.end(), When(None, None, match[0])) if match else None


def bare_year(text: str) -> DateHit | None:
    """A year that stands alone: "Hollin, 1789"; "[1862?]"."""
    match = _YEAR.search(text)
    if not match:
        return None
    when = _months(int(match[1]), 1, int(match[1]), 12, match[0], match[2] or "")
    return DateHit(match.start(), match.end(), when)


def relative(words: str, letter_day: datetime.date) -> DateHit | None:
    """The first day that `words` name by the letter's own: "the 19th instant", "October tenth".

    In: words of a body, and the day of the letter they stand in. Out: the day, or None where the
    words name none. A day without a year is the one nearest the letter's, so that a letter of
    January speaks of "December 28" as of last month.
    """
    if match := _RELATIVE.search(words):
        return _counted(match, letter_day)
    met = list(_DATE.finditer(words)) if _MAY_DATE.search(words) else []
    hit = next(filter(None, (_read(match, letter_day.year) for match in met)), None)
    if hit is None or hit.year or hit.when.earliest is None:
        return hit
    if len(met) == 1 and abs((hit.when.earliest - letter_day).days) <= HALF_A_YEAR:
        return hit  # of no other year is it nearer
    years = (letter_day.year + shift for shift in (0, -1, 1))
    hits = [hit for year in years for match in met if (hit := _read(match, year))]
    return min(hits, key=lambda h: abs((h.when.earliest or letter_day) - letter_day))


def _counted(match: re.Match[str], letter_day: datetime.date) -> DateHit | None:
    which = match["which"][0].lower()
    shift = {"i": 0, "t": 0, "u": -1, "l": -1, "p": 1, "n": 1}[which]
    years, month = divmod(letter_day.year * 12 + letter_day.month - 1 + shift, 12)
    try:
        day = datetime.date(years, month + 1, day_number(match["d"]))
    except ValueError:  # "the 31st ultimo" of a month with thirty days
        return None
    return DateHit(match.start(), match.end(), When(day, day, match[0]))


def _read(match: re.Match[str], year: int | None) -> DateHit | None:
    words, group = match[0], match.groupdict()
    doubt = "?" if re.match(r"\s?\]?\?", match.string[match.end() : match.end() + 3]) else ""
    doubt = "~" if _DOUBT.search(match.string[max(0, match.start() - 8) : match.start()]) else doubt
    stated_year = group["y"] or group["ey"] or group["my"] or group["sy"] or group["ny"]
    try:
        when = _when(group, words, year, doubt)
    except ValueError:  # "June 31": no such day
        return None
    if when is None:
        return None
    return DateHit(match.start(), match.end(), when, bool(stated_year or group["iso"]))


def _when(group: Group, words: str, year: int | None, doubt: str) -> When | None:
    if iso := group["iso"]:
        numbers = [int(part) for part in iso.split("-")]
        if len(numbers) == 2:
            return _months(numbers[0], numbers[1], numbers[0], numbers[1], words, doubt)
        day = datetime.date(*numbers)
        return When(day, day, words, "", doubt)
    if group["season"]:
        y, (first, last) = int(group["sy"] or 0), SEASONS[str(group["season"]).lower()]
        return _months(y, first, y + (last < first), last, words, doubt)
    if group["mm"]:
        return _month(group, words, doubt)
    if group["n1"]:
        return _numeric(group, words, doubt)
    return (
        _european(group, words, year, doubt)
        if group["ed"]
        else _american(group, words, year, doubt)
    )


def _american(group: Group, words: str, year: int | None, doubt: str) -> When | None:
    """ "October 10, 1933", "November 30–December 1, 1961"."""
    the_year = _year(group["y"], group["slash"], year)
    if the_year is None or not group["m"] or not group["d"]:
        return None
    doubt = "?" if group["q"] else doubt
    first, doubt = _first(the_year, group["m"], group["d"], group["fd"], doubt)
    last = first
    if group["d2"]:
        month = month_number(group["m2"]) if group["m2"] else first.month
        last = datetime.date(the_year, month, day_number(group["d2"]))
        if last < first and month < first.month:  # "December 30–January 2, 1957"
            first = first.replace(year=the_year - 1)
    return When(first, max(first, last), words, "", doubt)


def _european(group: Group, words: str, year: int | None, doubt: str) -> When | None:
    """ "10 October 1933", "le 4 mars 1790", "29–31 July 1954"."""
    the_year = _year(group["ey"], group["eslash"], year)
    if the_year is None or not group["em"] or not group["ed"]:
        return None
    first, doubt = _first(the_year, group["em"], group["ed"], group["efd"] or group["efm"], doubt)
    last = first.replace(day=day_number(group["ed2"])) if group["ed2"] else first
    return When(first, last, words, "", doubt) if first <= last else None


def _year(stated: str | None, slash: str | None, year: int | None) -> int | None:
    the_year = int(stated) if stated else year
    if slash and the_year:  # "February 3, 1671/2": the year began in March; ours is the second
        return int(str(the_year)[: -(len(slash) - 1)] + slash[1:])
    return the_year


def _first(
    year: int, month: str, day: str, fix: str | None, doubt: str
) -> tuple[datetime.date, str]:
    """The first day, as the editor puts it right: "Dec 7 [6]" is the sixth, "[7?]" in doubt."""
    the_month, the_day = month_number(month), day_number(day)
    right = re.fullmatch(rf"({MONTH})?\s?({DAY})?\??", fix.strip(), re.I) if fix else None
    if fix and right and (right[1] or right[2]):
        the_month = month_number(right[1]) if right[1] else the_month
        the_day = day_number(right[2]) if right[2] else the_day
        doubt = "?" if fix.strip().endswith("?") else doubt
    elif fix and "?" in fix and not re.search(r"sic|\d", fix):
        doubt = doubt or "?"
    return datetime.date(year, the_month, the_day), doubt


def _month(group: Group, words: str, doubt: str) -> When:
    year, month = int(group["my"] or 0), month_number(str(group["mm"]))
    last = month_number(str(group["mm2"])) if group["mm2"] else month
    when = _months(year, month, year + (last < month), last, words, doubt)
    if part := group["part"]:
        low, high = PARTS[re.sub(r"\s", " ", part.lower())]
        high = min(high, calendar.monthrange(year, month)[1])
        first = datetime.date(year, month, low)
        return replace(when, earliest=first, latest=first.replace(day=high), doubt="~")
    return when


def _numeric(group: Group, words: str, doubt: str) -> When | None:
    a, b = int(group["n1"] or 0), int(group["n2"] or 0)
    year = int(group["ny"] or 0)
    year += 1900 if year < 100 else 0
    orders = ((a, b), (b, a))
    if group["ns"] == "." and 0 < b < 13:  # 4.3.1848: the day first, wherever points are used
        orders = ((b, a), (b, a))
    days = {
        datetime.date(year, month, day)
        for month, day in orders
        if 0 < month < 13 and 0 < day <= calendar.monthrange(year, month)[1]
    }
    if not days:
        return None
    return When(min(days), max(days), words, "", doubt or ("?" if len(days) > 1 else ""))


def _months(y1: int, m1: int, y2: int, m2: int, words: str, doubt: str) -> When:
    last = datetime.date(y2, m2, calendar.monthrange(y2, m2)[1])
    return When(datetime.date(y1, m1, 1), last, words, "", doubt)
