"""Shorter sentences: cut at the borders of clauses, each cut marked, nothing turned."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.model import Source
from letterbook.write.cuts import shortened, tightened, whole
from tests.write.texts import history


def cut_of(sentence: str, tight: bool = False) -> str:
    """The sentence as it is shortened."""
    text = history(sentence, ())
    return (tightened if tight else shortened)(text.passages[0]).text


@pytest.mark.parametrize(
    ("sentence", "short"),
    [
        # a connective at the head
        (
            "Moreover, evidence came that the Board had broken its word to the Ministry.",
            "… evidence came that the Board had broken its word to the Ministry.",
        ),
        # an aside
        (
            "The King chose Henry Moore (then head of the Salt Office at Cresby) for the errand.",
            "The King chose Henry Moore … for the errand.",
        ),
        # an aside at the end
        (
            "The King chose for the errand his banker Henry Moore (a friend of the late Duke).",
            "The King chose for the errand his banker Henry Moore …",
        ),
        # a clause that only adds
        (
            "The two states made peace at Vardény in the spring, ending the quarrel over the lamp.",
            "The two states made peace at Vardény in the spring …",
        ),
        # what a negation, a condition or a number stands in stays
        (
            "The King chose Henry Moore (who had never been to sea) for the errand to Cresby.",
            "The King chose Henry Moore (who had never been to sea) for the errand to Cresby.",
        ),
        (
            "The crews are to go home in the autumn, leaving only if the Board agrees to it.",
            "The crews are to go home in the autumn, leaving only if the Board agrees to it.",
        ),
        (
            "The two states made peace at Vardény in the spring, ending 14 years of quarrel.",
            "The two states made peace at Vardény in the spring, ending 14 years of quarrel.",
        ),
        # the main clause goes on after the comma
        (
            "The boats, which lay idle at Zaral all winter, were sold to the lowest bidder there.",
            "The boats, which lay idle at Zaral all winter, were sold to the lowest bidder there.",
        ),
        # too little would remain
        ("Finally, he wrote (to nobody at all).", "Finally, he wrote (to nobody at all)."),
    ],
)  # fmt: skip
def test_cuts_stand_at_the_borders_of_clauses(sentence: str, short: str) -> None:
    """What is dropped, how it is marked, and what is never dropped."""
    assert cut_of(sentence) == short


@pytest.mark.parametrize(
    ("sentence", "short"),
    [
        (
            "The two approached Boris Lenk, the Grand Duke's banker in Selm, with a sealed letter.",
            "The two approached Boris Lenk … with a sealed letter.",
        ),
        (
            "In the hope of better weather, the King sent the ferry to Cresby in the month of May.",
            "… the King sent the ferry to Cresby in the month of May.",
        ),
        (
            "On May 3, 1871, the two states signed the treaty, shortly after the Duke came home.",
            "On May 3, 1871, the two states signed the treaty …",
        ),
        # a list is no apposition
        (
            "The King sent Boris Lenk, the banker of the Duke, and the harbor-master to Cresby.",
            "The King sent Boris Lenk, the banker of the Duke, and the harbor-master to Cresby.",
        ),
        (
            "There were three questions for Lenk: the lamp, the landing at Zaral, with its guns.",
            "There were three questions for Lenk: the lamp, the landing at Zaral, with its guns.",
        ),
    ],
)  # fmt: skip
def test_a_page_is_tighter(sentence: str, short: str) -> None:
    """For one page, who somebody was and what was hoped may go."""
    assert cut_of(sentence, tight=True) == short


WORDS = st.sampled_from(
    "Moreover, Lenk the ferry (a lamp of the old sort) which , ending the quarrel . not if 1871 and"
    " ; carried letters across Gulf “quoted words” Tolmary, the banker of the Duke, with".split(" ")
)


@given(st.lists(WORDS, min_size=6, max_size=50))
def test_a_cut_keeps_words_in_order_and_marks_each_place(words: list[str]) -> None:
    """The pieces stand at their pins, in order; between them, and only there, stands a mark."""
    sentence = f"The ferry of the {' '.join(words)} was late again."
    source = Source.of(sentence, "a.txt")
    for passage in history(sentence, ()).passages:
        for cut in (whole(passage), shortened(passage), tightened(passage)):
            pieces = [source.text[p.start : p.end] for p in cut.pins]
            parts = [part.strip() for part in cut.text.split("…") if part.strip()]
            assert [" ".join(p.split()) for p in pieces] == parts
            starts = [pin.start for pin in cut.pins]
            assert starts == sorted(starts)
            dropped = passage.text
            for piece in pieces:
                dropped = dropped.replace(piece, "", 1)
            if cut.text == passage.text:
                continue
            assert not re.search(r"\b(?:not|if|never|unless)\b|\d", dropped)
