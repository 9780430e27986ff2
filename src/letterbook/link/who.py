"""Who is who across the record: the names that are new are filed, and their blocks worked out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from letterbook.link.decision import Decision
from letterbook.link.group import Attested
from letterbook.link.known import digest, holders_by_block
from letterbook.link.lists import persons_of
from letterbook.link.parties import (
    Attestation,
    attested,
    block_of,
    block_of_person,
    cluster,
    surnames,
)
from letterbook.link.persons import Person, person
from letterbook.mark.names import Words
from letterbook.model import Name, Source
from letterbook.record import Borne, Key, Record, Writing


def listed(source: Source) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    """What a source that lists persons says: its entries by id, and the surnames it files."""
    held = persons_of(source)
    words = tuple((p.id, source.text[span.start : span.end]) for p, span in held)
    filed = surnames([p for p, _ in held])
    return words, tuple((" ".join(form), word) for form, word in filed.items())


def identify(record: Record, writing: Writing) -> int:
    """File the names that are new and work out the blocks they fall into; how many there were."""
    writing.keep_authority(digest(record.path))
    decisions = _decisions(record)
    filed = _Filed(record)
    writing.keep_namings([(b, _key(b, decisions)) for b in record.unnamed()])
    names, entries = record.unfiled()
    persons = [_person(*entry) for entry in entries]
    writing.file(
        [(block_of(_attestation(key), filed, decisions), key) for key in names],
        [(block_of_person(p, filed), p.id) for p in persons],
    )
    blocks = record.unsettled()
    for block in blocks:
        _settle(record, writing, block, decisions)
    writing.commit()
    return len(blocks)


def _settle(record: Record, writing: Writing, block: str, decisions: Sequence[Decision]) -> None:
    names, entries = record.block(block)
    held = {Attested(n, o, y, count, r, only): (n, o, y, r, only)
            for (n, o, y, r, only), count in names}  # fmt: skip
    listed = [p for p in (_person(*entry) for entry in entries) if not p.see]
    known = holders_by_block(record.path).get(block, ())
    found = cluster(block, sorted(held), [*listed, *known], decisions)
    identities = {held[one]: identity for one, identity in found.identities.items() if one in held}
    writing.settle(block, found.parties, identities)


@lru_cache(maxsize=30_000)
def _person(id: str, words: str) -> Person:
    return person(id, words, id.partition(":")[0])


def _key(borne: Borne, decisions: Sequence[Decision]) -> Key:
    one = attested(Attestation(borne.letter, borne.role, borne.name, borne.day), decisions)
    return one.name, one.office, one.year, one.ref, one.letter


def _attestation(key: Key) -> Attestation:
    name, office, _, ref, only = key
    return Attestation(only, "", Name(name, office, ref=ref))


def _decisions(record: Record) -> list[Decision]:
    return [
        Decision(name, said.to, (said.letter,) if said.letter else ())
        for said in record.decisions()
        for name in said.names
    ]


class _Filed(Mapping[Words, str]):
    """What the record's lists of persons file a form of a surname under, where they agree."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._held: dict[Words, str] = {}

    def get(self, form: Words, default: str | None = None) -> str | None:  # type: ignore[override]
        """The word, if there is one."""
        return self[form] or default

    def __getitem__(self, form: Words) -> str:
        if form not in self._held:
            words = self._record.filed_under(" ".join(form))
            self._held[form] = words.pop() if len(words) == 1 else ""
        return self._held[form]

    def __iter__(self) -> Iterator[Words]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)
