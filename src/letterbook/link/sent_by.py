"""Who sent it: the keys that words name a sender by, and whether a letter is his.

"The cable from Vale" came from the post at which the record finds him; "a letter from the
President", in a telegram from a post, is the one that went to that country.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from letterbook.link.catalogue import Catalogue
from letterbook.link.entry import Entry, carries, route_key
from letterbook.link.sides import SYMBOL, Side, spoken
from letterbook.link.way import PRONOUNS, abroad, way
from letterbook.model import Mention

_OFFICE = re.compile(r"(?:the\s)?(?:state|embassy|emb|legation|consulate|dep(?:artmen)?t)")
_AGENCIES = frozenset(
    "AEC AID BBC CIA DOD DRV ECA FAO FOA FRG GDR GVN ICA ILO IMF JCS MSA NSC OAS OCB ROC ROK SAC"
    " TVA UAR UK UN US".split()
)
_SPEAKS = re.compile(r"resident|(?:following|text) (?:\w+ ){0,3}(?:message|letter|reply) to\b")


def is_bureau(words: str) -> bool:
    """Whether words are a bureau's sign, "FE", and no agency's or state's, "CIA", "UN"."""
    return bool(SYMBOL.fullmatch(words)) and words not in _AGENCIES


def keys_of(sides: Iterable[Side]) -> list[str]:
    """The keys of these sides; what the President signs, the White House sends."""
    held = tuple(sides)
    house = ["office house white"] if any("president" in s.office for s in held) else []
    return list(dict.fromkeys([*(key for s in held for key in s.keys), *house]))


def spoken_keys(value: Mention, me: Entry, catalogue: Catalogue) -> list[str]:
    """The keys under which letters of the sender that the words name are filed."""
    small = value.sender.lower()
    if _OFFICE.fullmatch(small):  # "Embassy's reply": they are too many to count back
        return []
    if small in ("me", "i", "we", "us"):
        return keys_of(me.senders)
    if small == "you":
        return keys_of(me.recipients)
    proper, office, where = spoken(value.sender)
    where = where or next((catalogue.lands[n] for n in sorted(proper) if n in catalogue.lands), "")
    keys = [f"name {name}" for name in sorted(proper)]
    keys += [f"post {post}" for post in sorted(posts_of(proper, catalogue))]
    if is_bureau(value.sender):  # "FE's memorandum": its head's, or of one who acts for him
        keys += ["word assistant", "word deputy", "word director"]
    if not keys and office and "department" not in office:  # of its telegrams there are too many
        keys = [f"word {max(office, key=len)}"]
    names, _, to = spoken(value.recipient)
    to = to or next((catalogue.lands[n] for n in sorted(names) if n in catalogue.lands), "")
    if where and where == me.home:
        keys.append("home")
    if where or to:
        keys += [
            route_key((where, me.home)),
            route_key((where, to)),
            route_key((where, "")),
            route_key(("", to)),
        ]
    if office == {"president"} and not proper:
        keys += [route_key(("", to)) for to in sorted(abroad(me))]
    return list(dict.fromkeys(keys))


def posts_of(proper: Iterable[str], catalogue: Catalogue) -> set[str]:
    """The posts at which the record finds people of these names."""
    return {post for name in proper for post in catalogue.stations.get(name, ())}


def fit_of(value: Mention, e: Entry, me: Entry, catalogue: Catalogue) -> int:
    """How far `e` runs as the words say, with what the record tells of who sits where."""
    fit = way(value, e, me, catalogue.lands)
    if value.whose != "other" or fit == 2:
        return fit
    proper, office, _ = spoken(value.sender)
    if proper and any(s.post in posts_of(proper, catalogue) for s in e.senders if s.post):
        return max(fit, 1)
    if office == {"president"} and not proper and not value.what.lower().startswith("memo"):
        return _presidential(value, e, me, catalogue, fit)
    return fit


def _presidential(value: Mention, e: Entry, me: Entry, catalogue: Catalogue, fit: int) -> int:
    """ "A letter from the President", in a telegram between the capital and a post: his, there."""
    there = abroad(me)
    if not there or value.recipient.lower() not in ("", *PRONOUNS):
        return fit
    own = any("president" in s.office and s.country in ("", me.home) for s in e.senders)
    to = {catalogue.lands.get(s.surname, "") for s in e.recipients} | abroad(e)
    if own and to & there:
        return 1
    return 1 if carries(e.letter) and _SPEAKS.search(e.letter.words) and to & there else -1
