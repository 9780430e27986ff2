"""The letter's parties, from all that was found: heading, header lines, signature, address.

What the text does not state is not stated: an unsigned letter has no sender. Whoever the page
only suggests is kept as a candidate (score below `ASSERTED`) with the words that suggest him.
The editors' own tags win.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from letterbook.mark.candidates import suggest
from letterbook.mark.heading import named_parties
from letterbook.mark.offices import OFFICE
from letterbook.mark.parties import Party, parties
from letterbook.mark.party import is_person, office_in_small
from letterbook.mark.resolve import resolve, same_person
from letterbook.mark.routing import (
    Stated,
    header_lines,
    introduced,
    letterhead,
    noted,
    office_or_name,
)
from letterbook.mark.salutation import addressee
from letterbook.mark.sheet import Found, Sheet, Zone, extent, rule
from letterbook.mark.zone import zones
from letterbook.model import ASSERTED, Finding, Name, Words

BY = rule("compose")
_KIN = ("brother", "sister", "cousin", "friend", "friends", "father", "mother", "son", "uncle")
_ANYBODY = re.compile(  # greets whoever holds the letter, and names nobody
    r"(?:Sirs?|Gentlemen|Madam|Friends?|Colleagues?|Monsieur|Good Friends?|Great and Good Friend"
    r"|Comrades?|Madame"
    r"|(?:Your )?(?:\w+ )?(?:Excellency|Majesty|Highness|Holiness|Eminence|Grace|Lordship))",
    re.I,
)


def mark_parties(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """Sender and recipient of each letter, each with its office and the words it rests on."""
    made: list[Finding] = []
    stated: dict[str, list[Stated]] = {}
    for zone in zones(sheet, found):
        tags = {kind: _tags(found, zone.of, kind) for kind in ("sender", "recipient")}
        if not all(tags.values()):  # else the editors have said it all
            senders, recipients = _stated(sheet, found, zone)
            if not senders and not tags["sender"] and not _of_several(found, zone):
                senders = suggest(sheet, found, zone, recipients)
            stated = {"sender": senders, "recipient": recipients}
        for kind, tagged in tags.items():
            for s in map(_from_tag, tagged) if tagged else stated[kind]:
                made.append(Finding(s.span, kind, s.name, BY, zone.of, s.because, s.score))
    # all of a field, or nothing where the editors' tags say it as fully
    fields: dict[tuple[str, str], list[Finding]] = {}
    for finding in resolve(made, found):
        fields.setdefault((finding.of, finding.kind), []).append(finding)
    for (of, kind), named in fields.items():
        if [f.value for f in _tags(found, of, kind)] != [f.value for f in named]:
            yield from named


def _tags(found: Found, of: str, kind: str) -> list[Finding]:
    """The editors' own tags of this field."""
    about = found.about(of, kind)
    return [f for f in about if f.by.kind == "markup" and f.score >= ASSERTED]


def _from_tag(finding: Finding) -> Stated:
    """A tagged name as it is spoken: "Quill, Martha" stands so in a list of persons."""
    name = finding.value
    assert isinstance(name, Name)
    if match := re.fullmatch(r"([^,]+), ([^,]+)", name.name):
        if is_person(match[1]) and is_person(match[2]):
            name = replace(name, name=f"{match[2]} {match[1]}")
        elif any(w.lower() in OFFICE for w in match[2].split()):
            name = replace(name, name=match[1], office=name.office or match[2])
    return Stated(name, finding.span)


def _stated(sheet: Sheet, found: Found, zone: Zone) -> tuple[list[Stated], list[Stated]]:
    """Senders and recipients as the page states them, the plainest statement first."""
    named_from, named_to = named_parties(sheet, found, zone.of)
    signed = found.about(zone.of, "signature")
    senders = [_borne_out(sheet, p, signed) for p in named_from]
    recipients = [_at(sheet, p) for p in named_to]
    if _of_several(found, zone) and (_kind(found, zone) == "memcon" or not (senders or recipients)):
        return senders, recipients
    lines_from, lines_to = header_lines(sheet, zone)
    if not senders:
        senders = _at_post(lines_from, signed) or [_signer(f) for f in signed]
        senders = senders or noted(sheet, zone, "from")
        senders = letterhead(sheet, zone, senders)
    if not recipients:
        recipients = lines_to or _addressed(found, zone) or noted(sheet, zone, "to")
        recipients = recipients or _saluted(found, zone)
    if extent(zone.letter).inside is not None:
        return introduced(sheet, zone, senders, recipients)
    return senders, recipients


def _of_several(found: Found, zone: Zone) -> bool:
    """What several said, or a body laid down: sent by nobody unless the page says so."""
    return _kind(found, zone) in ("memcon", "minutes", "paper", "report")


def _kind(found: Found, zone: Zone) -> str:
    told = (f.value for f in found.about(zone.of, "kind"))
    return next((value.text for value in told if isinstance(value, Words)), "")


def _at(sheet: Sheet, p: Party) -> Stated:
    name = replace(p.name, office=office_in_small(p.name.office))
    return Stated(name, sheet.span(p.start, p.end))


def _borne_out(sheet: Sheet, p: Party, signed: Sequence[Finding]) -> Stated:
    """The sender whom a heading names; a signature bears it out and may name him in full."""
    for finding in signed:
        value = finding.value
        if isinstance(value, Name) and same_person(p.name.name, value.name):
            full, short = value.name, p.name.name
            fuller = len(full.split()) > len(short.split()) and not full.isupper()
            name = full if fuller and is_person(full) else short
            told = Name(name, p.name.office or value.office)
            return Stated(told, sheet.span(p.start, p.end), (finding.span,))
    return _at(sheet, p)


def _signer(finding: Finding) -> Stated:
    """ "AMOS J. TREDWAY" at the foot is Amos J. Tredway; "A.J.T." stays."""
    value = finding.value
    assert isinstance(value, Name)
    name = value.name
    if name.isupper() and len(name.replace(".", "").replace(" ", "")) > 4:
        name = " ".join(w.capitalize() if len(w.strip(".,")) > 1 else w for w in name.split())
    return Stated(Name(name, value.office, value.acting_for), finding.span)


def _at_post(lines: list[Stated], signed: Sequence[Finding]) -> list[Stated]:
    """ "FM LEGATION LORNIK" over a telegram that ends with "FARR": Farr, of that legation."""
    if len(lines) != 1 or len(signed) != 1 or lines[0].name.name:
        return lines
    post, hand = lines[0], _signer(signed[0])
    if not hand.name.name or hand.name.office or hand.name.acting_for:
        return lines
    name = replace(post.name, name=hand.name.name)
    return [replace(post, name=name, because=(*post.because, hand.span))]


def _addressed(found: Found, zone: Zone) -> list[Stated]:
    """The address block, where no editor's heading names the recipient."""
    address = found.asserted(zone.of, "address")
    if address is None or not isinstance(address.value, Name) or found.asserted(zone.of, "heading"):
        return []
    return [Stated(address.value, address.span)]


def _saluted(found: Found, zone: Zone) -> list[Stated]:
    """Whom the salutation greets: "Dear Mr. Farr:"; "Sir:" says nothing."""
    salutation = found.asserted(zone.of, "salutation")
    if salutation is None or not isinstance(salutation.value, Words):
        return []
    words = addressee(salutation.value.text).split()
    who = " ".join(w.capitalize() if w.isupper() and len(w.strip(".")) > 1 else w for w in words)
    who = re.sub(r" and (?:esteemed |good |dear |great )*friends?$", "", who, flags=re.I)
    if _ANYBODY.fullmatch(who):
        return []
    if who.split()[-1:] and who.split()[-1].lower() in _KIN:
        return []  # "Most dear and well-beloved Brother": one sovereign to another, without a name
    who = re.sub(r"^(?:My )?(?:Good )?Friend,? (?=[A-Z])", "", who)
    several = parties(who) if re.search(r"\band\b|,", who) else []
    names = [p.name for p in several] or [Name(who)]
    return [Stated(office_or_name(n), salutation.span, (), 0.9) for n in names]
