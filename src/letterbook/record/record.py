"""`Record`: one letterbook file, opened. Each verb is one call; nothing is held in between."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from letterbook.model import (
    Finding,
    Identity,
    Letter,
    LetterbookError,
    Party,
    Source,
    Trouble,
)
from letterbook.record import (
    absent,
    acts,
    choose,
    correct,
    fetch,
    gathered,
    log,
    nearest,
    placing,
    search,
    standing,
    ties,
    who,
)
from letterbook.record.absent import Absent
from letterbook.record.connect import in_words
from letterbook.record.kept import File, Filters, Hit, Logged, Shown, Written
from letterbook.record.linked import Linked
from letterbook.record.nearest import Opened
from letterbook.record.standing import Standing
from letterbook.record.ties import Tie
from letterbook.record.who import Who
from letterbook.record.writing import Writing


class Record(Linked):
    """The letterbook at `path`: made if it is not there, unless `readonly`.

    Raises LetterbookError when the file is no letterbook, is newer than this program, is damaged,
    or cannot be written.
    """

    # --- keeping --------------------------------------------------------------------------------

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """Keep files; what is not committed when an error comes is undone."""
        self._writable()
        with in_words(self.path):
            writing = Writing(self._con)
            try:
                yield writing
                writing.close()
            except BaseException:
                self._roll_back()
                raise

    def files(self) -> dict[str, File]:
        """Every file that was read, by its path."""
        with self._asking() as con:
            rows = con.execute("SELECT path, size, mtime_ns, sha256, reader FROM file")
            return {row[0]: File(*row) for row in rows}

    def read_at(self, path: str) -> str:
        """When the file at `path` was read, "" if never."""
        with self._asking() as con:
            row = con.execute("SELECT read_at FROM file WHERE path = ?", (path,)).fetchone()
            return row[0] if row else ""

    # --- fetching -------------------------------------------------------------------------------

    def letters(self, filters: Filters = Filters()) -> list[Letter]:  # noqa: B008 (frozen)
        """The letters that the filters let through, by date, the undated last."""
        with self._asking() as con:
            return choose.choose(con, filters)

    def order(self, filters: Filters) -> Sequence[int]:
        """The inner numbers of those letters, in that order, for `numbered`."""
        with self._asking() as con:
            return choose.order(con, filters)

    def numbered_letters(self, numbers: Sequence[int]) -> list[Letter]:
        """The letters with these inner numbers."""
        with self._asking() as con:
            return choose.numbered(con, numbers)

    def sources(
        self, form: str = "", within: str = "", among: Sequence[str] | None = None
    ) -> list[Written]:
        """What was read, source by source; `form`, `within` and full ids narrow it."""
        only = "" if among is None else "WHERE source.id IN (SELECT value FROM json_each(?))"
        with self._asking() as con:
            return [
                s for s in fetch.written(con, only, *([] if among is None else [json.dumps(among)]))
                if form in ("", s.form) and (not within or choose.lies_within(s.path, within))
            ]  # fmt: skip

    def resolve(self, name: str, within: str = "") -> str:
        """The full id of what a person names."""
        with self._asking() as con:
            return choose.resolve(con, name, within)

    def letter(self, id: str) -> Letter:
        """The letter with this full id, without findings."""
        with self._asking() as con:
            return fetch.letter_of(con, id)

    def shown(self, id: str) -> Shown:
        """A letter or source opened for reading, by its full id."""
        with self._asking() as con:
            return fetch.shown(con, id)

    def words(self, id: str, start: int, end: int) -> str:
        """The words of a letter's (or other) source from `start` to `end`, as they stand."""
        query = "SELECT substr(text, ?, ?) FROM source WHERE id = ?"
        with self._asking() as con:
            asked = (start + 1, max(end - start, 0), id.partition(".")[0])
            row = con.execute(query, asked).fetchone()
            return row[0] if row else ""

    def fetch(self, id: str, kinds: Sequence[str] = ()) -> tuple[Source, tuple[Finding, ...]]:
        """A source and its findings (of these kinds, if any), by its full id, as they were kept."""
        with self._asking() as con:
            row = con.execute("SELECT nr FROM source WHERE id = ?", (id,)).fetchone()
            if row is None:
                raise LetterbookError(f'no source "{id}" in this record')
            source = fetch.source_of(con, row[0])
            return source, tuple(fetch.findings_of(con, row[0], id, kinds))

    def troubles(self) -> list[Trouble]:
        """What could not be read."""
        with self._asking() as con:
            return fetch.troubles(con)

    def find(self, words: str, filters: Filters = Filters()) -> list[Hit]:  # noqa: B008
        """The best places for `words`; `filters.limit` hits, 10 if not given."""
        with self._asking() as con:
            return search.find(con, words, filters)

    def nearest(self, words: Sequence[str], limit: int) -> list[int]:
        """The units that share most of these words, by their inner numbers, best first."""
        with self._asking() as con:
            return nearest.nearest(con, words, limit)

    def unit(self, nr: int) -> Opened:
        """A unit (a letter, or what of a source is none) with its text, by its inner number."""
        with self._asking() as con:
            return nearest.opened(con, nr)

    # --- where words stand ----------------------------------------------------------------------

    def holding(self, phrase: str, most: int) -> list[tuple[str, str]]:
        """The sources (id, form) in which these words stand in a row, up to `most`."""
        with self._asking() as con:
            return standing.holding(con, phrase, most)

    def near(self, words: Sequence[str], within: int, most: int) -> list[tuple[str, str]]:
        """The sources (id, form) in which all these words stand near one another, up to `most`."""
        with self._asking() as con:
            return standing.near(con, words, within, most)

    def known(self, word: str) -> bool:
        """Whether a word stands anywhere in the record."""
        with self._asking() as con:
            return standing.known(con, word)

    def untied(self, id: str) -> list[tuple[str, int, int]]:
        """The notes of a source whose marks were not found: number, from where, to where."""
        with self._asking() as con:
            return standing.untied(con, id)

    def standing(self, id: str) -> Standing:
        """A source as quotations are sought in it, by its full id."""
        with self._asking() as con:
            return standing.standing(con, id)

    def absent(self, named_by: Sequence[str] = ()) -> list[Absent]:
        """The letters that letters (or these) name and the record lacks, by key."""
        with self._asking() as con:
            return absent.absent(con, named_by)

    # --- who is who -----------------------------------------------------------------------------

    def unnamed(self) -> list[who.Borne]:
        """The parties of letters whose names have not been filed."""
        with self._asking() as con:
            return who.unnamed(con)

    def filed_under(self, form: str) -> set[str]:
        """The words under which lists of persons file this form of a surname."""
        with self._asking() as con:
            return who.filed_under(con, form)

    def unfiled(self) -> tuple[list[who.Key], list[tuple[str, str]]]:
        """The names, and the entries of lists (id, words), that no block has yet."""
        with self._asking() as con:
            return who.unfiled(con)

    def unsettled(self) -> list[str]:
        """The blocks of names to be worked out."""
        with self._asking() as con:
            return who.unsettled(con)

    def block(self, block: str) -> tuple[list[tuple[who.Key, int]], list[tuple[str, str]]]:
        """The names of a block with how often they stand, and its entries of lists."""
        with self._asking() as con:
            return who.block_of(con, block)

    def entries(self, path: str) -> list[tuple[str, str]]:
        """The entries (id, words) of the lists of persons in a file."""
        with self._asking() as con:
            return who.entries(con, path)

    def decisions(self) -> list[who.Decided]:
        """What persons said of who is who, as far as it is in force."""
        with self._asking() as con:
            return who.decisions(con)

    def people(self) -> list[Who]:
        """Every party that writes or is written to, those with most letters first."""
        with self._asking() as con:
            return who.people(con)

    def person(self, id: str) -> Who:
        """One party, with the reason for each way it is named."""
        with self._asking() as con:
            return who.person(con, id)

    def persons(self) -> list[Party]:
        """Every party that is a person."""
        with self._asking() as con:
            return who.persons(con)

    def called(self, words: str) -> list[Party]:
        """The parties that an id, its beginning, or a name means."""
        with self._asking() as con:
            return who.called(con, words)

    def open_names(self) -> list[tuple[str, int, tuple[str, ...], str]]:
        """Names that may be several parties: the name, how often, the parties, what decides."""
        with self._asking() as con:
            return who.open_names(con)

    def identities(self, letter: str) -> list[tuple[str, int, Identity]]:
        """Who the senders and recipients of a letter are: role, turn, identity."""
        with self._asking() as con:
            return list(who.identities(con, letter))

    # --- acts and matters -----------------------------------------------------------------------

    def acts(self, least: float = 0.0, letters: Sequence[str] | None = None) -> list[acts.Done]:
        """What letters ask, offer, promise, …: the acts at least so certain, of these letters."""
        with self._asking() as con:
            return acts.acts(con, least, letters)

    def twins(self) -> dict[str, list[str]]:
        """The letters that have other editions here, and which."""
        with self._asking() as con:
            return ties.twins(con)

    def placed(self) -> dict[str, str]:
        """Sentence → the title of the matter that a person put its act in."""
        with self._asking() as con:
            return placing.placed(con)

    def place(
        self, sentences: Sequence[str], title: str, before: str, who: str, why: str
    ) -> Logged:
        """Say that the acts in these sentences belong to the matter called `title`."""
        with self._changing() as con:
            return placing.place(con, sentences, title, before, who, why)

    def matters_state(self, version: str) -> tuple[str, bool]:
        """What changes whenever the matters may, and whether those that are kept are of it."""
        with self._asking() as con:
            now = gathered.state(con, version)
            return now, gathered.fresh(con, now)

    def matters_signed(self, version: str) -> tuple[dict[str, gathered.Sign], dict[str, str]]:
        """The letters as they were when matters were gathered, and what persons had said then."""
        with self._asking() as con:
            return gathered.signed(con, version)

    def act_signs(self) -> dict[str, int]:
        """Letter → what changes when its acts or its words do; those without acts left out."""
        with self._asking() as con:
            return gathered.act_signs(con)

    def exchanges_saying(self, sentences: Iterable[str]) -> set[str]:
        """The exchanges of the kept matters in which one of these sentences stands."""
        with self._asking() as con:
            return gathered.saying(con, sentences)

    def keep_matters(self, made: gathered.Again, state: str, version: str) -> None:
        """Keep the matters as they were gathered; for this opening alone where it only reads."""
        if self.readonly:
            with self._asking() as con:
                gathered.keep(con, made, state, version, "temp")
            return
        with self._changing() as con:
            gathered.keep(con, made, state, version)

    def matter_numbers(self, least: float, letters: Sequence[str] | None) -> list[int]:
        """The matters with an act so certain (in these letters), the weightiest first."""
        with self._asking() as con:
            return gathered.numbers(con, least, letters)

    def matters(self, numbers: Sequence[int]) -> list[gathered.Kept]:
        """These matters, in this order."""
        with self._asking() as con:
            return gathered.matters(con, numbers)

    def matters_called(self, name: str, way: int) -> list[tuple[int, str, str]]:
        """The matters that a name means in one of the ways of `gathered.CALLED`."""
        with self._asking() as con:
            return gathered.called(con, name, way)

    def owing(
        self, day: str, numbers: Sequence[int] | None, exchange: str = ""
    ) -> list[tuple[int, int]]:
        """What waits on a day, as matter and place in it, by side, the oldest first."""
        with self._asking() as con:
            return gathered.owing(con, day, numbers, exchange)

    def exchanges(self) -> list[str]:
        """The exchanges in which matters were gathered."""
        with self._asking() as con:
            return gathered.exchanges(con)

    def waiting(self, day: str) -> list[gathered.Waiting]:
        """How much waits on a day in each exchange, by side; where most waits first."""
        with self._asking() as con:
            return gathered.waiting(con, day)

    def answers(self) -> list[tuple[str, str]]:
        """Each letter that answers another, with that other, by day."""
        with self._asking() as con:
            return gathered.answers(con)

    # --- volumes --------------------------------------------------------------------------------

    def ties(self, letter: str) -> tuple[list[Tie], list[Tie]]:
        """What the letter (by its full id) does to others, and what others do to it."""
        with self._asking() as con:
            return ties.ties_of(con, letter), ties.ties_to(con, letter)

    # --- correcting -----------------------------------------------------------------------------

    def correct(self, letter: str, field: str, value: str, who: str, why: str = "") -> Logged:
        """Say what a field of a letter (by its full id) is."""
        with self._changing() as con:
            return correct.correct(con, letter, field, value, who, why)

    def decide(self, names: Sequence[str], to: str, letter: str, who: str, why: str = "") -> Logged:
        """Say that `names` are the party called `to`: everywhere, or in one letter."""
        with self._changing() as con:
            return correct.decide(con, names, to, letter, who, why)

    def undo(self, number: int, who: str, why: str = "") -> Logged:
        """Take back an entry of the log."""
        with self._changing() as con:
            return correct.undo(con, number, who, why)

    def log(self) -> list[Logged]:
        """Every correction and undo, with its state."""
        with self._asking() as con:
            return log.log(con)
