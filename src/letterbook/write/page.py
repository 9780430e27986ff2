"""The neutral document that every writer gives and every renderer takes.

A `Page` has a title and parts. What says something of the letters is a `Line`, which cannot be
made without a pin; what only orders the page (a heading, a label) is a `Heading` or a `Label`, and
renderers never give those a reference. Renderers look up each pin in `cited`, so that a line is
followed by the number of the letter or source it rests on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from letterbook.model import LetterbookError, Line, Span, When

PageKind = Literal["regest", "timeline", "brief", "guide", "ledger"]
Manner = Literal["plain", "quotation", "item", "numbered"]


@dataclass(frozen=True, slots=True)
class Label:
    """Words of ours that order a page and say nothing of a letter: "Answers", "Key quotations"."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 2 for a part of the page, 3 within it. `id`: the letter it opens, if any.

    `lines` are said in the heading itself, each pinned: "1962-12-19. Khrushchev to Kennedy".
    """

    text: str
    level: int = 2
    id: str = ""
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that are read together, perhaps after a label.

    `manner`: running text, a quotation set apart, an item of a list, a numbered one.
    """

    lines: tuple[Line, ...]
    label: str = ""
    manner: Manner = "plain"


Cell = Line | Label


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: a line or a label for each column; `when` lets a picture place it."""

    cells: tuple[Cell, ...]
    when: When | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns; `each`: every cell that is pinned shows its number."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    each: bool = False


Part = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Cited:
    """A letter or source that pins point into: its extent and how it is cited.

    `title` is short enough for a link ("Khrushchev to Kennedy, 1962-12-19"), `citation` the note.
    """

    id: str
    span: Span
    title: str
    citation: str


@dataclass(frozen=True, slots=True)
class Page:
    """A written document.

    `words` holds, for each pin of each line, the characters that stand there. `note` is a
    sentence of ours on how the page was made, shown small at the end.
    """

    title: str
    kind: PageKind
    parts: tuple[Part, ...]
    cited: tuple[Cited, ...] = ()
    words: Mapping[Span, str] = field(default_factory=dict)
    note: str = ""

    @property
    def lines(self) -> Iterator[Line]:
        """Every line of the page, in order."""
        for part in self.parts:
            yield from lines_of(part)

    @property
    def rows(self) -> Iterator[Row]:
        """Every row of its tables."""
        for part in self.parts:
            if isinstance(part, Table):
                yield from part.rows


def line(text: str, *pins: Span) -> Line:
    """A line and the words it rests on; raises LetterbookError where there are none."""
    if not pins or not text.strip():
        raise LetterbookError(f'a line without a pin is not written: "{text[:80]}"')
    return Line(text, pins)


def heading(text: str, level: int = 2, id: str = "") -> Heading:
    """A heading that says nothing of a letter."""
    return Heading(text, level, id)


def paragraph(*lines: Line, label: str = "", manner: Manner = "plain") -> Paragraph:
    """A paragraph of these lines."""
    return Paragraph(lines, label, manner)


def lines_of(part: Part) -> Iterator[Line]:
    """The lines of one part."""
    if isinstance(part, Table):
        for row in part.rows:
            yield from (cell for cell in row.cells if isinstance(cell, Line))
    else:
        yield from part.lines


def compose(
    title: str,
    kind: PageKind,
    parts: Sequence[Part],
    cited: Iterable[Cited],
    text_of: Callable[[str], str],
    note: str = "",
) -> Page:
    """A page of these parts; `text_of` gives the text of a source by its id.

    Only what a pin points into stays cited, in the order in which the page first needs it.
    """
    # "October 2, 1956" rests on one word of a heading that ten lines point at: fetched once
    pins = list(dict.fromkeys(pin for part in parts for x in lines_of(part) for pin in x.pins))
    words = {pin: text_of(pin.source)[pin.start : pin.end] for pin in pins}
    index = Index(cited)
    needed = dict.fromkeys(one for pin in pins if (one := index.at(pin)) is not None)
    return Page(title, kind, tuple(parts), tuple(needed), words, note)


class Index:
    """What is cited, found by a pin: the innermost extent that holds it."""

    def __init__(self, cited: Iterable[Cited]) -> None:
        """Index by source, the narrowest extent first."""
        self.by_source: dict[str, list[Cited]] = {}
        for one in cited:
            self.by_source.setdefault(one.span.source, []).append(one)
        for held in self.by_source.values():
            # a telegram's extent holds that of the letter it carries: the letter is asked first
            held.sort(key=lambda c: c.span.end - c.span.start)

    def at(self, pin: Span) -> Cited | None:
        """The letter or source that the pin points into."""
        held = self.by_source.get(pin.source, ())
        return next((one for one in held if one.span.holds(pin)), None)


def numbered(page: Page) -> dict[Cited, int]:
    """The number of each cited letter or source, from 1, as renderers print it."""
    return {one: number for number, one in enumerate(page.cited, 1)}


def references(page: Page, index: Index, numbers: Mapping[Cited, int], line: Line) -> list[int]:
    """The numbers that follow a line, each once."""
    found = (index.at(pin) for pin in line.pins)
    return list(dict.fromkeys(numbers[one] for one in found if one is not None))


Refer = Callable[[Line], str]
"""What follows a line: " [1]", or nothing."""


def referrer(page: Page, shape: str) -> Refer:
    """The references of a page's lines in a renderer's shape: " [{}]"."""
    index, numbers = Index(page.cited), numbered(page)

    def refer(line: Line) -> str:
        return "".join(shape.format(n) for n in references(page, index, numbers, line))

    return refer


def run_on(lines: Sequence[Line], refer: Refer, show: Callable[[str], str] = str) -> str:
    """Lines read together; where several rest on the same, its number stands after the last."""
    follows = [*map(refer, lines), ""]
    told = (
        show(line.text) + (follows[at] if follows[at] != follows[at + 1] else "")
        for at, line in enumerate(lines)
    )
    return " ".join(told)
