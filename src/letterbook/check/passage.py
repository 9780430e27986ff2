"""A text as words: what is compared, and where each word stands.

"the President’s coop-⏎eration [Page 84] 1,000" → the · president's · cooperation · 1000. The same
for a source and for a quotation of it, so that what only printing changed is equal from the start.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from letterbook.model import Span
from letterbook.text import View, fold, plain_letters, replace

WORD = re.compile(r"\d+(?:[.,:]\d+)*[^\W_]*|[^\W\d_][^\W_]*(?:'[^\W_]+)*")
_PLAIN_WORD = re.compile(r"[a-z][a-z0-9]*(?:'[a-z0-9]+)*|[0-9]+(?:[.,:][0-9]+)*[a-z0-9]*")
"""The same in a text of small plain letters, as most are once folded: in half the time."""

_JOINS = re.compile("[-\u2010]\n|[\u00ad\u200b-\u200d\ufeff]")
"""Where folding may join what a line's end or a hidden sign keeps apart."""

PAGE = re.compile(r"\[\s?(?:Page|p\.|pp\.)\s?[\w/.–-]{1,12}\s?\]")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_PARAGRAPH = re.compile(r"\n[ \t]*\n|[.?!:;”\"’')\]\d]\n|^[^\n]{0,60}\n(?=[^\Wa-z])")

Change = tuple[int, int, str]
"""Start, end, and what stands there in the reading view."""

Untied = Callable[[], list[tuple[str, int, int]]]


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A text and its words. `line` is all words with single spaces; `at`, where each stands in it.

    `keys` are the words as compared; `places` where they stand in the folded view.
    """

    source: str
    text: str
    reading: View
    folded: View
    keys: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    line: str
    at: tuple[int, ...]
    base: int = 0
    untied: Untied = list

    @classmethod
    def of(
        cls,
        text: str,
        changes: Iterable[Change] = (),
        source: str = "",
        base: int = 0,
        untied: Untied = list,
    ) -> Passage:
        """The words of `text`; `changes` is what its reading view leaves out.

        `base` is where `text` begins in its source; `untied` gives the notes whose marks are
        still among the words (see `Record.untied`), and is asked only when digits differ.
        """
        left_out = tuple(changes)
        reading = replace(text, left_out) if left_out else _in_step(text, text)
        folded = _level(reading.text)
        word = _PLAIN_WORD if folded.text.isascii() else WORD
        met = list(word.finditer(folded.text))
        keys = [match[0] for match in met]
        if "," in folded.text:
            keys = [_THOUSANDS.sub("", key) if "," in key else key for key in keys]
        at = [1, *accumulate([len(key) + 1 for key in keys], initial=1)][1:-1]
        places = tuple([match.span() for match in met])
        line = f" {' '.join(keys)} "
        return cls(
            source, text, reading, folded, tuple(keys), places, line, tuple(at), base, untied
        )

    def find(self, words: str, start: int = 0) -> Iterator[int]:
        """The numbers of the words at which `words` (keys and single spaces) stand."""
        wanted = f" {words} "
        at = self.line.find(wanted, self.at[start] - 1 if start < len(self.at) else len(self.line))
        while at >= 0:
            yield bisect_left(self.at, at + 1)
            at = self.line.find(wanted, at + 1)

    def read(self, first: int, last: int) -> tuple[int, int]:
        """Where the words `first` up to, not including, `last` stand in the reading view."""
        if first >= last:
            at = self.places[first][0] if first < len(self.places) else len(self.folded.text)
            return self.folded.span(at, at)
        start, end = self.places[first][0], self.places[last - 1][1]
        return self.folded.span(start, end) if self.folded.here else (start, end)

    def words(self, first: int, last: int) -> str:
        """The words as a reader sees them, with the signs between them."""
        start, end = self.read(first, last)
        return " ".join(self.reading.text[start:end].split())

    def span(self, first: int, last: int) -> Span:
        """The words' place in the text."""
        start, end = self.reading.span(*self.read(first, last))
        return Span(self.source, self.base + start, self.base + end)

    def follows(self, last: int, words: str) -> bool:
        """Whether `words` stand in the text itself right after the word before `last`."""
        return self.text.startswith(words, self.span(last - 1, last).end - self.base)

    def hung(self, number: int, digits: str) -> bool:
        """Whether `digits`, at or at the end of a word, are the mark of a note that lacks one."""
        end = self.span(number, number + 1).end
        return any(digits == label and a <= end <= b for label, a, b in self.untied())

    def before(self, first: int, reach: int = 60) -> str:
        """What a reader sees before a word."""
        start = self.read(first, first + 1)[0]
        return self.reading.text[max(0, start - reach) : start]

    def after(self, last: int, reach: int = 60) -> str:
        """What a reader sees after the word before `last`."""
        end = self.read(last - 1, last)[1]
        return self.reading.text[end : end + reach]

    def between(self, first: int, last: int) -> str:
        """What a reader sees from the end of the word before `first` to the start of `last`."""
        start = self.read(first - 1, first)[1] if first else 0
        end = self.read(last, last + 1)[0] if last < len(self.keys) else len(self.reading.text)
        return self.reading.text[start:end]

    def capital(self, number: int) -> bool:
        """Whether a word begins with a capital."""
        return self.reading.text[self.read(number, number + 1)[0]].isupper()

    def paragraphs(self, first: int, last: int) -> bool:
        """Whether a paragraph ends between the word before `first` and the word `last`."""
        return bool(_PARAGRAPH.search(self.between(first, last)))


def _level(text: str) -> View:
    """`text` folded for its words: letter for letter, where that is all that folding does.

    “Élan” and "elan" have as many letters; "coop-⏎eration" is joined, and "ﬁrm" grows by one. White
    space stays as it is, for no word holds any.
    """
    low = plain_letters(text)
    if len(low) != len(text) or _JOINS.search(text):
        return fold(text)
    return _in_step(low, text)


def _in_step(made: str, text: str) -> View:
    """A view that stands for `text` letter for letter."""
    return View(made, (), (), (), len(text))


def page_marks(text: str) -> list[Change]:
    """The page marks that stand in a text, each to be read as a space."""
    return [(m.start(), m.end(), " ") for m in PAGE.finditer(text)] if "[" in text else []
