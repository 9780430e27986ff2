"""Letters in a row: where the next may stand, against the sum it stands for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterbook.link.date_grid import Grid
from letterbook.link.series import GAPS, Row, _ebb, _flow

SHARES = st.lists(st.floats(0, 1), min_size=1, max_size=25)
ROW = Row(400, 0.02)


def plainly(mass: list[float], here: Grid, there: Grid) -> list[float]:
    """Each cell from each cell before it, by the share of letters that wait so long."""
    out = []
    for cell in range(there.count):
        at = (there.first - here.first) // here.cell + cell
        told = ROW.restart * here.cell / ROW.span
        for share, mean in GAPS:
            keep = mean / (mean + here.cell)
            told += sum(
                share * (1 - keep) * keep ** (at - begun) * value
                for begun, value in enumerate(mass)
                if begun <= at
            )
        out.append(told)
    return out


@settings(deadline=None)
@given(SHARES, st.integers(-40, 60), st.integers(1, 40), st.sampled_from([1, 7]))
def test_the_walk_gives_what_the_sum_gives(
    mass: list[float], shift: int, count: int, cell: int
) -> None:
    """However the two letters' days lie to one another: before, across, behind."""
    here = Grid(712_000, len(mass), cell)
    there = Grid(here.first + shift * cell, count, cell)
    assert _flow(mass, here, there, ROW) == pytest.approx(plainly(mass, here, there))


@given(SHARES, st.integers(-40, 60), st.integers(1, 40))
def test_back_is_forth_mirrored(mass: list[float], shift: int, count: int) -> None:
    """Where the letter before stands: the same, seen from the other end of the calendar."""
    here, there = Grid(712_000, len(mass)), Grid(712_000 + shift, count)
    behind = _ebb(mass, here, there, ROW)
    mirror = Grid(-(here.first + here.count), here.count), Grid(-(there.first + count), count)
    assert behind == _flow(mass[::-1], *mirror, ROW)[::-1]
