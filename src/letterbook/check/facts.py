"""What a sentence states, piece by piece: words, names, numbers, days, and which are denied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from letterbook.check.day import Day, days
from letterbook.check.lists import (
    BREAKS,
    CAUSES,
    HARD,
    NOT_DENYING,
    PLEDGES,
    SMALL,
    SOFT,
    TITLES,
    WEAK,
)
from letterbook.check.numerals import number_of
from letterbook.check.thesaurus import ideas
from letterbook.stem import stem

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d[\d,]*(?:\.\d+)?(?:st|nd|rd|th|d)?(?![^\W_])"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
)
_SHORT = re.compile(r"[A-Z]{2,5}$")
_OPENS = re.compile(r"[\s“\"‘'(\[*—-]*$")


Denied = Literal["", "not", "refrain", "broken"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One piece; `keys` are what it can be known by again, `words` as they stand.

    `denied`: "not" where a word such as "not" or "without" stands before it, "refrain" where one
    such as "failed to" does, "broken" in "violated its pledge not to …", where the thing is both
    denied and done. `weak` pieces carry no claim of their own ("Mr.", "various").
    `carried`: said of another clause of the sentence and carried over to this one.
    """

    start: int
    end: int
    kind: Literal["word", "name", "number", "day"]
    words: str
    keys: frozenset[str] = frozenset()
    number: float | None = None
    day: Day | None = None
    denied: Denied = ""
    weak: bool = False
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word as it stands, and its stem."""

    start: int
    end: int
    words: str
    stem: str


def facts(text: str, proper: frozenset[str] = frozenset()) -> tuple[Fact, ...]:
    """The pieces of one sentence in order; offsets are of `text`.

    `proper`: words in lower case that are names even where they open a sentence.

    >>> [(f.words, f.kind, f.denied) for f in facts("Sixteen boats did not sail to Zaral in 1956.")]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('Sixteen', 'number', ''), ('boats', 'word', ''), ('sail', 'word', 'not'),
     ('Zaral', 'name', ''), ('1956', 'day', '')]
    """
    # first, so that "October 10, 1933" is one day and not a name with two numbers
    dated = sorted(days(text))
    lexemes = [x for x in _lexemes(text) if not any(a <= x.start < b for a, b, _ in dated)]
    made = [Fact(a, b, "day", text[a:b], day=day) for a, b, day in dated]
    made.extend(_pieces(text, lexemes, proper))
    made.sort(key=lambda fact: fact.start)
    return tuple(_denied(list(_titles(made)), lexemes))


def _lexemes(text: str) -> list[Lexeme]:
    return [Lexeme(m.start(), m.end(), m[0], _stem(m[0])) for m in _WORD.finditer(text)]


def _stem(word: str) -> str:
    """ "U.S." and "US" as "US"; every other word by what its forms share."""
    bare = word.replace(".", "")
    return bare if _SHORT.match(bare) else stem(bare)


def _pieces(text: str, lexemes: list[Lexeme], proper: frozenset[str]) -> Iterator[Fact]:
    stems = [x.stem for x in lexemes]
    at = 0
    while at < len(lexemes):
        here = lexemes[at]
        if _denies(here.words.lower().replace("’", "'")):  # told by what it denies
            pair = _pair(lexemes, at)
            if pair in NOT_DENYING:
                last = lexemes[at + 1]
                words = text[here.start : last.end]
                yield Fact(here.start, last.end, "word", words, frozenset({" ".join(pair)}))
                at += 1
            at += 1
            continue
        size, number = number_of([x.words.lower() for x in lexemes[at : at + 8]])
        if number is not None:
            end = lexemes[at + size - 1].end
            yield Fact(here.start, end, "number", text[here.start : end], number=number)
            at += size
            continue
        # "broke off" is one piece, and so is "Soviet Union"
        size, meant = ideas(stems, at)
        size = max(size, 1)
        last = lexemes[at + size - 1]
        if (
            size > 1
            or meant & CAUSES
            or here.words.lower() not in SMALL
            or _SHORT.match(here.words)
        ):
            words = text[here.start : last.end]
            keys = meant | {" ".join(stems[at : at + size])}
            lowered = here.words.lower()
            yield Fact(
                here.start, last.end, _kind(text, lexemes, at, proper), words, keys,
                weak=size == 1 and not meant & CAUSES and (lowered in WEAK or len(lowered) == 1),
            )  # fmt: skip
        at += size


def _kind(
    text: str, lexemes: list[Lexeme], at: int, proper: frozenset[str]
) -> Literal["word", "name"]:
    """A name where it has a capital; at the start of a sentence only if that is certain."""
    here = lexemes[at]
    if not here.words[0].isupper():
        return "word"
    if not _OPENS.match(text[: here.start]):
        return "name"
    follows = lexemes[at + 1] if at + 1 < len(lexemes) else None
    # "Nathaniel Farr learned …" is a name, of "Talks began …" nobody can tell
    besides = follows is not None and follows.words[0].isupper()
    known = here.words.lower() in proper or bool(_SHORT.match(here.words.replace(".", "")))
    return "name" if known or besides else "word"


def _denied(made: list[Fact], lexemes: list[Lexeme]) -> list[Fact]:
    """Each piece that a "not" or a "failed to" stands before is told so.

    What is denied is the next word that tells something: "had not in fact been bombarded". A
    second "not" at the same word takes the first one back.
    """
    for end, how in _signs(lexemes):
        for n, fact in enumerate(made):
            if fact.start >= end and fact.kind != "day" and not fact.weak:
                if fact.start - end < REACH:
                    made[n] = replace(fact, denied="" if fact.denied == how == "not" else how)
                break
    return made


REACH = 40  # characters from a "not" to the word it denies


def _signs(lexemes: list[Lexeme]) -> Iterator[tuple[int, Denied]]:
    """Where words that deny end: "not", "never", "without" … and "refrain", "fail" …"""
    for at, lexeme in enumerate(lexemes):
        word = lexeme.words.lower().replace("’", "'")
        after = _pair(lexemes, at)[1]
        if _denies(word):
            if (word, after) not in NOT_DENYING:
                yield lexeme.end, "broken" if _broken(lexemes[max(0, at - BROKEN) : at]) else "not"
        elif lexeme.stem in SOFT and (after in ("to", "from") or after.endswith("ing")):
            yield lexeme.end, "refrain"


def _broken(before: list[Lexeme]) -> bool:
    """Whether a pledge was broken in these words, which a "not" follows at once."""
    if not before or before[-1].stem not in PLEDGES:
        return False
    return any(x.stem in BREAKS for x in before)


BROKEN = 4  # words: "broke his solemn promise not to …"


def _pair(lexemes: list[Lexeme], at: int) -> tuple[str, str]:
    """A word and the next: "not only" denies nothing."""
    after = lexemes[at + 1].words.lower() if at + 1 < len(lexemes) else ""
    return lexemes[at].words.lower(), after


def _denies(word: str) -> bool:
    return word in HARD or word.endswith("n't")


def _titles(made: list[Fact]) -> Iterator[Fact]:
    """ "President Roosevelt" claims nothing beyond "Roosevelt"."""
    for n, fact in enumerate(made):
        follows = made[n + 1] if n + 1 < len(made) else None
        before = follows is not None and follows.kind == "name" and follows.start - fact.end < 3
        yield replace(fact, weak=True) if before and fact.words.lower() in TITLES else fact
