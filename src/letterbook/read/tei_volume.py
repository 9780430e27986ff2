"""Listening to the XML parser: elements come in, finished documents go out.

Nothing recurses, so that elements nested a hundred thousand deep are only slow.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html.entities import html5
from xml.etree.ElementTree import Element
from xml.parsers import expat

from letterbook.model import Reading, Trouble
from letterbook.read.decode import Decoded
from letterbook.read.flow import CLOSE, Flow, Mark, single_spaced
from letterbook.read.tei_sheet import Sheet, reading

XML_ID = "http://www.w3.org/XML/1998/namespace id"
ENTITY = 100  # longest entity that is set in; they stand for a sign or a word
LOOKED = 20  # troubles of a file that are told with their line
EXPANSION = 1_000_000  # characters that entities may add to a file in all

Closer = Callable[[], None]
Ending = Mark | Closer | int | None
Opener = Callable[["Volume", str, dict[str, str]], Ending]
Way = tuple[int, Opener | None]
"""The break before an element, and what opens it; that gives back what happens at its end."""


class Refused(Exception):
    """The file asks for something that is not done; the message says what."""


class Volume:
    """A TEI file as it is read: the sheets that are being written, and the page one is on."""

    def __init__(self, path: str, decoded: Decoded, ways: Mapping[str, Way]) -> None:
        """A volume of which nothing has been read; `ways` says how to take each element."""
        self.path, self.encoding, self.original = path, decoded.encoding, decoded.text
        # The parser has less to do when white space is single before it begins; a reference such
        # as &#10; can still bring some in.
        self.text = single_spaced(decoded.text)
        self.single = "&#" not in self.text
        self.parser = self._parser()
        self.stack: list[Ending] = []
        self.flows: list[Flow] = []  # the ones that the present flow interrupts
        self.sheets = [Sheet("text", "", "", 0)]
        self.turn(self.sheets[0].body)
        self.ways = ways
        self.known: dict[str, tuple[str, int, Opener | None]] = {}  # by the parser's name
        self.done: list[Reading | Trouble] = []
        self.used: dict[str, int] = {}
        self.page = self.identity = ""
        self.texts = self.documents = self.matter = self.cells = 0
        self.alternatives = 0  # open `choice` elements
        self.header: Element | None = None
        self.entities: dict[str, str] = {}
        self.expanded = self.looked = 0

    def _parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text, parser.buffer_size = True, 1 << 16
        # With these, an entity is reported by its name instead of expanded or fetched.
        parser.UseForeignDTD(True)
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE)
        parser.DefaultHandler = self.other
        parser.EntityDeclHandler = self.declare
        parser.SkippedEntityHandler = self.entity
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        return parser

    # --- what the parser tells ------------------------------------------------------------------

    def start(self, name: str, attrs: dict[str, str]) -> None:
        """An element begins."""
        way = self.known.get(name)
        if way is None:
            local = name.rpartition(" ")[2]
            way = self.known[name] = (local, *self.ways.get(local, (CLOSE, None)))
        tag, strength, opener = way
        if strength:
            self.flow.part(strength)
        self.stack.append(opener(self, tag, attrs) if opener else strength or None)

    def end(self, _name: str) -> None:
        """The innermost element ends."""
        ending = self.stack.pop()
        if ending is None:
            return
        if type(ending) is int:
            self.flow.part(ending)
        elif type(ending) is Mark:
            self.flow.shut(ending)
        else:
            ending()  # type: ignore[operator]

    def declare(
        self,
        name: str,
        parameter: int,
        value: str | None,
        _base: object,
        system: str | None,
        *_: object,
    ) -> None:
        """The DTD declares an entity: a sign or a word may be, anything larger is refused."""
        if value is None:
            return  # it stands in another file, which is not fetched
        if "&" in value or "%" in value or parameter:
            raise Refused(f"It declares an entity that contains others (&{name};).")
        if len(value) > ENTITY:
            raise Refused(f"It declares an entity of {len(value):,} characters (&{name};).")
        self.entities.setdefault(name, value)

    def entity(self, name: str, parameter: int) -> None:
        """The text refers to an entity: its sign if known, else the reference as it stands."""
        value = self.entities.get(name) or html5.get(f"{name};")
        if parameter:
            return
        self.expanded += len(value or "")
        if value is None or "<" in value or self.expanded > EXPANSION:
            value = f"&{name};"
            sheet = self.sheets[-1]
            if self.flow is sheet.body and sheet.known:
                sheet.known = False
                sheet.troubles.append(unknown(self.path, value, self.line(value, 1)))
        self.flow.write(value)

    def other(self, data: str) -> None:
        """Comments and the DTD say nothing; a reference to another file ("&x;") is not followed."""
        if data[0] == "&" and data[-1] == ";":
            self.entity(data[1:-1], 0)

    # --- sheets and flows -----------------------------------------------------------------------

    def turn(self, flow: Flow) -> None:
        """Write on `flow` from here on."""
        self.flow = flow
        self.parser.CharacterDataHandler = flow.add if self.single else flow.write

    def aside(self, flow: Flow) -> None:
        """Write on `flow` until `back`."""
        self.flows.append(self.flow)
        self.turn(flow)

    def back(self) -> None:
        """Take up the flow that was interrupted."""
        self.turn(self.flows.pop())

    def begin(self, sheet: Sheet) -> Closer:
        """Write on a new sheet; ending it hands its document on."""
        self.sheets.append(sheet)
        self.aside(sheet.body)
        return self.hand_on

    def hand_on(self) -> None:
        """The sheet is full: it becomes a source."""
        self.back()
        self._keep(self.sheets.pop())

    def _keep(self, sheet: Sheet) -> None:
        rest = sheet.kind == "text" and sheet.documents > 0
        made = reading(sheet, self.path, self.encoding, rest)
        if made:
            self.done.append(made)
            for outer in self.sheets:
                outer.documents += 1

    def place(self, identity: str, otherwise: str, sheet: Sheet) -> None:
        """Give the sheet its place in the file; the second "d5" becomes "d5-2", and is told of."""
        wanted = identity or otherwise
        count = self.used[wanted] = self.used.get(wanted, 0) + 1
        while count > 1 and f"{wanted}-{count}" in self.used:
            count = self.used[wanted] = count + 1
        sheet.where = wanted if count == 1 else f"{wanted}-{count}"
        self.used.setdefault(sheet.where, 1)
        if count > 1 and identity:
            line = self.line(f'xml:id="{identity}"', count)
            sheet.troubles.append(Trouble(
                self.path, f'The xml:id "{identity}" stands here again.',
                f"This document is kept as {sheet.where}; give it an id of its own.", line,
            ))  # fmt: skip

    def line(self, words: str, occurrence: int) -> int:
        """The line on which `words` stand in the file for that time; 0 if they do not."""
        self.looked += 1
        if self.looked > LOOKED:
            return 0  # each look reads the file anew
        at = -1
        for _ in range(occurrence):
            at = self.original.find(words, at + 1)
        return self.original.count("\n", 0, at) + 1 if at >= 0 else 0

    def finish(self) -> None:
        """The file has ended, perhaps too early: hand on what has been written."""
        while len(self.sheets) > 1:
            while self.flow is not self.sheets[-1].body:
                self.back()
            self.hand_on()
        sheet = self.sheets.pop()
        if "" in self.used:
            self.place("", "rest", sheet)
        self._keep(sheet)

    def take(self) -> list[Reading | Trouble]:
        """What is finished since the last time."""
        done, self.done = self.done, []
        return done


def unknown(path: str, name: str, line: int) -> Trouble:
    """The trouble of an entity whose definition is not in the file."""
    advice = "The reference was left as it is; write the sign itself in its place."
    return Trouble(path, f"The file does not say what {name} stands for.", advice, line)
