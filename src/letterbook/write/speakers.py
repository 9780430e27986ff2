"""Transcripts: who speaks. "K: I had a call. …", "Dr. Kissinger: …", "The President: …"."""

from __future__ import annotations

import re
from collections import Counter

_LABEL = re.compile(
    r"^[ \t]*(?P<who>(?:(?:The |Mr\. |Mrs\. |Dr\. |Sir )?[A-Z][\w.’'-]*)(?: [A-Z(][\w.’')-]*){0,4})"
    r"(?: ?\([^()\n]{2,40}\))?:(?=[ \t\n]+\S)",
    re.M,
)
_NOBODY = frozenset(
    "subject ref reference references participants place date time present source from to info for"
    " action copies distribution approved drafted cleared summary comment note enclosure attachment"
    " priority part re cc".split()
)
TURNS, SPEAKERS = 4, 2  # below, a colon is a colon

Range = tuple[int, int]


def speakers(text: str) -> list[Range]:
    """Where the names of speakers stand before what they say; none where it is no transcript.

    >>> words = "K: We have a call.\\nP: From whom?\\nK: From Ash.\\nP: Good. Tell him."
    >>> [words[a:b] for a, b in speakers(words)]
    ['K:', 'P:', 'K:', 'P:']
    """
    found = [m for m in _LABEL.finditer(text) if m["who"].lower() not in _NOBODY]
    turns = Counter(m["who"] for m in found)
    # whoever speaks once in a transcript is named there, too, but one must speak again
    again = sum(n for n in turns.values() if n > 1)
    if len(turns) < SPEAKERS or again < TURNS:
        return []
    return [(m.start("who"), m.end()) for m in found]
