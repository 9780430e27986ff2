"""Names of persons taken apart and compared: surname, given names, initials, nicknames, titles."""

from __future__ import annotations

import re

from letterbook.link.nicknames import NICKNAMES
from letterbook.mark.names import Words, fold_word, fold_words, skeleton
from letterbook.mark.offices import PARTICLES, RANKS, TITLES

_MORE_TITLES = """
ambassador amb brigadier congresswoman dame excellency fm foreign gen generalissimo hh hrh imam
archbishop lt major maj marshal messrs mister mr mrs ms mufti nawab marechal monsignor patriarch
pasha premier pm pres prime prof rabbi radm rear rep sec secy sen shaikh sheik sheikh sgt
superintendent tunku under undersecretary usa usaf usmc usn ret vice maréchal hrh sayyid begum
ltjg maharaja rajah deputy field air chief
"""
HONORIFICS = TITLES | RANKS | frozenset(_MORE_TITLES.split())
"""Words that stand before a name and are no part of it."""

BY_GIVEN = frozenset(
    "sir dame shaikh sheikh sheik prince princess king queen emir amir crown lord tunku sultan "
    "archbishop imam pope emperor begum".split()
)
"""Titles that go with a given name: "Sir Clement", "Prince Aurel"."""

WOMEN = frozenset("mrs miss ms mme madame frau signora queen princess dame lady".split())
"""Titles of women."""

ENDINGS = frozenset("jr sr ii iii iv esq".split())
"""What follows a name."""

INITIAL = re.compile(
    r"(?:[^\W\d_a-z]\.?-?){1,3}|(?:[dl]e|Mc)[^\W\d_a-z]\.?|[^\W\d_a-z][a-z]{1,2}\."
)


def is_initial(token: str) -> bool:
    """ "F.", "J.F.", "JF", "deB.", "Th.", "McG.": letters that stand for given names."""
    if not INITIAL.fullmatch(token):
        return False
    return token.endswith(".") or token.isupper() or token[:2] in ("de", "le")


def letters(token: str) -> str:
    """The initials a token stands for, folded: "J.F." is jf, "deB." is d, "Th." is t."""
    if re.match(r"[dl]e[^\W\d_a-z]|[^\W\d_a-z][a-z]", token):
        return token[0].lower()
    return "".join(fold_word(c) for c in token if c.isalpha())


def given_fits(token: str, given: Words) -> float:
    """How well a given name or initial before a surname agrees with somebody's given names.

    1 for the very name or initial, less for a short form or a spelling, 0 where nothing is known
    of him that could disagree, -1 where it is another's.
    """
    if not given:
        return 0.0
    if is_initial(token):
        return _initials_fit(token, given)
    word = fold_word(token)
    best = max((_same_given(word, g) for g in given if len(g) > 1), default=0.0)
    if best:
        return best
    if any(len(g) > 1 for g in given):
        return -1.0
    return 0.4 if any(word[0] == g for g in given) else -1.0


def _initials_fit(token: str, given: Words) -> float:
    """ "J.F." against john, f; "McG." against mcgeorge."""
    abbreviated = fold_word(token.strip("."))
    if len(abbreviated) > 2 and any(g.startswith(abbreviated) for g in given):
        return 1.0
    written, known = letters(token), "".join(g[0] for g in given)
    if known == written:
        return 1.0
    if written and known.startswith(written):
        return 0.9
    if len(written) == 1 and written in known:
        return 0.7
    return 0.3 if written.startswith(known) and len(known) == 1 else -1.0


def _same_given(word: str, given: str) -> float:
    if word == given:
        return 1.0
    if given in NICKNAMES.get(word, ()) or word in NICKNAMES.get(given, ()):
        return 0.8
    short, long = sorted((word, given), key=len)
    if len(short) > 2 and long.startswith(short):
        return 0.7
    if len(short) > 3 and (word[:2] == given[:2] or skeleton(word)[:1] == skeleton(given)[:1]):
        one, other = skeleton(word), skeleton(given)
        shared = next(
            (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(short)
        )
        if (
            one == other
            or _one_apart(word, given)
            or shared >= max(4, min(len(one), len(other)) - 2)
        ):
            return 0.5
    return 0.0


def _one_apart(one: str, other: str) -> bool:
    """Whether one letter more, less or other turns one word into the other: Ernst, Ernest."""
    if abs(len(one) - len(other)) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if at is None:
        return True
    return one[at + 1 :] in (other[at + 1 :], other[at:]) or one[at:] == other[at + 1 :]


def given_words(words: str) -> Words:
    """Given names and initials of a name, folded; an initial is one letter, "J.F." two words."""
    found: list[str] = []
    for token in words.split():
        token = token.strip(',;()“”"')
        if is_initial(token):
            found.extend(letters(token))
        elif token.lower() not in PARTICLES or token[:1].isupper():
            found.extend(fold_words(token))
    return tuple(found)
