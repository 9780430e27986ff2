"""Clues to a letter's day: an undated letter, and what its own words say of the day."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.mark import mark
from letterbook.mark.clue_days import YEARLESS, days, year_spans
from letterbook.mark.clue_wires import Wire, cited_wires, own_wire
from letterbook.mark.clues import Clue, clues
from letterbook.model import Source, letter_id

Day = datetime.date

LETTER = """12. Letter From Chairman Orlo to President Vane 1

Dear Mr. President:

I have your letter of May 3 before me, and I thank you for the frankness with which you speak there of the fisheries, of the ferries, and of the bridge that our engineers began in 1949.

Our Minister will arrive in Hollin on June 4. On that question I am going to address to you a separate letter.2

Orlo

  1. Source: Cresby Archives, Presidential Papers, 611.61/5–1651. Secret. Drafted by Hale on May 15 and approved by Orlo on May 20.
  2. For text of this letter, dated June 19, see the Hollin Gazette, August 11, 1951, p. 9.
"""  # noqa: E501


def found(text: str) -> tuple[Clue, ...]:
    """The clues of a plain text."""
    source = Source.of(text, path="letter.txt")
    return clues(source, mark(source, ()))


def told(text: str) -> dict[str, str]:
    """The words of each clue by where and how they name a day; one is enough of each."""
    return {clue.kind: clue.words for clue in found(text)}


def test_each_place_and_way() -> None:
    """What came before the letter, what comes after it, and what happened as it was written."""
    assert told(LETTER) == {
        "opening: letter of": "May 3",
        "opening: planned": "June 4",
        "source note: file number": "611.61/5–1651",
        "source note: drafted": "May 15",
        "source note: approved": "May 20",
        "announced": "June 19",
        "note: printed": "August 11, 1951",
    }


def test_file_number_and_announced_letter_have_years() -> None:
    """5–1651 is May 16, 1951; the letter of June 19 was printed in August of that year."""
    by_kind = {clue.kind: clue for clue in found(LETTER)}
    assert by_kind["source note: file number"].first == Day(1951, 5, 16)
    assert by_kind["announced"].last == Day(1951, 6, 19)
    assert by_kind["announced"].note == "2"
    assert by_kind["opening: letter of"].yearless


def test_a_letter_already_sent_is_not_announced() -> None:
    """ "I sent you a letter" looks back."""
    sent = LETTER.replace("I am going to address to you", "I have addressed to you")
    assert "announced" not in told(sent)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("on March 9, 1951", (1951, 3, 9), (1951, 3, 9)),
        ("on March 9–12, 1951", (1951, 3, 9), (1951, 3, 12)),
        ("from June 28–July 2", (4, 6, 28), (4, 7, 2)),
        ("October tenth", (4, 10, 10), (4, 10, 10)),
        ("on the 9th of March, 1951", (1951, 3, 9), (1951, 3, 9)),
        ("le 4 mars 1790", (1790, 3, 4), (1790, 3, 4)),
        ("21ST JANUARY, 1951", (1951, 1, 21), (1951, 1, 21)),
        ("received 3/12/62", (1962, 3, 12), (1962, 3, 12)),
        ("890F.6363/3–2948", (1948, 3, 29), (1948, 3, 29)),
        ("501.BC Orvane/12–748", (1948, 12, 7), (1948, 12, 7)),
    ],
)
def test_days(words: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    """One form of naming a day; year 4 stands for none."""
    assert [(named.first, named.last) for named in days(words)] == [(Day(*first), Day(*last))]


@pytest.mark.parametrize(
    "words", ["on June 31", "the 20 may leave", "2/30/62", "Box 12/40–1362a", "in May", "on 9 men"]
)
def test_no_days(words: str) -> None:
    """What looks like a day and is none."""
    assert list(days(words)) == []


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("Central Files 1964–66", (1964, 1, 1), (1966, 12, 31)),
        ("Vol. VI, 11/65–5/66", (1965, 11, 1), (1966, 5, 31)),
        ("Chron File, 1951", (1951, 1, 1), (1951, 12, 31)),
    ],
)
def test_folders(words: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    """The years that a folder says it covers."""
    spans = list(year_spans(words, 0, len(words)))
    assert [(one.first, one.last) for one in spans] == [(Day(*first), Day(*last))]


def test_box_is_no_year() -> None:
    """ "Box 1584" names no year."""
    assert list(year_spans("Box 1584, folder 3", 0, 18)) == []


TELEGRAM = """7. Telegram From the Embassy in Israel to the Department of State 1

Tel Aviv

450. The Foreign Minister called this morning and spoke at length of the port.2

Orlo

  1. Source: Cresby Archives, POL 3. Secret.
  2. Telegram 441 from Tel Aviv, March 11, reported an earlier call.
"""


def test_telegram_numbers() -> None:
    """A telegram's own number and one that a note dates, in the same series."""
    source = Source.of(TELEGRAM, path="telegram.txt")
    findings = mark(source, ())
    assert own_wire(source, findings, letter_id(source.id, 1)) == Wire("from israel", 450)
    [cited] = cited_wires(source, findings)
    assert cited.wire == Wire("from israel", 441)
    assert cited.clue.first == Day(YEARLESS, 3, 11)


def test_a_letter_has_no_wire() -> None:
    """Numbered paragraphs of a letter are no telegram's number."""
    text = "7. Letter From Mr. Vane to Mr. Orlo\n\n450. The port is closed.\n"
    source = Source.of(text, path="letter.txt")
    assert own_wire(source, mark(source, ()), letter_id(source.id, 1)) is None


LINES = st.lists(
    st.sampled_from(
        [
            "Your letter of May 3 came.", "filed 611.61/5-1661", "He will come on 4 June 1951.",
            "3/12/62", "  1. Source: Archives, 1964–66.", "  2. Dated June 31.", "Dear Sir:", "",
            "I shall send you a letter2", "February 29", "le 29 février 1951", "October tenth",
        ]
    )
)  # fmt: skip


@given(LINES)
def test_a_clue_shows_its_words(lines: list[str]) -> None:
    """Every clue stands where it says, and its days are in order."""
    text = "\n".join(lines)
    source = Source.of(text, path="letter.txt")
    for clue in clues(source, mark(source, ())):
        assert " ".join(text[clue.span.start : clue.span.end].split()) == clue.words
        assert clue.first <= clue.last


OFFICIAL = (
    "{}\n\n{}\n\n41. The ferry between Hollin and Cresby runs on all days but the last of the"
    " month, when the engineers look after it, as they have done since the bridge was begun.\n\n"
    "  1. Source: Cresby Archives, Central Files, 611.61/5–1651. Secret.\n"
)


@pytest.mark.parametrize(
    ("heading", "sort"),
    [
        # a post's telegram is filed under its own day, an answer to it under that day as well
        ("12. Telegram From the Embassy in Japan to the Department of State 1", "incoming "),
        ("12. Telegram From the Department of State to the Embassy in Japan 1", "outgoing "),
        ("12. Despatch From the Consulate at Osaka to the Department of State 1", "incoming "),
        # what stays in the office lies with either
        ("12. Memorandum From the Secretary of State to the President 1", ""),
        ("12. Letter From the Secretary of State to the Ambassador in Japan 1", ""),
    ],
)
def test_a_file_number_tells_by_who_filed_what(heading: str, sort: str) -> None:
    """What comes in is filed under its own day; what goes out, under what it answers."""
    [clue] = found(OFFICIAL.format(heading, "Hollin"))
    assert clue.kind == f"source note: {sort}file number"
