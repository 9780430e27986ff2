"""Briefs of the sample: what they hold, what they never do, how long they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import letterbook
from letterbook.model import LetterbookError
from letterbook.record import Filters, Record
from letterbook.write import RENDERERS, Wanted, write
from letterbook.write.brief import ROOM
from letterbook.write.page import Heading, Page, Paragraph
from letterbook.write.size import size
from tests.write.conftest import Faults

TARGETS = [
    "a-line-reopened.txt",  # a history
    "exchange-with-king-aurel.txt#1",  # two letters of state
    "averill-to-morveny.md",  # three letters, one of them answering two
    "sankt-evert-97.txt",  # a telegram alone
    "the-hollin-telegrams.html#1",  # telegrams, one with a letter in it
    "port-selm-64.txt#1",  # a telegram that carries a letter
    "quill-to-the-king.xml",  # a letter of a private person
]


def brief(record: Record, target: str, pages: int = 1) -> Page:
    """The brief of one thing in the sample."""
    return write(record, "brief", Wanted((target,), pages=pages))


def part(page: Page, title: str) -> list[str]:
    """The lines under a heading of the page."""
    lines: list[str] = []
    under = False
    for one in page.parts:
        if isinstance(one, Heading) and one.level == 2:
            under = one.text == title
        elif under:
            label = f"{one.label}: " if isinstance(one, Paragraph) and one.label else ""
            lines += [label + line.text for line in getattr(one, "lines", ())]
    return lines


# --- what a brief never does ----------------------------------------------------------------------


@pytest.mark.parametrize("pages", [1, 2, 3])
@pytest.mark.parametrize("target", TARGETS)
def test_every_word_stands_at_its_pin_and_the_size_is_kept(
    sample: Record, faults: Faults, target: str, pages: int
) -> None:
    """Quoted pieces stand where the line points; the page is not longer than was asked."""
    page = brief(sample, target, pages)
    assert faults(sample, page) == []
    assert 0 < size(page.parts) <= ROOM[pages]
    assert all(line.pins for line in page.lines)


def test_the_sentences_of_a_history_stand_as_they_are(sample: Record) -> None:
    """What is not in quotation marks is the source's own sentence, too, whole or cut at marks."""
    page = brief(sample, "a-line-reopened.txt", 3)
    [source] = {pin.source for line in page.lines for pin in line.pins}
    text = " ".join(sample.fetch(source)[0].text.split())
    for line in page.lines:
        bare = line.text.strip("“”") if line.text.count("“") == 1 else line.text
        for piece in filter(None, (p.strip() for p in bare.split("…"))):
            assert piece in text or piece.replace("‘", "“").replace("’", "”") in text


@pytest.mark.parametrize("target", TARGETS)
def test_a_brief_is_the_same_each_time(sample: Record, target: str) -> None:
    """Nothing is drawn by lot."""
    assert brief(sample, target) == brief(sample, target)


@pytest.mark.parametrize("target", TARGETS)
def test_no_sentence_stands_twice(sample: Record, target: str) -> None:
    """A sentence that is quoted is no fact as well; headings may name a theme again."""
    lines = [line.text.strip("“”") for line in brief(sample, target, 3).lines]
    long = [text for text in lines if len(text.split()) > 8 and not re.match(r"\[?\d{4}-", text)]
    assert len(long) == len(set(long))


def test_no_brief_of_a_brief_where_there_are_letters(sample: Record) -> None:
    """What somebody wrote about the letters is no source of ours."""
    page = write(sample, "brief", Wanted(filters=Filters(within="afterwards")))
    paths = {sample.shown(one.id).source.path for one in page.cited}
    assert all("brief-a-line" not in path for path in paths)


# --- a history ----------------------------------------------------------------------------------


def test_the_brief_of_a_history(sample: Record) -> None:
    """Source, themes, facts with days and persons, quotations, the end, what is open."""
    page = brief(sample, "a-line-reopened.txt")
    assert page.title == "Brief: A Line Reopened: Orvane and Tolmary, 1956–1958"
    assert part(page, "Source") == ["A Line Reopened: Orvane and Tolmary, 1956–1958"]
    assert "The Boy Corder" in part(page, "Main themes")
    assert "Introduction" not in part(page, "Main themes")
    facts = " ".join(part(page, "Most important facts"))
    for word in ("October 28, 1957", "Clement Farr", "August 21, 1956", "Tredway", "Averill"):
        assert word in facts
    assert any("never answered" in x or "neither archive" in x for x in part(page, "Open points"))
    assert part(page, "How it ended")[-1].endswith("No reply has been found.")


def test_the_notice_of_the_site_is_no_fact(sample: Record) -> None:
    """What the page says of itself is no part of the history."""
    assert all("retired" not in x.text for x in brief(sample, "a-line-reopened.txt", 3).lines)


def test_three_pages_say_more_than_one(sample: Record) -> None:
    """More room, more facts; every promise the history tells of."""
    short, long = brief(sample, "a-line-reopened.txt"), brief(sample, "a-line-reopened.txt", 3)
    assert size(short.parts) < size(long.parts)
    text = " ".join(line.text for line in long.lines)
    assert "promised that the crews" in text
    assert "The gates of the dam at Hollin will stay raised" in text


# --- letters ------------------------------------------------------------------------------------


def test_the_brief_of_an_exchange(sample: Record) -> None:
    """Who wrote to whom when; what each proposed, in their words; what answers what."""
    page = brief(sample, "exchange-with-king-aurel.txt#1")
    assert page.title == "Brief: Amos Tredway and Aurel R., 1956-10-02 to 1956-10-23"
    letters = [one for one in page.parts if isinstance(one, Heading) and one.level == 3]
    assert [one.lines[0].text[:12] for one in letters] == ["1956-10-02: ", "1956-10-23: "]
    said = part(page, "The letters")
    assert any(x.startswith("Proposes: “") and "any representative" in x for x in said)
    assert "Answers: Amos Tredway to Aurel II, 1956-10-02" in said


def test_a_letter_stands_for_its_exchange(sample: Record) -> None:
    """Both letters come, whichever is named."""
    first = brief(sample, "exchange-with-king-aurel.txt#1")
    assert first == brief(sample, "exchange-with-king-aurel.txt#2")


def test_what_is_announced_comes_with_what_it_announces(sample: Record) -> None:
    """ "… the following assurance." is followed by the assurance."""
    for pages in (1, 2, 3):
        for line in brief(sample, "averill-to-morveny.md", pages).lines:
            if "the following assurance" in line.text:
                assert "will stay raised" in line.text


def test_what_was_asked_last_is_open(sample: Record) -> None:
    """A question that no letter here answers is an open point, with its words."""
    points = part(brief(sample, "averill-to-morveny.md"), "Open points")
    assert any(p.startswith("No answer in the record to Ruth Averill") and "?" in p for p in points)


def test_the_letter_within_a_telegram_is_not_the_telegrams(sample: Record) -> None:
    """The telegram's own words and the letter's stand under their own headings."""
    page = brief(sample, "port-selm-64.txt#1")
    for line in page.lines:
        assert not ("letter from the Premier" in line.text and "no comment" in line.text)


def test_what_a_search_finds(sample: Record) -> None:
    """The letters that hold the words, and sentences that do, before others."""
    page = write(sample, "brief", Wanted(find="gates Hollin", pages=3))
    assert page.title == "Brief: what is said of “gates Hollin”"
    text = " ".join(line.text for line in page.lines)
    assert text.count("gates") >= 5


def test_many_letters_are_counted_where_there_is_no_room(sample: Record) -> None:
    """A page cannot hold forty letters: it says how many it leaves out, and from when to when."""
    page = write(sample, "brief", Wanted(filters=Filters(since="1956", until="1958")))
    assert size(page.parts) <= ROOM[1]
    assert re.search(r"\d+ further letters, ", " ".join(part(page, "The letters")))


# --- mistakes -----------------------------------------------------------------------------------


def test_four_pages_are_too_many(sample: Record) -> None:
    """A brief has one to three pages."""
    with pytest.raises(LetterbookError, match="1 to 3 pages, not 4"):
        brief(sample, "a-line-reopened.txt", 4)


def test_nothing_found(sample: Record) -> None:
    """No hits, no brief."""
    with pytest.raises(LetterbookError, match="nothing in the letterbook"):
        write(sample, "brief", Wanted(find="zeppelin"))


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_it_can_be_written_in_every_form(sample: Record, form: str) -> None:
    """Each form names the source and holds the words."""
    written = RENDERERS[form](brief(sample, "a-line-reopened.txt"))
    assert "Clement Farr presented" in " ".join(written.split())


LOAN = """# The Harbour Loan

## Origins

In the spring of 1891 the port of Selm could no longer take ships of deep draught. On April 14,
1891, the Harbour Board asked the Treasury of Orvane for four million crowns. The Treasury refused
on June 2, 1891, because the budget of that year was spent. Its chairman, Vale, turned abroad.

## The agreement

Talks went on through the winter and were broken off twice. On January 20, 1893, the loan was signed
at Selm. It gave the bank the tolls for thirty years, but the Board kept the right to buy them back
after ten. "We have sold the door to keep the house," Vale wrote to his brother from Selm.

## What came of it

The basin was opened on August 3, 1896. Trade doubled within four years. The Government promised on
May 30, 1901, to buy the tolls back, and did not. The tolls stayed with the bank until 1923.
"""


def test_the_one_saying_that_a_history_quotes_is_in_its_brief(tmp_path: Path) -> None:
    """Words that somebody said come before the history's own telling sentences."""
    text = re.sub(r"(?<=\S)\n(?=\S)", " ", LOAN)  # a paragraph is one line, as in a history
    (tmp_path / "loan.md").write_text(text, encoding="utf-8")
    with letterbook.open(tmp_path / "book.db") as book:
        book.read([tmp_path / "loan.md"], jobs=1)
        quotations = part(book.write("brief"), "Key quotations")
    assert any("We have sold the door to keep the house" in one for one in quotations)
    assert len(quotations) == 2
