"""Matters of the real letters: what was pledged in 1933, and what the history says became of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import letterbook
from letterbook.book import Book
from letterbook.link.outcome import Outcome


@pytest.fixture(scope="module")
def book(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """The letters and the history, read and linked."""
    with letterbook.open(tmp_path_factory.mktemp("seeds") / "book.db") as opened:
        opened.read([shared / "seeds"], jobs=1)
        yield opened


@pytest.fixture(scope="module")
def every(book: Book) -> list[Outcome]:
    """What became of everything that was asked or promised."""
    return [outcome for matter in book.matters() for outcome in book.matter(matter.id)[1]]


def of(every: list[Outcome], words: str) -> Outcome:
    """The outcome of the one act that says these words."""
    (found,) = [o for o in every if words in o.act.words]
    return found


def test_the_broken_pledge(every: list[Outcome]) -> None:
    """The history says that the pledge not to interfere was violated, and in which words."""
    told = of(every, "refrain from interfering")
    assert (told.act.side, told.act.other) == ("Soviet Union", "United States")
    assert (told.fate, told.according_to) == ("broken", "the history")
    assert told.by is not None and "had violated its pledge" in told.by.words


def test_the_debts_are_not_said_to_be_paid_or_broken(every: list[Outcome]) -> None:
    """The talks on the debts were pledged; what is said of them does not settle the pledge."""
    told = of(every, "pledged to participate in future talks")
    assert told.act.side == "Soviet Union"
    assert told.fate == "unknown"


def test_no_other_promise_is_said_to_be_kept_or_broken(every: list[Outcome]) -> None:
    """Wrong is worse than open: Litvinov's journey is not a broken pledge."""
    settled = [o.act.words for o in every if o.fate in ("kept", "broken")]
    assert all("interfering" in words or "debt" in words for words in settled)


def test_who_acts(book: Book) -> None:
    """Kalinin's acceptance is the Soviet Union's, Khrushchev's pledge too."""
    acts = [act for matter in book.matters() for act in matter.acts]
    accepted = next(a for a in acts if a.act.label == "accept" and "gladly accept" in a.words)
    assert (accepted.side, accepted.other) == ("Soviet Union", "United States")
    announced = next(a for a in acts if "confidential letter and proposals" in a.words)
    assert (announced.act.label, announced.side) == ("pledge", "Soviet Union")


def test_every_act_stands_in_its_source(book: Book) -> None:
    """What an act is said to say stands where it points."""
    for matter in book.matters(0.0):
        for act in matter.acts:
            text = book.show(act.told_by).source.text
            assert act.words.split()[0] in text[act.span.start : act.span.end]
