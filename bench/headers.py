"""Headers: a document's text → who wrote to whom, when, from where, what kind of letter.

Only the text of a question is used; its id names the prediction and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench import lines, undated
from letterbook.link.date_rows import Entry
from letterbook.link.dates import infer
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
    return _predict(header(text))


def _predict(found: Header) -> lines.Row:
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


def _read(text: str) -> tuple[lines.Row, Entry]:
    """The prediction, and the letter as one of a heap that may have lost its dates."""
    source = Source.of(text, path="letter.txt", format="plain")
    findings = mark(source, ())
    first = letter_id(source.id, 1)
    found = Header(text, tuple(f for f in findings if f.of == first))
    return _predict(found), undated.entry(source, findings)


def answer(questions: Path, beside: Path | None = None) -> Iterator[lines.Row]:
    """A prediction for each question, in order; `beside` is not used.

    In a heap that mostly bears no dates, each letter is dated by its clues and its neighbours.
    """
    ids: list[str] = []
    texts: list[str] = []
    for row in lines.read(questions):
        ids.append(row["id"])
        texts.append(row["text"])
    answers = list(lines.progress(lines.spread(_read, texts), "headers", len(texts)))
    dated = sum(1 for row, _ in answers if "date" in row)
    if dated * 2 < len(answers):
        told = infer([entry for _, entry in answers])
        answers = [
            (row | undated.interval(one), e) for (row, e), one in zip(answers, told, strict=True)
        ]
    for name, (row, _) in zip(ids, answers, strict=True):
        yield {"id": name, **row}
