"""The words of an act after which its matter is named: "I hope you will …", "the question of …"."""

from __future__ import annotations

import re

from letterbook.model import ActLabel

_ANCHORS: dict[ActLabel, re.Pattern[str]] = {
    "pledge": re.compile(
        r"\b(?:will|shall|would|(?:intends?|ready|prepared|determined|willing|plans?|decision|"
        r"proposes?|continue|commitments?|efforts?|undertaken?|going) to|"
        r"(?:assurances?|pledges?|commitments?|promises?) (?:that|of|on|to)|stands? by|aid|"
        r"offered)\b",
        re.I,
    ),
    "request": re.compile(
        r"\b(?:(?:hope|trust|urg\w+|ask\w*|request\w*|appreciate\w*|grateful|confident|imperative|"
        r"essential|important|believe\w*|must|should|convey|welcome|rely|please|need)"
        r"\b(?:[\w’' ]{0,60}?\b(?:will|would|can|should|to|for|that|be)\b)?)",
        re.I,
    ),
    "proposal": re.compile(
        r"\b(?:propos\w+(?: to| that)?|suggest\w*(?: that)?|(?=discuss)|(?=meet)|(?=talks)|"
        r"(?=consult)|"
        r"(?=exchang)|(?=explor)|(?=review)|should|would be|let us|hope|best)",
        re.I,
    ),
    "accept": re.compile(
        r"\b(?:agree[sd]?|accept\w*|concurs?|approved?|welcomes?|authorized|support\w*|"
        r"without question)\b"
        r"(?: (?:that|to|with|the))*",
        re.I,
    ),
    "refuse": re.compile(
        r"\b(?:cannot|can not|no|not|unable|reject\w*|decline\w*|refuse\w*|difficult|doubt\w*)\b",
        re.I,
    ),
    "report": re.compile(r"\b(?:have|has|had|still|continued)\b", re.I),
    "question": re.compile(
        r"\b(?:(?:problems?|questions?|issues?|matters?|disputes?|differences|difficulties|"
        r"concern\w*|"
        r"anxiety|troubled?|settlements?|solution|resolution|respect|regards?|worried|alarm\w*|"
        r"thinking|convinced|doubt\w*|mention|refer\w*|is) (?:of|to|on|in|over|about|at|by|with|"
        r"for|between|that)"
        r"|regarding|concerning|(?=developments)|(?=dispute)|raise|(?=threat))\b",
        re.I,
    ),
}


def anchored(label: ActLabel, words: str) -> int:
    """Where in a sentence the words of an act end; 0 where none are found."""
    anchor = _ANCHORS[label].search(words)
    return anchor.end() if anchor else 0
