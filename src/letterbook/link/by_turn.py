"""Letters named without day or number: by turn ("your last message") or by place ("following").

The latest letter of the side that the words name, before this one, and only while it is recent:
what lies further back may have been followed by letters that this record does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from letterbook.link.by_day import kind_fits, parties, strictly, units
from letterbook.link.catalogue import Catalogue
from letterbook.link.entry import Entry, route_key
from letterbook.link.sides import Side, spoken
from letterbook.link.way import meet, way
from letterbook.mark.mention_words import PLURAL, STRONG
from letterbook.model import Mention

LOOK = 60  # letters of a side that are looked at
RECENT = 45  # days
NEAR = 21  # days within which the only letter of one side is taken
_NEXT = re.compile(r"\b(?:following|next|succeeding)\b")
_LAST = re.compile(r"\b(?:preceding|previous|foregoing)\b")
_SEPARATE = re.compile(r"\bseparate\b")
_ENCLOSED = re.compile(r"attached|enclosed|accompanying")


def turned(value: Mention, me: Entry, catalogue: Catalogue) -> list[Entry]:
    """The letters that the words may mean; one where it is decided."""
    said = value.series
    if not value.recipient and value.whose != "addressee":
        if _NEXT.search(said) or value.sender == "Following":
            return _neighbour(value, me, catalogue, 1)
        if _LAST.search(said) and me.number:
            return _neighbour(value, me, catalogue, -1)
        if _SEPARATE.search(said) or value.what.lower().startswith("septel"):
            return _separate(value, me, catalogue)
    if me.day is None or not STRONG.match(value.what):
        return []
    if PLURAL.search(value.what):
        return []
    told = value.sender or value.recipient or not value.what.lower().startswith("memo")
    if _ENCLOSED.search(said) and told and (found := _enclosed(value, me, catalogue)):
        return found if len(found) == 1 else []
    if value.whose == "addressee":
        return _latest(value, me, catalogue, _keys_of(me.recipients), RECENT)
    if value.whose == "writer" and not _private(me):
        return []
    if value.whose == "writer":
        return _latest(value, me, catalogue, _keys_of(me.senders), RECENT)
    if value.sender or value.recipient:
        return _latest(value, me, catalogue, _spoken_keys(value, me, catalogue), RECENT)
    return []


def _private(me: Entry) -> bool:
    """A letter from one to one; an office's memoranda and telegrams are too many to count back."""
    return me.letter.kind in ("letter", "message")


def _keys_of(sides: Iterable[Side]) -> list[str]:
    return list(dict.fromkeys(key for s in sides for key in s.keys))


def _spoken_keys(value: Mention, me: Entry, catalogue: Catalogue) -> list[str]:
    """The keys under which letters of the sender that the words name are filed."""
    small = value.sender.lower()
    if small in ("me", "i", "we", "us"):
        return _keys_of(me.senders)
    if small == "you":
        return _keys_of(me.recipients)
    proper, office, where = spoken(value.sender)
    where = where or next((catalogue.lands[n] for n in sorted(proper) if n in catalogue.lands), "")
    keys = [f"name {name}" for name in sorted(proper)]
    if not keys and office == {"department"}:
        keys = ["home"]
    elif not keys and office:
        keys = [f"word {max(office, key=len)}"]
    names, _, to = spoken(value.recipient)
    to = to or next((catalogue.lands[n] for n in sorted(names) if n in catalogue.lands), "")
    if where or to:
        keys += [route_key((where, to)), route_key((where, "")), route_key(("", to))]
    return list(dict.fromkeys(keys))


def _separate(value: Mention, me: Entry, catalogue: Catalogue) -> list[Entry]:
    """ "By separate telegram": the other one that the same side sent the same day, if it is one."""
    if me.letter.kind != "telegram" or PLURAL.search(value.what):
        return []
    beside = [near for step in (1, -1) if (near := catalogue.near(me, step))]
    beside = [e for e in beside if e.day == me.day and _beside(e, me) and kind_fits(value, e)]
    return beside if len(beside) == 1 else []


def _neighbour(value: Mention, me: Entry, catalogue: Catalogue, step: int) -> list[Entry]:
    """The telegram that bears the next number, or stands next, of the same sender."""
    if me.number.isdigit():
        pool = catalogue.numbered(str(int(me.number) + step))
        found = [e for e in pool if e.series == me.series and _beside(e, me)]
        return units(found)
    near = catalogue.near(me, step)
    return [near] if near and _beside(near, me) and kind_fits(value, near) else []


def _beside(e: Entry, me: Entry) -> bool:
    near = e.day is not None and me.day is not None and abs(e.day - me.day) <= 1
    return near and meet(e.senders, me.senders) and meet(e.recipients, me.recipients)


def _latest(
    value: Mention, me: Entry, catalogue: Catalogue, keys: Iterable[str], within: int
) -> list[Entry]:
    """The latest that runs wholly as the words say; else the only one that does so by half."""
    assert me.day is not None
    whole: list[Entry] = []
    half: dict[str, Entry] = {}
    for key in keys:
        for count, e in enumerate(catalogue.before(key, me.day, me.order)):
            if e.day is None or me.day - e.day > within or count >= LOOK:
                break
            if e.unit == me.unit or not kind_fits(value, e, me):
                continue
            fit = way(value, e, me, catalogue.lands)
            if fit == 2:
                whole.append(e)
                break
            if fit == 1 and me.day - e.day <= NEAR and strictly(value, e):
                half[e.unit] = e
    if whole:
        return [max(whole, key=lambda e: (e.day or 0, e.order))]
    untold = not value.sender or not value.recipient
    return list(half.values()) if len(half) == 1 and untold and value.whose == "other" else []


def _enclosed(value: Mention, me: Entry, catalogue: Catalogue) -> list[Entry]:
    """What is attached and stands beside in the edition, of the kind and day that fit."""
    found = []
    for step in (-1, 1):
        near = catalogue.near(me, step)
        if near and near.day is not None and me.day is not None and strictly(value, near):
            least = 1 if value.sender or value.recipient else 0
            if -1 <= me.day - near.day <= 10 and way(value, near, me, catalogue.lands) >= least:
                found.append(near)
    return found


def reason(value: Mention, e: Entry) -> str:
    """Why the turn, or the place, means this letter, in words."""
    said = value.series
    if not value.recipient and value.whose != "addressee":
        if _NEXT.search(said) or _LAST.search(said):
            return f"the telegram beside it by number, {parties(e)}"
        if _SEPARATE.search(said) or value.what.lower().startswith("septel"):
            return f"the only other that the same side sent that day, {parties(e)}"
    if _ENCLOSED.search(said):
        return f"stands beside it, of the kind and day that fit, {parties(e)}"
    return f"the latest before that the words fit, {parties(e)}"
