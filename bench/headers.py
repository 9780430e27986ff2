"""Headers: a document's text → who wrote to whom, when, from where, what kind of letter.

Only the text of a question is used; its id names the prediction and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench import lines
from letterbook.mark import mark
from letterbook.model import ASSERTED, Finding, Name, Source, When, Words, letter_id

FIELDS = {"sender": "from", "recipient": "to", "kind": "kind", "date": "date", "place": "place"}
"""Our kinds of finding and the names that the predictions give them."""

KINDS = frozenset(
    ("memcon", "telegram", "airgram", "despatch", "letter", "message", "memorandum", "note")
)
"""The kinds that the questions tell apart; a report, a paper, or no stated kind are "other"."""


@dataclass(frozen=True, slots=True)
class Header:
    """The asserted header findings of one letter, and the text they point into."""

    text: str
    findings: tuple[Finding, ...]

    def of(self, kind: str) -> tuple[Finding, ...]:
        """The asserted findings of one kind."""
        return tuple(f for f in self.findings if f.kind == kind and f.score >= ASSERTED)


def header(text: str) -> Header:
    """Mark a plain text and keep what is said about its first letter."""
    source = Source.of(text, path="letter.txt", format="plain")
    first = letter_id(source.id, 1)
    return Header(text, tuple(f for f in mark(source, ()) if f.of == first))


def party(value: Name) -> str:
    """A party on one line: "Ambassador in Iran (Allen)", or what there is of the two."""
    if value.name and value.office:
        return f"{value.office} ({value.name})"
    return value.name or value.office or value.acting_for


def day(when: When) -> str:
    """A date as YYYY[-MM[-DD[THH:MM]]]; a range by its first day; "" when the start is open."""
    if when.earliest is None:
        return ""
    start = When(when.earliest, when.latest).edtf.split("/")[0]
    return f"{start}T{when.time[:5]}" if when.time else start


def predict(text: str) -> lines.Row:
    """A prediction (without its id) from the text of one document."""
    found = header(text)
    row: lines.Row = {
        FIELDS[kind]: [party(f.value) for f in found.of(kind) if isinstance(f.value, Name)]
        for kind in ("sender", "recipient")
    }
    for finding in (*found.of("kind")[:1], *found.of("place")[:1], *found.of("date")[:1]):
        if isinstance(finding.value, When):
            row |= _date(finding.value)
        elif isinstance(finding.value, Words):
            row[finding.kind] = finding.value.text
    row["kind"] = row["kind"] if row.get("kind") in KINDS else "other"
    return row | {"words": _words(found)}


def _date(when: When) -> lines.Row:
    if not day(when):
        return {}
    row = {"date": day(when)}
    if when.earliest and when.latest:
        row |= {"earliest": when.earliest.isoformat(), "latest": when.latest.isoformat()}
    return row


def _words(found: Header) -> dict[str, str]:
    """The words each answer rests on, for whoever reads the errors; no scorer looks at them."""
    return {
        name: " … ".join(
            " ".join(found.text[f.span.start : f.span.end].split())[:80] for f in found.of(kind)
        )
        for kind, name in FIELDS.items()
        if found.of(kind)
    }


def answer(questions: Path, beside: Path | None = None) -> Iterator[lines.Row]:
    """A prediction for each question, in order; `beside` is not used."""
    rows = ((row["id"], row["text"]) for row in lines.read(questions))
    ids: list[str] = []
    texts: list[str] = []
    for name, text in rows:
        ids.append(name)
        texts.append(text)
    answers = lines.progress(lines.spread(predict, texts), "headers", len(texts))
    for name, row in zip(ids, answers, strict=True):
        yield {"id": name, **row}
