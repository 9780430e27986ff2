"""The words that name what an act is about: letters of ours, and what may never be named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.mark.act_topic import shipped, topic, weigh_words, without
from letterbook.mark.act_topic_words import FURTHEST, TELLS, read, runs
from letterbook.model import ActLabel


def named(words: str, label: ActLabel, *others: str) -> str:
    """What a sentence says its act is about, in a letter with these other sentences."""
    piece = topic(words, weigh_words([words, *others]), label)
    return words[slice(*piece)] if piece else ""


ABOUT: list[tuple[ActLabel, str, str]] = [
    # the thing that is troubling, not the trouble
    ("question", "I am concerned about the fishing rights in the Bay of Hald.", "fishing rights"),
    ("question", "There remains the problem of the seized barges.", "barges"),
    # what a question is called by, and not how great it is called
    ("question", "But the main question is the Lornik question, as you know.", "Lornik question"),
    ("question", "The problem of the dam is a different matter; it is a major question.", "dam"),
    # the deed that is asked for or promised
    ("request", "I hope your Government will reconsider the tariff on salt.", "tariff on salt"),
    ("pledge", "We shall withdraw the battalion from the pass.", "withdraw the battalion"),
    ("pledge", "My Government will never permit the transit of arms.", "transit of arms"),
    # what is to be talked of, more than the talk
    ("proposal", "I suggest that our engineers discuss the flow of the river.", "flow"),
    ("accept", "We gladly agree to the exchange of prisoners.", "exchange of prisoners"),
    ("refuse", "We cannot accept the closing of the harbour.", "closing of the harbour"),
]


@pytest.mark.parametrize(("label", "words", "wanted"), ABOUT)
def test_the_matter_is_named_in_the_letters_words(label: ActLabel, words: str, wanted: str) -> None:
    """A clerk who reads only the topic knows which file the sentence belongs to."""
    assert wanted in named(words, label)


def test_a_topic_is_words_of_the_sentence() -> None:
    """The matter is named as the letter names it."""
    words = "I am concerned about the fishing rights in the Bay of Hald."
    piece = topic(words, weigh_words([words]), "question")
    assert piece is not None
    assert "fishing rights" in words[slice(*piece)]


UNNAMED = [
    # nobody, and no verb by itself, is a matter
    ("proposal", "They and we shall see."),
    ("question", ""),
    ("request", "…"),
]


@pytest.mark.parametrize(("label", "words"), UNNAMED)
def test_where_nothing_is_named_no_pronoun_is(label: ActLabel, words: str) -> None:
    """A pronoun says nothing to somebody who reads the topic alone."""
    assert not {"they", "we", "it"} & set(named(words, label).lower().split())


def test_the_terms_of_an_act_do_not_name_it() -> None:
    """ "by the end of May" is when, and "if the wells are opened" is whether."""
    words = "If the wells are opened, we shall lift the ban by the end of May."
    apart = [(0, 23), (len("If the wells are opened, we shall lift the ban "), len(words) - 1)]
    piece = topic(words, weigh_words([words]), "pledge", apart)
    assert piece is not None
    assert "ban" in words[slice(*piece)]
    assert "wells" not in words[slice(*piece)]


@given(st.text(max_size=200))
def test_signs_take_the_place_of_terms(words: str) -> None:
    """What stands behind a term stays where it was."""
    half = len(words) // 2
    assert without(words, [(0, half)])[half:] == words[half:]
    assert len(without(words, [(0, half)])) == len(words)


@given(st.text(alphabet="abc ofthe.,;'’-I9", max_size=120))
def test_runs_begin_and_end_with_words_that_tell(words: str) -> None:
    """No run is longer than a title may be, and none begins or ends with a small word."""
    found = read(words, {})
    for first, last, (words_in_it, telling, _) in runs(found):
        assert found[first].kind in TELLS
        assert found[last].kind in TELLS
        assert 1 <= words_in_it == last - first + 1 <= FURTHEST
        assert telling <= words_in_it


def test_the_table_holds_no_sentence() -> None:
    """Stems of six letters, endings, kinds and places: nothing that could be read as a letter."""
    stems = [name.partition("s=")[2] for name in shipped().table if "s=" in name]
    assert stems
    assert all(len(stem) <= 6 and " " not in stem for stem in stems)
