"""What a matter is called: a noun phrase of its letters, as an index would have it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from letterbook.link.acted import Acted
from letterbook.link.matter_terms import WEAK, telling
from letterbook.link.matter_words import content
from letterbook.link.nouns import Phrase
from letterbook.stem import stem

Way = tuple[str, ...]
"""The stems of a phrase."""

CALLED = frozenset(stem(word) for word in "question problem issue dispute crisis".split())
"""Heads by which a matter is called: they tell nothing, and stand in titles."""

NAME = 0.3
"""What a person's name is worth as a title beside the name of a thing."""

WIDE = 4
"""Words of a title that cost nothing; each further one makes it less fit."""


def title(
    term: str,
    acts: Sequence[Acted],
    said: Sequence[Sequence[Phrase]],
    people: frozenset[str] = frozenset(),
) -> str:
    """The phrase that names best what these acts share; `term` must stand in it, if any is given.
    A correspondent (`people`: the stems of their names) gives his name to a matter only in need.

    Where no sentence names a thing, the first words of the first one stand for it.
    """
    share = Counter(root for one in said for root in {r for p in one for r in p.stems})
    ways: dict[Way, list[Phrase]] = defaultdict(list)
    for one in said:
        for phrase in one:
            if not term or term in phrase.stems:
                ways[phrase.stems].append(phrase)
    if not ways:
        return opening(acts[0].words)
    topics = Counter(root for one in acts for root in set(content(one.act.topic)))
    share.update(topics)

    def worth(way: Way) -> float:
        named = ways[way][0].person or set(way) <= people
        return _worth(way, ways, share, len(acts)) * (NAME if named else 1.0)

    best = max(ways, key=lambda w: (worth(w), w))
    forms = Counter(p.words for p in ways[best])
    form = max(forms, key=lambda f: (forms[f], f))
    the = sum(p.the for p in ways[best]) * 2 > len(ways[best])
    return f"the {form}" if the else form


def _worth(way: Way, ways: Mapping[Way, list[Phrase]], share: Counter[str], size: int) -> float:
    """What the phrase says of what the acts share; an idle word in it costs, an idle head more."""
    told = sum(telling(root) * share[root] / size for root in set(way))
    if ways[way][0].head in CALLED and told > WEAK:  # "the German question" is what it is called
        return 2 * told * (1 + math.log(len(ways[way])))
    idle = sum(not telling(root) for root in way) + 2 * (not telling(ways[way][0].head))
    words = len(ways[way][0].words.split())
    far = idle + max(0, words - WIDE)
    return told * (1 + math.log(len(ways[way]))) * 0.7**far


def opening(words: str) -> str:
    """The first words of a sentence, where no thing is named."""
    first = words.split()
    return " ".join(first[:7]) + (" …" if len(first) > 7 else "")
