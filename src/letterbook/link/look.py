"""A second look at a source: what its words do and say of other letters, and samples of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from letterbook.link.by_day import days_meant
from letterbook.link.printing import Printing
from letterbook.link.shingles import sketch
from letterbook.link.who import listed
from letterbook.mark.acts import acts
from letterbook.mark.citations import citations
from letterbook.mark.mentions import mentions
from letterbook.model import Document, Finding, Mention, Source
from letterbook.record import Looked, look

LOOKED_AT = ("document", "letter", "heading", "dateline", "number", "telegram", "date",
             "salutation", "address", "place", "classification", "handling", "subject", "note",
             "marker", "furniture", "gap",
             "section", "sender", "recipient", "signature", "closing")  # fmt: skip
"""The kinds of finding that a second look needs; a volume's thousand tagged names are not."""
LATEST = "latest"
"""The key of a letter that speaks of "your letter" and gives neither day nor number."""


def look_through(source: Source, findings: Sequence[Finding]) -> Looked:
    """The mentions, citations and acts of one source, and what its letters can be looked up by."""
    named = mentions(source, findings)
    keys: dict[str, set[str]] = defaultdict(set)
    for finding in named:
        if finding.of and isinstance(finding.value, Mention):
            keys[finding.of] |= keys_of(finding.value)
    sketches = {
        f.of: sketch(Printing.of(source.text, findings, f.of).reading)
        for f in findings
        if f.kind == "letter"
    }
    held = {of: frozenset(some) for of, some in keys.items() if of in sketches}
    looked = look(
        source.id, [*named, *citations(source, findings), *acts(source, findings)], held, sketches
    )
    if any(isinstance(f.value, Document) and f.value.form == "list" for f in findings):
        entries, filed = listed(source)
        return replace(looked, entries=entries, filed=filed)
    return looked


def keys_of(mention: Mention) -> set[str]:
    """What the letter that is meant must have: a day, a number; or that it be the latest."""
    keys = {f"number {mention.number}"} if mention.number else set()
    keys |= {f"number {copy.rpartition(' ')[2]}" for copy in mention.copies}
    when = mention.when
    if when and when.earliest and when.earliest == when.latest:
        keys |= {day.isoformat() for day in days_meant(mention, when.earliest)}
    return keys or {LATEST}
