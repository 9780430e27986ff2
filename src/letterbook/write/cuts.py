"""Shorter sentences: cut at clause borders only, every cut marked, nothing that turns the sense.

A cut drops a connective at the head ("Moreover, …"), a parenthesis, or a clause at the end that
merely adds ("…, ending the affair"). It never drops a negation, a condition, a number or a date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from letterbook.model import Span
from letterbook.text import CUT
from letterbook.write.passages import Passage, Range

KEPT = 7  # words that must remain
_DROPPED = 4  # words that make a cut worth its mark

_TURNS = re.compile(  # words that a quotation must not lose
    r"\b(?:not|no|never|none|nor|neither|nothing|nobody|cannot|without|unless|if|provided|except"
    r"|only|until|till|but|however|although|though|hardly|scarcely|barely|fail\w*|refus\w*|den(?:y|ied)"
    r"|declin\w*|instead|rather|when|whenever|lest|so long|as long)\b|n['’]t\b|\d",
    re.I,
)
_LINK = re.compile(
    r"(?:Moreover|Furthermore|Finally|Also|In addition(?! to\b)|Additionally|Besides|In fact|Indeed"
    r"|Accordingly|Consequently|As a result(?! of\b)|In turn|In response(?! to\b)|Similarly"
    r"|Likewise|Meanwhile|And|Thus|Therefore|Hence|In short|In sum|Of course|For example"
    r"|For instance),?\s+"
)
_ASIDE = re.compile(r"\s*\([^()]{12,400}\)")
_ADDS = re.compile(
    r",\s+(?=(?:[a-z]+ing|which|whose|who|where|thus|thereby|partly|a\s+matter|a\s+fact|a\s+move"
    r"|a\s+step|as\s+well\s+as)\b)"
)
_AFTER = re.compile(r",\s+(?=(?:shortly|soon|immediately|just)\s+(?:after|before|thereafter)\b)")
_BEFORE = re.compile(
    r"(?:Despite|Notwithstanding|In (?:the|a) (?:hope|spirit|effort|attempt|bid)"
    r"|In an? (?:effort|attempt)"
    r"|As part of|In keeping with|In line with|In view of|In the light of)\b[^,;]{8,140},\s+"
)
_WHO_HE_WAS = re.compile(
    r"(?<=[a-z]),\s(?:the|then|a|an|its|his|her|their)\s[^,;:.]{10,110},\s(?!and\b|or\b|but\b|the\b|a\b)"
)
_MORE_CLAUSES = re.compile(r"(?:,|;|\band\b)\s")
_CLOSE = re.compile(r"[;:,\s]+\Z")  # a full stop before a cut is an abbreviation's: "D.C."


@dataclass(frozen=True, slots=True)
class Cut:
    """A sentence with the pieces of it that are kept, first to last; all of it: one piece."""

    passage: Passage
    pieces: tuple[Range, ...]

    @property
    def text(self) -> str:
        """The words kept, each cut marked with "…"."""
        leaf = self.passage.leaf
        words = leaf.words(*self.pieces[0])
        for (_, end), (start, stop) in pairwise(self.pieces):
            mark = f" {CUT} " if leaf.text[end:start].strip() else " "
            words = f"{words}{mark}{leaf.words(start, stop)}"
        if self.pieces[0][0] > self.passage.start:
            words = f"{CUT} {words}"
        if self.pieces[-1][1] < self.passage.end:
            words = f"{words} {CUT}"
        return words

    @property
    def pins(self) -> tuple[Span, ...]:
        """Where the pieces stand in the source."""
        return tuple(self.passage.leaf.span(a, b) for a, b in self.pieces)

    @property
    def unled(self) -> Cut:
        """The same without the name of who speaks: it stands before the sentence before."""
        led = self.pieces[0] == self.passage.speaker and len(self.pieces) > 1
        return Cut(self.passage, self.pieces[1:]) if led else self

    @property
    def size(self) -> int:
        """How many words are kept."""
        return len(self.text.split())


def whole(passage: Passage) -> Cut:
    """The sentence as it stands."""
    return Cut(passage, (*_speaker(passage), (passage.start, passage.end)))


def _speaker(passage: Passage) -> Iterator[Range]:
    """The name of who speaks, where the sentence is not the first of what he says."""
    if passage.speaker and passage.speaker[1] <= passage.start:
        yield passage.speaker


def shortened(passage: Passage) -> Cut:
    """The sentence without what may be dropped."""
    return _without(passage, _droppable)


def tightened(passage: Passage) -> Cut:
    """The sentence without whatever it can be understood without: for a single page.

    Who somebody was, in commas; "Despite …," at the head; "…, shortly after …" at the end.
    """
    return _without(passage, _dispensable)


def _without(passage: Passage, droppable: Callable[[str], Iterator[Range]]) -> Cut:
    text = passage.leaf.text[passage.start : passage.end]
    away = sorted(droppable(text))
    pieces = tuple(_kept(text, away))
    kept = " ".join(text[a:b] for a, b in pieces)
    if not away or len(kept.split()) < KEPT:
        return whole(passage)
    kept_at = ((passage.start + a, passage.start + b) for a, b in pieces)
    return Cut(passage, (*_speaker(passage), *kept_at))


def _droppable(text: str) -> Iterator[Range]:
    link = _LINK.match(text)
    if link:
        yield link.span()
    for aside in _ASIDE.finditer(text):
        if _may_go(aside[0]):
            yield aside.span()
    end = _adding(text)
    if end:
        yield end, len(text)


def _dispensable(text: str) -> Iterator[Range]:
    yield from _droppable(text)
    before = _BEFORE.match(text)
    if before and _may_go(before[0]):
        yield before.span()
    after = _AFTER.search(text)
    if after and len(text[: after.start()].split()) >= KEPT and _ends(text, after.end()):
        yield after.start(), len(text)
    for who in _WHO_HE_WAS.finditer(text):
        if _may_go(who[0]) and ":" not in text and _named(_LINK.sub("", text[: who.start() + 2])):
            yield who.span()


def _named(before: str) -> bool:
    """Whether a name stands right before: "Boris Shvirsky, the …", not "the debt, the …"."""
    words = before.rstrip(", ").split()
    return len(words) > 1 and words[-1][:1].isupper()


def _ends(text: str, start: int) -> bool:
    """Whether what begins here may be left out to the end of the sentence."""
    rest = text[start:]
    return _may_go(rest) and not _MORE_CLAUSES.search(rest) and rest.count("“") == rest.count("”")


def _adding(text: str) -> int:
    """Where a last clause begins that merely adds, 0 if there is none."""
    for match in _ADDS.finditer(text):
        rest = text[match.end() :]
        if len(text[: match.start()].split()) < KEPT or not _may_go(rest):
            continue
        # "the boats, which lay at Zaral, were sold": the main clause goes on after the comma
        if _balanced(rest) and not _MORE_CLAUSES.search(rest):
            return match.start()
    return 0


def _may_go(words: str) -> bool:
    return len(words.split()) >= _DROPPED and not _TURNS.search(words)


def _balanced(words: str) -> bool:
    """No quotation or bracket that the kept words open is closed in these."""
    return not re.search(r"[”\"»)\]]", words)


def _kept(text: str, away: Sequence[Range]) -> Iterator[Range]:
    """What is left, without the marks that would hang at a cut."""
    at = 0
    for start, end in (*away, (len(text), len(text))):
        piece = text[at:start]
        if start < len(text):
            piece = _CLOSE.sub("", piece)
        left = len(piece) - len(re.sub(r"^[\s,;]+", "", piece))
        if piece[left:].strip(" .,;:"):
            yield at + left, at + len(piece)
        at = max(at, end)
