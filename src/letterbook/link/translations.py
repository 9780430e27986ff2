"""Two translations of one letter: the same day and parties, the same names, other words.

They share no wording that a search for editions would find, so they are looked for among letters
of the same days between the same people, and only ever offered: a person decides.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from letterbook.link.align import rising
from letterbook.link.comparison import Comparison
from letterbook.link.headers import agree, editorial, elsewhere
from letterbook.link.printing import Printing
from letterbook.model import Letter, Link, Name

LENGTH = 0.6
"""The shorter of two translations is at least so much of the longer."""

KEPT, FEWEST = 0.5, 4
"""The share of the names and numbers of one that stand in the other, in the same order; and how
many there must be."""

SHORT = 60
"""Words: nothing is said of a shorter letter."""

WORDING = 0.6
"""The share of words in common from which on two texts are editions, not translations."""

_SIGN = re.compile(r"(?<![\w.?!:“\"\n])(?<![.?!:] )[^\W\d_a-z][^\W\d_]{2,}|\d+(?:[.,]\d+)*")
_NUMBERS = {word: str(n) for n, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty".split())}  # fmt: skip
_COUNT = re.compile(r"\b(?:" + "|".join([*_NUMBERS][2:]) + r")\b")
_STYLES = frozenset("mister messrs president chairman secretary minister ambassador".split())


@dataclass(frozen=True, slots=True)
class Offer:
    """How likely two letters are translations of one (0 to 1), and why, in words."""

    score: float
    reason: str


def translations(
    left: Letter, right: Letter, ours: Printing, theirs: Printing, found: Comparison | None
) -> Offer | None:
    """Whether two letters may be translations of one.

    `ours` and `theirs` are their printings, `found` what comparing them word by word gave.
    """
    if editorial(left.heading) or editorial(right.heading) or not agree(left.when, right.when):
        return None
    if not _same_parties(left, right) or (found and _wording(found) >= WORDING):
        return None
    sizes = sorted((len(ours.words), len(theirs.words)))
    if sizes[0] < max(LENGTH * sizes[1], SHORT):
        return None
    mine, others = signs(ours), signs(theirs)
    kept = _in_order(mine, others)
    share = kept / max(min(len(mine), len(others)), 1)
    if kept < FEWEST or share < KEPT:
        return None
    score = round(min(0.49, share * sizes[0] / sizes[1] / 2), 2)  # below what is asserted
    reason = (
        f"the same day and parties, {kept} of the same names and numbers in the same order, and"
        " nearly as long, but other words: perhaps two translations of one letter"
    )
    return Offer(score, reason)


def offer(
    left: Letter, right: Letter, ours: Printing, theirs: Printing, found: Comparison | None
) -> Link | None:
    """`translations` as a link of `left` that leaves the choice open."""
    made = translations(left, right, ours, theirs, found)
    return Link("same letter as", candidates=(right.id,), reason=made.reason) if made else None


def signs(printing: Printing) -> list[str]:
    """What a translator leaves as it is: names in mid-sentence and numbers, in order.

    >>> signs(Printing.of("We met in Vellmar on May 4. Then Jon Mar sent three ships."))
    ['vellmar', 'may', '4', 'jon', 'mar', '3']
    """
    text = printing.read(printing.start, printing.end)
    found = [(m.start(), m[0].lower()) for m in _SIGN.finditer(text)]
    found += [(m.start(), _NUMBERS[m[0]]) for m in _COUNT.finditer(text)]
    return [word for _, word in sorted(found) if word not in _STYLES]


def _in_order(ours: list[str], theirs: list[str]) -> int:
    """How many signs stand in both in the same order, each sign's first, second, … with its own."""
    places: dict[tuple[str, int], int] = {}
    seen: Counter[str] = Counter()
    for at, word in enumerate(theirs):
        places[word, seen[word]] = at
        seen[word] += 1
    seen.clear()
    points: list[tuple[int, int]] = []
    for at, word in enumerate(ours):
        if (word, seen[word]) in places:
            points.append((at, places[word, seen[word]]))
        seen[word] += 1
    return len(rising(points))


def _wording(found: Comparison) -> float:
    return max(found.left.share, found.right.share)


def _same_parties(left: Letter, right: Letter) -> bool:
    """Whether both say who writes to whom, and say the same."""
    sides = ((left.senders, right.senders), (left.recipients, right.recipients))
    return all(_meet(ours, theirs) for ours, theirs in sides)


def _meet(ours: tuple[Name, ...], theirs: tuple[Name, ...]) -> bool:
    mine, others = ({w for n in names for w in _names(n)} for names in (ours, theirs))
    return bool(mine & others) and not elsewhere(ours, theirs)


def _names(name: Name) -> list[str]:
    """The surname, or the words of an office without a name."""
    words = re.findall(r"[^\W\d_]{3,}", (name.name or name.office).lower())
    return words[-1:] if name.name else [" ".join(words)]
