"""Letters known only by mention: brought together, met when they come, and what notes say."""

from __future__ import annotations

import pytest

from letterbook.link.noted import fate, printed
from tests.link.volume import TO_FARR, TO_VALE, heap


def test_mentions_of_one_missing_letter_meet() -> None:
    """Named by the addressee and by its writer, one letter is missing."""
    found = heap(
        (TO_FARR, "May 9, 1957", "Thank you for your letter of May 2."),
        (TO_VALE, "May 12, 1957", "In my letter of May 2 I said that the ferry runs."),
    )
    [one] = found.missing()
    assert (one.sender, one.recipient) == ("Farr, Prime Minister", "Vale, President")
    assert one.when is not None
    assert one.when.edtf == "1957-05-02"
    assert len(one.mentions) == 2


def test_a_missing_letter_is_found_when_it_comes() -> None:
    """With the letter in the record, nothing is missing."""
    found = heap(
        (TO_VALE, "May 2, 1957", "The ferry runs."),
        (TO_FARR, "May 9, 1957", "Thank you for your letter of May 2."),
    )
    assert found.missing() == []


def test_a_note_says_where_it_is_printed() -> None:
    """ "a letter¹" has the day and the place that its note gives."""
    body = (
        "I shall send to you a confidential letter on the ferry.1 It is long.\n\nFarr\n\n"
        "  1. For text of this letter, dated May 19, see Gazette of State, June 6, 1957, pp. 12–14."
    )
    found = heap((TO_VALE, "May 2, 1957", body))
    [one] = found.missing()
    assert one.printed == ("Gazette of State, June 6, 1957, pp. 12–14",)
    assert one.when is not None
    assert one.when.edtf == "1957-05-19"
    assert (one.sender, one.recipient) == ("Farr, Prime Minister", "Vale, President")


@pytest.mark.parametrize(
    ("note", "places", "said"),
    [
        ("Not printed.", (), "not printed"),
        ("Not found in the Ministry's files.", (), "not found"),
        ("Printed in Letters of State, vol. II, pp. 3–5.",
         ("Letters of State, vol. II, pp. 3–5",), ""),
        ("See Letters of State, 1957, Document 12.", ("Letters of State, 1957, Document 12",), ""),
        ("He was then Minister of Ferries.", (), ""),
    ],
)  # fmt: skip
def test_what_a_note_says(note: str, places: tuple[str, ...], said: str) -> None:
    """Places in print and what became of the letter."""
    assert printed(note) == places
    assert fate(note) == said
