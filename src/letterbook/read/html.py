"""HTML as a browser saves it → one source: the page without its menus, with its notes.

Blocks stand apart, a list item or table row on each line, note digits where they are printed.
Nothing is executed or fetched; elements nested without end are unwrapped first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from letterbook.model import (
    By,
    Finding,
    Marker,
    Note,
    Quotation,
    Reading,
    Section,
    Source,
    Span,
    Trouble,
)  # fmt: skip
from letterbook.read.decode import Decoded
from letterbook.read.flow import BLANK, LINE, SPACE, Flow, Mark
from letterbook.read.html_plan import Plan, plan, traverse
from letterbook.text import squeeze

MARKUP = By("markup", "html")
BREAK = dict.fromkeys(
    [
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "dl",
        "table", "section", "article", "main", "aside", "header", "footer", "pre", "figure",
        "address", "hr", "form", "fieldset", "details", "body", "caption", "center"
    ], BLANK)  # fmt: skip
BREAK |= dict.fromkeys(
    ["li", "tr", "dt", "dd", "figcaption", "summary", "legend", "tbody", "thead", "tfoot"], LINE
)
DEEPEST = 500  # levels; a page has some thirty, and each one costs at every element below it
NESTING = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
OVERGROWN = re.compile(r"<([a-zA-Z][^\s<>]{0,40})\s[^<>]{5000,}>")  # attributes without end
FLAT = frozenset(
    [
        "p",
        "li",
        "br",
        "hr",
        "img",
        "input",
        "meta",
        "link",
        "td",
        "th",
        "tr",
        "dt",
        "dd",
        "option",
        "tbody",
        "thead",
        "tfoot",
        "source",
        "col",
        "wbr",
        "area",
        "base",
        "html",
        "head",
        "body",
    ]
)


def read_html(decoded: Decoded, path: str) -> Iterator[Reading | Trouble]:
    """One source for the page, with sections, quotations and notes as findings."""
    text, flat = unwrapped(decoded.text)
    root = LexborHTMLParser(text).root
    page = _Page(plan(root)) if root is not None else None
    if page and root is not None:
        traverse(root, page.enter, page.leave)
    words = page.flow.text().rstrip() if page else ""
    if not page or not words.strip():
        yield Trouble(path, "The page has no text.", "It may fetch it with a script; save the page "
                      "as text from the browser and read that.")  # fmt: skip
        return
    source = Source.of(words, path, "", "html", decoded.encoding)
    findings = list(_findings(page, source))
    if flat:
        trouble = Trouble(path, f"Elements are nested more than {DEEPEST} deep.",
                          "The innermost were unwrapped; their words are kept.")  # fmt: skip
        findings.append(Finding(Span(source.id, 0, 0), "trouble", trouble, MARKUP))
    yield Reading(source, tuple(findings))


def unwrapped(text: str) -> tuple[str, bool]:
    """`text` without the tags beyond `DEEPEST` levels, and whether there were any."""
    text = OVERGROWN.sub(r"<\1>", text)
    if text.count("<") < DEEPEST:
        return text, False
    depth, at = 0, 0
    parts: list[str] = []
    for match in NESTING.finditer(text):
        if match[2].lower() in FLAT:
            continue
        if match[1]:
            if depth > DEEPEST:
                parts.append(text[at : match.start()])
                at = match.end()
            depth = max(depth - 1, 0)
        else:
            depth += 1
            if depth > DEEPEST:
                parts.append(text[at : match.start()])
                at = match.end()
    if not parts:
        return text, False
    return " ".join([*parts, text[at:]]), True


class _Page:
    """Writes the page while the tree is walked."""

    def __init__(self, made: Plan) -> None:
        self.plan = made
        self.flow = Flow()
        self.marks: dict[int, Mark] = {}
        self.lists: list[int] = []  # the numbers reached in the lists that are open
        self.cells: list[int] = []
        self.caps: dict[int, int] = {}
        self.typed = 0  # open `pre`
        self.number = ""  # of the note that begins, before its first word

    def enter(self, node: LexborNode) -> bool:
        tag = node.tag or ""
        if tag == "-text":
            self._words(node.text_content or "")
            return False
        if (tag[:1] in ("-", "!") and tag != "-document") or node.mem_id in self.plan.drop:
            return False
        if node.mem_id in self.plan.back:
            return False
        if tag == "br":
            self.flow.part(BLANK if self.flow.asked >= LINE else LINE)
        self._begin(node, tag)
        return True

    def _words(self, words: str) -> None:
        if self.number and words.strip():
            self.flow.keep(self.number)
            self.number, words = "", words.lstrip()
        if self.typed and words.strip():
            self.flow.keep(words.replace("\r", "").strip("\n"))
        elif words:
            self.flow.write(words.replace("\f", " ").replace("\r", " "))

    def _begin(self, node: LexborNode, tag: str) -> None:
        here = node.mem_id
        if tag in BREAK:
            self.flow.part(LINE if tag in ("ul", "ol", "p") and self.lists else BREAK[tag])
        if tag in ("ul", "ol"):
            self.lists.append(_number(node.attributes.get("start"), 1) - 1)
        elif tag == "tr":
            self.cells.append(0)
        elif tag in ("td", "th"):
            self._cell(here)
        elif tag == "pre":
            self.typed += 1
        elif tag == "li" and self.lists:
            self.lists[-1] = _number(node.attributes.get("value"), self.lists[-1] + 1)
        if here in self.plan.notes:
            self._note(node, tag)
        elif here in self.plan.markers:
            self._open(here, "marker")
        elif tag == "blockquote" or (tag[:1] == "h" and tag[1:].isdigit()):
            self._open(here, tag)

    def _cell(self, here: int) -> None:
        if self.cells and self.cells[-1]:
            self.flow.tab()
        if self.cells:
            self.cells[-1] += 1
        self.caps[here] = self.flow.cap
        self.flow.cap = SPACE

    def _note(self, node: LexborNode, tag: str) -> None:
        label = self.plan.notes[node.mem_id]
        if tag == "li" and self.lists and label.isdigit():
            # The browser prints the number; it is not in the file.
            self.number = f"  {self.lists[-1]}. "
        self._open(node.mem_id, "note").attrs["label"] = label

    def _open(self, here: int, tag: str) -> Mark:
        mark = self.marks[here] = self.flow.open(Mark(tag, {}))
        return mark

    def leave(self, node: LexborNode) -> None:
        tag, here = node.tag or "", node.mem_id
        mark = self.marks.get(here)
        if mark is not None and mark.end < 0:
            self.flow.shut(mark)
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        elif tag == "tr" and self.cells:
            self.cells.pop()
        elif here in self.caps:
            self.flow.cap = self.caps.pop(here)
        elif tag == "pre":
            self.typed -= 1
        if tag in BREAK:
            self.flow.part(LINE if tag in ("ul", "ol", "p") and self.lists else BREAK[tag])


def _number(stated: str | None, otherwise: int) -> int:
    if stated and re.fullmatch(r"-?\d{1,6}", stated):
        return int(stated)
    return otherwise


def _findings(page: _Page, source: Source) -> Iterator[Finding]:
    text, size = source.text, len(source.text)
    notes: dict[int, Span] = {}
    for here, mark in page.marks.items():
        if mark.tag == "note":
            start = _after_label(text, mark)
            notes[here] = Span(source.id, min(start, size), min(max(mark.end, start), size))
    for here, mark in page.marks.items():
        span = Span(source.id, min(mark.start, size), min(mark.end, size))
        if mark.tag == "note":
            words = text[notes[here].start : notes[here].end]
            kind = Note(mark.attrs["label"], "source" if words.startswith("Source:") else "note")
            yield Finding(notes[here], "note", kind, MARKUP)
        elif mark.tag == "marker":
            label = squeeze(text[span.start : span.end]).strip("[]().")
            target = notes.get(page.plan.markers[here])
            yield Finding(span, "marker", Marker(label, target), MARKUP)
        elif mark.tag == "blockquote":
            yield Finding(span, "quote", Quotation("block"), MARKUP)
        elif span.end > span.start:
            title = squeeze(text[span.start : span.end])
            yield Finding(span, "section", Section(title, int(mark.tag[1:])), MARKUP)


def _after_label(text: str, mark: Mark) -> int:
    """Where a note's words begin, after a label of its own: "1. See Document 12"."""
    label = re.escape(mark.attrs["label"])
    match = re.compile(rf"\s*[\[(]?{label}[\])]?[.:]?\s+").match(text, mark.start, mark.end)
    return match.end() if match else mark.start
