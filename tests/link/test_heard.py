"""What an answering letter says of what was asked: heard in all its sentences, never guessed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.link.heard import Said, Saying, asked_with, heard, plainly, put_off
from letterbook.link.outcome import answered
from letterbook.model import Span
from tests.link.test_matters import ORVANE, TOLMARY, act

ASKED = act("request", "I ask that the dredger leave the estuary of the Mérva.", "", "a")
IDLE = ("I have your letter.", "The winter was mild.", "We had snow twice.", "My wife is well.")


def of(*said: str) -> Saying:
    """A letter that says these sentences."""
    at = [Said(Span("b", 100 * n, 100 * n + len(words)), words, date(1957, 3, 6))
          for n, words in enumerate(said)]  # fmt: skip
    return lambda _: at


@pytest.mark.parametrize(
    ("said", "how"),
    [
        # two telling words of the question
        ((*IDLE, "The dredger is in the estuary by our leave."), "plainly"),
        # one: it may be another dredger
        ((*IDLE, "The dredger cost us much."), "perhaps"),
        # none in a letter of some length
        (IDLE, "silent"),
        # in other words altogether, but it says whose
        ((*IDLE, "I have noted your request with the greatest interest."), "unclear"),
        # an acknowledgement of two lines says nothing by its silence
        (IDLE[:2], "unclear"),
        ((), "unclear"),
    ],
)
def test_an_answering_letter_is_heard_to_its_end(said: tuple[str, ...], how: str) -> None:
    """Only where all of a letter is at hand, and none of it speaks of the thing, is it silent."""
    found = heard(ASKED, ["b"], of(*said))
    assert found.how == how
    assert (found.by is None) == (how in ("silent", "unclear"))
    if found.by:
        assert found.by.writer == TOLMARY and found.by.day == date(1957, 3, 6)
        assert found.by.words == said[-1]


@pytest.mark.parametrize(
    "asked",
    [
        # what names nothing would not be known if it were answered
        act("question", "What then?", "", "a"),
        # a sentence that is hardly an act: nobody need answer it
        replace(ASKED, score=0.6),
        # what any letter meets, or none
        act("request", "I should like your views on the dredger of the Mérva estuary.", "", "a"),
        act("request", "Please forgive my frankness about the dredger and the estuary.", "", "a"),
    ],
)
def test_silence_is_told_of_clear_questions_only(asked: object) -> None:
    """Else it is not clear, and stands open."""
    assert heard(asked, ["b"], of(*IDLE)).how == "unclear"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sentence", "off"),
    [
        ("I shall reply to your letter more fully when the Assembly has risen.", True),
        ("I intend to answer your points as soon as possible.", True),
        ("This is an interim reply.", True),
        ("We will write to our bankers soon.", False),
        ("You will answer for it.", False),
    ],
)
def test_a_whole_answer_may_be_put_off(sentence: str, off: bool) -> None:
    """Then what it does not speak of is deferred, and not passed over."""
    found = put_off(ASKED, ["b"], of(*IDLE, sentence))
    assert (found is not None) == off
    (outcome,) = answered([ASKED], lambda _: ["b"], None, of(*IDLE, sentence))
    assert outcome.fate == ("deferred" if off else "passed over")


@pytest.mark.parametrize(
    ("said", "fate", "by"),
    [
        ((*IDLE, "The dredger is in the estuary by our leave."), "taken up", TOLMARY),
        ((*IDLE, "The dredger cost us much."), "open", TOLMARY),
        (IDLE, "passed over", ""),
        (IDLE[:2], "open", ""),
    ],
)
def test_what_became_of_it_in_a_letter_that_does_nothing(
    said: tuple[str, ...], fate: str, by: str
) -> None:
    """No sentence of the reply accepts, refuses or promises: what it says is shown all the same."""
    (outcome,) = answered([ASKED], lambda _: ["b"], None, of(*said))
    assert (outcome.fate, outcome.according_to) == (fate, by)


def test_names_of_the_sides_and_of_lands_tell_of_nothing() -> None:
    """That both speak of Tolmary and of India is not enough."""
    assert not asked_with(act("request", f"{ORVANE} asks {TOLMARY} for an answer."))
    assert not plainly(["india", "japan"])


@given(st.lists(st.text(max_size=40), max_size=6))
def test_hostile_words_are_heard(said: list[str]) -> None:
    """Any signs do no harm, and what is found is one of the sentences."""
    found = heard(ASKED, ["b"], of(*said))
    assert found.by is None or found.by.words in said
