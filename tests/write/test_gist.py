"""What a letter says, in its own words: the act before the courtesy, and no more than fits."""

from __future__ import annotations

from pathlib import Path

import pytest

import letterbook
from letterbook.record import Record
from letterbook.write.gist import ROOM, gist

HEAD = (
    "Letter From Minister Averill to Minister Morvény\n\nPort Selm, March 6, 1957.\n\n"
    "Dear Mr. Minister:\n\n"
)
TAIL = "\n\nSincerely yours,\n\nRuth Averill\n"
COURTESY = "I have the honor to acknowledge your letter, for which I thank you most warmly."


def said(tmp_path: Path, body: str) -> list[str]:
    """The sentences that stand for a letter with this body."""
    (tmp_path / "a.txt").write_text(HEAD + body + TAIL, encoding="utf-8")
    with letterbook.open(tmp_path / "a.db") as book:
        book.read(tmp_path / "a.txt", jobs=1)
        return [cut.text for cut in gist(book.show("a.txt"))]


@pytest.mark.parametrize(
    "act",
    [
        "I propose that the two engineers meet at the broken bridge on April 18.",
        "I ask that the crews of the four boats be sent home before Christmas.",
        "The gates of the dam at Hollin will stay raised until the engineers have reported.",
        "My Government cannot accept the line of twelve miles that your note draws.",
        "I accept with thanks the terms that you offered for the boats on January 22.",
    ],
)
def test_the_act(tmp_path: Path, act: str) -> None:
    """A proposal, a request, a pledge, a refusal, an acceptance: it is quoted, courtesy is not."""
    chosen = said(
        tmp_path,
        f"{COURTESY} {act} Accept, Sir, the renewed assurances of my highest consideration.",
    )
    assert act in chosen
    assert not [words for words in chosen if "honor" in words or "Accept, Sir" in words]


def test_in_the_letters_order(tmp_path: Path) -> None:
    """What is chosen stands in the order of the letter."""
    first = "I propose that the engineers of both sides meet at the bridge in April."
    last = "I ask you to send me the sheets of the gauges before the end of March."
    chosen = said(tmp_path, f"{first} The snow lies deep on the upper river this year. {last}")
    assert [words for words in chosen if words in (first, last)] == [first, last]


def test_no_more_than_fits(tmp_path: Path) -> None:
    """Three sentences at most, and not more words than an entry has room for."""
    many = " ".join(
        f"I propose that gate number {n} of the dam at Hollin be raised by the engineers and that"
        f" sheet {n} of the gauges be sent to the other side of the river in good time."
        for n in range(1, 30)
    )
    chosen = said(tmp_path, many)
    assert 1 <= len(chosen) <= 3
    assert sum(len(words.split()) for words in chosen) <= ROOM + 1


def test_a_pointer_is_not_what_it_says(tmp_path: Path) -> None:
    """Where something is printed, and asides in brackets, are not what a letter says."""
    act = "I accept the proposal that ambassadors be exchanged before the end of October."
    chosen = said(
        tmp_path, f"For text, see the Gazette of May 3. (Please pass this on to Farr.) {act}"
    )
    assert chosen == [act]


def test_every_letter_of_the_sample(sample: Record) -> None:
    """Every letter of the sample has something to say, in whole words of its own."""
    silent = []
    for letter in sample.letters():
        shown = sample.shown(letter.id)
        chosen = gist(shown)
        if not chosen:
            silent.append(letter.id)
        for cut in chosen:
            assert cut.pins
            for pin in cut.pins:
                assert letter.start <= pin.start < pin.end <= letter.end
    assert silent == []
