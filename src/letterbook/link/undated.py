"""The day of an undated letter of the record, worked out from its words and from its links."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace

from letterbook.link.date_letter import bounds, date_row, edition, entry, place
from letterbook.link.date_lines import Piece
from letterbook.link.date_rows import Dating, Entry
from letterbook.link.letter import fetched
from letterbook.mark.clue_wires import cited_wires, own_wire
from letterbook.mark.clues import Clue, clues
from letterbook.mark.sheet import VERSION
from letterbook.model import DATING, By, Finding, Letter, Mention, Span, When, Words
from letterbook.record import Record, Tie
from letterbook.text import squeeze

BY = By("rule", DATING, VERSION)
TOLD = ("letter", "note", "marker", "kind", "heading", "sender", "recipient")
"""The kinds of finding that clues are taken from; a note's citations and mentions are not."""


def date_piece(record: Record, piece: Piece) -> list[list[Finding]]:
    """For each letter of a piece the days that it may be of, and the clues; nothing if open."""
    held = [_known(record, letter) for letter in record.as_stated(piece.row)]
    told = date_row([one for one, _ in held])
    dated = {
        id: dating
        for id, (_, known), found in zip(piece.row, held, told, strict=True)
        if (dating := known or found)
    }
    letters = {letter.id: letter for letter in record.as_stated(piece.letters)}
    return [_findings(letters[id], dated[id]) if id in dated else [] for id in piece.letters]


def _known(record: Record, letter: Letter) -> tuple[Entry, Dating | None]:
    """A letter in its row, and the day that others give it, where they do."""
    if letter.when:
        return entry(letter), None
    does, undergoes = record.ties(letter.id)
    given = _named_by_day(record, undergoes) or edition(
        _letters(record, _editions(does, undergoes))
    )
    if given:
        return replace(entry(letter), when=given.when), given
    source, findings = fetched(record, letter.source, TOLD)
    answers = _letters(record, (t.to for t in does if t.kind == "answers"))
    answered = _letters(record, (t.letter for t in undergoes if t.kind == "answers"))
    own = (*clues(source, findings, letter.id), *_carried(record, letter))
    linked = (*bounds(answers, "answers"), *bounds(answered, "answered by"))
    wires = own_wire(source, findings, letter.id), cited_wires(source, findings)
    return replace(entry(letter, (*own, *linked)), wire=wires[0], cited=wires[1]), None


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
        _, findings = fetched(record, tie.letter.partition(".")[0], ("mention",))
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
    return [Clue(place(outer), "not after", last, last, reason=f"{reason} ({outer.id})")]


def _findings(letter: Letter, dating: Dating) -> list[Finding]:
    because = tuple(clue.span for clue in dating.chain)
    head = Span(letter.source, letter.start, letter.start)
    found = [Finding(head, "date", dating.when, BY, letter.id, because)]
    for clue in dating.chain:
        here = clue.span if clue.span.source == letter.source else head
        away = () if here is clue.span else (clue.span,)
        found.append(Finding(here, "clue", Words(clue.reason), BY, letter.id, away))
    return found
