"""What became of what was asked, offered and promised, as far as the letters say.

Never more certain than the sources: an outcome names the words it rests on and whose they are, and
where nothing is said it is open or unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from letterbook.link.acted import Acted
from letterbook.link.matter_words import likeness, vectors

Fate = Literal[
    "accepted", "refused", "answered", "promised", "taken up", "passed over", "no answer",
    "kept", "broken", "superseded", "open", "unknown",
]  # fmt: skip

ASKING = ("question", "request", "proposal")
ALIKE = 0.3
"""From this likeness on a sentence speaks of the very thing, not only of the same matter."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an act: in whose words (`by`, None: nobody's), and why in a sentence.

    `according_to` is the side or the history whose words they are.
    """

    act: Acted
    fate: Fate
    reason: str
    by: Acted | None = None
    according_to: str = ""


Answering = Callable[[str], Sequence[str]]
"""The ids of the letters that answer a letter."""


Alike = Callable[[Acted, Acted], float]


def answered(
    known: Sequence[Acted], answering: Answering, as_of: date | None = None
) -> list[Outcome]:
    """What became of each request, proposal and question among the acts of a matter."""
    held = dict(zip(known, vectors(known), strict=True))

    def alike(one: Acted, other: Acted) -> float:
        return likeness(held[one], held[other])

    return [
        _asked(one, known, alike, answering, as_of)
        for one in known if one.act.label in ASKING and (one.own or one.history)
    ]  # fmt: skip


def later(one: Acted, as_of: date | None) -> bool:
    """Whether an act is later than a day, and so not yet done on it."""
    return as_of is not None and one.day is not None and one.day > as_of


def after(one: Acted, other: Acted) -> bool:
    """Whether `other` may speak of what `one` did: later, or in a history."""
    if other.told_by == one.told_by:
        return one.history and other.span.start > one.span.start
    if other.history:
        return not one.history
    return one.day is not None and other.day is not None and other.day >= one.day


# --- what was asked -----------------------------------------------------------------------------

ANSWERS: dict[str, Fate] = {"accept": "accepted", "refuse": "refused", "pledge": "promised"}


def _asked(
    one: Acted, known: Sequence[Acted], alike: Alike, answering: Answering, as_of: date | None
) -> Outcome:
    others = [o for o in known if after(one, o) and o.writer != one.writer]
    replies = set(answering(one.told_by))
    for label, fate in ANSWERS.items():
        met = [o for o in others if o.own and o.act.label == label and o.side != one.side
               and (o.told_by in replies or alike(one, o) >= ALIKE)]  # fmt: skip
        if met:
            best = max(met, key=lambda o: (o.told_by in replies, alike(one, o), o.score))
            return Outcome(one, fate, _said(fate, best), best, best.writer)
    spoken = [o for o in others if o.told_by in replies]
    if spoken:
        best = max(spoken, key=lambda o: (alike(one, o), o.score))
        direct = one.act.label == "question" and alike(one, best) >= ALIKE
        spoke: Fate = "answered" if direct else "taken up"
        return Outcome(one, spoke, _said(spoke, best), best, best.writer)
    if replies:
        return Outcome(
            one, "passed over", "in the answering letter nothing was found that speaks of it"
        )
    return Outcome(one, "no answer", "no letter here answers this one" + until(as_of))


def _said(fate: Fate, by: Acted) -> str:
    when = f" on {by.day.isoformat()}" if by.day else ""
    return f"{fate} according to {by.writer or 'the letter'}{when}"


def until(as_of: date | None) -> str:
    """The day up to which something is said, in words."""
    return f" up to {as_of.isoformat()}" if as_of else ""
