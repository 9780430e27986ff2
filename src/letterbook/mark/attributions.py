"""Whom or what a quotation is given to, in the words around it.

"King Aurel's letter of October 23, 1956: “…”" · "“…,” he wrote (Document 84)." · "Roosevelt wrote
to Kalinin on October 10: “…”" · a line "— Corder to Dolány, April 17, 1957" below it. A pronoun
gives it to nobody.
"""

from __future__ import annotations

import re

from letterbook.text import squeeze

_BEFORE = re.compile(
    r"(?:^|(?<=[.?!;\n”\"»)]))(?P<said>[^.?!;\n“”\"«»]{3,200}?)(?:,?[ \t]*[*_>]*|:[\s*_>]*)$"
)
_ITEM = re.compile(r"^[\s>*_-]*(?:[-*•–]|\d{1,2}[.)])?\s*")
_AFTER = re.compile(
    r"^[”\"»“]?[.,]?[”\"»]?\s*(?:\((?P<cited>[^()\n]{3,160})\)|\[(?P<bracketed>[^\[\]\n]{3,160})\])"
)
_BELOW = re.compile(r"^[”\"»“]?[.,]?[”\"»]?[\s>]{0,12}(?:[—–]|--)\s?(?P<said>[A-Z][^\n]{3,160})")
_SAYS = r"(?:wrote|said|told|replied|answered|wired|cabled|telegraphed|asked|declared|stated|noted)"
_TAIL = re.compile(
    rf"^[”\"»]?[,.]?[”\"»]?\s*(?P<said>(?:[A-Z][\w.’'-]*\s){{1,4}}{_SAYS}\b[^.?!;\n“\"]{{0,120}}"
    rf"|{_SAYS}\s(?:[A-Z][\w.’'-]*\s?){{1,4}}[^.?!;\n“\"]{{0,100}})"
)
_NOUN = re.compile(
    r"\b(?:letters?|telegrams?|cables?|messages?|notes?|memorandum|memoranda|despatch|dispatch"
    r"|airgram|aide-m[ée]moire|document|doc\.|no\.|from|to)\b",
    re.I,
)
_SAID = re.compile(rf"\b{_SAYS}\b")
_DAY = re.compile(r"\b(?:1[5-9]|20)\d\d\b|\b(?:[Dd]ocument|[Dd]oc\.|[Nn]o\.)\s?\d|\d{4}-\d\d")
_WORD = re.compile(r"[^\W\d_]{2}|[Nn]o\.\s?\d")
_PRONOUN = re.compile(r"^(?:he|she|it|they|we|i)\b", re.I)
REACH = 300
"""Characters before and after a quotation that are looked at."""


def attributed_to(text: str, start: int, end: int) -> str:
    """The words that say whose the quotation from `start` to `end` is; "" when none do."""
    after = text[end : end + REACH]
    for look in (_AFTER, _BELOW):
        if (match := look.match(after)) and _telling(said := _words(match)):
            return said
    before = text[max(0, start - REACH) : start].rstrip('“"«„ ')
    if (match := _BEFORE.search(before)) and _telling(said := _words(match)):
        return said
    if (match := _TAIL.match(after)) and _telling(said := _words(match)):
        return said
    return ""


def _words(match: re.Match[str]) -> str:
    said = next((group for group in match.groups() if group), "")
    return squeeze(_ITEM.sub("", said).replace("**", "")).strip(" ,:*_")


def _telling(said: str) -> bool:
    """Whether the words name a letter, a day, or somebody who said it."""
    if said[:1] in "—–" or (_PRONOUN.match(said) and not _DAY.search(said)):
        return False  # "— Roth to Ashby, May 2" stands below another quotation
    if not _WORD.search(said):
        return False  # "1957-08-12": the day of an event in a timeline, nobody's name
    named = any(word[:1].isupper() for word in said.split()[1:]) or said[:1].isupper()
    if _DAY.search(said):
        return True
    return named and bool(_SAID.search(said) or _NOUN.search(said))
