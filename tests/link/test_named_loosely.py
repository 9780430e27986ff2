"""Letters named by a month, by place, by thanks, or more fully elsewhere in the same letter."""

from __future__ import annotations

import pytest

from tests.link.volume import CAPITAL, EMBASSY, TO_FARR, TO_VALE, heap


def headed(heading: str, place: str = "Washington") -> str:
    """The form of a letter: its heading and a dateline to fill in."""
    return f"{heading}\n\n{place}, {{}}\n\n{{}}"


TO_PRESIDENT = headed("Memorandum From Secretary of State Lorne to President Vale")
AIDE = headed("Aide-Mémoire From the Department of State to the Canadian Embassy")
STAFF = headed("Memorandum From the President's Special Assistant (Rook) to President Vale")
FROM_CANADA = headed("Telegram From the Embassy in Canada to the Department of State", "Ottawa")


@pytest.mark.parametrize(
    ("named", "meant"),
    [
        ("your letter of last July", 1),
        ("your July letter", 1),
        ("your letter of July 1956", 1),
        ("your letter of last September", 0),  # none of that month is held
        ("your letter of July 1955", 0),
        ("my letter of last July", 0),  # the other way
        ("your letter of last March", 0),  # two of that month: both are shown
    ],
)
def test_a_month_is_enough_where_it_has_one_letter(named: str, meant: int) -> None:
    """The latest July before the letter, and of it the only letter between the two."""
    found = heap(
        (TO_VALE, "July 20, 1956", "The ferry runs."),
        (TO_VALE, "March 2, 1957", "The ferry runs."),
        (TO_VALE, "March 30, 1957", "The ferry runs still."),
        (TO_FARR, "May 9, 1957", f"I come back to {named}."),
    )
    assert found.meant(4) == [meant]


def test_of_a_months_two_the_one_that_is_named_fully_below() -> None:
    """ "My March memorandum" is the "memorandum of March 30" of the next page."""
    found = heap(
        (TO_PRESIDENT, "March 2, 1957", "The ferry runs."),
        (TO_PRESIDENT, "March 30, 1957", "The ferry runs still."),
        (
            TO_PRESIDENT,
            "May 9, 1957",
            "So much has changed since my March memorandum. In my memorandum to you of March 30"
            " I spoke of the bridge.",
        ),
    )
    assert found.meant(3) == [2, 2]
    first, second = (link.reason for _, link in found.told[found.id(3)])
    assert first == f"named more fully below: {second}"


def test_a_day_without_sides_that_is_named_with_them_elsewhere() -> None:
    """ "By letter dated May 2 you told him" and, further on, "your letter of May 2"."""
    found = heap(
        (headed("Message From Prime Minister Farr to President Vale"), "May 2, 1957", "It runs."),
        (headed("Letter From Mr. Hale to Mrs. Odan"), "May 3, 1957", "Dear Mrs. Odan: Yes."),
        (
            TO_FARR,
            "May 9, 1957",
            "You told us so by letter dated May 2, 1957. I have considered it. What your letter of"
            " May 2, 1957 says of the bridge is right.",
        ),
    )
    assert found.meant(3) == [1, 1]


@pytest.mark.parametrize(
    ("thanks", "meant"),
    [
        ("I thank you most warmly for the message, so full of understanding.", [1]),
        ("I am grateful to you for the message.", [1]),
        ("Thanks for the messages.", []),  # several: which, nobody says
        ("I wait for the message.", []),
    ],
)
def test_what_i_thank_you_for_is_yours(thanks: str, meant: list[int]) -> None:
    """ "The message" alone names none; after thanks it is the reader's."""
    found = heap((TO_VALE, "May 2, 1957", "The ferry runs."), (TO_FARR, "May 9, 1957", thanks))
    assert found.meant(2) == meant


def test_what_is_laid_before_the_president_to_be_signed() -> None:
    """The attached reply is the letter that he then sends, printed next."""
    found = heap(
        (STAFF, "May 2, 1957", "In the attached reply we try to strike a balance."),
        (TO_FARR, "May 3, 1957", "I have considered the matter of the bridge."),
    )
    assert found.meant(1) == [2]


def test_what_is_attached_for_another_is_not_the_next_letter() -> None:
    """He who reads does not write the letter printed next."""
    found = heap(
        (STAFF, "May 2, 1957", "In the attached reply we try to strike a balance."),
        (headed("Letter From Mr. Hale to Mrs. Odan"), "May 3, 1957", "Dear Mrs. Odan: Yes."),
    )
    assert found.meant(1) == [0]


def test_the_presidents_own_message_that_a_telegram_carried() -> None:
    """His staff write "your message", of yesterday; the one before is weeks old."""
    deliver = (
        "1. Please deliver following message from the President to Prime Minister Farr: “Yes.”"
    )
    to_canada = headed("Telegram From the Department of State to the Embassy in Canada")
    found = heap(
        (to_canada, "April 2, 1957", deliver),
        (to_canada, "May 2, 1957", deliver),
        (STAFF, "May 3, 1957", "Your message got to the Prime Minister after the ferry had sunk."),
    )
    assert found.meant(3) == [2]


def test_an_aide_memoire_is_so_rare_that_the_article_is_enough() -> None:
    """ "He handed the Ambassador an aide-mémoire": the one printed beside."""
    found = heap(
        (EMBASSY, "May 1, 1957.", "41. The ferry runs."),
        (AIDE, "May 2, 1957", "The Government of the United States has considered the ferry."),
        (TO_PRESIDENT, "May 3, 1957", "The Ambassador received a copy of the aide-mémoire."),
    )
    assert found.meant(3) == [2]


def test_of_two_aide_memoires_beside_neither_is_chosen() -> None:
    """Rare as they are, two stand here."""
    found = heap(
        (AIDE, "May 1, 1957", "The Government of the United States has considered the ferry."),
        (AIDE, "May 2, 1957", "The Government of the United States has considered the bridge."),
        (TO_PRESIDENT, "May 3, 1957", "The Ambassador received a copy of the aide-mémoire."),
    )
    assert found.meant(3) == [0]


@pytest.mark.parametrize(
    "words",
    [
        "Fol telegram sets forth what we agreed.",
        "My comments in telegram immediately following.",
        "Telegram with comments and suggestions follows.",
        "This will be outlined in subsequent telegram.",
    ],
)
def test_the_next_telegram_in_telegraphic_words(words: str) -> None:
    """The wire leaves out what it can; the next number is meant."""
    found = heap(
        (EMBASSY, "May 2, 1957, 4 p.m.", f"41. The ferry runs. {words}"),
        (EMBASSY, "May 2, 1957, 5 p.m.", "42. The bridge stands."),
    )
    assert found.meant(1) == [2]


def test_a_subsequent_telegram_may_come_much_later() -> None:
    """When it will come is not told: that the next but one is printed next tells nothing."""
    found = heap(
        (EMBASSY, "May 2, 1957, 4 p.m.", "41. We shall report in subsequent telegram."),
        (EMBASSY, "May 2, 1957, 5 p.m.", "43. The bridge stands."),
    )
    assert found.meant(1) == [0]


def test_the_immediately_preceding_message() -> None:
    """The one before, though a number between them is not printed."""
    found = heap(
        (EMBASSY, "May 2, 1957, 4 p.m.", "41. The ferry runs."),
        (EMBASSY, "May 2, 1957, 5 p.m.", "43. See my immediately preceding Top Secret message."),
    )
    assert found.meant(2) == [1]


@pytest.mark.parametrize(
    ("named", "meant"),
    [
        ("Canadian aide-mémoire of May 1", 1),  # the day that the telegram gives it
        ("Canadian aide-mémoire of May 4", 0),
    ],
)
def test_a_note_that_the_post_there_sends_on(named: str, meant: int) -> None:
    """A minister handed it to the envoy a day later; the envoy's telegram gives its text."""
    found = heap(
        (
            FROM_CANADA,
            "May 2, 1957.",
            "41. The following aide-mémoire dated May 1 was handed to me this morning by the"
            " Foreign Minister.",
        ),
        (TO_PRESIDENT, "May 9, 1957", f"All this was summarized in the {named}."),
    )
    assert found.meant(2) == [meant]


def test_a_telegram_that_speaks_of_a_note_long_after_does_not_bring_it() -> None:
    """ "The Canadian note of May 1" is not the telegram of June that answers it."""
    found = heap(
        (
            headed("Telegram From the Department of State to the Embassy in Canada"),
            "June 12, 1957.",
            "41. Deliver following note in reply to their note dated May 1.",
        ),
        (TO_PRESIDENT, "June 20, 1957", "All this was summarized in the Canadian note of May 1."),
    )
    assert found.meant(2) == [0]


def test_the_only_letter_of_a_person_in_weeks() -> None:
    """ "Mr. Odan's letter", five weeks old; of two, neither is chosen."""
    from_odan = headed("Letter From Mr. Odan of the Ferry Board to Secretary of State Lorne")
    one = (from_odan, "April 2, 1957", "Dear Mr. Secretary: The ferry runs.")
    other = (from_odan, "April 9, 1957", "Dear Mr. Secretary: The ferry runs still.")
    told = (TO_PRESIDENT, "May 14, 1957", "I have considered Mr. Odan's letter on the bridge.")
    assert heap(one, told).meant(2) == [1]
    assert heap(one, other, told).meant(3) == [0]


def test_my_last_memorandum_to_you() -> None:
    """An office writes many memoranda; to one reader, the last is known."""
    found = heap(
        (TO_PRESIDENT, "April 12, 1957", "The ferry runs."),
        (TO_PRESIDENT, "May 9, 1957", "As stressed in my previous memorandum to you, it runs."),
    )
    assert found.meant(2) == [1]


def test_a_letter_of_more_than_half_a_year_ago() -> None:
    """ "Your letter of January 30", in August, is of this year's January."""
    found = heap(
        (TO_VALE, "January 30, 1956", "The ferry ran."),
        (TO_VALE, "January 30, 1957", "The ferry runs."),
        (TO_FARR, "August 25, 1957", "In consequence of your letter of January 30 it stopped."),
        (CAPITAL, "August 26, 1957.", "41. The ferry stopped."),
    )
    assert found.meant(3) == [2]
