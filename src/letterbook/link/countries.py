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
from dataclasses import dataclass, field
from functools import lru_cache

from letterbook.link.acted import Sides, short_side
from letterbook.link.holding import Holding
from letterbook.link.offices import Authority
from letterbook.mark.mention_posts import COUNTRIES, PEOPLES, POSTS, any_of, country
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
_LAND = re.compile(rf"\b(?:{any_of((*COUNTRIES, *PEOPLES))}|u\.s\.)(?!\w)")
_TWO = re.compile(
    r"\b(?P<one>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}) and"
    r" (?:the )?(?P<two>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})"
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
    """For whom each letter speaks, by its id, and for whom each name does.

    `because`: by the letter's id, what the authority of offices was asked for and said.
    """

    sides: Mapping[str, Sides]
    learned: _Learned
    because: Mapping[str, Sequence[str]] = field(default_factory=dict)
    holding: Holding | None = None

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
        found = labels.get(small) or _shown(told) or country_in(words)
        return found or (self.holding.of_surname(words) if self.holding else "")


def sides_of(letters: Sequence[Letter], offices: Authority | None = None) -> Known:
    """For whom the letters speak; `offices` says who held which office on a letter's day."""
    reasons: dict[str, list[str]] = {}
    held = Holding(offices) if offices else None
    ends = {one.id: _ends(one, held, reasons) for one in letters}
    learned = _learn(ends.values())
    return Known(
        {one.id: _sides(one, ends[one.id], learned) for one in letters}, learned,
        {id: tuple(dict.fromkeys(told)) for id, told in reasons.items()}, held,
    )  # fmt: skip


def lands_in(text: str) -> Counter[str]:
    """The countries that a text names, themselves or by their peoples, and how often."""
    named = Counter(_word[0] for _word in _LAND.finditer(plain_letters(text)))
    lands: Counter[str] = Counter()
    for word, times in named.items():
        lands[_shown(COUNTRIES.get(word) or PEOPLES.get(word) or "united states")] += times
    return lands


def other_land(text: str, here: str) -> str:
    """The one country that a text names together with `here`: "the United States and Orvane".

    >>> other_land("what concerns the United States and the Soviet Union directly", "Soviet Union")
    'United States'
    """
    found = set()
    for match in _TWO.finditer(text):
        lands = [_shown(country(words)) or words for words in match.group("one", "two")]
        if here in lands and lands[0] != lands[1]:
            found.add(lands[1 - lands.index(here)])
    return found.pop() if len(found) == 1 else ""


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


def _learn(letters: Iterable[_Ends]) -> _Learned:
    """What other letters tell: the country of a name, of an office, of a town."""
    every = [end for ends in letters for side in ends for end in side]
    often = Counter(every)
    learned: _Learned = {}
    for _ in range(ROUNDS):
        counted: dict[tuple[str, str], Counter[str]] = {}
        for end, times in often.items():
            if country := end.told or _known(end.name, end.town, learned):
                for key in _keys(end.name, end.town):
                    counted.setdefault(key, Counter())[country] += times
        learned = {key: held for key, count in counted.items() if (held := _clear(count))}
    return learned


@dataclass(frozen=True, slots=True)
class _End:
    """A party, the town it writes from or is written to at, and the country that is told of it."""

    name: Name
    town: str
    told: str


_Ends = tuple[tuple[_End, ...], tuple[_End, ...]]


def _ends(letter: Letter, held: Holding | None, reasons: dict[str, list[str]]) -> _Ends:
    day = letter.when.earliest if letter.when else None

    def end(name: Name, town: str) -> _End:
        told = _told(name)
        if not told and held:
            told, because = held.country(name, day)
            if because:
                reasons.setdefault(letter.id, []).append(because)
        return _End(name, town, told)

    senders = tuple(end(name, letter.place) for name in letter.senders)
    return senders, tuple(end(name, name.address) for name in letter.recipients)


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


def _sides(letter: Letter, ends: _Ends, learned: _Learned) -> Sides:
    writer, addressee = (_country(side, learned) for side in ends)
    # a legation writes to its own ministry, and is written to by it
    if not writer and any(map(_is_mission, letter.senders)):
        writer = addressee
    if not addressee and any(map(_is_mission, letter.recipients)):
        addressee = writer
    return Sides(writer or short_side(letter.senders), addressee or short_side(letter.recipients))


def _is_mission(name: Name) -> bool:
    return bool(_MISSION.search(plain_letters(f"{name.name} {name.office}")))


def _country(ends: Sequence[_End], learned: _Learned) -> str:
    told = (end.told or _known(end.name, end.town, learned) for end in ends)
    return next(filter(None, told), "")


@lru_cache(maxsize=1 << 16)
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
