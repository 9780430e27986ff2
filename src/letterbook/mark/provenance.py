"""Source notes taken apart: where the letter is kept, who drafted, cleared and approved it.

"Source: Department of State, Presidential Correspondence: Lot 77 D 163. No classification marking.
Drafted by A; cleared by B and C; approved by D. Also printed in …"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.mark.months import MONTH
from letterbook.mark.sheet import Found, Sheet, rule
from letterbook.mark.zone import zones
from letterbook.model import Finding, Note, Provenance
from letterbook.text import squeeze

BY = rule("provenance")
_MARKINGS = (
    r"(?:No classification marking|Top Secret|Secret|Confidential|Unclassified|Restricted"
    r"|Limited Official Use|Official Use Only|Personal and Confidential|Personal)"
)
_CLASS = re.compile(rf"\b{_MARKINGS}\b", re.I)
_SENTENCE = re.compile(  # "… Country Files, USSR. Secret." ends after capitals too
    rf"(?<=[a-z0-9)\]”’])\.\s+(?=[A-Z“(\[])|(?<=[A-Z])\.\s+(?={_MARKINGS}\b)"
)
_LOT = re.compile(
    r"\bLot (?:File )?(?:No\. )?(\d{2,3}\s?[–-]?\s?[A-Z]\s?[–-]?\s?\d{1,4}[A-Z]?"
    r"|[A-Z]?\d{2}[–-][A-Z]?\d+)",
    re.I,
)
_BOX = re.compile(r"\bBox(?:es)? ([\w–-]+)", re.I)
_FILE = re.compile(
    r"\b(\d{3}[A-Z]?\.[\w.]+/\d{1,2}[–-]\d+|\d{3}\.\w+/\d{1,2}[–-]\d{3,4}"
    r"|[A-Z]{2,5} \d{1,2}(?:[–-]\d+)? [A-Z][A-Z –-]{1,20})\b"
)
_FILE_LINE = re.compile(r"(\d{3}[A-Z]?\.[^/\s]{1,12}(?: \w+)?/\d{1,2}[–-]\d+)")
_END = r"(?=;|\. |\.$|,? and "  # a list of people goes to the next verb or the end of the sentence
_DRAFTED = re.compile(
    r"\b[Dd]rafted (?:in (?:the )?(?P<unit>[^;.]+?)|(?:on [^;.]+? )?by (?P<who>[^;]+?))"
    rf"{_END}(?:cleared|approved|concurred|initialed)|$)"
)
_CLEARED = re.compile(
    r"\b(?:[Cc]leared|[Cc]oncurred in) (?:in (?:draft )?(?:with |by )?(?:the )?"
    r"|(?:in (?:draft |substance )?)?(?:by|with) )(?P<who>[^;]+?)"
    rf"{_END}(?:approved|signed|initialed)|$)"
)
_APPROVED = re.compile(
    r"\b[Aa]pproved (?:in (?:draft )?(?:by )?(?:the )?|(?:in draft |for transmission )?by )"
    rf"(?P<who>[^;]+?){_END}|$)"
)
_PRINTED = re.compile(
    r"(?:\b(?:[Tt]he )?(?:full )?(?:text|letter|message|telegram)?[^.]{0,60}?"
    r"\b(?:[Aa]lso printed|[Aa]lso published|[Pp]rinted|[Pp]ublished|reproduced) in\b[^;]+?)"
    r"(?=\.\s+[A-Z]|\.$|;|$)"
)
_PUBLISHED = ("rinted in", "ublished in", "reproduced in")
"""Words that must stand there; looked for first, for speed."""
_REPOSITORY = re.compile(
    r"\b(?:Department|Library|Archives?|Records|Center|Agency|Museum|Society|Collection"
    r"|Institution|University|Ministry|Office|Service|Bibliothek|Archiv|Council)\b"
)
_GROUP = re.compile(r"(?:RG|Record Group) \d+|(?:\w+ )?Presidential Materials")
_ON_DAY = re.compile(rf"\s+on {MONTH} \d.*$", re.I)


def mark_provenance(sheet: Sheet, found: Found) -> Iterator[Finding]:
    """The source note of each letter, in parts; or the file number printed over its heading."""
    notes = [
        f.span for f in found.all("note") if isinstance(f.value, Note) and f.value.kind == "source"
    ]
    for zone in zones(sheet, found):
        if found.asserted(zone.of, "provenance"):
            continue
        extent = zone.letter.span
        span = next((n for n in notes if extent.start <= n.start < extent.end), None)
        if span:
            told = read_source_note(sheet.source.text[span.start : span.end])
            yield Finding(span, "provenance", told, BY, zone.of)
            continue
        filed = ((line, _FILE_LINE.match(line.text)) for line in zone.lines[:4])
        for line, match in ((line, match) for line, match in filed if match):
            told = Provenance(file=match[1])
            yield Finding(sheet.within(line, 0, match.end(1)), "provenance", told, BY, zone.of)
            break


def read_source_note(words: str) -> Provenance:
    """The words of a source note → its parts; what it does not give stays empty."""
    words = re.sub(r"^Source\s?:\s*", "", squeeze(words))
    sentences = _SENTENCE.split(words)
    place = sentences[0].rstrip(".")
    repository, collection = _place(place)
    lot, box, file = _LOT.search(place), _BOX.search(place), _FILE.search(place)
    said = any(told in words for told in _PUBLISHED)
    printed = tuple(squeeze(m[0]).rstrip(". ") for m in _PRINTED.finditer(words)) if said else ()
    classification, handling = _marking(sentences[1:])
    return Provenance(
        repository,
        collection,
        lot[1] if lot else "",
        file[1] if file else "",
        box[1] if box else "",
        classification,
        handling,
        _names(_DRAFTED, words),
        _names(_CLEARED, words),
        _names(_APPROVED, words),
        printed,
        tuple(s.strip().rstrip(".") + "." for s in sentences[1:] if _remark(s, printed)),
    )


def _place(words: str) -> tuple[str, str]:
    pieces = words.split(", ")
    size = 1
    while size < len(pieces) and size < 3 and not _REPOSITORY.search(", ".join(pieces[:size])):
        size += 1
    if len(pieces) > 1 and _GROUP.match(pieces[1]):
        return pieces[0], ", ".join(pieces[1:])
    return ", ".join(pieces[:size]), ", ".join(pieces[size:])


def _marking(sentences: list[str]) -> tuple[str, str]:
    for sentence in sentences[:3]:
        parts = [p.strip().rstrip(".") for p in re.split(r"[;,]", sentence)]
        if parts and _CLASS.fullmatch(parts[0]):
            return parts[0], "; ".join(p for p in parts[1:] if p)
    return "", ""


def _names(pattern: re.Pattern[str], words: str) -> tuple[str, ...]:
    match = pattern.search(words)
    if not match:
        return ()
    who = match["who"] or match.groupdict().get("unit") or ""
    who = _ON_DAY.sub("", who)
    pieces = re.split(r",\s+(?:and\s+)?|\s+and\s+", who.rstrip(". "))
    return tuple(
        re.sub(r"^(?:by|with|in) ", "", p) for p in pieces if p and not re.fullmatch(r"\d{4}", p)
    )


def _remark(sentence: str, printed: tuple[str, ...]) -> bool:
    bare = sentence.strip().rstrip(".")
    if re.match(r"(?:Drafted|Cleared|Approved)\b", bare):
        return False
    if any(bare in p or p in bare for p in printed):
        return False
    return bool(bare) and not _CLASS.fullmatch(re.split(r"[;,]", bare)[0].strip())
