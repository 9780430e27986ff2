"""The authority of offices that a record goes by: ours, and the user's `offices.csv` beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from letterbook.link.holders import Offices, held_in, persons_holding
from letterbook.link.offices import Authority, authority
from letterbook.link.parties import block_of_person
from letterbook.link.persons import Person

OFFICES = "offices.csv"
"""The name of the user's own file, in the folder of the record."""


def authority_of(record: Path) -> Authority:
    """The authority for the record at this path; LetterbookError for a line that is no tenure."""
    return _authority(record.with_name(OFFICES), digest(record))


def digest(record: Path) -> str:
    """What changes when the user's file does; "" when there is none."""
    own = record.with_name(OFFICES)
    return sha256(own.read_bytes()).hexdigest()[:12] if own.is_file() else ""


@lru_cache(maxsize=4)
def _authority(own: Path, digest: str) -> Authority:
    return Authority.load(own) if digest else authority()


def holders_by_block(record: Path) -> Mapping[str, tuple[Person, ...]]:
    """The persons who held an office by that authority, by the blocks of names they fall into."""
    return _by_block(record.with_name(OFFICES), digest(record))


def offices_of(record: Path) -> Offices:
    """The offices of that authority, asked by title and day."""
    return _offices(record.with_name(OFFICES), digest(record))


@lru_cache(maxsize=4)
def _offices(own: Path, digest: str) -> Offices:
    return Offices.of(held_in(_authority(own, digest).tenures))


@lru_cache(maxsize=4)
def _by_block(own: Path, digest: str) -> Mapping[str, tuple[Person, ...]]:
    held: dict[str, list[Person]] = defaultdict(list)
    for one in persons_holding(held_in(_authority(own, digest).tenures)):
        held[block_of_person(one)].append(one)
    return {block: tuple(persons) for block, persons in held.items()}
