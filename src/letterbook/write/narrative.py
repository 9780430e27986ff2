"""A text walked from its first dated sentence to its last: who did what, and when.

A day without a year has the narrative's running year; "four days earlier" counts from the day told
last. Both are inferred: the reason names the words that the day rests on.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from letterbook.mark.dates import bare_year
from letterbook.model import When
from letterbook.write import clauses
from letterbook.write.event_dates import Dated, narrated
from letterbook.write.event_relative import Counted, counted
from letterbook.write.leaf import Leaf


@dataclass(frozen=True, slots=True)
class Told:
    """A dated sentence, or the clause of it that the date stands in.

    `start` to `end` are its place in the leaf's view, `text` its words with every cut marked;
    `dated` is the place of the date's own words. `reason` and `because` say why, if inferred.
    """

    when: When
    text: str
    start: int
    end: int
    dated: tuple[int, int]
    reason: str = ""
    because: tuple[int, int] | None = None

    @property
    def inferred(self) -> bool:
        """Whether the day is worked out, not stated."""
        return bool(self.reason)


@dataclass(frozen=True, slots=True)
class _Day:
    """The day told last and where; `root` is the date in words that its year comes from.

    "" for the letter's own day.
    """

    when: When
    start: int
    end: int
    words: str
    root: str
    rooted: tuple[int, int]


NEAR = 900  # characters: "four days earlier" counts from no day further back
LONGEST = 1500  # a "sentence" beyond this is a list or a table
_MAY = re.compile(  # what every dated sentence has: the others are passed over
    r"[12]\d\d\d|Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG"
    r"|SEP|OCT|NOV|DEC|\d[/.]\d|days?\b|weeks?\b|fortnights?\b|months?\b|years?\b|morning|afternoon"
    r"|evening|night|spring|summer|autumn|fall\b|winter|[Ss]oon |[Ss]hortly |today|tomorrow"
)
_CITES = re.compile(
    r"\b(?:vol|vols|pp?|ibid|ed|eds|doc|nos?)\.\s?(?:\d|[IVXL]+\b)|\bIbid\b|\bForeign Relations\b"
    r"|\bDocument \d|\bBulletin\b|\bPublic Papers\b"
    r"|\b(?:Press|Publishing|Printing Office),? (?:1\d|20)\d\d"
    r"|\((?:New York|London|Washington|Boston|Paris|Cambridge|Oxford|Moscow)\b[^)]{0,60}\d{4}\)"
    r"|\bSource:|©|\bcopyright\b|\bUTC\b|\bISBN\b|\bLot (?:File )?\d\d"
    r"|\bCentral Files\b|\bRG \d", re.I,
)  # fmt: skip
_WILL = re.compile(
    r"\b(?:will|shall|would|should|propos\w+|suggest\w*|intend\w*|plan\w*|expect\w*|scheduled|next|hope\w*"
    r"|not later than|deadline|forthcoming|until|before|let us|can|may|must|to be"
    r"|going to)\b", re.I,
)  # fmt: skip
_LOWER = re.compile(r"\b[a-z]{2,}\b")
_PAST = re.compile(
    r"\b(?:\w{3,}ed|was|were|had|came|met|gave|told|said|left|saw|sent|spoke|held|took|made|went)\b"
)
_ALWAYS = re.compile(r"\b(?:is|are|every|each|usually|always)(?: \w+)? in $")
_CLOSED = frozenset(".?!…:;,”\"’')]")  # a line that ends otherwise is a heading
_SUBJECT = re.compile(
    r"^(?:The|His|Her|Its|Their|In|At|During|After|[A-Z][\w’' -]{0,40}[’']s?)\b[^,.;]{0,60}$"
)
_HAPPENS = re.compile(
    r"\b(?:meeting|session|conference|conversation|talk|interview|election|letter|answer|reply"
    r"|message|note|telegram|speech|address|statement|visit|attack)s?,? of (?:the )?$"
)


def narrate(leaf: Leaf, own: When | None = None, start: int = 0) -> Iterator[Told]:
    """Every dated sentence of a leaf, in its order.

    `own`: the day of the letter that the leaf is, from which "yesterday" and days without a year
    are counted. `start`: where in the view its body begins.
    """
    day = _Day(own, 0, 0, "", "", (0, 0)) if own else None
    for first, last in leaf.sentences(start):
        text = leaf.text[first:last]
        if len(text) > LONGEST or not _MAY.search(text):
            continue
        if len(text) < 120 and text[-1] not in _CLOSED:
            day = _of_heading(text, first) or day  # "Milestones: 1921–1936" opens the next years
            continue
        found = list(_found(text, own is not None))
        for one in found:
            told, day = _tell(text, first, one, day, own)
            bounded = isinstance(one, Dated) and one.bound != "on" and len(found) > 1
            idle = bounded or _passing(text, one) or _idle(text, one)
            if told and not idle and not _CITES.search(text):
                yield _worded(text, first, told, len(found) > 1)


def _found(text: str, in_letter: bool) -> list[Dated | Counted]:
    """Dates and what counts from them; where both tell one day, the date."""
    stated = list(narrated(text))
    found: list[Dated | Counted] = list(stated)
    for one in counted(text, in_letter):
        if not any(-14 < one.start - d.end < 1 or -1 < d.start - one.end < 14 for d in stated):
            found.append(one)
    return sorted(found, key=lambda d: d.start)


def _tell(
    text: str, at: int, one: Dated | Counted, day: _Day | None, own: When | None
) -> tuple[Told | None, _Day | None]:
    """What the words tell, and the day to count from after them."""
    if isinstance(one, Dated):
        told = _dated(one, _near(day, own, at), own is None or _to_come(text, one))
    else:
        told = _counted(one, at, day, own)
    if told is None:
        return None, day
    when = replace(told.when, stated=" ".join(text[one.start : one.end].split()))
    told = replace(told, when=when, dated=(at + one.start, at + one.end))
    moves = when.earliest is not None and when.latest is not None and not _passing(text, one)
    if isinstance(one, Dated) and (one.bound != "on" or _long(one.when)):
        moves = moves and day is None
    if moves:
        root = (day.root, day.rooted) if day and told.inferred else (when.stated, told.dated)
        day = _Day(when, *told.dated, when.stated, *root)
    return told, day


def _near(day: _Day | None, own: When | None, at: int) -> _Day | None:
    """The day whose year a day without one has: in a letter its own, unless one was just told.

    "I was at Vardény in 1921. … Twenty-three men have been here since August 21" is not of 1921.
    """
    if day is None or own is None or not day.words:
        return day
    first, last = day.when.earliest, day.when.latest
    close = at - day.end < 300 and first is not None and last is not None
    if close and first and last and (last - first).days < 32:
        return day
    return _Day(own, 0, 0, "", "", (0, 0))


def _to_come(text: str, one: Dated) -> bool:
    """Whether a letter speaks of a day as still to come; most days that letters name are past."""
    after = text[one.end : one.end + 6].lower()
    return not after.startswith(" last") and bool(_WILL.search(text))


def _dated(one: Dated, day: _Day | None, on: bool) -> Told | None:
    when = one.when
    if one.year:
        return Told(_bounded(when, one.bound), "", 0, 0, (0, 0))
    if day is None or day.when.earliest is None:
        return Told(When(None, None, when.stated), "", 0, 0, (0, 0))
    whole = day.when.latest and (day.when.latest - day.when.earliest).days > 300
    moved = _in(when, day.when.earliest.year) if whole else _nearest(when, day.when.earliest, on)
    if moved is None:
        return None
    named = f"“{day.root}”" if day.root else "the letter's own date"
    because = day.rooted if day.root else None
    return Told(
        _bounded(moved, one.bound), "", 0, 0, (0, 0), f"the year is that of {named}", because
    )


def _counted(one: Counted, at: int, day: _Day | None, own: When | None) -> Told | None:
    if one.of_letter:
        when = one.reckon(own) if own else None
        return Told(when, "", 0, 0, (0, 0), "counted from the letter's own date") if when else None
    if day is None or not day.words or at + one.start - day.end > NEAR:
        return None
    when = one.reckon(day.when)
    if when is None:
        return None
    reason = f"counted from “{day.words}”"
    return Told(when, "", 0, 0, (0, 0), reason, (day.start, day.end))


def _bounded(when: When, bound: str) -> When:
    """ "since 1957" has no end, "until June 1941" no beginning."""
    if bound == "from":
        return replace(when, latest=None)
    return replace(when, earliest=None) if bound == "until" else when


def _long(when: When) -> bool:
    first, last = when.earliest, when.latest
    return first is None or last is None or (last - first).days > 366


def _nearest(when: When, near: datetime.date, on: bool) -> When | None:
    """A day without a year in the year that brings it nearest; `on`: a narrative rather goes on."""
    made = [
        moved for year in (near.year, near.year + 1, near.year - 1) if (moved := _in(when, year))
    ]
    return min(made, key=lambda w: _away(w, near, on), default=None)


def _away(when: When, near: datetime.date, on: bool) -> int:
    days = ((when.latest or near) - near).days
    return abs(days) if (days >= 0) == on else 2 * abs(days)


def _in(when: When, year: int) -> When | None:
    try:
        first, last = (
            day.replace(year=year) if day else None for day in (when.earliest, when.latest)
        )
    except ValueError:  # February 29
        return None
    return replace(when, earliest=first, latest=last)


def _of_heading(text: str, at: int) -> _Day | None:
    """The first day of a heading that names one: "The Boats, 1956"."""
    found = [(one.start, one.end, one.when) for one in narrated(text) if one.year]
    lone = bare_year(text)
    if not found and lone:
        found = [(lone.start, lone.end, lone.when)]
    for start, end, when in found:
        if when.earliest:
            place = (at + start, at + end)
            return _Day(when, *place, when.stated, when.stated, place)
    return None


def _passing(text: str, one: Dated | Counted) -> bool:
    """Whether the date only names a thing: "he said of the assurance of March 6"."""
    if isinstance(one, Counted) or not one.names:
        return False
    before = text[: one.start]
    return not (_SUBJECT.match(before) and _HAPPENS.search(before))


def _idle(text: str, one: Dated | Counted) -> bool:
    """Whether nothing happens: the dateline "Port Selm, March 4, 1957", "as they are today"."""
    rest = text[: one.start] + text[one.end :]
    if len(_LOWER.findall(rest)) < 2:
        return True
    words = text[one.start : one.end].lower()
    if isinstance(one, Counted) and one.of_letter:
        before = text[: one.start]
        quoted = before.count("“") > before.count("”")  # the day of whoever is quoted
        return quoted or (words in ("today", "tonight") and not _PAST.search(rest))
    month = isinstance(one, Dated) and not one.year and words.isalpha()
    return month and bool(_ALWAYS.search(text[: one.start]))  # "what the Gulf is in January"


def _worded(text: str, at: int, told: Told, several: bool) -> Told:
    """With its words: the sentence, or the clause that the date stands in."""
    first, last = told.dated[0] - at, told.dated[1] - at
    start, end = clauses.own(text, first, last) if several else (0, len(text))
    if end - start == len(text):
        start, end = clauses.around(text, first, last)
    return replace(told, text=clauses.cut(text, start, end), start=at + start, end=at + end)
