"""What rules are given: the sheet (a source with its lines) and what was found before them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from letterbook.model import ASSERTED, By, Extent, Finding, Source, Span, Value

VERSION = "1"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text without its white space at both ends; offsets are of the source."""

    start: int
    end: int
    text: str
    gap: bool
    """Whether white space separates it from the line before."""


@dataclass(frozen=True)
class Sheet:
    """A source laid out for marking."""

    source: Source
    markup: tuple[Finding, ...] = ()

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines that are not blank, in order."""
        lines: list[Line] = []
        at, gap = 0, False
        for raw in self.source.text.split("\n"):
            words = raw.strip()
            if words:
                start = at + len(raw) - len(raw.lstrip())
                lines.append(Line(start, start + len(words), words, gap))
            gap = not words
            at += len(raw) + 1
        return tuple(lines)

    def span(self, start: int, end: int) -> Span:
        """A span of this source."""
        return Span(self.source.id, start, end)


@dataclass
class Found:
    """Findings so far, by kind, in the order in which they were made."""

    by_kind: dict[str, list[Finding]] = field(default_factory=lambda: defaultdict(list))

    def add(self, findings: Iterable[Finding]) -> None:
        """Take in what a rule found."""
        for finding in findings:
            self.by_kind[finding.kind].append(finding)

    def all(self, kind: str) -> Sequence[Finding]:
        """Every finding of this kind."""
        return self.by_kind.get(kind, ())

    def about(self, letter: str, kind: str) -> list[Finding]:
        """Findings of this kind about one letter."""
        return [f for f in self.by_kind.get(kind, ()) if f.of == letter]

    def asserted(self, letter: str, kind: str) -> Finding | None:
        """The asserted finding of this kind about one letter; markup before rules."""
        mine = [f for f in self.about(letter, kind) if f.score >= ASSERTED]
        return min(mine, key=lambda f: (f.by.kind != "markup", -f.score), default=None)

    @property
    def letters(self) -> list[Finding]:
        """The letters of the source, in order."""
        return self.by_kind.get("letter", [])


Rule = Callable[[Sheet, Found], Iterable[Finding]]


def rule(name: str) -> By:
    """The signature of a rule of ours."""
    return By("rule", name, VERSION)


def extent(letter: Finding) -> Extent:
    """The typed value of a `letter` finding."""
    assert isinstance(letter.value, Extent)
    return letter.value


def value_of(finding: Finding | None) -> Value | None:
    """The value, or None where nothing was found."""
    return finding.value if finding else None
