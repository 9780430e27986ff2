"""What linking asks of the record: what is due, the letters around one, who shares wording."""

from __future__ import annotations

from collections.abc import Sequence

from letterbook.model import Finding, Letter
from letterbook.record import dating, fetch, links, near
from letterbook.record.asked import Asked


class Linked(Asked):
    """An open record, asked by whoever links its letters."""

    def unlooked(self, version: str) -> list[str]:
        """The sources that this version of linking has not looked through, by their ids."""
        with self._asking() as con:
            return links.unlooked(con, version)

    def fresh(self) -> list[str]:
        """The letters that are new, by their ids; none where they are many."""
        with self._asking() as con:
            return links.fresh(con)

    def due(self) -> list[str]:
        """The letters whose links are to be made, by their ids."""
        with self._asking() as con:
            return links.due(con)

    def catalogue(self) -> list[Letter]:
        """Every letter, in the order in which the record holds them."""
        with self._asking() as con:
            return near.catalogue(con)

    def letters_near(
        self,
        ids: Sequence[str],
        back: int,
        on: int,
        also: Sequence[str] = (),
        known: dict[int, Letter] | None = None,
    ) -> list[Letter]:
        """The letters from `back` days before to `on` days after each of `ids`, and these also."""
        with self._asking() as con:
            return near.letters_near(con, ids, back, on, also, known)

    def beside(self, ids: Sequence[str], reach: int) -> set[str]:
        """The letters up to so many places before or after these in the record."""
        with self._asking() as con:
            return near.beside(con, ids, reach)

    def redate(self) -> list[str]:
        """The undated letters whose days are to be worked out, by their ids."""
        with self._asking() as con:
            return dating.redate(con)

    def line(self, letter: str) -> list[tuple[str, bool | None]]:
        """The letters of this one's file, in their order: id, whether dated, None: half open."""
        with self._asking() as con:
            return dating.line(con, letter)

    def as_stated(self, ids: Sequence[str]) -> list[Letter]:
        """The letters with these full ids, in this order, without days that were worked out."""
        with self._asking() as con:
            return near.as_stated(con, ids)

    def found(self, letter: str, kinds: Sequence[str]) -> list[Finding]:
        """The findings of these kinds about a letter, by its full id, without its text."""
        source = letter.partition(".")[0]
        with self._asking() as con:
            row = con.execute("SELECT nr FROM source WHERE id = ?", (source,)).fetchone()
            return fetch.findings_of(con, row[0], source, kinds, letter) if row else []

    def sharing(self, letter: str, common: int) -> list[tuple[str, int, int, int]]:
        """The letters that share wording with this one: id, samples shared, own, the other's."""
        with self._asking() as con:
            return near.sharing(con, letter, common)

    def shared(self, common: int, least: int) -> dict[str, list[tuple[str, int, int, int]]]:
        """The same for every letter that shares at least so many with another."""
        with self._asking() as con:
            return near.shared(con, common, least)
