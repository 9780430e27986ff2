"""Runs: which sentences of a letter go on with what the one before spoke of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from letterbook.link.acted import Acted
from letterbook.link.matter_runs import one_paragraph, runs, vector
from letterbook.link.matter_terms import Terms, names_of, said_in, speaking, terms_of
from letterbook.link.matter_words import together
from tests.link.test_matter_words import BOTH, act


def letter(*paragraphs: tuple[str, ...]) -> list[Acted]:
    """The acts of a letter, each with its paragraph beside it."""
    made, at = [], 0
    for sentences in paragraphs:
        beside = " ".join(sentences)
        for words in sentences:
            made.append(act("request", words, start=at, beside=beside))
            at += len(words) + 1
        at += 1
    return made


def held_of(acts: list[Acted]) -> list[Terms]:
    """What each is about."""
    return [terms_of(one, said_in(one), names_of(BOTH), frozenset()) for one in acts]


def runs_of(acts: list[Acted]) -> list[list[int]]:
    """Its runs."""
    held = held_of(acts)
    return runs(acts, held, [vector(terms) for terms in held])


GATES = "I ask that the gates at Hollin stay raised."
LOAN = "As to the loan, the holders have waited long."


@pytest.mark.parametrize(
    ("acts", "wanted"),
    [
        # one paragraph goes on about one thing
        (letter((GATES, "They were lowered in August.")), [[0, 1]]),
        # "as to the loan" begins anew, in the same paragraph, too
        (letter((GATES, LOAN)), [[0], [1]]),
        (letter((GATES,), (LOAN,)), [[0], [1]]),
        # what says nothing of its own goes with what was named, and "this question" does
        (letter((LOAN, "I should be obliged for an answer on this question.")), [[0, 1]]),
        # the question that is named takes along the sentence which led to it
        (letter((GATES, "I hope that we may meet.",
                 "I have asked him to discuss the question of our meeting.")), [[0], [1, 2]]),
        # of another paragraph, far off, that names its own things nothing is known
        ([act("request", GATES), act("request", "Pray buy six herring nets.", start=9000)],
         [[0], [1]]),
        # a sentence may do two things
        ([act("request", GATES), act("pledge", GATES)], [[0, 1]]),
        ([], []),
    ],
)  # fmt: skip
def test_runs_of_a_letter(acts: list[Acted], wanted: list[list[int]]) -> None:
    """A sentence goes on with the matter of the one before unless it names another."""
    assert runs_of(acts) == wanted


def test_letters_are_apart() -> None:
    """What stands in another letter is no part of a run, however alike."""
    acts = [act("request", GATES, letter="a"), act("request", GATES, letter="b")]
    assert runs_of(acts) == [[0], [1]]


def test_a_history_tells_of_many_things_in_a_row() -> None:
    """There each sentence stands for itself."""
    said = letter((GATES, "They were lowered."))
    told = [replace(one, history=True, day=None, between=BOTH) for one in said]
    assert runs_of(told) == [[0], [1]]


def test_one_paragraph() -> None:
    """Known by the words beside a sentence, however its lines are broken."""
    one, other = letter((GATES, "The river is\n low."))
    assert one_paragraph(one, other)
    far = letter((GATES,), ("The river is low.",))
    assert not one_paragraph(*far)


def test_what_a_writer_says_that_he_speaks_of() -> None:
    """ "The question of the loan", "as to the loan", "the loan question"; not what he names."""
    for words in ("The question of the loan is open.", LOAN, "The loan question is open."):
        assert held_of([act("question", words)])[0].named == {"lend"}
    assert not held_of([act("question", "I paid the loan.")])[0].named


def test_a_vector_has_the_length_one() -> None:
    """A long sentence is no more than a short one; of nothing nothing is made."""
    (held,) = held_of([act("request", GATES)])
    assert sum(w * w for w in vector(held).values()) == pytest.approx(1)
    assert vector(Terms()) == {} == together([])


def test_who_speaks_is_no_matter() -> None:
    """ "Dolány said" makes a person of the name; a town that agreed once does not."""
    acts = [act("report", words) for words in (
        "Dolány said that the gates would stay raised.", "Dolány asked for the gates.",
        "Premier Strand: I agree about the gates.", "Premier Strand: The loan is another thing.",
        "We met at Cresby.", "The ferry to Cresby runs.", "Cresby agreed.", "We left Cresby.",
    )]  # fmt: skip
    assert {"dolan", "strand"} <= speaking(acts)
    assert "cresb" not in speaking(acts) and "ferr" not in speaking(acts)
