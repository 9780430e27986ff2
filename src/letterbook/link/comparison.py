"""How two printings stand to each other: the values that comparing gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from letterbook.link.printing import Range

LONG = 25
"""Words: a stretch that the other lacks is an omission from here on, below it other wording."""

Relation = Literal["same", "excerpt", "differs"]
Kind = Literal["same", "differs", "only left", "only right"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of both, the same or not, or of one alone; the side without words is an empty range.

    `words`: how many there are on each side.
    """

    kind: Kind
    left: Range
    right: Range
    words: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Filled:
    """An elision at `at` in one printing and what the other has at its place.

    `fill` is None when the other has nothing there. `sure`: how many of the elision's two sides
    are tied to words that both printings have: 2 sure, 1 likely, 0 a guess.
    """

    at: Range
    fill: Range | None
    sure: int


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two printings: how many words it has, and which share of them the other has too.

    `prose` is that share among words that begin with a small letter: a heading or a list of those
    present counts little. `omitted`: long stretches of the *other's* text that this one lacks
    (`lacks` words together); `silent`: those of them for which no mark of elision stands here;
    `elisions`: its own, each with what the other has at its place.
    """

    words: int
    share: float
    prose: float
    lacks: int
    omitted: tuple[Range, ...]
    silent: tuple[Range, ...]
    elisions: tuple[Filled, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two printings stand to each other.

    `same`: nothing of length is missing on either side; `excerpt`: the one that is not `fuller`
    leaves out much and has little of its own; `differs`: each has much that the other lacks.
    `stretches` are all the words of both, in order.
    """

    relation: Relation
    fuller: Literal["left", "right"]
    left: Side
    right: Side
    stretches: tuple[Stretch, ...]

    @property
    def shared(self) -> int:
        """Words in common."""
        return sum(s.words[0] for s in self.stretches if s.kind == "same")

    @property
    def differences(self) -> tuple[Stretch, ...]:
        """The small differences of wording: "your whole family", "your family"."""
        return tuple(s for s in self.stretches if s.kind != "same" and max(s.words) < LONG)


def turned(found: Comparison) -> Comparison:
    """The same comparison with left and right changed about."""
    kinds: dict[Kind, Kind] = {"only left": "only right", "only right": "only left"}
    stretches = (
        Stretch(kinds.get(s.kind, s.kind), s.right, s.left, (s.words[1], s.words[0]))
        for s in found.stretches
    )
    fuller: Literal["left", "right"] = "left" if found.fuller == "right" else "right"
    return Comparison(found.relation, fuller, found.right, found.left, tuple(stretches))
