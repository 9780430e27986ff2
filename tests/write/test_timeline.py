"""Timelines: letters, histories and letters known only by mention in one order of days."""

from __future__ import annotations

import datetime

import pytest

from letterbook.model import LetterbookError, Line
from letterbook.record import Filters, Record
from letterbook.write import Wanted, write
from letterbook.write.events import Event, events
from letterbook.write.page import Page
from letterbook.write.timeline import COLUMNS
from tests.write.conftest import Faults

HISTORY = "a-line-reopened.txt"


def found(record: Record, words: str, wanted: Wanted = Wanted()) -> Event:  # noqa: B008 (frozen)
    """The one event whose text has these words."""
    (event,) = [e for e in events(record, wanted) if words in e.text]
    return event


@pytest.mark.parametrize(
    ("words", "edtf", "stated"),
    [
        ("presented his letters of credence", "1957-10-28", "October 28, 1957"),
        ("had withdrawn its Legation", "1942-11-09", "November 9, 1942"),
        ("took four boats of Cresby", "1956-08-21", "August 21, 1956"),
        ("The bridge was opened to trains", "1961-09", "September 1961"),
        ("The growers of Dolin were paid", "1959", "1959"),
    ],
)
def test_stated(sample: Record, words: str, edtf: str, stated: str) -> None:
    """What a history tells with its day."""
    event = found(sample, words, Wanted((HISTORY,)))
    assert (event.when.edtf, event.when.stated, event.inferred) == (edtf, stated, False)


@pytest.mark.parametrize(
    ("words", "edtf", "reason"),
    [
        ("middle span of the railway bridge", "1942-11-09", "counted from “November 9, 1942”"),
        ("A month later an unsigned letter", "1956-09~", "counted from “August 21, 1956”"),
        ("King Aurel accepted", "1956-10-23", "the year is that of “October 2, 1956”"),
        ("Peter Corder came home", "1957-01-19", "the year is that of “January 2, 1957”"),
        ("Ruth Averill took his place", "1957-02-04", "counted from “January 31, 1957”"),
        ("Five days earlier", "1957-06-07", "counted from “June 12”"),
        ("The gates were raised on the following", "1957-09-03", "counted from “September 2”"),
        ("By noon of the next day", "1957-08-13", "counted from “August 12”"),
    ],
)
def test_inferred(sample: Record, words: str, edtf: str, reason: str) -> None:
    """What a history tells with half a day, and the words that the other half rests on."""
    event = found(sample, words, Wanted((HISTORY,)))
    assert (event.when.edtf, event.reason) == (edtf, reason)
    assert event.because
    source, _ = sample.fetch(event.because[0].source)
    assert source.text[event.because[0].start : event.because[0].end] in reason


def test_what_is_no_event(sample: Record) -> None:
    """The notice above the page, and a year that names a loan, are not in it."""
    told = events(sample, Wanted((HISTORY,)))
    assert not [event for event in told if "retired" in event.text]
    assert "1931" not in [event.when.edtf for event in told]
    assert "2014" not in [event.when.edtf for event in told]


def test_order(sample: Record) -> None:
    """By day, the undated last; an open beginning before none."""
    every = events(sample, Wanted())
    days = [e.when.earliest or e.when.latest or datetime.date.max for e in every]
    assert days == sorted(days)
    assert {e.kind for e in every} == {"told", "sent", "mentioned"}
    assert every[-1].when.edtf == ""


def test_every_letter_is_sent(sample: Record) -> None:
    """Each letter stands in the timeline on its own day, one worked out marked as such."""
    sent = {event.of: event for event in events(sample, Wanted()) if event.kind == "sent"}
    for letter in sample.letters():
        event = sent[letter.id]
        assert event.when.edtf == (letter.when.edtf if letter.when else "")
        assert event.inferred == letter.inferred


def test_mentioned(sample: Record) -> None:
    """A letter that only others name is an event known only by mention."""
    event = found(sample, "Kazmír Dolány, President of the Council of Ministers, to Julian Corder")
    assert (event.kind, event.when.edtf) == ("mentioned", "1957-03-28")


def test_announced(sample: Record) -> None:
    """What a letter says of a day still to come is announced, not reported."""
    assert found(sample, "Original leaves tomorrow").ahead
    assert not found(sample, "Crews landed Cresby by ferry yesterday").ahead


def test_one_event_of_two_printings(sample: Record) -> None:
    """A sentence in two editions of one letter stands once, with both places."""
    told = [e for e in events(sample, Wanted()) if "Of the Harbour Loan I shall write" in e.text]
    assert [len(e.pins) for e in told] == [2]


def test_days_that_are_asked_for(sample: Record) -> None:
    """`since` and `until` narrow the events, not only the letters that tell them."""
    wanted = Wanted(filters=Filters(since="1957-06", until="1957-06"))
    for event in events(sample, wanted):
        assert event.when.latest is None or event.when.latest >= datetime.date(1957, 6, 1)
        assert event.when.earliest is None or event.when.earliest <= datetime.date(1957, 6, 30)


def test_page(sample: Record, faults: Faults) -> None:
    """The page: a row each, every quoted word at its pin, every inferred day in brackets."""
    page: Page = write(sample, "timeline", Wanted())
    rows = list(page.rows)
    assert page.parts[0].columns == COLUMNS  # type: ignore[union-attr]
    assert len(rows) == len(events(sample, Wanted()))
    assert faults(sample, page) == []
    for row in rows:
        assert row.cells[0].text.startswith("[") == row.inferred
        assert not row.inferred or isinstance(row.cells[2], Line)
    assert {pin for line in page.lines for pin in line.pins} == set(page.words)


def test_progress(sample: Record) -> None:
    """It tells, source by source, how far it is."""
    heard: list[tuple[int, int]] = []
    events(sample, Wanted(progress=lambda done, of: heard.append((done, of))))
    assert [done for done, _ in heard] == list(range(1, len(heard) + 1))
    assert {of for _, of in heard} == {len(heard)}


def test_nothing(sample: Record) -> None:
    """Where nothing is so, it says so."""
    with pytest.raises(LetterbookError, match="no event with a date"):
        write(sample, "timeline", Wanted(filters=Filters(since="1999")))
    with pytest.raises(LetterbookError, match="timeline"):
        write(sample, "sonnet", Wanted())
