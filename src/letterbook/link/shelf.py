"""The volumes of a record, as citations look letters up in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from letterbook.link.citations import Edition, edition_of
from letterbook.model import Letter
from letterbook.record import Record


@dataclass
class RecordShelf:
    """A `Shelf` on a record; what it looked up once it keeps, so it serves one run of linking."""

    record: Record
    _pages: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    _numbers: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    _last: tuple[str, str] = ("", "")

    @cached_property
    def _titles(self) -> dict[str, Edition]:
        return {path: edition_of(title) for path, title in self.record.volume_titles().items()}

    @cached_property
    def _named(self) -> dict[Edition, list[str]]:
        held: dict[Edition, list[str]] = defaultdict(list)
        for path, name in self._titles.items():
            for key in {name, name._replace(part="")}:
                held[key].append(path)
        return held

    def open(self, letter: Letter) -> None:
        """The notes of this letter are read next."""
        self._last = letter.id, letter.path if letter.where else ""

    def edition(self, letter: str) -> str:
        """The path of the letter's file, when it stands in a volume with others."""
        if letter != self._last[0]:  # the notes of one letter are read one after another
            found = self.record.letter(letter)
            self._last = letter, found.path if found.where else ""
        return self._last[1]

    def title(self, edition: str) -> Edition:
        """What the volume's title page says."""
        return self._titles.get(edition, Edition())

    def editions(self, name: Edition) -> Sequence[str]:
        """The volumes that go by this name."""
        return self._named.get(name, [])

    def numbered(self, edition: str, number: str) -> Sequence[str]:
        """The letters of a volume with this document number."""
        if edition not in self._numbers:
            self._numbers[edition] = self.record.numbers(edition)
        return self._numbers[edition].get(number, ())

    def paged(self, edition: str, page: str) -> Sequence[str]:
        """The letters of a volume on this page."""
        if edition not in self._pages:
            self._pages[edition] = self.record.pages(edition)
        return self._pages[edition].get(page, ())

    def beside(self, letter: str, step: int) -> str:
        """The letter before or after in the same volume."""
        return self.record.neighbor(letter, step)
