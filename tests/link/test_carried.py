"""Letters named by day that telegrams carry, that are of another kind, or whose year is untold."""

from __future__ import annotations

import pytest

from letterbook.mark import mark
from letterbook.mark.mention_he import he
from letterbook.model import Source
from tests.link.volume import CAPITAL, EMBASSY, TO_FARR, heap

MEMO = "Memorandum From Secretary of State Rook to President Vale\n\nWashington, {}\n\n{}"
BRINGS = "41. Please deliver following message from President Vale to Prime Minister Ota: {}"


def test_a_telegram_stands_for_the_letter_it_says_it_carries() -> None:
    """The message is from the President, though the telegram is from the Department."""
    found = heap(
        (CAPITAL, "May 2, 1957.", BRINGS.format("“The ferry runs.”")),
        (CAPITAL, "May 2, 1957.", "42. Ferries in general."),
        (MEMO, "May 20, 1957", "The President's message of May 2 to Ota had no answer."),
    )
    assert found.meant(3) == [1]


def test_the_day_of_the_letter_carried_is_its_own() -> None:
    """ "Letter dated May 2" is brought by a telegram of May 6; one that carries nothing is none."""
    brought = "41. Following is letter dated May 2 from Prime Minister Ota to President Vale: …"
    found = heap(
        (EMBASSY, "May 2, 1957.", "39. Prime Minister Ota spoke of ferries on May 2."),
        (EMBASSY, "May 6, 1957.", brought),
        (MEMO, "May 20, 1957", "Prime Minister Ota's letter of May 2 to you had no answer."),
    )
    assert found.meant(3) == [2]


def test_what_the_next_telegram_carries_is_not_in_this_one() -> None:
    """ "Following telegram contains text": the one that announces it is not the one that brings."""
    found = heap(
        (CAPITAL, "May 2, 1957.", "41. Following telegram contains text message to Ota."),
        (CAPITAL, "May 2, 1957.", BRINGS.replace("41", "42", 1).format("“The ferry runs.”")),
        (MEMO, "May 20, 1957", "The President's message of May 2 to Ota had no answer."),
    )
    assert found.meant(3) == [2]


def test_a_letter_may_be_a_memorandum_between_the_same_two() -> None:
    """Both sides and the day agree; only the noun does not."""
    found = heap(
        (MEMO, "May 2, 1957", "The ferry runs."),
        ("Letter From President Vale to Secretary of State Rook\n\nWashington, {}\n\n{}",
         "May 9, 1957", "Dear Martin: Thank you for your letter of May 2."),
    )  # fmt: skip
    assert found.meant(2) == [1]


def test_an_undated_letter_has_its_years_from_its_neighbours() -> None:
    """ "Your letter of May 2" in a letter without a date, printed between two of 1957."""
    reply = "I have received your letter of May 2."
    found = heap(
        ("Letter From Prime Minister Farr to President Vale\n\nOttawa, {}\n\nDear Sir: {}",
         "May 2, 1957", "The ferry runs."),
        (TO_FARR, "undated", reply),
        (EMBASSY, "May 30, 1957.", "60. Nothing new."),
    )  # fmt: skip
    assert found.meant(2) == [1]


def test_an_envoy_is_known_by_the_post_at_which_he_serves() -> None:
    """Ambassador Strand's telegram is the Embassy's, of two on that day."""
    named = "Letter From Secretary Rook to the Ambassador in Japan (Strand)\n\nWashington, {}\n\n{}"
    found = heap(
        (named, "May 1, 1957", "Dear Ned: The ferry runs."),
        (EMBASSY, "May 2, 1957.", "41. It does not."),
        ("Telegram From the Embassy in France to the Department of State\n\nParis, {}\n\n{}",
         "May 2, 1957.", "77. Nothing new."),
        (MEMO, "May 20, 1957", "In his telegram of May 2, Ambassador Strand reports on ferries."),
    )  # fmt: skip
    assert found.meant(4) == [2]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("I thanked Ambassador Vale for |his note of May 5|.", "Ambassador Vale"),
        ("The President wishes what |his letter of May 5| says.", "The President"),
        ("In |his telegram of May 5|, Ambassador Vale reports.", "Ambassador Vale"),
        ("Nobody knew of |his letter of May 5|.", ""),
        ("Averill named April 8 in |her reply of May 5|.", "Averill"),
        ("She named April 8 in |her reply of May 5|.", ""),  # and who is she?
        ("Nothing follows from |his letter of May 5|.", ""),
        ("We saw Ambassador Vale. It rained. He left. I read |his letter of May 5|.", ""),
    ],
)
def test_whose_letter_his_letter_is(text: str, person: str) -> None:
    """The person spoken of before, or then named in the same sentence; else nobody."""
    before, phrase, after = text.split("|")
    assert he(before + phrase + after, len(before), len(before + phrase)) == person


@pytest.mark.parametrize(
    "top",
    [
        "759. Deptel 754. Following is text of letter from President Vale to Mr. Ota.",
        "No. 413",
        "Confidential\n\nNo. 413",
        "SUBJECT\n\nPresidential Letter to Premier Ota on Ferries",
    ],
)
def test_the_head_of_a_letter_opens_no_second_one(top: str) -> None:
    """A telegram's text, a despatch's number and a subject stand under the dateline."""
    text = (
        "12. Despatch From the Embassy in Japan to the Department of State\n\n"
        f"Tokyo, May 2, 1957.\n\n{top}\n\n" + "The ferry runs, and nobody knows to where. " * 8
    )
    marked = mark(Source.of(text, path="despatch.txt"))
    assert [f.kind for f in marked].count("letter") == 1
