"""Citations: the documents, volumes, pages, footnotes and files that notes point to.

"See footnote 3, Document 12." · "Foreign Relations, 1961–1963, vol. XIX, pp. 198–200" · "ibid." ·
"Department of State Bulletin, February 11, 1963, p. 198" · "Johnson Library, NSF, Box 3".
In the letter's own text only what an editor put there counts: "[see Document 12]".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from letterbook.mark.citation_force import Cited, Memory
from letterbook.mark.citation_walk import cite
from letterbook.mark.sheet import Found, Sheet, rule
from letterbook.model import Finding, Furniture, Marker, Source, Span
from letterbook.text import SPACES, View, replace

__all__ = ["Cited", "Memory", "citations", "cite", "mark_citations"]

BY = rule("citations")
_POINTING = re.compile(  # "Document 12": its first letter is asked before what stands before it
    r"[DFf](?<!\w.)(?:(?<=D)ocuments? \d|ootnotes? \d|(?<=F)oreign Relations, \d)"
)
_POINTS = ("ocument ", "ocuments ", "ootnote ", "ootnotes ", "oreign Relations, ")
"""What those words hold after their first letter; looked for first, for speed."""
_EDITOR = re.compile(
    r"(?:\b[Ss]ee(?: also)?|\bprinted (?:as|in)|[\[(]|[Ff]or text, see)[^.\[\]()]*$"
)


def citations(source: Source, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The citations of a source, from the notes and letters marked in it, in the text's order."""
    found = Found()
    found.add(findings)
    return tuple(mark_citations(Sheet(source), found))


def mark_citations(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """The same as a rule: what the notes cite, and what an editor's words in the text do."""
    text = sheet.source.text
    notes = sorted(found.all("note"), key=lambda f: f.span.start)
    made: list[Finding] = []
    memory = Memory()
    for note in notes:
        view = _plain(text, note.span, found.all("furniture"))
        cited, memory = cite(view.text, memory)
        letter = _letter_of(note, found)
        made.extend(_finding(sheet, note.span.start, view, c, letter) for c in cited)
    made.extend(_in_text(sheet, found, [note.span for note in notes]))
    yield from sorted(made, key=lambda f: (f.span.start, f.span.end))


def _plain(text: str, span: Span, furniture: Iterable[Finding]) -> View:
    """A note as it runs on: single spaces, nothing of the page's furniture."""
    words = text[span.start : span.end]
    changes = [(m.start(), m.end(), " ") for m in SPACES.finditer(words)]
    for piece in furniture:
        if span.holds(piece.span) and isinstance(piece.value, Furniture):
            start, end = piece.span.start - span.start, piece.span.end - span.start
            changes.append((start, end, " " if piece.value.join else ""))
    return replace(words, changes)


def _finding(sheet: Sheet, base: int, view: View, cited: Cited, letter: str) -> Finding:
    start, end = view.span(cited.start, cited.end)
    return Finding(sheet.span(base + start, base + end), "citation", cited.value, BY, letter)


def _letter_of(note: Finding, found: Found) -> str:
    """The letter a note belongs to: where its mark stands; the first, when it has none."""
    marks = (
        f.span.start
        for f in found.all("marker")
        if isinstance(f.value, Marker) and f.value.note == note.span
    )
    at = next(marks, note.span.start)
    return _letter_at(at, found) or (found.letters[0].of if found.letters else "")


def _letter_at(at: int, found: Found) -> str:
    """The innermost letter around an offset, "" outside all letters."""
    around = [f for f in found.letters if f.span.start <= at < f.span.end]
    return min(around, key=lambda f: f.span.end - f.span.start).of if around else ""


def _in_text(sheet: Sheet, found: Found, notes: Sequence[Span]) -> Iterator[Finding]:
    """What an editor cites outside the notes: "[see Document 12]", "printed as Document 5"."""
    text, done = sheet.source.text, 0
    for match in _pointing(text):
        if match.start() < done:
            continue
        start = text.rfind("\n", 0, match.start()) + 1
        done = text.find("\n", start) % (len(text) + 1)
        if any(note.start < done and start < note.end for note in notes):
            continue
        view = _plain(text, sheet.span(start, done), ())
        for cited in cite(view.text)[0]:
            if cited.value.what not in ("work", "archive") and _points(view.text, cited):
                yield _finding(sheet, start, view, cited, _letter_at(match.start(), found))


def _pointing(text: str) -> Iterator[re.Match[str]]:
    """What `_POINTING` finds, one after another."""
    places: list[int] = []
    for part in _POINTS:
        at = text.find(part)
        while at >= 0:
            places.append(at - 1)
            at = text.find(part, at + 1)
    found = (_POINTING.match(text, at) for at in sorted(places) if at >= 0)
    yield from (match for match in found if match)


def _points(words: str, cited: Cited) -> bool:
    """Whether an editor's "see", "printed as" or bracket leads to it, and not just "above"."""
    if cited.value.what == "document" and not cited.value.number.rstrip("abc").isdigit():
        return False
    return _EDITOR.search(words[: cited.start + 1]) is not None
