"""Sources and findings as rows, ready to be inserted. Pure: runs in any process.

The rows hold no inner numbers; `keep` puts them in where the file is kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields
from json.encoder import encode_basestring as quote
from typing import Any

from letterbook.model import (
    KINDS,
    By,
    Document,
    Extent,
    Finding,
    Source,
    Trouble,
    Value,
    plain,
)
from letterbook.record.header import Header, compose, folded, line_of
from letterbook.record.units import ENCODER, Unit, clean, ordinal_of, units

PARTS = {kind: [(f.name, f.default) for f in fields(kind)] for kind in set(KINDS.values())}
"""The fields of every type of value, and what they are when left out."""


FindingRow = tuple[int, int, int, str, str | None, str, int, str | None, float]
"""n, start, end, kind, of, value, hand (its place in `Pack.hands`), because, score."""


@dataclass(frozen=True, slots=True)
class LetterRows:
    """One row of `letter` without inner numbers (`columns`), and its rows of `party`."""

    columns: tuple[Any, ...]
    parties: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """One source, packed."""

    source: Source
    form: str
    title: str
    findings: tuple[FindingRow, ...]
    hands: tuple[By, ...]
    letters: tuple[LetterRows, ...]
    units: tuple[Unit, ...]
    troubles: tuple[Trouble, ...]


def pack(source: Source, findings: Sequence[Finding]) -> Pack:
    """Everything the record keeps of one source.

    What UTF-8 cannot hold, a lone surrogate, is kept as U+FFFD, one for one, so offsets stand.
    """
    source = _storable(source)
    document = next((f.value for f in findings if isinstance(f.value, Document)), None)
    about: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        about[finding.of].append(finding)
    extents = [f for f in findings if f.kind == "letter" and isinstance(f.value, Extent)]
    headers = [compose(source, extent, about[extent.of]) for extent in extents]
    title = clean(document.title) if document else ""
    hands: dict[By, int] = {}
    return Pack(
        source=source,
        form=document.form if document else "letters" if extents else "other",
        title=title,
        findings=tuple(finding_row(n, f, source.id, hands) for n, f in enumerate(findings)),
        hands=tuple(hands),
        letters=tuple(
            letter_rows(header, ordinal_of(extent))
            for header, extent in zip(headers, extents, strict=True)
        ),
        units=tuple(units(source, findings, extents, headers, title)),
        troubles=tuple(f.value for f in findings if isinstance(f.value, Trouble)),
    )


def _storable(source: Source) -> Source:
    columns = (getattr(source, field.name) for field in fields(source))
    return Source(*map(clean, columns))


# --- findings -----------------------------------------------------------------------------------


def finding_row(n: int, finding: Finding, source: str, hands: dict[By, int]) -> FindingRow:
    """The `n`-th finding of a source as a row; a new finder is added to `hands`."""
    span = finding.span
    because = None
    if finding.because:
        spans = ([s.start, s.end] + ([s.source] * (s.source != source)) for s in finding.because)
        because = ENCODER.encode(list(spans))
    value = clean(dump(finding.value))
    hand = hands.setdefault(finding.by, len(hands))
    return (
        n, span.start, span.end, finding.kind, finding.of or None, value, hand, because,
        finding.score,
    )  # fmt: skip


def dump(value: Value) -> str:
    """What `model.dump_value` gives, sooner: forty findings a document pass here."""
    parts = []
    for name, default in PARTS[type(value)]:
        item = getattr(value, name)
        if item != default:
            said = quote(item) if type(item) is str else ENCODER.encode(plain(item))
            parts.append(f'"{name}":{said}')
    return "{" + ",".join(parts) + "}"


# --- letters ------------------------------------------------------------------------------------


def letter_rows(header: Header, ordinal: int) -> LetterRows:
    """A letter's header as rows: the columns of `letter` from `id` on without `source`."""
    letter, when = header.letter, header.letter.when
    days = (None, None, "", "", "", "")
    if when is not None:
        first, last = (day.isoformat() if day else None for day in (when.earliest, when.latest))
        days = (first, last, when.edtf, when.time, when.stated, when.doubt)  # type: ignore[assignment]
    columns = (
        letter.id, ordinal, letter.start, letter.end, letter.inside, letter.kind, letter.number,
        letter.heading, *days, letter.place, line_of(letter.senders), line_of(letter.recipients),
        header.classification, header.handling, letter.telegram, letter.channel, header.subject,
        letter.words, int(letter.inferred),
    )  # fmt: skip
    parties = tuple(
        (role, n, p.name, p.office, p.acting_for, p.ref, p.address, folded(f"{p.name} {p.office}"))
        for role, names in (("sender", letter.senders), ("recipient", letter.recipients))
        for n, p in enumerate(names)
    )
    return LetterRows(
        tuple(clean(c) if isinstance(c, str) else c for c in columns),
        tuple(tuple(clean(c) if isinstance(c, str) else c for c in row) for row in parties),
    )
