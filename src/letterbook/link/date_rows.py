"""The rows in which undated letters stand, and what is asked and said of each letter in one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from letterbook.mark.clue_wires import Cited, Wire
from letterbook.mark.clues import Clue
from letterbook.model import Span, When


@dataclass(frozen=True, slots=True)
class Entry:
    """A letter in its row: its clues, its day if it has one, its number as printed, its place.

    `wire` is a telegram's own number, `cited` the dated telegrams it names.
    """

    clues: tuple[Clue, ...] = ()
    when: When | None = None
    number: str = ""
    span: Span | None = None
    wire: Wire | None = None
    cited: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class Dating:
    """When a letter was written, as far as its clues go, and the clues."""

    when: When
    chain: tuple[Clue, ...] = ()


def runs(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    """The rows a heap is made of: a new one begins where the printed numbers begin anew."""
    numbers = [_number(entry) for entry in entries]
    start, last = 0, -1
    for at, number in enumerate(numbers):
        fresh = number >= 0 and at > start and _anew(number, last, numbers[at + 1 : at + 6])
        if fresh or _changed(numbers, at, start):
            yield entries[start:at]
            start, last = at, -1
        last = number if number >= 0 else last
    yield entries[start:]


def _number(entry: Entry) -> int:
    digits = "".join(c if c.isdigit() else " " for c in entry.number).split()
    return int(digits[0]) if digits else -1


def _anew(number: int, last: int, following: Sequence[int]) -> bool:
    """Whether a lower number begins a new row: those after it go on from it."""
    after = [n for n in following if n >= 0]
    return number < last - 5 and bool(after) and number < min(after) <= number + 8


def _changed(numbers: Sequence[int], at: int, start: int) -> bool:
    """Whether numbered letters give way to unnumbered ones here, or the other way round."""
    if at - start < 6 or len(numbers) - at < 6 or (numbers[at] >= 0) == (numbers[at - 1] >= 0):
        return False
    before, after = numbers[at - 6 : at], numbers[at : at + 6]
    return len({n >= 0 for n in before}) == 1 == len({n >= 0 for n in after})
