"""A small correspondence as an edition prints it, read by the rules that read any letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from letterbook.link.catalogue import Catalogue
from letterbook.link.missing import Missing, missing
from letterbook.link.noted import noted
from letterbook.link.resolve import resolve_all
from letterbook.mark import mark
from letterbook.mark.mentions import mentions
from letterbook.model import Finding, Letter, Link, Source, Span
from letterbook.record.header import compose

EMBASSY = "Telegram From the Embassy in Japan to the Department of State\n\nTokyo, {}\n\n{}"
CAPITAL = "Telegram From the Department of State to the Embassy in Japan\n\nWashington, {}\n\n{}"
TO_VALE = (
    "Letter From Prime Minister Farr to President Vale\n\nOttawa, {}\n\nDear Mr. President: {}"
)
TO_FARR = "Letter From President Vale to Prime Minister Farr\n\nWashington, {}\n\nDear Mr. Farr: {}"


@dataclass
class Heap:
    """A volume of letters, marked, and the links of each."""

    letters: list[Letter]
    told: dict[str, list[tuple[Finding, Link]]]
    catalogue: Catalogue
    notes: dict[Span, str]

    def id(self, number: int) -> str:
        """The id of the letter printed as this number."""
        return next(x.id for x in self.letters if x.where == f"d{number}" and not x.inside)

    def meant(self, number: int) -> list[int]:
        """The numbers of the letters that this one's mentions mean, 0 for an open one."""
        places = {x.id: int(x.where[1:]) for x in self.letters}
        return [places.get(link.to, 0) for _, link in self.told[self.id(number)]]

    def answered(self, number: int) -> list[str]:
        """The ids of the letters that this one answers."""
        links = [link for _, link in self.told[self.id(number)]]
        return list(dict.fromkeys(link.to for link in links if link.kind == "answers" and link.to))

    def missing(self) -> list[Missing]:
        """The letters known only by mention."""
        told = [pair for pairs in self.told.values() for pair in pairs]
        return missing(told, {x.id: x for x in self.letters}, self.notes)


def heap(*printed: tuple[str, str, str]) -> Heap:
    """A volume whose documents are (heading and dateline, day, body), numbered from 1."""
    letters: list[Letter] = []
    mentioned: list[Sequence[Finding]] = []
    notes: dict[Span, str] = {}
    for at, (form, day, body) in enumerate(printed, 1):
        text = f"{at}. {form.format(day, body)}"
        source = Source.of(text, path="volume.xml", where=f"d{at}")
        marked = mark(source)
        found = mentions(source, marked)
        for extent in (f for f in marked if f.kind == "letter"):
            of = [f for f in marked if f.of == extent.of]
            letters.append(compose(source, extent, of).letter)
        mentioned.append(found)
        notes |= noted(source, (*marked, *found))
    catalogue = Catalogue.of(letters)
    told: dict[str, list[tuple[Finding, Link]]] = {}
    for letter in letters:
        mine = [f for found in mentioned for f in found if f.of == letter.id]
        links = resolve_all(mine, letter, catalogue)
        told[letter.id] = list(zip(mine, links, strict=True))
    return Heap(letters, told, catalogue, notes)
