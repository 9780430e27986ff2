"""How a letter is cited: Chicago notes, the series' own way for Foreign Relations, and exports.

"Franklin D. Roosevelt to Mikhail Kalinin, Washington, October 10, 1933" · "Foreign Relations of the
United States, 1961–1963, vol. VI, Document 84" (volumes before 1955–57: by page).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from letterbook.model import Furniture, Letter, Name, Provenance, Source
from letterbook.record import Record, Shown, Written
from letterbook.write.day_words import of_letter
from letterbook.write.volume import Volume, volume

_STYLE = re.compile(
    r"^(?:Mr|Mrs|Ms|Miss|Dr|Sir|His Excellency|The Honou?rable|His Majesty)\.? ", re.I
)
KINDS = {"memcon": "memorandum of conversation", "note": "note", "aide-memoire": "aide-mémoire"}


@dataclass(frozen=True, slots=True)
class Reference:
    """What a citation of a letter or source is made of.

    `pages` are those of the volume it stands on; `archive` what its source note says.
    """

    id: str
    letter: Letter | None
    title: str
    path: str
    where: str
    volume: Volume | None = None
    pages: tuple[str, ...] = ()
    archive: Provenance | None = None


class Library:
    """References made from a record; what a volume's title page says is read once."""

    def __init__(self, record: Record) -> None:
        """Nothing is read yet."""
        self.record = record
        self._volumes: dict[str, Volume | None] = {}

    def of_shown(self, shown: Shown) -> Reference:
        """The reference to a letter or source opened for reading."""
        archive = next((f.value for f in shown.findings if isinstance(f.value, Provenance)), None)
        if shown.letter is None:
            return self.of_source(shown.written)
        return self.of_letter(shown.letter, archive)

    def of_letter(self, letter: Letter, archive: Provenance | None = None) -> Reference:
        """The reference to a letter."""
        printed = self.volume(letter.path)
        pages: Sequence[str] = ()
        if printed is not None and (printed.by_page or not letter.number):
            pages = self._from_its_head(letter, self.record.pages_of(letter.id))
        title, where = letter.heading, letter.where
        return Reference(
            letter.id, letter, title, letter.path, where, printed, tuple(pages), archive
        )

    def _from_its_head(self, letter: Letter, pages: Sequence[str]) -> Sequence[str]:
        """Without the page that was open before it, where a new one begins with its first word."""
        source, found = self.record.fetch(letter.source, ("furniture",))
        for finding in found:
            page = finding.value
            if isinstance(page, Furniture) and page.label in pages and page.what == "page":
                at_head = not source.text[
                    letter.start : max(letter.start, finding.span.start)
                ].strip()
                return pages[pages.index(page.label) :] if at_head else pages
        return pages

    def of_source(self, written: Written | Source) -> Reference:
        """The reference to a source that is no letter: a history, a brief, a list."""
        title = written.title if isinstance(written, Written) else ""
        return Reference(
            written.id, None, title, written.path, written.where, self.volume(written.path)
        )

    def volume(self, path: str) -> Volume | None:
        """The volume that a file is, if it is one."""
        if path not in self._volumes:
            self._volumes[path] = volume(self.record.volume_title(path), path)
        return self._volumes[path]


def chicago(reference: Reference) -> str:
    """The citation as a note of the Chicago Manual of Style, without markup, with a full stop."""
    printed = _printed(reference)
    place = f"in {printed}" if printed else _kept(reference) or _file(reference)
    words = ", ".join(filter(None, (_what(reference), place))).rstrip(". ") + "."
    return words.replace("”,", ",”")  # the American way, which Chicago prescribes


def frus(reference: Reference) -> str:
    """As Foreign Relations is cited: series, years, volume, and the document or the pages."""
    return _printed(reference) or chicago(reference).rstrip(".")


def briefly(reference: Reference) -> str:
    """Short enough for a link: "Khrushchev to Kennedy, December 19, 1962", or the title."""
    letter = reference.letter
    if letter is None:
        return reference.title or reference.path
    return titled(letter)


def titled(letter: Letter) -> str:
    """Who to whom and when; by its heading what goes to nobody: "Diary Entry by the King, …"."""
    day = of_letter(letter)
    named = parties(letter) if sent(letter) else unnumbered(letter) or letter.kind or "document"
    return named if day in named else f"{named}, {day}"


UNSENT = ("memcon", "minutes", "report", "note", "paper", "")
"""Kinds of documents that go to nobody: a diary, a toast, what was said in a meeting."""


def sent(letter: Letter) -> bool:
    """Whether it is told best by who writes to whom: a diary is not, a letter to a lost name is."""
    if letter.recipients or not letter.heading:
        return bool(letter.recipients or letter.senders)
    return bool(letter.senders) and letter.kind not in UNSENT


def parties(letter: Letter) -> str:
    """ "Franklin D. Roosevelt to Mikhail Kalinin"."""
    return f"{_names(letter.senders) or '[unknown]'} to {_names(letter.recipients) or '[unknown]'}"


def _names(names: Sequence[Name]) -> str:
    # "The Honorable Ruth Averill" signs so; a note names her plainly
    each = [_STYLE.sub("", name.name or name.office) for name in names]
    return f"{', '.join(each[:-1])} and {each[-1]}" if len(each) > 1 else "".join(each)


def _what(reference: Reference) -> str:
    """Who to whom, what, where, when; a source that is no letter by its title."""
    letter = reference.letter
    if letter is None:
        return f"“{reference.title}”" if reference.title else ""
    kind = KINDS.get(letter.kind, letter.kind)
    if not sent(letter):
        named = unnumbered(letter)
        opened = f"“{named}”" if named else kind.capitalize()
        return ", ".join(filter(None, (opened, letter.place, of_letter(letter))))
    shown = "" if kind in ("letter", "") else f"{kind} {letter.telegram}".strip()
    return ", ".join(filter(None, (parties(letter), shown, letter.place, of_letter(letter))))


def unnumbered(letter: Letter) -> str:
    """The heading without the document's number: "84. Editorial Note"."""
    return re.sub(r"^\[?\d+\]?[.:]?\s+", "", letter.heading).strip()


def _printed(reference: Reference) -> str:
    """The volume, and the document or the pages."""
    printed, letter = reference.volume, reference.letter
    if printed is None:
        return ""
    if letter and letter.number and not printed.by_page:
        return f"{printed.name}, Document {letter.number}"
    return f"{printed.name}, {_pages(reference.pages)}" if reference.pages else printed.name


def _pages(pages: Sequence[str]) -> str:
    if len(pages) == 1:
        return f"p. {pages[0]}"
    return f"pp. {pages[0]}–{pages[-1]}"


def _kept(reference: Reference) -> str:
    """The archive, from the inside out: file, box, collection, repository."""
    held = reference.archive
    if held is None or not (held.repository or held.collection):
        return ""
    file = "" if held.file and held.file in held.collection else held.file
    box = f"Box {held.box}" if held.box and f"Box {held.box}" not in held.collection else ""
    lot = f"Lot {held.lot}" if held.lot and held.lot not in held.collection else ""
    return ", ".join(filter(None, (file, box, lot, held.collection, held.repository)))


def _file(reference: Reference) -> str:
    """Where it was read from, when nothing else is known of where it is kept."""
    return " ".join(filter(None, (reference.path.rpartition("/")[2], reference.where)))
