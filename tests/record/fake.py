"""A reader and a marker of a few lines, for letters that say everything in so many words.

From: Ana Vell, Regent
To: Jon Mar
Date: 1962-12-19
Place: Vellmar

Dear Sir, …  [Page 3] is a page mark, [n1] a note mark, "n1 …" on its own line that note;
a line of ===== parts two letters of a file, a line of ----- two sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from letterbook.model import (
    By,
    Extent,
    Finding,
    Furniture,
    Marker,
    Name,
    Note,
    Reading,
    Source,
    Span,
    Trouble,
    Value,
    When,
    Words,
    letter_id,
)
from letterbook.record.edtf import when

RULE = By("rule", "fake", "1")
FIELD = {"From": "sender", "To": "recipient", "Date": "date", "Place": "place", "Kind": "kind",
         "No": "number", "Perhaps": "sender"}  # fmt: skip


def mark(source: Source, markup: Sequence[Finding] = ()) -> tuple[Finding, ...]:
    """The findings of a fake letter."""
    found: list[Finding] = list(markup)

    def add(start: int, end: int, kind: str, value: Value, of: str = "", score: float = 1) -> None:
        found.append(Finding(Span(source.id, start, end), kind, value, RULE, of, (), score))

    text, at = source.text, 0
    for match in re.finditer(r"\[Page \d+\]", text):
        add(*match.span(), "furniture", Furniture("page", match[0], " "))
    for match in re.finditer(r"\[n(\d)\]", text):
        add(*match.span(), "marker", Marker(match[1]))
    for match in re.finditer(r"^n(\d) .*$", text, re.M):
        add(*match.span(), "note", Note(match[1]))
    if "From:" in text or "To:" in text:
        for ordinal, part in enumerate(text.split("\n=====\n"), 1):
            of = letter_id(source.id, ordinal)
            add(at, at + len(part), "letter", Extent(ordinal), of)
            for match in re.finditer(r"^(\w+): *(.*)$", part, re.M):
                if match[1] in FIELD:
                    score = 0.3 if match[1] == "Perhaps" else 1.0
                    kind = FIELD[match[1]]
                    place = (at + match.start(2), at + match.end(2))
                    add(*place, kind, value(kind, match[2]), of, score)
            at += len(part) + len("\n=====\n")
    return tuple(found)


def value(kind: str, words: str) -> Value:
    """The value of a header line."""
    if kind == "date":
        try:
            return when(words)
        except Exception:
            return When(None, None, words)
    if kind in ("sender", "recipient"):
        name, _, office = words.partition(", ")
        return Name(name, office)
    return Words(words)


def read_path(path: Path, name: str, limit: int = 9999) -> Iterator[Reading | Trouble]:
    """A file's sources; a file of `torn` is trouble, one of `die` kills its reader."""
    import os
    import time

    text = path.read_text("utf-8", errors="surrogateescape")
    if len(text) > limit:
        yield Trouble(name, "is too long.", "Raise --max-size.")
        return
    if text == "die":
        os._exit(9)
    if text.startswith("torn"):
        yield Trouble(name, "is torn.", "Mend it.", 1)
        text = text[4:]
    if text.startswith("slow"):
        time.sleep(0.2)
    if text.strip():
        for n, part in enumerate(text.split("\n-----\n")):
            yield Reading(Source.of(part, name, f"p{n}" if n else "", "plain"))


def letter(
    to: str = "Jon Mar", sender: str = "Ana Vell, Regent", date: str = "1962-12-19",
    place: str = "Vellmar", body: str = "Dear Sir, the harbour is open.", more: str = "",
) -> str:  # fmt: skip
    """The text of a fake letter."""
    head = f"From: {sender}\nTo: {to}\nDate: {date}\nPlace: {place}\n"
    return f"{head}{more}\n{body}\n"
