"""Claims: what a brief says in its own words, clause by clause, against the sources.

In: a record, the brief and what `mark` found in it. Out: one `Verdict` for each claim, and for each
part of the brief that claims nothing. No model: names, days, numbers, denial and wording must
agree. What is worded otherwise is at worst "partly" or "not found", never false.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from letterbook.check.bearing import Bearing, bearings
from letterbook.check.claim import Claim, claims_of
from letterbook.check.claim_open import kinds_missing, missing
from letterbook.check.claim_parts import Part, parts
from letterbook.check.differ import differences
from letterbook.check.facts import Fact
from letterbook.check.reserve import reservations, set_apart
from letterbook.check.witness import Passage, Shelf
from letterbook.model import ClaimKind, Difference, Finding, Source, Span, Verdict
from letterbook.record import Record

HALF = 0.5  # of a claim's weight: below that nothing here speaks of it
SPECIFIC = 5  # pieces of a clause: one that tells less stands where the rest of its sentence does
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
    names = proper(source.text)
    made: list[Verdict] = []
    for n, part in enumerate(every, 1):
        made.extend(judge(part, shelf, names))
        if progress:
            progress(n, len(every))
    return tuple(made)


def proper(text: str) -> frozenset[str]:
    """The words that have a capital in mid-sentence somewhere in the brief."""
    return frozenset(m[1].lower() for m in re.finditer(r"[a-z,;] ([A-Z][^\W\d_]+)", text))


def judge(part: Part, shelf: Shelf, names: frozenset[str]) -> Iterator[Verdict]:
    """A verdict for each claim of a sentence; `names` are words that are names in the brief."""
    if part.apart:
        yield _verdict(part.span, "not checked", part.apart)
        return
    held = claims_of(part, names)
    judged = _together(held, shelf)
    whole = part.span if len(held) > 1 else None
    for n, (claim, verdict, bearing) in enumerate(judged):
        # "The price of a broken promise": what states nothing cannot be lacking, only borne out
        if part.theme and verdict.kind in ("partly", "not found"):
            yield _verdict(part.span, "not checked", THEME)
        else:
            before = [b for _, _, b in judged[:n]]
            cautions = tuple(set_apart(claim, bearing, before)) if bearing else ()
            yield replace(verdict, within=whole, cautions=cautions)


def _together(held: Sequence[Claim], shelf: Shelf) -> list[tuple[Claim, Verdict, Bearing | None]]:
    """Each claim of a sentence judged, those that say little where the fullest of them stands.

    "… and he said so to Ash" is said somewhere of somebody: it must be in the letter that bears
    out the rest.
    """
    fullest = max(held, key=lambda claim: len(told(claim)))
    near = _near(fullest, shelf)
    borne = bearings(fullest.facts, fullest.words, near)
    first = _status(fullest, borne)
    # every letter that bears it out: another than the best may have the rest, too
    where = {b.passage.id for b in borne if not b.open} or {first[0].letter}
    about = [passage for passage in near if passage.id in where]
    judged = []
    for claim in held:
        little = len(told(claim)) < SPECIFIC and bool(about)
        among = about if little else _near(claim, shelf) if claim is not fullest else []
        found = first if claim is fullest else _held_against(claim, among)
        judged.append((claim, *found))
    return judged


def told(claim: Claim) -> list[Fact]:
    """The pieces of a claim that tell something."""
    return [fact for fact in claim.facts if not fact.weak]


def _near(claim: Claim, shelf: Shelf) -> list[Passage]:
    """The letters and histories that share most of a claim's words."""
    return shelf.near([w for fact in told(claim) for w in re.findall(r"[^\W_]+", fact.words)])


def _held_against(claim: Claim, passages: Sequence[Passage]) -> tuple[Verdict, Bearing | None]:
    """The verdict on a claim, and what bears it out where something does."""
    return _status(claim, bearings(claim.facts, claim.words, passages))


def _status(claim: Claim, found: Sequence[Bearing]) -> tuple[Verdict, Bearing | None]:
    if len(told(claim)) < FEW:
        return _verdict(claim.span, "not checked", SHORT), None
    return _found(claim, found)


def _found(claim: Claim, found: Sequence[Bearing]) -> tuple[Verdict, Bearing | None]:
    """The status of a claim, given every passage that speaks of it, the best first."""
    if not found or not _speaks(claim.facts, found[0]):
        return _verdict(claim.span, "not found", NOTHING), None
    # "No record of it was found" meets every word of "a record of it was found": what denies
    # more closely than the rest affirms keeps a claim from being supported
    whole = [b for b in found if not b.open]
    denied = max((b.close for b in whole if b.turned), default=0.0)
    for bearing in whole:
        if bearing.close >= denied and not reservations(claim.facts, claim.words, bearing):
            return _supported(claim, bearing), bearing
    for bearing in found:
        if differing := differences(claim.facts, bearing):
            return _contradicted(claim, bearing, differing), None
    # where nothing is lacking in the best passage, another one denies it: that one is shown
    rest = whole or found
    lacking = (b for b in rest if b.open or reservations(claim.facts, claim.words, b))
    return _partly(claim, next(lacking, rest[0])), None


def _speaks(claim: Sequence[Fact], bearing: Bearing) -> bool:
    """Whether a passage speaks of what the claim speaks of: half of it, or less of a long one.

    Of what is carried over to a clause something must be there: "… and settled the arrears" says
    of Tolmary that it did, and another's settling speaks of nothing in it.
    """
    met = _met(claim, bearing)
    carried = [at for at, fact in enumerate(claim) if fact.carried and not fact.weak]
    if carried and all(at in bearing.open for at in carried):
        return False
    return (bearing.share >= HALF and met >= FEW) or (bearing.share >= LESS and met >= SEVERAL)


def _met(claim: Sequence[Fact], bearing: Bearing) -> int:
    pairs = zip(claim, bearing.main.met, strict=True)
    return sum(at >= 0 and not fact.weak for fact, at in pairs) + len(bearing.lent)


def _supported(claim: Claim, bearing: Bearing) -> Verdict:
    several = len(bearing.meetings)
    by = f" by {several} sentences together" if several > 1 else ""
    return _verdict(claim.span, "supported", f"Each of its words is borne out{by}.", bearing)


def _contradicted(claim: Claim, bearing: Bearing, differing: Sequence[Difference]) -> Verdict:
    told = "; ".join(f"the claim has “{d.quoted}”, the source “{d.source}”" for d in differing)
    return _verdict(claim.span, "contradicted", f"All else agrees, but {told}.", bearing, differing)


def _partly(claim: Claim, bearing: Bearing) -> Verdict:
    facts, words = claim.facts, claim.words
    lacking = [f"“{_short(each)}”" for each in missing(facts, words, bearing.open)]
    told = [f"no support for {', '.join(lacking)}"] if lacking else []
    told += [*kinds_missing(facts, bearing.open), *reservations(facts, words, bearing)]
    reason = "; ".join(told)
    return _verdict(claim.span, "partly", f"{reason[:1].upper()}{reason[1:]}.", bearing)


def _short(words: str) -> str:
    held = words.split()
    return words if len(held) <= QUOTED else " ".join(held[:QUOTED]) + " …"


def _verdict(
    span: Span, kind: ClaimKind, reason: str, bearing: Bearing | None = None,
    differing: Sequence[Difference] = (),
) -> Verdict:  # fmt: skip
    if bearing is None:
        return Verdict(span, "claim", kind, reason)
    pins = tuple(bearing.passage.sentences[m.sentence].span for m in bearing.meetings)
    return Verdict(
        span, "claim", kind, reason, pins, tuple(differing),
        letter=bearing.passage.id, score=round(bearing.share, 3),
    )  # fmt: skip
