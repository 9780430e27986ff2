"""Views of a text: offsets map back, folding loses no word, views of views agree."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from letterbook.text import (
    Lines,
    View,
    fold,
    occurrences,
    plain_letters,
    replace,
    sentences,
    skip,
    squeeze,
)

TEXTS = st.text(
    alphabet=st.sampled_from("abcÉéßﬁŁİ“”‘’—-\u00ad\u200b \n\t\f.,1²") | st.characters(),
    max_size=60,
)


@st.composite
def changed(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, str]]]:
    """A text and changes to it, some of which overlap or are empty."""
    text = draw(TEXTS)
    place = st.integers(0, len(text))
    changes = draw(st.lists(st.tuples(place, place, st.text("xy \n", max_size=3)), max_size=6))
    return text, changes


@given(changed())
def test_what_was_not_replaced_maps_to_itself(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    """Every character of a view that runs in step is the original's at its mapped offset."""
    text, changes = case
    view = replace(text, changes)
    for at, sign in enumerate(view.text):
        start, end = view.span(at, at + 1)
        assert 0 <= start <= end <= len(text)
        if end - start == 1 and view.offset(start) == at and _in_step(view, at):
            assert text[start] == sign


def _in_step(view: View, at: int) -> bool:
    piece = max(i for i, start in enumerate(view.here) if start <= at)
    return view.in_step[piece]


@given(changed())
def test_spans_are_monotone(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    """Later offsets of a view come from no earlier ones of the text, and the end from the end."""
    text, changes = case
    view = replace(text, changes)
    origins = [view.origin(at) for at in range(len(view.text) + 1)]
    assert origins == sorted(origins)
    assert origins[-1] == len(text)
    offsets = [view.offset(at) for at in range(len(text) + 1)]
    assert offsets == sorted(offsets)


@given(changed())
def test_no_change_no_view(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    """Without changes a view is its text, offset by offset."""
    text, _ = case
    view = replace(text, [])
    assert view.text == text
    assert all(view.span(at, at + 1) == (at, at + 1) for at in range(len(text)))


@given(changed())
def test_overlapping_changes_fall_out(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    """What a view says is the text with the first of overlapping changes applied, by hand."""
    text, changes = case
    parts, at = [], 0
    for start, end, words in sorted(changes):
        if at <= start <= end:
            parts += [text[at:start], words]
            at = end
    assert replace(text, changes).text == "".join([*parts, text[at:]])


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    """Folded words are not changed by folding them again."""
    once = fold(text).text
    assert fold(once).text == once


def test_every_letter_folds_to_what_stays() -> None:
    """No letter of any alphabet folds to something that folds again: "ǿ" is "o", not "ø"."""
    composed = [chr(i) for i in range(0x110000) if unicodedata.decomposition(chr(i))]
    for letter in (*composed, *"ŁłØøĐđßẞæÆıŊ"):
        for once, twice in (
            (fold(letter).text, fold(fold(letter).text).text),
            (plain_letters(letter), plain_letters(plain_letters(letter))),
        ):
            assert once == twice, letter


@given(TEXTS)
def test_folded_offsets_map_back(text: str) -> None:
    """Every folded character comes from a stretch that folds to something holding it."""
    view = fold(text)
    for at, sign in enumerate(view.text):
        start, end = view.span(at, at + 1)
        assert start < end <= len(text)
        if text[start:end].isascii() and text[start:end].isalnum():
            assert text[start:end].lower() == sign


@given(TEXTS, st.data())
def test_words_of_a_text_are_found_in_it(text: str, data: st.DataObject) -> None:
    """Words cut out of a text are found in its folded view, at the place they were cut from."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    view = fold(text)
    wanted = fold(text[start:end]).text.strip()
    assume(wanted and wanted in view.text)  # a cut through "ﬁ" or a broken word may fold otherwise
    found = list(occurrences(view, text[start:end]))
    assert found
    for a, b in found:
        assert fold(text[a:b]).text.strip() == wanted or wanted in fold(text[a:b]).text


@given(
    st.lists(
        st.sampled_from("The gates stand open at Dolin, Irma Kálnor wrote".split()), min_size=3
    )
)
def test_whole_words_are_always_found(words: list[str]) -> None:
    """A run of whole words is found however the lines of the text are broken."""
    text = "\n".join(" ".join(words[at : at + 3]) for at in range(0, len(words), 3))
    for at in range(len(words) - 1):
        wanted = f"{words[at]}  {words[at + 1]}".upper()
        assert any(
            squeeze(text[a:b]) == f"{words[at]} {words[at + 1]}"
            for a, b in occurrences(fold(text), wanted)
        )


@given(changed())
def test_what_runs_in_step_through_two_views_is_itself(
    case: tuple[str, list[tuple[int, int, str]]],
) -> None:
    """A character that neither furniture nor folding touched maps back to itself, in two steps."""
    text, changes = case
    below = skip(text, [(a, b, words) for a, b, words in changes if a < b])  # as furniture is
    above = fold(below.text)
    for at, sign in enumerate(above.text):
        middle = above.span(at, at + 1)
        start, end = below.span(*middle)
        assert 0 <= start <= end <= len(text)
        if _in_step(above, at) and _in_step(below, middle[0]):
            assert text[start:end].lower() == sign or len(text[start:end].lower()) > 1


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        # typographic signs are plain ones
        ("“Peace” — he said", '"peace" - he said'),
        ("d’Orléans", "d'orleans"),
        # a word broken at the end of a line is whole again; a compound keeps its hyphen
        ("coop-\nerate", "cooperate"),
        ("coop\u00ad\nerate", "cooperate"),
        ("Anglo-\nOrvane", "anglo- orvane"),
        ("well-known", "well-known"),
        # white space is one space
        ("a \n\n\t b", "a b"),
        # letters that Unicode does not take apart, and ligatures
        ("Łódź Straße ﬁne Ægir", "lodz strasse fine aegir"),
        ("zero\u200bwidth", "zerowidth"),
        # what has no plain form stays, in lower case
        ("Ворсин", "ворсин"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    """Words are folded as they are compared."""
    assert fold(text).text == folded


def test_a_page_mark_in_mid_sentence_is_read_across() -> None:
    """A phrase is found across the furniture that cuts it, with its place in the page."""
    text = "discussion of these questions,\n\n287\n- 2 -\n\nnot in the sense of negotiations"
    mark = text.index("\n\n287"), text.index("not in")
    reading = skip(text, [(*mark, " ")])
    (found,) = occurrences(fold(reading.text), "questions, not in")
    start, end = reading.span(*found)
    assert text[start:end].startswith("questions") and text[start:end].endswith("not in")


def test_an_empty_view_maps_to_the_end() -> None:
    """A text skipped whole leaves a view with nowhere to point but the end."""
    view = skip("all of it", [(0, 9, "")])
    assert (view.text, view.origin(0), view.span(0, 0)) == ("", 9, (9, 9))


@given(st.text("ab\n", max_size=40))
def test_lines_are_counted_from_one(text: str) -> None:
    """The line of an offset is one more than the line ends before it."""
    lines = Lines(text)
    assert all(lines.line(at) == text.count("\n", 0, at) + 1 for at in range(len(text) + 1))


@given(TEXTS)
def test_squeezing_keeps_the_words(text: str) -> None:
    """Squeezed words are the words, with one space between them."""
    assert squeeze(text).split() == text.split()
    assert "  " not in squeeze(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # titles, initials and pointed states end no sentence; an opening word after them does
        ("I saw Mr. K. Ash. He left.", ["I saw Mr. K. Ash.", "He left."]),
        ("He came to the U.S. Government. It rained in the U.S. The sea rose.",
         ["He came to the U.S. Government.", "It rained in the U.S.", "The sea rose."]),
        # a note's digit and closing marks belong to the sentence before them
        ("“We shall stay.”3 So he wrote.", ["“We shall stay.”3", "So he wrote."]),
        # a full line runs on, a closed one and a blank one do not
        ("The gates\nstand open.\nNobody came\n\nto Dolin",
         ["The gates\nstand open.", "Nobody came", "to Dolin"]),
        # what is not closed by a capital is one sentence
        ("At 5 p.m. we met. what then", ["At 5 p.m. we met. what then"]),
        # points of a list are sentences of their own
        ("We ask\n- the gates\n- the fleet", ["We ask", "- the gates", "- the fleet"]),
    ],
)  # fmt: skip
def test_sentences(text: str, expected: list[str]) -> None:
    """Sentences end where a reader stops."""
    assert [text[a:b] for a, b in sentences(text)] == expected


@given(TEXTS)
def test_no_sign_stands_outside_the_sentences(text: str) -> None:
    """Sentences come in order, do not overlap, and leave out nothing but white space."""
    at = 0
    for start, end in sentences(text):
        assert not text[at:start].strip() and start < end
        at = end
    assert not text[at:].strip()
