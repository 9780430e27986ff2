"""An address of the room and the page that stands there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from letterbook.serve.answer import Ask

FILTERS = (
    ("sender", "words of the sender's name or office"),
    ("recipient", "words of the recipient's"),
    ("party", "the id of one who wrote or was written to"),
    ("since", "1962-12-19, 1962-12 or 1962"),
    ("until", "the same; both days are included"),
    ("kind", "letter, telegram, memorandum …"),
    ("marking", "words of the classification"),
    ("within", "a file, folder or volume"),
    ("side", "a side of the matters that the letter speaks of"),
    ("matter", "the id of a matter that it speaks of"),
)
"""What narrows letters, as the command line has it."""


@dataclass(frozen=True, slots=True)
class Place:
    """`path` with its parts in braces; `about` says what stands there, `query` what may be asked.

    `menu`: its name in the menu, "" for none. `plain`: it can be had as JSON. `lost`: what a
    mistake in its address counts as. `writes`: it takes a form; `guarded`: only from our pages.
    `slow`: it may take seconds.
    """

    path: str
    page: Callable[[Ask], Any]
    about: str
    menu: str = ""
    query: tuple[tuple[str, str], ...] = ()
    plain: bool = True
    lost: int = 404
    writes: bool = False
    guarded: bool = True
    slow: bool = False


def filters(ask: Ask) -> dict[str, str]:
    """The filters that an address gives, those that are empty left out."""
    held = {name: ask.words(name) for name, _ in FILTERS}
    return {name: value for name, value in held.items() if value}


def narrowed(ask: Ask) -> dict[str, Any]:
    """The same as the book takes them: of a matter or a side, the letters that speak of it."""
    held: dict[str, Any] = dict(filters(ask))
    matter, side = held.pop("matter", ""), held.pop("side", "")
    if matter or side:
        held["among"] = tuple(ask.book.letters_about(matter, side))
    return held


def turned(ask: Ask, size: int, total: int) -> dict[str, int]:
    """The page of a long list that is asked for: `page` from 1, how many there are, the offset."""
    last = max(-(-total // size), 1)
    page = min(max(ask.number("page", 1), 1), last)
    return {"page": page, "pages": last, "offset": (page - 1) * size}
