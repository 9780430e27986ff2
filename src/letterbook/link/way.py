"""Which way a letter ran: whether one runs as the words of a mention say, seen from another.

"your" runs from my addressee to me, "my" from me to my addressee; "the President's letter to Ayub"
names both sides in words. A telegram that carries a letter runs between the two capitals as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from letterbook.link.entry import Entry, carries, envoy_key
from letterbook.link.sides import Side, same, spoken, spoken_of
from letterbook.model import Mention
from letterbook.text import plain_letters

_WORDS = re.compile(r"[a-z]+")
_WIRED = re.compile(r"(?:tel|cable|memo|desp|disp|airgram|instr|circ|wire)")
NONE: Mapping[str, str] = MappingProxyType({})
PRONOUNS = frozenset("his her their its he she they we him them".split())


def meet(one: Iterable[Side], other: Iterable[Side]) -> bool:
    """Whether any side of the one is a side of the other."""
    others = tuple(other)
    return any(same(a, b) for a in one for b in others)


def carried(entry: Entry) -> bool:
    """Whether it is a letter inside a telegram, or the telegram that carries one."""
    return bool(entry.letter.inside) or carries(entry.letter)


def posts(entry: Entry) -> set[str]:
    """The countries of the posts that write or receive it."""
    return {s.post for s in (*entry.senders, *entry.recipients) if s.post}


def from_home(entry: Entry) -> bool:
    """Whether it was sent by the capital."""
    return any(s.home for s in entry.senders)


def way(value: Mention, e: Entry, me: Entry, lands: Mapping[str, str] = NONE) -> int:
    """How far `e` runs the way the words say: 2 both sides, 1 one, 0 untold, -1 the other way.

    A telegram does so as well if a letter that it says it carries does.
    """
    fit = _way(value, e, me, lands)
    if fit < 2 and e.told and not _WIRED.match(plain_letters(value.what)):
        fit = max(fit, *(_way(value, told, me, lands) for told in e.told))
    return fit


def _way(value: Mention, e: Entry, me: Entry, lands: Mapping[str, str]) -> int:
    if value.whose == "writer" and value.what.lower().startswith("instruction"):
        sent, got = None, _told(me.senders, e.recipients)  # "my instructions": those I was given
    elif value.whose == "addressee":
        sent, got = _told(me.recipients, e.senders), _got(value, e, me, me.senders)
    elif value.whose == "writer":
        mine = me.recipients if value.recipient in ("you", "") else ()
        sent, got = _told(me.senders, e.senders), _got(value, e, me, mine)
    else:
        sent, got = words(value.sender, e.senders, me), words(value.recipient, e.recipients, me)
        sent = _serves(value.sender, e.senders, lands) if sent is None else sent
        got = (_serves(value.recipient, e.recipients, lands) or None) if got is None else got
    if sent is False or got is False or (sent is None and got is None):
        if _by_route(value, e, me, lands):
            return 1
        return -1 if sent is False or got is False else 0
    fit = int(bool(sent)) + int(bool(got))
    near = value.when is None or e.day is None or day_of(value) == e.day or carried(e)
    if fit == 1 and near and value.whose != "other" and abroad(e) & abroad(me):
        return 2  # the Foreign Secretary answers what came through the embassy in his country
    return fit


def day_of(value: Mention) -> int | None:
    """The day that a mention names, counted from year 1."""
    return value.when.earliest.toordinal() if value.when and value.when.earliest else None


def _told(mine: tuple[Side, ...], theirs: tuple[Side, ...]) -> bool | None:
    return meet(mine, theirs) if mine and theirs else None


def _one_of(mine: tuple[Side, ...], theirs: tuple[Side, ...]) -> bool | None:
    """Whether "you" is one of them; a delegation may be addressed for whoever is with it."""
    told = _told(mine, theirs)
    return None if told is False and not any(s.surname for s in mine) else told


def _got(value: Mention, e: Entry, me: Entry, mine: tuple[Side, ...]) -> bool | None:
    said = value.recipient
    if said and said not in ("me", "you", "us"):
        return words(said, e.recipients, me)
    if said and all(s.surname for s in (*mine, *e.recipients)) and not carried(e):
        return _told(mine, e.recipients)  # "my memorandum to you" is none to somebody else
    if value.what.lower().startswith("memo") and e.letter.kind != "memorandum":
        return _told(mine, e.recipients)
    return True if _told(mine, e.recipients) else None


def words(said: str, theirs: tuple[Side, ...], me: Entry) -> bool | None:
    """Whether words of the text mean one of these sides; None where they do not tell."""
    if not said or said.lower() in PRONOUNS:
        return None
    if said in ("me", "us", "I", "we"):  # "US" is a country
        return _one_of(me.senders, theirs)
    if said == "you":
        return _one_of(me.recipients, theirs)
    told = [t for s in theirs if (t := spoken_of(said, s)) is not None]
    return any(told) if told else None


def _serves(said: str, sides: tuple[Side, ...], lands: Mapping[str, str]) -> bool | None:
    """Whether the words name the envoy at the post of these sides: "Ambassador Vale" at Vardény."""
    named = {lands[envoy_key(n)] for n in spoken(said)[0] if envoy_key(n) in lands}
    return any(s.post in named for s in sides) if named else None


def _by_route(value: Mention, e: Entry, me: Entry, lands: Mapping[str, str]) -> bool:
    """Whether `e` carried, or is, a letter that ran between the capitals that the words name."""
    noun = plain_letters(value.what)
    if _WIRED.match(noun):
        return False
    sent = (
        bool(e.letter.inside) or carries(e.letter) or e.letter.kind in ("letter", "message", "note")
    )
    if not sent or not (carried(me) or carried(e) or e.letter.kind == "note"):
        return False
    wanted = _wanted(value, me, lands)
    if wanted & abroad(e):
        if value.whose != "other":
            return e.letter.kind != "note" or carried(e) or _likewise(value, e, me, lands)
        return _directed(value, e, lands)
    if value.recipient and not value.sender and not from_home(e):
        return False  # "handed me by the Premier" is no message to him
    names = spoken(value.sender)[0] | spoken(value.recipient)[0]
    if value.whose == "writer" and e.letter.kind == "note" and from_home(e):
        names = frozenset(s.surname for s in me.recipients if s.surname)  # "King Aurel"
    return (
        bool(names) and not wanted and names <= set(_WORDS.findall(plain_letters(e.letter.words)))
    )


def _directed(value: Mention, e: Entry, lands: Mapping[str, str]) -> bool:
    """Whether it runs from the country of the sender, or to that of the recipient, if one is told.

    A capital also passes on to its posts what it was sent: "there follows text of …".
    """
    sent, got = _said(value.sender, lands), _said(value.recipient, lands)
    return e.route[0] != got or not got or sent == got


def _likewise(value: Mention, e: Entry, me: Entry, lands: Mapping[str, str]) -> bool:
    """Whether a note ran as "our note" in mine says: "our aide-mémoire", a President writes."""
    start, end = _capitals(me, lands)
    if value.whose == "addressee":
        start, end = end, start
    return e.route[0] in ("", start) and e.route[1] in ("", end)


def _capitals(me: Entry, lands: Mapping[str, str]) -> tuple[str, str]:
    """The foreign countries it ran from and to; a ruler's is his own, though no header says so."""

    def of(told: str, sides: Iterable[Side]) -> str:
        named = (lands[s.surname] for s in sides if s.surname in lands)
        return told or next((land for land in named if land != me.home), "")

    return of(me.route[0], me.senders), of(me.route[1], me.recipients)


def abroad(e: Entry) -> set[str]:
    """The foreign countries at the ends of a letter's way."""
    return {end for end in e.route if end and end != e.home}


def _wanted(value: Mention, me: Entry, lands: Mapping[str, str]) -> set[str]:
    """The foreign countries at the ends of the mentioned letter's way, as far as they are told."""
    if value.whose == "addressee" or (value.whose == "writer" and value.recipient in ("you", "")):
        return abroad(me) or set(_capitals(me, lands)) - {""}
    return {_said(value.sender, lands), _said(value.recipient, lands)} - {"", me.home}


def _said(said: str, lands: Mapping[str, str]) -> str:
    """The country that words name, or whose letters its bearer writes: "Ayub" → pakistan."""
    if not said:
        return ""
    proper, _, where = spoken(said)
    return where or next((lands[name] for name in sorted(proper) if name in lands), "")
