"""What each TEI element means for the text and its findings: one opener per kind of element.

An opener is called when the element begins and gives back what happens when it ends: a break, a
mark to shut, something to call, or nothing.
"""

from __future__ import annotations

from functools import partial
from xml.etree.ElementTree import Element
from xml.parsers import expat

from letterbook.read import tei_header
from letterbook.read.flow import BLANK, CLOSE, LINE, SPACE, Flow, Mark
from letterbook.read.tei_sheet import Sheet
from letterbook.read.tei_volume import XML_ID, Closer, Ending, Opener, Volume, Way

BREAK = dict.fromkeys(
    [
        "p",
        "head",
        "dateline",
        "closer",
        "table",
        "list",
        "lg",
        "attachment",
        "enclosure",
        "trailer",
        "titlePage",
    ],
    BLANK,
)
BREAK |= dict.fromkeys(
    [
        "opener", "salute", "signed", "row", "item", "label", "l", "postscript", "address",
        "addrLine", "byline", "ab", "sp", "speaker", "stage", "figure", "figDesc", "docTitle",
        "titlePart", "docAuthor", "docDate", "docImprint", "bibl", "listBibl", "front",
        "body", "back", "group", "argument", "epigraph"
    ], LINE)  # fmt: skip
MARKED = ("persName", "ref", "date", "placeName", "orgName", "supplied", "add", "unclear")
BLOCKS = ("dateline", "closer", "opener", "salute", "signed", "fw")
DROPPED = ("del", "script", "style", "object", "param", "facsimile", "sourceDoc", "standOff",
           "xenoData", "file", "pdf", "problem", "page-count-according-to-citation")  # fmt: skip
REGISTERS = ("index", "toc", "contents")
ATTACHED = ("attachment", "enclosure", "annex", "appendix")


def _text(volume: Volume, _tag: str, attrs: dict[str, str]) -> Closer:
    volume.texts += 1
    sheet = Sheet("text", "", "", len(volume.stack), header=volume.header)
    number = "" if volume.texts == 1 else f"text{volume.texts}"
    volume.place(attrs.get(XML_ID) or volume.identity, number, sheet)
    sheet.title = tei_header.title(volume.header) if volume.header is not None else ""
    volume.header, volume.identity = None, ""
    return volume.begin(sheet)


def _tei(volume: Volume, _tag: str, attrs: dict[str, str]) -> None:
    volume.identity = attrs.get(XML_ID, "")


def _header(volume: Volume, _tag: str, _attrs: dict[str, str]) -> Ending:
    def closed(tree: Element) -> None:
        volume.header = tree
        _listen(volume.parser, volume.start, volume.end, None)
        volume.turn(volume.flow)
        volume.stack.pop()

    header = tei_header.Header(closed)
    _listen(volume.parser, header.start, header.end, header.data)
    return None


def _div(volume: Volume, _tag: str, attrs: dict[str, str]) -> Ending:
    kind, identity = attrs.get("type", ""), attrs.get(XML_ID, "")
    depth = len(volume.stack)
    if kind == "document":
        volume.documents += 1
        sheet = Sheet("document", "", attrs.get("n", ""), depth, volume.page)
        volume.place(identity, f"document{volume.documents}", sheet)
        return volume.begin(sheet)
    if volume.matter and depth == volume.matter:
        sheet = Sheet("section", "", "", depth)
        sheet.register = identity.startswith(REGISTERS) or kind in REGISTERS
        volume.place(identity, f"part{len(volume.used) + 1}", sheet)
        return volume.begin(sheet)
    volume.flow.part(BLANK)
    return _attached(volume, kind, attrs) if kind in ATTACHED else BLANK


def _attached(volume: Volume, _tag: str, _attrs: dict[str, str]) -> Closer:
    sheet = volume.sheets[-1]
    sheet.inner += 1

    def close() -> None:
        sheet.inner -= 1
        volume.flow.part(BLANK)

    return close


def _matter(volume: Volume, _tag: str, _attrs: dict[str, str]) -> Closer:
    before, volume.matter = volume.matter, len(volume.stack) + 1

    def close() -> None:
        volume.matter = before
        volume.flow.part(BLANK)

    return close


def _mark(volume: Volume, tag: str, attrs: dict[str, str]) -> Mark:
    mark, flow = Mark(tag, attrs, volume.sheets[-1].inner > 0), volume.flow
    flow.marks.append(mark)
    flow.waiting.append(mark)
    return mark


def _reference(volume: Volume, tag: str, attrs: dict[str, str]) -> Mark | None:
    # An index has a page number at every other word: they are read, not told one by one.
    return None if volume.sheets[-1].register else _mark(volume, tag, attrs)


def _person(volume: Volume, tag: str, attrs: dict[str, str]) -> Mark | None:
    if XML_ID in attrs:
        attrs["id"] = attrs[XML_ID]
    return _reference(volume, tag, attrs)


def _party(volume: Volume, tag: str, attrs: dict[str, str]) -> Mark | None:
    return _mark(volume, tag, attrs) if attrs.get("type") in ("from", "to") else None


def _block(volume: Volume, tag: str, attrs: dict[str, str]) -> Closer:
    return partial(_shut, volume, _mark(volume, tag, attrs), BREAK.get(tag, LINE))


def _shut(volume: Volume, mark: Mark, strength: int) -> None:
    volume.flow.shut(mark)
    volume.flow.part(strength)


def _head(volume: Volume, tag: str, attrs: dict[str, str]) -> Closer:
    mark, sheet = _mark(volume, tag, attrs), volume.sheets[-1]
    own = len(volume.stack) == sheet.depth + 1 or sheet.kind == "text"
    if sheet.head is None and own and volume.flow is sheet.body:
        sheet.head = mark
    return partial(_shut, volume, mark, BLANK)


def _item(volume: Volume, tag: str, attrs: dict[str, str]) -> Ending:
    listed = volume.sheets[-1].kind == "section"  # perhaps the list of persons
    return _block(volume, tag, attrs) if listed else LINE


def _quote(volume: Volume, tag: str, attrs: dict[str, str]) -> Ending:
    if "block" not in attrs.get("rend", "") + attrs.get("rendition", ""):
        return None
    volume.flow.part(BLANK)
    return partial(_shut, volume, _mark(volume, tag, attrs), BLANK)


def _seg(volume: Volume, _tag: str, attrs: dict[str, str]) -> int | None:
    if "rendition" not in attrs:
        return None
    volume.flow.part(LINE)  # "secret" set on a line of its own under the dateline
    return LINE


def _note(volume: Volume, tag: str, attrs: dict[str, str]) -> Ending:
    sheet = volume.sheets[-1]
    if volume.flow is not sheet.body:
        return None  # a note inside a note is read where it stands
    if attrs.get("rend") == "inline" or attrs.get("place") == "inline":
        volume.flow.part(LINE)
        return partial(_shut, volume, _mark(volume, tag, attrs), LINE)
    label = attrs.get("n") or str(len(sheet.notes) + 1)
    mark, note = Mark("marker", attrs), Flow(LINE, label, attrs.get("type", ""))
    volume.flow.pin(mark)
    sheet.notes.append((mark, note))
    volume.aside(note)
    return volume.back


def _page(volume: Volume, tag: str, attrs: dict[str, str]) -> None:
    label = attrs.get("n")
    if label:
        volume.page = label
        if volume.flow is volume.sheets[-1].body:
            volume.flow.point(Mark(tag, attrs))


def _line(volume: Volume, _tag: str, attrs: dict[str, str]) -> None:
    if attrs.get("break") != "no":
        volume.flow.part(LINE)


def _space(volume: Volume, _tag: str, _attrs: dict[str, str]) -> None:
    volume.flow.part(SPACE)


def _row(volume: Volume, _tag: str, _attrs: dict[str, str]) -> int:
    volume.cells = 0
    return LINE


def _cell(volume: Volume, _tag: str, _attrs: dict[str, str]) -> Closer:
    flow, cap = volume.flow, volume.flow.cap
    if volume.cells:
        flow.tab()
    volume.cells += 1
    flow.cap = SPACE

    def close() -> None:
        flow.cap = cap

    return close


def _dropped(volume: Volume, tag: str, attrs: dict[str, str]) -> Closer:
    """Keep the words out of the text; those of `del` and `gap` are told in their finding."""
    mark, flow = Mark(tag, attrs), Flow(SPACE)
    if tag in ("del", "gap"):
        volume.flow.pin(mark)
    volume.aside(flow)

    def close() -> None:
        mark.words = flow.text().strip()
        volume.back()

    return close


def _choice(volume: Volume, _tag: str, _attrs: dict[str, str]) -> Closer:
    volume.alternatives += 1

    def close() -> None:
        volume.alternatives -= 1

    return close


def _editors(volume: Volume, tag: str, attrs: dict[str, str]) -> Ending:
    """corr, reg, expan: in a `choice` the writer's own form stands; `corr` goes with its sic."""
    if not volume.alternatives:
        return None
    marks = volume.flow.marks
    sic = next((m for m in reversed(marks[-8:]) if m.tag == "sic"), None) if tag == "corr" else None
    close = _dropped(volume, tag, attrs)
    flow = volume.flow

    def told() -> None:
        close()
        if sic:
            sic.words = flow.text().strip()

    return told


def _listen(parser: expat.XMLParserType, start: object, end: object, data: object) -> None:
    parser.StartElementHandler, parser.EndElementHandler = start, end  # type: ignore[assignment]
    parser.CharacterDataHandler = data  # type: ignore[assignment]


OPENERS: dict[str, Opener] = {
    "TEI": _tei, "TEI.2": _tei, "teiHeader": _header, "text": _text, "front": _matter,
    "back": _matter, "div": _div, "div1": _div, "div2": _div, "head": _head, "note": _note,
    "pb": _page, "lb": _line, "item": _item, "space": _space, "row": _row, "cell": _cell,
    "quote": _quote, "seg": _seg, "choice": _choice, "sic": _mark, "corr": _editors,
    "reg": _editors,     "expan": _editors, "gap": _dropped, "gloss": _party,
}  # fmt: skip
OPENERS |= dict.fromkeys(MARKED, _mark) | dict.fromkeys(BLOCKS, _block)
OPENERS |= dict.fromkeys(DROPPED, _dropped) | dict.fromkeys(ATTACHED, _attached)
OPENERS |= {"persName": _person, "ref": _reference}

WAYS: dict[str, Way] = {
    tag: (BREAK.get(tag, CLOSE), OPENERS.get(tag)) for tag in BREAK.keys() | OPENERS.keys()
}
"""How to take each element; one that is not here is only its words."""
