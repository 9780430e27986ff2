"""The sentences of a letter's body, in which acts are looked for, in order.

What stands around the body is left out: heading, dateline, salutation, closing, notes, page marks,
and whatever a letter encloses. "Our Embassy will [Page 447] shortly request …" is one sentence,
and each of its words keeps its place in the source.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from letterbook.mark.mention_does import body_starts
from letterbook.model import Finding, Furniture, Source, Span
from letterbook.text import View, replace, sentences

LONGEST = 4000
"""Characters: what runs on longer without a full stop is a table or a list, and no act."""
_OUTSIDE = ("note", "marker")
Piece = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its words on one line, its place in the letter's body and in the source.

    `at` is the offset of the first word in `view`, `base` that of the view in the source.
    `opens`: it begins a paragraph.
    """

    words: str
    source: str
    view: View
    at: int
    base: int
    opens: bool

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Where the characters `start` to `end` of the words stand in the source."""
        last = len(self.words) if end is None else end
        first, stop = self.view.span(self.at + start, self.at + last)
        return Span(self.source, self.base + first, self.base + stop)


@dataclass(frozen=True, slots=True)
class Body:
    """The sentences of one letter (`of`), and everything found about it."""

    of: str
    sentences: tuple[Sentence, ...]
    findings: tuple[Finding, ...]


Most = Callable[[Sequence[Finding], str], int]
"""How many sentences a letter may have, from what was found about it and the words of its body."""


def bodies(source: Source, findings: Sequence[Finding], most: Most | None = None) -> Iterator[Body]:
    """Each letter of a marked source with its sentences, in order.

    `most`: letters with more sentences than that are left out, and not cut up any further.
    """
    starts, skipped = body_starts(findings), _skipped(findings)
    firsts = [start for start, _, _ in skipped]
    about: dict[str, list[Finding]] = {}
    for finding in findings:
        about.setdefault(finding.of, []).append(finding)
    for letter in (f for f in findings if f.kind == "letter"):
        start = starts.get(letter.of, letter.span.start)
        end = _closing(about[letter.of], start, letter.span.end)
        # a note that begins before the body may reach into it, so one piece more
        first = max(bisect_left(firsts, start) - 1, 0)
        pieces = skipped[first : bisect_left(firsts, end)]
        # the letter itself, and one that encloses it, are not cut out
        mine = [p for p in pieces if p[0] > start or p[1] < letter.span.end]
        view = _view(source, start, end, mine)
        bound = most(about[letter.of], view.text) if most else None
        held = tuple(islice(_cut(source, start, view), None if bound is None else bound + 1))
        if bound is None or len(held) <= bound:
            yield Body(letter.of, held, tuple(about[letter.of]))


def _skipped(findings: Sequence[Finding]) -> list[Piece]:
    """What a reader of a body passes over, with what stands in its place; and inner letters."""
    pieces: list[Piece] = []
    for finding in findings:
        start, end = finding.span.start, finding.span.end
        if isinstance(finding.value, Furniture):
            pieces.append((start, end, finding.value.join))
        elif finding.kind in _OUTSIDE:
            pieces.append((start, end, "" if finding.kind == "marker" else "\n\n"))
        elif finding.kind == "letter":
            pieces.append((start, end, "\n\n"))
    return sorted(pieces)


def _closing(findings: Sequence[Finding], start: int, end: int) -> int:
    """Where the body ends: at "Sincerely yours,", at the signature, or with the letter."""
    ends = (f.span.start for f in findings if f.kind in ("closing", "signature"))
    return min((at for at in ends if start < at < end), default=end)


def _view(source: Source, start: int, end: int, pieces: Sequence[Piece]) -> View:
    """The words between `start` and `end` of the source without the pieces."""
    inside = [(max(a, start) - start, min(b, end) - start, j) for a, b, j in pieces if b > start]
    return replace(source.text[start:end], inside)


def _cut(source: Source, start: int, view: View) -> Iterator[Sentence]:
    """The sentences of a body that begins at `start` of the source."""
    last = 0
    for first, stop in sentences(view.text):
        if stop - first <= LONGEST:
            words = view.text[first:stop].replace("\n", " ").replace("\t", " ")
            opens = first == 0 or "\n" in view.text[last:first]
            yield Sentence(words, source.id, view, first, start, opens)
        last = stop
