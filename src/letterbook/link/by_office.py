"""Letters told by the office behind a name: "our cable to Vardény", "your letter" that he signed.

Also the one thing that a person so named has sent, where the words call it by another kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from letterbook.link.by_day import adjunct
from letterbook.link.catalogue import Catalogue
from letterbook.link.entry import Entry
from letterbook.link.kinds import strictly, units
from letterbook.link.sent_by import fit_of
from letterbook.link.sides import akin, spoken, spoken_of
from letterbook.link.way import PRONOUNS, from_home, meet
from letterbook.model import Mention

DEPARTMENT = "the Department of State"
LOOK = 60  # letters of a side that are looked at
RECENT = 45  # days
UNDATED = 6  # places back in the edition at which an undated letter may stand
NEAR = 21  # days within which the only letter of one side is taken
LETTERS = re.compile(r"(?i:letter|message)s?")
_LOOSE = re.compile(r"(?i:letter|message|memo|communication|note)")
_LOOSE_KINDS = ("letter", "memorandum", "message", "note", "paper")


def of_the_house(value: Mention, me: Entry) -> Mention:
    """ "Our cable to Vardény", as one officer of the Department writes to another: its own."""
    wire = value.what.lower().startswith(("tel", "cable")) and me.letter.kind == "memorandum"
    if value.whose != "writer" or not wire or value.recipient.lower() in ("", *PRONOUNS, "you"):
        return value
    inside = any(spoken_of(DEPARTMENT, s) for s in me.senders)
    return replace(value, whose="other", sender=DEPARTMENT) if inside else value


def of_other_kind(
    value: Mention, me: Entry, catalogue: Catalogue, keys: Iterable[str]
) -> list[Entry]:
    """ "The memorandum from Vale" that is a letter: the only thing that one so named has sent."""
    proper = spoken(value.sender)[0]
    if value.whose != "other" or not proper or adjunct(value) or not _LOOSE.match(value.what):
        return []
    assert me.day is not None
    found: dict[str, Entry] = {}
    for key in keys:
        for count, e in enumerate(catalogue.before(key, me.day, me.order)):
            if e.day is None or me.day - e.day > NEAR or count >= LOOK:
                break
            if e.unit != me.unit and fit_of(value, e, me, catalogue) >= 1:
                found[e.unit] = e
    sole = list(found.values()) if len(found) == 1 else []
    named = [e for e in sole if any(s.surname in proper for s in e.senders)]
    return [e for e in named if e.letter.kind in _LOOSE_KINDS]


def of_the_office(value: Mention, me: Entry, catalogue: Catalogue) -> list[Entry]:
    """ "Your letter", which stands beside and another of the same department signed."""
    if value.whose != "addressee" or not LETTERS.fullmatch(value.what) or value.recipient:
        return []
    found = units([
        e for _, e in catalogue.around(me, UNDATED, 0)
        if strictly(value, e) and meet(me.senders, e.recipients) and _of_one_house(me, e)
        and e.day is not None and me.day is not None and 0 <= me.day - e.day <= RECENT
    ])  # fmt: skip
    return found if len(found) == 1 else []


def _of_one_house(me: Entry, e: Entry) -> bool:
    """Whether the writer of `e` and the reader of mine write for one department."""
    officers = any(spoken_of(DEPARTMENT, s) for s in me.recipients)
    return akin(me.recipients, e.senders) or (officers and from_home(e))
