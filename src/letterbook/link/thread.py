"""The exchange a letter stands in: both sides in order, and the silences between."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from letterbook.model import Letter, Link

MOST = 400  # letters of one exchange that are followed


@dataclass(frozen=True, slots=True)
class Turn:
    """A letter of an exchange, the days of silence before it, and the letters it answers."""

    letter: Letter
    silence: int | None
    answers: tuple[str, ...]


def thread(
    id: str,
    links: Callable[[str], Iterable[Link]],
    linked: Callable[[str], Iterable[str]],
    letter: Callable[[str], Letter | None],
) -> list[Turn]:
    """The exchange in which the letter `id` stands, by day.

    In: `links` gives a letter's own links, `linked` the ids of the letters that answer it,
    `letter` a letter by its id. Only letters that answer one another are followed, so the cost is
    that of the exchange, not of the record.
    """
    held: dict[str, Letter] = {}
    answered: dict[str, tuple[str, ...]] = {}
    ahead = [id]
    while ahead and len(held) < MOST:
        at = ahead.pop()
        found = None if at in held else letter(at)
        if found is None:
            continue
        held[at] = found
        own = (link.to for link in links(at) if link.kind == "answers" and link.to)
        answered[at] = tuple(dict.fromkeys(own))
        ahead += [*answered[at], *linked(at)]
    return _turns(held, answered)


def _turns(held: dict[str, Letter], answered: dict[str, tuple[str, ...]]) -> list[Turn]:
    turns: list[Turn] = []
    last: int | None = None
    for letter in sorted(held.values(), key=_order):
        day = _day(letter)
        silence = day - last if day is not None and last is not None else None
        last = day if day is not None else last
        answers = tuple(id for id in answered[letter.id] if id in held)
        turns.append(Turn(letter, silence, answers))
    return turns


def _day(letter: Letter) -> int | None:
    when = letter.when
    day = (when.earliest or when.latest) if when else None
    return day.toordinal() if day else None


def _order(letter: Letter) -> tuple[bool, int, str, str]:
    """By day and hour; the undated last."""
    day = _day(letter)
    return day is None, day or 0, letter.when.time if letter.when else "", letter.id
