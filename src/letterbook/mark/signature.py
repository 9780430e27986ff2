"""Signatures: who signed, in what office, for whom; and the address block that follows.

"FRANKLIN D. ROOSEVELT" · "Dean Rusk3" · "/s/ M. Oreno" · "For the Minister: T. Vale" · two signers on
two lines · "J. E. Hull / General, United States Army". After it, or before the salutation:
"His Excellency / Nikita S. Khrushchev, / Chairman of the Council of Ministers … / Moscow."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from letterbook.mark import phrases
from letterbook.mark.parties import OFFICE, is_person, party
from letterbook.mark.sheet import Found, Line, Sheet, rule
from letterbook.mark.zone import Zone, zones
from letterbook.model import Finding, Name
from letterbook.text import squeeze

BY = rule("signature")
_SIGNED = re.compile(
    r"^[\[(]?\s*(?:/s/|s/|\[?signed\]?|\(?sgd\.?\)?|L\.\s?S\.|Signed:?)\s*[\])]?\s*:?\s*", re.I
)
_FOR = re.compile(
    r"(?:For|By direction of|On behalf of|Pour|By order of|By command of|p\.p\.)\s+(?:the\s)?(?P<whom>[A-Z].{2,70}?)\s?[:,]?(?:\s(?=/s/)|$)"
)
_MARKS = re.compile(r"(?<=[^\W\d_]|[.)’”'\"\]])\s?\d{1,2}$")
_RANK = re.compile(
    r"(?:Lieutenant |Major |Brigadier |Rear |Vice |Lt\.? |Maj\.? |Brig\.? )*(?:General|Admiral|Colonel|Captain|Commander|Major|Lieutenant)\b.*"
    r"|.*\b(?:USN|USA|USAF|USMC|U\.S\. Army|United States (?:Army|Navy|Air Force))\b.*")  # fmt: skip
_STOP = re.compile(
    r"(?:approved?|disapproved?|agreed?|enclosures?|attachments?|tab|cc|copy|copies|copied|page|subject|secret|confidential|priority|"
    r"recommendations?|conclusions?|concurrences?|top secret|distribution|ps|p\.s|n\.b|note|end|unquote|end text|end message|"
    r"yes|no|other|see|speak|clearances?|drafted|background|summary|discussion|option|amount|total|annex|action|info|"
    r"unclassified|sent|repeated|passed|please|department|dept|rptd|pouched)\b", re.I)  # fmt: skip
_TRAILER = re.compile(
    r"(?:Sent|Repeated|Department (?:please )?(?:pass|repeat)|Pouched|Dept pass|Copies? to|Passed)\b.*",
    re.I,
)
_HONOUR = re.compile(
    r"(?:(?:To\s)?(?:His|Her|Your)\s(?:Imperial |Royal |Most |Serene )?(?:Excellency|Majesty|Highness|Holiness|Eminence|Grace|Lordship)|"
    r"(?:The )?(?:Right |Most )?Hon(?:ou?rable|\.)?|(?:The )?Rev(?:erend|\.)|Sir|Lord|To|An|À|A)\b\.?[\s,:]*", re.I)  # fmt: skip
_TO_BLOCK = re.compile(
    r"(?:(?:To\s)?(?:His|Her|Your)\s(?:\w+\s)?(?:Excellency|Majesty|Highness|Holiness|Eminence|Grace|Lordship)|(?:The )?(?:Right )?Hon(?:ou?rable|\.)|"
    r"(?:Mr|Mrs|Miss|Ms|Dr|M|Mme|Herr|Señor|Signor|Sir|Lord|Monsieur|Professor|Count|Baron)\.?\s[A-ZÀ-Þ]|To\s(?:the\s|His\s|Mr\.?\s)?[A-Z])")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """An address block: its lines."""

    lines: tuple[Line, ...]


def mark_signature(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """The signatures and the address block of each letter."""
    for zone in zones(sheet, found):
        of = zone.letter.of
        block = _address_after(zone) or _address_before(zone)
        if block and not found.asserted(of, "address"):
            yield _address(sheet, block, of)
        if not any(f.by.kind == "markup" for f in found.about(of, "signature")):
            taken = {x.start for x in block.lines} if block else set()
            yield from _signatures(sheet, zone, [x for x in zone.tail if x.start not in taken])


def _signatures(sheet: Sheet, zone: Zone, tail: list[Line]) -> Iterator[Finding]:
    lines = _after_closing(zone, tail)
    behalf, signed = "", []
    for line in lines:
        words = _MARKS.sub("", line.text).strip()
        marked = _SIGNED.match(words)
        bare = _SIGNED.sub("", words).strip(' ,[]()“”"')
        if (match := _FOR.match(bare)) and not signed:
            behalf = match["whom"]
            bare = bare[match.end() :].strip(" /s")
            if not bare:
                continue
        if signed and (_RANK.fullmatch(bare) or _title(bare)):
            first = signed[-1]
            office = squeeze(f"{first[1].office}, {bare}").strip(", ")
            signed[-1] = (first[0], Name(first[1].name, office, first[1].acting_for), line.end)
            continue
        if _STOP.match(bare) or not (_signer(bare) or marked and bare):
            if signed and zone.closed < 0:
                break
            if signed:
                break
            continue
        name = party(bare) if not is_person(_lower(bare)) else Name(bare)
        if (
            "," in bare
            and not re.search(r",? (?:Jr|Sr|jr|sr|I{1,3}|IV|2nd|3rd|Esq)\b", bare)
            and all(is_person(p) for p in bare.split(", "))
        ):
            signed += [
                (line.start + line.text.find(part), Name(part, "", behalf), line.end)
                for part in bare.split(", ")
            ]
            continue
        name = Name(name.name or bare, name.office if name.name else "", behalf)
        signed.append((line.start + line.text.find(bare), name, line.end))
    for start, name, end in _merged(signed, zone.closed >= 0)[:6]:
        yield Finding(sheet.span(start, max(start + 1, end)), "signature", name, BY, zone.letter.of)


Signed = tuple[int, Name, int]


def _merged(signed: list[Signed], closed: bool) -> list[Signed]:
    """ "Ken" over "Kenneth T. Young, Jr." is one hand; so is "Foster" over a telegram's "Dulles"."""
    if len(signed) != 2 or not closed and " " not in signed[1][1].name:
        return signed
    (start, first, _), (_, second, end) = signed
    short = first.name.replace(".", "").strip("” ")
    initials = "".join(w[0] for w in second.name.split() if w[:1].isupper())
    if " " in second.name and (
        " " not in short or short.replace(" ", "") in initials or _initialled(short, second.name)
    ):
        return [
            (start, Name(second.name, second.office, second.acting_for or first.acting_for), end)
        ]
    if closed and " " not in short and " " not in second.name and not short.isupper():
        return [(start, Name(f"{short} {second.name}", second.office), end)]
    return signed


def _initialled(short: str, full: str) -> bool:
    """ "E. G. Lansdale" and "Edward G. Lansdale"."""
    a, b = short.split(), full.replace(".", "").split()
    return a[-1] == b[-1] and a[0][0] == b[0][0]


def _lower(words: str) -> str:
    """ "FRANKLIN D. ROOSEVELT" as "Franklin D. Roosevelt", to be judged like any name."""
    return " ".join(
        w.capitalize()
        if w.isalpha() and w.isupper() and len(w) > 1 and not re.fullmatch("[IVX]+", w)
        else w
        for w in words.split()
    )


def _after_closing(zone: Zone, tail: list[Line]) -> list[Line]:
    if zone.closed >= 0:
        lines = [x for x in tail if not phrases.closing(x.text)]
        if lines and lines[0].start == zone.lines[zone.closed].start:
            lines = lines[1:]  # a closing that ends the last paragraph
        return lines[:8]
    # without a closing the name ends the text: the last run of name-like lines
    lines = list(tail)
    while (
        lines
        and _TRAILER.fullmatch(lines[-1].text)
        or lines
        and _STOP.match(_MARKS.sub("", lines[-1].text))
        and len(lines[-1].text) < 60
    ):
        lines.pop()
    if lines and _signer(_SIGNED.sub("", _MARKS.sub("", lines[0].text)).strip(" ,[]()")):
        return lines  # straight under the last paragraph; what follows is for the reader to tick
    run: list[Line] = []
    for line in reversed(lines):
        words = _SIGNED.sub("", _MARKS.sub("", line.text)).strip(" ,[]()")
        if not (_signer(words) or _RANK.fullmatch(words) or _title(words) or _FOR.match(words)):
            break
        run.insert(0, line)
    return run or _above_options(lines)


def _above_options(lines: list[Line]) -> list[Line]:
    """The signature over what the reader is to tick: "Walt" / "Yes, follow up" / "Call me"."""
    for at in range(len(lines) - 1, max(len(lines) - 6, 0) - 1, -1):
        words = _MARKS.sub("", lines[at].text)
        if (
            _signer(words)
            and not _STOP.match(words)
            and all(len(x.text) < 80 for x in lines[at + 1 :])
        ):
            return lines[at : at + 1]
    return []


def _signer(words: str) -> bool:
    """Whether a line by itself may be a signature: a name, initials, a first name."""
    words = re.sub(r"^(?:Mr|Mrs|Dr|Miss)\.\s", "", words.strip(' ,”"'))
    words = words.rstrip("”\"'’ ")
    words = re.sub(r",? (?:jr\.?|sr\.?|2nd|3rd|\(?signed\)?)$", "", words)
    if (
        not words
        or len(words.split()) > 6
        or words[-1] in ":;?!"
        or any(c.isdigit() for c in words)
    ):
        return False
    if re.fullmatch(r"[A-ZÀ-Þ](?:\.?\s?[A-ZÀ-ÞŁŚŽŠČ]){1,3}\.?|[A-ZÀ-Þ]\.", words):
        return True
    shaped = _lower(words)
    if words[-1] == "." and not re.search(r"\b(?:[A-Z]|Jr|Sr|deB)\.$", words):
        words = shaped = shaped[:-1]
    return is_person(shaped) and not phrases.closing(words) and not _title(words)


def _title(words: str) -> bool:
    """ "Secretary of State", "Acting Director", "Foreign Minister of Vessia": an office, no name."""
    first = re.match(r"[A-Za-zé]+", words)
    early = [w.strip(",.").lower() for w in re.split(r"[ -]", words)[:3]]
    if (
        not first
        or len(words) > 140
        or not (
            early[0] in OFFICE or set(early) & OFFICE and re.search(r"\b(?:for|of|to)\b", words)
        )
    ):
        return False
    if first[0] in (
        "Dean",
        "Prince",
        "King",
        "Bishop",
        "Major",
        "Earl",
        "Marshal",
        "Pope",
        "Sir",
        "Judge",
        "Young",
        "Lord",
    ):
        return bool(re.search(r"\bof\b|,", words))
    return not party(words).name


def _address_after(zone: Zone) -> Block | None:
    """An address block after the signature, as on printed pages of treaties and exchanges."""
    tail = [x for x in zone.tail if not phrases.closing(x.text)]
    if zone.closed >= 0 and tail and tail[0].start == zone.lines[zone.closed].start:
        tail = tail[1:]
    for at, line in enumerate(tail[:8]):
        if not _TO_BLOCK.match(line.text) or len(line.text) > 160:
            continue
        lines = [x for x in tail[at:] if len(x.text) < 160][:8]
        alone = len(lines) == 1 and "," not in line.text
        if alone and (at == 0 or not re.search(r",$|Honorable|Excellency", line.text)) or zone.closed < 0 and not re.match(
            r"(?:To\s)?(?:His|Her|The|To|Hon)", line.text) and at == 0 and len(lines) < 2:  # fmt: skip
            continue
        if all(not x.text.endswith((":", "?")) for x in lines):
            return Block(tuple(lines))
    return None


def _address_before(zone: Zone) -> Block | None:
    """An address block at the head, between dateline and salutation."""
    if zone.saluted < 1:
        return None
    head = zone.lines[: zone.saluted]
    last = max((i for i, x in enumerate(head) if phrases.dateline(x.text)), default=-1)
    block = head[last + 1 :]
    if (
        1 < len(block) < 8
        and is_person(_lower(block[0].text))
        and " " in block[0].text
        and all(len(x.text) < 90 for x in block)
    ):
        return Block(tuple(block))
    for at, line in enumerate(head):
        if _TO_BLOCK.match(line.text) and len(line.text) < 120 and not phrases.dateline(line.text):
            lines = [x for x in head[at:] if len(x.text) < 120 and not phrases.dateline(x.text)]
            if len(lines) <= 7 and not phrases.unnumbered_heading(line.text) and not phrases.plain_heading(line.text) and (
                len(lines) > 1 or "," in line.text):  # fmt: skip
                return Block(tuple(lines))
    return None


def _address(sheet: Sheet, block: Block, of: str) -> Finding:
    start, end = block.lines[0].start, block.lines[-1].end
    words = " ".join(
        x.text if x.text.endswith((",", ".")) else x.text + "," for x in block.lines
    ).rstrip(",. ")
    return Finding(sheet.span(start, end), "address", read_address(words), BY, of)


def read_address(words: str) -> Name:
    """An address block in one line → name, office, address.

    >>> read_address("His Excellency, Nikita S. Khrushchev, Chairman of the Council of, Ministers of the USSR, The Kremlin, Moscow")
    Name(name='Nikita S. Khrushchev', office='Chairman of the Council of Ministers of the USSR', acting_for='', ref='', address='The Kremlin, Moscow')
    """
    words = squeeze(words)
    words = re.sub(r"\b(of|of the|the|for|and|in), (?=[A-Z])", r"\1 ", words)
    bare = words
    while (match := _HONOUR.match(bare)) and match.end() and match[0].strip():
        bare = bare[match.end() :].lstrip(" ,:")
    pieces = [p.strip() for p in bare.split(", ") if p.strip(" ,.")]
    name, office, place = "", "", []
    for piece in pieces:
        plain = re.sub(r"^(?:Mr|Mrs|Ms|Miss|Dr|M|Mme|Herr|Señor|Signor|Monsieur)\.?\s", "", piece)
        together = re.match(r"((?:[A-Z][\w.’'-]*\s){2,4}?)((?:[A-Z]\w+ )*?\w+.*)", plain)
        if not name and not office and is_person(_lower(plain)):
            name = piece
        elif (
            not name
            and not office
            and together
            and is_person(together[1].strip())
            and together[2].split()[0].lower() in OFFICE
        ):
            name, office = together[1].strip(), together[2]
        elif not name and not office and party(piece).name:
            name, office = party(piece).name, party(piece).office
        elif (
            name
            and not place
            and re.fullmatch(
                r"(?:King|Queen|Emperor|Empress|President|Premier|Prime Minister|Shah|Sultan)(?: of .+)?",
                piece,
            )
        ):
            office = piece
        elif place or not (_office_words(piece) or office.endswith((" of", " the"))):
            place.append(piece)
        else:
            office = (
                f"{office}, {piece}"
                if office and not office.endswith((" of", " the"))
                else f"{office} {piece}".strip()
            )
    return Name(name, re.sub(r"^(?:the|To the) ", "", office), "", "", ", ".join(place))


def _office_words(piece: str) -> bool:
    return any(w.lower().strip(".,’'") in OFFICE for w in piece.split()) and not re.fullmatch(
        r"(?:The )?(?:White House|Kremlin|State Department)|.*\b(?:Palace|Street|House|Road|Avenue)\b.*", piece)  # fmt: skip
