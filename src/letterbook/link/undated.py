"""The day of an undated letter of the record, worked out from its words and from its links."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from letterbook.link.date_letter import date_letter
from letterbook.link.date_rows import Dating
from letterbook.mark.clues import Clue, clues
from letterbook.mark.sheet import VERSION
from letterbook.model import DATING, By, Finding, Letter, Mention, Span, When, Words
from letterbook.record import Record, Tie
from letterbook.text import squeeze

BY = By("rule", DATING, VERSION)
REACH = 12  # letters each way in its file


def date_undated(record: Record, id: str) -> list[Finding]:
    """The days that the letter with this full id may be of, and the clues; nothing if open."""
    source, findings = record.fetch(id.partition(".")[0])
    letter = record.letter(id)
    does, undergoes = record.ties(id)
    before, after = record.beside(id, REACH)
    dating = _named_by_day(record, undergoes) or date_letter(
        letter,
        [*clues(source, findings, id), *_carried(record, letter)],
        before,
        after,
        answers=_letters(record, (t.to for t in does if t.kind == "answers")),
        answered_by=_letters(record, (t.letter for t in undergoes if t.kind == "answers")),
        same_letter=_letters(record, _editions(does, undergoes)),
    )
    return _findings(letter, dating) if dating else []


def _letters(record: Record, ids: Iterable[str]) -> list[Letter]:
    """The letters, as far as they state their day."""
    held = (record.letter(id) for id in dict.fromkeys(ids) if id)
    return [letter for letter in held if not letter.inferred]


def _editions(does: Sequence[Tie], undergoes: Sequence[Tie]) -> list[str]:
    twins = [t.to for t in does if t.kind == "same letter as"]
    return twins + [t.letter for t in undergoes if t.kind == "same letter as"]


def _named_by_day(record: Record, undergoes: Sequence[Tie]) -> Dating | None:
    """The day by which other letters name this one, if it is one: "Your message of the 2nd"."""
    named: dict[datetime.date, Clue] = {}
    for tie in undergoes:
        _, findings = record.fetch(tie.letter.partition(".")[0])
        for f in findings:
            when = f.value.when if isinstance(f.value, Mention) else None
            at = (f.span.start, f.span.end) == (tie.start, tie.end)
            if f.of == tie.letter and at and when and when.earliest == when.latest:
                day = when.earliest
                if day is not None:
                    words = squeeze(tie.words)
                    reason = f"{day.isoformat()}: {tie.letter} names it “{words}”"
                    named[day] = Clue(f.span, "named", day, day, words, reason=reason)
    if len(named) != 1:
        return None
    ((day, clue),) = named.items()
    return Dating(When(day, day), (clue,))


def _carried(record: Record, letter: Letter) -> list[Clue]:
    """A letter inside a telegram was written no later than the telegram."""
    if not letter.inside:
        return []
    outer = record.letter(letter.inside)
    last = outer.when.latest if outer.when and not outer.inferred else None
    if last is None:
        return []
    reason = f"not after {last.isoformat()}: goes with the {outer.kind or 'letter'} of that day"
    place = Span(outer.source, outer.start, min(outer.end, outer.start + 200))
    return [Clue(place, "not after", last, last, reason=f"{reason} ({outer.id})")]


def _findings(letter: Letter, dating: Dating) -> list[Finding]:
    because = tuple(clue.span for clue in dating.chain)
    head = Span(letter.source, letter.start, letter.start)
    found = [Finding(head, "date", dating.when, BY, letter.id, because)]
    for clue in dating.chain:
        here = clue.span if clue.span.source == letter.source else head
        away = () if here is clue.span else (clue.span,)
        found.append(Finding(here, "clue", Words(clue.reason), BY, letter.id, away))
    return found
