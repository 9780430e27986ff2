"""Matters as they are kept: gathered when something has changed, else only looked up.

In: a record and what is asked of it. Out: matters, one with its course, what is due on a day; each
costs what it holds, however large the record is.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, overload

from letterbook.link.acted import CERTAIN, Acted
from letterbook.link.course import follow
from letterbook.link.exchange import between, exchange_id
from letterbook.link.gathering import gathered_again
from letterbook.link.heard import saying
from letterbook.link.kept_rows import acts_of, matter_of, outcomes_of, reports_of
from letterbook.link.known import digest
from letterbook.link.matters import Matter
from letterbook.link.outcome import Outcome
from letterbook.link.owed import Owed, owed_by
from letterbook.model import LetterbookError
from letterbook.record import Filters, Record
from letterbook.record.gathered import CALLED, Kept

VERSION = "23"
"""Of this way of gathering: another one gathers anew."""


class Waiting(NamedTuple):
    """How much is due in an exchange: `owed` holds each side that owes, with the answers and the
    promises that it owes.
    """

    id: str
    between: str
    owed: tuple[tuple[str, int, int], ...] = ()


Told = tuple[Matter, list[Outcome]]
"""A matter, and what became of each of its points."""

BULK = 100  # matters fetched together when all are walked
_gathering = threading.Lock()


def ready(record: Record) -> None:
    """Have the matters of the record kept as they are today."""
    version = f"{VERSION}{digest(record.path)}"
    state, fresh = record.matters_state(version)
    if fresh:
        return
    with _gathering:  # a server's threads need not all do it
        state, fresh = record.matters_state(version)
        if fresh:
            return
        made = gathered_again(record, version)
        made = made._replace(matters=list(made.matters))
        try:
            with Record(record.path) as opened:
                opened.keep_matters(made, state, version)
        except LetterbookError:  # it may not be written: kept as long as it is open
            if not record.readonly:
                raise
            record.keep_matters(made, state, version)


def matters_of(record: Record, filters: Filters, least: float = CERTAIN) -> Matters:
    """The matters of the letters that the filters let through, the weightiest first."""
    ready(record)
    only = _let_through(record, filters)
    return Matters(record, record.matter_numbers(least, only), least, frozenset(only or ()))


def touched(record: Record, filters: Filters, told_by: Sequence[str]) -> list[Told]:
    """The matters of which these letters and histories speak, each with what became of it."""
    held = matters_of(record, filters)
    there = set(record.matter_numbers(CERTAIN, told_by))
    return [held.followed(number) for number in held.numbers if number in there]


def course_of(
    record: Record, name: str, filters: Filters, least: float = CERTAIN, as_of: date | None = None
) -> Told:
    """The matter that a person names, and what became of each of its points.

    Raises LetterbookError when none is meant, or several are.
    """
    held = matters_of(record, filters, least)
    return held.followed(_chosen(record, held, name), as_of)


def due_on(
    record: Record, filters: Filters, least: float = CERTAIN, as_of: date | None = None,
    exchange: str = "",
) -> Sequence[Owed]:  # fmt: skip
    """What is due on a day (None: at the end of the record), by side, the oldest first.

    `exchange`: in that one alone (the id of a `Waiting`).
    """
    held = matters_of(record, filters, least)
    if least != CERTAIN:
        every = (held.followed(nr, as_of) for nr in held.numbers)
        made = [one for matter, course in every for one in owed_by(matter, course, as_of)
                if exchange in ("", exchange_id(matter.sides, matter.within))]  # fmt: skip
        return sorted(made, key=lambda o: (o.by, o.since is None, o.since or date.min,
                                           o.outcome.act.span.start))  # fmt: skip
    numbers = None if filters == Filters() else held.numbers
    return Dues(held, record.owing(_iso(as_of), numbers, _key(record, exchange)), as_of)


def waiting_on(record: Record, as_of: date | None = None) -> list[Waiting]:
    """How much is due on a day in each exchange, where most is due first."""
    ready(record)
    made: dict[str, Waiting] = {}
    for key, by, answers, promises in record.waiting(_iso(as_of)):
        sides, within = map(tuple, json.loads(key))
        known = made.get(key) or Waiting(exchange_id(sides, within), between(sides, within))
        made[key] = known._replace(owed=(*known.owed, (by, answers, promises)))
    return list(made.values())


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _key(record: Record, exchange: str) -> str:
    """The exchange of this id, as it is kept; raises LetterbookError where there is none."""
    if not exchange:
        return ""
    for key in record.exchanges():
        sides, within = map(tuple, json.loads(key))
        if exchange_id(sides, within) == exchange:
            return key
    raise LetterbookError(f'no exchange here is "{exchange}"; the page /due lists them')


def _let_through(record: Record, filters: Filters) -> list[str] | None:
    """The letters that are let through, None for all; of two editions both."""
    if filters == Filters():
        return None
    ids = [one.id for one in record.letters(filters)]
    twins = record.twins()
    return list(dict.fromkeys(each for id in ids for each in (id, *twins.get(id, ()))))


def _chosen(record: Record, held: Matters, name: str) -> int:
    among = set(held.numbers)
    for way in range(len(CALLED)):
        met = [row for row in record.matters_called(name, way) if row[0] in among]
        if len(met) == 1:
            return met[0][0]
        if met:
            rows = "\n".join(f"  {id}  {title}" for _, id, title in met[:10])
            raise LetterbookError(f'"{name}" fits {len(met)} matters; name one of:\n{rows}')
    raise LetterbookError(f'no matter here is called "{name}"; see: letterbook matters')


# --- as sequences -------------------------------------------------------------------------------


class Matters(Sequence[Matter]):
    """Matters that are fetched when they are looked at."""

    def __init__(
        self, record: Record, numbers: Sequence[int], least: float, only: frozenset[str]
    ) -> None:
        """`numbers`: which, in order; `only`: the letters whose acts are meant, none: of all."""
        self.record, self.numbers, self.least, self.only = record, list(numbers), least, only

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, at: int) -> Matter: ...
    @overload
    def __getitem__(self, at: slice) -> list[Matter]: ...
    def __getitem__(self, at: int | slice) -> Matter | list[Matter]:
        if isinstance(at, int):
            return self._fetch([self.numbers[at]])[0]
        return self._fetch(self.numbers[at])

    def __iter__(self) -> Iterator[Matter]:
        for at in range(0, len(self.numbers), BULK):
            yield from self[at : at + BULK]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    def _fetch(self, numbers: Sequence[int]) -> list[Matter]:
        return [self._matter(row, acts_of(row.acts)) for row in self.record.matters(numbers)]

    def _matter(self, row: Kept, acts: Sequence[Acted]) -> Matter:
        return matter_of(row, [one for one in acts if self._meant(one)])

    def _meant(self, one: Acted) -> bool:
        certain = one.score >= self.least
        return certain and (not self.only or one.history or one.told_by in self.only)

    def followed(self, number: int, as_of: date | None = None) -> Told:
        """A matter by its number, and what became of each of its points."""
        (row,) = self.record.matters([number])
        return self.course(row, acts_of(row.acts), as_of)

    def course(self, row: Kept, acts: Sequence[Acted], as_of: date | None) -> Told:
        """The same of a matter that is fetched already, with its acts."""
        matter = self._matter(row, acts)
        if self.least == CERTAIN and not self.only and as_of is None:
            return matter, outcomes_of(row.outcomes, acts)
        reports = reports_of(row.reports, acts, self.least)
        replies = _Replies(self.record, as_of)
        return matter, follow(matter.acts, reports, replies, as_of, saying(self.record))


class Dues(Sequence[Owed]):
    """What is due, each fetched when it is looked at."""

    def __init__(self, held: Matters, rows: Sequence[tuple[int, int]], as_of: date | None) -> None:
        """`rows`: matter and place in it, in order."""
        self.held, self.rows, self.as_of = held, list(rows), as_of
        self._courses: dict[int, tuple[Matter, Mapping[Acted, Outcome], Sequence[Acted]]] = {}

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, at: int) -> Owed: ...
    @overload
    def __getitem__(self, at: slice) -> list[Owed]: ...
    def __getitem__(self, at: int | slice) -> Owed | list[Owed]:
        if isinstance(at, int):
            return self._owed(*self.rows[at])
        return [self._owed(*row) for row in self.rows[at]]

    def _owed(self, number: int, n: int) -> Owed:
        if number not in self._courses:
            (row,) = self.held.record.matters([number])
            held = acts_of(row.acts)
            matter, course = self.held.course(row, held, self.as_of)
            self._courses[number] = matter, {o.act: o for o in course}, held
        matter, outcomes, acts = self._courses[number]
        (made,) = owed_by(matter, [outcomes[acts[n]]], self.as_of)
        return made


class _Replies:
    """The letters that answer a letter and are written by a day, asked for once."""

    def __init__(self, record: Record, as_of: date | None) -> None:
        self.record, self.as_of = record, as_of
        self.known: dict[str, list[str]] = {}

    def __call__(self, letter: str) -> Sequence[str]:
        if letter not in self.known:
            ties = self.record.ties(letter)[1]
            answer = dict.fromkeys(tie.letter for tie in ties if tie.kind == "answers")
            self.known[letter] = [id for id in answer if self._written(id)]
        return self.known[letter]

    def _written(self, letter: str) -> bool:
        when = self.record.letter(letter).when
        return self.as_of is None or bool(when and when.earliest and when.earliest <= self.as_of)
