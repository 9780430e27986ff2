"""What a whole source is: letters, a history, a brief; its title, sections and notices.

Histories and briefs are sources too, but nobody sent them: they are not forced into letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.mark import phrases
from letterbook.mark.letters import body_lines
from letterbook.mark.sheet import Found, Line, Sheet, rule
from letterbook.model import Document, Finding, Furniture, Section, Words

BY = rule("document")
_BRIEF = re.compile(
    r"(?:#+\s*|\*\*|[-*]\s)*(?:main themes?|key (?:quotes?|quotations?|facts?|points?|ideas|figures|takeaways)|most important (?:ideas|facts).*|"
    r"executive summary|summary|conclusions?|discussion questions|study questions|glossary|timeline|source|background|overview|bottom line|"
    r"questions for (?:discussion|review)|review questions|chronology|cast of characters)\b", re.I)  # fmt: skip
_BULLET = re.compile(r"[-*•–]\s+\S")
_NOTICE = re.compile(
    r"\b(?:has been retired|no longer (?:being )?maintained|is archived|last updated|page (?:has )?moved|cookies?|all rights reserved|"
    r"for more information, please see|skip to (?:main )?content|share this|print this page|withdrawn from publication|not being updated)\b", re.I)  # fmt: skip


def mark_document(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """One `document` finding; for histories and briefs their sections and notices too."""
    text = sheet.source.text
    if any(True for _ in found.all("document")):
        form = next(f.value.form for f in found.all("document") if isinstance(f.value, Document))
        if form in ("history", "brief"):
            yield from _sections(sheet, found)
        return
    whole = sheet.span(0, len(text))
    if found.letters:
        yield Finding(whole, "document", Document("letters"), BY)
        return
    lines = body_lines(sheet, found)
    notices = [x for x in lines[:4] + lines[-3:] if len(x.text) < 260 and _NOTICE.search(x.text)]
    lines = [x for x in lines if x not in notices]
    for line in notices:
        yield Finding(
            sheet.span(line.start, line.end), "furniture", Furniture("notice", join=""), BY
        )
    form, title = _form(lines, found), _title(lines, found)
    yield Finding(whole, "document", Document(form, title), BY)  # type: ignore[arg-type]
    if form in ("history", "brief"):
        yield from _sections(sheet, found, lines)


def _form(lines: list[Line], found: Found) -> str:
    bullets = sum(1 for x in lines if _BULLET.match(x.text))
    briefs = sum(1 for x in lines if len(x.text) < 200 and _BRIEF.match(x.text))
    prose = [x for x in lines if len(x.text) > 240 and not _BULLET.match(x.text)]
    if briefs >= 2 and bullets >= 3 or briefs >= 3:
        return "brief"
    if len(prose) >= 2 and sum(len(x.text) for x in prose) * 2 > sum(len(x.text) for x in lines):
        return "history"
    return "other"


def _title(lines: list[Line], found: Found) -> str:
    for finding in found.all("section"):
        if isinstance(finding.value, Section):
            return finding.value.title
    first = next((x for x in lines[:5] if len(x.text) < 200 and not _BULLET.match(x.text)), None)
    return first.text.strip("#* ") if first else ""


def _sections(sheet: Sheet, found: Found, lines: list[Line] | None = None) -> Iterator[Finding]:
    """Headings: short lines without a full stop that stand over a paragraph, or set in bold."""
    if any(f.by.kind == "markup" for f in found.all("section")):
        tagged = {f.span.start for f in found.all("section")}
    else:
        tagged = set()
    lines = body_lines(sheet, found) if lines is None else lines
    for at, line in enumerate(lines):
        words = line.text
        bold = re.fullmatch(r"\*\*([^*]{2,80}?):?\*\*:?|__([^_]{2,80}?):?__", words)
        lead = re.match(r"\*\*([^*]{2,80}?):\*\*\s", words)
        plain = (
            not tagged
            and len(words) < 90
            and at + 1 < len(lines)
            and len(lines[at + 1].text) > 200
            and _headlike(words)
        )
        if line.start in tagged or words.startswith("#"):
            continue
        if bold or plain or (at == 0 and not tagged and len(words) < 120 and _headlike(words)):
            title = (bold[1] or bold[2]) if bold else words
            level = 2 if bold or at else 1
            yield Finding(
                sheet.span(line.start, line.end), "section", Section(title.strip(), level), BY
            )
        elif lead:
            yield Finding(
                sheet.span(line.start, line.start + lead.end()), "section", Section(lead[1], 3), BY
            )


def _headlike(words: str) -> bool:
    return (
        not words.endswith((".", ",", ";", ":", "?", "!"))
        and words[:1].isupper()
        and not phrases.dateline(words)
        and not _BULLET.match(words)
    )


def title_words(finding: Finding) -> str:
    """The words of a `heading` or the title of a `section`."""
    value = finding.value
    return (
        value.text
        if isinstance(value, Words)
        else value.title
        if isinstance(value, Section)
        else ""
    )
