"""Letters named without day or number: by turn ("your last message") or by place ("following").

The latest letter of the side that the words name, before this one, and only while it is recent:
what lies further back may have been followed by letters that this record does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from letterbook.link.by_day import kind_fits, parties, strictly
from letterbook.link.by_place import ENCLOSED, LAST, NEXT, SEPARATE, by_place, placed
from letterbook.link.catalogue import Catalogue
from letterbook.link.entry import Entry, carries, route_key
from letterbook.link.sides import Side, spoken
from letterbook.link.way import abroad, way
from letterbook.mark.mention_words import PLURAL, STRONG
from letterbook.model import Mention

LOOK = 60  # letters of a side that are looked at
RECENT = 45  # days
UNDATED = 6  # places back in the edition at which an undated letter may stand
ALIKE = 5  # long words that two openings have in common
_LONG = re.compile(r"[A-Za-z]{6,}")
_GIVES = re.compile(r"(?:ollowing|ext of) (?:\w+ ){0,3}(?:message|letter|reply)")
_SPEAKS = re.compile(r"resident|(?:following|text) (?:\w+ ){0,3}(?:message|letter|reply) to\b")
_ANY = re.compile(r"(?:an?|another)\b")
_OFFICE = re.compile(r"(?:the\s)?(?:state|embassy|emb|legation|consulate|dep(?:artmen)?t)")
NEAR = 21  # days within which the only letter of one side is taken


def turned(value: Mention, me: Entry, catalogue: Catalogue) -> list[Entry]:
    """The letters that the words may mean; one where it is decided."""
    me = _about(me, catalogue)
    if found := placed(value, me, catalogue):
        return found
    if me.day is None or not STRONG.match(value.what) or PLURAL.search(value.what):
        return []
    if by_place(value) or (_ANY.match(value.series) and not value.sender):
        return []
    keys = _keys(value, me, catalogue)
    return _latest(value, me, catalogue, keys, RECENT) or _by_day(value, me, catalogue)


def _about(me: Entry, catalogue: Catalogue) -> Entry:
    """An undated letter with the day of the one before it in its edition, as it was put there."""
    before = catalogue.near(me, -1) if me.day is None else None
    return replace(me, day=before.day) if before is not None else me


def _keys(value: Mention, me: Entry, catalogue: Catalogue) -> list[str]:
    """The keys under which letters of the side that the words name are filed."""
    if value.whose == "addressee":
        return _keys_of(me.recipients)
    if value.whose == "writer":
        return _keys_of(me.senders) if _private(me) else []
    return _spoken_keys(value, me, catalogue) if value.sender or value.recipient else []


def _by_day(value: Mention, me: Entry, catalogue: Catalogue) -> list[Entry]:
    """What stands beside and is of the same day, or undated: the letter that was handed over."""
    if not (value.sender or value.recipient or value.whose == "addressee"):
        return []
    found: dict[str, Entry] = {}
    for step, near in catalogue.around(me, UNDATED, 2):
        for e in (near, *catalogue.inside(near)):
            if not _own_kind(value, e) or not kind_fits(value, e, me):
                continue
            fit = _fit(value, e, me, catalogue)
            if e.day is None:
                same = fit >= (1 if value.sender else 2) and step < 0
            else:
                post = e.letter.kind == "telegram" and not value.recipient
                memo = value.what.lower().startswith("memo")
                near_by = abs(step) <= 2 and _handed(e, me) and not post and not memo
                same = near_by and value.whose == "other" and fit >= 1
            if same:
                found.setdefault(e.unit, e)
    return list(found.values()) if len(found) == 1 else []


def _handed(e: Entry, me: Entry) -> bool:
    return e.day is not None and me.day is not None and -1 <= me.day - e.day <= 1


def _private(me: Entry) -> bool:
    """A letter from one to one; an office's memoranda and telegrams are too many to count back."""
    return me.letter.kind in ("letter", "message")


def _keys_of(sides: Iterable[Side]) -> list[str]:
    held = tuple(sides)
    house = ["office house white"] if any("president" in s.office for s in held) else []
    return list(dict.fromkeys([*(key for s in held for key in s.keys), *house]))


def _spoken_keys(value: Mention, me: Entry, catalogue: Catalogue) -> list[str]:
    """The keys under which letters of the sender that the words name are filed."""
    small = value.sender.lower()
    if _OFFICE.fullmatch(small):  # "Embassy's reply": they are too many to count back
        return []
    if small in ("me", "i", "we", "us"):
        return _keys_of(me.senders)
    if small == "you":
        return _keys_of(me.recipients)
    proper, office, where = spoken(value.sender)
    where = where or next((catalogue.lands[n] for n in sorted(proper) if n in catalogue.lands), "")
    keys = [f"name {name}" for name in sorted(proper)]
    keys += [f"post {post}" for post in sorted(_posts(proper, catalogue))]
    if not keys and office and "department" not in office:  # of its telegrams there are too many
        keys = [f"word {max(office, key=len)}"]
    names, _, to = spoken(value.recipient)
    to = to or next((catalogue.lands[n] for n in sorted(names) if n in catalogue.lands), "")
    if where and where == me.home:
        keys.append("home")
    if where or to:
        keys += [route_key((where, me.home)), route_key((where, to)), route_key((where, "")), route_key(("", to))]
    if office == {"president"} and not proper:
        keys += [route_key(("", to)) for to in sorted(abroad(me))]
    return list(dict.fromkeys(keys))


def _posts(proper: Iterable[str], catalogue: Catalogue) -> set[str]:
    return {post for name in proper for post in catalogue.stations.get(name, ())}


def _latest(
    value: Mention, me: Entry, catalogue: Catalogue, keys: Iterable[str], within: int
) -> list[Entry]:
    """The latest that runs wholly as the words say; else the one by half that stands out."""
    assert me.day is not None
    whole: list[Entry] = []
    half: dict[str, Entry] = {}
    for key in keys:
        for count, e in enumerate(catalogue.before(key, me.day, me.order)):
            if e.day is None or me.day - e.day > within or count >= LOOK:
                break
            if e.unit == me.unit or not kind_fits(value, e, me) or _mere_wire(value, e):
                continue
            fit = _fit(value, e, me, catalogue)
            if fit == 2:
                whole.append(e)
                break
            if fit == 1 and me.day - e.day <= NEAR and _own_kind(value, e):
                half[e.unit] = e
    if whole:
        return [max(whole, key=lambda e: (e.day or 0, e.order))]
    untold = not value.sender or not value.recipient
    return _standing_out(list(half.values()), me) if untold and value.whose == "other" else []


def _mere_wire(value: Mention, e: Entry) -> bool:
    """A note may come by telegram, but a telegram that brings none is no note."""
    return value.what.lower().startswith("note") and e.letter.kind == "telegram" and not carries(e.letter)


def _standing_out(found: list[Entry], me: Entry) -> list[Entry]:
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
        return []
    if rest and age[rest[0].id] < max(3, 3 * age[ranked[0].id]):
        return []
    return ranked[:1]


def _carrier(e: Entry) -> int:
    """0 for a letter by itself, 1 for a telegram that gives its text, 2 for any other."""
    if not e.letter.inside and e.letter.kind not in ("telegram", "airgram"):
        return 0
    return 1 if _GIVES.search(e.letter.words) else 2


def _common(e: Entry, me: Entry) -> int:
    """How many words of some weight the two openings have in common."""
    return len(set(_LONG.findall(e.letter.words)) & set(_LONG.findall(me.letter.words)))


def _fit(value: Mention, e: Entry, me: Entry, catalogue: Catalogue) -> int:
    """How far `e` runs as the words say, with what the record tells of who sits where."""
    fit = way(value, e, me, catalogue.lands)
    if value.whose != "other" or fit == 2:
        return fit
    proper, office, _ = spoken(value.sender)
    if proper and any(s.post in _posts(proper, catalogue) for s in e.senders if s.post):
        return max(fit, 0) + 1
    if office == {"president"} and not proper:
        return _presidential(value, e, me, catalogue, fit)
    return fit


def _presidential(value: Mention, e: Entry, me: Entry, catalogue: Catalogue, fit: int) -> int:
    """ "A letter from the President", in a telegram between the capital and a post: his, there."""
    there = abroad(me)
    if not there or value.recipient:
        return fit
    own = any("president" in s.office and s.country in ("", me.home) for s in e.senders)
    to = {catalogue.lands.get(s.surname, "") for s in e.recipients} | abroad(e)
    if own and to & there:
        return 1
    return 1 if carries(e.letter) and _SPEAKS.search(e.letter.words) and to & there else -1


def _own_kind(value: Mention, e: Entry) -> bool:
    noun = value.what.lower()
    if noun.startswith(("cable", "wire")):
        return e.letter.kind == "telegram"
    if noun.startswith(("message", "letter", "reply", "communication")):
        return strictly(value, e) or carries(e.letter) or e.letter.kind in ("letter", "message")
    return strictly(value, e)


def reason(value: Mention, e: Entry) -> str:
    """Why the turn, or the place, means this letter, in words."""
    said = value.series
    if not value.recipient and value.whose != "addressee":
        if NEXT.search(said) or LAST.search(said):
            return f"the telegram beside it by number, {parties(e)}"
        if SEPARATE.search(said) or value.what.lower().startswith("septel"):
            return f"the only other that the same side sent that day, {parties(e)}"
    if ENCLOSED.search(said):
        return f"stands beside it, of the kind and day that fit, {parties(e)}"
    return f"the latest before that the words fit, {parties(e)}"
