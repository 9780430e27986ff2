"""What pages ask of many letters at a time: figures, facets, one page of a long list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any

from letterbook.model import Letter, Trouble
from letterbook.record import About, Counted, Doubt, Facets, Filters, Record, Shown, Survey, Written


class Counts:
    """Questions that load no letter but those that are shown."""

    _record: Record

    def within(self, seconds: float) -> AbstractContextManager[None]:
        """A `with` block in which no question to the record may take longer than this."""
        return self._record.within(seconds)

    def order(self, **filters: Any) -> Sequence[int]:
        """The same letters as inner numbers, which cost little to keep; `at` gives the letters."""
        return self._record.order(Filters(**filters))

    def at(self, numbers: Sequence[int]) -> Sequence[Letter]:
        """The letters with these inner numbers, in this order: a page of a long list."""
        return self._record.numbered_letters(numbers)

    def survey(self) -> Survey:
        """What the book holds, in figures: letters by month, who wrote to whom, what is open."""
        return self._record.survey()

    def count(self, words: str = "", **filters: Any) -> int:
        """How many letters there are that hold all `words`; filters as in `list`."""
        return self._record.count(Filters(**filters), words)

    def facets(self, words: str = "", **filters: Any) -> Facets:
        """What the letters that answer are, most frequent first; filters as in `list`.

        Keys: sender, recipient, kind, year, marking. Of a great many, the first are counted.
        """
        return self._record.facets(words, Filters(**filters))

    def counted(self, words: str = "", **filters: Any) -> Counted:
        """`count` and `facets` of the same letters, in one go."""
        return self._record.counted(words, Filters(**filters))

    def about(self) -> About:
        """Who is in each letter and what matters it speaks of, by its inner number."""
        return self._record.about()

    def letters_about(self, matter: str = "", side: str = "") -> Sequence[str]:
        """The ids of the letters that speak of a matter, or of one that a side has part in."""
        return self._record.letters_about(matter, side)

    def words(self, id: str, start: int, end: int) -> str:
        """The words of the source of letter `id` (in full), from `start` to `end`."""
        return self._record.words(id, start, end)

    def volume(self, path: str) -> str:
        """The title page of the volume at `path` (as letters give it); "" when it has none."""
        return self._record.volume_title(path)

    def listed(self, path: str) -> int:
        """How many offices the lists of persons in a file give, read once and kept in mind."""
        from letterbook.link.bearer import listed

        return len(listed(self._record, path).tenures)

    def sources(self, form: str = "", within: str = "") -> Sequence[Written]:
        """What was read, source by source: letters, histories, briefs, lists."""
        return self._record.sources(form, within)

    def troubles(self) -> Sequence[Trouble]:
        """What could not be read, or only in part."""
        return self._record.troubles()

    def doubts(self, limit: int, offset: int = 0) -> Sequence[Doubt]:
        """Links that may lead to one of several letters, by day; see `doubtful`."""
        return self._record.doubts(limit, offset)

    def doubtful(self) -> int:
        """How many links may lead to one of several letters."""
        return self._record.doubtful()

    def open_names(self) -> Sequence[tuple[str, int, tuple[str, ...], str]]:
        """Names that may be several parties: the name, how often, whom, what would decide."""
        return self._record.open_names()

    def citations(self, shown: Shown, styles: Iterable[str]) -> dict[str, str]:
        """How a letter that is open already is cited, in several styles at once; see `cite`."""
        from letterbook.write.cite import Library
        from letterbook.write.cite_as import cite

        reference = Library(self._record).of_shown(shown)
        return {style: cite(reference, style) for style in styles}
