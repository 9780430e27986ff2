"""Which letters a newcomer concerns, of those whose words may mean it.

A record of many letters has hundreds of each month that say "your letter". Those to be linked anew
are the few that the newcomer could answer to: sent by the side they name, of the days before, or
beside them in their edition. Whoever is left out here would be linked as before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from letterbook.link.by_day import HANDED, MONTH, ON_THE_WAY, adjunct, titled
from letterbook.link.by_office import of_the_house
from letterbook.link.by_turn import SEASON
from letterbook.link.catalogue import Catalogue
from letterbook.link.entry import Entry, days_told
from letterbook.link.kinds import kind_fits
from letterbook.link.sent_by import fit_of
from letterbook.link.sides import akin
from letterbook.link.telegrams import number_keys
from letterbook.link.way import way
from letterbook.model import Mention
from letterbook.record import Record

BESIDE = 12  # places in an edition within which a letter is found by where it stands


def concerned(
    record: Record, newcomers: Sequence[str], others: Sequence[str], catalogue: Catalogue
) -> list[str]:
    """Those of the other letters whose words may mean a newcomer, in their order.

    `catalogue`: the newcomers and the others. Of who sits where it knows what these tell, which
    leaves more of them to be asked than the letters around would.
    """
    held = [catalogue.entries[id] for id in newcomers if id in catalogue.entries]
    beside = record.beside(newcomers, BESIDE)
    return [
        id for id in others
        if (me := catalogue.entries.get(id)) is None
        or (id in beside and any(e.edition == me.edition for e in held))
        or _concerned(record, me, held, catalogue)
    ]  # fmt: skip


def _concerned(record: Record, me: Entry, newcomers: Sequence[Entry], catalogue: Catalogue) -> bool:
    # what a telegram brings, and what brings it, are newcomers by themselves
    return any(
        may_mean(f.value, e, me, catalogue)
        for f in record.found(me.id, ("mention",)) if isinstance(f.value, Mention)
        for e in newcomers
    )  # fmt: skip


def may_mean(value: Mention, e: Entry, me: Entry, catalogue: Catalogue) -> bool:
    """Whether a mention in `me` could name the letter `e`: asked freely, so that none is missed."""
    if value.form == "numbered":
        return _bears(value, e)
    if value.form == "undated" or value.when is None or value.when.earliest is None:
        recent = e.day is None or me.day is None or 0 <= me.day - e.day <= SEASON
        return recent and fit_of(of_the_house(value, me), e, me, catalogue) >= 1
    first, last = value.when.earliest, value.when.latest or value.when.earliest
    if (last - first).days > MONTH:
        return False
    days = {*days_told(e), *([] if e.day is None else [e.day])}
    off = min((_off(day, first.toordinal(), last.toordinal()) for day in days), default=0)
    if off > max(HANDED, ON_THE_WAY):
        return False
    fit = max(way(value, e, me, catalogue.lands), fit_of(value, e, me, catalogue))
    if off:  # another day than that named is looked at only where the sides tell
        return fit >= (1 if off == 1 else 2)
    return fit >= 1 or (fit == 0 and kind_fits(value, e, me)) or _otherwise(value, e, me, catalogue)


def _off(day: int, first: int, last: int) -> int:
    return max(first - day, day - last, 0)


def _otherwise(value: Mention, e: Entry, me: Entry, catalogue: Catalogue) -> bool:
    """ "The Rome message" that went to Rome; a letter that another of his department signed."""
    if titled(value, e, me):
        return True
    if adjunct(value):
        there = replace(value, sender="", recipient=value.sender)
        if way(there, e, me, catalogue.lands) >= 1:
            return True
    return value.whose != "other" and (
        akin(me.recipients, e.senders) or akin(me.senders, e.senders)
    )


def _bears(value: Mention, e: Entry) -> bool:
    copies = (copy.rpartition(" ")[2] for copy in value.copies)
    told = {value.number, *copies, *number_keys(value.number)} - {""}
    borne = {number for _, number in e.numbers} | {e.letter.telegram, e.number}
    return bool(told & (borne | {key for number in borne for key in number_keys(number)}))
