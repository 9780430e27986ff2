"""Missing letters: those that others name and this letterbook does not hold."""

from __future__ import annotations

from dataclasses import dataclass

from letterbook.book import as_json
from letterbook.link.unheld import Unheld
from letterbook.model import When
from letterbook.record.edtf import day_of
from letterbook.serve.answer import Ask, Page
from letterbook.serve.pages.place import Place, turned
from letterbook.serve.words import cut, passage, span_of

SIZE = 50
NAMED = 4  # letters that name it, shown one by one
WORDS = 160  # characters of the words that name it


@dataclass(frozen=True, slots=True)
class Naming:
    """A letter that names a missing one: where the words stand, and the words."""

    letter: str
    address: str
    words: str


@dataclass(frozen=True, slots=True)
class Absentee:
    """A missing letter as pages show it."""

    what: str
    sender: str
    recipient: str
    when: str
    number: str
    printed: tuple[str, ...]
    fate: str
    named: tuple[Naming, ...]
    more: int


def page(ask: Ask) -> Page:
    """The missing letters by day, the undated last."""
    asked = {name: ask.words(name) for name in ("sender", "recipient", "since", "until")}
    key = ("missing", *asked.values())
    held = ask.shelf.kept(key, lambda: ask.book.missing(**asked))
    turn = turned(ask, SIZE, len(held))
    some = held[turn["offset"] : turn["offset"] + SIZE]
    data = {"missing": [absentee(ask, one) for one in some], "total": len(held), "turn": turn,
            "asked": asked, "path": "/missing"}  # fmt: skip
    return Page("missing.html", "Missing letters", data, lambda: {
        "total": len(held), **turn, "missing": [as_json.unheld(one) for one in some],
    }, "/missing")  # fmt: skip


def absentee(ask: Ask, one: Unheld) -> Absentee:
    """A missing letter with the words that name it."""
    named = []
    for absent in one.mentions[:NAMED]:
        start, end = absent.mentions[0]
        words = ask.book.words(absent.letter, start, end)
        named.append(Naming(absent.letter, passage(absent.letter, start, end), cut(words, WORDS)))
    when = When(day_of(one.earliest), day_of(one.latest))
    return Absentee(one.what, one.sender, one.recipient, span_of(when), one.number, one.printed,
                    one.fate, tuple(named), max(len(one.mentions) - NAMED, 0))  # fmt: skip


PLACES = (
    Place("/missing", page, "The letters that others name and that are not here", menu="Missing",
          lost=400,
          query=(("sender", "words of the sender"), ("recipient", "words of the recipient"),
                 ("since", "a date"), ("until", "a date"), ("page", "from 1"))),
)  # fmt: skip
