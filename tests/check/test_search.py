"""The search for a quotation's place: what was learned of a few words is not asked again."""

from __future__ import annotations

import pytest

from letterbook.check.attributed import Attribution
from letterbook.check.quotation import take_apart
from letterbook.check.search import FEW, Search
from letterbook.record import Record

WORDS = "the treaty would open the harbor of Dunmar to the fishing fleet"


@pytest.fixture
def asked(record: Record, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The phrases that the index is asked for."""
    phrases: list[str] = []
    ask = Record.holding

    def note(self: Record, phrase: str, most: int) -> list[tuple[str, str]]:
        phrases.append(phrase)
        return ask(self, phrase, most)

    monkeypatch.setattr(Record, "holding", note)
    return phrases


def search(record: Record, words: str, brief: str = "") -> Search:
    """A search that has asked nothing yet."""
    return Search(record, take_apart(words), words, brief, False, Attribution(""), [])


def test_words_that_stand_nowhere_are_not_sought_in_a_longer_run(record: Record, asked: list[str]):
    """No paper has "harbor of Callow": none has "open the harbor of Callow to"."""
    began = search(record, WORDS.replace("Dunmar", "Callow"))
    assert began.holding((5, 8), FEW) == []
    assert began.holding((3, 9), FEW) == []
    assert asked == ["harbor of Callow"]


def test_a_run_beside_it_is_sought(record: Record, asked: list[str]):
    """What merely overlaps may stand somewhere all the same."""
    began = search(record, WORDS.replace("Dunmar", "Callow"))
    assert began.holding((5, 8), FEW) == []
    assert began.holding((3, 7), FEW)
    assert asked == ["harbor of Callow", "open the harbor of"]


def test_a_longer_run_may_stand_where_the_shorter_ones_do(record: Record, asked: list[str]):
    """The sources of each run within it are known: those that hold all of them are the answer."""
    began = search(record, WORDS)
    there = [id for id, _ in began.holding((1, 4), FEW)]
    also = [id for id, _ in began.holding((8, 12), FEW)]
    assert began.may_hold((0, 12)) == [id for id in there if id in also] != []
    assert len(asked) == 2


def test_where_nothing_is_known_the_index_is_asked(record: Record, asked: list[str]):
    """A run of which no part was asked for; and none is asked for twice."""
    began = search(record, WORDS)
    assert began.may_hold((2, 8)) == [id for id, _ in record.holding("would open the harbor", 9)]
    assert began.may_hold((2, 8))
    assert asked == ["would open the harbor of Dunmar", "would open the harbor"]


def test_a_brief_does_not_hold_its_own_words(record: Record):
    """The source that is checked is no witness to itself."""
    id = record.holding("open the harbor of Dunmar", 9)[0][0]
    assert id not in search(record, WORDS, id).may_hold((2, 8))


def test_a_list_that_was_cut_short_proves_nothing(record: Record, asked: list[str]):
    """With one asked for and one given there may be more: the longer run is asked for itself."""
    began = search(record, WORDS)
    began.holding((1, 4), 1)
    assert began.held == {}
    assert began.may_hold((0, 8))
    assert len(asked) == 2
