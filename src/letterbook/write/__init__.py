"""Writing: what the record holds → documents in which every line is pinned to its words.

In: the record and what is `Wanted` (letters, files, search words). Out: a `Page` (write/page.py)
of headings, labels, paragraphs and tables; whatever says something of the letters is a `Line` with
pins, and the words in its quotation marks stand at those pins, whatever is cut marked by "…".
`RENDERERS` turn a page into text, Markdown, HTML, JSON, CSV or a picture.
One writer per kind of page, in `WRITERS`; each takes the record and what is wanted.
Never: writes a sentence without a pin, changes a quoted word, judges what others wrote, or sends
anything anywhere.
"""

from __future__ import annotations

from collections.abc import Callable

from letterbook.model import LetterbookError
from letterbook.record import Record
from letterbook.write.as_csv import as_csv
from letterbook.write.as_html import as_html
from letterbook.write.as_json import as_json
from letterbook.write.as_markdown import as_markdown
from letterbook.write.as_obsidian import as_obsidian, one_note
from letterbook.write.as_svg import as_svg
from letterbook.write.as_text import as_text
from letterbook.write.brief import brief
from letterbook.write.guide import guide
from letterbook.write.ledger import ledger
from letterbook.write.page import Page
from letterbook.write.regest import regest
from letterbook.write.timeline import timeline
from letterbook.write.wanted import Wanted

Writer = Callable[[Record, Wanted], Page]

__all__ = ["RENDERERS", "WRITERS", "Page", "Wanted", "Writer", "as_obsidian", "write"]


WRITERS: dict[str, Writer] = {
    "regest": regest,
    "timeline": timeline,
    "brief": brief,
    "guide": guide,
    "ledger": ledger,
}
"""Every kind of page and who writes it."""


RENDERERS: dict[str, Callable[[Page], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "obsidian": one_note,
    "html": as_html,
    "json": as_json,
    "csv": as_csv,
    "svg": as_svg,
}
"""Every format and what turns a page into it; `as_obsidian` gives a folder of notes."""


def write(record: Record, kind: str, wanted: Wanted) -> Page:
    """The page of this kind; raises LetterbookError when there is no such kind, or no letters."""
    if kind not in WRITERS:
        raise LetterbookError(f'nothing is called "{kind}" here; write: {", ".join(WRITERS)}')
    return WRITERS[kind](record, wanted)
