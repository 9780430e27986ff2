"""The letter's parties, from all that was found: heading, header lines, signature, address.

What the text does not state is not stated: an unsigned letter has no sender. Whoever the page
only suggests is kept as a candidate (score below `ASSERTED`) with the words that suggest him.
The editors' own tags win.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from letterbook.mark import phrases
from letterbook.mark.heading import named_parties
from letterbook.mark.parties import OFFICE, Party, is_person, parties, party
from letterbook.mark.salutation import addressee
from letterbook.mark.sheet import Found, Sheet, extent, rule
from letterbook.mark.signature import read_address
from letterbook.mark.zone import Zone, zones
from letterbook.model import ASSERTED, Finding, Name, Span, Words
from letterbook.text import fold, squeeze

BY = rule("compose")
Stated = tuple[Name, Span, tuple[Span, ...], float]
_LINE = re.compile(
    r"(?P<role>TO|FROM|FM|To|From|BY|FOR|For|MEMORANDUM FOR|MEMORANDUM TO|Memorandum for|Memorandum to|MEMORANDUM BY|THROUGH)\b\s?:?\s*(?P<who>.*)"
)
_TITLE_TO = re.compile(
    r"(?:[A-Z]+ ){0,3}(?:MESSAGE|LETTER|NOTE|MEMORANDUM) TO (?:THE )?(?P<who>[A-Z][A-Z .’'-]{3,80})"
)
_COLON = re.compile(r"(?P<role>TO|FROM|To|From|For|Sender|Recipient|Addressee)\s?:\s*(?P<who>.+)")
_PERSON = (
    r"(?:(?:Mr|Mrs|Dr|Gen|General|Adm|Admiral|Ambassador|Governor|Secretary|Under Secretary|Assistant Secretary|Acting Secretary|President|"
    r"Minister|Foreign Minister|Chargé|Senator|the|The|Sir|Lord|Colonel|Captain)\.?\s)*(?:(?!From\b|Info\b|For\b|To\b)(?:[A-Z][\w’'-]+|[A-Z]\.|\[[A-Z]\w+\])\s?){1,4}"
)
_PERSONS = rf"{_PERSON}(?:(?:, and |, | and ){_PERSON}){{0,5}}"
_START = r"^(?:[\w /-]{0,24}\d{1,6}\. )?(?:[A-Z]\w+ \d+,? )?(?:(?:Literally |Strictly )?(?:[Ee]yes [Oo]nly|EYES ONLY|Exclusive|Personal|Following|Message)\s)?"
_NO_PARTY = re.compile(
    r"(?:memorandum|message|be delivered|via|cite|info|dtg|position paper|subject|ref|use only|nac use)\b",
    re.I,
)
_ROUTING = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:[Ff]or|[Tt]o)\s+(?P<to>{_PERSONS})(?:\s?[Ii]nfo(?:rmation)?\s+{_PERSONS})?\s?[Ff]rom\s+(?P<from>{_PERSONS})(?=[.:,;]|$)",
        rf"\b[Ff]rom\s+(?P<from>{_PERSONS})\s?(?:[Ff]or|[Tt]o)\s+(?P<to>{_PERSONS})(?=[.:,;]|$)",
        rf"{_START}[Ff]or\s+(?P<to>{_PERSONS})(?P<from>)(?=[.:]|$)",
        rf"{_START}To\s+(?P<to>{_PERSONS})(?P<from>)(?=[.:]|$)",
    )
)
_COMPLIMENTS = re.compile(
    r"(?:The|His|Her) (?P<from>[A-Z].{3,90}?) presents? (?:(?:its|his|her|their) )?(?:compliments|respects) to (?:the |His Excellency |Her Excellency )?(?P<to>[A-Z].{3,110}?)(?=,? and (?:has|begs|wishes|refers|acknowledges|desires)|,? (?:and|with)\b|[.;])"
)


def mark_parties(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """Sender and recipient of each letter, each with its office and the words it rests on."""
    made: list[Finding] = []
    for zone in zones(sheet, found):
        of = zone.letter.of
        stated = dict(zip(("sender", "recipient"), _stated(sheet, found, zone), strict=True))
        for kind, names in stated.items():
            tagged = [
                f for f in found.about(of, kind) if f.by.kind == "markup" and f.score >= ASSERTED
            ]
            made.extend(
                _finding(kind, of, *one) for one in (map(_tagged, tagged) if tagged else names)
            )
    yield from _worth_saying(_resolved(made, found), found)


def _tagged(finding: Finding) -> Stated:
    name = finding.value
    assert isinstance(name, Name)
    if match := re.fullmatch(r"([^,]+), ([^,]+)", name.name):  # as in lists: "Quill, Martha"
        given = is_person(match[1]) and is_person(match[2])
        titled = any(w.lower() in OFFICE for w in match[2].split())
        if given:
            name = replace(name, name=f"{match[2]} {match[1]}")
        elif titled:
            name = replace(name, name=match[1], office=name.office or match[2])
    return name, finding.span, (), 1.0


def _worth_saying(made: list[Finding], found: Found) -> Iterator[Finding]:
    """All of a field, or nothing where the editors' tags say it as fully."""
    for finding in made:
        tags = [
            f.value
            for f in found.about(finding.of, finding.kind)
            if f.by.kind == "markup" and f.score >= ASSERTED
        ]
        same = [f.value for f in made if (f.of, f.kind) == (finding.of, finding.kind)]
        if tags != same:
            yield finding


def _finding(
    kind: str, of: str, name: Name, span: Span, because: tuple[Span, ...], score: float
) -> Finding:
    return Finding(span, kind, name, BY, of, because, score)


def _stated(sheet: Sheet, found: Found, zone: Zone) -> tuple[list[Stated], list[Stated]]:
    of = zone.letter.of
    named_from, named_to = named_parties(sheet, found, of)
    signed = found.about(of, "signature")
    senders = [_join(sheet, p, signed) for p in named_from]
    recipients = [_at(sheet, p) for p in named_to]
    kind = next((f.value.text for f in found.about(of, "kind") if isinstance(f.value, Words)), "")
    heading = found.asserted(of, "heading")
    if kind == "memcon" or kind in ("minutes", "paper", "report") and not (senders or recipients):
        return senders, recipients
    lines_from, lines_to = _header_lines(sheet, zone)
    if not senders:
        senders = lines_from or [_from_signature(f) for f in signed] or _noted(sheet, zone, "from")
        senders = _letterhead(sheet, zone, senders)
    if not recipients:
        address = found.asserted(of, "address")
        recipients = lines_to or (
            [(address.value, address.span, (), 1.0)]
            if address and isinstance(address.value, Name) and not heading
            else []
        )
        recipients = recipients or _noted(sheet, zone, "to") or _saluted(sheet, found, zone)
    if extent(zone.letter).inside is not None:
        return _introduced(sheet, zone, senders, recipients)
    return senders, recipients


def _at(sheet: Sheet, p: Party) -> Stated:
    return p.name, sheet.span(p.start, p.end), (), 1.0


def _join(sheet: Sheet, p: Party, signed: Sequence[Finding]) -> Stated:
    """The heading names the sender; a signature of the same name bears it out and may name him in full."""
    for finding in signed:
        value = finding.value
        if isinstance(value, Name) and _same(p.name.name, value.name):
            fuller = (
                len(value.name.split()) > len(p.name.name.split())
                and is_person(value.name)
                and not value.name.isupper()
            )
            name = value.name if fuller else p.name.name
            return (
                Name(name, p.name.office or value.office),
                sheet.span(p.start, p.end),
                (finding.span,),
                1.0,
            )
    return _at(sheet, p)


def _same(a: str, b: str) -> bool:
    left, right = fold(a).text.replace(".", "").split(), fold(b).text.replace(".", "").split()
    if not left or not right or left[-1] != right[-1]:
        return False
    return len(left) == 1 or len(right) == 1 or left[0][0] == right[0][0]


def _from_signature(finding: Finding) -> Stated:
    value = finding.value
    assert isinstance(value, Name)
    name = value.name
    if name.isupper() and len(name.replace(".", "").replace(" ", "")) > 4:
        name = " ".join(w.capitalize() if len(w.strip(".,")) > 1 else w for w in name.split())
    return Name(name, value.office, value.acting_for), finding.span, (), 1.0


def _header_lines(sheet: Sheet, zone: Zone) -> tuple[list[Stated], list[Stated]]:
    """ "TO" over "The Secretary", "FROM: Mr. Vale", "MEMORANDUM FOR THE PRESIDENT"."""
    sides: dict[str, list[Stated]] = {"from": [], "to": []}
    role = before = ""
    for line in zone.head[:16]:
        if titled := _TITLE_TO.fullmatch(line.text):
            sides["to"] += _who(sheet, titled["who"], line.start + titled.start("who"))
            continue
        match = _COLON.fullmatch(line.text) or _LINE.fullmatch(line.text)
        told, before = before, line.text
        if match and (
            _caps_or_colon(line.text, match)
            or told.upper() == "MEMORANDUM"
            or line.text.isupper()
            and len(line.text) < 60
        ):
            label = match["role"].lower()
            role = (
                "from"
                if label in ("from", "fm", "by", "memorandum by", "sender")
                else "to"
                if label != "through"
                else ""
            )
            if not match["who"]:
                continue
            start = line.start + match.start("who")
            if role:
                sides[role] += _who(sheet, match["who"], start)
                role = ""
        elif (
            role
            and len(line.text) < 120
            and not re.match(r"(?:SUBJECT|Subject|DATE|REF|PARTICIPANTS)\b", line.text)
        ):
            found = [] if re.search(r"\d", line.text) else _who(sheet, line.text, line.start)
            sides[role] += found
            role = role if found and role == "to" and _bears(found) else ""
        else:
            role = ""
        if re.match(r"(?:SUBJECT|Subject)\b", line.text):
            break
    return sides["from"], sides["to"]


def _bears(found: list[Stated]) -> bool:
    """Whether a line under "TO" names an office or a person; anything else ends the list."""
    return any(n.name or any(w.lower() in OFFICE for w in n.office.split()) for n, *_ in found)


def _caps_or_colon(words: str, match: re.Match[str]) -> bool:
    if ":" in words[: match.start("who")] or not match["who"]:
        return match["role"].isupper() or ":" in words
    return (
        match["role"].isupper()
        and len(match["role"]) > 3
        and len(words) < 120
        or match["role"].startswith("Memorandum")
    )


def _who(sheet: Sheet, words: str, start: int) -> list[Stated]:
    """The parties of a header line: "NEA—Phillips Talbot", "The Secretary", "Mr. Bundy"."""
    made: list[Stated] = []
    words = re.sub(r"\s*\[[^\]]*(?:initial|signed|hand)[^\]]*\]", "", words).rstrip(" .")
    if re.match(r"(?:The )?Hon", words):
        return [(read_address(words), sheet.span(start, start + len(words)), (), 1.0)]
    if dash := re.match(r"[A-Z/]{1,8}\s?[—–-]\s?(?=[A-Z])", words):
        start, words = start + dash.end(), words[dash.end() :]
    plain = words.title() if words.isupper() else words
    for p in parties(plain):
        name = p.name if p.name.name or not is_person(p.name.office) else Name(p.name.office)
        if (name.name or name.office) and not _NO_PARTY.match(name.name or name.office):
            made.append((name, sheet.span(start + p.start, start + p.end), (), 1.0))
    return made


def _noted(sheet: Sheet, zone: Zone, role: str) -> list[Stated]:
    """A note's own first sentence, or the routing of a telegram: "Eyes only for Vale from Oreno."."""
    for line in zone.lines[: len(zone.head) + 2]:
        match = _COMPLIMENTS.search(line.text[:400])
        if match:
            start, end = match.span(role)
            return [(p.name, sheet.span(line.start + start + p.start, line.start + start + p.end), (), 1.0)
                    for p in parties(line.text[start:end])[:1]]  # fmt: skip
        if phrases.dateline(line.text) or zone.saluted >= 0 or len(line.text) < 8:
            continue
        for pattern in _ROUTING:
            match = pattern.search(line.text[:180])
            if match and match[role]:
                start, end = match.span(role)
                return [(_titled(p.name), sheet.span(line.start + start + p.start, line.start + start + p.end), (), 0.9)
                        for p in parties(line.text[start:end])]  # fmt: skip
        if len(line.text) > 120:
            break
    return []


_BODY = re.compile(
    r"\b(?:MINISTRY|LEGATION|EMBASSY|DEPARTMENT|OFFICE OF|COMMISSION|CHANCELLERY|SECRETARIAT|CONSULATE|GOVERNMENT)\b"
)


def _letterhead(sheet: Sheet, zone: Zone, senders: list[Stated]) -> list[Stated]:
    """ "THE PREMIER" or "MINISTRY OF …" in capitals over the dateline: the office that writes."""
    for line in zone.head[:4]:
        if phrases.dateline(line.text) or phrases.salutation(line.text):
            break
        words = [w.strip(".,").lower() for w in line.text.split()]
        if not (line.text.isupper() and any(w in OFFICE for w in words)) or phrases.kind_of(line.text) or re.search(
            r"\d|HOUSE|SECRET|STATES OF", line.text):  # fmt: skip
            continue
        small = {"OF", "THE", "AND", "FOR", "IN", "TO"}
        titled = " ".join(
            w.lower() if w in small else w.capitalize()
            for w in re.sub(r"^THE ", "", line.text).split()
        )
        span = sheet.span(line.start, line.end)
        if not senders and _BODY.search(line.text) and zone.saluted < 0:
            return [(Name("", titled), span, (), 1.0)]
        if len(senders) == 1 and not senders[0][0].office and senders[0][0].name:
            name, where, because, score = senders[0]
            return [(replace(name, office=titled), where, (*because, span), score)]
    return senders


_LEAD_IN = re.compile(
    r"\b(?:letter|message|note|text|reply|telegram)\b[^.]{0,60}?\bfrom (?:the )?(?P<from>[A-Z][^:]{2,80}?) (?:to|for) (?P<to>[^:]{3,120}):?$"
)


def _introduced(
    sheet: Sheet, zone: Zone, senders: list[Stated], recipients: list[Stated]
) -> tuple[list[Stated], list[Stated]]:
    """What the telegram says of the letter it carries: "following message from the Premier to Vale:"."""
    line = zone.above[-1] if zone.above else None
    match = _LEAD_IN.search(line.text) if line else None
    if line is None or match is None:
        return senders, recipients
    start, end = match.span("to")
    later = line.text.rfind(" for ", start, end)  # "to Lornik tonight for President Dolány"
    start = later + 5 if later > 0 else start
    office, told = party(match["from"]), party(line.text[start:end])
    span = sheet.span(line.start + match.start("from"), line.start + match.end("from"))
    if len(senders) == 1 and not senders[0][0].office and not office.name:
        name, where, because, score = senders[0]
        senders = [(replace(name, office=office.office), where, (*because, span), score)]
    elif not senders:
        senders = [(office, span, (), 1.0)]
    if told.name and not any(n.name for n, *_ in recipients) or not recipients:
        recipients = [(told, sheet.span(line.start + start, line.start + end), (), 1.0)]
    return senders, recipients


def _saluted(sheet: Sheet, found: Found, zone: Zone) -> list[Stated]:
    salutation = found.asserted(zone.letter.of, "salutation")
    if salutation is None or not isinstance(salutation.value, Words):
        return []
    who = addressee(salutation.value.text)
    who = " ".join(
        w.capitalize() if w.isupper() and len(w.strip(".")) > 1 else w for w in who.split()
    )
    who = re.sub(r" and (?:esteemed |good |dear |great )*friends?$", "", who, flags=re.I)
    if re.fullmatch(
        r"(?:Sirs?|Gentlemen|Madam|Friends?|Colleagues?|Monsieur|Good Friends?|Great and Good Friend|Comrades?|Madame|(?:Your )?(?:\w+ )?(?:Excellency|Majesty|Highness|Holiness|Eminence|Grace|Lordship))",
        who,
        re.I,
    ):
        return []
    who = re.sub(r"^(?:My )?(?:Good )?Friend,? (?=[A-Z])", "", who)
    found_names = parties(who) if re.search(r"\band\b|,", who) else []
    names = [p.name for p in found_names] or [Name(who)]
    return [(_titled(n), salutation.span, (), 0.9) for n in names]


def _titled(name: Name) -> Name:
    """ "Mr. President" is an office, "Mr. Bundy" a name."""
    words = name.name or name.office
    match = re.fullmatch(r"(?:Mr\.?|Madam|Madame|The) (.+)", words)
    if re.match(r"(?:Gen|Adm|Lt|Maj|Col|Brig|Capt|Cmdr)\.? [A-Z]", words) and not name.office:
        return party(words)
    if match and not name.office:
        inner = parties(match[1])
        if inner and inner[0].name.office and not inner[0].name.name:
            return Name("", match[1])
    return name


def _resolved(made: list[Finding], found: Found) -> list[Finding]:
    """Names completed from the same source: "Mr. Farr" is the Nathaniel Farr who signs the others.

    The office may stand in another letter's address block. Only where exactly one person bears
    the name; the words that complete it are kept in `because`.
    """
    known = [f for kind in ("signature", "address") for f in found.all(kind)] + made
    known = [f for f in known if isinstance(f.value, Name) and len(_bare(f.value.name).split()) > 1]
    resolved = []
    for finding in made:
        assert isinstance(finding.value, Name)
        name, because = finding.value, finding.because
        plain = _bare(name.name)
        if plain and not name.acting_for:
            alike = [f for f in known if _same(plain, _bare(getattr(f.value, "name", "")))]
            fuller = {
                _spelled(_bare(f.value.name)): f
                for f in alike
                if isinstance(f.value, Name) and _fuller(f.value.name, plain)
            }
            fuller = {
                a: f
                for a, f in fuller.items()
                if not any(a != b and _fuller(b, a) and _same(a, b) for b in fuller)
            }
            if len(fuller) == 1:
                spelled, other = next(iter(fuller.items()))
                plain, because = spelled, (*because, other.span)
            if (
                not name.office
                and len(plain.split()) > 1
                and (other := _office_of(plain, alike, finding))
            ):
                assert isinstance(other.value, Name)
                name, because = replace(name, office=other.value.office), (*because, other.span)
        name = replace(name, name=plain if " " in plain else name.name)
        spans = tuple(s for s in dict.fromkeys(because) if s != finding.span)
        resolved.append(replace(finding, value=name, because=spans))
    return resolved


def _bare(name: str) -> str:
    """A name without its courtesy title; "Mrs. Daniel Quill" keeps hers, it is part of the name."""
    return re.sub(r"^(?:Mr|Ms|Miss|Dr|M|Herr|Señor|Signor|Monsieur)\.?\s(?=\S)", "", name)


def _spelled(name: str) -> str:
    """ "FRANKLIN D. ROOSEVELT" as it is written elsewhere."""
    return " ".join(
        w.capitalize() if w.isupper() and len(w.strip(".,")) > 1 and "." not in w[:-1] else w
        for w in name.split()
    )


def _fuller(name: str, than: str) -> bool:
    words, plain = _bare(name).split(), than.split()
    if len(plain) == 1:
        return len(words) > 1
    initial = len(plain[0].strip(".")) == 1 and len(words[0].strip(".")) > 1
    return initial and words[0][0] == plain[0][0]


def _office_of(plain: str, alike: Sequence[Finding], finding: Finding) -> Finding | None:
    offices = {
        f.value.office: f
        for f in alike
        if isinstance(f.value, Name) and f.value.office and f.span != finding.span
    }
    return next(iter(offices.values())) if len(offices) == 1 else None


def words_of(sheet: Sheet, span: Span) -> str:
    """The words a span points at, for reading."""
    return squeeze(sheet.source.text[span.start : span.end])
