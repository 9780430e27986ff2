"""Mentions by their words: copies, corrected numbers, date-time groups, talks, "yours of"."""

from __future__ import annotations

import datetime
import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.mark import mark
from letterbook.mark.mention_phrases import _NOUN, _nouns
from letterbook.mark.mention_words import NOUN, STEMS
from letterbook.mark.mentions import mentions
from letterbook.model import Mention, Source

HEAD = (
    "12. Telegram From the Embassy in Japan to the Department of State\n\n"
    "Tokyo, May 8, 1957, 4 p.m.\n\n"
)


def found(body: str) -> list[tuple[str, Mention]]:
    """The mentions in a telegram with this body, each with its words."""
    source = Source.of(HEAD + body, path="telegram.txt")
    told = []
    for finding in mentions(source, mark(source)):
        assert isinstance(finding.value, Mention)
        words = source.text[finding.span.start : finding.span.end]
        told.append((" ".join(words.split()), finding.value))
    return told


@pytest.mark.parametrize(
    ("body", "words", "copies"),
    [
        ("See Deptel 506 rptd Manila 309.", "Deptel 506 rptd Manila 309", ("Manila 309",)),
        ("See Deptel 506 to Tokyo, repeated Paris 77, Rome 8.",
         "Deptel 506 to Tokyo, repeated Paris 77, Rome 8", ("Paris 77", "Rome 8")),
        ("Deptel 170 sent Karachi 181 Djakarta 183 says so.",
         "Deptel 170 sent Karachi 181 Djakarta 183", ("Karachi 181", "Djakarta 183")),
        # one circular, and the number that it bears at each post
        ("Deptel Ottawa 394, London 602, Rome 78 says so.",
         "Deptel Ottawa 394, London 602, Rome 78", ("London 602", "Rome 78")),
    ],
)  # fmt: skip
def test_a_copy_is_no_letter_of_its_own(body: str, words: str, copies: tuple[str, ...]) -> None:
    """The numbers that a telegram bears elsewhere belong to its mention."""
    [(text, value)] = found(body)
    assert (text, value.copies) == (words, copies)


def test_a_telegram_named_after_a_copy_is_another() -> None:
    """ "Deptel 506 rptd Paris 77, Deptel 511": the second is no copy of the first."""
    told = found("Deptel 506 rptd info Paris 77, Deptel 511, Deptel 512.")
    assert [v.number for _, v in told] == ["506", "511", "512"]
    assert [v.copies for _, v in told] == [("Paris 77",), (), ()]


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        # an editor's number goes before the one that the letter gives
        ("Reference Embtel 806 [803].", ["803"]),
        ("Delgas 217, 211 [221], November 4, agree.", ["217", "221"]),
        # the date-time group of a military message: alone, with an owner, after a command
        ("Your 061951Z is clear.", ["061951Z"]),
        ("Reference CINCPAC 260302Z.", ["260302Z"]),
        ("Reference is made to message DTG 102223Z.", ["102223Z"]),
        # and beside a number: one message
        ("I agree with JCS 947046 DTG 252148Z.", ["947046"]),
        # a station's cable, a joint one
        ("CAS Saigon 1445 says so, and so does CAS Washington 74228.", ["1445", "74228"]),
        ("Plans in State–Defense 229 stand.", ["229"]),
        # no numbers of letters: a postal district, an hour
        ("He lives at Washington 25.", []),
        ("Message Nr 658, May 2, 1 PM, says so.", ["658"]),
    ],
)
def test_the_number_that_is_meant(body: str, numbers: list[str]) -> None:
    """Corrected, grouped or joint numbers are read; hours and districts are not."""
    assert [v.number for _, v in found(body) if v.form == "numbered"] == numbers


@pytest.mark.parametrize(
    ("body", "parties"),
    [
        # the post before a list is every number's
        ("See Deptels to Kabul 357 and 350.", [("", "Kabul"), ("", "Kabul")]),
        ("State cables to Seoul Nos. 568, 491.", [("", "Seoul"), ("", "Seoul")]),
        # the post after a number is its own
        ("See Deptel 357 to Kabul and Deptel 12.", [("", "Kabul"), ("", "")]),
        ("Embassy has reported (to Karachi 162 and 165) why.", [("", "Karachi"), ("", "Karachi")]),
        ("Eyes only Vale. Your Geneva 13. No.", [("", "Geneva")]),
    ],
)
def test_where_it_was_sent(body: str, parties: list[tuple[str, str]]) -> None:
    """The post to which a number belongs."""
    assert [(v.sender, v.recipient) for _, v in found(body)] == parties


@pytest.mark.parametrize(
    ("body", "words", "day"),
    [
        # the sender's pronoun stands between the verb and the day
        ("Thank you for the message you sent me on May 1.", "the message you sent me on May 1", 1),
        # a month before the noun is nobody's name
        ("In the April 29 memorandum he agrees.", "the April 29 memorandum", 29),
        # a day that comes late, after words of another sort
        ("I saw Mr. Vale's letter of thanks, dated May 3.",
         "Mr. Vale's letter of thanks, dated May 3", 3),
        ("Thank you for your note of the 2nd in regard to ferries.", "your note of the 2nd", 2),
        # an editor puts the noun right
        ("As in your letter [memorandum] of May 4 to him.",
         "your letter [memorandum] of May 4 to him", 4),
        ("We had a similar message of mine of April 22 in mind.",
         "a similar message of mine of April 22", 22),
        ("I sent a second message to Premier Farr (May 6).",
         "a second message to Premier Farr (May 6)", 6),
        # no noun at all
        ("Yours of the 7th reached me today.", "Yours of the 7th", 7),
    ],
)  # fmt: skip
def test_a_day_in_an_unusual_place(body: str, words: str, day: int) -> None:
    """The day is found where it stands, and nothing beside it is taken for a party."""
    text, value = next((t, v) for t, v in found(body) if v.when)
    assert text == words
    assert value.when and value.when.earliest and value.when.earliest.day == day


def test_the_sender_is_none_of_the_words_beside() -> None:
    """A month, the next clause, and the bearer are not the letter's sender."""
    assert found("In the April 29 memorandum he agrees.")[0][1].sender == ""
    [(text, value)] = found("I spoke of President Vale’s letter of May 2, Boegner gave his views.")
    assert (text, value.sender) == ("President Vale’s letter of May 2", "President Vale")
    told = found("I have from Ambassador John Strand Your Excellency’s letter of May 2.")
    assert [(v.whose, v.sender) for _, v in told] == [("addressee", "")]
    assert [v.whose for _, v in found("See a message of mine of May 2.")] == ["writer"]


def test_two_days_in_brackets_are_two_letters() -> None:
    """ "the two earlier memoranda (dated 11 February and 19 April)"."""
    told = found("Attached are the two earlier memoranda (dated 11 February and 19 April 1957).")
    days = [v.when.earliest for _, v in told if v.when]
    assert days == [datetime.date(1957, 2, 11), datetime.date(1957, 4, 19)]


def test_a_letter_that_is_named_has_been_written() -> None:
    """ "My letter of October 10", in May, is of last October; June 2 may be the day it arrives."""
    assert found("See my letter of October 10 to Vale.")[0][1].when.earliest == (  # type: ignore[union-attr]
        datetime.date(1956, 10, 10)
    )
    [(_, value)] = found("See my letter of May 10, 1957.")
    assert value.when and value.when.earliest == datetime.date(1957, 5, 10)


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("In his memorandum of conversation with Admiral Strand of May 2 he agrees.",
         "memorandum of conversation with Admiral Strand"),
        ("See memorandum conversation between Rook and Vale of May 2.",
         "memorandum conversation between Rook and Vale"),
        ("See your memorandum of a conversation with Mr. Rook, May 2.",
         "memorandum of a conversation with Mr. Rook"),
        ("Read the memo of conversation dated May 2.", "memo of conversation"),
        ("In its note verbale of May 2 the Ministry agrees.", "note verbale"),
    ],
)  # fmt: skip
def test_a_talk_is_named_by_those_who_talked(body: str, what: str) -> None:
    """A memorandum of conversation, in the forms in which letters name one."""
    [(_, value)] = found(body)
    assert (value.what, value.form) == (what, "dated")


def test_what_a_telegram_says_of_itself_is_no_mention() -> None:
    """ "Joint State–Defense message" at the head of a telegram is the telegram."""
    assert found("Joint State–Defense message. For the Ambassador.") == []


@given(
    st.from_regex(NOUN.partition(")")[2], fullmatch=True, alphabet=string.ascii_letters + " éÉ-.")
)
def test_every_noun_begins_with_a_stem(noun: str) -> None:
    """The quick search for fixed letters passes over no noun that the pattern knows."""
    assert re.fullmatch(NOUN, noun)
    assert noun.startswith(STEMS)


@given(st.lists(st.sampled_from(
    "Letter letters memcons Uncleared noted. note verbale aide-mémoire telegr. intelligence İ re-"
    " MESSAGE meſſage replies wire, paper's (tels) \n".split(" ")
), max_size=12).map(" ".join))  # fmt: skip
def test_the_quick_search_finds_what_the_pattern_finds(text: str) -> None:
    """Also beside a letter that is two in lower case, and where one noun stands in another."""
    assert [m.span() for m in _nouns(text)] == [m.span() for m in _NOUN.finditer(text)]
