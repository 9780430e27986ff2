"""Matters: the acts about one thing, across the letters of two sides.

Acts are gathered within one pair of sides (`matter_groups`) and named in the letters' own words
(`matter_names`). A person's word goes first: what he put into a matter stays there and draws its
like.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from letterbook.link.acted import CERTAIN, Acted, order
from letterbook.link.matter_following import Answered, joined, met
from letterbook.link.matter_group import Group
from letterbook.link.matter_groups import groups
from letterbook.link.matter_names import title
from letterbook.link.matter_spells import spells
from letterbook.link.matter_terms import SAID, WEAK, Terms, names_of, said_in, telling, terms_of
from letterbook.link.nouns import Phrase
from letterbook.link.ranking import BONUS, Rank, rank
from letterbook.model.source import typable

MAIN = 2 / 3
"""The share of a side's acts from which on its letters to its own are laid to that pair."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What two sides write about, named in their own words.

    `id` is made from its first act, `title` a phrase of the letters or what a person called it;
    `sides` in alphabetical order, `acts` by day. `named`: the title is a person's.
    """

    id: str
    title: str
    sides: tuple[str, ...]
    acts: tuple[Acted, ...]
    named: bool = False

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
    people: frozenset[str] = frozenset(),
) -> list[Matter]:
    """The matters of these acts, the weightiest first. The order of the acts does not matter.

    `placed`: sentence → the title of the matter that a person put it in. `answers`: the letters
    that a letter answers. `people`: stems of the correspondents' names.
    """
    made = [m for sides, held in _by_pair(sorted(acts, key=order)).items()
            for m in _gather(sides, held, placed or {}, answers, people)]  # fmt: skip
    return sorted(made, key=lambda m: (-_firm(m).weight, -m.weight, m.title, m.id))


def _firm(matter: Matter) -> Matter:
    """The same matter with what is certain of it alone, if anything is."""
    sure = tuple(one for one in matter.acts if one.score >= CERTAIN)
    return replace(matter, acts=sure) if sure else replace(matter, acts=())


def _by_pair(acts: Sequence[Acted]) -> dict[tuple[str, ...], list[Acted]]:
    """The acts between each two sides; what one side writes to its own goes with its main pair.

    A telegram of Orvane's Legation to Orvane's Ministry is about Tolmary when most letters of
    Orvane are to or from Tolmary.
    """
    pairs = [pair(one) for one in acts]
    two: Counter[tuple[str, ...]] = Counter(p for p in pairs if len(p) == 2)
    main = {sides: sides if len(sides) == 2 else _main(sides, two) for sides in set(pairs)}
    made: dict[tuple[str, ...], list[Acted]] = {}
    for sides, one in zip(pairs, acts, strict=True):
        made.setdefault(main[sides], []).append(one)
    return made


def _main(sides: tuple[str, ...], two: Mapping[tuple[str, ...], int]) -> tuple[str, ...]:
    fits = {p: n for p, n in two.items() if set(sides) <= set(p)}
    best = max(fits, key=lambda p: (fits[p], p), default=sides)
    return best if sides and fits.get(best, 0) >= MAIN * sum(fits.values()) > 0 else sides


def pair(one: Acted) -> tuple[str, ...]:
    """The two sides between which an act is done, in alphabetical order."""
    if one.between:
        return one.between
    return tuple(sorted({side for side in (one.side, one.other, one.writer) if side}))[:2]


def _gather(
    sides: tuple[str, ...], acts: Sequence[Acted], placed: Mapping[str, str], answers: Answered,
    people: frozenset[str],
) -> list[Matter]:  # fmt: skip
    said = [said_in(one) for one in acts]
    aside = names_of(sides)
    held = [terms_of(one, phrases, aside, people) for one, phrases in zip(acts, said, strict=True)]
    made = [group for spell in spells(acts) for group in _sure_first(spell, acts, held, answers)]
    made = _as_said(acts, placed, met(made, acts, held, answers))
    within: dict[str, list[int]] = {}
    for group in made:
        if group.term in people or not _names_it(group, held):
            group.term = ""
        if group.within:
            within.setdefault(group.within, []).extend(group.members)
    larger = {
        term: title(term, [acts[n] for n in sorted(at)], [said[n] for n in sorted(at)], people)
        for term, at in within.items()
    }
    return [_matter(sides, group, acts, said, larger, people) for group in made]


def _names_it(group: Group, held: Sequence[Terms]) -> bool:
    """Whether its term may stand in its title: "our meeting" where a letter makes it a question."""
    said = max(held[at].own.get(group.term, 0.0) for at in group.members)
    return telling(group.term) > WEAK or said > SAID


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
                titled.setdefault(name, Group(group.term, [], called=name)).members.append(at)
            else:
                left.members.append(at)
        kept += [left] if left.members else []
    return [*titled.values(), *kept]


def _matter(
    sides: tuple[str, ...], group: Group, acts: Sequence[Acted], said: Sequence[Sequence[Phrase]],
    larger: Mapping[str, str], people: frozenset[str],
) -> Matter:  # fmt: skip
    members = sorted(group.members)
    mine = [acts[n] for n in members]
    first = next((one for one in mine if one.score >= CERTAIN), mine[0]).span
    id = typable(f"matter\0{first.source}\0{first.start}")
    spoken = [said[n] for n in members]
    called = group.called or title(group.term, mine, spoken, people)
    if group.within and not group.called and larger[group.within].lower() != called.lower():
        called = f"{larger[group.within]}: {called}"
    return Matter(id, called, sides, tuple(mine), bool(group.called))
