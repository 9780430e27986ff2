"""`Book`: a letterbook opened, with the verbs of the command line."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from letterbook.book import reading
from letterbook.book.counts import Counts
from letterbook.book.heap import Linked, Progress, Summary
from letterbook.book.persons import Persons, several
from letterbook.book.work import Rooms, rooms
from letterbook.model import Letter, LetterbookError, Link
from letterbook.record import Filters, Hit, Logged, Record, Shown
from letterbook.record.choose import holds_words
from letterbook.record.edtf import when

if TYPE_CHECKING:  # linking is loaded when something is to be linked, not before
    from letterbook.book.drafting import Draft
    from letterbook.check.checked import Checked
    from letterbook.link.compared import Compared
    from letterbook.link.kept_matters import Waiting
    from letterbook.link.matters import Matter
    from letterbook.link.outcome import Outcome
    from letterbook.link.owed import Owed
    from letterbook.link.thread import Turn
    from letterbook.link.unheld import Unheld
    from letterbook.write.page import Page


def open(path: str | os.PathLike[str] = "letterbook.db", readonly: bool = False) -> Book:
    """Open the letterbook at `path`; made if it is not there, unless `readonly`.

    Raises LetterbookError when the file is no letterbook or one of a newer program.
    """
    return Book(Path(path), readonly)


class Book(Counts, Persons):
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

    def write(
        self,
        kind: str,
        targets: str | Iterable[str] = (),
        find: str = "",
        pages: int = 1,
        exchange: bool = False,
        progress: Callable[[int, int], None] | None = None,
        **filters: Any,
    ) -> Page:
        """A `regest`, `timeline`, `brief`, `guide` or `ledger`: a page, every line of it pinned.

        `targets`: ids of letters, files, folders; none means the whole book. `find`: search words.
        `exchange`: a letter stands for its exchange. `pages`: the length of a brief (1, 3).
        Filters as in `list`. `letterbook.write.RENDERERS` turn the page into text, HTML, ….
        """
        from letterbook.write import Wanted, write

        if kind == "ledger":
            self.look_for_acts(progress, **filters)
        named = (targets,) if isinstance(targets, str) else tuple(targets)
        wanted = Wanted(named, Filters(**filters), find, exchange, pages, progress)
        return write(self._record, kind, wanted)

    def draft(self, model: str, targets: str | Iterable[str] = (), **wanted: Any) -> Draft:
        """A brief that a model drafts from the passages chosen for it; our check decides.

        `model`: its name; the server is at $LETTERBOOK_MODEL_URL, its key in $LETTERBOOK_MODEL_KEY.
        The rest as in `write`. This alone of all verbs sends words of the letters anywhere.
        Raises LetterbookError when no address is set or the server does not answer.
        """
        from letterbook.book import drafting

        page = self.write("brief", targets, **wanted)
        return drafting.draft(self._record, page, model, self._using or rooms())

    def cite(self, id: str, style: str = "chicago") -> str:
        """How a letter or source is cited: chicago, frus, bibtex, ris or csl (JSON)."""
        from letterbook.write.cite import Library
        from letterbook.write.cite_as import cite

        shown = self._record.shown(self._record.resolve(id))
        return cite(Library(self._record).of_shown(shown), style)

    def look_for_acts(
        self,
        progress: Callable[[int, int], None] | None = None,
        jobs: int | None = None,
        **filters: Any,
    ) -> int:
        """Find what the letters ask, offer and promise, where nobody has asked yet; it is kept.

        `matters`, `due` and the ledger see to it themselves; here it can be watched, and done
        beforehand. Filters as in `list`. How many sources were looked through. Raises
        LetterbookError where some are to be and the record may not be written.
        """
        from letterbook.book import acting

        return acting.look_for_acts(
            self._record, Filters(**filters), jobs or _processors(), progress
        )

    def matters(self, least: float = 0.5, **filters: Any) -> Sequence[Matter]:
        """What the letters ask, offer and promise, gathered by matter, the weightiest first.

        `least`: how certain an act must be, from 0 to 1. Filters as in `list`.
        """
        from letterbook.link.kept_matters import matters_of

        self.look_for_acts(**filters)
        return matters_of(self._record, Filters(**filters), least)

    def matter(
        self, name: str, least: float = 0.5, as_of: str = "", **filters: Any
    ) -> tuple[Matter, Sequence[Outcome]]:
        """One matter by its id, its title or words of it, and what became of each of its points.

        Raises LetterbookError when none is meant, or several are.
        """
        from letterbook.link.kept_matters import course_of

        self.look_for_acts(**filters)
        return course_of(self._record, name, Filters(**filters), least, _day(as_of))

    def due(
        self, as_of: str = "", least: float = 0.5, exchange: str = "", **filters: Any
    ) -> Sequence[Owed]:
        """What each side owes the other on a day: answers, and promises still open.

        `exchange`: in that one alone, by the id that `waiting` gives it.
        """
        from letterbook.link.kept_matters import due_on

        self.look_for_acts(**filters)
        return due_on(self._record, Filters(**filters), least, _day(as_of), exchange)

    def waiting(self, as_of: str = "") -> Sequence[Waiting]:
        """How much is due on a day in each exchange, where most is due first."""
        from letterbook.link.kept_matters import waiting_on

        self.look_for_acts()
        return waiting_on(self._record, _day(as_of))

    def place(
        self, name: str, title: str, why: str = "", who: str = "", within: str = ""
    ) -> Logged:
        """Call a matter `title`; where one is called so already, the two are joined.

        `within`: only what this letter says of it, which splits the matter; what the other letters
        say keeps the title it has.
        """
        found, _ = self.matter(name, 0.0)
        letter = self._record.resolve(within) if within else ""
        words = [act.words for act in found.acts if letter in ("", act.told_by)]
        if not words:
            raise LetterbookError(f"{letter} says nothing of {found.title}")
        if letter and not found.named:  # or the rest might follow what is taken away
            rest = [act.words for act in found.acts if letter != act.told_by]
            if rest:
                said = "the rest stays together"
                self._record.place(rest, found.title, found.title, who or whoever(), said)
        return self._record.place(words, title, found.title, who or whoever(), why)

    def compare(self, left: str, right: str) -> Compared:
        """Two printings of a letter side by side: what each leaves out, and where words differ.

        Raises LetterbookError when one of the ids means no letter, or both mean the same.
        """
        from letterbook.link.compared import side_by_side

        return side_by_side(self.show(left), self.show(right))

    def check(
        self,
        path: str | os.PathLike[str] = "",
        text: str = "",
        claims: bool = True,
        progress: Callable[[int, int], None] | None = None,
    ) -> Checked:
        """Hold somebody's brief, a file or a text, against the letters and histories here.

        Each quotation and (unless not) each claim gets a verdict with the words it rests on; the
        brief is not kept. `progress` is told how many claims of how many are done. Raises
        LetterbookError when the file holds nothing to check, or more than one text.
        """
        from letterbook.book import checking

        using = self._using or rooms()
        brief = checking.typed(text) if not path else checking.read_brief(Path(path), using)
        return checking.check(self._record, brief, using, claims, progress)

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
            raise LetterbookError(several(name, found))
        if not found:
            raise LetterbookError(f'nobody here is called "{name}"; see: letterbook people')
        whole = name in (found[0].id, found[0].label)
        return (found[0].label, *found[0].names) if whole and not letter else (name,)

    def _label(self, into: str) -> str:
        found = self._record.called(into)
        exact = [p for p in found if into.strip() in (p.id, p.label)]
        return exact[0].label if len(exact) == 1 else into.strip()

    def missing(
        self,
        sender: str = "",
        recipient: str = "",
        since: str = "",
        until: str = "",
        named_by: Sequence[str] = (),
    ) -> Sequence[Unheld]:
        """The letters that others name and this book does not hold, by day, the undated last.

        `named_by`: only what the letters with these full ids name.
        """
        from letterbook.link.unheld import unheld

        first = str(when(since).earliest or "") if since else ""
        last = str(when(until).latest or "") if until else "9999"
        return [
            one for one in unheld(self._record.absent(named_by))
            if holds_words(one.sender, sender) and holds_words(one.recipient, recipient)
            and (one.latest or one.earliest or first) >= first
            and (one.earliest or one.latest or last) <= last
        ]  # fmt: skip

    def undo(self, number: int, why: str = "", who: str = "") -> Logged:
        """Take back an entry of the log; the entry and the undoing both stay in it."""
        logged = self._record.undo(number, who or whoever(), why)
        self.link()
        return logged

    def log(self) -> Sequence[Logged]:
        """Every correction and undo: who, when, why, and whether it is in force."""
        return self._record.log()


def _day(words: str) -> date | None:
    """A day a person typed; raises LetterbookError when it is none."""
    if not words:
        return None
    told = when(words)
    if told.latest is None:
        raise LetterbookError(f'"{words}" is no day; give one as 1962-11-20')
    return told.latest


def _stands(name: str, letter: Letter) -> bool:
    """Whether a party of the letter is written so."""
    parties = (*letter.senders, *letter.recipients)
    return any(name in (str(party), party.name, party.office) for party in parties)


def whoever() -> str:
    """Who corrects: $LETTERBOOK_WHO, or the name one is logged in with."""
    try:
        return os.environ.get("LETTERBOOK_WHO") or getpass.getuser()
    except (KeyError, OSError, ImportError):  # no name at all, as in a bare container
        return "somebody"


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
