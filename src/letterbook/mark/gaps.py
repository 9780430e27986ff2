"""Brackets and what they say: left out, added, sic, undeciphered, not declassified, with extent.

"[Here follow 7 pages in which …]" · "[2 lines not declassified]" · "[sic]" · "[one word illegible]"
· "[garble]" · "[the]". A row of asterisks or dots that stands alone is an omission too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.mark.sheet import Found, Sheet, rule
from letterbook.model import Finding, Gap

BY = rule("gaps")
_BRACKET = re.compile(r"\[([^\[\]]{1,600})\]")
_ROW = re.compile(r"(?m)^[ \t]*((?:[*•·.…][ \t]?){3,})[ \t]*$")
_WITHHELD = re.compile(
    r"declassified|text withheld|redacted|excised|deleted|sanitized|still classified", re.I
)
_ELIDED = re.compile(
    r"here follows?|there follows?|omitted|omission|not printed|not included|not transcribed"
    r"|left out|passage (?:omitted|on)|text of .{0,60} not|remainder of|continues|portion"
    r"|^\W*(?:\.\s?){3,}\W*$|^…+$|first part of|has not been",
    re.I,
)
_UNREAD = re.compile(
    r"undecipher|illegible|unreadable|indistinct|unclear|garble|crossed out|blotted|missing", re.I
)
_DAMAGED = re.compile(r"torn|burnt|damaged|mutilated|lost|faded|hole|stain", re.I)
_SIC = re.compile(r"sic\W*(?:in original)?$", re.I)
_PAGE = re.compile(r"\d+$|(?:Page|p\.|fol\.)\s?\w")
_LABEL = re.compile(
    r"(?:Enclosure|Attachment|Annex|Tab|Appendix|Undated|Inclosure|Subenclosure)\b.{0,60}"
    r"|.*\bundated\b.*|(?:Top Secret|Secret|Confidential|Restricted|Unclassified)\b.{0,80}",
    re.I,
)
_COUNTED = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen""".split()
_NUMBERS: dict[str, float] = {word: n for n, word in enumerate(_COUNTED, 1)}
_NUMBERS |= {"a": 1, "an": 1, "half": 0.5, "several": 0, "few": 0}
_EXTENT = re.compile(
    rf"(?P<n>\d+(?:[.,]\d+)?|{'|'.join(_NUMBERS)})?"
    r"(?P<half>\s?[-–]?\s?(?:1/2|½|and a half))?[\s-]"
    r"(?:(?:typewritten|handwritten|printed|typed|double-spaced|single-spaced|numbered|more"
    r"|or two|or three|short|and)\s)*"
    r"(?P<unit>page|paragraph|line|word|sentence|letter|section|name|dollar|column|leaf|leaves"
    r"|item)s?\b",
    re.I,
)
_ABOUT = re.compile(
    r"\b(?:in which|discussion of|discussing|of matters?|concerning|regarding|dealing with"
    r"|on the subject of|about|relating to|unrelated to|on)\s+(.{3,400})$",
    re.I | re.S,
)
_DISCUSSED = re.compile(r"\bdiscusse[sd] (.{3,300})$")


def mark_gaps(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """What is missing from the text or was put into it, wherever a bracket says so."""
    text = sheet.source.text
    away = (f.span for kind in ("furniture", "marker") for f in found.all(kind))
    skipped = {span.start for span in away if span.end > span.start}  # a page break has no words
    for match in _BRACKET.finditer(text):
        near = {match.start() - k for k in range(4)}  # a page mark's span may begin before it
        gap = None if near & skipped else _read(match[1].strip(), _alone(text, match))
        if gap:
            yield Finding(sheet.span(*match.span()), "gap", gap, BY)
    for match in _ROW.finditer(text):
        if match.start(1) not in skipped:
            yield Finding(sheet.span(*match.span(1)), "gap", Gap("elision"), BY)


def _alone(text: str, match: re.Match[str]) -> bool:
    """Whether the bracket has its line to itself."""
    start = text.rfind("\n", 0, match.start()) + 1
    before = text[max(start, match.start() - 80) : match.start()]
    return not before.strip(" \t") and text[match.end() : match.end() + 1] in ("\n", "")


def _read(words: str, alone: bool) -> Gap | None:
    """What a bracket says; None for a page mark, a label, or a short heading such as "[Copy]"."""
    if _SIC.match(words):
        return Gap("sic")
    if _PAGE.match(words):
        return None
    amount, unit = _extent(words)
    about = _about(words)
    if _WITHHELD.search(words):
        return Gap("withheld", amount, unit, about, "declassifier")
    if _UNREAD.search(words):
        return Gap("undeciphered", amount, unit, about)
    if _DAMAGED.search(words) and (unit or len(words.split()) < 5):
        return Gap("damaged", amount, unit, about)
    if _ELIDED.search(words):
        return Gap("elision", amount, unit, about)
    if _LABEL.fullmatch(words) or (alone and len(words) < 30):
        return None
    return Gap("insertion", about=words if len(words) < 200 else "")


def _extent(words: str) -> tuple[float | None, str]:
    """ "7½ typewritten pages" → 7.5, "page"; "several lines" → None, "line"."""
    for match in _EXTENT.finditer(" " + words):
        number, half = match["n"], match["half"]
        if number is None and half is None:
            continue
        counted = (number or "0").lower()
        amount = float(counted.replace(",", ".")) if counted[0].isdigit() else _NUMBERS[counted]
        amount += 0.5 if half else 0.0
        return (amount or None), match["unit"].lower().replace("leaves", "leaf")
    return None, ""


def _about(words: str) -> str:
    match = _ABOUT.search(words)
    about = " ".join(match[1].split()).rstrip(". ") if match else ""
    discussed = _DISCUSSED.search(about)
    return discussed[1] if discussed else about
