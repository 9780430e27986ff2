"""Names and terms with the words that explain them, as the text itself gives them.

"Boris Shand, the Legation's unofficial agent in Cresby" · "William Ost (a former consul who …)" ·
"the guard-ship Jasva" · talks "known as the “Dolin Conversations”".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from letterbook.mark.months import MONTH
from letterbook.mark.names import fold_words
from letterbook.mark.offices import BORNE, OFFICE
from letterbook.model import Span
from letterbook.write.passages import Passage

_CAP = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*[\w]"
_NAME = rf"{_CAP}(?:\s(?:[A-Z]\.|{_CAP}|von|van|de|der|du|al|ibn|bin)){{0,4}}(?<!\sde)(?<!\svon)"
_OPENS = r"(?:the|a|an|then|formerly|once|our|my|his|her|their|its)"
_BY_COMMA = re.compile(
    rf"(?P<name>{_NAME}),\s(?P<words>{_OPENS}\s(?:(?:of|for|in|at|to|and|who|which|that)\s|[^\s,;:.()]+[\s,;:.)])[^,;:.()]{{2,110}}"
    r"(?:\.[A-Z]\.[^,;:.()]{0,60})?)(?=[,;:.])"
)
_IN_BRACKETS = re.compile(rf"(?P<name>{_NAME})\s\((?P<words>(?:{_OPENS}|[a-z]+)\s[^()]{{8,220}})\)")
_OFFICE_FIRST = re.compile(
    rf"(?P<words>\b[Tt]he\s(?:(?!the\b)\w[\w’'.-]*\s){{0,9}}?\w[\w’'.-]*),\s(?P<name>{_NAME})(?=[,;:.]|\s(?:and|who|to|had|was)\b)"
)
_TITLES = "|".join(sorted(w.capitalize() for w in BORNE if len(w) > 3 and w.isalpha()))
_BORE = re.compile(
    rf"(?P<words>(?:{_TITLES})(?:\s(?:of|for)\s(?:[A-Z][\w-]+\s?){{1,3}})?)"
    rf"\s(?P<name>{_CAP}(?:\s(?:[A-Z]\.|{_CAP})){{1,3}})"
)
_TRADE = re.compile(
    rf"\b(?P<words>businessman|journalist|lawyer|banker|engineer|merchant|historian|editor|lamp-man"
    rf"|industrialist|physician|diplomat|economist|scientist)\s(?P<name>{_CAP}(?:\s(?:[A-Z]\.|{_CAP})){{1,3}})"
    rf"|\b[Tt]he\s(?P<vessel>guard-ship|ship|steamer|cruiser|boat|liner|newspaper|schooner|ferry)\s(?P<called>{_CAP})"
)
_KNOWN_AS = re.compile(
    r"\b(?:known as|called|so-called|termed|the name of|referred to as)\s(?:the\s)?"
    r"[“\"](?P<name>[^“”\"]{3,60})[”\"]"
)
_PATTERNS = (_IN_BRACKETS, _BY_COMMA, _OFFICE_FIRST, _BORE, _TRADE)
_WHO = frozenset(
    "head boss brother sister son daughter widow wife husband mother father nephew niece cousin"
    " uncle friend colleague successor predecessor founder author writer poet painter editor"
    " historian journalist correspondent lawyer physician doctor surgeon engineer scientist"
    " economist businessman banker merchant trader industrialist diplomat politician soldier pilot"
    " officer sailor fisherman clerk interpreter translator secretary aide negotiator emissary"
    " leader member expert specialist spokesman candidate veteran lamp-man teacher priest monk"
    " intermediary agent observer spy official dictator ruler heir claimant rebel guerrilla"
    " representative man woman boy girl chargé commissar".split()
)
_WHAT = frozenset(
    "capital city town village port harbor harbour river island province region district valley"
    " mountain lake bay gulf guard-ship boat cruiser liner schooner ferry strait"
    " dam bridge fortress castle palace hotel newspaper journal"
    " magazine party organization organisation union federation alliance treaty"
    " agreement pact conference commission committee agency programme program plan ship vessel"
    " steamer tribe people language religion currency".split()
)
_NO_NAME = re.compile(
    rf"{MONTH}|monday|tuesday|wednesday|thursday|friday|saturday|sunday|however|moreover|finally"
    r"|indeed|also|then|there|this|that|the|and|but|dear|in|on|at|if|when",
    re.I,
)
_CLAUSE = re.compile(
    r"\b(?:I|we|you|he|she|they|it|is|are|was|were|has|have|had|will|would|shall|should|can|could|may"
    r"|might|must|did|do|does|not)\b"
)


@dataclass(frozen=True, slots=True)
class Explained:
    """A name or term, the words that explain it, and the words as they stand together.

    `pin` is the place of all of them, `explains` of the explaining words.
    """

    name: str
    words: str
    together: str
    pin: Span
    named: Span
    explains: Span
    passage: Passage
    term: bool = False

    @property
    def person(self) -> bool:
        """Whether it is somebody, as far as the words say: not a place, a ship, a treaty."""
        return not self.term and not _WHAT & set(self.words.lower().split()[:6])


def explained(passages: Iterable[Passage]) -> list[Explained]:
    """Each name once, with its fullest explanation; in the order of the text."""
    held: dict[tuple[str, ...], Explained] = {}
    for passage in passages:
        for one in _in(passage):
            key = fold_words(one.name)
            other = held.get(key)
            if other is None or len(other.words.split()) < min(len(one.words.split()), 5):
                held[key] = one
    return [one for one in held.values() if not _shorter(one, held.values())]


def _shorter(one: Explained, every: Iterable[Explained]) -> bool:
    """Whether another entry has the same name in full: "Farr" beside "Clement Farr"."""
    own = fold_words(one.name)
    return any(
        len(other) > len(own) and other[-len(own) :] == own
        for other in (fold_words(x.name) for x in every)
    )


def _in(passage: Passage) -> Iterator[Explained]:
    text = passage.leaf.text[passage.start : passage.end]
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            group = "called" if pattern is _TRADE and match["called"] else "name"
            words = match.span("words" if group == "name" else "vessel")
            words = _widened(text, *words) if pattern is _OFFICE_FIRST else words
            if (
                _named(match[group])
                and (len(match[group].split()) > 1 or group == "called")
                and _says_who(text[slice(*words)], pattern)
            ):
                yield _found(passage, match.span(group), words, pattern is _IN_BRACKETS)
    for match in _KNOWN_AS.finditer(text):
        yield _found(passage, match.span("name"), (0, len(text)), term=True)


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The office with what it is of: "Chairman of the Committee, M. Kalin" from "the Committee"."""
    before = re.search(r"(?:[Tt]he )?\b([A-Z][a-z]+) (?:of|for) $", text[:start])
    if before and before[1].lower() in BORNE:
        return before.start(), end
    return start, end


def _says_who(words: str, pattern: re.Pattern[str]) -> bool:
    """Whether the words say what somebody or something is: by their main noun."""
    if pattern is _TRADE or pattern is _BORE:
        return True
    head = re.split(r"\b(?:who|which|that|whose|where)\b", words, maxsplit=1)[0]
    noun = re.split(r"\s(?:of|for|in|at|to|from|on|with|by|near)\s", head.strip(), maxsplit=1)[0]
    told = noun.removesuffix(" d'Affaires").removesuffix(" d’Affaires").split()
    if not told:  # "which had been raised": it says what was done, not who somebody is
        return False
    noun = told[-1].lower()
    return noun in _WHO | _WHAT | BORNE and not _CLAUSE.search(head) and " and his " not in head


def _named(name: str) -> bool:
    """Whether it is a name: no word of an office, a month or a day in it."""
    words = [w.lower().strip(".") for w in name.split()]
    whole = not any(w in OFFICE or _NO_NAME.fullmatch(w) or w[-1].isdigit() for w in words)
    return whole and len(name) > 3


def _found(
    passage: Passage,
    name: tuple[int, int],
    words: tuple[int, int],
    bracketed: bool = False,
    term: bool = False,
) -> Explained:
    leaf, at = passage.leaf, passage.start
    first, last = min(name[0], words[0]) + at, max(name[1], words[1]) + at + bracketed
    (a, b), (c, d) = ((start + at, end + at) for start, end in (name, words))
    return Explained(
        leaf.words(a, b).rstrip(",."), leaf.words(c, d), leaf.words(first, last),
        leaf.span(first, last), leaf.span(a, b), leaf.span(c, d), passage, term,
    )  # fmt: skip
