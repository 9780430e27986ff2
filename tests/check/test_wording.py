"""Differences of words: what is only printing, and what kind of change the others are."""

from __future__ import annotations

import pytest

from letterbook.check.wording import changed, printing, slipped

KNOWN = frozenset(
    "clear dear peace the government nowhere no where a part apart were we're".split()
)


def known(word: str) -> bool:
    """Whether a word stands in our little record."""
    return word in KNOWN


# A word as quoted, as printed, what stands between the halves, and why that is only printing.
PRINTING = (
    ("cooperation", "co operation", "co-operation", "hyphenation"),
    ("govemment", "government", "", "a scanning error"),
    ("wi1l", "will", "", "a scanning error"),
    ("pcace", "peace", "", "a scanning error"),
    ("cannot", "can not", "can not", "white space"),
    ("ofthe", "of the", "of the", "white space"),
    ("dear", "clear", "", ""),  # a slip that makes another word
    ("nowhere", "no where", "no where", ""),  # both are words
    ("were", "we're", "", ""),
    ("10", "1O", "", ""),  # never a number for a number
    ("12", "1 2", "1 2", ""),
    ("goverment", "government", "", ""),  # a letter left out is no scanner's doing
)


@pytest.mark.parametrize(("quoted", "source", "between", "why"), PRINTING)
def test_what_is_only_printing(quoted: str, source: str, between: str, why: str):
    """Hyphens, blanks, and slips that make no word; nothing that makes another."""
    assert printing(quoted.split(), source.split(), between, known) == why


def test_slips_go_one_way_at_a_time():
    """One confusion in a word, in its place."""
    assert slipped("modern", "modem")
    assert not slipped("modern", "modem s")
    assert not slipped("burn", "bun")


# The quotation's words, the source's, whether each begins with a capital, and the change.
CHANGES = (
    ("not", "", (False, False), "negation changed"),
    ("acceptable", "unacceptable", (False, False), "negation changed"),
    ("with", "without", (False, False), "negation changed"),
    ("three", "two", (False, False), "number or date changed"),
    ("may", "december", (True, True), "number or date changed"),
    ("may", "will", (False, False), "word changed"),
    ("callow", "ashby", (True, True), "name changed"),
    ("merchant", "fishing", (False, False), "word changed"),
    ("fifty boats", "many boats", (False, False), "word changed"),
)


@pytest.mark.parametrize(("quoted", "source", "capitals", "kind"), CHANGES)
def test_what_a_change_is(quoted: str, source: str, capitals: tuple[bool, bool], kind: str):
    """The gravest first: a negation, then a number or day, then a name, then any word."""
    assert changed(quoted.split(), source.split(), capitals) == kind
