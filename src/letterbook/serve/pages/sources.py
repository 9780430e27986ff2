"""Sources: what was read, file by file, and what could not be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from letterbook.book import as_json
from letterbook.record import Written
from letterbook.serve.answer import Ask, Page
from letterbook.serve.pages.place import Place, turned

SIZE = 100
FORMS = {"letters": "letters", "history": "histories", "brief": "briefs",
         "list": "lists of persons or sources", "other": "other texts"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class File:
    """A file of the record: its sources and letters."""

    path: str
    format: str
    sources: int
    letters: int


def page(ask: Ask) -> Page:
    """The files, or with `form` or `within` the sources one by one."""
    form, within = ask.words("form"), ask.words("within")
    if form or within:
        return _sources(ask, form, within)
    files = ask.shelf.kept(("files",), lambda: _files(ask.book.sources()))
    turn = turned(ask, SIZE, len(files))
    shown = files[turn["offset"] : turn["offset"] + SIZE]
    survey = ask.shelf.kept(("survey",), ask.book.survey)
    data = {"files": shown, "sources": (), "forms": FORMS, "survey": survey, "total": len(files),
            "turn": turn, "asked": {}, "path": "/sources"}  # fmt: skip
    return Page("sources.html", "Sources", data, lambda: {
        "total": len(files), **turn,
        "files": [{"file": f.path, "format": f.format, "sources": f.sources, "letters": f.letters}
                  for f in shown],
    }, "/sources")  # fmt: skip


def _files(sources: Sequence[Written]) -> list[File]:
    held: dict[str, list[Written]] = defaultdict(list)
    for source in sources:
        held[source.path].append(source)
    return [File(path, some[0].format, len(some), sum(s.letters for s in some))
            for path, some in held.items()]  # fmt: skip


def _sources(ask: Ask, form: str, within: str) -> Page:
    found = ask.shelf.kept(("sources", form, within), lambda: ask.book.sources(form, within))
    turn = turned(ask, SIZE, len(found))
    shown = found[turn["offset"] : turn["offset"] + SIZE]
    data = {"files": (), "sources": shown, "forms": FORMS, "total": len(found), "turn": turn,
            "asked": {"form": form, "within": within}, "path": "/sources"}  # fmt: skip
    return Page("sources.html", "Sources", data, lambda: {
        "total": len(found), **turn, "sources": [as_json.source(s) for s in shown],
    }, "/sources")  # fmt: skip


def unread(ask: Ask) -> Page:
    """What could not be read, or only in part, with what to do."""
    troubles = ask.book.troubles()
    turn = turned(ask, SIZE, len(troubles))
    shown = troubles[turn["offset"] : turn["offset"] + SIZE]
    data = {"troubles": shown, "total": len(troubles), "turn": turn, "asked": {},
            "path": "/unread"}  # fmt: skip
    return Page("unread.html", "Not read, or only in part", data, lambda: {
        "total": len(troubles), **turn, "troubles": [as_json.trouble(t) for t in shown],
    }, "/sources")  # fmt: skip


PLACES = (
    Place("/sources", page, "What was read, file by file", menu="Sources",
          query=(("form", "letters, history, brief, list, other: its sources one by one"),
                 ("within", "a file or folder: its sources one by one"), ("page", "from 1"))),
    Place("/unread", unread, "What could not be read, or only in part",
          query=(("page", "from 1"),)),
)  # fmt: skip
