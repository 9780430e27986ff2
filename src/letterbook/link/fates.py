"""What became of promises: each report is set beside the one promise it speaks of.

"Evidence emerged that it had violated its pledge not to interfere" speaks of that pledge, and of
no other of the same side. Who says so is always told, the keeper's own claim as his own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Literal

from letterbook.link.acted import Acted
from letterbook.link.matter_words import content, telling
from letterbook.link.outcome import Outcome, after, until
from letterbook.stem import stem

SHARED = 3
"""Telling words that a promise and a report that names no promise must share, names aside."""

_BROKEN = re.compile(
    r"\b(?:violat\w+|breach\w*|broke(?:n)?|breaking|disregard\w*|fail(?:ed|ure|s)?|not (?:been )?"
    r"(?:kept|carried out|fulfilled|honou?red|met|observed|done)|still (?:in|held|not)|contrary to"
    r"|no (?:step|action|payment|reply|answer|word)|in spite of|despite|(?:has|have|had) not)\b",
    re.I,
)
_KEPT = re.compile(
    r"\b(?:as (?:I|we) (?:had )?(?:promised|undertook|undertaken|said|assured|agreed)|has been"
    r"|have been|was|were|is now|fulfill?ed|carried out|complet\w+|honou?red|kept|released|paid"
    r"|delivered|withdrawn|returned|signed)\b",
    re.I,
)
_INSTEAD = re.compile(
    r"\bsuperse?d\w+|\b(?:withdraw|take back|retract) (?:my|our|the|that|this) (?:\w+ )?(?:promise"
    r"|pledge|offer|undertaking|assurance|word|guarantee)"
    r"|\b(?:in place of|instead of) (?:my|our|what|the (?:promise|pledge|offer|undertaking))"
    r"|\bno longer (?:\w+ )?(?:bound|able|stands?|holds?)\b", re.I
)  # fmt: skip
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][^\W\d_]+")
_PROMISE = re.compile(
    r"\b(?:pledge|promise|assurance|undertaking|guarantee|commitment)s?\b"
    r"|\b(?:my|our|your|his|her|its|their) word\b"
    # of agreements letters speak daily, of one that was broken or kept seldom
    r"|\b(?:violat|breach|brok|break|fulfil|hono|kept|keep|carr)\w*(?: [\w’'-]+){0,5}"
    r" agreements?\b",
    re.I,
)
_AS_SAID = re.compile(
    r"\b(?:as|when|where|than|before|that) (?:\w+ ){0,3}had"
    r" (?:said|promised|undertaken|agreed|pledged)\b"
    r"|\b(?:as|what|which) (?:I|we|they|you) (?:promised|undertook|pledged)\b"
)
"""How a report speaks of a promise by what was done: "they were released when Orvane had said"."""
_BINDS = re.compile(r"\b(?:will|shall|would|pledg|promis|undert|assur|guarant|word\b)", re.I)
_END = re.compile(r"[,.;:]| (?:was|were|is|has|had|have|which|when|and so) ")
FATES: tuple[tuple[re.Pattern[str], Literal["broken", "kept"]], ...] = (
    (_BROKEN, "broken"),
    (_KEPT, "kept"),
)

Reports = Mapping[Acted, Sequence[Acted]]
"""Promise → the reports that speak of it."""


def reports_of(acts: Iterable[Acted]) -> Reports:
    """Which promise each report among these acts speaks of, if it is clear."""
    held = list(acts)
    promises = [_Promise(one, n) for n, one in enumerate(held) if one.act.label == "pledge"]
    by_word: dict[str, list[_Promise]] = {}
    for promise in promises:
        for word in promise.telling:
            by_word.setdefault(word, []).append(promise)
    made: dict[Acted, list[Acted]] = {}
    for report in held:
        if report.act.label != "report":
            continue
        near = {p.nr: p for word in telling(report) for p in by_word.get(word, ())}
        if kept := _speaks_of(report, [near[n].act for n in sorted(near)]):
            made.setdefault(kept, []).append(report)
    return made


class _Promise:
    """A promise with its telling words, found once."""

    def __init__(self, act: Acted, nr: int) -> None:
        self.act, self.nr, self.telling = act, nr, telling(act)


def promised(
    one: Acted, reports: Sequence[Acted], beside: Sequence[Acted], as_of: date | None
) -> Outcome:
    """What became of a promise, by the reports that speak of it and the acts of its matter."""
    for pattern, fate in FATES:
        met = [o for o in reports if pattern.search(o.words)]
        if met:
            return _told(one, fate, max(met, key=lambda o: (_shared(one, o), o.score)))
    instead = [o for o in beside if after(one, o) and o.own and o.side == one.side
               and o.act.label in ("pledge", "refuse") and _shared(one, o) >= SHARED
               and _INSTEAD.search(o.words)]  # fmt: skip
    if instead:
        who = instead[0].writer
        day = instead[0].day or one.day
        return Outcome(one, "superseded", f"superseded according to {who}", instead[0], who, day)
    if one.history:
        return Outcome(one, "unknown", "the history does not say what became of it")
    return Outcome(one, "open", "no letter or history here says what became of it" + until(as_of))


def _speaks_of(report: Acted, promises: Sequence[Acted]) -> Acted | None:
    """The one promise that a report speaks of: the most like it, and truly like it.

    "It had violated its pledge not to interfere" says nothing of a pledge to send an envoy.
    """
    object = _object(report)
    before = [
        o for o in promises
        if (o.own or o.history) and after(o, report) and _same_keeper(o, report)
        # "its pledge not to interfere": what it names must be what was promised
        and (
            len(object & telling(o)) * 2 >= len(object) if object
            # a letter that names no promise tells of the thing, not of what became of the word
            else report.history and _shared(o, report) >= SHARED and _BINDS.search(o.words)
        )
    ]  # fmt: skip
    return max(
        before, default=None,
        # of two that hold the gates open it is the one given as an assurance, before one renewed
        key=lambda o: (bool(report.side) and o.side == report.side, len(object & telling(o)),
                       bool(_BINDS.search(o.words)), bool(object and _PROMISE.search(o.words)),
                       _shared(o, report), o.score),
    )  # fmt: skip


def _same_keeper(promise: Acted, report: Acted) -> bool:
    """Whether a report may be of that side's doing; of a promise that it names by word, always."""
    named = bool(_PROMISE.search(report.words) or _AS_SAID.search(report.words))
    return named or not report.side or not promise.side or promise.side == report.side


def _object(report: Acted) -> set[str]:
    """What a promise was of, where the report names one: "the promise about the gates was …"."""
    if said := _AS_SAID.search(report.words):  # what was done stands before
        return set(content(report.words[: said.start()])) & telling(report)
    match = _PROMISE.search(report.words)
    after = _END.split(report.words[match.end() :], maxsplit=1)[0] if match else ""
    return set(content(after)) & telling(report)


def _shared(one: Acted, other: Acted) -> int:
    """How many words both say; that both name Morvény does not make them of one thing."""
    return len((telling(one) & telling(other)) - _names(one.words) - _names(other.words))


@lru_cache(maxsize=1 << 16)
def _names(words: str) -> frozenset[str]:
    return frozenset(stem(m[0]) for m in _NAME.finditer(words))


def _told(one: Acted, fate: Literal["kept", "broken"], by: Acted) -> Outcome:
    """The keeper's own claim is shown as his, nobody's as a fact."""
    who = "the history" if by.history else by.writer or "the letter"
    own = ", its own claim" if by.writer == one.side and not by.history else ""
    met = (by.day or one.day) if fate == "kept" else None
    return Outcome(one, fate, f"{fate} according to {who}{own}", by, who, met)
