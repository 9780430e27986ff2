"""A second look at a source: what its words do and say of other letters, and samples of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from letterbook.link.by_day import MONTH, days_meant
from letterbook.link.printing import Printing
from letterbook.link.shingles import sketch
from letterbook.link.telegrams import number_keys, numbers, own_number
from letterbook.link.who import listed
from letterbook.mark.citations import citations
from letterbook.mark.mentions import mentions
from letterbook.model import Document, Finding, Mention, Source
from letterbook.record import Looked, look
from letterbook.record.header import compose

LOOKED_AT = ("document", "letter", "heading", "dateline", "number", "telegram", "date",
             "salutation", "place", "classification", "handling", "subject", "note", "marker",
             "furniture", "gap", "kind")  # fmt: skip
"""The kinds of finding that a second look needs; a volume's thousand tagged names are not."""
ACTED_AT = (*LOOKED_AT, "address", "section", "sender", "recipient", "signature", "closing")
"""Those that looking for acts needs: who speaks, and where he has done."""
_NUMBERED_BY = frozenset(
    ("heading", "dateline", "number", "telegram", "date", "place", "salutation", "classification",
     "handling", "subject", "kind")
)  # fmt: skip
"""What a letter's own numbers, and where its words begin, are told by."""
BEARS = "bears"
"""The key of a letter that bears a number which its words tell and no field does."""
LATEST = "latest"
"""The key of a letter that speaks of "your letter" and gives neither day nor number."""


def look_through(source: Source, findings: Sequence[Finding]) -> Looked:
    """The mentions and citations of one source, and what its letters can be looked up by."""
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
    for of, borne in _numbers(source, findings).items():
        keys[of] |= borne
    held = {of: frozenset(some) for of, some in keys.items() if of in sketches and some}
    looked = look(source.id, [*named, *citations(source, findings)], held, sketches)
    if any(isinstance(f.value, Document) and f.value.form == "list" for f in findings):
        entries, filed = listed(source)
        return replace(looked, entries=entries, filed=filed)
    return looked


def _numbers(source: Source, findings: Sequence[Finding]) -> dict[str, set[str]]:
    """Letter → what it bears beside its telegram's number, and may be named by: "Todel 1287"."""
    about: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.kind in _NUMBERED_BY:
            about[finding.of].append(finding)
    borne: dict[str, set[str]] = {}
    for finding in findings:
        if finding.kind == "letter":
            letter = compose(source, finding, about[finding.of]).letter
            own = own_number(letter)
            held = {n for home in (True, False) for _, n in numbers(letter, home, own)}
            borne[finding.of] = {f"{BEARS} {n}" for n in held if n != letter.telegram}
    return borne


def keys_of(mention: Mention) -> set[str]:
    """What the letter that is meant must have: a day, a number; or that it be the latest."""
    copies = (copy.rpartition(" ")[2] for copy in mention.copies)
    said = {mention.number, *copies, *number_keys(mention.number)} - {""}
    keys = {f"number {number}" for number in said}
    when = mention.when
    if when and when.earliest and when.earliest == when.latest:
        keys |= {day.isoformat() for day in days_meant(mention, when.earliest)}
    elif when and when.earliest and when.latest and (when.latest - when.earliest).days <= MONTH:
        month = range((when.latest - when.earliest).days + 1)
        keys |= {(when.earliest + timedelta(on)).isoformat() for on in month}
    return keys or {LATEST}
