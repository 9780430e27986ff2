"""What a person types, as an FTS5 expression that cannot be wrong.

Words, "phrases", prefix*, -without, this OR that, "words near"~10; anything else is words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from letterbook.record.units import clean

MOST = 64  # terms; what comes after is not asked for
ITEM = re.compile(r'(-?)(?:"([^"]*)(?:"(?:~(\d{1,2})(?!\d))?)?|(\S+))')
TOKEN = re.compile(r"[^\W_]+")
QUOTES = str.maketrans("“”„‟″«»\0", '""""""" ')
ARTICLES = "a an the this that which who its their our your his her"
SMALL = "and or not of on in at by for from to with as re i he she it they them we you"
VERBS = "are be been had has have is was were will"
EMPTY = frozenset((*ARTICLES.split(), *SMALL.split(), *VERBS.split()))
"""Words that nearly every letter holds: asked for only inside a phrase, or alone."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand side by side; with `prefix` the last may go on.

    `quoted`: a person asked for these very words; otherwise it is one word as typed ("al-Assad").
    `near`: they need not be side by side, in any order, with at most so many words between.
    """

    words: str
    prefix: bool = False
    quoted: bool = False
    near: int = 0

    @property
    def tokens(self) -> tuple[str, ...]:
        """The words one by one, as written."""
        return tuple(TOKEN.findall(self.words))

    @property
    def loosened(self) -> tuple[Term, ...]:
        """What will do instead: each part of a word that is several, as "Assad" for "al-Assad"."""
        if self.quoted or len(self.tokens) == 1:
            return (self,)
        *first, last = self.tokens
        return (*map(Term, first), Term(last, self.prefix))

    def __str__(self) -> str:
        """The term in FTS5's language: always quoted, so nothing in it is an operator."""
        if self.near and len(self.tokens) > 1:
            each = " ".join(f'"{token}"' for token in self.tokens)
            return f"NEAR({each}, {self.near})"
        quoted = self.words.replace('"', '""')
        return f'"{quoted}"{"*" if self.prefix else ""}'


@dataclass(frozen=True, slots=True)
class Query:
    """`required`: of each group one term must be there; `without`: none of these may.

    `pairs`: neighbours as typed, small words between them included: "freedom of the press".
    """

    required: tuple[tuple[Term, ...], ...]
    without: tuple[Term, ...] = ()
    pairs: tuple[Term, ...] = ()

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms that are looked for."""
        return tuple(dict.fromkeys(term for group in self.required for term in group))

    @property
    def strict(self) -> str:
        """FTS5: every group must be there; "" when nothing is asked."""
        groups = (" OR ".join(map(str, group)) for group in self.required)
        return self._less(" AND ".join(f"({group})" for group in groups))

    def loose(self, terms: Iterable[Term]) -> str:
        """FTS5: any of `terms` will do."""
        return self._less(" OR ".join(map(str, terms)))

    def _less(self, expression: str) -> str:
        if not expression or not self.without:
            return expression
        return f"({expression}) NOT ({' OR '.join(map(str, self.without))})"


def parse(words: str) -> Query:
    """The query that `words` ask. Never fails; what holds no letter or digit is passed over.

    >>> parse('"not in the sense" Berl* -Laos').strict
    '(("not in the sense") AND ("Berl"*)) NOT ("Laos")'
    """
    groups: list[list[Term]] = []
    without: list[Term] = []
    joined = False
    for minus, phrase, near, word in ITEM.findall(clean(words).translate(QUOTES))[:MOST]:
        if word == "OR" and not minus and groups:
            joined = True
            continue
        term = Term(phrase or word.rstrip("*"), word.endswith("*"), bool(phrase), int(near or 0))
        if not term.tokens:
            continue
        if minus:
            without.append(term)
        elif joined:
            groups[-1].append(term)
        else:
            groups.append([term])
        joined = False
    telling = [g for g in groups if any(t.words.lower() not in EMPTY or t.prefix for t in g)]
    return Query(tuple(map(tuple, telling or groups)), tuple(without), _pairs(groups))


def _pairs(groups: Sequence[Sequence[Term]]) -> tuple[Term, ...]:
    """Each two words next to one another, with the small words that stand between them."""
    pairs: list[Term] = []
    run: list[Term] = []
    for group in groups:
        if len(group) > 1 or len(group[0].tokens) > 1:
            run = []
            continue
        run.append(group[0])
        if group[0].words.lower() not in EMPTY:
            if len(run) > 1:
                pairs.append(Term(" ".join(term.words for term in run), group[0].prefix))
            run = [group[0]]
        elif len(run) == 1:
            run = []
    return tuple(pairs)
