"""What a person wants written, and the letters and sources that this means."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from letterbook.link.thread import thread
from letterbook.model import Letter, LetterbookError, Link
from letterbook.record import Filters, Record, Written


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written about.

    `targets`: ids of letters, files, folders; none means the whole book. `find`: search words.
    `filters` narrow all of it. `exchange`: a letter stands for the exchange it is part of.
    `pages`: how long a brief may be. `progress` is told how many sources are done, and of how many.
    """

    targets: tuple[str, ...] = ()
    filters: Filters = field(default_factory=Filters)
    find: str = ""
    exchange: bool = False
    pages: int = 1
    progress: Callable[[int, int], None] | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """The letters, by day, the undated last; and the sources that are no letters, file by file."""

    letters: tuple[Letter, ...]
    sources: tuple[Written, ...]


def chosen(record: Record, wanted: Wanted) -> Chosen:
    """The letters and sources that are meant; raises LetterbookError where there are none."""
    narrowed = replace(wanted.filters, limit=None)
    named: tuple[str, ...] | None = None
    if wanted.targets or wanted.find:  # of a great record only these are fetched
        named = tuple(dict.fromkeys(_named(record, wanted, narrowed)))
    every = record.letters(replace(narrowed, among=named))
    none = _of_letters(narrowed)
    others = [] if none else record.sources(within=narrowed.within, among=named)
    # a page with two letters is a source, too; its letters stand for it
    others = [source for source in others if not source.letters]
    if not every and not others:
        raise LetterbookError("nothing in the letterbook is so; see: letterbook list")
    return Chosen(tuple(every[: wanted.filters.limit]), tuple(others))


def _of_letters(filters: Filters) -> bool:
    """Whether the filters ask for something that only a letter has."""
    asked = (filters.sender, filters.recipient, filters.between, filters.kind, filters.undated)
    return any(asked)


def _named(record: Record, wanted: Wanted, narrowed: Filters) -> Iterable[str]:
    """The ids that targets and search words name."""
    if wanted.find:
        for hit in record.find(wanted.find, wanted.filters):
            yield hit.letter.id if hit.letter else hit.source.id
    for target in wanted.targets:
        id = target if record.sources(among=[target.partition(".")[0]]) else ""
        if not id:  # a file or folder is all it holds
            within = record.letters(Filters(within=target))
            beside = [s for s in record.sources(within=target) if not s.letters]
            if within or beside:
                yield from (*(x.id for x in within), *(s.id for s in beside))
                continue
        id = record.resolve(id or target)
        letter = wanted.exchange and record.letters(replace(narrowed, among=(id,)))
        yield from exchange_of(record, id) if letter else [id]


def exchange_of(record: Record, id: str) -> list[str]:
    """The letters of the exchange in which the letter `id` stands, by day; itself if alone."""
    turns = thread(
        id,
        lambda at: [Link(tie.kind, tie.to) for tie in record.ties(at)[0]],
        lambda at: [tie.letter for tie in record.ties(at)[1] if tie.kind == "answers"],
        record.letter,
    )
    return [turn.letter.id for turn in turns]
