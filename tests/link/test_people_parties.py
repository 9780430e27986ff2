"""Parties of a record: blocks, merging, splitting, and that the order of arrival never shows."""

import datetime
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.link.decision import Decision
from letterbook.link.holders import Held, persons_holding
from letterbook.link.parties import (
    Attestation,
    aggregate,
    block_of,
    block_of_person,
    blocks,
    cluster,
    surnames,
)
from letterbook.link.persons import person
from letterbook.model import Identity, Name


def told(*names: str | Name, year: int = 1931) -> list[Attestation]:
    """Attestations of these names, one a letter."""
    day = datetime.date(year, 3, 4)
    return [
        Attestation(f"letter{n}", "sender", name if isinstance(name, Name) else Name(name), day)
        for n, name in enumerate(names)
    ]


def parties(attestations, persons=(), decisions=()):
    """Label and names of each party, and the label (or the candidates) for each attestation."""
    filed = surnames(persons)
    entries: dict[str, list] = {}
    for one in persons:
        entries.setdefault(block_of_person(one, filed), []).append(one)
    labels: dict[str, set[str]] = {}
    who: dict[tuple[str, str], str] = {}
    for block, mine in blocks(attestations, filed, decisions).items():
        found = cluster(block, aggregate(mine, decisions), entries.get(block, ()), decisions)
        ids = {p.id: p.label for p in found.parties}
        for party in found.parties:
            labels[party.label] = set(party.names)
        for one in mine:
            who[one.letter, str(one.name)] = ids.get(found.identity(one, decisions).party, "?")
    return labels, who


@pytest.mark.parametrize(
    "names",
    [
        ("Nikolai S. Zherdov", "N. Zherdov", "Chairman Zherdov", "Zherdov"),
        ("Nikolai Zherdov", "Nicolai Jerdov", "N. Zherdow"),
        ("Robert Vale", "Bob Vale", "R. Vale", "Mr. Vale"),
        ("Tarn Li-po", "Tarn"),
    ],
)
def test_variants_of_one_name_are_one_party(names):
    """Initials, titles, short forms and spellings meet in one party."""
    labels, _ = parties(told(*names))
    assert len(labels) == 1


def test_two_given_names_are_never_one_person():
    """Nora and Clement stay two, and a bare surname between them stays open."""
    labels, who = parties(told("Nora Vale", "Clement Vale", "N. Vale", "Vale"))
    assert set(labels) == {"Nora Vale", "Clement Vale"}
    assert who["letter2", "N. Vale"] == "Nora Vale"
    assert who["letter3", "Vale"] == "?"


def test_a_middle_initial_tells_two_apart():
    """K. and B. are two persons; the name without either is open."""
    labels, who = parties(told("Nora K. Vale", "Nora B. Vale", "Nora Vale"))
    assert set(labels) == {"Nora K. Vale", "Nora B. Vale"}
    assert who["letter2", "Nora Vale"] == "?"


def test_the_office_tells_whose_a_bare_surname_is():
    """A bare surname with an office goes to who holds that office elsewhere."""
    _, who = parties(told(
        Name("Nora Vale", "Secretary of Rivers"), Name("Clement Vale", "Consul at Selm"),
        Name("Vale", "Secretary of Rivers"), Name("Vale", "Consul at Selm"),
    ))  # fmt: skip
    assert who["letter2", "Vale, Secretary of Rivers"] == "Nora Vale"
    assert who["letter3", "Vale, Consul at Selm"] == "Clement Vale"


def test_offices_held_at_once_are_two_persons():
    """Nobody is President and consul for five years at once."""
    years = [(Name("Vale", "President"), y) for y in range(1930, 1935)]
    years += [(Name("Vale", "Consul at Selm"), y) for y in range(1930, 1935)]
    mine = [a for name, y in years for a in told(name, year=y)]
    labels, _ = parties(mine)
    assert len(labels) == 2


def test_a_career_is_one_person():
    """One office after the other is a career."""
    mine = told(Name("Vale", "Consul at Selm"), year=1930)
    mine += told(Name("Vale", "Minister of Rivers"), year=1934)
    labels, _ = parties(mine)
    assert set(labels) == {"Vale"}


def test_a_century_apart_is_another():
    """Nobody writes letters for 141 years."""
    labels, _ = parties(told("Nora Vale", year=1790) + told("Nora Vale", year=1931))
    assert len(labels) == 2


def test_lists_say_who_a_first_name_is():
    """A list of persons files "Oreno" under Oreno Vel."""
    listed = [person("p", "Oreno Vel, Mikal, President of Orvane", "a")]
    labels, who = parties(told("Oreno", "Mikal Oreno Vel", "M. Oreno Vel"), listed)
    assert set(labels) == {"Mikal Oreno Vel"}
    assert set(who.values()) == {"Mikal Oreno Vel"}


def test_two_entries_of_one_list_are_two_persons():
    """What one list of persons keeps apart is never merged."""
    listed = [person("p", "Vale, M. J., clerk", "a"), person("q", "Vale, Morar, clerk", "a")]
    labels, _ = parties(told("M. J. Vale", "Morar Vale"), listed)
    assert len(labels) == 2


def test_entries_of_two_lists_are_one_person():
    """Two lists that give one name and office speak of one person."""
    listed = [person("p", "Vale, Nora K., Consul", "a"), person("q", "Vale, Nora, Consul", "b")]
    labels, _ = parties(told("Vale"), listed)
    assert set(labels) == {"Nora K. Vale"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Embassy in Korea", "American Embassy, Seoul", True),
        ("Secretary of Rivers", "Acting Secretary of Rivers", True),
        ("Soviet Government", "Government of the Soviet Union", True),
        ("Mission to the River League", "Mission at the River League", True),
        ("Embassy in Korea", "Embassy in Japan", False),
        ("Secretary of Rivers", "Under Secretary of Rivers", False),
    ],
)
def test_offices_and_bodies_meet_by_what_they_are(one, other, same):
    """Two ways of writing a post or an office share a block, two posts do not."""
    first, second = (block_of(a) for a in told(Name("", one), Name("", other)))
    assert (first == second) is same


@pytest.mark.parametrize(
    ("office", "kind"),
    [("Secretary of Rivers", "office"), ("Embassy in Korea", "body"),
     ("Soviet Government", "government"), ("Department of Rivers", "body")],
)  # fmt: skip
def test_parties_have_their_kind(office, kind):
    """Office, body and government are told apart by their words."""
    (one,) = told(Name("", office))
    found = cluster(block_of(one), aggregate([one]))
    assert [p.kind for p in found.parties] == [kind]


def test_a_person_merges_across_blocks():
    """A decision brings a title and a surname together."""
    mine = told("Hugh Farr", "Lord Selm")
    decisions = (Decision("Lord Selm", "Hugh Farr", because="raised to the peerage"),)
    labels, _ = parties(mine, (), decisions)
    assert labels == {"Hugh Farr": {"Lord Selm"}}


def test_a_person_splits_one_letter_off():
    """A decision on one letter leaves the others as they were."""
    mine = told("Nora Vale", "Vale", "Vale")
    decisions = (Decision("Vale", "Clement Vale", ("letter2",)),)
    labels, who = parties(mine, (), decisions)
    assert set(labels) == {"Nora Vale", "Clement Vale"}
    assert who["letter1", "Vale"] == "Nora Vale"
    assert who["letter2", "Vale"] == "Clement Vale"


def test_what_is_undone_was_never_done():
    """Without the decision the parties are as before."""
    mine = told("Hugh Farr", "Lord Selm")
    assert parties(mine, (), ())[0] == parties(mine)[0]
    assert len(parties(mine)[0]) == 2


NAMES = st.sampled_from(
    [Name(n, o)
     for n in ("Vale", "N. Vale", "Nora Vale", "Nora K. Vale", "Clement Vale", "Mr. Vale")
     for o in ("", "Consul at Selm", "Secretary of Rivers")]
)  # fmt: skip


@given(st.lists(st.tuples(NAMES, st.integers(1925, 1935)), max_size=14), st.randoms())
def test_the_order_of_arrival_never_shows(drawn, chance: random.Random):
    """Any order of the same letters gives the same parties and the same identities."""
    mine = [Attestation(f"l{n}", "sender", name, datetime.date(year, 1, 1))
            for n, (name, year) in enumerate(drawn)]  # fmt: skip
    shuffled = chance.sample(mine, len(mine))
    for block, some in blocks(mine).items():
        one = cluster(block, aggregate(some))
        other = cluster(block, aggregate(blocks(shuffled)[block]))
        assert one == other


@given(st.lists(st.tuples(NAMES, st.integers(1925, 1935)), max_size=14))
def test_every_name_is_somebody_or_open_with_a_reason(drawn):
    """A party or candidates, all of this block, and always a reason."""
    mine = [Attestation(f"l{n}", "sender", name, datetime.date(year, 1, 1))
            for n, (name, year) in enumerate(drawn)]  # fmt: skip
    for block, some in blocks(mine).items():
        found = cluster(block, aggregate(some))
        ids = {p.id for p in found.parties}
        for one in some:
            who: Identity = found.identity(one)
            assert who.reason
            assert ({who.party} if who.party else set(who.candidates)) <= ids
            assert bool(who.party) != bool(who.candidates)


def test_an_authority_names_the_chairman_and_adds_nobody():
    """ "Chairman Zherdov" is who held the office; his namesake in the authority is no party."""
    held = (
        Held("a1", "Nikolai S. Zherdov", "Chairman of the Council of Ministers of Russia",
             datetime.date(1930, 1, 1), datetime.date(1934, 1, 1), "authority"),
        Held("a2", "Lev Zherdov", "President of Russia", datetime.date(1880, 1, 1),
             datetime.date(1884, 1, 1), "authority"),
    )  # fmt: skip
    labels, who = parties(told(Name("Zherdow", "Chairman")), persons_holding(held))
    assert set(labels) == {"Nikolai S. Zherdov"}
    assert set(who.values()) == {"Nikolai S. Zherdov"}
