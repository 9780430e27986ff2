"""Linking a whole record: what comes out does not depend on how the heap came in."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest

import letterbook
from letterbook.record import Tie

HEAP = Path(__file__).parents[2] / "examples" / "heap"


def said(book: letterbook.Book) -> set[tuple[str, ...]]:
    """Every tie of every letter, the days worked out, who is who, and what is missing."""
    ties: set[tuple[str, ...]] = set()
    for letter in book.list():
        shown = book.show(letter.id)
        ties |= {(t.letter, t.kind, t.to, *t.candidates, t.words) for t in shown.does}
        if letter.inferred and letter.when:
            ties.add((letter.id, letter.when.edtf))
    for who in book.people():
        one = who.party
        ties.add((one.id, one.kind, one.label, *one.names, *one.offices, f"{who.sent}"))
    ties |= {(u.what, u.sender, u.recipient, u.earliest, *u.printed) for u in book.missing()}
    return ties


def to(ties: Iterable[Tie], kind: str) -> set[str]:
    """The letters that ties of a kind lead to."""
    return {tie.to for tie in ties if tie.kind == kind}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample heap with its record beside it, read at once."""
    home = tmp_path_factory.mktemp("whole")
    shutil.copytree(HEAP, home / "heap")
    with letterbook.open(home / "kk.db") as book:
        book.read(home / "heap")
    return home


@pytest.mark.parametrize("seed", range(3))
def test_letters_that_come_one_by_one_are_linked_as_if_they_had_come_together(
    whole: Path, tmp_path: Path, seed: int
) -> None:
    """Files read in any order, one at a time, give the links of the heap read at once."""
    files = sorted(path for path in (whole / "heap").rglob("*") if path.is_file())
    random.Random(seed).shuffle(files)
    home = tmp_path / "one"
    shutil.copytree(whole / "heap", home / "heap")
    with letterbook.open(home / "kk.db") as book:
        for file in files:
            book.read(home / file.relative_to(whole))
        with letterbook.open(whole / "kk.db", readonly=True) as other:
            assert said(book) == said(other)


def test_a_letter_that_goes_takes_its_links_along(whole: Path, tmp_path: Path) -> None:
    """When a file is emptied of its letter, what answered it is open again; and comes back."""
    home = tmp_path / "go"
    shutil.copytree(whole / "heap", home / "heap")
    asked = home / "heap" / "telegrams" / "sankt-evert-112.txt"
    words = asked.read_text("utf-8")
    with letterbook.open(home / "kk.db") as book:
        book.read(home / "heap")
        before = said(book)
        one = book.show("sankt-evert-112.txt").letter
        assert one is not None
        assert any(one.id in tie for tie in before)
        asked.write_text("Nothing is left of it.", "utf-8")
        book.read(home / "heap")
        assert not any(one.id in tie for tie in said(book))
        asked.write_text(words, "utf-8")
        book.read(home / "heap")
        assert said(book) == before


def test_reading_again_links_nothing_anew(whole: Path) -> None:
    """The second reading finds nothing due, and the file stays as it is."""
    with letterbook.open(whole / "kk.db") as book:
        before = said(book)
        assert book.read(whole / "heap").linked.letters == 0
        assert said(book) == before


def test_a_person_says_what_a_letter_answers(whole: Path, tmp_path: Path) -> None:
    """A person's word stands before the rule's, survives re-reading, and can be taken back."""
    home = tmp_path / "say"
    shutil.copytree(whole, home)
    with letterbook.open(home / "kk.db") as book:
        telegram, other = "port-selm-64.txt", "sankt-evert-97.txt"
        rule = to(book.show(telegram).does, "answers")
        wanted = book.show(other).letter
        assert wanted is not None and rule and wanted.id not in rule
        entry = book.correct(telegram, "answers", other, why="the file says so", who="Ada")
        assert to(book.show(telegram).does, "answers") == {wanted.id}
        book.read(home / "heap", again=True)
        assert to(book.show(telegram).does, "answers") == {wanted.id}
        assert entry.before == "; ".join(rule)
        book.undo(entry.number, who="Ada")
        assert to(book.show(telegram).does, "answers") == rule


def test_what_is_linked_is_in_the_findings_with_its_reason(whole: Path) -> None:
    """Each link that names a letter says why, and rests on words and on the letter it names."""
    con = sqlite3.connect(whole / "kk.db")
    rows = con.execute(
        "SELECT json_extract(value, '$.to'), json_extract(value, '$.reason'), because FROM finding"
        " WHERE kind = 'link' AND json_extract(value, '$.to') IS NOT NULL"
    ).fetchall()
    con.close()
    assert rows
    assert all(to and reason and because for to, reason, because in rows)


def test_merging_two_names_and_taking_it_back(whole: Path, tmp_path: Path) -> None:
    """ "Aurel R." becomes Aurel II everywhere; a new reading keeps it; undo restores all."""
    home = tmp_path / "merge"
    shutil.copytree(whole, home)
    with letterbook.open(home / "kk.db") as book:
        before = said(book)
        king = book.person("Aurel II")
        entry = book.merge("Aurel R.", "Aurel II", why="R. is for Rex", who="Ada")
        merged = book.person("Aurel R.")
        assert merged.party.id == king.party.id
        assert merged.sent == king.sent + 2
        assert ("Aurel R.", "a person said so") in merged.reasons
        book.read(home / "heap", again=True)
        assert book.person("Aurel R.").party.id == king.party.id
        book.undo(entry.number, who="Ada")
        assert said(book) == before


def test_parting_a_name_in_one_letter(whole: Path, tmp_path: Path) -> None:
    """In one letter "Corder" is somebody else; elsewhere a bare "Corder" may now be either."""
    home = tmp_path / "part"
    shutil.copytree(whole, home)
    with letterbook.open(home / "kk.db") as book:
        before = said(book)
        letter = next(x for x in book.list() if str(x.recipients[:1]).find("'Corder'") > 0)
        held = book.person("Julian Corder")
        entry = book.merge("Corder", "Peter Corder", within=letter.id, who="Ada")
        assert book.person("Peter Corder").received == 1
        assert book.person("Julian Corder").received < held.received
        assert [len(ids) for name, _, ids, _ in book.open_names() if "Corder" in name] == [2]
        book.undo(entry.number, who="Ada")
        assert said(book) == before
