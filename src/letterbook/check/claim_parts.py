"""A brief taken apart into what can be checked: its claims, and what is set apart from them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from letterbook.check.verbs import states
from letterbook.model import Finding, Source, Span
from letterbook.text import sentences

_BULLET = re.compile(r"(?:[-*•–>#]+|\d{1,3}[.)]|\([a-z0-9]{1,2}\))\s+")
_SIGNS = re.compile(r"[*_`#>]+")
_LABEL = re.compile(r"(?:[^*_:\n]{2,80}:\s?(?:\*\*|__)|[A-Z][\w’' -]{1,40}:(?=\s+[A-Z\"“]))\s*")
_SOURCE = re.compile(
    r"^(?:\W*)(?:source|sources|see also|further reading|adapted from|url)\b\W", re.I
)
_LINK = re.compile(r"https?://\S+|\[\[[^\]]*\]\]|\]\([^)\s]*\)|<[^<>\s][^<>]*>")
_HEADED = re.compile(r"#{1,6}\s")  # "## The gates", where no reader took it for a heading
_ROW = re.compile(r"^\|.*\|[ \t]*$", re.M)  # of a table in Markdown
_NOTE_MARK = re.compile(r"\[\^?\d{1,3}\]|\^\d{1,3}\^|[¹²³⁰-⁹]+")
_ITSELF = re.compile(  # "Words in quotation marks are the source's own; … marks what is left out."
    r"\b(?:in|between) (?:quotation marks|(?:square )?brackets)\b|(?:…|[“\"]…[”\"]) marks\b"
    r"|\bsentences (?:were|are) chosen\b|\b(?:each|every) sentence (?:in full|is the source)\b"
    r"|\b(?:pages?|lines?|paragraphs?|words?) (?:are |is )?left out\b"
    r"|^(?:\\?\[[^\[\]]*\]\s*)+$", re.I,
)  # fmt: skip
_COURTESY = re.compile(
    r"^(?:dear|thank(?:s| you)|sincerely|yours|best regards|kind regards|please"
    r"|i hope (?:this|that)|let me know|good luck|enjoy|welcome)\b", re.I)  # fmt: skip
_OPINION = re.compile(
    r"\b(?:i|we) (?:think|believe|feel|suspect|suppose|find|would argue|might say)\b"
    r"|\b(?:arguably|in my (?:view|opinion)|in our view|it (?:is|was) (?:hard|difficult|fair|worth|"
    r"tempting|important|striking) to|one (?:might|may|could|can|is tempted)|"
    r"it seems (?:to me|that)|should (?:be remembered|have been)|ought to|remains? "
    r"(?:unclear|to be seen)|of course|sadly|fortunately|unfortunately,? (?:we|for us)|"
    r"perhaps the)\b",
    re.I,
)  # fmt: skip
_FORECAST = re.compile(
    r"\b(?:will (?:\w+ )?(?:continue|remain|be|become|have|need|likely|probably|shape|face)|"
    r"(?:is|are) (?:likely|unlikely|bound|going|expected|set) to|may (?:well|yet)|in the "
    r"coming (?:years|decades|months)|will in (?:the )?future)\b", re.I)  # fmt: skip
_TASK = re.compile(
    r"^(?:discuss|explain|compare|consider|describe|identify|analy[sz]e|define|list|name|read|note"
    r"|remember|see|cf|cite|write|summari[sz]e|evaluate|assess)\b", re.I)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence or bullet of a brief. `apart` says why it is not checked, "" for a claim.

    `quoted` are stretches (from the part's start) that are quotations and judged as such.
    """

    span: Span
    words: str
    apart: str = ""
    theme: bool = False
    quoted: tuple[tuple[int, int], ...] = ()


def parts(source: Source, findings: Sequence[Finding]) -> Iterator[Part]:
    """The parts of a brief in order; what is wholly quotation is left to the quotation checker."""
    away = [(f.span.start, f.span.end, f.kind) for f in findings
            if f.kind in ("furniture", "section")]  # fmt: skip
    away = sorted([*away, *((m.start(), m.end(), "table") for m in _ROW.finditer(source.text))])
    quotes = [(f.span.start, f.span.end) for f in findings if f.kind == "quote"]
    text, at, origin = source.text, 0, False
    for start, end, kind in [*away, (len(text), len(text), "")]:
        if start >= at:
            # '**Source:** "Chapters from the Gulf"': the rest of that line is no claim
            for part in _within(source, at, start, quotes):
                cited = origin and "\n" not in text[at : part.span.start]
                yield replace(part, apart=ORIGIN) if cited else part
            if kind in APART and re.search(r"\w", text[start:end]):
                yield Part(Span(source.id, start, end), text[start:end], APART[kind])
        origin = bool(_SOURCE.match(text[start:end]))
        at = max(at, end)


HEADING = "A heading claims nothing."
TABLE = "Of a table only the quotations are checked."
APART = {"section": HEADING, "table": TABLE}
ORIGIN = "It says where the brief comes from."


def _within(
    source: Source, start: int, end: int, quotes: Sequence[tuple[int, int]]
) -> Iterator[Part]:
    for first, last in sentences(source.text, start, end):
        if _HEADED.match(source.text, first):
            yield Part(Span(source.id, first, last), source.text[first:last], HEADING)
            continue
        first += _lead(source.text[first:last])
        last -= len(source.text[first:last]) - len(source.text[first:last].rstrip("*_ \t"))
        words = source.text[first:last]
        # what stands in quotation marks is judged as a quotation; the claim is what is said of it
        inside = tuple(
            (max(a, first) - first, min(b, last) - first)
            for a, b in quotes if a < last and first < b
        )  # fmt: skip
        left = masked(words, inside)
        if len(re.findall(r"[^\W\d_]{2,}", left)) < (3 if inside else 1):
            continue
        span = Span(source.id, first, last)
        yield Part(span, words, _apart(left), not states(left), inside)


def _lead(words: str) -> int:
    """The bullet, number, sign or label a line begins with: "- **Background:** "."""
    at = 0
    while match := _BULLET.match(words, at) or _SIGNS.match(words, at):
        at = match.end()
    label = _LABEL.match(words, at)
    if label and not _SOURCE.match(words[at:]) and words[label.end() :].strip(" *_"):
        at = label.end()
    return at


def masked(words: str, stretches: Sequence[tuple[int, int]]) -> str:
    """`words` with quotations, links and signs of markup blanked, each place kept."""
    for start, end in stretches:
        words = words[:start] + " " * (end - start) + words[end:]
    for pattern in (_LINK, _NOTE_MARK, _SIGNS):
        words = pattern.sub(lambda match: " " * len(match[0]), words)
    return words


def _apart(words: str) -> str:
    """Why a sentence is not checked, "" if it is."""
    bare = " ".join(words.split())
    if _SOURCE.match(bare) or bare.startswith(("http://", "https://", "www.")):
        return ORIGIN
    if bare.rstrip("\"”') ").endswith("?"):
        return "A question claims nothing."
    if _COURTESY.match(bare):
        return "A courtesy claims nothing."
    if _TASK.match(bare) and not re.match(r"\w+\s+(?:was|is|were|had)\b", bare):
        return "An instruction to the reader claims nothing."
    if len(bare.split()) < 3 or bare.rstrip("\"”“'. ").endswith(":"):
        return HEADING
    if _ITSELF.search(bare):
        return "It says how the text is set, nothing of the letters."
    if _OPINION.search(bare):
        return "An opinion: the sources cannot settle it."
    if _FORECAST.search(bare):
        return "A forecast: the sources cannot settle it."
    return ""
