"""Whose office a named person held on a day, by the authority of offices."""

from __future__ import annotations

from datetime import date

import pytest

from letterbook.link.countries import other_land, sides_of
from letterbook.link.holding import Holding
from letterbook.link.offices import authority
from letterbook.model import Letter, Name, When

HOLDING = Holding(authority())
DAY = date(1962, 12, 19)


@pytest.mark.parametrize(
    ("name", "office", "day", "country"),
    [
        # the office with the surname, on a day within the term
        ("Kennedy", "President", DAY, "United States"),
        ("Khrushchev", "Chairman", DAY, "Soviet Union"),
        ("Nehru", "Prime Minister", DAY, "India"),
        # a given name does, too
        ("Mikhail Kalinin", "", date(1933, 10, 17), "Soviet Union"),
        # before the term, after it, under another title, by the surname alone: nobody
        ("Kennedy", "President", date(1960, 12, 19), ""),
        ("Kennedy", "President", date(1964, 1, 1), ""),
        ("Kennedy", "Attorney General", DAY, ""),
        ("Kennedy", "", DAY, ""),
        # of another given name
        ("Robert Kennedy", "President", DAY, ""),
        ("Corder", "Premier", DAY, ""),
        ("", "President", DAY, ""),
        ("", "", None, ""),
    ],
)
def test_the_holder_of_an_office(name: str, office: str, day: date | None, country: str) -> None:
    """One country, or none: wrong is worse than open."""
    told, because = HOLDING.country(Name(name, office), day)
    assert told == country
    assert bool(because) == bool(country)
    assert not country or (country in because and "authority of offices" in because)


def test_a_letter_between_holders_says_why() -> None:
    """A header that names no country is told by the day, and the reason is kept."""
    one = Letter(
        "a", "letter", (Name("Khrushchev", "Chairman"),), (Name("Kennedy", "President"),),
        When(DAY, DAY, ""), "", "", "", "", "", "", "heap.txt", "", "a", 0, 1,
    )  # fmt: skip
    known = sides_of([one], authority())
    assert (known.sides["a"].writer, known.sides["a"].addressee) == (
        "Soviet Union",
        "United States",
    )
    assert any("John F. Kennedy was President" in why for why in known.because["a"])
    alone = sides_of([one])
    assert alone.sides["a"].writer == "Khrushchev" and not alone.because


def test_a_surname_in_a_history() -> None:
    """ "Roosevelt" was always the United States'; a name that nobody bore is nobody's."""
    known = sides_of([], authority())
    assert known.side("Roosevelt") == "United States"
    assert known.side("Morvény") == ""


@pytest.mark.parametrize(
    ("text", "here", "other"),
    [
        ("It concerns the United States and the Soviet Union directly.", "Soviet Union",
         "United States"),
        ("Talks between Orvane and Tolmary are wanted.", "Tolmary", "Orvane"),
        # two others, or none
        ("Orvane and Tolmary; Marlund and Tolmary.", "Tolmary", ""),
        ("Bread and water.", "Tolmary", ""),
        ("", "", ""),
    ],
)  # fmt: skip
def test_the_other_country_of_an_unsigned_letter(text: str, here: str, other: str) -> None:
    """Told only where the letter names the two together, and no third."""
    assert other_land(text, here) == other
