"""Search: words in letters, notes and headers, the best places first, with what else they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from letterbook.book import as_json
from letterbook.record import Hit
from letterbook.serve.answer import Ask, Page
from letterbook.serve.pages.facets import Facets, called, facets_of, plain
from letterbook.serve.pages.place import FILTERS, Place, filters, narrowed, turned
from letterbook.serve.words import letter_at, passage
from letterbook.text import visible

SIZE = 10
FURTHEST = 10  # pages: what stands lower answers so little that a narrower question is better


@dataclass(frozen=True, slots=True)
class Found:
    """A hit as the page shows it: where it leads, its snippet with the words marked, and why."""

    hit: Hit
    address: str
    snippet: Markup
    reason: str


def page(ask: Ask) -> Page:
    """The best places for the words asked for, and the facets of all that hold them."""
    words, chosen, taken = ask.words("q"), filters(ask), narrowed(ask)
    hits: Sequence[Hit] = ()
    total, facets = 0, Facets()
    if words:
        key = ("counted", words, *sorted(chosen.items()))
        counted = ask.shelf.kept(key, lambda: ask.book.counted(words, **taken))
        total, facets = counted.total, facets_of(ask, counted, chosen)
    turn = turned(ask, SIZE, min(max(total, 1), SIZE * FURTHEST))
    if words:
        hits = ask.book.find(words, limit=SIZE, offset=turn["offset"], **taken)
    data = {
        "words": words, "found": [_found(hit) for hit in hits], "total": total, "turn": turn,
        "facets": facets, "asked": {"q": words, **chosen}, "path": "/search",
        "furthest": SIZE * FURTHEST, "called": called(ask, chosen),
    }  # fmt: skip
    return Page("search.html", f"Search: {words}" if words else "Search", data,
                lambda: _plain(words, total, turn, hits, facets), "/search")  # fmt: skip


def _found(hit: Hit) -> Found:
    id = hit.letter.id if hit.letter else hit.source.id
    where = passage(id, *hit.spans[0]) if hit.spans else letter_at(id)
    parts, at = [], 0
    for start, end in hit.marks:
        parts.append(Markup("{}<mark>{}</mark>").format(
            visible(hit.snippet[at:start]), visible(hit.snippet[start:end])))  # fmt: skip
        at = end
    parts.append(Markup("{}").format(visible(hit.snippet[at:])))
    return Found(hit, where, Markup("").join(parts), _reason(hit))


def _reason(hit: Hit) -> str:
    """Why it is here: the words that stand together, or that they stand in the heading."""
    held = dict.fromkeys(hit.snippet[a:b].lower() for a, b in hit.marks)
    if not held:
        return "the words stand in its heading"
    told = ", ".join(f"“{words}”" for words in list(held)[:6])
    return f"{told} at line {hit.line:,}"


def _plain(
    words: str, total: int, turn: dict[str, int], hits: Sequence[Hit], facets: Any
) -> dict[str, Any]:
    return {"q": words, "total": total, **turn, "hits": [as_json.hit(hit) for hit in hits],
            "facets": plain(facets)}  # fmt: skip


PLACES = (
    Place("/search", page, "The best places for words, and what the letters that hold them are",
          menu="Search", lost=400,
          query=(("q", 'words, "a phrase", prefix*, -without, this OR that'), *FILTERS,
                 ("page", "from 1"))),
)  # fmt: skip
