"""Parties that the page states outside heading and signature.

Header lines ("TO" over "The Minister", "FROM: Mr. Vale"), a telegram's routing ("Eyes only for
Strand from Farr."), a note's compliments, a letterhead, and what a telegram says of the letter it
carries.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from letterbook.mark import daylines, headwords, phrases
from letterbook.mark.address import read_address
from letterbook.mark.offices import OFFICE
from letterbook.mark.parties import parties
from letterbook.mark.party import is_person, office_in_small, party
from letterbook.mark.sheet import Line, Sheet, Zone
from letterbook.model import Name, Span


@dataclass(frozen=True, slots=True)
class Stated:
    """A party, the words that name it, what else it rests on, and how sure we are."""

    name: Name
    span: Span
    because: tuple[Span, ...] = ()
    score: float = 1.0


_LINE = re.compile(
    r"(?P<role>TO|FROM|FM|To|From|BY|FOR|For|MEMORANDUM FOR|MEMORANDUM TO|Memorandum for"
    r"|Memorandum to|MEMORANDUM BY|THROUGH)\b\s?:?\s*(?P<who>.*)"
)
_COLON = re.compile(r"(?P<role>TO|FROM|To|From|For|Sender|Recipient|Addressee)\s?:\s*(?P<who>.+)")
_TITLE_TO = re.compile(
    r"(?:[A-Z]+ ){0,3}(?:MESSAGE|LETTER|NOTE|MEMORANDUM) TO (?:THE )?(?P<who>[A-Z][A-Z .’'-]{3,80})"
)
_OVER_DATELINE = re.compile(r"(?P<role>To|From) (?P<who>(?:the )?[A-ZÀ-Þ][^:.;]{2,70})")
_SUBJECT = re.compile(r"(?:SUBJECT|Subject)\b")
_OTHER_LINE = re.compile(r"(?:SUBJECT|Subject|DATE|REF|PARTICIPANTS)\b|.*\d")
_HAND = re.compile(r"\s*\[[^\]]*(?:initial|signed|hand)[^\]]*\]")  # "Mr. Vale [initialed]"
_ABROAD = re.compile(  # "Monsieur le Ministre", "Herr Graf", "Señor Presidente": a title, no name
    r"(?:Monsieur|Madame)\s(?:(?:le|la)\s|l['’])((?:[A-ZÉ]\w+)(?: d\w* [\w’' -]+)?)"
    r"|(?:Herr|Frau|Señor|Señora|Signor)\s"
    r"(Graf|Minister|Präsident|Kanzler|Botschafter|Gesandter|Baron|Presidente|Ministro"
    r"|Embajador|Ambasciatore)"
)
_EYES = re.compile(r"(?:EYES ONLY|Eyes [Oo]nly)(?: FOR| for)? ")
_AFTER_WHO = re.compile(  # "THE PREMIER - Evening Report", "DR. VALE July 14, 1972"
    r" [-–—] [A-Z][a-z]+(?: [A-Z][a-z]+)*$| (?:[A-Z][a-z]+ \d{1,2}, \d{4}"
    r"|\d{1,2} [A-Z][a-z]+ \d{4})$"
)
_MAIL = re.compile(r"\"?\s*<[^<>\s]+@[^<>\s]+>$")  # "Irma Kálnor <kalnor@example.org>"
_NO_PARTY = re.compile(
    r"(?:memorandum|message|be delivered|via|cite|info|dtg|position paper|subject|ref|use only"
    r"|nac use)\b",
    re.I,
)
_FILED = re.compile(r"(?:the )?(?:files?|record)\b", re.I)  # "Memorandum for the Record"

_TITLES = (
    r"(?:(?:Mr|Mrs|Dr|Gen|General|Adm|Admiral|Ambassador|Governor|Secretary|Under Secretary"
    r"|Assistant Secretary|Acting Secretary|President|Minister|Foreign Minister|Chargé|Senator"
    r"|the|The|Sir|Lord|Colonel|Captain)\.?\s)*"
)
_NAMES = r"(?:(?!From\b|Info\b|For\b|To\b)(?:[A-Z][\w’'-]+|[A-Z]\.|\[[A-Z]\w+\])\s?){1,4}"
_PERSONS = rf"{_TITLES}{_NAMES}(?:(?:, and |, | and ){_TITLES}{_NAMES}){{0,5}}"
_INFO = rf"(?:\s?[Ii]nfo(?:rmation)?\s+{_PERSONS})?"
_OPENING = (
    r"^(?:[\w /-]{0,24}\d{1,6}\. )?(?:[A-Z]\w+ \d+[,.]? )?"  # "Port Selm 214. Embtel 97,"
    r"(?:(?:Literally |Strictly )?(?:[Ee]yes [Oo]nly|EYES ONLY|Exclusive|Personal|Following"
    r"|Message)\s)?"
)
_TO, _BY = rf"(?P<to>{_PERSONS})", rf"(?P<from>{_PERSONS})"
_ROUTING = (
    re.compile(rf"\b(?:[Ff]or|[Tt]o)\s+{_TO}{_INFO}\s?[Ff]rom\s+{_BY}(?=[.:,;]|$)"),
    re.compile(rf"\b[Ff]rom\s+{_BY}\s?(?:[Ff]or|[Tt]o)\s+{_TO}(?=[.:,;]|$)"),
    re.compile(rf"{_OPENING}[Ff]or\s+{_TO}(?P<from>)(?=[.:]|$)"),
    re.compile(rf"{_OPENING}To\s+{_TO}(?P<from>)(?=[.:]|$)"),
)
_COMPLIMENTS = re.compile(
    r"(?:The|His|Her) (?P<from>[A-Z].{3,90}?) presents? (?:(?:its|his|her|their) )?"
    r"(?:compliments|respects) to (?:the |His Excellency |Her Excellency )?"
    r"(?P<to>[A-Z].{3,110}?)"
    r"(?=,? and (?:has|begs|wishes|refers|acknowledges|desires)|,? (?:and|with)\b|[.;])"
)
_LEAD_IN = re.compile(
    r"\b(?:letter|message|note|text|reply|telegram)\b[^.]{0,60}?\bfrom (?:the )?"
    r"(?P<from>[A-Z][^:]{2,80}?) (?:to|for) (?P<to>[^:]{3,120}):?$"
)
_BODY = re.compile(
    r"\b(?:MINISTRY|LEGATION|EMBASSY|DEPARTMENT|OFFICE OF|COMMISSION|CHANCELLERY|SECRETARIAT"
    r"|CONSULATE|GOVERNMENT)\b"
)
_NO_LETTERHEAD = re.compile(r"\d|HOUSE|SECRET|STATES OF")


def header_lines(sheet: Sheet, zone: Zone) -> tuple[list[Stated], list[Stated]]:
    """ "TO" over "The Minister", "FROM: Mr. Vale", "MEMORANDUM FOR THE PREMIER"."""
    sides: dict[str, list[Stated]] = {"from": [], "to": [], "": []}
    role = before = ""
    listed = False  # "FOR THE MINISTER OF STATE" over "THE MINISTER OF FINANCE": one list
    below = False  # under "SUBJECT" only a memorandum's own title still names whom it is for
    for line in zone.head[:16]:
        below = below or bool(_SUBJECT.match(line.text))
        if below and not (role or line.text.startswith("MEMORANDUM ")):
            continue
        if titled := _TITLE_TO.fullmatch(line.text) or _over_dateline(zone, line):
            label = titled.groupdict().get("role") or "to"
            sides[_role(label)] += _who(sheet, line, titled.start("who"), titled["who"])
            continue
        match = _labels(line.text, before)
        before = line.text
        if match and not match["who"]:
            role = _role(match["role"])
        elif match:
            sides[_role(match["role"])] += _who(sheet, line, match.start("who"), match["who"])
            role, listed = "", line.text.isupper() and _role(match["role"]) == "to"
        elif listed and line.text.isupper() and line.text.startswith("THE "):
            sides["to"] += (found := _who(sheet, line, 0, line.text))
            listed = _bears(found)
        elif role and len(line.text) < 120 and not _OTHER_LINE.match(_AFTER_WHO.sub("", line.text)):
            found = _who(sheet, line, 0, line.text)
            sides[role] += found
            role = role if role == "to" and _bears(found) else ""
        else:
            role = ""
    return _once(sides["from"]), _once(sides["to"])


def _once(stated: list[Stated]) -> list[Stated]:
    """A telegram may say "TO: …" twice, over its heading and over its text."""
    return list({(s.name.name, s.name.office): s for s in reversed(stated)}.values())[::-1]


def _over_dateline(zone: Zone, line: Line) -> re.Match[str] | None:
    """ "To Thomas Harrow" over "Port Selm, July 4, 1790", as editors of papers head a letter."""
    if line is not zone.head[0] or not any(daylines.dateline(x.text) for x in zone.head[1:3]):
        return None
    return _OVER_DATELINE.fullmatch(line.text)


def _labels(words: str, before: str) -> re.Match[str] | None:
    """The label of a header line with what it labels; "To" under "MEMORANDUM" is one too."""
    match = _COLON.fullmatch(words) or _LINE.fullmatch(words)
    if match is None:
        return None
    stands = before.upper() == "MEMORANDUM" or (words.isupper() and len(words) < 60)
    return match if stands or _shows(words, match) else None


def _shows(words: str, match: re.Match[str]) -> bool:
    """Whether capitals or a colon show the word to be a label: "To the south lies …" is none."""
    role = match["role"]
    if ":" in words[: match.start("who")] or not match["who"]:
        return role.isupper() or ":" in words
    return role.startswith("Memorandum") or (role.isupper() and len(role) > 3 and len(words) < 120)


def _role(label: str) -> str:
    label = label.lower()
    if label == "through":
        return ""
    return "from" if label in ("from", "fm", "by", "memorandum by", "sender") else "to"


def _bears(found: list[Stated]) -> bool:
    """Whether a line under "TO" names an office or a person; anything else ends the list."""
    return any(
        s.name.name or any(w.lower() in OFFICE for w in s.name.office.split()) for s in found
    )


def _who(sheet: Sheet, line: Line, at: int, words: str) -> list[Stated]:
    """The parties of a header line: "NEA—Irma Kálnor", "The Minister", "Mr. Vale"."""
    words = _HAND.sub("", words).rstrip(" .")
    words = _AFTER_WHO.sub("", _MAIL.sub("", words))
    if eyes := _EYES.match(words):
        at, words = at + eyes.end(), words[eyes.end() :]
    at, words = at + len(words) - len(words.lstrip('" ')), words.strip('" ')
    if _FILED.match(words):
        return []
    if re.match(r"(?:The )?Hon", words):
        return [Stated(read_address(words), sheet.within(line, at, at + len(words)))]
    if dash := re.match(r"[A-Z/]{1,8}\s?[—–-]\s?(?=[A-Z])", words):
        at, words = at + dash.end(), words[dash.end() :]
    made = []
    for p in parties(headwords.in_small(words)):
        name = p.name if p.name.name or not is_person(p.name.office) else Name(p.name.office)
        if (told := name.name or name.office) and not _NO_PARTY.match(told):
            made.append(Stated(name, sheet.within(line, at + p.start, at + p.end)))
    return made


def noted(sheet: Sheet, zone: Zone, role: str) -> list[Stated]:
    """The parties of a note's first sentence, or of a telegram's routing; `role`: from or to."""
    for line in zone.lines[: len(zone.head) + 2]:
        if match := _COMPLIMENTS.search(line.text[:400]):
            return _cut(sheet, line, match.span(role), 1.0)[:1]
        if daylines.dateline(line.text) or zone.saluted >= 0 or len(line.text) < 8:
            continue
        for pattern in _ROUTING:
            match = pattern.search(line.text[:180])
            if match and match[role]:
                routed = _cut(sheet, line, match.span(role), 0.9)
                return [replace(s, name=office_or_name(s.name)) for s in routed]
        if len(line.text) > 120:
            break
    return []


def _cut(sheet: Sheet, line: Line, place: tuple[int, int], score: float) -> list[Stated]:
    start, end = place
    return [
        Stated(p.name, sheet.within(line, start + p.start, start + p.end), (), score)
        for p in parties(line.text[start:end])
    ]


def office_or_name(name: Name) -> Name:
    """ "Mr. President" is an office, "Mr. Vale" a name."""
    if name.office:
        return name
    if re.match(r"(?:Gen|Adm|Lt|Maj|Col|Brig|Capt|Cmdr)\.? [A-Z]", name.name):
        return party(name.name)
    if name.name.lower() in OFFICE:
        return Name("", name.name)  # "General:", "Senator,"
    if match := _ABROAD.fullmatch(name.name):
        return Name("", match[1] or match[2])
    if match := re.fullmatch(r"(?:Mr\.?|Madam|Madame|The) (.+)", name.name):
        inner = parties(match[1])
        if inner and inner[0].name.office and not inner[0].name.name:
            return Name("", match[1])
    return name


def letterhead(sheet: Sheet, zone: Zone, senders: list[Stated]) -> list[Stated]:
    """ "THE PREMIER" or "MINISTRY OF …" in capitals over the dateline: the office that writes."""
    for line, office in letterheads(zone):
        span = sheet.span(line.start, line.end)
        if not senders and _BODY.search(line.text) and zone.saluted < 0:
            return [Stated(Name("", office), span)]
        if len(senders) == 1 and not senders[0].name.office and senders[0].name.name:
            return [_in_office(senders[0], office, span)]
    return senders


def letterheads(zone: Zone) -> list[tuple[Line, str]]:
    """The lines in capitals above the dateline that name an office, and the office."""
    made = []
    for line in zone.head[:4]:
        if daylines.dateline(line.text) or phrases.salutation(line.text):
            break
        if not line.text.isupper() or headwords.kind_of(line.text):
            continue
        words = [w.strip(".,").lower() for w in line.text.split()]
        if any(w in OFFICE for w in words) and not _NO_LETTERHEAD.search(line.text):
            office = office_in_small(line.text).removeprefix("the ")
            made.append(
                (line, office[:1].upper() + office[1:].lower() if office.isupper() else office)
            )
    return made


def _in_office(sender: Stated, office: str, span: Span) -> Stated:
    name = replace(sender.name, office=office)
    return replace(sender, name=name, because=(*sender.because, span))


def introduced(
    sheet: Sheet, zone: Zone, senders: list[Stated], recipients: list[Stated]
) -> tuple[list[Stated], list[Stated]]:
    """What a telegram says of the letter it carries: "following message from the Premier to …:"."""
    line = zone.above[-1] if zone.above else None
    match = _LEAD_IN.search(line.text) if line else None
    if line is None or match is None:
        return senders, recipients
    start, end = match.span("to")
    later = line.text.rfind(" for ", start, end)  # "to Lornik tonight for President Dolány"
    start = later + 5 if later > 0 else start
    writes, told = party(match["from"]), party(line.text[start:end])
    span = sheet.within(line, *match.span("from"))
    if not senders:
        senders = [Stated(writes, span)]
    elif len(senders) == 1 and not senders[0].name.office and not writes.name:
        senders = [_in_office(senders[0], writes.office, span)]
    if not recipients or (told.name and not any(s.name.name for s in recipients)):
        recipients = [Stated(told, sheet.within(line, start, end))]
    return senders, recipients
