"""What a letter does to the letter it names: answers it, encloses it, forwards it, or speaks of it.

"I have received your message of …" and a telegram's bare "Your 1164." at its opening answer;
"Attached is …" encloses; "Please deliver following message from the President" forwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from letterbook.mark.mention_right import NAME
from letterbook.model import Finding

Does = Literal["refers to", "answers", "encloses", "forwards"]
OPENING = 350  # characters in which a letter says what it answers
_HEADER = frozenset(
    ("heading", "dateline", "date", "place", "salutation", "telegram", "classification",
     "handling", "number")
)  # fmt: skip
_ANSWERS = re.compile(
    r"\b(?:in\s(?:reply|response|answer)\sto|(?:repl(?:y|ies|ied|ying)|respond(?:s|ed|ing)?|responsive)\sto"
    r"|answer(?:s|ed|ing)?(?:\sto)?|receiv(?:ed?|ing)|receipt\sof|thanks?(?:\syou)?\b[^.;]{0,30}\sfor|acknowledg\w+"
    r"|grateful\b[^.;]{0,20}\sfor|appreciat\w+)\W+(?:\w+\W+){0,4}$",
    re.I,
)
_REFERS = re.compile(
    r"(?:^|[.\n:(“\"])\s*(?:(?:with\s)?(?:reference|ref\.?|refs?\.?|re|reur|refer(?:ring)?)\b"
    r"[\s:.A-C)(]*(?:to\s)?(?:the\s)?|I\s(?:have\sthe\shonor\sto\s)?refer\sto\s|\d{1,6}\.\s)?$",
    re.I,
)
_ENCLOSES = re.compile(
    r"\b(?:attach|enclos|inclos|herewith|annex|append|transmit(?:s|ting)?\b)", re.I
)
_TAB = re.compile(
    r"^\W{0,3}(?:Tab|Enclosure|Attachment|Annex)\b|^\W{0,3}(?:attached|enclosed)", re.I
)
_PERSON = rf"(?!(?:I|We|You|He|She|It|They|This|That)\b)(?:{NAME}\s){{0,2}}{NAME}"
_ANSWERER = re.compile(
    rf"(?<!\w)(?:(?P<one>{_PERSON})['’]s?\s(?:\w+\s)?(?:reaction|reply|response|answer)"
    rf"|(?P<other>{_PERSON})\s(?:ha[sd]\s)?(?:(?:not\s)?yet\s)?(?:replied|responded|answered))"
    r"\sto\s$"
)
_FORWARDS = re.compile(
    r"\b(?:deliver(?:ing)?|transmit|convey|pass|forward|(?:[Pp]lease|to|will|should)\shand)\b[^.;]{0,60}$|\bfollowing(?:\sis)?(?:\sthe)?(?:\stext(?:\sof)?)?\W*$",
    re.I,
)


def answerer(before: str) -> str:
    """Who is to answer a letter named next, in words of the text: he received it.

    >>> answerer("We do not know Premier Farr’s reaction to ")
    'Premier Farr'
    >>> answerer("He asked whether Odan had replied to "), answerer("He replied to ")
    ('Odan', '')
    """
    # the last word is asked first: the pattern begins with a name, and there are many
    match = _ANSWERER.search(before) if before.rstrip()[-3:].lstrip() == "to" else None
    return (match["one"] or match["other"]).strip() if match else ""


def body_starts(findings: Iterable[Finding]) -> dict[str, int]:
    """Letter → where its body begins: after the last of its header's findings at its head."""
    starts: dict[str, int] = {}
    for finding in sorted(findings, key=lambda f: f.span.start):
        if finding.kind == "letter":
            starts[finding.of] = finding.span.start
        elif finding.of in starts and finding.kind in _HEADER and finding.by.kind != "person":
            begun = starts[finding.of]
            near = finding.span.start - begun < 600
            starts[finding.of] = max(begun, finding.span.end) if near else begun
    return starts


def does(text: str, start: int, end: int, whose: str, opening: bool) -> Does:
    """What the letter does to the one it names at `start` to `end`."""
    before, after = text[max(0, start - 70) : start], text[end : end + 25]
    words = text[start:end]
    if _FORWARDS.search(before + " " * words.lower().startswith("following")) or (
        words.lower().startswith(("following", "deliver following")) and opening
    ):
        return "forwards"
    if whose != "writer":
        if _ANSWERS.search(before) and (whose == "addressee" or opening):
            return "answers"
        if opening and (whose == "addressee" or _REFERS.search(before) or _listed(before)):
            return "answers"
    if _ENCLOSES.search(before[-40:] + words[:25]) or _TAB.match(after):
        return "encloses"
    return "refers to"


def _listed(before: str) -> bool:
    """The second of "Ref: A. Deptel 1718; B. Deptel 1724"."""
    return bool(re.search(r"\d[;,.]?\s(?:and\s)?(?:[(]?[A-E][.)]\s)?$", before))
