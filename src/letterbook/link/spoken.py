"""A party's name as a letter writes it, taken apart for comparing, and the block it belongs to.

A block is what has to be looked at again when one letter arrives: all names of one surname as it
sounds, or all words for one office. Blocks do not know of each other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from letterbook.link.bodies import body
from letterbook.link.names import ENDINGS, HONORIFICS, WOMEN, given_words, is_initial
from letterbook.link.titles import heads_of
from letterbook.mark.names import Words, fold_word, fold_words, skeleton
from letterbook.mark.offices import COURTESY, PARTICLES
from letterbook.model import Name

_EASTERN = re.compile(r"([^\W\d_a-z][^\W\d_]+) ([^\W\d_a-z][^\W\d_]+[-’'][^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A person's name: surname and given names folded, the titles before it, its office.

    `full` counts given names written out, `initials` those that are letters.
    """

    surname: Words
    given: Words
    title: str
    office: str
    woman: bool = False

    @property
    def full(self) -> int:
        """How many given names are written out."""
        return sum(len(w) > 1 for w in self.given)

    @property
    def initials(self) -> int:
        """How many given names are only letters."""
        return len(self.given) - self.full


@lru_cache(maxsize=100_000)
def spoken(name: Name) -> Spoken:
    """A name taken apart.

    >>> spoken(Name("Chairman N. S. Vale", "Chairman of the River Council"))
    ... # doctest: +NORMALIZE_WHITESPACE
    Spoken(surname=('vale',), given=('n', 's'), title='Chairman',
           office='Chairman of the River Council', woman=False)
    """
    tokens = name.name.replace(",", " ").split()
    title: list[str] = []
    while len(tokens) > 1 and fold_word(tokens[0].strip(".,")) in HONORIFICS:
        title.append(tokens.pop(0))
    while len(tokens) > 1 and fold_word(tokens[-1].strip(".")) in ENDINGS:
        tokens.pop()
    borne = " ".join(t for t in title if fold_word(t.strip(".")) not in COURTESY)
    office = name.office if heads_of(name.office) or not borne else f"{borne} {name.office}".strip()
    woman = any(fold_word(t.strip(".")) in WOMEN for t in title)
    words = " ".join(tokens)
    if _EASTERN.fullmatch(words):  # "Tarn Li-po": the family name comes first
        return Spoken(fold_words(tokens[0]), fold_words(tokens[1]), " ".join(title), office, woman)
    at = len(tokens) - 1
    while at > 0 and tokens[at - 1].lower() in PARTICLES and not is_initial(tokens[at - 1]):
        at -= 1
    surname = tuple(w for w in fold_words(" ".join(tokens[at:])) if w not in PARTICLES)
    surname = surname or fold_words(" ".join(tokens[at:]))
    given = given_words(" ".join(tokens[:at]))
    return Spoken(surname, given, " ".join(title), office, woman)


def block(name: Name, surnames: Mapping[Words, str] | None = None) -> str:
    """The block of a party: "person vale" as it sounds, or "office secretary rivers".

    `surnames`: for compound and first-part surnames that lists of persons give ("Ayub Khan",
    "Ayub"), the word by which the person is filed.

    >>> block(Name("Nikita Chruschtschow")) == block(Name("N. S. Khrushchev", "Chairman"))
    True
    """
    if not name.name:
        return f"office {body(name.office or name.acting_for).key}"
    words = spoken(name).surname
    whole = fold_words(name.name)
    for size in (3, 2, 1):
        filed = (surnames or {}).get(whole[-size:])
        if filed:
            return f"person {skeleton(filed)}"
    return f"person {skeleton(words[-1])}" if words else f"person {name.name.lower()}"
