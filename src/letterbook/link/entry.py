"""A letter as it is filed: its sides, its day, the numbers it bears, the countries it ran between.

"Telegram From the Embassy in Iran", "809. Comkas 37.": of 1948-09-10, numbers 809 and Comkas 37,
from the post in Iran to the capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from letterbook.link.nicknames import GIVEN
from letterbook.link.sides import Side, side
from letterbook.link.telegrams import numbers, own_number
from letterbook.mark.dates import dates
from letterbook.mark.headwords import kind_of
from letterbook.mark.mention_phrases import Phrase, phrases
from letterbook.mark.party import party
from letterbook.model import Letter, Name

_CARRIES = re.compile(
    r"\b(?:following|text|deliver|transmit\w*|convey|pass|handed|forwarded|received|quote)\b.{0,90}?"
    r"\b(?:letter|message|reply|note|communication|aide[- ]m[eé]moire|text"
    r"|memorandum (?:handed|delivered|given|from))\b|“?\bDear\b"
    r"|\b(?:letter|message|reply|note|communication|aide[- ]m[eé]moire)\b.{0,40}?"
    r"\b(?:follows|as follows|quoted|below|dated|handed)\b|(?:^|\.\s)aide[- ]m[eé]moire\.",
    re.I | re.S,
)
_PASSES_ON = re.compile(  # "I have been asked to convey to you the following message from …"
    r"\b(?:transmit|convey|forward|deliver|pass|give|send)\b.{0,40}\bfollowing\s(?:\w+\s){0,2}"
    r"(?:letter|message|reply|communication)\s(?:\w+\s){0,3}?from\b",
    re.I | re.S,
)
_BROUGHT = ("letter", "messag", "repl", "note", "commun", "aide", "text", "memorand")
_BRINGING = ("following", "text", "deliver", "transmit", "convey", "pass", "handed", "forwarded",
             "received", "quote", "follows", "below", "dated")  # fmt: skip
"""What the words of one that carries another hold; looked for first, for speed."""
_ELSEWHERE = re.compile(  # "Immediately following telegram contains text of …"
    r"\b(?:following|separate|next|sep)\s?tel(?:egram)?\b.{0,20}\b(?:contains?|transmits|gives|text)",
    re.I,
)
_ANSWERED = re.compile(  # "deliver following note in reply to their note of May 1" brings one
    r"\b(?:in\s)?(?:repl(?:y|ies|ying)|answer(?:ing)?|response|respond(?:ing)?|reference)\sto\s$",
    re.I,
)
ON_THE_WAY = 60  # days that a letter may be old when a telegram brings it
_PRIVATE = re.compile(
    r"letter|message|repl|note|communication|aide|response|memorandum(?! (?:of|con))", re.I
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A letter as the catalogue files it.

    `day` counts days since year 1; `number` and `series` are the telegram's own, `numbers` all it
    bears; `unit` is shared by a telegram and what it carries; `route` are the countries it ran
    from and to, "" for the capital's own; `home` is the capital's country; `told` are the letters
    that a telegram says it carries, each with the sides and the day it tells.
    """

    letter: Letter
    senders: tuple[Side, ...]
    recipients: tuple[Side, ...]
    day: int | None
    number: str
    series: str
    numbers: frozenset[tuple[str, str]]
    order: int
    edition: str
    unit: str
    route: tuple[str, str]
    home: str
    told: tuple[Entry, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """What the letter is filed under: its senders, the words of their offices, its way."""
        keys = [key for party in self.senders for key in party.keys]
        keys += [f"word {word}" for party in self.senders for word in sorted(party.office)]
        if any(self.route):
            keys.append(route_key(self.route))
        return tuple(dict.fromkeys(keys))

    @property
    def id(self) -> str:
        """The letter's id."""
        return self.letter.id


def entry(letter: Letter, order: int, outer: Entry | None = None, home_country: str = "") -> Entry:
    """A letter with its sides, its day and its own number taken apart.

    One that is carried inside another has the day, and if it is of no kind the sides, of that.
    """
    number, series = own_number(letter)
    when = letter.when
    day = (when.earliest or when.latest) if when else None
    senders = tuple(side(n, letter.place) for n in letter.senders)
    recipients = tuple(side(n) for n in letter.recipients if not (outer and _first_name(n)))
    at = day.toordinal() if day else None
    if outer is not None:
        within = outer.told[0] if len(outer.told) == 1 else None
        at = (within.day if within else outer.day) if at is None else at
        if not letter.kind and not letter.inside:
            senders, recipients = outer.senders, outer.recipients
        elif within:
            senders, recipients = senders or within.senders, recipients or within.recipients
        elif not letter.kind:
            senders, recipients = outer.senders, outer.recipients
    home = any(s.home for s in senders)
    edition = letter.path if letter.where else letter.path.rpartition("/")[0]
    filed = Entry(
        letter=letter,
        senders=senders,
        recipients=recipients,
        day=at,
        number=number,
        series=series,
        numbers=numbers(letter, home, (number, series)),
        order=order,
        edition=edition,
        unit=outer.unit if outer else letter.id,
        route=outer.route if outer else _route(senders, recipients),
        home=home_country or next((s.country for s in senders if s.home), ""),
    )
    return replace(filed, told=tuple(_told(filed))) if carries(letter) else filed


def _first_name(name: Name) -> bool:
    """Whether it is a salutation's "Harold", which says less than the telegram that carries it."""
    return not name.office and name.name.lower() in GIVEN


def _told(e: Entry) -> Iterator[Entry]:
    """The letters that a telegram says it carries: "following message from the Premier to …"."""
    year = date.fromordinal(e.day).year if e.day else None
    for phrase in phrases(e.letter.words):
        told = phrase.sender or phrase.recipient or phrase.owner
        if not told or not _PRIVATE.match(phrase.noun) or _ANSWERED.search(phrase.before):
            continue
        hits = [hit for day in phrase.days[:1] for hit in dates(day, year)]
        day = next((h.when.earliest.toordinal() for h in hits if h.when.earliest), None)
        yield replace(
            e,
            letter=replace(e.letter, kind=kind_of(phrase.noun) or "message"),
            senders=_side(phrase.sender or _owner(phrase), e),
            recipients=_side(phrase.recipient, e),
            day=day if e.day and day and -1 <= e.day - day < ON_THE_WAY else e.day,
        )


def _owner(phrase: Phrase) -> str:
    """ "the Secretary's" → "the Secretary"; "your" tells no name."""
    named = phrase.owner[:1].isupper() or " " in phrase.owner
    return re.sub(r"['’]s?$", "", phrase.owner) if named else ""


def _side(words: str, e: Entry) -> tuple[Side, ...]:
    if words == "you":
        return e.recipients
    if words in ("me", "us", "I", "we"):
        return e.senders
    if not (words[:1].isupper() or words.startswith("the ")):
        return ()
    return (side(party(words.removeprefix("the "))),)


def days_told(entry: Entry) -> set[int]:
    """The days that a telegram gives the letters it carries: "text of … message of July 19"."""
    return {told.day for told in entry.told if told.day is not None}


def carries(letter: Letter) -> bool:
    """Whether a telegram's opening says that it carries another's letter."""
    return _carries(letter.kind, letter.words)


@lru_cache(maxsize=100_000)
def _carries(kind: str, words: str) -> bool:
    """The same of its opening words: one letter is asked for every mention that may mean it."""
    small = words.casefold()
    if kind == "letter":
        return "following" in small and bool(_PASSES_ON.search(words))
    if kind not in ("telegram", "airgram") or not _may_carry(small):
        return False
    return bool(_CARRIES.search(words)) and not _ELSEWHERE.search(words)


def _may_carry(small: str) -> bool:
    """Whether the words, in small letters, hold what `_CARRIES` finds: few telegrams' do."""
    told = any(map(small.__contains__, _BROUGHT)) and any(map(small.__contains__, _BRINGING))
    return told or "dear" in small or "aide" in small


def _route(senders: tuple[Side, ...], recipients: tuple[Side, ...]) -> tuple[str, str]:
    """The countries it ran between; "" for the capital's own side and where none is told."""

    def of(sides: tuple[Side, ...]) -> str:
        if any(s.home for s in sides):
            return ""
        found = {s.post or s.country for s in sides if s.post or s.country}
        return found.pop() if len(found) == 1 else ""

    return of(senders), of(recipients)


def route_key(route: tuple[str, str]) -> str:
    """The key of the countries between which letters run: "way >japan"."""
    return f"way {route[0]}>{route[1]}"


def envoy_key(surname: str) -> str:
    """The key of the post at which an envoy of that name serves."""
    return f"envoy {surname}"
