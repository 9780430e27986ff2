"""Findings, and the letters that are made of them."""

from __future__ import annotations

from dataclasses import dataclass

from letterbook.model.source import By, Source, Span, typable
from letterbook.model.value import (
    Act,
    Citation,
    Document,
    Extent,
    Furniture,
    Gap,
    Identity,
    Link,
    LinkKind,
    Marker,
    Mention,
    Name,
    Note,
    Provenance,
    Quotation,
    Section,
    Trouble,
    Value,
    When,
    Words,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What we know and the words it rests on.

    `of` is the id of the letter it speaks about ("" when it speaks about the source);
    `because` holds the other spans it rests on; `score` is 1.0 when asserted, less when it is
    only a candidate: a field is asserted at `ASSERTED` or above.
    """

    span: Span
    kind: str
    value: Value
    by: By
    of: str = ""
    because: tuple[Span, ...] = ()
    score: float = 1.0

    @property
    def id(self) -> str:
        """A hash of everything else, so that reading twice adds nothing."""
        return typable(repr(self))


ASSERTED = 0.5
DATING = "dating"
"""The rule that works out the day of a letter that does not state it (`By.name`)."""

KINDS: dict[str, type] = {  # of a source, and then of a letter
    "document": Document, "section": Section, "furniture": Furniture, "marker": Marker,
    "note": Note, "gap": Gap, "quote": Quotation, "person": Name, "ref": Words, "trouble": Trouble,
    "letter": Extent, "number": Words, "heading": Words, "kind": Words, "dateline": Words,
    "date": When, "place": Words, "salutation": Words, "closing": Words, "signature": Name,
    "address": Name, "sender": Name, "recipient": Name, "classification": Words,
    "handling": Words, "telegram": Words, "channel": Words, "subject": Words,
    "provenance": Provenance, "mention": Mention, "link": Link, "citation": Citation,
    "identity": Identity, "clue": Words, "act": Act,
}  # fmt: skip
"""Every kind of finding and the type of its value; `person` and `ref` as editors tag them."""

FIELDS = ("sender", "recipient", "date", "place", "kind", "number", "classification", "handling",
          "telegram", "channel", "subject", "heading")  # fmt: skip
"""The kinds that make a letter's header and that a person can correct."""

TIES: dict[str, LinkKind] = {"answers": "answers", "same": "same letter as"}
"""What else a person can say of a letter: which it answers, of which it is another edition."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader gives for one source: the source and what its markup says."""

    source: Source
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """The letter as sent, as far as its printing says; each field's findings are in `findings`.

    `senders`, `recipients`: asserted parties only; candidates stay in `findings`.
    `path`, `where`, `start`, `end`: the printing. `words`: the opening words. `inferred`: `when`
    is not stated by the letter but worked out from others.
    """

    id: str
    kind: str
    senders: tuple[Name, ...]
    recipients: tuple[Name, ...]
    when: When | None
    place: str
    number: str
    heading: str
    marking: str
    channel: str
    telegram: str
    path: str
    where: str
    source: str
    start: int
    end: int
    inside: str = ""
    words: str = ""
    findings: tuple[Finding, ...] = ()
    inferred: bool = False
