"""What is uncertain: what a letter answers or names, where several letters may be meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from letterbook.model import Letter
from letterbook.record import Doubt
from letterbook.serve.answer import Ask, Page
from letterbook.serve.pages.place import Place, turned
from letterbook.serve.words import cut, passage

SIZE = 25
CANDIDATES = 6  # shown of one link
DOES = {"answers": "answers", "refers to": "names", "encloses": "encloses",
        "forwards": "forwards", "same letter as": "is the same letter as"}  # fmt: skip


def page(ask: Ask) -> Page:
    """The links that may lead to one of several letters, by day, the undated last."""
    total = ask.shelf.kept(("doubtful",), ask.book.doubtful)
    turn = turned(ask, SIZE, total)
    some = ask.book.doubts(SIZE, turn["offset"])
    ids = {one.letter for one in some} | {id for one in some for id in one.candidates[:CANDIDATES]}
    held = {letter.id: letter for letter in ask.book.list(among=tuple(sorted(ids)))}
    rows = [_row(one, held) for one in some]
    survey = ask.shelf.kept(("survey",), ask.book.survey)
    data = {"rows": rows, "total": total, "turn": turn, "asked": {}, "path": "/uncertain",
            "held": held, "survey": survey}  # fmt: skip
    return Page("uncertain.html", "What is uncertain", data, lambda: {
        "total": total, **turn, "links": [asdict(one) for one in some],
    }, "/missing")  # fmt: skip


def _row(one: Doubt, held: Mapping[str, Letter]) -> tuple[Doubt, str, str, str, list[Letter]]:
    """A link as the page shows it: where its words stand, the words, what it does, to which."""
    may_be = [held[id] for id in one.candidates[:CANDIDATES] if id in held]
    at = passage(one.letter, one.start, one.end)
    return one, at, cut(one.words, 160), DOES.get(one.kind, one.kind), may_be


PLACES = (
    Place("/uncertain", page, "Links that may lead to one of several letters",
          query=(("page", "from 1"),)),
)  # fmt: skip
