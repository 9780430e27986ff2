"""A letter as one source prints it: its words for comparing, and where its words are missing.

Page marks, note marks, notes and the editors' heading are skipped; an elision is taken out and
its place remembered. Every word keeps its place in the source.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from letterbook.model import Finding, Furniture, Gap
from letterbook.text import View, fold, replace

Range = tuple[int, int]
"""First character and the one after the last, of a source's text."""

HEADING = 1000
"""Characters: what editors put above a letter ends before; a heading further down is a part's."""

_WORD = re.compile(r"[^\W_]+")
_SMALL = re.compile(r"\b[a-z]+")
_DOTS = re.compile(r"(?:\.[ \u00a0\u2009]?){3,}|…")
_MISSING = ("elision", "withheld")
_LABEL = re.compile(r"(?m)^[ \t]*[\[(]?(?:\w{1,3}|[*†‡§]{1,3})[\])]?[.:]?\s+\Z")


@dataclass(frozen=True)
class Printing:
    """`text` from `start` to `end`, without the `skipped` pieces (start, end, what joins).

    `elisions` are the places where an editor says that words are left out; they are skipped too.
    """

    text: str
    start: int
    end: int
    skipped: tuple[tuple[int, int, str], ...] = ()
    elisions: tuple[Range, ...] = ()

    @classmethod
    def of(cls, text: str, findings: Iterable[Finding] = (), letter: str = "") -> Printing:
        """The printing of `letter` in a source with these findings.

        Of the whole source when `findings` do not say where the letter stands.
        """
        skipped, elisions = list[tuple[int, int, str]](), list[Range]()
        start, end, head = 0, len(text), 0
        for f in findings:
            first, last = f.span.start, f.span.end
            if f.kind == "letter" and f.of == letter:
                start, end = first, last
            elif f.kind == "heading" and f.of == letter and f.by.kind != "person":
                head = max(head, last)
            elif f.kind == "marker":
                skipped.append((first, last, ""))
            elif f.kind == "note":
                skipped.append((_labelled(text, first), last, "\n"))
            elif isinstance(f.value, Furniture):
                skipped.append((first, last, f.value.join))
            elif isinstance(f.value, Gap) and f.value.what in _MISSING:
                elisions.append((first, last))
        if start <= head <= start + HEADING:
            start = head
        return cls(text, start, end, tuple(skipped), tuple(elisions))

    @cached_property
    def _reading(self) -> View:
        pieces = [*self.skipped, *((s, e, " ") for s, e in self.elisions)]
        changes = [
            (max(s, self.start) - self.start, min(e, self.end) - self.start, join)
            for s, e, join in pieces
            if s < self.end and self.start <= e
        ]
        return replace(self.text[self.start : self.end], changes)

    @cached_property
    def views(self) -> tuple[View, View]:
        """The reading view of the letter and, made from it, the folded one."""
        return self._reading, fold(self._reading.text)

    @property
    def reading(self) -> str:
        """The letter's words as `sketch` takes them: no notes, page marks, heading, elisions."""
        return self._reading.text

    @cached_property
    def small(self) -> Counter[str]:
        """The words that begin with a small letter, counted: all that two texts can share."""
        return Counter(_SMALL.findall(self.reading))

    @cached_property
    def _found(self) -> tuple[list[str], list[int], list[int]]:
        matches = list(_WORD.finditer(self.views[1].text))
        return [m[0] for m in matches], [m.start() for m in matches], [m.end() for m in matches]

    @property
    def words(self) -> list[str]:
        """The words, folded."""
        return self._found[0]

    @cached_property
    def prose(self) -> tuple[int, ...]:
        """For each word, how many before it begin with a small letter; then how many in all."""
        text = self.views[0].text
        firsts = (text[at] for at in self._origins())
        return tuple(accumulate((c.isalpha() and not c.isupper() for c in firsts), initial=0))

    def _origins(self) -> Iterator[int]:
        """Where each word begins in the reading view: one walk over the folded one's pieces."""
        folded, piece = self.views[1], 0
        here = (*folded.here, len(folded.text))
        for start in self._found[1]:
            while here[piece + 1] <= start:
                piece += 1
            stepped = start - here[piece] if folded.in_step[piece] else 0
            yield folded.there[piece] + stepped

    @cached_property
    def marks(self) -> tuple[tuple[int, Range], ...]:
        """Each elision and each row of dots in mid-sentence: after how many words, and where."""
        inside = [(s, e) for s, e in self.elisions if self.start <= s and e <= self.end]
        dots = (m.span() for m in _DOTS.finditer(self.text, self.start, self.end))
        held = [*self.skipped, *((s, e, "") for s, e in inside)]
        inside += [(s, e) for s, e in dots if not any(a < e and s < b for a, b, _ in held)]
        return tuple(sorted((self.place(s), (s, e)) for s, e in inside))

    def opens(self, word: int) -> int:
        """2 when this word begins a paragraph, 1 when it begins a sentence, else 0."""
        _, starts, ends = self._found
        if not 0 < word < len(starts):
            return 2
        reading, folded = self.views
        between = reading.text[folded.origin(ends[word - 1]) : folded.origin(starts[word])]
        return 2 if "\n\n" in between else 1 if re.search(r"[.?!:]\W*\s", between) else 0

    def span(self, first: int, last: int) -> Range:
        """Where words `first` up to, not including, `last` stand in the source.

        Of no words, the place after the word before.
        """
        _, starts, ends = self._found
        if first >= last:
            at = self.span(first - 1, first)[1] if first else self.start
            return at, at
        reading, folded = self.views
        start, end = reading.span(*folded.span(starts[first], ends[last - 1]))
        return self.start + start, self.start + end

    def read(self, start: int, end: int) -> str:
        """The source from `start` to `end` as it is read: its elisions stay, page marks go."""
        pieces = (
            (max(s, start) - start, min(e, end) - start, join)
            for s, e, join in self.skipped
            if s < end and start < e
        )
        return replace(self.text[start:end], pieces).text

    def place(self, offset: int) -> int:
        """How many words stand before the character `offset` of the source."""
        reading, folded = self.views
        return bisect_left(self._found[1], folded.offset(reading.offset(offset - self.start)))


def _labelled(text: str, start: int) -> int:
    """Where the note begins whose words begin at `start`: "  3. Not printed." at its label."""
    label = _LABEL.search(text[max(0, start - 12) : start])
    return start - len(label[0]) if label else start
