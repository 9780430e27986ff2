"""Pictures as numbers for the templates to draw: bars of months, a ring of correspondents.

Drawn as SVG by attributes alone, since no style may stand in a page. Beside each stands a table.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from letterbook.record import Pair

MONTHS = 120  # more months than this are shown by the year
WIDE, HIGH = 720, 130
RING = 12  # parties in the ring


@dataclass(frozen=True, slots=True)
class Bar:
    """Letters of a month or year: `when` as in the survey, place and size in the picture."""

    when: str
    letters: int
    x: float
    y: float
    width: float
    height: float


def bars(months: Sequence[tuple[str, int]]) -> list[Bar]:
    """The bars of a picture `WIDE` by `HIGH`: every month between the first and the last, or year.

    A silence is a gap in the picture, not a place where nothing is drawn closer together.
    """
    if not months:
        return []
    held = dict(months)
    first, last = _number(months[0][0]), _number(months[-1][0])
    if last - first < MONTHS:
        spans = [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(first, last + 1)]
    else:
        years: Counter[str] = Counter()
        for month, letters in months:
            years[month[:4]] += letters
        held = dict(years)
        spans = [f"{year:04}" for year in range(first // 12, last // 12 + 1)]
    return list(_bars(spans, held))


def _bars(spans: Sequence[str], held: dict[str, int]) -> list[Bar]:
    most = max(held.values())
    step = WIDE / len(spans)
    made = []
    for n, when in enumerate(spans):
        letters = held.get(when, 0)
        if letters:
            high = max(HIGH * letters / most, 2)
            made.append(Bar(when, letters, round(n * step, 2), round(HIGH - high, 2),
                            round(max(step - 1.5, 0.8), 2), round(high, 2)))  # fmt: skip
    return made


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def ticks(shown: Sequence[Bar], months: Sequence[tuple[str, int]]) -> list[tuple[float, str]]:
    """Where a year begins in the picture, at most ten of them."""
    if not shown:
        return []
    first, last = _number(months[0][0]), _number(months[-1][0])
    yearly = len(shown[0].when) == 4
    begin, end = (first // 12 * 12, last // 12 * 12 + 12) if yearly else (first, last + 1)
    years = list(range(-(-begin // 12), (end - 1) // 12 + 1))
    every = max(-(-len(years) // 10), 1)
    return [(round(WIDE * (y * 12 - begin) / (end - begin), 1), str(y)) for y in years[::every]]


@dataclass(frozen=True, slots=True)
class Node:
    """A party in the ring: id and name; `anchor` is the side its name is written on."""

    party: tuple[str, str]
    letters: int
    x: float
    y: float
    size: float
    tx: float
    ty: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Edge:
    """Letters between two parties, both ways; `path` is the curve."""

    path: str
    width: float
    said: str


def ring(pairs: Sequence[Pair]) -> tuple[list[Node], list[Edge]]:
    """Who wrote to whom: those with most letters in a ring, lines as thick as letters are many."""
    weights: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        for key in ((pair.sender, pair.sender_name), (pair.recipient, pair.recipient_name)):
            weights[key] += pair.letters
    chosen = [key for key, _ in weights.most_common(RING)]
    order = _around(chosen, pairs)
    nodes = {key: _node(n, len(order), key, weights) for n, key in enumerate(order)}
    between: Counter[tuple[tuple[str, str], tuple[str, str]]] = Counter()
    for pair in pairs:
        one, other = (pair.sender, pair.sender_name), (pair.recipient, pair.recipient_name)
        if one in nodes and other in nodes:
            between[min(one, other), max(one, other)] += pair.letters
    most = max(between.values(), default=1)
    edges = [_edge(nodes[a], nodes[b], n, most) for (a, b), n in sorted(between.items(), key=_few)]
    return list(nodes.values()), edges


def _few(item: tuple[object, int]) -> int:
    return item[1]


def _around(chosen: Sequence[tuple[str, str]], pairs: Sequence[Pair]) -> list[tuple[str, str]]:
    """The order of the ring: each beside the one it has most to do with; lines stay short."""
    left, order = list(chosen), list(chosen[:1])
    ties: Counter[frozenset[tuple[str, str]]] = Counter()
    for p in pairs:
        ties[frozenset(((p.sender, p.sender_name), (p.recipient, p.recipient_name)))] += p.letters
    left = left[1:]
    while left:
        last = order[-1]
        best = max(left, key=lambda key: (ties[frozenset((last, key))], -left.index(key)))
        order.append(best)
        left.remove(best)
    return order


def _node(n: int, of: int, key: tuple[str, str], weights: Counter[tuple[str, str]]) -> Node:
    turn = 2 * math.pi * n / of - math.pi / 2
    x, y = 360 + 168 * math.cos(turn), 210 + 168 * math.sin(turn)
    size = 4 + 9 * math.sqrt(weights[key] / max(weights.values()))
    out = 168 + size + 8
    tx, ty = 360 + out * math.cos(turn), 215 + out * math.sin(turn)
    anchor = "middle" if abs(math.cos(turn)) < 0.2 else "start" if math.cos(turn) > 0 else "end"
    return Node(
        key, weights[key], round(x, 1), round(y, 1), round(size, 1), round(tx, 1), round(ty, 1),
        anchor,
    )  # fmt: skip


def _edge(one: Node, other: Node, letters: int, most: int) -> Edge:
    mx, my = (one.x + other.x) / 2, (one.y + other.y) / 2
    bend = 0.35  # towards the middle, so that neighbours' lines do not hide the ring
    cx, cy = round(mx + (360 - mx) * bend, 1), round(my + (210 - my) * bend, 1)
    path = f"M{one.x} {one.y}Q{cx} {cy} {other.x} {other.y}"
    noun = "letter" if letters == 1 else "letters"
    said = f"{one.party[1]} and {other.party[1]}: {letters:,} {noun}"
    return Edge(path, round(0.8 + 6 * letters / most, 2), said)
