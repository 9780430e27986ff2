"""Days counted from another day: what the words give, and when they give nothing."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.model import When
from letterbook.write.event_relative import counted

DAY = datetime.date(1957, 6, 12)
ONE_DAY = When(DAY, DAY)
MARCH = When(datetime.date(1957, 3, 1), datetime.date(1957, 3, 31))


def reckoned(words: str, when: When = ONE_DAY, in_letter: bool = False) -> list[str]:
    """What the phrases of a sentence give, counted from `when`; "" for one that gives nothing."""
    return [(one.reckon(when) or When(None, None)).edtf for one in counted(words, in_letter)]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        # Days are exact.
        ("Five days earlier, at a first meeting, he", "1957-06-07"),
        ("Ruth Averill took his place four days later.", "1957-06-16"),
        ("The gates were raised on the following day.", "1957-06-13"),
        ("By noon of the next day the river had fallen", "1957-06-13"),
        ("The same night the span was blown up.", "1957-06-12"),
        ("on that day I was at Zaral", "1957-06-12"),
        ("had arrived the previous evening", "1957-06-11"),
        ("had left the day before.", "1957-06-11"),
        ("two days after, he wrote", "1957-06-14"),
        # Weeks and months are about; years are whole years.
        ("Two weeks later he wrote", "1957-06-23~/1957-06-29~"),
        ("A month later an unsigned letter", "1957-07~"),
        ("a year later the bridge", "1958"),
        ("in the same month", "1957-06"),
        ("that autumn the boats", "1957-09-01/1957-11-30"),
        ("later that year the bridge", "1957-06-12/1957-12-31"),
        ("earlier that month the", "1957-06-01/1957-06-12"),
        ("that week the two", "1957-06-10/1957-06-16"),
        # An open interval: nothing says how soon.
        ("Shortly after, he resigned.", "1957-06-12~/.."),
        ("Soon afterwards, the crews", "1957-06-12~/.."),
        ("Shortly before, he had", "../1957-06-12~"),
    ],
)
def test_counted(words: str, edtf: str) -> None:
    """Words that count from the day told last."""
    assert reckoned(words) == [edtf]


@pytest.mark.parametrize(
    "words",
    [
        # Counted from what the words only name: nobody knows when that was.
        "Two days after his arrival in Moscow he",
        "Shortly after the Party seized power",
        "a week before the conference opened",
        # A length, a comparison, no day at all.
        "which was two years later than the engineers had thought",
        "for the next twenty years",
        "on the day of the funeral",
        "in the meantime",
    ],
)
def test_not_counted(words: str) -> None:
    """Words that give no day are left alone."""
    assert reckoned(words) == []


def test_a_month_has_no_next_day() -> None:
    """From "March 1957" nothing is counted in days; months and years are."""
    assert reckoned("four days later he", MARCH) == [""]
    assert reckoned("on the following day", MARCH) == [""]
    assert reckoned("a month later he", MARCH) == ["1957-04~"]
    assert reckoned("in the same year", MARCH) == ["1957"]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("Letter bears yesterday's date", "1957-06-11"),
        ("He called this evening at nine", "1957-06-12"),
        ("will be raised tomorrow morning", "1957-06-13"),
        ("the note reached me three days ago", "1957-06-09"),
        ("was delivered last night", "1957-06-11"),
    ],
)
def test_in_letters(words: str, edtf: str) -> None:
    """In a letter one counts from the day on which it is written; in a history nobody does."""
    assert reckoned(words, in_letter=True) == [edtf]
    assert all(one.of_letter for one in counted(words, in_letter=True))
    assert reckoned(words) == []


@given(st.integers(1, 999), st.sampled_from(["day", "week", "month", "year"]), st.dates())
def test_there_and_back(number: int, unit: str, day: datetime.date) -> None:
    """What is so much later holds the day from which so much earlier is the first again."""
    later = [one.reckon(When(day, day)) for one in counted(f"{number} {unit}s later, he came.")]
    assert len(later) == 1
    if later[0] is None or later[0].earliest is None:  # beyond the calendar
        return
    on = day + datetime.timedelta(number) if unit == "day" else None
    assert on is None or later[0].earliest == on == later[0].latest
    assert later[0].earliest > day - datetime.timedelta(4)


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    """Any text is read without an error, and what is found stands in it."""
    assert all(0 <= one.start < one.end <= len(text) for one in counted(text, True))
