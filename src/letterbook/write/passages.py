"""The sentences of a letter or history that may be chosen: its body, without head and signature."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from letterbook.model import ASSERTED, Finding, Section, Span
from letterbook.record import Shown
from letterbook.text import squeeze
from letterbook.write.leaf import Leaf, leaf_of
from letterbook.write.speakers import speakers

Range = tuple[int, int]
"""First character and the one after the last, of a leaf's view."""

HEAD = ("heading", "number", "dateline", "salutation", "closing", "signature", "address",
        "classification", "handling", "subject", "provenance")  # fmt: skip
"""What stands around a letter's body: said in the header, never chosen as what the letter says."""
_FEW = 4  # words: less than that is a label, a date, a list's number
_ROOM = 200  # characters: a line as long as this is a paragraph, a shorter one may be just full
_SUBJECT = re.compile(r"(?:SUBJECT|Subject|Subj|REF|Ref|Reference|PARTICIPANTS)\s?:")
_LABEL = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-z]\)|[-*•–])\s+")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading of a history and where its words stand in the source."""

    title: str
    pin: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence: `start` to `end` of the leaf's view; `of` is the letter's or source's id.

    `nth` counts sentences from 0, `within` those of its paragraph, `chapter` the headings before
    it (-1: none). `speaker`: where the name of whoever speaks stands, in a transcript.
    """

    leaf: Leaf = field(repr=False, compare=False)
    start: int
    end: int
    of: str
    nth: int
    within: int
    chapter: int
    speaker: Range | None = None

    @property
    def text(self) -> str:
        """The words in one line."""
        return self.leaf.words(self.start, self.end)

    @property
    def pin(self) -> Span:
        """Where they stand in the source."""
        return self.leaf.span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Text:
    """A letter or history taken apart: its sentences in order, and its chapters."""

    id: str
    title: str
    passages: tuple[Passage, ...]
    chapters: tuple[Chapter, ...]

    @property
    def size(self) -> int:
        """How many words the sentences have."""
        return sum(len(p.text.split()) for p in self.passages)


def take_apart(shown: Shown, within: Iterable[Range] = ()) -> Text:
    """The sentences of a letter or history opened for reading.

    `within`: places of other letters enclosed in it, whose words are not its own.
    """
    leaf = leaf_of(shown)
    id = shown.letter.id if shown.letter else shown.source.id
    sections = sorted(
        (f for f in shown.findings if isinstance(f.value, Section)), key=lambda f: f.span.start
    )
    heads = [f for f in shown.findings if f.kind in HEAD and f.of == id and f.score >= ASSERTED]
    away = [_place(leaf, f) for f in (*heads, *sections)]
    away += [(leaf.offset(a), leaf.offset(b)) for a, b in within]
    starts = [leaf.offset(f.span.start) for f in sections]
    chapters = tuple(Chapter(_title(f), f.span) for f in sections)
    return Text(id, shown.written.title, tuple(_passages(leaf, id, away, starts)), chapters)


def _title(section: Finding) -> str:
    return squeeze(section.value.title) if isinstance(section.value, Section) else ""


def _place(leaf: Leaf, finding: Finding) -> Range:
    return leaf.offset(finding.span.start), leaf.offset(finding.span.end)


def _passages(
    leaf: Leaf, id: str, away: Sequence[Range], starts: Sequence[int]
) -> Iterator[Passage]:
    """The sentences outside what is away."""
    nth = within = 0
    before = 0
    labels = speakers(leaf.text)
    for first, last in _outside(away, len(leaf.text)):
        for start, end in leaf.sentences(first, last):
            start = _unlabelled(leaf.text, start, end)
            if not _worth(leaf.text[start:end]):
                continue
            within = 0 if _parted(leaf.text, before, start) else within + 1
            chapter = sum(at <= start for at in starts) - 1
            turn = bisect_right(labels, (start, len(leaf.text))) - 1
            speaker = labels[turn] if turn >= 0 else None
            yield Passage(leaf, start, end, id, nth, within, chapter, speaker)
            nth, before = nth + 1, end


def _outside(away: Iterable[Range], size: int) -> Iterator[Range]:
    at = 0
    for start, end in sorted(away):
        if start > at:
            yield at, start
        at = max(at, end)
    if at < size:
        yield at, size


def _unlabelled(text: str, start: int, end: int) -> int:
    """Without a list's number: "2. The sluices …" says "The sluices …"."""
    label = _LABEL.match(text, start, end)
    return label.end() if label else start


def _worth(words: str) -> bool:
    """A sentence, not a label; prose, not a row of figures or capitals."""
    split = words.split()
    if _SUBJECT.match(words):
        return False
    capitals = sum(w[0].isupper() for w in split if len(w) > 3)
    if words[-1].isalnum() and capitals * 3 > sum(len(w) > 3 for w in split) * 2:
        return False  # a title: "Position Regarding the Reopening of the Haifa Refinery"
    return len(split) >= _FEW and sum(w[0].islower() for w in split) * 5 >= len(split)


def _parted(text: str, before: int, start: int) -> bool:
    """Whether a paragraph ends between two sentences; a line that is merely full ends none."""
    between = text[before:start]
    if not before or between.count("\n") != 1 or not between.isspace():
        return not before or bool(between.strip()) or "\n" in between
    line = text.rfind("\n", 0, before) + 1
    return before - line > _ROOM
