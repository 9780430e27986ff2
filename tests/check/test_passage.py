"""A text as words: quick on plain letters, and the same words and places whatever the letters."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from letterbook.check.passage import WORD, Passage
from letterbook.text import fold

# What is told apart into words, and how each is compared.
WORDS = {
    "The President’s note of May 2": "the president's note of may 2",
    "coop-\neration at Dun\u00admar": "cooperation at dunmar",  # joined, though the text is not
    "1,204 boats; at 7:30, No. 12a": "1204 boats at 7:30 no 12a",
    "ORLÉANS, Łornik, “Élan”": "orleans lornik elan",
    "the \ufb01shing \ufb02eet": "the fishing fleet",  # one sign, two letters
    "İzmir and the Straße": "izmir and the strasse",
    "a\u00a0wide\u2003sea": "a wide sea",
    "гавань 港 port": "гавань 港 port",  # no plain letters: as they stand
    "snake_case '' x'y'": "snake case x'y",
}


@pytest.mark.parametrize("text", WORDS)
def test_the_words_of_a_text(text: str):
    """Small letters, plain letters, no sign but those within a word."""
    assert " ".join(Passage.of(text).keys) == WORDS[text]


def test_each_word_is_found_where_it_stands():
    """The place is the text's own, whether folding kept the letters' number or not."""
    for text in ("“Élan” and the \nHARBOR", "the \ufb01shing \ufb02eet’s coop-\neration"):
        passage = Passage.of(text, base=100)
        for number, key in enumerate(passage.keys):
            span = passage.span(number, number + 1)
            assert fold(text[span.start - 100 : span.end - 100]).text == key


LETTERS = st.text(st.sampled_from("aB1é’“—\u00ad\u200b-\n \u00a0,.'ﬁİß_х港:"), max_size=60)


@settings(deadline=None)
@given(LETTERS | st.text(max_size=60))
@example("a-\nb")
@example("1,000'a")
def test_the_quick_way_gives_what_folding_gives(text: str):
    """The words are those of the folded text, and each lies inside the text, in its turn."""
    passage = Passage.of(text)
    told = [match[0] for match in WORD.finditer(fold(text).text)]
    assert [key.replace(",", "") for key in passage.keys] == [w.replace(",", "") for w in told]
    spans = [passage.span(n, n + 1) for n in range(len(passage.keys))]
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert spans == sorted(spans, key=lambda span: span.start)


def test_what_is_left_out_is_passed_over_and_counted():
    """A page mark is no word, and the words after it keep their places."""
    text = "that year [Page 41] and the next"
    passage = Passage.of(text, [(10, 19, " ")])
    assert passage.keys == ("that", "year", "and", "the", "next")
    assert text[slice(*(passage.span(2, 3).start, passage.span(2, 3).end))] == "and"
    assert passage.words(1, 3) == "year and"
