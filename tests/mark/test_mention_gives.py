"""Whose a letter is that a verb tells of: who sent it, to whom, when; who said something in it."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.mark.mention_gives import Gives, gives, said_in
from letterbook.mark.mention_left import subject
from letterbook.mark.mention_words import COMING, SENT
from tests.mark.test_mentions import found, words


def given_by(sentence: str) -> Gives | None:
    """What the words before the last "a letter" of a sentence tell."""
    return gives(sentence, sentence.rindex("a letter"))


@pytest.mark.parametrize(
    ("sentence", "who", "to"),
    [
        # the last subject before the verb, not the first capital of the sentence
        ("In addition, Premier Vale had written a letter", "Premier Vale", ""),
        ("About a week ago, General Farr sent President Odan a letter", "General Farr",
         "President Odan"),
        ("Now that the President has sent a letter", "the President", ""),
        ("In reaching our Ferry objectives, I have written General Farr a letter", "I",
         "General Farr"),
        ("He liked the Hale memorandum so much that he sent a letter", "he", ""),
        # the whole of a name with its office
        ("The Minister of River Affairs of Orvane has sent the Secretary a letter",
         "The Minister of River Affairs of Orvane", "the Secretary"),
        # who is asked to send, whom it is sent with, whose things are spoken of: none of them
        ("I have asked Ambassador Hale to send you a letter", "I", "you"),
        ("After a talk with Mr. Vale we sent a letter", "we", ""),
        ("We have read Orvane's proposals and have just sent Mr. Hale a letter", "We", "Mr. Hale"),
    ],
)  # fmt: skip
def test_who_sent_it(sentence: str, who: str, to: str) -> None:
    """The giver and the one to whom it goes, in words of the text."""
    told = given_by(sentence)
    assert told is not None
    assert (told.who, told.to) == (who, to)


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry runs. It is a letter",
        "We read a letter",
        "The gates; sent a letter",  # what stands before the semicolon tells nothing
        "sent a letter",
    ],
)
def test_nobody_gives_it(sentence: str) -> None:
    """No verb of giving, or nobody before it."""
    assert given_by(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "done", "coming"),
    [
        ("Premier Vale has sent me a letter", True, False),
        ("Premier Vale wrote Mr. Farr a letter", True, False),
        ("Premier Vale will send me a letter", False, True),
        ("Premier Vale had gone to bed but would be sending a letter", False, True),
        ("I am going to address to you a letter", False, True),
        # who hands a letter over need not have written it
        ("Mr. Hale handed the President a letter", False, False),
    ],
)
def test_what_is_sent_and_what_is_to_come(sentence: str, done: bool, coming: bool) -> None:
    """A letter that somebody has sent can be looked for among those before; one to come cannot."""
    told = given_by(sentence)
    assert told is not None
    assert (told.done, told.coming) == (done, coming)


def test_a_bearer_is_no_sender() -> None:
    """ "Mr. Hale handed the President a letter": from whom, is not said."""
    told = given_by("Mr. Hale handed the President a letter")
    assert told == Gives("", "the President", False)


@pytest.mark.parametrize(
    ("body", "sender", "recipient", "day"),
    [
        ("On 4 February 1957 the Secretary of Trade sent you a memorandum.",
         "the Secretary of Trade", "you", (2, 4)),
        ("More lately, on April 19, Butch Farr addressed a letter to the Deputies.",
         "Butch Farr", "the Deputies", (4, 19)),
        ("Yesterday Premier Vale sent the King a message.", "Premier Vale", "the King", (5, 7)),
    ],
)  # fmt: skip
def test_the_day_on_which_it_was_sent(
    body: str, sender: str, recipient: str, day: tuple[int, int]
) -> None:
    """A day told before the verb is the letter's as much as one told behind the noun."""
    [(_, value)] = found(body)
    assert (value.form, value.sender, value.recipient) == ("dated", sender, recipient)
    assert value.when is not None and value.when.earliest == datetime.date(1957, *day)
    assert SENT in value.series.split()


def test_a_day_on_which_it_came_is_not_the_letters() -> None:
    """ "On May 5 Mr. Hale handed me a letter" and "on May 5 I shall send": no day of a letter."""
    for body in ("On May 5 Mr. Hale handed me a letter.", "On May 20 I shall send you a letter."):
        [(_, value)] = found(body)
        assert value.form == "undated"


def test_what_is_to_come_is_marked_so() -> None:
    """So that it is not taken for one that went before."""
    [(_, coming)] = found("The Premier would be sending a personal message to President Vale.")
    [(_, sent)] = found("The Premier has sent a personal message to President Vale.")
    assert (COMING in coming.series.split(), SENT in coming.series.split()) == (True, False)
    assert (COMING in sent.series.split(), SENT in sent.series.split()) == (False, True)


@pytest.mark.parametrize(
    ("body", "whose"),
    [
        ("We said so in another message of April 19.", "writer"),
        ("As I have reported in a telegram of April 19, no.", "writer"),
        ("You suggested this in a letter of April 19.", "addressee"),
        ("By letter dated April 19 you informed my predecessor of it.", "addressee"),
        ("In a note of April 19 we proposed a date.", "writer"),
        ("He said so in another message of April 19.", "other"),
        ("We said that in a message of April 19 he was named.", "other"),
    ],
)
def test_in_whose_letter_something_was_said(body: str, whose: str) -> None:
    """ "I said in a letter": mine; "by letter … you informed": yours."""
    [(_, value)] = found(body)
    assert value.whose == whose


def test_no_owner_where_nobody_here_speaks() -> None:
    """Only I, we and you have letters that the words give them."""
    assert said_in("as he said in ", "") == ""
    assert said_in("By ", " they informed us") == ""


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Please thank Macmar for ", "Macmar"),
        ("I thanked the Foreign Minister warmly for ", "the Foreign Minister"),
        ("He expressed his gratitude to Mr. Hale for ", "Mr. Hale"),
        # whole names, and titles as a telegram writes them
        ("Mr. Gray reminded us that Mr. Robert Farr in ", "Mr. Robert Farr"),
        ("Gen Hammel agrees and will follow with ", "Gen Hammel"),
        ("We thank for ", ""),
    ],
)
def test_whose_his_letter_is(before: str, who: str) -> None:
    """ "Please thank Macmar for his message": Macmar's."""
    assert subject(before) == who


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("Bunker's cable of 12th 0730 says it.", ["Bunker's cable of 12th"]),
        ("See the memo on the same subject to Mr. Bund by Director Hale.",
         ["the memo on the same subject to Mr. Bund by Director Hale"]),
        ("They read the proposed telegram.", ["the proposed telegram"]),
        ("You will have seen the memorandum of my conversation with the President.",
         ["the memorandum of my conversation with the President"]),
        ("They talked of the memorandum of conversation.", []),  # which, nobody tells
    ],
)  # fmt: skip
def test_more_words_that_name_a_letter(body: str, named: list[str]) -> None:
    """A day by its number alone, a subject in between, what is proposed, who talked."""
    assert words(body) == named


def test_who_received_it_did_not_send_it() -> None:
    """ "The message that the Consul had received" came to the Consul."""
    [(_, value)] = found("He quoted the message which Consul Hale had received.")
    assert (value.sender, value.recipient) == ("", "Consul Hale")


def test_a_sign_of_a_part_is_no_party() -> None:
    """ "Section A1 attachment March 18 letter": A1 wrote nothing."""
    [(_, value)] = found("Included in section A1 attachment March 18 letter.")
    assert (value.form, value.sender) == ("dated", "")


@given(st.text(st.sampled_from("I we Vale sent on May 5 a letter,. “")), st.integers(0, 40))
def test_whatever_stands_before(text: str, at: int) -> None:
    """Any text is read, and what is told of are its own words."""
    told = gives(text, min(at, len(text)))
    if told is not None:
        assert all(word in text for word in (told.who, told.to, told.day))
