"""How far a letter or history bears a claim out: by one sentence, or by a few, part by part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from letterbook.check.agree import COUNTING, Meeting, meet, weight
from letterbook.check.facts import Fact
from letterbook.check.lend import lent
from letterbook.check.lists import CAUSES
from letterbook.check.witness import Passage, known_by

LOOKED = 4  # sentences of a passage that are held against a claim
MOST = 4  # sentences that may bear out one claim together
RUN = 2  # pieces side by side that a further sentence must bear out
NEAR = 3  # sentences away: beyond that a run must be longer


@dataclass(frozen=True, slots=True)
class Bearing:
    """A passage, the sentences that bear the claim out (the main one first), and what is open.

    `open` are the claim's pieces that nothing meets, `turned` those met with the other sign.
    """

    passage: Passage
    meetings: tuple[Meeting, ...]
    lent: frozenset[int]
    open: tuple[int, ...]
    share: float

    @property
    def main(self) -> Meeting:
        """The sentence that bears most of it."""
        return self.meetings[0]

    @property
    def turned(self) -> frozenset[int]:
        """The pieces that the source denies and the claim affirms, or the other way round."""
        return self.main.turned

    @property
    def close(self) -> float:
        """How much of the main sentence the claim speaks of: 1 where it says the same."""
        facts = self.passage.sentences[self.main.sentence].facts
        return len({at for at in self.main.met if at >= 0}) / max(len(facts), 1)


def bearings(claim: Sequence[Fact], words: str, passages: Sequence[Passage]) -> list[Bearing]:
    """Every passage's ways to bear the claim out, the best first."""
    found = [each for passage in passages for each in _of(claim, words, passage)]
    return sorted(found, key=lambda b: (-b.share, len(b.turned), len(b.meetings)))


def _of(claim: Sequence[Fact], words: str, passage: Passage) -> Iterator[Bearing]:
    ranked = _ranked(claim, passage)
    meetings = [meet(claim, passage.sentences[n], n) for n in ranked]
    for main in sorted(meetings, key=lambda m: -m.weight(claim))[:LOOKED]:
        yield _bear(claim, words, passage, main, meetings)


def _ranked(claim: Sequence[Fact], passage: Passage) -> list[int]:
    """The sentences that share most with the claim, most first."""
    scores: Counter[int] = Counter()
    for fact in claim:
        if fact.weak:
            continue
        numbers = {n for key in known_by(fact) for n in passage.holding.get(key, ())}
        for n in numbers:
            scores[n] += 1
    return [n for n, _ in scores.most_common(3 * LOOKED)]


def _bear(
    claim: Sequence[Fact], words: str, passage: Passage, main: Meeting,
    others: Sequence[Meeting],
) -> Bearing:  # fmt: skip
    borrowed = lent(claim, words, main, passage, _open(claim, main, ()))
    meetings = [main]
    others = [m for m in others if any(a >= 0 > b for a, b in zip(m.met, main.met, strict=True))]
    # "debt, religious rights and propaganda" may stand in three sentences of one paragraph
    while others and len(meetings) < MOST:
        left = _open(claim, main, borrowed, meetings[1:])
        further = max(
            (m for m in others if m not in meetings and m.weight(claim) <= main.weight(claim)),
            key=lambda m: _adds(claim, m, meetings, left), default=None,
        )  # fmt: skip
        if further is None or not _adds(claim, further, meetings, left):
            break
        meetings.append(further)
    left = _open(claim, main, borrowed, meetings[1:])
    share = 1 - weight(claim, left) / (weight(claim, range(len(claim))) or 1.0)
    return Bearing(passage, tuple(meetings), frozenset(borrowed), tuple(left), share)


def _open(
    claim: Sequence[Fact], main: Meeting, borrowed: Sequence[int] | set[int],
    further: Sequence[Meeting] = (),
) -> list[int]:  # fmt: skip
    """The pieces that count and that nothing has met."""
    runs = {at for m in further for at in _run(claim, m, (main, *further))}
    return [
        at for at, fact in enumerate(claim)
        if not fact.weak and main.met[at] < 0 and at not in borrowed and at not in runs
    ]  # fmt: skip


def _run(claim: Sequence[Fact], meeting: Meeting, held: Sequence[Meeting]) -> list[int]:
    """The pieces side by side, open in the main sentence, that another sentence meets.

    A lone word that happens to stand in the next sentence proves nothing; two or three in a row
    are an item of a list. The sentence must have something of the claim in common with another.
    """
    main = held[0]
    told = [at for at, fact in enumerate(claim) if not fact.weak]
    if not any(_akin(told, meeting, other) for other in held if other is not meeting):
        return []
    best: list[int] = []
    run: list[int] = []
    for at in told:
        # a word that both sentences have holds the run together: "the Power Board's concurrence had
        # been given by telephone" although the main sentence has another "given"
        run = [*run, at] if meeting.met[at] >= 0 and at not in meeting.turned else []
        gained = [n for n in run if main.met[n] < 0 and not claim[n].keys & ALONE]
        best = max(best, gained, key=len)
    return best


ALONE = CAUSES | COUNTING
"""What a sentence must say itself: "because" of another sentence joins nothing in this one."""


def _akin(told: Sequence[int], one: Meeting, other: Meeting) -> bool:
    """Whether two sentences are neighbors, or speak of the same piece of the claim."""
    common = (at for at in told if one.met[at] >= 0 and other.met[at] >= 0)
    return abs(one.sentence - other.sentence) <= 1 or any(True for _ in common)


def _adds(
    claim: Sequence[Fact], meeting: Meeting, held: Sequence[Meeting], left: Sequence[int]
) -> int:
    """How many open pieces a further sentence would settle, 0 if it may not."""
    gained = [at for at in _run(claim, meeting, held) if at in left]
    near = any(abs(meeting.sentence - m.sentence) <= NEAR for m in held)
    plain = [at for at in gained if claim[at].kind == "word"]
    return len(gained) if len(gained) >= (RUN if near else RUN + 1) and plain else 0
