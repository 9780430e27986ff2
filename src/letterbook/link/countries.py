"""For whom a letter speaks: the country of its writer and of its addressee.

An office may say it ("King of Tolmary", "Soviet Foreign Minister"), or the same person does in
another letter, or the town where other letters of that country are written: "Dear Mr. Premier"
from Vardény is Tolmary's. A mission is its own country's, wherever it stands. Where nothing tells,
a side is called by its first party's name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from letterbook.link.acted import Sides, short_side
from letterbook.mark.mention_posts import COUNTRIES, PEOPLES, POSTS, country
from letterbook.model import Letter, Name
from letterbook.text import plain_letters

_MISSION = re.compile(
    r"\b(?:embassy|legation|consul\w*|mission|ambassador|envoy|charge|delegation)\b"
)
_MISSION_AT = re.compile(r"\b(?:in|to|at|near)\b")
_OF = re.compile(
    r"\b(?:of|for) (?:the )?"
    r"(?:(?:[A-Z]\w+ ){0,2}(?:Republic|Kingdom|Empire|Duchy|Federation|State) of )?"
    r"(?P<country>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)$"
)
_NO_COUNTRY = re.compile(
    r"\b(?:ministers?|affairs|relations|council|state|defen[cs]e|treasury|staff|cabinet|government"
    r"|parliament|board|commission|finance|trade|war|navy|interior|republic|union)\b"
)
_NUMERAL = re.compile(r"[ivx]+|[a-z]\.?")
_OURS = re.compile(r"\b(?:department of state|secretary of (?:state|defense|the treasury))\b")


ROUNDS = 3
"""How far what is learned is handed on: an office, its holder, the town he writes from."""

Keys = Iterable[tuple[str, str]]
_Learned = Mapping[tuple[str, str], str]
"""("name" | "office" | "town", plain words) → country."""


@dataclass(frozen=True, slots=True)
class Known:
    """For whom each letter speaks, by its id, and for whom each name does."""

    sides: Mapping[str, Sides]
    learned: _Learned

    def side(self, words: str) -> str:
        """The side that words of a history name: "Morvény", "the Soviets", "Tolmary"; "" if none.

        A name is known from the letters, a people and a country from the list of both.
        """
        small = plain_letters(words).removeprefix("the ").strip(" .")
        for key in (("name", small), ("name", small.split(" ")[-1])):
            if key in self.learned:
                return self.learned[key]
        told = country(small) or country(small.removesuffix("s"))
        labels = {plain_letters(label): label for label in self.learned.values()}
        return labels.get(small) or _shown(told) or country_in(words)


def sides_of(letters: Sequence[Letter]) -> Known:
    """For whom the letters speak."""
    learned = _learn(letters)
    return Known({letter.id: _sides(letter, learned) for letter in letters}, learned)


def country_in(office: str) -> str:
    """The country that an office or a name of a government tells, "" for none.

    >>> country_in("King of Tolmary"), country_in("Ambassador in Tolmary"), country_in("Premier")
    ('Tolmary', '', '')
    >>> country_in("Chairman of the Council of Ministers of the Soviet Union")
    'Soviet Union'
    """
    small = plain_letters(office)
    if _OURS.search(small):
        return "United States"
    away = _MISSION.search(small)
    at = _MISSION_AT.search(small, away.end()) if away else None
    told = small[: at.start()] if at else small
    for people, key in PEOPLES.items():
        if people in told and re.search(rf"\b{re.escape(people)}\b", told):
            return _shown(key)
    match = _OF.search((office[: at.start()] if at else office).strip())
    if match is None:
        return ""
    words = plain_letters(match["country"])
    if words in COUNTRIES:
        return _shown(COUNTRIES[words])
    return "" if _NO_COUNTRY.search(words) else match["country"]


def _shown(key: str) -> str:
    return " ".join(w if w in ("of", "and", "the") else w.capitalize() for w in key.split())


# --- learning -----------------------------------------------------------------------------------


def _learn(letters: Sequence[Letter]) -> _Learned:
    """What other letters tell: the country of a name, of an office, of a town."""
    learned: _Learned = {}
    for _ in range(ROUNDS):
        counted: dict[tuple[str, str], Counter[str]] = {}
        for letter in letters:
            for name, town in _ends(letter):
                if country := _told(name) or _known(name, town, learned):
                    for key in _keys(name, town):
                        counted.setdefault(key, Counter())[country] += 1
        learned = {key: held for key, count in counted.items() if (held := _clear(count))}
    return learned


def _ends(letter: Letter) -> Iterable[tuple[Name, str]]:
    """Each party with the town it writes from or is written to at."""
    yield from ((name, letter.place) for name in letter.senders)
    yield from ((name, name.address) for name in letter.recipients)


def _keys(name: Name, town: str) -> Keys:
    """Under what a party is remembered; a mission tells nothing of the town it stands in."""
    mission = _is_mission(name)
    words = plain_letters(name.name).strip(" .")
    if words and not mission:
        yield "name", words
        yield "name", _surname(words)
    if name.office and not mission:
        yield "office", plain_letters(name.office)
    if (place := plain_letters(town).rpartition(",")[2].strip(" .")) and not mission:
        yield "town", place


def _surname(words: str) -> str:
    """The last word of a name; "Aurel II" and "Aurel R." are one king."""
    held = [word for word in words.split() if not _NUMERAL.fullmatch(word)]
    return (held or words.split())[-1]


def _clear(counted: Counter[str]) -> str:
    """The one country that stands clearly before all others."""
    (country, most), *others = counted.most_common(2)
    return country if not others or most > 2 * others[0][1] else ""


# --- telling ------------------------------------------------------------------------------------


def _sides(letter: Letter, learned: _Learned) -> Sides:
    writer = _country(letter.senders, letter.place, learned)
    addressee = _country(letter.recipients, "", learned)
    # a legation writes to its own ministry, and is written to by it
    if not writer and any(map(_is_mission, letter.senders)):
        writer = addressee
    if not addressee and any(map(_is_mission, letter.recipients)):
        addressee = writer
    return Sides(writer or short_side(letter.senders), addressee or short_side(letter.recipients))


def _is_mission(name: Name) -> bool:
    return bool(_MISSION.search(plain_letters(f"{name.name} {name.office}")))


def _country(parties: Sequence[Name], town: str, learned: _Learned) -> str:
    told = (_told(name) or _known(name, town or name.address, learned) for name in parties)
    return next(filter(None, told), "")


def _told(name: Name) -> str:
    return country_in(name.office) or country_in(name.name)


def _known(name: Name, town: str, learned: _Learned) -> str:
    """What is known of the name, else of the office, else of the town."""
    for kind, words in _keys(name, town):
        found = learned.get((kind, words), "")
        if found:
            return found
        if kind == "town" and words in POSTS:
            return _shown(POSTS[words])
    return ""
