"""Where each letter of a sheet begins and ends, and which is enclosed in which.

A page may print two letters, a typescript twenty, a telegram may carry a letter. A letter opens
with an editor's heading, a dateline, or a salutation, and goes on to the next opening.
Nothing opens in the middle of a letter that has not been closed, unless words lead in
("Following is text of message …"): then it is enclosed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from letterbook.mark import phrases
from letterbook.mark.dates import dates
from letterbook.mark.notes import notes_start
from letterbook.mark.sheet import Found, Line, Sheet, rule
from letterbook.model import Document, Extent, Finding, letter_id

BY = rule("letters")
_LEAD_IN = re.compile(
    r"(?:text|following|verbatim|quote|begin|letter|message|reads?|dated|addressed|deliver|transmit|convey|note)\b.{0,260}[:.—]\s*\d{0,2}$",
    re.I,
)
_MEMO = re.compile(
    r"(?:(?:top secret|secret|confidential|draft)\s)?memorandum(?:\s(?:for|to|by|of|from)\b.{0,150})?|(?:TO|FROM|To|From)\s?:\s?\S.{0,150}|"
    r"aide[- ]m[ée]moire|note verbale|telegram|MEMORANDUM|TELEGRAM.{0,60}|RADIOGRAM.{0,60}|CABLE.{0,60}",
    re.I,
)
_NOTE = re.compile(
    r"(?:No\.? ?[\w/-]+\s+)?(?:The|His|Her)\b.{3,160}\bpresents? (?:(?:its|his|her|their) )?(?:compliments|respects)\b",
    re.I,
)
_UNKNOWN = re.compile(r"\d{1,4}[a-z]?\. [A-Z](?:(?![a-z]{3}\. [A-Z]).){3,250}(?<![:;])")
_ENCLOSED = re.compile(
    r"[\[(]?(?:Enclosure|Attachment|Inclosure|Annex|Subenclosure|Appendix|Tab)s?(?:\s(?:[A-Z]|\d{1,2}|No\. \d+))?[\])]?\d{0,2}",
    re.I,
)
_FILE = re.compile(
    r"\[Page .{1,9}\]|.{2,90}[/–-]\d.{0,60}|.{3,60}\b[lL]ot \d.{0,60}|.{3,60}[fF]iles?\b.{0,60}|.{2,60}: Telegram"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """A letter as it is being followed: the index of its first line, and how far it has come."""

    first: int
    how: str
    saluted: int = -1
    closed: int = -1
    inside: int | None = None
    end: int = -1


def mark_letters(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """One finding a letter; none where the sheet holds no letter."""
    if any(
        isinstance(f.value, Document) and f.value.form != "letters" for f in found.all("document")
    ):
        return
    text, lines = sheet.source.text, body_lines(sheet, found)
    openings = [Opening(0, "markup")] if _tagged(sheet, found) else _follow(lines)
    if _tagged(sheet, found):
        openings += [replace(o, inside=0) for o in _enclosures(lines)]
    end_of_text = len(text.rstrip())
    outer = [o for o in openings if o.inside is None]
    for at, opening in enumerate(openings, 1):
        start = lines[opening.first].start if lines else 0
        following = next((o for o in outer if o.first > opening.first), None)
        end = lines[following.first - 1].end if following else end_of_text
        if opening.inside is not None:
            end = lines[opening.end].end if opening.end >= 0 else end
        inside = opening.inside + 1 if opening.inside is not None else None
        start = 0 if opening.how == "markup" else start
        value = Extent(at, inside)
        yield Finding(sheet.span(start, end), "letter", value, BY, letter_id(sheet.source.id, at))


def body_lines(sheet: Sheet, found: Found) -> list[Line]:
    """The lines before the notes that are not furniture."""
    end = notes_start(sheet, found)
    skipped = [
        (f.span.start, f.span.end) for f in found.all("furniture") if f.span.end > f.span.start
    ]
    lines = [line for line in sheet.lines if line.end <= end]
    if skipped:
        lines = [x for x in lines if not any(a <= x.start and x.end <= b for a, b in skipped)]
    return lines


def _tagged(sheet: Sheet, found: Found) -> bool:
    """The editors of a TEI document, or the frontmatter of a page, already say that it is a letter."""
    kinds = ("sender", "recipient", "dateline", "date", "heading")
    return any(f.of and f.by.kind == "markup" for kind in kinds for f in found.all(kind))


def _follow(lines: list[Line]) -> list[Opening]:
    openings: list[Opening] = []
    current = at = -1
    while (at := at + 1) < len(lines):
        how = _opens(lines, at)
        if how:
            known = len(openings)
            current = _take(openings, current, lines, at, how)
            if len(openings) > known:
                at = max(at, openings[-1].end)  # past a letter given in quotation marks
        elif current >= 0 and _closes(lines[at].text):
            openings[current] = replace(openings[current], closed=at)
            if openings[current].inside is not None:
                openings[current] = replace(openings[current], end=_tail(lines, at))
                current = openings[current].inside or 0
    return openings


def _take(openings: list[Opening], current: int, lines: list[Line], at: int, how: str) -> int:
    """Add what opens at line `at`, or give it to the letter it belongs to; the letter to follow."""
    if current < 0:
        if how == "dateline" and at > 8 or how == "memo" and at > 12:
            return current
        openings.append(Opening(_back(lines, at, -1, how), how, at if how == "salutation" else -1))
        return 0
    now = openings[current]
    fresh = (
        all(len(x.text) < 160 for x in lines[now.first : at])
        and at - now.first < 30
        and now.closed < 0
    )
    if how == "heading":
        under_number = bool(re.fullmatch(r"No\. ?\d{1,4}", lines[at - 1].text))
        if (
            under_number
            or fresh
            and now.how != "heading"
            and now.saluted < 0
            and at - now.first < 4
        ):
            openings[current] = replace(now, how=how)
            return current
        if current and now.inside is not None:
            openings[current] = replace(now, end=at - 1)
        openings.append(Opening(_back(lines, at, now.first, how), how))
        return len(openings) - 1
    if how == "enclosure":
        outer = now.inside if now.inside is not None else current
        openings.append(Opening(at, how, inside=outer))
        return len(openings) - 1
    first = _back(lines, at, max(now.closed, now.first), how)
    if how == "salutation" and now.closed < 0 and _carries(lines, now, first):
        outer = now.inside if now.inside is not None else current
        openings.append(Opening(first, how, at, inside=outer, end=_quoted(lines, first)))
        return current if openings[-1].end >= 0 else len(openings) - 1
    if how == "salutation" and fresh and now.saluted < 0:
        # a page's own date above the editor's words is not the letter's: the nearer dateline is
        nearer = _back(lines, at, now.first, how) if now.how == "dateline" else now.first
        other = _day(lines[nearer : nearer + 1]) != _day(lines[now.first : at]) or any(
            x.text.endswith(":") and len(x.text) > 40 for x in lines[now.first : nearer]
        )
        dated = nearer < at and phrases.dateline(lines[nearer].text) and other
        openings[current] = replace(now, saluted=at, first=nearer if dated else now.first)
        return current
    if how == "salutation" and now.closed < 0 and _leads_in(lines, first, now.first):
        outer = now.inside if now.inside is not None else current
        openings.append(Opening(first, how, at, inside=outer))
        return len(openings) - 1
    if how == "salutation" and now.closed >= 0 and first > now.closed:
        openings.append(Opening(first, how, at))
        return len(openings) - 1
    if (
        how in ("dateline", "memo", "note")
        and now.closed >= 0
        and at > now.closed
        and _starts_letter(lines, at)
    ):
        openings.append(Opening(first, how))
        return len(openings) - 1
    return current


def _day(lines: list[Line]) -> object:
    return next((hit.when.earliest for line in lines for hit in dates(line.text)), None)


def _opens(lines: list[Line], at: int) -> str:
    words = lines[at].text
    if phrases.dateline(words):
        return "dateline"
    if phrases.heading(words) and _stands_alone(lines, at) or phrases.unnumbered_heading(words):
        return "heading"
    if (
        re.fullmatch(r"No\. ?\d{1,4}", words)
        and at + 1 < len(lines)
        and len(lines[at + 1].text) < 300
    ):
        return "heading"
    if at < 5 and (
        phrases.plain_heading(words) or _UNKNOWN.fullmatch(words) and _dated_below(lines, at)
    ):
        return "heading"
    if phrases.salutation(words):
        return "salutation"
    if at < 3 and phrases.year_line(words) and _saluted_below(lines, at):
        return "dateline"
    if len(words) < 200 and _MEMO.fullmatch(words):
        return "memo"
    if words[:3] in ("The", "His", "Her", "No.", "No ") and _NOTE.match(words):
        return "note"
    return "enclosure" if words[0] in "[(EATSI" and _ENCLOSED.fullmatch(words) and at > 3 else ""


def _stands_alone(lines: list[Line], at: int) -> bool:
    """A heading is set off: not item 3 of a numbered list."""
    words = lines[at].text
    if at < 4 or re.search(r"\b[Ff]rom\b.+\bto\b|\bFor\b|\bof (?:a )?Conversation\b", words):
        return at < 4 or not words.endswith(".") and (lines[at].gap or _dated_below(lines, at))
    return lines[at].gap and not words.endswith(".") and _dated_below(lines, at)


def _dated_below(lines: list[Line], at: int) -> bool:
    return any(phrases.dateline(line.text) for line in lines[at + 1 : at + 4])


def _saluted_below(lines: list[Line], at: int) -> bool:
    return any(phrases.salutation(line.text) for line in lines[at + 1 : at + 5])


def _closes(words: str) -> bool:
    return phrases.closing(words) or bool(
        len(words) > 60 and phrases.RUN_ON_CLOSING.search(words[-90:])
    )


def _carries(lines: list[Line], now: Opening, first: int) -> bool:
    """Whether the words before a salutation lead in a letter that the present one carries.

    A page's heading ("made public the following correspondence:") carries nothing: under a bare
    dateline there must be a telegram's number or the letter must stand in quotation marks.
    """
    if now.how not in ("heading", "dateline") or not _leads_in(lines, first, now.first):
        return False
    numbered = any(
        re.match(r"(?:No\. )?[A-Z]{0,2}\d{1,6}\. ", x.text) for x in lines[now.first + 1 : first]
    )
    return now.how == "heading" or numbered or lines[first].text[0] in '“"'


def _leads_in(lines: list[Line], first: int, floor: int) -> bool:
    before = lines[max(floor, first - 2) : first]
    return any(_LEAD_IN.search(line.text[-330:]) for line in before)


def _quoted(lines: list[Line], first: int) -> int:
    """The last line of a letter given in quotation marks; -1 if it is not.

    Each paragraph may open with a mark; only the last ends with one.
    """
    if lines[first].text[0] not in '“"':
        return -1
    for at in range(first, len(lines)):
        ends = lines[at].text.rstrip(" .")[-1:] in '”"' and len(lines[at].text) > 1
        if ends and not (at + 1 < len(lines) and lines[at + 1].text[0] in '“"'):
            return at
    return -1


def _starts_letter(lines: list[Line], at: int) -> bool:
    """After a letter has closed, a dateline opens another if a letter's parts follow it."""
    nearby = lines[at + 1 : at + 8]
    return (
        any(phrases.salutation(x.text) or len(x.text) > 160 for x in nearby)
        or _MEMO.fullmatch(lines[at].text) is not None
    )


def _back(lines: list[Line], at: int, floor: int, how: str) -> int:
    """From what opens a letter back over its head: dateline, address, file number."""
    first = at
    while first - 1 > floor and at - first < 8:
        words = lines[first - 1].text
        if how == "heading":
            if not (_FILE.fullmatch(words) or re.fullmatch(r"No\. ?\d{1,4}", words)):
                break
        elif phrases.dateline(words) or (
            how == "dateline" and _FILE.fullmatch(words) and len(words) < 60
        ):
            return _above(lines, first - 1, floor)
        elif len(words) > 70 or phrases.closing(words) or words.endswith((":", "?", "!")):
            break
        elif (
            not any(phrases.dateline(x.text) for x in lines[max(floor + 1, first - 6) : first - 1])
            and floor >= 0
        ):
            break  # nothing above dates it: what stands there belongs to the letter before
        first -= 1
    return first


def _above(lines: list[Line], at: int, floor: int) -> int:
    """A letterhead above the dateline: "THE WHITE HOUSE"."""
    while (
        at - 1 > floor
        and floor < 0
        and re.fullmatch(
            r"[A-Z][A-Z .,’']{3,40}|(?:No\.?|Ref\.?) ?[\w/. -]{1,20}", lines[at - 1].text
        )
    ):
        at -= 1
    return at


def _tail(lines: list[Line], closed: int) -> int:
    """The last line of the signature that follows a closing."""
    at = closed
    while (
        at + 1 < len(lines)
        and at - closed < 4
        and len(lines[at + 1].text) < 60
        and not lines[at + 1].text.endswith((".", ":"))
    ):
        if phrases.dateline(lines[at + 1].text) or _opens(lines, at + 1) in (
            "heading",
            "salutation",
        ):
            break
        at += 1
    return at


def _enclosures(lines: list[Line]) -> list[Opening]:
    """Letters carried by a document whose own bounds the markup gives."""
    openings = [Opening(0, "markup", 0)]
    for at, line in enumerate(lines):
        current = openings[-1]
        if _closes(line.text) and current.inside is not None and current.end < 0:
            openings[-1] = replace(current, closed=at, end=_tail(lines, at))
        elif (
            at > 2
            and len(line.text) < 400
            and phrases.salutation(line.text)
            and _leads_in(lines, first := _back(lines, at, 1, "salutation"), 1)
        ):
            openings.append(Opening(first, "salutation", at, inside=0))
        elif line.text[0] in "[(EATSI" and at > 3 and _ENCLOSED.fullmatch(line.text):
            openings.append(Opening(at, "enclosure", inside=0))
    return openings[1:]
