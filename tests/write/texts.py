"""A short history of our own, taken apart, for the tests of choosing and cutting."""

from __future__ import annotations

from letterbook.model import Finding, Section, Source, Span
from letterbook.model.source import By
from letterbook.record import Shown, Written
from letterbook.write.passages import Text, take_apart

HISTORY = """The Ferry Treaty
Introduction
On May 3, 1871, Marlund and Tolmary signed the Ferry Treaty at Vardény after nine years of quarrel. The ferry had been stopped in 1862, because the Grand Duke believed that Tolmary would fortify the landing at Zaral. His reasons were never made public.
The Talks
Moreover, the talks were slow. Boris Lenk, the Grand Duke's banker in Port Selm, carried three letters across the Gulf in the winter of 1870. The letters asked that the landing be opened to ships of either flag. Tolmary pledged that no gun would stand at Zaral, and Marlund promised in return to pay for the lamp (a sum of forty crowns a year which the Treasury had refused for a decade of sessions).
What Followed
The ferry ran until 1914, carrying timber and letters to the islands. The lamp was never paid for. In June 1914 the landing was closed.
"""  # noqa: E501


def history(
    text: str = HISTORY, headings: tuple[str, ...] = ("Introduction", "The Talks", "What Followed")
) -> Text:
    """A history taken apart, its headings marked."""
    source = Source.of(text, "ferry.txt")
    findings = []
    for title in headings:
        at = text.find(f"{title}\n")
        if at >= 0:
            span = Span(source.id, at, at + len(title))
            findings.append(Finding(span, "section", Section(title, 2), By("rule", "test")))
    written = Written(
        source.id, "ferry.txt", "", "plain", "utf-8", "history", "The Ferry Treaty", 0
    )
    return take_apart(Shown(source, written, None, text, (), tuple(findings), text))
