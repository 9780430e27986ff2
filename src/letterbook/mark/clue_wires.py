"""Telegrams are numbered as they are sent: a number between two dated ones bounds its day.

"Telegram From the Embassy in Orvane …", "4287." and, in a note elsewhere, "telegram 4239 from
Port Selm, March 13". A series is a direction and a country, as each post counts its own: from
Orvane, to Orvane; or a conference's word: "Delga 1099".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from letterbook.mark.clue_days import days
from letterbook.mark.clues import Clue
from letterbook.mark.mention_posts import country
from letterbook.model import ASSERTED, Finding, Name, Source, Span, Words


@dataclass(frozen=True, slots=True)
class Wire:
    """A telegram's number in its series."""

    series: str
    number: int


@dataclass(frozen=True, slots=True)
class Cited:
    """A dated telegram that some letter or note names by its number."""

    wire: Wire
    clue: Clue


_OWN = re.compile(r"(?m)^(?:(?P<series>[A-Z][a-z]{3,7}) )?(?P<number>\d{1,6})\.(?: (?=[A-Z“])|$)")
_HEADED = re.compile(r"\bTelegram (?:No\. )?(\d{1,6}) [Ff]rom\b")
_CITED = re.compile(  # its first character is asked before what stands before it, for speed
    r"[A-Zt](?<!\w.)(?:(?<=[Tt])elegrams? (?:[A-Z][a-z]+ )?(?P<number>\d{1,6}) (?P<way>from|to)"
    r" (?P<post>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,2}),? (?:(?:dated|of|on|sent) )?(?=[A-Z\d])"
    r"|(?<=[A-Z])(?P<ries>[a-z]{3,7}) (?P<serial>\d{1,6}), (?:(?:dated|of) )?(?=[A-Z]))"
)
_OFFICE = re.compile(r"\b(?:Department|Secretary) of State\b")
_LEAST = 10  # "1." and "2." head paragraphs
_REACH = 900  # characters after the heading in which the number must stand


def own_wire(source: Source, findings: Sequence[Finding], letter: str) -> Wire | None:
    """The number and series of a telegram; None for another letter, or where either is not told."""
    mine = {f.kind: f for f in reversed(findings) if f.of == letter and f.score >= ASSERTED}
    kind = mine.get("kind")
    if kind is None or not isinstance(kind.value, Words) or kind.value.text != "telegram":
        return None
    heading = mine.get("heading")
    start, end = (heading.span.start, heading.span.end) if heading else (0, 0)
    headed = _HEADED.search(source.text, start, end)
    match = headed or _OWN.search(source.text, end, end + _REACH)
    if match is None or (headed is None and int(match["number"]) < _LEAST):
        return None
    if headed is None and match["series"]:
        return Wire(match["series"].lower(), int(match["number"]))
    series = _series(mine.get("sender"), mine.get("recipient"))
    return Wire(series, int(match[1] if headed else match["number"])) if series else None


def _series(sender: Finding | None, recipient: Finding | None) -> str:
    """ "from israel" for what the embassy there sends, "to israel" for what it is sent."""
    names = [f.value if f and isinstance(f.value, Name) else Name() for f in (sender, recipient)]
    home = [bool(_OFFICE.search(name.office)) for name in names]
    if home == [True, False] and (there := country(names[1].office)):
        return f"to {there}"
    if home == [False, True] and (there := country(names[0].office)):
        return f"from {there}"
    return ""


def cited_wires(source: Source, findings: Sequence[Finding]) -> tuple[Cited, ...]:
    """The telegrams that a source names with number, post and day."""
    text = source.text
    made = []
    for match in _CITED.finditer(text):
        named = min(days(text, match.end(), match.end() + 22), key=lambda d: d.start, default=None)
        if named is None or named.start > match.end() or named.form != "day":
            continue
        if match["ries"]:
            wire = Wire(f"{match[0][0]}{match['ries']}".lower(), int(match["serial"]))
        elif there := country(match["post"]):
            wire = Wire(f"{match['way']} {there}", int(match["number"]))
        else:
            continue
        words = " ".join(text[match.start() : named.end].split())
        span = Span(source.id, match.start(), named.end)
        made.append(Cited(wire, Clue(span, "cited telegram", named.first, named.last, words)))
    return tuple(made)
