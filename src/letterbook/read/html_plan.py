"""What of a saved page is the page: which elements are menus, and which are notes.

One walk over the tree before anything is written. Nothing recurses.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

NEVER = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "title",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "nav",
        "input",
        "select",
        "option",
        "button",
        "textarea",
        "datalist",
        "canvas",
        "audio",
        "video",
        "map",
        "dialog",
    ]
)
PERHAPS = frozenset(["header", "footer", "aside", "form"])
NAMING = ("class", "id", "role")
KEPT = frozenset(["html", "body", "main", "article"])
BLOCKS = frozenset(
    ["li", "p", "div", "aside", "dd", "section", "td", "tr", "article", "blockquote"]
)
MENU = re.compile(
    r"(?:^|[-_\s])(?:nav|navbar|navigation|menu|menus|breadcrumb|breadcrumbs|sidebar|cookie|cookies|"
    r"consent|gdpr|share|sharing|social|comments|respond|advert|advertisement|ads|popup|modal|"
    r"newsletter|related|toolbar|skip|masthead|site-header|site-footer|search|pagination|print-only"
    r")(?:$|[-_\s])",
    re.I,
)
ROLES = frozenset(
    [
        "navigation",
        "banner",
        "contentinfo",
        "search",
        "complementary",
        "menu",
        "menubar",
        "toolbar",
        "dialog",
    ]
)
NOTES = re.compile(
    r"footnote|endnote|(?:^|[-_\s])(?:fn|notes?|noteref)(?:$|[-_\s\d])|doc-endnote", re.I
)
LABEL = re.compile(r"\s*[\[(]?\s*(\d{1,4}|[a-z]|[ivxl]{1,6}|[*†‡§¶]{1,3})\s*[\])]?\.?\s*", re.I)
ARROWS = re.compile(r"[\s↩↑⏎←^⤴⇧\ufe0e\ufe0f]+")
INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
MOST = 0.6  # of the text outside menus; a page that would lose more keeps all
SHORT_FORM = 300  # characters: an old site wraps its whole page in a `form`


@dataclass(slots=True)
class Plan:
    """`drop`: elements left out. `notes`: note elements and their labels. `markers`: links to them.

    Elements are named by their `mem_id`.
    """

    drop: set[int] = field(default_factory=set)
    notes: dict[int, str] = field(default_factory=dict)
    markers: dict[int, int] = field(default_factory=dict)
    back: set[int] = field(default_factory=set)


def traverse(
    root: LexborNode, enter: Callable[[LexborNode], bool], leave: Callable[[LexborNode], None]
) -> None:
    """Walk the tree in document order; `leave` follows each node that `enter` went into."""
    node, depth = root, 0
    while True:
        if enter(node):
            child = node.child
            if child is not None:
                node = child
                depth += 1
                continue
            leave(node)
        while depth and (following := node.next) is None:
            parent = node.parent
            if parent is None:
                return
            node = parent
            depth -= 1
            leave(node)
        if not depth or following is None:
            return
        node = following


@dataclass(slots=True)
class _Link:
    node: int
    order: int
    target: str
    text: str
    likely: bool


class _Survey:
    """The first walk: sizes of what may be dropped, ids, and links that may be note marks."""

    def __init__(self) -> None:
        self.order = self.size = self.mains = self.inside = self.noted = self.raised = 0
        self.never: set[int] = set()
        self.perhaps: dict[int, tuple[int, bool, str]] = {}
        self.ids: dict[str, tuple[int, int]] = {}
        self.links: list[_Link] = []
        self.open: list[tuple[str, bool, bool, tuple[int, int, int] | None]] = []

    def enter(self, node: LexborNode) -> bool:
        tag = node.tag or ""
        if tag == "-text":
            self.size += len((node.text_content or "").strip())
            return False
        if tag[:1] in ("-", "!") and tag != "-document":
            return False
        self.order += 1
        attrs = node.attributes
        if tag in NEVER or (attrs and _hidden(tag, attrs)):
            self.never.add(node.mem_id)
            return False
        named = " ".join(attrs.get(k) or "" for k in NAMING) if attrs else ""
        noted = bool(attrs) and bool(NOTES.search(named))
        main = tag in ("main", "article") or attrs.get("role") == "main"
        self.noted += noted
        self.mains += main
        self.inside += main
        self.raised += tag == "sup"
        begun = None
        if not (tag in KEPT or self.inside or self.noted) and _menu(tag, named, attrs):
            begun = (node.mem_id, self.size, self.mains)
        self.open.append((tag, noted, main, begun))
        if attrs:
            self._link(node, tag, attrs, named)
        return True

    def leave(self, _node: LexborNode) -> None:
        tag, noted, main, begun = self.open.pop()
        self.noted -= noted
        self.raised -= tag == "sup"
        self.inside -= main
        if begun:
            self.perhaps[begun[0]] = (self.size - begun[1], self.mains > begun[2], tag)

    def _link(self, node: LexborNode, tag: str, attrs: dict[str, str | None], named: str) -> None:
        identity = attrs.get("id") or (attrs.get("name") if tag == "a" else None)
        if identity and identity not in self.ids:
            self.ids[identity] = (self.order, _block(node, tag))
        href = attrs.get("href") or ""
        if tag == "a" and len(href) > 1 and href[0] == "#":
            text = node.text(deep=True) or ""
            child = node.child
            raised = self.raised > 0 or (child is not None and child.tag == "sup")
            likely = raised or bool(NOTES.search(named)) or "[" in text
            self.links.append(_Link(node.mem_id, self.order, href[1:], text, likely))


def plan(root: LexborNode) -> Plan:
    """Survey the page below `root` and decide."""
    survey = _Survey()
    traverse(root, survey.enter, survey.leave)
    made = Plan(survey.never)
    dropped = {
        node for node, (size, main, tag) in survey.perhaps.items()
        if not main and not (tag == "form" and size > SHORT_FORM) and size <= MOST * survey.size
    }  # fmt: skip
    # Nested ones are counted twice, which only makes us keep more.
    if sum(survey.perhaps[node][0] for node in dropped) <= MOST * survey.size:
        made.drop |= dropped
    for link in survey.links:
        _judge(link, survey, made)
    return made


def _judge(link: _Link, survey: _Survey, made: Plan) -> None:
    """A short link to a later element is a note mark; an arrow leads back to one."""
    if not link.text.strip() or ARROWS.fullmatch(link.text):
        made.back.add(link.node)
        return
    label, target = LABEL.fullmatch(link.text), survey.ids.get(link.target)
    if label and target and target[0] > link.order and (link.likely or label[1].isdigit()):
        made.markers[link.node] = target[1]
        made.notes.setdefault(target[1], label[1])


def _hidden(tag: str, attrs: dict[str, str | None]) -> bool:
    return (
        "hidden" in attrs
        or bool(INVISIBLE.search(attrs.get("style") or ""))
        or (tag == "a" and attrs.get("aria-hidden") == "true")
    )


def _menu(tag: str, named: str, attrs: dict[str, str | None]) -> bool:
    return tag in PERHAPS or attrs.get("role") in ROLES or bool(named and MENU.search(named))


def _block(node: LexborNode, tag: str) -> int:
    """The paragraph or list item that an id inside it stands for."""
    outer: LexborNode | None = node
    for _ in range(4):
        if outer is None or (outer.tag or "") in BLOCKS:
            break
        outer = outer.parent
    return outer.mem_id if outer is not None and (outer.tag or "") in BLOCKS else node.mem_id
