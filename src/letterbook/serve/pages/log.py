"""The log: every correction and undoing, who, when, why, and whether it holds."""

from __future__ import annotations

from letterbook.book import as_json
from letterbook.record import IS
from letterbook.serve.answer import Ask, Page
from letterbook.serve.pages.place import Place


def page(ask: Ask) -> Page:
    """The entries, the newest first."""
    entries = list(reversed(ask.book.log()))
    data = {"entries": entries, "is_who": IS}
    return Page("log.html", "Log of corrections", data,
                lambda: [as_json.entry(e) for e in entries], "/log")  # fmt: skip


PLACES = (Place("/log", page, "Every correction and undoing", menu="Log"),)
