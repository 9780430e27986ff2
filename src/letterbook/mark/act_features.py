"""What a sentence is judged by: turns, clauses, place in the letter, runs of words, the network.

Turns and clauses were thought out; the runs ("i hope that", "as * as") are whatever stands there,
and count only where the table has learned them from the letters of many volumes. What the network
(`act_heard`) thinks of a sentence counts as one thing more, label by label.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, repeat

from letterbook.mark.act_clauses import clause_turns, clauses, told
from letterbook.mark.act_heard import COLUMNS, hear
from letterbook.mark.act_turns import turns

_TOKEN = re.compile(r"[\w']+(?:-\w+)*|[?;:]")
_DAY = re.compile(r"\d")
TURN, CLAUSE, PLACE, RUN, NET = "!", "~", "@", "=", "%"
_SHARE = {TURN: 2.0, CLAUSE: 0.7, PLACE: 0.3, RUN: 1.0}
"""What each kind of feature may say at most: a turn says more than its clauses."""


def tokens(normal: str) -> list[str]:
    """The words of a normal form; numbers are all alike."""
    found = _TOKEN.findall(normal)
    return [word if word.isalpha() or not _DAY.search(word) else "#" for word in found]


Key = str | tuple[str, ...]
"""What tells something: a run of words as its words, anything else as its kind and its name."""
Group = tuple[float, Collection[Key]]
"""What of one kind stands in a sentence, and what each of them may say."""


_NET = [(NET + column,) for column in COLUMNS]
SILENT = -2.5
"""Log odds: where the network is so sure that nothing is done, nothing else is looked at. One in
twenty of the sentences that do something sounds so; of those hardly one was found without it."""


Heard = Sequence[Sequence[float]]
"""What the network thinks of each sentence: log odds, by column."""


def told_by(
    said: Sequence[str], opens: Sequence[bool], thought: Heard | None = None
) -> Iterator[tuple[Group, ...]]:
    """What each sentence of a letter, in normal form, is judged by, kind by kind.

    `opens`: whether it begins a paragraph. `thought`: what another network thinks of them.
    """
    every = hear(said, opens) if thought is None else thought
    for at, (normal, heard) in enumerate(zip(said, every, strict=True)):
        if heard[-1] < SILENT:
            yield ()
            continue
        words = tokens(normal)
        found = clauses(words)
        yield (
            _shared(TURN, [TURN + turn for turn in turns(normal, clause_turns(found))]),
            _shared(CLAUSE, [CLAUSE + clause for clause in sorted(told(found))]),
            _shared(PLACE, [PLACE + one for one in _place(at, len(said), opens[at], len(words))]),
            _shared(RUN, runs(words)),
            *zip(heard, _NET, strict=True),
        )


def features(
    said: Sequence[str], opens: Sequence[bool], thought: Heard | None = None
) -> list[dict[str, float]]:
    """The same as a table is learned from: each feature by its name, with its share."""
    return [
        {name(key): share for share, keys in groups for key in keys}
        for groups in told_by(said, opens, thought)
    ]


def name(key: Key) -> str:
    """What a feature is called in a table: ("SELF", "hope") is "=SELF hope"."""
    return key if isinstance(key, str) else RUN + " ".join(key)


def key_of(name: str) -> Key:
    """The feature that is called so in a table."""
    return tuple(name[1:].split(" ")) if name[0] == RUN else name


def _shared(kind: str, keys: Collection[Key]) -> Group:
    """Many features of a kind each say less: a long sentence is not surer than a short one."""
    return (_SHARE[kind] / math.sqrt(len(keys)) if keys else 0.0), keys


def runs(words: Sequence[str]) -> Collection[Key]:
    """The words, their pairs and threes, pairs with a word between, and how the sentence opens.

    "SELF hope that" gives "SELF", "hope", "SELF hope", "SELF * that", "^ SELF hope" and so on, in
    the order in which they stand.
    """
    second, third = words[1:], words[2:]
    found = chain(
        zip(words),
        zip(words, second, strict=False),
        zip(words, second, third, strict=False),
        zip(words, repeat("*"), third),
        (("^", *words[:size]) for size in (1, 2, 3) if len(words) >= size),
    )
    return dict.fromkeys(found)


def _place(at: int, count: int, opens: bool, size: int) -> list[str]:
    """Where in the letter, and how long: a letter's first words thank and its last ones greet."""
    third = "first" if at == 0 else "last" if at == count - 1 else f"part {4 * at // count}"
    return [third, f"length {min(size // 8, 6)}", *(["opens"] if opens else [])]
