"""Furniture: what printing, typing and copying left in the text and a reader skips.

"[Page 466]" · "- 2 -" · "287" above it · "Page 3 of 7" · a running head that comes back on each
page · a form feed. In mid-sentence what joins the halves is a space, in a broken word nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from letterbook.mark.sheet import Found, Line, Sheet, rule
from letterbook.model import Finding, Furniture

BY = rule("furniture")
_PAGE = re.compile(
    r"\[\s?(?:Page|p\.|pp\.|fol\.|f\.)\s?([\w/.-]{1,12})\s?\]|[-–—]\s?(\d{1,4})\s?[-–—]"
    r"|(?:Page|PAGE)\s(\d{1,4})(?:\s(?:of|/)\s\d{1,4})?|\(\s?(?:page|p\.)\s?(\d{1,4})\s?\)|\f",
)
_INLINE = re.compile(r"\s*(?:\[\s?(?:Page|p\.|pp\.|fol\.)\s?([\dA-Za-z/.-]{1,10})\s?\]|\f)\s*")
_RULE = re.compile(r"[-–—_=*~.·•\s]{3,}$")
_NUMBER = re.compile(r"[\[(]?\d{1,5}[\])]?|[A-Z]{1,4}[-/ ]?\d{2,7}(?:/\d+)?")


def mark_furniture(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """Page marks, page numbers and running heads, each with what joins the text around it."""
    text = sheet.source.text
    if sheet.source.format == "tei":
        return  # page breaks stand in the markup
    lines = sheet.lines
    repeated = _running_heads(lines)
    at = 0
    while at < len(lines):
        run = _run(lines, at, repeated)
        if run:
            yield _finding(sheet, text, lines[at], lines[at + run - 1], repeated)
        at += max(run, 1)
    if "[" in text or "\f" in text:
        for match in _INLINE.finditer(text):
            if not _alone(text, match):
                value = Furniture("page", match[1] or "", _join(text, match.start(), match.end()))
                yield Finding(sheet.span(match.start(), match.end()), "furniture", value, BY)


def _alone(text: str, match: re.Match[str]) -> bool:
    left = text.rfind("\n", 0, match.start() + len(match[0]) - len(match[0].lstrip())) + 1
    return (
        not text[left : match.end()].replace(match[0].strip(), "", 1).strip() and "\n" in match[0]
    )


def _running_heads(lines: tuple[Line, ...]) -> frozenset[str]:
    """Short lines that stand beside a page mark at least three times, numbers aside."""
    counts: Counter[str] = Counter()
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        if _PAGE.fullmatch(before.text) or _PAGE.fullmatch(after.text):
            if len(line.text) < 70 and not line.text.endswith((".", ",", ":", ";")):
                counts[re.sub(r"\d+", "#", line.text)] += 1
    return frozenset(words for words, count in counts.items() if count > 2)


def _run(lines: tuple[Line, ...], at: int, repeated: frozenset[str]) -> int:
    """How many lines from `at` on are furniture together: there must be a page mark among them."""
    size, paged = 0, False
    while at + size < len(lines) and size < 4:
        words = lines[at + size].text
        if _PAGE.fullmatch(words):
            paged = True
        elif not (re.sub(r"\d+", "#", words) in repeated or _NUMBER.fullmatch(words)):
            break
        size += 1
    while size and not paged:
        return 0
    # "287" belongs to the page mark that follows it; a number after a page mark opens a section
    while size > 1 and _NUMBER.fullmatch(lines[at + size - 1].text) and lines[at + size - 1].gap:
        size -= 1
    return size


def _finding(sheet: Sheet, text: str, first: Line, last: Line, repeated: frozenset[str]) -> Finding:
    start, end = first.start, last.end
    while start and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    label = next(
        (g for m in _PAGE.finditer(text[first.start : last.end]) for g in m.groups() if g), ""
    )
    value = Furniture("page", label, _join(text, start, end))
    return Finding(sheet.span(start, end), "furniture", value, BY)


def _join(text: str, start: int, end: int) -> str:
    """What stands for the furniture between `start` and `end` in the reading view."""
    before, after = text[:start].rstrip()[-2:], text[end : end + 1]
    if not before or not after:
        return ""
    if before[-1] in "-\u00ad" and before[0].isalpha() and after.islower():
        return ""
    if (
        start
        and not text[start - 1].isspace()
        and not text[start].isspace()
        and before[-1].isalpha()
        and after.islower()
    ):
        return ""  # "com[Page 7]munication": inside a word
    if before[-1] in '.:?!”"’)' and (after.isupper() or after in "“\"'[(‘—" or after.isdigit()):
        return "\n\n" if "\n" in text[start:end] else " "
    return " " if after.islower() or before[-1] in ",;-—" or before[-1].isalnum() else "\n\n"
