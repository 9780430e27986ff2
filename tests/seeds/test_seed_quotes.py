"""The brief among the shared seeds against the history it summarises: three key quotations.

Nothing of the seeds is copied here; their words are looked up at run time.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import letterbook
from letterbook.check import quotes
from letterbook.model import Verdict
from letterbook.record import Record

Judged = tuple[str, dict[str, str], tuple[Verdict, ...]]
"""The brief's id, each source's text by its id, and the verdicts on the brief."""


@pytest.fixture(scope="module")
def judged(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Judged:
    """The verdicts on seed 004, with all the seeds in the record."""
    folder = tmp_path_factory.mktemp("seeds")
    shutil.copytree(shared / "seeds", folder / "seeds")
    with letterbook.open(folder / "book.db") as book:
        book.read(folder / "seeds")
        [brief] = [s.id for s in book.sources() if Path(s.path).name.startswith("004_")]
        ids = [s.id for s in book.sources()]
    with Record(folder / "book.db", readonly=True) as record:
        texts = {id: record.fetch(id)[0].text for id in ids}
        return brief, texts, quotes(record, *record.fetch(brief))


def test_its_three_key_quotations(judged: Judged):
    """Cut at the end, cut with marks, exact; each pinned in the history, not in the brief."""
    brief, _, verdicts = judged
    assert [v.kind for v in verdicts] == ["silent cut end", "marked ellipsis", "exact"]
    assert all(pin.source != brief for v in verdicts for pin in v.pins)
    assert len({pin.source for v in verdicts for pin in v.pins}) == 1


def test_what_the_first_leaves_out(judged: Judged):
    """Closed with a period where the source goes on about a Depression."""
    _, _, (first, *_) = judged
    [left_out] = first.differences
    assert left_out.source.startswith(", a matter of some concern")
    assert left_out.source.endswith("Depression.")


def test_the_second_makes_one_meeting_of_two(judged: Judged):
    """Three pieces, and a caution that shows the days and the dinner partner that went."""
    _, texts, (_, second, _) = judged
    assert len(second.pins) == 3
    assert any(
        c.omitted.startswith("Four days earlier") and c.omitted.endswith("Litvinov")
        for c in second.cautions
    )
    for caution in second.cautions:
        pin = caution.pin
        assert " ".join(texts[pin.source][pin.start : pin.end].split()) == caution.omitted
