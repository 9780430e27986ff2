"""A ledger: each matter with what either side asked, offered and promised, and what became of it.

A table one could lay before a negotiator: every row in the letters' own words, each outcome
"according to" whoever says so, each act with its certainty.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from letterbook.link.acted import DOES, Acted
from letterbook.link.kept_matters import Told, touched
from letterbook.link.matter_quoted import is_quoted
from letterbook.link.matters import Matter
from letterbook.link.outcome import Outcome
from letterbook.link.owed import OPEN, WAITING
from letterbook.model import LetterbookError, Line, Span
from letterbook.record import Record
from letterbook.write.cite import Library, briefly, chicago
from letterbook.write.page import (
    Cell,
    Cited,
    Heading,
    Label,
    Page,
    Paragraph,
    Part,
    Row,
    Table,
    compose,
    line,
)
from letterbook.write.quoting import inside
from letterbook.write.wanted import Wanted, chosen

COLUMNS = ("day", "who", "does", "in the words", "on what condition, by when", "what became of it")
SURVEYED = 5  # matters from which on a ledger opens with a list of them
LEAST = 2  # acts: a matter that is touched only once is no matter yet, unless it is asked for
NOTE = (
    "Words in quotation marks are the letters' own. What a sentence in quotation marks does was"
    " worked out from its wording, and the number says how certain that is, from 0 to 1; whoever"
    " says what became of it is named, and where nobody was found to say it, it stands open."
)


def ledger(record: Record, wanted: Wanted) -> Page:
    """The ledger of what is wanted; raises LetterbookError where no matter is found."""
    meant = chosen(record, wanted)
    ids = [x.id for x in meant.letters] + [s.id for s in meant.sources]
    found = touched(record, wanted.filters, ids)
    found = [t for t in found if len(t[0].acts) >= LEAST or t[0].acts[0].history] or found
    if not found:
        raise LetterbookError(
            "no letter there asks, offers or promises anything; see: letterbook matters"
        )
    return ledger_of(record, found)


def ledger_of(record: Record, told: Sequence[Told]) -> Page:
    """The ledger of these matters, in this order."""
    parts = [part for matter, course in told for part in _matter(matter, course)]
    if len(told) >= SURVEYED:
        parts = [*(_surveyed(*each) for each in told), *parts]
    title = f"Ledger of {len(told):,} matters" if len(told) != 1 else "Ledger of one matter"
    sources = dict.fromkeys(act.told_by for matter, _ in told for act in matter.acts)
    cited = _cited(record, sources)
    return compose(
        title, "ledger", parts, cited, lambda id: record.fetch(id, ("letter",))[0].text, NOTE
    )


def _surveyed(matter: Matter, followed: Iterable[Outcome]) -> Paragraph:
    """A matter in a line: its days, and how many of its points wait; pinned to its first and last.

    "The gates: 15 acts, 1956-11-12 to 1957-09-02; open: 12".
    """
    acted = [act for act in matter.acts if act.day] or list(matter.acts)
    first, last = acted[0], acted[-1]
    days = f"{first.day} to {last.day}" if first.day != last.day else f"{first.day or ''}"
    waits = sum(outcome.fate in (*WAITING, *OPEN) for outcome in followed)
    acts = f"{len(matter.acts)} acts" if len(matter.acts) != 1 else "1 act"
    told = ", ".join(filter(None, (acts, days)))
    # of a matter that is called by words of theirs the words alone; what they do stands below
    title = f"{matter.title.rpartition('”, ')[0]}”" if is_quoted(matter.title) else matter.title
    said = f"{_capital(title)}: {told}" + (f"; open: {waits}" if waits else "")
    pins = dict.fromkeys((first.span, last.span))
    return Paragraph((line(said, *pins),), manner="item")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _matter(matter: Matter, followed: Iterable[Outcome]) -> list[Part]:
    fates = {outcome.act: outcome for outcome in followed}
    rows = tuple(_row(act, fates) for act in matter.acts)
    parts: list[Part] = [Heading(f"{_capital(matter.title)} ({matter.between})")]
    if said := matter.rank:
        words = f"“{inside(said.words)}”, says {said.by.writer or 'the writer'}"
        parts.append(Paragraph((line(words, said.by.span),)))
    return [*parts, Table(COLUMNS, rows, each=True)]


def _row(act: Acted, fates: Mapping[Acted, Outcome]) -> Row:
    day = act.day.isoformat() if act.day else "in a history" if act.history else "undated"
    recalled = "is said to have: " if not act.own and not act.history else ""
    does = f"{recalled}{DOES[act.act.label]} ({act.score:.2f})"
    cells: tuple[Cell, ...] = (
        Label(day),
        Label(act.side or ("the history" if act.history else "not named")),
        Label(does),
        line(f"“{inside(act.words)}”", act.span),
        Label(_terms(act)),
        _became(fates.get(act)),
    )
    return Row(cells)


def _terms(act: Acted) -> str:
    """On what condition and by when, in the letter's words; each said once.

    "Until we agree" is the condition and the day, and stands there as the one that says more.
    """
    condition, deadline = act.act.condition, act.act.deadline
    if deadline in condition:
        deadline = ""
    told = (
        f"“{inside(condition)}”" if condition else "",
        f"by when: “{inside(deadline)}”" if deadline else "",
        f"with the reserve “{inside(act.reserve)}”" if act.reserve else "",
    )
    return "; ".join(filter(None, told))


def _nobody_says(outcome: Outcome) -> str:
    """Why a point stands open, and whose turn it is: "no answer from Tolmary here"."""
    act = outcome.act
    if act.act.label == "pledge":
        whose = f" whether {act.side} kept it" if act.side else " what became of it"
        return outcome.reason if outcome.fate == "unknown" else f"open: nobody says{whose}"
    who = f" from {act.other}" if act.other else ""
    if outcome.fate == "no answer":
        return f"no answer{who} here"
    return f"{outcome.fate}: {outcome.reason}"


def _became(outcome: Outcome | None) -> Cell:
    """What became of it: pinned to the words that say so, where any do."""
    if outcome is None:
        return Label("")
    if outcome.by is None:
        return Label(_nobody_says(outcome))
    when = f" ({outcome.by.day.isoformat()})" if outcome.by.day else ""
    told = outcome.reason.partition(" on ")[
        0
    ]  # the day stands last: before words it would date them
    said: Line = line(f"{told}: “{inside(outcome.by.words)}”{when}", outcome.by.span)
    return said


def _cited(record: Record, ids: Iterable[str]) -> list[Cited]:
    """The letters and histories the acts stand in."""
    library = Library(record)
    made = []
    for id in ids:
        shown = record.shown(id)
        reference = library.of_shown(shown)
        span = (
            Span(shown.source.id, shown.letter.start, shown.letter.end)
            if shown.letter
            else Span(id, 0, len(shown.source.text))
        )
        made.append(Cited(id, span, briefly(reference), chicago(reference)))
    return made
