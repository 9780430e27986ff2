"""What of a sentence can be asked for: a name, a day, a number, with others of its kind.

A blank has exactly one filling among those offered: the others stand nowhere in the sentence, and
share no word with what does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from letterbook.mark.months import MONTH
from letterbook.mark.names import fold_words
from letterbook.mark.offices import OFFICE
from letterbook.model import Span
from letterbook.write.passages import Passage

Kind = Literal["day", "month", "year", "number", "person", "place"]
_CAP = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*\w"
_FULL = rf"{_CAP}(?:\s(?:[A-Z]\.|{_CAP})){{0,3}}"
_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("day", re.compile(
        rf"\b(?:{MONTH}\s\d{{1,2}},\s1\d{{3}}|\d{{1,2}}\s{MONTH}\s1\d{{3}})\b", re.I)),
    ("day", re.compile(rf"\b{MONTH}\s\d{{1,2}}(?!\d|,\s1\d{{3}}|\sand|\sto|\s?[-–])\b", re.I)),
    ("month", re.compile(rf"\b{MONTH}\s1\d{{3}}\b", re.I)),
    ("year", re.compile(r"(?<=[Ii]n )(?:1[5-9]\d\d|20[0-2]\d)\b(?!s|[–/-])")),
    ("number", re.compile(
        r"(?<![\d–—/.,:-])\b(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six"
        r"|seven|eight|nine)|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
        r"|nineteen|twenty|thirty|forty|fifty|\d{1,3},\d{3}|\d{2,3})\b(?! (?:of )?"
        rf"(?:{MONTH})|,? 1\d\d\d|[-–]mile|%|[.:]\d|th\b|st\b|nd\b|rd\b)")),
    ("place", re.compile(
        rf"(?<=\b(?:in|at) ){_CAP}(?:\s{_CAP})?\b(?=[,.;:]| (?:and|on|in|to|with|for|by)\b)")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Blank:
    """Words that can be asked for: `start` to `end` of the leaf's view, of the passage."""

    passage: Passage
    start: int
    end: int
    kind: Kind

    @property
    def words(self) -> str:
        """The answer."""
        return self.passage.leaf.words(self.start, self.end)

    @property
    def pin(self) -> Span:
        """Where it stands."""
        return self.passage.leaf.span(self.start, self.end)


def blanks(passages: Iterable[Passage], persons: Iterable[str]) -> list[Blank]:
    """Everything in these sentences that can be asked for; `persons` are names that are known."""
    names = [fold_words(name) for name in persons]
    known = {*names, *(name[-1:] for name in names)} - {()}
    return [blank for passage in passages for blank in _in(passage, known)]


def _in(passage: Passage, known: set[tuple[str, ...]]) -> Iterator[Blank]:
    text, done = passage.leaf.text, list[tuple[int, int]]()
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text, passage.start, passage.end):
            start, end = match.span()
            if any(a < end and start < b for a, b in done):
                continue
            if kind == "day" and text[max(0, start - 2) : start - 1].isdigit():
                continue  # "Deptel 131 Feb. 10": part of a number
            if kind == "number" and _AFTER_MONTH.search(text, passage.start, start):
                continue  # a day of "October 23 and 24", not a number of things
            if kind == "place" and not _place(match[0], known):
                continue
            done.append((start, end))
            yield Blank(passage, start, end, kind)
    for match in re.finditer(_FULL, text[passage.start : passage.end]):
        start, end = match.start() + passage.start, match.end() + passage.start
        if fold_words(match[0]) in known and not any(a < end and start < b for a, b in done):
            yield Blank(passage, start, end, "person")


def _place(words: str, known: set[tuple[str, ...]]) -> bool:
    folded = [w.lower() for w in words.split()]
    office = any(word in OFFICE for word in folded)
    return not office and fold_words(words) not in known and not re.match(MONTH, words, re.I)


def others(blank: Blank, every: Sequence[Blank], most: int = 3) -> list[Blank]:
    """What else could be offered: of its kind, standing elsewhere, nothing that fits the sentence.

    Nearest in the text first, so that what is offered belongs to the same story.
    """
    sentence = _tokens(blank.passage.text)
    taken = [_tokens(blank.words)]
    made: list[Blank] = []
    for one in sorted(every, key=lambda b: (abs(_at(b) - _at(blank)), _at(b))):
        tokens = _tokens(one.words)
        if one.kind != blank.kind or len(made) == most or _shape(one) != _shape(blank):
            continue
        if tokens & sentence - _MONTHS or any(
            tokens <= other or other <= tokens for other in taken
        ):
            continue
        taken.append(tokens)
        made.append(one)
    return made


_AFTER_MONTH = re.compile(rf"\b{MONTH}\s(?:\d+\s?(?:and|to|or|[-–])\s?)?\Z", re.I)
_OWN = re.compile(r"['’]s\b")
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)


def _tokens(words: str) -> set[str]:
    return set(fold_words(_OWN.sub("", words))) | set(re.findall(r"\d+", words))


def _shape(blank: Blank) -> tuple[bool, bool, bool]:
    """Days with years are offered beside such, figures beside figures, full names beside full."""
    words = blank.words
    return bool(re.search(r"\d{4}", words)), bool(re.search(r"\d", words)), " " in words


def _at(blank: Blank) -> int:
    return blank.pin.start
