"""Who is named in the body of a letter: asked of the sample correspondence, nothing is kept."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

import letterbook
from letterbook.link.named import Named

HEAP = Path(__file__).parents[2] / "examples" / "heap"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> letterbook.Book:
    """The sample heap, read."""
    home = tmp_path_factory.mktemp("named")
    shutil.copytree(HEAP, home / "heap")
    opened = letterbook.open(home / "kk.db")
    opened.read(home / "heap")
    return opened


def said(held: list[Named]) -> dict[str, str]:
    """Words → whom they name, "" while open."""
    return {one.words: one.label for one in held}


CASES = [
    # (letter, its words, whom they name)
    ("port-selm-64.txt", "Lornik", "Tadeáš Łornik"),  # the telegraph has no Ł
    ("port-selm-64.txt", "Peter Corder", "Peter Corder"),
    ("port-selm-64.txt", "Julian Corder", "Julian Corder"),
    ("sankt-evert-97.txt", "Farr", ""),  # Clement or Nathaniel: both sign so
    ("strand-to-morveny.md", "Morvény", "Ignác Morvény"),
]


@pytest.mark.parametrize(("letter", "words", "label"), CASES)
def test_names(book: letterbook.Book, letter: str, words: str, label: str) -> None:
    """A name is resolved where one person remains; else it stays open and lists who it may be."""
    held = list(book.names(letter))
    assert said(held)[words] == label
    one = next(n for n in held if n.words == words)
    assert one.who.reason
    assert bool(one.who.party) == bool(label)
    assert len(one.who.candidates) != 1
    if not label:
        assert set(one.who.candidates) == {"Clement Farr", "Nathaniel Farr"}


def test_a_bare_surname_after_the_full_one_is_the_same_person(book: letterbook.Book) -> None:
    """ "Peter Corder …; Corder then …": not his brother of the same telegram."""
    held = list(book.names("port-selm-64.txt"))
    full = next(n for n in held if n.words == "Peter Corder")
    after = next(n for n in held if n.words == "Corder" and n.span.start > full.span.end)
    assert after.who.party == full.who.party


def test_a_title_of_another_country_is_nobody_here(book: letterbook.Book) -> None:
    """ "The President of the Council" of a small state is not the one in Paris of that year."""
    labels = {one.label for letter in book.list() for one in book.names(letter.id)}
    assert "Guy Mollet" not in labels


def test_the_words_are_where_they_are_said_to_be(book: letterbook.Book) -> None:
    """Each span holds the words, inside the letter, in order; the heading is not the body."""
    for letter in book.list():
        shown = book.show(letter.id)
        held = list(book.names(letter.id))
        assert held == sorted(held, key=lambda one: one.span.start)
        for one in held:
            words = shown.source.text[one.span.start : one.span.end]
            assert " ".join(words.split()) == one.words
            assert letter.start <= one.span.start < one.span.end <= letter.end
            assert one.letter == letter.id


def test_where_somebody_is_spoken_of(book: letterbook.Book) -> None:
    """One place a letter, each of them his; no more than are asked for."""
    party = book.person("Tadeáš Łornik").party
    places = list(book.named("Tadeáš Łornik"))
    assert places
    assert all(one.who.party == party.id for one in places)
    assert len({one.letter for one in places}) == len(places)
    assert len(book.named("Tadeáš Łornik", limit=1)) == 1


def test_asking_keeps_nothing(book: letterbook.Book) -> None:
    """The record has no more findings after it than before."""
    con = sqlite3.connect(book.path)
    before = con.execute("SELECT count(*) FROM finding").fetchone()
    book.names("port-selm-64.txt")
    assert con.execute("SELECT count(*) FROM finding").fetchone() == before
    con.close()
