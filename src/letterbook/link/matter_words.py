"""What an act is about, as weighed words: acts about the same thing share the rare ones."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from letterbook.link.acted import Acted
from letterbook.stem import stem

Vector = dict[str, float]

TOPIC = 2.5
"""A word of the topic counts so many times a word of the rest of the sentence."""

BESIDE = 0.2
"""And a word of the sentences beside it so much of one: what stands together belongs together."""

_WORD = re.compile(r"[^\W\d_]{2,}(?:[.’'-][^\W\d_]+)*")
IDLE = frozenset(
    stem(word)
    for word in (
        "a about above after again against all also although am among an and any are as at be"
        " because been before being below between both but by can cannot could did do does doing"
        " down during each even ever every few for from further had has have having he her here him"
        " his how however i if in into is it its just like make made many may me might more most"
        " much must my myself no nor not now of off on once one only or other our ours out over own"
        " part same shall she should since so some such than that the their them then there these"
        " they this those through to too under until up upon us very was we were what when where"
        " whether which while who whom whose why will with within without would yet you your"
        # days and numbers: two sentences of April have nothing in common for that
        " january february march april may june july august september october november december"
        " monday tuesday wednesday thursday friday saturday sunday day week month year hour spring"
        " summer autumn winter morning evening night today tomorrow yesterday last next first"
        " second third two three four five six seven eight nine ten hundred thousand half end"
        " beginning"
        # the words of every correspondence: they say what is done, not what it is about
        " accept agree agreement ambassador answer appreciate ask assure attention believe case"
        " chairman circumstances communicate communication consider consideration convey country"
        " countries council course dear desire discuss discussion effort excellency express express"
        " fact feel feeling find foreign give glad good government great hope importance important"
        " indeed inform intend intention interest know letter majesty matter meet message minister"
        " ministry necessary need note opinion our party people personal please point position"
        " possible prepared president problem propose proposal question ready receive regard reply"
        " request respect same say secretary see send side sincere situation state statement step"
        " subject suggest suggestion take talk thank thing think time trust understand"
        " undertake view want way willing wish word work world write year your yours"
    ).split()
)


def content(words: str) -> list[str]:
    """The stems of a sentence that may say what it is about."""
    found = (stem(m[0]) for m in _WORD.finditer(words))
    return [word for word in found if word not in IDLE and len(word) > 2]


def telling(one: Acted) -> frozenset[str]:
    """The words of an act's own sentence that may say what it is about, the sides' names aside."""
    return stems(one.words) - stems(f"{one.side} {one.other} {one.writer}")


@lru_cache(maxsize=1 << 16)
def stems(words: str) -> frozenset[str]:
    """The same, each once."""
    return frozenset(content(words))


def vectors(acts: Sequence[Acted]) -> list[Vector]:
    """Each act's words, of length one: the topic's count more, and those of few acts most.

    The names of the sides say nothing: they stand in every matter between them.
    """
    sides = {word for one in acts for word in content(f"{one.side} {one.other} {one.writer}")}
    counted = [{w: n for w, n in _count(one).items() if w not in sides} for one in acts]
    holding = Counter(word for count in counted for word in count)
    size = len(acts)
    return [
        unit({w: n * math.log(1 + size / holding[w]) for w, n in count.items()})
        for count in counted
    ]


def _count(one: Acted) -> dict[str, float]:
    count = dict.fromkeys(content(one.beside), BESIDE)
    count |= dict.fromkeys(content(one.words), 1.0)
    for word in content(one.act.topic):
        count[word] = TOPIC
    return count


def unit(vector: Vector) -> Vector:
    """The vector at length one."""
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {word: weight / length for word, weight in vector.items()} if length else {}


def likeness(one: Vector, other: Vector) -> float:
    """The cosine of two vectors of length one: 1 for the same words, 0 for none in common."""
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return sum(weight * large.get(word, 0.0) for word, weight in small.items())


def together(held: Sequence[Vector]) -> Vector:
    """The middle of several vectors."""
    total: Vector = {}
    for vector in held:
        for word, weight in vector.items():
            total[word] = total.get(word, 0.0) + weight
    return unit(total)
