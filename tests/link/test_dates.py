"""Undated letters dated: by their own words, by their neighbours, by what they answer."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterbook.link.date_grid import Grid, weigh
from letterbook.link.date_letter import date_letter, held
from letterbook.link.date_odds import steps
from letterbook.link.date_rows import Dating, Entry, runs
from letterbook.link.dates import infer
from letterbook.link.series import Known, Row, likely, narrow, settle
from letterbook.mark import mark
from letterbook.mark.clue_wires import Cited, Wire
from letterbook.mark.clues import Clue, clues
from letterbook.model import Letter, Source, Span, When

Day = datetime.date
SPAN = Span("k7m2q9xd", 0, 5)


def clue(kind: str, *day: int, words: str = "") -> Clue:
    """A clue of some kind to one day."""
    return Clue(SPAN, kind, Day(*day), Day(*day), words)


def dated(*day: int, number: str = "") -> Letter:
    """A letter of a known day."""
    when = When(Day(*day), Day(*day)) if day else None
    return Letter(
        "k7m2q9xd", "letter", (), (), when, "", number, "Letter From Orlo to Vane", "", "", "",
        "vane.txt", "", "k7m2q9xd", 0, 400,
    )  # fmt: skip


def holds(dating: Dating | None, *day: int) -> bool:
    """Whether an interval closed at both ends holds a day."""
    if dating is None or dating.when.earliest is None or dating.when.latest is None:
        return False
    return dating.when.earliest <= Day(*day) <= dating.when.latest


def width(dating: Dating | None) -> int:
    """Days that an interval covers."""
    assert dating and dating.when.earliest and dating.when.latest
    return (dating.when.latest - dating.when.earliest).days + 1


ANNOUNCING = """162. Letter From Chairman Orlo to President Vane 1

Dear Mr. President:

On the question of the fisheries I am going to address to you a separate letter2 and I hope that we shall come to terms.

Orlo

  1. Source: Cresby Archives, Presidential Papers. No classification marking.
  2. For text of this letter, dated June 19, see the Hollin Gazette, August 11, 1951, pp. 9–12.
"""  # noqa: E501


def test_a_letter_announced_bounds_the_one_that_announces_it() -> None:
    """Alone it says the latest day and why; an edition that gives the day settles it."""
    source = Source.of(ANNOUNCING, path="orlo.txt")
    own = clues(source, mark(source, ()))
    alone = date_letter(dated(), own)
    assert alone is not None
    assert alone.when.edtf == "../1951-06-19"
    assert [one.reason for one in alone.chain] == [
        "not after 1951-06-19: announces the letter of that day (note 2)"
    ]
    edition = date_letter(dated(), own, same_letter=[dated(1951, 6, 11)])
    assert edition is not None
    assert edition.when.edtf == "1951-06-11"
    assert "so dated where the letter is printed" in edition.chain[0].reason


def test_editions_that_differ_settle_nothing() -> None:
    """Two days for one letter: neither is taken."""
    both = [dated(1951, 6, 11), dated(1951, 6, 12)]
    assert date_letter(dated(), (), same_letter=both) is None


def test_a_file_number_between_dated_neighbours() -> None:
    """Own clue and neighbours agree: a few days, with the words that tell."""
    own = (clue("source note: file number", 1951, 5, 16, words="611.61/5–1651"),)
    before, after = [dated(1951, 5, 10), dated(1951, 5, 14)], [dated(1951, 5, 19)]
    dating = date_letter(dated(), own, before, after)
    assert holds(dating, 1951, 5, 16)
    assert width(dating) <= 12
    assert dating is not None
    assert "about 1951-05-16: is filed under “611.61/5–1651” (source note)" in [
        one.reason for one in dating.chain
    ]


def test_neighbours_alone() -> None:
    """No words of its own: between the letters beside it, which are named."""
    before = [dated(1951, 5, 1, number="81"), dated(1951, 5, 10, number="82")]
    dating = date_letter(dated(), (), before, [dated(1951, 5, 14, number="84")])
    assert holds(dating, 1951, 5, 12)
    assert width(dating) <= 31
    assert dating is not None
    assert [one.reason for one in dating.chain] == [
        "not before 1951-05-10: stands after No. 82 of 1951-05-10",
        "not after 1951-05-14: stands before No. 84 of 1951-05-14",
    ]


def test_letters_in_no_order_tell_nothing() -> None:
    """A drawer of letters as they fell: its neighbours do not date a letter."""
    before = [dated(1951, 5, 1), dated(1947, 3, 2), dated(1950, 7, 9)]
    after = [dated(1944, 1, 1), dated(1949, 2, 2), dated(1941, 8, 8)]
    assert date_letter(dated(), (), before, after) is None


def test_nothing_known_nothing_said() -> None:
    """Neither clue nor neighbour."""
    assert date_letter(dated(), ()) is None


def test_what_it_answers_and_what_answers_it() -> None:
    """An answer is no older than its letter, and no younger than its own answer."""
    dating = date_letter(dated(), (), answers=[dated(1951, 5, 3)], answered_by=[dated(1951, 5, 21)])
    assert dating is not None
    assert dating.when == When(Day(1951, 5, 3), Day(1951, 5, 21))
    assert {one.reason.split(":")[0] for one in dating.chain} == {
        "not before 1951-05-03",
        "not after 1951-05-21",
    }


def test_an_office_gives_the_year_of_a_day_without_one() -> None:
    """ "Drafted on May 15", by a President who held office in that year alone."""
    office = held(SPAN, "President", "Vane", When(Day(1951, 1, 20), Day(1951, 12, 31)))
    assert office is not None
    own = (Clue(SPAN, "source note: drafted", Day(4, 5, 15), Day(4, 5, 15), "May 15"), office)
    dating = date_letter(dated(), own)
    assert holds(dating, 1951, 5, 15)
    assert width(dating) < 366


def file_number(day: Day) -> tuple[Clue, ...]:
    """The clues of a telegram that came in, and is filed under its day."""
    return (Clue(SPAN, "source note: incoming file number", day, day, "611.61"),)


def test_a_row_in_which_no_letter_bears_a_date() -> None:
    """Those with file numbers date those without, and a new chapter begins the years anew."""
    chapter = [Day(1951, 1, 3) + datetime.timedelta(9 * n) for n in range(30)]
    days = chapter + chapter
    row = [Entry(file_number(day) if n % 3 else ()) for n, day in enumerate(days)]
    datings = infer(row)
    right = [holds(one, d.year, d.month, d.day) for one, d in zip(datings, days, strict=True)]
    assert sum(right) >= len(right) - 1
    assert sum(width(one) <= 31 for one in datings if one) >= 58


def test_an_answer_is_filed_with_what_it_answers() -> None:
    """Its file number leaves it more days than that of a telegram that came in."""
    days = [Day(1951, 1, 3) + datetime.timedelta(9 * n) for n in range(30)]
    widths = []
    for sort in ("incoming", "outgoing"):
        row = [
            Entry((clue(f"source note: {sort} file number", d.year, d.month, d.day),)) for d in days
        ]
        datings = infer(row)
        assert all(holds(one, d.year, d.month, d.day) for one, d in zip(datings, days, strict=True))
        widths.append(sum(width(one) for one in datings if one))
    assert widths[0] < widths[1]


def test_a_row_without_any_day_is_dated_less_closely() -> None:
    """Where each letter leans on what was guessed of the others, the interval is the wider one."""
    days = [Day(1951, 1, 3) + datetime.timedelta(9 * n) for n in range(9)]
    guessed = [Entry(file_number(day)) for day in days]
    known = [Entry((), When(day, day)) for day in days]
    known[4] = guessed[4]
    assert width(infer(known)[4]) < width(infer(guessed)[4])


def test_a_number_between_two_dated_telegrams() -> None:
    """The notes of other letters date telegrams 441 and 460; 450 was sent between the two."""
    told = [("March 11", 3, 11, 441), ("March 13", 3, 13, 460)]
    cited = [
        Cited(Wire("from israel", n), Clue(SPAN, "cited telegram", Day(4, m, d), Day(4, m, d), w))
        for w, m, d, n in told
    ]
    first, last = When(Day(1951, 3, 1), Day(1951, 3, 1)), When(Day(1951, 3, 25), Day(1951, 3, 25))
    row = [
        Entry((), first, "1", SPAN, cited=(cited[0],)),
        Entry((), None, "2", SPAN, Wire("from israel", 450)),
        Entry((), last, "3", SPAN, cited=(cited[1],)),
    ]
    without = infer([row[0], Entry((), None, "2", SPAN), row[2]])[1]
    dating = infer(row)[1]
    assert holds(dating, 1951, 3, 12)
    assert width(dating) < width(without)
    assert dating is not None
    assert any("telegram 450 is later in number than" in one.reason for one in dating.chain)


def test_rows_part_where_the_numbers_begin_anew() -> None:
    """Two volumes in one heap."""
    numbers = [*range(1, 20), *range(1, 12)]
    row = [Entry(number=str(n)) for n in numbers]
    assert [len(run) for run in runs(row)] == [19, 11]


@pytest.mark.parametrize("cell", [1, 7, 30])
@pytest.mark.parametrize("yearless", [False, True])
def test_odds_lie_beside_each_other(cell: int, yearless: bool) -> None:
    """The steps around a clue neither overlap nor leave a gap."""
    told = steps("note: letter of", yearless, cell)
    assert all(one.last == other.first for one, other in pairwise(told))
    assert max(told, key=lambda step: step.odds).first in range(-2, 3)


def test_an_unknown_way_of_naming_a_day_says_nothing() -> None:
    """A kind that was never counted."""
    assert steps("dream: seen", False, 1) == ()


DAYS = st.dates(Day(1900, 1, 1), Day(1999, 12, 31))


NEAR = st.dates(Day(1950, 1, 1), Day(1954, 12, 31))


@settings(max_examples=40, deadline=None)
@given(st.lists(NEAR, min_size=1, max_size=5), st.lists(NEAR, max_size=5), NEAR)
def test_a_bound_is_never_passed(before: list[Day], after: list[Day], bound: Day) -> None:
    """However the neighbours lie, nothing lies after the letter's own answer."""
    left = [dated(d.year, d.month, d.day) for d in before]
    right = [dated(d.year, d.month, d.day) for d in after]
    answer = dated(bound.year, bound.month, bound.day)
    dating = date_letter(dated(), (), left, right, answered_by=[answer])
    assert dating is not None
    assert dating.when.latest is not None
    assert dating.when.latest <= bound
    assert dating.chain


@given(st.lists(st.lists(st.floats(-20, 20), min_size=9, max_size=9), min_size=1, max_size=7))
def test_shares_are_shares(odds: list[list[float]]) -> None:
    """What is known of each letter sums to one, and an interval holds what it says."""
    own = [Known(Grid(700_000 + 5 * n, 9), likely(row)) for n, row in enumerate(odds)]
    for known in settle(own, Row(60)):
        assert sum(known.shares) == pytest.approx(1.0)
        low, high, mass = narrow(known, 0.9)
        assert 0 <= low <= high < 9
        assert mass >= 0.9 - 1e-6
        assert mass == pytest.approx(sum(known.shares[low : high + 1]))


@given(DAYS, st.integers(-400, 400))
def test_days_without_a_year_weigh_the_same_in_every_year(day: Day, shift: int) -> None:
    """The odds of a day do not depend on where the grid begins."""
    own = Clue(SPAN, "note: on", Day(4, day.month, day.day), Day(4, day.month, day.day))
    middle = Day(1950, 6, 1).toordinal()
    one, other = Grid(middle, 40), Grid(middle + shift, 40)
    shared = range(max(one.first, other.first), min(one.first, other.first) + 40)
    here, there = weigh([own], one), weigh([own], other)
    for at in shared:
        assert here[at - one.first] == pytest.approx(there[at - other.first])
