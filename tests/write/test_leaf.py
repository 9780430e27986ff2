"""The reading view of a source: what is skipped, and that every place leads back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from letterbook.model import By, Finding, Furniture, Marker, Note, Section, Source, Span, Value
from letterbook.write.leaf import leaf

BY = By("rule", "test")
TEXT = (
    "The Boats\nNone of the questions, 287 not even this one,1 was an-\nswered.\n1 See the Gazette."
    "\nEnd."
)


def found(source: Source, words: str, kind: str, value: Value) -> Finding:
    """A finding of these words."""
    at = source.text.index(words)
    return Finding(Span(source.id, at, at + len(words)), kind, value, BY)


def test_furniture_notes_and_marks_are_skipped() -> None:
    """A page number in mid-sentence, a note and its mark; a broken word is whole again."""
    source = Source.of(TEXT, "a.txt")
    mark = TEXT.index(",1 was") + 1
    findings = [
        found(source, "The Boats", "section", Section("The Boats", 2)),
        found(source, " 287 ", "furniture", Furniture("page", "287", " ")),
        Finding(Span(source.id, mark, mark + 1), "marker", Marker("1"), BY),
        found(source, "1 See the Gazette.", "note", Note("1")),
    ]
    held = leaf(source, findings)
    told = [held.words(a, b) for a, b in held.sentences()]
    assert told == ["The Boats", "None of the questions, not even this one, was answered.", "End."]


def test_places_lead_back() -> None:
    """The span of a sentence holds its words and what was skipped within them."""
    source = Source.of(TEXT, "a.txt")
    held = leaf(source, [found(source, " 287 ", "furniture", Furniture("page", "287", " "))])
    start = held.text.index("None")
    span = held.span(start, held.text.index("this one") + 8)
    assert source.text[span.start : span.end] == "None of the questions, 287 not even this one"
    assert held.offset(span.start) == start


def test_a_letter_within_a_telegram_is_not_its_words() -> None:
    """What another letter says is left out, and a note within it goes with it."""
    source = Source.of("Please deliver:\nDear Sir, 1\nno.\n1 A note.\nUnquote. Corder", "a.txt")
    inner = Span(source.id, source.text.index("Dear"), source.text.index("Unquote"))
    note = found(source, "1 A note.", "note", Note("1"))
    held = leaf(source, [note], without=[inner])
    assert " ".join(held.text.split()) == "Please deliver: Unquote. Corder"


@given(st.text(max_size=200), st.data())
def test_any_view_maps_back(text: str, data: st.DataObject) -> None:
    """Every stretch of a view stands for a stretch of its source, in order."""
    source = Source.of(text, "a.txt")
    edge = st.integers(0, len(text))
    pairs = [sorted(p) for p in data.draw(st.lists(st.tuples(edge, edge), max_size=6))]
    findings = [
        Finding(Span(source.id, a, b), "furniture", Furniture("page", "", " "), BY)
        for a, b in pairs
    ]
    held = leaf(source, findings)
    for start, end in held.sentences():
        span = held.span(start, end)
        assert 0 <= span.start <= span.end <= len(text)
