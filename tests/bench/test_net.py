"""How the network of acts is taught; it needs PyTorch, which only teaching does."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bench.net_sentences import Sentence
from letterbook.mark.act_heard import COLUMNS
from letterbook.mark.act_net import NONE, UNKNOWN, load

torch = pytest.importorskip("torch", reason="the network is taught with PyTorch: letterbook[train]")
if torch:
    from bench import train_net

WORDS = "SELF YOU will shall not pay the crew hope that dam river".split()


def given(count: int) -> list[Sentence]:
    """Sentences that promise where they say "shall", and do nothing else."""
    chance = random.Random(3)
    said = [tuple(chance.choices(WORDS, k=chance.randint(2, 12))) for _ in range(count)]
    return [
        Sentence(f"vol{at % 4}/d1", " ".join(one), "", ("YOU", *one),
                 frozenset({"pledge"} if "shall" in one else ()))
        for at, one in enumerate(said)
    ]  # fmt: skip


@pytest.fixture(scope="module")
def taught() -> tuple[Any, dict[str, int], list[Sentence]]:
    """A network of six hundred sentences."""
    torch.set_num_threads(1)
    some = given(2400)
    return *train_net.teach(some, None), some


def test_words_that_stand_often_are_known_and_the_others_by_their_endings() -> None:
    """No word and an unknown one come first."""
    known = train_net.known_words([["pay"] * 20, ["reconvening", "orvaning"]])
    assert list(known) == ["", "?unknown", "pay", "-ing"]
    assert train_net.numbers(["pay", "selming", "dam"], known) == [2, 3, UNKNOWN]


def test_words_in_like_company_get_like_rows() -> None:
    """ "Shall" and "will" stand beside the same words, "river" elsewhere."""
    lines = [[2, one, 5] for one in (3, 4)] * 40 + [[6, 7, 8]] * 40 + [[at] for at in range(120)]
    rows = train_net.company(lines, 120)
    near = rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9)
    assert near[3] @ near[4] > 0.9 > 0.5 > near[3] @ near[7]


def test_it_learns_what_it_is_shown(taught: tuple[Any, dict[str, int], list[Sentence]]) -> None:
    """Sentences that promise sound like promises."""
    net, known, some = taught
    heard = train_net.odds(net, train_net.lined([train_net.numbers(s.read, known) for s in some]))
    pledge = heard[:, COLUMNS.index("pledge")]
    does = torch.tensor([bool(s.labels) for s in some])
    assert pledge[does].mean() > pledge[~does].mean() + 1


def test_whole_numbers_think_as_the_others_did(
    taught: tuple[Any, dict[str, int], list[Sentence]], tmp_path: Path
) -> None:
    """Brought down to eight bits, the network says the same but for three in a hundred."""
    net, known, some = taught
    read = [train_net.numbers(s.read, known) for s in some]
    np.savez(tmp_path / "net.npz", **train_net.whole(net, read, known))
    with (tmp_path / "net.npz").open("rb") as file:
        small = load(file)
    assert not small.rows[NONE].any()
    wide = train_net.odds(net, train_net.lined(read)).detach().numpy()
    off = np.abs(np.array(small.hear([s.read for s in some])) - wide)
    assert off.mean() < 0.03 * np.abs(wide).mean()


def test_a_half_is_judged_by_the_other() -> None:
    """Each sentence is heard once, in the order of its half, by a network that has not seen it."""
    some = given(1200)
    heard = list(train_net.halves(some))
    assert sorted(one.document for one, _ in heard) == sorted(s.document for s in some)
    assert {len(odds) for _, odds in heard} == {len(COLUMNS)}
