"""What is in force while a note is read: the volume named last, and what still waits for one.

In "vol. XVIII, Documents 324 and 325" both documents are of that volume; a new sentence, a
bracket or another "see" ends it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from letterbook.mark.citation_words import Piece, Place, runs_on, stops
from letterbook.model import Citation

SERIES = "Foreign Relations"
What = Literal["document", "footnote", "page", "volume", "work", "archive"]
_POINTS = re.compile(r"(?:\b[Ss]ee|\bprinted|[^)],)(?:\salso)?\s+$")


class Cited(NamedTuple):
    """A citation and where it stands in the text."""

    start: int
    end: int
    value: Citation


@dataclass(frozen=True, slots=True)
class Memory:
    """What the notes so far leave for an "ibid.": the work named last, the last citation."""

    place: Place | None = None
    last: Citation | None = None


class Named(NamedTuple):
    """A volume just named and not yet followed by a document or a page of it.

    `again`: by "ibid.".
    """

    place: Place
    start: int
    end: int
    again: bool = False


def of(place: Place, what: What, number: str = "", note: str = "", pages: str = "") -> Citation:
    """The citation of something in a volume."""
    return Citation(what, place.work, place.words, number, note, pages)


@dataclass
class Force:
    """A note being read: its citations so far, and what the next number would belong to.

    `until` is the end of what was cited or named last; `noted` a footnote's number whose page
    is still to come, `waiting` documents whose volume is.
    """

    text: str
    memory: Memory
    place: Place | None = None
    named: Named | None = None
    until: int = 0
    noted: str = ""
    waiting: tuple[Piece, ...] = ()
    out: list[Cited] = field(default_factory=list)

    def _gap(self, at: int) -> str:
        """The words between what was cited last and `at`."""
        return self.text[self.until : at]

    def _attached(self, at: int) -> Place | None:
        """The volume still in force at `at`."""
        if self.place is None:
            return None
        gap = self._gap(at)
        named = self.named is not None
        if named and self.place.work not in ("", SERIES):
            return None if stops(gap) or ";" in gap or len(gap) > 90 else self.place
        return self.place if runs_on(gap, named) else None

    def _name(self, place: Place, start: int, end: int, again: bool = False) -> int:
        """A volume is named; what is cited of it comes next."""
        self.place, self.named, self.until = place, Named(place, start, end, again), end
        if not again:
            self.memory = replace(self.memory, place=place)
        return end

    def _flush(self) -> None:
        """A volume that was named and of which nothing further is cited is itself cited."""
        named, self.named = self.named, None
        if named is None:
            return
        if named.again:
            self._repeat(named)
            return
        place = named.place
        if self.waiting:
            self._cite_waiting(place, named.end)
            return
        if place.work in ("", SERIES):
            if place.volume or place.title or (place.work and place.years):
                self._cite(named.start, named.end, of(place, what="volume"))
        else:
            self._cite(named.start, named.end, of(place, what="work"))

    def _cite_waiting(self, place: Place, end: int) -> None:
        """ "Document 253, Foreign Relations, 1969–1976, vol. XVII": the volume comes after."""
        pieces, self.waiting = self.waiting, ()
        for piece in pieces:
            last = piece is pieces[-1]
            value = self._with_noted(of(place, what="document", number=piece.words))
            self._cite(piece.start, end if last else piece.end, value)

    def _with_noted(self, value: Citation) -> Citation:
        """ "footnote 7, vol. VII, p. 739": the note's number stood before its place."""
        note, self.noted = self.noted, ""
        return replace(value, what="footnote", note=note) if note else value

    def _repeat(self, named: Named) -> None:
        """A bare "see ibid." is the last citation again; "(Ibid.)" names a file, not a page."""
        last = self.memory.last
        if last and (last.what == "archive" or _POINTS.search(self.text[: named.start])):
            self._cite(named.start, named.end, last)

    def _cite(self, start: int, end: int, value: Citation) -> int:
        """Keep a citation; where it ends."""
        self.out.append(Cited(start, end, value))
        self.memory = replace(self.memory, last=value)
        self.until = end
        return end

    def _take(self, at: int) -> tuple[Place | None, int]:
        """The volume in force and where the citation begins: at its name, if only named so far."""
        place = self._attached(at)
        if place is None:
            self._flush()
            self.place = None
            return None, at
        start = self.named.start if self.named else at
        details = self._gap(at).strip(" ,")
        if self.named and (place.work not in ("", SERIES) or "Supplement" in details):
            place = place._replace(title=", ".join(filter(None, (place.title, details))))
        if self.named:
            self.memory = replace(self.memory, place=place)
        self.named = None
        self.place = place
        return place, start
