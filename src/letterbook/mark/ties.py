"""Marks in the text and the notes they stand for.

Marks are digits set straight after a word ("on this question1"), with a space after a heading
("Corder 0"), in brackets, raised, or * and †. When the marks count 0, 1 and the list 1, 2, they
are tied in order.
"""

from __future__ import annotations

import re

_AFTER = frozenset(".,;:!?”“\"’'»)]%…")
_OWN_DIGITS = re.compile(r"(?:\bNo\.|[$£€.]\d*[.,]|\d[.,]|\b[A-Z]|\bpp?\.|vol\.|art\.)$", re.I)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_GLUED = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" (\d{{1,2}}){0}(?!\d)"
)
MOST = 50_000
"""How many places are looked at for marks; a table of figures is no text with notes."""

Place = tuple[int, int]


def tie(labels: list[str], text: str, end: int) -> list[Place | None]:
    """For each label of a list where its mark stands before `end`, each after the one before."""
    counts = [labels]
    if labels and labels[0] == "1":
        counts.append([str(int(label) - 1) if label.isdigit() else label for label in labels])
    best: list[Place | None] = [None] * len(labels)
    for shown in counts:
        marks = _in_order(shown, text, end)
        if sum(map(bool, marks)) > sum(map(bool, best)):
            best = marks
    return best


def _in_order(labels: list[str], text: str, end: int) -> list[Place | None]:
    at, looks = 0, MOST
    marks: list[Place | None] = []
    for label in labels:
        mark, found = None, text.find(label, at, end)
        while found >= 0 and mark is None and looks > 0:
            looks -= 1
            mark = _as_mark(text, label, found, found + len(label))
            found = text.find(label, found + 1, end)
        mark = mark or _raised(text, label, at, end)
        marks.append(mark)
        at = mark[1] if mark else at
    return marks


def _raised(text: str, label: str, at: int, end: int) -> Place | None:
    """A raised digit, or one glued to a day: "Embtel 840, September 152" is the 15th, note 2."""
    if not label.isdigit():
        return None
    found = text.find(label.translate(_RAISED), at, end)
    if found >= 0:
        return found, found + len(label)
    glued = re.compile(_GLUED.format(label)).search(text, at, end)
    if glued and 0 < int(glued[1]) < 32 <= int(glued[1] + label):
        return glued.end() - len(label), glued.end()
    return None


def _as_mark(text: str, label: str, start: int, end: int) -> Place | None:
    """Whether what stands at `start` is a mark: glued to a word, bracketed, or ending a line."""
    before, after = text[start - 1 : start], text[end : end + 2]
    if not before or before == "\n":
        return None
    if not label.isdigit():
        return None if before.isspace() or (after and after[0] in "*†‡§") else (start, end)
    if before == "[" and after[:1] == "]":
        return start - 1, end + 1
    if after[:1].isalnum() or after[:1] in ("_", "/", "%") or re.match(r"[.,:-]\d", after):
        return None
    if before == " ":
        last = text[start - 2 : start - 1]
        ends_line = after[:1] in ("\n", "") and (last.islower() or last in ".)”’")
        return (start, end) if ends_line else None
    if before not in _AFTER and not before.isalpha():
        return None
    own = _OWN_DIGITS.search(text[max(0, start - 12) : start]) and before not in "”’)"
    return None if own else (start, end)
