"""A sentence as acts are told by: who speaks, who is spoken to, and the words between, folded.

"My Government would be glad to receive Ambassador Farr" becomes
"SELF would be glad to receive MAN": whoever writes is SELF, whoever is written to is YOU, both
together BOTH, another state or its government LAND, a person with a title MAN. An act lies in such
patterns; the names of places and people belong to the matter, and change from letter to letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from letterbook.mark.mention_posts import COUNTRIES, PEOPLES
from letterbook.text import plain_letters

SELF, YOU, BOTH, LAND, MAN = "SELF", "YOU", "BOTH", "LAND", "MAN"

_TITLE = (
    r"(?:(?:Deputy |Under |Assistant |Vice[- ]|Prime |Foreign |First )?(?:Secretary|Minister|"
    r"President|Premier|Chairman|Chancellor)(?: of [A-Z]\w+)?|Ambassador|Governor|Senator|General|"
    r"Admiral|Marshal|Count|King|Queen|Prince|Colonel|Consul|Chargé|Mr\.|Mrs\.|Dr\.|Sir|Lord|Herr)"
)
_TITLED = re.compile(
    rf"(?=[A-Z])\b(?:{_TITLE} )+(?:(?:de|von|van|al|ben) )?(?:[A-Z][\w’'-]*\.?(?: |\b))+(?!\w)"
)
_STATE = r"(?:government|administration|ministry|cabinet|authorities|embassy|delegation|country)"
_NAMES = {*COUNTRIES, *PEOPLES} - {"us"}


def _tried(names: Iterable[str]) -> str:
    """A pattern for any of the names, the longest first, tried by their first two letters."""
    by: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        by.setdefault(name[:2], []).append(re.escape(name[2:]))
    return "|".join(f"{re.escape(two)}(?:{'|'.join(rest)})" for two, rest in sorted(by.items()))


_LANDS = _tried(_NAMES)
_TWO = r"(?:governments|countries|peoples|representatives|nations|states|experts|officials|staffs)"
_LAND = (
    rf"\b(?P<land>(?:the )?(?:(?:royal|imperial|federal|provisional) )?"
    rf"(?:governments? of (?:the )?(?:{_LANDS})(?!\w)|(?:{_LANDS}) (?:\w+ )?{_STATE}\b"
    rf"|(?:{_LANDS})(?!\w))|the \w+ government\b(?! of))"
)
_WHO = re.compile(
    rf"\b(?P<both>(?:both (?:of )?)?our (?:two |both |respective )?{_TWO}\b"
    rf"|the two (?:governments|countries|sides)\b|you and (?:i|we)\b"
    rf"|we(?= (?:(?:must |should |can |all )?both\b|together\b))|both of us\b|each of us\b"
    rf"|both (?:our |the )?(?:parties|sides|{_TWO}))"
    rf"|\b(?P<you>your (?:\w+ )?{_STATE}\b|your (?:excellency|majesty|highness|lordship)\b"
    rf"|you\b|yours\b|yourself\b)"
    rf"|\b(?P<self>(?:my|our|this|his majesty's|her (?:britannic )?majesty's) (?:\w+ )?{_STATE}\b"
    rf"|h\.m\.g\.|hmg\b|i\b(?!\.)|we\b|us\b|me\b|myself\b|ourselves\b)"
    rf"|{_LAND}"
    rf"|\b(?P<man>mxman)\b"
)  # fmt: skip
_NEAR = re.compile(_WHO.pattern.replace("|" + _LAND, ""))
_KINDS = {"both": BOTH, "you": YOU, "self": SELF, "land": LAND, "man": MAN}
_APART = re.compile(  # a space that stands alone is let be, for most do
    r"[^\w'$%?!.,;:() -][^\w'$%?!.,;:()-]*| [^\w'$%?!.,;:()-]+"
)
_TOKEN = re.compile(r"[a-z]+")
_TELLS = frozenset(max(_TOKEN.findall(name), key=len) for name in _NAMES) | {"government"}
"""A word of each name: of "the hague" not "the", which stands in every sentence."""


@lru_cache(maxsize=256)
def land(said: str) -> str:
    """The country that "the government of orvane", "orvanian" names: its key; else the words."""
    bare = re.sub(rf"^the |\b{_STATE}\b|\bgovernments? of\b|\bthe\b", " ", said)
    bare = " ".join(bare.split())
    for words in (bare, bare.split(" ", 1)[-1], bare.rsplit(" ", 1)[0]):
        if words in COUNTRIES or words in PEOPLES:
            return COUNTRIES.get(words) or PEOPLES[words]
    return bare


def normal(words: str, mine: str = "", yours: str = "") -> str:
    """The sentence in small plain letters with those who act put in capitals.

    `mine` and `yours` are the keys of the writer's and the addressee's countries, where known.
    """

    def put(match: re.Match[str]) -> str:
        kind = match.lastgroup or ""
        if kind == "land" and (mine or yours):
            named = land(match[0])
            return SELF if named == mine else YOU if named == yours else LAND
        return _KINDS[kind]

    # a title loses its name before the letters are made small
    small = _APART.sub(" ", plain_letters(_TITLED.sub("mxman ", words)))
    # to look for two hundred countries is dear: first see whether one can stand there at all
    lands = not _TELLS.isdisjoint(_TOKEN.findall(small))
    return (_WHO if lands else _NEAR).sub(put, small)
