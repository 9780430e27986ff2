"""How high an office stands: of several bearers of a name, a bare surname means the highest."""

from __future__ import annotations

import re
from functools import lru_cache

from letterbook.link.titles import heads_of, words_of

_RULERS = frozenset("president king queen shah emperor pope premier chancellor sultan".split())
_BELOW = frozenset(
    "academy assembly association bank board chamber committee company corporation court exchequer "
    "federation foundation institute newspaper parliament party press senate society university "
    "world".split()
)
"""Bodies whose presidents and chancellors rule no state."""
_KIN = re.compile(
    r"(?:wife|widow|son|daughter|brother|sister|confidant|friend|aide|adviser)\b", re.I
)
_AT_HEAD = re.compile(
    r"\bhead of (?:state|government)\b|chairman of the council of ministers", re.I
)
_THIRD = re.compile(
    r"special assistant to the president|assistant (?:to the president )?for national security"
    r"|secretary of (?:defense|the treasury|the army|the navy|the air force|labor|commerce"
    r"|the interior|agriculture)|attorney general|secretary.general|under secretary of state",
    re.I,
)


@lru_cache(maxsize=50_000)
def standing(post: str) -> int:
    """How high an office stands: 5 who rules a state, 4 who speaks for it abroad, down to 1.

    Whom a bare surname means, if anybody, is the bearer who stands highest.

    >>> standing("Orvanian President"), standing("Secretary of State"), standing("Consul at Selm")
    (5, 4, 1)
    """
    if _KIN.match(post):
        return 1
    words = set(words_of(post))
    best = 5 if _AT_HEAD.search(post) else 1
    for modifiers, head in heads_of(post)[:3]:
        best = max(best, _head_stands(modifiers, head, words))
    if best < 3 and _THIRD.search(post) and not re.match(r"deputy|assistant|former", post, re.I):
        best = 3
    return best


def _head_stands(modifiers: tuple[str, ...], head: str, words: set[str]) -> int:
    rules = (head in _RULERS and not modifiers) or (modifiers, head) == (("prime",), "minister")
    if rules and not words & _BELOW:
        return 5
    if rules and "exchequer" in words:
        return 3
    if (modifiers, head) == (("vice",), "president") and not words & _BELOW:
        return 4
    if modifiers == ("foreign",) and head in ("minister", "secretary"):
        return 4
    if not modifiers and head == "secretary" and {"state", "foreign"} & words:
        return 4
    if not modifiers and head == "minister" and {"foreign", "external"} & words:
        return 4
    if head == "minister" and set(modifiers) <= {"defense", "finance", "interior"}:
        return 3
    return 2 if head in ("ambassador", "representative", "secretary", "director") else 1
