"""Furniture: what printing, typing and copying left in the text and a reader skips.

"[Page 466]" · "- 2 -" · "287" above it · "Page 3 of 7" · a running head that comes back on each
page · a form feed. In mid-sentence what joins the halves is a space, in a broken word nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from letterbook.mark.sheet import Found, Line, Sheet, rule
from letterbook.model import Finding, Furniture

BY = rule("furniture")
SHORT_LINE = 45  # characters: a line that ends before this ended on purpose
_PAGE = re.compile(
    r"\[\s?(?:Page|p\.|pp\.|fol\.|f\.)\s?([\w/.-]{1,12})\s?\]"
    r"|[-–—]\s?(\d{1,4})\s?[-–—]"
    r"|(?:Page|PAGE)\s(\d{1,4})(?:\s(?:of|/)\s\d{1,4})?"
    r"|\(\s?(?:page|p\.)\s?(\d{1,4})\s?\)"
    r"|\f",
)
_INLINE = re.compile(r"(?:\[\s?(?:Page|p\.|pp\.|fol\.)\s?([\dA-Za-z/.-]{1,10})\s?\]|\f)")
_NUMBER = re.compile(r"[\[(]?\d{1,5}[\])]?|[A-Z]{1,4}[-/ ]?\d{2,7}(?:/\d+)?")
_COUNTED = re.compile(
    r"(?P<words>\D*[A-Z]{3}\D{3,70}?)\s(?P<n>\d{1,4})|(?P<m>\d{1,4})\s(?P<after>\D*[A-Z]{3}\D{3,70})"
)


def mark_furniture(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """Page marks, page numbers and running heads, each with what joins the text around it."""
    if sheet.source.format == "tei":
        return  # page breaks stand in the markup
    lines = sheet.lines
    repeated, counted = _running_heads(lines), _counted_heads(lines)
    at = 0
    while at < len(lines):
        run = 1 if at in counted else _run(lines, at, repeated)
        if run:
            first, last = lines[at].start, lines[at + run - 1].end
            shown = sheet.source.text[first:last]
            label = next((g for m in _PAGE.finditer(shown) for g in m.groups() if g), "")
            yield _page(sheet, label, *_spread(sheet.source.text, first, last))
        at += max(run, 1)
    yield from _inline(sheet)


def _inline(sheet: Sheet) -> Iterator[Finding]:
    """Page marks inside a line: "in the sense [Page 3] of negotiations"."""
    text = sheet.source.text
    if "[" not in text and "\f" not in text:
        return
    for match in _INLINE.finditer(text):
        start, end = _spread(text, *match.span())
        if not _alone(text, match, start, end):
            yield _page(sheet, match[1] or "", start, end)


def _alone(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether the mark has its line to itself; a form feed there matters only in mid-sentence."""
    if "\n" not in text[start:end]:
        return False
    left, right = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    if text[left : match.start()].strip():
        return False
    if match[0] == "\f":
        return not text[end : end + 1].islower()
    return not text[match.end() : right if right >= 0 else len(text)].strip()


def _spread(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the white space on both its sides."""
    while start and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    return start, end


def _page(sheet: Sheet, label: str, start: int, end: int) -> Finding:
    value = Furniture("page", label, _join(sheet.source.text, start, end))
    return Finding(sheet.span(start, end), "furniture", value, BY)


def _counted_heads(lines: tuple[Line, ...]) -> frozenset[int]:
    """Lines alike but for a page number that goes up: "RIVER COMMISSION   LETTER FILE   4"."""
    alike: dict[str, list[tuple[int, int]]] = {}
    for at, line in enumerate(lines):
        match = _COUNTED.fullmatch(line.text) if len(line.text) < 90 else None
        if match:
            words = " ".join((match["words"] or match["after"]).split())
            alike.setdefault(words, []).append((int(match["n"] or match["m"]), at))
    return frozenset(
        at
        for places in alike.values()
        if len(places) > 2 and all(a < b for (a, _), (b, _) in pairwise(places))
        for _, at in places
    )


def _running_heads(lines: tuple[Line, ...]) -> frozenset[str]:
    """Short lines that stand beside a page mark at least three times, numbers aside."""
    counts: Counter[str] = Counter()
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        if len(line.text) >= 70 or line.text.endswith((".", ",", ":", ";")):
            continue
        if _PAGE.fullmatch(before.text) or _PAGE.fullmatch(after.text):
            counts[_numberless(line.text)] += 1
    return frozenset(words for words, count in counts.items() if count > 2)


def _numberless(words: str) -> str:
    return re.sub(r"\d+", "#", words)


def _run(lines: tuple[Line, ...], at: int, repeated: frozenset[str]) -> int:
    """How many lines from `at` on are furniture together: there must be a page mark among them."""
    size, paged = 0, False
    for line in lines[at : at + 4]:
        if _PAGE.fullmatch(line.text):
            paged = True
        elif not _NUMBER.fullmatch(line.text) and _numberless(line.text) not in repeated:
            break
        size += 1
    if not paged:
        return 0
    # "287" belongs to the page mark that follows it; a number after a page mark opens a section
    while size > 1 and _NUMBER.fullmatch(lines[at + size - 1].text) and lines[at + size - 1].gap:
        size -= 1
    return size


def _join(text: str, start: int, end: int) -> str:
    """What stands for the furniture between `start` and `end` in the reading view."""
    before, after = text[max(0, start - 2) : start], text[end : end + 1]
    if not before or not after:
        return ""
    if before[-1] in "-\u00ad" and before[0].isalpha() and after.islower():
        return ""
    inside = not (text[start].isspace() or text[end - 1].isspace())
    if inside and before[-1].isalpha() and after.islower():
        return ""  # "com[Page 7]munication": inside a word; "year[Page 7] and" is two
    if before[-1] in '.:?!”"’)' and (after.isupper() or after in "“\"'[(‘—" or after.isdigit()):
        return "\n\n" if "\n" in text[start:end] else " "
    if after.isupper() and start - (text.rfind("\n", 0, start) + 1) < SHORT_LINE:
        return "\n\n"  # a signature above, a dateline below
    return " " if after.islower() or before[-1] in ",;-—" or before[-1].isalnum() else "\n\n"
