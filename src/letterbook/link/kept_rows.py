"""Matters as rows: what is kept of one, and how it is read again. Lists are JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from letterbook.link.acted import Acted
from letterbook.link.fates import Reports
from letterbook.link.matters import Matter
from letterbook.link.outcome import Fate, Outcome
from letterbook.link.owed import waits
from letterbook.model import Act, Span, load_value
from letterbook.model.dump import dump_value
from letterbook.record.gathered import Gathered, Kept, Owing


def kept(
    matter: Matter, reports: Reports, outcomes: Sequence[Outcome],
    twins: Mapping[str, Sequence[str]], weights: tuple[float, float], exchange: str,
) -> Gathered:  # fmt: skip
    """A matter as it is to be kept, with what became of its acts.

    `weights`: of what is certain of it, and of all. `exchange`: in which it was gathered.
    """
    place = {one: n for n, one in enumerate(matter.acts)}
    told = [(place[one], [_row(r) for r in reports[one]]) for one in matter.acts if one in reports]
    became = [
        (place[o.act], o.fate, o.reason, _row(o.by) if o.by else None, o.according_to)
        for o in outcomes
    ]
    row = Kept(
        0, matter.id, matter.title, dump(matter.sides), dump(matter.within), int(matter.named),
        dump([_row(one) for one in matter.acts]), dump(told), dump(became),
    )  # fmt: skip
    letters: dict[str, float] = {}
    for one in matter.acts:
        for id in (one.told_by, *twins.get(one.told_by, ())):
            letters[id] = max(letters.get(id, 0.0), one.score)
    waiting = [
        Owing(place[o.act], o.act.act.label == "pledge", side, since, until, o.act.span.start)
        for o in outcomes for side, since, until in waits(o)
    ]  # fmt: skip
    best = max(one.score for one in matter.acts)
    return Gathered(row, best, *weights, exchange, letters, waiting)


def matter_of(row: Kept, acts: Sequence[Acted]) -> Matter:
    """The matter of a row, with these of its acts."""
    sides, within = tuple(json.loads(row.sides)), tuple(json.loads(row.within))
    return Matter(row.id, row.title, sides, tuple(acts), bool(row.named), within)


def acts_of(rows: str) -> list[Acted]:
    """The acts of a row."""
    return [_act(row) for row in json.loads(rows)]


def reports_of(rows: str, acts: Sequence[Acted], least: float) -> Reports:
    """The reports of a row that are so certain, by the acts that they speak of."""
    return {
        acts[n]: [r for r in map(_act, told) if r.score >= least] for n, told in json.loads(rows)
    }


def outcomes_of(rows: str, acts: Sequence[Acted]) -> list[Outcome]:
    """What became of the acts of a row."""
    return [_outcome(told, acts) for told in json.loads(rows)]


def dump(value: object) -> str:
    """As short JSON, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _row(one: Acted) -> list[Any]:
    day = one.day.isoformat() if one.day else None
    return [dump_value(one.act), one.span.source, one.span.start, one.span.end, one.words,
            one.score, one.told_by, day, one.side, one.other, one.writer, one.history,
            list(one.between), one.reserve]  # fmt: skip


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
