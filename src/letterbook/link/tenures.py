"""Offices as a list of persons states them, with the days they were held.

In: what follows the name in an entry: "Under Secretary of Rivers, May 1931–June 1934; thereafter
Ambassador to Orvane". Out: `Post`s in the order stated, each with its first and last day as far
as the words give them.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass

from letterbook.mark.months import MONTH, month_number
from letterbook.text import squeeze

Day = datetime.date


@dataclass(frozen=True, slots=True)
class Post:
    """An office somebody held; `None` is an end that the words leave open.

    `stated`: whether the words give any period at all. `former`: held before the list begins.
    """

    office: str
    first: Day | None = None
    last: Day | None = None
    stated: bool = False
    former: bool = False

    def __str__(self) -> str:
        return self.office + (f", {self.first or '…'} to {self.last or '…'}" if self.stated else "")

    def holds(self, day: Day | None) -> bool:
        """Whether the office may have been held on `day`; an unknown day rules nothing out."""
        if self.former:
            return False
        if day is None:
            return True
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


_DATE = (
    rf"(?:(?:early|late|mid-?)?\s?(?:{MONTH})(?:\s\d{{1,2}}(?!\d))?(?:,?\s(?:1[5-9]|20)\d\d)?"
    r"|(?:1[5-9]|20)\d\d)"
)
_RANGE = re.compile(
    rf"(?:\bfrom\s|\bbetween\s|\bduring\s|\bin\s)?\b(?P<a>{_DATE})\s?(?:[-–—]|\bto\b|\buntil\b"
    rf"|\bthrough\b|\band\b|,\suntil\b)\s?(?P<b>{_DATE})",
    re.I,
)
_FROM = re.compile(rf"\b(?:from|since|after|as of|beginning|effective)\s(?P<a>{_DATE})", re.I)
_UNTIL = re.compile(
    rf"\b(?:until|till|to|through|before|up to)\s(?:(?:his|her)\s\w+\s(?:in|on)\s)?(?P<b>{_DATE})",
    re.I,
)
_IN = re.compile(rf"(?:,\s|\bin\s|\bduring\s)(?P<a>{_DATE})\.?$", re.I)
_DAY = re.compile(rf"(?P<m>{MONTH})?(?:\s(?P<d>\d{{1,2}})(?!\d))?,?\s?(?P<y>\d{{4}})?", re.I)
_AFTER = re.compile(r"^(?:and\s)?(?:thereafter|subsequently|afterwards?|then|later)\b,?\s*", re.I)
_FORMER = re.compile(r"^(?:the\s)?(?:former(?:ly)?|ex-|late)\b", re.I)
_TRAIL = re.compile(r"[\s,.;:(]+(?:and|until|from|to|again)?[\s,.;:(]*$")


def posts(words: str) -> tuple[Post, ...]:
    """The offices that `words` state, each with its period.

    >>> for post in posts("Consul, until May 1931; thereafter Minister, Orvane, to June 4, 1934"):
    ...     print(post.office, post.first, post.last, sep=" | ")
    Consul | None | 1931-05-31
    Minister, Orvane | 1931-05-31 | 1934-06-04
    """
    found: list[Post] = []
    for clause in re.split(r";", squeeze(words)):
        post = _post(clause.strip(), found[-1] if found else None)
        if post:
            found.append(post)
    return tuple(found)


def _post(clause: str, before: Post | None) -> Post | None:
    after = _AFTER.match(clause)
    clause = clause[after.end() :] if after else clause
    first, last, cut = _period(clause)
    office = _TRAIL.sub("", clause[:cut]).strip(" ,")
    if after and before and first is None:
        first = before.last
    if not office and before:  # "…, March 1930–May 1931; and again from June 1933"
        office = before.office
    if not office:
        return None
    stated = first is not None or last is not None
    return Post(office, first, last, stated, bool(_FORMER.match(office)))


def _period(clause: str) -> tuple[Day | None, Day | None, int]:
    """First and last day, and where the words of the office end."""
    if match := _RANGE.search(clause):
        last = _ends(match["b"])
        year = last[1].year if last else None
        first = _ends(match["a"], year)
        return (first[0] if first else None), (last[1] if last else None), match.start()
    since, until = _FROM.search(clause), _UNTIL.search(clause)
    if since or until:
        last = _ends(until["b"]) if until else None
        first = _ends(since["a"], last[1].year if last else None) if since else None
        cut = min(m.start() for m in (since, until) if m)
        return (first[0] if first else None), (last[1] if last else None), cut
    if match := _IN.search(clause):
        ends = _ends(match["a"])
        return (*ends, match.start()) if ends else (None, None, len(clause))
    return None, None, len(clause)


def _ends(words: str, year: int | None = None) -> tuple[Day, Day] | None:
    """First and last day of "May 1931", "1931", "June 4, 1934", "March" (of `year`)."""
    match = _DAY.search(re.sub(r"^(?:early|late|mid-?)\s?", "", words.strip(), flags=re.I))
    if not match:
        return None
    the_year = int(match["y"]) if match["y"] else year
    if not the_year:
        return None
    if not match["m"]:
        return Day(the_year, 1, 1), Day(the_year, 12, 31)
    month = month_number(match["m"])
    size = calendar.monthrange(the_year, month)[1]
    if match["d"]:
        day = Day(the_year, month, min(max(int(match["d"]), 1), size))
        return day, day
    return Day(the_year, month, 1), Day(the_year, month, size)
