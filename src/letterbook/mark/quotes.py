"""Quotations: words in marks, or set apart in a list of quotations.

Words in marks for emphasis or as a name ("gentleman's agreement", the "October Revolution") are
not quotations: fewer than four words with no verb of saying before them are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.mark.sheet import Found, Sheet, rule
from letterbook.model import Document, Finding, Quotation, Section

BY = rule("quotes")
_DOUBLE = re.compile(
    r"“([^“”]{1,4000})”|„([^“”„]{1,4000})[“”]|«([^«»]{1,4000})»"
    r"|(?<![\w\"])\"(?!\s)([^\"\n]{1,4000}?)(?<!\s)\"(?!\w)"
)
_SAYS = re.compile(
    r"(?<![\w-])(?:said|says?|wrote|writes?|written|stated?|states|declared?|declares|replied|replies"
    r"|asked?|asks|noted?|added|told|assured?|promised?|described|according to|in his words"
    r"|as follows|read|reads|called|insisted|argued|warned|concluded|reported)\b[^.“\"]{0,60}$",
    re.I,
)
_LIST = re.compile(r"\bquot(?:e|es|ations?)\b", re.I)


def mark_quotes(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """Quotations of a history or brief; each span is the words inside the marks."""
    forms = [f.value.form for f in found.all("document") if isinstance(f.value, Document)]
    if not ({"history", "brief"} & set(forms)):
        return
    text = sheet.source.text
    front = max((f.span.end for f in found.all("furniture") if f.span.start == 0), default=0)
    listed_in = _lists(sheet, found)
    for match in _DOUBLE.finditer(text, front):
        group = next(g for g in range(1, 5) if match[g] is not None)
        start, end = match.span(group)
        listed = any(a <= start < b for a, b in listed_in)
        if listed or _quotation(text, match.start(), match[group]):
            quotation = Quotation("list" if listed else "marks")
            yield Finding(sheet.span(start, end), "quote", quotation, BY)


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


def _quotation(text: str, start: int, words: str) -> bool:
    """More than a name or a word set off: a clause, or words that somebody is said to have said."""
    size = len(words.split())
    long = [w for w in words.split() if len(w) > 3]
    if long and sum(w[0].isupper() for w in long) * 3 > len(long) * 2:
        return False  # a title: "Milestones in the History of …"
    if size >= 8:
        return True
    said = _SAYS.search(text[max(0, start - 90) : start].rstrip(" ,:"))
    return (size >= 4 and (bool(said) or words[:1].islower())) or (size >= 2 and bool(said))
