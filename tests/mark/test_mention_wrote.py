"""Mentions without a noun ("I wrote to him on May 5"), and days and numbers in unusual places."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.mark.mention_wrote import wrote
from tests.mark.test_mentions import found, words


@pytest.mark.parametrize(
    ("body", "whose", "sender", "recipient", "day"),
    [
        ("I wrote to him on the 22nd April about boats.", "writer", "", "him", (4, 22)),
        ("I have again written to you on May 5.", "writer", "", "you", (5, 5)),
        ("You wrote to me on April 30.", "addressee", "", "me", (4, 30)),
        ("The President of the Council has written to your Premier, on the 2nd.",
         "other", "The President of the Council", "your Premier", (5, 2)),
        ("Ambassador Hale put it in writing on May 1; nobody answered.",
         "other", "Ambassador Hale", "", (5, 1)),
        # whose "he" is, the words before tell
        ("Premier Farr holds to what he wrote on April 17.", "other", "Premier Farr", "", (4, 17)),
    ],
)  # fmt: skip
def test_a_verb_and_a_day_name_a_letter(
    body: str, whose: str, sender: str, recipient: str, day: tuple[int, int]
) -> None:
    """Who wrote, to whom and when, in the words of the text."""
    [(_, value)] = found(body)
    assert (value.what, value.whose, value.form) == ("letter", whose, "dated")
    assert (value.sender, value.recipient) == (sender, recipient)
    assert value.when is not None and value.when.earliest == datetime.date(1957, *day)


@pytest.mark.parametrize(
    "body",
    [
        "The paper which Mr. Vale wrote is good.",  # no day
        "He wrote a book on May flies.",
        "I asked it on March 6.",  # perhaps by word of mouth
        "It is written on the wall.",
        "He rewrote it on May 5.",
    ],
)
def test_no_letter_is_named(body: str) -> None:
    """Writing without a day, or no writing."""
    assert words(body) == []


@given(st.text("Iwroten toyu.,5May22ndhe ", max_size=60))
def test_what_was_written_lies_in_the_text(text: str) -> None:
    """Whatever the words, a mention lies within them, and in order."""
    spans = [(one.start, one.end) for one in wrote(text)]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)


@pytest.mark.parametrize(
    ("body", "words", "day"),
    [
        # as the services write days
        ("See Memos to the Director dtd 19 Apr 57 and others.", "dtd 19 Apr 57", (1957, 4, 19)),
        ("He cites the memorandum dated 12 Oct 53.", "dated 12 Oct 53", (1953, 10, 12)),
        ("See Memorandum of Conversation, 1200 hours, 2 May 1957, Hollin.",
         "1200 hours, 2 May 1957", (1957, 5, 2)),
        # the day in the title
        ("See Memorandum for Record, “Talk with Mr. Vale, 2 May 1957”.",
         "“Talk with Mr. Vale, 2 May 1957”", (1957, 5, 2)),
        # a noun in quotation marks
        ("the Strand “Informal Memorandum” to the Secretary of State of May 2 (4 pages)",
         "Memorandum” to the Secretary of State of May 2", (1957, 5, 2)),
        # the sender after the day
        ("Deliver the following letter dated May 7, from President Vale to Mr. Farr.",
         "dated May 7, from President Vale to Mr. Farr", (1957, 5, 7)),
        # the year is told by the last day only
        ("He sent two letters to Mr. Vale, dated July 14 and November 10, 1956.",
         "July 14", (1956, 7, 14)),
    ],
)  # fmt: skip
def test_a_day_as_services_and_editors_write_it(
    body: str, words: str, day: tuple[int, int, int]
) -> None:
    """The words that tell the day are part of the mention, and the day is read from them."""
    [text, value] = found(body)[0]
    assert words in text
    assert value.when is not None and value.when.earliest == datetime.date(*day)


def test_the_day_is_that_of_the_nearest_letter() -> None:
    """ "The memorandum which you sent with your letter of May 2": the day is the letter's."""
    told = found(
        "I read the memorandum on improving the ferry which you sent with your letter of May 2."
    )
    dated = [value for _, value in told if value.form == "dated"]
    assert [value.what for value in dated] == ["letter"]


@pytest.mark.parametrize(
    ("body", "number", "sender"),
    [
        ("In State message from Saigon, 2446, of 18 April, he agrees.", "2446", "Saigon"),
        ("See telegram from Tokyo No. 345.", "345", "Tokyo"),
        (
            "National Security Decision Memorandum (NSDM) 113, dated April 23, calls for it.",
            "113",
            "",
        ),
        ("It is NSSM 54 that asks for it.", "54", ""),
        ("Reported in Deptel Eyes Only 5881 of last week.", "5881", ""),
    ],
)
def test_a_number_after_a_post_or_an_abbreviation(body: str, number: str, sender: str) -> None:
    """The words between the noun and its number are passed over."""
    value = found(body)[0][1]
    assert (value.form, value.number, value.sender) == ("numbered", number, sender)


@pytest.mark.parametrize(
    ("body", "sender"),
    [
        # he to whom something was handed did not write it
        ("Mr. Hale handed to Secretary Lorne his letter of May 2.", "Mr. Hale"),
        ("The paper was submitted to you by Secretary Lorne with his letter of May 2.",
         "Secretary Lorne"),
        ("In his letter of May 2, of which he sent me a copy, General de Vale agrees.",
         "General de Vale"),
    ],
)  # fmt: skip
def test_who_he_is(body: str, sender: str) -> None:
    """The writer is the one who gives, or whom the sentence names after."""
    value = found(body)[0][1]
    assert value.sender == sender


def test_a_telegrams_second_number_is_its_own() -> None:
    """ "256063/Todel 1287." at the head of a telegram names no other."""
    head = (
        "12. Telegram From the Department of State to the Delegation at the Conference\n\n"
        "Washington, May 8, 1957, 4 p.m.\n\n256063/Todel 1287. "
    )
    assert found("The ferry runs.", head) == []
