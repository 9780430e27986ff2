"""A page as plain text: lines followed by the number of the letter or source they rest on."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from letterbook.model import Line
from letterbook.write.page import (
    Cell,
    Heading,
    Page,
    Paragraph,
    Part,
    Refer,
    Table,
    numbered,
    referrer,
    run_on,
)


def as_text(page: Page, width: int = 100) -> str:
    """The page for a terminal or a text file, notes at the end."""
    refer = referrer(page, " [{}]")
    lines = [page.title, "=" * min(len(page.title), width), ""]
    for part in page.parts:
        lines += _text(part, refer, width)
    if page.cited:
        lines += ["Sources", "-------"]
        lines += _wrapped(((f"[{n}] ", c.citation) for c, n in numbered(page).items()), width)
    if page.note:
        lines += ["", *textwrap.wrap(page.note, width)]
    return "\n".join(lines).rstrip() + "\n"


def _wrapped(rows: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    for lead, words in rows:
        yield from textwrap.wrap(
            " ".join(words.split()), width, initial_indent=lead, subsequent_indent=" " * len(lead),
            break_on_hyphens=False,
        )  # fmt: skip


def _text(part: Part, refer: Refer, width: int) -> Iterator[str]:
    if isinstance(part, Heading):
        words = " ".join(filter(None, (part.text, *(line.text for line in part.lines))))
        id = f"  ({part.id})" if part.id else ""
        yield words + id
        yield "-" * min(len(words + id), width)
    elif isinstance(part, Paragraph):
        lead = f"{part.label}: " if part.label else ""
        lead = {"item": "  - ", "numbered": "  - ", "quotation": "    "}.get(part.manner, "") + lead
        words = run_on(part.lines, refer)
        indent = " " * (4 if part.manner != "plain" else 0)
        yield from textwrap.wrap(
            lead + words, width, subsequent_indent=indent, break_on_hyphens=False
        )
        if part.manner in ("plain", "quotation"):
            yield ""
    else:
        yield from _rows(part, refer, width)


def _rows(table: Table, refer: Refer, width: int) -> Iterator[str]:
    """Each row in two columns: the first cell, and the others beside it."""
    for row in table.rows:
        first, *rest = row.cells
        told = " ".join(_cell(cell, refer) for cell in rest[:1])
        more = "; ".join(filter(None, (cell.text for cell in rest[1:])))
        # "1957-03-21~/1957-03-31~" is wider than the column: the event begins on the next line
        lead = f"{first.text}  " if len(first.text) <= 22 else f"{first.text}\n{'':24}"
        words = f"{told} ({more})" if more else told
        head, _, tail = lead.rpartition("\n")
        if head:
            yield head
        yield from textwrap.wrap(
            words, width, initial_indent=f"{tail:24}", subsequent_indent=" " * 24,
            break_on_hyphens=False,
        )  # fmt: skip
    yield ""


def _cell(cell: Cell, refer: Refer) -> str:
    return cell.text + (refer(cell) if isinstance(cell, Line) else "")
