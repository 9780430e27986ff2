"""The bench of acts: sides are governments, and training is the same each time."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import lines, matters
from bench.train_acts import Example, examples, invented, train
from letterbook.mark.act_weights import LABELS, shipped

LETTER = {
    "id": "vol1/d1",
    "text": "Port Selm, March 4, 1957\n\nDear Mr. President:\n\nWe shall pay the pilots. The snow"
    " has gone.\n\nSincerely,\n\nAnders Vale\n",
    "labels": [
        {
            "start": 47, "end": 71, "label": "pledge", "actor": "Johnson", "addressee": "Nasser",
            "topic": "pilots' pay",
        }
    ],
}  # fmt: skip


def test_a_sentence_bears_the_labels_that_stand_in_it() -> None:
    """The labelled words fall into the first sentence of the body."""
    first, second = examples(LETTER)
    assert (first.labels, second.labels) == (frozenset({"pledge"}), frozenset())


def test_training_is_the_same_each_time() -> None:
    """No chance comes in: the same examples give the same table."""
    given = [*examples(LETTER), *invented()[:60]]
    assert train(given).dump() == train(given).dump()


def test_training_learns_what_it_is_shown() -> None:
    """A turn that always stands in one label speaks for it."""
    given = [
        Example({"!yes": 1.0}, frozenset({"accept"}), f"a{n}") for n in range(8)
    ] + [Example({"!no": 1.0}, frozenset({"refuse"}), f"b{n}") for n in range(8)]  # fmt: skip
    table = train(given)
    assert set(table.given({"!yes": 1.0})) == {"accept"}
    assert set(table.given({"!no": 1.0})) == {"refuse"}


def test_invented_sentences_bear_known_labels() -> None:
    """A slip of the pen in the file would teach a label that nobody knows."""
    assert {label for example in invented() for label in example.labels} == set(LABELS)


def test_no_letter_is_read_with_a_table_of_its_own_volume() -> None:
    """What is left out is the whole volume."""
    rows = [{**LETTER, "id": name} for name in ("vol1/d1", "vol1/d2", "vol2/d1")]
    given = {str(row["id"]): examples(row) for row in rows}
    left = matters._others(rows, given, {"vol1"})
    assert {example.letter for example in left} == {"vol2/d1"}


@pytest.mark.parametrize(
    ("name", "government"),
    [("Johnson", "United States"), ("de Gaulle", "France"), ("Israel", "Israel")],
)
def test_a_person_counts_as_the_government_he_speaks_for(name: str, government: str) -> None:
    """Readers named now the man, now the state."""
    assert matters.government(name) == government


def test_the_right_side_is_counted(tmp_path: Path) -> None:
    """Of one sentence labelled rightly the writer acts; said of the addressee it is wrong."""
    gold, right, wrong = (tmp_path / name for name in ("gold", "right", "wrong"))
    lines.write(gold, [LETTER])
    label = {"start": 47, "end": 71, "label": "pledge"}
    lines.write(right, [{"id": "vol1/d1", "labels": [{**label, "by": "writer"}]}])
    lines.write(wrong, [{"id": "vol1/d1", "labels": [{**label, "by": "addressee"}]}])
    assert matters.right_side(gold, right) == 1
    assert matters.right_side(gold, wrong) == 0


def test_the_shipped_table_is_what_training_gives(shared: Path) -> None:
    """The table in the package was made by the script in the repository, from this gold."""
    rows = lines.read(shared / "gold/matters/matters.jsonl")
    given = [example for row in rows for example in examples(row)]
    assert train([*given, *invented()]).dump() == shipped().dump()
