"""Where each letter of a sheet begins and ends, and which is enclosed in which.

A page may print two letters, a typescript twenty, a telegram may carry a letter. A letter opens
with an editor's heading, a dateline, or a salutation, and goes on to the next opening.
Nothing opens in the middle of a letter that has not been closed, unless words lead in
("Following is text of message …"): then it is enclosed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from letterbook.mark.follow import Opening, enclosures, follow
from letterbook.mark.notes import notes_start
from letterbook.mark.sheet import Found, Line, Sheet, outside, rule
from letterbook.model import Document, Extent, Finding, letter_id

BY = rule("letters")


def mark_letters(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """One finding a letter; none where the sheet holds no letter."""
    documents = [f.value for f in found.all("document")]
    if any(isinstance(d, Document) and d.form != "letters" for d in documents):
        return
    text, lines = sheet.source.text, body_lines(sheet, found)
    if _tagged(found):
        openings = [Opening(0, "markup"), *(replace(o, inside=0) for o in enclosures(lines))]
    else:
        openings = follow(lines)
    starts = [o.first for o in openings]
    outer = [o.first for o in openings if o.inside is None]
    for at, opening in enumerate(openings, 1):
        start = lines[opening.first].start if lines and opening.how != "markup" else 0
        inside = None if opening.inside is None else opening.inside + 1
        # an enclosed letter that is never signed goes on to whatever opens next
        later = outer if inside is None else starts
        last = len(text.rstrip()) if inside is None else lines[-1].end
        at_next = bisect_right(later, opening.first)
        if opening.end >= 0 and inside is not None:
            end = lines[opening.end].end
        else:
            end = lines[later[at_next] - 1].end if at_next < len(later) else last
        of = letter_id(sheet.source.id, at)
        yield Finding(sheet.span(start, end), "letter", Extent(at, inside), BY, of)


def body_lines(sheet: Sheet, found: Found) -> list[Line]:
    """The lines before the notes that are not furniture."""
    end = notes_start(sheet, found)
    lines = [line for line in sheet.lines if line.end <= end]
    skipped = [f.span for f in found.all("furniture") if f.span.end > f.span.start]
    return outside(lines, skipped)


def _tagged(found: Found) -> bool:
    """The editors of a TEI document, or a page's frontmatter, already say that it is a letter."""
    kinds = ("sender", "recipient", "dateline", "date", "heading")
    return any(f.of and f.by.kind == "markup" for kind in kinds for f in found.all(kind))
