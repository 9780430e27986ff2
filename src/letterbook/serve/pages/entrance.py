"""The entrance: what this letterbook holds, and what is missing, uncertain or unread."""

from __future__ import annotations

from dataclasses import asdict

from letterbook.serve.answer import Ask, Page
from letterbook.serve.pages.place import Place
from letterbook.serve.pictures import bars, ring, ticks

ROWS = 10  # pairs in the table; the others open below it


def page(ask: Ask) -> Page:
    """The figures of the record, worked out once for each of its states."""
    survey = ask.shelf.kept(("survey",), ask.book.survey)
    doubtful = ask.shelf.kept(("doubtful",), ask.book.doubtful)
    shown = bars(survey.months)
    nodes, edges = ring(survey.pairs)
    data = {
        "survey": survey,
        "bars": shown,
        "doubtful": doubtful,
        "ticks": ticks(shown, survey.months),
        "fullest": max(shown, key=lambda bar: bar.letters, default=None),
        "nodes": nodes,
        "edges": edges,
        "pairs": (survey.pairs[:ROWS], survey.pairs[ROWS:]),
    }
    return Page(
        "entrance.html", "Entrance", data, lambda: asdict(survey) | {"doubtful": doubtful}, "/"
    )


PLACES = (Place("/", page, "What the letterbook holds, in figures", menu="Entrance"),)
