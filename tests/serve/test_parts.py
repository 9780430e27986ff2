"""The parts that pages are made of: words, pictures, the reading view, the shelf."""

from __future__ import annotations

import doctest
import html
import importlib
import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.model import By, Finding, Furniture, Gap, Marker, Note, Source, Span, When
from letterbook.record import Pair, Shown, Written
from letterbook.serve.pictures import HIGH, WIDE, bars, ring, ticks
from letterbook.serve.reading import PART, Mark, view
from letterbook.serve.shelf import Shelf
from letterbook.serve.words import address, span_of
from letterbook.text import UNSEEN, visible

BY = By("rule", "test")


@pytest.mark.parametrize("name", ["words", "settings", "safety", "reading"])
def test_the_examples_in_the_code_are_true(name):
    """Each doctest of the room."""
    module = importlib.import_module(f"letterbook.serve.{name}")
    results = doctest.testmod(module)
    assert results.attempted and not results.failed


# --- words --------------------------------------------------------------------------------------


def day(words: str) -> date:
    """A day as ISO 8601 writes it."""
    return date.fromisoformat(words)


@pytest.mark.parametrize(("when", "said"), [
    (None, ""),
    (When(day("1957-04-17"), day("1957-04-17")), "17 April 1957"),
    (When(day("1957-04-17"), day("1957-04-17"), doubt="?"), "perhaps 17 April 1957"),
    (When(day("1957-04-01"), day("1957-04-30"), doubt="~"), "about April 1957"),
    (When(day("1957-01-01"), day("1957-12-31")), "1957"),
    (When(day("1957-04-01"), day("1957-05-31")), "between 1 April 1957 and 31 May 1957"),
    (When(None, day("1957-04-17")), "by 17 April 1957"),
    (When(day("1957-04-17"), None), "from 17 April 1957 on"),
    (When(None, None, "Tuesday, late"), "Tuesday, late"),
])  # fmt: skip
def test_days_as_an_edition_prints_them(when, said):
    """However much is known."""
    assert span_of(when) == said


@given(st.text())
def test_what_is_made_visible_cheats_no_more(words):
    """And what is harmless stays as it is."""
    shown = visible(words)
    assert not UNSEEN.search(shown)
    assert UNSEEN.search(words) or shown == words


@given(st.dictionaries(st.sampled_from("abq"), st.text()))
def test_addresses_hold_nothing_that_breaks_out(query):
    """No quote, no bracket, no line, no second query."""
    made = address("/search", query)
    assert not re.search(r"[\"'<>\s]", made)
    assert made.count("?") <= 1


# --- pictures -----------------------------------------------------------------------------------


@given(st.dictionaries(
    st.builds("{:04}-{:02}".format, st.integers(1780, 1990), st.integers(1, 12)),
    st.integers(1, 5000), min_size=1, max_size=60,
))  # fmt: skip
def test_bars_stand_in_the_picture_and_count_every_letter(months):
    """None beyond the edge, none on another, the highest as high as the picture."""
    given_ = sorted(months.items())
    shown = bars(given_)
    assert sum(bar.letters for bar in shown) == sum(months.values())
    assert max(bar.height for bar in shown) == HIGH
    for one, other in pairwise(shown):
        assert one.x + one.width <= other.x + 0.01
    assert all(b.x >= 0 and b.x + b.width <= WIDE + 1 and b.y >= -0.01 for b in shown)
    assert all(0 <= x <= WIDE for x, _ in ticks(shown, given_)) and len(ticks(shown, given_)) <= 10


def test_no_letters_no_bars():
    """An empty record draws nothing."""
    assert bars([]) == [] and ticks([], []) == [] and ring([]) == ([], [])


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.integers(1, 99)), max_size=60))
def test_the_ring_holds_a_dozen_and_joins_only_those(pairs):
    """Whoever wrote to whomever."""
    given_ = [Pair(f"p{a}", f"P{a}", f"p{b}", f"P{b}", n) for a, b, n in pairs if a != b]
    nodes, edges = ring(given_)
    assert len(nodes) <= 12 and len({node.party for node in nodes}) == len(nodes)
    assert len(edges) <= len({frozenset((p.sender, p.recipient)) for p in given_})


# --- the reading view ---------------------------------------------------------------------------


def shown(text: str, *findings: Finding) -> Shown:
    """A source that is no letter, opened."""
    source = Source.of(text, "a.txt")
    written = Written(source.id, "a.txt", "", "plain", "utf-8", "history", "", 0)
    return Shown(source, written, None, text, (), findings, text)


def found(text: str, words: str, value: object) -> Finding:
    """A finding at the first place of some words."""
    source = Source.of(text, "a.txt")
    at = text.index(words)
    return Finding(Span(source.id, at, at + len(words)), "x", value, BY)  # type: ignore[arg-type]


def runs(page: str) -> list[tuple[int, str]]:
    """The runs of words with their places."""
    held = re.findall(r'<span data-s="(\d+)">([^<]*)</span>', page)
    return [(int(start), html.unescape(words)) for start, words in held]


SPANS = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 60)), max_size=6)


@given(st.text(alphabet="ab .\n<&'\"\u202eé😀", max_size=240), SPANS, SPANS, SPANS)
def test_every_sign_of_the_text_is_there_once_and_in_its_place(text, away, gaps, marks):
    """Whatever overlaps whatever: runs follow one another, and leave out white space only."""
    source = Source.of(text, "a.txt")

    def at(start: int, size: int) -> Span:
        return Span(source.id, min(start, len(text)), min(start + size, len(text)))

    findings = [Finding(at(*s), "furniture", Furniture("page", join=" "), BY) for s in away]
    findings += [Finding(at(*s), "gap", Gap("elision"), BY) for s in gaps]
    findings.sort(key=lambda f: (f.span.start, f.span.end))
    where = [Mark(a, a + n, "here") for a, n in marks if n]
    page = "".join(p.html for p in view(shown(text, *findings), where).paragraphs)
    last = 0
    for start, words in runs(page):
        assert text[start : start + len(words)] == words
        assert start >= last
        assert not UNSEEN.sub("", text[last:start]).strip()
        last = start + len(words)
    assert not UNSEEN.sub("", text[last:]).strip()
    assert not re.search(r"<(?!/?(?:span|mark)\b)", page)


def test_a_page_mark_in_mid_sentence_parts_no_paragraph():
    """ "questions,\n\n287\n\nnot" is one sentence; a mark between paragraphs stands alone."""
    text = "to ask questions,\n\n287\n\nnot to answer.\n\nNext.\n\n288\n\nLast."
    inner = found(text, "\n\n287\n\n", Furniture("page", join=" "))
    outer = found(text, "288", Furniture("page", join="\n\n"))
    paragraphs = view(shown(text, inner, outer)).paragraphs
    assert [p.sort for p in paragraphs] == ["", "", "lines away", ""]
    assert "287" in paragraphs[0].html and "not to answer." in paragraphs[0].html


def test_notes_leave_the_text_and_stand_by_their_marks():
    """The number that a note begins with goes with it."""
    text = "He said so.[2]\n\nMore.\n\n2. Not printed.\n\nEnd."
    note = found(text, "Not printed.", Note("2"))
    mark = found(text, "[2]", Marker("2", note.span))
    page = view(shown(text, mark, note))
    assert [len(p.notes) for p in page.paragraphs] == [1, 0, 0]
    assert "2." not in "".join(p.html for p in page.paragraphs)
    assert "Not printed." in page.paragraphs[0].notes[0].html


def test_a_gap_without_words_is_still_seen():
    """As editors tag it: nothing stands there, so a sign is put."""
    text = "We met at . He left."
    at = text.index(".")
    gap = Finding(Span(Source.of(text, "a.txt").id, at, at), "gap", Gap("damaged", 2, "word"), BY)
    page = view(shown(text, gap)).paragraphs[0].html
    assert '<span class="gap" title="2 words lost to damage">[…]</span>' in page


def test_a_long_text_comes_in_parts_that_make_the_whole():
    """From part to part nothing is lost and nothing comes twice."""
    text = "\n\n".join(f"Paragraph {n} of many, with some words in it." for n in range(9000))
    seen, begin, parts = "", None, 0
    while True:
        part = view(shown(text), begin=begin)
        seen += "".join(words for p in part.paragraphs for _, words in runs(p.html))
        parts += 1
        if part.after is None:
            break
        begin = part.after
    assert parts >= len(text) // (PART + PART // 4)
    assert re.findall(r"Paragraph \d+", seen) == re.findall(r"Paragraph \d+", text)


# --- the shelf ----------------------------------------------------------------------------------


def test_what_was_worked_out_is_kept_until_the_record_changes(own):
    """Once for each state of the file; another file in its place is another state."""
    shelf, made = Shelf(own), []
    for _ in range(3):
        shelf.kept(("x",), lambda: made.append(1))
    assert len(made) == 1
    own.write_bytes(own.read_bytes())
    shelf.kept(("x",), lambda: made.append(1))
    assert len(made) == 2


def test_the_book_is_opened_anew_when_another_takes_its_place(own):
    """As after `make demo` while the room is open."""
    shelf = Shelf(own)
    before = shelf.book()
    assert shelf.book() is before
    copy = own.with_name("copy.db")
    copy.write_bytes(own.read_bytes())
    copy.replace(own)
    assert shelf.book() is not before


def test_what_fails_is_not_kept():
    """A question that could not be answered is asked again."""
    from pathlib import Path

    shelf = Shelf(Path("nowhere.db"))
    with pytest.raises(ZeroDivisionError):
        shelf.kept(("x",), lambda: 1 // 0)
    assert shelf.kept(("x",), lambda: 5) == 5
