"""What reads like a heading and yet belongs to the head of the letter above it.

Under the dateline of an editor's heading stand the telegram's number and its text ("759. Deptel
754. Following is text of letter …") or a despatch's number; under "SUBJECT" what it is about
("Military Assistance to Orvane").
"""

from __future__ import annotations

import re

from letterbook.mark import daylines
from letterbook.mark.openings import Lines

_COUNT = re.compile(r"(?P<n>\d{1,4})\.\s")
_LABEL = re.compile(r"(?:SUBJECTS?|RE|REFERENCES?|REFS?|PARTICIPANTS|PRESENT)\s?:?", re.I)
REACH = 12  # lines that a head has at most
BODY = 160  # a line as long as that is no line of a head
MARKING = 25  # "Confidential" under the dateline is no longer than that


def in_head(lines: Lines, first: int, at: int) -> bool:
    """Whether line `at` still belongs to the letter that an editor's heading opens at `first`."""
    if at - first > REACH:
        return False
    if _LABEL.fullmatch(lines[at - 1].text) or _counts_back(lines[first].text, lines[at].text):
        return True
    if at + 1 < len(lines) and lines[at + 1].text.startswith("[Page "):
        return True  # a paragraph that the foot of the page cuts off
    head = lines[first + 1 : at]
    dated = [daylines.dateline(x.text) for x in head]
    if sum(dated) != 1 or any(len(x.text) >= BODY for x in head):
        return False
    return all(len(x.text) < MARKING for x in head[dated.index(True) + 1 :])


def _counts_back(heading: str, words: str) -> bool:
    """ "1. Summary" below "232. Telegram From …": a paragraph, for an edition counts upward."""
    first, second = _COUNT.match(heading), _COUNT.match(words)
    return first is not None and second is not None and int(second["n"]) <= int(first["n"])
