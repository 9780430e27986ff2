"""Keeping: files, links and parties, committed about every second."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence

from letterbook.model import Finding, Identity, Party, Trouble
from letterbook.record import acting, dating, keep, links, who
from letterbook.record.absent import Absent
from letterbook.record.index import Index
from letterbook.record.kept import File, Kept
from letterbook.record.links import Looked
from letterbook.record.pack import Pack

BATCH = 1.0  # seconds of work in one transaction


class Writing:
    """Files being kept; committed about every second, so that little is lost if we are stopped."""

    def __init__(self, con: sqlite3.Connection) -> None:
        """Begin with nothing open."""
        self._con = con
        self._begun = 0.0
        self._index = Index(con)

    def keep_file(
        self, file: File, packs: Sequence[Pack], troubles: Iterable[Trouble] = ()
    ) -> Kept:
        """Replace everything that came from this file."""
        self._begin()
        kept = keep.keep_file(self._con, self._index, file, packs, troubles)
        self._commit_when_due()
        return kept

    def note_troubles(self, path: str, troubles: Iterable[Trouble]) -> None:
        """Note what went wrong with a file; what was kept of it before stays."""
        self._begin()
        self._con.execute("DELETE FROM trouble WHERE file = ?", (path,))
        keep.put_troubles(self._con, path, troubles)
        self._commit_when_due()

    def keep_looked(self, looked: Looked, version: str) -> None:
        """Keep what a second look at a source gave; its letters are due to be linked."""
        self._begin()
        links.keep_looked(self._con, looked, version)
        self._commit_when_due()

    def keep_acted(self, looked: Looked, version: str, troubles: Iterable[Trouble] = ()) -> None:
        """Keep the acts of a source, and what went wrong while they were looked for."""
        self._begin()
        acting.keep_acted(self._con, looked, version, troubles)
        self._commit_when_due()

    def widen(self) -> None:
        """Make due, beside the new letters, those whose words may mean one of them."""
        self._begin()
        links.widen(self._con)
        self._commit_when_due()

    def dismiss(self, letters: Iterable[str]) -> None:
        """Note that these letters need not be linked anew."""
        self._begin()
        links.dismiss(self._con, letters)
        self._commit_when_due()

    def keep_links(
        self, letter: str, findings: Sequence[Finding], named: Iterable[Absent] = ()
    ) -> None:
        """Keep what linking found about a letter, in place of what it found before.

        `named`: the letters that it names and the record does not hold.
        """
        self._begin()
        links.keep_links(self._con, letter, findings, named)
        self._commit_when_due()

    def keep_dating(self, letter: str, findings: Sequence[Finding]) -> None:
        """Keep the days worked out for an undated letter, and the clues to them."""
        self._begin()
        dating.keep_dating(self._con, letter, findings)
        self._commit_when_due()

    def dated(self) -> None:
        """Note that every undated letter has been looked at."""
        self._begin()
        dating.dated(self._con)
        self._commit_when_due()

    def keep_authority(self, digest: str) -> None:
        """Note the authority of offices; another than before, and all names are filed anew."""
        self._begin()
        who.keep_authority(self._con, digest)
        self._commit_when_due()

    def keep_namings(self, rows: Iterable[tuple[who.Borne, who.Key]]) -> None:
        """File the parties of letters under the names they bear."""
        self._begin()
        who.keep_namings(self._con, rows)
        self._commit_when_due()

    def file(
        self, names: Iterable[tuple[str, who.Key]], entries: Iterable[tuple[str, str]]
    ) -> None:
        """Put names and entries of lists into their blocks."""
        self._begin()
        who.file(self._con, names, entries)
        self._commit_when_due()

    def settle(
        self, block: str, parties: Sequence[Party], identities: Mapping[who.Key, Identity]
    ) -> None:
        """Keep who the names of a block are."""
        self._begin()
        who.settle(self._con, block, parties, identities)
        self._commit_when_due()

    def commit(self) -> None:
        """Make safe what was kept so far."""
        if self._con.in_transaction:
            self._index.flush()
            self._con.execute("COMMIT")

    def close(self) -> None:
        """Make safe what is left, and the index quick to ask."""
        self.commit()
        self._index.merge()

    def _begin(self) -> None:
        if not self._con.in_transaction:
            self._con.execute("BEGIN IMMEDIATE")
            self._begun = time.monotonic()

    def _commit_when_due(self) -> None:
        if time.monotonic() - self._begun > BATCH:
            self.commit()
