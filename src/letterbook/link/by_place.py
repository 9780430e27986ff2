"""Letters named by the place where they are: attached, enclosed, sent separately, following.

What an edition prints of them stands beside: the next telegram of the same side, the memorandum
before. Taken only where one of the neighbours fits the words, its kind and its day.
"""

from __future__ import annotations

import re

from letterbook.link.catalogue import Catalogue
from letterbook.link.entry import Entry
from letterbook.link.kinds import kind_fits, units
from letterbook.link.way import PRONOUNS, abroad, carried, from_home, meet, way
from letterbook.mark.mention_words import PLURAL, STRONG
from letterbook.model import Mention
from letterbook.text import plain_letters

NEXT = re.compile(r"\b(?:following|fol|next|succeeding|subsequent)\b")
_LATER = re.compile(r"\bsubsequent\b")  # when, is not told: only the very next
_FOL = re.compile(r"\bfol\b")  # "Fol text aide-mémoire" begins it
_WIRES = re.compile(r"(?i:tel|cable|mess|msg)")
LAST = re.compile(r"\b(?:preceding|previous|foregoing)\b")
SEPARATE = re.compile(r"\bseparate(?:ly)?\b")
_DRAFT = re.compile(r"\b(?:proposed|draft|suggested)\b")
_PROPOSED = re.compile(r"\bproposed\b")
_SORT = re.compile(r"\b(?:information|action|summary|briefing)\b")
ENCLOSED = re.compile(r"attached|enclosed|accompanying|inclosed|copy|\bcover(?:ing)?\b")
WIRED = ("tel", "cable", "wire", "msg", "septel")
BETWEEN = 3  # numbers that a telegram sent next may be on
_SIGNED = ("letter", "message", "repl", "response")
SIGNED = 3  # days in which what is laid before somebody is signed and sent
RARE = 4  # places back at which a letter of a rare kind may stand
OLD = 20  # days that what is attached may be older
Near = list[tuple[int, Entry]]


def placed(value: Mention, me: Entry, catalogue: Catalogue) -> list[Entry]:
    """The letter that stands where the words say, if one does."""
    said = value.series
    if value.whose == "addressee" and not ENCLOSED.search(said):
        return []
    if ENCLOSED.search(said) or value.does == "encloses":
        return _attached(value, me, catalogue)
    next_ = NEXT.search(said) and (_WIRES.match(value.what) or not _FOL.search(said))
    if not value.recipient and (next_ or value.sender == "Following"):
        return _counted(value, me, catalogue, 1)
    if not value.recipient and LAST.search(said) and me.number:
        return _counted(value, me, catalogue, -1)
    if SEPARATE.search(said) or value.what.lower().startswith("septel"):
        return _apart(value, me, catalogue)
    if _PROPOSED.search(said):
        return _sent_then(value, me, catalogue)
    return _rare(value, me, catalogue)


def _sent_then(value: Mention, me: Entry, catalogue: Catalogue) -> list[Entry]:
    """ "The proposed telegram" of a talk: what stands next, if it went out that day or the next."""
    e = catalogue.near(me, 1)
    if e is None or e.day is None or me.day is None or not 0 <= e.day - me.day <= 1:
        return []
    fits = _of_kind(value, e) and not _told(value) and not PLURAL.search(value.what)
    return [e] if fits and from_home(e) else []


def _rare(value: Mention, me: Entry, catalogue: Catalogue) -> list[Entry]:
    """ "The aide-mémoire", of a kind that is seldom written: the only one that stands beside."""
    if not value.what.lower().startswith("aide") or value.whose != "other":
        return []
    beside = (
        e for _, near in catalogue.around(me, RARE, 2) for e in (near, *catalogue.inside(near))
    )
    found = units([
        e for e in beside
        if "aide" in plain_letters(e.letter.heading) and _dated_so(e, me, True)
        and way(value, e, me, catalogue.lands) >= 0
    ])  # fmt: skip
    return found if len(found) == 1 else []


def by_place(value: Mention) -> bool:
    """Whether the words say that it stands, or was sent, apart from those that went before."""
    said = value.series
    apart = SEPARATE.search(said) or value.what.lower().startswith("septel")
    told = value.recipient or value.sender
    return bool(apart or NEXT.search(said)) or (not told and bool(ENCLOSED.search(said)))


def _counted(value: Mention, me: Entry, catalogue: Catalogue, step: int) -> list[Entry]:
    """The telegram that bears the next number, or stands next, of the same sender."""
    if me.number.isdigit():
        pool = catalogue.numbered(str(int(me.number) + step))
        found = units([e for e in pool if e.series == me.series and _beside(e, me, 1)])
        if found or (step < 0 and "immediately" not in value.series):
            return found
    near = catalogue.near(me, step)
    if near is None or not _beside(near, me, 1) or not kind_fits(value, near):
        return []
    between = (
        step * (int(near.number) - int(me.number))
        if near.number.isdigit() and me.number.isdigit()
        else 1
    )
    most = 1 if _LATER.search(value.series) else BETWEEN
    return [near] if 0 < between <= most else []


def _beside(e: Entry, me: Entry, days: int) -> bool:
    near = e.day is not None and me.day is not None and abs(e.day - me.day) <= days
    return near and meet(e.senders, me.senders) and meet(e.recipients, me.recipients)


def _apart(value: Mention, me: Entry, catalogue: Catalogue) -> list[Entry]:
    """ "By separate telegram": another that the same side sent these days, the next before all."""
    found: Near = []
    for step, near in catalogue.around(me, 2, 3):
        for e in (near, *catalogue.inside(near)):
            talk = e.letter.kind == "memcon" == me.letter.kind
            if not _soon(e, me) or not (talk or kind_fits(value, e, me)):
                continue
            free = carried(e) or _beside(e, me, 0)  # "message to Vale contained in separate cable"
            if _told(value) and not free and way(value, e, me, catalogue.lands) < 1:
                continue
            if step < 0 and e.day != me.day and e.letter.kind == "telegram":
                continue
            passed_on = _told(value) and e.day in (None, me.day) and way(value, e, me) == 2
            passed_on = passed_on or (0 < step < 3 and _drafted(value, e, me))
            if _runs_along(e, near, me) or passed_on:
                found.append((step, e))
                break
    if PLURAL.search(plain_letters(value.what)):
        return []
    best = [pair for pair in found if pair[0] == 1 and me.letter.kind != "memcon"]
    best = best or [p for p in found if p[1].day == me.day]
    best = best or found
    if not best:
        return _that_day(value, me, catalogue)
    return [e for _, e in best] if len(best) == 1 else []


def _that_day(value: Mention, me: Entry, catalogue: Catalogue) -> list[Entry]:
    """ "I am sending you a separate message": the only other of that day, wherever it stands."""
    found = units([
        e for e in (catalogue.on(me.day) if me.day is not None else ())
        if e.unit != me.unit and e.letter.kind == me.letter.kind and kind_fits(value, e)
        and meet(e.senders, me.senders) and meet(e.recipients, me.recipients)
    ])  # fmt: skip
    mine = value.whose == "writer" and value.recipient == "you"
    return found if mine and len(found) == 1 else []


def _drafted(value: Mention, e: Entry, me: Entry) -> bool:
    """A "proposed reply" that is laid before the one who then sends it."""
    return bool(_DRAFT.search(value.series)) and meet(e.senders, me.recipients)


def _soon(e: Entry, me: Entry) -> bool:
    if me.day is None or e.day is None:
        return e.day is None and e.letter.kind not in ("memcon", "minutes")
    return -3 <= e.day - me.day <= 2


def _runs_along(e: Entry, outer: Entry, me: Entry) -> bool:
    """Whether it was sent by the same side to the same, or tells of the same talk."""
    if meet(outer.senders, me.senders):
        return meet(outer.recipients, me.recipients) or bool(abroad(outer) & abroad(me))
    return not me.senders and not outer.senders and e.letter.kind == me.letter.kind


def _attached(value: Mention, me: Entry, catalogue: Catalogue) -> list[Entry]:
    """What the letter itself encloses, or else what stands beside and fits."""
    if PLURAL.search(plain_letters(value.what)) or not STRONG.match(value.what):
        return []
    told = _told(value)
    if not told and value.series.startswith("a "):  # "a memorandum (Tab A)" may be any
        return []
    own = [e for e in catalogue.inside(me) if _of_kind(value, e)]
    if own and not told:
        return own if len(own) == 1 else []
    reach = 6 if told else 1
    found: Near = []
    for step, near in catalogue.around(me, reach, reach):
        for e in (near, *catalogue.inside(near)):
            if not told and step > 0 and _to_be_signed(value, e, me):
                return [e]
            fits = _of_kind(value, e) and _dated_so(e, me, told) and _of_sort(value, e)
            if fits and _named_so(value, e, me, catalogue, step == (-1 if told else 1)):
                found.append((step, e))
                break
    if len(found) > 1:
        nearest = min(abs(step) for step, _ in found)
        found = [pair for pair in found if abs(pair[0]) == nearest]
    return [e for _, e in found] if len(found) == 1 else []


def _to_be_signed(value: Mention, e: Entry, me: Entry) -> bool:
    """ "I attach a reply for your signature": what stands next was sent by him to whom I write."""
    if me.letter.kind != "memorandum" or not value.what.lower().startswith(_SIGNED):
        return False
    soon = e.day is not None and me.day is not None and 0 <= e.day - me.day <= SIGNED
    writers = (e.senders, *(told.senders for told in e.told))
    return soon and _of_kind(value, e) and any(meet(w, me.recipients) for w in writers)


def _of_sort(value: Mention, e: Entry) -> bool:
    """An "information memorandum" is headed so; a "summary memorandum" is another."""
    said = _SORT.search(value.series)
    return not said or said[0] in e.letter.heading.lower()


def _dated_so(e: Entry, me: Entry, told: bool) -> bool:
    if e.day is None or me.day is None:
        return told
    return -1 <= me.day - e.day <= (OLD if told else 10)


def _told(value: Mention) -> bool:
    """Whether the words tell a party, other than by a pronoun."""
    return any(w and w.lower() not in PRONOUNS for w in (value.sender, value.recipient))


def _named_so(value: Mention, e: Entry, me: Entry, catalogue: Catalogue, beside: bool) -> bool:
    if not _told(value):
        if value.whose == "writer":
            if not meet(e.senders, me.senders):
                return False
            if e.letter.kind in ("letter", "message", "note"):  # "I enclose a copy of my reply"
                return True
        if e.letter.kind == "airgram":
            return e.day == me.day  # few are sent
        # what is laid before the reader was written to him, or to the one who lays it before him
        passed = meet(e.recipients, me.recipients) or meet(e.recipients, me.senders)
        beside = beside and e.day == me.day and meet(e.senders, me.senders)
        # to a record for himself somebody attached what he himself had written that day
        own = not me.recipients and e.day == me.day and meet(e.senders, me.senders)
        passed = passed or (own and e.day is not None)
        return passed and (e.letter.kind != "telegram" or beside)
    fit = way(value, e, me, catalogue.lands)
    # "the cable from Vale", where the post beside does not say who sits there
    unsaid = fit == 0 and beside and bool(value.sender) and e.day is not None
    return fit >= 1 or (unsaid and any(s.post and not s.surname for s in e.senders))


def _of_kind(value: Mention, e: Entry) -> bool:
    """Whether the noun is the letter's own kind; a "message" may be of several."""
    noun, kind = plain_letters(value.what), e.letter.kind
    if noun.startswith(WIRED):
        return kind == "telegram"
    if noun.startswith(("airgram", "memo", "letter", "desp")):
        return bool(kind) and noun[:4] == kind[:4]
    return kind_fits(value, e) and kind not in ("", "memorandum", "paper", "report")
