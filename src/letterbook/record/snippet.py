"""The stretch of a letter that shows why it was found, with its place in the source."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, permutations

from letterbook.record.query import Term
from letterbook.record.units import Piece, join_up
from letterbook.text import replace

WIDTH = 220  # characters
MATCHES = 1000  # looked at in one letter
SPACES = re.compile(r"\s+")


MARKED = re.compile("[\u00c0-\u1fff\u2c00-\U0010ffff]")  # letters; not quotes, dashes, signs


@cache
def _plain(sign: str) -> str:
    """One plain small letter for one letter, or the sign itself, so that offsets stand."""
    base = [c for c in unicodedata.normalize("NFD", sign) if not unicodedata.combining(c)]
    plain = "".join(base).lower()
    return plain if len(plain) == 1 else sign


def flat(text: str) -> str:
    """`text` as the index compares it, of the same length.

    >>> flat("Orléans")
    'orleans'
    """
    words = text.lower()
    if len(words) != len(text):  # "İ" lowers to two characters
        words = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if not words.isascii():
        for sign in set(MARKED.findall(words)):  # few in a text; replacing is quick
            words = words.replace(sign, _plain(sign))
    return words


@dataclass(frozen=True, slots=True)
class Snippet:
    """`marks` are places in `text`; `start`, `end`, `spans` are places in the source."""

    text: str
    marks: tuple[tuple[int, int], ...]
    start: int
    end: int
    spans: tuple[tuple[int, int], ...]


def snippet(text: str, pieces: Sequence[Piece], seekers: Sequence[Seeker]) -> Snippet | None:
    """The best stretch of the reading view that `pieces` of `text` make; None if nothing is in it.

    Best: most of the terms, then the earliest.
    """
    view = join_up(text, pieces)
    words = flat(view)
    found = sorted((*place, which) for which, s in enumerate(seekers) for place in s.places(words))
    if not found:
        return None
    first, last = _window(found)
    start, end = _widen(view, found[first][0], found[last][1])
    marks = _apart((a, b) for a, b, _ in found[first : last + 1])
    origin = Origin(pieces)
    line = replace(view[start:end], [(m.start(), m.end(), " ")
                                     for m in SPACES.finditer(view[start:end])])  # fmt: skip
    lead = "… " if start > 0 else ""
    tail = " …" if end < len(view) else ""
    shown = tuple(
        (len(lead) + line.offset(a - start), len(lead) + line.offset(b - 1 - start) + 1)
        for a, b in marks
    )
    spans = tuple((origin.at(a), origin.at(b - 1) + 1) for a, b in marks)
    whole = (origin.at(start), origin.at(end - 1) + 1)
    return Snippet(f"{lead}{line.text}{tail}", shown, *whole, spans)


class Seeker:
    """Finds one term in flat texts."""

    def __init__(self, term: Term) -> None:
        tokens = [flat(token) for token in term.tokens]
        self._near = _near(tokens, term.near) if term.near and len(tokens) > 1 else None
        tail = "" if term.prefix else r"(?![^\W_])"
        self._first = tokens[0]
        self._pattern = re.compile(r"[\W_]+".join(map(re.escape, tokens)) + tail)

    def places(self, words: str) -> Iterator[tuple[int, int]]:
        """Where the term stands: start and end."""
        if self._near:
            yield from (m.span() for m in islice(self._near.finditer(words), MATCHES))
            return
        at = words.find(self._first)
        for _ in range(MATCHES):
            if at < 0:
                break
            match = self._pattern.match(words, at) if not words[at - 1 : at].isalnum() else None
            if match:
                yield match.span()
            at = words.find(self._first, at + 1)

    def stands_in(self, words: str) -> bool:
        """Whether the term stands there at all."""
        return next(self.places(words), None) is not None


def _near(tokens: Sequence[str], words: int) -> re.Pattern[str]:
    """The tokens in any order (of more than three: as typed), few words between."""
    gap = rf"(?:[\W_]+[^\W_]+){{0,{words}}}?[\W_]+"
    orders = permutations(tokens) if len(tokens) < 4 else [tokens]
    ways = "|".join(gap.join(map(re.escape, order)) for order in orders)
    return re.compile(rf"(?<![^\W_])(?:{ways})(?![^\W_])")


def _window(found: Sequence[tuple[int, int, int]]) -> tuple[int, int]:
    """First and last of the matches that stand within WIDTH and cover the most terms."""
    best, chosen, first = 0, (0, 0), 0
    inside: dict[int, int] = {}
    for last, (_, end, which) in enumerate(found):
        inside[which] = inside.get(which, 0) + 1
        while end - found[first][0] > WIDTH and first < last:
            inside[found[first][2]] -= 1
            first += 1
        covered = sum(1 for count in inside.values() if count)
        if covered > best:
            best, chosen = covered, (first, last)
    return chosen


def _widen(view: str, start: int, end: int) -> tuple[int, int]:
    """Spread a stretch to about WIDTH, at spaces."""
    spare = max(WIDTH - (end - start), 0)
    left = max(start - spare // 2, 0)
    right = min(max(end + spare // 2, left + WIDTH), len(view))
    if left:
        space = SPACES.search(view, left, start)
        left = space.end() if space else start
    if right < len(view):
        cut = max(view.rfind(" ", end, right), view.rfind("\n", end, right))
        right = cut if cut > 0 else end
    while left < start and view[left].isspace():
        left += 1
    while right > end and view[right - 1].isspace():
        right -= 1
    return left, right


def _apart(marks: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    """Matches without those that overlap an earlier one."""
    kept: list[tuple[int, int]] = []
    for start, end in marks:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


class Origin:
    """From a place in the text that pieces make to the place in their source."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        """Count where each piece begins."""
        self.pieces = pieces
        self.begins: list[int] = []
        at = 0
        for _, size, join in pieces:
            self.begins.append(at)
            at += len(join) + size

    def at(self, offset: int) -> int:
        """The source's offset of the character at `offset`; what joins counts as what follows."""
        n = bisect_right(self.begins, offset) - 1
        start, size, join = self.pieces[n]
        return start + min(max(offset - self.begins[n] - len(join), 0), size)
