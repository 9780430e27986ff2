"""Parties of a whole record: blocks of attested names in, parties and identities out.

Each block is worked out by itself from all that is attested in it, so adding a letter costs its own
blocks only, and the order of arrival never shows. Nothing is asserted where two remain.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from letterbook.link.bodies import body
from letterbook.link.cluster import grouped
from letterbook.link.decision import Decision, decided
from letterbook.link.group import Attested, Group, Placed
from letterbook.link.names import HONORIFICS
from letterbook.link.persons import AUTHORITY, Person
from letterbook.link.spoken import block, spoken
from letterbook.mark.names import Words, fold_word, fold_words
from letterbook.model import Identity, Name, Party, party_id

Day = datetime.date


@dataclass(frozen=True, slots=True)
class Attestation:
    """A party as one letter names it."""

    letter: str
    role: str
    name: Name
    day: Day | None = None


@dataclass(frozen=True, slots=True)
class Clustered:
    """The parties of a block, and who each attested name of each year is.

    `listed`: the party of each entry of a list of persons, by the entry's id.
    """

    block: str
    parties: tuple[Party, ...]
    identities: Mapping[Attested, Identity]
    listed: Mapping[str, str] = field(default_factory=dict)

    def identity(self, one: Attestation, decisions: Sequence[Decision] = ()) -> Identity:
        """Who the party of one letter is; `decisions` as they were when the block was made."""
        return self.identities.get(attested(one, decisions), Identity(reason="of another block"))


def attested(one: Attestation, decisions: Sequence[Decision] = ()) -> Attested:
    """What of an attestation matters to its block: the name, the office, the year."""
    name, office = " ".join(one.name.name.split()), " ".join(one.name.office.split())
    office = office or ("" if name else one.name.acting_for)
    ref = one.name.ref if one.name.ref.startswith("http") else ""
    letter = one.letter if any(one.letter in d.letters for d in decisions) else ""
    return Attested(name, office, one.day.year if one.day else 0, ref=ref, letter=letter)


def aggregate(
    attestations: Iterable[Attestation], decisions: Sequence[Decision] = ()
) -> tuple[Attested, ...]:
    """The distinct names of each year, in order, each with the number of letters."""
    counts = Counter(attested(one, decisions) for one in attestations)
    return tuple(
        Attested(a.name, a.office, a.year, n, a.ref, a.letter) for a, n in sorted(counts.items())
    )


def surnames(persons: Iterable[Person]) -> dict[Words, str]:
    """For `block`: every form of a surname that lists give, and the word it is filed under.

    Only forms that name one filing word: "Khan" alone, borne by many, is filed under itself.
    """
    filed: dict[Words, set[str]] = {}
    for person in persons:
        forms = [f for f in person.forms if f.weight in ("surname", "full")]
        if not forms:
            continue
        head = fold_words(person.surname) or forms[0].words
        word = head[0] if len(head) > 1 and not person.given else head[-1]
        word = next((f.words[0] for f in forms if len(f.words) == 1), word)
        for form in forms:
            filed.setdefault(form.words, set()).add(word)
    return {words: min(of) for words, of in filed.items() if len(of) == 1}


def cluster(
    block: str,
    names: Sequence[Attested],
    persons: Sequence[Person] = (),
    decisions: Sequence[Decision] = (),
) -> Clustered:
    """The parties of one block.

    In: every attested name of the block (by `aggregate`), the entries of lists and of an authority
    that fall into it, a person's decisions. Out: parties with all their names, and an identity
    for each attested name: a party's id, or the candidates' with what would decide.
    """
    if block.startswith("office "):
        return _offices(block, names, decisions)

    def fixed(one: Attested) -> str:
        found = decided(Name(one.name, one.office), one.letter, decisions)
        return found.to if found else ""

    groups, placed = grouped(names, persons, fixed)
    groups, placed = _met(groups, placed)
    parties = _named(block, groups)
    identities = {
        one.attested: _identity(one, [parties[n].id for n in one.groups]) for one in placed
    }
    listed = {
        person.id: party.id
        for group, party in zip(groups, parties, strict=True)
        for person in group.listed
    }
    ordered = tuple(sorted(parties, key=lambda p: (p.label, p.id)))
    return Clustered(block, ordered, identities, listed)


def _met(groups: Sequence[Group], placed: Sequence[Placed]) -> tuple[list[Group], list[Placed]]:
    """The groups that letters or lists of the record speak of, and the places counted anew."""
    meant = {n for one in placed for n in one.groups}
    kept = [
        n
        for n, group in enumerate(groups)
        if n in meant or any(person.listed != AUTHORITY for person in group.listed)
    ]
    place = {old: new for new, old in enumerate(kept)}
    again = [Placed(p.attested, tuple(place[n] for n in p.groups), p.reason) for p in placed]
    return [groups[n] for n in kept], again


def _identity(one: Placed, ids: Sequence[str]) -> Identity:
    if len(ids) == 1:
        return Identity(ids[0], (), one.reason)
    return Identity("", tuple(sorted(ids)), one.reason)


def _named(block: str, groups: Sequence[Group]) -> list[Party]:
    """A party for each group; two of one label are told apart by their first year or office."""
    called = [_label(g) for g in groups]
    doubled = {label for label, n in Counter(called).items() if n > 1}
    parties = []
    for group, label in zip(groups, called, strict=True):
        if label in doubled:
            label = f"{label} ({_mark(group)})"
        parties.append(_party(block, group, label))
    return parties


def _label(group: Group) -> str:
    """The fullest name: what a person decided, else most given names, else most often written."""
    if group.fixed:
        return group.fixed
    names = Counter[str]()
    for one in group.attested:
        names[_clean(one.name)] += one.letters
    names.update({person.label: 0 for person in group.listed})

    def fullness(name: str) -> tuple[int, int, int, int, str]:
        said = spoken(Name(name))
        odd = -sum(fold_word(w.strip(".,")) in HONORIFICS for w in name.split() if len(w) > 2)
        return odd, said.full, said.initials, names[name], name

    return max(names, key=fullness)


def _clean(name: str) -> str:
    return name.strip(" ,;")


def _mark(group: Group) -> str:
    offices = sorted(a.office for a in group.attested if a.office)
    listed = sorted(p.posts[0].office for p in group.listed if p.posts)
    return next(iter([*offices, *listed, *map(str, filter(None, (group.first,)))]), "another")


def _party(block: str, group: Group, label: str) -> Party:
    names = {_clean(a.name) for a in group.attested} | {p.label for p in group.listed}
    offices = Counter[str]()
    for one in group.attested:
        if one.office:
            offices[one.office] += one.letters
    refs = sorted(
        {a.ref for a in group.attested if a.ref} | {r for p in group.listed for r in p.refs}
    )
    often = sorted(offices, key=lambda o: (-offices[o], o))
    others = tuple(sorted(names - {label, ""}))
    return Party(party_id(block, label), "person", label, others, tuple(often), tuple(refs))


def _offices(block: str, names: Sequence[Attested], decisions: Sequence[Decision]) -> Clustered:
    """An office, a body or a government: every way of writing its key is the same party."""
    written: dict[str, Counter[str]] = {}
    places: dict[Attested, str] = {}
    for one in sorted(names):
        found = decided(Name("", one.office), one.letter, decisions)
        to = found.to if found else ""
        places[one] = to
        written.setdefault(to, Counter())[one.office] += one.letters
    parties = {}
    for to, counts in written.items():
        label = to or max(counts, key=lambda w: (counts[w], w))
        others = tuple(sorted(set(counts) - {label}))
        key = label if to else block
        parties[to] = Party(party_id(block, key), body(label).kind, label, others)
    identities = {
        one: Identity(parties[to].id, (), "a person said so" if to else "the same office")
        for one, to in places.items()
    }
    return Clustered(block, tuple(sorted(parties.values(), key=lambda p: p.label)), identities)


def blocks(
    attestations: Iterable[Attestation],
    filed: Mapping[Words, str] | None = None,
    decisions: Sequence[Decision] = (),
) -> dict[str, list[Attestation]]:
    """The attestations by block; a decision files a name with the party that it is said to be."""
    found: dict[str, list[Attestation]] = {}
    for one in attestations:
        found.setdefault(block_of(one, filed, decisions), []).append(one)
    return found


def block_of(
    one: Attestation,
    filed: Mapping[Words, str] | None = None,
    decisions: Sequence[Decision] = (),
) -> str:
    """The block of one attestation: its name's, or that of the party a person said it is."""
    found = decided(one.name, one.letter, decisions)
    if not found:
        return block(one.name, filed)
    held = Name(found.to) if one.name.name else Name("", found.to)
    return block(held, filed)


def block_of_person(person: Person, filed: Mapping[Words, str] | None = None) -> str:
    """The block that an entry of a list of persons falls into."""
    return block(Name(person.label), filed)
