"""Citations: the notes of a document → what each of their citations points to.

A question's id names the volume and document that the notes stand in, as a reader of the page
knows them; the targets name volumes by series, years, volume and part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench import lines
from letterbook.mark.citations import Cited, Memory, cite
from letterbook.model import Citation

ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
IN_PARTS = (
    "frus1948v01", "frus1948v05", "frus1951v03", "frus1951v04", "frus1951v06", "frus1951v07",
    "frus1952-54v01", "frus1952-54v02", "frus1952-54v05", "frus1952-54v06", "frus1952-54v07",
    "frus1952-54v09", "frus1952-54v11", "frus1952-54v12", "frus1952-54v13", "frus1952-54v14",
    "frus1952-54v15", "frus1955-57v23", "frus1958-60v07", "frus1958-60v10",
)  # fmt: skip
"""Volumes of the series that came out in parts; cited without one, the first is meant."""
PARTS = {"I": "1", "II": "2", "III": "3", "IV": "4", "ONE": "1", "TWO": "2", "THREE": "3"}
NAMES = (
    ("Cairo and Tehran", "frus1943CairoTehran"), ("Malta and Yalta", "frus1945Malta"),
    ("Berlin", "frus1945Berlin"), ("Quebec, 1944", "frus1944Quebec"),
    ("Washington", "frus1941-43"), ("Paris Peace Conference", "frus1919Paris"),
    ("Lansing Papers", "frus1914-20"), ("Soviet Union, 1933", "frus1933-39"),
    ("Japan, 1931", "frus1931-41"),
)  # fmt: skip
"""Volumes of the series that are named by their title; vol. I of one is …v01."""
WORKS = {
    "bulletin": "department-of-state-bulletin", "public papers": "public-papers",
    "american foreign policy": "american-foreign-policy",
    "documents on disarmament": "documents-on-disarmament",
    "documents on germany": "documents-on-germany", "congressional record": "congressional-record",
    "new york times": "new-york-times", "washington post": "washington-post",
    "pentagon papers": "pentagon-papers", "parliamentary debates": "parliamentary-debates",
    "united states policy in the middle east": "us-policy-in-the-middle-east",
    "current digest": "current-digest", "federal register": "federal-register",
}  # fmt: skip
"""The printed works that the questions ask for, and how they are named."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What the volumes asked about, and the citations in them, say of the series' volumes.

    `parts` of a volume, `pages` the lowest page cited of each part, `first` document of a volume.
    """

    parts: dict[str, set[str]]
    pages: dict[str, int]
    first: dict[str, int]

    def part(self, volume: str, page: int) -> str:
        """The volume's part that holds `page`, when the volume is one of several parts."""
        parts = sorted(self.parts.get(volume, ()))
        if not parts:
            return volume
        held = [
            p for p in parts if p != "1" and page and self.pages.get(f"{volume}p{p}", 10**6) <= page
        ]
        return f"{volume}p{held[-1] if held else '1'}"


def roman(number: str) -> int:
    """ "XIV" → 14."""
    digits = [ROMAN[letter] for letter in number.upper()]
    return sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))


def series(years: str) -> str:
    """ "1961–1963" → "frus1961-63"."""
    first, _, last = re.sub(r"\s", "", years).replace("–", "-").partition("-")
    last = "76" if first == "1969" and last[-2:] == "72" else last[-2:]  # renamed while it came out
    return f"frus{first}" + (f"-{last}" if last else "")


_VOLUME = re.compile(
    r"(?P<years>1\d{3}(?:\s?[–-]\s?\d{2,4})?)?(?:, )?(?P<title>[^,].*?)??(?:, )?"
    r"(?:vol\. (?P<volume>[\w–-]+))?(?:, )?(?:Part (?P<part>\w+))?$"
)


def volume(cited: Citation, own: str) -> str:
    """The volume a citation names ("frus1961-63v06"), "" when it has no name of that kind."""
    match = _VOLUME.match(cited.volume)
    mine = re.match(r"(?P<series>frus\d{4}(?:-\d\d)?)(?P<volume>\w*?)(?P<part>p\d)?$", own)
    if not match or not mine:
        return ""
    base = series(match["years"]) if match["years"] else mine["series"]
    if named := next((name for words, name in NAMES if words in (match["title"] or "")), ""):
        base = named
        if not match["volume"]:
            return base
    part = f"p{PARTS.get(match['part'].upper(), match['part'])}" if match["part"] else ""
    if not match["volume"]:
        return base + mine["volume"] + part if part else ""
    number = match["volume"]
    if number[0] == "E" and number[1:2] in ("–", "-"):
        return f"{base}ve{int(number[2:]):02}{part}"
    if not re.fullmatch(r"\d+|[IVXLCivxlc]+", number):
        return ""
    return f"{base}v{int(number) if number.isdigit() else roman(number):02}{part}"


def pages(cited: Citation) -> str:
    """The first page, for a page of a volume."""
    first = re.match(r"\w+", cited.pages)
    return f"#pg_{first[0]}" if first else ""


def target(cited: Citation, name: str, edition: Edition) -> str:
    """What `cited`, in a note of the document `name`, points to; "" when nothing is asked of it."""
    own, _, document = name.partition("/")
    if cited.what == "archive":
        return ""
    if cited.work not in ("", "Foreign Relations"):
        return _work(cited)
    at = own
    if cited.work or cited.volume:
        at = volume(cited, own)
        if not at or "Supplement" in cited.volume:
            return ""
        page = re.match(r"\d+", cited.pages)
        at = edition.part(at, int(page[0]) if page else 0)
    elif cited.number.isdigit() and int(cited.number) < edition.first.get(own, 0):
        at = re.sub(r"p2$", "p1", at)
    if cited.number in ("supra", "infra") or (cited.what == "footnote" and not cited.pages):
        where = _document(cited, document) if not cited.volume else f"d{cited.number}"
        return f"{at}/{where}" + (f"#fn{cited.note}" if cited.note else "")
    return f"{at}/d{cited.number}" if cited.number else at + pages(cited)


def _document(cited: Citation, document: str) -> str:
    step = {"supra": -1, "infra": 1}.get(cited.number)
    if step:
        number = re.match(r"d(\d+)", document)
        return f"d{int(number[1]) + step}" if number else document
    return f"d{cited.number}" if cited.number else document


def _work(cited: Citation) -> str:
    work = cited.work.lower()
    slug = next((slug for words, slug in WORKS.items() if words in work), "")
    if not slug or "secretaries" in cited.volume.lower() or "of the eu" in cited.volume.lower():
        return ""
    told = cited.pages and "." not in cited.volume
    return f"work:{slug}" + (f"#pp_{cited.pages.replace('–', '-')}" if told else "")


def found(row: lines.Row) -> list[list[Cited]]:
    """The citations of each note of a document, "ibid." followed from note to note."""
    memory, notes = Memory(), []
    for note in row["notes"]:
        citations, memory = cite(note["text"], memory)
        notes.append(citations)
    return notes


def learn(names: Iterable[str], cited: Iterable[tuple[str, Citation]]) -> Edition:
    """The parts, pages and first documents that the questions and their citations attest."""
    edition = Edition({name: {"1"} for name in IN_PARTS}, {}, {})
    for name in names:
        own, _, document = name.partition("/")
        number = re.match(r"d(\d+)", document)
        if number:
            edition.first[own] = min(edition.first.get(own, 10**6), int(number[1]))
    for at, page in [(own, 0) for own in edition.first] + [
        (volume(c, name.partition("/")[0]), int((re.match(r"\d+", c.pages) or ["0"])[0]))
        for name, c in cited
    ]:
        if match := re.match(r"(frus.*v\d+)p(\d)$", at):
            if match[1] in edition.parts:
                edition.parts[match[1]].add(match[2])
            if page:
                edition.pages[at] = min(edition.pages.get(at, 10**6), page)
    return edition


def answer(questions: Path, beside: Path | None = None) -> Iterator[lines.Row]:
    """A prediction for each question, in order; `beside` is not used."""
    rows = list(lines.read(questions))
    notes = list(lines.progress(lines.spread(found, rows), "citations", len(rows)))
    cited = [
        (row["id"], c.value) for row, ns in zip(rows, notes, strict=True) for n in ns for c in n
    ]
    edition = learn((row["id"] for row in rows), cited)
    for row, ns in zip(rows, notes, strict=True):
        answers = [
            [_row(c, row["id"], edition, note["text"]) for c in found]
            for note, found in zip(row["notes"], ns, strict=True)
        ]
        yield {
            "id": row["id"],
            "notes": [
                {"n": note["n"], "citations": [c for c in mine if c["target"]]}
                for note, mine in zip(row["notes"], answers, strict=True)
            ],
        }


def _row(cited: Cited, name: str, edition: Edition, text: str) -> lines.Row:
    """A citation as the scorer reads it; a printed work is asked for where its title stands."""
    titled = cited.value.work in ("", "Foreign Relations") or re.search(
        r"[A-Z]\w+ [A-Zo]|Times|Bulletin", text[cited.start : cited.end]
    )
    return {
        "start": cited.start,
        "end": cited.end,
        "type": cited.value.what,
        "target": target(cited.value, name, edition) if titled else "",
    }
