"""Lines that editors set over a letter: headings, and the kind of document they name."""

from __future__ import annotations

import re
from functools import lru_cache

_TALK = r"(?:conversation|telephone)"
KINDS = (
    (
        "memcon",
        r"memorand\w+ (?:of|on|for the record of)\b.{0,30}?(?:conversation|telecon|telephone)"
        r"|memcon\b|telephone conversation"
        rf"|(?:minutes|record|notes|summary record|transcript) of .{{0,20}}?{_TALK}",
    ),
    ("telegram", r"telegram|\bcable\b|radiogram|telegramm|télégramme"),
    ("airgram", r"airgram"),
    ("despatch", r"\bd[ei]spatch\b"),
    ("letter", r"\bletter\b|\blettre\b|\bbrief an\b"),
    ("message", r"\bmessage\b"),
    ("memorandum", r"memorand|\bmemo\b"),
    (
        "note",
        r"\b(?:diplomatic|circular|personal|oral)? ?note\b(?! on)"
        r"|aide[- ]m[eé]moire|note verbale",
    ),
    ("minutes", r"\bminutes\b"),
    ("report", r"\breport\b|\bestimate\b"),
    ("paper", r"\bpaper\b"),
)
"""Kinds of document and what names them, the telling ones first."""
_KINDS = [(kind, re.compile(pattern, re.I)) for kind, pattern in KINDS]

FILE_NUMBER = re.compile(r"\d{3}[A-Z]?\.\s?[^\s/]{0,14}(?: \w+){0,2}/\d{1,2}[–-]\d")
NUMBER_LINE = re.compile(r"No\. ?(\d{1,4})")
"""A document's number on a line of its own."""

_PAPERS = (
    r"(?:Letter|Telegram|Memorand\w+|Message|Note|Airgram|D[ei]spatch|Aide-M[ée]moire|aide-memoire"
    r"|Paper|Minutes|Report|Editorial|Instruction|Circular|Conversation|Meeting|Discussion|Points"
    r"|Record|Notes|Statement|Summary|Draft|Diary|Estimate|Transcript|Proclamation)"
)
_HEADED = re.compile(
    r"(?:No\.\s?)?(?P<number>\d{1,4}[a-z]?)(?:\.\d?\s*|\s+)"
    rf"(?P<rest>(?:(?:[A-Z]|aide)[\w’'éE.-]*\s){{0,6}}?{_PAPERS}\b.*)"
)
_SENT = (
    r"(?:Letter|Telegram|Message|Note|Airgram|D[ei]spatch|Aide-M[ée]moire|Memorandum|Cable"
    r"|Instruction|Note Verbale|LETTER|TELEGRAM|MESSAGE|MEMORANDUM|CABLE)"
)
_UNNUMBERED = re.compile(
    r"(?:(?:Draft|Personal|Secret|Confidential|Circular|Private|Unsigned|Joint|Undated"
    r"|Copy of(?: a)?|Translation of(?: a)?|Text of(?: a)?)\s)*"
    rf"{_SENT}(?:\s(?:No\.?\s?)?[\w/-]{{1,12}})?,?"
    r"\s(?:[Ff]rom|[Bb]y|[Tt]o|FROM|TO)\s(?:the\s|his\s|her\s|a\s)?[A-Z].{3,220}"
)
_PLAIN = re.compile(  # "The Chargé in Orvane (Farr) to the Minister": who, to whom, and no kind
    r"(?:The|His|Her|Mr\.|Mrs\.|President|Prime Minister|Premier|Chairman|King|Queen|Emperor"
    r"|Ambassador|Secretary|Chancellor|General|Foreign Minister|Minister|Chargé|Consul|Acting"
    r"|Under|Assistant|Senator|Lord|Sir|[A-Z]\w+ [A-Z])"
    r".{2,200}\sto\s(?:the\s|Mr\.\s|all\s|his\s|her\s|certain\s)?[A-Z].{2,200}",
)
_SENTENCE = re.compile(
    r"[a-z]{3,}[.!?] [A-Z]|[;]$|\b(?:was|were|is|has|had|have|shall|will|would)\b"
)


def kind_of(words: str) -> str:
    """The kind a heading's own words name, "" if they name none; the first that fits."""
    return _kind_of(words) if len(words) < 400 else _kind_of.__wrapped__(words)


@lru_cache(maxsize=4096)
def _kind_of(words: str) -> str:
    return next((kind for kind, pattern in _KINDS if pattern.search(words)), "")


def heading(line: str) -> re.Match[str] | None:
    """A heading that opens a letter wherever it stands: "162. Letter From … to …"."""
    if len(line) > 420 or not (line[:1].isdigit() or line.startswith("No")):
        return None
    return _heading(line)


@lru_cache(maxsize=4096)
def _heading(line: str) -> re.Match[str] | None:
    match = None if FILE_NUMBER.match(line) else _HEADED.match(line)
    if match is None or re.search(r"[a-z]{3,}[.:;!?]\s[A-Za-z]", match["rest"][:200]):
        return None
    return match


def unnumbered_heading(line: str) -> bool:
    """ "Telegram From the Embassy in … to …", "Memorandum by the Chargé to …"."""
    if len(line) > 300 or (line.endswith((".", ":", ";", ",")) and not line.endswith("U.S.")):
        return False
    return bool(_UNNUMBERED.fullmatch(line)) and not _SENTENCE.search(line)


def titled(line: str) -> bool:
    """ "Memorandum on the Substance of a Talk", "Paper Prepared by the Staff": no sentence.

    It names a kind of document and neither side; it heads a letter only over its dateline.
    """
    if len(line) > 300 or not line[:1].isupper() or line.endswith((".", ":", ";", ",", "?")):
        return False
    return bool(kind_of(line)) and not _SENTENCE.search(line)


def in_small(line: str) -> str:
    """ "THE MINISTER AT HOLLIN TO THE PREMIER" as "The Minister at Hollin to the Premier"."""
    if not line.isupper():
        return line
    words = line.title()
    return re.sub(r"(?<=\s)(?:To|The|At|Of|In|And|For|From|By|On)\b", lambda m: m[0].lower(), words)


def plain_heading(line: str) -> bool:
    """ "The Chargé in Orvane (Farr) to the Minister": only where a heading may stand."""
    if len(line) > 300 or line.endswith((":", ";", ",")):
        return False
    if line.isupper() and re.search(r"['’]S\b|\d", line):
        return False  # "THE PREMIER'S VISIT TO VARDÉNY" is a subject
    line = in_small(line)
    return bool(_PLAIN.fullmatch(line)) and not _SENTENCE.search(line) and not line.endswith(".")
