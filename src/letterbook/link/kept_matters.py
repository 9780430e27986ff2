"""Matters as they are kept: gathered when something has changed, else only looked up.

In: a record and what is asked of it. Out: matters, one with its course, what is due on a day; each
costs what it holds, however large the record is.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, overload

from letterbook.link.acted import CERTAIN, Acted
from letterbook.link.course import all_matters, every_report, follow
from letterbook.link.fates import Reports
from letterbook.link.matters import Matter
from letterbook.link.outcome import Fate, Outcome
from letterbook.link.owed import Owed, owed_by, waits
from letterbook.model import Act, LetterbookError, Span, load_value
from letterbook.model.dump import dump_value
from letterbook.record import Filters, Record
from letterbook.record.gathered import CALLED, Gathered, Kept, Owing

VERSION = "21"
"""Of this way of gathering: another one gathers anew."""
Told = tuple[Matter, list[Outcome]]
"""A matter, and what became of each of its points."""

BULK = 100  # matters fetched together when all are walked
_gathering = threading.Lock()


def ready(record: Record) -> None:
    """Have the matters of the record kept as they are today."""
    state, fresh = record.matters_state(VERSION)
    if fresh:
        return
    with _gathering:  # a server's threads need not all do it
        state, fresh = record.matters_state(VERSION)
        if fresh:
            return
        held = list(_gathered(record))
        try:
            with Record(record.path) as opened:
                opened.keep_matters(held, state)
        except LetterbookError:  # it may not be written: kept as long as it is open
            if not record.readonly:
                raise
            record.keep_matters(held, state)


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
    record: Record, filters: Filters, least: float = CERTAIN, as_of: date | None = None
) -> Sequence[Owed]:
    """What is due on a day (None: at the end of the record), by side, the oldest first."""
    held = matters_of(record, filters, least)
    numbers = None if filters == Filters() else held.numbers
    if least != CERTAIN:
        every = (held.followed(nr, as_of) for nr in held.numbers)
        made = [one for matter, course in every for one in owed_by(matter, course, as_of)]
        return sorted(made, key=lambda o: (o.by, o.since is None, o.since or date.min,
                                           o.outcome.act.span.start))  # fmt: skip
    return Dues(held, record.owing(as_of.isoformat() if as_of else "", numbers), as_of)


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
        return [self._matter(row, _acts(row.acts)) for row in self.record.matters(numbers)]

    def _matter(self, row: Kept, acts: Sequence[Acted]) -> Matter:
        meant = tuple(one for one in acts if self._meant(one))
        return Matter(row.id, row.title, tuple(json.loads(row.sides)), meant, bool(row.named))

    def _meant(self, one: Acted) -> bool:
        certain = one.score >= self.least
        return certain and (not self.only or one.history or one.told_by in self.only)

    def followed(self, number: int, as_of: date | None = None) -> Told:
        """A matter by its number, and what became of each of its points."""
        (row,) = self.record.matters([number])
        return self.course(row, _acts(row.acts), as_of)

    def course(self, row: Kept, acts: Sequence[Acted], as_of: date | None) -> Told:
        """The same of a matter that is fetched already, with its acts."""
        matter = self._matter(row, acts)
        if self.least == CERTAIN and not self.only and as_of is None:
            return matter, [_outcome(told, acts) for told in json.loads(row.outcomes)]
        reports: Reports = {
            acts[n]: [r for r in map(_act, told) if r.score >= self.least]
            for n, told in json.loads(row.reports)
        }
        replies = _Replies(self.record, as_of)
        return matter, follow(matter.acts, reports, replies, as_of)


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
            held = _acts(row.acts)
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


# --- gathering ----------------------------------------------------------------------------------


def _gathered(record: Record) -> Iterator[Gathered]:
    """Every matter of the record, as it is to be kept."""
    replies: dict[str, list[str]] = {}
    for letter, to in record.answers():
        replies.setdefault(to, []).append(letter)
    held = all_matters(record)
    certain = [replace(m, acts=_certain(m.acts)) for m in held]
    reports = every_report(held)
    twins = record.twins()
    for nr, (matter, sure) in enumerate(zip(held, certain, strict=True), 1):
        outcomes = follow(sure.acts, _sure(reports, sure.acts), lambda id: replies.get(id, ()))
        yield _kept(nr, matter, reports, outcomes, twins)


def _certain(acts: Sequence[Acted]) -> tuple[Acted, ...]:
    return tuple(one for one in acts if one.score >= CERTAIN)


def _sure(reports: Reports, acts: Sequence[Acted]) -> Reports:
    return {one: _certain(reports[one]) for one in acts if one in reports}


def _kept(
    nr: int, matter: Matter, reports: Reports, outcomes: Sequence[Outcome],
    twins: Mapping[str, Sequence[str]],
) -> Gathered:  # fmt: skip
    place = {one: n for n, one in enumerate(matter.acts)}
    told = [(place[one], [_row(r) for r in reports[one]]) for one in matter.acts if one in reports]
    became = [
        (place[o.act], o.fate, o.reason, _row(o.by) if o.by else None, o.according_to)
        for o in outcomes
    ]
    row = Kept(
        nr, matter.id, matter.title, _dump(matter.sides), int(matter.named),
        _dump([_row(one) for one in matter.acts]), _dump(told), _dump(became),
    )  # fmt: skip
    letters: dict[str, float] = {}
    for one in matter.acts:
        for id in (one.told_by, *twins.get(one.told_by, ())):
            letters[id] = max(letters.get(id, 0.0), one.score)
    waiting = [
        Owing(nr, place[o.act], o.act.act.label == "pledge", side, since, until, o.act.span.start)
        for o in outcomes for side, since, until in waits(o)
    ]  # fmt: skip
    return Gathered(row, max(one.score for one in matter.acts), letters, waiting)


# --- as JSON ------------------------------------------------------------------------------------


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _row(one: Acted) -> list[Any]:
    day = one.day.isoformat() if one.day else None
    return [dump_value(one.act), one.span.source, one.span.start, one.span.end, one.words,
            one.score, one.told_by, day, one.side, one.other, one.writer, one.history,
            list(one.between), one.reserve]  # fmt: skip


def _acts(rows: str) -> list[Acted]:
    return [_act(row) for row in json.loads(rows)]


def _act(row: Sequence[Any]) -> Acted:
    value, source, start, end, words, score, told_by, day, side, other, writer, history, between, \
        reserve = row  # fmt: skip
    act = load_value("act", value)
    assert isinstance(act, Act)
    when = date.fromisoformat(day) if day else None
    return Acted(
        act, Span(source, start, end), words, score, told_by, when,
        side, other, writer, history, "", tuple(between), reserve,
    )  # fmt: skip


def _outcome(row: Sequence[Any], acts: Sequence[Acted]) -> Outcome:
    n, fate, reason, by, according_to = row
    known: Fate = fate
    return Outcome(acts[n], known, reason, _act(by) if by else None, according_to)
