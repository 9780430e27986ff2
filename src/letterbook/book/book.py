"""`Book`: a letterbook opened, with the verbs of the command line."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from letterbook.book import reading
from letterbook.book.heap import Linked, Progress, Summary
from letterbook.book.work import Rooms, rooms
from letterbook.model import Letter, LetterbookError, Link, Party, Trouble
from letterbook.record import Filters, Hit, Logged, Record, Shown, Who, Written
from letterbook.record.choose import holds_words
from letterbook.record.edtf import when

if TYPE_CHECKING:  # linking is loaded when something is to be linked, not before
    from letterbook.link.compared import Compared
    from letterbook.link.thread import Turn
    from letterbook.link.unheld import Unheld


def open(path: str | os.PathLike[str] = "letterbook.db", readonly: bool = False) -> Book:
    """Open the letterbook at `path`; made if it is not there, unless `readonly`.

    Raises LetterbookError when the file is no letterbook or one of a newer program.
    """
    return Book(Path(path), readonly)


class Book:
    """A letterbook. Close it, or use it in a `with` block."""

    def __init__(self, path: Path, readonly: bool = False, using: Rooms | None = None) -> None:
        """Open the record; `using` gives other readers and markers than ours."""
        self.path = path
        self._record = Record(path, readonly)
        self._using = using

    def __enter__(self) -> Self:
        """The book itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._record.close()

    def read(
        self,
        paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
        progress: Callable[[Progress], None] | None = None,
        jobs: int | None = None,
        limit: int | None = None,
        again: bool = False,
        link: bool = True,
    ) -> Summary:
        """Read files, folders and archives into the book, and link their letters (unless not).

        A file that is as it was when it was read last is left alone, unless `again`. `jobs`:
        processes, as many as there are processors if not given. `limit`: bytes above which a file
        is not read (64 million if not given). When stopped (KeyboardInterrupt), what `progress`
        last told is safe.
        """
        given = [paths] if isinstance(paths, str | os.PathLike) else paths
        order = reading.Order(
            [Path(path) for path in given], jobs or _processors(), again, progress
        )
        using = self._using or rooms()
        if limit is not None:
            using = replace(using, limit=limit)
        summary = reading.read(self._record, using, order)
        return replace(summary, linked=self.link(progress, jobs)) if link else summary

    def link(
        self, progress: Callable[[Progress], None] | None = None, jobs: int | None = None
    ) -> Linked:
        """Say what the letters do to one another, as far as that has not been done.

        Only the letters that are new, and those that one of them may concern, are looked at.
        """
        from letterbook.book import linking

        return linking.link(self._record, linking.version(), jobs or _processors(), progress)

    def list(self, **filters: Any) -> Sequence[Letter]:
        """The letters, by date, the undated last.

        Filters: `sender`, `recipient` (words of the name or office), `between` (two of them),
        `since`, `until` (EDTF dates), `kind`, `within` (file, folder, volume), `form`, `undated`,
        `limit`. See `letterbook.record.Filters`.
        """
        return self._record.letters(Filters(**filters))

    def show(self, id: str, within: str = "") -> Shown:
        """A letter with its findings and its text.

        `id`: an id or its beginning, `file.txt#2`, `volume/part`, or (with `within`) a document's
        number. Raises LetterbookError when no letter, or more than one, is meant.
        """
        from letterbook.link.whom import whom

        shown = self._record.shown(self._record.resolve(id, within))
        return replace(shown, findings=(*shown.findings, *whom(self._record, shown)))

    def find(self, words: str, **filters: Any) -> Sequence[Hit]:
        """The best places for `words`, 10 if no `limit` is given; filters as in `list`.

        Words, "phrases", prefix*, -without, this OR that.
        """
        return self._record.find(words, Filters(**filters))

    def thread(self, id: str) -> Sequence[Turn]:
        """The exchange a letter stands in: the letters that answer one another, by day."""
        from letterbook.link.thread import thread

        record = self._record
        return thread(
            record.resolve(id),
            lambda at: [Link(tie.kind, tie.to) for tie in record.ties(at)[0]],
            lambda at: [tie.letter for tie in record.ties(at)[1] if tie.kind == "answers"],
            record.letter,
        )

    def compare(self, left: str, right: str) -> Compared:
        """Two printings of a letter side by side: what each leaves out, and where words differ.

        Raises LetterbookError when one of the ids means no letter, or both mean the same.
        """
        from letterbook.link.compared import side_by_side

        return side_by_side(self.show(left), self.show(right))

    def correct(self, id: str, field: str, value: str, why: str = "", who: str = "") -> Logged:
        """Say what a field of a letter's header is; a person's word outranks every rule.

        Dates as EDTF (1962-12-19, 1962-12, 1962-12-10/1962-12-20), parties as "Name" or
        "Name, Office", several with ";"; "" says that the letter does not state it.
        """
        letter = self._record.resolve(id)
        logged = self._record.correct(letter, field, value, who or whoever(), why)
        self.link()
        return logged

    def merge(self, name: str, into: str, why: str = "", who: str = "", within: str = "") -> Logged:
        """Say that the party called `name` is `into`; `within` one letter, or everywhere.

        `name`: an id of `people`, or a name as letters write it. `into`: another party's id or
        name, or a new name, which parts it from those it was held to be.
        """
        letter = self._record.resolve(within) if within else ""
        if letter and not _stands(name, self._record.letter(letter)):
            raise LetterbookError(f'no sender or recipient of {letter} is called "{name}"')
        names, to = self._names(name, letter), self._label(into)
        logged = self._record.decide(names, to, letter, who or whoever(), why)
        self.link()
        return logged

    def _names(self, name: str, letter: str) -> Sequence[str]:
        found = self._record.called(name)
        if len(found) > 1:
            raise LetterbookError(_several(name, found))
        if not found:
            raise LetterbookError(f'nobody here is called "{name}"; see: letterbook people')
        whole = name in (found[0].id, found[0].label)
        return (found[0].label, *found[0].names) if whole and not letter else (name,)

    def _label(self, into: str) -> str:
        found = self._record.called(into)
        exact = [p for p in found if into.strip() in (p.id, p.label)]
        return exact[0].label if len(exact) == 1 else into.strip()

    def people(self) -> Sequence[Who]:
        """Who writes or is written to, those with most letters first."""
        return self._record.people()

    def person(self, name: str) -> Who:
        """One party by its id, the beginning of it, or a name; raises when several are meant."""
        found = self._record.called(name)
        if len(found) != 1:
            if found:
                raise LetterbookError(_several(name, found))
            raise LetterbookError(f'nobody here is called "{name}"; see: letterbook people')
        return self._record.person(found[0].id)

    def missing(
        self, sender: str = "", recipient: str = "", since: str = "", until: str = ""
    ) -> Sequence[Unheld]:
        """The letters that others name and this book does not hold, by day, the undated last."""
        from letterbook.link.unheld import unheld

        first = str(when(since).earliest or "") if since else ""
        last = str(when(until).latest or "") if until else "9999"
        return [
            one for one in unheld(self._record.absent())
            if holds_words(one.sender, sender) and holds_words(one.recipient, recipient)
            and (one.latest or one.earliest or first) >= first
            and (one.earliest or one.latest or last) <= last
        ]  # fmt: skip

    def tenures(self, name: str) -> Sequence[str]:
        """The offices that the authority says a person of this name held, with the days."""
        from letterbook.link.known import authority_of

        held = authority_of(self.path).terms(name)
        return [", ".join(filter(None, (t.office, t.government, t.when.edtf))) for t in held]

    def open_names(self) -> Sequence[tuple[str, int, tuple[str, ...], str]]:
        """Names that may be several parties: the name, how often, whom, what would decide."""
        return self._record.open_names()

    def undo(self, number: int, why: str = "", who: str = "") -> Logged:
        """Take back an entry of the log; the entry and the undoing both stay in it."""
        logged = self._record.undo(number, who or whoever(), why)
        self.link()
        return logged

    def log(self) -> Sequence[Logged]:
        """Every correction and undo: who, when, why, and whether it is in force."""
        return self._record.log()

    def sources(self, form: str = "", within: str = "") -> Sequence[Written]:
        """What was read, source by source: letters, histories, briefs, lists."""
        return self._record.sources(form, within)

    def troubles(self) -> Sequence[Trouble]:
        """What could not be read, or only in part."""
        return self._record.troubles()


def _stands(name: str, letter: Letter) -> bool:
    """Whether a party of the letter is written so."""
    parties = (*letter.senders, *letter.recipients)
    return any(name in (str(party), party.name, party.office) for party in parties)


def _several(name: str, found: Sequence[Party]) -> str:
    rows = "\n".join(f"  {p.id}  {p.label}" for p in found[:10])
    return f'"{name}" fits {len(found)} parties; name one of:\n{rows}'


def whoever() -> str:
    """Who corrects: $LETTERBOOK_WHO, or the name one is logged in with."""
    try:
        return os.environ.get("LETTERBOOK_WHO") or getpass.getuser()
    except (KeyError, OSError, ImportError):  # no name at all, as in a bare container
        return "somebody"


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
