"""A timeline as a picture: one axis of years, a mark for each event, words where there is room.

It is drawn to be read: no text lies over another; what has no room for words keeps its mark and a
title that a pointer or a screen reader finds. Events without a day are counted below.
"""

from __future__ import annotations

import datetime
import html
import itertools
import math
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from letterbook.model import LetterbookError, When
from letterbook.write.clauses import around, cut
from letterbook.write.legible import legible
from letterbook.write.page import Page, Row

WIDTH = 720
_AXIS = 112  # where the axis stands, from the left
_LINE, _GAP = 17, 10
_LETTERS = 84  # of a line of words
_MOST = 60  # events that get words; of more, each month gets a bar
_INK, _PALE, _GUESS = "#1a1a1a", "#767676", "#8a4b08"
_SURE, _LIGHTER = "#3b5b7a", "#b98a52"
STYLE = "font-family: Georgia, 'Times New Roman', serif"


def escape(words: str) -> str:
    """Words of a document as text of the picture, never as its markup."""
    return html.escape(legible(words))


@dataclass(frozen=True, slots=True)
class _Mark:
    """An event on the axis."""

    when: When
    day: datetime.date
    text: str
    date: str
    inferred: bool


def as_svg(page: Page, headed: bool = True) -> str:
    """The picture of a page's dated rows, with its title in it if `headed`.

    Raises LetterbookError where no row has a day.
    """
    rows = list(page.rows)
    marks = sorted((m for row in rows if (m := _mark(row))), key=lambda m: m.day)
    if not marks:
        raise LetterbookError("there is no dated event to draw; write a timeline")
    top = 64.0 if headed else 24.0
    many = len(marks) > _MOST
    drawn = list(_bars(marks, top) if many else _listed(marks, top, headed))
    height = int(max(y for y, _ in drawn)) + 50
    undated = len(rows) - len(marks)
    note = f"{undated} without a day not drawn." if undated else ""
    if any(m.inferred for m in marks):
        note += (
            " The lighter part of a bar: inferred days." if many else " Open marks: inferred days."
        )
    told = f"{len(marks)} dated events from {marks[0].day.year} to {marks[-1].day.year}."
    return "\n".join((
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"'
        f' aria-labelledby="timeline-title timeline-desc" style="{STYLE}">',
        f'<title id="timeline-title">{escape(page.title)}</title>',
        f'<desc id="timeline-desc">{escape(f"{told} {note}".strip())}</desc>',
        f'<rect width="{WIDTH}" height="{height}" fill="#fffefb"/>',
        _said(page.title, 16, 34, 20) if headed else "",
        *(shape for _, shape in drawn),
        _said(f"{told} {note}", 16, height - 16, 12, _PALE),
        "</svg>",
    )) + "\n"  # fmt: skip


def _said(
    words: str, x: float, y: float, size: float, color: str = _INK, anchor: str = "start"
) -> str:
    """Words at a place of the picture."""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{color}">'
        f"{escape(words)}</text>"
    )


def _mark(row: Row) -> _Mark | None:
    when = row.when
    day = (when.earliest or when.latest) if when else None
    if when is None or day is None:
        return None
    return _Mark(when, day, row.cells[1].text, row.cells[0].text, row.inferred)


# --- few events: each with its words, as far apart as the days allow ------------------------------


def _listed(marks: Sequence[_Mark], top: float, whole: bool) -> Iterator[tuple[float, str]]:
    """Events one below the other; the gap grows with the time between, so that silences show."""
    y = top + 12
    first = y
    shapes: list[tuple[float, str]] = []
    last: _Mark | None = None
    for mark in marks:
        if last:
            y += _silence((mark.day - last.day).days)
        words = _lines(mark.text, whole)
        shapes += list(_event(mark, y, words))
        y += _LINE * len(words) + _GAP
        last = mark
    yield y, f'<line x1="{_AXIS}" y1="{first - 14}" x2="{_AXIS}" y2="{y}" stroke="{_PALE}"/>'
    yield from shapes


def _lines(text: str, whole: bool) -> list[str]:
    """An event's words in lines: all, or, beside a table that has all, a clause or two of them."""
    if not whole and text.startswith("“"):
        words = text[1:-1]
        shorter = cut(words, *around(words, 0, 1, most=2 * _LETTERS))
        text = f"“{shorter}”"
    return textwrap.wrap(text, _LETTERS) or [""]


def _silence(days: int) -> float:
    """Room for the time between two events: more for years than for days, but never a page."""
    return min(2.0 * math.pow(max(days, 0), 0.4), 60.0)


def _event(mark: _Mark, y: float, words: Sequence[str]) -> Iterator[tuple[float, str]]:
    color = _GUESS if mark.inferred else _INK
    fill = "#fffefb" if mark.inferred else color
    first, last = mark.when.earliest, mark.when.latest
    wide = first is None or last is None or first != last
    size = f'<rect x="{_AXIS - 4}" y="{y - 8}" width="8" height="8" ' if wide else (
        f'<circle cx="{_AXIS}" cy="{y - 4}" r="4.5" ')  # fmt: skip
    yield y, f'<g>{size}fill="{fill}" stroke="{color}" stroke-width="1.5"/>'
    dates = _date_lines(mark.date)
    for turn, part in enumerate(dates):
        yield y, _said(part, _AXIS - 14, y + turn * 15, 12.5, color, "end")
    for turn, part in enumerate(words):
        at = y + turn * _LINE
        yield at, _said(part, _AXIS + 16, at, 14)
    yield y + 15 * (len(dates) - 1), "</g>"


def _date_lines(date: str) -> list[str]:
    """An interval in two lines, so that it keeps to its side of the axis."""
    first, slash, last = date.partition("/")
    return [f"{first}/", last] if slash else [date]


# --- many events: how many in each month or year --------------------------------------------------


def _bars(marks: Sequence[_Mark], top: float) -> Iterator[tuple[float, str]]:
    """A bar for each month (of long stretches, each year) with its number."""
    years = marks[-1].day.year - marks[0].day.year
    shown = [(m.day.strftime("%Y-%m") if years <= 4 else f"{m.day.year:04}", m) for m in marks]
    counted: dict[str, list[_Mark]] = {}
    for name, mark in shown:
        counted.setdefault(name, []).append(mark)
    most = max(map(len, counted.values()))
    y = top
    for name in _every(list(counted), years <= 4):
        held = counted.get(name, [])
        yield from _bar(name, held, y, most)
        y += 22 if held else 8
    yield y, ""


def _every(names: Sequence[str], monthly: bool) -> Iterable[str]:
    """Those between too, for as long as a silence of years does not fill the page."""
    if not monthly:  # a mark where years are passed over
        pairs = itertools.pairwise(names)
        gaps = {later: int(later) - int(name) > 1 for name, later in pairs}
        return [
            each for name in names for each in ((f"{name}-", name) if gaps.get(name) else (name,))
        ]
    first, last = names[0], names[-1]
    at = int(first[:4]) * 12 + int(first[5:]) - 1
    end = int(last[:4]) * 12 + int(last[5:]) - 1
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(at, end + 1)]


def _bar(name: str, held: Sequence[_Mark], y: float, most: int) -> Iterator[tuple[float, str]]:
    if not held:
        yield (
            y,
            f'<line x1="{_AXIS - 4}" y1="{y - 7}" x2="{_AXIS + 4}" y2="{y - 7}" stroke="{_PALE}"/>',
        )
        return
    wide = max(3.0, (WIDTH - _AXIS - 70) * len(held) / most)
    guessed = wide * sum(m.inferred for m in held) / len(held)
    sample = "\n".join(f"{m.date} {textwrap.shorten(m.text, 90)}" for m in held[:12])
    yield y, f"<g><title>{escape(sample)}</title>"
    sure = wide - guessed
    for x, size, color in ((_AXIS, sure, _SURE), (_AXIS + sure, guessed, _LIGHTER)):
        yield y, (f'<rect x="{x:.1f}" y="{y - 11}" width="{size:.1f}" height="15"'
                  f' fill="{color}"/>')  # fmt: skip
    yield y, _said(name, _AXIS - 12, y + 2, 13, anchor="end")
    yield y, _said(str(len(held)), _AXIS + wide + 8, y + 2, 13) + "</g>"
