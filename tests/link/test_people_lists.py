"""Entries of lists of persons, as editors print them."""

import datetime

import pytest

from letterbook.link.directory import Directory
from letterbook.link.lists import persons_of
from letterbook.link.persons import person
from letterbook.link.tenures import posts
from letterbook.model import Source

Day = datetime.date


@pytest.mark.parametrize(
    ("entry", "label", "given"),
    [
        ("Vale, Clement R., Jr., Consul at Orvane", "Clement R. Vale", ("clement", "r")),
        ("Vale, General Clement, Chief of Staff", "Clement Vale", ("clement",)),
        ("Vale, Nicholas deB., Counsel", "Nicholas deB. Vale", ("nicholas", "d")),
        ("Vale, J.F., clerk", "J.F. Vale", ("j", "f")),
        ("Farr Amos N., Editor", "Amos N. Farr", ("amos", "n")),
        ("Selm, Lord (Hugh Farr), Foreign Secretary", "Hugh Farr Selm", ("hugh", "farr")),
        ("Tarn Li-po, Premier of Cathal", "Tarn Li-po", ()),
        ("Aurel II, King of Orvane", "Aurel II", ()),
        ("Earle, Earl H., clerk", "Earl H. Earle", ("earl", "h")),
    ],
)
def test_the_name_is_taken_apart(entry, label, given):
    """Surname, given names, initials, titles and nobility are told apart."""
    one = person("p", entry)
    assert (one.label, one.given) == (label, given)


def test_a_first_part_alone_names_him():
    """Each part of a compound surname is a form of its own."""
    forms = {f.words for f in person("p", "Oreno Velt, Mikal, President").forms}
    assert {("oreno", "velt"), ("oreno",), ("velt",)} <= forms


@pytest.mark.parametrize(
    ("words", "stated"),
    [
        ("Consul, May 1931–June 1934", [("Consul", Day(1931, 5, 1), Day(1934, 6, 30))]),
        ("Consul until May 4, 1931; thereafter Minister", [
            ("Consul", None, Day(1931, 5, 4)), ("Minister", Day(1931, 5, 4), None)]),
        ("Director, Office of Rivers, to June 1932", [
            ("Director, Office of Rivers", None, Day(1932, 6, 30))]),
        ("Consul, January–March 1931", [("Consul", Day(1931, 1, 1), Day(1931, 3, 31))]),
        ("Consul from 1931", [("Consul", Day(1931, 1, 1), None)]),
        ("Consul at Selm", [("Consul at Selm", None, None)]),
    ],
)  # fmt: skip
def test_offices_have_their_days(words, stated):
    """Periods are read as first and last day, open where the words are."""
    assert [(p.office, p.first, p.last) for p in posts(words)] == stated


def test_see_entries_lend_their_name_to_one_person():
    """An entry that points elsewhere names the person it points to, before all others."""
    directory = Directory.of_entries({"a": "Tu, see Vo Van Tu", "b": "Vo Van Tu, Minister",
                                      "c": "Bo Tu, clerk"})  # fmt: skip
    assert directory.bearers(("tu",)) == ("b",)
    assert "a" not in directory.people


def test_former_offices_are_not_held():
    """A former minister holds nothing."""
    (post,) = posts("former Minister of Rivers")
    assert not post.holds(Day(1931, 1, 1))


LISTING = """Persons

Editor's Note: titles are of the year 1931.

Averill, Ruth, Consul at Selm until May 1931
de Gault, Hugh, Minister of Rivers
Tu. See Vo Van Tu
Vo Van Tu, Envoy of Annay
"""


def test_a_list_of_persons_is_read_entry_by_entry():
    """Each line is an entry with its span; the note above is none."""
    source = Source.of(LISTING, "list.txt")
    found = persons_of(source)
    labels = [one.label for one, _ in found]
    assert labels == ["Ruth Averill", "Hugh de Gault", "Tu", "Vo Van Tu"]
    span = found[0][1]
    assert source.text[span.start : span.end] == "Averill, Ruth, Consul at Selm until May 1931"


@pytest.mark.parametrize(
    "text",
    [
        "Index\n\nAverill, Ruth, 12, 14\nVale, Nora, 3–8, 12 n\n",
        "Abbreviations\n\nAC, alternating current\nDC, direct current\n",
        "Persons\n\nAverill, Ruth, 12, 14\nVale, Nora, 3–8\n",
        "",
    ],
)
def test_other_lists_name_nobody(text):
    """An index and a list of abbreviations are no lists of persons."""
    assert persons_of(Source.of(text, "list.txt")) == ()
