"""What the words of a sentence, and the runs they make, tell about whether they name a matter."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from letterbook.model import ActLabel
from letterbook.text import plain_letters

_WORD = re.compile(r"[^\W\d_][\w’'-]*(?:\.[A-Z]\.?)*|\d[\w.,]*|[^\w\s]")
_ENDING = re.compile(
    r"(tion|sion|ment|ance|ence|ity|ship|ure|age|ing|ed|al|ive|ly|ism|ist|ers|ies|ous|ness)s?$"
)
_JOINS = frozenset(
    """of to in on for with by from at about regarding concerning into over between under upon
    against toward towards through within without as a an the our your my their its his her all
    any other more such further new both these those that which who and or but if when while is
    are was were be been will would shall should can could may might must have has had not i we
    you it they he she me us him them this there so than""".split()
)
_DULL = frozenset(
    """what whom whose here am being having do does did ought no nor then
    where because since though although however therefore also too very much most less least many
    some each another own same only just even still yet again already now soon today meanwhile
    after before during per via hope trust believe think feel know understand wish want like
    appreciate sure certain confident glad happy grateful pleased great greatly deep deeply fully
    well course part way ways fact government minister chairman mister mr mrs dr excellency majesty
    earnest sincere able ready prepared willing determined intend intends assure assured time view
    views opinion respect regard regards particular important importance make made take taken give
    given get go going come see say said tell told ask asked let put keep possible necessary good
    best better first second last next one two three ever never always once together out up down
    off away back every everything anything something nothing dear sincerely yours sir please indeed
    perhaps quite rather really simply clearly urge urging propose proposes proposed suggest
    suggested expressed express connection light spirit basis united states question questions
    problem problems matter matters whether using based related set forth moment present""".split()
)
TELL, DULL, NUMBER = "x", "dull", "#"
TELLS = frozenset((TELL, DULL, NUMBER))
"""The kinds of words a topic may begin and end with."""
_WITHIN = frozenset("'-’\"“”(),#")
"""Signs that may stand in the middle of a topic."""
_BREAKS = frozenset(
    """is are was were will would shall should can could may might must has had i we you they he she
    me us him them which who but if when while so than there""".split()
)
"""Words that begin to tell something of what is named."""
_COUNTED = frozenset((*"of to and for in on that which".split(), ","))
_FAR = (0, 12, 30, 60, 110, 200)
STEM, MOST = 6, 7
FURTHEST = 11
"""Words of a topic, all counted."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or sign of a sentence: where it stands, what it is, its stem, how it ends.

    `again`: in how many sentences of the letter it stands; `capital`: 1 for a name, 2 for letters
    that are all capitals ("NATO").
    """

    start: int
    end: int
    kind: str
    stem: str
    ending: str
    again: int
    capital: int


class Run(NamedTuple):
    """Words that could name a matter: how many, how many that tell, which small words are in it."""

    words: int
    telling: int
    holds: tuple[str, ...]


def telling(sentence: str) -> set[str]:
    """The words of a sentence that tell something, folded."""
    said = {word.removesuffix("'s") for word in _WORD.findall(plain_letters(sentence))}
    return said - _DULL - _JOINS


def read(words: str, counts: Mapping[str, int]) -> list[Word]:
    """The words and signs of a sentence."""
    return [_word(m.start(), m[0], counts) for m in _WORD.finditer(words)]


def _word(start: int, said: str, counts: Mapping[str, int]) -> Word:
    key, kind, ending = _known(said)
    capital = 0 if not start or not said[0].isupper() else 2 if said.isupper() and said[1:] else 1
    again = min(counts.get(key, 0), 4)
    return Word(start, start + len(said), kind, key[:STEM], ending, again, capital)


@lru_cache(1 << 14)  # letters share most of their words
def _known(said: str) -> tuple[str, str, str]:
    """A word folded, its kind, how it ends."""
    key = plain_letters(said).removesuffix("'s")
    ending = _ENDING.search(key)
    return key, _kind(said, key), ending[1] if ending else ""


def _kind(said: str, key: str) -> str:
    if not said[0].isalnum():
        return said[0]
    if said[0].isdigit():
        return NUMBER
    return key if key in _JOINS else DULL if key in _DULL else TELL


def breaks(word: Word) -> bool:
    """Whether no topic goes beyond this word or sign: it names a thing or a deed, it tells none."""
    sign = len(word.kind) == 1 and not word.kind.isalnum()
    return word.kind in _BREAKS or (sign and word.kind not in _WITHIN)


def runs(found: Sequence[Word]) -> Iterator[tuple[int, int, Run]]:
    """The first and the last word of each run that could name a matter, and what it holds."""
    for first, opening in enumerate(found):
        if opening.kind not in TELLS:
            continue
        tell = 0
        holds: tuple[str, ...] = ()
        for last, word in enumerate(found[first : first + FURTHEST], first):
            if word.kind in TELLS:
                tell += word.kind == TELL
                yield first, last, Run(last - first + 1, tell, holds)
            elif breaks(word):
                break
            elif word.kind in _COUNTED and word.kind not in holds:
                holds = (*holds, word.kind)


# --- what is told -------------------------------------------------------------------------------


def inside(found: Sequence[Word], at: int, after: int) -> list[str]:
    """What the word at this place tells wherever it stands in a topic."""
    word = found[at]
    told = [
        f"in s={word.stem}",
        f"in {word.kind}",
        f"in -{word.ending}",
        f"in {_far(word, after)}",
        f"in {_kind_at(found, at - 1)} _",
        f"in _ {_kind_at(found, at + 1)}",
    ]
    if word.capital:
        told.append(f"in capital {word.capital}")
    if word.kind == TELL:
        told.append(f"in again {word.again}")
    return told


def begins(found: Sequence[Word], at: int, label: ActLabel, after: int) -> list[str]:
    """What it tells that a topic begins with the word at this place."""
    word, before, far = found[at], _kind_at(found, at - 1), _far(found[at], after)
    told = [
        f"from {word.kind}",
        f"from -{word.ending}",
        f"from {before} _",
        f"{label} from {before} _",
        f"from {far}",
        f"{label} from {far}",
        f"from part {5 * at // len(found)}",
    ]
    return [*told, f"from s={word.stem}"] if word.kind == DULL else told


def ends(found: Sequence[Word], at: int) -> list[str]:
    """What it tells that a topic ends with the word at this place."""
    word = found[at]
    return [f"to {word.kind}", f"to -{word.ending}", f"to _ {_kind_at(found, at + 1)}"]


def whole(run: Run, label: ActLabel) -> list[str]:
    """What the words of a topic tell together."""
    return [
        f"words {run.words}",
        f"telling {min(run.telling, MOST)}",
        f"{label} telling {min(run.telling, 5)}",
        *(f"with {kind}" for kind in run.holds),
    ]


def _far(word: Word, after: int) -> str:
    """How far a word stands behind the words of the act."""
    return "before" if word.start < after else f"far {bisect_right(_FAR, word.start - after)}"


def _kind_at(found: Sequence[Word], at: int) -> str:
    return found[at].kind if 0 <= at < len(found) else "|"
