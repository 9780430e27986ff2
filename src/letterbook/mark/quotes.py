"""Quotations: words in marks, set as a block, or listed as quotations.

“…” · „…“ · «…» · "…" · ‘…’ · a quotation of several paragraphs, each opened anew and only the last
closed · Markdown's "> …" · the items under "Key Quotes". Words in marks for emphasis or as a name
("gentleman's agreement", the "October Revolution") are not quotations, and what is quoted within
a quotation belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from letterbook.mark.attributions import attributed_to
from letterbook.mark.quote_marks import in_marks, in_single_marks
from letterbook.mark.sheet import Found, Sheet, rule
from letterbook.model import Document, Finding, Quotation, Section

BY = rule("quotes")
SAYS = re.compile(
    r"(?<![\w-])(?:said|says?|wrote|writes?|written|stated?|states|declared?|declares|replied|replies"
    r"|asked?|asks|noted?|added|told|assured?|promised?|described|according to|in his words"
    r"|as follows|read|reads|called|insisted|argued|warned|concluded|reported|wired|cabled"
    r"|telegraphed|answered|remarked|observed|recalled|admitted|complained|demanded|proposed"
    r"|testified|announced|explained|urged|quoted?|quotes)\b[^.“\"]{0,60}$",
    re.I,
)
_LIST = re.compile(r"\bquot(?:e|es|ations?)\b", re.I)
_ITEM = re.compile(r"^[ \t]*(?:[-*•–]|\d{1,2}[.)])\s+(.+)$", re.M)
_BLOCK = re.compile(r"^[ \t]*>[^\n]*(?:\n[ \t]*>[^\n]*)*", re.M)
_MARKED = re.compile(r"[“”\"„«»]")
_SPEAKER = re.compile(r"[^:“\"]{2,120}:\s+(?=\S)")


def mark_quotes(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """Quotations of a history or brief; each span is the words inside the marks."""
    forms = [f.value.form for f in found.all("document") if isinstance(f.value, Document)]
    if not ({"history", "brief"} & set(forms)):
        return
    text = sheet.source.text
    front = max((f.span.end for f in found.all("furniture") if f.span.start == 0), default=0)
    taken = [(f.span.start, f.span.end) for f in found.all("quote")]  # the markup's blocks
    for start, end in _blocks(text, front):
        if not _within(start, taken):
            taken.append((start, end))
            yield _finding(sheet, start, end, "block")
    listed_in = _lists(sheet, found)
    double = list(in_marks(text, front))
    single = [place for place in in_single_marks(text, front) if not _within(place[0], double)]
    marked = [p for p in sorted((*double, *single)) if not _within(p[0], taken)]
    for start, end in marked:
        listed = _within(start, listed_in)
        if listed or _quotation(text, start, text[start:end]):
            yield _finding(sheet, start, end, "list" if listed else "marks")
    for start, end in _bare_items(text, listed_in):
        yield _finding(sheet, start, end, "list")


def _finding(sheet: Sheet, start: int, end: int, style: str) -> Finding:
    said = attributed_to(sheet.source.text, start, end)
    kind = "block" if style == "block" else "list" if style == "list" else "marks"
    return Finding(sheet.span(start, end), "quote", Quotation(kind, said), BY)  # type: ignore[arg-type]


def _within(at: int, places: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in places)


def _blocks(text: str, front: int) -> Iterator[tuple[int, int]]:
    """The lines that Markdown sets as a block, without the first ">" and marks around the whole."""
    for match in _BLOCK.finditer(text, front):
        start = match.start() + len(match[0]) - len(match[0].lstrip("> \t"))
        end = match.end()
        words = text[start:end].rstrip()
        end = start + len(words)
        last = words.rfind("\n")
        if last > 0 and re.match(r"\n[ \t]*>\s*[-—–]{1,2}\s?\S", words[last:]):
            end = start + len(words[:last].rstrip("> \t\n"))  # "> — Kalinin, October 17"
            words = text[start:end]
        if words[:1] in '“"«„' and words[-1:] in '”"»“':
            start, end = start + 1, end - 1
        if end - start > 1 and len(text[start:end].split()) > 3:
            yield start, end


def _lists(sheet: Sheet, found: Found) -> list[tuple[int, int]]:
    """The stretches under a heading such as "Key Quotes"."""
    told = ((f.span, f.value) for f in found.all("section"))
    places = ((span.start, span.end, v) for span, v in told if isinstance(v, Section))
    sections = sorted(places, key=lambda place: place[0])
    made = []
    for at, (_, end, section) in enumerate(sections):
        if _LIST.search(section.title):
            later = (start for start, _, s in sections[at + 1 :] if s.level <= section.level)
            made.append((end, next(later, len(sheet.source.text))))
    return made


def _bare_items(text: str, listed_in: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The items of a list of quotations that bear no marks: "- Kalinin: I fully agree …"."""
    for first, last in listed_in:
        for match in _ITEM.finditer(text, first, last):
            words = match[1].rstrip()
            if _MARKED.search(words) or len(words.split()) < 5:
                continue
            speaker = _SPEAKER.match(words)
            start = match.start(1) + (speaker.end() if speaker else 0)
            yield start, match.start(1) + len(words)


def _quotation(text: str, start: int, words: str) -> bool:
    """More than a name or a word set off: a clause, or words that somebody is said to have said."""
    size = len(words.split())
    long = [w for w in words.split() if len(w) > 3]
    if long and sum(w[0].isupper() for w in long) * 3 > len(long) * 2:
        return False  # a title: "Milestones in the History of …"
    whole = words[:1].isupper() and words.rstrip()[-1:] in ".?!"
    if size >= 8 or (size >= 4 and whole):
        return True
    said = SAYS.search(text[max(0, start - 91) : start - 1].rstrip(" ,:"))
    return (size >= 4 and (bool(said) or words[:1].islower())) or (size >= 2 and bool(said))
