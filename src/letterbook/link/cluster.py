"""Names of one surname grouped into persons; the order in which letters arrived never matters.

In: the attested names of one block, the entries of lists of persons and of an authority that bear
the surname, and a person's decisions. Out: groups of names, each one person, and for each attested
name the group it belongs to or the groups it may belong to, with the reason.

Two different given names are never one person. A name that fits several groups joins none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from letterbook.link.agree import agree, fuller
from letterbook.link.bodies import body
from letterbook.link.group import Attested, Group, Placed
from letterbook.link.persons import AUTHORITY, Person
from letterbook.link.standing import standing
from letterbook.link.tenures import Post
from letterbook.link.titles import fit
from letterbook.mark.names import fold_words

LIFE = 80
"""Years between two letters that one person can have had to do with."""
CAREER = 40
"""Years over which a bare surname may go on meaning the same person."""


def grouped(
    names: Iterable[Attested], listed: Iterable[Person], fixed: Callable[[Attested], str]
) -> tuple[list[Group], list[Placed]]:
    """The persons of a block and where each attested name belongs.

    `fixed` gives the label that a person decided on for a name, or "".
    """
    groups: list[Group] = []
    for person in sorted(listed, key=_listing):
        _join_listed(groups, person)
    ordered = sorted(names, key=lambda a: (-a.spoken.full, -a.spoken.initials, not a.office, a))
    years = _office_years(ordered)
    return groups, [_place(groups, one, fixed(one), years) for one in ordered]


def _office_years(names: Iterable[Attested]) -> dict[str, tuple[int, int]]:
    """First and last year of each office that the names of a block are given."""
    found: dict[str, tuple[int, int]] = {}
    for one in names:
        if one.spoken.office and one.year:
            first, last = found.get(one.spoken.office, (one.year, one.year))
            found[one.spoken.office] = min(first, one.year), max(last, one.year)
    return found


def _listing(person: Person) -> tuple[int, int, str, str]:
    full = sum(len(w) > 1 for w in person.given)
    return -full, full - len(person.given), person.label, person.id


def _join_listed(groups: list[Group], person: Person) -> None:
    """Entries of several lists for one person: the same given names, or the same office too."""
    same = [g for g in groups if all(_one_person(person, p) for p in g.listed)]
    exact = [g for g in same if any(p.given == person.given for p in g.listed)]
    if len(same) == 1 or len(exact) == 1:
        (same if len(same) == 1 else exact)[0].enter(person)
    else:
        groups[_found(groups, Group())].enter(person)


def _one_person(one: Person, other: Person) -> bool:
    """Whether two entries are one person's: never if one list has both."""
    if one.listed and one.listed == other.listed:
        return False
    shared = _office_keys(one) & _office_keys(other)
    if not one.given or not other.given:
        return fold_words(one.label) == fold_words(other.label) or bool(shared)
    spelled = any(len(w) > 1 for w in one.given) and any(len(w) > 1 for w in other.given)
    if agree(one.given, other.given):
        return spelled or bool(shared) or len(one.given) == len(other.given) > 1
    # "Chester A." and "Chester B." who held one office: an editor's slip
    return spelled and one.given[0] == other.given[0] and bool(shared)


def _office_keys(one: Person) -> set[str]:
    return {body(post.office).key for post in one.posts}


def _place(
    groups: list[Group], one: Attested, label: str, years: Mapping[str, tuple[int, int]]
) -> Placed:
    """Put one name where it belongs; a name that fits nobody founds a group."""
    if label:
        at = next((n for n, g in enumerate(groups) if g.fixed == label), -1)
        if at < 0:
            at = next((n for n, g in enumerate(groups) if not g.fixed and label in g.called), -1)
        if at < 0:
            at = _found(groups, Group(fixed=label))
        groups[at].add(one)
        groups[at].fixed = label  # the party is called as the person called it
        return Placed(one, (at,), "a person said so")
    given = next((n for n, g in enumerate(groups) if g.fixed and g.fixed == one.name), -1)
    if given >= 0:
        groups[given].add(one)
        return Placed(one, (given,), "the name that a person gave the party")
    fits = [n for n, g in enumerate(groups) if _may_be(g, one, years)]
    at, reason = _choose(groups, fits, one)
    if at >= 0:
        groups[at].add(one)
        return Placed(one, (at,), reason)
    if fits:
        return Placed(one, tuple(fits), reason)
    at = _found(groups, Group())
    groups[at].add(one)
    called = "named in full" if one.spoken.given else f"the only {one} in this record"
    return Placed(one, (at,), called)


def _found(groups: list[Group], group: Group) -> int:
    groups.append(group)
    return len(groups) - 1


def _may_be(group: Group, one: Attested, years: Mapping[str, tuple[int, int]]) -> bool:
    """Whether nothing forbids that the group's person is meant."""
    said = one.spoken
    if group.fixed and not group.attested:
        return False
    given = group.given_of(one)
    if given and not all(agree(given, known) for known in group.givens):
        return False
    if said.woman and group.givens and not group.woman:
        return False
    return _in_time(group, one) and (bool(said.given) or not _at_once(group, one, years))


def _at_once(group: Group, one: Attested, years: Mapping[str, tuple[int, int]]) -> bool:
    """Whether the office is another's: held for years at once with one that he holds."""
    office = one.spoken.office
    if not office or office not in years or _office_score(group, one) >= 0.4:
        return False
    first, last = years[office]
    held = group.offices.keys() & years.keys() - {office}
    spans = [years[other] for other in held if not fit(office, other)]
    return any(min(last, end) - max(first, start) >= 1 for start, end in spans)


def _in_time(group: Group, one: Attested) -> bool:
    if not one.year:
        return True
    reach = LIFE if one.spoken.full else CAREER
    if group.last:
        return group.last - reach <= one.year <= group.first + reach
    ends = [d.year for p in group.posts for d in (p.first, p.last) if d]
    return not ends or min(ends) - reach <= one.year <= max(ends) + reach


def _choose(groups: Sequence[Group], fits: Sequence[int], one: Attested) -> tuple[int, str]:
    """The one group that a name belongs to, or -1 with what would decide."""
    said, surname = one.spoken, one.name
    if not fits:
        return -1, ""
    if said.given:
        exact = [
            n for n in fits if any(fuller(k, groups[n].given_of(one)) for k in groups[n].givens)
        ]
        if len(exact or fits) == 1:
            return (exact or fits)[0], f"the only {surname} in this record"
    if said.office:
        best = _by_office(groups, fits, one)
        if best:
            return best
    if len(fits) == 1:
        return fits[0], f"the only {surname} in this record"
    return _highest(groups, fits, one)


def _office_score(group: Group, one: Attested) -> float:
    """How well an office fits what lists and letters say the group's person was that year."""
    office = one.spoken.office
    best = 0.0
    for post in group.posts:
        held = 1.0 if _held_in(post, one.year) else 0.4
        best = max(best, held * fit(office, post.office))
    for other, years in group.offices.items():
        if not one.year or any(abs(year - one.year) < 6 for year in years if year) or 0 in years:
            best = max(best, 1.5 if other == office else fit(office, other))
    return best


def _held_in(post: Post, year: int) -> bool:
    if not year:
        return True
    first = post.first.year if post.first else year
    last = post.last.year if post.last else year
    return first <= year <= last


def _by_office(
    groups: Sequence[Group], fits: Sequence[int], one: Attested
) -> tuple[int, str] | None:
    scores = {n: _office_score(groups[n], one) for n in fits}
    best = max(scores.values())
    top = [n for n, score in scores.items() if score > best - 0.2]
    if best >= 0.7 and len(top) == 1:
        reason = f"“{one.spoken.office}”{_when(one)} is {one.name}{_stated(groups[top[0]], one)}"
        return top[0], reason
    return None


def _stated(group: Group, one: Attested) -> str:
    """The office of a list or an authority that says so, with its days."""
    fits = [
        (fit(one.spoken.office, post.office), str(post), person.listed == AUTHORITY)
        for person in group.listed
        for post in person.posts
        if _held_in(post, one.year)
    ]
    best = max(fits, default=(0.0, "", False))
    source = "authority" if best[2] else "list of persons"
    return f": {best[1]} ({source})" if best[0] > 0 else ", as other letters say"


def _when(one: Attested) -> str:
    return f" in {one.year}" if one.year else ""


def _highest(groups: Sequence[Group], fits: Sequence[int], one: Attested) -> tuple[int, str]:
    """Of several bearers the one whom a bare surname means: who ruled, or spoke for, a state."""
    if one.spoken.office or one.spoken.given:
        return -1, _several(groups, fits)
    ranks = {n: _rank(groups[n], one.year) for n in fits}
    best = max(ranks.values())
    top = [n for n, rank in ranks.items() if rank == best]
    if best >= 4 and len(top) == 1:
        return top[0], f"the {one.name} who stood highest{_when(one)}"
    return -1, _several(groups, fits)


def _rank(group: Group, year: int) -> int:
    listed = [standing(p.office) for p in group.posts if _held_in(p, year) and not p.former]
    written = [
        standing(office)
        for office, years in group.offices.items()
        if not year or any(abs(other - year) < 2 for other in years if other)
    ]
    return max([1, *listed, *written])


def _several(groups: Sequence[Group], fits: Sequence[int]) -> str:
    called = sorted(min(groups[n].called, key=lambda s: (-len(s), s)) for n in fits)
    return f"{len(fits)} bear the name: {'; '.join(called[:4])}"
