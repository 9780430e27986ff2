"""Marks of quotation paired: which opens, which closes, and what is quoted inside a quotation.

Curly marks and guillemets say which they are. A straight mark opens after a space and before a
word, and closes the other way round; one that could be either (6" guns) pairs with nothing. A pair
holds within a paragraph, unless the next paragraph opens anew, as long quotations are printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 6000
"""Characters of a quotation; a mark left open further back pairs with nothing."""

_MARKS = re.compile(r"[“”„«»\"]|\n[ \t]*\n|\n(?=[ \t]*(?:[-*•#>]|\d{1,2}[.)])\s)")
_SINGLE = re.compile(r"(?<![\w’])‘(?=\S)((?:[^‘’\n]|’(?=\w)|(?<=s)’(?=\s[a-z])){3,2000})’(?!\w)")
_CLOSES = {"“": "”", "„": "“”", "«": "»", '"': '"'}


@dataclass(frozen=True, slots=True)
class Open:
    """A mark that was opened: where its words begin, and the sign."""

    at: int
    sign: str


def in_marks(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """The words inside each outermost pair of marks, in the order of the text."""
    held: list[Open] = []
    for match in _MARKS.finditer(text, start):
        sign, at = match[0], match.start()
        if held and at - held[0].at > LONGEST:
            held.clear()
        if sign[0] == "\n":
            if not _goes_on(text, match.end(), held):
                held.clear()
            continue
        if held and _closes(text, at, sign, held[-1]):
            opened = held.pop()
            if not held and text[opened.at : at].strip():
                yield opened.at, at
        elif _opens(text, at, sign) and not _anew(text, at, sign, held):
            held.append(Open(at + 1, sign))


def in_single_marks(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """The words in ‘…’, as British printers set them; an apostrophe closes nothing."""
    for match in _SINGLE.finditer(text, start):
        yield match.span(1)


def _opens(text: str, at: int, sign: str) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not after or after.isspace():
        return False
    if sign == '"':
        return not before or before.isspace() or before in "([{—–-*_/'‘“"
    return sign in "“„«"


def _closes(text: str, at: int, sign: str, opened: Open) -> bool:
    if sign not in _CLOSES[opened.sign]:
        return False
    if sign != '"':
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not before.isspace() and not after.isalnum() and not _opens(text, at, sign)


def _anew(text: str, at: int, sign: str, held: list[Open]) -> bool:
    """Whether the mark only says that the quotation goes on in this paragraph."""
    line = text[text.rfind("\n", 0, at) + 1 : at].strip(" \t>*-•")
    return bool(held) and held[-1].sign == sign and not line


def _goes_on(text: str, at: int, held: list[Open]) -> bool:
    """Whether the paragraph that begins here opens the same quotation anew."""
    return bool(held) and text[at:].lstrip(" \t\n>")[:1] == held[-1].sign if held else False
