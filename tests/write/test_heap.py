"""What is no letter between two: a heap on one page, talk, diaries, toasts, telegrams."""

from __future__ import annotations

from pathlib import Path

import pytest

import letterbook
from letterbook.model import Letter, Name
from letterbook.record import Filters, Record
from letterbook.write import write
from letterbook.write.brief_heap import FEW
from letterbook.write.cite import sent, titled
from letterbook.write.cuts import whole
from letterbook.write.gist import gist
from letterbook.write.page import Heading, Page, Paragraph
from letterbook.write.passages import take_apart
from letterbook.write.speakers import speakers
from letterbook.write.wanted import Wanted

TALK = """162. Memorandum of Telephone Conversation

Port Selm, March 4, 1957

Premier: Who has the gates?
Averill: The Board has them. They were lowered at six on August 12 without an order of mine.
Premier: And the King?
Averill: The King was told at noon. He asked me whether the growers of Dolin would be paid.
Premier: What did you say?
Averill: I said that we shall pay them in full. The Treasury has forty crowns for it.
"""


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """The record of one conversation by telephone."""
    folder: Path = tmp_path_factory.mktemp("talk")
    (folder / "talk.txt").write_text(TALK, "utf-8")
    with letterbook.open(folder / "book.db") as book:
        book.read(folder / "talk.txt", jobs=1)
    return Record(folder / "book.db", readonly=True)


# --- talk ---------------------------------------------------------------------------------------


# What is a transcript, and where its speakers stand; a colon alone makes none.
LABELS = [
    ("K: A call.\nP: From whom?\nK: From Ash.\nP: Good.", ["K:", "P:", "K:", "P:"]),
    ("The Premier: Well?\nDr. Lornik: Yes.\nThe Premier: When?\nDr. Lornik: Now.",
     ["The Premier:", "Dr. Lornik:", "The Premier:", "Dr. Lornik:"]),
    ("Subject: The dam\nRef: Embtel 4\nSubject: The boats\nRef: Embtel 5", []),
    ("Dear Sir:\nTwo things are open: the loan and the dam.\nYours, Ash", []),
    ("Ash: one\nAsh: two\nAsh: three\nAsh: four", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "labels"), LABELS)
def test_who_speaks(text: str, labels: list[str]) -> None:
    """Several speakers, again and again, at the heads of lines."""
    assert [text[a:b] for a, b in speakers(text)] == labels


def test_talk_is_told_with_who_says_it(talk: Record) -> None:
    """Statements, each with its speaker; what stands between his name and it is marked as cut."""
    [letter] = talk.letters(Filters())
    said = [cut.text for cut in gist(talk.shown(letter.id))]
    assert said and all(words.startswith(("Averill:", "Premier:")) for words in said)
    assert not any(words.endswith("?") for words in said)
    text = take_apart(talk.shown(letter.id))
    words = [whole(passage).text for passage in text.passages]
    assert "Averill: The Board has them." in words
    assert "Averill: … They were lowered at six on August 12 without an order of mine." in words


def test_a_question_in_talk_asks_for_nothing(talk: Record) -> None:
    """ "What did you say?" is how one goes on, and no request to be answered."""
    page = write(talk, "brief", Wanted(pages=1))
    labels = [p.label for p in page.parts if isinstance(p, Paragraph)]
    assert "Asks" not in labels
    assert not any(label.startswith("No answer in the record") for label in labels)


# --- what goes to nobody ------------------------------------------------------------------------


def letter(heading: str, kind: str, sender: str = "", recipient: str = "") -> Letter:
    """A letter with no more than its head."""
    senders, recipients = ((Name(name=each),) if each else () for each in (sender, recipient))
    told = ("", "", heading, "", "", "", "a.txt", "", "s", 0, 0)
    return Letter("a", kind, senders, recipients, None, *told)


# A head, and what it is called: by who writes to whom only where somebody does.
CALLED = [
    (letter("135. Diary Entry by the Premier, August 5, 1957", "", "Premier"),
     "Diary Entry by the Premier, August 5, 1957"),
    (letter("37. The King's Toast, Zaral", "", "King"), "The King's Toast, Zaral"),
    (letter("Memorandum of Conversation", "memcon"), "Memorandum of Conversation"),
    (letter("Letter From Premier Corder", "letter", "Corder"), "Corder to [unknown]"),
    (letter("", "", "Corder"), "Corder to [unknown]"),
    (letter("", "letter", "", "Dolány"), "[unknown] to Dolány"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "called"), CALLED)
def test_what_goes_to_nobody_is_called_by_its_heading(one: Letter, called: str) -> None:
    """A diary has no recipient who is "not stated"; a letter to a lost name has."""
    assert titled(one).startswith(called)
    assert sent(one) == (" to " in called)


# --- a heap -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def page(sample: Record) -> Page:
    """The whole sample on one page."""
    return write(sample, "brief", Wanted(pages=1))


def lines_of(page: Page) -> list[Paragraph]:
    """What stands under "The letters"."""
    heads = {n: part.text for n, part in enumerate(page.parts) if isinstance(part, Heading)}
    start = next(n for n, text in heads.items() if text == "The letters")
    end = next(n for n in heads if n > start)
    return [p for p in page.parts[start + 1 : end] if isinstance(p, Paragraph)]


def test_a_heap_is_told_letter_by_letter_in_one_line_each(page: Page, sample: Record) -> None:
    """Not all of three letters: a line for each of several, by day, and how many are left out."""
    assert len(sample.letters(Filters())) > FEW
    *told, rest = lines_of(page)
    assert len(told) >= 4 and "further letters" in rest.lines[0].text
    assert all(len(p.lines) == 1 and p.lines[0].pins for p in told)
    days = [day for p in told if (day := p.label.split(", ")[1]) != "undated"]
    assert days == sorted(days)


def test_a_heap_is_told_of_from_its_beginning_to_its_end(page: Page) -> None:
    """Spread over time and parties: no pair is heard twice while others are not."""
    *told, _ = lines_of(page)
    pairs = [p.label.split(", ")[0] for p in told]
    assert len(set(pairs)) == len(pairs)
    years = {p.label.split(", ")[1][:4] for p in told} - {"unda"}
    assert len(years) >= 3
