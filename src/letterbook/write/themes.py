"""What letters turn on: the phrases that come back in several of their sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from letterbook.mark.months import MONTH
from letterbook.mark.offices import OFFICE
from letterbook.model import Span
from letterbook.write.central import terms
from letterbook.write.passages import Passage

_WORD = r"[^\W\d_][\w’'-]*(?:\.[A-Za-z]\.)?"
_RUN = re.compile(rf"{_WORD}(?:[ \n]{_WORD}){{0,11}}")
_JOINING = frozenset("of the and for in on to de du la".split())
_LONGEST = 4
_EMPTY = re.compile(
    rf"(?:{MONTH}|\w+['’](?:m|re|ve|ll|d|t|s)|volumes?|documents?|pages?|per|cent|dear|sincerely|honou?r|excellency|majesty|president|mister|sir|chairman|same|last"
    r"|next|first|second|new|one|two|three|four|day|days|time|year|years|month|week|hour|today|way"
    r"|made|given|taken|put|went|came|said|asked|told|have|see|think|believe|know|like|well"
    r"|possible|able|good|great|present|further|however|also|view|point|fact|matter|case)",
    re.I,
)
_VERBAL = re.compile(
    r"\w+(?:ed|ly|ing)|ha[sd]|been|said|let|go|come|take|make|give|wrote|write|sent|stand|stood|lie"
    r"|lay|met|meet|hold|held|keep|kept|left|leave|bring|brought|speak|spoke|ask|answer|say|tell",
    re.I,
)

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as it stands where it stands first, and in how many sentences it comes back."""

    text: str
    pin: Span
    times: int


def phrases(passages: Sequence[Passage], most: int) -> list[Phrase]:
    """The phrases that come back most, the longer before the shorter; none within another."""
    places: dict[Key, list[tuple[Passage, int, int]]] = defaultdict(list)
    for passage in passages:
        own: dict[Key, tuple[Passage, int, int]] = {}
        for start, end in _candidates(passage):
            key = tuple(terms(passage.leaf.text[start:end]))
            if len(key) > 1:
                own.setdefault(key, (passage, start, end))
        for key, place in own.items():
            places[key].append(place)
    back = [(key, held) for key, held in places.items() if len(held) >= _often(held[0])]
    back.sort(key=lambda pair: (-len(pair[1]) * (len(pair[0]) - 0.5), pair[1][0][0].nth))
    chosen: list[Key] = []
    made: list[Phrase] = []
    for key, held in back:
        if len(made) < most and not any(set(key) & set(other) for other in chosen):
            chosen.append(key)
            passage, start, end = held[0]
            made.append(
                Phrase(passage.leaf.words(start, end), passage.leaf.span(start, end), len(held))
            )
    return made


def _often(place: tuple[Passage, int, int]) -> int:
    """How often a phrase must come back; a name, or "the arrears of the Loan", twice."""
    words = place[0].leaf.words(*place[1:]).split()
    named = sum(word[:1].isupper() for word in words) * 2 >= len(words)
    return 2 if named or any(word in _JOINING for word in words) else 3


def _candidates(passage: Passage) -> Iterator[tuple[int, int]]:
    """Runs of words that may name a thing: not broken by a mark, no small words at the ends."""
    text = passage.leaf.text
    for run in _RUN.finditer(text, passage.start, passage.end):
        words = [(m[0], m.start(), m.end()) for m in re.finditer(_WORD, run[0])]
        for first in range(len(words)):
            for last in range(first + 1, min(first + _LONGEST, len(words))):
                inside = [word for word, _, _ in words[first : last + 1]]
                if _names(inside) and not _torn([w for w, _, _ in words], first, last):
                    yield run.start() + words[first][1], run.start() + words[last][2]


def _torn(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a name goes on beyond the phrase: "views of the Joint" Chiefs of Staff."""
    before = first and words[first][0].isupper() and words[first - 1][0].isupper()
    after = last + 1 < len(words) and words[last][0].isupper() and words[last + 1][0].isupper()
    return bool(before and first > 1) or after


def _names(words: Sequence[str]) -> bool:
    """Whether these words may be the name of a thing."""
    ends = (words[0], words[-1])
    if not all(terms(word) and not _EMPTY.fullmatch(word) for word in ends):
        return False
    if any(_VERBAL.fullmatch(word) for word in words):
        return False
    if all(word.lower() in OFFICE for word in words if terms(word)):
        return False  # "Foreign Minister" is who, not what
    return all(terms(w) or w.lower() in _JOINING for w in words[1:-1])
