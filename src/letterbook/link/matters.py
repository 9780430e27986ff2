"""Matters: the acts about one thing, across the letters of two sides.

Acts are gathered by the words they share, within one pair of sides. A person's word goes first:
what he put into a matter stays there and draws its like.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from letterbook.link.acted import Acted, order
from letterbook.link.matter_words import Vector, content, likeness, together, vectors
from letterbook.model.source import typable

LIKE = 0.18
"""From this likeness on an act belongs to a matter: two rare words in common, or one topic."""

SAME = 0.32
"""From this likeness on two matters are one."""

NEAR = 400
"""Characters within which a sentence that names no thing ("this problem") speaks of the last."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What two sides write about, named in their own words.

    `id` is made from its first act, `title` a topic of the letters or what a person called it;
    `sides` in alphabetical order, `acts` by day. `named`: the title is a person's.
    """

    id: str
    title: str
    sides: tuple[str, ...]
    acts: tuple[Acted, ...]
    named: bool = False

    @property
    def weight(self) -> float:
        """How much is said of it: the certainty of its acts, and the letters they stand in."""
        letters = {one.told_by for one in self.acts}
        return sum(one.score for one in self.acts) + len(letters)


@dataclass(slots=True)
class _Heap:
    """A matter while it is gathered: places in the list of acts."""

    members: list[int] = field(default_factory=list)
    middle: Vector = field(default_factory=dict)
    title: str = ""

    def add(self, at: int, held: Sequence[Vector]) -> None:
        self.members.append(at)
        self.middle = together([held[n] for n in self.members])


def gather(acts: Iterable[Acted], placed: Mapping[str, str] | None = None) -> list[Matter]:
    """The matters of these acts, the weightiest first. The order of the acts does not matter.

    `placed`: sentence → the title of the matter that a person put it in.
    """
    by_pair: dict[tuple[str, ...], list[Acted]] = {}
    for one in sorted(acts, key=order):
        by_pair.setdefault(pair(one), []).append(one)
    made = [m for sides, held in by_pair.items() for m in _gather(sides, held, placed or {})]
    return sorted(made, key=lambda m: (-m.weight, m.title, m.id))


def pair(one: Acted) -> tuple[str, ...]:
    """The two sides between which an act is done, in alphabetical order."""
    if one.between:
        return one.between
    return tuple(sorted({side for side in (one.side, one.other, one.writer) if side}))[:2]


def _gather(
    sides: tuple[str, ...], acts: Sequence[Acted], placed: Mapping[str, str]
) -> list[Matter]:
    held = vectors(acts)
    heaps = _begun(acts, held, placed)
    fixed = {n for heap in heaps for n in heap.members}
    last: tuple[int, _Heap] | None = None
    for at in range(len(acts)):
        if at in fixed:
            continue
        heap = _carried(acts, at, last) or _best(held[at], heaps)
        if heap is None:
            heap = _Heap()
            heaps.append(heap)
        heap.add(at, held)
        last = at, heap
    return [_matter(sides, heap, acts, held) for heap in _joined(heaps, held)]


def _begun(acts: Sequence[Acted], held: Sequence[Vector], placed: Mapping[str, str]) -> list[_Heap]:
    """The matters that a person named, with the acts he put there."""
    heaps: dict[str, _Heap] = {}
    for at, one in enumerate(acts):
        if title := placed.get(one.words, ""):
            heaps.setdefault(title, _Heap(title=title)).add(at, held)
    return list(heaps.values())


def _carried(acts: Sequence[Acted], at: int, last: tuple[int, _Heap] | None) -> _Heap | None:
    """The matter of the sentence before, where this one names nothing: "I ask you to solve it"."""
    if last is None:
        return None
    one, before = acts[at], acts[last[0]]
    beside = one.told_by == before.told_by and 0 <= one.span.start - before.span.end < NEAR
    return last[1] if beside and not content(one.act.topic or one.words) else None


def _best(vector: Vector, heaps: Sequence[_Heap]) -> _Heap | None:
    likes = [(likeness(vector, heap.middle), -n) for n, heap in enumerate(heaps)]
    most, n = max(likes, default=(0.0, 0))
    return heaps[-n] if most >= LIKE else None


def _joined(heaps: list[_Heap], held: Sequence[Vector]) -> list[_Heap]:
    """Heaps that turned out alike are one, unless persons named both."""
    joined: list[_Heap] = []
    for heap in sorted(heaps, key=lambda h: (not h.title, -len(h.members), h.members[0])):
        twin = next(
            (h for h in joined if not heap.title and likeness(h.middle, heap.middle) >= SAME), None
        )
        if twin is None:
            joined.append(heap)
        else:
            twin.members = sorted((*twin.members, *heap.members))
            twin.middle = together([held[n] for n in twin.members])
    return joined


def _matter(
    sides: tuple[str, ...], heap: _Heap, acts: Sequence[Acted], held: Sequence[Vector]
) -> Matter:
    members = sorted(heap.members)
    first = acts[members[0]].span
    id = typable(f"matter\0{first.source}\0{first.start}")
    title = heap.title or _title([acts[n] for n in members], heap.middle)
    return Matter(id, title, sides, tuple(acts[n] for n in members), bool(heap.title))


def _title(acts: Sequence[Acted], middle: Vector) -> str:
    """The topic that says most of what the acts share; a question's before another's."""
    topics = [one.act.topic for one in acts if one.act.topic]
    if not topics:
        return _opening(acts[0].words)

    def worth(topic: str) -> tuple[float, int, str]:
        shared = sum(middle.get(word, 0.0) for word in dict.fromkeys(content(topic)))
        times = sum(topic.lower() == other.lower() for other in topics)
        return shared + 0.1 * times, -len(topic), topic

    asked = {one.act.topic for one in acts if one.act.label == "question"}
    return max(dict.fromkeys(topics), key=lambda t: (worth(t)[0] + 0.1 * (t in asked), *worth(t)))


def _opening(words: str) -> str:
    """The first words of a sentence, where no topic is told."""
    first = words.split()
    return " ".join(first[:7]) + (" …" if len(first) > 7 else "")
