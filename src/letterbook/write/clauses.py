"""A long sentence cut at the borders of its clauses, every cut marked with "…".

"Walter Strand resigned on January 31, 1957, and Ruth Averill took his place four days later." gives
for its second date "… Ruth Averill took his place four days later." Nothing is cut off that a
condition or a negation hangs on: then the sentence stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from letterbook.text import CUT

_SUBJECT = (
    r"(?:[A-Z][\w’'-]+|the|a|an|he|she|it|they|we|I|you|his|her|their|this|these|there|no|two"
    r"|three)"
)
_BORDER = re.compile(
    rf";\s+(?:and\s|but\s)?|\s?[—]\s?|\s[–-]{{1,2}}\s|,\s(?:and|but|while|whereas|although|though|so|yet)\s(?={_SUBJECT}\b)"
)
_SOFT = re.compile(
    r",\s(?=(?:which|who|whose|where|when|after|before|as|because|since|in order|with)\b)"
)
_HANGS = re.compile(
    r"\b(?:not|never|no|nor|neither|none|if|unless|until|except|provided|only|without|cannot|lest"
    r"|whether|would|should|might)\b|n[’']t\b", re.I,
)  # fmt: skip


def clauses(text: str, soft: bool = False) -> list[tuple[int, int]]:
    """Where the main clauses of a sentence stand; with `soft`, also what follows "which", "after".

    >>> words = "The crews were freed; the boats were kept, and nobody said why."
    >>> [words[a:b] for a, b in clauses(words)]
    ['The crews were freed', 'the boats were kept', 'nobody said why.']
    """
    borders = [(m.start(), m.end()) for m in _BORDER.finditer(text)]
    if soft:
        borders += [(m.start(), m.end()) for m in _SOFT.finditer(text)]
    found, at = [], 0
    for start, end in sorted(borders):
        # in "he said “I came; I left” and sat down" the semicolon is no border of his sentence
        if start > at and _balanced(text[at:start]) and _balanced(text[:start]):
            found.append((at, start))
            at = end
    return [*found, (at, len(text))]


def _balanced(words: str) -> bool:
    """Whether no quotation or bracket is open at the end: such a border is inside of it."""
    pairs = (("(", ")"), ("[", "]"), ("“", "”"))
    closed = all(words.count(a) == words.count(b) for a, b in pairs)
    return closed and words.count('"') % 2 == 0


def around(text: str, start: int, end: int, most: int = 320) -> tuple[int, int]:
    """The clause of a sentence in which `start` to `end` stand, widened while `most` holds it.

    The whole sentence where it is short, and where what would be cut off bears on the rest.
    """
    if len(text) <= most:
        return 0, len(text)
    for soft in (False, True):
        first, last = _widened(clauses(text, soft), start, end, most)
        if last - first <= most or soft:
            break
    # "…, but only if the engineers agree" turns what stands before it: such a sentence stays whole
    dropped = text[:first] + " " + text[last:]
    if last - first < 40 or (_HANGS.search(dropped) and len(text) <= 3 * most):
        return 0, len(text)
    return first, last


def own(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause in which `start` to `end` stand, for a sentence that tells of several days."""
    for first, last in clauses(text):
        if first <= start and end <= last:
            alone = last - first >= 30 and not _HANGS.search(text[:first] + " " + text[last:])
            return (first, last) if alone else (0, len(text))
    return 0, len(text)


def _widened(found: Sequence[tuple[int, int]], start: int, end: int, most: int) -> tuple[int, int]:
    at = next((i for i, (a, b) in enumerate(found) if a <= start < b), 0)
    to = next((i for i, (a, b) in enumerate(found) if a < end <= b), at)
    to = max(at, to)
    while True:
        if to + 1 < len(found) and found[to + 1][1] - found[at][0] <= most:
            to += 1
        elif at and found[to][1] - found[at - 1][0] <= most:
            at -= 1
        else:
            return found[at][0], found[to][1]


def cut(text: str, first: int, last: int) -> str:
    """The words from `first` to `last` in one line, with "…" where the sentence goes on.

    >>> cut("He came, and she left.", 13, 22)
    '… she left.'
    """
    words = " ".join(text[first:last].split()).strip(" ,;:—–")
    before = f"{CUT} " if text[:first].strip() else ""
    after = f" {CUT}" if text[last:].strip() else ""
    return f"{before}{words}{after}"
