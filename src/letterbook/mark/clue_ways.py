"""How words name a day: as that of a letter, of something planned, of something printed …

The way tells on which side of the letter the day lies. "Your letter of May 3" came before it;
"he will arrive on May 3" comes after; "drafted on May 3" is within a few days of it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Literal

from letterbook.mark.clue_days import YEARLESS, Named, days
from letterbook.model import Finding, Note, Span

Place = Literal["head", "opening", "body", "source note", "note"]

_PLANNED = re.compile(
    r"\b(?:will|shall|would|scheduled|plan(?:s|ned|ning)?|expects?|expected|intends?|due|hopes?"
    r"|propose[sd]?|going to|to be|may|should|tentatively|deadline|next|forthcoming|coming"
    r"|upcoming)\b"
)
_TOWARDS = frozenset(
    "about after before beginning by for from next through to toward until".split()
)
_LETTER = re.compile(
    r"(?:\b(?:letters?|telegrams?|messages?|notes?|memorand\w+|cables?|despatch|dispatch|airgram"
    r"|reply|aide-m[ée]moire|embtels?|deptels?|reftels?|urtels?|mytels?|ourtels?|circular)\b"
    r"|\bdated|['’]s \d[\d, and]*)[^.;]{0,40}$",
    re.I,
)
_PRINTED = re.compile(
    r"\b(?:Bulletin|Times|Post|Tribune|Monitor|Pravda|Izvestia|Journal|Record|Newsweek|Monde"
    r"|Gazette|Zeitung|Herald|Star|[Pp]p?\. [\d–-]+)\)?,? (?:of )?$"
)
_HANDLED = re.compile(
    r"\b(drafted|approved|cleared|initialed|received|transmitted|sent|dated|attached|attaching"
    r"|forwarded|pouched|seen|saw|returned|met|meeting|held|delivered|handed|read|signed|revised"
    r"|prepared|typed|transcribed)\b"
)
_HANDLING = {
    "attaching": "attached", "saw": "seen", "met": "held", "meeting": "held",
    "handed": "delivered", "pouched": "sent", "typed": "drafted", "transcribed": "drafted",
    "prepared": "drafted", "revised": "drafted", "forwarded": "sent", "read": "seen",
    "returned": "seen",
}  # fmt: skip
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?$")
_THIS_LETTER = re.compile(
    r"\b(?:source text|th(?:is|e) (?:memorandum|letter|telegram|paper|report|note|message|draft)"
    r"|copy|covering|attached|attachment|marginal|handwrit\w+|hand|initialed|stamped?|notation"
    r"|approv\w+|draft(?:ed)?|cleared|signed|returned|forwarded)\b",
    re.I,
)
_LAST_WORD = re.compile(r"([^\W\d_]+)\W*$")
_SENTENCE = re.compile(r"[.;:?!]\s+(?=[A-Z“\"(])|\n")


def way(text: str, start: int, named: Named, place: Place) -> str:
    """How a day is named in the stretch that begins at `start`: "letter of", "planned", "on" …"""
    if named.form != "day":
        return named.form
    before = text[max(start, named.start - 90) : named.start]
    if cuts := list(_SENTENCE.finditer(before)):
        before = before[cuts[-1].end() :]
    last = _LAST_WORD.search(before)
    word = last[1].lower() if last else ""
    if _PRINTED.search(before):
        return "printed"
    if _WEEKDAY.search(before):
        return "weekday"
    if place == "source note":
        handled = _HANDLED.findall(before.lower())
        return _HANDLING.get(handled[-1], handled[-1]) if handled else "on" if word == "on" else ""
    if place == "note" and _THIS_LETTER.search(before):
        return "this letter"
    if word in ("of", "dated", "s") or _LETTER.search(before):
        return "letter of"
    if word in _TOWARDS or _PLANNED.search(before):
        return "planned"
    return "on" if word == "on" else "the" if word == "the" else "day"


_SENDING = re.compile(
    r"\bI\s(?:am\sgoing\sto|am\sabout\sto|shall|will|intend\sto|propose\sto|hope\sto)\s"
    r"(?:\w+\s){0,3}?(?:address|send|write|transmit|convey|submit|forward|reply|communicate)\b"
    r"|\b(?:letter|message|note|reply|communication|proposals?)\b[^.]{0,40}?"
    r"\bI\s(?:shall|will|am\sgoing\sto|intend\sto)\s(?:\w+\s)?"
    r"(?:address|send|write|transmit|submit)\b",
    re.I,
)
_OF_LETTER = re.compile(
    r"\b(?:letter|message|note|reply|communication|text|memorandum|telegram)\b", re.I
)


def announced(text: str, marker: int, note: Span) -> Named | None:
    """The day of a letter that the sentence before a note mark says is still to be written.

    "I am going to write to you about this2", and note 2: "For text of this letter, dated December
    19, see the Gazette, February 11, 1963." The year comes from the note's own first full date
    after that day.
    """
    before = text[max(0, marker - 300) : marker]
    sentence = _SENTENCE.split(before)[-1]
    if not _SENDING.search(sentence):
        return None
    named = [day for day in days(text, note.start, note.end) if day.form == "day"]
    first = min(named, key=lambda day: day.start, default=None)
    if first is None or not _OF_LETTER.search(text, note.start, first.start):
        return None
    if first.first.year != YEARLESS:
        return first
    printed = [day.first for day in named if day.first.year != YEARLESS]
    return _before(first, min(printed)) if printed else None


def _before(named: Named, printed: datetime.date) -> Named | None:
    """The day in the last year in which it came no later than it was printed."""
    for year in (printed.year, printed.year - 1):
        try:
            day = named.first.replace(year=year)
        except ValueError:  # February 29
            continue
        if day <= printed:
            return Named(named.start, named.end, day, day)
    return None


def note_number(findings: Sequence[Finding], span: Span) -> str:
    """The label of the note at `span`."""
    labels = (f.value.label for f in findings if f.span == span and isinstance(f.value, Note))
    return next(labels, "")
