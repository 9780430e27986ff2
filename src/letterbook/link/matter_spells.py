"""Spells of an exchange: after years of silence two sides speak of other things.

"Our meeting" of 1961 is not that of 1933. A history has no day; the years it names lay it to the
spell that it tells of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from letterbook.link.acted import Acted

SILENCE = 5
"""Years without an act after which a new spell begins."""

_YEAR = re.compile(r"\b1[5-9]\d\d\b|\b20\d\d\b")


def spells(acts: Sequence[Acted]) -> list[list[int]]:
    """The acts by spell, as places in their list; the undated are of the first one."""
    years = _years(acts)
    made: list[list[int]] = []
    last = 0.0
    for year, at in sorted((year, at) for at, year in enumerate(years) if year):
        if not made or year - last > SILENCE:
            made.append([])
        made[-1].append(at)
        last = year
    undated = [at for at, year in enumerate(years) if not year]
    if not made:
        return [undated] if undated else []
    made[0] += undated
    return [sorted(spell) for spell in made]


def _years(acts: Sequence[Acted]) -> list[float]:
    """The year of each act, parts of it as a fraction; that of a history is the one it names most
    in the middle; 0 for none.
    """
    named: dict[str, list[int]] = {}
    for one in acts:
        if one.history:
            named.setdefault(one.told_by, []).extend(map(int, _YEAR.findall(one.words)))
    told = {id: float(median(years)) for id, years in named.items() if years}
    return [
        one.day.year + one.day.month / 12 if one.day else told.get(one.told_by, 0.0) for one in acts
    ]
