"""Letters told by who sent them, by an office, by who talked, by the letter beside them."""

from __future__ import annotations

import pytest

from tests.link.test_named_loosely import FROM_CANADA, STAFF, TO_PRESIDENT, headed
from tests.link.volume import CAPITAL, EMBASSY, TO_FARR, TO_VALE, heap

TALK = "Memorandum of Conversation\n\nWashington, {}\n\nPRESENT\n\nThe Secretary\nMr. Hale\n\n{}"
CALL = headed("Memorandum of Telephone Conversation")
TO_CANADA = headed("Telegram From the Department of State to the Embassy in Canada")
INSIDE = headed(
    "Memorandum From the Assistant Secretary of State for European Affairs (Rook) to the Under"
    " Secretary of State (Odan)"
)
FOR_FILE = headed("Memorandum for the Record") + "\n\nDonald Rook\n"


@pytest.mark.parametrize(
    ("body", "meant"),
    [
        ("I have written Prime Minister Farr a letter on the ferry.", 1),
        ("In reaching our aims, I sent Prime Minister Farr a long letter.", 1),
        ("I shall send Prime Minister Farr a letter on the ferry.", 0),  # it is to come
        ("I would write a letter to Prime Minister Farr.", 0),
    ],
)
def test_a_letter_that_somebody_has_sent(body: str, meant: int) -> None:
    """ "A letter" may be any; one that I have sent is one of those that went before."""
    found = heap(
        (TO_FARR, "May 2, 1957", "The ferry runs."),
        (headed("Letter From President Vale to Chancellor Odan"), "May 9, 1957", body),
    )
    assert found.meant(2) == [meant]


def test_on_the_day_told_before_the_verb() -> None:
    """ "On May 2 Premier Farr sent you a letter": the one of that day, whatever came later."""
    found = heap(
        (TO_VALE, "May 2, 1957", "The ferry runs."),
        (TO_VALE, "May 6, 1957", "The ferry runs still."),
        (STAFF, "May 9, 1957", "On May 2 Prime Minister Farr sent you a letter on the ferry."),
    )
    assert found.meant(3) == [1]


def test_what_was_handed_over_is_not_his_who_handed_it() -> None:
    """ "Secretary Lorne handed the President a memorandum": none that he wrote weeks ago."""
    found = heap(
        (TO_PRESIDENT, "April 20, 1957", "The ferry runs."),
        (CALL, "May 9, 1957", "Secretary Lorne handed the President a memorandum on gates."),
    )
    assert found.meant(2) == [0]


@pytest.mark.parametrize("name", ["de Marl", "DeMarl", "deMarl"])
def test_a_name_is_one_however_its_parts_are_joined(name: str) -> None:
    """ "DeMarl" on the telephone is the "de Marl" of a heading."""
    found = heap(
        (headed("Letter From President de Marl to President Vale", "Paris"), "May 2, 1957", "No."),
        (CALL, "May 3, 1957", f"The President had just read the letter from {name}."),
    )
    assert found.meant(2) == [1]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("He will know of the President's letter.", 1),
        ("He has no answer to the President's message.", 1),
        ("In addition to delivering the President's letter, speak of the gates.", 0),
    ],
)
def test_the_presidents_letter_to_the_country_that_the_telegram_runs_to(
    words: str, meant: int
) -> None:
    """The only one of weeks that went there; one that is only now delivered may be another."""
    found = heap(
        (TO_FARR, "April 2, 1957", "The ferry runs."),
        (TO_VALE, "April 20, 1957", "It does."),
        (TO_CANADA, "May 9, 1957", words),
    )
    assert found.meant(3) == [meant]


def test_what_the_president_sent_to_a_third() -> None:
    """ "Your message to the Chancellor" went out in a telegram of the Department."""
    to_germany = headed("Telegram From the Department of State to the Embassy in Germany")
    found = heap(
        (to_germany, "May 2, 1957",
         "Please deliver following message from the President to Chancellor Odan: “Yes.”"),
        (TO_VALE, "May 3, 1957", "I have heard of your message to Chancellor Odan."),
    )  # fmt: skip
    assert found.meant(2) == [1]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("our cable to Ottawa", 2),
        ("our cable to Tokyo", 1),
        ("our cable to Paris", 0),
        ("my cable to Ottawa", 2),
        ("our message to Ottawa", 0),  # a message may be anybody's
    ],
)
def test_an_officer_of_the_department_speaks_of_its_cables(words: str, meant: int) -> None:
    """ "Our cable to Ottawa", in a memorandum within the Department, is the Department's."""
    found = heap(
        (CAPITAL, "May 1, 1957", "8. The ferry runs."),
        (TO_CANADA, "May 2, 1957", "9. The ferry runs."),
        (INSIDE, "May 3, 1957", f"He is told of it in {words}."),
    )
    assert found.meant(3) == [meant]


def test_an_envoys_message_is_his_telegram() -> None:
    """ "Ambassador Hale's message" came by wire, from the post at which he serves."""
    found = heap(
        (TO_CANADA, "May 1, 1957", "9. For Ambassador Hale. Tell us of the ferry."),
        (FROM_CANADA, "May 2, 1957", "41. The ferry runs."),
        (STAFF, "May 3, 1957", "In view of Ambassador Hale's message we should wait."),
    )
    assert found.meant(3) == [2]


def test_a_bureaus_memorandum() -> None:
    """ "The EA memorandum" is by the head of that bureau; of two, neither is chosen."""
    one = (INSIDE, "May 1, 1957", "The ferry runs.")
    mine = (headed("Memorandum From Mr. Farr to Mr. Hale"), "May 9, 1957",
            "He has approved the EA memorandum.")  # fmt: skip
    assert heap(one, mine).meant(2) == [1]
    assert heap(one, (INSIDE, "May 2, 1957", "It runs still."), mine).meant(3) == [0]


def test_no_agency_is_taken_for_a_bureau() -> None:
    """ "The CIA memorandum" is by none of the Department's officers."""
    found = heap(
        (INSIDE, "May 1, 1957", "The ferry runs."),
        (headed("Memorandum From Mr. Farr to Mr. Hale"), "May 9, 1957", "See the CIA memorandum."),
    )
    assert found.meant(2) == [0]


def test_your_letter_that_another_of_the_department_signed() -> None:
    """The senator thanks the officer for "your letter", which the Acting Secretary signed."""
    found = heap(
        (headed("Letter From the Acting Secretary of State to Senator Russ"), "April 20, 1957",
         "Dear Senator: The boats are lent."),
        (headed("Letter From Senator Russ to the Deputy Assistant Secretary of State for"
                " Inter-American Affairs (Snow)"), "May 9, 1957",
         "Dear Mr. Snow: I acknowledge your letter."),
    )  # fmt: skip
    assert found.meant(2) == [1]


def test_a_memorandum_that_is_a_letter() -> None:
    """ "The memorandum from Secretary Hale": all that he has sent these weeks is a letter."""
    letter = headed("Letter From Secretary of Defense Hale to the Under Secretary of State (Odan)")
    mine = (INSIDE, "May 9, 1957", "This is our view of the memorandum from Secretary Hale.")
    one = (letter, "May 1, 1957", "Dear Mr. Odan: The ferry runs.")
    assert heap(one, mine).meant(2) == [1]
    assert heap(one, (letter, "May 2, 1957", "Dear Mr. Odan: It does."), mine).meant(3) == [0]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("the memorandum of my conversation with the Secretary", 2),
        ("the memorandum of conversation with Mr. Hale", 2),
        ("the memorandum of conversation with Mr. Odan", 0),  # he was not there
    ],
)
def test_a_talk_is_told_by_who_talked(words: str, meant: int) -> None:
    """The only record of a talk of these weeks that names him."""
    found = heap(
        (TO_PRESIDENT, "May 1, 1957", "The ferry runs."),
        (TALK, "May 2, 1957", "They spoke of the ferry."),
        (STAFF, "May 4, 1957", f"You will have seen {words}."),
    )
    assert found.meant(3) == [meant]
    if meant:
        [(_, link)] = found.told[found.id(3)]
        assert link.reason.startswith("the only record of a talk")


def test_of_two_talks_with_him_neither_is_chosen() -> None:
    """Both name Mr. Hale."""
    found = heap(
        (TALK, "May 1, 1957", "They spoke of the ferry."),
        (TALK, "May 2, 1957", "They spoke of the bridge."),
        (STAFF, "May 4, 1957", "See the memorandum of conversation with Mr. Hale."),
    )
    assert found.meant(3) == [0]


def test_a_title_before_the_noun_is_nobodys_name() -> None:
    """ "The Ferry Project memo of May 1", in a letter of his who wrote the only one of that day."""
    found = heap(
        (TO_PRESIDENT, "May 1, 1957", "The ferry runs."),
        (headed("Memorandum From Mr. Farr to Mr. Hale"), "May 1, 1957", "The gates are down."),
        (TO_PRESIDENT, "May 4, 1957", "The terms stand in the Ferry Project memo of May 1, 1957."),
        (TO_PRESIDENT, "May 5, 1957", "The terms stand in the Paris telegram of May 1, 1957."),
    )
    assert (found.meant(3), found.meant(4)) == ([1], [0])


def test_a_day_and_an_envoy_whose_post_another_letter_tells() -> None:
    """ "Hale's cable of 2nd May" came from the post at which the record finds him."""
    found = heap(
        (TO_CANADA, "May 1, 1957", "9. For Ambassador Hale. Tell us of the ferry."),
        (FROM_CANADA, "May 2, 1957", "41. The ferry runs."),
        (EMBASSY, "May 2, 1957.", "42. The bridge stands."),
        (STAFF, "May 9, 1957", "So says Hale's cable of May 2."),
    )
    assert found.meant(4) == [2]


def test_the_committees_cover_memorandum_stands_beside() -> None:
    """What covers the papers that I speak of is printed with them."""
    committee = headed("Memorandum From the Ferry Committee to President Vale")
    found = heap(
        (STAFF, "May 2, 1957", "I favor what the Committee's cover memorandum asks."),
        (committee, "May 2, 1957", "We recommend three ferries."),
    )
    assert found.meant(1) == [2]


def test_a_copy_of_my_reply_and_what_i_wrote_for_the_file() -> None:
    """What I enclose of my own went to somebody else; in a record for myself I cite my own."""
    reply = headed("Letter From Secretary of State Lorne to Minister Odan")
    found = heap(
        (reply, "May 2, 1957", "Dear Minister: No."),
        (TO_PRESIDENT, "May 2, 1957", "I enclose a copy of my reply."),
        (STAFF, "May 9, 1957", "The ferry runs."),
        (FOR_FILE, "May 9, 1957", "I briefed him along the lines of my memorandum."),
    )
    assert (found.meant(2), found.meant(4)) == ([1], [3])


def test_a_record_for_no_reader_that_he_made_yesterday() -> None:
    """ "Your memorandum on the meeting": he wrote it for the file."""
    found = heap(
        (headed("Memorandum by the Secretary of State"), "May 8, 1957", "The Council met."),
        (headed("Memorandum From Mr. Farr to the Secretary of State"), "May 9, 1957",
         "With reference to your memorandum on the Council, Mr. Hale did not agree."),
    )  # fmt: skip
    assert found.meant(2) == [1]


def test_the_proposed_telegram_is_the_one_sent_then() -> None:
    """What a talk goes over goes out that day and is printed next; days later it may be another."""
    talk = (CALL, "May 2, 1957", "They read the proposed telegram.")
    assert heap(talk, (TO_CANADA, "May 2, 1957", "9. The ferry runs.")).meant(1) == [2]
    assert heap(talk, (TO_CANADA, "May 9, 1957", "9. The ferry runs.")).meant(1) == [0]
    assert heap(talk, (FROM_CANADA, "May 2, 1957", "9. The ferry runs.")).meant(1) == [0]


def test_a_separate_message_of_the_same_day_wherever_it_stands() -> None:
    """An edition may print it among other papers, far off."""
    between = [(EMBASSY, "May 2, 1957.", f"{n}. The ferry runs.") for n in range(41, 49)]
    found = heap(
        (TO_FARR, "May 2, 1957", "I am sending you a separate letter about the bridge."),
        *between,
        (TO_FARR, "May 2, 1957", "The bridge stands."),
    )
    assert found.meant(1) == [10]


def test_a_governments_note_printed_without_a_day() -> None:
    """ "The Canadian note": the message of that government that stands before."""
    found = heap(
        (TO_PRESIDENT, "May 1, 1957", "The ferry runs."),
        (headed("Message From the Canadian Leadership to President Vale"), "undated", "We wait."),
        (CALL, "May 2, 1957", "How do you read the Canadian note?"),
    )
    assert found.meant(3) == [2]
