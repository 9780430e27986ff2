"""A timeline: every dated event of letters and histories in one table, the undated last."""

from __future__ import annotations

from collections.abc import Sequence

from letterbook.model import Letter, LetterbookError, Line, Provenance, Span
from letterbook.record import Filters, Record
from letterbook.write.cite import Library, briefly, chicago
from letterbook.write.events import Event, events
from letterbook.write.page import Cell, Cited, Index, Label, Page, Row, Table, line
from letterbook.write.quoting import inside
from letterbook.write.wanted import Wanted

COLUMNS = ("date", "event", "how dated")
NOTE = (
    "Words in quotation marks are the source's own; “…” marks what is left out. Dates are EDTF:"
    " “~” about, “..” open. A date in brackets is inferred, and the last column says from what."
)
KINDS = {"told": "", "sent": "letter", "mentioned": "letter known only by mention"}


def timeline(record: Record, wanted: Wanted) -> Page:
    """The events of what is wanted, by day."""
    found = events(record, wanted)
    if not found:
        raise LetterbookError("no event with a date is told there; see: letterbook list")
    cited = _cited(record, found)
    words = _words(record, found)
    rows = tuple(_row(event) for event in found)
    title = f"Timeline of {len(found):,} events"
    parts = (Table(COLUMNS, rows),)
    index = Index(cited)
    needed = dict.fromkeys(one for e in found for pin in e.pins if (one := index.at(pin)))
    return Page(title, "timeline", parts, tuple(needed), words, NOTE)


def _row(event: Event) -> Row:
    when = event.when.edtf or "undated"
    shown = f"[{when}]" if event.inferred else when
    cells: tuple[Cell, ...] = (line(shown, event.dated), _line(event), _how(event))
    return Row(cells, event.when, event.inferred)


def _line(event: Event) -> Line:
    """What happened: the source's words in quotation marks, or who wrote to whom."""
    if event.kind == "told":
        return line(f"“{inside(event.text)}”", *event.pins)
    return line(event.text, *event.pins)


def _how(event: Event) -> Cell:
    """How the day is known: stated, or inferred, and from what words."""
    ahead = "announced" if event.ahead else ""
    if not event.inferred:
        return Label(ahead or KINDS[event.kind])
    stated = f"“{event.when.stated}”, " if event.when.stated and event.kind == "told" else ""
    words = "; ".join(filter(None, (f"{stated}{event.reason}", ahead)))
    return line(words, event.dated, *event.because)


def _cited(record: Record, found: Sequence[Event]) -> list[Cited]:
    """The letters and sources that events stand in."""
    library = Library(record)
    told = tuple(dict.fromkeys(event.of for event in found))
    letters = {letter.id: letter for letter in record.letters(Filters(among=told))}
    sources = {source.id: source for source in record.sources(among=told)}
    made = []
    for of in told:
        if of in letters:
            letter = letters[of]
            reference = library.of_letter(letter, _archive(record, library, letter))
            span = Span(letter.source, letter.start, letter.end)
        else:
            reference = library.of_source(sources[of])
            span = Span(of, 0, 1 << 40)  # all of it, however long
        made.append(Cited(of, span, briefly(reference), chicago(reference)))
    return made


def _archive(record: Record, library: Library, letter: Letter) -> Provenance | None:
    """Where a letter is kept; not asked for a printed one, which is cited by its volume."""
    if library.volume(letter.path) is not None:
        return None
    _, found = record.fetch(letter.source, ("provenance",))
    held = (f.value for f in found if f.of == letter.id)
    return next((value for value in held if isinstance(value, Provenance)), None)


def _words(record: Record, found: Sequence[Event]) -> dict[Span, str]:
    """What stands at each pin, source by source."""
    by_source: dict[str, dict[Span, None]] = {}
    for event in found:
        for pin in (*event.pins, event.dated, *event.because):
            by_source.setdefault(pin.source, {})[pin] = None
    held: dict[Span, str] = {}
    for id, pins in by_source.items():
        text = record.fetch(id, ("letter",))[0].text
        held.update((pin, text[pin.start : pin.end]) for pin in pins)
    return held
