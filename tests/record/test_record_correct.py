"""Corrections: they outrank rules, survive re-reading, and are never rewritten."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterbook.model import FIELDS, By, LetterbookError, Name, Source
from letterbook.record import File, Record, pack
from letterbook.record.edtf import values, when
from tests.record.dump import dump, sound
from tests.record.fake import letter, mark


def only(record):
    """The one letter."""
    (found,) = record.letters()
    return found


def states(record):
    """The log's states."""
    return [entry.state for entry in record.log()]


def test_a_person_outranks_every_rule(record, keep):
    """The header, the filters, the index and the findings say what the person said."""
    keep(letter())
    id = only(record).id
    entry = record.correct(id, "from", "Ben Oor, Chancellor; Eva Lund", "me", "the seal")
    assert (entry.field, entry.before, entry.state) == ("sender", "Ana Vell, Regent", "in force")
    assert only(record).senders == (Name("Ben Oor", "Chancellor"), Name("Eva Lund"))
    assert record.find("chancellor")[0].letter.id == id
    assert record.find("regent")[0].letter.id == id  # the text still says so
    said = [f for f in record.shown(id).findings if f.by.kind == "person"]
    assert [(f.by, f.kind) for f in said] == [(By("person", "me"), "sender")] * 2
    assert record.shown(id).source.text[said[0].span.start :].startswith("Ana Vell, Regent")
    assert sound(record.path)


def test_not_stated_can_be_said(record, keep):
    """ "-" takes back what a rule thought."""
    keep(letter())
    record.correct(only(record).id, "date", "-", "me")
    record.correct(only(record).id, "to", "", "me")
    record.correct(only(record).id, "place", "-", "me")
    found = only(record)
    assert (found.when, found.recipients, found.place) == (None, (), "")


def test_undo_and_undo_of_undo(record, keep):
    """Each is an entry of its own; what was superseded comes back."""
    keep(letter())
    before = dump(record.path)
    id = only(record).id
    record.correct(id, "place", "Ost", "me")
    record.correct(id, "place", "West", "you")
    assert states(record) == ["superseded by 2", "in force"]
    record.undo(2, "me", "no")
    assert (only(record).place, states(record)[:2]) == ("Ost", ["in force", "undone"])
    record.undo(3, "you")
    assert only(record).place == "West"
    with pytest.raises(LetterbookError, match="already undone"):
        record.undo(3, "me")
    with pytest.raises(LetterbookError, match="no entry 9"):
        record.undo(9, "me")
    record.undo(2, "me")
    record.undo(1, "me")
    after = dump(record.path)
    for table in ("letter", "party", "unit", "words", "finding"):
        assert after[table] == before[table]
    assert len(record.log()) == 6


def test_the_log_cannot_be_rewritten(record, keep):
    """Not even by hand."""
    keep(letter())
    record.correct(only(record).id, "place", "Ost", "me")
    con = sqlite3.connect(record.path)
    for statement in ("UPDATE correction SET who = 'x'", "DELETE FROM correction"):
        with pytest.raises(sqlite3.IntegrityError, match="undo it"):
            con.execute(statement)
    con.close()


def test_survives_reading_again(record, keep):
    """The same letter in a changed file keeps its correction."""
    keep(letter())
    record.correct(only(record).id, "place", "Ost", "me")
    keep(letter(date="1963-01-01"))
    assert (only(record).place, states(record)) == ("Ost", ["in force"])
    assert only(record).when.edtf == "1963-01-01"


def test_follows_its_letter(record, keep):
    """A letter put before it moves the correction along, not to the newcomer."""
    keep(letter(body="Dear Sir, about the harbour."))
    record.correct(only(record).id, "sender", "Ben Oor", "me")
    other = letter(body="Dear Sir, about the wood.")
    kept = keep(other + "\n=====\n" + letter(body="Dear Sir, about the harbour."))
    assert (kept.moved, kept.lost) == ((1,), ())
    by_id = {x.id: x for x in record.letters()}
    assert [by_id[i].senders[0].name for i in sorted(by_id)] == ["Ana Vell", "Ben Oor"]


def test_lost_is_reported_and_can_come_back(record, keep):
    """When its words are gone the correction waits, and is never deleted."""
    keep(letter())
    record.correct(only(record).id, "place", "Ost", "me")
    assert keep(letter(place="Nord", body="Madam, quite another letter.")).lost == (1,)
    assert (only(record).place, states(record)) == ("Nord", ["lost"])
    keep(letter())
    assert (only(record).place, states(record)) == ("Ost", ["in force"])


def test_two_letters_that_both_may_be_it_are_not_chosen_between(record, keep):
    """Wrong is worse than open."""
    keep("\n=====\n".join([letter(body="First."), letter(body="Twice the same."), letter()]))
    third = sorted(x.id for x in record.letters())[2]
    record.correct(third, "place", "Ost", "me")
    kept = keep("\n=====\n".join([letter(), letter()]))
    assert kept.lost == (1,)


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [("date", "yesterday", "not a date"), ("date", "1962-13", "not a date"), ("date", "..", "not"),
     ("date", "1962/1961", "not a date"), ("weather", "fine", "the fields are")],
)  # fmt: skip
def test_what_cannot_be_is_refused(record, keep, field, value, why):
    """The message says what can be; nothing is written."""
    keep(letter())
    with pytest.raises(LetterbookError, match=why):
        record.correct(only(record).id, field, value, "me")
    assert record.log() == []


@given(st.dates(), st.dates(), st.sampled_from(["", "?", "~"]))
def test_dates_are_read_as_they_are_written(one, two, doubt):
    """What `When.edtf` prints is read back; months, years and open intervals too."""
    first, last = sorted((one, two))
    assert when(f"{one}{doubt}").edtf == f"{one}{doubt}"
    both = when(f"{first}/{last}")
    assert (both.earliest, both.latest) == (first, last)
    assert when(both.edtf).latest == last
    assert when(f"../{last}").edtf == f"../{last}" and when(f"{first}/").latest is None
    assert when(one.isoformat()[:7]).earliest == one.replace(day=1)


@given(st.sampled_from(FIELDS), st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_any_value_is_a_value_or_is_refused(field, words):
    """No field fails otherwise."""
    try:
        assert values(field, words)
    except LetterbookError:
        assert field == "date"


words = st.lists(st.sampled_from(["sea", "oak", "fog", "ice", "inn"]), min_size=1, max_size=4)


@settings(max_examples=40, deadline=None)
@given(st.lists(words, min_size=1, max_size=4), st.data())
def test_corrections_survive_any_shuffling(tmp_path_factory, bodies, data):
    """However a file's letters move, a correction is at a letter with its words, or lost."""
    texts = [letter(body=f"Dear Sir, {' '.join(body)}.") for body in bodies]
    with Record(tmp_path_factory.mktemp("r") / "kk.db") as record:

        def keep(parts, stamp):
            source = Source.of("\n=====\n".join(parts), "a.txt")
            with record.writing() as writing:
                return writing.keep_file(File("a.txt", 1, 1, stamp, "1"),
                                         [pack(source, mark(source))])  # fmt: skip

        keep(texts, "one")
        before = {x.id: x.words for x in record.letters()}
        chosen = data.draw(st.sampled_from(sorted(before)))
        record.correct(chosen, "channel", "by hand", "me")
        shuffled = data.draw(st.permutations(texts))
        kept = keep(shuffled[: data.draw(st.integers(1, len(texts)))], "two")
        corrected = [x for x in record.letters() if x.channel == "by hand"]
        assert len(record.log()) == 1
        assert len(corrected) == (0 if kept.lost else 1)
        held = [x for x in record.letters() if x.words == before[chosen]]
        if len(held) == 1:
            assert corrected == held
    assert sound(record.path)
