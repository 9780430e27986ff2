"""Claims: what a brief says in its own words, sentence by sentence, against the sources.

In: a record, the brief and what `mark` found in it. Out: one `Verdict` for each part of the brief
that is no quotation. No model: names, days, numbers, denial and wording must agree. What is worded
otherwise is at worst "partly" or "not found", never false.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from letterbook.check.bearing import Bearing, bearings
from letterbook.check.claim_open import kinds_missing, missing
from letterbook.check.claim_parts import Part, masked, parts
from letterbook.check.differ import differences
from letterbook.check.facts import Fact, facts
from letterbook.check.reserve import reservations
from letterbook.check.witness import Shelf
from letterbook.model import ClaimKind, Difference, Finding, Source, Verdict
from letterbook.record import Record

HALF = 0.5  # of a claim's weight: below that nothing here speaks of it
FEW = 2  # pieces that a source must meet for anything to be said
THEME = "A theme: it names a subject and states nothing of it."
LESS, SEVERAL = 0.4, 4  # of a long claim, with so many pieces in one sentence
NOTHING = "No passage here bears it out."
SHORT = "Too few words to be held against a source."
QUOTED = 12  # words of an unsupported stretch that are shown


def claims(
    record: Record,
    source: Source,
    findings: Sequence[Finding],
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Verdict, ...]:
    """A verdict for each claim of a brief, and for what is set apart, in the order of the text.

    `progress` is told how many of how many are done.
    """
    every = list(parts(source, findings))
    shelf = Shelf(record, source)
    proper = _proper(source.text)
    made = []
    for n, part in enumerate(every, 1):
        made.append(_judge(part, shelf, proper))
        if progress:
            progress(n, len(every))
    return tuple(made)


def _proper(text: str) -> frozenset[str]:
    """The words that have a capital in mid-sentence somewhere in the brief."""
    return frozenset(m[1].lower() for m in re.finditer(r"[a-z,;] ([A-Z][^\W\d_]+)", text))


def _judge(part: Part, shelf: Shelf, proper: frozenset[str]) -> Verdict:
    if part.apart:
        return _verdict(part, "not checked", part.apart)
    words = masked(part.words, part.quoted)
    claim = facts(words, proper)
    told = [fact for fact in claim if not fact.weak]
    if len(told) < FEW:
        return _verdict(part, "not checked", SHORT)
    passages = shelf.near([w for fact in told for w in re.findall(r"[^\W_]+", fact.words)])
    verdict = _found(part, words, claim, bearings(claim, words, passages))
    # "The price of a broken promise": what states nothing cannot be lacking, only borne out
    if part.theme and verdict.kind in ("partly", "not found"):
        return _verdict(part, "not checked", THEME)
    return verdict


def _found(part: Part, words: str, claim: Sequence[Fact], found: Sequence[Bearing]) -> Verdict:
    """The status of a claim, given every passage that speaks of it, the best first."""
    if not found or not _speaks(claim, found[0]):
        return _verdict(part, "not found", NOTHING)
    # "No record of it was found" meets every word of "a record of it was found": what denies
    # more closely than the rest affirms keeps a claim from being supported
    whole = [b for b in found if not b.open]
    denied = max((b.close for b in whole if b.turned), default=0.0)
    for bearing in whole:
        if bearing.close >= denied and not reservations(claim, words, bearing):
            return _supported(part, bearing)
    for bearing in found:
        if differing := differences(claim, words, bearing):
            return _contradicted(part, bearing, differing)
    return _partly(part, words, claim, (whole or found)[0])


def _speaks(claim: Sequence[Fact], bearing: Bearing) -> bool:
    """Whether a passage speaks of what the claim speaks of: half of it, or less of a long one."""
    met = _met(claim, bearing)
    return (bearing.share >= HALF and met >= FEW) or (bearing.share >= LESS and met >= SEVERAL)


def _met(claim: Sequence[Fact], bearing: Bearing) -> int:
    pairs = zip(claim, bearing.main.met, strict=True)
    return sum(at >= 0 and not fact.weak for fact, at in pairs) + len(bearing.lent)


def _supported(part: Part, bearing: Bearing) -> Verdict:
    several = len(bearing.meetings)
    by = f" by {several} sentences together" if several > 1 else ""
    return _verdict(part, "supported", f"Each of its words is borne out{by}.", bearing)


def _contradicted(part: Part, bearing: Bearing, differing: Sequence[Difference]) -> Verdict:
    told = "; ".join(f"the claim has “{d.quoted}”, the source “{d.source}”" for d in differing)
    return _verdict(part, "contradicted", f"All else agrees, but {told}.", bearing, differing)


def _partly(part: Part, words: str, claim: Sequence[Fact], bearing: Bearing) -> Verdict:
    lacking = [f"“{_short(each)}”" for each in missing(claim, words, bearing.open)]
    told = [f"no support for {', '.join(lacking)}"] if lacking else []
    told += [*kinds_missing(claim, bearing.open), *reservations(claim, words, bearing)]
    reason = "; ".join(told)
    return _verdict(part, "partly", f"{reason[:1].upper()}{reason[1:]}.", bearing)


def _short(words: str) -> str:
    held = words.split()
    return words if len(held) <= QUOTED else " ".join(held[:QUOTED]) + " …"


def _verdict(
    part: Part, kind: ClaimKind, reason: str, bearing: Bearing | None = None,
    differing: Sequence[Difference] = (),
) -> Verdict:  # fmt: skip
    if bearing is None:
        return Verdict(part.span, "claim", kind, reason)
    pins = tuple(bearing.passage.sentences[m.sentence].span for m in bearing.meetings)
    return Verdict(
        part.span, "claim", kind, reason, pins, tuple(differing),
        letter=bearing.passage.id, score=round(bearing.share, 3),
    )  # fmt: skip
