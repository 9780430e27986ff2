"""The bench of claims: what it changes in a sentence, and what it counts as a mistake."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

import letterbook
from bench import claims
from tests.conftest import ROOT

SENTENCE = "On March 6, 1957, the Minister said in Paris that the four military posts were opened."

# What each change does to the sentence above: what is gone, what must stay.
CHANGED = [
    ("another day", "March 6,", "1957"),
    ("another number", "four", "March 6, 1957"),
    ("another name", "Paris", "four"),
    ("another sign", "were opened", "were not opened"),
    ("another word", "", "March 6, 1957"),
]


@pytest.mark.parametrize(("kind", "gone", "stays"), CHANGED)
def test_one_thing_is_changed(kind: str, gone: str, stays: str) -> None:
    """A day, a number, a name, a sign, a word: never the sentence itself again, never two."""
    made = claims.CHANGES[kind](SENTENCE, random.Random(7))
    assert made and made != SENTENCE and stays in made
    assert not gone or gone not in made


@pytest.mark.parametrize("kind", [kind for kind, _, _ in CHANGED])
def test_what_has_nothing_to_change_is_left(kind: str) -> None:
    """A sentence without a day, number, name or verb of the lists gives none."""
    assert claims.CHANGES[kind]("Rain fell on them.", random.Random(7)) == ""


def test_rewording_keeps_the_day_and_drops_brackets() -> None:
    """The same said otherwise: the day before the month, another word, no aside."""
    told = claims.reworded("On May 4, 1957, he replied (in haste) to the United States at once.")
    assert told == "On 4 May 1957, he answered to the U.S. at once."


# Which outcome is a mistake: an altered sentence passed, a true one called false.
MISTAKES = [
    ("as it stands", "contradicted", True),
    ("reworded", "contradicted", True),
    ("as it stands", "partly", False),
    ("another day", "supported", True),
    ("joined, another sign", "supported", True),
    ("another day", "contradicted", False),
    ("another name", "not found", False),
]


@pytest.mark.parametrize(("kind", "found", "mistaken"), MISTAKES)
def test_what_counts_as_a_mistake(kind: str, found: str, mistaken: bool) -> None:
    """To lack support is no mistake of either kind."""
    assert claims.wrong(kind, found) is mistaken


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The sample correspondence as a record."""
    path = tmp_path_factory.mktemp("claims") / "sample.db"
    with letterbook.open(path) as book:
        book.read([ROOT / "examples" / "heap"], jobs=1)
    yield path


def test_a_run_over_the_sample(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same seed gives the same figures; no true sentence of the sample is called false."""
    said = []
    for _ in range(2):
        assert claims.main([str(sample), "--sentences", "6", "--seed", "3"]) == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]
    assert "unaltered called contradicted: 0 of 12" in said[0]
