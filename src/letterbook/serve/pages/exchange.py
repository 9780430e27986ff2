"""An exchange: two sides in two columns, time running down, silences to scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from letterbook.book import as_json
from letterbook.link.thread import Turn
from letterbook.link.unheld import Unheld
from letterbook.model import Letter
from letterbook.serve.answer import Ask, Page
from letterbook.serve.pages.missing import Absentee, absentee
from letterbook.serve.pages.place import Place
from letterbook.serve.words import short
from letterbook.text import plain_letters

LONGEST = 260  # pixels of one silence; a longer one is drawn broken
LEAST, MOST = 0.4, 5.0  # pixels for a day of silence
TALL = 1400  # pixels that all silences together are to fill
ABSENT = 40  # missing letters drawn in outline


@dataclass(frozen=True, slots=True)
class Step:
    """A letter of the exchange, or one known by mention, and the silence before it."""

    side: str
    days: int
    pixels: int
    broken: bool
    turn: Turn | None
    absent: Absentee | None
    day: int | None


def page(ask: Ask) -> Page:
    """The exchange in which a letter stands."""
    shown = ask.book.show(ask.path["id"])
    id = shown.letter.id if shown.letter else ask.path["id"]
    turns = ask.book.thread(id)
    absent = ask.book.missing(named_by=[t.letter.id for t in turns])[:ABSENT]
    steps = _steps(ask, turns, absent)
    sides = _sides(turns)
    data = {"steps": steps, "asked_for": id, "letters": len(turns), "sides": sides,
            "absent": len(absent)}  # fmt: skip
    return Page("exchange.html", f"Exchange: {' and '.join(sides)}", data, lambda: {
        "letters": [as_json.turn(turn) for turn in turns],
        "missing": [as_json.unheld(one) for one in absent],
    }, "/letters")  # fmt: skip


def _sides(turns: Sequence[Turn]) -> list[str]:
    """Who writes on the left, and who on the right."""
    if not turns:
        return []
    first = turns[0].letter
    return [short(first.senders), short(first.recipients)]


def _steps(ask: Ask, turns: Sequence[Turn], absent: Sequence[Unheld]) -> list[Step]:
    left = _key(turns[0].letter) if turns else ""
    made = [Step("left" if _key(t.letter) == left else "right", 0, 0, False, t, None,
                 _day(t.letter)) for t in turns]  # fmt: skip
    for one in absent:
        day = _ordinal(one.earliest or one.latest)
        side = "left" if _same(one.sender, turns) else "right"
        made.append(Step(side, 0, 0, False, None, absentee(ask, one), day))
    made.sort(key=lambda step: (step.day is None, step.day or 0, step.turn is None))
    return _with_silences(made)


def _with_silences(steps: Sequence[Step]) -> list[Step]:
    """Each with the days since the one before, drawn to one scale for the whole exchange."""
    days = [step.day for step in steps if step.day is not None]
    whole = (days[-1] - days[0]) if days else 0
    scale = min(max(TALL / whole, LEAST), MOST) if whole else MOST
    made, last = [], None
    for step in steps:
        gap = step.day - last if step.day is not None and last is not None else 0
        last = step.day if step.day is not None else last
        pixels = round(gap * scale)
        made.append(Step(step.side, gap, min(pixels, LONGEST), pixels > LONGEST, step.turn,
                         step.absent, step.day))  # fmt: skip
    return made


def _key(letter: Letter) -> str:
    return plain_letters(short(letter.senders))


def _same(sender: str, turns: Sequence[Turn]) -> bool:
    """Whether a missing letter is by the one who writes on the left: by a name they share."""
    if not turns or not sender:
        return False
    wanted = set(plain_letters(sender).replace(",", " ").split())
    names = (n.name or n.office for n in turns[0].letter.senders)
    return any(set(plain_letters(name).split()[-1:]) & wanted for name in names)


def _day(letter: Letter) -> int | None:
    when = letter.when
    day = (when.earliest or when.latest) if when else None
    return day.toordinal() if day else None


def _ordinal(day: str) -> int | None:
    from datetime import date

    return date.fromisoformat(day).toordinal() if day else None


PLACES = (
    Place("/exchange/{id}", page, "The exchange in which a letter stands, silences and all"),
)  # fmt: skip
