"""The two sides of a letter, as far as its header tells them, and whether two are the same.

"Embassy in Japan", "Ambassador in Japan (Farr)" and a telegram dated at Tokyo are one side; so are
the Department of State and the Secretary of State. A side is told by a surname, by the post's
country, by being the capital's, or by the words of an office.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from letterbook.mark.mention_posts import POSTS, country
from letterbook.model import Name
from letterbook.text import plain_letters

_POST = re.compile(
    r"\b(?:embass(?:y|ies)|ambassadors?|legations?|consulates?|consul|mission|minister (?:in|to)"
    r"|charg[eé]|delegation|delegate|representative|political adviser|high commissioner|liaison"
    r"|interests section|agent|office of the united states)\b"
)
_HOME = re.compile(
    r"\bdepartment of state\b|\bsecretary of state\b|^(?:the )?department$|\bforeign office\b"
    r"|\bministry of (?:foreign|external) affairs\b|^(?:acting )?secretary$|^dept$"
)
_STAFF = re.compile(r"\bpresident'?s (?=(?:deputy |special )*(?:assistant|counsel|adviser|aide))")
_PREMIER = re.compile(r"\bpremier\b")  # "the Prime Minister" and "the Premier" are one
_UNDER = re.compile(r"\b(?:under|assistant|deputy|special)\b")
_WORD = re.compile(r"[a-z]+")
_INITIALS = re.compile(r"[A-Z]{2,4}|(?:[A-Z]\.\s?){2,4}")
_JOINED = re.compile(r"(?<=\b[DdVv]e)(?=[A-Z][a-z])|(?<=\b[Vv][ao]n)(?=[A-Z][a-z])")  # "DeVale"
_RULING = frozenset("leadership leaders government authorities".split())
_STOP = frozenset(
    "the of in to and a an at for s his her their our your on acting mr mrs ms dr sir general"
    " united states u american".split()
)
_TITLES = frozenset(
    "president prime minister secretary ambassador chairman senator governor general premier king"
    " chancellor shah foreign mr mrs dr sir director admiral vice marshal the of state".split()
)
_SMALL = frozenset("of the in to and for a an".split())
SYMBOL = re.compile(r"(?:[A-Z]{1,2}/)?(?P<of>[A-Z]{2}(?:[A-Z]{1,2}|/[A-Z])?)(?:['’]s?)?")
"""A bureau's sign, by its initials: "IO" of International Organizations, "U/LS", "DD/P"."""
_HOUSE = frozenset(("white", "house"))
_LESSER = frozenset("under assistant deputy vice".split())
_TAIL = frozenset("jr sr ii iii".split())


@dataclass(frozen=True, slots=True)
class Side:
    """One party of a letter: what of it can be compared."""

    surname: str = ""
    given: str = ""
    office: frozenset[str] = frozenset()
    post: str = ""
    home: bool = False
    country: str = ""
    names: frozenset[str] = frozenset()
    initials: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """What a catalogue files this side under."""
        keys = [f"name {self.surname}"] if self.surname else []
        if self.post:
            keys.append(f"post {self.post}")
        elif self.home:
            keys.append("home")
        elif self.office:
            keys.append("office " + " ".join(sorted(self.office)))
        return tuple(keys)


@lru_cache(maxsize=8192)
def side(name: Name, place: str = "") -> Side:
    """The side that a party of a letter is; `place` is the letter's, for a sender."""
    office = plain_letters(name.office)
    if _JOINED.search(name.name):
        name = replace(name, name=_JOINED.sub(" ", name.name))
    called = plain_letters(name.name).split()
    if called and not office and (all(w in _TITLES for w in called) or called[-1] in _RULING):
        name, office = Name("", name.name), plain_letters(name.name)
    words = [w for w in _WORD.findall(plain_letters(name.name).replace("'s", "")) if w not in _TAIL]
    words = [w for w in words if len(w) > 1] or words
    words = [] if _INITIALS.fullmatch(name.name) else words  # "JFD" is nobody's surname
    post = POSTS.get(office, "")  # "Ambassador Vale, at Geneva"
    if _POST.search(office):
        post = _post(office)
        post = (country(place) if place else "") if post in ("", "united states") else post
    home = bool(_HOME.search(office)) and not post and not _UNDER.search(office)
    # "the President's Special Assistant" is not the President: he writes for the White House
    office = _STAFF.sub("white house ", office)
    office = _PREMIER.sub("prime minister", office)
    said = frozenset(w for w in _WORD.findall(office) if w not in _STOP and len(w) > 1)
    where = country(office) or (country(place) if place else "")
    surname = words[-1] if words else ""
    return Side(
        surname, words[0] if len(words) > 1 else "", said, post, home, where, frozenset(words),
        "".join(w[0] for w in _WORD.findall(office) if w not in _SMALL),
    )  # fmt: skip


def _post(office: str) -> str:
    """Where a post stands: "embassy in the soviet union", "consulate at aleppo".

    A delegation to a conference stands in no country: its own words tell it.
    """
    match = re.search(r"\b(?:in|to|at|general|for)\s+(?:the\s)?(.+)$", office)
    found = country(match[1]) if match else ""
    found = found or country(re.sub(r"\bunited states\b", "", office))
    if found or match is None:
        return found
    return " ".join(sorted(w for w in _WORD.findall(match[1]) if w not in _STOP))


def _other_given(a: Side, b: Side) -> bool:
    """ "Robert Vale" is not "Martha Vale"; "R. Vale" may be either's "Robert"."""
    told = a.given and b.given and a.surname == b.surname
    return bool(told) and a.given[0] != b.given[0] and a.given not in b.names


def same(a: Side, b: Side) -> bool:
    """Whether two sides are one, as far as they tell."""
    if a.surname and b.surname:
        if a.surname in b.names or b.surname in a.names:
            return not _other_given(a, b)
        if not (a.post and a.post == b.post) and not (a.home and b.home):
            return False
    if a.post or b.post:
        return a.post == b.post
    if a.home or b.home:
        return a.home and b.home
    if not a.office or not b.office:
        return False
    if _HOUSE in (a.office, b.office):  # the White House sends what the President signs
        return "president" in a.office | b.office and "united states" in (a.country, b.country)
    common = len(a.office & b.office)
    return common / len(a.office | b.office) >= 0.6


_RANKS = frozenset("secretary under deputy assistant special vice acting minister chief".split())


def akin(one: tuple[Side, ...], other: tuple[Side, ...]) -> bool:
    """Whether both write for one department: its Secretary and his deputy, who acts for him."""
    pairs = ((a, b) for a in one for b in other if "secretary" in a.office & b.office)
    return any(a.office - _RANKS == b.office - _RANKS for a, b in pairs)


_SHORTENED = {
    "amb": "ambassador", "chmaag": "chief military assistance advisory group",
    "cia": "central intelligence agency", "cincpac": "commander pacific",
    "dept": "department", "emb": "embassy", "fonmin": "foreign minister",
    "fonsec": "foreign secretary", "gen": "general", "govt": "government",
    "isa": "international security affairs", "jcs": "joint chiefs staff", "nea": "near eastern",
    "nsc": "national security council", "pm": "prime minister",
    "premier": "prime minister", "pres": "president", "presidential": "president",
    "primin": "prime minister", "sec": "secretary", "secdef": "secretary defense",
    "secstate": "secretary", "secy": "secretary", "ussr": "soviet",
}  # fmt: skip


@lru_cache(maxsize=8192)
def spoken(words: str) -> tuple[frozenset[str], frozenset[str], str]:
    """What words of a text say of a party: its proper names, its office words, its country."""
    words = _JOINED.sub(" ", re.sub(r"\bP\.\s?M\b\.?", "Prime Minister", words))
    if "White House" in words:  # the President's staff, more often than himself
        return frozenset(), frozenset(("white", "house")), ""
    small = plain_letters(words).replace("'s", "")
    proper: set[str] = set()
    office: set[str] = set()
    for raw in re.findall(r"[A-Za-zÀ-ÿ'’-]+", words.replace("’s", "").replace("'s", "")):
        word = plain_letters(raw).strip("'-")
        if word in _SHORTENED:
            office.update(_SHORTENED[word].split())
        elif word in _TITLES or word in _OFFICES:
            office.add(word)
        elif _proper(raw, word, words) and not country(word):
            proper.add(word)
    return frozenset(proper), frozenset(office - _STOP | (office & {"general"})), country(small)


def _proper(raw: str, word: str, words: str) -> bool:
    """Whether a word is a name: "Vale", "U Nu"; "CHMAAG" among small letters is an office."""
    if (
        word in _STOP
        or not raw[:1].isupper()
        or (len(raw) < 6 and raw.isupper() != words.isupper())
    ):
        return False
    return len(word) > 2 or (len(raw) == 2 and raw[1].islower() and word not in _PARTICLES)


_PARTICLES = frozenset(
    "as be by de di do el he if is it la le my no ii or re so st up us we".split()
)
_OFFICES = frozenset(
    "department embassy mission legation consulate government chief chiefs staff joint defense"
    " treasury commerce agriculture under assistant deputy special foreign affairs committee"
    " council board commission ministry delegation administrator attorney congress cabinet"
    " executive national security bureau office central intelligence agency director"
    " members".split()
)


_OTHERS = frozenset(
    "defense treasury commerce army navy agriculture air interior labor foreign executive".split()
)


def _secretary(party: Side) -> bool:
    return "secretary" in party.office and not party.office & (_LESSER | {"foreign", "executive"})


def _of_state(party: Side) -> bool:
    """Whether an officer writes for the Department: its Under and Assistant Secretaries do."""
    return "secretary" in party.office and not party.office & _OTHERS


def spoken_of(words: str, party: Side) -> bool | None:
    """Whether words of a text mean this side; None where they tell nothing that can be compared."""
    if symbol := SYMBOL.fullmatch(words):
        return symbol["of"].replace("/", "").lower() in party.initials or None
    proper, office, where = spoken(words)
    if proper:
        if party.surname and party.names & proper:
            return True
        if proper & party.office:
            return True
        if party.surname:
            return False
        # "Secretary of State Vale" may be the side that its letter calls by the office alone
        return None if party.post or not office else office <= party.office or None
    if "members" in office and "members" not in party.office:
        return None  # "memorandum to the members of the Cabinet" names none of them
    if where and office <= {"government"}:
        return where in (party.post, party.country)
    if office and office <= {"department", "state"}:
        return party.home or "department" in party.office or _of_state(party)
    if office:
        if where and party.country and where != party.country:
            return False
        if party.home and office <= {"secretary", "state"}:
            return True
        if office == {"secretary"}:  # whose, it is for the other side of the letter to tell
            return None if _secretary(party) else False
        if "white" in office:
            return office <= party.office
        return office <= party.office and not (party.office - office) & _LESSER
    return None
