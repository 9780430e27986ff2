"""Word by word: a stretch of a quotation laid beside the stretch of a source it comes from.

Everything that is not the same word becomes a `Step` that says what happened there. Nothing is
passed over: the steps cover every word of the quotation and, between its first and its last, every
word of the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from letterbook.check.passage import Passage

WIDE = 160
"""Words of a source around the place where most of a quotation stands."""

NEAR = 8
"""Words about a run within which the next is sought first."""

STRAY = 3
"""A run of fewer words that stands away from the others, here and there, by more than four times
its length is chance ("of the")."""


@dataclass(frozen=True, slots=True)
class Step:
    """Words `q` up to `r` of the quotation beside words `s` up to `t` of the source."""

    same: bool
    q: int
    r: int
    s: int
    t: int


def align(
    quote: Sequence[str], first: int, last: int, passage: Passage, after: int = 0
) -> tuple[Step, ...]:
    """The words `first` up to `last` of `quote` beside the best stretch of `passage`.

    Only what stands from word `after` on is looked at. No step when not two words agree.
    """
    at = next(passage.find(" ".join(quote[first:last]), after), -1)
    if at >= 0:
        return (Step(True, first, last, at, at + last - first),)
    window = _window(quote, first, last, passage, after)
    if window is None:
        return ()
    low, high = window
    matcher = SequenceMatcher(None, passage.keys, quote, autojunk=False)
    blocks = sorted(_blocks(matcher, low, high, first, last), key=lambda step: step.q)
    return _fill(_drop_stray(blocks), first, last, len(passage.keys))


def _blocks(
    matcher: SequenceMatcher[str], low: int, high: int, first: int, last: int
) -> Iterator[Step]:
    """The longest run that agrees, then the longest on each side of it, the nearer the better."""
    if low >= high or first >= last:
        return
    s, q, n = matcher.find_longest_match(low, high, first, last)
    if not n:
        return
    yield Step(True, q, q + n, s, s + n)
    yield from _blocks(matcher, _left(matcher, low, s, first, q), s, first, q)
    yield from _blocks(matcher, s + n, _right(matcher, s + n, high, q + n, last), q + n, last)


def _left(matcher: SequenceMatcher[str], low: int, high: int, first: int, last: int) -> int:
    """How far back to look: only a little, when what is there agrees nearly as well."""
    tight = max(low, high - 2 * (last - first) - NEAR)
    if tight == low or first == last:
        return tight
    wide = matcher.find_longest_match(low, high, first, last)[2]
    return tight if matcher.find_longest_match(tight, high, first, last)[2] * 2 > wide else low


def _right(matcher: SequenceMatcher[str], low: int, high: int, first: int, last: int) -> int:
    """How far on to look, as `_left`."""
    tight = min(high, low + 2 * (last - first) + NEAR)
    if tight == high or first == last:
        return tight
    wide = matcher.find_longest_match(low, high, first, last)[2]
    return tight if matcher.find_longest_match(low, tight, first, last)[2] * 2 > wide else high


def _window(
    quote: Sequence[str], first: int, last: int, passage: Passage, after: int
) -> tuple[int, int] | None:
    """Where in the source most runs of the quotation's words stand near one another."""
    anchors = _anchors(quote, first, last, passage, after)
    if not anchors:
        return None
    size = last - first
    best, most, low = 0, 0.0, 0
    weights: dict[int, float] = {}
    # the stretch of the source, a quotation and a half page long, with most of its runs
    for high, (place, number) in enumerate(anchors):
        weights[number] = weights.get(number, 0) + 1
        while anchors[low][0] < place - size - WIDE:
            gone = anchors[low][1]
            weights[gone] -= 1
            if not weights[gone]:
                del weights[gone]
            low += 1
        if len(weights) > most:
            best, most = high, len(weights)
    end = anchors[best][0]
    begin = min(place for place, _ in anchors if end - size - WIDE <= place)
    return max(after, begin - size - 2), min(len(passage.keys), end + size + 2)


def _anchors(
    quote: Sequence[str], first: int, last: int, passage: Passage, after: int
) -> list[tuple[int, int]]:
    """(place in the source, place in the quotation) of each run of three, two or one words."""
    for size in (3, 2, 1):
        found = [
            (at, number)
            for number in range(first, last - size + 1)
            for at in _few(passage, " ".join(quote[number : number + size]), after)
        ]
        if found:
            return sorted(found)
    return []


def _few(passage: Passage, words: str, after: int, most: int = 24) -> Iterable[int]:
    """The places of a run of words, unless it stands at every turn."""
    found = []
    for at in passage.find(words, after):
        found.append(at)
        if len(found) > most:
            return found[:most]
    return found


def _drop_stray(blocks: list[Step]) -> list[Step]:
    """Without the runs that agree by chance, far from the rest."""
    if not blocks:
        return blocks
    core = max(range(len(blocks)), key=lambda i: blocks[i].r - blocks[i].q)
    kept = [blocks[core]]
    for step in blocks[core + 1 :]:
        if _near(step, step.s - kept[-1].t, step.q - kept[-1].r):
            kept.append(step)
    for step in reversed(blocks[:core]):
        if _near(step, kept[0].s - step.t, kept[0].q - step.r):
            kept.insert(0, step)
    return kept


def _near(step: Step, left_out: int, put_in: int) -> bool:
    size = step.r - step.q
    return size >= STRAY or left_out + put_in <= size * 4


def _fill(blocks: Sequence[Step], first: int, last: int, size: int) -> tuple[Step, ...]:
    """The steps between the blocks, and at the ends what the quotation has beyond them."""
    if not blocks:
        return ()
    steps: list[Step] = []
    head = blocks[0].q - first
    q, s = first, max(0, blocks[0].s - head)
    for block in blocks:
        if block.q > q or block.s > s:
            steps.append(Step(False, q, block.q, s, block.s))
        steps.append(block)
        q, s = block.r, block.t
    if q < last:
        steps.append(Step(False, q, last, s, min(size, s + last - q)))
    return tuple(steps)
