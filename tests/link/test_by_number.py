"""Letters named by number: copies, long numbers, date-time groups, series, corrections."""

from __future__ import annotations

from tests.link.volume import CAPITAL, EMBASSY, heap

PARIS = "Telegram From the Embassy in France to the Department of State\n\nParis, {}\n\n{}"
TO_PARIS = "Telegram From the Department of State to the Embassy in France\n\nWashington, {}\n\n{}"
MEMO = (
    "Memorandum From the Assistant Secretary of State (Rook) to the Secretary of State"
    "\n\nWashington, {}\n\n{}"
)
DESPATCH = "Despatch From the Embassy in Japan to the Department of State\n\nTokyo, {}\n\n{}"
COMMAND = (
    "Telegram From the Commander, Ferry Command (Strand) to the Chief of Staff (Vale)"
    "\n\nTokyo, {}\n\n{}"
)
TO_COMMAND = (
    "Telegram From the Chief of Staff (Vale) to the Commander, Ferry Command (Strand)"
    "\n\nWashington, {}\n\n{}"
)


def test_the_copy_that_another_post_has() -> None:
    """The volume prints what Tokyo got under its number there; Paris names both numbers."""
    found = heap(
        (CAPITAL, "May 2, 1957.", "309. The ferry runs."),
        (PARIS, "May 4, 1957.", "77. Deptel 506 repeated Tokyo 309. We agree."),
        (PARIS, "May 5, 1957.", "78. Deptel 507 repeated Tokyo 310. We agree."),
    )
    assert found.meant(2) == [1]
    assert found.meant(3) == [0]


def test_a_copy_must_come_from_the_sender_that_is_named() -> None:
    """ "London's 506 repeated Tokyo 309" is not what the Department sent to Tokyo as 309."""
    found = heap(
        (CAPITAL, "May 2, 1957.", "309. The ferry runs."),
        (PARIS, "May 4, 1957.", "77. London's 506 repeated Tokyo 309. We agree."),
    )
    assert found.meant(2) == [0]


def test_a_despatch_is_not_counted_with_telegrams() -> None:
    """A low number of a despatch does not mean that the telegrams began anew."""
    found = heap(
        (EMBASSY, "March 2, 1957.", "2446. The ferry runs."),
        (DESPATCH, "March 20, 1957.", "No. 306\n\nThe ferry in detail."),
        (EMBASSY, "April 9, 1957.", "2979. The ferry stands."),
        (EMBASSY, "April 19, 1957.", "2983. Ref: Tokyo's 2446. It sinks."),
    )
    assert found.meant(4) == [1]


def test_an_editors_number_goes_before_the_writers() -> None:
    """ "Embtel 806 [803]" is 803, though 806 is here as well."""
    found = heap(
        (EMBASSY, "May 2, 1957.", "803. The ferry runs."),
        (EMBASSY, "May 3, 1957.", "806. The ferry stands."),
        (CAPITAL, "May 5, 1957.", "60. Embtel 806 [803]. We agree."),
    )
    assert found.meant(3) == [1]


def test_a_long_number_is_enough() -> None:
    """Six figures hardly come twice: who sent it need not be told."""
    found = heap(
        (TO_PARIS, "October 16, 1968.", "256063/Todel 1287. For the Ambassador."),
        (MEMO, "October 18, 1968", "As State 256063 says, and Todel 1287, the ferry runs."),
        (MEMO, "October 18, 1969", "As State 256063 says, the ferry runs."),
    )
    assert found.meant(2) == [1, 1]
    assert found.meant(3) == [1]


def test_a_date_time_group_names_day_and_hour() -> None:
    """ "Your 061951Z" is of the sixth; next month the same group is another message's."""
    found = heap(
        (TO_COMMAND, "May 6, 1957.", "061951Z. The ferry runs."),
        (COMMAND, "May 7, 1957.", "071005Z. Your 061951Z. Agreed."),
        (COMMAND, "July 7, 1957.", "071205Z. Your 061951Z. Agreed."),
    )
    assert found.meant(2) == [1]
    assert found.meant(3) == [0]


def test_my_number_may_be_of_my_own_series() -> None:
    """ "My 1991" of a command that counts its telegrams as "MAC 1991"."""
    found = heap(
        (COMMAND, "May 6, 1957.", "MAC 1991. The ferry runs."),
        (COMMAND, "May 9, 1957.", "MAC 2028. My 1991 stands."),
    )
    assert found.meant(2) == [1]


def test_a_number_with_its_year() -> None:
    """ "JCS 3354-63" is one number."""
    found = heap(
        (TO_COMMAND, "August 26, 1963.", "JCS 3354-63. The ferry runs."),
        (COMMAND, "August 27, 1963.", "MAC 1540. Ref: A. JCS 3354-63. Agreed."),
    )
    assert found.meant(2) == [1]


def test_what_is_named_first_is_not_the_telegrams_own_number() -> None:
    """Printed as 2 and numbered 2 by chance: "Embtel 171" that follows is another's number."""
    found = heap(
        (EMBASSY, "May 2, 1957.", "171. The ferry runs."),
        (CAPITAL, "May 3, 1957.", "2. Embtel 171. We agree."),
        (EMBASSY, "May 4, 1957.", "173. Deptel 2. It is done."),
    )
    assert found.meant(2) == [1]
    assert found.meant(3) == [2]


def test_our_telegram_to_a_post_that_is_named() -> None:
    """An officer of the capital calls the Department's telegrams "ours"."""
    found = heap(
        (TO_PARIS, "May 2, 1957.", "353. The ferry runs."),
        (MEMO, "May 6, 1957", "Paris has answered our 353 to Paris of May 2, and our 353."),
    )
    assert found.meant(2) == [1, 0]


def test_the_capital_speaks_of_a_cable_of_these_days() -> None:
    """ "He should read cable 4438", said in the capital; after a month nobody would say so."""
    talk = "Memorandum of a Telephone Conversation\n\nWashington, {}\n\n{}"
    found = heap(
        (EMBASSY, "May 9, 1957.", "4438. The ferry runs."),
        (talk, "May 11, 1957", "The Secretary said he should read cable 4438."),
        (talk, "June 20, 1957", "The Secretary said he should read cable 4438."),
    )
    assert found.meant(2) == [1]
    assert found.meant(3) == [0]
