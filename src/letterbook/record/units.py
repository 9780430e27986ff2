"""What is searched: each letter of a source, and what of the source is no letter.

A unit is kept as pieces of its source, so no text is kept twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from letterbook.model import Extent, Finding, Furniture, Source
from letterbook.record.header import Header, head

Piece = tuple[int, int, str]
"""Start in the source, length, and what joins it to the piece before."""

LEFT_OVER = 12  # words outside all letters that are worth a unit of their own
ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class Unit(NamedTuple):
    """One row of `unit`; `ordinal` is the letter's, 0 for the source itself."""

    ordinal: int
    start: int
    end: int
    pieces: str | None
    notes: str | None
    head: str


def clean(words: str) -> str:
    """`words` without what UTF-8 cannot hold: a lone surrogate becomes U+FFFD."""
    if words.isascii():
        return words
    try:
        words.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in words)
    return words


def ordinal_of(extent: Finding) -> int:
    """The ordinal of the letter that the finding `extent` opens."""
    assert isinstance(extent.value, Extent)
    return extent.value.ordinal


def units(
    source: Source,
    findings: Sequence[Finding],
    extents: Sequence[Finding],
    headers: Sequence[Header],
    title: str,
) -> Iterable[Unit]:
    """The units of a source: each letter, and what is left if it is worth one."""
    skipped = skips(findings)
    notes = [(f.span.start, f.span.end) for f in findings if f.kind == "note"]
    every = [(e.span.start, e.span.end) for e in extents]
    for extent, header in zip(extents, headers, strict=True):
        start, end = extent.span.start, extent.span.end
        within = [s for s in every if start <= s[0] and s[1] <= end and s != (start, end)]
        yield _unit(source, ordinal_of(extent), (start, end), skipped, notes, within, head(header))
    rest = _unit(source, 0, (0, len(source.text)), skipped, notes, every, title)
    if not extents or len(body(source.text, rest).split()) >= LEFT_OVER:
        yield rest


def skips(findings: Iterable[Finding]) -> list[Piece]:
    """What the reading view leaves out: (start, end, what joins the rest)."""
    return [
        (f.span.start, f.span.end, f.value.join if isinstance(f.value, Furniture) else "")
        for f in findings
        if f.kind in ("furniture", "marker")
    ]


def _unit(
    source: Source,
    ordinal: int,
    extent: tuple[int, int],
    skipped: Sequence[Piece],
    notes: Sequence[tuple[int, int]],
    within: Sequence[tuple[int, int]],
    head: str,
) -> Unit:
    start, end = extent
    inner = [n for n in notes if start <= n[0] < n[1] <= end and not _inside(n, within)]
    away = [(*part, "\n\n") for part in (*inner, *within)]
    outside = [part for one in skipped if (part := _outside(one, within))]
    pieces = cut(start, end, [*outside, *away])
    apart = [p for n, m in sorted(inner) for p in cut(n, m, skipped, "\n")]
    whole = [(start, end - start, "")]
    return Unit(
        ordinal, start, end,
        None if pieces == whole else _json(pieces),
        _json(apart) if apart else None,
        clean(head),
    )  # fmt: skip


def _inside(part: tuple[int, int], extents: Iterable[tuple[int, int]]) -> bool:
    return any(start <= part[0] and part[1] <= end for start, end in extents)


def _outside(part: Piece, extents: Iterable[tuple[int, int]]) -> Piece | None:
    """What of a skipped part lies outside the letters that are left out as wholes."""
    first, last, join = part
    for start, end in extents:
        if start <= first and last <= end:
            return None
        if first < start < last:
            last = start
        elif first < end < last:
            first = end
    return first, last, join


def _json(pieces: Sequence[Piece]) -> str:
    return clean(ENCODER.encode(pieces))


def cut(start: int, end: int, skipped: Iterable[Piece], join: str = "") -> list[Piece]:
    """`start` to `end` without the parts skipped, as pieces; `join` stands before the first.

    A part that overlaps an earlier one falls out, as in `text.skip`.

    >>> cut(0, 20, [(10, 15, " ")])
    [(0, 10, ''), (15, 5, ' ')]
    """
    pieces: list[Piece] = []
    at = start
    for first, last, joined in sorted(skipped):
        if first < at or last > end or (first == last and not joined):
            continue
        if first > at:
            pieces.append((at, first - at, join))
            join = ""
        join += joined
        at = last
    if end > at or join:
        pieces.append((at, end - at, join))
    return pieces


def join_up(text: str, pieces: Sequence[Sequence[Any]]) -> str:
    """The text that pieces make."""
    return "".join(f"{join}{text[start : start + size]}" for start, size, join in pieces)


def body(text: str, unit: Unit) -> str:
    """What is indexed as the body of a unit, given its source's text."""
    if unit.pieces is None:
        return text[unit.start : unit.end]
    return join_up(text, json.loads(unit.pieces))


def notes(text: str, unit: Unit) -> str | None:
    """What is indexed as the notes of a unit."""
    return None if unit.notes is None else join_up(text, json.loads(unit.notes))
