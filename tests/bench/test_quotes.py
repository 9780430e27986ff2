"""The quotation course: a verdict as the scorer reads it."""

from __future__ import annotations

from bench.quotes import row
from letterbook.model import Span, Verdict

HERE = Span("", 0, 9)


def test_a_marked_cut_covers_all_its_pieces():
    """From the first piece to the last, under the document's own name."""
    pins = (Span("k7m2q9xd", 10, 20), Span("k7m2q9xd", 40, 60))
    said = Verdict(HERE, "quotation", "marked ellipsis", "", pins)
    assert row("q1", said, {"k7m2q9xd": "v/d1"}) == {
        "qid": "q1", "verdict": "marked_ellipsis", "source": "v/d1", "start": 10, "end": 60,
    }  # fmt: skip


def test_a_splice_is_placed_by_its_first_half():
    """Even where the second half stands in the same document."""
    pins = (Span("k7m2q9xd", 40, 60), Span("k7m2q9xd", 10, 20))
    said = row("q1", Verdict(HERE, "quotation", "spliced", "", pins), {"k7m2q9xd": "v/d1"})
    assert (said["start"], said["end"]) == (40, 60)


def test_what_is_invented_has_no_place():
    """No document, no offsets."""
    said = row("q1", Verdict(HERE, "quotation", "invented", ""), {})
    assert (said["verdict"], said["source"], said["start"]) == ("invented", None, None)
