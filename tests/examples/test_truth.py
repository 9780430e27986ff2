"""The sample correspondence, read and marked, says what examples/truth.json says."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from letterbook.mark import mark
from letterbook.model import ASSERTED, Document, Extent, Finding, Name, Trouble, When, Words
from letterbook.read import read_path, walk

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
TRUTH: list[dict[str, Any]] = json.loads((EXAMPLES / "truth.json").read_text(encoding="utf-8"))
FILES = sorted({row["file"] for row in TRUTH})
FIELDS = """kind from from_office to to_office date time place number marking enclosed_in
signed_for""".split()


@cache
def heap() -> dict[str, list[dict[str, Any]]]:
    """What is found in each file of the heap, letter by letter, in the words of truth.json."""
    made: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for path in walk([EXAMPLES / "heap"]):
        assert not isinstance(path, Trouble), path
        for reading in read_path(path, path.relative_to(EXAMPLES).as_posix()):
            assert not isinstance(reading, Trouble), reading
            findings = mark(reading.source, reading.findings)
            made[reading.source.path] += found(findings)
    return made


def found(findings: tuple[Finding, ...]) -> list[dict[str, Any]]:
    """The letters of one source; a source without letters is one row with its form as its kind."""
    letters = [f for f in findings if f.kind == "letter"]
    forms = [f.value.form for f in findings if isinstance(f.value, Document)]
    if not letters:
        return [{"kind": form} for form in forms if form not in ("list", "other")]
    return [row(letter, findings) for letter in sorted(letters, key=ordinal)]


def ordinal(letter: Finding) -> int:
    """Where a letter stands among those of its source."""
    assert isinstance(letter.value, Extent)
    return letter.value.ordinal


def row(letter: Finding, findings: tuple[Finding, ...]) -> dict[str, Any]:
    """One letter as a row of truth.json."""
    mine = [f for f in findings if f.of == letter.of and f.score >= ASSERTED]

    def parties(kind: str) -> list[Name]:
        told = [f for f in mine if f.kind == kind and isinstance(f.value, Name)]
        composed = [f for f in told if f.by.name == "compose"]
        return [f.value for f in composed or told if isinstance(f.value, Name)]

    def words(*kinds: str) -> list[str]:
        told = sorted((f for f in mine if f.kind in kinds), key=lambda f: f.by.kind != "markup")
        return [f.value.text for f in told if isinstance(f.value, Words)]

    senders, recipients = parties("sender"), parties("recipient")
    told = sorted((f for f in mine if f.kind == "date"), key=lambda f: f.by.kind != "markup")
    when = next((f.value for f in told if isinstance(f.value, When)), When(None, None))
    assert isinstance(letter.value, Extent)
    return {
        "kind": next(iter(words("kind")), None),
        "from": [n.name for n in senders if n.name],
        "from_office": [n.office for n in senders if n.office],
        "to": [n.name for n in recipients if n.name],
        "to_office": [n.office for n in recipients if n.office],
        "date": when.edtf,
        "time": when.time,
        "place": next(iter(words("place")), None),
        "number": next(iter(words("telegram")), None),
        "marking": "; ".join(words("classification", "handling")),
        "enclosed_in": letter.value.inside,
        "signed_for": next((f"the {n.acting_for}" for n in senders if n.acting_for), None),
        "signed": [
            f.value.name for f in mine if f.kind == "signature" and isinstance(f.value, Name)
        ],
    }


@pytest.mark.parametrize("file", FILES)
def test_a_file_of_the_heap(file: str) -> None:
    """Every letter of the file, field by field."""
    wanted, got = [t for t in TRUTH if t["file"] == file], heap()[file]
    assert len(got) == len(wanted), f"{file}: {len(got)} letters, not {len(wanted)}"
    for told, letter in zip(wanted, got, strict=True):
        for field in FIELDS:
            assert (letter.get(field) or None) == (told.get(field) or None), (
                f"{file}, letter {told['n']}, {field}"
            )
        if "signed" in told:
            # a telegram is signed "FARR"; the truth names him
            signed = [name.split()[-1].casefold() for name in letter["signed"]]
            assert signed == [name.split()[-1].casefold() for name in told["signed"]], file


def test_every_letter_of_the_heap_is_in_the_truth() -> None:
    """No file of the heap goes unsaid, but what is no letter, history or brief."""
    said = {file for file, rows in heap().items() if rows}
    assert said == set(FILES)


def test_unsigned_letters_have_no_sender() -> None:
    """An unsigned letter has candidates at most."""
    unsigned = [t for t in TRUTH if t["status"] == "unsigned"]
    assert unsigned
    for told in unsigned:
        letter = heap()[told["file"]][told["n"] - 1]
        assert not letter["from"] and not letter["from_office"]


def test_the_head_of_government_is_suggested() -> None:
    """The file copy speaks of "my Ministers": a candidate, with these words."""
    path = EXAMPLES / "heap" / "copies" / "file-copy-411.txt"
    (reading,) = read_path(path, "copy.txt")
    assert not isinstance(reading, Trouble)
    (sender,) = (f for f in mark(reading.source, reading.findings) if f.kind == "sender")
    assert sender.score < ASSERTED
    assert reading.source.text[sender.span.start : sender.span.end] == "my Ministers"
