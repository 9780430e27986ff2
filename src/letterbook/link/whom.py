"""Who the parties of one letter are, as findings: on demand, from what the record worked out.

A name is the party its block says; an office without a name is whoever held it on the letter's
day, by the lists of persons of the same file or by the authority of offices.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from letterbook.link.holders import Holders, Offices, held_by, holder
from letterbook.link.known import authority_of
from letterbook.link.persons import person
from letterbook.mark.sheet import rule
from letterbook.model import Finding, Identity, Letter, Name, Span
from letterbook.record import Record, Shown

BY = rule("people")


def whom(record: Record, shown: Shown) -> list[Finding]:
    """An `identity` finding for each sender and recipient of a letter that is somebody known."""
    letter = shown.letter
    if letter is None:
        return []
    held = {(role, n): identity for role, n, identity in record.identities(letter.id)}
    found = []
    for role, n, name in _parties(letter):
        identity = _bearer(record, letter, name) or held.get((role, n))
        if identity and (identity.party or identity.candidates or identity.reason):
            span = _place(shown, letter, role, name)
            score = 1.0 if identity.party or not identity.candidates else 0.3
            found.append(Finding(span, "identity", identity, BY, letter.id, (), score))
    return found


def _parties(letter: Letter) -> Iterator[tuple[str, int, Name]]:
    for role, names in (("sender", letter.senders), ("recipient", letter.recipients)):
        yield from ((role, n, name) for n, name in enumerate(names))


def _bearer(record: Record, letter: Letter, name: Name) -> Identity | None:
    """Who held the office on the letter's day, when the letter gives the office alone."""
    when = letter.when
    if name.name or not name.office or when is None or letter.inferred:
        return None
    if when.earliest is None or when.earliest != when.latest:
        return None
    sources: list[Holders] = [_listed(record, letter.path), authority_of(record.path).held]
    found, reason = holder(name.office, when.earliest, sources)
    if len(found) != 1:
        return None
    known = [p for p in record.called(found[0].label) if p.label == found[0].label]
    return Identity(known[0].id if len(known) == 1 else "", (), reason)


@lru_cache(maxsize=8)
def _listed(record: Record, path: str) -> Offices:
    """Whoever the lists of persons in a file give an office."""
    persons = (person(id, words) for id, words in record.entries(path))
    return Offices.of(held_by(p for p in persons if not p.see))


def _place(shown: Shown, letter: Letter, role: str, name: Name) -> Span:
    named = (f.span for f in shown.findings if f.kind == role and f.value == name)
    return next(named, Span(letter.source, letter.start, letter.start))
