"""The header of a letter as the editors tagged it: heading, dateline, parties, signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from letterbook.model import By, Finding, Name, Source, Span, Value, When, Words, letter_id
from letterbook.read import tei_header
from letterbook.read.flow import Flow, Mark
from letterbook.read.tei_parties import parties
from letterbook.text import squeeze

MARKUP = By("markup", "tei")
NUMBER = re.compile(r"\W*(?:No\.\s*)?(\w+)")
TAGS = frozenset(
    [
        "dateline",
        "opener",
        "closer",
        "date",
        "placeName",
        "salute",
        "signed",
        "persName",
        "gloss",
        "orgName",
    ]
)
PARTIES = ("persName", "gloss", "orgName")
ROLES = {"from": "sender", "to": "recipient"}


def letter(
    body: Flow, head: Mark | None, number: str, source: Source, header: Element | None
) -> Iterator[Finding]:
    """Findings about the first letter of a source, from its own elements, not its attachments'."""
    marks = [mark for mark in body.marks if mark.tag in TAGS and not mark.inner]
    stated = list(_dated(marks, head, source))
    stated.extend(_header(marks, head, number, source))
    yield from stated
    have = {finding.kind for finding in stated}
    for kind, value, element in tei_header.described(header) if header is not None else ():
        if kind not in have:
            at = Span(source.id, 0, 0)
            yield Finding(at, kind, value, By("markup", element), letter_id(source.id, 1))


def _finding(
    source: Source, start: int, end: int, kind: str, value: Value, score: float = 1.0
) -> Finding:
    span = Span(source.id, start, end)
    return Finding(span, kind, value, MARKUP, letter_id(source.id, 1), (), score)


def _within(marks: Sequence[Mark], tag: str, outer: Mark | None) -> list[Mark]:
    if outer is None:
        return []
    return [m for m in marks if m.tag == tag and outer.start <= m.start and m.end <= outer.end]


def _dated(marks: Sequence[Mark], head: Mark | None, source: Source) -> Iterator[Finding]:
    """Dateline, date and place; without a dateline, a date in the opener or the heading."""
    lines = [m for m in marks if m.tag == "dateline"]
    openers = [m for m in marks if m.tag == "opener" and _within(marks, "date", m)]
    line = next(iter(lines + openers), None)
    if line and line.end > line.start:
        words = squeeze(source.text[line.start : line.end])
        yield _finding(source, line.start, line.end, "dateline", Words(words))
    for date in [*_within(marks, "date", line), *_within(marks, "date", head)]:
        value = tei_header.dated_by(date.attrs, squeeze(source.text[date.start : date.end]))
        if isinstance(value, When):
            yield _finding(source, date.start, date.end, "date", value)
            break
    for place in _within(marks, "placeName", line):
        words = squeeze(source.text[place.start : place.end]).strip("[](),; ")
        if words:
            yield _finding(source, place.start, place.end, "place", Words(words))
            break


def _header(
    marks: Sequence[Mark], head: Mark | None, number: str, source: Source
) -> Iterator[Finding]:
    text = source.text
    if head and head.end > head.start:
        words = text[head.start : head.end]
        yield _finding(source, head.start, head.end, "heading", Words(squeeze(words)))
        tagged = [m for m in marks if head.start <= m.start and m.end <= head.end
                  and m.attrs.get("type") in ROLES and m.tag in PARTIES]  # fmt: skip
        for mark, name, score in parties(words, tagged, head.start) if tagged else ():
            kind = ROLES[mark.attrs["type"]]
            yield _finding(source, mark.start, mark.end, kind, name, score)
    if number:
        yield _finding(source, *_numbered(text, head, number), "number", Words(number))
    closers = [m for m in marks if m.tag == "closer"]
    for mark in marks:
        if mark.tag == "salute" and mark.end > mark.start:
            ends = any(c.start <= mark.start and mark.end <= c.end for c in closers)
            words = squeeze(text[mark.start : mark.end])
            kind = "closing" if ends else "salutation"
            yield _finding(source, mark.start, mark.end, kind, Words(words))
        elif mark.tag == "signed":
            yield from _signature(marks, mark, source)


def _numbered(text: str, head: Mark | None, number: str) -> tuple[int, int]:
    """Where the document's number is printed in its heading, else a point before it."""
    if head is None:
        return 0, 0
    match = NUMBER.match(text, head.start, head.end)
    return match.span(1) if match and match[1] == number else (head.start, head.start)


def _signature(marks: Sequence[Mark], signed: Mark, source: Source) -> Iterator[Finding]:
    """ "<signed>[<hi>Huddle</hi>]</signed>": the name in it, or its first line."""
    text = source.text[signed.start : signed.end]
    named = next(iter(_within(marks, "persName", signed)), None)
    words, ref = text.partition("\n")[0], signed.attrs.get("corresp", "")
    if named and named.end > named.start:
        words = source.text[named.start : named.end]
        ref = named.attrs.get("corresp") or named.attrs.get("ref") or ref
    name = squeeze(words).strip(" []/,;")
    if name:
        yield _finding(source, signed.start, signed.end, "signature", Name(name=name, ref=ref))
