"""One undated letter among those that the record already holds.

Its own clues, the letter it answers and those that answer it, an edition that gives the day, the
offices its parties held, and the dated letters that stand just before and after it: a window of a
few letters, so that a large record costs no more than a small one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from letterbook.link.date_rows import Dating, Entry
from letterbook.link.dates import infer
from letterbook.mark.clues import Clue
from letterbook.model import Letter, Span, When

WINDOW = 4  # letters to each side
DISORDER = 0.2  # a window in which more steps than that lead back in time tells nothing
_RESTART = 0.02


def date_letter(
    letter: Letter,
    clues: Sequence[Clue],
    before: Sequence[Letter] = (),
    after: Sequence[Letter] = (),
    answers: Sequence[Letter] = (),
    answered_by: Sequence[Letter] = (),
    same_letter: Sequence[Letter] = (),
) -> Dating | None:
    """When a letter was written that bears no day; None where nothing tells.

    `clues` are its own (and those of offices held, from `held`); `before` and `after` stand
    beside it in its file, nearest last and nearest first; the other letters are linked to it.
    A letter without a day is no help and is passed over.
    """
    if dated := edition(same_letter):
        return dated
    own = entry(letter, (*clues, *bounds(answers, "answers"), *bounds(answered_by, "answered by")))
    left = [entry(one) for one in before if _day(one)][-WINDOW:]
    right = [entry(one) for one in after if _day(one)][:WINDOW]
    return date_row([*left, own, *right])[len(left)]


def date_row(row: Sequence[Entry]) -> list[Dating | None]:
    """A dating for each letter of a row that has no day; alone, where the row is in no order."""
    if _ordered(row):
        return infer(row, _RESTART, whole=True)
    return [None if one.when else infer([one], _RESTART, whole=True)[0] for one in row]


def entry(letter: Letter, clues: Sequence[Clue] = ()) -> Entry:
    """A letter in its row: its day if it states one, else its clues."""
    return Entry(tuple(clues), _day(letter), letter.number, place(letter))


def held(span: Span, office: str, who: str, when: When) -> Clue | None:
    """A clue from an office: who bore it, as `span` names him, and in which days."""
    if when.earliest is None or when.latest is None:
        return None
    reason = f"within {when.edtf}: {who} was {office}"
    return Clue(span, "tenure", when.earliest, when.latest, office, reason=reason)


def edition(printings: Sequence[Letter]) -> Dating | None:
    """The day that other editions of the letter give, if they give one."""
    days = {when for one in printings if (when := _day(one))}
    exact = {(when.earliest, when.latest) for when in days if when.earliest == when.latest}
    if len(exact) != 1:
        return None
    first, last = exact.pop()
    assert first is not None and last is not None
    chain = tuple(
        Clue(
            place(one), "same letter", first, last,
            reason=f"{first.isoformat()}: so dated where the letter is printed in {_named(one)}",
        )
        for one in printings
        if (when := _day(one)) and (when.earliest, when.latest) == (first, last)
    )  # fmt: skip
    return Dating(When(first, last), chain)


def bounds(letters: Sequence[Letter], kind: str) -> Iterator[Clue]:
    """What a link to a dated letter says: an answer is no older than what it answers."""
    for one in letters:
        when = _day(one)
        if when is None or when.earliest is None or when.latest is None:
            continue
        if kind == "answers":
            reason = f"not before {when.earliest.isoformat()}: answers {_named(one)}"
        else:
            reason = f"not after {when.latest.isoformat()}: is answered by {_named(one)}"
        yield Clue(place(one), kind, when.earliest, when.latest, reason=reason)


def _day(letter: Letter) -> When | None:
    when = letter.when
    return when if when and when.earliest and when.latest else None


def place(letter: Letter) -> Span:
    """The beginning of a letter, where a reader is led to."""
    return Span(letter.source, letter.start, min(letter.end, letter.start + 200))


def _named(letter: Letter) -> str:
    """A letter as a reader would point at it: its heading or first words, its day, its file."""
    if letter.heading:
        return f"“{letter.heading}” ({letter.id})"
    ends = ["; ".join(n.name or n.office for n in ns) for ns in (letter.senders, letter.recipients)]
    who = f" from {ends[0] or '?'} to {ends[1] or '?'}" if any(ends) else ""
    return f"the {letter.kind or 'letter'}{who} ({letter.id})"


def _ordered(entries: Iterable[Entry]) -> bool:
    """Whether the dated letters of a window stand in order of date, but for an exception."""
    days = [e.when.earliest for e in entries if e.when and e.when.earliest]
    back = sum(1 for one, other in pairwise(days) if other < one)
    return back <= DISORDER * max(0, len(days) - 1)
