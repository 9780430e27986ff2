"""Letters named by day that bear none, or another's kind, name or office than the words give."""

from __future__ import annotations

import pytest

from tests.link.volume import CAPITAL, EMBASSY, TO_FARR, TO_VALE, heap

MEMO = (
    "Memorandum From the Assistant Secretary of State (Rook) to Secretary of State Lorne"
    "\n\nWashington, {}\n\n{}"
)
UNDATED = "Message From Prime Minister Farr to President Vale{}\n\nDear Mr. President: {}"


def headed(heading: str, place: str = "Washington") -> str:
    """The form of a letter: its heading and a dateline to fill in."""
    return f"{heading}\n\n{place}, {{}}\n\n{{}}"


@pytest.mark.parametrize(
    ("named", "meant"),
    [
        ("your message of May 5", 2),  # between the letters of May 4 and May 7
        ("your letter of May 5", 2),  # both sides are told: the noun may be loose
        ("your message of May 10", 2),  # its place may be off by some days
        ("your message of June 20", 0),
    ],
)
def test_an_undated_letter_is_named_by_the_day_about_which_it_is_printed(
    named: str, meant: int
) -> None:
    """Editions print a letter without a day about where it belongs; others name its day."""
    found = heap(
        (TO_FARR, "May 4, 1957", "The ferry runs."),
        (UNDATED, "", "The bridge stands."),
        (TO_FARR, "May 7, 1957", "The ferry runs still."),
        (TO_FARR, "July 9, 1957", f"I thank you for {named}."),
    )
    assert found.meant(4) == [meant]


def test_an_undated_letter_far_from_the_letters_beside_it_has_no_place() -> None:
    """Between a letter of March and one of July the place tells too little."""
    found = heap(
        (TO_FARR, "March 4, 1957", "The ferry runs."),
        (UNDATED, "", "The bridge stands."),
        (TO_FARR, "July 7, 1957", "The ferry runs still."),
        (TO_FARR, "July 9, 1957", "I thank you for your message of May 5."),
    )
    assert found.meant(4) == [0]


def test_a_dated_letter_goes_before_an_undated_one() -> None:
    """What bears the day is meant, though an undated letter is printed beside it."""
    found = heap(
        (TO_FARR, "May 4, 1957", "The ferry runs."),
        (UNDATED, "", "The bridge stands."),
        (TO_VALE, "May 5, 1957", "The ferry does not run."),
        (TO_FARR, "May 9, 1957", "I have your letter of May 5."),
    )
    assert found.meant(4) == [3]


def test_nobody_names_what_was_not_yet_sent() -> None:
    """A telegram of June 23 carries no letter that one of June 20 speaks of."""
    carrier = "1. Please deliver following personal message from the President to Mr. Farr: “Yes.”"
    to_canada = headed("Telegram From the Department of State to the Embassy in Canada")
    from_canada = headed("Telegram From the Embassy in Canada to the Department of State", "Ottawa")
    found = heap(
        (
            from_canada,
            "June 20, 1957",
            "77. Your message to the Prime Minister of June 18 is read.",
        ),
        (to_canada, "June 23, 1957", f"90. {carrier}"),
    )
    assert found.meant(1) == [0]


def test_a_president_who_signs_by_his_name_alone() -> None:
    """ "The Presidential memorandum" is his who elsewhere is headed as the President."""
    bare = "National Security Action Memorandum No. 9\n\nWashington, {}\n\n{}\n\nMartha L. Vale"
    full = headed("Letter From President Martha L. Vale to Prime Minister Farr")
    found = heap(
        (full, "May 1, 1957", "Dear Mr. Farr: The ferry runs.\n\nMartha L. Vale"),
        (bare, "July 16, 1957", "1. The Secretary will see to the ferry."),
        (MEMO, "July 18, 1957", "The Presidential memorandum of July 16 is being carried out."),
    )
    assert found.meant(3) == [2]


def test_the_deputys_memorandum_is_answered_by_the_presidents_assistant() -> None:
    """ "The President has approved your memorandum": it went to him, from the Under Secretary."""
    to_vale = headed("Memorandum From the Under Secretary of State (Hale) to President Vale")
    answer = headed(
        "Memorandum From the President’s Special Assistant (Oster) to Secretary of State Lorne"
    )
    found = heap(
        (to_vale, "July 16, 1957", "These are the next steps about the ferry."),
        (
            answer,
            "July 17, 1957",
            "The President has read and approved your memorandum of July 16.",
        ),
    )
    assert found.meant(2) == [1]


def test_the_department_is_its_secretarys_office() -> None:
    """ "The Department of State's memorandum of March 28" was signed by the Acting Secretary."""
    to_vale = headed("Memorandum From Acting Secretary of State Hale to President Vale")
    found = heap(
        (to_vale, "March 28, 1957", "The ferry runs."),
        (MEMO, "May 2, 1957", "The Department of State's memorandum of March 28 told of it."),
    )
    assert found.meant(2) == [1]


@pytest.mark.parametrize(
    ("sign", "office"),
    [
        ("IO", "Deputy Assistant Secretary of State for International Organization Affairs"),
        ("U/LS", "Deputy Special Assistant for Law of the Sea Matters"),
        ("DD/P", "Deputy Director for Plans"),
    ],
)
def test_a_bureau_is_known_by_its_sign(sign: str, office: str) -> None:
    """ "IO's memorandum of August 5": by the initials of the office that sent it."""
    one = headed(f"Memorandum From the {office} (Oster) to Secretary of State Lorne")
    other = headed("Memorandum From the Legal Adviser (Hale) to Secretary of State Lorne")
    found = heap(
        (one, "August 5, 1957", "The ferry runs."),
        (other, "August 5, 1957", "The bridge stands."),
        (MEMO, "August 9, 1957", f"This was pointed out in {sign}'s memorandum of August 5."),
    )
    assert found.meant(3) == [1]


def test_a_bare_name_before_the_noun_may_be_the_readers() -> None:
    """ "The Tokyo message of May 30" went there, where none of that day came from there."""
    found = heap(
        (CAPITAL, "May 30, 1957", "88. The ferry runs."),
        (MEMO, "June 9, 1957", "I recall the policy of the Tokyo message of May 30."),
    )
    assert found.meant(2) == [1]


def test_an_envoy_passes_on_his_premiers_message() -> None:
    """ "Your message of June 9", to the Premier, came in a letter from his ambassador."""
    envoy = headed("Letter From the Canadian Ambassador (Strand) to Secretary of State Lorne")
    answer = headed("Letter From Secretary of State Lorne to Prime Minister Farr")
    found = heap(
        (
            envoy, "June 9, 1957",
            "Dear Mr. Secretary: I have the honor to transmit to you the following message from"
            " Prime Minister Farr concerning the ferry.",
        ),
        (answer, "August 4, 1957", "Dear Mr. Farr: Responsive to your message of June 9, I agree."),
    )  # fmt: skip
    assert found.meant(2) == [1]


def test_a_talk_is_no_memorandum_for_the_record() -> None:
    """Of one day the memorandum of conversation is meant, not what was noted for the record."""
    talk = "Memorandum of Conversation\n\nTokyo, {}\n\nPARTICIPANTS\n\n{}"
    record = "Memorandum for the Record\n\nTokyo, {}\n\n{}"
    found = heap(
        (record, "December 20, 1957", "1. I saw the Minister alone."),
        (talk, "December 20, 1957", "The Minister\nMr. Hale\n\nThe Minister spoke of ferries."),
        (
            MEMO,
            "December 23, 1957",
            "See Memorandum of Conversation, 1200 hours, 20 December 1957.",
        ),
        (MEMO, "December 24, 1957", "See Memorandum for the Record dated 20 December 1957."),
    )
    assert found.meant(3) == [2]
    assert found.meant(4) == [1]


def test_a_governments_own_note_is_ours_to_its_ruler() -> None:
    """ "Our aide-mémoire of May 5", a President writes to a king, was the Department's."""
    note = headed("Aide-Mémoire From the Department of State to the Japanese Embassy")
    letter = headed("Message From President Vale to Emperor Aurel")
    body = "The representative of His Majesty Emperor Aurel has been heard."
    found = heap(
        (note, "May 5, 1957", body),
        (letter, "May 12, 1957", "Your Majesty: I recall our aide-mémoire of May 5."),
        (letter, "May 13, 1957", "Your Majesty: I recall your aide-mémoire of May 5."),
    )
    assert found.meant(2) == [1]
    assert found.meant(3) == [0]


def test_a_telegram_reporting_from_abroad_is_no_message_to_him() -> None:
    """The aide-mémoire that Odan handed over is not the message that was sent to Odan."""
    found = heap(
        (EMBASSY, "January 21, 1957", "61. Following is aide-mémoire handed me by Odan today."),
        (CAPITAL, "January 23, 1957", "70. He will recall the message of January 21 to Odan."),
    )
    assert found.meant(2) == [0]
