"""The pages, one a file: each a function from what is asked to what is shown.

`places` lists them with their addresses; the menu, the JSON and `openapi.json` are made from it.
"""

from __future__ import annotations

from functools import cache

from letterbook.serve.pages import (
    api,
    check,
    correct,
    editions,
    entrance,
    exchange,
    letter,
    letters,
    log,
    matters,
    missing,
    people,
    search,
    sources,
    uncertain,
    writing,
)
from letterbook.serve.pages.place import Place

__all__ = ["Place", "places"]


@cache
def places(edit: bool = False) -> tuple[Place, ...]:
    """Every page of a room that may (or may not) be corrected, in the order of the menu."""
    read = (
        *entrance.PLACES, *letters.PLACES, *search.PLACES, *people.PLACES, *matters.PLACES,
        *missing.PLACES, *uncertain.PLACES, *sources.PLACES, *writing.PLACES, *check.PLACES,
        *log.PLACES, *letter.PLACES, *exchange.PLACES, *editions.PLACES,
    )  # fmt: skip
    return (*read, *(correct.PLACES if edit else ()), *api.places(read))
