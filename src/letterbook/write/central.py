"""How much of a text each sentence shares: words compared with words, nothing from outside.

Each sentence is a vector of its words, the rare ones heavier. Central is what is like the rest,
and like what is itself central (the idea of TextRank); since the vectors are kept, a round costs
as much as the text is long, not its square.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from letterbook.link.matter_words import Vector, likeness, unit
from letterbook.text import plain_letters

ROUNDS = 4
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d{2,}")
_STOP = frozenset(
    "a about above after again against all also am among an and any are as at be because been"
    " before being below between both but by can cannot could did do does doing down during each"
    " even ever every few for from further had has have having he her here hers herself him"
    " himself his how however i if in into is it its itself just like made make many may me might"
    " more most much must my myself no nor not now of off on once one only or other our ours out"
    " over own part same shall she should since so some such than that the their theirs them"
    " themselves then there these they this those through to too under until up upon us very was"
    " we were what when where whether which while who whom whose why will with within without"
    " would yet you your yours mr mrs miss dr sir dear said say says".split()
)
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ed", "es", "s", "ly")


def terms(words: str) -> list[str]:
    """The words that carry meaning, folded, without endings.

    >>> terms("He proposed that the talks be resumed.")
    ['propos', 'talk', 'resum']
    """
    found = (m[0].removesuffix("'s") for m in _WORD.finditer(plain_letters(words)))
    return [_stem(word) for word in found if word not in _STOP and len(word) > 1]


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def vectors(texts: Sequence[str]) -> list[Vector]:
    """Each text's words, weighed by how few of the texts have them; of length one."""
    counted = [Counter(terms(text)) for text in texts]
    holding = Counter(term for count in counted for term in count)
    size = len(texts)
    return [
        unit({t: (1 + math.log(n)) * math.log(1 + size / holding[t]) for t, n in count.items()})
        for count in counted
    ]


def centrality(held: Sequence[Vector]) -> list[float]:
    """How central each vector is among all of them: 1 for the most central."""
    scores = [1.0] * len(held)
    for _ in range(ROUNDS):
        middle: Vector = {}
        for vector, score in zip(held, scores, strict=True):
            for term, weight in vector.items():
                middle[term] = middle.get(term, 0.0) + score * weight
        # a sentence is not central for being like itself
        shared = [likeness(v, middle) - s * bool(v) for v, s in zip(held, scores, strict=True)]
        shared = _scaled([max(score, 0.0) + 1e-6 for score in shared])
        # halfway, or two sentences that are alike hand their weight to and fro
        scores = _scaled((old + new) / 2 for old, new in zip(scores, shared, strict=True))
    return scores


def _scaled(scores: Iterable[float]) -> list[float]:
    held = list(scores)
    most = max(held, default=1.0)
    return [score / most for score in held]
