"""Letters named by a verb alone: "I wrote to him on the 22nd", "he put it in writing on May 5".

No noun says that it is a letter; the verb and a day do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from letterbook.mark.mention_right import DAYS, NAME, WHO

_NAMES = rf"(?:[Tt]he\s)?{NAME}(?:\s(?:of\s(?:the\s)?)?{NAME}){{0,4}}"
_WHO = rf"(?:I|[Ww]e|[Yy]ou|[Hh]e|[Ss]he|[Tt]hey|{_NAMES})"
_WROTE = re.compile(
    rf"(?<![\w’'])(?P<who>{_WHO})\s(?:(?:have|has|had|also|again|then)\s){{0,2}}"
    r"(?:wrote|written|put\s(?:it|this|that|them|the\s(?:matter|question))\sin\swriting)"
    rf"(?:\s(?:again\s)?to\s(?P<to>{WHO}))?(?:,?\s(?:of|about|concerning)\s(?:this|that|it))?"
    rf"(?:\sagain)?,?\son\s(?P<day>(?i:{DAYS}))",
)
_VERB = re.compile(r"(?:wrote|written|in\swriting)(?=[^.;:]{0,90}\bon\s)")
_VERBS = (("wrote", 0), ("written", 0), ("writing", 3))
"""What those verbs hold, and what stands before it; looked for first, for speed."""
_BEFORE, _AFTER = 90, 130  # characters before the verb, in which its subject stands, and after
WROTE = "wrote"
"""What stands for a noun's qualifiers in such a mention."""
_OWNERS = {"i": "my", "we": "our", "you": "your", "he": "his", "she": "her", "they": "their"}


class Wrote(NamedTuple):
    """Who wrote, to whom, of which day, in words of the text; `owner` where a pronoun says who."""

    start: int
    end: int
    owner: str
    sender: str
    recipient: str
    day: str


def wrote(text: str) -> Iterator[Wrote]:
    """Every place where `text` says that somebody wrote on a day.

    >>> next(wrote("I wrote to him on the 22nd January.")).day
    'the 22nd January'
    """
    last = 0
    for verb in _verbs(text):
        low = max(last, verb.start() - _BEFORE)
        # the verb stands in few places; the pattern for who wrote is long
        match = next(
            (m for m in _WROTE.finditer(text, low, verb.end() + _AFTER) if m.end() > verb.end()),
            None,
        )
        if match is None:
            continue
        last = match.end()
        who = match["who"]
        owner = _OWNERS.get(who.lower(), "")
        end = last - match["day"].endswith(".")
        yield Wrote(
            match.start(), end, owner, "" if owner else who, match["to"] or "",
            match["day"].rstrip("."),
        )  # fmt: skip


def _verbs(text: str) -> list[re.Match[str]]:
    """Where the verbs stand, with a day to come."""
    places: list[int] = []
    for word, before in _VERBS:
        at = text.find(word)
        while at >= 0:
            places.append(at - before)
            at = text.find(word, at + 1)
    found = (_VERB.match(text, at) for at in sorted(places) if at >= 0)
    return [verb for verb in found if verb]
