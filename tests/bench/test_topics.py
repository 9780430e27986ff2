"""Learning which words name a matter: from sentences of ours, in a moment."""

from __future__ import annotations

import pytest

from bench.train_prior import labelled, sign
from bench.train_topics import Row, alike, examples, learn, read_topics, tokens
from letterbook.model import ActLabel

SENTENCES: list[tuple[str, ActLabel]] = [
    ("We shall return the {} to you.", "pledge"),
    ("I ask you to return the {} to us.", "request"),
    ("I propose that we discuss the {} soon.", "proposal"),
]
THINGS = ["barges", "old charters", "harbour dues", "frontier posts", "captured guns", "toll"]


def told(number: int) -> tuple[str, str, dict[str, list[Row]]]:
    """A letter of one thing, and where each of its sentences names it."""
    thing = THINGS[number % len(THINGS)]
    words = [(form.format(thing), label) for form, label in SENTENCES]
    text = "Port Selm, 4 March 1957\n\nDear Minister,\n\n" + " ".join(w for w, _ in words) + "\n"
    rows = {
        sign(one): [Row(label, (one.index(thing), one.index(thing) + len(thing)), thing)]
        for one, label in words
    }
    return f"volume/d{number}", text, rows


def test_what_readers_marked_is_learned() -> None:
    """After some letters the thing weighs more than the verb before it."""
    given = [example for number in range(12) for example in examples(told(number))]
    assert len(given) == 12 * len(SENTENCES)
    table = learn(given)
    assert table.get("in s=return", 0.0) < 0
    assert table == learn(given)


def test_a_sentence_that_is_not_there_is_left_out() -> None:
    """Volumes are corrected: a sentence that reads otherwise by now teaches nothing."""
    name, text, rows = told(0)
    assert len(examples((name, text, rows))) == len(SENTENCES)
    assert len(examples((name, text.replace("return", "restore"), rows))) == 1


LIKENESS = [
    ("the frontier posts", "frontier posts", 1.0),
    ("frontier posts", "the posts", 2 / 3),
    ("frontier posts", "barges", 0.0),
    ("the", "barges", 0.0),
    # six letters of a word are enough
    ("withdrawal of troops", "withdrawing troops", 1.0),
]


@pytest.mark.parametrize(("one", "other", "wanted"), LIKENESS)
def test_likeness_of_topics(one: str, other: str, wanted: float) -> None:
    """Twice what they share, by what they hold; small words do not count."""
    assert alike(tokens(one), tokens(other)) == pytest.approx(wanted)


def test_every_topic_is_of_a_labelled_sentence() -> None:
    """The topics that are kept are of sentences whose labels are kept, under one of those."""
    labels = labelled()
    rows = [
        (document, mark, row)
        for document, marks in read_topics().items()
        for mark, held in marks.items()
        for row in held
    ]
    strange = [one for one in rows if one[2].label not in labels.get(one[0], {}).get(one[1], ())]
    assert len(rows) > 5000
    assert len(strange) <= len(rows) / 100
    assert all(row.piece is None or row.piece[0] < row.piece[1] for _, _, row in rows)
