"""What is due on a day: questions, requests, proposals without an answer, and open promises."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from letterbook.link.matters import Matter
from letterbook.link.outcome import ASKING, Outcome

WAITING = ("no answer", "passed over", "deferred", "open")
OPEN = ("open", "broken")


@dataclass(frozen=True, slots=True)
class Owed:
    """`by` owes `to` an answer, or what it promised; `since` is the letter's day, `days` ago."""

    matter: Matter
    outcome: Outcome
    by: str
    to: str
    since: date | None
    days: int | None

    @property
    def promise(self) -> bool:
        """Whether a promise is owed, and not an answer."""
        return self.outcome.act.act.label == "pledge"


def owed(
    courses: Iterable[tuple[Matter, Iterable[Outcome]]], as_of: date | None = None
) -> list[Owed]:
    """What is due on `as_of` (None: at the end of the record), the oldest first."""
    made = [one for matter, course in courses for one in owed_by(matter, course, as_of)]
    return sorted(
        made, key=lambda o: (o.by, o.since is None, o.since or date.min, o.outcome.act.span.start)
    )


def owed_by(matter: Matter, course: Iterable[Outcome], as_of: date | None = None) -> list[Owed]:
    """What is due of one matter, in its order."""
    return [one for outcome in course if (one := _owed(matter, outcome, as_of))]


def waits(outcome: Outcome) -> list[tuple[str, str, str]]:
    """Which side is waited for, from which day, until which ("" : to the end); empty if none."""
    act, (by, _) = outcome.act, _whose(outcome)
    due = act.act.label in ASKING or act.act.label == "pledge"
    open_to_end = outcome.fate in (*WAITING, *OPEN)
    if not due or act.history or act.side == act.other or not (open_to_end or outcome.met):
        return []
    since = act.day.isoformat() if act.day else ""
    until = "" if open_to_end or outcome.met is None else outcome.met.isoformat()
    return [(by, since, until)]


def _whose(outcome: Outcome) -> tuple[str, str]:
    """Who owes, and to whom: an answer the one who was asked, a promise the one who gave it."""
    act = outcome.act
    return (act.side, act.other) if act.act.label == "pledge" else (act.other, act.side)


def _owed(matter: Matter, outcome: Outcome, as_of: date | None) -> Owed | None:
    act = outcome.act
    asked = act.act.label in ASKING and outcome.fate in WAITING
    promised = act.act.label == "pledge" and outcome.fate in OPEN
    if act.history or not (asked or promised) or act.side == act.other:
        return None
    if as_of and act.day is None:  # it may not have been written yet
        return None
    by, to = _whose(outcome)
    days = (as_of - act.day).days if as_of and act.day else None
    return Owed(matter, outcome, by, to, act.day, days)
