"""Who the parties of one letter are, as findings: on demand, from what the record worked out.

A name is the party its block says; an office without a name is whoever held it on the letter's
day, by the lists of persons of the same file or by the authority of offices.
"""

from __future__ import annotations

from collections.abc import Iterator

from letterbook.model import By, Finding, Identity, Letter, Name, Span
from letterbook.record import Record, Shown

BY = By("rule", "people")


def whom(record: Record, shown: Shown) -> list[Finding]:
    """An `identity` finding for each sender and recipient of a letter that is somebody known."""
    letter = shown.letter
    if letter is None:
        return []
    held = {(role, n): identity for role, n, identity in record.identities(letter.id)}
    found = []
    for role, n, name in _parties(letter):
        alone = name.office and not name.name
        identity = (alone and _bearer(record, letter, name)) or held.get((role, n))
        if identity and (identity.party or identity.candidates or identity.reason):
            span = _place(shown, letter, role, name)
            score = 1.0 if identity.party or not identity.candidates else 0.3
            found.append(Finding(span, "identity", identity, BY, letter.id, (), score))
    return found


def _parties(letter: Letter) -> Iterator[tuple[str, int, Name]]:
    for role, names in (("sender", letter.senders), ("recipient", letter.recipients)):
        yield from ((role, n, name) for n, name in enumerate(names))


def _bearer(record: Record, letter: Letter, name: Name) -> Identity | None:
    """Asked of the authority, which is loaded for an office alone and not to show any letter."""
    from letterbook.link.bearer import bearer

    return bearer(record, letter, name)


def _place(shown: Shown, letter: Letter, role: str, name: Name) -> Span:
    named = (f.span for f in shown.findings if f.kind == role and f.value == name)
    return next(named, Span(letter.source, letter.start, letter.start))
