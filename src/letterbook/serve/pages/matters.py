"""Matters: what is asked, offered and promised, what became of it, and what is due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from letterbook.book import as_json
from letterbook.link.acted import DOES
from letterbook.serve.answer import Ask, Page
from letterbook.serve.pages.place import FILTERS, Place, filters, turned
from letterbook.serve.words import day, passage

if TYPE_CHECKING:
    from letterbook.link.acted import Acted
    from letterbook.link.matters import Matter
    from letterbook.link.outcome import Outcome
    from letterbook.link.owed import Owed

SIZE = 40
LEAST = 50  # hundredths: how certain an act must be to be shown


@dataclass(frozen=True, slots=True)
class Told:
    """An act as pages show it: where its words stand, and what became of it in whose words."""

    when: str
    side: str
    does: str
    certainty: int
    words: str
    address: str
    terms: str
    became: str = ""
    by: str = ""
    by_address: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A matter in the list."""

    id: str
    title: str
    sides: str
    period: str
    acts: int


def page(ask: Ask) -> Page:
    """The matters, the weightiest first."""
    held = _held(ask)
    turn = turned(ask, SIZE, len(held))
    some = held[turn["offset"] : turn["offset"] + SIZE]
    data = {"matters": [_listed(m) for m in some], "total": len(held), "turn": turn,
            "asked": _asked(ask), "path": "/matters"}  # fmt: skip
    return Page("matters.html", "Matters", data, lambda: {
        "total": len(held), **turn, "matters": [as_json.matter(m) for m in some],
    }, "/matters")  # fmt: skip


def one(ask: Ask) -> Page:
    """The course of one matter."""
    narrowed = filters(ask)
    found, followed = ask.book.matter(ask.path["id"], _least(ask), **narrowed)
    fates = {outcome.act: outcome for outcome in followed}
    acts = [_told(act, fates.get(act)) for act in found.acts]
    data = {"acts": acts, "title_of": found.title, "sides": " and ".join(found.sides)}
    return Page("matter.html", found.title, data, lambda: as_json.matter(found, followed),
                "/matters")  # fmt: skip


def due(ask: Ask) -> Page:
    """What each side owes the other, as of a day."""
    as_of = ask.words("as_of")
    key = ("due", as_of, _least(ask))
    held = ask.shelf.kept(key, lambda: ask.book.due(as_of, _least(ask)))
    owing = [
        (side or "Somebody", [o for o in held if o.by == side and not o.promise],
         [o for o in held if o.by == side and o.promise])
        for side in dict.fromkeys(o.by for o in held)
    ]  # fmt: skip
    rows = [(side, _owed(asked), _owed(promised)) for side, asked, promised in owing]
    data = {"owing": rows, "as_of": as_of, "total": len(held)}
    return Page("due.html", "What is due", data, lambda: [as_json.owed(o) for o in held],
                "/matters")  # fmt: skip


def _held(ask: Ask) -> Sequence[Matter]:
    narrowed = filters(ask)
    key = ("matters", _least(ask), *sorted(narrowed.items()))
    return ask.shelf.kept(key, lambda: ask.book.matters(_least(ask), **narrowed))


def _least(ask: Ask) -> float:
    return ask.number("least", LEAST, 100) / 100


def _asked(ask: Ask) -> dict[str, str]:
    least = {"least": str(round(_least(ask) * 100))}
    return {name: ask.words(name) for name, _ in FILTERS} | least


def _listed(matter: Matter) -> Listed:
    days = [act.day for act in matter.acts if act.day]
    period = "undated" if not days else f"{day(min(days))} to {day(max(days))}"
    return Listed(matter.id, matter.title, " and ".join(matter.sides), period, len(matter.acts))


def _told(act: Acted, outcome: Outcome | None = None) -> Told:
    when = day(act.day) if act.day else ("a history" if act.history else "undated")
    terms = "; ".join(filter(None, (act.act.condition, act.act.deadline)))
    made = Told(when, act.side or "?", DOES[act.act.label], round(act.score * 100), act.words,
                passage(act.told_by, act.span.start, act.span.end), terms)  # fmt: skip
    if outcome is None:
        return made
    if outcome.by is None:
        return Told(*_first(made), f"{outcome.fate}: {outcome.reason}")
    by = outcome.by
    return Told(*_first(made), outcome.reason, by.words,
                passage(by.told_by, by.span.start, by.span.end))  # fmt: skip


def _first(told: Told) -> tuple[str, str, str, int, str, str, str]:
    return (told.when, told.side, told.does, told.certainty, told.words, told.address, told.terms)


def _owed(held: Sequence[Owed]) -> list[tuple[Told, int | None, str]]:
    return [(_told(o.outcome.act), o.days, o.outcome.fate) for o in held]


QUERY = (*FILTERS, ("least", "how certain, in hundredths"), ("page", "from 1"))
PLACES = (
    Place("/matters", page, "What is asked, offered and promised, by matter", menu="Matters",
          lost=400, query=QUERY),
    Place("/matters/{id}", one, "The course of one matter, and what became of its points",
          query=(*FILTERS, ("least", "how certain, in hundredths"))),
    Place("/due", due, "What each side owes the other, as of a day", lost=400,
          query=(("as_of", "1962-11-20"), ("least", "how certain, in hundredths"))),
)  # fmt: skip
