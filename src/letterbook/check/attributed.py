"""Whom or what a quotation is given to, and whether the letter it stands in is that one.

"k7m2q9xd" · "frus1961-63v05/d84" · "(Document 84)" · "Telegram From the Embassy in the Soviet Union
to the Department of State, May 4, 1962" · "King Aurel's letter of October 23, 1956".
Where the words do not tell, nothing is held against the quotation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from letterbook.mark.dates import dates
from letterbook.model import Letter, LetterbookError, When
from letterbook.record import Filters, Record, Standing
from letterbook.text import plain_letters

_DOCUMENT = re.compile(r"\b(?:document|doc\.?|no\.?)\s*(\d{1,4})\b", re.I)
_PATH = re.compile(r"[^\s/]+/[^\s/]+|\S+#\d+|[0-9a-hjkmnp-tv-z]{8}(?:\.\d+)?|\S+\.\w{2,4}")
_SPOKE = re.compile(
    r"\b(?:told|said|says|declared|remarked|stated|announced|noted|recalled|according|described"
    r"|argued|insisted|warned|admitted|testified|spoke|speech|remembered|concluded|added)\b",
    re.I,
)
_WORD = re.compile(r"[^\W_]+")
_KINDS = frozenset(
    "letter letters telegram telegrams cable message note memorandum memo despatch dispatch airgram"
    " memcon report paper speech aide memoire reply answer response".split()
)
_SMALL = frozenset(
    "a an the of to from in on at by for and s his her their our its with that this no document doc"
    " wrote said says dated king queen president premier minister secretary mr mrs dr sir"
    " ambassador general".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
SAME = "same letter as"

MONTH = 31
"""Days within which an attribution must fix its letter to be held against a quotation."""

LIKE = 0.75
"""The share of an attribution's words that the heading of its letter has."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """What an attribution says: its words, the day and the names in them.

    `ids`: the letter it means, where it gives an id or a place; `number`: a document's number, of
    whatever volume.
    """

    words: str
    ids: tuple[str, ...] = ()
    when: When | None = None
    names: frozenset[str] = frozenset()
    number: str = ""


def attribution(record: Record, words: str) -> Attribution:
    """What `words` ("" for nothing) give a quotation to."""
    said = words.strip()
    if not said:
        return Attribution("")
    if _PATH.fullmatch(said) and (id := _resolved(record, said)):
        return Attribution(said, (id,))
    when = next((hit.when for hit in dates(said) if hit.year), None)
    names = frozenset(_names(said))
    if when is None and (number := _DOCUMENT.search(said)):
        return Attribution(said, (), None, names, number[1])
    return Attribution(said, (), when, names)


def meant(record: Record, said: Attribution) -> tuple[str, ...]:
    """The letters that an attribution means, as far as that can be told."""
    if said.ids or said.when is None:
        return said.ids
    return tuple(x.id for x in _of_day(record, said.when, said.names))


def _resolved(record: Record, name: str) -> str:
    try:
        return record.resolve(name)
    except LetterbookError:  # it is no id after all: "and/or"
        return ""


def _names(words: str) -> list[str]:
    """The words that tell one letter from another: names, places, kinds; no months, no numbers."""
    plain = (
        plain_letters(m[0]) for m in _WORD.finditer(words)
        if m[0][0].isupper() or plain_letters(m[0]) in _KINDS
    )  # fmt: skip
    return [w for w in plain if w not in _SMALL and w not in _MONTHS and not w.isdigit()]


def _of_day(record: Record, when: When, names: frozenset[str]) -> list[Letter]:
    """The letters of that day that the words fit, best first."""
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return []
    filters = Filters(since=first.isoformat(), until=last.isoformat(), limit=400)
    fitting = [(fits(x, names), x) for x in record.letters(filters)]
    best = max((share for share, _ in fitting), default=0.0)
    return [x for share, x in fitting if share >= LIKE and share > best - 0.05]


def fits(letter: Letter, names: frozenset[str]) -> float:
    """The share of the names that the letter's heading and parties have."""
    names = names - _KINDS  # a telegram may be called a message
    if not names:
        return 1.0
    parties = (str(p) for p in (*letter.senders, *letter.recipients))
    held = " ".join((letter.heading, letter.kind, letter.place, letter.telegram, *parties))
    theirs = {plain_letters(m[0]) for m in _WORD.finditer(held)}
    return len(names & theirs) / len(names)


def agrees(record: Record, said: Attribution, standing: Standing, at: int) -> bool | None:
    """Whether the letter at place `at` of a source is the one that is meant; None: untold.

    A letter that another encloses may be given by either's heading.
    """
    if not said.words:
        return None
    around = [id for start, end, id in standing.extents if start <= at < end]
    if said.ids:
        return _meets(record, said.ids, standing, around)
    if said.number:
        numbered = tuple(record.numbered(standing.path, said.number))
        return _meets(record, numbered, standing, around) if numbered else None
    told = [_told(record, said, id) for id in around]
    if True in told:
        return True
    others = meant(record, said) if _firm(said) or said.ids else ()
    if others and standing.extents:
        return _meets(record, others, standing, around)
    if others:  # a history: it may quote the letter, but then the letter has the words
        return False
    return False if told and None not in told else None


def _meets(record: Record, meant: tuple[str, ...], standing: Standing, around: list[str]) -> bool:
    """Whether one of the letters meant is here, or is another edition of one that is."""
    for id in meant:
        if id in around or id == standing.id:
            return True
        try:
            does, undergoes = record.ties(id)
        except LetterbookError:  # a source without letters has none
            continue
        same = [tie.to for tie in does if tie.kind == SAME]
        same += [tie.letter for tie in undergoes if tie.kind == SAME]
        if any(other in around for other in same):
            return True
    return False


def _firm(said: Attribution) -> bool:
    """Whether the attribution means one letter or paper: "the King's letter of October 23".

    "Tredway told the Assembly on May 1" gives words to a speech, which any letter may report, and
    "Tredway, 1956" to a whole year.
    """
    when = said.when
    if when is None or when.earliest is None or when.latest is None:
        return False
    if (when.latest - when.earliest).days > MONTH:
        return False
    return bool(said.names & _KINDS) or not _SPOKE.search(said.words)


def _told(record: Record, said: Attribution, letter: str) -> bool | None:
    """Whether a letter's own day and names agree with the attribution; None: it has no day."""
    found = record.letter(letter)
    first, last = (found.when.earliest, found.when.latest) if found.when else (None, None)
    if said.when is None or first is None or last is None:
        return None
    if (said.when.latest and first > said.when.latest) or (
        said.when.earliest and last < said.when.earliest
    ):
        return False if _firm(said) else None
    if fits(found, said.names) >= LIKE:
        return True
    return False if _firm(said) else None
