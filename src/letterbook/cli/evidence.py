"""The evidence: for each field its value, the words it rests on, who found it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from letterbook.cli.safe import safe
from letterbook.cli.words import count, cut, title, width
from letterbook.model import FIELDS, Finding, Gap, Name, Provenance, Span, When, Words, plain
from letterbook.record import Shown, in_force
from letterbook.text import Lines

NAMES = {"sender": "From", "recipient": "To", "handling": "Handling", "provenance": "Kept"}
LONG = 300  # characters of words shown


def evidence(shown: Shown) -> Iterator[str]:
    """Every field of the header with its findings; then gaps and where the letter is kept."""
    lines = Lines(shown.source.text)
    about = [f for f in shown.findings if shown.letter is None or f.of == shown.letter.id]
    for field in (*FIELDS, "salutation", "closing", "signature", "address", "dateline",
                  "provenance"):  # fmt: skip
        found = [f for f in about if f.kind == field]
        if found:
            yield title(NAMES.get(field, field.capitalize()))
            yield from _field(field, found, shown, lines)
    gaps = [f for f in shown.findings if isinstance(f.value, Gap)]
    if gaps:
        yield title("Gaps")
    for gap in gaps:
        yield from _finding("", gap, shown, lines)


def _field(field: str, found: list[Finding], shown: Shown, lines: Lines) -> Iterator[str]:
    holds = in_force(found, field)
    by_hand = any(f.by.kind == "person" for f in found)
    if not holds:
        yield "  not stated"
    for finding in holds:
        yield from _finding("", finding, shown, lines)
    for finding in found:
        if finding not in holds and finding.by.kind != "person":
            said = "overruled: " if by_hand and finding.score >= 0.5 else "perhaps: "
            yield from _finding(said, finding, shown, lines)


def _finding(lead: str, finding: Finding, shown: Shown, lines: Lines) -> Iterator[str]:
    yield from _wrap(f"  {lead}{safe(value(finding))}", 6)
    by = finding.by
    finder = f"says {by.name}" if by.kind == "person" else f"{by.kind} {by.name}".strip()
    words = _words(finding.span, shown, lines)
    yield from _wrap("      " + "; ".join(filter(None, (words, safe(finder)))), 8)
    for span in finding.because:
        words = _words(span, shown, lines)
        if words:
            yield from _wrap(f"      because {words}", 8)


def _words(span: Span, shown: Shown, lines: Lines) -> str:
    """The words in quotes with their line; "" for a place without words or in another source."""
    if span.source != shown.source.id or span.start == span.end:
        return ""
    words = cut(safe(shown.source.text[span.start : span.end]), LONG)
    return f"“{words}”, line {lines.line(span.start)}"


def value(finding: Finding) -> str:
    """A finding's value in words."""
    item = finding.value
    if isinstance(item, When):
        return " ".join(filter(None, (item.edtf or item.stated, item.time))) or "not stated"
    if isinstance(item, Words):
        return item.text
    if isinstance(item, Name):
        more = [f"for {item.acting_for}"] * bool(item.acting_for) + [item.address] * bool(
            item.address
        )
        return " · ".join([str(item), *more])
    if isinstance(item, Gap):
        return gap(item)
    if isinstance(item, Provenance):
        parts = plain(item).items()
        return " · ".join(f"{k}: {'; '.join(v) if isinstance(v, list) else v}" for k, v in parts)
    return str(plain(item))


SAID = {
    "elision": "left out by the editor",
    "withheld": "not declassified",
    "undeciphered": "not deciphered",
    "damaged": "lost to damage",
    "insertion": "put in by the editor",
    "sic": "so in the original",
}


def gap(item: Gap) -> str:
    """A gap in words.

    >>> gap(Gap("elision", 3, "page", "the fisheries"))
    '3 pages left out by the editor: the fisheries'
    """
    amount = count(item.amount, item.unit) if item.amount is not None and item.unit else ""
    told = " ".join(filter(None, (amount, SAID[item.what])))
    return f"{told}: {item.about}" if item.about else told


def _wrap(line: str, indent: int) -> list[str]:
    return textwrap.wrap(line, width(), subsequent_indent=" " * indent)
