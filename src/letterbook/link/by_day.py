"""Letters named by day: the one of that day, of the kind and between the parties that are named."""

from __future__ import annotations

import re
from datetime import date, timedelta

from letterbook.link.catalogue import Catalogue
from letterbook.link.entry import Entry
from letterbook.link.sides import akin, spoken
from letterbook.link.way import PRONOUNS, abroad, carried, meet, way
from letterbook.mark.dates import dates
from letterbook.mark.mention_words import STRONG
from letterbook.model import Mention
from letterbook.text import plain_letters

_TALK = re.compile(
    r"(?:of|for) (?:an? |the |my |our |his |your )?(?:conversation|conference|record|discussion"
    r"|meeting)|(?:memo(?:randum)? |mem)con"
)
_WITH = re.compile(r"\b(?:with|between) ")
_RECORD = re.compile(r"\bfor (?:the )?record\b", re.I)
_LOOSE = re.compile(r"letter|message|memo|communication|note")
_LOOSE_KINDS = ("letter", "memorandum", "message", "note", "paper")
ON_THE_WAY = 8  # days after which a telegram no longer brings a letter
HANDED = 5  # days before the day on which a letter may have been handed over
_SENT = ("letter", "message", "note")
_WRITTEN = ("letter", "note", "aide")
_PRIVATE = ("letter", "message", "communication", "msg", "repl", "response")


def dated(value: Mention, me: Entry, catalogue: Catalogue) -> list[Entry]:
    """The letters that the day may mean; one where it is decided.

    The day itself goes before the day after (received, or in another zone) and the day before;
    last comes what a telegram of the next days says it carries.
    """
    days = _days(value, me, catalogue)
    if days is None or days[1] - days[0] > 5:
        return []
    first, last = days
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
    return _sent_on(value, last, me, catalogue) or _received(value, first, me, catalogue)


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
    found = [e for e in found if _named(value, e)] or found
    found = _between(value, found)
    if _recorded(value):
        found = [e for e in found if _RECORD.search(e.letter.heading)] or found
    found = [e for e in found if abroad(e) & abroad(me)] or found
    if best == 0:
        told = {value.sender.lower(), value.recipient.lower()} - {"", "you", "me", *PRONOUNS}
        found = [e for e in found if strictly(value, e)] if not told or _recorded(value) else []
        found = [e for e in found if not told or not e.senders]
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
    if not names or not _TALK.search(plain_letters(value.what)):
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
        if strictly(value, e) and e.letter.kind in _SENT
        and meet(readers, e.recipients) and akin(writers, e.senders)
    ]  # fmt: skip
    return units(found) if len(units(found)) == 1 else []


def _sent_on(value: Mention, last: int, me: Entry, catalogue: Catalogue) -> list[Entry]:
    """A letter that a telegram of the days after says it carries, between the sides named."""
    if not plain_letters(value.what).startswith(_PRIVATE):
        return []
    pool = [e for day in range(last + 2, last + ON_THE_WAY) for e in catalogue.on(day)]
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
    if not kind_fits(value, e, me):
        return -1
    fit = way(value, e, me, catalogue.lands)
    return fit if fit >= (min(1, least) if carried(e) else least) else -1


def units(found: list[Entry]) -> list[Entry]:
    """One a printing: the letter carried rather than the telegram that carries it."""
    held: dict[str, Entry] = {}
    for e in found:
        if e.unit not in held or (e.letter.inside and e.letter.kind and e.letter.senders):
            held[e.unit] = e
    return list(held.values())


def _wired(e: Entry, catalogue: Catalogue) -> bool:
    """Whether it is a telegram that carries a letter, or what one carries without a day."""
    outer = catalogue.entries.get(e.letter.inside)
    if outer is None:
        return bool(e.told)
    return e.letter.when is None and outer.letter.kind in ("telegram", "airgram")


def kind_fits(value: Mention, e: Entry, me: Entry | None = None) -> bool:
    """Whether a noun of the text may name a letter of this kind."""
    noun, kind = plain_letters(value.what), e.letter.kind
    if _TALK.search(noun) or kind in ("memcon", "minutes"):
        return bool(_TALK.search(noun)) and kind in ("memcon", "memorandum", "minutes")
    wired = kind in ("telegram", "airgram") and not (carried(e) or _personal(e))
    if noun.startswith(_WRITTEN) and wired:
        return False  # a telegram that carries nothing is no "letter", "note"
    if noun.startswith(_PRIVATE):
        if kind in ("memorandum", "paper", "report"):
            return noun.startswith(("repl", "resp", "comm"))
        return True
    if noun.startswith(("tel", "cable", "wire", "ur", "my", "our")):
        return kind in ("telegram", "airgram", "message", "")
    if noun.startswith("memo"):
        return kind in ("memorandum", "letter", "paper", "report", "")
    if noun.startswith(("note", "aide")):
        return kind in ("note", "letter", "telegram", "message", "")
    if noun.startswith("paper"):
        return kind in ("paper", "report", "memorandum", "note", "")
    if noun.startswith("airgram"):
        return kind in ("airgram", "")
    if noun.startswith(("desp", "disp")):
        return kind in ("despatch", "")
    return True


def _personal(e: Entry) -> bool:
    """Whether a telegram runs from person to person: "From President Vale to the Premier"."""
    sides = (*e.senders, *e.recipients)
    return len(sides) > 1 and all(s.surname and not (s.post or s.home) for s in sides)


def strictly(value: Mention, e: Entry) -> bool:
    """Whether the noun is the letter's own kind."""
    noun, kind = plain_letters(value.what), e.letter.kind
    if _TALK.search(noun):
        return kind == "memcon" or (" for " in noun and kind == "memorandum")
    if e.told and noun.startswith(_PRIVATE):
        return True
    return (bool(kind) and noun[:4] == kind[:4]) or (noun.startswith("aide") and kind == "note")


def _recorded(value: Mention) -> bool:
    """Whether it is a "memorandum for the record", whose heading names nobody."""
    return bool(_RECORD.search(value.what))


def _named(value: Mention, e: Entry) -> bool:
    """Whether the letter itself is of the kind named, not only what it says it carries."""
    return bool(e.letter.kind) and plain_letters(value.what)[:4] == e.letter.kind[:4]


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
