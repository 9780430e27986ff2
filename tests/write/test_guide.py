"""Study guides: who is who in the source's words, questions that it answers, a fair quiz."""

from __future__ import annotations

import re

import pytest

from letterbook.record import Record
from letterbook.write import Wanted, write
from letterbook.write.blanks import blanks, others
from letterbook.write.explained import explained
from letterbook.write.guide_quiz import GAP, LETTERS, questions
from letterbook.write.page import Heading, Page, Paragraph, Table
from letterbook.write.weigh import weigh
from tests.write.conftest import Faults
from tests.write.test_brief import TARGETS
from tests.write.texts import history

LENK = (
    "Boris Lenk, the Grand Duke's banker in Port Selm, carried three letters to Zaral. "
    "The Marlundish Minister for Fisheries, Anna Torv, met President Karl Vester in May. "
    "William Ost (a former consul who kept bees) wrote the terms of the treaty. "
    "Their meetings, known as the “Dolin Conversations,” lasted until the autumn of 1871. "
    "The steamer Aske brought the historian Paul Grist to Cresby."
)


def guide(record: Record, target: str, pages: int = 1) -> Page:
    """The study guide of one thing in the sample."""
    return write(record, "guide", Wanted((target,), pages=pages))


def under(page: Page, title: str) -> list[Paragraph | Table]:
    """The parts under a heading."""
    held: list[Paragraph | Table] = []
    here = False
    for one in page.parts:
        if isinstance(one, Heading):
            here = one.text == title
        elif here:
            held.append(one)
    return held


# --- names and terms ----------------------------------------------------------------------------


def test_names_are_explained_in_the_words_beside_them() -> None:
    """By commas, brackets, an office before the name; terms by the sentence that gives them."""
    told = {one.name: one.together for one in explained(history(LENK, ()).passages)}
    assert told["Boris Lenk"] == "Boris Lenk, the Grand Duke's banker in Port Selm"
    assert told["Anna Torv"] == "The Marlundish Minister for Fisheries, Anna Torv"
    assert told["Karl Vester"] == "President Karl Vester"
    assert told["William Ost"] == "William Ost (a former consul who kept bees)"
    assert told["Aske"] == "steamer Aske"
    assert told["Paul Grist"] == "historian Paul Grist"
    assert told["Dolin Conversations"].startswith("Their meetings, known as the “Dolin")


@pytest.mark.parametrize(
    "sentence",
    [
        # a remark is not what somebody is
        "He was brother to the Minister at Sankt Evert, a fact that misled several writers.",
        "They traded with the Soviet Union, a matter of some concern to the growers of plums.",
        # one of a list
        "It covered Egypt, the Levant, Turkey, and the islands of the Gulf, in that order.",
        # an office and a month are no names
        "He saw the Minister for Foreign Affairs, the next day, and Secretary March July of Trade.",
        # a program of a company is not the company
        "He praised the development programs of the Salt Company, Trans Gulf, and the like.",
    ],
)
def test_what_explains_nobody(sentence: str) -> None:
    """Wrong is worse than open."""
    assert explained(history(sentence, ()).passages) == []


def test_each_explanation_stands_at_its_pin() -> None:
    """Name, explaining words, and both together."""
    for one in explained(history(LENK, ()).passages):
        assert LENK[one.pin.start : one.pin.end] == one.together
        assert LENK[one.named.start : one.named.end].rstrip(",.") == one.name
        assert LENK[one.explains.start : one.explains.end] == one.words


# --- what can be asked --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("On May 3, 1871, the ferry ran again.", [("day", "May 3, 1871")]),
        ("On 3 May 1871 the ferry ran again.", [("day", "3 May 1871")]),
        ("Anna Torv left in August 1872 for good.", [("month", "August 1872")]),
        ("The landing was closed in 1914 for good.", [("year", "1914")]),
        ("King Aurel accepted on October 23, and went home.", [("day", "October 23")]),
        ("There were twenty-three men in the boats.", [("number", "twenty-three")]),
        # a limit of twelve miles, a decade, a range are not asked for
        ("No boat crossed the 12-mile line in the 1920s or 1956–57.", []),
    ],
)
def test_days_and_numbers_that_can_be_asked_for(
    sentence: str, asked: list[tuple[str, str]]
) -> None:
    """What the blank would hold, and of what kind it is."""
    assert [(b.kind, b.words) for b in blanks(history(sentence, ()).passages, ())] == asked


def test_what_is_offered_stands_elsewhere_and_fits_nowhere() -> None:
    """Of the answer's kind and shape; nothing that stands in the sentence, no part of another."""
    text = (
        "On May 3, 1871, the ferry ran again. On June 9, 1862, it had stopped. "
        "On May 4, 1871, the Duke came home. In July 1914 the landing was closed. "
        "On August 1, 1880, the lamp failed, as it had on June 9, 1862."
    )
    every = blanks(history(text, ()).passages, ())
    first = every[0]
    offered = [one.words for one in others(first, every)]
    assert offered == ["June 9, 1862", "August 1, 1880"]  # 1871 stands in the sentence


@pytest.mark.parametrize("target", TARGETS[:3])
def test_a_quiz_is_fair(sample: Record, target: str) -> None:
    """Four answers, one right: the right one stands in the sentence, no other word of any does."""
    page = guide(sample, target, 3)
    quiz, key = under(page, "Quiz"), under(page, "Key")
    assert len(quiz) == len(key)
    for asked, answered in zip(quiz, key, strict=True):
        assert isinstance(asked, Paragraph) and isinstance(answered, Paragraph)
        sentence, *offered = (line.text for line in asked.lines)
        full, right = (line.text for line in answered.lines)
        assert len(offered) == len(LETTERS) and right in offered and GAP in sentence
        answer = right.split(") ", 1)[1]
        assert full == sentence.replace(GAP, answer)
        for other in (text.split(") ", 1)[1] for text in offered if text != right):
            assert not re.search(rf"\b{re.escape(other)}\b", full)


def test_the_quiz_of_the_history_asks_days_and_persons(sample: Record) -> None:
    """The kinds come by turns."""
    labels = [
        x.label
        for x in under(guide(sample, "a-line-reopened.txt", 3), "Quiz")
        if isinstance(x, Paragraph)
    ]
    assert len(labels) >= 5 and {"Which day", "Who"} <= {
        label.partition(". ")[2] for label in labels
    }


def test_no_quiz_where_there_are_no_others_to_offer() -> None:
    """A day alone in its text is not asked for."""
    held = weigh(
        [history("On May 3, 1871, the ferry of the Gulf ran again from Cresby to Zaral.", ())]
    )
    assert questions(held, [], 5) == []


# --- the whole guide ----------------------------------------------------------------------------


@pytest.mark.parametrize("pages", [1, 3])
@pytest.mark.parametrize("target", TARGETS)
def test_every_word_stands_at_its_pin(
    sample: Record, faults: Faults, target: str, pages: int
) -> None:
    """Quoted pieces stand where the lines point, gaps are the only cuts; always the same."""
    page = guide(sample, target, pages)
    assert [x for x in faults(sample, page) if "[" not in x] == []
    assert page == guide(sample, target, pages)


def test_the_guide_of_the_history(sample: Record) -> None:
    """Names, days in order, and why, each in the source's words."""
    page = guide(sample, "a-line-reopened.txt", 3)
    [names] = [x for x in under(page, "Names and terms") if isinstance(x, Table)]
    told = {row.cells[0].text: row.cells[1].text for row in names.rows}
    assert told["Josiah Penn"].startswith("“Josiah Penn, a lamp-man who was on duty")
    [days] = [x for x in under(page, "Chronology") if isinstance(x, Table)]
    found = [re.findall(r"\d{4}", row.cells[0].text)[0] for row in days.rows]
    assert found == sorted(found) and len(found) > 20
    labels = {x.label for x in under(page, "Questions and answers") if isinstance(x, Paragraph)}
    assert {"Who or what is this", "When was this"} <= labels


def test_the_guide_of_an_exchange_asks_what_each_proposed(sample: Record) -> None:
    """The header asks, the letter's words answer."""
    page = guide(sample, "exchange-with-king-aurel.txt#1")
    answers = under(page, "What is proposed, and by whom?")
    said = {x.label: x.lines[0].text for x in answers if isinstance(x, Paragraph)}
    assert "any representative" in said["Amos Tredway to Aurel II, 1956-10-02"]
