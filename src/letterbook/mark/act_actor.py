"""Whose act it is: the writer's, the addressee's, both together, or somebody else's.

"I shall" is the writer's Government's; "you assured me that" an earlier act of the addressee's,
recalled; "General de Gaulle said that France would" a third party's, reported. A sentence is read
in its normal form, in which SELF, YOU and LAND stand for those who act.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from letterbook.model import ActLabel, ActSide

_WITH = (
    r"(?:(?:\w+ly|have|has|had|also|were|been|did|once|again|kindly|now|already|"
    r"repeatedly),? ){0,3}"
)
_PLEDGED = (
    r"(?:assured?|promised?|undertook|undertaken|undertake|pledged?|guaranteed?|offered?|declared|"
    r"committed|restated|expressed|stated?|states|said|told|indicated?|informed?|wrote|confirmed|"
    r"agreed|gave|given|bound|made (?:it )?clear|announced|replied|let SELF)"
)
_THEIR_WORD = (
    r"(?:assurances?|promises?|pledges?|commitments?|undertakings?|readiness|decision|offer|word|"
    r"intentions?|statement|reply)"
)
_YOU_PLEDGED = re.compile(
    rf"\bYOU,? {_WITH}(?:good enough to |kind enough to |so good as to )?(?:assure\b|promise\b|"
    rf"{_PLEDGED})\b"
    rf"|\byour (?:\w+ ){{0,3}}{_THEIR_WORD} (?:\w+ ){{0,4}}(?:to|that|of|on|with|not|in)\b"
    rf"|\bYOU'?s? (?:\w+ )?{_THEIR_WORD}\b|\bfor (?:\w+ )?(?:saying|promising|assuring|offering)\b"
    r"|\bposition of YOU\b|\bassur(?:ed|ing|e) SELF (?:\w+ )?that (?:YOU|at no time)"
    r"|\bYOU (?:it )?(?:will make|has undertaken|have undertaken|would willingly)"
)
_GIVEN_US = re.compile(r"\b(?:those|these|the above|previous|earlier) (?:\w+ )?assurances\b")
_THIRD = re.compile(
    rf"\b(?:he|she|they|LAND|MAN|minister|king|regent|government)(?: of \w+)?,? {_WITH}"
    rf"(?:{_PLEDGED}|felt|stressed|rejects?|wishes|wants?|wanted|refuses?|intends?|proposes?"
    r"|(?:is|are) (?:\w+,? ){0,3}(?:prepared|ready|willing)|would|wishes)\b"
    r"|\b(?:assured|promised|told) SELF\b|\bneither of the two\b|\bboth (?:these )?other\b"
)
_OWN = re.compile(
    r"\bSELF,? (?:(?!your\b|YOU\b)\w+,? ){0,4}(?:will|shall|intends?|ready|prepared|willing|"
    r"determined|assure|would|"
    r"undertakes?|promises?|pledges?|plan|propose|must|stands?|hope|continue|desire|wish|venture)\b"
    r"|\bSELF (?:told|stated|emphasized|said)\b"
)
_YOUR_ASK = re.compile(
    r"\b(?:your|YOU'?s?) (?:\w+ ){0,3}(?:proposals?|suggestions?|offer|initiative|invitation|"
    r"request|"
    r"decision to (?:request|propose|offer))\b"
    rf"|\bYOU,? {_WITH}(?:proposed?|suggested?|offered|requested|asked|recommended|urged|invited)\b"
)
_OWN_ASK = re.compile(
    r"\bSELF,? (?:\w+,? ){0,5}(?:propose|suggest|recommend|hope|urge|ask|request|trust|believe|"
    r"agree|"
    r"accept|would|should|glad|think|am|are)\b"
)
_OWN_PAST = re.compile(
    r"\bSELF,? (?:(?:also|then|therefore|\w+ly|had),? ){0,2}(?:told|suggested|proposed|asked|"
    r"requested|"
    r"emphasi[sz]ed|urged|advised) "
)
_YOU_AGREED = re.compile(rf"\bYOU,? {_WITH}(?:agreed|accepted|consented|understand the need)\b")
_THIRD_AGREED = re.compile(rf"\b(?:he|she|they|LAND|MAN),? {_WITH}(?:agreed|accepted|consented)\b")
_TO_BE_TOLD = re.compile(  # "I will welcome your suggestions": they have not been made yet
    r"\b(?:will|would|shall|should) (?:\w+ ){0,3}(?:welcomed?|appreciated?|grateful|glad|valued?)\b"
)
_AS_ASKED = re.compile(  # "In accordance with your suggestion, I telephoned", "As you know, we"
    r"^(?:dear [^:]*: ?|\W)*(?:as YOU \w+|(?:in accordance|in line|in compliance) with|in (?:reply|"
    r"response|answer) to|acting (?:up)?on|pursuant to|following|at|upon) .*?, "
    r"(?=(?:SELF|our|my|LAND|MAN|the)\b)|^\W*as YOU \w+, "
)
_DONE_BY = re.compile(r"\b(?P<who>SELF|YOU|your|our|my|LAND|MAN|he|they|it)\b")


@dataclass(frozen=True, slots=True)
class Doer:
    """The side that acts, and whether the act is an earlier one, or a third party's."""

    by: ActSide = "writer"
    recall: bool = False
    reported: bool = False


def doer(label: ActLabel, normal: str) -> Doer:
    """Who does what the label says, from a sentence in normal form."""
    if label == "pledge":
        return _pledger(normal)
    if label in ("proposal", "request"):
        return Doer() if label == "request" and _TO_BE_TOLD.search(normal) else _asker(normal)
    if label == "accept":
        if _YOU_AGREED.search(normal):
            return Doer("addressee", recall=True)
        third = _THIRD_AGREED.search(normal) and not re.search(r"\bSELF .{0,20}agree", normal)
        return Doer("other", reported=True) if third else Doer()
    if label == "report":
        return Doer(_reported_on(normal))
    if label == "refuse" and _THIRD.match(normal) and not re.search(r"\bSELF\b", normal[:80]):
        return Doer("other", reported=True)
    return Doer()


def _pledger(normal: str) -> Doer:
    yours, own, third = _YOU_PLEDGED.search(normal), _OWN.search(normal), _THIRD.search(normal)
    first = min((m.start() for m in (yours, own, third) if m), default=-1)
    if yours and (not own or yours.start() <= own.start()):
        return Doer("addressee", recall=True)
    if _GIVEN_US.search(normal):
        return Doer("addressee", recall=True)
    if own and own.start() == first:
        return Doer()
    if third and not re.search(r"\b(?:SELF|our|my)\b.{0,40}\b(?:will|shall)\b", normal):
        envoy = re.match(r"^\W*(?:MAN|he|the \w+(?: \w+)?) (?:\w+ )?(?:will|shall|hopes)\b", normal)
        return Doer() if envoy else Doer("other", reported=True)
    return Doer()


def _asker(normal: str) -> Doer:
    yours, own = _YOUR_ASK.search(normal), _OWN_ASK.search(normal)
    if yours and (not own or yours.start() < own.start()):
        return Doer("addressee", recall=True)
    return Doer(recall=bool(_OWN_PAST.search(normal)))


def _reported_on(normal: str) -> ActSide:
    """Of whom a report tells: the first who is named."""
    who = _DONE_BY.search(_AS_ASKED.sub("", normal))
    if who is None or who["who"] in ("SELF", "our", "my"):
        return "writer"
    return "addressee" if who["who"] in ("YOU", "your") else "other"


def towards(by: ActSide) -> ActSide:
    """The side that an act of `by` is meant for."""
    return "writer" if by in ("addressee", "other") else "addressee"
