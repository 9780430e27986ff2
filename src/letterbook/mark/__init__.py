"""Marking: a Source and what its markup says → Findings.

In: one `Source` and the findings a reader took from its markup.
Out: findings by rule (and the markup's, which win), in the order of the text.
One rule per file; each is a pure function of the sheet and of what earlier rules found.
`mentions`, `citations`, `acts`, `clues`, `names` are not in the list: linking asks them later.
Never: reads a file, asks the record, looks at another source, or changes a text.
"""

from __future__ import annotations

from collections.abc import Sequence

from letterbook.mark.address import mark_address
from letterbook.mark.compose import mark_parties
from letterbook.mark.dateline import mark_dateline
from letterbook.mark.document import mark_document
from letterbook.mark.furniture import mark_furniture
from letterbook.mark.gaps import mark_gaps
from letterbook.mark.heading import mark_heading
from letterbook.mark.kind import mark_kind
from letterbook.mark.letters import mark_letters
from letterbook.mark.marking import mark_markings
from letterbook.mark.notes import mark_notes
from letterbook.mark.provenance import mark_provenance
from letterbook.mark.quotes import mark_quotes
from letterbook.mark.salutation import mark_salutation
from letterbook.mark.sheet import VERSION, Found, Rule, Sheet
from letterbook.mark.signature import mark_signature
from letterbook.model import Finding, Source

RULES: tuple[tuple[str, Rule], ...] = (
    ("furniture", mark_furniture),
    ("notes", mark_notes),
    ("gaps", mark_gaps),
    ("letters", mark_letters),
    ("document", mark_document),
    ("heading", mark_heading),
    ("kind", mark_kind),
    ("dateline", mark_dateline),
    ("salutation", mark_salutation),
    ("address", mark_address),
    ("signature", mark_signature),
    ("marking", mark_markings),
    ("provenance", mark_provenance),
    ("compose", mark_parties),
    ("quotes", mark_quotes),
)
"""The rules in the order in which a sheet passes them."""

__all__ = ["RULES", "VERSION", "mark"]


def mark(source: Source, markup: Sequence[Finding] = ()) -> tuple[Finding, ...]:
    """Everything found in `source`, markup included, in the order of the text."""
    sheet, found = Sheet(source, tuple(markup)), Found()
    found.add(markup)
    made = list(markup)
    for _, rule in RULES:
        findings = list(rule(sheet, found))
        found.add(findings)
        made.extend(findings)
    return tuple(sorted(made, key=lambda f: (f.span.start, f.span.end)))
