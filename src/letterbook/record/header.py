"""The header of a letter from its findings: a person's word first, then what is asserted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from letterbook import text
from letterbook.model import (
    ASSERTED,
    DATING,
    Extent,
    Finding,
    Letter,
    Name,
    Source,
    When,
    Words,
)

RANK = {"person": 0, "markup": 1, "rule": 2, "model": 3}
OPENING = 240  # characters of the opening words
BEFORE_BODY = {"number", "heading", "dateline", "date", "place", "salutation", "classification",
               "handling", "telegram", "subject"}  # fmt: skip
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Header:
    """A letter with the fields that `Letter` holds together or not at all."""

    letter: Letter
    classification: str
    handling: str
    subject: str


def in_force(findings: Iterable[Finding], kind: str) -> list[Finding]:
    """The findings that say what the field `kind` is, best first; a person's silence all others."""
    stated = [f for f in findings if f.kind == kind and f.score >= ASSERTED]
    stated.sort(key=lambda f: (RANK[f.by.kind], -f.score, f.span.start))
    said = [f for f in stated if f.by.kind == "person"]
    said = said or [f for f in stated if f.by.name == "compose"]  # tags, completed from signatures
    return [f for f in said or stated if not blank(f)]


def blank(finding: Finding) -> bool:
    """Whether a person said that the field is not stated."""
    value = finding.value
    if isinstance(value, When):
        return value.earliest is None and value.latest is None and not value.time
    return str(value) == "" if isinstance(value, Name) else value == Words("")


def compose(source: Source, extent: Finding, findings: Sequence[Finding]) -> Header:
    """The letter that the finding `extent` opens; `findings` are those `of` this letter."""
    held = {kind: in_force(findings, kind) for kind in {f.kind for f in findings}}

    def words(kind: str) -> str:
        value = held[kind][0].value if held.get(kind) else None
        return value.text if isinstance(value, Words) else ""

    def names(kind: str) -> tuple[Name, ...]:
        values = (f.value for f in held.get(kind, ()))
        return tuple(dict.fromkeys(v for v in values if isinstance(v, Name)))

    dates = [(f.value, f.by.name) for f in held.get("date", ()) if isinstance(f.value, When)]
    place = extent.value
    assert isinstance(place, Extent)
    inside = "" if place.inside is None else inside_of(extent.of, place.inside)
    marking = "; ".join(filter(None, (words("classification"), words("handling"))))
    letter = Letter(
        id=extent.of,
        kind=words("kind"),
        senders=names("sender"),
        recipients=names("recipient"),
        when=dates[0][0] if dates else None,
        place=words("place"),
        number=words("number"),
        heading=words("heading"),
        marking=marking,
        channel=words("channel"),
        telegram=words("telegram"),
        path=source.path,
        where=source.where,
        source=source.id,
        start=extent.span.start,
        end=extent.span.end,
        inside=inside,
        words=opening(source, extent, findings),
        inferred=bool(dates) and dates[0][1] == DATING,
    )
    return Header(letter, words("classification"), words("handling"), words("subject"))


def inside_of(letter: str, ordinal: int) -> str:
    """The id of the enclosing letter in the same source."""
    base = letter.partition(".")[0]
    return base if ordinal == 1 else f"{base}.{ordinal}"


def opening(source: Source, extent: Finding, findings: Sequence[Finding]) -> str:
    """The first words after the header that stands at the letter's head, in one line."""
    start, end = extent.span.start, extent.span.end
    at = start
    for finding in sorted(findings, key=lambda f: f.span.start):
        # a telegram's salutation opens the letter it carries: what announces it stands before
        reach = 70 if finding.kind == "salutation" else 600
        near = finding.span.start <= at + reach and finding.span.end < end
        if finding.kind in BEFORE_BODY and finding.by.kind != "person" and near:
            at = max(at, finding.span.end)
    words = text.squeeze(source.text[at : min(end, at + 3 * OPENING)].lstrip(" ,:.;]\n\t"))
    words = words or text.squeeze(source.text[start : min(end, start + 3 * OPENING)])
    return words if len(words) <= OPENING else words[:OPENING].rpartition(" ")[0] or words[:OPENING]


def folded(words: str) -> str:
    """Words as they are compared in filters: lower case, plain letters, one space around each."""
    return " ".join(["", *WORD.findall(text.fold(words).text), ""])


def line_of(names: Iterable[Name]) -> str:
    """Several parties in one line."""
    return "; ".join(map(str, names))


MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip


def head(header: Header) -> str:
    """What is indexed as the head of a letter: heading, parties, place, date, numbers."""
    letter = header.letter
    parts = [letter.heading, line_of(letter.senders), line_of(letter.recipients), letter.place]
    when = letter.when
    if when is not None:
        parts.append(when.stated)
        day = when.earliest or when.latest
        if day is not None and MONTHS[day.month - 1] not in f"{letter.heading} {when.stated}":
            parts.append(f"{day.day} {MONTHS[day.month - 1]} {day.year}")
    parts += [letter.kind, letter.telegram, header.subject]
    return text.squeeze(" · ".join(dict.fromkeys(filter(None, parts))))
