"""Citations resolved into the record: which of its letters a note points to.

In: a citation, the letter whose note gives it, and a `Shelf` that looks letters up by edition and
number or page. Out: the citation with the letter's id, or the letters it may be, and why.
"Document 12" without a volume is of the same edition; "vol. VI" of the same series and years.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from letterbook.mark.sheet import rule
from letterbook.model import Citation, Finding

BY = rule("citations")
SIDES = {"supra": -1, "infra": 1}
"""The words that point to the letter before or after, and how far."""

_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_WORDS = {"ONE": "1", "TWO": "2", "THREE": "3", "FOUR": "4"}
_YEARS = re.compile(r"\b(1[5-9]\d\d)(?:\s?[–-]\s?((?:1[5-9])?\d\d)\b)?")
_VOLUME = re.compile(r"\b[Vv]ol(?:ume|\.)\s*(?P<volume>E[–-]\d+|[IVXLC]+|[ivxlc]+|\d+)\b")
_PART = re.compile(r"\b(?:[Pp]art|pt\.)\s+(?P<part>\d+|[IVX]+|One|Two|Three|Four)\b")


class Edition(NamedTuple):
    """A volume as its title or a citation of it names it; what is not said is empty.

    `series` in lower case, `years` "1961-1963", `volume` and `part` as digits.
    """

    series: str = ""
    years: str = ""
    volume: str = ""
    part: str = ""


class Shelf(Protocol):
    """What resolving asks of a record; each answer by index, none by going through it."""

    def edition(self, letter: str) -> str:
        """The edition a letter stands in (the path of its file), "" when it stands in none."""

    def title(self, edition: str) -> Edition:
        """What the edition's title says of it."""

    def editions(self, name: Edition) -> Sequence[str]:
        """The editions held that go by this name; an empty part stands for every part."""

    def numbered(self, edition: str, number: str) -> Sequence[str]:
        """The letters of an edition that bear this number."""

    def paged(self, edition: str, page: str) -> Sequence[str]:
        """The letters of an edition that stand on this page."""

    def beside(self, letter: str, step: int) -> str:
        """The letter before (-1) or after (1) in the same edition, "" at its ends."""


class Resolved(NamedTuple):
    """A citation with the letter it points to, if one; else those it may be; and why."""

    citation: Citation
    candidates: tuple[str, ...]
    reason: str


def edition_of(title: str) -> Edition:
    """The name in a title: "Foreign Relations …, 1961–1963, Volume VI" → 1961-1963, 6."""
    words = " ".join(title.split())
    years, volume, part = _YEARS.search(words), _VOLUME.search(words), _PART.search(words)
    found = [m.start() for m in (years, volume, part) if m]
    series = words[: min(found, default=len(words))].strip(" ,.:;").lower()
    return Edition(
        series.removesuffix(" of the united states"),
        _span(years) if years else "",
        _digits(volume["volume"]) if volume else "",
        _digits(part["part"]) if part else "",
    )


def _span(years: re.Match[str]) -> str:
    """ "1961–63" and "1961–1963" alike as "1961-1963"."""
    first, last = years[1], years[2]
    return f"{first}-{first[: 4 - len(last)]}{last}" if last else first


def _digits(number: str) -> str:
    """ "XIV", "xiv", "14" as "14"; "E–15" as "E15"."""
    upper = number.upper()
    if upper.isdigit() or upper in _WORDS:
        return _WORDS.get(upper, str(int(upper)) if upper.isdigit() else upper)
    if upper.startswith("E") and upper[-1].isdigit():
        return re.sub(r"\W", "", upper)
    values = [_DIGITS[letter] for letter in upper]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return str(sum(-a if a < b else a for a, b in pairs))


def named(cited: Citation, own: Edition) -> Edition:
    """The edition a citation names, seen from a letter of `own`: what is left out is the same."""
    said = edition_of(f"{cited.work}, {cited.volume}")
    return Edition(
        said.series or own.series,
        said.years or own.years,
        said.volume or own.volume,
        said.part,
    )


def resolve(cited: Citation, letter: str, shelf: Shelf) -> Resolved:
    """Which letter of the record a citation in a note of `letter` points to."""
    if cited.what in ("work", "archive", "volume"):
        return Resolved(cited, (), "")
    if cited.number in SIDES:
        return _one(cited, [shelf.beside(letter, SIDES[cited.number])], _side(cited))
    if not (cited.work or cited.volume or cited.number or cited.pages):
        return _one(cited, [letter], f"footnote {cited.note} of the letter itself")
    for editions, where in _editions(cited, letter, shelf):
        found = [each for edition in editions for each in _within(cited, edition, shelf)]
        if found:
            return _one(cited, found, f"{_place(cited)} of {where}")
    return Resolved(cited, (), "")


def resolved(finding: Finding, letter: str, shelf: Shelf) -> Finding:
    """A `citation` finding with the letter it points to; as it was where none or several do."""
    assert isinstance(finding.value, Citation)
    f, answer = finding, resolve(finding.value, letter, shelf)
    return Finding(f.span, f.kind, answer.citation, BY, f.of, f.because, f.score)


def _editions(cited: Citation, letter: str, shelf: Shelf) -> Sequence[tuple[Sequence[str], str]]:
    """Where to look, the likeliest first: the same edition, then its other parts."""
    mine = shelf.edition(letter)
    own = shelf.title(mine) if mine else Edition()
    if cited.work or cited.volume:
        name = named(cited, own)
        if not (name.volume or name.years or name.part):
            return ()
        return ((shelf.editions(name), ", ".join(filter(None, (cited.work, cited.volume)))),)
    if not own.part:
        return (((mine,), "the same edition"),)
    others = [e for e in shelf.editions(own._replace(part="")) if e != mine]
    return (((mine,), "the same edition"), (others, "another part of the same volume"))


def _within(cited: Citation, edition: str, shelf: Shelf) -> Sequence[str]:
    if not edition:
        return ()
    if cited.number:
        return shelf.numbered(edition, cited.number)
    page = re.match(r"\w+", cited.pages)
    return shelf.paged(edition, page[0]) if page else ()


def _one(cited: Citation, found: Sequence[str], why: str) -> Resolved:
    """Asserted where one letter remains, all named where several do."""
    letters = tuple(dict.fromkeys(filter(None, found)))
    if len(letters) == 1:
        return Resolved(dataclasses.replace(cited, to=letters[0]), letters, why)
    if letters:
        return Resolved(cited, letters, f"{len(letters)} letters are {why}")
    return Resolved(cited, (), "")


def _side(cited: Citation) -> str:
    side = "before" if SIDES[cited.number] < 0 else "after"
    note = f"footnote {cited.note} of " if cited.note else ""
    return f"{note}the letter {side} it in the edition"


def _place(cited: Citation) -> str:
    """ "footnote 3 of Document 12", "on page 198"."""
    note = f"footnote {cited.note}, " if cited.note else ""
    return note + (f"Document {cited.number}" if cited.number else f"on page {cited.pages}")
