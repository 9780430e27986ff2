"""Dates as people write them at the head of a letter → `When`, a grammar of our own.

"October 10, 1933" · "10 October 1933" · "February 3d, 1807" · "Dec 7 [6], 1941" · "July 29–31, 1954"
· "November 30–December 1, 1961" · "le 4 mars 1790" · "4. März 1848" · "1962-12-19" · "August 1960"
· "March 4, 1957, 7 p.m." · "1948—noon" · "1230Z" · "[undated]" · "circa 1804" · "June 1862?".
What a number such as 3/4/57 means depends on the country: it is read as both, an interval apart.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from letterbook.model import When

_MONTHS = {
    1: "january jan janvier januar jänner jaenner enero gennaio janeiro januari ianuarii января",
    2: "february feb febr février fevrier februar feber febrero febbraio fevereiro februari "
       "februarii февраля",
    3: "march mar mars märz maerz marz marzo março marco maart martii марта",
    4: "april apr avril abril aprile aprilis апреля",
    5: "may mai mayo maggio maio mei maii мая",
    6: "june jun juin juni junio giugno junho iunii июня",
    7: "july jul juillet juli julio luglio julho iulii июля",
    8: "august aug août aout agosto augustus augusti августа",
    9: "september sept sep septembre septiembre settembre setembro septembris сентября",
    10: "october oct octobre oktober octubre ottobre outubro octobris okt октября",
    11: "november nov novembre noviembre novembro novembris ноября",
    12: "december dec décembre decembre dezember diciembre dicembre dezembro decembris dez "
        "декабря",
}  # fmt: skip
MONTHS = {name: number for number, names in _MONTHS.items() for name in names.split()}
_ORDINALS = ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
             "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
             "twentieth").split()  # fmt: skip
ORDINALS = {word: n for n, word in enumerate(_ORDINALS, 1)} | {"thirtieth": 30}
ORDINALS |= {f"twenty{dash}{_ORDINALS[n]}": 21 + n for n in range(9) for dash in "- "}
ORDINALS |= {f"thirty{dash}first": 31 for dash in "- "}
_SEASONS = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 2),
}
_PART = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "beginning of": (1, 10),
         "middle of": (11, 20), "end of": (21, 31)}  # fmt: skip

_M = "(?:" + "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True)) + r")\b\.?"
_ORD = "|".join(sorted(ORDINALS, key=len, reverse=True))
_D = rf"(?:\d{{1,2}}(?:st|nd|rd|d|th|er|ième|º|\.)?(?!\d)|{_ORD})"
_FIX = r"(?:\s?\[\s?(?P<{0}>[^\]]{{1,24}})\])?"
_Y = r"(?P<y>1[0-9]{3}|20[0-9]{2})(?!\d)"
_SEP = r"[\s,.]{1,3}"
_DASH = r"\s?(?:[-–—/]|\bto\b|\band\b|&)\s?"
_OF = r"(?:\s?(?:of|de|di|den|d')\s?)?"

_DATE = re.compile(
    rf"""(?<![\w/])(?:
    (?P<iso>(?:1\d|20)\d\d-(?:0\d|1[0-2])(?:-[0-3]\d)?)(?![\d-])
  | (?P<m>{_M}),?\s?(?:the\s)?(?P<d>{_D}){_FIX.format("fd")}
        (?:{_DASH}(?:(?P<m2>{_M})\s)?(?P<d2>{_D}))?(?:{_SEP}\[?{_Y}(?P<slash>/\d{{1,4}})?\]?)?{_FIX.format("fy")}
  | (?:the\s|le\s|den\s|am\s|el\s)?(?P<ed>{_D}){_FIX.format("efd")}(?:{_DASH}(?P<ed2>{_D}))?
        (?:\sday)?[\s.]{{0,2}}{_OF}(?P<em>{_M}){_FIX.format("efm")}
        (?:[\s,.]{{1,3}}(?:de\s|in\sthe\syear\s)?\[?(?P<ey>1[0-9]{{3}}|20[0-9]{{2}})(?!\d)(?P<eslash>/\d{{1,4}})?\]?)?
  | (?:(?P<part>early|mid|late|beginning\sof|middle\sof|end\sof)[\s-])?(?P<mm>{_M})(?:{_DASH}(?P<mm2>{_M}))?,?\s
        \[?(?P<my>1[0-9]{{3}}|20[0-9]{{2}})(?!\d)\]?
  | (?P<season>spring|summer|autumn|fall|winter)(?:\sof)?,?\s(?P<sy>1[0-9]{{3}}|20[0-9]{{2}})(?!\d)
  | (?P<n1>\d{{1,2}})(?P<ns>[/.])(?P<n2>\d{{1,2}})(?P=ns)(?P<ny>(?:1[0-9]|20)?\d\d)(?!\d)
  )""",
    re.I | re.X,
)  # fmt: skip
_YEAR = re.compile(r"(?<![\w/.-])\[?(1[0-9]{3}|20[0-4][0-9])\]?(\?)?(?![\w/-])")
_DOUBT = re.compile(r"\b(ca?\.|circa|about|c\.)\s*\[?$", re.I)
_UNDATED = re.compile(r"\b(undated|n\. ?d\.|s\. ?d\.|no date|without date|o\. ?D\.)(?!\w)", re.I)
_TIME = re.compile(
    r"""(?P<h>\d{1,2})(?:[:.](?P<min>\d\d))?\s?(?:(?P<half>[ap])\.?\s?m\b\.?|o['’]clock)
  | (?P<noon>\bnoon\b)|(?P<midnight>\bmidnight\b)
  | \b(?P<h24>[01]\d|2[0-3]):?(?P<m24>[0-5]\d)\s?(?P<z>Z\b|GMT\b|hours?\b|hrs?\b\.?)
  | \b(?P<hc>[01]?\d|2[0-3]):(?P<mc>[0-5]\d)\b""",
    re.I | re.X,
)

_SPAN = re.compile(  # "3-4:30 p.m.": from three o'clock
    r"(?<![\d:])(\d{1,2})(?::(\d\d))?\s?(?:[-–—]|to|and)\s?\d{1,2}(?::\d\d)?\s?([ap])\.?\s?m", re.I
)


@dataclass(frozen=True, slots=True)
class DateHit:
    """A date in a string: where it stands and what it says; `year` is False if none is given."""

    start: int
    end: int
    when: When
    year: bool = True


def dates(text: str, year: int | None = None) -> Iterator[DateHit]:
    """Every date in `text`, first to last; one without a year only if `year` supplies it."""
    for match in _DATE.finditer(text):
        hit = _read(match, year)
        if hit:
            yield hit


def undated(text: str) -> DateHit | None:
    """ "[undated]", "n.d.": the text says that it bears no date."""
    match = _UNDATED.search(text)
    return match and DateHit(match.start(), match.end(), When(None, None, match[0]))


def bare_year(text: str) -> DateHit | None:
    """A year that stands alone: "Paris, 1789"; "[1862?]"."""
    match = _YEAR.search(text)
    if not match:
        return None
    when = _months(int(match[1]), 1, int(match[1]), 12, match[0], match[2] or "")
    return DateHit(match.start(), match.end(), when)


def _read(match: re.Match[str], year: int | None) -> DateHit | None:
    words, group = match[0], match.groupdict()
    doubt = "?" if re.match(r"\s?\]?\?", match.string[match.end() : match.end() + 3]) else ""
    doubt = "~" if _DOUBT.search(match.string[max(0, match.start() - 8) : match.start()]) else doubt
    stated_year = group["y"] or group["ey"] or group["my"] or group["sy"] or group["ny"]
    try:
        when = _when(group, words, year, doubt)
    except ValueError:  # "June 31": no such day
        return None
    return when and DateHit(match.start(), match.end(), when, bool(stated_year or group["iso"]))


def _when(group: dict[str, str | None], words: str, year: int | None, doubt: str) -> When | None:
    if iso := group["iso"]:
        numbers = [int(part) for part in iso.split("-")]
        if len(numbers) == 2:
            return _months(numbers[0], numbers[1], numbers[0], numbers[1], words, doubt)
        day = datetime.date(*numbers)
        return When(day, day, words, "", doubt)
    if group["season"]:
        y, (first, last) = int(group["sy"] or 0), _SEASONS[str(group["season"]).lower()]
        return _months(y, first, y + (last < first), last, words, doubt)
    if group["mm"]:
        return _month(group, words, doubt)
    if group["n1"]:
        return _numeric(group, words, doubt)
    return _day(group, words, year, doubt)


def _day(group: dict[str, str | None], words: str, year: int | None, doubt: str) -> When | None:
    m, d, fix = group["m"], group["d"], group["fd"]
    m2, d2, y, slash = group["m2"], group["d2"], group["y"], group["slash"]
    if group["ed"]:
        m, d, fix, m2 = group["em"], group["ed"], group["efd"], group["efm"]
        d2, y, slash = group["ed2"], group["ey"], group["eslash"]
        m2 = m2 if m2 and month_number(m2) else None
        m = m2 or m
    the_year = int(y) if y else year
    if the_year is None or not m or not d:
        return None
    if slash:  # "February 3, 1671/2": the year began in March; ours is the second
        the_year = int(str(the_year)[: -(len(slash) - 1)] + slash[1:])
    month, day = month_number(m), day_number(d)
    if fix and (supplied := re.fullmatch(rf"({_M})?\s?({_D})\??", fix.strip(), re.I)):
        month = month_number(supplied[1]) if supplied[1] else month
        day = day_number(supplied[2])  # "Dec 7 [6]": the editor's day stands
        doubt = "?" if fix.strip().endswith("?") else doubt
    elif fix and not re.search(r"sic|\d", fix):
        doubt = doubt or ("?" if "?" in fix else "")
    first = datetime.date(the_year, month, day)
    last = first
    if d2:
        last_month = month_number(m2) if m2 and not group["ed"] else month
        last = datetime.date(the_year, last_month, day_number(d2))
        first = first.replace(year=the_year - 1) if last < first and last_month < month else first
    if group["ed"] and d2 and last < first:
        return None
    return When(first, max(first, last), words, "", doubt)


def _month(group: dict[str, str | None], words: str, doubt: str) -> When:
    year, month = int(group["my"] or 0), month_number(str(group["mm"]))
    last = month_number(str(group["mm2"])) if group["mm2"] else month
    if part := group["part"]:
        low, high = _PART[part.lower()]
        high = min(high, calendar.monthrange(year, month)[1])
        return When(
            datetime.date(year, month, low), datetime.date(year, month, high), words, "", "~"
        )
    return _months(year, month, year + (last < month), last, words, doubt)


def _numeric(group: dict[str, str | None], words: str, doubt: str) -> When | None:
    a, b = int(group["n1"] or 0), int(group["n2"] or 0)
    year = int(group["ny"] or 0)
    year += 1900 if year < 100 else 0
    readings = []
    for month, day in ((a, b), (b, a)):
        if 0 < month < 13 and 0 < day <= calendar.monthrange(year, month)[1]:
            readings.append(datetime.date(year, month, day))
    if group["ns"] == "." and 0 < b < 13:  # 4.3.1848: the day first, wherever points are used
        readings = [datetime.date(year, b, a)] if a <= calendar.monthrange(year, b)[1] else []
    if not readings:
        return None
    return When(
        min(readings), max(readings), words, "", doubt or ("?" if len({*readings}) > 1 else "")
    )


def _months(y1: int, m1: int, y2: int, m2: int, words: str, doubt: str) -> When:
    last = datetime.date(y2, m2, calendar.monthrange(y2, m2)[1])
    return When(datetime.date(y1, m1, 1), last, words, "", doubt)


def month_number(word: str) -> int:
    """1 to 12 for a month's name or short name in the languages we read; 0 for any other word."""
    return MONTHS.get(word.lower().rstrip("."), 0)


def day_number(word: str) -> int:
    """ "19th", "3d", "tenth", "7" → the number."""
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else ORDINALS[word.lower()]


def time_of_day(text: str) -> str:
    """The first time of day in `text` as "HH:MM" ("HH:MMZ" if it says Zulu or GMT), or ""."""
    if span := _SPAN.search(text):
        return _clock(int(span[1]), span[2] or "00", span[3].lower())
    for match in _TIME.finditer(text):
        if match["noon"]:
            return "12:00"
        if match["midnight"]:
            return "00:00"
        if match["h24"]:
            return f"{match['h24']}:{match['m24']}" + ("Z" if match["z"] in ("Z", "GMT") else "")
        if match["hc"]:
            half = re.match(r"[^,;]{0,22}?([ap])\. ?m", text[match.end() :])  # "7:00-9:15 p.m."
            return _clock(int(match["hc"]), match["mc"], half[1] if half else "")
        if match["half"] and int(match["h"]) <= 12 or match["h"] and not match["half"]:
            return _clock(int(match["h"]), match["min"] or "00", (match["half"] or "").lower())
    return ""


def _clock(hour: int, minute: str, half: str) -> str:
    hour = hour % 12 + 12 * (half == "p") if half else hour
    return f"{hour:02}:{minute}" if hour < 24 else ""
