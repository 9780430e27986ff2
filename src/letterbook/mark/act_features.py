"""What a sentence is judged by: its turns, its clauses, its place in the letter, its runs of words.

Turns and clauses were thought out; the runs ("i hope that", "as * as") are whatever stands there,
and count only where the table has learned them from the letters of many volumes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

from letterbook.mark.act_clauses import clause_turns, clauses, told
from letterbook.mark.act_turns import turns

_TOKEN = re.compile(r"[\w']+(?:-\w+)*|[?;:]")
_DAY = re.compile(r"\d")
TURN, CLAUSE, PLACE, RUN = "!", "~", "@", "="
_SHARE = {TURN: 2.0, CLAUSE: 0.7, PLACE: 0.3, RUN: 1.0}
"""What each kind of feature may say at most: a turn says more than its clauses."""


def tokens(normal: str) -> list[str]:
    """The words of a normal form; numbers are all alike."""
    return ["#" if _DAY.search(word) else word for word in _TOKEN.findall(normal)]


def features(normal: str, at: int, count: int, opens: bool) -> dict[str, float]:
    """What the `at`-th of `count` sentences, in normal form, is judged by, each with its share."""
    words = tokens(normal)
    found = clauses(words)
    return {
        **_shared(TURN, turns(normal, clause_turns(found))),
        **_shared(CLAUSE, sorted(told(found))),
        **_shared(PLACE, _place(at, count, opens, len(words))),
        **_shared(RUN, runs(words)),
    }


def _shared(kind: str, names: Sequence[str]) -> Mapping[str, float]:
    """Many features of a kind each say less: a long sentence is not surer than a short one."""
    share = _SHARE[kind] / math.sqrt(len(names)) if names else 0.0
    return {kind + name: share for name in names}


def runs(words: Sequence[str]) -> list[str]:
    """The words, their pairs and threes, pairs with a word between, and how the sentence opens.

    "SELF hope that" gives "SELF", "hope", "SELF hope", "SELF * that", "^ SELF hope" and so on.
    """
    second, third = words[1:], words[2:]
    pairs = [f"{a} {b}" for a, b in zip(words, second, strict=False)]
    threes = [f"{pair} {c}" for pair, c in zip(pairs, third, strict=False)]
    around = [f"{a} * {c}" for a, c in zip(words, third, strict=False)]
    opens = [f"^ {one}" for one in (*words[:1], *pairs[:1], *threes[:1])]
    return list(dict.fromkeys((*words, *pairs, *threes, *around, *opens)))


def _place(at: int, count: int, opens: bool, size: int) -> list[str]:
    """Where in the letter, and how long: a letter's first words thank and its last ones greet."""
    third = "first" if at == 0 else "last" if at == count - 1 else f"part {4 * at // count}"
    return [third, f"length {min(size // 8, 6)}", *(["opens"] if opens else [])]
