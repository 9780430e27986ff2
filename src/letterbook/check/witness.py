"""The sources as claims are held against them: sentences of a letter or history, taken apart."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from letterbook.check.facts import Fact, facts
from letterbook.model import Letter, Name, Source, Span
from letterbook.record import Opened, Record
from letterbook.text import HYPHENS, View, plain_letters, replace, sentences

NEAREST = 12  # units that a claim is held against, of each kind of question
HELD = 400  # units kept taken apart
LONGEST = 2000  # characters: a "sentence" beyond that is a table or a list


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a source: its words, its place there, its pieces.

    `year` is the one last named before it, or the letter's: for "on March 6". `note`: it stands
    in a note.
    """

    words: str
    span: Span
    facts: tuple[Fact, ...]
    year: int | None
    note: bool = False


class Passage:
    """A letter or a history, opened: its sentences, and who speaks in it to whom."""

    def __init__(self, unit: Opened, letter: Letter | None) -> None:
        """Take the unit apart; `letter` is its header, if it is one."""
        self.unit = unit
        self.letter = letter

    @property
    def id(self) -> str:
        """The id of the letter or source."""
        return self.unit.letter or self.unit.source

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, notes last."""
        notes = self._parted(self.unit.notes, note=True)
        return (*self._parted(self.unit.pieces), *notes)

    def _parted(
        self, pieces: Sequence[tuple[int, int, str]], note: bool = False
    ) -> Iterator[Sentence]:
        view = _view(self.unit.text, pieces)
        joined = replace(view.text, ((m.start(), m.end(), "") for m in HYPHENS.finditer(view.text)))
        proper = _proper(joined.text)
        year = self.day.year if self.day else None
        for start, end in _stretches(joined.text):
            words = joined.text[start : min(end, start + LONGEST)]
            # back through both views, so that a pin is the source's own words, page marks and all
            place = view.span(*joined.span(start, start + len(words)))
            found = facts(words, proper)
            yield Sentence(words, Span(self.unit.source, *place), found, year, note)
            # "on March 6" of a chapter is of the year last named, of a letter of the letter's
            years = [f.day.year for f in found if f.day and f.day.year]
            year = years[-1] if years else year

    @cached_property
    def day(self) -> date | None:
        """The letter's day, or the first it can be."""
        when = self.letter.when if self.letter else None
        return when.earliest if when else None

    @cached_property
    def holding(self) -> dict[str, list[int]]:
        """In which sentences each piece stands."""
        made: dict[str, list[int]] = {}
        for n, sentence in enumerate(self.sentences):
            for fact in sentence.facts:
                for key in known_by(fact):
                    made.setdefault(key, []).append(n)
        return made

    @cached_property
    def senders(self) -> frozenset[str]:
        """What the writer is called, key by key."""
        return _called(self.letter.senders if self.letter else ())

    @cached_property
    def recipients(self) -> frozenset[str]:
        """What the person written to is called."""
        return _called(self.letter.recipients if self.letter else ())

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name in it, key by key: "Franklin" is one where "Franklin Roosevelt" stands."""
        named = (f for s in self.sentences for f in s.facts if f.kind == "name")
        return frozenset(key for fact in named for key in fact.keys)


_SHORT = re.compile(r"[^\W\d_a-z“\"].{0,70}[^\s.?!:;,”\"]$")
LONG = 90  # characters: a line of a paragraph that is one line


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The sentences; a heading that a line end alone sets off is one by itself."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"\S[^\n]*", text)]
    heads = set()
    below = 0
    for start, end in reversed(lines):
        words = text[start:end].rstrip()
        if _SHORT.fullmatch(words) and below >= LONG:
            heads.add((start, start + len(words)))  # and the one above may be a heading, too
        else:
            below = end - start
    at, closed = 0, True
    for start, end in lines:
        words = text[start:end].rstrip()
        head = (start, start + len(words))
        if closed and head in heads:
            yield from sentences(text, at, start)
            yield head
            at = head[1]
        else:
            closed = words[-1] in '.?!:”"’)' or text[end : end + 2] == "\n\n"
    yield from sentences(text, at)


def known_by(fact: Fact) -> frozenset[str]:
    """What a piece is looked up by."""
    if fact.number is not None:
        return frozenset({f"#{fact.number:g}"})
    if fact.day:
        return frozenset({"@"})
    return fact.keys


def _called(names: Sequence[Name]) -> frozenset[str]:
    words = (f"{name.name} {name.office} {name.acting_for}" for name in names)
    return frozenset(key for each in words for fact in facts(each) for key in fact.keys)


def _view(text: str, pieces: Sequence[tuple[int, int, str]]) -> View:
    """The reading view that pieces make, with the way back to the source."""
    parts: list[str] = []
    here: list[int] = []
    there: list[int] = []
    step: list[bool] = []
    size = 0
    for start, length, join in pieces:
        for words, in_step in ((join, False), (text[start : start + length], True)):
            if words:
                parts.append(words)
                here.append(size)
                there.append(start)
                step.append(in_step)
                size += len(words)
    return View("".join(parts), tuple(here), tuple(there), tuple(step), len(text))


def _proper(text: str) -> frozenset[str]:
    """The words that have a capital where no sentence begins."""
    words = text.split()
    pairs = itertools.pairwise(words)
    return frozenset(
        plain_letters(word.strip(".,;:!?()[]“”\"'’")) for before, word in pairs
        if word[:1].isupper() and before[-1:].isalpha() and before[:1].islower()
    )  # fmt: skip


class Shelf:
    """The passages of a record, fetched as claims ask for them and kept while there is room."""

    def __init__(self, record: Record, brief: Source) -> None:
        """`brief` is no witness to itself."""
        self._record = record
        self._brief = brief
        self._held: dict[int, Passage | None] = {}

    def near(self, words: Sequence[str]) -> list[Passage]:
        """The letters and histories that share most of `words`."""
        numbers = self._record.nearest(words, NEAREST)
        found = (self._passage(nr) for nr in numbers)
        return [passage for passage in found if passage is not None]

    def _passage(self, nr: int) -> Passage | None:
        if nr not in self._held:
            if len(self._held) >= HELD:
                del self._held[next(iter(self._held))]
            unit = self._record.unit(nr)
            brief = unit.form == "brief" or unit.sha256 == self._brief.sha256
            letter = self._record.letter(unit.letter) if unit.letter else None
            self._held[nr] = None if brief else Passage(unit, letter)
        return self._held[nr]
