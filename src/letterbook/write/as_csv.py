"""A page as CSV: the rows of its tables, or one row for each paragraph where it has none."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from letterbook.model import Line, Span
from letterbook.write.legible import legible
from letterbook.write.page import Heading, Index, Page, Paragraph, Row, Table, lines_of

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(page: Page) -> str:
    """The page as CSV, as spreadsheets read it."""
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\n")
    writer.writerows([safe(cell) for cell in row] for row in _chosen(page))
    return held.getvalue()


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: "=1+1" gets an apostrophe before it."""
    words = legible(cell)
    return f"'{words}" if words.startswith(_FORMULA) else words


def _chosen(page: Page) -> Iterator[Sequence[str]]:
    """Events by day, the rows of other tables under their headings, or paragraphs."""
    if any(row.when for row in page.rows):
        return _rows(page)
    return _tables(page) if any(page.rows) else _prose(page)


def _tables(page: Page) -> Iterator[Sequence[str]]:
    """Every row under the heading over its table, with what it rests on."""
    index, over, told = Index(page.cited), "", False
    for part in page.parts:
        if isinstance(part, Heading):
            over = part.text
        elif isinstance(part, Table):
            if not told:
                yield ("heading", *part.columns, "id", "citation")
                told = True
            for row in part.rows:
                yield (over, *(cell.text for cell in row.cells), *_of(row, index))


def _rows(page: Page) -> Iterator[Sequence[str]]:
    index = Index(page.cited)
    yield (
        "date",
        "earliest",
        "latest",
        "inferred",
        "event",
        "how dated",
        "id",
        "citation",
        "words",
    )
    for row in page.rows:
        cells = [cell.text for cell in row.cells]
        when, of = row.when, _of(row, index)
        first, last = (when.earliest, when.latest) if when else (None, None)
        # the words as they stand, with line breaks and page marks, for whoever wants to search them
        words = " … ".join(page.words.get(pin, "") for pin in _pinned(row)[:1])
        yield (
            (when.edtf if when else "") or cells[0], first.isoformat() if first else "",
            last.isoformat() if last else "", "yes" if row.inferred else "no",
            *(cells[1:3] if len(cells) > 2 else [*cells[1:], ""]), *of, words,
        )  # fmt: skip


def _pinned(row: Row) -> list[Span]:
    lines = [cell for cell in row.cells[1:] if isinstance(cell, Line)]
    return [pin for line in lines[:1] for pin in line.pins]


def _of(row: Row, index: Index) -> tuple[str, str]:
    found = [index.at(pin) for cell in row.cells if isinstance(cell, Line) for pin in cell.pins]
    held = next((one for one in found if one), None)
    return (held.id, held.citation) if held else ("", "")


def _prose(page: Page) -> Iterator[Sequence[str]]:
    """Each paragraph under its heading."""
    index = Index(page.cited)
    yield ("heading", "id", "label", "text", "citation")
    over, id = "", ""
    for part in page.parts:
        if isinstance(part, Heading):
            over = " ".join(filter(None, (part.text, *(line.text for line in part.lines))))
            id = part.id
        elif isinstance(part, Paragraph):
            held = [index.at(pin) for line in lines_of(part) for pin in line.pins]
            cited = "; ".join(dict.fromkeys(one.citation for one in held if one))
            yield over, id, part.label, " ".join(line.text for line in part.lines), cited
