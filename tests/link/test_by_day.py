"""Letters named by day: days of receipt, deputies, talks, personal telegrams, several of a day."""

from __future__ import annotations

import pytest

from tests.link.volume import EMBASSY, TO_FARR, TO_VALE, heap


def headed(heading: str, place: str, body: str = "{}") -> str:
    """The form of a letter: its heading, a dateline to fill in, and its body."""
    return f"{heading}\n\n{place}, {{}}\n\n{body}"


MEMO = (
    "Memorandum From the Assistant Secretary of State (Rook) to Secretary of State Lorne"
    "\n\nWashington, {}\n\n{}"
)
TALK = "Memorandum of Conversation\n\nWashington, {}\n\nPARTICIPANTS\n\n{}"
MESSAGE_TO_VALE = "Message From Prime Minister Farr to President Vale\n\nOttawa, {}\n\n{}"
MESSAGE_TO_FARR = "Message From President Vale to Prime Minister Farr\n\nWashington, {}\n\n{}"


def test_a_message_handed_over_on_the_day_named() -> None:
    """A message of February 28 is "your message of March 2", on which the envoy brought it."""
    found = heap(
        (MESSAGE_TO_VALE, "February 28, 1957", "The ferry runs."),
        (MESSAGE_TO_FARR, "April 17, 1957", "I was glad of your message of March 2."),
        (MESSAGE_TO_FARR, "April 18, 1957", "I was glad of your message of March 9."),
    )
    assert found.meant(2) == [1]
    assert found.meant(3) == [0]


def test_a_letter_is_of_its_own_day() -> None:
    """A letter sent by post is not taken for one of some days later."""
    found = heap(
        (TO_VALE, "September 9, 1957", "The ferry runs."),
        (TO_FARR, "September 13, 1957", "I have your letter of September 12."),
    )
    assert found.meant(2) == [0]


def test_what_the_deputy_signed() -> None:
    """ "Your letter of November 5" was signed by whoever acted for the Secretary that day."""
    to_rook = headed(
        "Letter From the Acting Secretary of State to the Assistant Secretary of Defense (Rook)",
        "Washington",
        "{}",
    )
    to_hale = headed(
        "Letter From Assistant Secretary of Defense Rook to the Under Secretary of State (Hale)",
        "Washington",
        "{}",
    )
    found = heap(
        (to_rook, "November 5, 1957", "Dear Mr. Rook: The ferry runs."),
        (to_hale, "December 5, 1957", "Dear Mr. Hale: I have your letter of November 5."),
    )
    assert found.meant(2) == [1]


def test_nobody_signs_for_another_department() -> None:
    """The Secretary of Trade's letter is not the Under Secretary of State's."""
    to_rook = headed(
        "Letter From the Secretary of Commerce to the Assistant Secretary of Defense (Rook)",
        "Washington",
        "{}",
    )
    to_hale = headed(
        "Letter From Assistant Secretary of Defense Rook to the Under Secretary of State (Hale)",
        "Washington",
        "{}",
    )
    found = heap(
        (to_rook, "November 5, 1957", "Dear Mr. Rook: The ferry runs."),
        (to_hale, "December 5, 1957", "Dear Mr. Hale: I have your letter of November 5."),
    )
    assert found.meant(2) == [0]


@pytest.mark.parametrize(
    ("named", "meant"),
    [
        ("your memorandum of conversation with Mr. Rifka of May 2", 2),
        ("the memorandum of conversation between Hale and Odan of May 2", 1),
        ("memorandum conversation, May 2, between Rifka and Rook", 0),
        ("the memorandum of conversation with Mr. Strand of May 2", 0),
    ],
)
def test_of_the_talks_of_a_day_the_one_with_him(named: str, meant: int) -> None:
    """Those who talked decide between the talks of a day; without them nothing is asserted."""
    found = heap(
        (TALK, "May 2, 1957", "The Secretary\nMr. Hale\nMr. Odan\n\nMr. Odan spoke of ferries."),
        (TALK, "May 2, 1957", "The Secretary\nMr. Rifka\n\nMr. Rifka spoke of bridges."),
        (MEMO, "May 9, 1957", f"I refer to {named}."),
    )
    assert found.meant(3)[:1] == [meant]


def test_a_telegram_from_person_to_person_is_a_letter() -> None:
    """ "The President's letter of May 21" went by wire to the Prime Minister."""
    wire = headed("Telegram From President Vale to Prime Minister Farr", "Washington", "{}")
    found = heap(
        (wire, "May 21, 1957.", "CAP 66307. I have read your note on ferries."),
        (EMBASSY, "May 21, 1957.", "41. The ferry runs."),
        (MEMO, "July 14, 1957", "I recall President Vale's letter to Premier Farr of May 21."),
    )  # fmt: skip
    assert found.meant(3) == [1]


def test_of_two_of_a_day_the_one_written_to_me() -> None:
    """ "The memorandum by the Secretary of Trade, dated May 2" went to those who speak of it."""
    to_board = (
        "Memorandum From Secretary of Commerce Hale to the Ferry Board\n\nWashington, {}\n\n{}"
    )
    to_vale = headed(
        "Memorandum From Secretary of Commerce Hale to President Vale", "Washington", "{}"
    )
    answer = headed(
        "Memorandum From the Ferry Board to Secretary of Commerce Hale", "Washington", "{}"
    )
    found = heap(
        (to_vale, "May 2, 1957", "The ferry runs."),
        (to_board, "May 2, 1957", "The bridge stands."),
        (answer, "May 9, 1957", "I refer to the memorandum by Secretary Hale, dated May 2."),
    )  # fmt: skip
    assert found.meant(3) == [2]


def test_a_short_name() -> None:
    """ "U Nu's letter" is Nu's."""
    to_vale = headed("Letter From Prime Minister Nu to President Vale", "Rangoon", "Dear Sir: {}")
    found = heap(
        (to_vale, "May 2, 1957", "The ferry runs."),
        (TO_VALE, "May 2, 1957", "The bridge stands."),
        (MEMO, "May 9, 1957", "The reply to U Nu's May 2 letter follows."),
    )
    assert found.meant(3)[-1] == 1


def test_you_in_a_telegram_to_a_delegation() -> None:
    """ "Secretary Hale's letter to you of May 2": the Secretary of State is with the delegation."""
    letter = headed(
        "Letter From Secretary of Commerce Hale to the Secretary of State",
        "Washington",
        "Dear Sir: {}",
    )
    wire = headed(
        "Telegram From the Department of State to the Delegation at the Ferry Conference",
        "Washington",
        "{}",
    )
    found = heap(
        (letter, "May 2, 1957", "The ferry runs."),
        (wire, "May 9, 1957.", "41. Here is a reply to Secretary Hale's letter to you of May 2."),
    )
    assert found.meant(2) == [1]


def test_what_is_to_come_is_not_what_came() -> None:
    """A draft, a proposed or a further message is none of those that went before."""
    found = heap(
        (TO_VALE, "May 2, 1957", "The ferry runs."),
        (TO_VALE, "May 9, 1957", "I shall send you a further letter soon."),
        (MEMO, "May 10, 1957", "I read a proposed letter from Prime Minister Farr."),
        (TO_FARR, "May 12, 1957", "I await your subsequent letter."),
    )
    assert [found.meant(n) for n in (2, 3, 4)] == [[0], [0], [0]]


def test_yours_of_the_ninth() -> None:
    """A day and no noun: "Yours of the 9th" answers the letter of that day."""
    found = heap(
        (TO_VALE, "May 9, 1957", "The ferry runs."),
        (TO_FARR, "May 15, 1957", "Yours of the 9th reached me today."),
    )
    assert found.answered(2) == [found.id(1)]


def test_the_enclosed_telegram_was_sent_that_day() -> None:
    """A letter encloses the telegram in which the same man reports the same day."""
    letter = (
        "Letter From the Ambassador in Japan (Strand) to the Secretary of State\n\nTokyo, {}\n\n{}"
    )
    wire = headed(
        "Telegram From the Ambassador in Japan (Strand) to the Department of State", "Tokyo", "{}"
    )
    found = heap(
        (wire, "May 1, 1957.", "240. The bridge stands."),
        (letter, "May 9, 1957", "Dear Mr. Secretary: It is told in the enclosed telegram."),
        (wire, "May 9, 1957.", "246. The ferry runs."),
    )
    assert found.meant(2) == [3]
