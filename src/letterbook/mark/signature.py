"""Signatures: who signed, in what office, for whom.

"AMOS TREDWAY" · "Walter Strand3" · "/s/ M. Oreno" · "For the Minister: T. Vale" · two signers on
two lines · "J. E. Hull / General, Army of Orvane".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from letterbook.mark import headwords, phrases
from letterbook.mark.address import find_block
from letterbook.mark.offices import NAMES_TOO, OFFICE
from letterbook.mark.party import in_small, is_person, party
from letterbook.mark.sheet import Found, Line, Sheet, Zone, rule
from letterbook.mark.zone import zones
from letterbook.model import Finding, Name
from letterbook.text import squeeze

BY = rule("signature")
_SIGNED = re.compile(
    r"^[\[(]?\s*(?:/s/|s/|\[?signed\]?|\(?sgd\.?\)?|L\.\s?S\.|Signed:?)\s*[\])]?\s*:?\s*", re.I
)
_BUREAU = re.compile(r"^[A-Z]{1,4}(?:/[A-Z]{1,4})?—(?=[A-Z][a-z])")  # "IO—Irma Kálnor"
_FOR = re.compile(
    r"(?:For|By direction of|On behalf of|Pour|By order of|By command of|p\.p\.)\s+(?:the\s)?"
    r"(?P<whom>[A-Z].{2,70}?)\s?[:,]?(?:\s(?=/s/)|$)"
)
_MARKS = re.compile(r"(?<=[^\W\d_]|[.)’”'\"\]])\s?\d{1,2}$")
_RANK = re.compile(
    r"(?:Lieutenant |Major |Brigadier |Rear |Vice |Lt\.? |Maj\.? |Brig\.? )*"
    r"(?:General|Admiral|Colonel|Captain|Commander|Major|Lieutenant)\b.*"
    r"|.*\b(?:USN|USA|USAF|USMC|U\.S\. Army|United States (?:Army|Navy|Air Force))\b.*"
)
_STOP = re.compile(  # what stands under a signature and is none: "Enclosure", "cc: Mr. Vale"
    r"(?:approved?|disapproved?|agreed?|enclosures?|attachments?|tab|cc|copy|copies|copied|page"
    r"|subject|secret|confidential|priority|recommendations?|conclusions?|concurrences?"
    r"|top secret|distribution|ps|p\.s|n\.b|notes?|end|unquote|end text|end message|yes|no|other"
    r"|see|speak|clearances?|drafted|background|summary|discussion|option|amount|total|annex"
    r"|action|info|unclassified|sent|repeated|passed|please|department|dept|rptd|pouched)\b",
    re.I,
)
_TRAILER = re.compile(  # what a code room adds under a telegram
    r"(?:Sent|Repeated|Department (?:please )?(?:pass|repeat)|Pouched|Dept pass|Copies? to|Passed)"
    r"\b.*",
    re.I,
)
_ABBREVIATION = re.compile(r"[A-Z]{2,6}(?:[/-][A-Z]{1,6})*")
_LATER = re.compile(r",? (?:Jr|Sr|jr|sr|JR|SR|I{1,3}|IV|2nd|3rd|Esq)\b")
_POST_NOMINAL = re.compile(r", ((?:[A-Z]\.){2,4}|USN|USA|USMC|USAF|M\.?P\.?)$")  # "Vale, U.S.S."
_SYLLABLE = re.compile(r"^([A-Z][a-z]+ )([a-z]{3,4})( [A-Z][a-z]+)$")  # "Sor ming Vael"
_COPIES = re.compile(r"(?:cc|CC|Copy to|Copies to)\s?:")
_LATER_END = re.compile(r",? (?:jr\.?|sr\.?|2nd|3rd|\(?signed\)?)$")
_INITIALS = re.compile(r"[A-ZÀ-Þ](?:\.?\s?[A-ZÀ-ÞŁŚŽŠČ]){1,3}\.?|[A-ZÀ-Þ]\.")
_INITIALLED = re.compile(r"(?:[A-Z]\.\s?){1,3}[A-Z][\w’'-]+")  # "S. T. WARDEN" holds no office
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Jr|Sr|de[A-Z])\.$")


@dataclass(frozen=True, slots=True)
class Hand:
    """A signature: where it stands and whose it is."""

    start: int
    end: int
    name: Name


def mark_signature(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """The signatures of each letter."""
    for zone in zones(sheet, found):
        if any(f.by.kind == "markup" for f in found.about(zone.of, "signature")):
            continue
        block = find_block(zone)
        taken = {x.start for x in block.lines} if block else set()
        free = [x for x in zone.tail if x.start not in taken]
        tail = _own(zone, free)
        hands = _hands(_after_closing(zone, tail)) or _hands(_last_names(tail))
        hands = hands or _hands(_last_names(free))  # signed below "cc: Mr. Vale"
        for hand in _one_hand(hands, zone.closed >= 0)[:6]:
            span = sheet.span(hand.start, max(hand.start + 1, hand.end))
            yield Finding(span, "signature", hand.name, BY, zone.of)


def _own(zone: Zone, tail: list[Line]) -> list[Line]:
    """The tail without what ends a letter quoted in it: "Faithfully, Chris.”" over "Strand".

    Nor do those sign who get copies, under "cc: Mr. Vale".
    """
    tail = tail[: next((i for i, x in enumerate(tail) if _COPIES.match(x.text)), len(tail))]
    quoted = [x for x in tail if x.text.endswith("”") and "“" not in x.text and len(x.text) < 60]
    last = tail[-1] if tail else None
    return [x for x in tail if x not in quoted] if last and last not in quoted else tail


def _hands(lines: list[Line]) -> list[Hand]:
    """Who signs on these lines; a line of office belongs to the name above it."""
    signed: list[Hand] = []
    behalf = ""
    for line in lines:
        words = _BUREAU.sub("", _MARKS.sub("", line.text).strip())
        bare = _SIGNED.sub("", words).strip(' ,[]()“”"')
        if not signed and (match := _FOR.match(bare)):  # "For the Minister:" over "T. Vale"
            behalf = match["whom"]
            bare = bare[match.end() :].strip(" /s")
            if not bare:
                continue
        if signed and (_RANK.fullmatch(bare) or _is_office(bare)):
            last = signed[-1]
            office = squeeze(f"{last.name.office}, {bare}").strip(", ")
            signed[-1] = replace(last, end=line.end, name=replace(last.name, office=office))
        elif signed and " " in signed[-1].name.name and _ABBREVIATION.fullmatch(bare):
            signed[-1] = _abbreviated(signed[-1], line, bare)
        elif not _STOP.match(bare) and (_signer(bare) or (_SIGNED.match(words) and bare)):
            signed += _named(line, bare, behalf)
        elif signed:
            break
    return signed


def _abbreviated(last: Hand, line: Line, bare: str) -> Hand:
    """ "J.C. Vale" over "RCH": his office; "JCV" would be his own initials again."""
    initials = "".join(re.findall(r"[A-Z]", last.name.name))
    if bare == initials or last.name.office:
        return replace(last, end=line.end)
    return replace(last, end=line.end, name=replace(last.name, office=bare))


def _named(line: Line, bare: str, behalf: str) -> list[Hand]:
    """The signature on a line; "Irma Kálnor, Clement Farr" are two."""
    if title := _POST_NOMINAL.search(bare):
        name = Name(bare[: title.start()], title[1], behalf)
        return [Hand(line.start + line.text.find(bare), line.end, name)]
    several = bare.split(", ")
    if len(several) > 1 and not _LATER.search(bare) and all(map(is_person, several)):
        found = ((line.start + line.text.find(part), part) for part in several)
        return [Hand(start, line.end, Name(part, "", behalf)) for start, part in found]
    told = Name(bare) if is_person(in_small(bare)) else party(bare)
    name = Name(told.name or bare, told.office if told.name else "", behalf)
    return [Hand(line.start + line.text.find(bare), line.end, name)]


def _one_hand(signed: list[Hand], closed: bool) -> list[Hand]:
    """ "Ken" over "Kenneth T. Vale, Jr." is one hand; so is "Walter" over a letter's "Strand"."""
    if len(signed) != 2 or (not closed and " " not in signed[1].name.name):
        return signed
    (first, second), end = (hand.name for hand in signed), signed[1].end
    short = first.name.replace(".", "").strip("” ")
    if " " in second.name:
        initials = "".join(w[0] for w in second.name.split() if w[:1].isupper())
        initialled = " " in short and _initialled(short, second.name)
        if " " not in short or short.replace(" ", "") in initials or initialled:
            name = Name(second.name, second.office, second.acting_for or first.acting_for)
            return [Hand(signed[0].start, end, name)]
    elif closed and " " not in short and not short.isupper():
        return [Hand(signed[0].start, end, Name(f"{short} {second.name}", second.office))]
    return signed


def _initialled(short: str, full: str) -> bool:
    """ "W. G. Strand" and "Walter G. Strand"."""
    a, b = short.split(), full.replace(".", "").split()
    return a[-1] == b[-1] and a[0][0] == b[0][0]


def _after_closing(zone: Zone, tail: list[Line]) -> list[Line]:
    """The lines on which the letter may be signed."""
    if zone.closed >= 0:
        lines = [x for x in tail if not phrases.closing(x.text)]
        if lines and lines[0].start == zone.lines[zone.closed].start:
            lines = lines[1:]  # a closing that ends the last paragraph
        return lines[:8]
    lines = list(tail)
    while lines and _trails(lines[-1].text):
        lines.pop()
    if lines and _signer(_unmarked(lines[0].text)):
        return lines  # straight under the last paragraph; what follows is for the reader to tick
    return _last_names(lines) or _above_options(lines)


def _trails(words: str) -> bool:
    if _TRAILER.fullmatch(words):
        return True
    return len(words) < 60 and bool(_STOP.match(_MARKS.sub("", words)))


def _last_names(lines: list[Line]) -> list[Line]:
    """Without a closing the name ends the text: the last run of name-like lines."""
    run: list[Line] = []
    for line in reversed(lines):
        words = _unmarked(line.text)
        titled = _RANK.fullmatch(words) or _is_office(words) or _FOR.match(words)
        if not (titled or _signer(words)):
            break
        run.insert(0, line)
    return run


def _above_options(lines: list[Line]) -> list[Line]:
    """The signature over what the reader is to tick: "Walter" / "Yes, follow up" / "Call me"."""
    for at in range(len(lines) - 1, max(len(lines) - 6, 0) - 1, -1):
        words = _MARKS.sub("", lines[at].text)
        options = all(len(x.text) < 80 for x in lines[at + 1 :])
        if options and _signer(words) and not _STOP.match(words):
            return lines[at : at + 1]
    return []


def _unmarked(words: str) -> str:
    return _BUREAU.sub("", _SIGNED.sub("", _MARKS.sub("", words)).strip(" ,[]()"))


def _signer(words: str) -> bool:
    """Whether a line by itself may be a signature: a name, initials, a first name."""
    words = re.sub(r"^(?:Mr|Mrs|Dr|Miss)\.\s", "", words.strip(' ,”"')).rstrip("”\"'’ ")
    words = _POST_NOMINAL.sub("", _LATER_END.sub("", words))
    if not words or len(words.split()) > 6 or words[-1] in ":;?!" or words.startswith("Your "):
        return False
    if any(c.isdigit() for c in words) or headwords.kind_of(words):
        return False  # "TELEGRAM", "MEMORANDUM FOR"
    if _INITIALS.fullmatch(words) or _INITIALLED.fullmatch(words):
        return True
    shaped = _SYLLABLE.sub(lambda m: m[1] + m[2].title() + m[3], in_small(words))
    if words[-1] == "." and not _ABBREVIATED.search(words):
        words = shaped = shaped[:-1]
    return is_person(shaped) and not phrases.closing(words) and not _is_office(words)


def _is_office(words: str) -> bool:
    """ "Minister of External Relations", "Acting Director": an office, no name."""
    first = re.match(r"[A-Za-zé]+", words)
    early = [w.strip(",.").lower() for w in re.split(r"[ -]", words)[:3]]
    if first is None or len(words) > 140:
        return False
    later = set(early) & OFFICE and re.search(r"\b(?:for|of|to)\b", words)
    if early[0] not in OFFICE and not later:
        return False
    if first[0] in NAMES_TOO | {"Judge", "Lord", "Sir"}:
        return bool(re.search(r"\bof\b|,", words))
    return not party(words).name
