"""Who is named in a letter: cases that read like letters, one reason each."""

import datetime

import pytest

from letterbook.link.directory import Directory
from letterbook.link.people import learn, spot
from letterbook.model import Name

LIST = {
    "nora": "Tredway, Nora K., Secretary of State until May 1931; thereafter Consul at Selm",
    "clement": "Tredway, Clement, Director of the River Survey",
    "amos": "Tredway, General Amos J. (“Tub”), Chief of Staff",
    "ball": "Ball, Ruth, Ambassador to Marlund",
    "white": "White, Edmund F., Under Secretary of Rivers",
    "oreno": "Oreno Vel, Mikal, President of Orvane",
    "harlow": "Farr, Hugh (Lord Harlow), British Ambassador in Orvane",
    "tarn": "Tarn Li-po (Tan Lipo), Premier of Cathal",
    "tu": "Tu, see Vo Van Tu",
    "vo": "Vo Van Tu, Minister of Rivers of Annay",
    "prior": "Merridew, Sir Oliver, British Foreign Secretary from June 1930",
    "john": "Kestrel, John D., President of Marlund from March 1930",
    "jonas": "Kestrel, Jonas, Chief Clerk of the River Survey",
}
DIRECTORY = Directory.of_entries(LIST)
DAY = datetime.date(1930, 9, 4)


def who(text: str, **scene) -> list[tuple[str, str]]:
    """Each mention with the person it is, "?" while open."""
    return [
        (text[m.start : m.end], m.who.party or "?")
        for m in spot(text, DIRECTORY, scene.pop("day", DAY), **scene)
    ]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        # given names, initials, short forms
        ("Nora Tredway wrote.", [("Nora Tredway", "nora")]),
        ("He saw N. K. Tredway.", [("N. K. Tredway", "nora")]),
        ("He saw Tub Tredway.", [("Tub Tredway", "amos")]),
        ("He saw Clem. Then Robert Tredway came.", []),
        # the office or title before the name
        ("He told Secretary Tredway so.", [("Tredway", "nora")]),
        ("the Secretary of State (Tredway)", [("Tredway", "nora")]),
        ("tell the Secretary of State, Tredway,", [("Tredway", "nora")]),
        ("General Tredway and Ambassador Ball", [("Tredway", "amos"), ("Ball", "ball")]),
        ("Tell President Kestrel.", [("Kestrel", "john")]),
        # first parts, second names, other orders
        ("Oreno and Oreno Vel agreed.", [("Oreno", "oreno"), ("Oreno Vel", "oreno")]),
        ("Lord Harlow is Farr.", [("Harlow", "harlow"), ("Farr", "harlow")]),
        ("Tarn met Tan Lipo; Li-po Tarn", [("Tarn", "tarn"), ("Tan Lipo", "tarn"),
                                            ("Li-po Tarn", "tarn")]),
        ("General Tu said so.", [("Tu", "vo")]),
        ("Sir Oliver thanked him.", [("Sir Oliver", "prior")]),
        # company: who else of that name the letter names
        ("Mr. Clement Tredway rose. Tredway spoke.", [("Clement Tredway", "clement"),
                                                     ("Tredway", "clement")]),
        # standing: a bare surname means who ruled
        ("Kestrel will not agree.", [("Kestrel", "john")]),
        ("Jonas Kestrel said Kestrel was ill.", [("Jonas Kestrel", "jonas"),
                                                ("Kestrel", "jonas")]),
        # nobody: things, words, wives, others of the name
        ("The White House and the Kestrel Library were closed.", []),
        ("White paint. Ball games.", []),
        ("He wrote to White and Ball.", [("White", "white"), ("Ball", "ball")]),
        ("Mrs. Kestrel sends her love.", []),
        ("A. Kestrel agrees.", [("Kestrel", "john")]),
    ],
)  # fmt: skip
def test_each_mention_has_its_person(text, mentions):
    """Each mention goes to the person its words name, others are left alone."""
    assert who(text) == mentions


def test_a_surname_shared_by_equals_stays_open_with_its_candidates():
    """Two equals of one surname: open, with both as candidates."""
    (mention,) = spot("We asked Tredway, an engineer.", Directory.of_entries(
        {"a": "Tredway, Clement, clerk", "b": "Tredway, Amos, clerk"}), DAY)  # fmt: skip
    assert mention.who.party == ""
    assert set(mention.who.candidates) == {"a", "b"}
    assert "2 bear the name" in mention.who.reason


def test_the_day_decides_who_held_the_office():
    """One title, two holders: the day of the letter tells which."""
    entries = {
        "old": "Quill, Amos, Minister of Rivers until May 1930",
        "new": "Quill, Ruth, Minister of Rivers from June 1930",
    }
    directory = Directory.of_entries(entries)
    for day, person in ((datetime.date(1929, 1, 1), "old"), (datetime.date(1931, 1, 1), "new")):
        (mention,) = spot("Minister Quill agrees.", directory, day)
        assert mention.who.party == person


def test_a_letter_names_its_parties_by_given_name_and_initials():
    """ "Dear Nora" is the addressee, the initials below are the writer."""
    text = "Dear Nora:\n\nCome soon.\n\nE. F. W.\n"
    found = who(
        text, senders=[Name("White", "Under Secretary of Rivers")],
        recipients=[Name("Nora Tredway", "Secretary of State")],
    )  # fmt: skip
    assert found == [("Nora", "nora"), ("E. F. W", "white")] or found == [
        ("Nora", "nora"), ("E. F. W.", "white")]  # fmt: skip


def test_every_resolved_mention_says_why():
    """No resolution goes without a reason in words."""
    text = "Secretary Tredway, Oreno, and Jonas Kestrel met White."
    assert all(m.who.reason for m in spot(text, DIRECTORY, DAY))


def test_heads_teach_a_spelling_and_who_writes_most():
    """Headings prove a spelling and tell whose letters these are."""
    entries = {
        "a": "Merridow, Ruth, Ambassador to Selmark",
        "b": "Oakes, Amos, clerk",
        "c": "Oakes, Ruth, clerk",
    }
    directory = Directory.of_entries(entries)
    assert spot("Merridew telegraphed.", directory) == ()
    heads = [(Name("Ruth Merridew", "Ambassador to Selmark"), None)]
    heads += [(Name("Amos Oakes", ""), None)] * 6
    taught = learn(directory, heads)
    (mention,) = spot("Merridew telegraphed.", taught)
    assert mention.who.party == "a"
    (mention,) = spot("cleared by Oakes", taught)
    assert mention.who.party == "b"
    assert "6 letters" in mention.who.reason


def test_likeness_alone_never_identifies():
    """A name one letter apart with a common title is somebody else."""
    directory = Directory.of_entries({"a": "Johnson, Ruth, Ambassador to Selm"})
    assert spot("Ambassador Johnston left.", directory) == ()
