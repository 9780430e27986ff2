"""A sheet followed from line to line: each letter from what opens it to what closes it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from letterbook.mark import daylines, headwords, openings, phrases
from letterbook.mark.dates import dates
from letterbook.mark.in_head import in_head
from letterbook.mark.openings import Lines


@dataclass(frozen=True, slots=True)
class Opening:
    """A letter as it is being followed: the index of its first line, and how far it has come.

    `how`: what opened it. `saluted`, `closed`, `end`: indices of lines, -1 as long as unknown.
    `inside`: the index of the opening that encloses it.
    """

    first: int
    how: str
    saluted: int = -1
    closed: int = -1
    inside: int | None = None
    end: int = -1


def follow(lines: Lines) -> list[Opening]:
    """The letters of a sheet whose markup says nothing."""
    walk = Walk(lines, [])
    at = -1
    while (at := at + 1) < len(lines):
        if how := openings.opens(lines, at):
            known = len(walk.made)
            walk.take(at, how)
            if len(walk.made) > known:
                at = max(at, walk.made[-1].end)  # past a letter given in quotation marks
        elif walk.current >= 0 and phrases.closes(lines[at].text):
            walk.close(at)
    return walk.made


@dataclass
class Walk:
    """A walk down the lines: the letters opened so far, and the one being followed."""

    lines: Lines
    made: list[Opening]
    current: int = -1

    @property
    def now(self) -> Opening:
        """The letter being followed."""
        return self.made[self.current]

    def close(self, at: int) -> None:
        """The letter being followed closes on line `at`; an enclosed one ends there."""
        self._put(replace(self.now, closed=at))
        if self.now.inside is not None:
            outer = self.now.inside
            self._put(replace(self.now, end=openings.signature_to(self.lines, at)))
            self.current = outer

    def take(self, at: int, how: str) -> None:
        """Open a letter at line `at`, or give the line to the letter it belongs to."""
        if self.current < 0:
            self._begin(at, how)
        elif how == "heading":
            self._head(at)
        elif how == "enclosure":
            self._open(Opening(at, how, inside=self._outer()))
        elif how == "salutation":
            self._salute(at)
        elif 0 <= self.now.closed < at and openings.starts_letter(self.lines, at):
            self._open(Opening(self._first(at, how), how))  # "Hollin, April 9" after a signature

    def _begin(self, at: int, how: str) -> None:
        """The sheet's first letter; a date or "To:" far down a page opens none."""
        if at <= {"dateline": 8, "memo": 12}.get(how, at):
            first = openings.head_from(self.lines, at, -1, how)
            self._open(Opening(first, how, at if how == "salutation" else -1))

    def _head(self, at: int) -> None:
        """An editor's heading opens a letter, unless it stands in the head of the one followed."""
        now, lines = self.now, self.lines
        begun = now.saluted >= 0 or now.closed >= 0
        if now.how == "heading" and not begun and in_head(lines, now.first, at):
            return
        numbered = headwords.NUMBER_LINE.fullmatch(lines[at - 1].text)
        heads = now.how != "heading" and now.saluted < 0 and at - now.first < 4
        if numbered or (heads and self._fresh(at)):
            self._put(replace(now, how="heading"))
            return
        if now.inside is not None:
            self._put(replace(now, end=at - 1))
        self._open(Opening(openings.head_from(lines, at, now.first, "heading"), "heading"))

    def _salute(self, at: int) -> None:
        """A salutation: of the letter followed, of one it carries, or of the next one."""
        now, lines = self.now, self.lines
        first = self._first(at, "salutation")
        if first == at and now.saluted >= 0 and phrases.aside(lines[at].text):
            return
        if now.closed >= 0:
            if first > now.closed:
                self._open(Opening(first, "salutation", at))
        elif _carries(lines, now, first):
            end = openings.quoted_to(lines, first)
            outer = self.current
            self._open(Opening(first, "salutation", at, inside=self._outer(), end=end))
            self.current = outer if end >= 0 else self.current
        elif now.saluted < 0 and self._fresh(at):
            self._put(replace(now, saluted=at, first=self._dated_nearer(at)))
        elif openings.leads_in(lines, first, now.first):
            self._open(Opening(first, "salutation", at, inside=self._outer()))

    def _dated_nearer(self, at: int) -> int:
        """The first line of the letter that line `at` salutes.

        A page's own date above an editor's words is not the letter's: the nearer dateline is,
        if it names another day or if words such as "The letter follows:" stand between.
        """
        now, lines = self.now, self.lines
        if now.how != "dateline":
            return now.first
        nearer = openings.head_from(lines, at, now.first, "salutation")
        if nearer >= at or not daylines.dateline(lines[nearer].text):
            return now.first
        announced = (x.text for x in lines[now.first : nearer])
        other = _day(lines[nearer : nearer + 1]) != _day(lines[now.first : at])
        return nearer if other or any(_announces(words) for words in announced) else now.first

    def _fresh(self, at: int) -> bool:
        """Whether the letter followed has shown no more than a head so far."""
        now = self.now
        if at - now.first >= 30 or now.closed >= 0:
            return False
        return all(len(x.text) < 160 for x in self.lines[now.first : at])

    def _first(self, at: int, how: str) -> int:
        return openings.head_from(self.lines, at, max(self.now.closed, self.now.first), how)

    def _outer(self) -> int:
        return self.now.inside if self.now.inside is not None else self.current

    def _open(self, opening: Opening) -> None:
        self.made.append(opening)
        self.current = len(self.made) - 1

    def _put(self, opening: Opening) -> None:
        self.made[self.current] = opening


def enclosures(lines: Lines) -> list[Opening]:
    """Letters carried by a document whose own bounds the markup gives."""
    made: list[Opening] = []
    for at, line in enumerate(lines):
        if made and made[-1].end < 0 and phrases.closes(line.text):
            end = openings.signature_to(lines, at)
            made[-1] = replace(made[-1], closed=at, end=end)
        elif at > 2 and len(line.text) < 400 and phrases.salutation(line.text):
            first = openings.head_from(lines, at, 1, "salutation")
            if openings.leads_in(lines, first, 1):
                made.append(Opening(first, "salutation", at))
        elif at > 3 and openings.encloses(line.text):
            made.append(Opening(at, "enclosure"))
    return made


def _day(lines: Lines) -> object:
    return next((hit.when.earliest for line in lines for hit in dates(line.text)), None)


def _announces(words: str) -> bool:
    return words.endswith(":") and len(words) > 40


def _carries(lines: Lines, now: Opening, first: int) -> bool:
    """Whether the words before a salutation lead in a letter that the present one carries.

    A page's heading ("made public the following correspondence:") carries nothing: under a bare
    dateline there must be a telegram's number or the letter must stand in quotation marks.
    """
    if now.how not in ("heading", "dateline") or not openings.leads_in(lines, first, now.first):
        return False
    if now.how == "heading" or lines[first].text[0] in '“"':
        return True
    between = lines[now.first + 1 : min(first, now.first + 40)]
    return any(re.match(r"(?:No\. )?[A-Z]{0,2}\d{1,6}\. ", x.text) for x in between)
