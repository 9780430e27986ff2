"""The matters of a record and what became of them: acts fetched, gathered, followed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from letterbook.link.acted import Acted, Sides, acted, order
from letterbook.link.countries import Known, lands_in, other_land, sides_of
from letterbook.link.fates import Reports, promised, reports_of
from letterbook.link.known import authority_of
from letterbook.link.matters import Matter, gather, pair
from letterbook.link.narrated import narrated
from letterbook.link.outcome import Answering, Outcome, answered, later
from letterbook.model import Letter
from letterbook.record import Done, Record
from letterbook.stem import stem


def all_matters(record: Record) -> list[Matter]:
    """The matters of all letters and histories, however uncertain an act is, weightiest first."""
    letters = record.letters()
    known = sides_of(letters, authority_of(record.path))
    single = {x.id: x for x in _without_twins(record, letters)}
    done = record.acts(0.0)
    sides = {**known.sides, **_told_of(record, done, known)}
    held = acted(done, single, sides)
    told = list(_told(record, known, held))
    return gather([*held, *told], record.placed(), _answers(record), _people(letters))


def _told_of(record: Record, done: Sequence[Done], known: Known) -> dict[str, Sides]:
    """The side of an unsigned letter, where it speaks of "relations between" two countries.

    "Of direct concern to Orvane and Tolmary", to Tolmary's Premier: it speaks for Orvane.
    """
    made = {}
    for id in dict.fromkeys(one.finding.of for one in done):
        sides = known.sides.get(id)
        if sides is None or bool(sides.writer) == bool(sides.addressee):
            continue
        here = sides.writer or sides.addressee
        letter = record.letter(id)
        other = other_land(record.words(id, letter.start, letter.end), here)
        if other:
            made[id] = Sides(sides.writer or other, sides.addressee or other)
    return made


def _answers(record: Record) -> Callable[[str], Sequence[str]]:
    """What each letter answers."""
    held: dict[str, list[str]] = {}
    for letter, to in record.answers():
        held.setdefault(letter, []).append(to)
    return lambda id: held.get(id, ())


def _people(letters: Sequence[Letter]) -> frozenset[str]:
    """The stems of the correspondents' names."""
    names = {name.name for one in letters for name in (*one.senders, *one.recipients)}
    return frozenset(stem(word) for name in names for word in name.split() if len(word) > 2)


def _told(record: Record, known: Known, held: Sequence[Acted]) -> Iterator[Acted]:
    """What histories tell, between the two sides that each speaks of most."""
    pairs = sorted({pair(one) for one in held if len(pair(one)) == 2})
    for written in record.sources("history"):
        source, findings = record.fetch(written.id, ("furniture", "section"))
        named = [(min(source.text.count(side) for side in two), two) for two in pairs]
        most, between = max(named, default=(0, ()))
        if not most:  # no letters of theirs are here
            often = lands_in(source.text).most_common(2)
            between = tuple(sorted(land for land, times in often if times > 1))
        yield from narrated(source, findings, known.side, between if len(between) == 2 else ())


def _without_twins(record: Record, letters: Sequence[Letter]) -> list[Letter]:
    """Of two editions of a letter the longer: what it asks is asked once."""
    by_id = {x.id: x for x in letters}
    twins = record.twins()
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
) -> list[Outcome]:
    """What became of what was asked and promised in a matter, in its order.

    `reports`: of all matters, for a promise's fate may be told apart from it (`reports_of`).
    `answering`: the letters that answer a letter. `as_of`: as it stood on that day; later acts
    are not yet done. Histories tell at any time.
    """
    known = [one for one in acts if not later(one, as_of)]
    told = [
        promised(one, [r for r in reports.get(one, ()) if not later(r, as_of)], known, as_of)
        for one in known if one.act.label == "pledge" and (one.own or one.history)
    ]  # fmt: skip
    place = {one: n for n, one in enumerate(known)}
    return sorted([*answered(known, answering, as_of), *told], key=lambda o: place[o.act])


def every_report(matters: Sequence[Matter]) -> Reports:
    """Promise → the reports that speak of it, between the same two sides."""
    by_sides: dict[tuple[str, ...], list[Acted]] = {}
    for matter in matters:
        by_sides.setdefault(matter.sides, []).extend(matter.acts)
    return {
        k: v for held in by_sides.values() for k, v in reports_of(sorted(held, key=order)).items()
    }
