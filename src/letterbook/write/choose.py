"""Choosing sentences: the weightiest that fit, spread over the text, none that repeats another.

In: weighed sentences and a number of words. Out: groups of sentences in the order of the text; a
group holds more than one where a sentence needs the one before it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from letterbook.link.matter_words import Vector, likeness
from letterbook.write.cuts import Cut, shortened
from letterbook.write.passages import Passage
from letterbook.write.weigh import Weighed

BACK = 2  # sentences that are taken along, at most, for one that leans
ALIKE = 1.2  # how much it counts against a sentence to repeat one that is chosen
NEW = 0.12  # what a name or a day counts that no chosen sentence has
MIDDLING, DENSE = 24, 0.3  # words of a sentence; one twice as long must count a quarter more
FLOOR = 0.5  # what a sentence must count to stand in an account at all
_SPREAD = 0.8  # a chapter twice as long gets 1.7 times the room

Share = Callable[[Passage], object]
"""What shares the room: the chapter, or the letter, a sentence stands in."""


def choose(
    held: Sequence[Weighed],
    room: int,
    share: Share = lambda passage: (passage.of, passage.chapter),
    cut: Callable[[Passage], Cut] = shortened,
    without: Collection[Passage] = (),
    most: int = 10**9,
) -> list[tuple[Cut, ...]]:
    """The sentences, at most `most`, for an account of at most `room` words.

    `held` is in the order of the texts; `without` are sentences that stand elsewhere already;
    `cut` makes a sentence shorter, or leaves it `whole`.
    """
    return _Choice(held, share, cut, without).fill(room, most)


class _Choice:
    """The sentences chosen so far; each step takes the best of the share that has least."""

    def __init__(
        self,
        held: Sequence[Weighed],
        share: Share,
        cut: Callable[[Passage], Cut],
        without: Collection[Passage],
    ) -> None:
        self.held = held
        self.cut = cut
        elsewhere = set(without)
        self.away = {at for at, w in enumerate(held) if w.passage in elsewhere}
        self.members: dict[object, list[int]] = {}
        for at, w in enumerate(held):
            self.members.setdefault(share(w.passage), []).append(at)
        self.due = {
            own: float(max(sum(len(held[at].passage.text.split()) for at in ats), 1) ** _SPREAD)
            for own, ats in self.members.items()
        }
        self.taken: dict[int, Cut] = {}
        self.spent = dict.fromkeys(self.members, 0)
        self.standing: list[Vector] = []
        self.repeats = [(0, 0.0)] * len(held)
        self.named: set[str] = set()
        for at in sorted(self.away):
            self._note(at)

    def fill(self, room: int, most: int) -> list[tuple[Cut, ...]]:
        """Take sentences until no further one fits."""
        open_shares = set(self.spent)
        while open_shares and len(self.taken) < most:
            share = min(open_shares, key=lambda s: (self.spent[s] / self.due[s], self.members[s]))
            group = self._best(share, room)
            if group is None:
                open_shares.discard(share)
                continue
            for at in group:
                self.taken[at] = self._cut(at)
                self.spent[share] += self.taken[at].size
                room -= self.taken[at].size
                self._note(at)
        return self._groups()

    def _best(self, share: object, room: int) -> list[int] | None:
        """The sentence of this share that counts most, with those it needs."""
        best: tuple[float, list[int]] | None = None
        for at in self.members[share]:
            if at in self.taken or at in self.away:
                continue
            group = self._with_its_fellows(at)
            if group is None or sum(self._cut(n).size for n in group) > room:
                continue
            score = self._counts(group)
            if score >= FLOOR and not self.held[at].courteous and (best is None or score > best[0]):
                best = score, group
        return best[1] if best else None

    def _counts(self, group: Sequence[int]) -> float:
        """What its best sentence counts by now, and whom it brings in; a long one must say more."""
        best = max(self.held[at].score - ALIKE * self._repeats(at) for at in group)
        names = {name for at in group for name in self.held[at].named} - self.named
        size = sum(self._cut(at).size for at in group)
        return (best + NEW * min(len(names), 5)) * float((MIDDLING / max(size, 10)) ** DENSE)

    def _with_its_fellows(self, at: int) -> list[int] | None:
        """The sentence, what it leans on and what it points on to; None where that is missing."""
        group = self._with_those_before(at)
        if group is None or not self.held[at].points_on:
            return group
        after = at + 1
        if after in self.taken:
            return group
        if after in self.away or after == len(self.held) or self._parted(at, after):
            return None
        return [*group, after]

    def _parted(self, one: int, other: int) -> bool:
        """Whether more than a list's number stands between: an enclosed letter, a heading."""
        first, second = self.held[one].passage, self.held[other].passage
        if first.of != second.of:
            return True
        return len(first.leaf.text[first.end : second.start].split()) > 1

    def _with_those_before(self, at: int) -> list[int] | None:
        """The sentence and those it leans on that are not taken; None where they cannot be had."""
        group = [at]
        while self.held[group[0]].leans:
            before = group[0] - 1
            if before in self.taken:
                return group
            if (
                len(group) > BACK
                or before < 0
                or before in self.away
                or self._parted(before, at)
                or not self.held[group[0]].passage.within
            ):
                return None
            group.insert(0, before)
        return group

    def _cut(self, at: int) -> Cut:
        return self.taken.get(at) or self.cut(self.held[at].passage)

    def _note(self, taken: int) -> None:
        """What repeats a sentence that stands already counts less from now on."""
        self.standing.append(self.held[taken].vector)
        self.named |= self.held[taken].named

    def _repeats(self, at: int) -> float:
        """How much it is like what stands already; what was compared once is not again."""
        seen, most = self.repeats[at]
        for vector in self.standing[seen:]:
            most = max(most, likeness(self.held[at].vector, vector))
        self.repeats[at] = len(self.standing), most
        return most

    def _groups(self) -> list[tuple[Cut, ...]]:
        groups: list[tuple[Cut, ...]] = []
        last = -2
        for at in sorted(self.taken):
            needs = at == last + 1 and (self.held[at].leans or self.held[last].points_on)
            joined = needs and not self._parted(last, at)
            cut = self.taken[at]
            if joined:
                groups[-1] = (*groups[-1], cut)
            else:
                groups.append((cut,))
            last = at
        return groups
