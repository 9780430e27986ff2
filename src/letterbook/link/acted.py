"""Acts across the record: who does what towards whom, on which day, in which words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from letterbook.model import Act, ActLabel, Letter, Name, Span
from letterbook.record import Done
from letterbook.text import sentences

DOES = {"question": "asks about", "request": "asks", "proposal": "proposes", "pledge": "promises",
        "accept": "accepts", "refuse": "refuses", "report": "reports"}  # fmt: skip
"""What a side does, in a word: "Orvane promises"."""

CERTAIN = 0.5
"""The certainty from which an act counts where a person has not said otherwise."""


@dataclass(frozen=True, slots=True)
class Acted:
    """An act in its letter, or as a history tells it.

    `side` acts and `other` is acted upon, each as the record calls it; `writer` is the side whose
    words these are: "you assured me" is the other side's act in the writer's words. `told_by` is
    the letter's or the history's id, `day` its first possible day (a history has none). `beside`
    are the words around the sentence, in its paragraph; `between` the sides a history tells of,
    `reserve` what it says that the act does not bind anybody to, `within` the parties of the letter
    (see `exchange`).
    """

    act: Act
    span: Span
    words: str
    score: float
    told_by: str
    day: date | None
    side: str
    other: str
    writer: str
    history: bool = False
    beside: str = ""
    between: tuple[str, ...] = ()
    reserve: str = ""
    within: tuple[str, ...] = ()

    @property
    def own(self) -> bool:
        """Whether the writer does it here and now, and not: is said to have done it before."""
        return not (self.act.recall or self.act.reported or self.history)


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides of a letter as the record calls them, "" where the header does not tell."""

    writer: str
    addressee: str


def acted(
    done: Iterable[Done], letters: Mapping[str, Letter], sides: Mapping[str, Sides],
    within: Callable[[Letter], tuple[str, ...]] = lambda _: (),
) -> list[Acted]:  # fmt: skip
    """The acts of these letters as their sides' own, by day, the undated last.

    `within`: the parties of a letter."""
    made = []
    for each in done:
        letter = letters.get(each.finding.of)
        if letter is None:
            continue
        act, span, words = announced(each)
        between = sides.get(letter.id, Sides("", ""))
        day = letter.when.earliest or letter.when.latest if letter.when else None
        made.append(Acted(
            act, span, " ".join(words.split()), each.finding.score, letter.id,
            day, _side(act.by, act.actor, between), _side(act.to, act.addressee, between),
            between.writer, beside=each.beside, reserve=reserve(act, words, each.after),
            within=within(letter),
        ))  # fmt: skip
    return sorted(made, key=order)


_ANNOUNCES = re.compile(
    r"\b(?:the )?following (?P<what>assurance|undertaking|promise|guarantee|pledge|proposal"
    r"|suggestion|request|question)s?[.:]?$", re.I
)  # fmt: skip
_IS: dict[str, ActLabel] = {"proposal": "proposal", "suggestion": "proposal", "request": "request",
                            "question": "question"}  # fmt: skip


def announced(done: Done) -> tuple[Act, Span, str]:
    """An act with what it announces: "I give the following assurance. The gates will stay raised."

    What follows is what is promised or asked, whatever the sentence would do if it stood alone.
    """
    act, span = done.act, done.finding.span
    match = _ANNOUNCES.search(" ".join(done.words.split()))
    start, end = next(iter(sentences(done.after)), (0, 0)) if match else (0, 0)
    if match is None or end == start:
        return act, span, done.words
    label = _IS.get(match["what"].lower(), "pledge")
    whole = Span(span.source, span.start, span.end + end)
    return replace(act, label=label, topic="", condition=""), whole, done.words + done.after[:end]


_RESERVED = re.compile(
    r"\b(?:not,? (?:of course,? )?(?:be )?(?:commit|bind|bound|prejudic|prejudg)\w*"
    r"|(?:commit|bind|prejudic)\w* (?:neither|no)\b"
    r"|without (?:any )?(?:prejudice|commitment|obligation)"
    r"|no (?:commitment|obligation|admission)\b"
    r"|neither (?:side|party|government)\b[^.;]*\b(?:bound|committed))", re.I
)  # fmt: skip
_RESERVABLE = ("proposal", "request", "pledge", "accept")


def reserve(act: Act, words: str, after: str) -> str:
    """The sentence that says what an act does not bind anybody to: its own, or the one after it.

    "Such conversations would bind neither party to any conclusion."
    """
    if act.label not in _RESERVABLE:
        return ""
    first = next(iter(sentences(after)), (0, 0))
    for said in (words, after[slice(*first)]):
        if _RESERVED.search(said):
            return " ".join(said.split())
    return ""


def order(one: Acted) -> tuple[bool, date, bool, str, int]:
    """By day, the undated last, then by letter and place."""
    return one.day is None, one.day or date.min, one.history, one.told_by, one.span.start


def _side(which: str, named: str, between: Sides) -> str:
    if which == "writer":
        return between.writer or named
    if which == "addressee":
        return between.addressee or named
    if which == "both":
        return " and ".join(filter(None, (between.writer, between.addressee))) or named
    return named


def short_side(parties: Sequence[Name]) -> str:
    """What to call a side that no country is known of: the first name, or the office."""
    first = next(iter(parties), None)
    return (first.name or first.office) if first else ""
