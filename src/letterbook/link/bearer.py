"""Who bore an office that a letter gives without a name, on the letter's day."""

from __future__ import annotations

from functools import lru_cache

from letterbook.link.holders import Holders, Offices, held_by, holder
from letterbook.link.known import authority_of
from letterbook.link.persons import person
from letterbook.model import Identity, Letter, Name
from letterbook.record import Record


def bearer(record: Record, letter: Letter, name: Name) -> Identity | None:
    """Who held the office on the letter's day: by its file's lists, else by the authority."""
    when = letter.when
    if when is None or letter.inferred or when.earliest is None or when.earliest != when.latest:
        return None
    sources: list[Holders] = [listed(record, letter.path), authority_of(record.path).held]
    found, reason = holder(name.office, when.earliest, sources)
    if len(found) != 1:
        return None
    known = [p for p in record.called(found[0].label) if p.label == found[0].label]
    return Identity(known[0].id if len(known) == 1 else "", (), reason)


def listed(record: Record, path: str) -> Offices:
    """Whoever the lists of persons in a file give an office."""
    return _offices(tuple(record.entries(path)))


@lru_cache(maxsize=128)
def _offices(entries: tuple[tuple[str, str], ...]) -> Offices:
    """The same by the entries themselves: a file that is read again has others."""
    persons = (person(id, words) for id, words in entries)
    return Offices.of(held_by(p for p in persons if not p.see))
