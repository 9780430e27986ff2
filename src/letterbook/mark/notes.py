"""Footnotes: the list at the end, the marks in the text, and which belongs to which.

A list is the run of numbered lines that ends the text. Marks are digits set straight after a word
("on this question1"), with a space after a heading ("Kennedy 0"), in brackets, or * and †.
When the marks count 0, 1 and the list 1, 2, they are tied in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.mark.sheet import Found, Line, Sheet, rule
from letterbook.model import Finding, Marker, Note, Span

BY = rule("notes")
_ITEM = re.compile(r"[\[(]?(\d{1,3}|[*†‡§]{1,3})(?:[\])]\.?|\.|\s(?=[A-Z“]))\s*(?=\S)")
_STAR = re.compile(r"([*†‡§]{1,3})\s?(?=\S)")
_TITLE = re.compile(r"(?:foot|end)?notes?:?", re.I)
SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def mark_notes(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """Notes at the end of the sheet and the marks that stand for them."""
    if any(f.by.kind == "markup" for f in found.all("note")):
        return
    items = _list(sheet)
    if not items:
        return
    text = sheet.source.text
    spans = []
    for (line, label, body), following in zip(items, [*items[1:], None], strict=True):
        end = following[0].start if following else len(text)
        spans.append((label, sheet.span(body, len(text[:end].rstrip()))))
    marks = _tie([label for label, _ in spans], text, items[0][0].start, sheet)
    for label, span in spans:
        words = text[span.start : span.start + 8]
        kind = "source" if words.startswith(("Source:", "Source :")) else "note"
        yield Finding(span, "note", Note(label, kind), BY)  # type: ignore[arg-type]
    for (_, span), mark in zip(spans, marks, strict=True):
        if mark:
            shown = text[mark.start : mark.end].strip(" []()").translate(SUPERSCRIPT)
            yield Finding(mark, "marker", Marker(shown, span), BY, "", (span,))


def notes_start(sheet: Sheet, found: Found) -> int:
    """Where the notes begin, the end of the text if there are none."""
    return min((f.span.start for f in found.all("note")), default=len(sheet.source.text))


def _list(sheet: Sheet) -> list[tuple[Line, str, int]]:
    """The items of the list that ends the text: line, label, where the note's words begin."""
    text, lines = sheet.source.text, sheet.lines
    items: list[tuple[Line, str, int]] = []
    run_on = 0
    for line in reversed(lines):
        match = _ITEM.match(line.text) or _STAR.match(line.text)
        if match and _precedes(match[1], items):
            items.insert(0, (line, match[1], line.start + match.end()))
            run_on = 0
            if match[1] in ("0", "*") or match[1] == "1" and not _zero_before(lines, line):
                break
        elif items and (_TITLE.fullmatch(line.text) or run_on >= 3 or len(line.text) < 60):
            break
        else:
            run_on += 1  # a note of several paragraphs
            if run_on > 12 or not items and run_on > 3:
                break
    if not items or items[0][1] not in ("0", "1", "*", "†"):
        return []
    return items if _is_list(text, items) else []


def _zero_before(lines: tuple[Line, ...], line: Line) -> bool:
    at = lines.index(line)
    return at > 0 and lines[at - 1].text.startswith(("0.", "0 "))


def _precedes(label: str, items: list[tuple[Line, str, int]]) -> bool:
    if not items:
        return True
    following = items[0][1]
    if label.isdigit() and following.isdigit():
        return int(label) == int(following) - 1
    return not label.isalnum() and not following.isalnum()


def _is_list(text: str, items: list[tuple[Line, str, int]]) -> bool:
    """Numbered notes, not the numbered paragraphs of a telegram: set in, or marked in the text."""
    first = items[0][0]
    raw = text[text.rfind("\n", 0, first.start) + 1 : first.start]
    if len(raw) >= 2 or text.startswith("Source:", items[0][2]):
        return True
    before = text[: first.start].rstrip()
    if re.search(r"(?:^|\n)\s*(?:foot|end)?notes?:?$|(?:^|\n)\s*[-–—_]{3,}$", before, re.I):
        return True
    labels = [label for _, label, _ in items]
    found = sum(1 for mark in _ties(labels, text, first.start) if mark)
    return found * 2 > len(items)


def _tie(labels: list[str], text: str, end: int, sheet: Sheet) -> list[Span | None]:
    return [sheet.span(*mark) if mark else None for mark in _ties(labels, text, end)]


def _ties(labels: list[str], text: str, end: int) -> list[tuple[int, int] | None]:
    """For each label where its mark stands; each after the one before."""
    best: list[tuple[int, int] | None] = [None] * len(labels)
    options = [labels]
    if labels and labels[0] == "1":
        options.append([str(int(label) - 1) if label.isdigit() else label for label in labels])
    for shown in options:
        at, marks = 0, []
        for label in shown:
            mark = _mark(text, label, at, end)
            marks.append(mark)
            at = mark[1] if mark else at
        if sum(map(bool, marks)) > sum(map(bool, best)):
            best = marks
    return best


_AFTER = frozenset(".,;:!?”“\"’'»)]%…")
_NUMBERED = re.compile(r"(?:\bNo\.|[$£€.]\d*[.,]|\d[.,]|\b[A-Z]|\bpp?\.|vol\.|art\.)$", re.I)
_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)


def _mark(text: str, label: str, at: int, end: int) -> tuple[int, int] | None:
    """The first place after `at` where `label` is set as a note mark."""
    raised = "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(c)] if c.isdigit() else c for c in label)
    found = text.find(label, at, end)
    while found >= 0:
        mark = _set_as_mark(text, label, found, found + len(label))
        if mark:
            return mark
        found = text.find(label, found + 1, end)
    if label.isdigit() and (found := text.find(raised, at, end)) >= 0:
        return found, found + len(raised)
    if label.isdigit():  # "Embtel 840, September 152": the 15th, note 2
        glued = re.compile(rf"{_MONTHS} (\d{{1,2}}){label}(?!\d)").search(text, at, end)
        if glued and 0 < int(glued[1]) < 32 and int(glued[1] + label) > 31:
            return glued.end() - len(label), glued.end()
    return None


def _set_as_mark(text: str, label: str, start: int, end: int) -> tuple[int, int] | None:
    """Whether the digits at `start` stand as a mark: glued to a word, in brackets, or ending a line."""
    before, after = text[start - 1 : start], text[end : end + 2]
    if not label.isdigit():
        return (
            None
            if before.isspace() or not before or after[:1] in "*†‡§" and after
            else (start, end)
        )
    if before == "[" and after[:1] == "]":
        return start - 1, end + 1
    if after[:1].isalnum() or after[:1] in ("_", "/", "%") or re.match(r"[.,:-]\d", after):
        return None
    if before == " ":
        last = text[start - 2 : start - 1]
        return (
            (start, end) if after[:1] in ("\n", "") and (last.islower() or last in ".)”’") else None
        )
    if not (before in _AFTER or before.isalpha() and before):
        return None
    return (
        None
        if _NUMBERED.search(text[max(0, start - 12) : start]) and before not in "”’)"
        else (start, end)
    )
