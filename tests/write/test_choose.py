"""Choosing sentences: what is central, what leans, what is cut, what the writer does with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.link.matter_words import likeness
from letterbook.model import Source
from letterbook.record import Shown, Written
from letterbook.write.central import centrality, terms, vectors
from letterbook.write.choose import choose
from letterbook.write.cuts import Cut
from letterbook.write.leaning import leans, points_on
from letterbook.write.passages import take_apart
from letterbook.write.themes import phrases
from letterbook.write.weigh import weigh
from tests.write.texts import HISTORY, history

# --- sentences ----------------------------------------------------------------------------------


def test_sentences_know_their_chapter_and_their_place_in_the_paragraph() -> None:
    """Headings are no sentences; a line of its own opens a paragraph."""
    text = history()
    assert [c.title for c in text.chapters] == ["Introduction", "The Talks", "What Followed"]
    assert {p.chapter for p in text.passages} == {0, 1, 2}
    first = text.passages[0]
    assert first.text.startswith("On May 3, 1871") and first.within == 0 and first.chapter == 0
    assert all("Introduction" not in p.text for p in text.passages)
    assert [p.within for p in text.passages if p.chapter == 0] == [0, 1, 2]


def test_a_passage_stands_at_its_pin() -> None:
    """The pin's characters are the sentence."""
    for passage in history().passages:
        assert HISTORY[passage.pin.start : passage.pin.end] == passage.text


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (
            "2. The sluices shall stay open until the report.",
            "The sluices shall stay open until the report.",
        ),
        (
            "(a) The sluices shall stay open until the report.",
            "The sluices shall stay open until the report.",
        ),
        # a row of names or figures is no sentence
        ("HOLLIN 1956 PORT SELM VARDENY", ""),
        ("Port Selm, No. 4.", ""),
    ],
)
def test_labels_are_no_part_of_a_sentence(words: str, kept: str) -> None:
    """A list's number is left out, and what is only a label is no sentence."""
    text = history(words, ())
    assert " ".join(p.text for p in text.passages) == kept


# --- what is central ----------------------------------------------------------------------------


def test_terms_are_words_without_endings() -> None:
    """Plain letters, no small words, no endings: so that "talks" meets "talk"."""
    assert terms("The talks at Vardény were resumed.") == ["talk", "vardeny", "resum"]
    assert terms("of the and to be") == []


def test_what_most_sentences_speak_of_is_central() -> None:
    """The sentence that shares words with all others counts most, the stranger least."""
    said = [
        "The ferry and the lamp were the quarrel of the Gulf.",
        "The ferry was stopped over the lamp.",
        "The quarrel of the Gulf cost forty crowns.",
        "Plums were cheap that year.",
    ]
    scores = centrality(vectors(said))
    assert scores[0] == max(scores) and scores[3] == min(scores)


@given(st.lists(st.text("abcdefg ", max_size=40), max_size=12))
def test_centrality_is_bounded_and_steady(texts: list[str]) -> None:
    """Between 0 and 1, one for each, the same each time; likeness is symmetrical."""
    held = vectors(texts)
    scores = centrality(held)
    assert len(scores) == len(texts) and all(0 <= s <= 1 for s in scores)
    assert scores == centrality(vectors(texts))
    for one in held:
        for other in held:
            assert likeness(one, other) == pytest.approx(likeness(other, one))


# --- what leans ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "before", "leaning"),
    [
        ("He refused.", "", True),
        ("They were released in May.", "", True),
        ("Moreover the gates were shut.", "", False),  # the connective is cut, nothing is missing
        ("His reasons were never made public.", "", True),
        ("The two approached the banker.", "", True),
        ("In this case the ferry stops.", "", True),
        # the writer's own side, and sentences that only begin with "it"
        ("This Government does not shelter behind the Board.", "", False),
        ("It was agreed that the ferry should run.", "", False),
        ("It is generally attributed to the Premier.", "", True),
        ("There are thirty-one steps.", "", False),
        # "a letter … . The letter": the second is understood from the first
        (
            "The letter asked for the landing.",
            "Lenk carried a sealed letter across the Gulf.",
            True,
        ),
        ("The landing was closed.", "Lenk carried a sealed letter across the Gulf.", False),
        # an item of a list
        ("by whose order the gates were lowered;", "", True),
        ("I ask that they be sent home.", "", False),
    ],
)
def test_what_leans_on_the_sentence_before(words: str, before: str, leaning: bool) -> None:
    """A sentence that begins with what only the one before explains."""
    assert leans(words, before) is leaning


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("I am authorized to give you the following assurance.", True),
        ("Please deliver the following message:", True),
        ("I would ask you to consider one thing in return.", True),
        ("I would ask you to consider one another.", False),
        ("He seized property following the October Revolution.", False),
        ("The ferry ran until 1914.", False),
    ],
)
def test_what_points_on(words: str, on: bool) -> None:
    """A sentence that says nothing without the next."""
    assert points_on(words) is on


# --- choosing -----------------------------------------------------------------------------------


def chosen(room: int) -> list[tuple[Cut, ...]]:
    """What is chosen of the sample history."""
    return choose(weigh([history()]), room)


def test_the_choice_keeps_the_order_of_the_text_and_reaches_every_chapter() -> None:
    """Spread over the chapters, in the order of the text."""
    groups = chosen(110)
    places = [cut.passage.nth for group in groups for cut in group]
    assert places == sorted(places)
    assert {cut.passage.chapter for group in groups for cut in group} == {0, 1, 2}


def test_what_leans_brings_the_sentence_it_leans_on() -> None:
    """ "The letters asked …" comes only with Lenk, who carried them."""
    met = 0
    for room in range(20, 200, 10):
        for group in chosen(room):
            assert not leans(group[0].passage.text)
            for at, cut in enumerate(group):
                if cut.passage.text.startswith("The letters asked"):
                    assert group[at - 1].passage.text.startswith("Boris Lenk")
                    met += 1
    assert met


def test_a_promise_goes_before_a_remark() -> None:
    """With little room the pledge is there and "the talks were slow" is not."""
    text = " ".join(cut.text for group in chosen(90) for cut in group)
    assert "pledged that no gun" in text or "signed the Ferry Treaty" in text
    assert "the talks were slow" not in text


@given(st.integers(0, 300))
def test_the_room_is_kept_and_the_choice_is_the_same_each_time(room: int) -> None:
    """Never more words than there is room for; nothing is drawn by lot."""
    groups = chosen(room)
    assert sum(cut.size for group in groups for cut in group) <= room
    assert groups == chosen(room)


def test_what_stands_elsewhere_is_not_chosen_again() -> None:
    """A sentence that is quoted is no fact as well."""
    held = weigh([history()])
    first = held[0].passage
    assert all(first != c.passage for g in choose(held, 300, without=[first]) for c in g)


def test_nothing_is_put_together_across_an_enclosed_letter() -> None:
    """ "…the following letter:" is not followed by what stands behind the letter."""
    sentence = (
        "Please hand over the following letter to the President of the Council tonight:\n\n"
        "“Sir, I ask you to send the boy home by the ferry.”\n\n"
        "You should make no comment on it to anybody at the Legation.\n"
    )
    source = Source.of(sentence, "a.txt")
    written = Written(source.id, "a.txt", "", "plain", "utf-8", "history", "", 0)
    shown = Shown(source, written, None, sentence, (), (), sentence)
    start = sentence.index("“Sir")
    text = take_apart(shown, [(start, sentence.index("”") + 1)])
    assert all("the boy home" not in p.text for p in text.passages)
    for group in choose(weigh([text]), 200):
        assert len(group) == 1


# --- themes -------------------------------------------------------------------------------------


def test_themes_are_phrases_that_come_back() -> None:
    """A phrase of several sentences, pinned where it stands first; names of offices are none."""
    said = (
        "The arrears of the Harbor Loan are not paid by anybody. "
        "Nobody in Port Selm speaks of the Harbor Loan any more. "
        "The Prime Minister thinks of it. The Prime Minister sleeps badly over it."
    )
    found = phrases(history(said, ()).passages, 5)
    assert [p.text for p in found] == ["Harbor Loan"]
    pin = found[0].pin
    assert said[pin.start : pin.end] == "Harbor Loan" and found[0].times == 2
