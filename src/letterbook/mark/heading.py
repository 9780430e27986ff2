"""The editor's heading of a letter: its number, its words, the kind of document they name.

"162. Letter From Chairman Khrushchev to President Kennedy" · "No. 674" over "Memorandum by …" ·
"845.00/9–1548: Telegram" over "The Chargé in India (Donovan) to the Secretary of State".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.mark import phrases
from letterbook.mark.dates import dates, undated
from letterbook.mark.parties import OFFICE, Party, parties, sides
from letterbook.mark.sheet import Found, Line, Sheet, extent, rule
from letterbook.mark.zone import Zone, zones
from letterbook.model import Finding, Words
from letterbook.text import squeeze

BY = rule("heading")
_NUMBER_LINE = re.compile(r"No\. ?(\d{1,4})")
_NUMBERED = re.compile(r"(?:No\.\s?)?(\d{1,4}[a-z]?)(?:\.\s+|\.(?=[A-Z][a-z])|\s+)(?=[A-Za-z“\"])")
_AFTER_WORD = re.compile(r"(?<=[^\W\d_]|[.,)’”'\"?\]])\s?(\d{1,2}|\*)$")
_FILE_LINE = re.compile(
    r"(?:\[Page .*|.*[/–-]\d.*|.*\b[lL]ot \d.*|.*[fF]iles?\b.*|.*\b(?:Papers|Library|Collection|Records)\b.*)"
)
_FROM = re.compile(r"\b(?:[Ff]rom|FROM|[Bb]y)\s+(?=\S)")
_FOR = re.compile(
    r"^(?:.*?Memorand\w+|.*?Paper|.*?Message|.*?Note|.*?Report)\s(?:Prepared )?(?:[Ff]or|[Tt]o)\s+(?:the\s)?(.+)$"
)


_MEETING = re.compile(
    r"\bBetween\b|\b[Cc]onversation\b|^(?:\w+ ){0,3}(?:Record|Minutes|Notes|Transcript|Highlights|Diary|Discussion|Meeting)\b|"
    r"^Memorandum of (?:a )?(?:Discussion|Meeting)|^Summary of (?!.*\b[Ff]rom\b)"
)  # what was said by several, sent by nobody


def mark_heading(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """Number, heading and kind of each letter that an editor has headed."""
    for zone in zones(sheet, found):
        of = zone.letter.of
        tagged = found.asserted(of, "heading")
        if tagged is not None and isinstance(tagged.value, Words):
            yield from _kind(sheet, found, zone, tagged.value.text, tagged)
            continue
        place = heading_lines(zone)
        if place is None:
            yield from _kind(sheet, found, zone, "", None)
            continue
        number, start, end = place
        words = squeeze(sheet.source.text[start:end])
        if number:
            yield Finding(
                sheet.span(*number), "number", Words(sheet.source.text[slice(*number)]), BY, of
            )
        heading = Finding(sheet.span(start, end), "heading", Words(words), BY, of)
        yield heading
        yield from _kind(sheet, found, zone, words, heading)


def heading_lines(zone: Zone) -> tuple[tuple[int, int] | None, int, int] | None:
    """Where the number and the words of the heading stand in the source; None without a heading."""
    top = [x for x in zone.head[:7] if not re.fullmatch(r"\[Page .*\]", x.text)]
    for at, line in enumerate(top[:5]):
        if phrases.salutation(line.text) or at and phrases.dateline(top[at - 1].text):
            return None
        if (match := _NUMBER_LINE.fullmatch(line.text)) and at + 1 < len(top) and at < 4:
            following = top[at + 1]
            if not phrases.dateline(following.text):
                return (line.start + match.start(1), line.start + match.end(1)), *_words(
                    following, 0
                )
        match = None if phrases.FILE_NUMBER.match(line.text) else _NUMBERED.match(line.text)
        if match and (phrases.heading(line.text) or _set_off(top, at)):
            number = (line.start + match.start(1), line.start + match.end(1))
            return number, *_words(line, match.end())
        if phrases.dateline(line.text):
            return None  # what stands above the dateline was no heading
        if phrases.unnumbered_heading(line.text) or _untitled(top, at):
            return None, *_words(line, 0)
    return None


def _set_off(top: list[Line], at: int) -> bool:
    """ "185. Draft Minutes" over a dateline, or at the very top."""
    words = top[at].text
    if len(words) > 300 or words.endswith((";", ":")) or re.search(r"[a-z]{3,}\. [A-Z]", words):
        return False
    return at == 0 or any(phrases.dateline(x.text) for x in top[at + 1 : at + 3])


def _untitled(top: list[Line], at: int) -> bool:
    """A heading without a number: it names both sides, or a kind, and a dateline follows."""
    words = top[at].text
    if len(words) > 300 or words.startswith("["):
        return False
    if phrases.plain_heading(words) and not phrases.dateline(words):
        return True
    below = any(phrases.dateline(x.text) for x in top[at + 1 : at + 3])
    return (
        below
        and bool(phrases.kind_of(words))
        and not _FILE_LINE.fullmatch(words)
        and words[:1].isupper()
    )


def _words(line: Line, skip: int) -> tuple[int, int]:
    """The heading's words in a line, without the note mark at its end."""
    words = line.text
    while double := re.search(
        r"(?:(?<=[^\W\d_]|[.,)’”'\"?\]])\s?|(?<=\d{4}))\d{1,2} \d{1,2}$", words
    ):
        words = words[: double.end() - len(words.split()[-1])].rstrip()
    mark = _AFTER_WORD.search(words)
    if mark and not re.search(
        r"\b(?:No\.?|Number|and|Telegram|Part|Chapter|of|to|\d,|[A-Z][a-z]+ \d{1,2},) ?\d{1,2}$",
        words,
    ):
        return line.start + skip, line.start + len(words[: mark.start()].rstrip())
    year = re.search(r"(?<=\d{4})\d{1,2}$", words)  # "November 25, 19571"
    return line.start + skip, line.start + (year.start() if year else len(words))


def _kind(
    sheet: Sheet, found: Found, zone: Zone, words: str, heading: Finding | None
) -> Iterator[Finding]:
    of = zone.letter.of
    if found.asserted(of, "kind"):
        return
    kind = phrases.kind_of(words)
    span = heading.span if heading else None
    if not kind:
        for line in zone.head[:6]:
            own = re.search(r": ?(?:Circular )?([Tt]elegram|[Aa]irgram|Letter)\b", line.text) or re.fullmatch(
                r"(?:(?:Top )?Secret |Confidential |Draft )?(MEMORANDUM|TELEGRAM|CABLE|AIRGRAM|AIDE[- ]M[EÉ]MOIRE|NOTE VERBALE|[Mm]emorandum|[Tt]elegram|[Aa]ide-[Mm][ée]moire)\b.{0,120}",
                line.text)  # fmt: skip
            if own and not phrases.dateline(line.text):
                kind = phrases.kind_of(own[0])
                span = sheet.span(line.start, line.end)
                break
    if kind and span:
        yield Finding(span, "kind", Words(kind), BY, of)
    elif not re.search(r"[a-z]", words) or phrases.plain_heading(words):
        yield from _by_form(sheet, zone, bool(heading))


def _by_form(sheet: Sheet, zone: Zone, headed: bool) -> Iterator[Finding]:
    """The kind a text's form shows: a salutation makes a letter, compliments a note."""
    of = zone.letter.of
    told = zone.above[-1] if zone.above and extent(zone.letter).inside is not None else None
    if told and (
        match := re.search(
            r"\b(?:following|text of|verbatim) (?:personal |oral )?(message|note)\b",
            told.text[-300:],
        )
    ):
        yield Finding(sheet.span(told.start, told.end), "kind", Words(match[1]), BY, of)
        return
    opening = " ".join(x.text for x in zone.lines[: len(zone.head) + 2])[:1500]
    if match := re.search(
        r"\bpresents? (?:(?:its|his|her|their) )?(?:compliments|respects)\b", opening
    ):
        line = next((x for x in zone.lines if match[0] in x.text), zone.lines[0])
        yield Finding(sheet.span(line.start, line.end), "kind", Words("note"), BY, of)
    elif zone.saluted >= 0 and not headed:
        line = zone.lines[zone.saluted]
        yield Finding(sheet.span(line.start, line.end), "kind", Words("letter"), BY, of)
    elif memo := next(
        (
            x
            for x in zone.head[:12]
            if re.match(r"(?:TO|FROM|To|From)\s?:|SUBJECT$|Subject:|PARTICIPANTS", x.text)
        ),
        None,
    ):
        kind = "memcon" if memo.text.startswith("PARTICIPANTS") else "memorandum"
        yield Finding(sheet.span(memo.start, memo.end), "kind", Words(kind), BY, of, (), 0.8)


def named_parties(sheet: Sheet, found: Found, of: str) -> tuple[list[Party], list[Party]]:
    """Senders and recipients that the heading names; offsets count in the source's text."""
    heading = found.asserted(of, "heading")
    if heading is None or heading.span.start == heading.span.end:
        return [], []
    text = sheet.source.text[heading.span.start : heading.span.end]
    if _MEETING.search(text):
        by = re.search(r"(?<=[Cc]onversation), (?:by|prepared by) (.+)$", text)
        return (_shift(parties(by[1]), heading.span.start + by.start(1)), []) if by else ([], [])
    match = _FROM.search(text)
    if (
        not match
        and (for_ := _FOR.match(text))
        and not re.match(r"(?:the )?(?:Record|Files?)\b", for_[1])
    ):
        return [], _shift(parties(for_[1]), heading.span.start + for_.start(1))
    text = _undated(text)
    rest = text[match.end() :] if match else text
    at = heading.span.start + (match.end() if match else 0)
    if not match and not (phrases.plain_heading(text) or text.startswith("The ")):
        return [], []
    cut = sides(rest)
    if cut is None:
        return (_shift(parties(_before_for(rest)), at), []) if match else ([], [])
    (a, b), (c, d) = cut
    return _shift(parties(rest[a:b]), at + a), _shift(parties(rest[c:d]), at + c)


def _undated(text: str) -> str:
    """The heading without the place and day that some editors put at its end."""
    hit = next((h for h in dates(text) if h.year), None) or undated(text)
    if hit is None or not re.search(r",\s*$", text[: hit.start]):
        return text
    before = text[: hit.start].rstrip(" ,")
    place = re.search(r",\s(?:at\s)?(?:[A-Z][\w’'.-]+ ?){1,3}$", before)
    if place and not any(w.lower().strip(".,") in OFFICE for w in place[0].split()):
        before = before[: place.start()]
    return before.rstrip(" ,")


def _before_for(rest: str) -> str:
    return re.split(r",? (?:for the (?:Record|Files?)|dated|on|regarding|concerning)\b", rest)[0]


def _shift(found: list[Party], by: int) -> list[Party]:
    return [Party(p.start + by, p.end + by, p.name) for p in found]
