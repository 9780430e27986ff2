"""What a history tells: who promised, asked, refused, and what became of it."""

from __future__ import annotations

import pytest

from letterbook.link.narrated import narrated
from letterbook.model import By, Finding, Section, Source, Span

BETWEEN = ("Orvane", "Tolmary")


def side(words: str) -> str:
    """What the letters of this history would have told."""
    return {"Morvény": "Tolmary", "Tolmary": "Tolmary", "Orvane": "Orvane"}.get(words, "")


def told(text: str, *headings: str) -> list[tuple[str, str, str]]:
    """(side, other side, act) of each act in a history with these headings."""
    source = Source.of(text, "history.txt")
    found = [
        Finding(Span(source.id, at, at + len(h)), "section", Section(h, 2), By("rule", "document"))
        for h in headings if (at := text.index(h)) >= 0
    ]  # fmt: skip
    acts = narrated(source, found, side, BETWEEN)
    assert all(text[a.span.start : a.span.end].split() == a.words.split() for a in acts)
    return [(a.side, a.other, a.act.label) for a in acts]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        # the name before the verb acts
        ("On November 26 Morvény promised that the crews would be freed.",
         [("Tolmary", "Orvane", "pledge")]),
        ("Orvane proposed a joint measurement, and Tolmary accepted it.",
         [("Orvane", "Tolmary", "proposal"), ("Tolmary", "Orvane", "accept")]),
        ("Tolmary refused to return the boats.", [("Tolmary", "Orvane", "refuse")]),
        # who secures a guarantee does not give it
        ("Corder also managed to secure guarantees that Tolmary would free the boy.",
         [("Tolmary", "Orvane", "pledge")]),
        # the fate of a promise
        ("An agreement on the loan failed to materialize.", [("", "", "report")]),
        ("The promise about the gates was broken for twenty-two days.", [("", "", "report")]),
        # somebody of neither side acts on his own account
        ("In May the Bank of Marlund offered its vaults.", [("Bank of Marlund", "", "proposal")]),
        # news is no act
        ("The river rose in April, and the plums were late.", []),
    ],
)  # fmt: skip
def test_acts_of_a_history(text: str, acts: list[tuple[str, str, str]]) -> None:
    """A history's verbs are read in its own words."""
    assert told(text) == acts


def test_a_heading_is_no_part_of_a_sentence() -> None:
    """ "The Gates" over a paragraph does not act."""
    text = "The Gates\nMorvény promised to keep them raised."
    assert told(text, "The Gates") == [("Tolmary", "Orvane", "pledge")]
