"""The address block of a letter, at its head or at its foot.

"His Excellency / Kazmír Dolány, / President of the Council of Ministers, / The Old Chancery, /
Vardény." → name, office, address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from letterbook.mark import daylines, headwords, phrases
from letterbook.mark.offices import OFFICE
from letterbook.mark.party import in_small, is_person, party
from letterbook.mark.sheet import Found, Line, Sheet, Zone, rule
from letterbook.mark.zone import zones
from letterbook.model import Finding, Name
from letterbook.text import squeeze

BY = rule("address")
_EXALTED = r"(?:Excellency|Majesty|Highness|Holiness|Eminence|Grace|Lordship)"
_HONOUR = re.compile(
    rf"(?:(?:To\s)?(?:His|Her|Your)\s(?:Imperial |Royal |Most |Serene )?{_EXALTED}"
    r"|(?:The )?(?:Right |Most )?Hon(?:ou?rable|\.)?|(?:The )?Rev(?:erend|\.)"
    r"|(?:À |A )?(?:Son|Sa|Su) (?:Excell?enc(?:e|ia)|Altesse|Majesté|Éminence)"
    r"|An Seine Exzellenz|Sir|Lord|To|An|À|A|Al)\b\.?[\s,:]*",
    re.I,
)
_TO_BLOCK = re.compile(
    rf"(?:(?:To\s)?(?:His|Her|Your)\s(?:\w+\s)?{_EXALTED}|(?:The )?(?:Right )?Hon(?:ou?rable|\.)"
    r"|(?:Mr|Mrs|Miss|Ms|Dr|M|Mme|Herr|Señor|Signor|Sir|Lord|Monsieur|Professor|Count|Baron)\.?"
    r"\s[A-ZÀ-Þ]|To\s(?:the\s|His\s|Mr\.?\s)?[A-Z]|(?:À|A) (?:Son|Sa|Su) [A-ZÀ-Þ]"
    r"|(?:An|Seiner?) (?:den |die |Seine |Herrn )?[A-Z]|Al Señor\s)"
)
_COURTESY = re.compile(
    r"^(?:Mr|Mrs|Ms|Miss|Dr|M|Mme|Herrn?|Frau|Señor|Signor|Monsieur|Madame)\.?\s"
)
_RANK = re.compile(  # "Lt. Gen. Clement Farr": no part of his name
    r"(?:(?:Lt|Maj|Brig|Col|Capt|Gen|Adm|Cdr|Cmdr|RAdm|VAdm)\.? )+(?=[A-Z])"
)
_NAME_THEN_OFFICE = re.compile(r"((?:[A-Z][\w.’'-]*\s){2,4}?)((?:[A-Z]\w+ )*?\w+.*)")
_AFTERWORD = re.compile(
    r"(?:enclosures?|attachments?|cc|cop(?:y|ies) to|by (?:the )?hand|p\.? ?s\.)\b", re.I
)
_SPOKEN = re.compile(r"[:?]$|:\s\S")  # "Mr. Farr: I think …" in the minutes of a talk
_RULER = re.compile(
    r"(?:King|Queen|Emperor|Empress|President|Premier|Prime Minister|Shah|Sultan)(?: of .+)?"
)
_BUILDING = re.compile(r"(?:The )?\w+ Department|.*\b(?:Palace|Street|House|Road|Avenue)\b.*")


_LABELLED = re.compile(r"(?:For|From|Document|Copy|Eyes|Use|By) ")  # "For Council Use Only"


@dataclass(frozen=True, slots=True)
class Block:
    """An address block: its lines."""

    lines: tuple[Line, ...]


def mark_address(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """The address block of each letter."""
    for zone in zones(sheet, found):
        block = find_block(zone)
        if block and not found.asserted(zone.of, "address"):
            first, last = block.lines[0], block.lines[-1]
            words = (x.text if x.text.endswith((",", ".")) else x.text + "," for x in block.lines)
            name = read_address(" ".join(words).rstrip(",. "))
            yield Finding(sheet.span(first.start, last.end), "address", name, BY, zone.of)


def find_block(zone: Zone) -> Block | None:
    """The address block after the signature, as in printed exchanges, or before the salutation."""
    return _after(zone) or _before(zone) or _over_closing(zone)


def _after(zone: Zone) -> Block | None:
    tail = [x for x in zone.tail if not phrases.closing(x.text)]
    if zone.closed >= 0 and tail and tail[0].start == zone.lines[zone.closed].start:
        tail = tail[1:]
    for at, line in enumerate(_until_afterword(tail[:8])):  # under "cc:" stand other names
        if not _TO_BLOCK.match(line.text) or len(line.text) > 160:
            continue
        lines = [x for x in _until_afterword(tail[at:]) if len(x.text) < 160][:8]
        spoken = any(_SPOKEN.search(x.text) for x in lines)
        if not spoken and not _signs(zone, line, at, len(lines)):
            return Block(tuple(lines))
    return None


def _until_afterword(lines: list[Line]) -> list[Line]:
    """The block without "Enclosure: map" and "By hand of Mr. Ekkerlund." under it."""
    end = next((i for i, x in enumerate(lines) if _AFTERWORD.match(x.text)), len(lines))
    return lines[:end]


def _signs(zone: Zone, line: Line, at: int, size: int) -> bool:
    """A line alone is more likely the writer's own: "Mr. Vale" straight under the body."""
    alone = size == 1 and "," not in line.text
    if alone and (at == 0 or not re.search(r",$|Honorable|Excellency", line.text)):
        return True
    honoured = re.match(r"(?:To\s)?(?:His|Her|The|To|Hon)", line.text)
    return zone.closed < 0 and at == 0 and size < 2 and not honoured


def _over_closing(zone: Zone) -> Block | None:
    """The block that a typist set between the last paragraph and "Sincerely,"."""
    if zone.saluted < 0 or zone.closed <= zone.saluted:
        return None
    lines = list(zone.lines[zone.saluted + 1 : zone.closed])
    at = len(lines)
    while at and len(lines[at - 1].text) < 80 and len(lines) - at < 8:
        at -= 1
    block = lines[at:]
    first = next((i for i, x in enumerate(block) if _TO_BLOCK.match(x.text)), len(block))
    ends = at + first > 0 and lines[at + first - 1].text.rstrip("”\"' ")[-1:] in (".", "?", "!")
    block = block[first:]
    plain = not any(_SPOKEN.search(x.text) or phrases.closing(x.text) for x in block)
    return Block(tuple(block)) if len(block) > 1 and ends and plain else None


def _before(zone: Zone) -> Block | None:
    """The block between dateline and salutation."""
    if zone.saluted < 1:
        return None
    head = zone.lines[: zone.saluted]
    last = max((i for i, x in enumerate(head) if daylines.dateline(x.text)), default=-1)
    block = head[last + 1 :]
    if 1 < len(block) < 8 and all(len(x.text) < 90 for x in block):
        name = block[0].text
        if " " in name and not _LABELLED.match(name) and is_person(in_small(name)):
            return Block(tuple(block))
    for at, line in enumerate(head):
        if not _TO_BLOCK.match(line.text) or len(line.text) >= 120 or daylines.dateline(line.text):
            continue
        lines = [x for x in head[at:] if len(x.text) < 120 and not daylines.dateline(x.text)]
        heading = headwords.unnumbered_heading(line.text) or headwords.plain_heading(line.text)
        if not heading and len(lines) <= 7 and (len(lines) > 1 or "," in line.text):
            return Block(tuple(lines))
    return None


def read_address(words: str) -> Name:
    """An address block in one line → name, office, address.

    >>> read_address("His Excellency, Kazmír Dolány, President of the, Council, Vardény")
    Name(name='Kazmír Dolány', office='President of the Council', acting_for='', ref='', \
address='Vardény')
    """
    words = re.sub(r"\b(of|of the|the|for|and|in), (?=[A-Z])", r"\1 ", squeeze(words))
    while (match := _HONOUR.match(words)) and match[0].strip():
        words = words[match.end() :].lstrip(" ,:")
    name, office = "", ""
    place: list[str] = []
    pieces = [p.strip() for p in words.split(", ") if p.strip(" ,.")]
    for at, piece in enumerate(pieces):
        town = at and at == len(pieces) - 1 and " " not in piece  # "Turin" at the end is no name
        if not name and not office and not town and any(told := _first_piece(piece)):
            name, office = told
        elif name and not place and _RULER.fullmatch(piece):
            office = piece
        elif not place and office.endswith((" of", " the")):
            office = f"{office} {piece}"
        elif not place and _names_office(piece):
            office = f"{office}, {piece}" if office else piece
        else:
            place.append(piece)
    if rank := _RANK.match(name):
        name, office = name[rank.end() :], f"{rank[0].strip()}, {office}".strip(", ")
    return Name(name, re.sub(r"^(?:the|To the) ", "", office), "", "", ", ".join(place))


def _first_piece(piece: str) -> tuple[str, str]:
    """Name and office in the block's first piece: either, or both run together."""
    plain = _COURTESY.sub("", piece)
    if re.match(r"(?:Monsieur|Madame|Herrn?|Frau)\s", piece):  # "Monsieur le comte d'Orsan"
        return plain, ""
    if is_person(in_small(plain)):
        return piece, ""
    together = _NAME_THEN_OFFICE.match(plain)
    if together and is_person(together[1].strip()) and together[2].split()[0].lower() in OFFICE:
        return together[1].strip(), together[2]
    told = party(piece)
    return (told.name, told.office) if told.name else ("", "")


def _names_office(piece: str) -> bool:
    words = (w.lower().strip(".,’'") for w in piece.split())
    return any(w in OFFICE for w in words) and not _BUILDING.fullmatch(piece)
