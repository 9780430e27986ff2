"""What the small network (`act_net`) is given of a letter's sentences, and what it thinks of them.

The network needs numpy, which is loaded when the first letter is listened to and not before: most
commands look for no acts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import get_args

from letterbook.model import ActLabel

LABELS: tuple[ActLabel, ...] = get_args(ActLabel)
ANY = "any"
"""That the sentence does something, whatever it is."""
COLUMNS: tuple[str, ...] = (*LABELS, ANY)
LONGEST = 72
"""Words that are read of a sentence: what it does is said before."""
MOST = 8.0
"""Log odds: surer than this the network is of nothing."""
_WORD = re.compile(r"[\w']+(?:-\w+)*|[?;:,.()]")
_DIGIT = re.compile(r"\d")


def words(normal: str, at: int, count: int, opens: bool) -> list[str]:
    """What the network reads of the `at`-th of `count` sentences, in normal form.

    First where in the letter it stands, then its words, numbers all alike, then its end.
    """
    found = ["#" if _DIGIT.search(word) else word for word in _WORD.findall(normal)[:LONGEST]]
    place = "first" if at == 0 else "last" if at == count - 1 else f"part{4 * at // count}"
    return [f"<{place}>", *(["<opens>"] if opens else []), *found, "<end>"]


def hear(said: Sequence[str], opens: Sequence[bool]) -> list[list[float]]:
    """How far each of `COLUMNS` speaks for each sentence of a letter, in normal form: log odds."""
    from letterbook.mark.act_net import shipped

    count = len(said)
    read = [
        words(one, at, count, begins)
        for at, (one, begins) in enumerate(zip(said, opens, strict=True))
    ]
    return [[min(max(odds, -MOST), MOST) for odds in row] for row in shipped().hear(read)]
