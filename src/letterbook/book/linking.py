"""The verb `link`: each source is looked through once, then its letters are tied to others.

All of it can be stopped at any moment and goes on where it was: what is still to be done stands in
the record (`looked`, `due`).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import letterbook
from letterbook import mark
from letterbook.book.heap import Linked, Progress
from letterbook.book.pool import Item, Result, few_searches, spread
from letterbook.link.catalogue import Catalogue
from letterbook.link.concerned import concerned
from letterbook.link.date_lines import Piece, pieces
from letterbook.link.letter import Alike, Tied, link_letter
from letterbook.link.look import LOOKED_AT, look_through
from letterbook.link.shingles import COMMON, LEAST
from letterbook.link.undated import date_piece
from letterbook.link.who import identify
from letterbook.model import Finding, Letter, Trouble
from letterbook.record import Looked, Record, Writing

GROUP = 40  # sources, or letters, that go to a process together
FEW = 5  # rows of undated letters: each may hold forty
MANY = 400  # letters: for fewer, no processes are started and only letters near them are fetched
BACK, ON = 400, 60  # days before and after a letter in which what it speaks of is looked for


Tell = Callable[[Progress], None]


def version() -> str:
    """Of the program that links: a later one looks through every source again."""
    return f"{letterbook.__version__} {mark.VERSION}"


def link(record: Record, version: str, jobs: int, tell: Tell | None = None) -> Linked:
    """Look through what is new, and tie the letters that are new or concerned by it."""
    begun = time.monotonic()
    troubles: list[Trouble] = []
    with few_searches(), record.writing() as writing:
        manner = _Manner(jobs, tell, troubles)
        _look_through(record, writing, version, manner)
        around = _Around(record)
        _widen(record, writing, around)
        letters = 0
        while due := record.due():  # editions found in passing make each other due
            letters += len(due)
            _tie(record, writing, due, manner, around)
            writing.commit()
        _date(record, writing, manner)
        identify(record, writing)
    return Linked(letters, time.monotonic() - begun, tuple(troubles))


@dataclass(frozen=True, slots=True)
class _Manner:
    """In how many processes, whom to tell, and where to note what went wrong."""

    jobs: int
    tell: Tell | None
    troubles: list[Trouble]

    def told(self, done: int, of: int) -> None:
        if self.tell and (done % GROUP == 0 or done == of):
            self.tell(Progress(linking=True, done=done, total=of))


def _look_through(record: Record, writing: Writing, version: str, manner: _Manner) -> None:
    sources = record.unlooked(version)
    jobs = manner.jobs if len(sources) > GROUP else 0
    settle = partial(open_here, record.path) if jobs else None
    found = each(partial(look, path=record.path), sources, jobs, settle)
    for done, (id, looked) in enumerate(found, 1):
        if isinstance(looked, BaseException):
            manner.troubles.append(_fault(id, looked))
            looked = Looked(id, (), (), {}, {})
        writing.keep_looked(looked, version)
        manner.told(done, len(sources))


@dataclass(slots=True)
class _Around:
    """The letters around a few: what was fetched and filed for one is there for the next."""

    record: Record
    catalogue: Catalogue | None = None
    _ids: frozenset[str] = frozenset()
    _letters: dict[int, Letter] = field(default_factory=dict)

    def only(self, ids: Sequence[str]) -> Catalogue:
        """A catalogue of these letters, and those of their sources, alone."""
        few = self.record.letters_near((), BACK, ON, ids, self._letters)
        self.catalogue, self._ids = Catalogue.of(few, self.catalogue), frozenset()
        return self.catalogue

    def of(self, ids: Sequence[str]) -> Catalogue:
        """A catalogue of the letters around these."""
        if self.catalogue is None or not self._ids.issuperset(ids):
            near = self.record.letters_near(ids, BACK, ON, (), self._letters)
            self.catalogue, self._ids = Catalogue.of(near, self.catalogue), frozenset(ids)
        return self.catalogue


def _widen(record: Record, writing: Writing, around: _Around) -> None:
    """Make due whom the new letters concern: where these are few, whoever may mean one of them."""
    fresh, before = record.fresh(), set(record.due())
    writing.widen()
    if added := [id for id in record.due() if id not in before] if fresh else []:
        asked = set(concerned(record, fresh, added, around.only((*fresh, *added))))
        writing.dismiss(id for id in added if id not in asked)


def _tie(
    record: Record, writing: Writing, due: Sequence[str], manner: _Manner, around: _Around
) -> None:
    many = len(due) > MANY
    catalogue = None if many else around.of(due)
    writing.commit()  # other processes read what was kept
    work: Callable[[list[str]], list[Tied]] = partial(tie, path=record.path, catalogue=catalogue)
    if many:  # gathered once, before the processes part
        _gathered[record.path] = _Gathered.of(record)
    jobs = manner.jobs if many else 0
    ties = each(work, due, jobs, partial(gather, record.path) if jobs else None)
    try:
        for done, (id, found) in enumerate(ties, 1):
            if isinstance(found, BaseException):
                manner.troubles.append(_fault(id, found))
            writing.keep_links(id, *(((), ()) if isinstance(found, BaseException) else found))
            manner.told(done, len(due))
    finally:
        _gathered.pop(record.path, None)


def _date(record: Record, writing: Writing, manner: _Manner) -> None:
    undated = record.redate()
    some = list(_pieces(record, set(undated)))
    writing.commit()
    jobs = manner.jobs if len(undated) > GROUP else 0
    settle = partial(open_here, record.path) if jobs else None
    dates = each(partial(date, path=record.path), some, jobs, settle, group=FEW)
    for done, (piece, found) in enumerate(dates, 1):
        if isinstance(found, BaseException):
            manner.troubles.append(_fault(piece.letters[0], found))
            found = [[] for _ in piece.letters]
        for id, findings in zip(piece.letters, found, strict=True):
            writing.keep_dating(id, findings)
        manner.told(done, len(some))
    writing.dated()


def _pieces(record: Record, undated: set[str]) -> Iterator[Piece]:
    """The rows that one of these letters stands in, or beside."""
    seen: set[str] = set()
    for id in sorted(undated):
        if id not in seen:
            line = record.line(id)
            seen |= {one for one, _ in line}
            yield from (piece for piece in pieces(line) if not undated.isdisjoint(piece.row))


def each(
    work: Callable[[list[Item]], list[Result]],
    items: Sequence[Item],
    jobs: int,
    settle: Callable[[], None] | None = None,
    group: int = GROUP,
) -> Iterator[tuple[Item, Result | BaseException]]:
    """Each item with what `work` made of it; those of a failed group once more, one by one."""
    failed: list[Item] = []
    groups = [list(items[at : at + group]) for at in range(0, len(items), group)]
    for some, result in spread(work, groups, jobs, settle):
        if isinstance(result, BaseException):
            failed += some
        else:
            yield from zip(some, result, strict=True)
    for (item,), result in spread(work, ([item] for item in failed), min(jobs, 1), settle):
        yield item, result if isinstance(result, BaseException) else result[0]


def _fault(id: str, error: BaseException) -> Trouble:
    return Trouble(
        id,
        f"It could not be linked: letterbook stumbled ({type(error).__name__}: {error}).",
        "Everything else was; please report this with the letter.",
    )


# --- in another process -------------------------------------------------------------------------

_open: dict[Path, Record] = {}
_gathered: dict[Path, _Gathered] = {}


@dataclass(frozen=True, slots=True)
class _Gathered:
    """Every letter of a record, and which of them share wording."""

    catalogue: Catalogue
    sharing: Alike

    @classmethod
    def of(cls, record: Record) -> _Gathered:
        """All that linking many letters asks again and again."""
        return cls(Catalogue.of(record.catalogue()), record.shared(COMMON, LEAST))


def open_here(path: Path) -> None:
    """Have the record open in this process until it ends: what SQLite has read of it stays."""
    _open[path] = Record(path, readonly=True)


def gather(path: Path) -> None:
    """Have the record open and every letter of it at hand, in this process, until it ends."""
    open_here(path)
    if path not in _gathered:  # a process that shares nothing with the one that started it
        _gathered[path] = _Gathered.of(_open[path])


@contextmanager
def opened(path: Path) -> Iterator[Record]:
    """The record that this process has open, or one for these few."""
    if path in _open:
        yield _open[path]
        return
    with Record(path, readonly=True) as record:
        yield record


def look(ids: list[str], path: Path) -> list[Looked]:
    """A second look at some sources of the record at `path`."""
    with opened(path) as record:
        return [look_through(*record.fetch(id, LOOKED_AT)) for id in ids]


def tie(ids: list[str], path: Path, catalogue: Catalogue | None) -> list[Tied]:
    """What some letters do to others."""
    with opened(path) as record:
        if catalogue is not None:
            return [link_letter(record, id, catalogue) for id in ids]
        held = _gathered[path]
        return [link_letter(record, id, held.catalogue, held.sharing) for id in ids]


def date(some: list[Piece], path: Path) -> list[list[list[Finding]]]:
    """The days that the undated letters of some rows may be of, and the clues."""
    with opened(path) as record:
        return [date_piece(record, piece) for piece in some]
