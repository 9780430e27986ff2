"""Dates, hours and days counted from a letter's own."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.mark.dates import bare_year, dates, relative, undated
from letterbook.mark.hours import time_of_day
from letterbook.mark.months import MONTHS, day_number, month_number

LETTER_DAY = datetime.date(1957, 1, 10)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        # the orders of day, month and year
        ("October 10, 1956", "1956-10-10"),
        ("Oct. 10, 1956", "1956-10-10"),
        ("10 October 1956", "1956-10-10"),
        ("the 10th of October, 1956", "1956-10-10"),
        ("1956-10-10", "1956-10-10"),
        ("1956-10", "1956-10"),
        # ordinals: old spelling, words, words of two parts with and without a hyphen
        ("February 3d, 1807", "1807-02-03"),
        ("May first, 1811", "1811-05-01"),
        ("the twenty-third day of April, 1811", "1811-04-23"),
        ("April twenty third, 1811", "1811-04-23"),
        ("the thirty-first of May 1811", "1811-05-31"),
        # other languages
        ("le 4 mars 1790", "1790-03-04"),
        ("1er août 1790", "1790-08-01"),
        ("den 4. März 1848", "1848-03-04"),
        ("4 de marzo de 1848", "1848-03-04"),
        ("17 октября 1933", "1933-10-17"),
        ("4 maggio 1848", "1848-05-04"),
        # ranges are intervals
        ("July 29–31, 1957", "1957-07-29/1957-07-31"),
        ("29-31 July 1957", "1957-07-29/1957-07-31"),
        ("July 29 and 30, 1957", "1957-07-29/1957-07-30"),
        ("November 30–December 1, 1957", "1957-11-30/1957-12-01"),
        ("December 30–January 2, 1958", "1957-12-30/1958-01-02"),
        ("July–August 1957", "1957-07-01/1957-08-31"),
        ("December-January 1957", "1957-12-01/1958-01-31"),
        # an editor's hand: his day or month stands
        ("Dec 7 [6], 1956", "1956-12-06"),
        ("7 May [June] 1957", "1957-06-07"),
        ("December 7 [6?], 1956", "1956-12-06?"),
        ("December 7 [sic], 1956", "1956-12-07"),
        # doubt, about
        ("December 7, 1956?", "1956-12-07?"),
        ("about March 4, 1804", "1804-03-04~"),
        ("circa June 1804", "1804-06~"),
        # less than a day
        ("August 1957", "1957-08"),
        ("early August 1957", "1957-08-01~/1957-08-10~"),
        ("late February 1957", "1957-02-21~/1957-02-28~"),
        ("spring 1957", "1957-03-01/1957-05-31"),
        ("winter of 1957", "1957-12-01/1958-02-28"),
        # old style: the year began in March, ours is the second
        ("February 3, 1671/2", "1672-02-03"),
        ("February 3, 1699/1700", "1700-02-03"),
        # numbers: with points the day is first; with strokes both readings stand
        ("4.3.1848", "1848-03-04"),
        ("3/4/57", "1957-03-04?/1957-04-03?"),
        ("13/4/1957", "1957-04-13"),
        ("4/4/1957", "1957-04-04"),
    ],
)
def test_a_date_is_read(words: str, edtf: str) -> None:
    """A date as it is written at the head of a letter, read as an interval."""
    hits = list(dates(words))
    assert [hit.when.edtf for hit in hits] == [edtf]
    assert hits[0].year


@pytest.mark.parametrize(
    "words",
    [
        "June 31, 1957",  # no such day
        "February 29, 1957",  # no leap year
        "October 10",  # no year
        "31-29 July 1957",  # runs backwards
        "13.13.1957",  # no such month
        "No. 1957/12",
        "Chapter 10, 1957 men",
        "",
    ],
)
def test_what_is_no_date_is_none(words: str) -> None:
    """Words that look like a date and name no day give nothing."""
    assert list(dates(words)) == []


def test_a_year_can_be_supplied() -> None:
    """A day without a year is read only if the caller knows the year, and says so."""
    (hit,) = dates("by October 10 at the latest", 1956)
    assert (hit.when.edtf, hit.year) == ("1956-10-10", False)


def test_offsets_point_at_the_words() -> None:
    """A hit's offsets are those of the words it states."""
    text = "received March 4, 1957, answered 6 March 1957"
    assert [text[h.start : h.end] for h in dates(text)] == ["March 4, 1957", "6 March 1957"]
    assert [h.when.stated for h in dates(text)] == ["March 4, 1957", "6 March 1957"]


@pytest.mark.parametrize(
    ("words", "day", "said"),
    [
        # as letters of the time counted
        ("your letter of the 19th instant", "1957-01-19", "the 19th instant"),
        ("of the 19th inst., which", "1957-01-19", "the 19th inst."),
        ("the 18th ultimo", "1956-12-18", "the 18th ultimo"),
        ("of the third ult.", "1956-12-03", "the third ult."),
        ("the 3d proximo", "1957-02-03", "the 3d proximo"),
        ("the twenty-first of this month", "1957-01-21", "the twenty-first of this month"),
        ("the 9th of last month", "1956-12-09", "the 9th of last month"),
        # a day without a year is the one nearest the letter's
        ("your message of October tenth", "1956-10-10", "October tenth"),
        ("on January 4", "1957-01-04", "January 4"),
        ("since December 28", "1956-12-28", "December 28"),
        ("until March 1", "1957-03-01", "March 1"),
        # a stated year stands
        ("of October 10, 1951", "1951-10-10", "October 10, 1951"),
    ],
)
def test_a_day_is_counted_from_the_letter(words: str, day: str, said: str) -> None:
    """A day named by the letter's own date, in a letter of January 10, 1957."""
    hit = relative(words, LETTER_DAY)
    assert hit is not None
    assert hit.when.edtf == day
    assert words[hit.start : hit.end] == said


@pytest.mark.parametrize(
    ("words", "letter_day"),
    [
        ("the 31st ultimo", datetime.date(1957, 7, 2)),  # June has thirty days
        ("in an instant", LETTER_DAY),
        ("nothing of the kind", LETTER_DAY),
        ("the 5th ultimo", datetime.date(1, 1, 3)),  # before the first year
    ],
)
def test_no_day_is_counted_where_none_is_named(words: str, letter_day: datetime.date) -> None:
    """Words that name no day that ever was give None."""
    assert relative(words, letter_day) is None


@given(st.dates(datetime.date(1500, 1, 1), datetime.date(2049, 12, 31)))
def test_a_written_day_is_read_back(day: datetime.date) -> None:
    """Any day, written in three ways, is read as that day."""
    month = f"{day:%B}"
    for words in (f"{month} {day.day}, {day.year}", f"{day.day} {month} {day.year}", f"{day}"):
        (hit,) = dates(words)
        assert (hit.when.earliest, hit.when.latest) == (day, day)


@given(
    st.dates(datetime.date(1500, 1, 1), datetime.date(2049, 12, 31)),
    st.dates(datetime.date(2001, 1, 1), datetime.date(2001, 12, 31)),
)
def test_no_year_is_nearer(letter_day: datetime.date, named: datetime.date) -> None:
    """Whichever day of the year is named, no other year's is nearer to the letter's own day."""
    hit = relative(f"{named:%B} {named.day}", letter_day)
    assert hit and hit.when.earliest and hit.when.earliest == hit.when.latest
    years = (named.replace(year=letter_day.year + shift) for shift in (-1, 0, 1))
    assert abs(hit.when.earliest - letter_day) == min(abs(day - letter_day) for day in years)


@given(st.dates(datetime.date(1500, 1, 1), datetime.date(2049, 12, 31)), st.integers(-150, 150))
def test_the_nearest_year_is_taken(letter_day: datetime.date, shift: int) -> None:
    """A day within half a year of the letter, named without its year, is found again."""
    day = letter_day + datetime.timedelta(shift)
    if (day.month, day.day) == (2, 29):
        return
    hit = relative(f"{day:%B} {day.day}", letter_day)
    assert hit is not None and hit.when.earliest == day


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("7 p. m.", "19:00"),
        ("7:30 p.m.", "19:30"),
        ("12 noon", "12:00"),
        ("12 p.m.", "12:00"),
        ("12:15 a.m.", "00:15"),
        ("midnight", "00:00"),
        ("1230Z", "12:30Z"),
        ("at 1640 hours", "16:40"),
        ("14:05", "14:05"),
        ("3 o’clock", "03:00"),
        ("7:00–9:15 p.m.", "19:00"),
        ("3–4:30 p.m.", "15:00"),
        ("11.45 a.m.", "11:45"),
        # told twice, as misprints have it: the hour is sure, the half of the day was said already
        ("19 p. m.", "19:00"),
        ("14:31 p.m.", "14:31"),
        # an l that is a one, as on many typewriters
        ("l p.m.", "13:00"),
        # no hours
        ("19 a. m.", ""),
        ("4:70 p.m.", ""),
        ("all p.m.", ""),
        ("March 4, 1957", ""),
        ("page 7", ""),
        ("", ""),
    ],
)
def test_an_hour_is_read(words: str, time: str) -> None:
    """The hour of a dateline on the clock of twenty-four."""
    assert time_of_day(words) == time


@pytest.mark.parametrize("words", ["[undated]", "n.d.", "n. d.", "No date", "s.d.", "o.D."])
def test_undated_is_said(words: str) -> None:
    """A text that says it bears no date has an open interval on both sides."""
    hit = undated(words)
    assert hit is not None and hit.when.edtf == "" and hit.when.stated


def test_an_end_is_no_undated() -> None:
    """ "The end." ends with the letters of "n.d."."""
    assert undated("The end.") is None
    assert undated("stand down") is None


@pytest.mark.parametrize(
    ("words", "edtf"), [("Hollin, 1789", "1789"), ("[1862?]", "1862?"), ("No. 1789/3", "")]
)
def test_a_bare_year(words: str, edtf: str) -> None:
    """A year alone dates a letter by its year."""
    hit = bare_year(words)
    assert (hit.when.edtf if hit else "") == edtf


def test_months_and_days_have_numbers() -> None:
    """Every month's name is known with and without its stop; other words are no month."""
    assert {month_number(name) for name in MONTHS} == set(range(1, 13))
    assert month_number("SEPT.") == 9
    assert month_number("gate") == 0
    assert [day_number(w) for w in ("3d", "19th", "tenth", "twenty-first", "7")] == [
        3,
        19,
        10,
        21,
        7,
    ]
