"""Whose office a named person held on a day: "President Kennedy" of 1962 is the United States'.

In: the authority of offices, a name as a letter's header gives it, the letter's day. Out: the one
country it can be, and why; nothing where it may be two.
"""

from __future__ import annotations

import re
from datetime import date

from letterbook.link.offices import Authority, Tenure
from letterbook.model import Name
from letterbook.text import plain_letters

_WORD = re.compile(r"[a-z]+")
_IDLE = frozenset("of the for and in to a his her excellency acting council state affairs".split())


class Holding:
    """The tenures of an authority by the holder's surname."""

    def __init__(self, offices: Authority) -> None:
        """Index them once; a large record asks tens of thousands of times."""
        self._held: dict[str, list[Tenure]] = {}
        for tenure in offices.tenures:
            for word in set(_words(tenure.holder)):
                self._held.setdefault(word, []).append(tenure)
        self._known: dict[tuple[str, str, date | None], tuple[str, str]] = {}

    def country(self, name: Name, day: date | None) -> tuple[str, str]:
        """The country whose office the person held on that day, and the reason; "" for none.

        A bare surname is nobody: either an office or a given name must be told, too.
        """
        key = (name.name, name.office, day)
        if key not in self._known:
            self._known[key] = self._country(*key)
        return self._known[key]

    def _country(self, name: str, office: str, day: date | None) -> tuple[str, str]:
        words = _words(name)
        if not words or (len(words) == 1 and not office):
            return "", ""
        fits = [t for t in self._held.get(words[-1], ()) if _fits(t, words, office, day)]
        if len({t.government for t in fits}) != 1 or not fits[0].government:
            return "", ""
        one = fits[0]
        when = f" on {day.isoformat()}" if day else ""
        because = f"{one.holder} was {one.office} of {one.government}{when} (authority of offices)"
        return one.government, because

    def of_surname(self, words: str) -> str:
        """The one country whose offices all bearers of a surname held: "Roosevelt"; "" if none."""
        named = _words(words)
        held = self._held.get(named[-1], ()) if named else ()
        lands = {t.government for t in held if named[-1] in (_words(t.holder)[-1:])}
        return lands.pop() if len(lands) == 1 else ""


def _fits(tenure: Tenure, words: list[str], office: str, day: date | None) -> bool:
    """Whether he may be the holder: in office, under a title that is told, by names that agree."""
    first, last = tenure.when.earliest or date.min, tenure.when.latest or date.max
    if day is not None and not first <= day <= last:
        return False
    held = _words(tenure.holder)
    if words[-1] not in (held[-1], held[0]):
        return False
    named = all(any(h.startswith(w) or w.startswith(h) for h in held) for w in words[:-1])
    told = set(_words(office)) - _IDLE
    return named and (not told or bool(told & set(_words(tenure.office))))


def _words(words: str) -> list[str]:
    return _WORD.findall(plain_letters(re.sub(r"\(.*?\)", "", words)))
