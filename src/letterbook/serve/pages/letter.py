"""A letter, or a source that is none: its header, its text for reading, what it answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from letterbook.book import as_json
from letterbook.link.compared import Compared
from letterbook.link.thread import Turn
from letterbook.model import (
    FIELDS,
    Finding,
    Gap,
    Identity,
    Letter,
    LetterbookError,
    Name,
    Span,
    When,
    Words,
)
from letterbook.record import Shown, Tie, in_force
from letterbook.serve.answer import Ask, Page, Text
from letterbook.serve.pages.place import Place
from letterbook.serve.reading import Fill, Mark, view
from letterbook.serve.words import letter_at, span_of, title_of

PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")
SHOWN_FIELDS = (*FIELDS, "salutation", "closing", "signature", "address", "dateline", "provenance")
NAMES = {"sender": "From", "recipient": "To", "provenance": "Kept", "classification": "Marking"}
OWN = {"answers": "Answers", "encloses": "Encloses", "forwards": "Forwards",
       "same letter as": "Also printed", "refers to": "Refers to"}  # fmt: skip
OTHERS = {"answers": "Answered by", "encloses": "Came with", "forwards": "Came with",
          "same letter as": "Also printed", "refers to": "Named in"}  # fmt: skip
STYLES = {"chicago": "Chicago", "frus": "Foreign Relations"}
FILES = {
    "bibtex": ("application/x-bibtex", "bib"),
    "ris": ("application/x-research-info-systems", "ris"),
    "csl": ("application/vnd.citationstyles.csl+json", "json"),
}
"""Citations that can be saved: what each is, and how its file ends."""
MANY = 12  # letters of one row; the rest is said to be there
EDITIONS = 3  # that are looked at for what fills a gap


@dataclass(frozen=True, slots=True)
class Role:
    """A sender or recipient: the name as the letter has it, and who that is."""

    name: Name
    identity: Identity | None


@dataclass(frozen=True, slots=True)
class Tied:
    """A letter that this one does something to, or the reverse: the letter, the words, why.

    `letter` is None where it is not here; `candidates` are those it may be.
    """

    letter: Letter | None
    words: str
    reason: str
    at: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What evidence says of a field: a value, its words, who found it, and how it stands."""

    value: str
    words: str
    finder: str
    stands: str
    at: str


def page(ask: Ask) -> Page:
    """The letter that an address means."""
    shown = ask.book.show(ask.path["id"])
    letter = shown.letter
    marks, field = _marks(ask, shown)
    begin = ask.number("part", -1, 10**9)
    here = next((m.start for m in marks if m.sort == "here"), None)
    fills = _fills(ask, shown) if letter else {}
    view_of = view(shown, marks, fills, begin if begin >= 0 else here)
    turns = ask.book.thread(letter.id) if letter else ()
    data = {
        "shown": shown, "letter": letter, "id": letter.id if letter else shown.source.id,
        "view": view_of, "field": field, "fields": _fields(shown), "told": _told(shown, field),
        "senders": _roles(shown, "sender"), "recipients": _roles(shown, "recipient"),
        "rows": _rows(shown), "before": _step(turns, letter, -1), "after": _step(turns, letter, 1),
        "turns": len(turns), "clues": _clues(shown), "names": NAMES,
        "cited": _cited(ask, shown), "passage": here is not None,
        "noted": any(p.notes for p in view_of.paragraphs), "filled": len(fills),
        "gaps": sum(1 for f in shown.findings if isinstance(f.value, Gap)),
    }  # fmt: skip
    title = title_of(letter) if letter else shown.written.title or shown.written.form
    return Page("letter.html", title, data, lambda: as_json.shown(shown),
                "/letters" if letter else "/sources")  # fmt: skip


# --- highlights ---------------------------------------------------------------------------------


def _marks(ask: Ask, shown: Shown) -> tuple[list[Mark], str]:
    """What is highlighted: the passage of the address, or the words that a field rests on."""
    marks = []
    found = PLACE.fullmatch(ask.words("at"))
    if found and int(found[1]) < int(found[2]):
        marks.append(Mark(int(found[1]), int(found[2]), "here"))
    field = ask.words("evidence")
    held = field if field in SHOWN_FIELDS else ""
    for finding in _of(shown, held):
        marks.append(Mark(finding.span.start, finding.span.end, "evidence"))
        marks += [Mark(s.start, s.end, "because") for s in finding.because
                  if s.source == shown.source.id]  # fmt: skip
    return [m for m in marks if m.start < m.end], held


def _of(shown: Shown, field: str) -> list[Finding]:
    """The findings on a field that hold; where none does, those that are only candidates."""
    about = [f for f in shown.findings
             if f.kind == field and (shown.letter is None or f.of == shown.letter.id)]  # fmt: skip
    return in_force(about, field) or about


def _fields(shown: Shown) -> list[str]:
    """The fields of this letter that have evidence."""
    held = {f.kind for f in shown.findings if shown.letter and f.of == shown.letter.id}
    return [field for field in SHOWN_FIELDS if field in held]


def _told(shown: Shown, field: str) -> list[Told]:
    about = [f for f in shown.findings
             if f.kind == field and (shown.letter is None or f.of == shown.letter.id)]  # fmt: skip
    holds = in_force(about, field)
    by_hand = any(f.by.kind == "person" for f in about)
    made = []
    for finding in [*holds, *(f for f in about if f not in holds and f.by.kind != "person")]:
        overruled = "overruled" if by_hand and finding.score >= 0.5 else "perhaps"
        made.append(_evidence(shown, finding, "" if finding in holds else overruled))
    return made


def _evidence(shown: Shown, finding: Finding, stands: str) -> Told:
    span, by = finding.span, finding.by
    words = " ".join(shown.source.text[span.start : span.end].split())
    id = shown.letter.id if shown.letter else shown.source.id
    finder = {"person": f"says {by.name}", "markup": "tagged by the editors"}.get(
        by.kind, f"{by.kind} “{by.name}”"
    )
    at = letter_at(id, at=f"{span.start}-{span.end}", evidence=finding.kind)
    return Told(_value(finding), words, finder, stands, f"{at}#c{span.start}-{span.end}")


def _value(finding: Finding) -> str:
    value = finding.value
    if isinstance(value, When):
        said = span_of(value) or "not stated"
        return f"{said}, {value.time}" if value.time else said
    if isinstance(value, Words):
        return value.text or "not stated"
    return str(value) if isinstance(value, Name) else ""


# --- header -------------------------------------------------------------------------------------


def _roles(shown: Shown, role: str) -> list[Role]:
    """The senders or recipients with who each is."""
    letter = shown.letter
    if letter is None:
        return []
    places = {f.value: f.span for f in shown.findings if f.kind == role and f.of == letter.id}
    known = {f.span: f.value for f in shown.findings if isinstance(f.value, Identity)}
    names = letter.senders if role == "sender" else letter.recipients
    return [Role(name, _identity(known, places.get(name))) for name in names]


def _identity(known: Mapping[Span, Any], span: Span | None) -> Identity | None:
    found = known.get(span) if span else None
    return found if isinstance(found, Identity) else None


def _clues(shown: Shown) -> list[str]:
    return [f.value.text for f in shown.findings
            if f.kind == "clue" and isinstance(f.value, Words)]  # fmt: skip


def _rows(shown: Shown) -> list[tuple[str, list[Tied], int]]:
    """What the letter does to others, and others to it: a name, the letters, how many more."""
    others = {letter.id: letter for letter in shown.others}
    told: set[str] = set()  # a letter that is answered need not be said to be named too
    rows: dict[str, list[Tied]] = {}
    for kind, name in OWN.items():
        held = [t for t in shown.does if t.kind == kind and t.to not in told]
        rows.setdefault(name, []).extend(_does(shown, held, others))
        told |= {t.to for t in held if t.to}
    for kind, name in OTHERS.items():
        here = [t for t in shown.undergoes if t.kind == kind and t.letter not in told]
        for tie in {t.letter: t for t in here}.values():
            at = letter_at(tie.letter, at=f"{tie.start}-{tie.end}")
            rows.setdefault(name, []).append(Tied(others[tie.letter], tie.words, "", at))
        told |= {t.letter for t in here}
    return [(name, some[:MANY], len(some) - MANY) for name, some in rows.items() if some]


def _does(shown: Shown, held: Sequence[Tie], others: Mapping[str, Letter]) -> Iterator[Tied]:
    done: set[str] = set()
    for tie in held:
        reason = tie.reason if tie.kind == "same letter as" else ""
        at = letter_at(tie.letter, at=f"{tie.start}-{tie.end}") + f"#c{tie.start}-{tie.end}"
        if tie.to in others and tie.to not in done:
            done.add(tie.to)
            yield Tied(others[tie.to], tie.words, reason, at)
        elif not tie.to and len(tie.candidates) > 1:
            yield Tied(None, tie.words, tie.reason, at, tie.candidates[:5])
        elif not tie.to and tie.words and tie.words not in done:
            done.add(tie.words)
            yield Tied(None, tie.words, "", at)


def _step(turns: Sequence[Turn], letter: Letter | None, step: int) -> Letter | None:
    """The letter before or after this one in its exchange."""
    ids = [turn.letter.id for turn in turns]
    if letter is None or letter.id not in ids:
        return None
    at = ids.index(letter.id) + step
    return turns[at].letter if 0 <= at < len(turns) else None


# --- gaps that another edition fills ------------------------------------------------------------


def _fills(ask: Ask, shown: Shown) -> dict[Span, Fill]:
    """What other editions of the letter have where this one has an elision."""
    letter = shown.letter
    gaps = [f.span for f in shown.findings if isinstance(f.value, Gap)
            and f.value.what in ("elision", "withheld", "undeciphered", "damaged")]  # fmt: skip
    if letter is None or not gaps:
        return {}
    twins = [t.to for t in shown.does if t.kind == "same letter as" and t.to]
    twins += [t.letter for t in shown.undergoes if t.kind == "same letter as"]
    found: dict[Span, Fill] = {}
    for twin in list(dict.fromkeys(twins))[:EDITIONS]:
        compared = _compared(ask, letter.id, twin)
        for span in gaps:
            fill = _fill(compared, span)
            if fill and fill.sure >= (found[span].sure if span in found else 0):
                found.setdefault(span, fill)
    return found


def _compared(ask: Ask, left: str, right: str) -> Compared:
    return ask.shelf.kept(("compare", left, right), lambda: ask.book.compare(left, right))


def _fill(compared: Compared, gap: Span) -> Fill | None:
    """The words of the other edition at the place of a gap."""
    for row in compared.rows:
        start, end = row.left_at
        if row.kind == "elision filled" and start <= gap.start and gap.end <= end and row.right:
            other = compared.right
            return Fill(row.right.strip(), other.id, title_of(other), row.sure)
    return None


# --- citations ----------------------------------------------------------------------------------


def _cited(ask: Ask, shown: Shown) -> Mapping[str, str]:
    if shown.letter is None:
        return {}
    id = shown.letter.id
    told = ask.shelf.kept(("cited", id), lambda: ask.book.citations(shown, STYLES))
    return {STYLES[style]: words.strip() for style, words in told.items()}


def citation(ask: Ask) -> Text:
    """A citation to be saved: BibTeX, RIS or CSL-JSON."""
    style, id = ask.path["style"], ask.path["id"]
    if style not in FILES:
        raise LetterbookError(f"a letter can be cited as {', '.join(FILES)}")
    media, end = FILES[style]
    return Text(ask.book.cite(id, style), media, f"{id}.{end}")


def go(ask: Ask) -> str:
    """To the letter that somebody names: an id, its beginning, volume/part, file.txt#2."""
    shown = ask.book.show(ask.words("id"), ask.words("within"))
    return letter_at(shown.letter.id if shown.letter else shown.source.id)


PLACES = (
    Place("/letter/{id}", page, "A letter (or other source) with its text, notes and findings",
          query=(("at", "START-END: a passage, in characters of the source"),
                 ("evidence", "a field whose words are highlighted"),
                 ("part", "where a part of a long text begins"))),
    Place("/letter/{id}/cite/{style}", citation, "A citation: bibtex, ris or csl", plain=False),
    Place("/go", go, "To the letter that is named", plain=False,
          query=(("id", "an id, its beginning, volume/part"), ("within", "a number's volume"))),
)  # fmt: skip
