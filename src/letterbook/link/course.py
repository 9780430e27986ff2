"""The matters of a record and what became of them: acts fetched, gathered, followed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from letterbook.link.acted import CERTAIN, Acted, acted, order
from letterbook.link.countries import Known, sides_of
from letterbook.link.fates import Reports, promised, reports_of
from letterbook.link.matters import Matter, gather, pair
from letterbook.link.narrated import narrated
from letterbook.link.outcome import Outcome, answered, later
from letterbook.model import Letter, LetterbookError
from letterbook.record import Filters, Record


def matters_of(
    record: Record, filters: Filters, least: float = CERTAIN, histories: bool = True
) -> list[Matter]:
    """The matters of the letters that the filters let through, the weightiest first."""
    letters = record.letters(filters)
    known = sides_of(letters)
    single = _without_twins(record, letters)
    held = acted(record.acts(least, [x.id for x in single]), {x.id: x for x in single}, known.sides)
    told = list(_told(record, known, held)) if histories else []
    return gather([*held, *told], record.placed())


def _told(record: Record, known: Known, held: Sequence[Acted]) -> Iterator[Acted]:
    """What histories tell, between the two sides that each speaks of most."""
    pairs = sorted({pair(one) for one in held if len(pair(one)) == 2})
    for written in record.sources("history"):
        source, findings = record.fetch(written.id, ("furniture", "section"))
        named = [(min(source.text.count(side) for side in two), two) for two in pairs]
        most, between = max(named, default=(0, ()))
        yield from narrated(source, findings, known.side, between if most else ())


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


def course(
    record: Record, matter: Matter, reports: Reports, as_of: date | None = None
) -> list[Outcome]:
    """What became of what was asked and promised in a matter, in its order.

    `reports`: of all matters, for a promise's fate may be told apart from it (`reports_of`).
    `as_of`: as it stood on that day; later letters are not yet written. Histories tell at any time.
    """

    def answering(letter: str) -> Sequence[str]:
        return [tie.letter for tie in record.ties(letter)[1] if tie.kind == "answers"]

    known = [one for one in matter.acts if not later(one, as_of)]
    told = [
        promised(one, [r for r in reports.get(one, ()) if not later(r, as_of)], known, as_of)
        for one in known if one.act.label == "pledge" and (one.own or one.history)
    ]  # fmt: skip
    return sorted([*answered(known, answering, as_of), *told], key=lambda o: known.index(o.act))


def every_report(matters: Sequence[Matter]) -> Reports:
    """Promise → the reports that speak of it, between the same two sides."""
    by_sides: dict[tuple[str, ...], list[Acted]] = {}
    for matter in matters:
        by_sides.setdefault(matter.sides, []).extend(matter.acts)
    return {
        k: v for held in by_sides.values() for k, v in reports_of(sorted(held, key=order)).items()
    }


def chosen(matters: Sequence[Matter], name: str) -> Matter:
    """The matter that a person names: by its id, its title, or words of it.

    Raises LetterbookError when none is meant, or several are.
    """
    small = name.strip().lower()
    for test in (
        lambda m: small in (m.id, m.title.lower()),
        lambda m: len(small) > 2 and m.id.startswith(small),
        lambda m: small in m.title.lower(),
        lambda m: any(small in act.words.lower() for act in m.acts),
    ):
        met = [m for m in matters if test(m)]
        if len(met) == 1:
            return met[0]
        if met:
            rows = "\n".join(f"  {m.id}  {m.title}" for m in met[:10])
            raise LetterbookError(f'"{name}" fits {len(met)} matters; name one of:\n{rows}')
    raise LetterbookError(f'no matter here is called "{name}"; see: letterbook matters')
