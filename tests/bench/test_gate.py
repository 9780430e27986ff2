"""The gate: floors are never lowered unseen, and a figure that is missing has fallen."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import gate, gold


def score(**figures: float) -> gold.Score:
    """A score with these figures and no misses."""
    return gold.Score(figures, {})


def test_floors_rise_and_do_not_sink():
    """Without leave a lower figure leaves its floor where it was; a new figure gets no floor."""
    floors = {"headers-full": {"date": 0.99, "kind": 0.95}}
    reached = {"headers-full": {"date": 0.9876, "kind": 0.9719, "contains": 0.5}}
    assert gate.raised(floors, reached, False) == {"headers-full": {"date": 0.99, "kind": 0.971}}
    assert gate.raised(floors, reached, True) == {"headers-full": {"date": 0.987, "kind": 0.971}}


def test_a_course_that_did_not_run_keeps_its_floors():
    """--only headers-full says nothing about search."""
    floors = {"headers-full": {"date": 0.9}, "search": {"person": 0.7}}
    assert gate.raised(floors, {"headers-full": {"date": 0.95}}, True)["search"] == {"person": 0.7}


@pytest.mark.parametrize(
    ("now", "fallen"), [(score(date=0.99), 0), (score(date=0.98), 1), (score(kind=1.0), 1)]
)
def test_below_or_missing_is_fallen(now: gold.Score, fallen: int):
    """A figure below its floor fails, and so does one that the scorer no longer prints."""
    assert gate._table({"headers-full": {"date": 0.99}}, {"headers-full": now}) == fallen


def test_gained_and_lost_are_told_with_their_words(tmp_path: Path, capsys):
    """An answer that turned wrong is listed with what was said and the words it rests on."""
    course = gate.COURSES[0]
    said = '{"id": "a", "words": {"date": "May 4"}}\n{"id": "b", "words": {"date": "May 5"}}\n'
    (tmp_path / f"now.{course.name}.jsonl").write_text(said, encoding="utf-8")
    gate._changes(course, tmp_path, gold.Score({}, {("date", "a"): "got 1 gold 2"}))
    gate._changes(course, tmp_path, gold.Score({}, {("date", "b"): "got 3 gold 4"}))
    printed = capsys.readouterr().out
    assert "gained 1, lost 1" in printed
    assert "+ date a  got 1 gold 2\n      words: May 4" in printed
    assert "- date b  got 3 gold 4\n      words: May 5" in printed


def test_without_gold_the_gate_says_so(tmp_path: Path, monkeypatch, capsys):
    """No ../shared, no name for it: a clear word and status 0."""
    monkeypatch.delenv("LETTERBOOK_SHARED", raising=False)
    monkeypatch.setattr(gold, "ROOT", tmp_path / "clone")
    assert gate.main([]) == 0
    assert "skipped" in capsys.readouterr().out


def test_gold_that_is_named_but_absent_is_a_mistake(tmp_path: Path):
    """A wrong --shared does not pass as skipped."""
    with pytest.raises(SystemExit) as stopped:
        gate.main(["--shared", str(tmp_path)])
    assert stopped.value.code
