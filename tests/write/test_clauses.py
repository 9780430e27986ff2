"""Cutting a sentence: at borders of clauses, every cut marked, nothing that turns the sense."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.write.clauses import around, clauses, cut, own

LONG = (
    "Walter Strand resigned as Minister of External Relations on January 31, 1957, and Ruth Averill"
    " took his place four days later."
)


def pieces(text: str, soft: bool = False) -> list[str]:
    """The clauses in words."""
    return [text[a:b] for a, b in clauses(text, soft)]


def test_borders() -> None:
    """A semicolon, a dash, a comma with "and" before a new subject."""
    assert pieces("The crews were freed; the boats were kept.") == [
        "The crews were freed", "the boats were kept."]  # fmt: skip
    assert pieces("He came home — the boats did not.") == ["He came home", "the boats did not."]
    assert len(pieces(LONG)) == 2
    assert len(pieces("He packed, saddled, and left.")) == 1


def test_not_within_quotations_and_brackets() -> None:
    """A border inside of a quotation or a bracket is none: half a quotation is not the source's."""
    assert len(pieces("He said “I came; I saw; I left” and sat down.")) == 1
    assert len(pieces("The boats (four; one foundered) came home.")) == 1


def test_own() -> None:
    """Each of two days gets the clause that it stands in."""
    at = LONG.index("four days later")
    assert cut(LONG, *own(LONG, at, at + 15)) == "… Ruth Averill took his place four days later."
    at = LONG.index("January")
    assert cut(LONG, *own(LONG, at, at + 16)).endswith("on January 31, 1957 …")


@pytest.mark.parametrize(
    "rest",
    [
        "but nobody in either capital would not call it a promise.",
        "and the gates stay raised only if the engineers agree.",
        "but the Minister had never put his name to it.",
    ],
)
def test_conditions_stay(rest: str) -> None:
    """What a condition or a negation hangs on is not cut off."""
    text = f"On March 6 Ruth Averill gave her word about the gates at Hollin, {rest}"
    assert own(text, 3, 10) == (0, len(text))


def test_around_keeps_short_sentences_whole() -> None:
    """A sentence that fits is not cut, and a long one keeps the clause that is asked for."""
    assert around(LONG, 0, 6) == (0, len(LONG))
    text = f"{'The boats lay at Zaral through the winter' + ' and the spring' * 9}; " + LONG
    at = text.index("Ruth")
    first, last = around(text, at, at + 4, most=140)
    assert "Ruth Averill took" in text[first:last]
    assert last - first <= 140


def test_cut_marks() -> None:
    """One mark at each end that is cut, none at a whole sentence."""
    assert cut("He came, and she left.", 0, 22) == "He came, and she left."
    assert cut("He came, and she left.", 0, 7) == "He came …"
    assert cut("He came, and she left.", 13, 22) == "… she left."


@given(st.text(alphabet="ab ,;—.and but the He“”()\n", max_size=200), st.integers(0, 199))
def test_any_sentence(text: str, at: int) -> None:
    """Clauses stand in order within the sentence; what is kept holds what was asked for."""
    found = clauses(text)
    assert found[0][0] == 0
    assert found[-1][1] == len(text)
    assert all(a <= b for a, b in found)
    if at < len(text):
        first, last = around(text, at, at + 1, most=60)
        assert 0 <= first <= last <= len(text)
        assert cut(text, first, last).count("…") <= 2 + text.count("…")
