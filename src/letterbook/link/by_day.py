"""Letters named by day: the one of that day, of the kind and between the parties that are named."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from letterbook.link.catalogue import Catalogue
from letterbook.link.entry import Entry
from letterbook.link.kinds import (
    PRIVATE,
    RECORD,
    TALK,
    kind_fits,
    named,
    of_government,
    personal,
    recorded,
    strictly,
    units,
)
from letterbook.link.sent_by import fit_of
from letterbook.link.sides import Side, akin, spoken
from letterbook.link.way import PRONOUNS, abroad, carried, day_of, from_home, meet, way
from letterbook.mark.dates import dates
from letterbook.mark.mention_words import STRONG
from letterbook.model import Mention
from letterbook.text import plain_letters

_WITH = re.compile(r"\b(?:with|between) ")
_LOOSE = re.compile(r"letter|message|memo|communication|note")
_LOOSE_KINDS = ("letter", "memorandum", "message", "note", "paper")
ON_THE_WAY = 8  # days after which a telegram no longer brings a letter
WIDEST = 5  # days: more than that name no day
MONTH = 30  # days from a month's first to its last
SEVERAL = 3  # letters of a month that are offered; of more, the words tell too little
HANDED = 5  # days before the day on which a letter may have been handed over
_SENT = ("letter", "message", "note")


def dated(value: Mention, me: Entry, catalogue: Catalogue) -> list[Entry]:
    """The letters that the day may mean; one where it is decided.

    The day itself goes before the day after (received, or in another zone) and the day before;
    last comes what a telegram of the next days says it carries.
    """
    days = _days(value, me, catalogue)
    if days is None:
        return []
    first, last = days
    if last - first > WIDEST:
        return _in_month(value, days, me, catalogue) if last - first <= MONTH else []
    shifted = (1 if value.whose == "other" else 2) if STRONG.match(value.what) else 3
    for span, least in (
        (range(first, last + 1), 0),
        ((last + 1,), shifted),
        ((first - 1,), shifted),
    ):
        pool = [e for day in span for e in catalogue.on(day) if e.unit != me.unit]
        fits = [(fit, e) for e in pool if (fit := _fit(value, e, me, catalogue, least)) >= 0]
        if fits:
            return _best(value, fits, me)
        if not least and (other := _of_other_kind(value, pool, me, catalogue)):
            return other
        if not least and (other := _of_the_office(value, pool, me)):
            return other
    if adjunct(value):
        titled = _turned(value, me, catalogue) or _titled(value, me, catalogue)
        if titled:
            return titled
    return (
        _sent_on(value, last, me, catalogue)
        or _received(value, first, me, catalogue)
        or _put_there(value, (first, last), me, catalogue)
    )


def _in_month(
    value: Mention, days: tuple[int, int], me: Entry, catalogue: Catalogue
) -> list[Entry]:
    """The only letter of a month that is of the kind and ran as the words say: "my July memo"."""
    pool = [e for day in range(days[0], days[1] + 1) for e in catalogue.on(day)]
    least = 2 if value.whose != "other" or (value.sender and value.recipient) else 1
    found = units([
        e for e in dict.fromkeys(pool)
        if e.unit != me.unit and kind_fits(value, e, me) and strictly(value, e)
        and way(value, e, me, catalogue.lands) >= least
    ])  # fmt: skip
    return found if len(found) <= SEVERAL else []


def adjunct(value: Mention) -> bool:
    """Whether a bare name before the noun tells a side: "the Rome message" may be to Rome."""
    return bool(value.sender) and value.sender.lower() in value.series and not value.recipient


def _turned(value: Mention, me: Entry, catalogue: Catalogue) -> list[Entry]:
    """The letters of the day that were sent to him whose bare name stands before the noun."""
    days = _days(value, me, catalogue)
    there = replace(value, sender="", recipient=value.sender)
    pool = [e for e in catalogue.on(days[0]) if e.unit != me.unit] if days else []
    found = [
        e for e in pool
        if kind_fits(value, e, me) and way(there, e, me, catalogue.lands) >= 1
    ]  # fmt: skip
    held = units(found)
    return held if len(held) == 1 else []


def _titled(value: Mention, me: Entry, catalogue: Catalogue) -> list[Entry]:
    """ "The Ferry Project memo of May 9", whose bare name is nobody's: the only one among us."""
    days = _days(value, me, catalogue)
    pool = catalogue.on(days[0]) if days else ()
    found = units([e for e in pool if e.unit != me.unit and titled(value, e, me)])
    return found if len(found) == 1 else []


def titled(value: Mention, e: Entry, me: Entry) -> bool:
    """Whether a bare name before the noun may be the title of `e`, which ran between us."""
    if not adjunct(value) or spoken(value.sender)[2]:  # "the Vardény telegram" came from there
        return False
    ours = (*me.senders, *me.recipients)
    return strictly(value, e) and meet((*e.senders, *e.recipients), ours)


def _days(value: Mention, me: Entry, catalogue: Catalogue) -> tuple[int, int] | None:
    """The first and the last day that is meant; an undated letter has its year from its place."""
    when = value.when
    if when is not None and when.earliest is None and me.day is None:
        near = next((n for step in (-1, 1) if (n := catalogue.near(me, step)) and n.day), None)
        year = date.fromordinal(near.day).year if near and near.day else None
        hit = next(dates(when.stated, year), None)
        when = hit.when if hit else when
    if when is None or when.earliest is None or when.latest is None:
        return None
    return when.earliest.toordinal(), when.latest.toordinal()


def _best(value: Mention, fits: list[tuple[int, Entry]], me: Entry) -> list[Entry]:
    """Those that fit best, told apart by kind and by the countries they ran between."""
    best = max(fit for fit, _ in fits)
    found = [e for fit, e in fits if fit == best]
    found = [e for e in found if strictly(value, e)] or found
    found = [e for e in found if named(value, e)] or found
    found = _between(value, found)
    if recorded(value):
        unsent = [e for e in found if not e.recipients]
        found = [e for e in found if RECORD.search(e.letter.heading)] or unsent
    found = [e for e in found if abroad(e) & abroad(me)] or found
    if best == 0:
        told = {value.sender.lower(), value.recipient.lower()} - {"", "you", "me", *PRONOUNS}
        memo = plain_letters(value.what).startswith("memo")
        found = [
            e for e in found
            if strictly(value, e)
            and (not told or recorded(value) or (memo and RECORD.search(e.letter.heading))
                 or _dates_it(value, e))
        ]  # fmt: skip
        found = [e for e in found if not told or not e.senders or _dates_it(value, e)]
    elif value.whose == "other" and not value.recipient:
        found = [e for e in found if meet(e.recipients, me.recipients)] or found
        found = [e for e in found if meet(e.recipients, me.senders)] or found
    if any(not _part(e) for e in found):
        found = [e for e in found if not _part(e)]
    return units(found)


def _between(value: Mention, found: list[Entry]) -> list[Entry]:
    """Of the talks of a day, those that name most of whom the words name: "with Mr. Vale"."""
    told = _WITH.split(value.what, maxsplit=1)
    names = spoken(told[1])[0] if len(told) > 1 else frozenset()
    if not names or not TALK.search(plain_letters(value.what)):
        return found
    said = [(e, plain_letters(f"{e.letter.heading} {e.letter.words}")) for e in found]
    counts = [sum(name in words for name in names) for _, words in said]
    return [e for e, n in zip(found, counts, strict=True) if n and n == max(counts)]


def _part(e: Entry) -> bool:
    """Whether it is an annex that says nothing of itself."""
    return e.letter.id != e.letter.source and not (e.letter.senders or e.letter.when)


def _of_other_kind(
    value: Mention, pool: list[Entry], me: Entry, catalogue: Catalogue
) -> list[Entry]:
    """ "Your letter of March 16" that is a memorandum: both sides and the day are told."""
    least = 1 if value.whose != "other" or (value.sender and not value.recipient) else 2
    loose = [
        e for e in pool
        if _LOOSE.match(plain_letters(value.what)) and e.letter.kind in _LOOSE_KINDS
        and way(value, e, me, catalogue.lands) >= least
    ]  # fmt: skip
    return units(loose) if len(units(loose)) == 1 else []


def _of_the_office(value: Mention, pool: list[Entry], me: Entry) -> list[Entry]:
    """ "Your letter of March 16" that another of the same department signed, or answers."""
    if value.whose == "other" or value.recipient not in ("", "me", "you"):
        return []
    mine, yours = me.senders, me.recipients
    writers, readers = (yours, mine) if value.whose == "addressee" else (mine, yours)
    found = [
        e for e in pool
        if strictly(value, e) and e.letter.kind in (*_SENT, "memorandum")
        and (meet(readers, e.recipients) or _for_him(readers, e.recipients))
        and akin(writers, e.senders)
    ]  # fmt: skip
    return units(found) if len(units(found)) == 1 else []


def _for_him(readers: tuple[Side, ...], recipients: tuple[Side, ...]) -> bool:
    """Whether the President's assistant answers what went to the President."""
    staff = any({"president", "assistant"} <= s.office or "white" in s.office for s in readers)
    return staff and any(s.office == {"president"} for s in recipients)


def _sent_on(value: Mention, last: int, me: Entry, catalogue: Catalogue) -> list[Entry]:
    """A letter that a telegram of the days after says it carries, between the sides named."""
    if not plain_letters(value.what).startswith(PRIVATE):
        return []
    until = min(last + ON_THE_WAY, (me.day or last) + 1)  # nobody speaks of what is not yet sent
    pool = [e for day in range(last + 2, until) for e in catalogue.on(day)]
    found = [
        e for e in dict.fromkeys(pool)
        if e.unit != me.unit and _wired(e, catalogue) and way(value, e, me, catalogue.lands) == 2
    ]  # fmt: skip
    held = units(found)
    return held if len(held) == 1 else []


def _received(value: Mention, first: int, me: Entry, catalogue: Catalogue) -> list[Entry]:
    """A letter of the days before, that an envoy handed over on the day named."""
    if not _brought(value):
        return []
    pool = [e for day in range(first - HANDED, first - 1) for e in catalogue.on(day)]
    found = [
        e for e in dict.fromkeys(pool)
        if e.unit != me.unit and e.letter.kind in _SENT and strictly(value, e)
        and way(value, e, me, catalogue.lands) == 2
    ]  # fmt: skip
    held = units(found)
    return held if len(held) == 1 else []


def _put_there(
    value: Mention, days: tuple[int, int], me: Entry, catalogue: Catalogue
) -> list[Entry]:
    """An undated letter that its edition puts about the day: of the kind, between the sides."""
    pool = [e for day in range(days[0], days[1] + 1) for e in catalogue.undated(day)]
    least = 1 if value.whose == "other" else 2
    found = [
        e for e in dict.fromkeys(pool)
        if e.unit != me.unit and kind_fits(value, e, me)
        and (fit := way(value, e, me, catalogue.lands)) >= 0
        and (fit == 2 or (strictly(value, e) and (fit >= least or _same_two(value, e, me))))
    ]  # fmt: skip
    held = units(found)
    return held if len(held) == 1 else []


def _same_two(value: Mention, e: Entry, me: Entry) -> bool:
    """Whether a note's "its aide-mémoire" ran between the two governments that it runs between."""
    untold = not value.recipient and value.sender.lower() in ("", *PRONOUNS)
    both = meet(e.senders, me.senders) and meet(e.recipients, me.recipients)
    return untold and value.whose == "other" and both


def _brought(value: Mention) -> bool:
    """Whether an envoy may have brought it: a message, or "your letter which Vale gave me"."""
    handed = bool(value.sender) and value.whose == "addressee"
    return handed or plain_letters(value.what).startswith(("message", "communication"))


def days_meant(value: Mention, named: date) -> list[date]:
    """The days of which the letter may be: a message may have been handed over on the day named.

    (The days beside them are looked at for every letter.)
    """
    handed = range(2, HANDED + 1) if _brought(value) else ()
    return [named, *(named - timedelta(back) for back in handed)]


def _fit(value: Mention, e: Entry, me: Entry, catalogue: Catalogue, least: int) -> int:
    """How far `e` fits (0 to 2), -1 if it does not; `least` is asked of a day that is off by one.

    What a telegram carries bears its writer's day, so the telegram's may be off.
    """
    if not kind_fits(value, e, me) or (of_government(value) and personal(e)):
        return -1
    fit = fit_of(value, e, me, catalogue)
    fit = 1 if fit < 1 and _handed_there(value, e) else fit
    if least and e.letter.kind == "telegram" and not (carried(e) or strictly(value, e)):
        return -1
    return fit if fit >= (min(1, least) if carried(e) else least) else -1


def _handed_there(value: Mention, e: Entry) -> bool:
    """ "The Tolmarian memorandum", whose text the post in Tolmary sends: a minister handed it."""
    where = spoken(value.sender)[2] if of_government(value) else ""
    there = bool(where) and where in abroad(e) and not from_home(e)
    return there and any(strictly(value, told) for told in e.told)


def _dates_it(value: Mention, e: Entry) -> bool:
    """Whether a telegram says that it brings a note of just that day, which is not its own."""
    days = {told.day for told in e.told if strictly(value, told)} - {e.day}
    soon = e.day is not None and 0 < e.day - (day_of(value) or 0) <= HANDED
    return soon and value.what.lower().startswith(("aide", "note")) and day_of(value) in days


def _wired(e: Entry, catalogue: Catalogue) -> bool:
    """Whether it is a telegram that carries a letter, or what one carries without a day."""
    outer = catalogue.entries.get(e.letter.inside)
    if outer is None:
        return bool(e.told)
    return e.letter.when is None and outer.letter.kind in ("telegram", "airgram")


def parties(e: Entry) -> str:
    """ "from Roosevelt to Kalinin"."""
    sides = (e.letter.senders, e.letter.recipients)
    one, other = ("; ".join(n.name or n.office for n in side) or "?" for side in sides)
    return f"from {one} to {other}"


def reason(value: Mention, e: Entry) -> str:
    """Why the day means this letter, in words."""
    if e.day is None:
        return parties(e)
    day = date.fromordinal(e.day)
    named = value.when.earliest if value.when else None
    off = f" (the text says {value.when.stated})" if value.when and named != day else ""
    return f"of {day:%B} {day.day}, {day.year}{off}, {parties(e)}: the only one that fits"
