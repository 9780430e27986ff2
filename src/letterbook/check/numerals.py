"""Numbers in figures and in words: "23", "twenty-three", "1,200", "three million", "third"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL = {word: n for n, word in enumerate(_ONES)} | {
    word: 10 * n for n, word in enumerate(_TENS, 2)
}
LARGE = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "dozen": 12}
ORDINALS = {
    word: n
    for n, word in enumerate("third fourth fifth sixth seventh eighth ninth tenth".split(), 3)
} | {"twentieth": 20}
TIMES = {"once": 1, "twice": 2, "thrice": 3}


def number_of(words: Sequence[str]) -> tuple[int, float | None]:
    """How many of `words` (in lower case) make up the number they begin with, and the number.

    A bare "one" is a pronoun more often than a number, and is none here.

    >>> number_of(["twenty", "three", "men"]), number_of(["3", "million"])
    ((2, 23), (2, 3000000.0))
    >>> number_of(["one", "day"])
    (0, None)
    """
    first = words[0]
    if first in ORDINALS or first in TIMES:
        return 1, ORDINALS.get(first, TIMES.get(first))
    if first[0].isdigit():
        return _figures(words)
    if first not in SMALL and first != "dozen":
        return 0, None
    size, total = _spoken(words)
    return (0, None) if size == 1 and first in ("one", "zero") else (size, total)


def _figures(words: Sequence[str]) -> tuple[int, float | None]:
    try:
        number = float(re.sub(r"[^\d.]", "", words[0]))
    except ValueError:  # "1.2.3" is a paragraph
        return 0, None
    if len(words) > 1 and words[1] in LARGE:
        return 2, number * LARGE[words[1]]
    return 1, number


def _spoken(words: Sequence[str]) -> tuple[int, float]:
    """ "ninety four", "two hundred and six": every word that goes on with the number."""
    total = part = 0
    size = 0
    for n, word in enumerate(words):
        if word in SMALL and (part % 10 == 0 and (part % 100 == 0 or SMALL[word] < 10)):
            part += SMALL[word]
        elif word in LARGE and (part or word == "dozen"):
            part = max(part, 1) * LARGE[word]
            if LARGE[word] >= 1000:
                total, part = total + part, 0
        elif not (word == "and" and n and words[n - 1] == "hundred" and words[n + 1 : n + 2]
                  and words[n + 1] in SMALL):  # fmt: skip
            break
        size = n + 1
    return size, total + part
