"""For whom a letter speaks: offices, missions, and what other letters tell."""

from __future__ import annotations

import pytest

from letterbook.link.countries import country_in, sides_of
from letterbook.model import Letter, Name


def letter(id: str, sender: Name | None, recipient: Name | None, place: str = "") -> Letter:
    """A letter of which only the header matters."""
    return Letter(
        id, "letter", (sender,) if sender else (), (recipient,) if recipient else (), None, place,
        "", "", "", "", "", "heap.txt", "", id, 0, 1,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("office", "country"),
    [
        # an office says whose it is by "of" …
        ("King of Tolmary", "Tolmary"),
        ("President of the Republic of Orvane", "Orvane"),
        ("Commissioner for Orvane", "Orvane"),
        # … or by the name of its people
        ("French Foreign Minister", "France"),
        ("Chairman of the Council of Ministers of the Soviet Union", "Soviet Union"),
        ("Secretary of State", "United States"),
        # a mission is its own country's, wherever it stands
        ("Ambassador in Tolmary", ""),
        ("Royal Legation of Tolmary", "Tolmary"),
        ("Embassy of Orvane in France", "Orvane"),
        # no country stands in these
        ("Minister for Foreign Affairs", ""),
        ("President of the Council of Ministers", ""),
        ("Premier", ""),
        ("", ""),
    ],
)
def test_countries_in_offices(office: str, country: str) -> None:
    """An office tells a country only where it names one."""
    assert country_in(office) == country


def test_a_name_is_known_from_another_letter() -> None:
    """Corder is the Premier of Orvane in one letter, and so Orvane's in all."""
    known = sides_of([
        letter("a", Name("Julian Corder", "Premier of Orvane"), Name("Aurel", "King of Tolmary")),
        letter("b", Name("Corder"), Name("Kazmír Dolány")),
    ])  # fmt: skip
    assert known.sides["b"].writer == "Orvane"
    assert known.sides["b"].addressee == "Kazmír Dolány"  # of whom nothing is told


def test_a_king_has_no_surname() -> None:
    """ "Aurel R." and "Aurel" are the King of Tolmary, who is "Aurel II" elsewhere."""
    known = sides_of([
        letter("a", None, Name("Aurel II", "King of Tolmary")),
        letter("b", Name("Aurel R."), Name("Aurel", "King")),
    ])  # fmt: skip
    assert (known.sides["b"].writer, known.sides["b"].addressee) == ("Tolmary", "Tolmary")


def test_a_town_tells_its_ministers_but_not_its_legations() -> None:
    """Who writes from the King's town is his, the envoy who is posted there is not."""
    known = sides_of([
        letter("a", Name("Aurel", "King of Tolmary"), None, "Vardény"),
        letter("b", Name("Emil Draskó", "Secretary-General"), None, "Vardény"),
        letter("c", Name("Legation in Tolmary"), None, "Vardény"),
    ])  # fmt: skip
    assert known.sides["b"].writer == "Tolmary"
    assert known.sides["c"].writer == "Legation in Tolmary"


def test_a_legation_writes_to_its_own_ministry() -> None:
    """A telegram from the Legation in Marlund to Orvane's Ministry is Orvane's on both ends."""
    known = sides_of([
        letter("a", Name("", "Ministry of External Relations of Orvane"), None, "Port Selm"),
        letter("b", Name("Legation in Marlund"), Name("Ministry of External Relations of Orvane")),
    ])  # fmt: skip
    assert (known.sides["b"].writer, known.sides["b"].addressee) == ("Orvane", "Orvane")


def test_names_in_a_history_are_sides() -> None:
    """A history says "Corder", "the Tolmarians" is unknown, "the Soviets" are a people."""
    known = sides_of([letter("a", Name("Julian Corder", "Premier of Orvane"), None)])
    assert known.side("Corder") == "Orvane"
    assert known.side("the Soviets") == "Soviet Union"
    assert known.side("the lamp-man") == ""
