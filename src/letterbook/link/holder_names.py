"""Names of office-holders: "N. S. Khrushchev" is Nikita S. Khrushchev, "Roosevelt" is nobody.

In: a name as a letter or a list writes it. Out: the ways in which a holder may be written, and
whether a name is one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from letterbook.mark.names import Words, fold_words, skeleton


@dataclass(frozen=True, slots=True)
class Called:
    """One way to write a holder's name, folded, with its "Jr." apart."""

    holder: str
    words: Words
    suffix: str = ""

    def fits(self, asked: Called) -> bool:
        """Whether `asked` may be this name: the same surname, given names or initials in order."""
        if asked.suffix and asked.suffix != self.suffix:
            return False
        mine, other = self.words, asked.words
        if sorted(mine) == sorted(other):
            return True  # "Sato Eisaku" is Eisaku Sato
        if (
            min(len(mine), len(other)) < 2
            or not _sounds(mine[-1], other[-1])
            or "lord" in (mine + other)
        ):
            return False
        short, long = sorted((mine[:-1], other[:-1]), key=len)
        if not _alike(short[0], long[0]) and (len(short[0]) == 1 or short[0] not in long):
            return False  # "D. Roosevelt" is not Franklin D.; "Foster Dulles" is John Foster
        return _in_order(short, long)


def _in_order(short: Words, long: Words) -> bool:
    """Whether each of the few words stands among the many, in order, whole or as an initial."""
    rest = iter(long)
    return all(any(_alike(one, other) for other in rest) for one in short)


def _alike(one: str, other: str) -> bool:
    return _sounds(one, other) or (min(len(one), len(other)) == 1 and one[0] == other[0])


def sound(word: str) -> str:
    """A folded word as it sounds: "Aleksei" and "Alexei" are one."""
    return skeleton(word.replace("x", "ks"))


def _sounds(one: str, other: str) -> bool:
    return one == other or (len(one) > 1 and sound(one) == sound(other))


_ASIDE = re.compile(r"\(([^)]*)\)")
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_TITLES = frozenset(
    "mr mrs dr sir president premier chancellor chairman secretary minister general marshal "
    "generalissimo emperor king queen pope".split()
)


def ways(holder: str) -> Iterator[Called]:
    """Every way to write a holder: "Zhou Enlai (Chou En-lai)" is two; "(born 1910)" is none."""
    for name in (_ASIDE.sub(" ", holder), *_ASIDE.findall(holder)):
        if not any(c.isdigit() for c in name):
            yield called(name, holder)


def called(name: str, holder: str = "") -> Called:
    """A name without its title, as names are compared; "Jr." apart."""
    words = fold_words(name)
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    if len(words) > 2 and words[-1] in _SUFFIXES:
        return Called(holder, words[:-1], words[-1])
    return Called(holder, words)
