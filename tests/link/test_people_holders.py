"""Offices on a day, and the words of a letter identified on demand."""

import datetime
from dataclasses import replace

from letterbook.link.directory import Directory
from letterbook.link.holders import Held, Offices, held_by, held_in, holder, persons_holding
from letterbook.link.identify import directory_of, identify
from letterbook.link.offices import authority
from letterbook.link.persons import person
from letterbook.model import Identity, Letter, Name, Party, When

Day = datetime.date
PERSONS = [
    person("nora", "Vale, Nora K., Secretary of Rivers from May 1931", "a"),
    person("amos", "Quill, Amos, Secretary of Rivers until April 1931", "a"),
    person("ruth", "Farr, Ruth, Chairman of the River Council of Orvane", "a"),
]
LISTED = Offices.of(held_by(PERSONS))


def letter(text: str, day: Day, sender: Name, recipient: Name) -> Letter:
    """A letter that is the whole of a text."""
    return Letter("k1", "letter", (sender,), (recipient,), When(day, day), "", "", "", "", "", "",
                  "a.txt", "", "k1", 0, len(text))  # fmt: skip


def said(text: str, day: Day, sender: Name, recipient: Name) -> dict[str, str]:
    """The words identified and whose they are."""
    about = letter(text, day, sender, recipient)
    found = identify(text, about, Directory.of(PERSONS), (LISTED,))
    values = [(f.span, f.value) for f in found if isinstance(f.value, Identity)]
    return {text[s.start : s.end]: v.party for s, v in values}


def test_an_office_on_a_day_is_its_holder():
    """The holder is named with his days."""
    found, reason = holder("the Secretary of Rivers", Day(1930, 1, 1), [LISTED])
    assert [h.person for h in found] == ["amos"]
    assert "Amos Quill" in reason
    assert "1931-04-30" in reason
    found, _ = holder("Secretary of Rivers", Day(1932, 1, 1), [LISTED])
    assert [h.person for h in found] == ["nora"]


def test_an_office_nobody_knows_is_nobody():
    """An office that no source knows has no holder."""
    assert holder("Keeper of the Locks", Day(1930, 1, 1), [LISTED])[0] == ()


def test_the_first_source_that_knows_answers():
    """Sources are asked in order."""
    found, _ = holder("Secretary of Rivers", Day(1930, 1, 1), [lambda office, day: (), LISTED])
    assert [h.person for h in found] == ["amos"]


def test_the_body_of_a_letter():
    """The addressee by title, an office by the day, a name by the list."""
    text = "Dear Mr. Chairman: The Secretary of Rivers agrees with Mrs. Farr."
    found = said(
        text, Day(1932, 1, 1), Name("Vale", "Secretary of Rivers"), Name("Ruth Farr", "Chairman")
    )
    assert found == {"Chairman": "ruth", "Secretary of Rivers": "nora", "Farr": "ruth"}


def test_without_a_day_no_holder_is_guessed():
    """A letter without a day resolves no office."""
    text = "The Secretary of Rivers agrees."
    about = letter(text, Day(1932, 1, 1), Name("Oakes"), Name("Hale"))
    about = replace(about, when=None)
    assert identify(text, about, Directory.of(PERSONS), (LISTED,)) == ()


def test_a_record_without_lists_knows_its_own_parties():
    """Parties of the record stand in for a list of persons."""
    parties = [Party("p1", "person", "Nora K. Vale", ("N. Vale",), ("Secretary of Rivers",)),
               Party("p2", "office", "Embassy in Korea")]  # fmt: skip
    text = "I saw Nora Vale and Vale at the Embassy."
    about = letter(text, Day(1932, 1, 1), Name("Oakes"), Name("Hale"))
    found = identify(text, about, directory_of(parties))
    assert [f.value.party for f in found if isinstance(f.value, Identity)] == ["p1", "p1"]
    assert all(f.of == "k1" and f.by.name == "people" for f in found)


VIAF = ("http://viaf.org/viaf/1",)
AUTHORITY = (
    Held("a1", "Hugo Merridew", "Prime Minister of Japan", Day(1930, 1, 1), Day(1931, 6, 30),
         "authority", VIAF),
    Held("a1", "Hugo Merridew", "Foreign Minister of Japan", Day(1931, 7, 1), None, "authority"),
    Held("a2", "Ruth Oakes", "Prime Minister of Italy", Day(1930, 1, 1), None, "authority"),
    Held("a3", "Anton Kestrov", "Chairman of the River Council of Italy", Day(1930, 1, 1)),
    Held("a4", "Lena Quillard", "Chairman of the Sea Council of Japan", Day(1930, 1, 1)),
)  # fmt: skip


def test_a_country_tells_two_holders_apart():
    """With the country a Prime Minister is one; without it he is nobody."""
    asked = Offices.of(AUTHORITY)
    found, reason = holder("Japanese Prime Minister", Day(1930, 5, 1), [asked])
    assert [h.person for h in found] == ["a1"]
    assert "authority" in reason
    found, reason = holder("Prime Minister", Day(1930, 5, 1), [asked])
    assert found == ()
    assert "nobody is known" in reason


def test_an_authority_gives_persons_with_all_their_offices():
    """The tenures of one person are one person's posts, with his ids elsewhere."""
    first, second, *_ = persons_holding(AUTHORITY)
    assert (first.label, len(first.posts), second.label) == ("Hugo Merridew", 2, "Ruth Oakes")
    assert first.refs == ("http://viaf.org/viaf/1",)


def test_a_short_title_is_whom_the_letter_names_besides():
    """Two chairmen on that day: "the Chairman" is the one whose name stands in the letter."""
    text = "Kestrov was firm. The Chairman spoke for an hour."
    about = letter(text, Day(1930, 5, 1), Name("Vale"), Name("Farr"))
    found = identify(text, about, Directory.of(()), (Offices.of(AUTHORITY),))
    assert [f.value.party for f in found if isinstance(f.value, Identity)] == ["a3"]
    text = "The Chairman spoke for an hour."
    about = letter(text, Day(1930, 5, 1), Name("Vale"), Name("Farr"))
    assert identify(text, about, Directory.of(()), (Offices.of(AUTHORITY),)) == ()


def test_the_chairman_of_1961_is_in_our_authority():
    """The files that come with letterbook answer for a known day, with the days in office."""
    text = "I told Khrushchev. The Chairman nodded."
    about = letter(text, Day(1961, 6, 3), Name("Vale"), Name("Farr"))
    rows = held_in(authority().tenures)
    found = identify(text, about, Directory.of(persons_holding(rows)), (Offices.of(rows),))
    values = [f.value for f in found if isinstance(f.value, Identity)]
    assert len({v.party for v in values}) == 1
    assert "Council of Ministers" in values[-1].reason
    assert "1958-03-27" in values[-1].reason
