"""The verb `check`: somebody's brief is read and marked, not kept, and held against the record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from letterbook.book.work import Rooms
from letterbook.check import quotes
from letterbook.check.checked import Checked, open_places
from letterbook.check.claims import claims
from letterbook.model import By, Document, Finding, LetterbookError, Reading, Source, Span, Trouble
from letterbook.record import Record

ASKED = By("person", "check")
Telling = Callable[[int, int], None]
"""Told how many claims of how many are done."""


def check(
    record: Record, reading: Reading, rooms: Rooms, with_claims: bool, progress: Telling | None
) -> Checked:
    """A brief that was read, checked."""
    source, findings = reading.source, as_brief(reading, rooms)
    verdicts = quotes(record, source, findings)
    if with_claims:
        verdicts += claims(record, source, findings, progress)
    ordered = tuple(sorted(verdicts, key=lambda v: (v.span.start, v.span.end)))
    return Checked(source, findings, ordered, open_places(record, ordered))


def as_brief(reading: Reading, rooms: Rooms) -> tuple[Finding, ...]:
    """What is found in a text that is held to be a brief, whatever it looks like."""
    source = reading.source
    findings = rooms.mark(source, reading.findings)
    forms = [f.value for f in findings if isinstance(f.value, Document)]
    if forms and forms[0].form in ("brief", "history"):
        return findings
    told = Document("brief", forms[0].title if forms else "")
    kept = [f for f in reading.findings if f.kind not in ("document", "letter")]
    whole = Finding(Span(source.id, 0, len(source.text)), "document", told, ASKED)
    return rooms.mark(source, [whole, *kept])


def read_brief(path: Path, rooms: Rooms) -> Reading:
    """The one text that a file holds; raises LetterbookError when it holds none, or several."""
    readings: list[Reading] = []
    troubles: list[Trouble] = []
    if not path.is_file():
        raise LetterbookError(
            f"{path}: no such file; give the brief's file, or - for what is typed"
        )
    for item in rooms.read(path, str(path), rooms.limit):
        if isinstance(item, Trouble):
            troubles.append(item)
        else:
            readings.append(item)
        if len(readings) > 1:
            raise LetterbookError(f"{path}: holds more than one text; check them one by one")
    if not readings or not readings[0].source.text.strip():
        why = f": {troubles[0].problem} {troubles[0].advice}".rstrip() if troubles else ""
        raise LetterbookError(f"{path}: nothing to check there{why}")
    return readings[0]


def typed(text: str) -> Reading:
    """Words that were given as such, as a brief."""
    if not text.strip():
        raise LetterbookError("nothing to check: the text is empty")
    return Reading(Source.of(text, "standard input", format="markdown"))
