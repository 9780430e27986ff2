"""Golden cases: a title, a text, a line of dashes, and what `mark` finds in the text.

A file under golden/ holds many cases with a line of `=` between them. A finding is written as
`kind  value  «words»`, with `@2` after the kind for the second letter of a page, `?` before it
for a candidate that is not asserted, and `← «words»` for what else it rests on.
`pytest --golden` rewrites the lower halves; read the diff before keeping it.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from letterbook.mark import mark
from letterbook.model import (
    ASSERTED,
    Document,
    Extent,
    Finding,
    Furniture,
    Gap,
    Marker,
    Name,
    Note,
    Provenance,
    Quotation,
    Section,
    Source,
    Span,
    When,
    Words,
    plain,
)

GOLDEN = Path(__file__).with_name("golden")
BETWEEN = "\n\n" + "=" * 80 + "\n\n"
DASHES = "\n" + "-" * 80 + "\n"


@dataclass(frozen=True)
class Case:
    """One golden case and the file it stands in."""

    file: Path
    title: str
    text: str
    wanted: str


def cases(file: Path) -> list[Case]:
    """The cases of a file, in order."""
    made = []
    for part in file.read_text(encoding="utf-8").strip("\n").split(BETWEEN):
        title, rest = part.split("\n\n", 1)
        text, _, wanted = rest.partition(DASHES)
        made.append(Case(file, title.strip(), text, wanted.strip("\n")))
    return made


def all_cases() -> list[Case]:
    """The cases of all files."""
    return [case for file in sorted(GOLDEN.glob("*.txt")) for case in cases(file)]


ALL = all_cases()


def shown(words: str) -> str:
    """Words of a text on one line, the middle of long ones left out."""
    words = words.replace("\n", "⏎").replace("\f", "␌")
    return words if len(words) <= 70 else f"{words[:40]}…{words[-25:]}"


def value(finding: Finding, text: str) -> str:
    """A value as one would say it."""
    match finding.value:
        case Words(words):
            return words
        case Name(name, office, acting_for, _, address):
            parts = {"": name, "office ": office, "for ": acting_for, "at ": address}
            return "; ".join(label + part for label, part in parts.items() if part)
        case When():
            when = finding.value
            return " ".join(part for part in (when.edtf or "no date", when.time) if part)
        case Extent(ordinal, inside, kind):
            enclosed = f" inside {inside}" if inside else ""
            return f"{ordinal}{enclosed}" + (f" {kind}" if kind != "full" else "")
        case Furniture(what, label, join):
            return f"{what} {label!r} joined by {join!r}"
        case Marker(label, note):
            stands_for = shown(text[note.start : note.end][:30]) if note else "no note"
            return f"{label} → {stands_for}"
        case Note(label, kind):
            return f"{label} {kind}"
        case Gap(what, amount, unit, about, by):
            extent = f"{amount:g} {unit}" if amount else unit
            about = f"about {about}" if about else ""
            by = f"by {by}" if by != "editor" else ""
            return ", ".join(part for part in (what, extent, about, by) if part)
        case Document(form, title) | Section(title, form):
            return f"{form} {title}".strip()
        case Quotation(style):
            return style
        case Provenance():
            return "; ".join(f"{key}: {said}" for key, said in plain(finding.value).items())
    raise AssertionError(f"a test must say how a {type(finding.value).__name__} is written")


def line(finding: Finding, text: str) -> str:
    """A finding on one line."""

    def words(span: Span) -> str:
        return "«" + shown(text[span.start : span.end]) + "»"

    ordinal = finding.of.rpartition(".")[2] if "." in finding.of else ""
    kind = finding.kind + (f"@{ordinal}" if ordinal else "")
    doubt = "?" if finding.score < ASSERTED else ""
    because = " ← " + " ".join(map(words, finding.because)) if finding.because else ""
    because = "" if finding.kind == "marker" else because
    return f"{doubt}{kind}  {value(finding, text)}  {words(finding.span)}{because}"


def found(text: str) -> str:
    """All findings in `text`, one a line, without those that every letter has."""
    lines = []
    for finding in mark(Source.of(text, "letter.txt")):
        if finding.value == Document("letters") or finding.value == Extent(1):
            continue
        lines.append(line(finding, text))
    return "\n".join(lines)


def rewrite() -> None:
    """Write all golden files anew."""
    for file in sorted(GOLDEN.glob("*.txt")):
        parts = [f"{c.title}\n\n{c.text}{DASHES}{found(c.text)}" for c in cases(file)]
        file.write_text(BETWEEN.join(parts) + "\n", encoding="utf-8")


@pytest.fixture(scope="session")
def rewritten(request: pytest.FixtureRequest) -> None:
    """With --golden the files are written anew, once."""
    if request.config.getoption("--golden"):
        rewrite()


@pytest.mark.usefixtures("rewritten")
@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.file.stem}: {case.title}")
def test_golden(case: Case, golden: bool) -> None:
    """What is found in the text is what the case says."""
    if golden:
        pytest.skip("written anew; read the diff")
    assert found(case.text) == case.wanted, f"{case.file.name}: {case.title}"


def test_there_are_many_cases() -> None:
    """A glob that finds no file would pass every case."""
    assert len(ALL) >= 60
    assert len({(case.file, case.title) for case in ALL}) == len(ALL)


@pytest.mark.usefixtures("rewritten")
def test_all_rules_have_cases() -> None:
    """Each kind that a rule finds in a plain text stands in some case."""
    said = {
        re.split(r"[@ ]", row.lstrip("?"))[0] for c in all_cases() for row in c.wanted.split("\n")
    }
    kinds = """letter document section furniture marker note gap quote number heading kind dateline
    date place salutation closing signature address sender recipient classification handling
    telegram channel subject provenance""".split()
    assert not set(kinds) - said


def test_a_day_is_written_as_edtf() -> None:
    """The writer of golden lines tells an open date from a day."""
    day = datetime.date(1957, 3, 4)
    finding = mark(Source.of("Port Selm, March 4, 1957\n\nDear Mr. Farr:\n\nYes.", "a.txt"))
    when = next(f for f in finding if f.kind == "date")
    assert when.value == When(day, day, "March 4, 1957")
