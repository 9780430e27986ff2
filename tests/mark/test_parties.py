"""Sides and parties of a heading."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.mark.address import read_address
from letterbook.mark.parties import begins_party, parties, sides
from letterbook.mark.party import in_small, is_person, office_in_small, party


@pytest.mark.parametrize(
    ("words", "sender", "recipient"),
    [
        # the plain case
        ("Premier Corder to King Aurel", "Premier Corder", "King Aurel"),
        (
            "the Chargé in Marlund (Farr) to the Minister",
            "the Chargé in Marlund (Farr)",
            "the Minister",
        ),
        # an office with a "to" of its own
        (
            "the Special Assistant to the Premier (Vale) to Minister Averill",
            "the Special Assistant to the Premier (Vale)",
            "Minister Averill",
        ),
        (
            "the Mission to the River Commission to the Ministry of External Relations",
            "the Mission to the River Commission",
            "the Ministry of External Relations",
        ),
        (
            "the Ambassador to Tolmary (Farr) to the Assistant to the Premier (Vale)",
            "the Ambassador to Tolmary (Farr)",
            "the Assistant to the Premier (Vale)",
        ),
        # a "to" in brackets does not count
        (
            "the Minister (Counselor to Huddle) to Premier Corder",
            "the Minister (Counselor to Huddle)",
            "Premier Corder",
        ),
    ],
)
def test_a_heading_has_two_sides(words: str, sender: str, recipient: str) -> None:
    """ "A to B" is cut at the "to" that is nobody's own."""
    cut = sides(words)
    assert cut is not None
    (a, b), (c, d) = cut
    assert (words[a:b], words[c:d]) == (sender, recipient)


@pytest.mark.parametrize(
    "words",
    [
        "Premier Corder",
        "the Special Assistant to the Secretary (Vale)",  # one party with a "to" of its own
        "what is to be done",
    ],
)
def test_one_side_is_not_cut(words: str) -> None:
    """A single party has no second side."""
    assert sides(words) is None


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        # several persons
        ("Premier Corder and Minister Averill", ["Corder, Premier", "Averill, Minister"]),
        (
            "Secretary of State Vale and Secretary of Defense Oreno",
            ["Vale, Secretary of State", "Oreno, Secretary of Defense"],
        ),
        (
            "the Minister (Averill), the Director of Rivers (Kálnor), and Mr. Vale",
            ["Averill, Minister", "Kálnor, Director of Rivers", "Mr. Vale"],
        ),
        ("Senators Vale, Oreno and Huddle", ["Vale, Senator", "Oreno, Senator", "Huddle, Senator"]),
        ("Ambassadors Vale and Oreno", ["Vale, Ambassador", "Oreno, Ambassador"]),
        (
            "the Deputy Director and the Assistant Director (Vale and Oreno)",
            ["Vale, Deputy Director", "Oreno, Assistant Director"],
        ),
        # one person, however many offices or nouns
        (
            "the Counselor and Chairman of the Policy Planning Council (Vale)",
            ["Vale, Counselor and Chairman of the Policy Planning Council"],
        ),
        (
            "the Director of the Bureau of Rivers and Harbors (Kálnor)",
            ["Kálnor, Director of the Bureau of Rivers and Harbors"],
        ),
        (
            "the Assistant Secretary for Near Eastern and Northern Affairs (Vale)",
            ["Vale, Assistant Secretary for Near Eastern and Northern Affairs"],
        ),
        ("Walter G. Strand, Jr.", ["Walter G. Strand, Jr."]),
        # posts
        (
            "the Legation in Marlund and the Embassy in Tolmary",
            ["Legation in Marlund", "Embassy in Tolmary"],
        ),
        ("Certain Diplomatic Missions", ["Certain Diplomatic Missions"]),
        ("Unified and Specified Commanders", ["Unified and Specified Commanders"]),
    ],
)
def test_a_side_is_cut_into_parties(words: str, wanted: list[str]) -> None:
    """Each party once, name and office apart."""
    assert [str(p.name) for p in parties(words)] == wanted


@pytest.mark.parametrize(
    ("words", "name", "office"),
    [
        ("the Chargé in Marlund (Farr)", "Farr", "Chargé in Marlund"),
        ("Martha Quill of the River Commission Staff", "Martha Quill", "River Commission Staff"),
        ("Clement Farr, Ambassador in Tolmary", "Clement Farr", "Ambassador in Tolmary"),
        ("President Tredway", "Tredway", "President"),
        ("the President’s Assistant Huddle", "Huddle", "President’s Assistant"),
        ("King Aurel", "Aurel", "King"),
        ("Gen. Oreno", "Oreno", "Gen."),
        ("Mr. Vale", "Mr. Vale", ""),
        ("Ambassador van der Hoek", "van der Hoek", "Ambassador"),
        ("Secretary of State ad interim", "", "Secretary of State ad interim"),
        ("the Embassy in Tolmary", "", "Embassy in Tolmary"),
        ("the Special Group (Counter Insurgency)", "", "Special Group (Counter Insurgency)"),
        ("Nathaniel Farr1", "Nathaniel Farr", ""),  # a note mark glued to the name
        ("", "", ""),
    ],
)
def test_name_and_office_are_told_apart(words: str, name: str, office: str) -> None:
    """One party: who, and in what office."""
    told = party(words)
    assert (told.name, told.office) == (name, office)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Ruth Averill", True),
        ("N. Farr", True),
        ("van der Hoek", True),
        ("O’Hara", True),
        ("Kálnor-Vale", True),
        ("Ruth Averill the Elder", False),
        ("Minister Averill", False),
        ("External Relations", False),
        ("J.", False),
        ("de la", False),
        ("", False),
        ("One Two Three Four Five Six Seven", False),
    ],
)
def test_a_personal_name(words: str, answer: bool) -> None:
    """A personal name holds no word of office, and somewhere more than an initial."""
    assert is_person(words) is answer


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("the Embassy in Tolmary", True),
        ("Mr. Vale", True),
        ("President Tredway", True),
        ("Ruth Averill", True),
        ("Affairs", False),
        ("12 barrels", False),
        ("", False),
    ],
)
def test_what_may_begin_a_party(words: str, answer: bool) -> None:
    """After "and" only what may begin a party begins one."""
    assert begins_party(words) is answer


@pytest.mark.parametrize(
    ("words", "name", "office", "address"),
    [
        (
            "His Excellency, Kazmír Dolány, President of the Council of, Ministers of Tolmary, "
            "The Old Chancery, Vardény",
            "Kazmír Dolány",
            "President of the Council of Ministers of Tolmary",
            "The Old Chancery, Vardény",
        ),
        (
            "His Majesty, Aurel II, King of Tolmary, Vardény",
            "Aurel II",
            "King of Tolmary",
            "Vardény",
        ),
        (
            "The Honorable Walter Strand, Minister, Port Selm",
            "Walter Strand",
            "Minister",
            "Port Selm",
        ),
        ("Miss Irma Kálnor, Dolin", "Miss Irma Kálnor", "", "Dolin"),
        (
            "To the Minister of External Relations, Port Selm",
            "",
            "Minister of External Relations",
            "Port Selm",
        ),
        ("Mr. Vale, 4 Mill Road, Hollin", "Mr. Vale", "", "4 Mill Road, Hollin"),
    ],
)
def test_an_address_is_taken_apart(words: str, name: str, office: str, address: str) -> None:
    """An address block in one line: name, office, and where."""
    told = read_address(words)
    assert (told.name, told.office, told.address) == (name, office, address)


def test_capitals_are_set_in_small() -> None:
    """Names and offices in capitals are shown as they are spoken; numerals and initials stay."""
    assert in_small("AMOS J. TREDWAY") == "Amos J. Tredway"
    assert in_small("AUREL II") == "Aurel II"
    assert office_in_small("LEGATION IN MARLUND") == "Legation in Marlund"
    assert office_in_small("USUN") == "USUN"


WORDS = st.sampled_from(
    """the of and to , ( ) Minister President Vale Oreno for Affairs Embassy in Tolmary Mr. Jr. ;
    1""".split()
)


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_parties_lie_in_the_words(words: str) -> None:
    """Whatever the words, each party lies within them, in order, and names something."""
    at = 0
    for p in parties(words):
        assert at <= p.start <= p.end <= len(words)
        assert p.name.name or p.name.office
        at = p.start
    cut = sides(words)
    assert cut is None or 0 == cut[0][0] <= cut[0][1] <= cut[1][0] <= cut[1][1] == len(words)
