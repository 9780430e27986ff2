"""What a TEI header says of a letter: `correspDesc` and where the original is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element, TreeBuilder

from letterbook.model import Name, Provenance, Value, When, Words
from letterbook.read.when import when
from letterbook.text import squeeze

ROLES = {"sent": "sender", "received": "recipient"}
PARTIES = ("persName", "name", "orgName")
KEPT = {"repository": "repository", "institution": "repository", "collection": "collection",
        "idno": "file"}  # fmt: skip


LARGEST = 20_000  # elements of a header that are looked at
DEEPEST = 100  # levels of them


class Header:
    """Listens to the parser while the header lasts, then gives its tree to `closed`."""

    def __init__(self, closed: Callable[[Element], None]) -> None:
        """A header that has just begun."""
        self.closed = closed
        self.tree = TreeBuilder()
        self.tree.start("teiHeader", {})
        self.depth, self.size = 1, 0

    def start(self, name: str, attrs: dict[str, str]) -> None:
        """An element begins; one too deep or too many is passed over, its words are kept."""
        self.depth += 1
        self.size += 1
        if self.depth <= DEEPEST:
            tag = name.rpartition(" ")[2] if self.size < LARGEST else "more"
            self.tree.start(tag, attrs)

    def data(self, data: str) -> None:
        """Words of the element that is open."""
        self.tree.data(data)

    def end(self, name: str) -> None:
        """An element ends, at last the header itself."""
        if self.depth <= DEEPEST:
            self.tree.end(name)
        self.depth -= 1
        if not self.depth:
            self.closed(self.tree.close())


def title(header: Element) -> str:
    """The first title of the title statement, or nothing."""
    statement = next(header.iter("titleStmt"), None)
    found = next((statement if statement is not None else header).iter("title"), None)
    return words(found) if found is not None else ""


def words(element: Element) -> str:
    """The words of an element and all within it, white space squeezed."""
    return squeeze(" ".join("".join(element.itertext()).split()))


def described(header: Element) -> Iterator[tuple[str, Value, str]]:
    """(kind, value, element name) of each thing the header says about its letter.

    The first `correspDesc` only: a second one describes another letter.
    """
    description = next(header.iter("correspDesc"), None)
    if description is not None:
        yield from _correspondence(description)
    identifier = next(header.iter("msIdentifier"), None)
    if identifier is not None:
        kept = _kept(identifier)
        if kept:
            yield "provenance", kept, "msIdentifier"


def _correspondence(description: Element) -> Iterator[tuple[str, Value, str]]:
    dated = placed = False
    for action in description.iter("correspAction"):
        role = ROLES.get(action.get("type", ""))
        if role is None:
            continue
        for element in action.iter():
            party = _party(element) if element.tag in PARTIES else None
            if party:
                yield role, party, "correspDesc"
        if role != "sender":
            continue
        day, place = next(action.iter("date"), None), _place(action)
        found = None if day is None else dated_by(day.attrib, words(day))
        if found and not dated:
            dated = True
            yield "date", found, "correspDesc"
        if place and not placed:
            placed = True
            yield "place", Words(place), "correspDesc"


def _party(element: Element) -> Name | None:
    text, ref = words(element), element.get("ref") or element.get("key") or ""
    if element.tag in ("persName", "name") and text:
        return Name(name=text, ref=ref)
    if element.tag == "orgName" and text:
        return Name(office=text, ref=ref)
    return None


def _place(action: Element) -> str:
    for tag in ("placeName", "settlement"):
        found = next(action.iter(tag), None)
        if found is not None and words(found):
            return words(found)
    return ""


def dated_by(attrs: dict[str, str], stated: str) -> When | None:
    """The date that the attributes of a TEI `date` give (when, from/to, notBefore/notAfter)."""
    first = attrs.get("when") or attrs.get("when-iso") or ""
    if first:
        # `when` with `to`, in a few volumes, means from the one to the other.
        return when(first, attrs.get("to", ""), stated) or when(first, "", stated)
    first = attrs.get("from") or attrs.get("notBefore") or ""
    last = attrs.get("to") or attrs.get("notAfter") or ""
    if not last and first:
        begun = when(first, "", stated)
        return begun and When(begun.earliest, None, stated, begun.time, begun.doubt)
    return when(first, last, stated) if last else None


def _kept(identifier: Element) -> Provenance | None:
    parts: dict[str, str] = {}
    for element in identifier:
        field = KEPT.get(element.tag)
        if field and words(element) and field not in parts:
            parts[field] = words(element)
    return Provenance(**parts) if parts else None  # type: ignore[arg-type]
