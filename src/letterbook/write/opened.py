"""A letter or history opened for writing: its sentences, what it is shown with, how it is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from letterbook.model import Span
from letterbook.record import Record, Shown
from letterbook.write.passages import Text, take_apart
from letterbook.write.wanted import Chosen

TELLING = ("history", "other")
"""The forms of sources that tell; briefs are told from others, lists tell nothing."""


@dataclass(frozen=True, slots=True)
class Opened:
    """`shown` as the record gives it, `text` its sentences."""

    shown: Shown
    text: Text

    @property
    def span(self) -> Span:
        """All of it, in its source."""
        letter, source = self.shown.letter, self.shown.source
        if letter:
            return Span(source.id, letter.start, letter.end)
        return Span(source.id, 0, len(source.text))


def opened(record: Record, chosen: Chosen) -> tuple[list[Opened], list[Opened]]:
    """The histories and the letters that are chosen, opened; each in the order it was chosen in.

    A brief is opened only where nothing else is chosen.
    """
    told = [s for s in chosen.sources if s.form in TELLING]
    if not told and not chosen.letters:
        told = [s for s in chosen.sources if s.form == "brief"]
    histories = [_open(record.shown(s.id), ()) for s in told]
    return histories, [open_letter(record, letter.id) for letter in chosen.letters]


def open_letter(record: Record, id: str) -> Opened:
    """A letter without the letters that are enclosed in it."""
    shown = record.shown(id)
    _, extents = record.fetch(shown.source.id, ["letter"])
    assert shown.letter is not None
    own = (shown.letter.start, shown.letter.end)
    places = ((f.span.start, f.span.end) for f in extents if f.of != id)
    return _open(shown, [p for p in places if own[0] <= p[0] and p[1] <= own[1] and p != own])


def _open(shown: Shown, within: Sequence[tuple[int, int]]) -> Opened:
    return Opened(shown, take_apart(shown, within))
