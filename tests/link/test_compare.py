"""Two printings word by word: what each leaves out, what an elision hides, how they are laid."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterbook.link.align import _once, align
from letterbook.link.compare import compare
from letterbook.link.comparison import turned
from letterbook.link.printing import Printing
from letterbook.link.rows import rows
from letterbook.mark import mark
from letterbook.model import (
    By,
    Finding,
    Furniture,
    Gap,
    Marker,
    Note,
    Source,
    Span,
    Value,
    letter_id,
)
from tests.link.test_shingles import prose

FULL = """\
81. Letter From Regent Vell to Envoy Mar

Vellmar, December 11, 1862.

Dear Mr. Envoy: It seems that you and we have come to the last stage of the quarrel over the
harbour. The ships that lay before it are withdrawn, and your pilots have seen them go.

We value it that you looked for a way out as we did, without holding to the letter of the old
treaty. The merchants of both shores will thank you for it, and those who wished for war have
nothing to show for their labour but the cost of the powder.

The question of the tariff is a small one and I shall write to you about it in a letter of its
own. The bridge is harder. [sic] It was begun by my father, and nobody on this shore would
understand it if the work stood still for another winter.

Convey to your wife and your family wishes of good health from me and from all of mine.

Ana Vell
"""
EXTRACT = """\
162. Letter From Regent Vell to Envoy Mar 0

Dear Mr. Envoy:

[Here follows 1 page in which Vell discusses the harbour.]

The question of the tariff is a small one and I shall write to you about it in a letter of its
own.1 The bridge is

[Page 466]

harder. It was begun by my father, and nobody on this shore would understand it if the work
stood still for another winter.

Convey to your wife and your whole family wishes of good health from me and from all of mine.

Ana Vell

  0. Source: Vellmar Archives, Regency, box 3. The full text is printed in volume VI.

  1. Not found.
"""


def printed(text: str) -> Printing:
    """The first letter of a plain text as it is marked."""
    source = Source.of(text, "letter.txt")
    return Printing.of(text, mark(source), letter_id(source.id, 1))


@pytest.fixture
def both() -> tuple[Printing, Printing]:
    """The extract on the left, the full letter on the right."""
    return printed(EXTRACT), printed(FULL)


def shown(printing: Printing, at: tuple[int, int] | None) -> str:
    """The words at a place of a printing."""
    assert at is not None
    return " ".join(printing.text[slice(*at)].split())


def test_the_elision_is_filled(both):
    """What the bracket hides is what stands at its place in the full letter."""
    found = compare(*both)
    assert found is not None
    assert (found.relation, found.fuller) == ("excerpt", "right")
    (elision,) = found.left.elisions
    assert shown(both[0], elision.at).startswith("[Here follows 1 page")
    fill = shown(both[1], elision.fill)
    assert fill.startswith("It seems that you") and fill.endswith("the cost of the powder")
    assert elision.sure == 2
    assert found.left.omitted == (elision.fill,) and found.left.silent == ()


def test_small_differences_are_told_and_nothing_else(both):
    """The dateline and "whole"; not the page mark, the note mark, the notes, the heading."""
    found = compare(*both)
    assert found is not None
    told = [(shown(both[0], s.left), shown(both[1], s.right)) for s in found.differences]
    assert told == [("", "Vellmar, December 11, 1862"), ("", "sic"), ("whole", "")]


def test_a_silent_cut_is_called_so(both):
    """The same extract without its bracket."""
    start, end = EXTRACT.index("[Here"), EXTRACT.index("The question of")
    cut = printed(EXTRACT[:start] + EXTRACT[end:])
    found = compare(cut, both[1])
    assert found is not None and found.left.elisions == ()
    (silent,) = found.left.silent
    assert shown(both[1], silent).startswith("It seems that you")


def test_a_row_of_dots_is_a_mark_of_elision(both):
    """As a bracket is."""
    start, end = EXTRACT.index("[Here"), EXTRACT.index("The question of")
    found = compare(printed(EXTRACT[:start] + ". . . " + EXTRACT[end:]), both[1])
    assert found is not None and found.left.silent == ()
    assert [shown(both[1], e.fill)[:7] for e in found.left.elisions] == ["It seem"]


def test_the_gap_opens_at_the_elision_when_words_allow_two_places():
    """ "The" ends what both have or begins what is left out: the bracket stands before it."""
    hidden = "The rain fell on the harbour for a week and the pilots stayed at home" * 2
    left = (
        "He came on Friday with the packet for you. [2 lines omitted] The council met at noon and"
    )
    left += " agreed to send the ships back before the winter set in upon the coast."
    full = left.replace("[2 lines omitted]", f"{hidden}.")
    found = compare(printed(left), printed(full))
    assert found is not None
    (elision,) = found.left.elisions
    assert shown(printed(full), elision.fill) == hidden


def test_words_reworded_beside_an_elision_are_not_hidden_by_it():
    """ "enforce" and "enforced" belong together, the captain to the bracket."""
    body = "The guard was on alert and the orders for the night were already"
    after = "The envoy asked for a boat to be held ready at the stairs below the customs house."
    found = compare(
        printed(f"{body} enforce. [2 lines not declassified] {after}"),
        printed(f"{body} enforced. Of the captain he would say nothing that night. {after}"),
    )
    assert found is not None
    (elision,) = found.left.elisions
    assert elision.fill is not None and elision.fill[0] > len(body) + len(" enforced")
    assert [s.kind for s in found.stretches] == ["same", "differs", "only right", "same"]


def test_several_elisions_each_have_their_own():
    """Every second paragraph left out."""
    parts = [" ".join(f"{word}{n}" for n in range(40)) for word in "abcdef"]
    full = "\n\n".join(parts)
    cut = "\n\n".join(
        f"[Here follows discussion of matter {n}.]" if n % 2 else part
        for n, part in enumerate(parts)
    )
    found = compare(printed(cut), printed(full))
    assert found is not None
    fills = [shown(printed(full), e.fill) for e in found.left.elisions]
    assert fills == [parts[1], parts[3], parts[5]]
    assert [e.sure for e in found.left.elisions] == [2, 2, 2]


def test_a_passage_printed_twice_does_not_lead_astray():
    """The words of the article come back in autumn."""
    again = "the commission shall meet on the first Monday of each month at the customs house"
    one = f"In spring {again}. Nothing was said of the bridge by anybody. In autumn {again}."
    other = one.replace("of the bridge", "of the old bridge")
    found = compare(printed(one), printed(other))
    assert found is not None and found.relation == "same"
    assert [shown(printed(other), s.right) for s in found.differences] == ["old"]


def test_what_two_texts_have_by_chance_is_nothing():
    """Too short, or no words in common."""
    assert compare(printed("Too short to compare."), printed(FULL)) is None
    assert compare(printed("xx yy zz " * 20), printed(FULL)) is None


def test_turning_changes_sides(both):
    """And turning again gives the first back."""
    found = compare(*both)
    assert found is not None
    other = turned(found)
    assert (other.fuller, other.right) == ("left", found.left)
    assert [s.kind for s in other.stretches if s.kind.startswith("only")] == [
        {"only left": "only right", "only right": "only left"}[s.kind]
        for s in found.stretches
        if s.kind.startswith("only")
    ]
    assert turned(other) == found


def test_rows_put_the_bracket_beside_what_it_hides(both):
    """One row, the bracket left, the words right."""
    found = compare(*both)
    assert found is not None
    (row,) = [r for r in rows(both[0], both[1], found) if r.kind == "elision filled"]
    assert row.left.strip() == "[Here follows 1 page in which Vell discusses the harbour.]"
    assert row.right.strip().startswith("It seems that you")
    assert row.right.strip().endswith("the cost of the powder.")


# --- laws ---------------------------------------------------------------------------------------

WORD = st.sampled_from("the of a ship harbour and to regent, bridge. Envoy 12 “no” é".split())
TEXT = st.lists(WORD, min_size=0, max_size=60).map(" ".join)


@given(st.lists(st.sampled_from("abc"), max_size=40), st.lists(st.sampled_from("abc"), max_size=40))
def test_runs_are_the_same_words_in_order(left: list[str], right: list[str]) -> None:
    """Each run is the same words in both, after the run before; a text runs with itself."""
    i = j = 0
    for run in align(left, right):
        assert run.size > 0 and run.left >= i and run.right >= j
        assert left[run.left : run.left + run.size] == right[run.right : run.right + run.size]
        i, j = run.left + run.size, run.right + run.size
    assert align(left, left) == ([(0, 0, len(left))] if left else [])


@given(
    st.lists(st.sampled_from("abc"), max_size=40),
    st.lists(st.sampled_from("abc"), max_size=40),
    st.integers(1, 4),
)
def test_anchors_of_a_long_text(left: list[str], right: list[str], size: int) -> None:
    """Which runs stand once in a text is the same, asked of all or of those of another alone."""
    ours, theirs = (_once(words, 0, len(words), size) for words in (left, right))
    few = {run: at for run, at in theirs.items() if run in ours}
    assert _once(right, 0, len(right), size, ours) == few
    assert list(few.values()) == sorted(few.values())


def marked(text: str, cuts: list[int]) -> Printing:
    """A text with a page mark, a note mark and an elision wherever the cuts say."""
    by = By("rule", "test")
    found: list[Finding] = []
    values: tuple[Value, ...] = (
        Furniture("page", "3", " "),
        Marker("1"),
        Gap("elision"),
        Note("1"),
    )
    for value, at in zip(values, cuts, strict=False):
        span = Span("s", min(at, len(text)), min(at + 5, len(text)))
        kind = type(value).__name__.lower()
        found.append(Finding(span, kind, value, by))
    return Printing.of(text, found)


@given(TEXT, TEXT, TEXT, st.lists(st.integers(0, 200), max_size=4))
def test_rows_lose_nothing(head: str, ours: str, theirs: str, cuts: list[int]) -> None:
    """The rows of a side, one after another, are its text as it is read."""
    left, right = marked(f"{head} {ours}", cuts), marked(f"{theirs} {head}", cuts[::-1])
    found = compare(left, right)
    if found is None:
        return
    laid = rows(left, right, found)
    assert [r.left_at[0] for r in laid[1:]] == [r.left_at[1] for r in laid[:-1]]
    assert [r.right_at[0] for r in laid[1:]] == [r.right_at[1] for r in laid[:-1]]
    for side, at in ((left, "left_at"), (right, "right_at")):
        ends = getattr(laid[0], at)[0], getattr(laid[-1], at)[1]
        assert ends == (side.start, side.end)


@given(st.integers(0, 9999), st.integers(2, 6), st.integers(0, 5))
def test_what_a_bracket_replaces_is_what_fills_it(seed: int, size: int, which: int) -> None:
    """Any paragraph of any letter."""
    words = prose(seed, 60 * size).split()
    parts = [" ".join(words[at : at + 60]) for at in range(0, len(words), 60)]
    which = which % size
    full = "\n\n".join(parts)
    cut = "\n\n".join([*parts[:which], "[Here follows a discussion.]", *parts[which + 1 :]])
    found = compare(printed(cut), printed(full))
    assert found is not None
    (elision,) = found.left.elisions
    assert shown(printed(full), elision.fill) == parts[which]
