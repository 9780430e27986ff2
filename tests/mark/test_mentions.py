"""Mentions: where a letter names another, by number, by day, by an owner, and where it does not."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.mark import mark
from letterbook.mark.mentions import mentions
from letterbook.model import Mention, Source

HEAD = "12. Telegram From the Embassy in Orvane to the Department of State\n\n"
DATELINE = "Tokyo, May 8, 1957, 4 p.m.\n\n"


def found(body: str, head: str = HEAD + DATELINE) -> list[tuple[str, Mention]]:
    """The mentions in a telegram with this body, each with its words."""
    source = Source.of(head + body, path="telegram.txt")
    told = []
    for finding in mentions(source, mark(source)):
        assert isinstance(finding.value, Mention)
        words = source.text[finding.span.start : finding.span.end]
        told.append((" ".join(words.split()), finding.value))
    return told


def words(body: str) -> list[str]:
    """The words of the mentions in a telegram."""
    return [text for text, _ in found(body)]


@pytest.mark.parametrize(
    ("body", "named"),
    [
        # a series, an owner, a post, a noun before the number
        ("Reported in Embtel 1234 and approved.", ["Embtel 1234"]),
        ("I refer to your 1164 on the ferry.", ["your 1164"]),
        ("The matter of Seoul's 85 rests.", ["Seoul's 85"]),
        ("We have read Tel Aviv 1741 twice.", ["Tel Aviv 1741"]),
        ("As in telegram No. 1174 of last week.", ["telegram No. 1174"]),
        ("Set forth in your Dulte 2 we think.", ["your Dulte 2"]),
        ("State 88408 answers this.", ["State 88408"]),
        # a list: one mention a number
        ("See Embtels 2644, 2676 and 2680.", ["Embtels 2644", "2676", "2680"]),
        ("Delgas 571, 572, and 575 follow.", ["Delgas 571", "572", "575"]),
        ("mytels 438 April 24, 770 May 1.", ["mytels 438 April 24", "770 May 1"]),
        # with its day, its post, its copies
        ("Embtel 943, May 2, says so.", ["Embtel 943, May 2"]),
        ("Deptel 1025 to Athens is clear.", ["Deptel 1025 to Athens"]),
        ("Embtel 639 rptd Manila 192 stands.", ["Embtel 639 rptd Manila 192"]),
        # by day
        ("I have your letter of May first.", ["your letter of May first"]),
        ("In his April 5 letter he agrees.", ["his April 5 letter"]),
        ("We answered the Soviet note of January 31.", ["the Soviet note of January 31"]),
        ("He recalled the letter to Mr. Vale dated 2 May.", ["the letter to Mr. Vale dated 2 May"]),
        ("In a memo dated May 2 [April 28] he agreed.", ["a memo dated May 2 [April 28]"]),
        ("My letter to Mr. Vale sent you from Hollin on May 2.",
         ["My letter to Mr. Vale sent you from Hollin on May 2"]),
        # by month
        ("I recalled Mr. Vale's letter of last July.", ["Mr. Vale's letter of last July"]),
        ("I come back to your letter of May.", ["your letter of May"]),
        ("Since my April 1956 memorandum much has changed.", ["my April 1956 memorandum"]),
        ("He referred to an August memo.", ["an August memo"]),
        ("The letter in May 3 was his letter.", ["his letter"]),
        # by owner or giver alone
        ("Thank you for your message.", ["your message"]),
        ("As I said in my last letter, no.", ["my last letter"]),
        ("Text is in immediately following telegram.", ["immediately following telegram"]),
        ("I read the message which Ambassador Farr handed me.",
         ["the message which Ambassador Farr handed me"]),
        ("I shall send to you a confidential letter.", ["a confidential letter"]),
        ("I agree with your thought that we meet.", ["your thought"]),
    ],
)  # fmt: skip
def test_a_letter_is_named(body: str, named: list[str]) -> None:
    """The words of each mention, from its owner to its day."""
    assert words(body) == named


@pytest.mark.parametrize(
    "body",
    [
        "It was a note of warning to all.",
        "The letter of the law is plain.",
        "I write this letter in haste.",
        "We note that the ferry runs.",
        "Please cable soonest.",
        "Article 22 and Resolution 181 apply.",
        "Some 4500 men and 300 trucks crossed.",
        "In our fiscal year 1958 budget, 250 million dollars.",
        "He was 42 on July 29, 1957.",
        "Exchange of notes is usual.",
        "Sent Department 583; repeated Manila 23.",
    ],
)
def test_nothing_is_named(body: str) -> None:
    """A noun, a number or a verb alone names no letter."""
    assert words(body) == []


def test_whose_letter_it_is() -> None:
    """An owner's word gives the letter a side."""
    told = dict(found("Reurtel 318. My 41 and the Greek note of May 2 agree with your letter."))
    assert [v.whose for v in told.values()] == ["addressee", "writer", "other", "addressee"]


def test_parties_are_words_of_the_text() -> None:
    """Sender and recipient stand as the text names them."""
    [(_, value)] = found("He showed the President's letter to Premier Farr of May 2.")
    assert (value.sender, value.recipient, value.form) == (
        "the President",
        "Premier Farr",
        "dated",
    )


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("Your message of April thirtieth.", datetime.date(1957, 4, 30)),
        ("Your letter of the 2nd instant.", datetime.date(1957, 5, 2)),
        ("Your letter of the seventh.", datetime.date(1957, 5, 7)),
        ("Your letter of yesterday.", datetime.date(1957, 5, 7)),
        ("Your letter of last Monday.", datetime.date(1957, 5, 6)),
        ("Your letter of December 28.", datetime.date(1956, 12, 28)),
        ("Your letter of April 7 [6].", datetime.date(1957, 4, 6)),
    ],
)
def test_the_day_is_counted_from_the_letters_own(body: str, day: datetime.date) -> None:
    """A day named by half is that nearest the letter's own."""
    [(_, value)] = found(body)
    assert value.when is not None
    assert (value.when.earliest, value.when.latest) == (day, day)


@pytest.mark.parametrize(
    ("body", "does"),
    [
        ("Your 1164. The ferry runs.", "answers"),
        ("In reply to your letter of May 2, no.", "answers"),
        ("I have received your message of May 2.", "answers"),
        ("Ref: Deptel 41. The ferry runs.", "answers"),
        ("I enclose his letter of May 2.", "encloses"),
        ("Please deliver following message from the President to Premier Farr.", "forwards"),
        ("The ferry runs. " * 30 + "Embtel 12 says why.", "refers to"),
    ],
)
def test_what_it_does_to_the_letter(body: str, does: str) -> None:
    """The words before, and the place, say what is done."""
    assert found(body)[0][1].does == does


def test_two_days_are_two_letters() -> None:
    """Each day of a list is a mention of its own."""
    told = found("The two letters of May 1 and May 3 from Mr. Vale agree.")
    assert [v.when.earliest.day for _, v in told if v.when and v.when.earliest] == [1, 3]


def test_a_telegrams_own_number_is_no_mention() -> None:
    """The number at its head is its own."""
    assert words("Delga 41. For the Secretary. The ferry runs.") == []


LETTERS = st.text("Ymabc 0123456789,.;'\n’—()[]")


@given(st.lists(st.one_of(LETTERS, st.sampled_from(
    ["your letter of May 2", "Embtels 12, 13 and 14", "Seoul's 85", "the enclosed note", "No. 7"]
))).map(" ".join))  # fmt: skip
def test_every_mention_lies_in_the_text(body: str) -> None:
    """Whatever the body, mentions lie in it and are in order."""
    source = Source.of(HEAD + DATELINE + body, path="any.txt")
    spans = [f.span for f in mentions(source, mark(source))]
    assert all(0 <= s.start < s.end <= len(source.text) for s in spans)
    assert spans == sorted(spans, key=lambda s: (s.start, s.end))


@pytest.mark.parametrize(
    ("body", "named"),
    [
        # a people or a person before the noun
        ("I asked about the Orvanian aide-mémoire.", ["the Orvanian aide-mémoire"]),
        ("The motives behind Vale letter are plain.", ["The motives behind Vale letter"]),
        # where it is to be found
        ("A memorandum (Tab B) gives the soundings.", ["A memorandum"]),
        ("The attached wire (Tab A) to Tokyo is short.", ["The attached wire (Tab A) to Tokyo"]),
        # telegraphic: whom it was given to is no part of it
        ("He handed me note from the King.", ["note from the King"]),
        # over the end of a page
        ("Vale said so in his\n\n[Page 704]\n\nrecent letter to the King.",
         ["his [Page 704] recent letter to the King"]),
        # two letters, the second by "that"
        ("Your letter of January 22 to my predecessor and that of February 16 are here.",
         ["Your letter of January 22", "that of February 16"]),
    ],
)  # fmt: skip
def test_letters_without_a_day(body: str, named: list[str]) -> None:
    """A phrase that points at one letter by who, where or what, and its whole extent."""
    assert words(body) == named
