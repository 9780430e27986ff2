"""Quotations: documents and quotations → for each its verdict, its document and its place there.

The documents are laid as plain files named by running numbers and read by the same door a user
reads by, so no id leaks into the record; an attribution to a document's id is given as ours.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import letterbook
from bench import lines
from letterbook.check import quote
from letterbook.model import Verdict
from letterbook.record import Record


def lay(docs: Path, folder: Path) -> dict[str, str]:
    """Write each document's text as a file; document id by file name."""
    names: dict[str, str] = {}
    for number, doc in enumerate(lines.read(docs)):
        name = f"{number // 1000:03}/{number:06}.txt"
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(doc["text"], encoding="utf-8", newline="")
        names[name] = doc["id"]
    return names


@dataclass(frozen=True, slots=True)
class Asked:
    """A quotation, whom it is given to, and the record that is asked."""

    record: Path
    words: str
    attributed: str


@cache
def opened(record: Path) -> Record:
    """The record, opened once in each process."""
    return Record(record, readonly=True)


def verdict(asked: Asked) -> Verdict:
    """What checking says of one quotation."""
    return quote(opened(asked.record), asked.words, asked.attributed)


def kept(record: Path, docs: Path, folder: Path) -> dict[str, str]:
    """Read the documents into a record; document id by the id of its source."""
    names = lay(docs, folder)
    with letterbook.open(record) as book:
        book.read(folder, link=False)
        return {source.id: names[source.path] for source in book.sources()}


def row(id: str, said: Verdict, held: dict[str, str]) -> lines.Row:
    """A verdict as the scorer reads it: a splice by its first half, any other by all its places."""
    pins = said.pins[:1] if said.kind == "spliced" else said.pins
    pins = tuple(p for p in pins if p.source == pins[0].source)
    return {
        "qid": id,
        "verdict": said.kind.replace(" ", "_"),
        "source": held[pins[0].source] if pins else None,
        "start": min(p.start for p in pins) if pins else None,
        "end": max(p.end for p in pins) if pins else None,
    }


def answer(questions: Path, beside: Path | None) -> Iterator[lines.Row]:
    """A verdict for each quotation, in order; `beside` holds the documents."""
    if beside is None:
        raise ValueError("quotes needs --docs FILE")
    asked = list(lines.read(questions))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        record = folder / "bench.db"
        held = kept(record, beside, folder)
        ours = {document: id for id, document in held.items()}
        given = (q["attributed_to"] or "" for q in asked)
        work = (
            Asked(record, q["quote"], ours.get(w, w)) for q, w in zip(asked, given, strict=True)
        )
        verdicts = lines.progress(lines.spread(verdict, work), "quotes", len(asked))
        for question, said in zip(asked, verdicts, strict=True):
            yield row(question["qid"], said, held)
