"""Who a heading says wrote to whom, where the editors tagged it.

"Memorandum From the Director of X (<persName type="from">Young</persName>) to the …": the tag
holds the name only; the office is the words of the heading around it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from letterbook.model import Name
from letterbook.read.flow import Mark
from letterbook.text import squeeze

DOUBTED = 0.4  # a candidate, below `model.ASSERTED`
LEAD = re.compile(r"^(?:No\.\s*)?\[?\d+[a-z]?\]?\.?\s+(?=\D)")
FROM = re.compile(r"\b(?:[Ff]rom|[Bb]y|[Bb]etween)\s+")
TO = re.compile(r"\b[Tt]o\s+")
ARTICLE = re.compile(r"^(?:the|The|Mr\.|a|an)(?:\s+|$)")
AND = re.compile(r"(?:\band\b|,|;|&)\s*(?:the\s+)?")
TITLED = re.compile(
    r"^((?:(?:Acting|Vice|Deputy|Prime|Foreign|First|General)\s+)?"
    r"(?:President|Chairman|Minister|Premier|Secretary|Ambassador|Chancellor|King|Queen|Shah|"
    r"Emperor|Prince|Pope|Marshal|Governor|Senator|Consul|Chargé))\s+(?=[A-Z])"
)


def parties(head: str, marks: Sequence[Mark], offset: int) -> list[tuple[Mark, Name, float]]:
    """Each tagged party with the name and office the heading gives, and how sure that is.

    `head` is the heading, which begins at `offset`; `marks` its elements of type from or to.
    """
    tagged = sorted(marks, key=lambda mark: mark.start)
    score = DOUBTED if _suspect(head, tagged, offset) else 1.0
    found = []
    for k, mark in enumerate(tagged):
        prior = tagged[k - 1] if k else None
        following = tagged[k + 1].start - offset if k + 1 < len(tagged) else len(head)
        found.append((mark, _name(head, mark, prior, following, offset), score))
    return [(mark, name, score) for mark, name, score in found if name.name or name.office]


def _suspect(head: str, marks: Sequence[Mark], offset: int) -> bool:
    """Whether the tags contradict the heading, as when both parties are tagged "from"."""
    roles = {mark.attrs["type"] for mark in marks}
    first = FROM.search(head)
    if len(roles) == 1 and first and TO.search(head, first.end()):
        return True
    if re.match(r"\W*(?:\w+\W+){0,4}[Cc]onversation", head):
        return True  # those who met did not write to one another
    for one, other in itertools.pairwise(marks):
        between = head[one.end - offset : other.start - offset]
        if one.attrs["type"] == other.attrs["type"] and not re.search(r"\band\b|[,;&]", between):
            return True
    return False


def _name(head: str, mark: Mark, prior: Mark | None, following: int, offset: int) -> Name:
    words = squeeze(head[mark.start - offset : mark.end - offset]).strip(" ,;()[]")
    before = head[prior.end - offset if prior else 0 : mark.start - offset]
    before = _office(before, mark.attrs["type"], prior)
    after = head[mark.end - offset : following]
    ref = mark.attrs.get("corresp") or mark.attrs.get("ref") or mark.attrs.get("target") or ""
    if mark.tag != "persName":
        return Name(office=squeeze(f"{before} {words} {_rest(after)}"), ref=ref)
    titled = TITLED.match(words)
    if titled:
        words = words[titled.end() :]
        before = squeeze(f"{before} {titled[1]}")
    return Name(name=words, office=before or _belongs(after), ref=ref)


def _office(before: str, role: str, prior: Mark | None) -> str:
    """The words between the preposition (or the party before) and the name."""
    if prior and prior.attrs["type"] == role:
        joined = AND.search(before)
        before = before[joined.end() :] if joined else ""
    elif role == "to":
        # After "(Young)" the first "to" is the one; "Komer, Assistant to the President, to …" not.
        found = [m for m in TO.finditer(before) if not before.startswith(",") or _comma(before, m)]
        found = found or list(AND.finditer(before))
        before = before[found[0].end() :] if found else ""
    else:
        found = list(FROM.finditer(before))
        before = before[found[0].end() :] if found else LEAD.sub("", squeeze(before))
    return ARTICLE.sub("", squeeze(before).rstrip(" ([,")).strip(" ,;")


def _comma(before: str, found: re.Match[str]) -> bool:
    return before[: found.start()].rstrip().endswith(",")


def _rest(after: str) -> str:
    """What a tag left out of an office: "<gloss>Embassy</gloss> in Korea to the …"."""
    end = re.search(r"\s[Tt]o\s|[(),;.\n]|\s+and\b|$", after)
    rest = squeeze(after[: end.start()]) if end else ""
    return rest if re.match(r"(?:in|at|of|on|for|[A-Z])", rest) else ""


def _belongs(after: str) -> str:
    """The office behind a name: "James Thomson of the National Security Council Staff to …"."""
    match = re.match(
        r"\s*(?:,\s*|\s(?:of|for)\s+)(?:the\s+)?([^(),;]+?)\s*(?=\s[Tt]o\s|[(),;]|$)", after
    )
    words = squeeze(match[1]) if match else ""
    return "" if re.match(r"(?:to|and|at|in)\b|\d|[A-Z][a-z]+ \d", words) else words
