"""Questions of the whole record rather than of a letter: its figures, and its volumes."""

from __future__ import annotations

from collections.abc import Sequence

from letterbook.record import about, acting, doubt, survey, volumes
from letterbook.record.about import About
from letterbook.record.doubt import Doubt
from letterbook.record.kept import Filters
from letterbook.record.open import Open
from letterbook.record.survey import Counted, Facets, Survey


class Asked(Open):
    """An open record, asked what it holds."""

    _acted: tuple[str, int, int] | None = None
    """The version, and the state of the file, of which it is known that all acts are here."""

    def survey(self) -> Survey:
        """What there is, in figures."""
        with self._asking() as con:
            return survey.survey(con)

    def count(self, filters: Filters, words: str = "") -> int:
        """How many letters the filters let through, and hold `words` if any are given."""
        with self._asking() as con:
            return survey.count(con, filters, words)

    def facets(self, words: str, filters: Filters) -> Facets:
        """What the letters that answer are: senders, recipients, kinds, years, markings."""
        with self._asking() as con:
            return survey.facets(con, words, filters)

    def counted(self, words: str, filters: Filters) -> Counted:
        """Both: how many letters answer, and what they are."""
        with self._asking() as con:
            return survey.counted(con, words, filters)

    def about(self) -> About:
        """The persons, matters and sides of every letter."""
        with self._asking() as con:
            return about.about(con)

    def doubts(self, limit: int, offset: int = 0) -> list[Doubt]:
        """Links that may lead to one of several letters."""
        with self._asking() as con:
            return doubt.doubts(con, limit, offset)

    def doubtful(self) -> int:
        """How many links may."""
        with self._asking() as con:
            return doubt.doubtful(con)

    def letters_about(self, matter: str = "", side: str = "") -> list[str]:
        """The letters that speak of a matter, or of one that a side has part in."""
        with self._asking() as con:
            return about.letters_about(con, matter, side)

    def unacted(self, version: str, letters: Sequence[int] | None = None) -> list[str]:
        """The sources of these letters (inner numbers) whose acts were not looked for, by ids.

        Every page with a matter asks; that none is missing is remembered until something changes.
        """
        with self._asking() as con:
            (outside,) = con.execute("PRAGMA data_version").fetchone()
            now = (version, outside, con.total_changes)
            if now == self._acted:
                return []
            missing = acting.unacted(con, version, letters)
            if letters is None and not missing:
                self._acted = now
            return missing

    # --- volumes --------------------------------------------------------------------------------

    def volume_title(self, path: str) -> str:
        """The title page of the volume at `path`, in one line; "" when it has none."""
        with self._asking() as con:
            return volumes.title(con, path)

    def volume_titles(self) -> dict[str, str]:
        """The title page of each volume, in one line, by the path of its file."""
        with self._asking() as con:
            return volumes.titles(con)

    def numbers(self, path: str) -> dict[str, list[str]]:
        """The letters of a volume by their document numbers."""
        with self._asking() as con:
            return volumes.numbers(con, path)

    def numbered(self, path: str, number: str) -> list[str]:
        """The letters of a volume that bear this document number."""
        return self.numbers(path).get(number, [])

    def pages(self, path: str) -> dict[str, tuple[str, ...]]:
        """The letters that stand on each page of a volume."""
        with self._asking() as con:
            return volumes.pages(con, path)

    def pages_of(self, letter: str) -> tuple[str, ...]:
        """The pages of its volume on which a letter (by its full id) stands."""
        with self._asking() as con:
            return volumes.pages_of(con, letter)

    def neighbor(self, letter: str, step: int) -> str:
        """The letter `step` documents on (or back) in the same file; "" beyond its ends."""
        with self._asking() as con:
            return volumes.neighbor(con, letter, step)
