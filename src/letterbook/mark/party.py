"""One party: office and personal name apart, "the Chargé in Orvane (Farr)"."""

from __future__ import annotations

import re

from letterbook.mark.offices import (
    BODIES,
    BORNE,
    COURTESY,
    CROWNS,
    NAMES_TOO,
    OBJECTS,
    OFFICE,
    PARTICLES,
    RANKS,
    TITLES,
)
from letterbook.model import Name
from letterbook.text import squeeze

_SMALL = frozenset("AND AT FOR IN OF ON THE TO".split())
_BRACKET = re.compile(r"\s*\(\s*([^()]*?)\s*\)\s*")
_AT_PLACE = re.compile(r"^,? ?at [A-Z][\w’'-]+(?: [A-Z]\w+)?$")  # "Minister (Farr), at Selm"
_MARK = re.compile(r"(?<=[^\W\d_.)’”])\d{1,2}$|(?<=[)’”.]) ?\d{1,2}$| \d{1,2}$")
_LEAD = re.compile(r"^(?:(?:the|from|by|to|for)\s+|the(?=[A-Z][a-z]))", re.I)
_PANEL = re.compile(r"(?:Special )?(?:Group|Committee|Board|Panel)\b")
_TITLED = re.compile(r"^(Mr|Dr|Mrs|Miss|General|Gen)\.? ")
_NAME_OF = re.compile(r"(.+?)\s+(?:of|at|in)\s+(?:the\s+)?((?:[A-Z]|his|her).+)$")
_NAME_COMMA = re.compile(r"([^,]+),\s+(?:the\s+)?(.+)$")
_OFFICE_NAME = re.compile(
    r"(.+\b(?:Assistant|Adviser|Secretary|Aide|Envoy|Representative)),? "
    r"([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2})$"
)
_RANK_AFTER = re.compile(r"(Jr|Sr|USN|USA|USAF|USMC|I{1,3}|[A-Z.]{2,7}$)\b")
_INITIALS = re.compile(r"[A-ZÀ-ÞŁŚŽŠČŐŰ](?:\.-?[A-Z])*\.?")
_NAME_WORD = re.compile(
    r"(?:[A-ZÀ-ÞĀ-Ž]|[a-z]{1,3}[A-Z]|[dDlLO]['’])[\w’'.-]*,?|Jr\.?,?|Sr\.?|I{1,3}V?|de[A-Z]\."
)
_NOT_BEFORE_NAME = frozenset("in of at for to the on and with a from by &".split())
_OF = re.compile(
    r"\b(?:Secretary|Minister|Director|Administrator|Chief|Commissioner|Commissar|Chairman"
    r"|Assistant|Ambassador|Chancellor|Under|Deputy|President|Governor|Master|Keeper|Lord|King"
    r"|Queen|Prince|Princess|Duke)\b.*\b(?:of|for|at|to)\s(?:the\s)?"
    r"(?:[A-Z][\w-]+\s){0,3}(?P<last>[A-Z][\w-]+)$"
)


def is_person(words: str) -> bool:
    """Whether `words` look like a personal name and nothing else: "Ruth Averill", "van Hoek"."""
    tokens = words.split()
    if not 0 < len(tokens) <= 6 or not all(map(_name_like, tokens)):
        return False
    return any(t[:1].isupper() and len(t.strip(".")) > 1 for t in tokens)


def _name_like(token: str) -> bool:
    bare = token.strip(".,’'").lower()
    if "-" in bare and any(part in OFFICE for part in bare.split("-")):
        return False
    if bare in PARTICLES or token.lower() in PARTICLES:
        return True
    if bare in OFFICE and token not in NAMES_TOO:
        return False
    return bool(_INITIALS.fullmatch(token) or _NAME_WORD.fullmatch(token))


def in_small(words: str) -> str:
    """ "AMOS J. TREDWAY" as "Amos J. Tredway", to be judged and shown like any name."""
    return " ".join(
        w.capitalize()
        if w.isalpha() and w.isupper() and len(w) > 1 and not re.fullmatch("[IVX]+", w)
        else w
        for w in words.split()
    )


def office_in_small(words: str) -> str:
    """ "LEGATION IN MARLUND" as "Legation in Marlund"; an abbreviation stays."""
    if not words.isupper() or " " not in words:
        return words
    return " ".join(w.lower() if w in _SMALL else w.capitalize() for w in words.split())


def party(text: str) -> Name:
    """One party: office and personal name apart.

    >>> party("the Chargé in Orvane (Farr)")
    Name(name='Farr', office='Chargé in Orvane', acting_for='', ref='', address='')
    >>> party("Martha Quill of the River Commission Staff").office
    'River Commission Staff'
    """
    text = _MARK.sub("", squeeze(text).strip(" ,;:")).strip(" ,;:")
    abbreviated = re.search(r"(?:Jr|Sr|[A-Z])\.$", text)
    if not (abbreviated and text[:4].lower() == "for "):
        text = _LEAD.sub("", text)
    text = text if abbreviated else text.rstrip(" .")
    if _PANEL.match(text):
        return Name("", tidy(text))  # "Special Group (Counter Insurgency)": no person
    own = _NAME_COMMA.match(text)  # "Clement Farr, Deputy to the Minister (Vale)"
    if own and " " in untitled(own[1]) and is_person(untitled(own[1])) and "(" in own[2]:
        return Name(untitled(own[1]), tidy(own[2]))
    brackets = [m for m in _BRACKET.finditer(text) if is_person(_TITLED.sub("", m[1]))]
    if brackets:
        inner = brackets[-1]
        after = _AT_PLACE.sub("", text[inner.end() :])
        rest = (text[: inner.start()] + " " + after).strip(" ,")
        return Name(inner[1], tidy(rest))
    text = _BRACKET.sub(" ", text).strip(" ,") or text
    return _name_first(text) or _name_last(text)


def _name_first(text: str) -> Name | None:
    """ "Martha Quill of the River Commission", "Clement Farr, Minister", or an aide's name."""
    match = _NAME_OF.match(text)
    if match and " " in match[1] and is_person(untitled(match[1])):
        return Name(match[1], tidy(match[2]))
    match = _NAME_COMMA.match(text)
    if match and is_person(untitled(match[1])) and not rank_follows(match[2]):
        return Name(match[1], tidy(match[2]))
    match = _OFFICE_NAME.match(text)
    return Name(match[2], tidy(match[1])) if match and is_person(match[2]) else None


def rank_follows(words: str) -> bool:
    """ "Jr.", "USN", "III": belongs to the name before the comma."""
    return bool(_RANK_AFTER.match(words))


def untitled(words: str) -> str:
    """ "Mr. Clement Farr" without what is no name: "Clement Farr"."""
    tokens = words.split()
    while len(tokens) > 1 and tokens[0].strip(".").lower() in TITLES:
        tokens.pop(0)
    return " ".join(tokens)


def _name_last(text: str) -> Name:
    """ "Secretary of State Vale": the name-like words at the end, if somebody bears the rest."""
    tokens = text.split()
    at = len(tokens)
    while at > 0 and _name_like(tokens[at - 1]):
        at -= 1
    before, name = tokens[:at], tokens[at:]
    while name and name[0].lower() in ("y", "e", "i", "iii"):
        before.append(name.pop(0))
    words = " ".join(name)
    if name and not before:
        return _named_only(text, name)
    # "Ambassador, Port Selm" names a post: after a comma a person has more than one name
    posted = len(name) == 1 and before and before[-1].endswith(",")
    if not before or posted or not is_person(words) or not _may_precede(before):
        return Name("", tidy(text))
    office = " ".join(before).rstrip(",")
    if office.rstrip(".").lower() in COURTESY:
        return Name(f"{office} {words}", "")
    return Name(words.rstrip(","), tidy(office))


def _named_only(text: str, name: list[str]) -> Name:
    """A name and nothing else; a short rank or a crown is his office: "Lt. Oreno", "King Aurel"."""
    words = " ".join(name)
    if len(name) > 1 and name[0].strip(".").lower() in RANKS | CROWNS:
        return Name(" ".join(name[1:]), name[0])
    return Name(words.rstrip(","), "") if is_person(words) else Name("", tidy(text))


def _may_precede(before: list[str]) -> bool:
    last = before[-1]
    if last.lower() in _NOT_BEFORE_NAME:
        return False
    if last.strip(".").lower() not in OFFICE | TITLES and not last.endswith(","):
        return False
    return _borne(before)


def _borne(office: list[str]) -> bool:
    """Whether a person bears it ("Secretary of State"), not a body or a post ("Embassy")."""
    bodies = BODIES - {"agency", "board", "council", "department", "ministry", "staff"}
    if {w.lower() for w in office} & bodies:
        return False
    match = _OF.search(" ".join(office).rstrip(","))
    last = office[-1].strip(".,").lower()
    return last in BORNE or bool(match and match["last"].lower() in OBJECTS)


def tidy(office: str) -> str:
    """An office for reading: "the Minister (…)," → "Minister"."""
    office = re.sub(r"^(?:the|a|an)\s+", "", squeeze(office).strip(" ,;:.("), flags=re.I)
    office = office if "(" in office else office.rstrip(") ,;:.")
    return office[:1].upper() + office[1:]
