"""The bench of acts: sides are governments, and training is the same each time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bench import lines, matters, train_prior
from bench.train_acts import NOTHING, Example, examples, invented, prior, train
from letterbook.mark.act_features import NET, RUN
from letterbook.mark.act_heard import COLUMNS, LABELS
from letterbook.mark.act_weights import BIAS, Weights, shipped

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
    table = train(given, NOTHING)
    for turn, label in (("!yes", "accept"), ("!no", "refuse")):
        told = table.given([(1.0, [turn])])
        assert max(told, key=told.__getitem__) == label
        assert (
            told[label]
            > 0.5
            > max(p for k, p in table.judge([(1.0, [turn])]).items() if k != label)
        )


def test_training_begins_where_it_is_told_to() -> None:
    """What these letters say nothing of stays as it was; a run is learned only if it was known."""
    row = (1.0,) * len(COLUMNS)
    start = Weights(NOTHING.least, {BIAS: row, "=old": row, "!old": row})
    given = [Example({"!yes": 1.0, "=new": 1.0}, frozenset({"accept"}), "a")] * 4
    table = train(given, start).table
    assert table["=old"] == table["!old"] == row
    assert "=new" not in table
    assert table["!yes"][LABELS.index("accept")] > 0 > table["!yes"][LABELS.index("refuse")]


def test_a_weight_moves_as_far_as_it_is_pressed() -> None:
    """More letters that say the same move it further."""
    one = [Example({"!yes": 1.0}, frozenset({"accept"}), "a")]
    few, many = (train(one * count, NOTHING).table["!yes"] for count in (2, 40))
    assert 0 < few[LABELS.index("accept")] < many[LABELS.index("accept")]


# --- what was learned before --------------------------------------------------------------------


def test_what_was_read_bears_known_labels() -> None:
    """Each sentence has a digest, and labels of the guidelines or none."""
    told = train_prior.labelled()
    assert {k for sentences in told.values() for labels in sentences.values() for k in labels} == {
        *LABELS
    }
    assert all(len(mark) == 10 for sentences in told.values() for mark in sentences)


def test_no_letter_of_the_gold_was_read_before(shared: Path) -> None:
    """Else a letter would be judged by what its own volume taught."""
    rows = lines.read(shared / "gold/matters/matters.jsonl")
    read = {name.partition("/")[0] for name in train_prior.labelled()}
    assert not read & {matters.volume(row) for row in rows}


def test_a_sentence_is_known_by_its_words() -> None:
    """However its lines are broken; and of another sentence the sign differs."""
    assert train_prior.sign("We shall pay.") == train_prior.sign("We  shall\npay.")
    assert train_prior.sign("We shall pay.") != train_prior.sign("We shall not pay.")


def test_a_run_is_learned_from_many_volumes_only() -> None:
    """What stands in few volumes belongs to their matters, as the name of a strait does."""
    given = [
        Example(
            {"=shall pay": 1.0, **({"=selm": 1.0} if n < 5 else {})},
            frozenset({"pledge"} if n % 2 else ()),
            f"vol{n}/d1",
        )
        for n in range(12)
    ] + [Example({"=snow": 1.0}, frozenset(), f"vol{n}/d2") for n in range(12)]
    names = {name for name in train_prior.learn(given).table if name[0] == RUN}
    assert names == {"=shall pay", "=snow"}


def test_volumes_judge_one_another() -> None:
    """What stands in the letters of half the volumes is told in the other half, and no more."""
    turns = {"!yes": frozenset({"accept"}), "!no": frozenset({"refuse"}), "!idle": frozenset[str]()}
    given = [
        Example({turn: 1.0}, labels, f"vol{volume}/d{letter}")
        for turn, labels in turns.items()
        for volume in range(4)
        for letter in range(6)
    ]
    assert train_prior.judge(given) == {"micro": 1.0, "macro": 2 / 7, "any": 1.0}
    crossed = [
        replace(one, labels=turns["!no"]) if one.letter[3] in "13" and one.labels else one
        for one in given
    ]
    assert train_prior.judge(crossed) == {"micro": 0.5, "macro": 2 / 3 / 7, "any": 1.0}


def test_documents_are_found_in_their_volumes(tmp_path: Path) -> None:
    """By the name of the volume and the place of the document in it; others are passed over."""
    body = "".join(
        f'<div type="document" xml:id="d{n}"><head>{n}. Letter</head><p>We shall pay.</p></div>'
        for n in (1, 2)
    )
    tei = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{body}</body></text></TEI>'
    (tmp_path / "vol1.xml").write_text(tei, encoding="utf-8")
    (tmp_path / "vol2.xml").write_text(tei, encoding="utf-8")
    wanted = {"vol1/d2": {train_prior.sign("We shall pay."): frozenset({"pledge"})}}
    [(name, text)] = train_prior.texts(tmp_path, wanted)
    assert name == "vol1/d2" and "We shall pay." in text
    # the network is shown what stands beside it in the volume, too, and no other volume
    assert [name for name, _ in train_prior.every_text(tmp_path, wanted)] == ["vol1/d1", "vol1/d2"]


LISTENED = (
    "Letter From Vale to Tarn\n\nPort Selm, March 4, 1957\n\nYou are kind. We shall pay them.\n"
)


def test_a_letter_is_learned_from_with_what_a_stranger_heard_in_it(tmp_path: Path) -> None:
    """Of a sentence the network's opinion is that of one which has not learned it."""
    mark = train_prior.sign("We shall pay them.")
    written = tmp_path / "heard.tsv"
    row = [-2.0, -1.0, 0.0, 1.5, -3.0, -4.0, -2.5, 2.0]
    written.write_text("\t".join(["vol1/d1", mark, *map(str, row)]) + "\n", encoding="utf-8")
    thoughts = train_prior.heard(written)
    told = {mark: frozenset({"pledge"})}
    [one] = train_prior.examples(("vol1/d1", LISTENED, told, thoughts["vol1/d1"]))
    assert [one.features[NET + column] for column in COLUMNS] == row
    assert (one.labels, one.weight) == (told[mark], 1.0)


def test_a_paper_that_speaks_to_nobody_counts_less(tmp_path: Path) -> None:
    """In what passes between offices of one side "we should" asks nobody."""
    paper = LISTENED.replace("You are", "Farr is")
    told = {train_prior.sign("We shall pay them."): frozenset({"pledge"})}
    [one] = train_prior.examples(("vol1/d1", paper, told, {}))
    assert one.weight == train_prior.LITTLE


def test_the_prior_is_what_training_begins_with() -> None:
    """The table in the repository has every column, and no threshold of its own."""
    assert prior().least == NOTHING.least
    assert {len(row) for row in prior().table.values()} == {len(COLUMNS)}


# --- letters by volume --------------------------------------------------------------------------


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
