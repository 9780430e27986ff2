"""People: who writes and is written to, in what offices, and how names are held to be theirs."""

from __future__ import annotations

from collections.abc import Sequence

from letterbook.book import as_json
from letterbook.record import Who
from letterbook.serve.answer import Ask, Page
from letterbook.serve.pages.place import Place, turned
from letterbook.text import plain_letters

SIZE = 100
OPEN = 50  # names that may be several parties, listed
KINDS = {"person": "Persons", "office": "Offices", "body": "Bodies and posts",
         "government": "Governments"}  # fmt: skip


def everybody(ask: Ask) -> Page:
    """The parties, those with most letters first; `q` finds a name, `kind` one sort."""
    people = ask.shelf.kept(("people",), ask.book.people)
    words, kind = plain_letters(ask.words("q")), ask.words("kind")
    found = [w for w in people if (not kind or w.party.kind == kind) and _named(w, words)]
    turn = turned(ask, SIZE, len(found))
    shown = found[turn["offset"] : turn["offset"] + SIZE]
    doubtful = ask.shelf.kept(("open names",), ask.book.open_names)
    asked = {"q": ask.words("q"), "kind": kind}
    data = {"people": shown, "total": len(found), "turn": turn, "asked": asked, "kinds": KINDS,
            "open": doubtful[:OPEN] if turn["page"] == 1 and not words else (),
            "open_total": len(doubtful), "path": "/people"}  # fmt: skip
    return Page("people.html", "People", data, lambda: {
        "total": len(found), **turn, "people": [as_json.who(w) for w in shown],
    }, "/people")  # fmt: skip


def _named(who: Who, words: str) -> bool:
    party = who.party
    return not words or any(
        words in plain_letters(name) for name in (party.label, *party.names, *party.offices)
    )


def one(ask: Ask) -> Page:
    """One party: names, offices, tenures, letters, and the reasons."""
    who = ask.book.person(ask.path["id"])
    party = who.party
    tenures: Sequence[str] = ask.book.tenures(party.label) if party.kind == "person" else ()
    holders: Sequence[str] = () if party.kind == "person" else ask.book.holders(party.label)
    letters = ask.book.list(party=party.id, limit=SIZE)
    data = {
        "who": who,
        "party": party,
        "tenures": tenures,
        "holders": holders,
        "letters": letters,
        "most": SIZE,
    }
    return Page("person.html", party.label, data, lambda: as_json.who(who) | {
        "tenures": list(tenures), "holders": list(holders),
        "letters": [as_json.letter(x) for x in letters],
    }, "/people")  # fmt: skip


PLACES = (
    Place("/people", everybody, "Who writes and is written to, those with most letters first",
          menu="People",
          query=(("q", "part of a name"), ("kind", "person, office, body, government"),
                 ("page", "from 1"))),
    Place("/person/{id}", one, "One party: names, offices with tenures, letters, reasons"),
)  # fmt: skip
