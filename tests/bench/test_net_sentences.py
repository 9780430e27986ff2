"""The sentences that the network of acts and its teacher learn from."""

from __future__ import annotations

from bench.net_sentences import Sentence, of_document, worths
from bench.train_prior import LITTLE, sign

LETTER = (
    "Letter From Vale to Tarn\n\nPort Selm, March 4, 1957\n\nYou are kind. We shall pay them.\n"
)


def test_the_sentences_of_a_letter_with_what_was_read_in_them() -> None:
    """Each as it stands, with the end of the one before, and the labels a reader gave it."""
    told = {sign("We shall pay them."): frozenset({"pledge"})}
    kind, pay = of_document(("vol1/d1", LETTER, told))
    assert (kind.words, kind.before, kind.labels) == ("You are kind.", "", None)
    assert (pay.words, pay.before, pay.labels) == (
        "We shall pay them.", "You are kind.", frozenset({"pledge"})
    )  # fmt: skip
    assert pay.read[0] == "<last>" and "SELF" in pay.read


def test_what_speaks_to_nobody_is_not_listened_to() -> None:
    """A study that no reader read and that never says "I" or "you" is left out."""
    study = "Study\n\n" + "\n\n".join(["The dam lies on the Sevel. It holds the river."] * 6)
    assert of_document(("vol1/d2", study, None)) == []


def test_a_letter_that_seldom_says_you_counts_less() -> None:
    """It is mostly a paper between offices of one side."""
    said = [Sentence(name, "", "", (word,), frozenset()) for name, word in
            [("a", "YOU"), ("a", "snow"), *[("b", "snow")] * 11, ("b", "YOU")]]  # fmt: skip
    assert worths(said) == {"a": 1.0, "b": LITTLE}
