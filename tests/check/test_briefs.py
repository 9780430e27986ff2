"""A whole brief: its quotations found, given to their letters, and judged one by one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import letterbook
from letterbook.check import quotes
from letterbook.model import Verdict
from letterbook.record import Record

PAPERS = Path(__file__).with_name("papers")


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Verdict]:
    """The brief's verdicts by the first words of each quotation; the brief is in the record too."""
    folder: Path = tmp_path_factory.mktemp("brief")
    shutil.copytree(PAPERS, folder / "papers")
    with letterbook.open(folder / "book.db") as book:
        book.read(folder / "papers")
        [brief] = [s for s in book.sources() if s.path == "papers/brief.md"]
    with Record(folder / "book.db", readonly=True) as record:
        source, findings = record.fetch(brief.id)
        made = quotes(record, source, findings)
    assert all(v.span.source == brief.id for v in made)
    return {source.text[v.span.start : v.span.end][:20]: v for v in made}


# What the brief quotes, in its order, and what that is.
SAID = {
    "a matter of some wei": "typographic",  # a fragment; the period is the brief's
    "now prepared to acce": "exact",
    "The guard-ships will": "number or date changed",
    "I have thought about": "exact",
    "a rule that binds on": "wrong source",
    "Finally, Marlund was": "exact",
    "Unfortunately, the c": "word changed",
    "The treaty was signe": "marked ellipsis",
}


def test_every_quotation_is_found_and_judged(verdicts: dict[str, Verdict]):
    """In marks, as blocks, in a list with and without marks; names in marks are not quotations."""
    assert {begins: v.kind for begins, v in verdicts.items()} == SAID


def test_attributions_come_from_the_words_around(verdicts: dict[str, Verdict]):
    """Before a colon, or on the line below a block."""
    assert verdicts["The guard-ships will"].attributed.startswith("In his letter of May 20, 1952")
    assert verdicts["a rule that binds on"].attributed == "Ashby to Roth, May 20, 1952"
    assert verdicts["Finally, Marlund was"].attributed == ""


def test_the_closing_period_is_cautioned(verdicts: dict[str, Verdict]):
    """ "a matter of some weight." is let be, and the reader is told that the source goes on."""
    [caution] = verdicts["a matter of some wei"].cautions
    assert caution.omitted.startswith("to a Cabinet that had lost its majority")


# --- the sample heap ----------------------------------------------------------------------------

HEAP = Path(__file__).resolve().parents[2] / "examples" / "heap"


def test_the_planted_faults_of_the_sample_brief_are_found(tmp_path: Path):
    """examples/heap/afterwards: five key quotations, one of them as it stands."""
    shutil.copytree(HEAP, tmp_path / "heap")
    with letterbook.open(tmp_path / "book.db") as book:
        book.read(tmp_path / "heap")
        held = {Path(s.path).name: s.id for s in book.sources()}
    with Record(tmp_path / "book.db", readonly=True) as record:
        brief = quotes(record, *record.fetch(held["brief-a-line-reopened.md"]))
        history = quotes(record, *record.fetch(held["a-line-reopened.txt"]))
    assert [v.kind for v in brief] == [
        "silent cut end", "marked ellipsis", "exact", "negation changed", "wrong source",
    ]  # fmt: skip
    assert "Five days earlier" in brief[1].cautions[0].omitted
    assert "Tredway" in brief[4].reason and "October 2, 1956" in brief[4].reason
    assert history and {v.kind for v in history} <= {"exact", "typographic"}
