"""The words a citation is made of: the pattern that finds them, lists of numbers, what runs on.

"Foreign Relations, 1952–1954, vol. IX, Part 1, p. 19 and Part 2, p. 2065" is six such words.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from letterbook.mark.months import MONTH

YEARS = r"1[6-9]\d\d(?:\s?[–-]\s?(?:1[6-9])?\d\d)?\b"
ROMAN = r"(?:[IVXLC]+|[ivxlc]+)\b"
COUNT = r"(?:\d+|[IVX]+|One|Two|Three|Four)\b"

TOKEN = re.compile(
    rf"""
    (?P<series>\bForeign\s+Relations\b(?:\s+of\s+the\s+United\s+States\b)?)
    |(?P<ibid>\b[Ii]bid\b\s?\.?)
    |(?P<volume>\b[Vv]ol(?:ume)?s?\b\.?\s*(?=(?:{ROMAN}|E[–-]\d+|\d+\b)))
    |(?P<part>\b(?:[Pp]art|[Pp]t\.)\s+(?={COUNT}))
    |(?P<documents>\bDocuments?\.?\s*(?=\d{{1,4}}[a-z]?\b(?![\d/–-]*/)))
    |(?P<notes>\b(?:[Ff]ootnotes?|fn\.)\s*(?=\d{{1,4}}[a-z]?\b)
        |\b[Nn]otes?\s+(?=\d{{1,4}}\b[\d,\sand–-]*,?\s+(?:above|below|supra|infra|Document\s\d|p\.)))
    |(?P<pages>\bpp?\.\s*(?=\d)|\bpages?\s+(?=\d))
    |(?P<side>\b(?:[Ss]upra|[Ii]nfra)\b)
    |(?P<again>\b1[89]\d\d(?:\s?[–-]\s?\d{{2,4}})?(?=,\s+[Vv]ol))
    |(?P<bare>(?<=\s)[IVXL]{{1,7}}(?=,?\s+(?:Documents?\s+\d|pp?\.\s*\d|Part\s)))
    """,
    re.X,
)
"""Where a citation, or a part of one, begins."""

_JOIN = r"(?P<join>\s*(?:,\s*(?:and|or|&)\s+|,|\band\b|\bor\b|&|\bthrough\b|[–—-])\s*|\s+(?=\d))"
_NUMBER = re.compile(r"\d{1,4}[a-z]?\b")
_NEXT = re.compile(rf"{_JOIN}(?P<number>\d{{1,3}}[a-z]?)\b(?![\d/:]|\s*(?:percent|(?i:{MONTH})))")
_PAGES = re.compile(r"[A-Z]?\d+(?:\s?[–—-]\s?[A-Z]?\d+)?")
_NEXT_PAGES = re.compile(
    r"\s*(?:,\s*(?:and\s+)?|\.\s+|\band\s+|&\s*)(?P<number>\d+(?:\s?[–—-]\s?\d+)?)(?=[^\w/–—-]|$)(?!\s[A-Z]|,\s+[Vv]ol)"
)
_VOLUME = re.compile(rf"(?:{ROMAN}|E[–-]\d+|\d+\b)")
_NEXT_VOLUME = re.compile(rf"\s*(?:,\s*(?:and\s+)?|\band\s+)(?P<number>{ROMAN})(?!\.\s)")


class Piece(NamedTuple):
    """A number of a list, as written, and where it stands."""

    words: str
    start: int
    end: int


def _pieces(text: str, at: int, first: re.Pattern[str], more: re.Pattern[str]) -> list[Piece]:
    match = first.match(text, at)
    if not match:
        return []
    pieces = [Piece(match[0], at, match.end())]
    while match := more.match(text, pieces[-1].end):
        pieces.append(Piece(match["number"], match.start("number"), match.end()))
    return pieces


def numbers(text: str, at: int, several: bool = True) -> list[Piece]:
    """Numbers of documents or notes from `at` on: "20–23, 25, and 56" is 20, 23, 25, 56."""
    return _pieces(text, at, _NUMBER, _NEXT) if several else _pieces(text, at, _NUMBER, _NONE)


def pages(text: str, at: int, several: bool = True) -> list[Piece]:
    """Pages from `at` on; a range is one piece: "58–60 and 70–71" is two."""
    return _pieces(text, at, _PAGES, _NEXT_PAGES if several else _NONE)


def volumes(text: str, at: int) -> list[Piece]:
    """Volumes from `at` on: "XVII and XVIII"."""
    return _pieces(text, at, _VOLUME, _NEXT_VOLUME)


_NONE = re.compile(r"(?!)(?P<number>)")
_STOP = re.compile(
    r"(?<![Vv]ol)(?<!\b[Nn]o)(?<!\bNos)(?<!\bed)(?<![Pp]t)(?<!\bDr)(?<!\bMr)(?<!\bSt)(?<!\b[A-Z])"
    r"(?<!\b[JFMASOND][a-u][a-y])(?<!\bSept)\.[)”\"’]?\s+[A-Z“(\[]|[()\[\]?!]|\b[Ss]ee\b"
)
_LINK = re.compile(r"\s*[,;]?\s*(?:(?:and|or|also|in)\s+)*")
_TITLE = re.compile(
    r"\s*,\s*[A-Z0-9“][^()\[\]]{1,110}?,\s*|\s*,?\s*\((?:The )?[A-Z][^()]{1,60}\),?\s*"
)
_COMMA = re.compile(r"\s*[,.]?\s*|\s\((?:see )?")


def stops(gap: str) -> bool:
    """Whether a sentence, a bracket or another "see" stands in `gap`."""
    return _STOP.search(gap) is not None


def runs_on(gap: str, named: bool) -> bool:
    """Whether what follows `gap` is still of the volume before it.

    Right after a volume's name (`named`) its title may stand between: ", vol. XXX, Greece;
    Cyprus; Turkey, 1973–1976, Documents 20–23"; after a number only a comma.
    """
    if _COMMA.fullmatch(gap):
        return True
    if not named:
        return False
    if _LINK.fullmatch(gap):
        return True
    return _TITLE.fullmatch(gap) is not None and (not stops(gap) or gap.lstrip(" ,")[:1] == "(")


class Place(NamedTuple):
    """A volume of a work, in the parts a later citation may take over or change.

    An empty `work` is the edition the note stands in.
    """

    work: str = ""
    years: str = ""
    title: str = ""
    volume: str = ""
    part: str = ""

    @property
    def words(self) -> str:
        """The volume as one writes it: "1952–1954, vol. IX, Part 1"."""
        volume = f"vol. {self.volume}" if self.volume else ""
        part = f"Part {self.part}" if self.part else ""
        return ", ".join(filter(None, (self.years, self.title, volume, part)))
