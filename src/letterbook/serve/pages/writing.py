"""What letterbook writes of a letter, an exchange, a search, a party or the whole book.

In: what is to be written, of which letters, as what. Out: a page whose sentences lead to their
words, or the same as a file to be saved. A room has other readers: so many letters at one time, and
so many seconds, are all that is taken.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from letterbook.model import LetterbookError
from letterbook.serve.answer import Ask, Page, Text
from letterbook.serve.pages.facets import called
from letterbook.serve.pages.place import FILTERS, Place, filters, narrowed
from letterbook.serve.pages.written import shown
from letterbook.serve.words import address, count

if TYPE_CHECKING:  # writing is loaded when something is to be written, not before
    from letterbook.write.page import Page as Written

KINDS = {
    "regest": ("Regests", "what each letter says, in a few lines"),
    "timeline": ("Timeline", "what the letters tell of, day by day"),
    "brief": ("Brief", "what happened and who said so, on a page"),
    "guide": ("Study guide", "persons, terms and questions with their answers"),
    "ledger": ("Ledger", "what was asked and promised, and what became of it"),
}
FILES = {
    "markdown": ("text/markdown", "md", "Markdown"),
    "html": ("text/html", "html", "HTML"),
    "text": ("text/plain", "txt", "plain text"),
    "csv": ("text/csv", "csv", "CSV"),
    "obsidian": ("text/markdown", "md", "Obsidian"),
    "svg": ("image/svg+xml", "svg", "picture"),
}
"""As what it can be saved: how a browser is told, how its file ends, its name."""
DATED = ("timeline",)
"""What a picture can be drawn of."""
MOST = {"guide": 40, "brief": 400}
LETTERS = 500  # of which at most something else is written at one time
FOUND = 30  # letters that a search stands for: the best
SECONDS = 25.0


def form(ask: Ask) -> Page | str:
    """The form in which one says what is to be written, of which letters."""
    kind = ask.words("kind_of_page")
    if kind in KINDS:
        asked = filters(ask) | {name: ask.words(name) for name in ("q", "pages") if ask.words(name)}
        return address(f"/write/{kind}", asked)
    data = {"kinds": KINDS, "asked": filters(ask) | {"q": ask.words("q")}, "most": LETTERS,
            "of": _of_these(ask), "called": called(ask, filters(ask))}  # fmt: skip
    return Page("writing.html", "Write", data, lambda: {
        "kinds": {name: about for name, (_, about) in KINDS.items()}, "formats": list(FILES),
    }, "/write")  # fmt: skip


def of_one(ask: Ask) -> Page | Text:
    """What is written of a letter or source, or with `exchange` of all that answer one another."""
    id, kind = ask.path["id"], _kind(ask)
    shown = ask.book.show(id)  # a folder's name means something only in the shell
    id = shown.letter.id if shown.letter else shown.source.id
    whole = ask.words("exchange") == "1"
    key = ("written", kind, id, whole, _pages(ask))
    written = ask.shelf.kept(key, lambda: ask.book.write(
        kind, id, exchange=whole, pages=_pages(ask), progress=_bounded()
    ))  # fmt: skip
    return _given(ask, written, {"exchange": "1" if whole else ""}, id)


def of_many(ask: Ask) -> Page | Text:
    """What is written of the letters that filters let through, or the best that hold words."""
    kind, words, chosen = _kind(ask), ask.words("q"), filters(ask)
    key = ("written", kind, words, _pages(ask), *sorted(chosen.items()))
    written = ask.shelf.kept(key, lambda: _of_many(ask, kind, words))
    return _given(ask, written, {"q": words, **chosen}, "")


def _of_many(ask: Ask, kind: str, words: str) -> Written:
    most = MOST.get(kind, LETTERS)
    taken = narrowed(ask)
    total = 0 if words else ask.book.count(**taken)
    if total > most:
        raise LetterbookError(
            f"{total:,} letters are more than the {most:,} of which a {kind} is written here at"
            " one time: narrow them by a date, a party or a search. In a terminal there is no such"
            f" bound: letterbook write {kind}"
        )
    if taken.get("kind"):  # what is written has a kind, too
        taken = {"among": tuple(letter.id for letter in ask.book.list(**taken))}
    if words:
        taken["limit"] = min(FOUND, most)
    return ask.book.write(kind, find=words, pages=_pages(ask), progress=_bounded(), **taken)


def _kind(ask: Ask) -> str:
    kind = ask.path["kind"]
    if kind not in KINDS:
        raise LetterbookError(f'nothing is called "{kind}" here; write: {", ".join(KINDS)}')
    return kind


def _pages(ask: Ask) -> int:
    return max(ask.number("pages", 1, 3), 1)


def _bounded() -> Callable[[int, int], None]:
    end = time.monotonic() + SECONDS

    def tell(done: int, total: int) -> None:
        if time.monotonic() > end and done < total:
            raise LetterbookError(
                f"after {SECONDS:.0f} seconds {done:,} of {total:,} sources were looked through;"
                " ask for fewer letters, or write in a terminal: letterbook write"
            )

    return tell


def _given(ask: Ask, written: Written, asked: dict[str, str], id: str) -> Page | Text:
    """The page, or the file that is asked for."""
    form, kind = ask.words("to"), ask.path["kind"]
    if form:
        return _file(written, form, "-".join(filter(None, (kind, id or _name(asked)))))
    path = f"/write/{kind}/{id}" if id else f"/write/{kind}"
    asked = {**asked, "pages": ask.words("pages")}
    saved = [(name, address(path, asked, to=form)) for form, (_, _, name) in FILES.items()
             if form != "svg" or _drawn(written)]  # fmt: skip
    others = [(name, address(f"/write/{other}/{id}" if id else f"/write/{other}", asked))
              for other, (name, _) in KINDS.items() if other != kind]  # fmt: skip
    about = {"saved": saved, "others": others, "asked": {k: v for k, v in asked.items() if v},
             "picture": address(path, asked, to="svg") if _drawn(written) else "",
             "what": KINDS[kind][0], "length": str(_pages(ask)), "id": id, "kind": kind,
             "path": path, "called": called(ask, asked)}  # fmt: skip
    return shown(written, about)


def _drawn(written: Written) -> bool:
    """Whether there is a picture of it: of days, where there are some."""
    return written.kind in DATED and any(row.when for row in written.rows)


def _file(written: Written, form: str, name: str) -> Text:
    from letterbook.write import RENDERERS

    if form not in FILES:
        raise LetterbookError(f'it cannot be saved as "{form}"; as: {", ".join(FILES)}')
    media, end, _ = FILES[form]
    return Text(RENDERERS[form](written), media, f"{name}.{end}", beside=form == "svg")


def _name(asked: dict[str, str]) -> str:
    words = re.sub(r"[^\w]+", "-", " ".join(asked.values()), flags=re.ASCII).strip("-")
    return words[:60].lower() or "letterbook"


def _of_these(ask: Ask) -> str:
    """How many letters the filters of the address let through, in words."""
    if ask.words("q"):
        return f"the best {FOUND} letters that hold these words"
    return count(ask.book.count(**narrowed(ask)), "letter")


TO = ("to", "to be saved as: " + ", ".join(FILES))
LONG = ("pages", "1 to 3: the length of a brief")
PLACES = (
    Place("/write", form, "What can be written of the letters", menu="Write", lost=400,
          query=(("q", "words that the letters hold"), *FILTERS)),
    Place("/write/{kind}", of_many, "A regest, timeline, brief, guide or ledger of many letters",
          lost=400, slow=True, query=(("q", "words that the letters hold"), *FILTERS, TO, LONG)),
    Place("/write/{kind}/{id}", of_one, "The same of one letter, each sentence pinned", slow=True,
          query=(("exchange", "1: of its whole exchange"), TO, LONG)),
)  # fmt: skip
