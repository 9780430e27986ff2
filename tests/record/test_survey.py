"""What the record holds, counted; letters by number; words near one another."""

from __future__ import annotations

from pathlib import Path

import pytest

import letterbook
from letterbook.record import Filters, Record
from letterbook.record.query import parse

HEAP = Path(__file__).resolve().parents[2] / "examples" / "heap"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample correspondence, linked."""
    made = tmp_path_factory.mktemp("survey") / "a.db"
    with letterbook.open(made) as book:
        book.read(HEAP, jobs=1)
    return made


def test_the_survey_counts_what_the_lists_hold(path):
    """Each figure is the length of the list it stands for."""
    with letterbook.open(path, readonly=True) as book:
        survey = book.survey()
        letters = book.list()
        assert survey.letters == len(letters) == book.count()
        assert sum(n for _, n in survey.months) == sum(1 for x in letters if x.when)
        assert survey.unsigned == sum(1 for x in letters if not x.senders)
        assert survey.inferred == sum(x.inferred for x in letters)
        assert survey.parties == len(book.people())
        assert sum(n for _, n in survey.forms) == len(book.sources())
        assert survey.troubles == len(book.troubles())
        assert (survey.first, survey.last) == ("1956-09-20", "1958-03-14")


def test_pairs_are_parties_not_spellings(path):
    """Dolány in one letter and Kazmír Dolány in another are one side of one pair."""
    with letterbook.open(path, readonly=True) as book:
        pairs = {(p.sender_name, p.recipient_name): p.letters for p in book.survey().pairs}
    assert pairs["Irma Kálnor", "Nathaniel Farr"] == 4
    assert pairs["Kazmír Dolány", "Julian Corder"] == 2
    assert "Dolány" not in {name for pair in pairs for name in pair}


def test_a_record_that_is_not_linked_has_pairs_by_its_words(tmp_path):
    """And says how many letters wait."""
    with letterbook.open(tmp_path / "b.db") as book:
        book.read(HEAP, jobs=1, link=False)
        survey = book.survey()
    assert survey.parties == 0 and survey.pairs
    assert all(not pair.sender and pair.sender_name for pair in survey.pairs)


def test_an_empty_record_has_a_survey(tmp_path):
    """All of it nought."""
    with letterbook.open(tmp_path / "c.db") as book:
        survey = book.survey()
    assert (survey.letters, survey.months, survey.pairs, survey.first) == (0, (), (), "")


@pytest.mark.parametrize("filters", [
    {}, {"sender": "Farr"}, {"since": "1957"}, {"undated": True}, {"kind": "telegram"},
    {"marking": "secret niact"}, {"party": "nobody"},
])  # fmt: skip
def test_order_and_at_give_what_list_gives(path, filters):
    """A page of a long list is that part of the list."""
    with letterbook.open(path, readonly=True) as book:
        whole = book.list(**filters)
        numbers = book.order(**filters)
        assert len(numbers) == len(whole)
        assert list(book.at(numbers[2:5])) == list(whole[2:5])
        assert list(book.list(**filters, limit=3, offset=2)) == list(whole[2:5])


def test_a_party_s_letters_are_those_it_wrote_and_got(path):
    """However it is written in them."""
    with letterbook.open(path, readonly=True) as book:
        for who in book.people():
            assert book.count(party=who.party.id) == who.sent + who.received, who.party.label


def test_facets_are_counted_among_the_letters_that_answer(path):
    """Each is as many as the filter of its name lets through."""
    with letterbook.open(path, readonly=True) as book:
        facets = book.facets("gates")
        for kind, n in facets["kind"]:
            assert book.count("gates", kind=kind) >= n
        for year, n in facets["year"]:
            assert book.count("gates", since=year, until=year) == n
        undated = sum(1 for hit in book.find("gates", limit=50, undated=True) if hit.letter)
        assert sum(n for _, n in facets["year"]) + undated >= book.count("gates")


def test_missing_letters_of_some_letters_only(path):
    """What the letters of one exchange name, with all that others say of it."""
    with Record(path, readonly=True) as record:
        [letter] = [x.id for x in record.letters(Filters(sender="Corder", recipient="Dolány"))
                    if x.when and x.when.edtf == "1957-04-17"]  # fmt: skip
        some = record.absent([letter])
        assert {one.key for one in some} <= {one.key for one in record.absent()}
        assert any("03-28" in one.key for one in some)
        assert record.absent(["nobody"]) == []


@pytest.mark.parametrize(("asked", "found"), [
    ('"gates Hollin"~5', True), ('"Hollin gates"~5', True),  # in any order
    ('"gates Hollin"~0', False),  # no distance: the words as a phrase
    ('"gates of the"~2', True), ('"gates violins"~3', False), ('"gates gates gates gates"~9', None),
])  # fmt: skip
def test_words_near_one_another(path, asked, found):
    """At most so many words between them; the snippet marks the stretch."""
    with letterbook.open(path, readonly=True) as book:
        hits = [hit for hit in book.find(asked) if hit.marks]
        if found is not None:
            assert bool(book.count(asked)) is found
        for hit in hits if found else ():
            start, end = hit.marks[0]
            assert "gates" in hit.snippet[start:end].lower()


@pytest.mark.parametrize(("typed", "asked"), [
    ('"a b"~3', '(NEAR("a" "b", 3))'),
    ('"a"~3', '("a")'),  # one word is near nothing
    ('"a b"~300', '("a b") AND ("~300")'),  # no distance that is known: words like others
    ('"a b" ~3', '("a b") AND ("~3")'),
    ('-"a b"~3 c', '(("c")) NOT (NEAR("a" "b", 3))'),
])  # fmt: skip
def test_what_near_is_in_the_language_of_the_index(typed, asked):
    """And nothing that a person types breaks it."""
    assert parse(typed).strict == asked


def test_words_of_a_source_by_their_place(path):
    """The same as in the source, and nothing beyond it."""
    with letterbook.open(path, readonly=True) as book:
        shown = book.show(book.list()[0].id)
        id, text = shown.source.id, shown.source.text
        assert book.words(id, 5, 25) == text[5:25]
        assert book.words(id, 0, 10**9) == text
        assert (book.words(id, 9, 3), book.words("nobody", 0, 5)) == ("", "")
