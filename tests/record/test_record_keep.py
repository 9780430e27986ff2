"""What is kept is what is fetched."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterbook.model import (
    KINDS,
    By,
    Extent,
    Finding,
    Furniture,
    Gap,
    LetterbookError,
    Marker,
    Name,
    Note,
    Provenance,
    Source,
    Span,
    When,
    Words,
    dump_value,
    letter_id,
)
from letterbook.record import APPLICATION, LAYERS, File, Filters, Record, pack
from letterbook.record.pack import dump
from tests.record.dump import dump as rows_of
from tests.record.dump import sound
from tests.record.fake import letter, mark

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
spans = st.tuples(st.integers(0, 80), st.integers(0, 20))
days = st.one_of(st.none(), st.dates(date(1, 1, 1)))
values: st.SearchStrategy[tuple[str, Any]] = st.one_of(
    st.tuples(st.just("place"), st.builds(Words, words)),
    st.tuples(st.just("sender"), st.builds(Name, words, words, words, words, words)),
    st.tuples(st.just("date"), st.builds(When, days, days, words, words, st.sampled_from("?~"))),
    st.tuples(st.just("gap"), st.builds(Gap, st.just("elision"), st.none() | st.floats(0, 9))),
    st.tuples(st.just("furniture"), st.builds(Furniture, st.just("page"), words, words)),
    st.tuples(st.just("note"), st.builds(Note, words)),
    st.tuples(
        st.just("marker"),
        st.builds(Marker, words, st.none() | st.builds(Span, words, st.just(1), st.just(2))),
    ),
    st.tuples(st.just("provenance"), st.builds(Provenance, words, printed=st.tuples(words, words))),
)
hands = st.builds(By, st.sampled_from(["markup", "rule", "model"]), words, words)


@st.composite
def marked(draw: st.DrawFn) -> tuple[Source, tuple[Finding, ...]]:
    """A source with any findings, some of them of one of its letters."""
    source = Source.of(draw(texts), draw(words), draw(words))

    def span() -> Span:
        start, size = draw(spans)
        start = min(start, len(source.text))
        return Span(source.id, start, min(start + size, len(source.text)))

    letters = [
        Finding(span(), "letter", Extent(n), draw(hands), letter_id(source.id, n))
        for n in range(1, draw(st.integers(0, 2)) + 1)
    ]
    about = ["", *(letter.of for letter in letters)]
    others = [
        Finding(span(), kind, value, draw(hands), draw(st.sampled_from(about)),
                draw(st.sampled_from([(), (Span(source.id, 0, 1),), (Span("zzzzzzzz", 2, 3),)])),
                draw(st.sampled_from([1.0, 0.5, 0.25])))
        for kind, value in draw(st.lists(values, max_size=6))
    ]  # fmt: skip
    return source, (*letters, *others)


@settings(max_examples=80, deadline=None)
@given(marked(), marked())
def test_keep_then_fetch_is_identity(tmp_path_factory, first, second):
    """Any source comes back with its findings; replaced, it leaves nothing, not even words."""
    path = tmp_path_factory.mktemp("r") / "kk.db"
    with Record(path) as record:
        with record.writing() as writing:
            writing.keep_file(File("a", 1, 2, "x", "1"), [pack(*first)])
        assert record.fetch(first[0].id) == first
        with record.writing() as writing:
            writing.keep_file(File("a", 1, 2, "y", "1"), [pack(*second)])
        assert record.fetch(second[0].id) == second
    with Record(path.with_name("other.db")) as fresh, fresh.writing() as writing:
        writing.keep_file(File("a", 1, 2, "y", "1"), [pack(*second)])
    assert rows_of(path) == rows_of(path.with_name("other.db"))


@given(values)
def test_the_short_way_to_json_is_the_long_way(pair: tuple[str, Any]) -> None:
    """`dump` and `model.dump_value` agree."""
    kind, value = pair
    assert type(value) is KINDS[kind]
    assert dump(pair[1]) == dump_value(pair[1])


def test_header_comes_from_the_findings(record, keep):
    """The letter has its parties, its date, its place, its opening words."""
    keep(letter())
    (found,) = record.letters()
    assert found.senders == (Name("Ana Vell", "Regent"),)
    assert found.recipients == (Name("Jon Mar"),)
    assert found.when is not None and found.when.edtf == "1962-12-19"
    assert (found.place, found.words) == ("Vellmar", "Dear Sir, the harbour is open.")


def test_candidates_are_not_senders(record, keep):
    """A finding below the line is kept as a finding, but does not make a sender."""
    keep("To: Jon Mar\nPerhaps: Ana Vell\n\nSir, I write unsigned.\n")
    (found,) = record.letters()
    assert found.senders == ()
    assert [f.score for f in record.shown(found.id).findings if f.kind == "sender"] == [0.3]


def test_changed_file_replaces_only_its_own(record, keep):
    """The other file's rows stay as they were."""
    keep(letter(place="Ost"), "a.txt")
    keep(letter(place="West"), "b.txt")
    before = record.fetch(Source.of("", "b.txt").id)
    keep(letter(place="Nord") + "\n=====\n" + letter(place="Sud"), "a.txt")
    assert sorted(x.place for x in record.letters()) == ["Nord", "Sud", "West"]
    assert record.fetch(before[0].id) == before
    assert [h.letter.place for h in record.find("Ost")] == []
    assert sound(record.path)


def test_view_computes_what_is_indexed(record, keep):
    """`searched` in SQL and the index in Python hold the same words, page marks and notes out."""
    keep(letter(body="Dear Sir, quiet [Page 2] talks[n1] in Orléans.\nn1 He was there.") + "\nend")
    con = sqlite3.connect(record.path)
    head, body, notes = con.execute("SELECT head, body, notes FROM searched").fetchone()
    assert "quiet   talks in Orléans." in body and "He was there" not in body
    assert notes == "\nn1 He was there."
    assert "Ana Vell, Regent" in head and "19 December 1962" in head
    con.close()
    assert sound(record.path)


def test_words_outside_letters_are_found(record, keep):
    """An editor's paragraph on a page of letters is a unit of its own."""
    source = Source.of("An editor tells at length how these two papers came down to us in a box."
                       "\nFrom: A\nTo: B\n\nSir.", "a.txt")  # fmt: skip
    at = source.text.index("From")
    extent = Finding(Span(source.id, at, len(source.text)), "letter", Extent(1),
                     By("rule", "x"), source.id)  # fmt: skip
    with record.writing() as writing:
        writing.keep_file(File("a.txt", 1, 1, "x", "1"), [pack(source, [extent])])
    (hit,) = record.find("editor box")
    assert hit.letter is None and hit.source.id == source.id


def test_two_parts_with_one_id_are_trouble_not_an_end(record):
    """The second is left out and said so."""
    source = Source.of(letter(), "a.txt")
    with record.writing() as writing:
        kept = writing.keep_file(File("a.txt", 1, 1, "x", "1"), [pack(source, mark(source))] * 2)
    assert kept.letters == 1
    assert "left out" in str(record.troubles()[0])


def test_lone_surrogates_are_kept_as_signs_of_the_same_length(record):
    """What UTF-8 cannot hold does not stop a heap and moves no offset."""
    source = Source.of("From: A\ud800B\n", "a\udce9.txt")
    with record.writing() as writing:
        writing.keep_file(File("a.txt", 1, 1, "x", "1"), [pack(source, mark(source))])
    assert record.letters()[0].senders == (Name("A\ufffdB"),)


def test_newer_record_is_refused_in_words(record):
    """A schema this program does not know is not touched."""
    record.close()
    con = sqlite3.connect(record.path)
    con.execute("PRAGMA user_version = 99")
    con.close()
    with pytest.raises(LetterbookError, match="newer letterbook"):
        Record(record.path)


@pytest.mark.parametrize("junk", [b"Dear Sir,\n" * 200, b"SQLite format 3\0" + b"\xff" * 5000])
def test_other_files_are_refused_in_words(tmp_path, junk):
    """A text, or a torn database, is not a letterbook."""
    (tmp_path / "x.db").write_bytes(junk)
    with pytest.raises(LetterbookError, match="not a letterbook"):
        Record(tmp_path / "x.db")
    assert (tmp_path / "x.db").read_bytes() == junk


def test_another_programs_database_is_refused(tmp_path):
    """Somebody else's tables are left alone."""
    con = sqlite3.connect(tmp_path / "x.db")
    con.execute("CREATE TABLE t (a)")
    con.close()
    with pytest.raises(LetterbookError, match="not a letterbook"):
        Record(tmp_path / "x.db")


def test_the_file_says_what_it_is(record):
    """The application id and the schema's number stand in the header."""
    con = sqlite3.connect(record.path)
    assert con.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
    assert con.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    con.close()


def test_readonly_writes_nothing(record, keep):
    """A record opened for reading refuses to be changed, also on a disc that cannot be written."""
    keep(letter())
    record.close()
    with Record(record.path, readonly=True) as reader:
        assert len(reader.letters()) == 1
        with pytest.raises(LetterbookError, match="reading only"):
            reader.correct(reader.letters()[0].id, "place", "X", "me")
    with pytest.raises(LetterbookError, match="no such record"):
        Record(record.path.with_name("none.db"), readonly=True)


def test_full_disk_is_said_and_survived(tmp_path):
    """When there is no room, nothing kept is lost and the record opens again."""
    path = tmp_path / "kk.db"
    with Record(path) as record:
        small, big = Source.of(letter(), "a.txt"), Source.of(letter(body="sea " * 99999), "b.txt")
        with record.writing() as writing:
            writing.keep_file(File("a.txt", 1, 1, "x", "1"), [pack(small, mark(small))])
        record._con.execute("PRAGMA max_page_count = 60")
        with pytest.raises(LetterbookError, match="no room"), record.writing() as writing:
            writing.keep_file(File("b.txt", 1, 1, "x", "1"), [pack(big, mark(big))])
        assert len(record.letters()) == 1
    assert sound(path)
    with Record(path) as record:
        with record.writing() as writing:
            writing.keep_file(File("b.txt", 1, 1, "x", "1"), [pack(big, mark(big))])
        assert len(record.letters()) == 2


def test_filters_choose(record, keep):
    """Names by words, dates by interval, kinds, files."""
    keep(letter(more="Kind: telegram\n"), "in/a.txt")
    keep(letter(to="Ana Vell, Regent", sender="Jón Mar", date="1963-02"), "in/b.txt")
    keep(letter(date="no day", place="Ost"), "out/c.txt")

    def places(**filters):
        return [x.path for x in record.letters(Filters(**filters))]

    assert places() == ["in/a.txt", "in/b.txt", "out/c.txt"]
    assert places(sender="jon") == ["in/b.txt"]
    assert places(sender="REGENT vell") == ["in/a.txt", "out/c.txt"]
    assert places(sender="vel") == []
    assert places(between=("Vell", "Mar")) == ["in/a.txt", "in/b.txt", "out/c.txt"]
    assert places(between=("Vell", "Vell")) == []
    assert places(since="1963-02-10") == places(since="1963") == ["in/b.txt"]
    assert places(until="1962") == ["in/a.txt"]
    assert places(kind="Telegram") == ["in/a.txt"]
    assert places(within="in") == places(within="./in/") == ["in/a.txt", "in/b.txt"]
    assert places(within="a") == places(within="a.txt") == ["in/a.txt"]
    assert places(undated=True) == ["out/c.txt"]
    assert places(limit=1) == ["in/a.txt"]
    with pytest.raises(LetterbookError, match="not a date"):
        places(since="yesterday")


def test_names_that_a_person_types(record, keep):
    """Ids and their beginnings, files, parts, numbers; what is not plain is listed."""
    keep(letter(more="No: 7\n") + "\n=====\n" + letter(), "v/one.txt")
    keep(letter(more="No: 7\n") + "\n-----\n" + letter(), "v/two.txt")
    one, two = Source.of("", "v/one.txt").id, Source.of("", "v/two.txt").id
    part = Source.of("", "v/two.txt", "p1").id
    assert record.resolve(one) == record.resolve(one[:4].upper()) == one
    assert record.resolve(f"{one}.2") == record.resolve("one.txt#2") == f"{one}.2"
    assert record.resolve("two/p1") == record.resolve("two.txt#2") == part
    assert record.resolve("7", within="two") == two
    for name in ("7", "one.txt", "v"):
        with pytest.raises(LetterbookError, match=r"fits 2|no letter|fits 4"):
            record.resolve(name)
    with pytest.raises(LetterbookError, match="1962-12-19  Ana Vell → Jon Mar"):
        record.resolve("one.txt")
    with pytest.raises(LetterbookError, match="no letter"):
        record.resolve(one[:2])


def test_the_finder_of_a_letter_inside_another(record):
    """The enclosed letter's words belong to it alone."""
    source = Source.of("Transmit the following: Dear Comrade, peace. End of message.", "a.txt")
    rule = By("rule", "x")
    outer = Finding(Span(source.id, 0, 60), "letter", Extent(1), rule, source.id)
    inner = Finding(Span(source.id, 24, 44), "letter", Extent(2, 1), rule, source.id + ".2")
    with record.writing() as writing:
        writing.keep_file(File("a.txt", 1, 1, "x", "1"), [pack(source, [outer, inner])])
    assert [h.letter.id for h in record.find("comrade")] == [inner.of]
    assert [h.letter.id for h in record.find("transmit")] == [outer.of]
    assert {x.id: x.inside for x in record.letters()} == {outer.of: "", inner.of: outer.of}


def test_schema_comments_every_column():
    """Whoever opens the file reads what each column is."""
    folder = Path(__file__).parents[2] / "src/letterbook/record"
    schema = "".join((folder / layer).read_text("utf-8") for layer in LAYERS)
    tables = schema.split("CREATE TABLE ")[1:]
    assert len(tables) == 26
    assert all("--" in part.splitlines()[0] for part in tables)
