"""The countries of a letter's two sides, where its header tells them.

"Turkish Prime Minister", "the Embassy of Orvane", a head of state who dates at Washington: a side
is told by an adjective, by "of", or by the place; "Ambassador in Japan" tells where he stands, not
for whom he speaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from letterbook.mark.mention_posts import COUNTRIES, PEOPLES, POSTS
from letterbook.model import ASSERTED, Finding, Name, Words
from letterbook.text import plain_letters

_ABROAD = re.compile(
    r"\b(?:embassy|ambassador|legation|consul\w*|minister|charge|mission)\b.*\b(?:in|to|at)\b"
)
_OURS = re.compile(r"\bdepartment of state\b|\bsecretary of (?:state|defense|the treasury)\b")
_WORD = re.compile(r"[a-z.'-]+(?: [a-z.'-]+){0,2}")


@dataclass(frozen=True, slots=True)
class Sides:
    """Keys of countries, "" where the header does not tell."""

    writer: str = ""
    addressee: str = ""


def letter_sides(findings: Iterable[Finding]) -> dict[str, Sides]:
    """Each letter's sides; a letter that a cable carries speaks for the cable's sender."""
    about: dict[str, list[Finding]] = {}
    for finding in findings:
        about.setdefault(finding.of, []).append(finding)
    letters = [f for found in about.values() for f in found if f.kind == "letter"]
    made = {letter.of: sides(about[letter.of]) for letter in letters}
    for inner in letters:
        if made[inner.of].writer:
            continue
        outer = [f for f in letters if f.of != inner.of and f.span.holds(inner.span)]
        for letter in outer[:1]:
            made[inner.of] = Sides(made[letter.of].writer, made[inner.of].addressee)
    return made


def sides(findings: Iterable[Finding]) -> Sides:
    """The sides of one letter, from what was found about it."""
    firm = [f for f in findings if f.score >= ASSERTED]
    place = next(
        (f.value.text for f in firm if f.kind == "place" and isinstance(f.value, Words)), ""
    )
    writer = _party((f.value for f in firm if f.kind == "sender"), place)
    addressee = _party((f.value for f in firm if f.kind in ("recipient", "address")), "")
    return Sides(writer, addressee if addressee != writer else "")


def _party(values: Iterable[object], place: str) -> str:
    told = [v for v in values if isinstance(v, Name)]
    for value in told:
        office = plain_letters(f"{value.office} {value.address}")
        if _OURS.search(office):
            return "united states"
        if not _ABROAD.search(office) and (found := _country(office)):
            return found
    if any(_ABROAD.search(plain_letters(v.office)) for v in told):
        return ""
    return POSTS.get(plain_letters(place).strip(), "")


def _country(office: str) -> str:
    """The country that an adjective or "of" names in the words of an office."""
    for people, key in PEOPLES.items():
        if re.search(rf"\b{people}\b", office):
            return key
    match = re.search(r"\b(?:of|for) (?:the )?([a-z .'-]+)$", office)
    return COUNTRIES.get(match[1].strip(), "") if match else ""
