"""A printed volume as its title page names it: series, years, number, title, editors, year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from letterbook.text import squeeze

FRUS = "Foreign Relations of the United States"
NUMBERS_FROM = 1955  # before the volumes of 1955–57 the series is cited by page
_PAGE = re.compile(
    rf"{FRUS}(?::\s*(?P<papers>[^,]*Papers))?,\s*(?P<years>\d{{4}}(?:[–-]\d{{2,4}})?)"
    r"(?:,\s*Volumes? (?P<volume>[IVXLC]+|E[–-]?\d+)(?:\s*,\s*Part (?P<part>\d|[IVX]+))?)?"
    r"(?:,\s*(?P<rest>.*))?", re.S,
)  # fmt: skip
_OFFICE = re.compile(
    r",\s*(?:Department of State|Editors?\b|General Editors?\b|United States\s+Government|Edited)",
    re.I,
)  # fmt: skip
_EDITORS = re.compile(
    r"(?<!General )Editors?:?\s+(?P<names>.+?)"
    r"(?=,\s*(?:General Editor|United States|Department)|$)",
    re.S,
)
_PRINTED = re.compile(r"Washington,?\s*(?:D\.?C\.?)?,?\s*(?P<year>(?:1[89]|20)\d\d)")
_STEM = re.compile(
    r"frus(?P<first>\d{4})(?:-(?P<last>\d{2,4}))?v(?P<e>e?)(?P<volume>\d+)(?:p(?P<part>\d))?"
)
_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class Volume:
    """A volume of a series; what its title page does not give is empty."""

    series: str = ""
    years: str = ""
    number: str = ""
    part: str = ""
    title: str = ""
    editors: str = ""
    year: str = ""

    @property
    def by_page(self) -> bool:
        """Whether the series is cited by page in these years, not by document number."""
        return bool(self.years) and int(self.years[:4]) < NUMBERS_FROM

    @property
    def name(self) -> str:
        """ "Foreign Relations of the United States, 1961–1963, vol. VI"."""
        number = f"vol. {self.number}" if self.number else ""
        part = f"part {self.part}" if self.part else ""
        return ", ".join(filter(None, (self.series, self.years, number, part))) or self.title


def volume(page: str, path: str) -> Volume | None:
    """The volume that a title page (in one line) names; where it is silent, the file's name.

    None for a file that is no volume.

    >>> volume("Foreign Relations of the United States, 1961–1963, Volume VI, Exchanges", "").name
    'Foreign Relations of the United States, 1961–1963, vol. VI'
    >>> volume("", "frus/frus1961-63v06.xml").name
    'Foreign Relations of the United States, 1961–1963, vol. VI'
    """
    match = _PAGE.match(page.strip())
    if match and match["volume"]:
        rest = _OFFICE.split(f", {match['rest'] or ''}")[0].strip(" ,")
        editors, printed = _EDITORS.search(page), _PRINTED.search(page)
        return Volume(
            FRUS, _full(match["years"]), match["volume"], match["part"] or "", rest,
            squeeze(editors["names"]) if editors else "", printed["year"] if printed else "",
        )  # fmt: skip
    # some files begin with a table of contents instead: "frus1961-63v10-12mSupp.xml"
    stem = _STEM.search(path.rpartition("/")[2])
    if stem is None:
        return None
    years = f"{stem['first']}–{stem['last']}" if stem["last"] else stem["first"]
    number = f"E–{int(stem['volume'])}" if stem["e"] else _roman(int(stem["volume"]))
    return Volume(FRUS, _full(years), number, stem["part"] or "")


def _full(years: str) -> str:
    """ "1961-63" as the series prints it: "1961–1963"."""
    first, _, last = years.replace("-", "–").partition("–")
    return f"{first}–{first[: 4 - len(last)]}{last}" if last else first


def _roman(number: int) -> str:
    digits = ""
    for value, sign in _ROMAN:
        while number >= value:
            digits, number = digits + sign, number - value
    return digits
