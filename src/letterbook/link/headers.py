"""What the headers of two printings say for or against their being one letter."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from letterbook.model import Letter, Name, When

APART = datetime.timedelta(days=1)
"""Two printings may give days that are so far apart: a talk past midnight, a cable's receipt."""

_NOTE = re.compile(r"\W*(?:\d+\.?\s)?\W*editor(?:ial|[’']?s|s[’'])?\s+notes?\b", re.I)
_POST = re.compile(
    r"\b(?:embass(?:y|ies)|legation|mission|consulates?(?:\sgeneral)?|delegation|interests section)"
    r"\s(?:in|at|to)\s(.+)|\bambassador\s(?:in|to)\s(.+)",
    re.I,
)
_WORDS = re.compile(r"[^\W\d_]+")


def agree(left: When | None, right: When | None) -> bool | None:
    """Whether two dates may be one day; None when one of them is open."""
    if not (left and right and left.earliest and right.earliest and left.latest and right.latest):
        return None
    return left.earliest - APART <= right.latest and right.earliest - APART <= left.latest


def editorial(heading: str) -> bool:
    """Whether a heading says that the text is the editors' own.

    >>> editorial("137. Editorial Note"), editorial("Note From the Secretary")
    (True, False)
    """
    return bool(_NOTE.match(heading))


def alike(one: str, other: str) -> bool:
    """Whether two headings say the same in other words: three of five words in common."""
    ours, theirs = (set(_WORDS.findall(words.lower())) for words in (one, other))
    return bool(ours) and len(ours & theirs) >= 0.6 * len(ours | theirs)


def elsewhere(ours: Sequence[Name], theirs: Sequence[Name]) -> bool:
    """Whether two letters go to different posts, or to people of different names.

    Only like is set against like: a letter to the Prime Minister and the telegram that brings it
    to the embassy in his capital name different addressees.

    >>> elsewhere([Name(office="Embassy in Jordan")], [Name(office="Embassy in Israel")])
    True
    >>> elsewhere([Name("Ana Vell")], [Name(office="Embassy in Israel")])
    False
    """
    if len(ours) != 1 or len(theirs) != 1:
        return False
    posts = [_POST.search(name.office) for name in (*ours, *theirs)]
    if posts[0] and posts[1]:
        places = [set(_WORDS.findall((m[1] or m[2]).lower())) for m in posts if m]
        return not places[0] & places[1]
    surnames = [_WORDS.findall(name.name.lower())[-1:] for name in (*ours, *theirs)]
    return all(surnames) and surnames[0] != surnames[1] and not any(posts)


def same_parties(left: Letter, right: Letter) -> bool:
    """Whether two letters have headings that say the same, or the same people on both sides."""
    parties = _parties(left)
    return alike(left.heading, right.heading) or bool(parties and parties == _parties(right))


def _parties(letter: Letter) -> tuple[set[str], set[str]] | None:
    """The surnames of those who write and those who are written to; None when not both stated."""
    sides = [
        {word for name in names for word in _WORDS.findall(name.name.lower())[-1:]}
        for names in (letter.senders, letter.recipients)
    ]
    return (sides[0], sides[1]) if all(sides) else None


def one_day(left: Letter, right: Letter) -> bool:
    """Whether two letters state the same day."""
    days = [(w.earliest, w.latest) if w else None for w in (left.when, right.when)]
    return bool(days[0]) and days[0] == days[1]


def within(left: Letter, right: Letter) -> bool:
    """Whether the one letter's printing lies in the other's."""
    return left.source == right.source and left.start < right.end and right.start < left.end
