"""Matters: what is asked, offered and promised, what became of it, and what is due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from letterbook.book import as_json
from letterbook.book.book import whoever
from letterbook.link.acted import DOES
from letterbook.link.matter_quoted import is_quoted
from letterbook.serve.answer import Ask, Page
from letterbook.serve.pages.place import FILTERS, Place, filters, narrowed, turned
from letterbook.serve.words import day, passage

if TYPE_CHECKING:
    from letterbook.link.acted import Acted
    from letterbook.link.matters import Matter
    from letterbook.link.outcome import Outcome
    from letterbook.link.owed import Owed

SIZE = 40
DUES = 40
EXCHANGES = 60  # those in which most is due; all of them stand in the JSON
T = TypeVar("T")
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
    key = ("matters", _least(ask), ask.number("page", 1), *sorted(filters(ask).items()))
    total, turn, some = ask.shelf.kept(key, lambda: _part(
        ask, ask.book.matters(_least(ask), **narrowed(ask)), SIZE
    ))  # fmt: skip
    data = {"matters": [_listed(m) for m in some], "total": total, "turn": turn,
            "asked": _asked(ask), "path": "/matters"}  # fmt: skip
    return Page("matters.html", "Matters", data, lambda: {
        "total": total, **turn, "matters": [as_json.matter(m) for m in some],
    }, "/matters")  # fmt: skip


def one(ask: Ask) -> Page:
    """The course of one matter."""
    found, followed = ask.book.matter(ask.path["id"], _least(ask), **narrowed(ask))
    fates = {outcome.act: outcome for outcome in followed}
    acts = [_told(act, fates.get(act)) for act in found.acts]
    letters = list(dict.fromkeys(act.told_by for act in found.acts if not act.history))
    data = {"acts": acts, "title_of": found.title, "sides": found.between,
            "id": found.id, "letters": letters,
            "who": whoever() if ask.editing else ""}  # fmt: skip
    return Page("matter.html", found.title, data, lambda: as_json.matter(found, followed),
                "/matters")  # fmt: skip


def due(ask: Ask) -> Page:
    """What each side owes the other, as of a day: how much in each exchange, then the points."""
    as_of, exchange = ask.words("as_of"), ask.words("exchange")
    least = _least(ask)
    key = ("due", as_of, least, exchange, ask.number("page", 1))
    total, turn, held = ask.shelf.kept(key, lambda: _part(
        ask, ask.book.due(as_of, least, exchange), DUES
    ))  # fmt: skip
    waiting = ask.shelf.kept(("waiting", as_of), lambda: list(ask.book.waiting(as_of)))
    owing = [
        (by or "Somebody", to if to != by else "",
         [o for o in held if (o.by, o.to) == (by, to) and not o.promise],
         [o for o in held if (o.by, o.to) == (by, to) and o.promise])
        for by, to in dict.fromkeys((o.by, o.to) for o in held)
    ]  # fmt: skip
    rows = [(by, to, _owed(asked), _owed(promised)) for by, to, asked, promised in owing]
    asked = {"as_of": as_of, "least": ask.words("least"), "exchange": exchange}
    data = {"owing": rows, "as_of": as_of, "total": total, "turn": turn, "asked": asked,
            "waiting": waiting[:EXCHANGES], "others": len(waiting[EXCHANGES:]),
            "here": next((w for w in waiting if w.id == exchange), None),
            "path": "/due"}  # fmt: skip
    return Page("due.html", "What is due", data, lambda: {
        "total": total, **turn, "due": [as_json.owed(o) for o in held],
        "waiting": [as_json.waiting(w) for w in waiting],
    }, "/matters")  # fmt: skip


def _part(ask: Ask, held: Sequence[T], size: int) -> tuple[int, dict[str, int], list[T]]:
    """A page of a long list: how long it is, which page, what stands there.

    The list fetches what is looked at through the record of this thread; the page may be kept for
    others.
    """
    turn = turned(ask, size, len(held))
    return len(held), turn, list(held[turn["offset"] : turn["offset"] + size])


def _least(ask: Ask) -> float:
    return ask.number("least", LEAST, 100) / 100


def _asked(ask: Ask) -> dict[str, str]:
    least = {"least": str(round(_least(ask) * 100))}
    return {name: ask.words(name) for name, _ in FILTERS} | least


def _listed(matter: Matter) -> Listed:
    days = [act.day for act in matter.acts if act.day]
    first, last = (day(min(days)), day(max(days))) if days else ("undated", "undated")
    period = first if first == last else f"{first} to {last}"
    return Listed(matter.id, matter.title, matter.between, period, len(matter.acts))


def _told(act: Acted, outcome: Outcome | None = None) -> Told:
    when = day(act.day) if act.day else ("a history" if act.history else "undated")
    condition, deadline = act.act.condition, act.act.deadline
    when_due = f"by when: {deadline}" if deadline and deadline not in condition else ""
    terms = "; ".join(filter(None, (condition, when_due)))
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


def _owed(held: Sequence[Owed]) -> list[tuple[Told, int | None, str, str, str]]:
    return [
        # a matter that is called by these very words is not called so again
        (_told(o.outcome.act), o.days, o.outcome.fate, o.matter.id,
         "" if is_quoted(o.matter.title) else o.matter.title) for o in held
    ]  # fmt: skip


QUERY = (*FILTERS, ("least", "how certain, in hundredths"), ("page", "from 1"))
PLACES = (
    Place("/matters", page, "What is asked, offered and promised, by matter", menu="Matters",
          lost=400, query=QUERY),
    Place("/matters/{id}", one, "The course of one matter, and what became of its points",
          query=(*FILTERS, ("least", "how certain, in hundredths"))),
    Place("/due", due, "What each side owes the other, as of a day", lost=400,
          query=(("as_of", "1962-11-20"), ("exchange", "in one exchange alone, by its id"),
                 ("least", "how certain, in hundredths"),
                 ("page", "from 1"))),
)  # fmt: skip
