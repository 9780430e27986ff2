"""Words compared without losing an offset: views of a text that skip and fold, and lines.

A `View` is a second text made from a first, with a map of offsets both ways. Views chain: what
is found in the folded reading view of a page is mapped to the reading view, then to the page.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """A text made from another; `here[i]` and `there[i]` are where its i-th piece begins in each.

    A piece either runs in step with the original or stands in place of a stretch of it.

    >>> view = skip("questions,\\n287\\nnot", [(10, 15, " ")])
    >>> view.text
    'questions, not'
    >>> view.span(11, 14)
    (15, 18)
    """

    text: str
    here: tuple[int, ...]
    there: tuple[int, ...]
    in_step: tuple[bool, ...]
    length: int

    def origin(self, offset: int) -> int:
        """Where the character at `offset` of the view comes from (the end maps to the end)."""
        if offset >= len(self.text):
            return self.length
        if not self.here:
            return offset
        piece = self._piece(offset)
        return self.there[piece] + (offset - self.here[piece] if self.in_step[piece] else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The smallest stretch of the original that `start` to `end` of the view stands for."""
        if end <= start:
            at = self.origin(start)
            return at, at
        last = self._piece(end - 1)
        if not self.here or self.in_step[last]:
            return self.origin(start), self.origin(end - 1) + 1
        following = self.there[last + 1] if last + 1 < len(self.there) else self.length
        return self.origin(start), following

    def offset(self, origin: int) -> int:
        """Where the original's character `origin` stands in the view; if skipped, what follows."""
        if not self.there:
            return origin
        piece = max(bisect_right(self.there, origin) - 1, 0)
        end = self.here[piece + 1] if piece + 1 < len(self.here) else len(self.text)
        if origin <= self.there[piece]:
            return self.here[piece]
        return (
            min(self.here[piece] + origin - self.there[piece], end) if self.in_step[piece] else end
        )

    def _piece(self, offset: int) -> int:
        """The index of the piece in which the character at `offset` of the view stands."""
        return max(bisect_right(self.here, offset) - 1, 0)


def replace(text: str, changes: Iterable[tuple[int, int, str]]) -> View:
    """`text` with each (start, end, words) replaced.

    A change that overlaps an earlier one falls out.
    """
    parts: list[str] = []
    here: list[int] = []
    there: list[int] = []
    step: list[bool] = []
    at = size = 0

    def add(piece: str, origin: int, in_step: bool) -> None:
        nonlocal size
        if piece:
            parts.append(piece)
            here.append(size)
            there.append(origin)
            step.append(in_step)
            size += len(piece)

    for start, end, words in sorted(changes):
        if start < at or end < start:
            continue
        add(text[at:start], at, True)
        add(words, start, False)
        at = end
    add(text[at:], at, True)
    return View("".join(parts), tuple(here), tuple(there), tuple(step), len(text))


def skip(text: str, furniture: Iterable[tuple[int, int, str]]) -> View:
    """The reading view: `text` with each piece of furniture replaced by what joins the rest."""
    return replace(text, furniture)


def plain_letters(words: str) -> str:
    """`words` in lower case and plain letters and signs, where no offset is asked for.

    >>> plain_letters("Łornik’s AIDE-MÉMOIRE")
    "lornik's aide-memoire"
    """
    return words.lower() if words.isascii() else LETTERS.sub(_plain_letter, words).lower()


HYPHENS = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\n(?=[a-z])|\u00ad|[\u200b-\u200d\ufeff]")
SPACES = re.compile(r"\s{2,}|[^\S ]")  # all white space but a single blank
SIGNS = str.maketrans({
    **dict.fromkeys("‘’‚‛′`´ʹʻʼ", "'"), **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
})  # fmt: skip
LETTERS = re.compile(r"[^\x00-\x7f]")


STROKED = {"Ł": "L", "ł": "l", "Ø": "O", "ø": "o", "Đ": "D", "đ": "d"}
JOINED = {"ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE"}
PLAIN = str.maketrans(STROKED | JOINED)
"""Letters that Unicode does not take apart."""


def _plain_letter(match: re.Match[str]) -> str:
    """ "é" as "e", "ﬁ" as "fi", "Ł" as "l"; what has no plain form stays."""
    sign = match[0].translate(SIGNS)
    if sign.isascii():
        return sign
    decomposed = unicodedata.normalize("NFKD", sign.translate(PLAIN))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)) or sign
    return plain.translate(PLAIN).translate(SIGNS)  # "ǿ" was a stroked letter with an accent


def fold(text: str) -> View:
    """`text` as words are compared: lower case, plain letters and quotes, single spaces.

    A word that is broken at the end of a line is joined again.

    >>> fold("“Peace”,\\nhe  said — in Orléans, to coop-\\nerate").text
    '"peace", he said - in orleans, to cooperate'
    """
    changes: list[tuple[int, int, str]] = []
    if "-\n" in text or not text.isascii():
        changes.extend((m.start(), m.end(), "") for m in HYPHENS.finditer(text))
    changes.extend((m.start(), m.end(), " ") for m in SPACES.finditer(text))
    if not text.isascii():
        for match in LETTERS.finditer(text):
            letter = _plain_letter(match).lower()
            if letter != match[0] and not letter.isspace():
                changes.append((match.start(), match.end(), letter))
    view = replace(text, changes)
    lowered = view.text.lower()
    if len(lowered) != len(view.text):  # "İ" lowers to two characters
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in view.text)
    return View(lowered, view.here, view.there, view.in_step, view.length)


def occurrences(view: View, words: str) -> Iterator[tuple[int, int]]:
    """Where `words`, folded, stand in a folded view, as offsets of the text it was made from."""
    wanted = fold(words).text.strip()
    at = view.text.find(wanted) if wanted else -1
    while at >= 0:
        yield view.span(at, at + len(wanted))
        at = view.text.find(wanted, at + 1)


class Lines:
    """Which line an offset stands on; lines and columns count from 1."""

    def __init__(self, text: str) -> None:
        """Index `text` once; asking is then a binary search."""
        self.ends = [m.start() for m in re.finditer("\n", text)]

    def line(self, offset: int) -> int:
        """The line of the character at `offset`."""
        return bisect_left(self.ends, offset) + 1


UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff]"
)
"""Signs that turn a line round, hide in it, or that no page can hold; what joins letters stays."""


def visible(words: str) -> str:
    """`words` with signs that cheat the eye named, not obeyed.

    >>> visible("exe.\\u202egnp")
    'exe.⟨U+202E⟩gnp'
    """
    return UNSEEN.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", words)


CUT = "…"
"""What we put where we leave words out."""

ELLIPSIS = re.compile(
    r"[\[(]\s*(?:…|\.\s?\.\s?\.(?:\s?\.)?|\*\s?\*\s?\*)\s*[\])]"
    r"|\.?\s?…(?:\s?\.)?|\.\s?\.\s?\.(?:\s?\.){0,2}|\*\s?\*\s?\*"
)
"""What others put there: "…", ". . . .", "[…]", "* * *"."""


def squeeze(text: str) -> str:
    """One space for every run of white space, none at the ends."""
    return " ".join(text.split())


_STOP = re.compile(
    r"(?:[.?!…]|\. \. \.)[.?!]*[”\"’')\]»]*(?:\[?\d{1,3}\]?)?(?=\s+[“\"‘'(\[«—]*[^\W_a-z])"
)
_CLOSES = re.compile(
    r"\n[ \t]*\n\s*|(?<=[.?!:;”\"’)\]»])\n(?=\S)|\n(?=[ \t]*(?:[-*•–]|\d{1,2}[.)]|[#>])\s)"
)
_LAST_WORD = re.compile(r"[^\W\d_](?:[\w.’'&-]*\w)?$")
_SHORT = frozenset(
    "mr mrs messrs ms dr prof rev hon st gen col maj capt lt cdr adm sgt brig gov sen rep amb sec"
    " no nos art arts vol vols p pp para paras ch sec fig ed eds cf ibid viz e.g i.e etc al jr sr"
    " jan feb mar apr jun jul aug sept sep oct nov dec inst ult prox co corp inc ltd bros dept"
    " govt tel embtel deptel ref approx mme mlle m.p h.e ph.d a.m p.m b.c a.d".split()
)
_OPENER = re.compile(
    r"\s+[“\"‘'(\[]*(?:The|This|That|These|Those|It|He|She|We|They|You|I|His|Her|Our|Their|My|In|On"
    r"|At|If|When|As|But|And|For|A|An|There|However|Moreover|Finally|Nevertheless)\b"
)


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Where the sentences of `text` between `start` and `end` stand, without white space around.

    A blank line ends a sentence, and so does the end of a line that is closed by a mark; a line
    that is merely full does not. "Mr.", "U.S." and initials end none unless a word that opens
    sentences follows.

    >>> words = "Mr. Ash wrote on Dec. 4. The U.S. note\\nfollowed."
    >>> [words[a:b] for a, b in sentences(words)]
    ['Mr. Ash wrote on Dec. 4.', 'The U.S. note\\nfollowed.']
    """
    stop = len(text) if end is None else end
    at = start
    for closed in _CLOSES.finditer(text, start, stop):
        yield from _within(text, at, closed.start())
        at = closed.end()
    yield from _within(text, at, stop)


def _within(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of one paragraph."""
    for mark in _STOP.finditer(text, start, end):
        if mark.start() >= start and not _abbreviated(text, start, mark):
            yield from _bare(text, start, mark.end())
            start = mark.end()
    yield from _bare(text, start, end)


def _abbreviated(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether the full stop belongs to a short form: "Mr. Ash", "J. Ash", "the U.S. Government"."""
    word = _LAST_WORD.search(text, max(start, mark.start() - 20), mark.start())
    if mark[0][0] != "." or not word:
        return False
    if word[0].lower() in _SHORT:
        return not (word[0].islower() and _OPENER.match(text, mark.end()))
    pointed = len(word[0]) == 1 or re.fullmatch(r"(?:\w\.)+\w", word[0])
    return (
        bool(pointed)
        and word[0] != "I"
        and not (len(word[0]) > 1 and _OPENER.match(text, mark.end()))
    )


def _bare(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    left, right = len(words) - len(words.lstrip()), len(words.rstrip())
    if left < right:
        yield start + left, start + right
