"""A person while a block is grouped: the names he bears, the offices he is given, the years."""

from __future__ import annotations

from dataclasses import dataclass, field

from letterbook.link.nicknames import NICKNAMES
from letterbook.link.persons import Person
from letterbook.link.spoken import Spoken, spoken
from letterbook.link.tenures import Post
from letterbook.mark.names import Words, fold_words
from letterbook.model import Name


@dataclass(frozen=True, slots=True, order=True)
class Attested:
    """A name as letters of one year give it; `letters` how many do (year 0: no date).

    `letter` is set only where a person decided on this one letter. How many letters there are
    makes no other name of it.
    """

    name: str
    office: str
    year: int
    letters: int = field(default=1, compare=False)
    ref: str = ""
    letter: str = ""

    @property
    def spoken(self) -> Spoken:
        """The name taken apart."""
        return spoken(Name(self.name, self.office))

    def __str__(self) -> str:
        return str(Name(self.name, self.office))


@dataclass(slots=True)
class Group:
    """One person while a block is grouped: who the lists say he is and the names he bears.

    What is asked again and again is kept as it grows: `givens`, every set of given names known of
    him; `posts`, the offices of lists; `offices`, the years in which letters give each; `called`,
    every way he is written.
    """

    listed: list[Person] = field(default_factory=list)
    attested: list[Attested] = field(default_factory=list)
    fixed: str = ""
    givens: dict[Words, None] = field(default_factory=dict)
    posts: dict[Post, None] = field(default_factory=dict)
    offices: dict[str, set[int]] = field(default_factory=dict)
    first: int = 0
    last: int = 0
    woman: bool = False
    called: set[str] = field(default_factory=set)
    _parts: set[str] = field(default_factory=set)

    def enter(self, person: Person) -> None:
        """Take in an entry of a list."""
        self.listed.append(person)
        self.called.add(person.label)
        self.posts.update(dict.fromkeys(person.posts))
        self._parts.update(fold_words(person.surname))
        self.woman = self.woman or person.woman
        self._know(person.given)

    def add(self, one: Attested) -> None:
        """Take in a name of the letters."""
        self.attested.append(one)
        self.called.update((str(one), one.name))
        self.woman = self.woman or one.spoken.woman
        if one.spoken.office:
            self.offices.setdefault(one.spoken.office, set()).add(one.year)
        if one.year:
            self.first = min(self.first or one.year, one.year)
            self.last = max(self.last, one.year)
        self._know(self.given_of(one))

    def given_of(self, one: Attested) -> Words:
        """The given names of a name, without the words that lists know as his surname."""
        return tuple(w for w in one.spoken.given if w not in self._parts)

    def _know(self, given: Words) -> None:
        """Keep a set of given names; no "Bob" where he is also Robert."""
        if not given or given in self.givens:
            return
        known = [*self.givens, given]
        firsts = {words[0] for words in known}
        self.givens = {
            words: None
            for words in known
            if not NICKNAMES.get(words[0], frozenset()) & firsts - {words[0]}
        }


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an attested name belongs: one group, or several it may belong to, and why."""

    attested: Attested
    groups: tuple[int, ...]
    reason: str
