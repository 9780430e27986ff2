"""Letters in words: one line, or a block; always safe to show."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Sequence

import click

from letterbook.cli.safe import safe
from letterbook.model import Letter, Name, When

STYLE = re.compile(r"^(mr|mrs|miss|dr|sir|his excellency|the honorable)\.? ", re.I)
ROOM = (60, 110)  # the page is never narrower or wider


def width() -> int:
    """Characters in a line of the page."""
    return max(ROOM[0], min(shutil.get_terminal_size((100, 24)).columns, ROOM[1]))


def title(words: str) -> str:
    """A heading."""
    return click.style(words, bold=True)


def date(when: When | None) -> str:
    """The date as EDTF, with its time."""
    if when is None:
        return "undated"
    return safe(" ".join(filter(None, (when.edtf or when.stated, when.time))))


def dated(letter: Letter) -> str:
    """The letter's date; in brackets, as editors set it, when the letter does not state it."""
    return f"[{date(letter.when)}]" if letter.inferred else date(letter.when)


def short(names: Iterable[Name]) -> str:
    """The parties by name alone, or by office; "?" when none is stated."""
    return safe("; ".join(STYLE.sub("", name.name or name.office) for name in names)) or "?"


def full(names: Iterable[Name]) -> str:
    """The parties with their offices."""
    return safe("; ".join(map(_full, names)))


def _full(name: Name) -> str:
    return f"{name} (for {name.acting_for})" if name.acting_for else str(name)


def parties(letter: Letter) -> str:
    """Who to whom."""
    return f"{short(letter.senders)} → {short(letter.recipients)}"


def cut(words: str, size: int) -> str:
    """`words` in at most `size` characters."""
    return words if len(words) <= size else words[: size - 1].rstrip() + "…"


def count(number: float, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> count(1, "letter"), count(2, "letter"), count(0, "history", "histories")
    ('1 letter', '2 letters', '0 histories')
    """
    shown = f"{number:,.1f}" if number % 1 else f"{number:,.0f}"
    return f"{shown} {one if number == 1 else many or one + 's'}"


def table(letters: Sequence[Letter]) -> list[str]:
    """The letters as lines of a calendar: date, who to whom, place, kind, marking, id."""
    rows = [
        (dated(x), parties(x), safe(x.place), safe(x.kind), safe(x.marking), x.id) for x in letters
    ]
    free = width() - 2
    sizes = [min(max((len(row[i]) for row in rows), default=0), most)
             for i, most in enumerate((25, 50, 20, 18, 14, 13))]  # fmt: skip
    over = sum(sizes) + 2 * sum(1 for size in sizes[1:] if size) - free
    for i, least in ((1, 24), (3, 8), (4, 6), (2, 8)):  # shorten what bears it
        less = max(min(over, sizes[i] - least), 0)
        sizes[i] -= less
        over -= less
    lines = []
    for row in rows:
        cells = (cut(c, size).ljust(size) for c, size in zip(row, sizes, strict=True) if size)
        lines.append("  ".join(cells).rstrip())
    return lines
