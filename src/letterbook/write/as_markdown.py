"""A page as Markdown, citations as footnotes; nothing in a document's words is markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from letterbook.model import Line
from letterbook.write.legible import legible
from letterbook.write.page import Heading, Page, Paragraph, Part, Refer, numbered, referrer, run_on

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~$!&])")
_LINE_START = re.compile(r"^(\s*)([-+=:>]|\d+[.)])", re.M)


def escaped(words: str) -> str:
    """Words of a document, so that nothing in them is Markdown or HTML.

    >>> escaped("1. *Not* a [link](x) <b>")
    '1\\\\. \\\\*Not\\\\* a \\\\[link\\\\](x) \\\\<b\\\\>'
    """
    plain = _SPECIAL.sub(r"\\\1", legible(words))
    return _LINE_START.sub(lambda m: m[1] + m[2][:-1] + "\\" + m[2][-1], plain)


def as_markdown(page: Page) -> str:
    """The page as Markdown, citations as footnotes."""
    refer = referrer(page, "[^{}]")
    notes = [f"[^{n}]: {escaped(c.citation)}" for c, n in numbered(page).items()]
    return (
        "\n".join((f"# {escaped(page.title)}", "", body(page.parts, refer, page.note), *notes))
        + "\n"
    )


def body(parts: Iterable[Part], refer: Refer, note: str = "") -> str:
    """The parts as Markdown, without title and notes."""
    blocks: list[str] = []
    listed = False
    for part in parts:
        items = isinstance(part, Paragraph) and part.manner in ("item", "numbered")
        joined = "\n".join(_markdown(part, refer))
        if listed and items:
            blocks[-1] += f"\n{joined}"
        else:
            blocks.append(joined)
        listed = items
    if note:
        blocks.append(f"*{escaped(note)}*")
    return "\n\n".join(filter(None, blocks)) + "\n"


def _markdown(part: Part, refer: Refer) -> Iterator[str]:
    if isinstance(part, Heading):
        words = [escaped(part.text)] if part.text else []
        words += [escaped(line.text) for line in part.lines]
        anchor = f" ({part.id})" if part.id else ""
        yield f"{'#' * part.level} {' '.join(words)}{anchor}"
    elif isinstance(part, Paragraph):
        label = f"**{escaped(part.label)}:** " if part.label else ""
        lead = {"item": "- ", "numbered": "1. ", "quotation": "> "}.get(part.manner, "")
        yield lead + label + run_on(part.lines, refer, escaped)
    else:
        yield "| " + " | ".join(part.columns) + " |"
        yield "|" + " --- |" * len(part.columns)
        for row in part.rows:
            follows = refer(row.cells[1]) if isinstance(row.cells[1], Line) else ""
            cells = [escaped(cell.text) for cell in row.cells]
            cells[1] += follows.replace("|", "\\|")  # a bare one would end the cell
            yield "| " + " | ".join(cells) + " |"
