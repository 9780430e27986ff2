"""What of a claim nothing supports, in words for a reader."""

from __future__ import annotations

from collections.abc import Sequence

from letterbook.check.facts import Fact
from letterbook.check.lists import CAUSES, EVALUATIONS, SUPERLATIVES

SIDE_BY_SIDE = 12  # characters between open pieces that are named in one breath


def missing(claim: Sequence[Fact], words: str, open: Sequence[int]) -> list[str]:
    """The words of a claim that nothing supports, those side by side together."""
    made: list[str] = []
    last, start = -9, 0
    for at in open:
        close = at - last <= 1 and claim[at].start - claim[last].end < SIDE_BY_SIDE
        if made and close:
            made[-1] = words[start : claim[at].end]
        else:
            start = claim[at].start
            made.append(words[start : claim[at].end])
        last = at
    return [" ".join(each.split()) for each in made]


def kinds_missing(claim: Sequence[Fact], open: Sequence[int]) -> list[str]:
    """What sort of claim the open words make beyond the source: a cause, a ranking, a judgment."""
    facts = [claim[at] for at in open]
    told = []
    if any(f.keys & CAUSES for f in facts):
        told.append("a cause or purpose that the source does not give")
    if any(f.words.lower() in SUPERLATIVES for f in facts):
        told.append("a word that sums up or ranks")
    if any(f.words.lower() in EVALUATIONS for f in facts):
        told.append("a judgment of the writer's own")
    return told
