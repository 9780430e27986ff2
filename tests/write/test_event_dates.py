"""Dates in running text: what they say, how precisely, and which of them are no dates at all."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.write.event_dates import NO_YEAR, narrated

SAID = [
    # Days, in both orders, alone and as ranges.
    ("On December 6, 1917, the Government broke off relations", "1917-12-06"),
    ("on the night of November 9, 1942, the bridge was blown", "1942-11-09"),
    ("He landed on 4 May 1957 at noon", "1957-05-04"),
    ("They met June 6–12, 1957, at Sankt Evert", "1957-06-06/1957-06-12"),
    ("the 12th August 1957", "1957-08-12"),
    # Months, with a part of them; the end of a month is about its last ten days.
    ("journeyed to Vardény in November 1933 to begin talks", "1933-11"),
    ("reached their nadir in August 1939, when", "1939-08"),
    ("by the end of March 1957", "1957-03-21~/1957-03-31~"),
    ("in early June 1957 and", "1957-06-01~/1957-06-10~"),
    ("between May and June 1961 he", "1961-05-01/1961-06-30"),
    # Seasons: a winter has two years, and one may write both.
    ("in the spring of 1934", "1934-03-01/1934-05-31"),
    ("the winter of 1942–43 was hard", "1942-12-01/1943-02-28"),
    # Years, parts of years, decades, spans.
    ("sent to Vardény in 1936.", "1936"),
    ("In 1957 the engineers met twice.", "1957"),
    ("Late in 1956 the dam", "1956-09-01~/1956-12-31~"),
    ("At the end of 1956 the dam", "1956-11-01~/1956-12-31~"),
    ("throughout the 1920s the trade went on", "1920-01-01/1929-12-31"),
    ("in the early 1960s", "1960-01-01/1963-12-31"),
    ("from 1956 to 1958 they", "1956-01-01/1958-12-31"),
    ("in the years 1956–58 they", "1956-01-01/1958-12-31"),
]


@pytest.mark.parametrize(("words", "edtf"), SAID)
def test_said(words: str, edtf: str) -> None:
    """What a narrator's date says, in EDTF."""
    assert [dated.when.edtf for dated in narrated(words)] == [edtf]


@pytest.mark.parametrize(
    ("words", "stated"),
    [
        # The year is the narrative's: month and day alone.
        ("King Aurel accepted on October 23, and named", "October 23"),
        ("the ships left on 4 May", "4 May"),
        ("and asked again by the end of March", "the end of March"),
        ("and came home in December.", "December"),
        ("was set for mid-October", "mid-October"),
    ],
)
def test_no_year(words: str, stated: str) -> None:
    """A date without a year is told as such, in a year that is none."""
    (dated,) = narrated(words)
    assert dated.when.stated == stated
    assert not dated.year
    assert dated.when.earliest is not None
    assert dated.when.earliest.year == NO_YEAR


@pytest.mark.parametrize(
    "words",
    [
        # Numbers that are no years: telegrams, pages, people.
        "in telegrams 1709 and 1718 the Embassy",
        "see Deptel 1936 to Port Selm",
        "about 1500 “advisers” in key positions",
        "They paid 1,936 crowns",
        # Words that are months only by their letters.
        "you may march 4 men across",
        "He may 4 times have",
        # An hour of a military clock is no year.
        "released at 28 April, 1400I.",
        # No such day.
        "on June 31 the",
        "and of the sheets for September Street",
        "",
    ],
)
def test_no_date(words: str) -> None:
    """What only looks like a date is left alone."""
    assert not [dated for dated in narrated(words) if dated.year]


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("has since 1944 been the School of Music", "from"),
        ("on the first Monday until 1963, when", "until"),
        ("exchanged before the end of October", "until"),
        ("after August 21, 1956, nobody", "from"),
        ("from 1956 to 1958 they", "on"),
        ("in 1958", "on"),
    ],
)
def test_bound(words: str, bound: str) -> None:
    """ "Since" and "until" open one side; "from … to" names both."""
    (dated,) = narrated(words)
    assert dated.bound == bound


@pytest.mark.parametrize(
    ("words", "names"),
    [
        # A thing's name: the sentence does not tell what happened that day.
        ("he said of the assurance of March 6", True),
        ("the Harbor Loan of 1931 was", True),
        # A time of the day, a week of the month: an event.
        ("on the night of February 27", False),
        ("in the spring of 1934", False),
    ],
)
def test_names(words: str, names: bool) -> None:
    """A date may only name a letter or a loan."""
    (dated,) = narrated(words)
    assert dated.names is names


@given(st.dates(datetime.date(1500, 1, 1), datetime.date(2049, 12, 31)))
def test_every_day(day: datetime.date) -> None:
    """Any day that is written out is read back, in both orders."""
    for words in (
        f"On {day:%B} {day.day}, {day.year}, he came.",
        f"On {day.day} {day:%B} {day.year}, he came.",
    ):
        (dated,) = narrated(words)
        assert (dated.when.earliest, dated.when.latest) == (day, day)
        assert words[dated.start : dated.end].strip() == dated.when.stated


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    """Any text is read without an error; what is found stands in order and apart."""
    found = list(narrated(text))
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= d.start < d.end <= len(text) for d in found)
