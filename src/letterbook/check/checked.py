"""A brief that was checked: its text, its verdicts, and the words of the sources they rest on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from letterbook.model import (
    ClaimKind,
    Document,
    Finding,
    Letter,
    LetterbookError,
    Source,
    Span,
    Verdict,
)
from letterbook.record import Record
from letterbook.text import squeeze

AROUND = 160  # characters shown before and after the words
TITLE = 70  # characters of a title


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a source, opened: what stands around them, and where that is.

    `letter` is None for a history; `line` counts from 1; `title` is the source's own.
    """

    words: str
    before: str
    after: str
    letter: Letter | None
    title: str
    path: str
    where: str
    line: int

    @property
    def file(self) -> str:
        """The file and the place in it: "letters/a.txt:27", "volume.xml d12:3"."""
        return f"{self.path} {self.where}:{self.line}" if self.where else f"{self.path}:{self.line}"

    @property
    def heading(self) -> str:
        """Whose words they are, in one line."""
        if self.letter is None:
            return _short(self.title) or "untitled"
        sides = ("; ".join(n.name or n.office for n in names) or "?"
                 for names in (self.letter.senders, self.letter.recipients))  # fmt: skip
        day = self.letter.when.edtf if self.letter.when else ""
        return ", ".join(filter(None, (" → ".join(sides), self.letter.kind, day or "undated")))


def _short(title: str) -> str:
    """A title, or its first words: the first line of a text is sometimes a paragraph."""
    return title if len(title) <= TITLE else title[:TITLE].rpartition(" ")[0] + " …"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of several claims: it stands only where all of them do, and stand together."""

    span: Span
    claims: tuple[Verdict, ...]

    @property
    def kind(self) -> ClaimKind:
        """Its status, by those of its claims: one that is contradicted spoils it."""
        kinds = {v.kind for v in self.claims if v.kind != "not checked"}
        if "contradicted" in kinds:
            return "contradicted"
        if kinds == {"not found"}:
            return "not found"
        whole = kinds == {"supported"} and not any(v.cautions for v in self.claims)
        return "supported" if whole else "partly" if kinds else "not checked"


@dataclass(frozen=True, slots=True)
class Checked:
    """A brief, what was found in it, and a verdict for each quotation and claim.

    `places` opens the pins: what stands there, in which letter.
    """

    source: Source
    findings: tuple[Finding, ...]
    verdicts: tuple[Verdict, ...]
    places: Mapping[Span, Place]

    @property
    def title(self) -> str:
        """The brief's own title, or its file."""
        told = (f.value.title for f in self.findings if isinstance(f.value, Document))
        name = next(filter(None, told), "")
        sentence = len(name) > TITLE or name.endswith((".", "?", "!"))  # of a text without a title
        return self.source.path if sentence or not name else name

    @property
    def counts(self) -> Counter[tuple[str, str]]:
        """How many of each verdict: ("claim", "supported") → 4."""
        return Counter((v.what, v.kind) for v in self.verdicts)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence that claims something, with its claims, in the order of the text."""
        held: dict[Span, list[Verdict]] = {}
        for verdict in self.verdicts:
            if verdict.what == "claim":
                held.setdefault(verdict.within or verdict.span, []).append(verdict)
        return tuple(Sentence(span, tuple(claims)) for span, claims in held.items())

    @property
    def opening(self) -> dict[Span, Sentence]:
        """The sentences of several claims, each by the place of its first claim."""
        several = (each for each in self.sentences if len(each.claims) > 1)
        return {each.claims[0].span: each for each in several}

    @property
    def repeated(self) -> frozenset[Span]:
        """The claims that rest on the very places that the one before in its sentence does."""
        pairs = (pair for each in self.sentences for pair in pairwise(each.claims))
        return frozenset(two.span for one, two in pairs if two.pins and one.pins == two.pins)

    @property
    def unfaithful(self) -> tuple[Verdict, ...]:
        """What should not stand: quotations that are not their source's, claims it contradicts."""
        return tuple(
            v for v in self.verdicts
            if (not v.faithful if v.what == "quotation" else v.kind == "contradicted")
        )  # fmt: skip

    def words(self, judged: Verdict | Sentence) -> str:
        """The brief's words that a verdict or a sentence's status judges, in one line."""
        return squeeze(self.source.text[judged.span.start : judged.span.end])


def open_places(record: Record, verdicts: Sequence[Verdict]) -> dict[Span, Place]:
    """Every pin of the verdicts with its words and what stands around them."""
    letters = {pin: v.letter for v in verdicts for pin in v.pins}
    others = (
        span for v in verdicts
        for span in (*(d.pin for d in v.differences), *(c.pin for c in v.cautions)) if span
    )  # fmt: skip
    held: dict[str, tuple[Source, str]] = {}
    made = {}
    for pin in dict.fromkeys((*letters, *others)):
        if pin.source not in held:
            held[pin.source] = _source(record, pin.source)
        made[pin] = _place(record, pin, *held[pin.source], letters.get(pin, ""))
    return made


def _source(record: Record, id: str) -> tuple[Source, str]:
    source, findings = record.fetch(id, ("document",))
    titles = (f.value.title for f in findings if isinstance(f.value, Document))
    return source, next(titles, "")


def _place(record: Record, pin: Span, source: Source, title: str, letter: str) -> Place:
    text = source.text
    return Place(
        squeeze(text[pin.start : pin.end]),
        squeeze(text[max(0, pin.start - AROUND) : pin.start]),
        squeeze(text[pin.end : pin.end + AROUND]),
        _letter(record, letter, source.id),
        title, source.path, source.where, text.count("\n", 0, pin.start) + 1,
    )  # fmt: skip


def _letter(record: Record, id: str, source: str) -> Letter | None:
    # a quotation may be pinned to a note outside the letter it is found in
    if not id or id.partition(".")[0] != source:
        return None
    try:
        return record.letter(id)
    except (IndexError, LetterbookError):  # a source that is no letter
        return None
