"""The bench of gathering: what counts as right, and what was read."""

from __future__ import annotations

import pytest

from bench import gathering
from bench.gathering import Judged, exchanges, halves, judged, key, line, read_of
from letterbook.link.matters import Matter
from tests.link.test_matters import act

GATES, DAM, LOAN = (
    act("request", words, start=at)
    for at, words in enumerate(("Raise the gates.", "Spare the dam.", "Pay the loan."))
)


def matters(*groups: tuple[object, ...]) -> list[Matter]:
    """These acts in these matters."""
    return [Matter(str(n), "", ("Orvane",), group) for n, group in enumerate(groups)]  # type: ignore[arg-type]


READ = {key(GATES.words): "river", key(DAM.words): "river", key(LOAN.words): "loan"}


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        # all as the reader has it; all apart; all in one
        (matters((GATES, DAM), (LOAN,)), Judged(1, 1, 1)),
        (matters((GATES,), (DAM,), (LOAN,)), Judged(1, 0, 0)),
        (matters((GATES, DAM, LOAN)), Judged(1, 3, 1)),
    ],
)
def test_pairs_are_judged(found: list[Matter], wanted: Judged) -> None:
    """Two sentences stand together rightly where a reader filed them under one matter."""
    assert judged(found, READ) == wanted


def test_parts_of_one_matter_may_stand_apart_or_not() -> None:
    """ "river/gates" and "river/dam" are no pair at all."""
    read = {key(GATES.words): "river/gates", key(DAM.words): "river/dam"}
    assert judged(matters((GATES, DAM)), read) == Judged(0, 0, 0)


def test_figures() -> None:
    """Precision, recall and what lies between them; nothing found is no fault of division."""
    assert [round(n, 3) for n in Judged(4, 2, 2).figures] == [1.0, 0.5, 0.667]
    assert Judged(0, 0, 0).figures == (0.0, 0.0, 0.0)
    assert "P 1.00  R 0.50  F1 0.67" in line("sample", Judged(4, 2, 2))


def test_a_sentence_is_known_by_its_words() -> None:
    """However its lines are broken."""
    assert key("Raise  the\ngates.") == key("Raise the gates.") != key("Raise the gate.")


def test_what_was_read() -> None:
    """Two halves of six exchanges that share no volume; digests and names of matters, no words."""
    every = exchanges()
    volumes = [{name.partition(" ")[0] for half, name in every if half == h} for h in "ab"]
    assert [len(v) for v in volumes] == [6, 6] and not volumes[0] & volumes[1]
    assert all(len(digest) == 12 for read in every.values() for digest in read)
    assert len(read_of(gathering.READ / "sample.tsv")) > 80


def test_halves_are_sums_of_their_exchanges(monkeypatch: pytest.MonkeyPatch) -> None:
    """An exchange that is not in the record counts nowhere."""
    held = {("a", "v1 x"): READ, ("a", "v2 y"): {"0" * 12: "river"}, ("b", "v3 z"): READ}
    monkeypatch.setattr(gathering, "exchanges", lambda: held)
    told = dict(halves(matters((GATES, DAM), (LOAN,))))
    one = Judged(1, 1, 1)
    assert told == {"a v1 x": one, "b v3 z": one, "half a": one, "half b": one}
