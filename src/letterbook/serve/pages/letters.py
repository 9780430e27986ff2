"""The calendar: letters by date, narrowed by sender, year, kind and the like."""

from __future__ import annotations

from letterbook.book import as_json
from letterbook.serve.answer import Ask, Page
from letterbook.serve.pages.facets import called, facets_of, plain
from letterbook.serve.pages.place import FILTERS, Place, filters, narrowed, turned

SIZE = 50


def page(ask: Ask) -> Page:
    """A page of the calendar, by date, the undated last."""
    chosen = filters(ask)
    undated = ask.words("undated") == "1"
    key = (undated, *sorted(chosen.items()))
    taken = narrowed(ask)
    numbers = ask.shelf.kept(("order", *key), lambda: ask.book.order(undated=undated, **taken))
    total = len(numbers)
    turn = turned(ask, SIZE, total)
    counted = ask.shelf.kept(("counted", "", *key), lambda: ask.book.counted(**taken))
    facets = facets_of(ask, counted, chosen)
    shown = [] if undated else facets
    found = ask.book.at(numbers[turn["offset"] : turn["offset"] + SIZE])
    asked = {**chosen, **({"undated": "1"} if undated else {})}
    data = {"letters": found, "total": total, "turn": turn, "asked": asked,
            "facets": shown, "path": "/letters",
            "called": called(ask, chosen)}  # fmt: skip
    return Page("letters.html", "Letters", data, lambda: {
        "total": total, **turn, "letters": [as_json.letter(x) for x in found],
        "facets": plain(shown),
    }, "/letters")  # fmt: skip


PLACES = (
    Place("/letters", page, "The letters by date, the undated last", menu="Letters", lost=400,
          query=(*FILTERS, ("undated", "1: the undated only"), ("page", "from 1"))),
)  # fmt: skip
