"""What rules are given: the sheet (a source with its lines) and what was found before them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from letterbook.model import ASSERTED, By, Extent, Finding, Source, Span

VERSION = "6"


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

    def within(self, line: Line, start: int, end: int) -> Span:
        """The span of `start` to `end` of a line's words."""
        return Span(self.source.id, line.start + start, line.start + end)


@dataclass(frozen=True, slots=True)
class Zone:
    """One letter's lines: `head` up to the first words of the body, `tail` from the closing on.

    Enclosed letters are cut out. `saluted` and `closed` are indices into `lines`, -1 for none.
    `above` are the last lines before the letter: what a telegram says of the letter it carries.
    """

    letter: Finding
    lines: tuple[Line, ...]
    head: tuple[Line, ...]
    tail: tuple[Line, ...]
    saluted: int
    closed: int
    above: tuple[Line, ...]

    @property
    def of(self) -> str:
        """The letter's id."""
        return self.letter.of


@dataclass
class Found:
    """Findings so far, by kind and by letter, in the order in which they were made.

    `zones` is laid out once, by the first rule that asks for it.
    """

    zones: tuple[Zone, ...] | None = None
    _kinds: dict[str, list[Finding]] = field(default_factory=lambda: defaultdict(list))
    _about: dict[tuple[str, str], list[Finding]] = field(default_factory=lambda: defaultdict(list))

    def add(self, findings: Iterable[Finding]) -> None:
        """Take in what a rule found."""
        for finding in findings:
            self._kinds[finding.kind].append(finding)
            self._about[finding.of, finding.kind].append(finding)

    def all(self, kind: str) -> Sequence[Finding]:
        """Every finding of this kind."""
        return self._kinds.get(kind, ())

    def about(self, letter: str, kind: str) -> Sequence[Finding]:
        """Findings of this kind about one letter."""
        return self._about.get((letter, kind), ())

    def asserted(self, letter: str, kind: str) -> Finding | None:
        """The asserted finding of this kind about one letter; markup before rules."""
        mine = [f for f in self.about(letter, kind) if f.score >= ASSERTED]
        return min(mine, key=lambda f: (f.by.kind != "markup", -f.score), default=None)

    @property
    def letters(self) -> Sequence[Finding]:
        """The letters of the source, in order."""
        return self.all("letter")


def outside(lines: Sequence[Line], spans: Iterable[Span]) -> list[Line]:
    """The lines that lie wholly in none of `spans`, which do not overlap."""
    skipped = sorted((span.start, span.end) for span in spans)
    starts = [start for start, _ in skipped]

    def inside(line: Line) -> bool:
        at = bisect_right(starts, line.start) - 1
        return at >= 0 and line.end <= skipped[at][1]

    return [line for line in lines if not inside(line)] if skipped else list(lines)


Rule = Callable[[Sheet, Found], Iterable[Finding]]


def rule(name: str) -> By:
    """The signature of a rule of ours."""
    return By("rule", name, VERSION)


def extent(letter: Finding) -> Extent:
    """The typed value of a `letter` finding."""
    assert isinstance(letter.value, Extent)
    return letter.value
