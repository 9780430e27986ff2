"""What became of what was asked, offered and promised, as far as the letters say.

Never more certain than the sources: an outcome names the words it rests on and whose they are, and
where nothing is said it is open or unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from letterbook.link.acted import Acted
from letterbook.link.heard import YOURS, Saying, asked_with, heard, plainly, put_off, silent
from letterbook.link.matter_words import likeness, stems, vectors

Fate = Literal[
    "accepted", "refused", "answered", "promised", "taken up", "deferred", "passed over",
    "no answer", "kept", "broken", "superseded", "open", "unknown",
]  # fmt: skip

ASKING = ("question", "request", "proposal")
ALIKE = 0.3
"""From this likeness on a sentence speaks of the very thing, not only of the same matter."""


NEAR = 0.15
"""The same in a letter that answers: it is known to be of that letter, not yet of which point."""

SETTLES = 0.6
"""How certain an acceptance must be to be told as one; below, the point is taken up."""

_WITHOUT = re.compile(r"\b(?:not|cannot|unable|without|neither|never|difficult\w*)\b", re.I)
"""What is said so promises hardly anything: "is without power to do as you propose"."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an act: in whose words (`by`, None: nobody's), and why in a sentence.

    `according_to` is the side or the history whose words they are, `met` the day from which on
    nobody waits for it any more.
    """

    act: Acted
    fate: Fate
    reason: str
    by: Acted | None = None
    according_to: str = ""
    met: date | None = None


Answering = Callable[[str], Sequence[str]]
"""The ids of the letters that answer a letter."""


Alike = Callable[[Acted, Acted], float]


def answered(
    known: Sequence[Acted], answering: Answering, as_of: date | None = None,
    saying: Saying = silent,
) -> list[Outcome]:  # fmt: skip
    """What became of each request, proposal and question among the acts of a matter.

    `saying`: the sentences of a letter that answers."""
    held = dict(zip(known, vectors(known), strict=True))

    def alike(one: Acted, other: Acted) -> float:
        return likeness(held[one], held[other])

    return [
        _asked(one, known, alike, answering, as_of, saying)
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
_DEFERRED = re.compile(
    r"\b(?:shall|will|may|must|prefer to) (?:\w+ )?"
    r"(?:write|reply|answer|return|revert|come back|speak)"
    r"\b[^.;]*\b(?:separately|later|again|shortly|soon|in due course|before the end|at another time"
    r"|on another occasion)\b|\b(?:not yet (?:in a position|able|ready|reached)|at a later (?:date"
    r"|time|stage)|(?:under|give \w+|further|careful) (?:consideration|study)"
    r"|(?:is|are) being (?:studied|considered|examined|looked into)|be looked into"
    r"|until (?:I|we) (?:have|hear|shall))\b",
    re.I,
)
"""How an answer is put off: "Of the Loan I shall write to you separately"."""


def _asked(
    one: Acted, known: Sequence[Acted], alike: Alike, answering: Answering, as_of: date | None,
    saying: Saying,
) -> Outcome:  # fmt: skip
    replies = dict.fromkeys(answering(one.told_by))
    # two offices of one government answer one another as two governments do
    others = [o for o in known if after(one, o)
              and (o.writer != one.writer or o.told_by in replies)]  # fmt: skip
    alone = sum(o.told_by == one.told_by and o.act.label == one.act.label for o in known) == 1

    def best(met: Sequence[Acted]) -> Acted:
        return max(met, key=lambda o: (o.told_by in replies, alike(one, o), o.score))

    bearing = [o for o in others if _bears(one, o, alike(one, o), o.told_by in replies, alone)]
    direct = {label: [o for o in bearing if _meets(o, one, label, replies)] for label in ANSWERS}
    spoken = [o for o in bearing if o.told_by in replies]
    off = [o for o in (*direct["pledge"], *spoken) if o.own and _DEFERRED.search(o.words)]
    settling = [o for met in direct.values() for o in met if o not in off]
    settling += [o for o in spoken if o not in off]
    met = min((o.day or one.day or date.max for o in settling), default=None)
    # what is raised is neither granted nor refused: "there remains the loan"
    for label, fate in ANSWERS.items() if one.act.label != "question" else ():
        if given := [o for o in direct[label] if o not in off]:
            return _by(one, fate, best(given), met)
    if off and (not settling or alike(one, best(off)) >= ALIKE):
        return _by(one, "deferred", best(off), None)
    if spoken:
        said = best(spoken)
        plain = one.act.label == "question" and alike(one, said) >= ALIKE
        return _by(one, "answered" if plain else "taken up", said, met)
    if replies:
        return _unanswered(one, list(replies), saying)
    return Outcome(one, "no answer", "no letter here answers this one" + until(as_of))


def _bears(one: Acted, other: Acted, alike: float, reply: bool, alone: bool) -> bool:
    """Whether an act of a later letter is about this very point, and not only of its matter.

    A letter that answers five points accepts one of them in "I accept with thanks what you offered
    on January 22", and the others not; "as you suggest" is clear where one thing was suggested.
    """
    promise = other.act.label == "pledge"
    if alike >= (NEAR if reply and not promise else ALIKE):
        return True
    if not reply or (promise and _WITHOUT.search(other.words)):
        return False
    if plainly(asked_with(one) & stems(other.words)):
        return True
    return alone and one.act.label != "question" and bool(YOURS.search(other.words))


def _unanswered(one: Acted, replies: Sequence[str], saying: Saying) -> Outcome:
    """A letter answers, and none of its acts is about this: is it passed over?

    Only where nothing in all of that letter speaks of it, and it would be known if it did.
    """
    how, by = heard(one, replies, saying)
    if how == "plainly" and by:
        return _by(one, "taken up", by, by.day or one.day)
    if off := put_off(one, replies, saying):
        return _by(one, "deferred", off, None)
    if how == "silent":
        return Outcome(one, "passed over", "in the answering letter nothing speaks of it")
    if by is None:
        return Outcome(one, "open", "a letter answers this one; what it says of this is not clear")
    when = f" on {by.day.isoformat()}" if by.day else ""
    who = by.writer or "the answering letter"
    return Outcome(one, "open", f"open, though {who} may speak of it{when}", by, by.writer)


def _meets(other: Acted, one: Acted, label: str, replies: Container[str]) -> bool:
    another = other.side != one.side or other.told_by in replies
    sure = other.own and other.score >= SETTLES
    return sure and other.act.label == label and another


def _by(one: Acted, fate: Fate, by: Acted, met: date | None) -> Outcome:
    when = f" on {by.day.isoformat()}" if by.day else ""
    reason = f"{fate} according to {by.writer or 'the letter'}{when}"
    return Outcome(one, fate, reason, by, by.writer, met)


def until(as_of: date | None) -> str:
    """The day up to which something is said, in words."""
    return f" up to {as_of.isoformat()}" if as_of else ""
