"""A quiz with its key: sentences of the sources with a name, a day or a number left out.

What is left out is shown as "[…]", the way a quotation marks what it omits; the key gives the
sentence in full, so that anyone can see that the answer stands in the source.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from letterbook.model import Line
from letterbook.write.blanks import Blank, blanks, others
from letterbook.write.cuts import whole
from letterbook.write.page import Paragraph, Part, heading, line
from letterbook.write.quoting import inside, quoted
from letterbook.write.weigh import Weighed

LETTERS = "abcd"
GAP = "[…]"
_LEAST, _LONGEST = 9, 45  # words of a sentence that is asked
_ASKS = {
    "day": "Which day", "month": "Which month", "year": "Which year", "number": "How many",
    "person": "Who", "place": "Where",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """A blank and what is offered for it, the answer among the rest."""

    blank: Blank
    offered: tuple[Blank, ...]

    @property
    def answer(self) -> str:
        """The letter of the right one."""
        return LETTERS[self.offered.index(self.blank)]


def questions(held: Sequence[Weighed], persons: Sequence[str], most: int) -> list[Question]:
    """The best questions: the weightiest sentences, the kinds by turns, none asked twice."""
    every = blanks([w.passage for w in held], persons)
    worth = {w.passage: w.score for w in held if _fit(w)}
    ranked = sorted(
        (b for b in every if b.passage in worth and _once(b)),
        key=lambda b: (-worth[b.passage], b.start),
    )
    by_kind: dict[str, list[Question]] = {}
    asked = set[object]()
    for blank in ranked:
        rest = others(blank, every)
        if len(rest) == len(LETTERS) - 1 and not asked & {blank.passage, blank.words}:
            asked |= {blank.passage, blank.words}
            by_kind.setdefault(_ASKS[blank.kind], []).append(Question(blank, _mixed(blank, rest)))
    turns = [q for rank in range(most) for qs in by_kind.values() for q in qs[rank : rank + 1]]
    return sorted(turns[:most], key=lambda q: (held_at(held, q), q.blank.start))


def held_at(held: Sequence[Weighed], question: Question) -> int:
    """The place of a question's sentence among all, so that a quiz follows the text."""
    return next(at for at, w in enumerate(held) if w.passage == question.blank.passage)


def _fit(one: Weighed) -> bool:
    """Whether the sentence can be asked: it stands alone, is no courtesy, not short, not long."""
    size = len(one.passage.text.split())
    return _LEAST <= size <= _LONGEST and not (one.leans or one.courteous or one.points_on)


def _once(blank: Blank) -> bool:
    """Whether the answer's words stand in the sentence only where they are left out."""
    text, words = blank.passage.leaf.text, blank.words
    rest = text[blank.passage.start : blank.start] + " " + text[blank.end : blank.passage.end]
    return not any(w in rest for w in words.split() if len(w) > 2)


def _mixed(blank: Blank, rest: Sequence[Blank]) -> tuple[Blank, ...]:
    """In an order that tells nothing, the same every time."""

    def key(one: Blank) -> str:
        return hashlib.sha256(f"{blank.passage.text} {one.words}".encode()).hexdigest()

    return tuple(sorted((blank, *rest), key=key))


def quiz_parts(asked: Sequence[Question]) -> Iterator[Part]:
    """The quiz, then its key."""
    if not asked:
        return
    yield heading("Quiz")
    for number, question in enumerate(asked, 1):
        offered = [
            line(f"{letter}) {one.words}", one.pin)
            for letter, one in zip(LETTERS, question.offered, strict=True)
        ]
        label = f"{number}. {_ASKS[question.blank.kind]}"
        yield Paragraph((_with_gap(question.blank), *offered), label, "item")
    yield heading("Key")
    for number, question in enumerate(asked, 1):
        words = line(f"{question.answer}) {question.blank.words}", question.blank.pin)
        full = quoted((whole(question.blank.passage),))
        yield Paragraph((full, words), f"{number}", "item")


def _with_gap(blank: Blank) -> Line:
    """The sentence with the answer left out, pinned to what is left."""
    passage, leaf = blank.passage, blank.passage.leaf
    pieces = [(passage.start, blank.start), (blank.end, passage.end)]
    before, after = (leaf.words(a, b) for a, b in pieces)
    close = "" if leaf.text[blank.end : blank.end + 1] in ".,;:’'?!)" else " "
    pins = [leaf.span(a, b) for a, b in pieces if leaf.text[a:b].strip()]
    return line(f"“{inside(f'{before} {GAP}{close}{after}'.strip())}”", *pins)
