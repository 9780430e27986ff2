"""Where a sentence's verb stands, as far as its form tells: what states something has one.

No parser: auxiliaries, past forms ("-ed" and those of a list), and verbs that briefs are fond of.
Where a form may be another thing ("the debts owed to Orvane"), the words before it decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.check.lists import PASTS

AUXILIARY = frozenset(
    """is was were are had has have cannot did does do would will could can should must may might
    stands remains shows represents reflects demonstrates illustrates highlights serves underscores
    provides suggests reveals means makes takes gives begins leads comes becomes says asks writes
    tells describes explains argues reports agrees refuses accepts proposes""".split()
)
_NO_SUBJECT = frozenset(
    """the a an of by in on to with and or for from its their his her this that these those as once
    newly long so much less more very not most highly be been being when if while""".split()
)
_NEVER_NAMES = frozenset("is was were are did".split())  # "Will" and "May" are
_SELDOM_VERBS = frozenset("involved concerned affected interested entitled".split())
"""After a noun these describe it: "the players involved in the talks"."""

_TOKEN = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*|[,;]")

Range = tuple[int, int]


def verbs(words: str, opens: bool = False) -> Iterator[Range]:
    """Where the finite verbs of `words` stand.

    `opens`: the words go on from others, so that the first may be a verb: "and wrote to Averill".

    >>> words = "The debts owed to Orvane were paid."
    >>> [words[a:b] for a, b in verbs(words)]
    ['owed', 'were']
    >>> list(verbs("The price of a broken promise"))
    []
    """
    before = "" if opens else "the"
    for match in _TOKEN.finditer(words):
        word = match[0]
        if _finite(word, before, words[match.end() :], opens):
            yield match.span()
        # "the Minister quickly agreed": an adverb does not part a subject from its verb, and in
        # "the talks, though promising, ultimately failed" it says that the subject is taken up
        if not (word.endswith("ly") and word.islower()) or before in (",", ";"):
            before = word


def _finite(word: str, before: str, after: str, opens: bool) -> bool:
    plain = word.lower()
    if plain in AUXILIARY:
        return word.islower() or plain in _NEVER_NAMES
    if not word.islower() or before.lower() in _NO_SUBJECT:
        return False
    if plain in PASTS:
        return True
    # ", signed in May," may describe what stands before it
    past = len(plain) > 3 and plain.endswith("ed") and plain not in _SELDOM_VERBS
    past = past and before not in (",", ";")
    return past and ((opens and not before) or not re.match(r"\s+by\b", after))


def states(words: str) -> bool:
    """Whether `words` state something: "The price of a broken promise" does not."""
    return any(True for _ in verbs(words))
