"""What opens a letter, and how far back from there its head reaches.

Questions about one line among its neighbours; `follow` asks them line by line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from letterbook.mark import daylines, headwords, phrases
from letterbook.mark.sheet import Line

_LEAD_IN = re.compile(
    r"(?:text|following|verbatim|quote|begin|letter|message|reads?|dated|addressed|deliver"
    r"|transmit|convey|note)\b.{0,260}[:.—]\s*\d{0,2}$",
    re.I,
)
_MEMO = re.compile(
    r"(?:(?:top secret|secret|confidential|draft)\s)?"
    r"memorandum(?:\s(?:for|to|by|of|from)\b.{0,150})?"
    r"|(?:TO|FROM|To|From)\s?:\s?\S.{0,150}"
    r"|aide[- ]m[ée]moire|note verbale|telegram"
    r"|MEMORANDUM|TELEGRAM.{0,60}|RADIOGRAM.{0,60}|CABLE.{0,60}",
    re.I,
)
_NOTE = re.compile(
    r"(?:No\.? ?[\w/-]+\s+)?(?:The|His|Her)\b.{3,160}"
    r"\bpresents? (?:(?:its|his|her|their) )?(?:compliments|respects)\b",
    re.I,
)
_UNKNOWN = re.compile(r"\d{1,4}[a-z]?\. [A-Z](?:(?![a-z]{3}\. [A-Z]).){3,250}(?<![:;])")
_ENCLOSED = re.compile(
    r"[\[(]?(?:Enclosure|Attachment|Inclosure|Annex|Subenclosure|Appendix|Tab)s?"
    r"(?:\s(?:[A-Z]|\d{1,2}|No\. \d+))?[\])]?\d{0,2}",
    re.I,
)
_FILE = re.compile(
    r"\[Page .{1,9}\]|.{2,90}[/–-]\d.{0,60}|.{3,60}\b[lL]ot \d.{0,60}"
    r"|.{3,60}[fF]iles?\b.{0,60}|.{2,60}: Telegram"
)
_LETTERHEAD = re.compile(r"[A-Z][A-Z .,’']{3,40}|(?:No\.?|Ref\.?) ?[\w/. -]{1,20}")

Lines = Sequence[Line]


def opens(lines: Lines, at: int) -> str:
    """What line `at` opens: dateline, heading, salutation, memo, note, enclosure, or ""."""
    words = lines[at].text
    if daylines.dateline(words):
        return "dateline"
    if _headed(lines, at):
        return "heading"
    if phrases.salutation(words):
        return "salutation"
    if at < 3 and daylines.year_line(words) and _saluted_below(lines, at):
        return "dateline"
    if len(words) < 200 and _MEMO.fullmatch(words):
        return "memo"
    if words[:3] in ("The", "His", "Her", "No.", "No ") and _NOTE.match(words):
        return "note"
    return "enclosure" if at > 3 and encloses(words) else ""


def encloses(words: str) -> bool:
    """ "[Enclosure]", "Attachment 2": what follows came along with what stands above."""
    return words[0] in "[(EATSI" and bool(_ENCLOSED.fullmatch(words))


def _headed(lines: Lines, at: int) -> bool:
    words = lines[at].text
    if headwords.heading(words) and _stands_alone(lines, at):
        return True
    if headwords.unnumbered_heading(words):
        return True
    if headwords.NUMBER_LINE.fullmatch(words) and at + 1 < len(lines):
        below = lines[at + 1].text  # over a dateline it is the letter's own number
        return len(below) < 300 and not daylines.dateline(below)
    # "31. Premier Corder’s Answer" names no kind we know: at the top, over a dateline
    numbered = re.match(r"\d{1,4}\. (?=[A-Z]{2,} )", words)
    if numbered and headwords.plain_heading(words[numbered.end() :]):
        return True
    filed = headwords.FILE_NUMBER.match(words)  # "431. KR/12–2657: Telegram"
    unknown = at < 5 and not filed and _UNKNOWN.fullmatch(words) and _dated_below(lines, at)
    return bool(unknown) or (at < 5 and _plain(lines, at))


def _plain(lines: Lines, at: int) -> bool:
    """A heading without number or kind; under "MEMORANDUM FOR" it would be one more addressee."""
    if any(phrases.salutation(x.text) for x in lines[:at]):
        return False  # "The cutting ascribes to …" is what the letter says
    if any(_MEMO.fullmatch(x.text) for x in lines[:at] if len(x.text) < 200):
        return False
    return headwords.plain_heading(lines[at].text)


def _stands_alone(lines: Lines, at: int) -> bool:
    """A heading is set off: not item 3 of a numbered list."""
    words = lines[at].text
    if at < 4 and (_dated_below(lines, at) or not _dated_above(lines, at)):
        return True
    if words.endswith("."):
        return False
    telling = re.search(r"\b[Ff]rom\b.+\bto\b|\bFor\b|\bof (?:a )?Conversation\b", words)
    dated = _dated_below(lines, at)
    return lines[at].gap or dated if telling else lines[at].gap and dated


def _dated_above(lines: Lines, at: int) -> bool:
    return any(daylines.dateline(line.text) for line in lines[:at])


def _dated_below(lines: Lines, at: int) -> bool:
    return any(daylines.dateline(line.text) for line in lines[at + 1 : at + 4])


def _saluted_below(lines: Lines, at: int) -> bool:
    return any(phrases.salutation(line.text) for line in lines[at + 1 : at + 5])


def leads_in(lines: Lines, first: int, floor: int) -> bool:
    """Whether the two lines above `first` announce a text: "Please deliver the following:"."""
    before = lines[max(floor, first - 2) : first]
    return any(_LEAD_IN.search(line.text[-330:]) for line in before)


def starts_letter(lines: Lines, at: int) -> bool:
    """After a letter has closed, a dateline opens another if a letter's parts follow it."""
    nearby = lines[at + 1 : at + 8]
    follows = any(phrases.salutation(x.text) or len(x.text) > 160 for x in nearby)
    return follows or _MEMO.fullmatch(lines[at].text) is not None


def quoted_to(lines: Lines, first: int) -> int:
    """The last line of a letter given in quotation marks from `first` on; -1 if it is not.

    Each paragraph may open with a mark; only the last ends with one.
    """
    if lines[first].text[0] not in '“"':
        return -1
    for at in range(first, min(first + 500, len(lines))):
        words = lines[at].text
        ends = words.rstrip(" .")[-1:] in ("”", '"') and len(words) > 1
        if ends and not (at + 1 < len(lines) and lines[at + 1].text[0] in '“"'):
            return at
    return -1


def head_from(lines: Lines, at: int, floor: int, how: str) -> int:
    """From what opens a letter back over its head: dateline, address, file number."""
    if how == "heading":
        return _over_files(lines, at, floor)
    first = at
    while first - 1 > floor and at - first < 8:
        words = lines[first - 1].text
        filed = how == "dateline" and len(words) < 60 and _FILE.fullmatch(words)
        if filed or daylines.dateline(words):
            return _over_letterhead(lines, first - 1, floor)
        if how == "dateline" and floor < 0 and headwords.titled(words):
            return _over_files(lines, first - 1, floor)
        if len(words) > 70 or phrases.closing(words) or words.endswith((":", "?", "!")):
            break
        above = lines[max(floor + 1, first - 6) : first - 1]
        if floor >= 0 and not any(daylines.dateline(x.text) for x in above):
            break  # nothing above dates it: what stands there belongs to the letter before
        first -= 1
    return first


def _over_files(lines: Lines, at: int, floor: int) -> int:
    """A heading's "No. 674" and "611.41/3–457: Telegram" stand above it."""
    first = at
    while first - 1 > floor and at - first < 8:
        words = lines[first - 1].text
        if not (_FILE.fullmatch(words) or headwords.NUMBER_LINE.fullmatch(words)):
            break
        first -= 1
    return first


def _over_letterhead(lines: Lines, at: int, floor: int) -> int:
    """A letterhead above the dateline: "THE ROYAL HOUSEHOLD"."""
    while floor < 0 < at and _LETTERHEAD.fullmatch(lines[at - 1].text):
        at -= 1
    return at


def signature_to(lines: Lines, closed: int) -> int:
    """The last line of the signature that follows the closing in line `closed`."""
    at = closed
    while at + 1 < len(lines) and at - closed < 4:
        words = lines[at + 1].text
        if len(words) >= 60 or words.endswith((".", ":")):
            break
        if opens(lines, at + 1) in ("dateline", "heading", "salutation"):
            break
        at += 1
    return at
