"""One document of a TEI file, as it is written and as it is handed on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal
from xml.etree.ElementTree import Element

from letterbook.model import (
    By,
    Document,
    Finding,
    Furniture,
    Gap,
    Marker,
    Name,
    Note,
    Quotation,
    Reading,
    Source,
    Span,
    Trouble,
    Value,
    Words,
)  # fmt: skip
from letterbook.read import tei_letter
from letterbook.read.flow import Flow, Mark
from letterbook.text import squeeze

MARKUP = By("markup", "tei")
LISTS = ("persons", "names", "terms", "abbreviations", "sources", "index", "toc", "contents")
HEADER = frozenset([
"date", "placeName", "orgName", "gloss", "head", "dateline", "opener", "closer", "salute",
"signed", "item", "marker"
])  # fmt: skip
DOUBTFUL = ("illegible", "unreadable", "unclear", "faded")


@dataclass(slots=True)
class Sheet:
    """A document, a part of the front or back matter, or a whole `text`, while it is written.

    `depth` is how many elements stood open around it; `inner` how many attachments are open.
    """

    kind: Literal["document", "section", "text"]
    where: str
    number: str
    depth: int
    page: str = ""
    body: Flow = field(default_factory=Flow)
    notes: list[tuple[Mark, Flow]] = field(default_factory=list)
    head: Mark | None = None
    header: Element | None = None
    inner: int = 0
    documents: int = 0  # that stand inside it and are sources of their own
    register: bool = False  # an index or table of contents
    known: bool = True  # no unknown entity so far
    title: str = ""
    troubles: list[Trouble] = field(default_factory=list)


def reading(sheet: Sheet, path: str, encoding: str, rest: bool) -> Reading | None:
    """The sheet as a source with its findings; `None` if nothing stands on it.

    `rest`: it is what stands between the documents of a volume (titles, headings of chapters).
    """
    text, starts = _text(sheet)
    if not text.strip():
        return None
    source = Source.of(text, path, sheet.where, "tei", encoding)
    found: list[Finding] = [
        Finding(Span(source.id, 0, 0), "trouble", trouble, MARKUP) for trouble in sheet.troubles
    ]
    if sheet.page and sheet.kind == "document":
        at = Span(source.id, 0, 0)
        found.append(Finding(at, "furniture", _page(sheet.page), MARKUP))
    if rest or sheet.kind == "section":
        found.append(_document(sheet, source))
    else:
        found.extend(tei_letter.letter(sheet.body, sheet.head, sheet.number, source, sheet.header))
    found.extend(_persons(sheet, source) if sheet.kind == "section" else ())
    _inline(sheet.body, source, 0, found)
    for (mark, note), start in zip(sheet.notes, starts, strict=True):
        found.extend(_note(mark, note, start, source))
        _inline(note, source, start, found)
    return Reading(source, tuple(found))


def _text(sheet: Sheet) -> tuple[str, list[int]]:
    """Body and notes as one text, and where each note begins in it."""
    body = sheet.body.text().rstrip("\t\n ")
    if len(body) < sheet.body.size:  # empty cells at the end
        for mark in sheet.body.marks:
            mark.start, mark.end = min(mark.start, len(body)), min(mark.end, len(body))
    pieces, starts, size = [body], [], len(body)
    for _, note in sheet.notes:
        words = note.text()
        if words and size:
            pieces.append("\n\n")
            size += 2
        starts.append(size)
        pieces.append(words)
        size += len(words)
    return "".join(pieces), starts


@lru_cache(1 << 14)
def _page(label: str) -> Furniture:
    return Furniture("page", label, "")


@lru_cache(1 << 14)
def _ref(target: str) -> Words:
    return Words(target)


@lru_cache(1 << 14)
def _name(name: str, ref: str) -> Name:
    return Name(name=name, ref=ref)


def _document(sheet: Sheet, source: Source) -> Finding:
    head = sheet.head
    title = squeeze(source.text[head.start : head.end]) if head else sheet.title
    listed = sheet.where.startswith(LISTS) or title.lower().startswith(LISTS)
    span = Span(source.id, head.start, head.end) if head else Span(source.id, 0, 0)
    return Finding(span, "document", Document("list" if listed else "other", title), MARKUP)


def _note(mark: Mark, note: Flow, start: int, source: Source) -> Iterator[Finding]:
    end = start + note.size
    span = Span(source.id, start, end) if note.size else None
    yield Finding(_at(mark, source, 0), "marker", Marker(note.label, span), MARKUP)
    if span:
        of_source = note.type == "source" or source.text.startswith("Source:", start)
        value = Note(note.label, "source" if of_source else "note")
        yield Finding(span, "note", value, MARKUP)


def _at(mark: Mark, source: Source, offset: int) -> Span:
    size = len(source.text)  # a mark behind the last tab of a table would stand past the end
    return Span(source.id, min(mark.start + offset, size), min(mark.end + offset, size))


def _inline(flow: Flow, source: Source, offset: int, found: list[Finding]) -> None:
    """The findings of the elements inside a flow that say something by themselves."""
    text, identity, size, add = source.text, source.id, len(source.text), found.append
    value: Value | None
    for mark in flow.marks:
        tag = mark.tag
        start, end = mark.start + offset, mark.end + offset
        if tag == "ref":
            kind, value = "ref", _ref(mark.attrs.get("target", ""))
        elif tag == "persName":
            attrs = mark.attrs
            ref = attrs.get("corresp") or attrs.get("ref") or attrs.get("key")
            if not ref or start == end:
                continue
            words = text[start:end]
            kind, value = "person", _name(squeeze(words) if "\n" in words else words, ref)
        elif tag == "pb":
            kind, value = "furniture", _page(mark.attrs.get("n", ""))
        elif tag in HEADER:
            continue
        else:
            kind, value = _said(mark)
        if end > size:  # behind the last tab of a table
            start, end = min(start, size), size
        if value is not None:
            add(Finding(Span(identity, start, end), kind, value, MARKUP))


def _said(mark: Mark) -> tuple[str, Value | None]:
    """Kind and value of the rarer elements; no value for those that only a letter needs."""
    attrs = mark.attrs
    if mark.tag == "quote":
        return "quote", Quotation("block")
    if mark.tag == "note":  # set in the line: "761.91/8–1248: Telegram"
        return "note", Note(
            attrs.get("n", ""), "source" if attrs.get("type") == "source" else "note"
        )
    if mark.tag == "fw":
        return "furniture", Furniture("running head", attrs.get("n", ""), " ")
    return "gap", gap(mark)


def gap(mark: Mark) -> Gap | None:
    """What TEI's transcriptional elements say about words that are missing or not the writer's."""
    attrs, tag = mark.attrs, mark.tag
    hand = "writer" if tag in ("add", "del") else "editor"
    if tag in ("supplied", "add"):
        return Gap("insertion", by=hand)
    if tag == "sic":
        return Gap("sic", about=mark.words)
    if tag == "del":
        return Gap("elision", about=mark.words, by=hand)
    if tag == "unclear":
        return Gap("undeciphered")
    if tag != "gap":
        return None
    amount, unit = _extent(attrs)
    reason = attrs.get("reason", "").lower()
    if "classif" in reason or "withheld" in reason:
        return Gap("withheld", amount, unit, mark.words)
    if any(word in reason for word in DOUBTFUL):
        return Gap("undeciphered", amount, unit, mark.words)
    return Gap("damaged" if "damag" in reason else "elision", amount, unit, mark.words)


def _extent(attrs: dict[str, str]) -> tuple[float | None, str]:
    """`quantity` and `unit`, or an `extent` in words: "7 pages"."""
    stated = attrs.get("quantity") or attrs.get("extent") or ""
    number, _, rest = stated.strip().partition(" ")
    unit = (attrs.get("unit") or rest).strip().removesuffix("s")
    try:
        amount = float(number)
    except ValueError:
        return None, unit
    return (amount if 0 <= amount < 1e9 else None), unit


def _persons(sheet: Sheet, source: Source) -> Iterator[Finding]:
    """The people of a volume's own list: "Khrushchev, Nikita S., Chairman of the Council …"."""
    names = [m for m in sheet.body.marks if m.tag == "persName" and "id" in m.attrs]
    items = [m for m in sheet.body.marks if m.tag == "item"]
    k = 0
    for name in names:
        while k < len(items) and items[k].end < name.end:
            k += 1
        if k == len(items) or items[k].start > name.start:
            continue
        span, ref = _at(name, source, 0), f"#{name.attrs['id']}"
        office = squeeze(source.text[name.end : items[k].end]).strip(" ,;")
        printed = squeeze(source.text[name.start : name.end])
        rest = Span(source.id, min(name.end, items[k].end), items[k].end)
        value = Name(name=printed, office=office, ref=ref)
        if printed:
            yield Finding(span, "person", value, MARKUP, because=(rest,))
