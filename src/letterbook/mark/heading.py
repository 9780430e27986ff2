"""The editor's heading of a letter: its number, its words, the parties they name.

"162. Letter From Premier Corder to King Aurel" · "No. 674" over "Memorandum by …" ·
"845.00/9–1548: Telegram" over "The Chargé in Orvane (Farr) to the Minister".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from letterbook.mark import daylines, headwords, phrases
from letterbook.mark.dates import dates, undated
from letterbook.mark.offices import OFFICE
from letterbook.mark.parties import Party, parties, sides
from letterbook.mark.sheet import Found, Line, Sheet, Zone, rule
from letterbook.mark.zone import zones
from letterbook.model import Finding, Words
from letterbook.text import squeeze

BY = rule("heading")
_NUMBERED = re.compile(  # "422.1 Telegram From …": the second number marks a note
    r"(?:No\.\s?)?(\d{1,4}[a-z]?)(?:\.\d?\s+|\.(?=[A-Z][a-z])|\s+)(?=[A-Za-z“\"])"
)
_WORD_END = r"(?<=[^\W\d_]|[.,)’”'\"?\]])"
_AFTER_WORD = re.compile(rf"{_WORD_END}\s?(\d{{1,2}}|\*)$")
_TWO_MARKS = re.compile(rf"(?:{_WORD_END}\s?|(?<=\d{{4}}))\d{{1,2}} \d{{1,2}}$")
_OWN_NUMBER = re.compile(  # "Telegram No. 7", "July 29, 31": the number is the heading's own
    r"\b(?:No\.?|Number|and|Telegram|Part|Chapter|of|to|\d,|[A-Z][a-z]+ \d{1,2},) ?\d{1,2}$"
)
_FILE_LINE = re.compile(
    r"(?!Memorandum |Letter |Telegram |Message )(?:\[Page .*|.*[/–-]\d.*"
    r"|.*\b[lL]ot \d.*|.*[fF]iles?\b.*"
    r"|.*\b(?:Papers|Library|Collection|Records)\b.*)"
)
_FROM = re.compile(r"\b(?:[Ff]rom|FROM|[Bb]y)\s+(?=\S)")
_FOR = re.compile(
    r"^(?:.*?Memorand\w+|.*?Paper|.*?Message|.*?Note|.*?Report)\s"
    r"(?:Prepared )?(?:[Ff]or|[Tt]o)\s+(?:the\s)?(.+)$"
)
_MEETING = re.compile(  # what was said by several, sent by nobody
    r"\bBetween\b|\b[Cc]onversation\b"
    r"|^(?:\w+ ){0,3}(?:Record|Minutes|Notes|Transcript|Highlights|Diary|Discussion|Meeting)\b"
    r"|^Memorandum of (?:a )?(?:Discussion|Meeting)|^Summary of (?!.*\b[Ff]rom\b)"
)
_RECORDED = re.compile(r"(?:[Cc]onversation|Discussion|Meeting), (?:by|prepared by) (.+)$")
_NOT_WHO = re.compile(r",? (?:for the (?:Record|Files?)|dated|on|regarding|concerning)\b")
_PLACE_LAST = re.compile(r",\s(?:at\s)?(?:[A-Z][\w’'.-]+ ?){1,3}$")


_BY_WHOM = re.compile(r"\b[Bb]y\s+(?=\S)")  # "Memorandum for the File by Mr. Farr"
_PLACE_ONLY = re.compile(r", (?:[A-Z][\w’'.-]+ ?){1,2},$")  # "… to the Premier, Vardény,"


def mark_heading(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """Number and heading of each letter that an editor has headed."""
    text = sheet.source.text
    for zone in zones(sheet, found):
        place = None if found.asserted(zone.of, "heading") else heading_lines(zone)
        if place is None:
            continue
        number, start, end = place
        if number:
            yield Finding(sheet.span(*number), "number", Words(text[slice(*number)]), BY, zone.of)
        words = Words(squeeze(text[start:end]))
        yield Finding(sheet.span(start, end), "heading", words, BY, zone.of)


def heading_lines(zone: Zone) -> tuple[tuple[int, int] | None, int, int] | None:
    """Where the number and the words of the heading stand in the source; None without a heading."""
    top = [x for x in zone.head[:7] if not re.fullmatch(r"\[Page .*\]", x.text)]
    for at, line in enumerate(top[:5]):
        if phrases.salutation(line.text) or (at and daylines.dateline(top[at - 1].text)):
            return None
        match = headwords.NUMBER_LINE.fullmatch(line.text) if at + 1 < len(top) else None
        if match and at < 4 and not daylines.dateline(top[at + 1].text):
            return _spot(line, match), *_words(top[at + 1], 0)
        match = None if headwords.FILE_NUMBER.match(line.text) else _NUMBERED.match(line.text)
        # "12 Rue Lauriston" at the top is an address: a number without a point must name a kind
        if match and (headwords.heading(line.text) or ("." in match[0] and _set_off(top, at))):
            return _spot(line, match), *_words(line, match.end())
        if daylines.dateline(line.text):
            return None  # what stands above the dateline was no heading
        if headwords.unnumbered_heading(line.text) or _untitled(top, at):
            return None, *_words(line, 0)
    return None


def _spot(line: Line, match: re.Match[str]) -> tuple[int, int]:
    return line.start + match.start(1), line.start + match.end(1)


def _set_off(top: Sequence[Line], at: int) -> bool:
    """ "185. Draft Minutes" over a dateline, or at the very top."""
    words = top[at].text
    if len(words) > 300 or words.endswith((";", ":")) or re.search(r"[a-z]{3,}\. [A-Z]", words):
        return False
    return at == 0 or _dated_below(top, at)


def _untitled(top: Sequence[Line], at: int) -> bool:
    """A heading without a number: it names both sides, or a kind, and a dateline follows."""
    words = top[at].text
    if len(words) > 300 or words.startswith("["):
        return False
    if headwords.plain_heading(words) and not daylines.dateline(words):
        return True
    if not words[:1].isupper() or _FILE_LINE.fullmatch(words):
        return False
    return bool(headwords.kind_of(words)) and _dated_below(top, at)


def _dated_below(top: Sequence[Line], at: int) -> bool:
    return any(daylines.dateline(x.text) for x in top[at + 1 : at + 3])


def _words(line: Line, skip: int) -> tuple[int, int]:
    """The heading's words in a line, without the note mark at its end."""
    words = line.text
    while two := _TWO_MARKS.search(words):
        words = words[: two.end() - len(words.split()[-1])].rstrip()
    end = len(words)
    mark = _AFTER_WORD.search(words)
    if mark and not _OWN_NUMBER.search(words):
        end = len(words[: mark.start()].rstrip())
    elif year := re.search(r"(?<=\d{4})\d{1,2}$", words):  # "November 25, 19571"
        end = year.start()
    return line.start + skip, line.start + end


def named_parties(sheet: Sheet, found: Found, of: str) -> tuple[list[Party], list[Party]]:
    """Senders and recipients that the heading names; offsets count in the source's text."""
    heading = found.asserted(of, "heading")
    if heading is None or heading.span.start == heading.span.end:
        return [], []
    at = heading.span.start
    senders, recipients = _named(sheet.source.text[at : heading.span.end])
    return _shift(senders, at), _shift(recipients, at)


def _named(text: str) -> tuple[list[Party], list[Party]]:
    text = headwords.in_small(text)
    if _MEETING.search(text):
        by = _RECORDED.search(text)
        return (_shift(parties(by[1]), by.start(1)) if by else []), []
    match = _FROM.search(text)
    to = _FOR.match(text)
    if to and re.match(r"(?:the )?(?:Record|Files?)\b", to[1]):
        match = match or _BY_WHOM.search(text)
    elif to and not match:
        return [], _shift(parties(to[1]), to.start(1))
    text = _undated(text)
    if not match and not (headwords.plain_heading(text) or text.startswith("The ")):
        return [], []
    at = match.end() if match else 0
    rest = text[at:]
    cut = sides(rest)
    if cut is None:
        return (_shift(parties(_NOT_WHO.split(rest)[0]), at) if match else []), []
    (a, b), (c, d) = cut
    return _shift(parties(rest[a:b]), at + a), _shift(parties(rest[c:d]), at + c)


def _undated(text: str) -> str:
    """The heading without the place and day that some editors put at its end."""
    hit = next((h for h in dates(text) if h.year), None) or undated(text)
    if hit is None:
        return _PLACE_ONLY.sub("", text) if text.endswith(",") else text
    if not re.search(r",\s*$", text[: hit.start]):
        return text
    before = text[: hit.start].rstrip(" ,")
    place = _PLACE_LAST.search(before)
    if place and not any(w.lower().strip(".,") in OFFICE for w in place[0].split()):
        before = before[: place.start()]
    return before.rstrip(" ,")


def _shift(found: list[Party], by: int) -> list[Party]:
    return [Party(p.start + by, p.end + by, p.name) for p in found]
