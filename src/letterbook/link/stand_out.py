"""Which of several letters stands out: the one that opens alike, or is much the nearest."""

from __future__ import annotations

import re

from letterbook.link.entry import Entry
from letterbook.link.way import carried

LATELY = 7  # days
FRESH = 2  # days: "your message got to the Premier", of yesterday
ALIKE = 5  # long words that two openings have in common
_LONG = re.compile(r"[A-Za-z]{6,}")
_GIVES = re.compile(r"(?:ollowing|ext of) (?:\w+ ){0,3}(?:message|letter|reply)")


def standing_out(found: list[Entry], me: Entry) -> list[Entry]:
    """The one that opens as this letter does, or the nearest where the next is much further back.

    Of a day's, the letter itself goes before a telegram that brings it or speaks of it.
    """
    alike = [e for e in found if _common(e, me) >= ALIKE]
    if len(alike) == 1:
        return alike
    age = {e.id: (me.day or 0) - (e.day or 0) for e in found}
    ranked = sorted(found, key=lambda e: (age[e.id], _carrier(e)))
    rest = [
        e for e in ranked[1:]
        if age[e.id] > age[ranked[0].id] or _carrier(e) == _carrier(ranked[0])
    ]  # fmt: skip
    if rest and ranked[0].letter.kind == "memorandum":  # an office writes many
        return ranked
    if rest and age[rest[0].id] < max(3, 2 * age[ranked[0].id]):
        return ranked
    return ranked[:1]


def _carrier(e: Entry) -> int:
    """0 for a letter by itself, 1 for a telegram that gives its text, 2 for any other."""
    if e.id == e.unit and e.letter.kind not in ("telegram", "airgram"):
        return 0
    return 1 if _GIVES.search(e.letter.words) else 2


def _common(e: Entry, me: Entry) -> int:
    """How many words of some weight the two openings have in common."""
    return len(set(_LONG.findall(e.letter.words)) & set(_LONG.findall(me.letter.words)))


def sent(e: Entry) -> bool:
    """Whether it is a letter that went from one to another, or one that a telegram carried."""
    return carried(e) or e.letter.kind in ("letter", "message", "note")


def lately(found: list[Entry], me: Entry) -> list[Entry]:
    """The only one, if it is of these days; or one of the last days, long after all others."""
    ranked = sorted(found, key=lambda e: (me.day or 0) - (e.day or 0))
    age = [(me.day or 0) - (e.day or 0) for e in ranked]
    alone = len(age) == 1 or (len(age) > 1 and age[0] <= FRESH and age[1] - age[0] >= LATELY)
    return ranked[:1] if alone and age[0] <= LATELY else []
