"""How well a text answers a question: its words, and the passage in which most of them stand.

BM25 (Robertson and Zaragoza, 2009) with its own settings, since FTS5's are fixed: a long letter is
held against a word less (B), a word in the heading or among the first words counts for more, and
to the whole is added what the best passage of some ninety words would score by itself.
"""

from __future__ import annotations

import math
import sqlite3
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from letterbook.record.query import Term
from letterbook.record.snippet import Seeker

K1 = 1.2  # how soon more of the same word adds no more
B = 0.2  # how much length counts against a text; FTS5 has 0.75
OPENING = 700  # characters: what stands here counts half as much again
PASSAGE = 540  # characters, some ninety words; passages overlap by half
WHOLE = 0.4  # what the best passage counts beside the whole
SIDE_BY_SIDE = 0.15  # what two words that stand as they were typed add: "quiet channels"
COMMON = 0.3  # a word in more of the units than this does not choose among them
FEW = 30  # units: no word in fewer is common
SAMPLE = 200  # units, taken evenly, whose mean length stands for all


@dataclass(frozen=True, slots=True)
class Scale:
    """What a record's texts are weighed with: how much each term tells, and a usual length."""

    terms: tuple[Term, ...]
    tells: tuple[float, ...]
    common: tuple[bool, ...]
    usual: float

    @property
    def telling(self) -> tuple[Term, ...]:
        """The terms that are not in every third unit; all of them when there are no others.

        "Soviet" beside "Kalinin" would have nearly every letter of a heap ranked, to no end.
        """
        rare = tuple(t for t, common in zip(self.terms, self.common, strict=True) if not common)
        return rare or self.terms


def scale(con: sqlite3.Connection, terms: Sequence[Term]) -> Scale:
    """The scale for `terms` in this record."""
    units = con.execute("SELECT max(nr) FROM unit").fetchone()[0] or 1
    some = ",".join(str(nr) for nr in range(1, units + 1, max(units // SAMPLE, 1)))
    mean = f"SELECT avg(end - start) FROM unit WHERE nr IN ({some})"
    usual = con.execute(mean).fetchone()[0] or 1.0
    if len(terms) == 1:  # nothing to be weighed against
        return Scale(tuple(terms), (1.0,), (False,), usual)
    most = max(int(units * COMMON), FEW)
    held = [_holding(con, term, most) for term in terms]
    tells = tuple(_tells(n, units) for n in held)
    return Scale(tuple(terms), tells, tuple(n >= most for n in held), usual)


def _holding(con: sqlite3.Connection, term: Term, most: int) -> int:
    """How many units hold the term; counting ends at `most`."""
    count = "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)"
    return int(con.execute(count, (str(term), most)).fetchone()[0])


def _tells(holding: int, units: int) -> float:
    return max(math.log((units - holding + 0.5) / (holding + 0.5)), 1e-6)


def weigh(
    scale: Scale, seekers: Sequence[Seeker], pairs: Sequence[Seeker], head: str, words: str
) -> float:
    """The score of a text, given flat: its head, and all its words."""
    length = 1 - B + B * len(words) / scale.usual
    whole = 0.0
    passages: Counter[int] = Counter()
    best: dict[int, float] = {}
    for tells, seeker in zip(scale.tells, seekers, strict=True):
        places = [start for start, _ in seeker.places(words)]
        count = len(places) + 0.5 * bisect_right(places, OPENING) + seeker.stands_in(head)
        whole += tells * count * (K1 + 1) / (count + K1 * length)
        passages.clear()
        for start in places:
            half = start // (PASSAGE // 2)
            passages[half] += 1
            passages[half - 1] += 1
        for passage, n in passages.items():
            best[passage] = best.get(passage, 0.0) + tells * n * (K1 + 1) / (n + K1)
    together = sum(pair.stands_in(words) for pair in pairs) * max(scale.tells, default=0.0)
    return whole + WHOLE * max(best.values(), default=0.0) + SIDE_BY_SIDE * together
