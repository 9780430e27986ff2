"""Who held an office on a day, as lists of persons and an authority state it.

In: the words of an office and a day. Out: every `Held` that fits; only one is an answer.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from letterbook.link.bodies import body, home
from letterbook.link.names import ENDINGS
from letterbook.link.persons import AUTHORITY, Person, person
from letterbook.link.standing import standing
from letterbook.link.tenures import Post
from letterbook.link.titles import heads_of
from letterbook.mark.mention_posts import country
from letterbook.mark.names import fold_word
from letterbook.mark.offices import PARTICLES
from letterbook.model import When

Day = datetime.date


@dataclass(frozen=True, slots=True)
class Held:
    """An office in one person's hands; `person` is an id, `source` says who states it.

    `refs` are the person's ids elsewhere ("http://viaf.org/viaf/…").
    """

    person: str
    label: str
    office: str
    first: Day | None = None
    last: Day | None = None
    source: str = ""
    refs: tuple[str, ...] = ()

    def __str__(self) -> str:
        days = f"{self.first or '…'} to {self.last or '…'}"
        stated = f", {days}" if self.first or self.last else ""
        return f"{self.office}{stated}" + (f" ({self.source})" if self.source else "")


Holders = Callable[[str, Day], Iterable[Held]]
"""Asked for an office and a day, gives who held it then."""


@dataclass(frozen=True)
class Offices:
    """Tenures by what makes two offices the same, with and without the country."""

    tenures: Mapping[str, tuple[Held, ...]]
    heads: Mapping[str, tuple[Held, ...]]

    @classmethod
    def of(cls, rows: Iterable[Held]) -> Offices:
        """Every tenure, by its office."""
        found: dict[str, list[Held]] = {}
        heads: dict[str, list[Held]] = {}
        for held in rows:
            for key in dict.fromkeys((body(held.office).key, home(held.office))):
                found.setdefault(key, []).append(held)
            for modifiers, head in heads_of(held.office)[:1]:
                heads.setdefault(" ".join((*modifiers, head)), []).append(held)
        return cls(*({key: tuple(of) for key, of in each.items()} for each in (found, heads)))

    def __call__(self, office: str, day: Day) -> tuple[Held, ...]:
        """Who held the office on that day; a ruler's title without a country is nobody's."""
        alone = home(office) == body(office).key and not re.search(r"\bof\b", office)
        if alone and standing(office) == 5:
            return ()
        return tuple(h for h in self.tenures.get(body(office).key, ()) if _on(h, day))

    def titled(self, title: str, day: Day) -> tuple[Held, ...]:
        """Every ruler whose office is called by this title for short: "the Chairman"."""
        short = [" ".join((*modifiers, head)) for modifiers, head in heads_of(title)]
        called = self.heads.get(short[-1], ()) if short else ()
        return tuple(h for h in called if _on(h, day) and _rules(h.office))


def _rules(office: str) -> bool:
    return standing(office) == 5 or office.startswith("Chairman")


def _on(held: Held, day: Day) -> bool:
    return (held.first is None or held.first <= day) and (held.last is None or day <= held.last)


class Tenured(Protocol):
    """A tenure of the authority of offices, as far as it is asked for here."""

    @property
    def office(self) -> str:
        """The office, without the country."""

    @property
    def government(self) -> str:
        """The country or the body whose office it is."""

    @property
    def holder(self) -> str:
        """The holder's name."""

    @property
    def person(self) -> str:
        """An id for the holder, the same in each of his tenures."""

    @property
    def when(self) -> When:
        """The days in office."""

    @property
    def same_as(self) -> tuple[str, ...]:
        """The holder's ids elsewhere."""


def held_in(tenures: Iterable[Tenured]) -> tuple[Held, ...]:
    """The tenures of the authority of offices, for `Offices.of` and `persons_holding`."""
    return tuple(
        Held(
            t.person,
            t.holder,
            f"{t.office} of {t.government}" if t.government else t.office,
            t.when.earliest,
            t.when.latest,
            AUTHORITY,
            t.same_as,
        )
        for t in tenures
    )


def held_by(persons: Iterable[Person], source: str = "list of persons") -> tuple[Held, ...]:
    """Every office that these persons are listed with; a period left open stays open."""
    return tuple(
        Held(one.id, one.label, post.office, post.first, post.last, source)
        for one in persons
        for post in one.posts
        if not post.former
    )


def persons_holding(rows: Iterable[Held]) -> tuple[Person, ...]:
    """The persons of an authority's tenures, each with all of his offices, for blocks and lists."""
    found: dict[str, Person] = {}
    for held in rows:
        one = found.get(held.person)
        if one is None:
            one = person(held.person, _entry(held))
            one = replace(one, label=held.label, listed=AUTHORITY, refs=held.refs)
        post = Post(held.office, held.first, held.last, bool(held.first or held.last))
        found[held.person] = replace(one, posts=(*one.posts, post))
    return tuple(found.values())


_FAMILY_FIRST = frozenset(
    ("china", "taiwan", "korea", "north korea", "vietnam", "north vietnam", "south vietnam")
)


def _entry(held: Held) -> str:
    """The name as a list would file it: "Vale, Nora"; whole where the family name comes first."""
    words = held.label.replace(",", " ").split()
    *given, surname = [w for w in words if fold_word(w.strip(".")) not in ENDINGS] or words
    whole = not given or surname.isupper() or country(held.office) in _FAMILY_FIRST
    if whole or "(" in held.label:
        return held.label
    while given and given[-1].lower() in PARTICLES and given[-1].islower():
        surname = f"{given.pop()} {surname}"
    return f"{surname}, {' '.join(given)}"


def holder(office: str, day: Day, sources: Iterable[Holders]) -> tuple[tuple[Held, ...], str]:
    """Who held an office on a day, and the reason in words.

    The first source that knows the office answers; more than one holder stays several.
    """
    for ask in sources:
        found = tuple(ask(office, day))
        persons = {h.person for h in found}
        if len(persons) == 1:
            return found[:1], f"“{office}” of {day.isoformat()} is {found[0].label}: {found[0]}"
        if persons:
            called = "; ".join(f"{h.label}, {h}" for h in found[:3])
            return found, f"{len(persons)} held the office on {day.isoformat()}: {called}"
    return (), f"nobody is known to have held the office on {day.isoformat()}"
