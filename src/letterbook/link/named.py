"""Who is named in the body of a letter, worked out when somebody asks.

In: a letter of the record. Out: each name and office in its words with the person it is, by the
lists of persons in the letter's file, by the record's own parties where the file has no list, and
by who held which office on the letter's day. Nothing is kept: the letter is read again each time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from letterbook.link.bearer import listed
from letterbook.link.directory import Directory
from letterbook.link.identify import directory_of, identify
from letterbook.link.known import authority_of, offices_of
from letterbook.link.offices import Authority
from letterbook.link.persons import person
from letterbook.model import Finding, Identity, Letter, Party, Span
from letterbook.record import Filters, Record

HEAD = ("heading", "dateline", "address", "sender", "recipient", "signature")
TRIED = 4  # letters read for each that is asked for: a word may be another's name, or a place


@dataclass(frozen=True, slots=True)
class Named:
    """Words of a letter that name somebody: `label` is his fullest name, "" while it is open.

    `who.party` is the id of a party of the record, "" for a person that only a list names.
    """

    letter: str
    span: Span
    words: str
    label: str
    who: Identity


def named(record: Record, id: str) -> list[Named]:
    """Every name and office in the body of the letter with this full id, first to last."""
    letter = record.letter(id)
    source, findings = record.fetch(letter.source, HEAD)
    directory = _directory(record, letter)
    holders = [listed(record, letter.path), offices_of(record.path)]
    calls = _calls(record, directory, authority_of(record.path))
    held = (
        _named(found, source.text, calls)
        for found in identify(source.text, letter, directory, holders)
        if not _elsewhere(found, letter, findings)
    )
    return [one for one in held if not _strange(one)]


def _strange(one: Named) -> bool:
    """Whether an office without a country was given to somebody this record knows nothing of.

    "The President of the Council" in letters of two small states is not the one in Paris.
    """
    return bool(one.label) and not one.who.party and one.who.reason.endswith("(authority)")


def naming(record: Record, party: Party, limit: int) -> Iterator[Named]:
    """Where letters speak of somebody, one place a letter, up to `limit` of them."""
    surname = party.label.replace(",", " ").split()[-1:]
    words = party.label.partition(",")[0] if "," in party.label else " ".join(surname)
    told = 0
    for hit in record.find(f'"{words}"', Filters(limit=TRIED * limit)):
        if hit.letter is not None and told < limit:
            here = [n for n in named(record, hit.letter.id) if n.who.party == party.id]
            told += bool(here)
            yield from here[:1]


def _directory(record: Record, letter: Letter) -> Directory:
    entries = tuple(record.entries(letter.path))
    return _of_entries(entries) if entries else _of_parties(tuple(record.persons()))


@lru_cache(maxsize=16)
def _of_entries(entries: tuple[tuple[str, str], ...]) -> Directory:
    return Directory.of(person(id, words, id.partition(":")[0]) for id, words in entries)


@lru_cache(maxsize=4)
def _of_parties(parties: tuple[Party, ...]) -> Directory:
    return directory_of(parties)


Calls = Callable[[str], tuple[str, str]]
"""An id of the directory or the authority → the party's id ("" for none) and the fullest name."""


def _calls(record: Record, directory: Directory, authority: Authority) -> Calls:
    labels = {t.person: t.holder for t in authority.tenures}
    labels |= {id: one.label for id, one in directory.people.items()}

    @cache
    def calls(id: str) -> tuple[str, str]:
        label = labels.get(id, id)
        known = [p for p in record.called(label) if label in (p.label, *p.names)]
        return (known[0].id, known[0].label) if len(known) == 1 else ("", label)

    return calls


def _named(found: Finding, text: str, calls: Calls) -> Named:
    who = found.value
    assert isinstance(who, Identity)
    party, label = calls(who.party) if who.party else ("", "")
    open_ = tuple(calls(id)[1] for id in who.candidates)
    words = " ".join(text[found.span.start : found.span.end].split())
    return Named(found.of, found.span, words, label, Identity(party, open_, who.reason))


def _elsewhere(found: Finding, letter: Letter, findings: Sequence[Finding]) -> bool:
    """Whether it names a party of the letter where the letter says who that is: see `whom`."""
    return any(f.of == letter.id and f.span.holds(found.span) for f in findings if f.kind in HEAD)
