"""Quotations found: marks paired, blocks, lists, and whom each is given to."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.mark import mark
from letterbook.mark.attributions import attributed_to
from letterbook.mark.quote_marks import in_marks
from letterbook.model import Document, Finding, Quotation, Source, Span
from letterbook.model.source import By


def words(text: str) -> list[str]:
    """What stands inside the marks of a text."""
    return [text[a:b] for a, b in in_marks(text)]


# Straight marks say not which way they face; each of these was once paired wrongly somewhere.
PAIRS: tuple[tuple[str, list[str]], ...] = (
    ('He said "one two" and "three four".', ["one two", "three four"]),
    ('"Why," he asked, "not?"', ["Why,", "not?"]),
    ('guns of 6" and 8", and "the words" of it', ["the words"]),
    ('"closed" and "never closed again', ["closed"]),
    ('("in brackets")', ["in brackets"]),
    ('"*emphasis*" and **"bold"**', ["*emphasis*", "bold"]),
    ("“curly ‘single’ inside” and “outer “inner” outer”",
     ["curly ‘single’ inside", "outer “inner” outer"]),
    ("„so ist es“, sagte er, «c'est ainsi»", ["so ist es", "c'est ainsi"]),
    ('- "one."\n- "two."', ["one.", "two."]),
    ('- "one never closed\n- "two."', ["two."]),
    ("“It begins here.\n\n“It goes on.” So he said.", ["It begins here.\n\n“It goes on."]),
    ('"It begins here.\n\n"It goes on." So "he" said.', ['It begins here.\n\n"It goes on.', "he"]),
    ("He “never closed it.\n\nBut “this is closed” at last.", ["this is closed"]),
    ('the 12" record"s sleeve', []),
    ("", []),
)  # fmt: skip


@pytest.mark.parametrize(("text", "inside"), PAIRS)
def test_marks_pair_as_a_reader_pairs_them(text: str, inside: list[str]):
    """Straight, curly, nested, over paragraphs, in lists; a lone mark pairs with nothing."""
    assert words(text) == inside


SPOKEN = st.text(alphabet="abc xyz,.’-", min_size=1, max_size=20).map(lambda s: f"w{s.strip()}w")


@given(st.lists(st.tuples(SPOKEN, SPOKEN), max_size=6), st.sampled_from(['""', "“”", "«»"]))
def test_what_is_set_in_marks_comes_out(parts: list[tuple[str, str]], marks: str):
    """Prose with quotations in any marks: each comes out whole, and nothing of the prose."""
    text = "".join(f"{prose} {marks[0]}{said}{marks[1]} " for prose, said in parts)
    assert words(text) == [said for _, said in parts]


@given(st.text(alphabet='ab “”"„«»\n->.', max_size=200))
def test_pairs_never_overlap(text: str):
    """In any text: in order, none within another, each between an opening and a closing mark."""
    pairs = list(in_marks(text))
    assert all(a < b for a, b in pairs)
    assert all(one[1] < two[0] for one, two in pairwise(pairs))
    assert all(text[a - 1] in '“"„«' and text[b] in '”"“»' for a, b in pairs)


# --- a whole text -------------------------------------------------------------------------------


def found(text: str) -> list[tuple[str, str]]:
    """The quotations (style, words) that marking finds in a brief."""
    source = Source.of(text, "brief.md", format="markdown")
    told = Finding(Span(source.id, 0, len(text)), "document", Document("brief"), By("markup", "x"))
    made = [(f.span, f.value) for f in mark(source, (told,))]
    return [(v.style, text[s.start : s.end]) for s, v in made if isinstance(v, Quotation)]


# What a brief puts in marks, and whether it quotes.
SHOWN: tuple[tuple[str, list[tuple[str, str]]], ...] = (
    ('The so-called "gentlemen\'s agreement" held.', []),  # a name for a thing
    ('See "Milestones in the History of Orvane and the Northern Gulf" for more.', []),  # a title
    ('He was "happy" about it.', []),  # emphasis
    ('He wrote that he was "happy indeed" about it.', [("marks", "happy indeed")]),
    ('“I ask where he is.” That was all.', [("marks", "I ask where he is.")]),
    ("He wrote: ‘I don’t ask for the boats’ crews, only for him.’ That was all.",
     [("marks", "I don’t ask for the boats’ crews, only for him.")]),
    ("It was the boats’ last year; the ‘Good Hope’ had foundered at six o’clock.", []),
    ("He wrote: “We call it ‘the price of a promise’ in these parts.”",
     [("marks", "We call it ‘the price of a promise’ in these parts.")]),
    ("> The gates will stay raised until then.\n",
     [("block", "The gates will stay raised until then.")]),
    ("> “The gates will stay raised.”\n> — Averill, March 6, 1957\n",
     [("block", "The gates will stay raised.")]),
    ("**Key Quotes:**\n\n- Averill: The gates will stay raised until then.\n- “They will not.”\n"
     "\n**End:**\n\nx",
     [("list", "The gates will stay raised until then."), ("list", "They will not.")]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "said"), SHOWN)
def test_quotations_are_told_from_emphasis(text: str, said: list[tuple[str, str]]):
    """Names, titles and emphasis in marks are left alone."""
    assert found(text) == said


# Whose a quotation is: the words around it, and what they say.
GIVEN = (
    ("King Aurel's letter of October 23, 1956: “We will.”",
     "King Aurel's letter of October 23, 1956"),
    ("- Tredway wrote to the King on October 2, 1956: “We will.”",
     "Tredway wrote to the King on October 2, 1956"),
    ("“We will,” wrote Morvény on May 3, 1957.", "wrote Morvény on May 3, 1957"),
    ("“We will” (Document 84).", "Document 84"),
    ("“We will.” [k7m2q9xd, May 4, 1957]", "k7m2q9xd, May 4, 1957"),
    ("“We will.”\n— Corder to Dolány, April 17, 1957", "Corder to Dolány, April 17, 1957"),
    ("“We will,” he wrote.", ""),
    ("She thought so. “We will.”", ""),
    ("- “We will.”\n- Strand's letter of May 1, 1957: “No.”", ""),  # the next item is another's
)  # fmt: skip


@pytest.mark.parametrize(("text", "said"), GIVEN)
def test_attributions(text: str, said: str):
    """Before, after and below; a pronoun gives words to nobody."""
    assert attributed_to(text, text.index("“") + 1, text.index("”")) == said
