"""The note that hangs at a mention: its mark stands at the mention's end, or the mention in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from letterbook.model import Finding, Marker, Source, Span

REACH = 45  # characters from a mention to the mark of the note on it, within one clause
Mark = tuple[int, Span]


def noted(source: Source, findings: Iterable[Finding]) -> dict[Span, str]:
    """A mention's place → the words of the note on it, for the mentions in one source."""
    held = list(findings)
    marks = _marks(held)
    notes = [f.span for f in held if f.kind == "note"]
    mentions = sorted((f for f in held if f.kind == "mention"), key=lambda f: f.span.start)
    told: dict[Span, str] = {}
    for at, finding in enumerate(mentions):
        inside = next((note for note in notes if note.holds(finding.span)), None)
        following = mentions[at + 1].span.start if at + 1 < len(mentions) else len(source.text)
        note = inside or _after(source.text, finding.span.end, following, marks)
        if note is not None:
            told[finding.span] = " ".join(source.text[note.start : note.end].split())
    return told


def _marks(held: Sequence[Finding]) -> list[Mark]:
    """Where marks stand, with the notes they stand for."""
    marks = [
        (f.span.start, f.value.note)
        for f in held
        if isinstance(f.value, Marker) and f.value.note is not None
    ]
    return sorted(marks, key=lambda mark: mark[0])


def _after(text: str, end: int, following: int, marks: Sequence[Mark]) -> Span | None:
    """The note whose mark follows in the same clause, before another letter is named."""
    at = bisect_left(marks, end - 1, key=lambda mark: mark[0])
    if at == len(marks):
        return None
    where, note = marks[at]
    between = text[end:where]
    close = not between.strip(" ,.;:)]”\"’'")
    clause = between.rstrip(' .,;:)”"')
    within = len(between) <= REACH and where <= following and not set(clause) & set(".;:\n")
    return note if close or within else None


_FATE = re.compile(
    r"\b(?:not|neither|none)\b[^.;]{0,30}?"
    r"\b(?P<fate>printed|found|attached|identified|reproduced)\b",
    re.I,
)
_PLACE = r"[A-Z][^;()]{4,140}?,\s(?:pp?\.\s?[\d–-]+(?:,\s?[\d–-]+)*|Document\s\d+|No\.\s?\d+)"
_PRINTED = re.compile(
    r"\b(?:[Pp]rinted|[Tt]ext(?: is)?|[Pp]ublished|[Rr]eleased?|[Ss]ee|is)\b[^.;]{0,40}?\bin\s+"
    rf"(?:the\s)?(?P<place>{_PLACE})|\b[Ss]ee\s(?P<see>{_PLACE})"
)


def printed(note: str) -> tuple[str, ...]:
    """Where a note says that a letter is printed.

    >>> printed("For text, see Gazette of State, May 6, 1951, pp. 12–14.")
    ('Gazette of State, May 6, 1951, pp. 12–14',)
    """
    places = (m["place"] or m["see"] for m in _PRINTED.finditer(note))
    return tuple(dict.fromkeys(re.sub(r"\s+", " ", place) for place in places))


def fate(note: str) -> str:
    """ "not printed", "not found", where a note says so.

    >>> fate("Not found in Department files.")
    'not found'
    """
    match = _FATE.search(note)
    return f"not {match['fate'].lower()}" if match else ""
