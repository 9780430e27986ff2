"""A study guide: names and terms, a chronology, questions and answers, a quiz with its key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from letterbook.model import ASSERTED, LetterbookError, Line, Name
from letterbook.record import Record
from letterbook.write.brief import MOST, titled
from letterbook.write.cite import Library
from letterbook.write.events import Event, events
from letterbook.write.explained import Explained, explained
from letterbook.write.guide_questions import question_parts
from letterbook.write.guide_quiz import questions, quiz_parts
from letterbook.write.opened import Opened, opened
from letterbook.write.page import Label, Page, Part, Row, Table, compose, heading, line
from letterbook.write.quoting import inside
from letterbook.write.regest import cited_as
from letterbook.write.wanted import Wanted, chosen
from letterbook.write.weigh import weigh

NOTE = (
    "Whatever stands in quotation marks is the sources' own, “[…]” the place of an answer. The key"
    " gives each sentence in full, with its place."
)
SIZES = {1: (10, 12, 3, 6), 2: (20, 25, 5, 10), 3: (30, 40, 8, 15)}
"""For one page, two and three: names, days, questions of each sort, quiz questions."""


def guide(record: Record, wanted: Wanted) -> Page:
    """The study guide of what is wanted; a letter stands for its exchange.

    Raises LetterbookError where nothing is wanted that can be read as sentences.
    """
    if wanted.pages not in SIZES:
        raise LetterbookError(f"a study guide has 1 to 3 pages, not {wanted.pages}")
    wanted = replace(wanted, exchange=True)
    about = chosen(record, wanted)
    if len(about.letters) > MOST:
        raise LetterbookError(f"{len(about.letters):,} letters are too many for a study guide")
    histories, letters = opened(record, about)
    every = [*histories, *letters]
    if not any(one.text.passages for one in every):
        raise LetterbookError("there are no sentences to ask about in what is wanted")
    parts = list(_parts(record, wanted, histories, letters))
    texts = {one.shown.source.id: one.shown.source.text for one in every}
    library = Library(record)
    cited = [cited_as(library, one.shown) for one in every]
    title = f"Study guide: {titled(histories, letters, wanted.find)}"
    return compose(title, "guide", parts, cited, texts.__getitem__, NOTE)


def _parts(
    record: Record, wanted: Wanted, histories: Sequence[Opened], letters: Sequence[Opened]
) -> Iterator[Part]:
    names, days, each, asked = SIZES[wanted.pages]
    every = [*histories, *letters]
    held = weigh([one.text for one in every], wanted.find)
    terms = explained(w.passage for w in held)
    yield from _terms(terms[:names], letters, names)
    sources = {one.shown.source.id for one in every}
    told = [e for e in events(record, wanted) if e.pins and e.pins[0].source in sources]
    yield from _chronology(told, days)
    yield from question_parts(held, terms, letters, each)
    yield from quiz_parts(questions(held, _persons(terms, letters), asked))


def _persons(terms: Sequence[Explained], letters: Sequence[Opened]) -> list[str]:
    """Names of persons that the texts themselves introduce, or that stand in the headers."""
    sides = (x.shown.letter for x in letters if x.shown.letter)
    parties = (n.name for letter in sides for n in (*letter.senders, *letter.recipients))
    return list(dict.fromkeys([*(t.name for t in terms if t.person), *filter(None, parties)]))


def _terms(terms: Sequence[Explained], letters: Sequence[Opened], most: int) -> Iterator[Part]:
    rows = [*_parties(letters), *(_term(one) for one in terms)][:most]
    if rows:
        yield heading("Names and terms")
        yield Table(("Name or term", "In the words of the source"), tuple(rows))


def _term(one: Explained) -> Row:
    return Row((line(one.name, one.named), line(f"“{inside(one.together)}”", one.pin)))


def _parties(letters: Sequence[Opened]) -> Iterator[Row]:
    """Who writes and is written to, with the office in which a header gives the name."""
    seen = set[str]()
    for one in letters:
        for finding in one.shown.findings:
            value = finding.value
            if not isinstance(value, Name) or finding.kind not in ("sender", "recipient"):
                continue
            whole = value.name and value.office and finding.span.start < finding.span.end
            if whole and finding.score >= ASSERTED and value.name not in seen:
                seen.add(value.name)
                yield Row((line(value.name, finding.span), line(value.office, finding.span)))


def _chronology(told: Sequence[Event], most: int) -> Iterator[Part]:
    """What is told with a day, by day; the letters themselves where there is room."""
    dated = [e for e in told if e.when.edtf]
    kept = [e for e in dated if e.kind == "told"][:most]
    kept += [e for e in dated if e.kind == "sent"][: most - len(kept)]
    if kept:
        yield heading("Chronology")
        rows = [_row(e) for e in dated if e in kept]
        yield Table(("When", "What"), tuple(rows))


def _row(event: Event) -> Row:
    day = f"[{event.when.edtf}]" if event.inferred else event.when.edtf
    pins = dict.fromkeys((event.dated, *event.because))
    cells: tuple[Line | Label, ...] = (line(day, *pins), line(event.text, *event.pins))
    return Row(cells, event.when, event.inferred)
