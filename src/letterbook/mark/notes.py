"""Footnotes: the list at the end of the text and the kind of each note.

A list is the run of numbered lines that ends the text. Which mark in the text stands for which
note is asked of `ties`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from letterbook.mark.sheet import Found, Line, Sheet, rule
from letterbook.mark.ties import tie
from letterbook.model import Finding, Marker, Note

BY = rule("notes")
_ITEM = re.compile(r"[\[(]?(\d{1,3}|[*†‡§]{1,3})(?:[\])]\.?|\.|\s(?=[A-Z“]))\s*(?=\S)")
_STAR = re.compile(r"([*†‡§]{1,3})\s?(?=\S)")
_TITLE = re.compile(r"(?:foot|end)?notes?:?", re.I)
_RULE = re.compile(r"[-–—_]{3,}")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the list: its line, its label, where the note's own words begin."""

    line: int
    label: str
    start: int
    body: int


def mark_notes(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """Notes at the end of the sheet and the marks that stand for them."""
    if any(f.by.kind == "markup" for f in found.all("note")):
        return
    items = _list(sheet)
    if not items:
        return
    text = sheet.source.text
    ends = [sheet.lines[item.line - 1].end for item in items[1:]] + [len(text.rstrip())]
    marks = tie([item.label for item in items], text, items[0].start)
    for item, end, mark in zip(items, ends, marks, strict=True):
        note = sheet.span(item.body, end)
        source = text.startswith(("Source:", "Source :"), item.body)
        yield Finding(note, "note", Note(item.label, "source" if source else "note"), BY)
        if mark:
            shown = text[slice(*mark)].strip(" []()").translate(_SUPERSCRIPT)
            yield Finding(sheet.span(*mark), "marker", Marker(shown, note), BY, "", (note,))


def notes_start(sheet: Sheet, found: Found) -> int:
    """Where the notes begin, the end of the text if there are none."""
    return min((f.span.start for f in found.all("note")), default=len(sheet.source.text))


def _list(sheet: Sheet) -> list[Item]:
    """The items of the list that ends the text."""
    lines = sheet.lines
    items: list[Item] = []  # the last first
    run_on = 0
    for at in range(len(lines) - 1, -1, -1):
        words = lines[at].text
        match = _ITEM.match(words) or _STAR.match(words)
        if match and (not items or _precedes(match[1], items[-1].label)):
            items.append(Item(at, match[1], lines[at].start, lines[at].start + match.end()))
            run_on = 0
            if match[1] in ("0", "*") or (match[1] == "1" and not _zero_before(lines, at)):
                break
        elif items and (_TITLE.fullmatch(words) or run_on >= 3 or len(words) < 60):
            break
        else:
            run_on += 1  # a note of several paragraphs
            if run_on > (12 if items else 3):
                break
    items.reverse()
    return items if items and items[0].label in "01*†" and _is_list(sheet, items) else []


def _zero_before(lines: tuple[Line, ...], at: int) -> bool:
    return at > 0 and lines[at - 1].text.startswith(("0.", "0 "))


def _precedes(label: str, following: str) -> bool:
    if label.isdigit() and following.isdigit():
        return int(label) == int(following) - 1
    return not label.isalnum() and not following.isalnum()


def _is_list(sheet: Sheet, items: list[Item]) -> bool:
    """Numbered notes, not the numbered paragraphs of a telegram: set in, or marked in the text."""
    text, first = sheet.source.text, items[0]
    set_in = first.start - (text.rfind("\n", 0, first.start) + 1) >= 2
    if set_in or text.startswith("Source:", first.body):
        return True
    above = sheet.lines[first.line - 1].text if first.line else ""
    if _TITLE.fullmatch(above) or _RULE.fullmatch(above):
        return True
    labels = [item.label for item in items]
    return sum(1 for mark in tie(labels, text, first.start) if mark) * 2 > len(items)
