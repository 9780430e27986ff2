"""A page as JSON: each line with its pins and the words that stand there. The keys are stable."""

from __future__ import annotations

import json
from typing import Any

from letterbook.model import Line
from letterbook.write.page import Cell, Heading, Index, Page, Paragraph, Part, Row


def as_json(page: Page) -> str:
    """The page as JSON text."""
    return json.dumps(plain(page), ensure_ascii=False, indent=2) + "\n"


def plain(page: Page) -> dict[str, Any]:
    """The page as dictionaries and lists: title, kind, parts, sources, note."""
    index = Index(page.cited)
    return {
        "title": page.title,
        "kind": page.kind,
        "parts": [_part(part, page, index) for part in page.parts],
        "sources": [{"id": c.id, "title": c.title, "citation": c.citation} for c in page.cited],
        "note": page.note,
    }


def _part(part: Part, page: Page, index: Index) -> dict[str, Any]:
    if isinstance(part, Heading):
        lines = [_line(line, page, index) for line in part.lines]
        return {
            "part": "heading",
            "text": part.text,
            "level": part.level,
            "id": part.id,
            "lines": lines,
        }
    if isinstance(part, Paragraph):
        lines = [_line(line, page, index) for line in part.lines]
        return {"part": "paragraph", "label": part.label, "manner": part.manner, "lines": lines}
    rows = [_row(row, page, index) for row in part.rows]
    return {"part": "table", "columns": list(part.columns), "rows": rows}


def _row(row: Row, page: Page, index: Index) -> dict[str, Any]:
    when = row.when
    days = (
        [day.isoformat() if day else None for day in (when.earliest, when.latest)] if when else []
    )
    return {
        "date": when.edtf if when else "",
        "earliest": days[0] if days else None,
        "latest": days[1] if days else None,
        "inferred": row.inferred,
        "cells": [_cell(cell, page, index) for cell in row.cells],
    }


def _cell(cell: Cell, page: Page, index: Index) -> dict[str, Any]:
    return _line(cell, page, index) if isinstance(cell, Line) else {"label": cell.text}


def _line(line: Line, page: Page, index: Index) -> dict[str, Any]:
    """A line: its text, and for each pin whose it is, where, and the words that stand there."""
    pins = []  # in the order in which the line uses them: a cut quotation has one for each piece
    for pin in line.pins:
        held = index.at(pin)
        pins.append({
            "of": held.id if held else "", "source": pin.source, "start": pin.start,
            "end": pin.end, "words": page.words.get(pin, ""),
        })  # fmt: skip
    return {"text": line.text, "pins": pins}
