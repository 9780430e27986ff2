"""Resolve: which letter a mention means.

In: the mentions of one letter, the letter, and a catalogue. Out: for each a link with exactly one
letter and the reason, or the candidates and what would decide, or none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from letterbook.link import by_day, by_number, by_turn
from letterbook.link.catalogue import Catalogue
from letterbook.link.entry import Entry
from letterbook.link.replies import settle
from letterbook.link.way import PRONOUNS
from letterbook.model import Finding, Letter, Link, Mention

SHOWN = 8  # candidates that a link lists
_REFERENCE = re.compile(r"ref(?:erence|erred|s)?\b|reftel", re.I)
_AGAIN = re.compile(r"\b(?:last|latest|recent|previous|earlier|first|second|other|another|next)\b")


def resolve(mention: Finding, letter: Letter, catalogue: Catalogue) -> Link:
    """The link from the letter that a mention stands in to the letter it means."""
    return resolve_all((mention,), letter, catalogue)[0]


def resolve_all(
    mentions: Sequence[Finding], letter: Letter, catalogue: Catalogue
) -> tuple[Link, ...]:
    """The links of a letter's mentions, in order; a bare "your message" may point back."""
    me = catalogue.entries.get(letter.id)
    links: list[Link] = []
    before: list[tuple[Mention, Link]] = []
    for finding in mentions:
        value = finding.value
        assert isinstance(value, Mention)
        if me is None:
            link = Link(value.does)
        else:
            link = _again(value, before) or _one(value, me, catalogue)
            link = settle(value, link, me, catalogue)
        before.append((value, link))
        links.append(link)
    return tuple(link if link.to else _below(at, link, before) for at, link in enumerate(links))


def _one(value: Mention, me: Entry, catalogue: Catalogue) -> Link:
    if value.form == "numbered":
        placed = by_turn.about(me, catalogue)
        found, why = by_number.numbered(value, placed, catalogue), by_number.reason
        what = f"several letters bear the number {value.number}; its day would decide"
    elif value.form == "dated":
        found, why = by_day.dated(value, me, catalogue), by_day.reason
        what = "several letters of that day fit; their parties would decide"
    else:
        found, why = by_turn.turned(value, me, catalogue), by_turn.reason
        what = "several letters fit; a day or a number would decide"
    if len(found) == 1:
        return Link(value.does, found[0].id, (), why(value, found[0]))
    if found:
        return Link(value.does, "", tuple(e.id for e in found[:SHOWN]), what)
    return Link(value.does)


def _again(value: Mention, before: Sequence[tuple[Mention, Link]]) -> Link | None:
    """A bare "your message", "reference telegram" after one that was named more fully."""
    if value.form != "undated" or _AGAIN.search(value.series):
        return None
    if _REFERENCE.match(value.what) or _REFERENCE.search(value.series):
        named = [(v, k) for v, k in before if v.form == "numbered"]
        return named[0][1] if len({v.number for v, _ in named}) == 1 else Link(value.does)
    if value.whose == "other" and not value.sender:
        return None
    for earlier, link in reversed(before):
        if _alike(earlier, value):
            if link.to:
                return Link(value.does, link.to, (), f"named more fully before: {link.reason}")
            if earlier.form != "undated":
                return Link(value.does)
    return None


def _below(at: int, link: Link, said: Sequence[tuple[Mention, Link]]) -> Link:
    """ "My July memorandum", which the letter further down calls "my memorandum of July 20"."""
    value = said[at][0]
    if value.form == "dated" and value.whose == "other" and not (value.sender or value.recipient):
        return _elsewhere(value, link, said)
    told = value.whose != "other" or (value.sender and value.sender.lower() not in PRONOUNS)
    if value.form == "numbered" or not told:  # "his letter" here and below may be two men's
        return link
    if _AGAIN.search(value.series) or _REFERENCE.search(value.series):
        return link
    fuller = {
        later.to: later for told, later in said[at + 1 :]
        if later.to and told.form == "dated" and _alike(told, value) and _within(told, value)
        and (not link.candidates or later.to in link.candidates)
    }  # fmt: skip
    if len(fuller) != 1:
        return link
    (later,) = fuller.values()
    return Link(link.kind, later.to, (), f"named more fully below: {later.reason}")


def _elsewhere(value: Mention, link: Link, said: Sequence[tuple[Mention, Link]]) -> Link:
    """ "A letter dated May 3", which the letter also calls "your letter of May 3"."""
    same = {
        other.to: other for told, other in said
        if other.to and told.when == value.when and told.what.lower()[:6] == value.what.lower()[:6]
        and (not link.candidates or other.to in link.candidates)
    }  # fmt: skip
    if len(same) != 1 or value.when is None or value.when.earliest != value.when.latest:
        return link
    (other,) = same.values()
    return Link(link.kind, other.to, (), f"named more fully elsewhere: {other.reason}")


def _within(told: Mention, value: Mention) -> bool:
    """Whether the day told below may be the one of a month told here; any may, if none is."""
    here, below = value.when, told.when
    if here is None or here.earliest is None or below is None or below.earliest is None:
        return value.form == "undated"
    return bool(here.latest and here.earliest <= below.earliest <= here.latest)


def _alike(earlier: Mention, value: Mention) -> bool:
    same_side = earlier.whose == value.whose and (earlier.sender == value.sender)
    if value.recipient not in ("", "you", "me", earlier.recipient):
        return False
    return same_side and earlier.what.lower()[:6] == value.what.lower()[:6]
