"""Replies: which letters a letter answers.

A mention is an answer where its words or its place say so ("In reply to your …", a telegram that
opens "Your 1164.") and where it means a letter of the other side: nobody answers himself.
"""

from __future__ import annotations

from dataclasses import replace

from letterbook.link.catalogue import Catalogue
from letterbook.link.entry import Entry
from letterbook.link.way import abroad, carried, from_home, meet, posts
from letterbook.model import Link, Mention


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
