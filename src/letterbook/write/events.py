"""Events with their days: what texts tell, letters sent, letters known only by mention.

In: the record and what is wanted. Out: `Event`s, sorted by day, the undated last, found source by
source so that a whole library can be walked. Dates that are no events (a volume's imprint, a
citation, page furniture, a letter's own head) are left out.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from letterbook.link.unheld import Unheld, unheld
from letterbook.model import Document, Extent, Finding, Letter, Source, Span, When
from letterbook.record import Record, Written
from letterbook.record.edtf import day_of
from letterbook.text import plain_letters
from letterbook.write.leaf import Leaf, leaf
from letterbook.write.narrative import Told, narrate
from letterbook.write.wanted import Chosen, Wanted, chosen

EventKind = Literal["told", "sent", "mentioned"]
NEEDED = ("furniture", "marker", "note", "section", "heading", "dateline", "salutation", "closing",
          "signature", "letter", "document", "date", "sender", "recipient", "clue")  # fmt: skip
PRONOUNS = frozenset("he she they it we i you him her them us".split())
TELLING = ("history", "letters")
"""The forms of sources whose texts are walked; a brief, a list or front matter only if named."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something with a day (`when` without days: undated).

    `text` is the source's own words, every cut marked "…", for an event that is told; for a letter
    `text` says who wrote to whom. `pins` are the words, `dated` those of the date. `reason` says
    why the day is inferred, "" where it is stated, and `because` what it rests on. `ahead`: the
    letter it stands in was written before that day, so that it is announced, not reported.
    """

    kind: EventKind
    when: When
    text: str
    pins: tuple[Span, ...]
    dated: Span
    of: str
    reason: str = ""
    because: tuple[Span, ...] = ()
    ahead: bool = False

    @property
    def inferred(self) -> bool:
        """Whether the day is worked out, not stated."""
        return bool(self.reason)


def events(record: Record, wanted: Wanted) -> list[Event]:
    """Every event of what is wanted, by day, the undated last."""
    every = chosen(record, wanted)
    found = [*_walked(record, wanted, every), *mentioned(record, every.letters)]
    return sorted(_once(e for e in found if _within(e, wanted)), key=order)


def _once(found: Iterable[Event]) -> Iterable[Event]:
    """What two printings of one letter tell in the same words is one event, with both places."""
    held: dict[tuple[object, ...], Event] = {}
    for one in found:
        words = one.text if one.kind == "told" else f"{one.of} {one.text} {one.pins[0].start}"
        key = (one.kind, one.when.edtf, plain_letters(words))
        other = held.get(key)
        held[key] = replace(other, pins=(*other.pins, *one.pins)) if other else one
    return held.values()


def order(event: Event) -> tuple[object, ...]:
    """By first day, then the narrower before the wider; the undated last."""
    first, last = event.when.earliest, event.when.latest
    day = first or last
    return (
        day is None, day or datetime.date.max, first is None, last or datetime.date.max,
        event.kind != "sent", event.when.time, event.of, event.pins[0].start,
    )  # fmt: skip


def _within(event: Event, wanted: Wanted) -> bool:
    """Whether the day lies in the days that are asked for, not only the letter that tells it."""
    from letterbook.record.edtf import when

    since, until = wanted.filters.since, wanted.filters.until
    first, last = event.when.earliest, event.when.latest
    if since and (last or first or datetime.date.min) < (when(since).earliest or datetime.date.min):
        return False
    return not (
        until and (first or last or datetime.date.max) > (when(until).latest or datetime.date.max)
    )


def _walked(record: Record, wanted: Wanted, every: Chosen) -> Iterator[Event]:
    """Source by source: the letters in it and what they tell."""
    by_source: dict[str, list[Letter]] = {}
    for letter in every.letters:
        by_source.setdefault(letter.source, []).append(letter)
    others = {s.id: s for s in every.sources if s.form in TELLING or _named(s, wanted)}
    total = len(by_source) + len(others)
    for done, id in enumerate([*by_source, *others], 1):
        source, findings = record.fetch(id, NEEDED)
        for letter in by_source.get(id, ()):
            yield from of_letter(source, findings, letter)
        if id in others:
            yield from of_source(source, findings)
        if wanted.progress:
            wanted.progress(done, total)


def _named(source: Written, wanted: Wanted) -> bool:
    """Whether a person names this very source."""
    return any(source.id.startswith(t.lower()) or source.path.endswith(t) for t in wanted.targets)


# --- what a text tells ----------------------------------------------------------------------------


def of_source(source: Source, findings: Sequence[Finding]) -> Iterator[Event]:
    """What a history tells, in its order."""
    page = leaf(source, findings)
    title = next((f.value.title for f in findings if isinstance(f.value, Document)), "")
    start = len(title) if title and page.text.startswith(title) else 0
    for told in narrate(page, start=start):
        yield _told(page, told, source.id)


def of_letter(source: Source, findings: Sequence[Finding], letter: Letter) -> Iterator[Event]:
    """The letter's own sending, and what its body tells."""
    yield sent(findings, letter)
    page = body(source, findings, letter)
    own = letter.when if letter.when and letter.when.earliest else None
    for told in narrate(page, own, _opening(page, letter)):
        ahead = bool(own and own.latest and told.when.earliest and told.when.earliest > own.latest)
        yield _told(page, told, letter.id, ahead)


def _told(page: Leaf, told: Told, of: str, ahead: bool = False) -> Event:
    because = (page.span(*told.because),) if told.because else ()
    pins = (page.span(told.start, told.end),)
    return Event(
        "told", told.when, told.text, pins, page.span(*told.dated), of, told.reason, because, ahead
    )  # fmt: skip


def body(source: Source, findings: Sequence[Finding], letter: Letter) -> Leaf:
    """The reading view of a letter without those it encloses."""
    own = Span(source.id, letter.start, letter.end)
    within = [
        f
        for f in findings
        if isinstance(f.value, Extent) and f.of != letter.id and own.holds(f.span)
    ]
    return leaf(source, findings, letter.start, letter.end, [f.span for f in within])


def _opening(page: Leaf, letter: Letter) -> int:
    """Where the body begins: at the opening words that the record keeps."""
    words = letter.words.split()[:6]
    while words:
        at = page.text.find(" ".join(words), 0, 6000)
        if at >= 0:
            return at
        words.pop()  # the line ends there
    return 0


# --- letters as events ----------------------------------------------------------------------------


def sent(findings: Iterable[Finding], letter: Letter) -> Event:
    """That the letter was written and sent, on the day it bears or that was worked out for it."""
    from letterbook.write.cite import parties, unnumbered

    own = [f for f in findings if f.of == letter.id]
    dated = next((f.span for f in own if f.kind == "date" and f.span.start < f.span.end), None)
    named = [f.span for f in own if f.kind in ("sender", "recipient") and f.span.start < f.span.end]
    pins = tuple(dict.fromkeys((*named, *((dated,) if dated else ()))))
    pins = pins or (Span(letter.source, letter.start, min(letter.end, letter.start + 80)),)
    by_heading = unnumbered(letter) or letter.kind or "document"
    who = parties(letter) if letter.senders or letter.recipients else by_heading
    kind = (
        ""
        if letter.kind in ("letter", "", "memcon", "note") and not letter.telegram
        else letter.kind
    )
    text = ", ".join(filter(None, (who, f"{kind} {letter.telegram}".strip(), letter.place)))
    reason = "worked out from other letters" if letter.inferred else ""
    because = tuple(f.span for f in own if f.kind == "clue")
    return Event(
        "sent", letter.when or When(None, None), f"{text}.", pins, dated or pins[0], letter.id,
        reason, because,
    )  # fmt: skip


def mentioned(record: Record, letters: Sequence[Letter]) -> Iterator[Event]:
    """The letters that these letters name and the record does not hold."""
    every = {letter.id for letter in letters}
    named = record.absent(sorted(every)) if len(every) < 2000 else record.absent()
    for one in unheld(absent for absent in named if absent.letter in every):
        yield _mentioned(one)


def _mentioned(one: Unheld) -> Event:
    pins = tuple(
        Span(absent.letter.partition(".")[0], start, end)
        for absent in one.mentions for start, end in absent.mentions[:3]
    )  # fmt: skip
    what = f"{one.what or 'letter'} {one.number}".strip()
    sender, recipient = (
        "[unknown]" if not name or name.lower() in PRONOUNS else name
        for name in (one.sender, one.recipient)
    )
    # "Vale, Chairman, to Ash": a name with its office is closed by a comma
    who = f"{sender}, to {recipient}" if "," in sender else f"{sender} to {recipient}"
    when = When(day_of(one.earliest), day_of(one.latest))
    text = f"{who}, {what}: known only by mention."
    return Event("mentioned", when, text, pins[:4], pins[0], one.mentions[0].letter)
