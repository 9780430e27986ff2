"""Letters named without day or number: by turn ("your last message") or by place ("following").

The latest letter of the side that the words name, before this one, and only while it is recent:
what lies further back may have been followed by letters that this record does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from letterbook.link.by_day import parties
from letterbook.link.by_office import (
    DEPARTMENT,
    LETTERS,
    LOOK,
    NEAR,
    RECENT,
    UNDATED,
    of_other_kind,
    of_the_house,
    of_the_office,
)
from letterbook.link.by_place import ENCLOSED, LAST, NEXT, SEPARATE, by_place, placed
from letterbook.link.by_talk import WITH, talked
from letterbook.link.catalogue import Catalogue
from letterbook.link.entry import Entry, carries
from letterbook.link.kinds import kind_fits, of_government, strictly
from letterbook.link.sent_by import fit_of, is_bureau, keys_of, posts_of, spoken_keys
from letterbook.link.sides import spoken
from letterbook.link.stand_out import lately, sent, standing_out
from letterbook.link.way import PRONOUNS, words
from letterbook.mark.mention_words import COMING, PLURAL, SENT, STRONG
from letterbook.model import Mention

_NOBODY: tuple[frozenset[str], frozenset[str], str] = (frozenset(), frozenset(), "")
SHOWN = 3  # of more, the words tell too little to offer them
_YET = re.compile(rf"\b(?:{COMING}|proposed|draft|suggested|subsequent)\b")
"""Of what is not written yet, or came later."""
_BEFORE = re.compile(r"\b(?:last|previous|latest)\b")
_ANY = re.compile(r"(?:an?|another)\b")
_WIRED = ("message", "repl", "response")
SEASON = 60  # days; as long as `record.links` lets a bare mention wait for its letter


def turned(value: Mention, me: Entry, catalogue: Catalogue) -> list[Entry]:
    """The letters that the words may mean; one where it is decided."""
    me = about(me, catalogue)
    if found := placed(value, me, catalogue) or talked(value, me, catalogue):
        return found
    if me.day is None or not STRONG.match(value.what) or PLURAL.search(value.what):
        return []
    if by_place(value) or _any(value) or _YET.search(value.series):
        return []
    value = of_the_house(value, me)
    keys = _keys(value, me, catalogue)
    found = (
        _latest(value, me, catalogue, keys, RECENT)
        or _by_day(value, me, catalogue)
        or of_the_office(value, me, catalogue)
        or of_other_kind(value, me, catalogue, keys)
    )
    return found if len(found) <= SHOWN else []


def _any(value: Mention) -> bool:
    """ "A long letter to Vale" may be any; "a letter from Vale", "a cable to you" is told."""
    told = value.sender and value.sender.lower() not in PRONOUNS
    named = value.whose != "writer" and (told or value.recipient == "you")
    told = told or value.whose == "writer"
    named = named or bool(told and value.recipient and SENT in value.series.split())
    return bool(_ANY.match(value.series)) and not named  # "I shall send you a letter": any


def about(me: Entry, catalogue: Catalogue) -> Entry:
    """An undated letter with the day of the one before it in its edition, as it was put there."""
    before = catalogue.near(me, -1) if me.day is None else None
    return replace(me, day=before.day) if before is not None else me


def _keys(value: Mention, me: Entry, catalogue: Catalogue) -> list[str]:
    """The keys under which letters of the side that the words name are filed."""
    if value.whose == "addressee":
        # what the President sends goes out in the Department's telegrams
        ruler = any("president" in s.office for s in me.recipients)
        onward = value.recipient not in ("", "me", "us")  # "your message to the Chairman"
        wired = ruler and (onward or me.letter.kind == "memorandum")
        return [*keys_of(me.recipients), *(["home"] if wired else [])]
    if value.whose == "writer":
        again = value.recipient == "you" and _BEFORE.search(value.series)
        return keys_of(me.senders) if _private(me) or again or not me.recipients else []
    if value.sender == DEPARTMENT:
        return ["home"]
    return spoken_keys(value, me, catalogue) if value.sender or value.recipient else []


def _by_day(value: Mention, me: Entry, catalogue: Catalogue) -> list[Entry]:
    """What stands beside and is of the same day, or undated: the letter that was handed over."""
    if not (value.sender or value.recipient or value.whose == "addressee"):
        return []
    found: dict[str, Entry] = {}
    for step, near in catalogue.around(me, UNDATED, 2):
        for e in (near, *catalogue.inside(near)):
            if not _official(value, e) and not (_own_kind(value, e) and kind_fits(value, e, me)):
                continue
            fit = fit_of(value, e, me, catalogue)
            if e.day is None:
                same = fit >= (1 if value.sender else 2) and (step < 0 or (step == 1 and fit == 2))
            else:
                post = e.letter.kind == "telegram" and not value.recipient
                memo = value.what.lower().startswith("memo")
                near_by = abs(step) <= 2 and _handed(e, me) and not post and not memo
                same = near_by and value.whose == "other" and fit >= 1
            if same:
                found.setdefault(e.unit, e)
    return list(found.values()) if len(found) == 1 else []


def _official(value: Mention, e: Entry) -> bool:
    """ "The Orvanian note" that is printed as a message of that government, without a day."""
    return e.day is None and e.letter.kind in ("message", "note") and of_government(value)


def _handed(e: Entry, me: Entry) -> bool:
    return e.day is not None and me.day is not None and -1 <= me.day - e.day <= 1


def _private(me: Entry) -> bool:
    """A letter from one to one; an office's memoranda and telegrams are too many to count back."""
    return me.letter.kind in ("letter", "message")


def _latest(
    value: Mention, me: Entry, catalogue: Catalogue, keys: Iterable[str], within: int
) -> list[Entry]:
    """The latest that runs wholly as the words say; else the one by half that stands out."""
    assert me.day is not None
    bureau = value.whose == "other" and is_bureau(value.sender)
    whole: list[Entry] = []
    half: dict[str, Entry] = {}
    for key in keys:
        for count, e in enumerate(catalogue.before(key, me.day, me.order)):
            if e.day is None or me.day - e.day > within or count >= LOOK:
                break
            if e.unit == me.unit or not kind_fits(value, e, me) or _mere_wire(value, e):
                continue
            fit = fit_of(value, e, me, catalogue)
            if fit == 2:
                whole.append(e)
                if bureau:
                    continue
                break
            own = _own_kind(value, e) or _wired_by(value, e, catalogue)
            if fit == 1 and me.day - e.day <= NEAR and own:
                half[e.unit] = e
    if bureau and len({e.unit for e in (*whole, *half.values())}) > 1:
        return []  # a bureau writes many
    if whole:
        return [max(whole, key=lambda e: (e.day or 0, e.order))]
    if value.whose == "addressee" and me.letter.kind == "memorandum":  # of his to another
        return lately([e for e in half.values() if sent(e) or _for_the_file(e, me)], me)
    if value.whose == "writer" and not me.recipients:  # in a record for himself
        return lately(list(half.values()), me)
    if not half and (far := _season(value, me, catalogue, keys)):
        return far
    untold = not value.sender or value.recipient.lower() in ("", *PRONOUNS)
    return standing_out(_letters(value, half), me) if untold and value.whose == "other" else []


def _wired_by(value: Mention, e: Entry, catalogue: Catalogue) -> bool:
    """ "Vale's message", "Ambassador Farr's reply": an envoy sends his by telegram."""
    if e.letter.kind != "telegram" or not value.what.lower().startswith(_WIRED):
        return False
    proper = spoken(value.sender)[0]
    return any(s.surname in proper or s.post in posts_of(proper, catalogue) for s in e.senders)


def _letters(value: Mention, half: Mapping[str, Entry]) -> list[Entry]:
    """Of letters and of telegrams that speak of letters, the letters, for a "letter"."""
    found = list(half.values())
    if not value.what.lower().startswith("letter"):
        return found
    return [e for e in found if e.letter.kind == "letter"] or found


def _for_the_file(e: Entry, me: Entry) -> bool:
    """Whether it is a record that he made yesterday or today for no reader."""
    return not e.recipients and e.day is not None and me.day is not None and me.day - e.day <= 1


def _season(value: Mention, me: Entry, catalogue: Catalogue, keys: Iterable[str]) -> list[Entry]:
    """ "Vale's letter": the only one that a person so named has sent in weeks.

    Of memoranda and telegrams an office sends too many.
    """
    assert me.day is not None
    proper, office, _ = spoken(value.sender) if LETTERS.match(value.what) else _NOBODY
    ruler = office == {"president"} and not proper and value.does != "forwards"
    told = value.whose == "other" and not _ANY.match(value.series)
    found: dict[str, Entry] = {}
    for key in keys if told and (proper or ruler) else ():
        for count, e in enumerate(catalogue.before(key, me.day, me.order)):
            if e.day is None or me.day - e.day > SEASON or count >= LOOK:
                break
            named = any(s.surname in proper for s in e.senders)
            own = strictly(value, e)
            if ruler:  # "the President's letter": the country that both run to tells whose it is
                named, own = fit_of(value, e, me, catalogue) >= 1, _own_kind(value, e)
            if named and own and e.unit != me.unit and _sent_to(value, e, me):
                found[e.unit] = e
    return list(found.values()) if len(found) == 1 else []


def _sent_to(value: Mention, e: Entry, me: Entry) -> bool:
    return words(value.recipient, e.recipients, me) is not False


def _mere_wire(value: Mention, e: Entry) -> bool:
    """A letter may come by telegram, but a telegram that brings none is no letter, no note."""
    noun = value.what.lower()
    if not noun.startswith(("letter", "note", "aide")) or e.letter.kind != "telegram":
        return False
    return not (carries(e.letter) and any(strictly(value, told) for told in e.told))


def _own_kind(value: Mention, e: Entry) -> bool:
    noun = value.what.lower()
    if noun.startswith(("cable", "wire")):
        return e.letter.kind == "telegram"
    if noun.startswith(("message", "letter", "reply", "communication")):
        sent = ("letter", "message", "note")[: 3 if noun.startswith("message") else 2]
        return strictly(value, e) or carries(e.letter) or e.letter.kind in sent
    return strictly(value, e)


def reason(value: Mention, e: Entry) -> str:
    """Why the turn, or the place, means this letter, in words."""
    said = value.series
    if e.letter.kind == "memcon" and WITH.search(value.what):
        return "the only record of a talk of these weeks that names whom the words name"
    if not value.recipient and value.whose != "addressee":
        if NEXT.search(said) or LAST.search(said):
            return f"the telegram beside it by number, {parties(e)}"
        if SEPARATE.search(said) or value.what.lower().startswith("septel"):
            return f"the only other that the same side sent that day, {parties(e)}"
    if ENCLOSED.search(said):
        return f"stands beside it, of the kind and day that fit, {parties(e)}"
    return f"the latest before that the words fit, {parties(e)}"
