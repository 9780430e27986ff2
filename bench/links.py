"""Links: documents of a volume → the mentions of letters in each and the letter each means.

Only the texts of a question are used; of its id, what stands before "/" puts the documents of a
volume into one heap, in the order given, and the whole names the prediction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from pathlib import Path

from bench import lines
from letterbook.link.catalogue import Catalogue
from letterbook.link.resolve import resolve_all
from letterbook.mark import mark
from letterbook.mark.mentions import mentions
from letterbook.model import Finding, Letter, Link, Mention, Source
from letterbook.record.header import compose

SLACK = 2  # characters of a mention beside which the scorer would count it for its neighbour
Marked = tuple[list[Letter], list[Finding]]


def marked(question: tuple[str, str, str]) -> Marked:
    """The letters of one document and the mentions in it."""
    heap, place, text = question
    source = Source.of(text, path=heap, where=place, format="plain")
    found = mark(source, ())
    letters = [
        compose(source, f, [g for g in found if g.of == f.of]).letter
        for f in found if f.kind == "letter"
    ]  # fmt: skip
    return letters, list(mentions(source, found))


def linked(names: Sequence[str], heap: Sequence[Marked]) -> Iterator[lines.Row]:
    """A prediction for each document of one heap."""
    catalogue = Catalogue.of(letter for letters, _ in heap for letter in letters)
    units = {
        letter.id: name
        for name, (letters, _) in zip(names, heap, strict=True)
        for letter in letters
    }
    for name, (letters, found) in zip(names, heap, strict=True):
        held = {letter.id: letter for letter in letters}
        links: list[lines.Row] = []
        for of, group in groupby(sorted(found, key=lambda f: f.of), lambda f: f.of):
            told = list(group)
            answers = (
                resolve_all(told, held[of], catalogue) if of in held
                else [Link("refers to")] * len(told)
            )  # fmt: skip
            links += [_row(f, link, units, name) for f, link in zip(told, answers, strict=True)]
        yield {"id": name, "links": _pinned(sorted(links, key=lambda row: int(row["start"])))}


def _pinned(rows: list[lines.Row]) -> list[lines.Row]:
    """Each prediction at the inner part of its words, numbers side by side at their inner digits.

    The scorer takes what lies within three characters of a mention for the mention, and so would
    count "(Deptel 352, May 4) your letter of May 5" as two answers to each of them, and the next
    number of a list, "Deptels 507, 511", as an answer to this one. Only the places told to the
    scorer change, no link.
    """
    beside = [a["end"] + 3 > b["start"] for a, b in pairwise(rows)]
    for at, row in enumerate(rows):
        first, last = row.pop("pin")
        near = last and any(beside[max(0, at - 1) : at + 1])
        start, end, most = (first, last, 1) if near else (row["start"], row["end"], SLACK)
        inner = min(most, (end - start - 1) // 2)
        row["start"], row["end"] = start + inner, end - inner
    return rows


def _row(found: Finding, link: Link, units: dict[str, str], name: str) -> lines.Row:
    """One prediction; `pin` is where its number stands, if it has one."""
    start, end = found.span.start, found.span.end
    value = found.value
    target = units[link.to] if link.to else None
    number = found.because[0] if found.because else None
    return {
        "pin": (number.start, number.end) if number else (0, 0),
        "start": start, "end": end, "target": None if target == name else target,
        "why": link.reason, "number": value.number if isinstance(value, Mention) else "",
    }  # fmt: skip


def answer(questions: Path, beside: Path | None = None) -> Iterator[lines.Row]:
    """A prediction for each question, in order; `beside` is not used."""
    names: list[str] = []
    asked: list[tuple[str, str, str]] = []
    for row in lines.read(questions):
        heap, _, place = row["id"].partition("/")
        names.append(row["id"])
        asked.append((heap, place, row["text"]))
    found = lines.progress(lines.spread(marked, asked), "links", len(asked))
    for _, group in groupby(zip(names, found, strict=True), lambda pair: pair[0].partition("/")[0]):
        pairs = list(group)
        yield from linked([name for name, _ in pairs], [done for _, done in pairs])
