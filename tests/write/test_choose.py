"""Choosing sentences: what is central, what leans, what is cut, what the writer does with it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.link.matter_words import likeness
from letterbook.model import Finding, Section, Source, Span
from letterbook.model.source import By
from letterbook.record import Shown, Written
from letterbook.write.central import centrality, terms, vectors
from letterbook.write.choose import choose
from letterbook.write.cuts import Cut, shortened, tightened, whole
from letterbook.write.leaning import leans, points_on
from letterbook.write.passages import Text, take_apart
from letterbook.write.saying import courteous, does
from letterbook.write.themes import phrases
from letterbook.write.weigh import weigh

HISTORY = """The Ferry Treaty
Introduction
On May 3, 1871, Marlund and Tolmary signed the Ferry Treaty at Vardény after nine years of quarrel. The ferry had been stopped in 1862, because the Grand Duke believed that Tolmary would fortify the landing at Zaral. His reasons were never made public.
The Talks
Moreover, the talks were slow. Boris Lenk, the Grand Duke's banker in Port Selm, carried three letters across the Gulf in the winter of 1870. The letters asked that the landing be opened to ships of either flag. Tolmary pledged that no gun would stand at Zaral, and Marlund promised in return to pay for the lamp (a sum of forty crowns a year which the Treasury had refused for a decade of sessions).
What Followed
The ferry ran until 1914, carrying timber and letters to the islands. The lamp was never paid for. In June 1914 the landing was closed.
"""  # noqa: E501


def history(
    text: str = HISTORY, headings: tuple[str, ...] = ("Introduction", "The Talks", "What Followed")
) -> Text:
    """A history taken apart, its headings marked."""
    source = Source.of(text, "ferry.txt")
    findings = []
    for title in headings:
        at = text.find(f"{title}\n")
        if at >= 0:
            span = Span(source.id, at, at + len(title))
            findings.append(Finding(span, "section", Section(title, 2), By("rule", "test")))
    written = Written(
        source.id, "ferry.txt", "", "plain", "utf-8", "history", "The Ferry Treaty", 0
    )
    return take_apart(Shown(source, written, None, text, (), tuple(findings), text))


def cut_of(sentence: str, tight: bool = False) -> str:
    """The sentence as it is shortened."""
    text = history(sentence, ())
    return (tightened if tight else shortened)(text.passages[0]).text


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


# --- cuts ---------------------------------------------------------------------------------------


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


# --- what the writer does -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("I ask that they be sent home before Christmas.", "Asks"),
        ("Can you tell me whether anything has been found?", "Asks"),
        ("I should be obliged for your answer before the New Year.", "Asks"),
        ("Please send him home as the others were sent, by the ferry.", "Asks"),
        ("I would gladly receive any representative whom you may wish to name.", "Proposes"),
        ("I propose that you and I meet at Sankt Evert in June.", "Proposes"),
        ("I undertake that no boat of Cresby will be cleared to fish.", "Promises"),
        ("We shall open the gates on Monday.", "Promises"),
        ("As to the boats, I accept with thanks what you offered on January 22.", "Accepts"),
        ("My Government cannot accept the terms of the note.", "Refuses"),
        ("The condition is wholly unacceptable.", "Refuses"),
        # nobody asks or promises anything here
        ("The dam at Hollin was finished in June.", ""),
        ("I shall take the liberty further to express an opinion.", ""),
        ("Please accept, Sir, the assurance of my highest consideration.", ""),
        ("The Government had violated its pledge to the fishermen.", ""),
        ("You must not think that he asked for it.", ""),
        ("There is the attack which, if we accept what they say, is to follow in May.", ""),
    ],
)
def test_what_the_writer_does(words: str, label: str) -> None:
    """Only where the first person says it plainly."""
    assert does(words) == label


@pytest.mark.parametrize(
    ("words", "polite"),
    [
        ("I have received your letter of October 2.", True),
        ("Please accept, Sir, the renewed assurances of my esteem.", True),
        ("Thank you for the plums.", True),
        ("I am glad to hear that the crews are well.", True),
        ("I accept with thanks what you offered.", False),
        ("The gates were lowered on Monday.", False),
    ],
)
def test_courtesy_is_known(words: str, polite: bool) -> None:
    """Thanks, regards, and that a letter has come are no contents."""
    assert courteous(words) is polite


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
