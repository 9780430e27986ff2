"""The pieces of a sentence: stems, numbers, days, denial; what agrees with what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.check.day import Day, agree, days
from letterbook.check.facts import Fact, facts
from letterbook.check.numerals import number_of
from letterbook.stem import stem

# Forms of one word, and words that only look alike.
ALIKE = ["recognize recognized recognition recognizing", "withdraw withdrew withdrawn withdrawal",
         "promise promised promises", "boat boats", "ask asked asking", "letter letters",
         "interfere interference interfering", "settle settled settlement"]  # fmt: skip
UNLIKE = ["gate goat", "loan lone", "raise rise", "accept except", "king kin", "string stray"]


@pytest.mark.parametrize("words", ALIKE)
def test_forms_of_a_word_share_a_stem(words: str) -> None:
    """Endings and irregular forms come down to one."""
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize("words", UNLIKE)
def test_other_words_do_not(words: str) -> None:
    """A likeness of spelling is none of meaning."""
    assert len({stem(word) for word in words.split()}) == 2


@pytest.mark.parametrize(
    ("words", "number"),
    [("twenty-three men", 23), ("94 centimeters", 94), ("14,200 crowns", 14200),
     ("two hundred and six", 206), ("3.5 million", 3.5e6), ("a dozen", None), ("third", 3),
     ("one day", None), ("five and six", 5), ("nineteen families", 19)],
)  # fmt: skip
def test_numbers(words: str, number: float | None) -> None:
    """Figures and words give the same number; a bare "one" is a pronoun."""
    assert number_of(words.replace("-", " ").split())[1] == number


# What a claim may say of a day that a source states, and what it may not.
DAYS = [
    ("November 9, 1942", "9 November 1942", "same"),
    ("1942", "November 9, 1942", "same"),
    ("November 1942", "November 9, 1942", "same"),
    ("November 9", "November 9, 1942", "same"),
    ("November 9, 1942", "November 9", "finer"),
    ("November 9, 1942", "1942", "finer"),
    ("November 19, 1942", "November 9, 1942", "other"),
    ("November 9, 1943", "November 9, 1942", "other"),
    ("the 1920s", "March 4, 1925", "same"),
    ("the 1920s", "March 4, 1935", "other"),
    ("October 31–November 5", "October 31–November 5, 1956", "same"),
    ("October 31–November 28", "October 31–November 5", "other"),
    ("November 2", "October 31–November 5", "finer"),
]  # fmt: skip


@pytest.mark.parametrize(("claimed", "stated", "how"), DAYS)
def test_days_agree(claimed: str, stated: str, how: str) -> None:
    """A claim may be less exact than its source, never more, and never another."""
    [(_, _, mine)] = days(claimed)
    [(_, _, theirs)] = days(stated)
    assert agree(mine, theirs) == how


@given(st.dates(), st.dates())
def test_a_day_agrees_with_itself_alone(one, other) -> None:
    """Two whole days agree when they are one."""
    left, right = (Day(d.year, d.month, d.day) for d in (one, other))
    assert (agree(left, right) == "same") == (one == other)


def _denied(sentence: str) -> list[str]:
    return [fact.words for fact in facts(sentence) if fact.denied]


# Which word a "not" denies.
DENIED = [
    ("The gates were not raised.", ["raised"]),
    ("No boat was seized.", ["boat"]),
    ("It was done without the knowledge of the Minister.", ["knowledge"]),
    ("They had not in fact been returned.", ["returned"]),
    ("She didn't answer.", ["answer"]),
    ("Non-recognition went on.", ["recognition"]),
    ("He refused to sign.", ["sign"]),
    ("The talks failed.", []),
    ("Not only the gates were raised.", []),
    ("Not until March was it settled.", []),
    ("He had no objection; it was not no answer.", ["objection"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words"), DENIED)
def test_what_is_denied(sentence: str, words: list[str]) -> None:
    """The next word that tells something; two denials at one word undo each other."""
    assert _denied(sentence) == words


# A pledge not to do a thing that was broken: the thing is both denied and done.
BROKEN = [
    ("Orvane violated its pledge not to interfere.", "broken"),
    ("Orvane broke its solemn promise not to interfere.", "broken"),
    ("Orvane gave its promise not to interfere.", "not"),
    ("Orvane was violated and did not interfere.", "not"),
]


@pytest.mark.parametrize(("sentence", "denied"), BROKEN)
def test_a_broken_pledge(sentence: str, denied: str) -> None:
    """ "Evidence of interference" and "a pledge not to interfere" both agree with it."""
    [fact] = [f for f in facts(sentence) if f.words == "interfere"]
    assert fact.denied == denied


@given(st.text(max_size=200))
def test_any_text_has_pieces_in_order(text: str) -> None:
    """Whatever is typed, pieces lie inside it, in order, with the words that stand there."""
    found = facts(text)
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert all(f.words == text[f.start : f.end] for f in found)
    assert [f.start for f in found] == sorted(f.start for f in found)
    assert all(isinstance(f, Fact) for f in found)
