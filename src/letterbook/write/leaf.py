"""A letter's or a source's words as they are quoted: furniture and notes out, places kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from letterbook.model import Finding, Furniture, Marker, Note, Source, Span
from letterbook.record import Shown
from letterbook.text import HYPHENS, View, sentences, skip, squeeze

ENDS = frozenset(("section", "heading", "dateline", "salutation", "closing", "signature"))
"""Kinds of findings that are lines of their own."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """The reading view of `start` to `end` of a source; sentences and words are asked of it.

    Page numbers, running heads, note marks and notes are skipped, words broken at a line's end
    joined. `view` maps every offset back to the source.
    """

    source: Source
    start: int
    end: int
    view: View

    @property
    def text(self) -> str:
        """What a reader sees; offsets of `span`, `words` and `sentences` count in it."""
        return self.view.text

    def span(self, start: int, end: int) -> Span:
        """Where `start` to `end` of the view stand in the source."""
        first, last = self.view.span(start, end)
        return Span(self.source.id, self.start + first, self.start + last)

    def offset(self, at: int) -> int:
        """Where the source's character `at` stands in the view."""
        return self.view.offset(at - self.start)

    def words(self, start: int, end: int) -> str:
        """The words from `start` to `end` of the view in one line: what may be put in quotes."""
        return squeeze(self.text[start:end])

    def sentences(self, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Where the sentences stand in the view."""
        return sentences(self.text, start, end)


def leaf(
    source: Source,
    findings: Sequence[Finding],
    start: int = 0,
    end: int | None = None,
    without: Iterable[Span] = (),
) -> Leaf:
    """The reading view of a stretch of `source`, as its findings tell what to skip.

    `without`: other letters that stand within it, which are not its own words.
    """
    stop = len(source.text) if end is None else end
    changes = [
        (f.span.start - start, f.span.end - start, _join(f)) for f in findings
        if isinstance(f.value, Furniture | Marker | Note) and f.span.source == source.id
        and start <= f.span.start and f.span.end <= stop
    ]  # fmt: skip
    changes += [(span.start - start, span.end - start, "\n\n") for span in without]
    changes += [(at - start, at - start, "\n\n") for at in _edges(findings) if start < at < stop]
    text = source.text[start:stop]
    # "coop-\nerate" is one word; a checker that joins the lines otherwise would miss it
    broken = ((m.start(), m.end(), "") for m in HYPHENS.finditer(text))
    return Leaf(source, start, stop, skip(text, [*_outer(changes), *broken]))


def _edges(findings: Iterable[Finding]) -> Iterator[int]:
    """Where a heading ends, or a line of a letter's head: no sentence goes on beyond it."""
    for finding in findings:
        if finding.kind in ENDS:
            yield finding.span.end


def _outer(changes: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The widest of those that lie within one another: a page mark within a note goes with it."""
    last = -1
    for first, end, join in sorted(changes, key=lambda c: (c[0], -c[1])):
        if end > last or (first == end and first >= last):
            yield first, end, join
            last = max(last, end)


def _join(finding: Finding) -> str:
    if isinstance(finding.value, Furniture):
        return finding.value.join
    return "\n\n" if isinstance(finding.value, Note) else ""


def leaf_of(shown: Shown) -> Leaf:
    """The reading view of a letter opened for reading, or of a source that is none."""
    letter = shown.letter
    start, end = (letter.start, letter.end) if letter else (0, len(shown.source.text))
    return leaf(shown.source, shown.findings, start, end)
