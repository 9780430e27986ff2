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
_ROW = re.compile(r"(?m)^[ \t]*((?:[*•·.…]\s?){3,})[ \t]*$")
_WITHHELD = re.compile(
    r"not declassified|declassified|text withheld|redacted|excised|deleted|sanitized|still classified",
    re.I,
)
_ELIDED = re.compile(
    r"here follows?|there follows?|omitted|omission|not printed|not included|not transcribed|"
    r"left out|passage (?:omitted|on)|text of .{0,60} not|remainder of|continues|portion|^\W*(?:\.\s?){3,}\W*$|^…+$|"
    r"first part of|has not been", re.I)  # fmt: skip
_UNREAD = re.compile(
    r"undecipher|undecipherable|illegible|unreadable|indistinct|unclear|garble|crossed out|blotted|word\(?s?\)? missing|missing",
    re.I,
)
_DAMAGED = re.compile(r"torn|burnt|damaged|mutilated|lost|faded|hole|stain", re.I)
_SIC = re.compile(r"sic\W*(?:in original)?$", re.I)
_NUMBERS = {w: n for n, w in enumerate(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(), 1)
} | {"a": 1, "an": 1, "half": 0.5, "several": 0, "few": 0}  # fmt: skip
_UNITS = "page|paragraph|line|word|sentence|letter|section|name|dollar|column|leaf|leaves|item"
_EXTENT = re.compile(
    rf"(?P<n>\d+(?:[.,]\d+)?|{'|'.join(_NUMBERS)})?(?P<half>\s?[-–]?\s?(?:1/2|½|and a half))?[\s-]"
    rf"(?:(?:typewritten|handwritten|printed|typed|double-spaced|single-spaced|numbered|more|or two|or three|short|and)\s)*"
    rf"(?P<unit>{_UNITS})s?\b", re.I)  # fmt: skip
_ABOUT = re.compile(
    r"\b(?:in which|discussion of|discussing|of matters?|concerning|regarding|dealing with|on the subject of|about|relating to|unrelated to|on)\s+(.{3,400})$",
    re.I | re.S,
)


def mark_gaps(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """What is missing from the text or was put into it, wherever a bracket says so."""
    text = sheet.source.text
    skipped = {f.span.start for f in found.all("furniture")} | {
        f.span.start for f in found.all("marker")
    }
    if "[" in text:
        for match in _BRACKET.finditer(text):
            near = {match.start() - k for k in range(4)}
            gap = None if near & skipped else _read(match[1].strip(), text, match)
            if gap:
                yield Finding(sheet.span(*match.span()), "gap", gap, BY)
    if "*" in text or ".  ." in text or ". ." in text or "…" in text or "•" in text:
        for match in _ROW.finditer(text):
            if match.start(1) not in {f.span.start for f in found.all("furniture")}:
                yield Finding(sheet.span(*match.span(1)), "gap", Gap("elision"), BY)


def _read(words: str, text: str, match: re.Match[str]) -> Gap | None:
    if _SIC.match(words):
        return Gap("sic")
    if words.isdigit() or re.match(r"(?:Page|p\.|fol\.)\s?\w", words):
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
    if re.fullmatch(
        r"(?:Enclosure|Attachment|Annex|Tab|Appendix|Undated|Inclosure|Subenclosure)\b.{0,60}|.*\bundated\b.*",
        words,
        re.I,
    ):
        return None
    alone = text[: match.start()].rstrip(" \t")[-1:] in ("\n", "") and text[
        match.end() : match.end() + 1
    ] in ("\n", "")
    return (
        None
        if alone and len(words) < 30
        else Gap("insertion", about=words if len(words) < 200 else "")
    )


def _extent(words: str) -> tuple[float | None, str]:
    for match in _EXTENT.finditer(" " + words):
        number, half = match["n"], match["half"]
        if number is None and half is None:
            continue
        amount = 0.0
        if number:
            amount = (
                float(number.replace(",", "."))
                if number[0].isdigit()
                else float(_NUMBERS[number.lower()])
            )
        amount += 0.5 if half else 0.0
        unit = match["unit"].lower().replace("leaves", "leaf")
        return (amount or None), unit
    return None, ""


def _about(words: str) -> str:
    match = _ABOUT.search(words)
    about = " ".join(match[1].split()).rstrip(". ") if match else ""
    discussed = re.search(r"\bdiscusse[sd] (.{3,300})$", about)
    return discussed[1] if discussed else about
