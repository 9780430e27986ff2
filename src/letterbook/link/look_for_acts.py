"""A look of its own at a source, for what its letters ask and promise."""

from __future__ import annotations

from collections.abc import Sequence

from letterbook.mark.acts import acts
from letterbook.model import Finding, Source
from letterbook.record import Looked, look


def acts_through(source: Source, findings: Sequence[Finding]) -> Looked:
    """The acts of one source's letters: a look of its own, for few ask for them and it costs."""
    return look(source.id, acts(source, findings), {}, {})
