"""What an act is about: the few words of the sentence that name the matter.

"I urge the most serious consideration of the question of Gaza" is about "consideration of the
question of Gaza". Runs of telling words are weighed: those that follow soon after the words of the
act, that the letter uses again, that are names, that end like a deed ("withdrawal") weigh more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from letterbook.mark.act_anchors import anchored
from letterbook.model import ActLabel
from letterbook.text import plain_letters

Piece = tuple[int, int]
MOST, FURTHEST = 5, 10
"""Telling words of a topic, and all its words."""
FAR = 0.993
"""What a character's distance from the words of the act leaves of a phrase's weight."""
BEFORE, LONG, AGAIN, NAME, DEED = 0.55, 0.2, 0.2, 0.4, 0.6
_WORD = re.compile(r"[^\W\d_][\w’'-]*(?:\.[A-Z]\.?)*|\d[\w.,]*|[^\w\s]")
_JOINS = frozenset(
    "of to on in with for between and from by against the a an our your my their its his her all"
    " any other more such further new both these those".split()
)
_DULL = frozenset(
    """i we you he she it they me us him them who which that this there here what whom
    be am is are was were been being have has had having do does did will would shall should can
    could may might must ought not no nor or but if as so than then when where while because since
    though although however therefore also too very much most less least many some 
    each another own same only just even still yet again already now soon today meanwhile
    upon about into over under after before during without within through at per via
    hope trust believe think feel know understand wish want like appreciate sure certain confident
    glad happy grateful pleased great greatly deep deeply fully well course part way ways fact
    government minister chairman mister mr mrs dr excellency majesty earnest sincere
    able ready prepared willing determined intend intends assure assured time view views
    opinion respect regard regards regarding concerning particular important importance
    make made take taken give given get go going come see say said tell told ask asked let put keep
    able possible necessary good best better first second last next one two three ever never
    always once together out up down off away back every everything anything something nothing
    dear sincerely yours sir please indeed perhaps quite rather really simply clearly urge urging
    propose proposes proposed suggest suggested expressed express connection light spirit basis
    united states question questions problem problems matter matters whether whole
    using based related set forth moment present such""".split()
)
_NOUNS = frozenset("assembly reply supply family ally".split())
_DEEDS = re.compile(
    r"(?:tion|sion|ment|ance|ence|al|ity|ship|ure|age|ty|ace|aid|talks|visit|meeting|views)s?$"
)
_NAMED = re.compile(  # "the Kashmir problem", "the German question": what stands before names it
    r"\b(?:the|an?|old|difficult) (?P<all>(?:[\w’'-]+ ){1,3}(?:problem|question|issue|dispute|"
    r"crisis|"
    r"settlement|plan|representation))\b"
)


def weigh_words(sentences: Iterable[str]) -> dict[str, int]:
    """In how many sentences of a letter each telling word stands."""
    counts: dict[str, int] = {}
    for sentence in sentences:
        for word in {w.removesuffix("'s") for w in _WORD.findall(plain_letters(sentence))} - _DULL:
            counts[word] = counts.get(word, 0) + 1
    return counts


def topic(
    words: str, counts: Mapping[str, int], label: ActLabel = "question", apart: Iterable[Piece] = ()
) -> Piece | None:
    """Where the words that name the matter stand; `apart` are its terms, which do not name it."""
    for start, end in apart:
        words = words[:start] + ";" * (end - start) + words[end:]
    if label == "question" and (named := _NAMED.search(words)):
        return named.span("all")
    after = anchored(label, words)
    best: tuple[float, int, int] | None = None
    for start, end, size, weight in _phrases(_read(words, counts)):
        far = start - after
        score = weight / (1 + LONG * size) * (FAR**far if far >= 0 else BEFORE)
        if best is None or score > best[0] + 1e-9:
            best = score, start, end
    return (best[1], best[2]) if best else None


@dataclass(slots=True)
class _Word:
    """A word of a sentence: its weight, 0 for one that tells nothing; what else it is."""

    start: int
    end: int
    weight: float
    joins: bool = False
    participle: bool = False


def _read(words: str, counts: Mapping[str, int]) -> list[_Word]:
    return [_word(m.start(), m[0], counts) for m in _WORD.finditer(words)]


def _word(start: int, said: str, counts: Mapping[str, int]) -> _Word:
    key, end = plain_letters(said).removesuffix("'s"), start + len(said)
    if said.lower() in _JOINS:
        return _Word(start, end, 0.0, joins=True)
    if not _telling(said, key):
        return _Word(start, end, 0.0)
    weight = 1.0 + AGAIN * min(counts.get(key, 0) - 1, 4)
    if start and said[0].isupper():
        weight += NAME
    if _DEEDS.search(key):
        weight += DEED
    return _Word(start, end, weight, participle=said.endswith(("ed", "ing")))


def _telling(said: str, key: str) -> bool:
    told = len(said) > 2 and said[0].isalpha() and key not in _DULL and key not in _JOINS
    return told and not (said.endswith("ly") and said[0].islower() and key not in _NOUNS)


def _phrases(found: Sequence[_Word]) -> Iterator[tuple[int, int, int, float]]:
    """Runs of telling words, joined by "of", "to", "and", "the", and each shorter run of a run.

    Where each begins and ends, how many telling words it has, and what they weigh together.
    """
    for first, opening in enumerate(found):
        if not opening.weight:
            continue
        size, weight = 0, 0.0
        for word in found[first : first + FURTHEST]:
            if word.weight and not (size and word.participle):
                size, weight = size + 1, weight + word.weight
                yield opening.start, word.end, size, weight
            elif not word.joins:
                break
            if size == MOST:
                break
