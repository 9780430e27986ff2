"""Numbers of airgrams, of services, of action memoranda; numbers in a letter without a day."""

from __future__ import annotations

import pytest

from tests.link.volume import CAPITAL, EMBASSY, heap

AIRGRAM = "Airgram From the Embassy in Japan to the Department of State\n\nTokyo, {}\n\n{}"
ACTION = "National Security Action Memorandum No. 98\n\nWashington, {}\n\n{}"
DECISION = "National Security Decision Memorandum 113\n\nWashington, {}\n\n{}"
MEMO = (
    "Memorandum From the Assistant Secretary of State (Rook) to Secretary of State Lorne"
    "\n\nWashington, {}\n\n{}"
)


@pytest.mark.parametrize(
    ("named", "meant"), [("Embtel 553", 0), ("your A–553", 1), ("your telegram 553", 0)]
)
def test_an_airgram_is_not_counted_with_telegrams(named: str, meant: int) -> None:
    """A–553 and telegram 553 of one post are two."""
    found = heap(
        (AIRGRAM, "February 5, 1957", "A–553. Subject: The ferry."),
        (CAPITAL, "February 9, 1957.", f"71. We have read {named} with care."),
    )
    assert found.meant(2)[:1] == [meant]


def test_a_services_number_is_no_posts() -> None:
    """CX–76 is of another series than the embassy's telegram 76."""
    found = heap(
        (EMBASSY, "February 5, 1957.", "76. The ferry runs."),
        (CAPITAL, "February 9, 1957.", "71. Details are in message CX–76 of the attaché."),
    )
    assert found.meant(2) == [0]


@pytest.mark.parametrize(
    ("form", "named"),
    [
        (ACTION, "National Security Action Memorandum No. 98"),
        (ACTION, "NSAM 98"),
        (DECISION, "National Security Decision Memorandum (NSDM) 113"),
        (DECISION, "NSDM 113"),
    ],
)
def test_an_action_memorandum_is_named_years_after(form: str, named: str) -> None:
    """They are counted through the years, not anew each July."""
    found = heap(
        (form, "September 25, 1957", "The Secretary will see to the ferry."),
        (MEMO, "October 28, 1959", f"This follows {named} on the ferry."),
    )
    assert found.meant(2) == [1]


def test_a_telegram_to_the_capital_that_was_repeated_here() -> None:
    """ "Tokyo tel sent Dept 1609" is Tokyo's telegram 1609 to the capital."""
    other = "Telegram From the Embassy in Canada to the Department of State\n\nOttawa, {}\n\n{}"
    found = heap(
        (EMBASSY, "June 5, 1957.", "1609. The ferry runs."),
        (other, "June 6, 1957.", "1322. Tokyo tel sent Dept 1609. It may well stop."),
    )
    assert found.meant(2) == [1]


def test_a_draft_without_a_day_names_by_number() -> None:
    """It stands in its edition after the telegram that it answers."""
    draft = "Draft Telegram From the Department of State to the Embassy in Japan{}\n\n{}"
    found = heap(
        (EMBASSY, "April 29, 1957.", "2165. The ferry runs."),
        (draft, "\n\nWashington, undated.", "We find Embtel 2165 useful."),
        (EMBASSY, "May 2, 1957.", "2201. The ferry runs still."),
    )
    assert found.meant(2) == [1]


def test_a_number_after_a_caption() -> None:
    """ "Deptel Eyes Only 5881": the caption between tells how it was sent."""
    found = heap(
        (CAPITAL, "April 5, 1957.", "5881. The ferry runs."),
        (EMBASSY, "April 9, 1957.", "90. We have Deptel Eyes Only 5881 in hand."),
    )
    assert found.meant(2) == [1]


def test_to_whom_his_answer_tells() -> None:
    """Of two letters of a day, the one to Farr is meant by "Farr's reaction to my letter"."""
    to_farr = "Letter From President Vale to Prime Minister Farr\n\nWashington, {}\n\n{}"
    to_odan = "Letter From President Vale to Premier Odan\n\nWashington, {}\n\n{}"
    to_hale = "Letter From President Vale to Mr. Hale\n\nWashington, {}\n\n{}"
    found = heap(
        (to_farr, "June 15, 1957", "Dear Mr. Farr: The ferry runs."),
        (to_odan, "June 15, 1957", "Dear Mr. Odan: The ferry runs."),
        (to_hale, "June 16, 1957", "I await Farr’s reaction to my letter of June 15."),
        (to_hale, "June 17, 1957", "I wonder whether Odan has replied to my letter of June 15."),
    )
    assert found.meant(3) == [1]
    assert found.meant(4) == [2]
