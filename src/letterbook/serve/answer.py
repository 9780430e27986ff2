"""A page, and how it is sent: as HTML or, where JSON is asked for, as JSON."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from letterbook.book import Book
from letterbook.serve import words
from letterbook.serve.settings import Settings
from letterbook.serve.shelf import Shelf
from letterbook.text import visible

LONGEST = 2_000  # characters of one thing asked for
IN_JSON = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows: `data` fills `template`, `plain` gives what `.json` says.

    `where`: the entry of the menu it belongs to.
    """

    template: str
    title: str
    data: Mapping[str, Any]
    plain: Callable[[], Any]
    where: str = ""
    status: int = 200


@dataclass(frozen=True, slots=True)
class Text:
    """An answer that is neither page nor JSON: something to be saved under this name.

    `beside`: a page shows it, as it does a picture; it need not be saved.
    """

    words: str
    media: str
    name: str
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """What a request asks: the book, and the words of its address."""

    book: Book
    shelf: Shelf
    settings: Settings
    path: Mapping[str, str]
    query: Mapping[str, str]
    form: Mapping[str, str] = field(default_factory=dict)
    session: str = ""
    editing: bool = False

    def words(self, name: str) -> str:
        """What is asked under this name, without space around it; "" when nothing is."""
        return " ".join(self.query.get(name, "")[:LONGEST].split())

    def number(self, name: str, default: int = 0, most: int = 1_000_000) -> int:
        """A whole number from 0 to `most`; what is none counts as `default`."""
        said = self.query.get(name, "")
        if not said.isascii() or not said.isdigit():
            return default
        return min(int(said[:12]), most)


Answer = Page | Text


def wants_json(request: Request) -> bool:
    """Whether the address ends in `.json`, or JSON is asked for before HTML."""
    if request.url.path.endswith(".json"):
        return True
    accepted = request.headers.get("accept", "")
    return "application/json" in accepted and "text/html" not in accepted


@dataclass(frozen=True, slots=True)
class Made:
    """An answer as it goes out: the same for everybody who asks the same of a read-only room."""

    body: bytes
    media: str
    status: int = 200
    file: str = ""


def make(page: Answer, plain: bool, shared: Mapping[str, Any]) -> Made:
    """The answer as bytes: JSON if `plain`, else HTML."""
    if isinstance(page, Text):
        name = "" if page.beside else re.sub(r"[^\w.-]", "", page.name, flags=re.ASCII)
        return Made(encoded(page.words), page.media, file=name)
    if plain:
        return Made(dumped(page.plain()), "application/json", page.status)
    return Made(encoded(rendered(page, shared)), "text/html", page.status)


def send(made: Made, request: Request) -> Response:
    """The answer to a request; one that the browser has already is not sent again."""
    tag = f'"{hashlib.blake2b(made.body, digest_size=12).hexdigest()}"'
    response = Response(made.body, made.status, media_type=made.media)
    if made.status == 200 and request.headers.get("if-none-match") == tag:
        response = Response(status_code=304)
    if made.file:
        response.headers["Content-Disposition"] = f'attachment; filename="{made.file}"'
    response.headers["ETag"] = tag
    response.headers["Vary"] = "Accept, Cookie"
    return response


def dumped(value: Any) -> bytes:
    """JSON with readable letters; signs that turn a line round go as escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return encoded(IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text))


def encoded(text: str) -> bytes:
    """UTF-8; half a sign, as broken files hold, becomes a question mark."""
    return text.encode("utf-8", "replace")


def rendered(page: Page, shared: Mapping[str, Any]) -> str:
    """The page as HTML."""
    template = templates().get_template(page.template)
    return template.render({"title": page.title, "where": page.where, **shared, **page.data})


@cache
def templates() -> Environment:
    """The templates: everything that is put into them is escaped, unless `reading` made it."""
    environment = Environment(
        loader=PackageLoader("letterbook.serve"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_shown,
    )
    said = ("address", "count", "cut", "dated", "day", "full", "hour", "kind_of", "letter_at",
            "month", "parties", "passage", "short", "span_of", "title_of")  # fmt: skip
    environment.globals.update({name: getattr(words, name) for name in said})
    return environment


def _shown(value: Any) -> Any:
    """What a template puts in: words with their cheating signs named; markup as it is."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
