"""A written document as a page of the room: each sentence leads to its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from letterbook.model import Line
from letterbook.serve.answer import Page
from letterbook.serve.words import letter_at, passage

if TYPE_CHECKING:  # writing is loaded when something is to be written, not before
    from letterbook.write.page import Cell, Part
    from letterbook.write.page import Page as Written


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with the address of its first pin, "" for words that only order the page."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the page: `sort` is heading, paragraph, quotation, item or table."""

    sort: str
    label: str = ""
    level: int = 2
    address: str = ""
    lines: tuple[Said, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Said, ...], ...] = ()


def shown(written: Written, about: Mapping[str, Any]) -> Page:
    """What was written as a page of the room; `about`: what it is of, and as what it can be had."""
    data = {"blocks": _blocks(written), "note": written.note, **about}
    return Page("written.html", written.title, data, lambda: _plain(written), "/write")


def _blocks(written: Written) -> list[Block]:
    from letterbook.write.page import Index

    index = Index(written.cited)

    def said(line: Line) -> Said:
        pin = line.pins[0]
        cited = index.at(pin)
        return Said(line.text, passage(cited.id if cited else pin.source, pin.start, pin.end))

    return [_block(part, said) for part in written.parts]


def _block(part: Part, said: Callable[[Line], Said]) -> Block:
    from letterbook.write.page import Heading, Table

    if isinstance(part, Table):
        rows = tuple(tuple(_cell(cell, said) for cell in row.cells) for row in part.rows)
        return Block("table", columns=part.columns, rows=rows)
    lines = tuple(map(said, part.lines))
    if isinstance(part, Heading):
        address = letter_at(part.id) if part.id else ""
        return Block("heading", part.text, min(max(part.level, 2), 4), address, lines)
    sort = {"quotation": "quotation", "plain": "paragraph"}.get(part.manner, "item")
    return Block(sort, part.label, lines=lines)


def _cell(cell: Cell, said: Callable[[Line], Said]) -> Said:
    return said(cell) if isinstance(cell, Line) else Said(cell.text, "")


def _plain(written: Written) -> Any:
    import json

    from letterbook.write import RENDERERS

    return json.loads(RENDERERS["json"](written))
