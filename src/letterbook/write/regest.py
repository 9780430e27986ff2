"""Regests: one calendar entry a letter, as archivists write them.

Date and place, sender to recipient, kind and marking; what the letter says, in one to three
sentences of its own; what it answers and encloses; what is left out of the text; where it is kept
and printed. Each line is pinned to the words it rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from letterbook.model import (
    ASSERTED,
    Extent,
    Finding,
    Gap,
    Letter,
    LetterbookError,
    Line,
    Provenance,
    Span,
)
from letterbook.record import Record, Shown, Tie
from letterbook.write.cite import KINDS, Library, briefly, chicago, sent, titled, unnumbered
from letterbook.write.cuts import Cut
from letterbook.write.day_words import of_letter
from letterbook.write.gist import gist
from letterbook.write.page import Cited, Heading, Page, Paragraph, Part, compose, line
from letterbook.write.passages import Range
from letterbook.write.quoting import header_pins, quoted
from letterbook.write.wanted import Wanted, chosen

NOTE = (
    "Words in quotation marks are the letters' own; “…” marks what is left out. A date in brackets"
    " is not stated by the letter but worked out."
)
SENTENCES = 3
MISSING = ("elision", "withheld", "undeciphered", "damaged")


def regest(record: Record, wanted: Wanted) -> Page:
    """A calendar of the letters that are wanted, by day, the undated last."""
    library, parts, cited = Library(record), list[Part](), list[Cited]()
    texts: dict[str, str] = {}
    letters = chosen(record, wanted).letters
    if not letters:
        raise LetterbookError("no letter in the letterbook is so; see: letterbook list")
    for done, letter in enumerate(letters, 1):
        shown = record.shown(letter.id)
        texts[shown.source.id] = shown.source.text
        cited.append(cited_as(library, shown))
        within = enclosed(record, letter)
        for tie in (*shown.does, *shown.undergoes):
            near = _partner(tie, letter.id, shown)
            if near and near.source not in texts:
                texts[near.source] = record.fetch(near.source, ("letter",))[0].text
            if near:
                cited.append(_cited(library, near))
        carrier = record.letter(letter.inside) if letter.inside else None
        if carrier:
            cited.append(_cited(library, carrier))
        parts.extend(entry(shown, within, carrier))
        if wanted.progress:
            wanted.progress(done, len(letters))
    title = _title(letters)
    return compose(title, "regest", parts, dict.fromkeys(cited), texts.__getitem__, NOTE)


def _title(letters: Sequence[Letter]) -> str:
    if len(letters) == 1:
        return f"Regest: {titled(letters[0])}"
    return f"Calendar of {len(letters):,} letters"


def cited_as(library: Library, shown: Shown) -> Cited:
    """A letter or source as a page cites it."""
    reference = library.of_shown(shown)
    letter, source = shown.letter, shown.source
    start, end = (letter.start, letter.end) if letter else (0, len(source.text))
    span = Span(source.id, start, end)
    return Cited(reference.id, span, briefly(reference), chicago(reference))


def _cited(library: Library, letter: Letter) -> Cited:
    reference = library.of_letter(letter)
    span = Span(letter.source, letter.start, letter.end)
    return Cited(letter.id, span, briefly(reference), chicago(reference))


def enclosed(record: Record, letter: Letter) -> list[Range]:
    """Where other letters stand within this one: what it encloses or carries."""
    own = Span(letter.source, letter.start, letter.end)
    _, found = record.fetch(letter.source, ("letter",))
    extents = [f.span for f in found if isinstance(f.value, Extent) and f.of != letter.id]
    return [(s.start, s.end) for s in extents if own.holds(s) and s != own]


def entry(
    shown: Shown, within: Iterable[Range] = (), carrier: Letter | None = None
) -> Iterator[Part]:
    """The parts of one entry.

    `within`: places of enclosed letters; `carrier`: the letter that encloses this one.
    """
    letter = shown.letter
    assert letter is not None
    own = [f for f in shown.findings if f.of == letter.id and f.score >= ASSERTED]
    yield Heading("", 2, letter.id, (line(_head(letter), *header_pins(shown)),))
    yield Paragraph((_parties(shown),))
    said = gist(shown, SENTENCES, within)
    if said:
        yield Paragraph(tuple(_said(said)), manner="plain")
    yield from _ties(shown)
    if carrier:
        yield Paragraph((line(_named(carrier), *header_pins(shown)),), "Carried by")
    yield from _gaps(shown)
    yield from _kept(own)


def _head(letter: Letter) -> str:
    return ", ".join(filter(None, (of_letter(letter), letter.place)))


def _parties(shown: Shown) -> Line:
    """Who in which office to whom; then kind, number and marking."""
    letter = shown.letter
    assert letter is not None
    senders, recipients = (
        "; ".join(map(str, side)) for side in (letter.senders, letter.recipients)
    )
    who = _who(letter, senders, recipients)
    kind = KINDS.get(letter.kind, letter.kind).capitalize() if senders or recipients else ""
    number = f"{kind} {letter.telegram}".strip()
    return line(
        ". ".join(filter(None, (who.rstrip("."), number, letter.marking))) + ".",
        *header_pins(shown),
    )


def _who(letter: Letter, senders: str, recipients: str) -> str:
    """Who to whom; whoever took down a conversation wrote to nobody."""
    if not sent(letter):
        return unnumbered(letter) if letter.heading or not senders else f"By {senders}"
    comma = "," if any(name.name and name.office for name in letter.senders) else ""
    return f"{senders or '[sender not stated]'}{comma} to {recipients or '[recipient not stated]'}"


def _said(said: Sequence[Cut]) -> Iterator[Line]:
    """Each sentence in quotation marks; those that follow one another in one pair of marks."""
    # “He came. He left.” reads better than “He came.” “He left.”, where nothing stands between
    group: list[Cut] = []
    for cut in said:
        if group and not _follows(group[-1], cut):
            yield quoted(group)
            group = []
        group.append(cut)
    yield quoted(group)


def _follows(one: Cut, other: Cut) -> bool:
    """Whether nothing stands between two sentences, not even "K: Good" in a transcript."""
    between = one.passage.leaf.text[one.passage.end : other.passage.start]
    return not between.strip() and other.passage.nth == one.passage.nth + 1


def _ties(shown: Shown) -> Iterator[Paragraph]:
    """What the letter answers, encloses or forwards, and what answers it."""
    letter = shown.letter
    assert letter is not None
    labels = {"answers": "Answers", "encloses": "Encloses", "forwards": "Forwards",
              "same letter as": "Also held as"}  # fmt: skip
    back = {"answers": "Answered by", "encloses": "Enclosed in", "forwards": "Forwarded by"}
    lines: dict[str, dict[str, Line]] = {}
    # one letter may be answered in several places: "your letter of the 2nd", "in reply": said once
    for ties, named in ((shown.does, labels), (shown.undergoes, back)):
        for tie in ties:
            other = _partner(tie, letter.id, shown)
            if other is not None and tie.kind in named and tie.end > tie.start:
                source = letter.source if tie.letter == letter.id else other.source
                pin = Span(source, tie.start, tie.end)
                held = lines.setdefault(named[tie.kind], {})
                held.setdefault(other.id, line(_named(other), pin))
    for label, held in lines.items():
        yield Paragraph(tuple(held.values()), label)


def _named(letter: Letter) -> str:
    """Another letter in few words, with the id by which one opens it."""
    return f"{titled(letter)} ({letter.id})."


def _partner(tie: Tie, own: str, shown: Shown) -> Letter | None:
    """The other letter of a tie, where it is known which."""
    id = tie.to if tie.letter == own else tie.letter
    return next((letter for letter in shown.others if letter.id == id and id != own), None)


def _gaps(shown: Shown) -> Iterator[Paragraph]:
    """What of the letter is not in the text: left out, withheld, unreadable."""
    held: dict[str, list[Span]] = {}
    for finding in shown.findings:
        if isinstance(finding.value, Gap) and finding.value.what in MISSING:
            held.setdefault(_gap(finding.value), []).append(_around(shown, finding.span))
    lines = [
        line(f"{words} ({len(pins)} ×)" if pins[1:] else words, *pins)
        for words, pins in held.items()
    ]
    if lines:
        yield Paragraph(tuple(lines), "Not in this text")


def _around(shown: Shown, span: Span) -> Span:
    """The gap's own words; where it has none, the word before it, to find the place by."""
    if span.start < span.end:
        return span
    # TEI marks what is left out with an empty tag: "<gap reason='elision'/>" has no words to pin
    start = shown.source.text.rfind(" ", 0, max(span.start - 1, 0)) + 1
    return Span(span.source, start, max(span.end, start + 1))


def _gap(gap: Gap) -> str:
    """ "[7 pages left out: Cuba]"."""
    told = {"elision": "left out", "withheld": "not declassified",
            "undeciphered": "not deciphered", "damaged": "damaged"}[gap.what]  # fmt: skip
    amount = f"{gap.amount:g} " if gap.amount is not None else ""
    unit = gap.unit if gap.amount in (None, 1) else f"{gap.unit}s" if gap.unit else ""
    about = f": {gap.about}" if gap.about else ""
    return f"[{f'{amount}{unit} '.lstrip()}{told}{about}]"


def _kept(own: Sequence[Finding]) -> Iterator[Paragraph]:
    """Where the letter is kept, and where else it is printed, by its source note."""
    for finding in own:
        held = finding.value
        if isinstance(held, Provenance) and finding.span.start < finding.span.end:
            place = ", ".join(filter(None, (held.repository, held.collection)))
            if place:
                yield Paragraph((line(f"{place}.", finding.span),), "Source")
            if held.printed:
                printed = "; ".join(words.strip(" .") for words in held.printed)
                yield Paragraph((line(f"{printed}.", finding.span),), "Printed")
            return
