"""What the words of a sentence, and the runs they make, tell about whether they name a matter."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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


class Word(NamedTuple):
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


Run = tuple[int, int, tuple[str, ...]]
"""Words that could name a matter: how many, how many that tell, which small words are in it."""


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
                yield first, last, (last - first + 1, tell, holds)
            elif breaks(word):
                break
            elif word.kind in _COUNTED and word.kind not in holds:
                holds = (*holds, word.kind)


# --- what is told -------------------------------------------------------------------------------


def alone(kind: str, stem: str, ending: str, again: int, capital: int) -> list[str]:
    """What a word tells by itself, wherever it stands in a topic."""
    told = [f"in s={stem}", f"in {kind}", f"in -{ending}"]
    if capital:
        told.append(f"in capital {capital}")
    if kind == TELL:
        told.append(f"in again {again}")
    return told


def between(before: str, after: str, far: str) -> list[str]:
    """What a word of a topic tells by what stands beside it."""
    return [f"in {far}", f"in {before} _", f"in _ {after}"]


def opening(kind: str, ending: str, stem: str) -> list[str]:
    """What it tells by itself that a topic begins with this word."""
    told = [f"from {kind}", f"from -{ending}"]
    return [*told, f"from s={stem}"] if kind == DULL else told


def behind(before: str, far: str, part: int, label: ActLabel) -> list[str]:
    """What it tells that a topic begins after this word, so far on."""
    return [
        f"from {before} _",
        f"{label} from {before} _",
        f"from {far}",
        f"{label} from {far}",
        f"from part {part}",
    ]


def closing(kind: str, ending: str, after: str) -> list[str]:
    """What it tells that a topic ends with this word, and that one after it."""
    return [f"to {kind}", f"to -{ending}", f"to _ {after}"]


def whole(run: Run, label: ActLabel) -> list[str]:
    """What the words of a topic tell together."""
    words, tell, holds = run
    return [
        f"words {words}",
        f"telling {min(tell, MOST)}",
        f"{label} telling {min(tell, 5)}",
        *(f"with {kind}" for kind in holds),
    ]


Part = tuple[Callable[..., list[str]], tuple[object, ...]]
"""One thing that is told, and of what: whoever weighs it need not tell the same thing twice."""


def inside(found: Sequence[Word], at: int, after: int) -> tuple[Part, ...]:
    """What the word at this place tells wherever it stands in a topic."""
    word = found[at]
    sides = _kind_at(found, at - 1), _kind_at(found, at + 1)
    return (
        (alone, (word.kind, word.stem, word.ending, word.again, word.capital)),
        (between, (*sides, _far(word, after))),
    )


def begins(found: Sequence[Word], at: int, label: ActLabel, after: int) -> tuple[Part, ...]:
    """What it tells that a topic begins with the word at this place."""
    word = found[at]
    part = 5 * at // len(found)
    return (
        (opening, (word.kind, word.ending, word.stem if word.kind == DULL else "")),
        (behind, (_kind_at(found, at - 1), _far(word, after), part, label)),
    )


def ends(found: Sequence[Word], at: int) -> tuple[Part, ...]:
    """What it tells that a topic ends with the word at this place."""
    word = found[at]
    return ((closing, (word.kind, word.ending, _kind_at(found, at + 1))),)


def named(parts: Iterable[Part]) -> list[str]:
    """What is told, by its names in a table."""
    return [name for part, given in parts for name in part(*given)]


def _far(word: Word, after: int) -> str:
    """How far a word stands behind the words of the act."""
    return "before" if word.start < after else f"far {bisect_right(_FAR, word.start - after)}"


def _kind_at(found: Sequence[Word], at: int) -> str:
    return found[at].kind if 0 <= at < len(found) else "|"
