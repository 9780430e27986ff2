"""Replies: which letters a letter answers.

A mention is an answer where its words or its place say so ("In reply to your …", a telegram that
opens "Your 1164.") and where it means a letter of the other side: nobody answers himself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from letterbook.link.catalogue import Catalogue
from letterbook.link.entry import Entry
from letterbook.link.way import abroad, carried, from_home, meet, posts
from letterbook.model import Finding, Letter, Link, Mention


def answers(
    letter: Letter, told: Iterable[tuple[Finding, Link]], catalogue: Catalogue
) -> list[Link]:
    """The letters that `letter` answers, each once, in the order it names them.

    In: its mentions, each with its link. Out: links of kind "answers"; one that is open keeps its
    candidates, so that a reader sees that an answer was given to a letter not settled.
    """
    me = catalogue.entries.get(letter.id)
    found: dict[str, Link] = {}
    apart: set[str] = set()
    for finding, link in told:
        value = finding.value
        if not isinstance(value, Mention) or value.does != "answers":
            continue
        if link.to:
            e = catalogue.entries.get(link.to)
            if me is not None and e is not None and from_other_side(e, me):
                found.setdefault(link.to, replace(link, kind="answers"))
        elif value.whose == "addressee":
            reason = link.reason or "answers a letter that this record does not hold"
            open_link = Link("answers", "", link.candidates, reason)
            key = f"open {value.number} {value.when} {value.what}"
            found.setdefault(key, open_link)
            if value.form != "undated":
                apart.add(key)
    settled = [link for link in found.values() if link.to]
    # an open "your letter" beside a settled one is most likely the same; one of a day is another
    return [link for key, link in found.items() if link.to or not settled or key in apart]


def from_other_side(e: Entry, me: Entry) -> bool:
    """Whether `e` was sent by an addressee of `me`, not by its own writer, and not after it."""
    if e.day is not None and me.day is not None and e.day > me.day + 1:
        return False
    if meet(e.senders, me.senders) and not meet(e.senders, me.recipients):
        return False
    if meet(e.senders, me.recipients):
        return True
    if (carried(me) or carried(e)) and abroad(e) & abroad(me):
        return True
    # a telegram from the capital to my post, whoever of the capital signed it
    return from_home(e) != from_home(me) and bool(posts(e) & posts(me))


def settle(value: Mention, link: Link, me: Entry, catalogue: Catalogue) -> Link:
    """The link as it stands once the letter is known: an own letter is spoken of, not answered."""
    if link.kind != "answers" or not link.to:
        return link
    e: Entry | None = catalogue.entries.get(link.to)
    if e is not None and from_other_side(e, me):
        return link
    return replace(link, kind="refers to")
