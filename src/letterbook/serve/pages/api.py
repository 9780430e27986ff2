"""The pages as an interface for programs: what there is, as a page and as OpenAPI."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import letterbook
from letterbook.serve.answer import Ask, Page
from letterbook.serve.pages.place import Place

PART = re.compile(r"{(\w+)}")


def places(held: Sequence[Place]) -> tuple[Place, ...]:
    """The page about the interface, and its description, for these places."""

    def about(ask: Ask) -> Page:
        data = {"places": [place for place in held if place.plain and not place.writes]}
        return Page("api.html", "For programs", data, lambda: described(held), "/about")

    return (Place("/about", about, "The addresses of this room, for programs", plain=False),
            Place("/openapi", about, "The same as OpenAPI"))  # fmt: skip


def described(held: Sequence[Place]) -> dict[str, Any]:
    """The places that give JSON as an OpenAPI document."""
    paths = {("/index" if place.path == "/" else place.path) + ".json": {"get": _get(place)}
             for place in held if place.plain and not place.writes}  # fmt: skip
    info = {
        "title": "letterbook",
        "version": letterbook.__version__,
        "description": "A letterbook for reading. Every page gives JSON with .json or Accept."
        " Keys are stable: added to, not renamed. A passage of a letter is"
        " /letter/{id}?at=START-END, in characters of its source.",
    }
    return {"openapi": "3.1.0", "info": info, "paths": paths}


def _get(place: Place) -> dict[str, Any]:
    inner = [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
             for name in PART.findall(place.path)]  # fmt: skip
    asked = [{"name": name, "in": "query", "description": about, "schema": {"type": "string"}}
             for name, about in place.query]  # fmt: skip
    fine = {"description": "Found", "content": {"application/json": {}}}
    wrong = {"description": 'What is wrong, as {"error": …}'}
    return {
        "summary": place.about,
        "parameters": [*inner, *asked],
        "responses": {"200": fine, str(place.lost): wrong},
    }
