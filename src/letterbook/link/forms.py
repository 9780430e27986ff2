"""The forms that a name takes in letters: whole, surname alone, first part of it, other order.

In: the parts of a name as a list of persons gives them. Out: `Form`s with their weight.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from letterbook.link.names import ENDINGS, HONORIFICS
from letterbook.mark.names import Words, fold_words
from letterbook.mark.offices import PARTICLES


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a name: folded words, and how much it says of whom it names.

    `full`: the whole name in one order; `surname`: what a person is called by; `part`: a piece of
    a name, which names him only where nobody else is called so; `letters`: initials ("J.F.V.").
    """

    words: Words
    weight: str


_FAMILY_FIRST_SHORT_LAST = frozenset(
    "nguyen tran le pham phan ngo vu vo dang bui do duong ly hoang huynh dinh truong lam mai "
    "thich trinh ton cao nghiem phung dao luu quach nghiem tam".split()
)
"""Family names that nobody is called by: Vo Van Tu is "Tu"."""


def forms_of(
    surname: Sequence[str], given: Sequence[str], aliases: Sequence[Sequence[str]]
) -> tuple[Form, ...]:
    """Every form that the parts of a name give it."""
    found: dict[Words, str] = {}

    def add(words: Words, weight: str) -> None:
        while len(words) > 1 and words[0] in PARTICLES:
            words = words[1:]
        if words and (len(words) > 1 or len(words[0]) > (3 if weight == "part" else 1)):
            found.setdefault(words, weight)

    words = fold_words(" ".join(surname))
    for form, weight in _shapes(words, bool(given), any("-" in w for w in surname)):
        add(form, weight)
    for name in map(_untitled, aliases):
        add(name, "full" if len(name) > 1 else "surname")
    names = fold_words(" ".join(given))
    if names and all(len(w) > 1 for w in names):  # "Vale, Clement": the order of the East as well
        add(words + names, "full")
    if names and words[0] == "al":  # "al-Said, Nuri" is called Nuri
        add(names[:1], "part")
    if len(words) == 1 and words[0].startswith("mac") and len(words[0]) > 6:
        add(("mac", words[0][3:]), "surname")  # "MAC ADAM"
    if len(words) > 1 and words[0] in PARTICLES:  # "De Palma" is written "DePalma" as well
        found.setdefault(("".join(words),), "surname")
    return tuple(Form(words, weight) for words, weight in found.items())


def _untitled(tokens: Sequence[str]) -> Words:
    words = fold_words(" ".join(tokens))
    return tuple(w for w in words if w not in HONORIFICS) or words


def _shapes(words: Words, has_given: bool, hyphened: bool = False) -> list[tuple[Words, str]]:
    """The forms that one name takes, with their weights."""
    bare = tuple(w for w in words if w not in PARTICLES)
    if len(bare) < 2:
        return [(words, "surname")]
    if bare[-1] in ENDINGS or re.fullmatch(r"[ivx]+", bare[-1]):  # "Aurel II"
        return [(words, "full"), *_shapes(bare[:-1], has_given)]
    if has_given:
        first = "part" if hyphened else "surname"  # "Douglas-Home" is no Douglas
        return [(words, "surname"), (bare[:1], first), (bare[-1:], "part")]
    shapes = [(words, "full"), (bare[1:] + bare[:1], "full"), (bare[-1:] + bare[:-1], "full")]
    short_last = bare[0] in _FAMILY_FIRST_SHORT_LAST
    shapes.append((bare[:1], "part" if short_last else "surname"))
    shapes.append((bare[-1:], "surname" if short_last else "part"))
    if len(bare) > 2:
        shapes.append((bare[1:], "part"))
    return shapes
