"""Whether two sets of given names may be one person's: Nora and N. may, Nora and Clement never."""

from __future__ import annotations

from letterbook.link.names import given_fits
from letterbook.mark.names import Words


def agree(one: Words, other: Words) -> bool:
    """Whether every given name and initial of the shorter set may be one of the longer.

    >>> agree(("nora", "k"), ("n",)), agree(("nora",), ("clement",))
    (True, False)
    >>> agree(("nora", "k"), ("nora", "b")), agree(("g", "lewis"), ("william", "g"))
    (False, False)
    """
    short, long = sorted((one, other), key=lambda given: (len(given), given))
    return all(given_fits(written(word), long) >= 0 for word in short)


def fuller(known: Words, said: Words) -> bool:
    """Whether `known` holds every given name and initial that `said` gives."""
    return len(known) >= len(said) and all(given_fits(written(w), known) > 0 for w in said)


def written(word: str) -> str:
    """A folded given name as `given_fits` reads it: a letter is an initial."""
    return f"{word.upper()}." if len(word) == 1 else word
