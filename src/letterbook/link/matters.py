"""Matters: the acts about one thing, across the letters of two sides.

Acts are gathered within one pair of sides (`matter_groups`) and named in the letters' own words
(`matter_names`). A person's word goes first: what he put into a matter stays there and draws its
like.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from letterbook.link.acted import CERTAIN, Acted, order
from letterbook.link.exchange import Exchange, between, by_exchange
from letterbook.link.matter_following import joined, met
from letterbook.link.matter_group import Group
from letterbook.link.matter_groups import Answered, groups
from letterbook.link.matter_names import title
from letterbook.link.matter_quoted import is_quoted
from letterbook.link.matter_spells import spells
from letterbook.link.matter_terms import Terms, names_of, said_in, speaking, terms_of
from letterbook.link.ranking import BONUS, Rank, rank
from letterbook.model.source import typable


@dataclass(frozen=True, slots=True)
class Matter:
    """What two sides write about, named in their own words.

    `id` is made from its first act, `title` a phrase of the letters or what a person called it;
    `sides` in alphabetical order, `acts` by day. `named`: the title is a person's. `within`: the
    parties where the sides are not two (see `exchange`).
    """

    id: str
    title: str
    sides: tuple[str, ...]
    acts: tuple[Acted, ...]
    named: bool = False
    within: tuple[str, ...] = ()

    @property
    def between(self) -> str:
        """Who writes of it: "Orvane and Tolmary"; see `exchange.between`."""
        return between(self.sides, self.within)

    @property
    def weight(self) -> float:
        """How much is said of it: the certainty of its acts, the letters they stand in, and the
        writers' own word for it ("the main question").
        """
        letters = {one.told_by for one in self.acts}
        said = self.rank
        bonus = BONUS[said.level] if said else 0.0
        return sum(one.score for one in self.acts) + len(letters) + bonus

    @property
    def rank(self) -> Rank | None:
        """How much a writer says that it weighs: "the main question"; None where nobody does."""
        return rank(self.acts)


def gather(
    acts: Iterable[Acted],
    placed: Mapping[str, str] | None = None,
    answers: Answered = lambda _: (),
    people: Mapping[str, frozenset[str]] | None = None,
) -> list[Matter]:
    """The matters of these acts, the weightiest first. The order of the acts does not matter.

    All at once, as tests ask it; a record is gathered exchange by exchange (`gathering`).

    `placed`: sentence → the title of the matter that a person put it in. `answers`: the letters
    that a letter answers. `people`: letter → stems of its correspondents' names.
    """
    made = [m for each, held in by_exchange(sorted(acts, key=order)).items()
            for m in gather_one(each, held, placed or {}, answers, people or {})]  # fmt: skip
    return sorted(made, key=weighing)


def weighing(matter: Matter) -> tuple[float, float, str, str]:
    """By what matters are sorted: what is certain of them, then the rest."""
    sure = tuple(one for one in matter.acts if one.score >= CERTAIN)
    return -replace(matter, acts=sure).weight, -matter.weight, matter.title, matter.id


def gather_one(
    each: Exchange, acts: Sequence[Acted], placed: Mapping[str, str], answers: Answered,
    people: Mapping[str, frozenset[str]],
) -> list[Matter]:  # fmt: skip
    """The matters of one exchange; its acts by day."""
    named = (people.get(id, frozenset()) for id in dict.fromkeys(one.told_by for one in acts))
    return _gather(each, acts, placed, answers, speaking(acts).union(*named))


def _gather(
    each: Exchange, acts: Sequence[Acted], placed: Mapping[str, str], answers: Answered,
    people: frozenset[str],
) -> list[Matter]:  # fmt: skip
    said = [said_in(one) for one in acts]
    aside = names_of(each.sides)
    held = [terms_of(one, phrases, aside, people) for one, phrases in zip(acts, said, strict=True)]
    apart = spells(acts)
    made = [group for spell in apart for group in _sure_first(spell, acts, held, answers)]
    made = _as_said(acts, placed, met(made, acts, held, answers))

    def called(members: Iterable[int], without: str = "") -> str:
        every = sorted(members)  # what is hardly an act changes no name
        at = [n for n in every if acts[n].score >= CERTAIN] or every
        mine, named = [acts[n] for n in at], [held[n] for n in at]
        return title(mine, named, [said[n] for n in at], people, without)

    _call(made, called)
    # "our meeting" of 1933 and that of 1961 are called the same, and are not
    spell_of = {at: n for n, spell in enumerate(apart) for at in spell}
    return [_matter(each, group, acts) for group in _one_of_a_name(made, spell_of)]


Calling = Callable[..., str]
"""Places of acts, and the title of a larger entry if there is one → what to call them."""


def _call(made: Sequence[Group], called: Calling) -> None:
    """Give each group its title, behind that of the entry it is a part of: "Berlin: access"."""
    within: dict[str, list[int]] = {}
    for group in made:
        if group.within:
            within.setdefault(group.within, []).extend(group.members)
    larger = {term: called(at) for term, at in within.items()}
    for group in made:
        if not group.named:
            entry = larger.get(group.within, "")
            name = called(group.members, entry)
            same = not entry or entry.lower() == name.lower()
            group.called = name if same else f"{entry}: {name}"


def _one_of_a_name(made: Sequence[Group], spell_of: Mapping[int, int]) -> list[Group]:
    """The groups, those of one title made one: who looks "the crews" up looks it up once."""
    kept: dict[object, Group] = {}
    for group in made:
        words = group.called.lower().removeprefix("the ")
        key = (words, spell_of[group.members[0]])
        alone = group.named or is_quoted(group.called)
        first = kept.setdefault(id(group) if alone else key, group)
        if first is not group:
            first.members += group.members
    return list(kept.values())


def _sure_first(
    spell: Sequence[int], acts: Sequence[Acted], held: Sequence[Terms], answers: Answered
) -> list[Group]:
    """What is certain is gathered first; the rest joins it, and never changes what it is called."""
    sure = [at for at in spell if acts[at].score >= CERTAIN]
    rest = [at for at in spell if acts[at].score < CERTAIN]
    made = _among(sure, acts, held, answers)
    left = joined(rest, made, acts, held)
    return [*made, *_among(left, acts, held, answers)]


def _among(
    some: Sequence[int], acts: Sequence[Acted], held: Sequence[Terms], answers: Answered
) -> list[Group]:
    made = groups([acts[at] for at in some], [held[at] for at in some], answers)
    return [Group(g.term, [some[n] for n in g.members], g.within) for g in made]


def _as_said(acts: Sequence[Acted], placed: Mapping[str, str], made: list[Group]) -> list[Group]:
    """The same as persons said: an act goes where it was put, and draws along what stands by it.

    Where half of a matter was put under a title, the rest follows: it came later, or was not seen.
    """
    if not placed:
        return made
    titled: dict[str, Group] = {}
    kept: list[Group] = []
    for group in made:
        told = [placed.get(acts[at].words, "") for at in group.members]
        title, times = Counter(filter(None, told)).most_common(1)[0] if any(told) else ("", 0)
        follows = title if 2 * times >= len(told) else ""
        left = Group(group.term, [], group.within)
        for at, said in zip(group.members, told, strict=True):
            if name := said or follows:
                titled.setdefault(
                    name, Group(group.term, [], called=name, named=True)
                ).members.append(at)
            else:
                left.members.append(at)
        kept += [left] if left.members else []
    return [*titled.values(), *kept]


def _matter(each: Exchange, group: Group, acts: Sequence[Acted]) -> Matter:
    mine = [acts[n] for n in sorted(group.members)]
    first = next((one for one in mine if one.score >= CERTAIN), mine[0]).span
    id = typable(f"matter\0{first.source}\0{first.start}")
    return Matter(id, group.called, each.sides, tuple(mine), group.named, each.within)
