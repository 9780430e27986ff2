"""A text walked: which sentences tell an event, when, and what an inferred day rests on."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from letterbook.model import Source, When
from letterbook.write.leaf import leaf
from letterbook.write.narrative import Told, narrate

OWN = datetime.date(1957, 9, 2)


def told(text: str, own: datetime.date | None = None) -> list[Told]:
    """What a text tells; `own` is the day of the letter it is."""
    return list(narrate(leaf(Source.of(text, "a.txt"), ()), When(own, own) if own else None))


def days(text: str, own: datetime.date | None = None) -> list[str]:
    """The days it tells, inferred ones in brackets."""
    return [f"[{one.when.edtf}]" if one.inferred else one.when.edtf for one in told(text, own)]


# --- histories ------------------------------------------------------------------------------------


def test_the_running_year() -> None:
    """A day without a year has the year of the narrative, which goes on past New Year."""
    text = (
        "President Tredway wrote to the King on October 2, 1956. King Aurel accepted on October 23."
        " Twenty-two men landed at Cresby on December 14. Peter Corder came home on January 19."
    )
    assert days(text) == ["1956-10-02", "[1956-10-23]", "[1956-12-14]", "[1957-01-19]"]
    assert told(text)[3].reason == "the year is that of “October 2, 1956”"


def test_a_whole_year_gives_its_own() -> None:
    """After "in 1957", August is of 1957, however near the end of 1956 may be."""
    text = "In 1957 the engineers met twice. The gates were lowered on August 12."
    assert days(text) == ["1957", "[1957-08-12]"]


def test_counted_days() -> None:
    """ "Five days earlier" counts from the day told last, across a paragraph too."""
    text = (
        "At their meeting of June 12, 1957, the two Ministers agreed on ambassadors.\n\n"
        "Five days earlier, at a first meeting, Morvény had given his word."
    )
    first, second = told(text)
    assert (second.when.edtf, second.reason) == ("1957-06-07", "counted from “June 12, 1957”")
    assert second.because == first.dated
    assert text[slice(*second.dated)] == "Five days earlier"


def test_a_thing_named_by_its_day_moves_nothing() -> None:
    """ "The following day" is that of the event, not of the assurance that is spoken of."""
    text = (
        "On September 2, 1957, Tredway wrote to the King. He said of the assurance of March 6 that"
        " it had been given. The gates were raised on the following day."
    )
    assert days(text) == ["1957-09-02", "[1957-09-03]"]


def test_far_back_counts_no_more() -> None:
    """Nothing is counted from a day that a reader has forgotten."""
    text = f"On June 12, 1957, they met. {'The river was low that summer, they said. ' * 30}"
    assert days(text + "Four days later, the gates fell.")[-1] != "[1957-06-16]"


def test_no_year_anywhere() -> None:
    """Where no year is known, the event is kept, undated."""
    (one,) = told("The four boats left Zaral on May 14, in fog.")
    assert one.when.edtf == ""
    assert one.when.stated == "May 14"


def test_headings_give_years_but_no_events() -> None:
    """A heading is not an event; its year counts."""
    text = "The Boats, 1956\n\nThe guard-ship Jasva took four boats on August 21, it is said."
    assert days(text) == ["[1956-08-21]"]


def test_two_days_in_a_sentence() -> None:
    """Each day has the clause it stands in, the cut marked."""
    text = (
        "Walter Strand resigned as Minister of External Relations on January 31, 1957, and Ruth"
        " Averill took his place four days later."
    )
    first, second = told(text)
    assert first.text.endswith("on January 31, 1957 …")
    assert second.text == "… Ruth Averill took his place four days later."
    assert second.when.edtf == "1957-02-04"


def test_citations_are_no_events() -> None:
    """Where and when a book was printed is no event of the history."""
    text = (
        "For text, see Foreign Relations, 1955, vol. IX, Document 4, June 3, 1955. "
        "Compare E. Ash, The Gulf (London: Marl Press, 1961), which appeared late. "
        "Source: Ministry of External Relations, Central Files, 651.71/12–556, March 4, 1957."
    )
    assert days(text) == []


# --- letters --------------------------------------------------------------------------------------


def test_letters_speak_of_days_past() -> None:
    """A day without a year is the last one, unless the sentence speaks of what is to come."""
    assert days("On March 6 this Government gave you its word about the gates.", OWN) == [
        "[1957-03-06]"
    ]
    assert days("We shall meet again on March 6 at the bridge.", OWN) == ["[1958-03-06]"]
    assert days("In a letter of the 6th March last the Minister gave his word.", OWN) == [
        "[1957-03-06]"
    ]


def test_yesterday() -> None:
    """Counted from the letter's own day, and only in letters."""
    text = "The crews landed at Cresby yesterday and were given tea."
    assert days(text, OWN) == ["[1957-09-01]"]
    assert told(text, OWN)[0].reason == "counted from the letter's own date"
    assert days(text) == []


def test_an_old_year_is_not_the_letters() -> None:
    """A year remembered in passing does not become the year of what follows."""
    text = (
        "I was a third secretary at Vardény in 1921 and learned to skate. "
        "Twenty-three men have been held at Zaral since August 21, and nobody has said why."
    )
    assert days(text, OWN) == ["1921", "[1957-08-21/..]"]


def test_idle_days() -> None:
    """A dateline, "as they are today", what a month is like: nothing happens in them."""
    assert days("Port Selm, March 4, 1957, 7 p.m.", OWN) == []
    assert days("The gates will stay as they are today, I am sure of it.", OWN) == []
    assert days("You know what the Gulf is in January.", OWN) == []


def test_a_quoted_today() -> None:
    """ "Today" in words that a letter quotes is not the letter's day."""
    assert days("You wrote: “The gates were raised today and will stay so.” I kept it.", OWN) == []


@given(st.text(max_size=500))
def test_any_text(text: str) -> None:
    """Any text is walked without an error; the words of an event stand where it says."""
    held = leaf(Source.of(text, "a.txt"), ())
    for one in narrate(held, When(OWN, OWN)):
        assert one.text.replace("…", "").strip(" ,;:—–") in " ".join(held.text.split())
        assert held.text[slice(*one.dated)].split() == one.when.stated.split()
