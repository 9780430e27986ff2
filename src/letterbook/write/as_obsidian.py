"""A page as notes for Obsidian and its digital garden: frontmatter, and links between notes.

The page is one note. Each letter or source it rests on is another, which the references link to;
a calendar of regests puts each entry into the note of its letter. What the notes are called says
what they are, so that they can be found, and ends in the id, so that they stay apart.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from letterbook.model import Line
from letterbook.text import plain_letters
from letterbook.write.as_markdown import as_markdown, body, escaped
from letterbook.write.legible import legible
from letterbook.write.page import Cited, Heading, Index, Page, Part, Refer, numbered, references

FOLDER = "letterbook"  # of the garden's addresses
_ID = re.compile(r"\(([0-9a-z]{8}(?:\.\d+)?)\)")
_NO = re.compile(r"[^\w]+")
_NOT_IN_NAMES = re.compile(r"[\\/:*?\"<>|#^\[\]\x00-\x1f]+")


@dataclass(frozen=True, slots=True)
class Note:
    """A note: the name of its file without folders, and its text."""

    name: str
    text: str


def as_obsidian(page: Page) -> tuple[Note, ...]:
    """The notes, the page itself first."""
    # two letters of one day between the same two have one title: the id keeps their notes apart
    names = {one.id: name_of(one) for one in page.cited}
    entries = dict(_entries(page)) if page.kind == "regest" else {}
    refer = _linked(page, names)
    main: Sequence[Part] = () if len(entries) > 1 else page.parts
    listed = [f"- {_link(names[id])}" for id in entries if id in names] if not main else []
    text = "\n".join((*listed, "")) if listed else ""
    text += body(main, refer, page.note)
    sources = [f"- {_link(names[one.id])}: {escaped(one.citation)}" for one in page.cited]
    if sources and not listed:
        text += "\n## Sources\n\n" + "\n".join(sources) + "\n"
    first = Note(
        f"{_file(page.title)}.md",
        _front(page.title, slug(page.title)) + f"# {escaped(page.title)}\n\n" + text,
    )
    notes = (
        _note(one, names, entries.get(one.id, ()), _linked(page, names, one.id))
        for one in page.cited
    )
    return (first, *notes)


def one_note(page: Page) -> str:
    """The page as a single note, its sources listed in it, where no folder is given."""
    return _front(page.title, slug(page.title)) + as_markdown(page)


def _note(one: Cited, names: Mapping[str, str], entry: Sequence[Part], refer: Refer) -> Note:
    """The note of a letter or source: its regest if there is one, and how it is cited."""
    told = _ID.sub(lambda m: _to(m[1], names, one.id), body(entry, refer)) if entry else ""
    cited = f"{told}\n*{escaped(one.citation)}*\n"
    front = _front(one.title, slug(f"{one.title} {one.id}"), (one.title, one.id))
    return Note(f"{names[one.id]}.md", f"{front}# {escaped(one.title)}\n\n{cited.lstrip()}")


def _to(id: str, names: Mapping[str, str], own: str) -> str:
    """An id in running text as a link to its note, if there is one and it is another."""
    return f"([[{names[id]}|{id}]])" if id in names and id != own else f"({id})"


def _entries(page: Page) -> Iterator[tuple[str, Sequence[Part]]]:
    """Each entry of a calendar: the letter's id and its parts."""
    held: list[Part] = []
    id = ""
    for part in page.parts:
        if isinstance(part, Heading) and part.id:
            if held:
                yield id, tuple(held)
            held, id = [], part.id
        held.append(part)
    if held and id:
        yield id, tuple(held)


def _linked(page: Page, names: Mapping[str, str], own: str = "") -> Refer:
    """References as links to the notes of what they mean; `own`: the note they stand in."""
    index, numbers = Index(page.cited), numbered(page)
    by_number = {number: one for one, number in numbers.items()}

    def refer(line: Line) -> str:
        found = (by_number[n] for n in references(page, index, numbers, line))
        return "".join(f" [[{names[one.id]}|{numbers[one]}]]" for one in found if one.id != own)

    return refer


def _link(name: str) -> str:
    return f"[[{name}]]"


def name_of(one: Cited) -> str:
    """What the note of a letter is called: "Farr to Averill, November 3, 1957 (k7m2q9xd)"."""
    return f"{_file(one.title)} ({one.id})"


def _file(title: str) -> str:
    """A title as the name of a file on any system."""
    words = legible(_NOT_IN_NAMES.sub(" ", title))
    return words[:90].strip(" .") or "note"


def slug(title: str) -> str:
    """A title as an address: letters, digits and hyphens.

    >>> slug("Łornik to Averill, May 6, 1957")
    'lornik-to-averill-may-6-1957'
    """
    return _NO.sub("-", plain_letters(title)).strip("-")[:80] or "note"


def _front(title: str, address: str, aliases: Sequence[str] = ()) -> str:
    """The YAML above a note; every value is JSON, which YAML reads, so that nothing breaks out."""
    rows = [("title", _yaml(title)), ("dg-publish", "true"),
            ("dg-permalink", _yaml(f"{FOLDER}/{address}")),
            ("aliases", _yaml(list(aliases or (title,))))]  # fmt: skip
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in rows) + "---\n"


def _yaml(value: object) -> str:
    return json.dumps(value, ensure_ascii=True)
