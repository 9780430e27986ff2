"""A brief: what a history, an exchange, or what a search finds says, in one page or three.

Sources, main themes, the most important facts or letters, key quotations, how it ended, what is
open. Every sentence is the source's own, whole or cut at marked places; what is ours is the order,
and the headers of letters, pinned to the words they rest on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from letterbook.model import LetterbookError
from letterbook.record import Record
from letterbook.write.brief_heap import FEW
from letterbook.write.brief_history import history_parts, title_line
from letterbook.write.brief_letters import letters_parts, source_line
from letterbook.write.cite import Library
from letterbook.write.opened import Opened, opened
from letterbook.write.page import Page, Part, compose, heading, paragraph
from letterbook.write.quoting import briefly, day, short
from letterbook.write.regest import cited_as
from letterbook.write.size import size
from letterbook.write.wanted import Wanted, chosen

ROOM = {1: 450, 2: 900, 3: 1400}
"""Words that a brief of so many pages may have."""
NOTE = (
    "Every sentence is the source's own; … marks each place where words are left out. Sentences "
    "were chosen by rule: central words, days, names, requests and promises."
)
MOST = 400
"""Letters of which a brief can be made."""
_SHORTEST = 160  # words for one of several histories


def brief(record: Record, wanted: Wanted) -> Page:
    """The brief of what is wanted; a letter stands for its exchange.

    Raises LetterbookError where nothing is wanted that can be read as sentences.
    """
    if wanted.pages not in ROOM:
        raise LetterbookError(f"a brief has 1 to 3 pages, not {wanted.pages}")
    about = chosen(record, replace(wanted, exchange=True))
    if len(about.letters) > MOST:
        raise LetterbookError(
            f"{len(about.letters):,} letters are too many for a brief; name a letter (its exchange"
            " is taken), or narrow them with --find, --between, --since and --until"
        )
    histories, letters = opened(record, about)
    histories = [one for one in histories if one.text.passages]
    if not histories and not any(one.text.passages for one in letters):
        raise LetterbookError("there are no sentences to choose from in what is wanted")
    parts = list(_sources(histories, letters))
    room = wanted_room = ROOM[wanted.pages] - size(parts)
    while size(body := list(_body(record, histories, letters, room, wanted.find))) > wanted_room:
        room -= max(size(body) - wanted_room, 5)  # labels take room, too
        if room < _SHORTEST // 2:
            break
    parts += body
    by_id = {one.shown.source.id: one.shown.source.text for one in (*histories, *letters)}
    library = Library(record)
    cited = [cited_as(library, one.shown) for one in (*histories, *letters)]
    title = f"Brief: {titled(histories, letters, wanted.find)}"
    return compose(title, "brief", parts, cited, by_id.__getitem__, NOTE)


def titled(histories: Sequence[Opened], letters: Sequence[Opened], asked: str = "") -> str:
    """What a page is about: the words of the search, the history, or the letters and their days."""
    if asked:
        return f"what is said of “{asked}”"
    titles = [one.text.title or one.shown.source.path for one in histories]
    if not letters:
        return "; ".join(titles[:3]) + (" and others" if len(titles) > 3 else "")
    told = [one.shown.letter for one in letters if one.shown.letter]
    sides = list(dict.fromkeys(short(x.senders) for x in told if x.senders))
    days = list(dict.fromkeys(day(x) for x in told if x.when and x.when.edtf))
    period = " to ".join(dict.fromkeys((days[0], days[-1]))) if days else "undated"
    if len(told) == 1:
        return "; ".join([*titles[:2], briefly(told[0])])
    who = " and ".join(sides) if 0 < len(sides) < 3 else f"{len(told)} letters"
    return "; ".join([*titles[:2], f"{who}, {period}"])


def _sources(histories: Sequence[Opened], letters: Sequence[Opened]) -> Iterator[Part]:
    yield heading("Sources" if len(histories) + bool(letters) > 1 else "Source")
    for one in histories:
        yield paragraph(title_line(one), manner="item")
    if letters:
        yield paragraph(source_line(letters), manner="item")


def _body(
    record: Record, histories: Sequence[Opened], letters: Sequence[Opened], room: int, asked: str
) -> Iterator[Part]:
    """Histories first, then letters; each in its share of the room, by its length."""
    whole = sum(one.text.size for one in (*histories, *letters)) or 1
    told = room * sum(one.text.size for one in histories) // whole
    # one chapter may be longer than fifty telegrams, and yet a brief of the heap is wanted
    told = min(told, room * 2 // 5) if len(letters) > FEW else told
    for one in histories:
        only = len(histories) == 1
        share = (room if not letters else told) if only else room * one.text.size // whole
        if share >= _SHORTEST or one is histories[0]:
            yield from history_parts(one, max(share, _SHORTEST), asked)
    if letters:
        absent = record.absent(sorted(one.text.id for one in letters))
        yield from letters_parts(letters, absent, room - told, asked)
