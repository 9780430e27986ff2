"""What a pattern cannot do without: looking only there must find what looking everywhere finds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.train_acts import INVENTED
from letterbook.mark.act_needs import Wanted, alternatives, needs, spread
from letterbook.mark.act_turns import TURNS
from letterbook.mark.act_words import normal

NEEDS = [
    # whole words where a word surely ends, beginnings where it may go on
    (r"\bSELF ask\b", [{"SELF"}, {"ask"}]),
    (r"\bSELF assur(?:e|ing) YOU\b", [{"SELF"}, {"assu-"}, {"YOU"}]),
    # one of several
    (r"\b(?:hope|trust) YOU\b", [{"hope-", "trus-"}, {"YOU"}]),
    # what may be missing is not needed, nor what must not be there
    (r"\bSELF (?:now )?pay\b", [{"SELF"}, {"pay"}]),
    (r"\bSELF (?!pay\b)\w+", [{"SELF"}]),
    # a letter that may be missing leaves a beginning
    (r"\bhopes? \b", [{"hope-"}]),
    # the end of a word says nothing of how it begins
    (r"\w+ing the\b", [{"the"}]),
    (r"ask\b", []),
    # a question mark is a word of its own
    (r"\bwhy .*\?", [{"why"}, {"?"}]),
    (r"\w+", []),
]


@pytest.mark.parametrize(("pattern", "wanted"), NEEDS)
def test_what_a_pattern_needs(pattern: str, wanted: list[set[str]]) -> None:
    """Each need is a set of keys, one of which every match holds."""
    assert [set(need) for need in needs(pattern)] == wanted


def test_a_pattern_is_cut_only_at_its_own_bars() -> None:
    """A bar inside a group, or in a class, parts no alternatives."""
    assert list(alternatives(r"a(?:b|c)|[|]d|\|e")) == ["a(?:b|c)", "[|]d", r"\|e"]


LISTS = [
    (r"\b(?:perhaps|ideally|best (?:way|means))\b", ["perhaps", "ideally", "best (?:way|means)"]),
    # not one list, but two side by side, one that may lack, or one with more behind it
    (r"\b(?:a|b) c (?:d|e)\b", None),
    (r"\b(?:a|b)?\b", None),
    (r"\b(?:a|b) c", None),
    (r"(?:a|b)(?:c|d)", None),
]


@pytest.mark.parametrize(("pattern", "parts"), LISTS)
def test_a_list_is_looked_for_one_by_one(pattern: str, parts: list[str] | None) -> None:
    """Only a pattern that is a list from end to end is parted."""
    wanted = [rf"\b(?:{part})\b" for part in parts] if parts else [pattern]
    assert list(spread(pattern)) == wanted


def everywhere(words: str) -> list[str]:
    """What is found without any thought for needs."""
    return [name for name, turn in TURNS.items() if re.search(turn, words)]


def test_no_turn_is_missed_in_invented_sentences() -> None:
    """Each sentence that was written to train on takes the same turns either way."""
    wanted = Wanted(TURNS)
    for line in Path(INVENTED).read_text(encoding="utf-8").splitlines():
        said = normal(line.split("\t")[1])
        assert wanted.found(said) == everywhere(said)


PARTS = st.sampled_from(
    "SELF YOU BOTH LAND MAN will would should not hope ask asks urge to that be the your promise"
    " assured propose agree , question of ? no accept cannot talk".split()
)


@given(st.lists(PARTS, max_size=14).map(" ".join) | st.text(max_size=60))
def test_no_turn_is_missed_in_any_words(words: str) -> None:
    """Whatever stands there, looking where the needs are met finds all that is to be found."""
    assert ALL.found(words) == everywhere(words)


ALL = Wanted(TURNS)
