"""Quotations: is each what its source says, word for word?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from letterbook.check.attributed import agrees, attribution, meant
from letterbook.check.judge import Judged
from letterbook.check.place import runs
from letterbook.check.quotation import take_apart
from letterbook.check.reasons import reason
from letterbook.check.search import Search, look
from letterbook.check.splice import elsewhere, halves
from letterbook.mark.attributions import attributed_to
from letterbook.model import Finding, Quotation, Source, Span, Verdict
from letterbook.record import Record


def quote(
    record: Record,
    words: str,
    attributed: str = "",
    brief: str = "",
    span: Span | None = None,
    running: bool = False,
) -> Verdict:
    """How `words` stand to the sources of `record`.

    `attributed`: whom or what they are given to ("" nobody). `brief`: the source they were taken
    from, which is no witness to itself; `span` their place in it. `running`: they stand within a
    sentence of the brief, which may close a fragment with its own period.
    """
    place = span or Span(brief, 0, len(words))
    said = attribution(record, attributed)
    apart = take_apart(words)
    search = Search(record, apart, words, brief, running, said, runs(apart))
    if not search.quote.keys:
        return Verdict(place, "quotation", "invented", "It holds no word.", attributed=attributed)
    look(search)
    return _verdict(search, place)


def quotes(record: Record, source: Source, findings: Sequence[Finding]) -> tuple[Verdict, ...]:
    """A verdict for each quotation that `mark` found in a brief, in the order of the text."""
    made = []
    for finding in findings:
        if finding.kind == "quote" and isinstance(finding.value, Quotation):
            span, value = finding.span, finding.value
            said = value.attributed or attributed_to(source.text, span.start, span.end)
            words, running = source.text[span.start : span.end], value.style == "marks"
            made.append(quote(record, words, said, source.id, span, running))
    return tuple(made)


def _verdict(search: Search, place: Span) -> Verdict:
    best, said = search.best, search.said
    made = Verdict(place, "quotation", "invented", reason("invented", None, said),
                   attributed=said.words)  # fmt: skip
    if best is None:
        return made
    if not best.faithful and (other := elsewhere(search, best)):
        pins = halves(best, other)
        letter = search.open(pins[0].source).letter(pins[0].start)
        why = reason("spliced", None, said)
        return replace(made, kind="spliced", reason=why, pins=pins, letter=letter)
    if best.kind == "invented":
        return made
    if best.faithful:
        best, agreed = _attributed(search, best)
        kind = "wrong source" if agreed is False else best.kind
    else:
        best = _given(search, best)
        kind = best.kind
    others = (j for j in search.seen.values() if j.faithful and j is not best)
    where = _where(search, best) if kind == "wrong source" else ""
    return replace(
        made, kind=kind, reason=reason(kind, best, said, where), pins=best.pins,
        differences=best.differences, cautions=best.cautions, letter=_letter(search, best),
        also=tuple(_letter(search, j) for j in others if best.faithful),
    )  # fmt: skip


def _given(search: Search, best: Judged) -> Judged:
    """Of the places that are as good as the best the one that the quotation is given to."""
    equal = [j for j in search.seen.values() if j.worth == best.worth]
    if len(equal) < 2 or not search.said.words:
        return best
    for judged in equal:
        pin = judged.pins[0]
        if agrees(search.record, search.said, search.open(pin.source), pin.start):
            return judged
    return best


def _attributed(search: Search, best: Judged) -> tuple[Judged, bool | None]:
    """Of the places in which all words stand the one it is given to, and whether it is that."""
    if not search.said.words:
        return best, None
    if search.full:  # the runs stand in more sources than were asked for
        for id in meant(search.record, search.said):
            if id.partition(".")[0] != search.brief:
                search.compare([id.partition(".")[0]], search.runs[0])
    held = [best, *(j for j in search.seen.values() if j.faithful and j is not best)]
    told = {}
    for judged in held:
        pin = judged.pins[0]
        agreed = agrees(search.record, search.said, search.open(pin.source), pin.start)
        if agreed:
            return judged, True
        told[agreed] = judged
    if None in told:
        return told[None], None
    letters = (j for j in held if search.open(j.pins[0].source).extents)
    return next(letters, best), False  # the letter itself, before a history that quotes it


def _where(search: Search, judged: Judged) -> str:
    """The letter or source in which the words do stand, for a reader."""
    id, standing = _letter(search, judged), search.open(judged.pins[0].source)
    if any(id == letter for _, _, letter in standing.extents):
        letter = search.record.letter(id)
        named = letter.heading or ", ".join(str(p) for p in letter.senders)
        told = ", ".join(filter(None, (named, letter.when.stated if letter.when else "")))
        return told or standing.path
    return standing.title or standing.path


def _letter(search: Search, judged: Judged) -> str:
    pin = judged.pins[0]
    return search.open(pin.source).letter(pin.start)
