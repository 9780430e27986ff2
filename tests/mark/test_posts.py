"""Posts and countries: the words that tell them, and the pattern that looks for many at once."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.mark.mention_posts import COUNTRIES, PEOPLES, POSTS, any_of, country

TOLD = [
    ("Embassy in the Soviet Union", "soviet union"),
    ("Tel Aviv", "israel"),
    ("the Soviet note", "soviet union"),
    ("New\nDelhi", "india"),  # a line ends inside the name
    ("Santiago de Cuba", "cuba"),  # the longer name, not the capital of Chile
    ("Santiago", "chile"),
    ("Limassol", ""),  # no "Lima" in it
    ("the Ministry", ""),
]


@pytest.mark.parametrize(("words", "where"), TOLD)
def test_countries(words: str, where: str) -> None:
    """A country by its name, a post of it, or its adjective."""
    assert country(words) == where


@pytest.mark.parametrize("named", [POSTS, COUNTRIES, PEOPLES])
def test_every_word_is_found_whole(named: dict[str, str]) -> None:
    """Each of the list, itself and among other words."""
    pattern = re.compile(rf"\b{any_of(named)}(?!\w)")
    for word in named:
        assert pattern.fullmatch(word)
        found = pattern.search(f"from {word} to")
        assert found is not None
        assert found[0] == word


WORDS = st.lists(st.text("ab -.", min_size=1, max_size=6), min_size=1, max_size=12)


@given(WORDS, st.text("ab -.", max_size=20))
def test_it_finds_what_one_after_another_finds(words: list[str], text: str) -> None:
    """The same places and the same, longest, words as the list itself, tried one by one."""
    plain = "|".join(re.escape(w).replace(r"\ ", r"\s") for w in sorted(set(words), key=len)[::-1])
    one, other = re.compile(any_of(words)), re.compile(plain)
    assert [m.span() for m in one.finditer(text)] == [m.span() for m in other.finditer(text)]


def test_one_word_is_itself() -> None:
    """No branch where there is none; what means something in a pattern is a sign like others."""
    assert any_of(["lima"]) == "lima"
    assert re.fullmatch(any_of(["u.k."]), "u.k.")
    assert not re.fullmatch(any_of(["u.k."]), "uxkx")
