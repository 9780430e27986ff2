"""Lists of persons among the sources: which source is one, and its entries.

In: a source that marking calls a list. Out: a `Person` for each entry, with its span, or nothing
for a list of anything else (sources, abbreviations, an index).
"""

from __future__ import annotations

import re

from letterbook.link.persons import Person, person
from letterbook.model import Source, Span

_TITLE = re.compile(
    r"\b(?:persons|people|personages|who.s who|dramatis person\w+|biographical|correspondents"
    r"|cast of characters|principal (?:officials|figures|persons))\b",
    re.I,
)
_ENTRY = re.compile(
    r"(?:(?:al|de|von|van|du|la|le|el|ibn|bin|d)[-'’ ])?[^\W\d_a-z][^\n,;:]{0,60}?"
    r"(?:,\s\S|\.?\s[Ss]ee\s)[^\n]{3,}"
)
_NOTE = re.compile(r"(?:editor.?s )?note\b", re.I)
_PAGES = re.compile(r",\s[\d–-]+(?:\s?n)?(?:,\s[\d–\s,n-]+)?$")
_SHARE = 0.7


def persons_of(source: Source, title: str = "") -> tuple[tuple[Person, Span], ...]:
    """The persons of a list and where each entry stands; nothing if it lists no persons.

    >>> text = "Persons\\n\\nVale, Nora K., Consul at Selm\\nFarr, Amos, clerk\\n"
    >>> [one.label for one, _ in persons_of(Source.of(text, "a.txt"))]
    ['Nora K. Vale', 'Amos Farr']
    """
    lines = [(m.start(), m[0]) for m in re.finditer(r"[^\n]+", source.text)]
    entries = [(at, words.strip()) for at, words in lines if _ENTRY.match(words.strip())]
    entries = [(at, words) for at, words in entries if not _NOTE.match(words)]
    if not entries or not _lists_persons(title or lines[0][1], lines, entries):
        return ()
    return tuple(
        (
            person(f"{source.id}:{at}", words, source.id),
            Span(source.id, at, at + len(words)),
        )
        for at, words in entries
    )


def _lists_persons(
    title: str, lines: list[tuple[int, str]], entries: list[tuple[int, str]]
) -> bool:
    """Whether the title says so and most lines are entries without page numbers."""
    paged = sum(bool(_PAGES.search(words)) for _, words in entries)
    return bool(_TITLE.search(title)) and (
        len(entries) >= _SHARE * (len(lines) - 2) and paged < 0.3 * len(entries)
    )
