"""What a whole source is: letters, a history, a brief; its title, sections and notices.

Histories and briefs are sources too, but nobody sent them: they are not forced into letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from letterbook.mark import daylines
from letterbook.mark.letters import body_lines
from letterbook.mark.sheet import Found, Line, Sheet, rule
from letterbook.model import Document, Finding, Furniture, Section

BY = rule("document")
_BRIEF = re.compile(
    r"[#*\s-]*"
    r"(?:main themes?|key (?:quotes?|quotations?|facts?|points?|ideas|figures|takeaways)"
    r"|most important (?:ideas|facts).*|executive summary|summary|conclusions?"
    r"|discussion questions|study questions|glossary|timeline|source|background|overview"
    r"|bottom line|questions for (?:discussion|review)|review questions|chronology"
    r"|cast of characters)\b",
    re.I,
)
_BULLET = re.compile(r"[-*•–]\s+\S")
_NOTICE = re.compile(
    r"\b(?:has been retired|no longer (?:being )?maintained|is archived|last updated"
    r"|page (?:has )?moved|cookies?|all rights reserved|for more information, please see"
    r"|skip to (?:main )?content|share this|print this page|withdrawn from publication"
    r"|not being updated|is not revised|page is (?:now )?retired)\b",
    re.I,
)
_BOLD = re.compile(r"\*\*([^*]{2,80}?):?\*\*:?|__([^_]{2,80}?):?__")
_BOLD_LEAD = re.compile(r"\*\*([^*]{2,80}?):\*\*\s")


def mark_document(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """One `document` finding; for histories and briefs their sections and notices too."""
    told = next((f.value for f in found.all("document") if isinstance(f.value, Document)), None)
    if told:
        if told.form in ("history", "brief"):
            yield from _sections(sheet, found, body_lines(sheet, found))
        return
    whole = sheet.span(0, len(sheet.source.text))
    if found.letters:
        yield Finding(whole, "document", Document("letters"), BY)
        return
    lines = body_lines(sheet, found)
    notices = [x for x in lines[:4] + lines[-3:] if len(x.text) < 260 and _NOTICE.search(x.text)]
    lines = [x for x in lines if x not in notices]
    for line in notices:
        notice = Furniture("notice", join="")
        yield Finding(sheet.span(line.start, line.end), "furniture", notice, BY)
    form = _form(lines)
    yield Finding(whole, "document", Document(form, _title(lines, found)), BY)
    if form != "other":
        yield from _sections(sheet, found, lines)


def _form(lines: Sequence[Line]) -> Literal["history", "brief", "other"]:
    """A brief has a brief's headings over lists, a history is mostly paragraphs."""
    bullets = sum(1 for x in lines if _BULLET.match(x.text))
    briefs = sum(1 for x in lines if len(x.text) < 200 and _BRIEF.match(x.text))
    if briefs >= 3 or (briefs == 2 and bullets >= 3):
        return "brief"
    prose = [len(x.text) for x in lines if len(x.text) > 240 and not _BULLET.match(x.text)]
    if len(prose) >= 2 and sum(prose) * 2 > sum(len(x.text) for x in lines):
        return "history"
    return "other"


def _title(lines: Sequence[Line], found: Found) -> str:
    for finding in found.all("section"):
        if isinstance(finding.value, Section):
            return finding.value.title
    first = next((x for x in lines[:5] if len(x.text) < 200 and not _BULLET.match(x.text)), None)
    return first.text.strip("#* ") if first else ""


def _sections(sheet: Sheet, found: Found, lines: Sequence[Line]) -> Iterator[Finding]:
    """Headings: short lines without a full stop that stand over a paragraph, or set in bold."""
    told = found.all("section")
    tagged = any(f.by.kind == "markup" for f in told)
    starts = {f.span.start for f in told} if tagged else set()
    for at, line in enumerate(lines):
        if line.start in starts or line.text.startswith("#"):
            continue
        section, end = _section(lines, at, tagged)
        if section:
            yield Finding(sheet.span(line.start, line.start + end), "section", section, BY)


def _section(lines: Sequence[Line], at: int, tagged: bool) -> tuple[Section | None, int]:
    """The section that line `at` heads, and where its title ends in the line."""
    words = lines[at].text
    if bold := _BOLD.fullmatch(words):
        return Section((bold[1] or bold[2]).strip(), 2), len(words)
    below = len(lines[at + 1].text) if at + 1 < len(lines) else 0
    over_paragraph = len(words) < 90 and below > 200
    first = at == 0 and len(words) < 120
    if not tagged and (over_paragraph or first) and _headlike(words):
        return Section(words, 2 if at else 1), len(words)
    if lead := _BOLD_LEAD.match(words):
        return Section(lead[1], 3), lead.end()
    return None, 0


def _headlike(words: str) -> bool:
    if words.endswith((".", ",", ";", ":", "?", "!")) or not words[:1].isupper():
        return False
    return not daylines.dateline(words) and not _BULLET.match(words)
