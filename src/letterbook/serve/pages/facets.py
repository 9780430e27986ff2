"""Facets: what the letters of a list or a search are, each with the address that narrows to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from letterbook.record import Counted
from letterbook.serve.answer import Ask

TITLES = {"side": "Side", "person": "Person", "sender": "Sender", "recipient": "Recipient",
          "kind": "Kind", "year": "Year", "marking": "Marking", "matter": "Matter"}  # fmt: skip
ASKED_AS = {"person": "party"}
"""Where a facet is asked for by another name."""
SHOWN = 8  # values of each


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet: its name, its letters, and what an address must ask to have it."""

    id: str
    name: str
    letters: int
    asks: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Facet:
    """What the letters are in one respect."""

    name: str
    title: str
    values: tuple[Value, ...]


Facets = list[Facet]


def facets_of(ask: Ask, counted: Counted, chosen: Mapping[str, str]) -> Facets:
    """The facets of the counted letters, those that hold nothing left out."""
    about = ask.shelf.kept(("about",), ask.book.about)
    held: dict[str, list[tuple[str, int]]] = dict(counted.facets)
    for name, by_letter in (
        ("person", about.person), ("matter", about.matter), ("side", about.side),
    ):  # fmt: skip
        told = Counter(each for nr in counted.letters for each in by_letter.get(nr, ()))
        held[name] = told.most_common(SHOWN)
    made = []
    for name, title in TITLES.items():
        values = tuple(
            _value(name, id, about.labels.get(id, id), n) for id, n in held[name][:SHOWN]
        )
        # one person is chosen already: his name in every letter narrows nothing
        if values and ASKED_AS.get(name, name) not in chosen:
            made.append(Facet(name, title, values))
    return made


def called(ask: Ask, chosen: Mapping[str, str]) -> dict[str, str]:
    """What the party and the matter are called that an address gives by their ids."""
    ids = [chosen[name] for name in ("party", "matter") if name in chosen]
    labels = ask.shelf.kept(("about",), ask.book.about).labels if ids else {}
    return {id: labels[id] for id in ids if id in labels}


def _value(name: str, id: str, label: str, letters: int) -> Value:
    if name == "year":
        return Value(id, id, letters, {"since": id, "until": id, "page": ""})
    named = label if name in ("person", "matter") else id
    return Value(id, named, letters, {ASKED_AS.get(name, name): id, "page": ""})


def plain(facets: Facets) -> dict[str, list[dict[str, Any]]]:
    """The same for programs."""
    return {
        facet.name: [{"id": v.id, "name": v.name, "letters": v.letters} for v in facet.values]
        for facet in facets
    }
