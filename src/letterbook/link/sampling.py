"""Samples of the wording of letters, taken while they are read: nothing else is asked for them."""

from __future__ import annotations

from collections.abc import Sequence

from letterbook.link.printing import Printing
from letterbook.link.shingles import sketch
from letterbook.model import Finding, Source


def sampled(source: Source, findings: Sequence[Finding]) -> dict[str, tuple[int, ...]]:
    """Letter → samples of its wording, for each letter of a source; pure, for any process."""
    return {
        f.of: sketch(Printing.of(source.text, findings, f.of).reading)
        for f in findings
        if f.kind == "letter"
    }
