"""How long a page is, in the words that a reader counts: lines, headings and labels."""

from __future__ import annotations

from collections.abc import Iterable

from letterbook.write.page import Heading, Label, Paragraph, Part, Table, lines_of


def size(parts: Iterable[Part]) -> int:
    """The words of these parts; references and the notes at the end are not counted."""
    return sum(_size(part) for part in parts)


def _size(part: Part) -> int:
    words = sum(len(line.text.split()) for line in lines_of(part))
    if isinstance(part, Heading):
        return words + len(part.text.split())
    if isinstance(part, Paragraph):
        return words + len(part.label.split())
    assert isinstance(part, Table)
    own = [*part.columns, *(c.text for row in part.rows for c in row.cells if isinstance(c, Label))]
    return words + sum(len(text.split()) for text in own)
