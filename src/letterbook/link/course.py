"""The matters of a record and what became of them: acts fetched, gathered, followed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from letterbook.link.acted import Acted, Sides, acted, order
from letterbook.link.countries import Known, lands_in, other_land, sides_of
from letterbook.link.exchange import stated, within
from letterbook.link.fates import Reports, promised, reports_of
from letterbook.link.heard import Saying, saying, silent
from letterbook.link.known import authority_of
from letterbook.link.matters import Matter, gather
from letterbook.link.narrated import narrated
from letterbook.link.outcome import Answering, Outcome, answered, later
from letterbook.model import Letter
from letterbook.record import Record
from letterbook.stem import stem


def all_matters(record: Record) -> list[Matter]:
    """The matters of all letters and histories, however uncertain an act is, weightiest first.

    Gathered all at once: what `gathering` keeps, a part at a time, must be the same. Only tests
    ask it, to hold one against the other.
    """
    held = Standing(record, [one.finding.of for one in record.acts(0.0)])
    acts = held.acts(None)
    told = held.told({stated(one).sides for one in acts})
    return gather([*acts, *told], record.placed(), held.answers, held.people)


@dataclass(frozen=True)
class Standing:
    """How the letters of a record stand to one another today: whose they are, what answers what.

    `acting`: the letters in which acts were found.
    """

    record: Record
    acting: Iterable[str]

    @cached_property
    def every(self) -> list[Letter]:
        """All letters, by day."""
        return self.record.letters()

    @cached_property
    def twins(self) -> Mapping[str, Sequence[str]]:
        """The letters that have other editions here, and which."""
        return self.record.twins()

    @cached_property
    def letters(self) -> dict[str, Letter]:
        """Of two editions of a letter the longer: what it asks is asked once."""
        return {x.id: x for x in _without_twins(self.every, self.twins)}

    @cached_property
    def known(self) -> Known:
        """For whom each letter speaks, as its header tells."""
        return sides_of(self.every, authority_of(self.record.path))

    @cached_property
    def sides(self) -> Mapping[str, Sides]:
        """The same, with what the words of unsigned letters tell."""
        return {**self.known.sides, **_told_of(self.record, self.acting, self.known)}

    @cached_property
    def _answered(self) -> dict[str, list[str]]:
        held: dict[str, list[str]] = {}
        for letter, to in self.record.answers():
            held.setdefault(letter, []).append(to)
        return held

    @cached_property
    def _replies(self) -> dict[str, list[str]]:
        held: dict[str, list[str]] = {}
        for letter, to in self.record.answers():
            held.setdefault(to, []).append(letter)
        return held

    @cached_property
    def people(self) -> Mapping[str, frozenset[str]]:
        """The stems of the correspondents' names, by letter."""
        return {
            one.id: frozenset(
                stem(word) for name in (*one.senders, *one.recipients)
                for word in name.name.split() if len(word) > 2
            )
            for one in self.letters.values()
        }  # fmt: skip

    def answers(self, letter: str) -> Sequence[str]:
        """The letters that a letter answers."""
        return self._answered.get(letter, ())

    def replies(self, letter: str) -> Sequence[str]:
        """The letters that answer it."""
        return self._replies.get(letter, ())

    @cached_property
    def saying(self) -> Saying:
        """The sentences of a letter."""
        return saying(self.record)

    def acts(self, letters: Sequence[str] | None) -> list[Acted]:
        """The acts of these letters (None: of all), by day."""
        done = self.record.acts(0.0, letters)
        return acted(done, self.letters, self.sides, within)

    def told(self, pairs: Iterable[tuple[str, ...]]) -> list[Acted]:
        """What histories tell, each between the two sides of these that it speaks of most."""
        return list(_told(self.record, self.known, sorted(p for p in pairs if len(p) == 2)))


def _told_of(record: Record, acting: Iterable[str], known: Known) -> dict[str, Sides]:
    """The side of an unsigned letter, where it speaks of "relations between" two countries.

    "Of direct concern to Orvane and Tolmary", to Tolmary's Premier: it speaks for Orvane.
    """
    made = {}
    for id in dict.fromkeys(acting):
        sides = known.sides.get(id)
        if sides is None or bool(sides.writer) == bool(sides.addressee):
            continue
        here = sides.writer or sides.addressee
        letter = record.letter(id)
        other = other_land(record.words(id, letter.start, letter.end), here)
        if other:
            made[id] = Sides(sides.writer or other, sides.addressee or other)
    return made


def _told(record: Record, known: Known, pairs: Sequence[tuple[str, ...]]) -> Iterator[Acted]:
    """What histories tell, between the two sides that each speaks of most."""
    for written in record.sources("history"):
        source, findings = record.fetch(written.id, ("furniture", "section"))
        named = [(min(source.text.count(side) for side in two), two) for two in pairs]
        most, between = max(named, default=(0, ()))
        if not most:  # no letters of theirs are here
            often = lands_in(source.text).most_common(2)
            between = tuple(sorted(land for land, times in often if times > 1))
        yield from narrated(source, findings, known.side, between if len(between) == 2 else ())


def _without_twins(
    letters: Sequence[Letter], twins: Mapping[str, Sequence[str]]
) -> list[Letter]:  # fmt: skip
    by_id = {x.id: x for x in letters}
    return [
        x for x in letters
        if not any(_longer(by_id[other], x) for other in twins.get(x.id, ()) if other in by_id)
    ]  # fmt: skip


def _longer(one: Letter, other: Letter) -> bool:
    return (one.end - one.start, one.id) > (other.end - other.start, other.id)


def follow(
    acts: Sequence[Acted],
    reports: Reports,
    answering: Answering,
    as_of: date | None = None,
    saying: Saying = silent,
) -> list[Outcome]:
    """What became of what was asked and promised in a matter, in its order.

    `reports`: of all matters, for a promise's fate may be told apart from it (`reports_of`).
    `answering`: the letters that answer a letter; `saying`: their sentences. `as_of`: as it stood
    on that day; later acts are not yet done. Histories tell at any time.
    """
    known = [one for one in acts if not later(one, as_of)]
    told = [
        promised(one, [r for r in reports.get(one, ()) if not later(r, as_of)], known, as_of)
        for one in known if one.act.label == "pledge" and (one.own or one.history)
    ]  # fmt: skip
    place = {one: n for n, one in enumerate(known)}
    return sorted([*answered(known, answering, as_of, saying), *told], key=lambda o: place[o.act])


def every_report(matters: Sequence[Matter]) -> Reports:
    """Promise → the reports that speak of it, in the same exchange."""
    by_exchange: dict[object, list[Acted]] = {}
    for matter in matters:
        by_exchange.setdefault((matter.sides, matter.within), []).extend(matter.acts)
    every = by_exchange.values()
    return {k: v for held in every for k, v in reports_of(sorted(held, key=order)).items()}
