"""What one letter does to others: which it names, answers, encloses, of which it is an edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from letterbook.link.catalogue import Catalogue
from letterbook.link.citations import resolved
from letterbook.link.compare import compare
from letterbook.link.editions import link as same_letter
from letterbook.link.editions import may_be, nearest
from letterbook.link.missing import Missing, missing
from letterbook.link.noted import noted
from letterbook.link.printing import Printing
from letterbook.link.resolve import resolve_all
from letterbook.link.shelf import RecordShelf
from letterbook.link.shingles import COMMON, likely
from letterbook.link.translations import offer
from letterbook.link.way import meet
from letterbook.mark.sheet import rule
from letterbook.model import Citation, Finding, Letter, Link, Mention, Note, Source, Span, When
from letterbook.record import Absent, Record

MEANT, TWIN = rule("replies"), rule("editions")
NAMED = ("mention", "citation", "marker", "note")
PRINTED = ("letter", "heading", "marker", "note", "furniture", "gap")
"""The kinds of finding that naming and comparing need."""
TRANSLATED = ("letter", "message", "note", "aide-mémoire")
BUSY = 6  # letters of three days between two people: more are a file of forms, not translations
OFFERED = 0.3  # the score of a link that a person should look at


class Tied(NamedTuple):
    """What a letter does to others, as findings, and the letters it names that are not here."""

    findings: list[Finding]
    absent: list[Absent]


Alike = Mapping[str, Sequence[tuple[str, int, int, int]]]
"""Letter → those that share wording with it, as `Record.sharing` gives them."""


def link_letter(
    record: Record, id: str, catalogue: Catalogue, sharing: Alike | None = None
) -> Tied:
    """The links of the letter with this full id, as findings in its source.

    `sharing`: which letters share wording, where that was looked up for all of them.
    """
    source, findings = fetched(record, id.partition(".")[0], NAMED)
    letter = catalogue.entries[id].letter
    mine = [f for f in findings if f.of == id]
    mentions = [f for f in mine if f.kind == "mention"]
    named = list(zip(mentions, resolve_all(mentions, letter, catalogue), strict=True))
    links = [_finding(f, link, id, catalogue) for f, link in named if link.to or link.candidates]
    cited = _cited(letter, mine, shelf_of(record))
    twins = _editions(record, letter, catalogue, sharing)
    told = [(f, link) for f, link in named if not _filed(f, findings)]
    away = missing(told, {id: letter}, noted(source, findings)) if told else []
    return Tied([*links, *cited, *twins], [_absent(letter, one, findings) for one in away])


def _filed(mention: Finding, findings: Sequence[Finding]) -> bool:
    """Whether the words name a file, not a letter: "Source: Ministry, Minister's Letters"."""
    bare = isinstance(mention.value, Mention) and mention.value.form == "undated"
    return bare and any(
        isinstance(f.value, Note) and f.value.kind == "source" and f.span.holds(mention.span)
        for f in findings
    )


def _absent(letter: Letter, one: Missing, findings: Sequence[Finding]) -> Absent:
    when = one.when or _by_then(letter, one, findings)
    first, last = (day.isoformat() if day else "" for day in (when.earliest, when.latest))
    places = tuple((span.start, span.end) for span in one.mentions)
    return Absent(
        letter.id, " ".join(one.key), one.what, one.sender, one.recipient, first, last,
        one.number, places, one.printed, one.fate,
    )  # fmt: skip


def _by_then(letter: Letter, one: Missing, findings: Sequence[Finding]) -> When:
    """A letter speaks of what was written before it; an editor's note may speak of what came."""
    notes = [f.span for f in findings if f.kind == "note"]
    noted_only = all(any(note.holds(span) for note in notes) for span in one.mentions)
    last = None if noted_only or letter.when is None else letter.when.latest
    return When(None, last)


def _cited(letter: Letter, mine: Sequence[Finding], shelf: RecordShelf) -> Iterator[Finding]:
    """The citations of a letter's notes again, each with the letter it points to, if one."""
    shelf.open(letter)
    for finding in mine:
        if isinstance(finding.value, Citation):
            if finding.value.to:  # an edition that came since may make two of one
                finding = replace(finding, value=replace(finding.value, to=""))
            yield resolved(finding, letter.id, shelf)


def _finding(mention: Finding, link: Link, of: str, catalogue: Catalogue) -> Finding:
    because = tuple(_whole(catalogue.entries[link.to].letter) for _ in [0] if link.to)
    score = 1.0 if link.to else OFFERED
    return Finding(mention.span, "link", link, MEANT, of, (*mention.because, *because), score)


def _whole(letter: Letter) -> Span:
    return Span(letter.source, letter.start, letter.end)


def _editions(
    record: Record, letter: Letter, catalogue: Catalogue, sharing: Alike | None
) -> Iterator[Finding]:
    """A link to each other edition of the letter, and to each that may be a translation of it."""
    alike = _alike(record, letter, sharing)
    mates = [id for id in _mates(letter, catalogue) if id not in alike]
    if not alike and not mates:
        return
    ours, compared = _printing(record, letter.id), []
    held = Counter(id.partition(".")[0] for id in alike)
    for id in (*alike, *mates):
        other, theirs = record.letter(id), _printing(record, id)
        # one that is inside another may be nearer than that other: then both are compared
        if id in alike and held[other.source] == 1 and not may_be(letter, other, ours, theirs):
            continue
        found = compare(ours, theirs) if id in alike else None
        if found:
            compared.append((other, found))
        elif offered := offer(letter, other, ours, theirs, found):
            yield _twin(letter, offered)
    for twin, found in nearest(compared):
        if link := same_letter(letter, twin, found):
            yield _twin(letter, link, _whole(twin))


def _alike(record: Record, letter: Letter, sharing: Alike | None) -> list[str]:
    """The letters of other sources that share much wording with this one."""
    if sharing is None:
        found: Sequence[tuple[str, int, int, int]] = record.sharing(letter.id, COMMON)
    else:
        found = sharing.get(letter.id, ())
    return [
        other
        for other, shared, own, its in found
        if likely(shared, own, its) and other.partition(".")[0] != letter.source
    ]


def _mates(letter: Letter, catalogue: Catalogue) -> list[str]:
    """The letters of these days between the same people: telegrams are not translated."""
    me = catalogue.entries[letter.id]
    if me.day is None or letter.kind not in TRANSLATED:
        return []
    near = (e for day in (me.day - 1, me.day, me.day + 1) for e in catalogue.on(day))
    held = [
        e.id for e in near
        if e.letter.source != letter.source and e.letter.kind in TRANSLATED
        and meet(e.senders, me.senders) and meet(e.recipients, me.recipients)
    ]  # fmt: skip
    return held if len(held) <= BUSY else []


@lru_cache(maxsize=64)
def _printing(record: Record, id: str) -> Printing:
    """A letter's printing; letters that share a form are compared each with each."""
    source, findings = fetched(record, id.partition(".")[0], PRINTED)
    return Printing.of(source.text, findings, id)


def _twin(letter: Letter, link: Link, *because: Span) -> Finding:
    score = 1.0 if link.to else OFFERED
    return Finding(_whole(letter), "link", link, TWIN, letter.id, because, score)


@lru_cache(maxsize=2)
def shelf_of(record: Record) -> RecordShelf:
    """The record's volumes, for as long as it is open."""
    return RecordShelf(record)


@lru_cache(maxsize=32)
def fetched(
    record: Record, source: str, kinds: tuple[str, ...]
) -> tuple[Source, tuple[Finding, ...]]:
    """A source and its findings; the letters of one source are linked one after another."""
    return record.fetch(source, kinds)
