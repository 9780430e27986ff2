"""Searching: whatever is typed, phrases across page marks, the words in their place."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from letterbook.model import By, Extent, Finding, Furniture, Source, Span
from letterbook.record import File, Filters, Record, pack
from letterbook.record.query import Term, parse
from letterbook.record.snippet import Seeker, flat, snippet
from tests.record.fake import letter, mark

HEAP = {
    "a.txt": letter(body="Sir, the use of quiet [Page 2] channels in Orléans, not in the sense."),
    "b.txt": letter(body="Sir, the harbour is open; channels are quiet.", place="Orleans"),
    "c.txt": letter(body="Sir, n[n1]othing.\nn1 Printed in the Gazette, number 12."),
    "d.txt": "A history of the harbour, without any letters in it.",
}


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    """A record of four files."""
    with Record(tmp_path_factory.mktemp("r") / "kk.db") as record:
        with record.writing() as writing:
            for path, text in HEAP.items():
                source = Source.of(text, path)
                packs = [pack(source, mark(source))]
                writing.keep_file(File(path, 1, 1, path, "1"), packs)
        yield record


def paths(record, words, **filters):
    """The files of the hits."""
    return [hit.source.path for hit in record.find(words, Filters(**filters))]


pieces = st.sampled_from(
    ['"', "“", "*", "-", " OR ", " AND ", " NOT ", " NEAR(", "(", ")", "^", "+", ":", "head:", "{",
     "quiet", "channels", "a", " ", "\0", "'", ";", "--", "é", "\ud800", "𐐀", "½", "_", "12", "\\"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=30), st.lists(pieces, max_size=12).map("".join)))
@example('"' * 50)
@example("-" * 30 + "a")
@example("a OR " * 200 + "-b " * 200)
@example("* OR * -*")
@example("-quiet")
def test_nothing_typed_is_an_error(full, words):
    """Any text is a query; every hit's marks point at words of the source."""
    for hit in full.find(words):
        text = full.fetch(hit.source.id)[0].text
        assert 0 <= hit.start <= hit.end <= len(text)
        for (start, end), (first, last) in zip(hit.marks, hit.spans, strict=True):
            shown = hit.snippet[start:end].split()
            assert shown and shown[0] == text[first:last].split()[0]
            assert shown[-1] == text[first:last].split()[-1]


def test_a_phrase_is_found_across_a_page_mark(full):
    """What a typesetter put between two words does not part them, and is not shown."""
    (hit,) = full.find('"quiet channels"')
    assert hit.source.path == "a.txt"
    assert "quiet channels" in hit.snippet and "[Page" not in hit.snippet
    text = HEAP["a.txt"]
    assert text[slice(*hit.spans[0])] == "quiet [Page 2] channels"
    assert hit.line == 6


def test_what_the_operators_do(full):
    """Phrases, prefixes, without, or; accents and case aside."""
    assert set(paths(full, "channels quiet")) == {"a.txt", "b.txt"}
    assert paths(full, "channels -open") == ["a.txt"]
    assert set(paths(full, "chann* ORLEANS")) == {"a.txt", "b.txt"}
    assert set(paths(full, "gazette OR history")) == {"c.txt", "d.txt"}
    assert paths(full, "“not in the sense”") == ["a.txt"]
    assert paths(full, '"in not the sense"') == []
    assert paths(full, "") == paths(full, "-harbour") == paths(full, "…") == []


def test_all_words_come_before_any_word(full):
    """A letter that holds both words is before the one that holds one of them often."""
    assert paths(full, "harbour history")[0] == "d.txt"
    assert set(paths(full, "harbour history")) == {"b.txt", "d.txt"}
    assert paths(full, "harbour history", limit=1) == ["d.txt"]


def test_notes_and_heads_are_searched(full):
    """A word of a note is found and shown there; a name of the header finds its letters."""
    (hit,) = full.find("gazette")
    assert "the Gazette" in hit.snippet and HEAP["c.txt"][slice(*hit.spans[0])] == "Gazette"
    assert set(paths(full, "December 1962")) == {"a.txt", "b.txt", "c.txt"}


def test_filters_narrow_a_search(full):
    """The filters of `list` hold for `find`."""
    assert paths(full, "harbour", sender="vell") == ["b.txt"]
    assert paths(full, "harbour", within="d.txt") == ["d.txt"]
    assert paths(full, "quiet", undated=True) == []
    assert paths(full, "history", form="other") == ["d.txt"]


def test_small_words_alone_are_asked_for():
    """ "the" is passed over beside other words, kept in phrases and when alone."""
    assert parse("the harbour").terms == (Term("harbour"),)
    assert parse("the").terms == (Term("the"),)
    assert parse('"the harbour"').terms == (Term("the harbour", quoted=True),)


def test_a_word_of_several_parts_is_taken_apart_when_it_must(full):
    """ "al-Assad" stands together if it can; else its parts will do; not in quotes."""
    assert paths(full, "quiet-channels") == ["a.txt", "b.txt"]
    assert set(paths(full, "al-harbour")) == {"b.txt", "d.txt"}
    assert paths(full, '"al-harbour"') == []


def test_neighbours_are_known_with_the_small_words_between():
    """A letter that has them side by side comes first."""
    said = [str(pair) for pair in parse("freedom of the press law").pairs]
    assert said == ['"freedom of the press"', '"press law"']
    assert parse('"free press" law OR order').pairs == ()


def test_side_by_side_comes_before_apart(full):
    """Both letters hold both words; in one they stand together."""
    assert paths(full, "quiet channels")[0] == "a.txt"
    assert paths(full, "channels are quiet")[0] == "b.txt"


@given(st.text(max_size=60))
def test_flat_keeps_every_offset(text):
    """The folded text of a snippet is as long as the text."""
    assert len(flat(text)) == len(text)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["berlin", "Wall", "é", "x", "\n", "—"]), min_size=1, max_size=90))
def test_snippet_shows_what_was_asked(words):
    """If a term stands in the text, the snippet holds it, in one line, at its place."""
    text = " ".join(words)
    found = snippet(text, [(0, len(text), "")], [Seeker(Term("wall")), Seeker(Term("berlin"))])
    if found is None:
        assert not {"berlin", "Wall"} & set(words)
        return
    assert found.marks and "\n" not in found.text
    for (a, b), (c, d) in zip(found.marks, found.spans, strict=True):
        assert found.text[a:b] == text[c:d] and text[c:d] in ("berlin", "Wall")


def test_what_is_left_of_a_source_holds_no_letter_twice(tmp_path):
    """Frontmatter is skipped inside a letter; the letter is not indexed again as what is left."""
    text = "---\nfrom: Ada\n---\n" + letter(body="Sir, the gates stay raised until October.")
    source = Source.of(text, "e.md")
    front = Furniture("notice", "frontmatter", "")
    skipped = Finding(Span(source.id, 0, 18), "furniture", front, By("markup", "frontmatter"))
    whole = Finding(
        Span(source.id, 0, len(text)), "letter", Extent(1), By("rule", "letters"), source.id
    )
    with Record(tmp_path / "kk.db") as record:
        with record.writing() as writing:
            packs = [pack(source, (skipped, whole))]
            writing.keep_file(File("e.md", 1, 1, "e", "1"), packs)
        hits = record.find("gates raised", Filters())
        assert [hit.letter and hit.letter.id for hit in hits] == [source.id]
