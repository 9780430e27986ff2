"""Letters named by number: the one that bears it, sent the way the words say, nearest before."""

from __future__ import annotations

import re
from datetime import date

from letterbook.link.catalogue import Catalogue
from letterbook.link.entry import Entry
from letterbook.link.sides import spoken_of
from letterbook.link.telegrams import number_keys, series_key
from letterbook.link.way import from_home, meet, posts
from letterbook.mark.mention_posts import COUNTRIES, POSTS, country
from letterbook.model import Mention
from letterbook.text import plain_letters

_UP = re.compile(r"(?:emb|leg|con|mis|del|amemb|congen)", re.I)
_DOWN = re.compile(r"dep", re.I)
_CIRCULAR = re.compile(r"(?:dep)?t?circ?", re.I)
_SHORT = re.compile(
    r"(?:tels?|telegs?|ctels?|gams?|des(?:p\w*)?|airgrams?|lets?|cables?|cabs?|msgs?)$", re.I
)
_NAMED = frozenset("delga gadel tedul dulte secto tosec polto topol topad kascom comkas".split())
_TRAVELS = frozenset(("dulte", "tedul"))
_POST_SERIES = {"usun": "united nations"}
_PLAIN = frozenset(("", "a", "ca", "g", "topad", "circ", "depcirtel", "no"))
_WIRED = ("tel", "cable", "wire")
_FILED = frozenset(("A", "CA", "CW", "G"))  # airgrams and instructions: often without their sign
HORIZON = 400  # days after which a series has begun anew
_LONG = re.compile(r"(?:[A-Z]{1,3}[-–])?(?:\d{5,}|\d{6}Z)$")
MONTH = 31  # days in which a date-time group does not come round again
LATELY, LATELY_LONG = 14, 4  # days in which so long a number, heard in the capital, is a post's
_YEAR = re.compile(r"\d{4}|/\d\d$")
LOOK = 60  # letters looked at to see whether a series began anew
JOURNEY = 15  # days after which a travelling delegation's numbers belong to another journey
ANEW = 120  # a bearer that much further back belongs to the series of another year


def numbered(value: Mention, me: Entry, catalogue: Catalogue) -> list[Entry]:
    """The letters that the number may mean; one where it is decided."""
    pool = [
        e for e in _bearers(value.number, me, catalogue)
        if _in_time(value, e, me) and day_agrees(value, e) and _noun_agrees(value, e)
    ]  # fmt: skip
    found = [e for e in pool if runs(value, e, me)]
    if value.whose != "other":  # "my 1991" of a delegation may be its own series, if none is plain
        found = [e for e in found if e.series in _PLAIN] or found
    dated = value.when is not None and value.when.earliest is not None
    found = [e for e in found if dated or not (_anew(e, me, catalogue) or _far(e, me))]
    if value.number.endswith("Z") or (not found and _LONG.match(value.number)):
        found = [e for e in pool if _long_agrees(value, e, me)]
    return _nearest(found, me) or copied(value, me, catalogue)


def _bearers(number: str, me: Entry, catalogue: Catalogue) -> list[Entry]:
    """The letters of other units that bear the number, or the first part of it."""
    own = re.match(r"[A-Z]+(?=[-–])", number)  # "CX–76" is no post's 76
    pool = {
        e.id: e for key in number_keys(number) for e in catalogue.numbered(key) if e.unit != me.unit
    }
    if own and own[0] not in _FILED:
        return [e for e in pool.values() if e.series == own[0].lower()]
    return list(pool.values())


def _long_agrees(value: Mention, e: Entry, me: Entry) -> bool:
    """Whether a number so long that it hardly comes twice is this one: "State 256063", "061951Z".

    A date-time group names day and hour, and comes round again each month.
    """
    assert me.day is not None and e.day is not None
    if value.number.endswith("Z"):
        sent = date.fromordinal(e.day).day
        return me.day - e.day <= MONTH and abs(int(value.number[:2]) - sent) <= 1
    key = series_key(value.series)
    return key == e.series or not e.series or key not in _NAMED


def copied(value: Mention, me: Entry, catalogue: Catalogue) -> list[Entry]:
    """The copy that another post has of a telegram: "Deptel 3506, repeated Vardény 309".

    Editions often print the copy of the post they are about, under that post's number.
    """
    found: dict[str, Entry] = {}
    for copy in value.copies:
        post, _, number = copy.rpartition(" ")
        where = country(post)
        for e in _bearers(number, me, catalogue):
            got = any(where == s.post for s in e.recipients)
            if got and e.series in _PLAIN and _in_time(value, e, me) and _sent_so(value, e, me):
                found[e.unit] = e
    return list(found.values()) if len(found) == 1 else []


def _sent_so(value: Mention, e: Entry, me: Entry) -> bool:
    """Whether the words before the number allow the sender: "Deptel", "Vardény's", "my"."""
    where = country(value.sender) if value.sender else ""
    if where:
        return any(s.post == where for s in e.senders)
    if value.whose != "other":
        return meet(e.senders, me.recipients if value.whose == "addressee" else me.senders)
    down = value.sender.lower().startswith(("dep", "state")) or _DOWN.match(value.series)
    return from_home(e) if down else meet(e.senders, me.senders) or meet(e.senders, me.recipients)


def _far(e: Entry, me: Entry) -> bool:
    """Whether it belongs to an earlier journey of the Secretary: "Dulte 5" of a month ago."""
    return e.series in _TRAVELS and (me.day or 0) - (e.day or 0) > 2 * JOURNEY


def _anew(e: Entry, me: Entry, catalogue: Catalogue) -> bool:
    """Whether the number had come round again by then: the series' latest bears as high a one."""
    if e.day is None or me.day is None or me.day - e.day < 30 or not e.number.isdigit():
        return False
    for key in dict.fromkeys(key for s in e.senders for key in s.keys):
        for count, other in enumerate(catalogue.before(key, me.day, me.order)):
            if count >= LOOK or other.day is None or other.day <= e.day:
                break
            if _counted_alike(other, e):
                return _lower_since(other, e, key, me, catalogue)
    return False


def _lower_since(latest: Entry, e: Entry, key: str, me: Entry, catalogue: Catalogue) -> bool:
    """Whether the series fell below the number since, and has (almost) reached it again."""
    if int(latest.number) < int(e.number) * 2 // 3:
        return False
    assert me.day is not None and e.day is not None
    for count, other in enumerate(catalogue.before(key, me.day, me.order)):
        if count >= LOOK or other.day is None or other.day <= e.day:
            return False
        if _counted_alike(other, e) and int(other.number) < int(e.number) and other is not e:
            return True
    return False


def _counted_alike(one: Entry, other: Entry) -> bool:
    """Whether two letters are counted in one row: a post's despatches are not its telegrams."""
    alike = one.series == other.series and one.letter.kind == other.letter.kind
    return alike and one.number.isdigit() and posts(one) == posts(other)


def _in_time(value: Mention, e: Entry, me: Entry) -> bool:
    if e.day is None or me.day is None:
        return False
    counted_on = value.when or e.letter.kind == "memorandum"  # no year begins those anew
    return -1 <= me.day - e.day <= (3 * HORIZON if counted_on else HORIZON)


def day_agrees(value: Mention, e: Entry, slack: int = 2) -> bool:
    """Whether the day that is named, if any, is the letter's; of any year if none is named."""
    when = value.when
    if when is None or when.earliest is None or when.latest is None or e.day is None:
        return True
    first, last = when.earliest, when.latest
    if first.toordinal() - slack <= e.day <= last.toordinal() + slack:
        return True
    if _YEAR.search(when.stated):
        return False
    sent = date.fromordinal(e.day)
    return first == last and (sent.month, sent.day) == (first.month, first.day)


def _noun_agrees(value: Mention, e: Entry) -> bool:
    noun, kind = plain_letters(value.what), e.letter.kind
    if kind in ("memcon", "minutes"):
        return False
    if kind == "airgram" and noun.startswith(_WIRED) and not value.number.startswith(("A", "CA")):
        return False  # "Embtel 553" is not airgram A-553
    if not noun:
        return True
    if noun.startswith(("desp", "disp")):
        return kind in ("despatch", "letter", "")
    if noun.startswith("message") and not value.sender:
        return kind in ("telegram", "message", "letter", "")
    if noun.startswith("airgram"):
        return kind in ("airgram", "telegram", "")
    if noun.startswith(("letter", "memo", "note", "aide")):
        return kind not in ("telegram", "airgram")
    return kind in ("telegram", "airgram", "message", "despatch", "letter", "") or bool(e.series)


def runs(value: Mention, e: Entry, me: Entry) -> bool:
    """Whether the letter was sent the way that the words before its number say."""
    short = (
        bool(_SHORT.search(value.series) or _CIRCULAR.match(value.series))
        and series_key(value.series) not in _NAMED
    )
    key = "" if short else series_key(value.series)
    if key in _POST_SERIES:
        return any(s.post == _POST_SERIES[key] for s in e.senders) and e.series in _PLAIN
    if key:
        return (key, value.number) in e.numbers
    where = country(value.recipient) if value.recipient else ""
    where = "" if where == "united states" else where
    if value.whose != "other" and _side_of(e, me, value.whose):
        return e.series in _PLAIN or between(e, me)
    if e.series not in _PLAIN or (where and where not in posts(e)):
        return False
    if value.whose != "other":  # "our 12 to Vardény", says an officer of the capital
        return value.whose == "writer" and bool(where) and from_home(e) and not posts(me)
    if short and _CIRCULAR.match(value.series):
        return from_home(e) and "ircular" in e.letter.heading
    if value.sender:
        return _sent_by(value.sender, e, me)
    dated = value.when is not None and value.when.earliest is not None and day_agrees(value, e, 0)
    here = bool(where) or bool(stands(me) & posts(e)) or dated or between(e, me) or _lately(e, me)
    if short and _DOWN.match(value.series):
        return from_home(e) and (here or not posts(me))
    if short and _UP.match(value.series):
        return not from_home(e) and (here or not posts(me))
    if not short and not plain_letters(value.what).startswith(("tel", "cable", "desp", "airgram")):
        return here or not posts(e) or e.letter.kind == value.what.lower() == "message"
    return here


def stands(me: Entry) -> set[str]:
    """The countries of its posts, and of the city in which a delegation without a post writes."""
    held = posts(me)
    if held and any(s.post and not s.country for s in me.senders):
        held.add(country(me.letter.place))
    return held


def _lately(e: Entry, me: Entry) -> bool:
    """Whether the capital, among itself, speaks of a telegram of these days: "cables 4438"."""
    if posts(me) or len(e.number) < LATELY_LONG or me.letter.kind in ("telegram", "airgram"):
        return False
    return me.day is not None and e.day is not None and me.day - e.day <= LATELY


def between(e: Entry, me: Entry) -> bool:
    """Whether both ran between the same two sides: an envoy without a post is known by name."""
    if meet(e.senders, me.senders):
        return meet(e.recipients, me.recipients)
    return meet(e.senders, me.recipients) and meet(e.recipients, me.senders)


def _side_of(e: Entry, me: Entry, whose: str) -> bool:
    """Whether it was sent by my addressee ("your 1164") or by my own side ("our telegram 61")."""
    mine, yours = (
        (me.recipients, me.senders) if whose == "addressee" else (me.senders, me.recipients)
    )
    if meet(e.senders, mine):
        return True
    # an Assistant Secretary writes to an ambassador of the telegrams between capital and post
    post = {s.post for s in yours if s.post}
    return bool(post) and not any(s.post for s in mine) and from_home(e) and post <= posts(e)


def _sent_by(words: str, e: Entry, me: Entry) -> bool:
    small = re.sub(r"'s?$", "", plain_letters(words))
    here = bool(posts(me) & posts(e)) or not posts(me) or between(e, me)
    if small.startswith(("state", "dep")):
        return from_home(e) and (small == "state" or here)
    if small.startswith(("emb", "leg", "con", "mission")):
        return not from_home(e) and here
    where = POSTS.get(small) or COUNTRIES.get(small)
    if where:
        return any(s.post == where for s in e.senders) or small in plain_letters(e.letter.place)
    told = [spoken_of(words, s) for s in e.senders]
    if any(told):
        return True
    return not from_home(e) and here and all(t is None for t in told)


def _nearest(found: list[Entry], me: Entry) -> list[Entry]:
    """The nearest before, where the next is so far back that the numbers had begun anew."""
    units = {e.unit: e for e in reversed(found)}
    ranked = sorted(units.values(), key=lambda e: abs((me.day or 0) - (e.day or 0)))
    if len(ranked) < 2:
        return ranked
    gaps = [abs((me.day or 0) - (e.day or 0)) for e in ranked]
    # a delegation's series begins anew with each journey: "my Tedul 2" on the day of Tedul 3
    anew = JOURNEY if ranked[0].series in _NAMED and gaps[0] < JOURNEY else ANEW
    return ranked[:1] if gaps[1] - gaps[0] > anew else ranked


def reason(value: Mention, e: Entry) -> str:
    """Why the number means this letter, in words."""
    series = f"{e.series.capitalize()} " if e.series else ""
    day = f", {date.fromordinal(e.day):%B} {date.fromordinal(e.day).day}" if e.day else ""
    said = value.series or value.sender
    side = {"addressee": "sent by the addressee", "writer": "sent by the writer"}.get(
        value.whose, ""
    )
    why = side or (f"as {said} says" if said else "between the same posts")
    return f"bears the number {series}{value.number}{day}, {why}"
