"""What a difference of words is: printing, a number, a name, a negation, or another word.

Only printing is forgiven: a hyphen, a note's digit, a scanning error that makes no word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

Changed = Literal["word changed", "number or date changed", "name changed", "negation changed"]
Known = Callable[[str], bool]
"""Whether a word, as it is compared, stands anywhere in the record."""

NEGATION = frozenset(
    "not no never none neither nor cannot nobody nothing nowhere without hardly scarcely"
    " unable impossible".split()
)
CONDITION = frozenset(
    "if unless provided only except until although though but however whether perhaps"
    " should".split()
)
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
    " hundred hundreds thousand thousands million millions billion billions".split()
)
_ORDINALS = frozenset(
    "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth twentieth thirtieth".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb"
    " mar apr aug sept oct nov dec".split()
)
_REVERSED = re.compile(r"(?:un|in|im|il|ir|dis|non)")
_CONFUSED = (
    ("rn", "m"), ("m", "rn"), ("l", "1"), ("i", "1"), ("o", "0"), ("li", "h"), ("cl", "d"),
    ("e", "c"), ("c", "e"), ("h", "b"), ("b", "h"), ("ii", "n"), ("n", "ii"), ("vv", "w"),
    ("s", "5"), ("g", "9"), ("b", "8"), ("i", "l"), ("l", "i"), ("d", "cl"), ("h", "li"),
    ("in", "m"), ("u", "ii"), ("n", "u"), ("u", "n"), ("t", "f"), ("f", "t"), ("z", "2"),
)  # fmt: skip
"""What a scanner reads (second) for what is printed (first)."""

WORDS = frozenset(
    "dear clear modem modern bum burn bums burns tum turn tums turns corn com stem stern bom born"
    " dean clean damp clamp dose close doud cat eat car ear heat beat hear bear heard beard head"
    " bead help hand band hall ball home hold bold hat bat had bad hit bit hut but hack back horn"
    " born hate bate hare bare harm barm host boast bark hark bay hay bell hell bull hull belt"
    " held bed her hers here berm hound bound hounds bounds house horse bouse dam clam dash clash"
    " dock clock dick click dip clip dot clot dip dad clad daim claim dank clank dive clive cover"
    " over arc are ear scar sear seat scat peat pear bread broad arm am arms ams barn bam bams"
    " barns farm fam warn warm wam earn cam fern fem hymn hyrnn boom boorn from frorn foot toot"
    " fail tail fake take fall tall fame tame far tar fear tear fell tell fern tern fie tie film"
    " tin fin fire tire fold told fool tool for tor form torm fort tort four tour fry try feat"
    " teat cars ears caring earing cast east case ease cased eased cat ceased search scorch read"
    " road bend hend hind bind hinder binder hears bears heating beating heats beats heater beater"
    " hare heaven beaten hot bot hots hay bale hale hall ballot hallot".split()
)  # fmt: skip
"""Words that a scanner's slip makes of other words: "dear" for "clear" is another word."""


def printing(quoted: Sequence[str], source: Sequence[str], between: str, known: Known) -> str:
    """Why these words differ in printing only, in words for a reader; "" when they do not.

    `between` is what stands between the source's words, and the quotation's.
    """
    ours, theirs = "".join(quoted), "".join(source)
    if not ours or not theirs:
        return ""
    if ours == theirs:
        return _joined(quoted, source, between, known)
    if len(quoted) == len(source) == 1:
        return _one(ours, theirs, known)
    return ""


def _joined(quoted: Sequence[str], source: Sequence[str], between: str, known: Known) -> str:
    """ "co-operation" for "cooperation"; not "no where" for "nowhere" """
    if any(word[0].isdigit() for word in (*quoted, *source)):
        return ""
    if "-" in between or "\n" in between or "\u00ad" in between:
        return "hyphenation"
    whole = [w for w in (*quoted, *source) if w not in quoted or w not in source]
    longest = max(whole, key=len, default="")
    if longest == "cannot" or not known(longest) or "'" in longest:
        return "white space"
    return ""


def _one(ours: str, theirs: str, known: Known) -> str:
    if ours.replace("'", "") == theirs.replace("'", "") and not (known(ours) and known(theirs)):
        return "an apostrophe"
    if (ours[0].isdigit() and ours.isdigit()) or theirs.isdigit():
        return ""
    if slipped(theirs, ours) and _no_word(ours, known):
        return "a scanning error"
    if slipped(theirs, ours) and _no_word(theirs, known):
        return "a scanning error in the source"
    return ""


def _no_word(word: str, known: Known) -> bool:
    if any(c.isdigit() for c in word) and any(c.isalpha() for c in word):
        return True
    return len(word) > 3 and word not in WORDS and not known(word)


def slipped(printed: str, scanned: str) -> bool:
    """Whether a scanner may have read `scanned` for `printed`: one slip in the word.

    >>> slipped("government", "govemment"), slipped("government", "goverment")
    (True, False)
    """
    if abs(len(printed) - len(scanned)) > 1:
        return False
    return any(
        printed[:at] + wrong + printed[at + len(right) :] == scanned
        for right, wrong in _CONFUSED
        for at in _places(printed, right)
    )


def _places(word: str, part: str) -> Iterable[int]:
    at = word.find(part)
    while at >= 0:
        yield at
        at = word.find(part, at + 1)


def changed(quoted: Sequence[str], source: Sequence[str], capitals: tuple[bool, bool]) -> Changed:
    """What kind of words were put for others; `capitals`: the quotation's, the source's."""
    ours = [w for w in quoted if w not in source]
    theirs = [w for w in source if w not in quoted]
    if negates(ours) != negates(theirs) or _turned(ours, theirs):
        return "negation changed"
    sides = [
        _counts(words, big) for words, big in zip((ours, theirs), capitals, strict=True) if words
    ]
    if sides and all(sides):
        return "number or date changed"
    named = [big for words, big in zip((ours, theirs), capitals, strict=True) if words]
    return "name changed" if named and all(named) else "word changed"


def negates(words: Sequence[str]) -> bool:
    """An odd number of negations."""
    return sum(w in NEGATION or w.endswith("n't") for w in words) % 2 == 1


def _turned(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """ "acceptable" for "unacceptable"."""
    if len(ours) != 1 or len(theirs) != 1:
        return False
    short, long = sorted((*ours, *theirs), key=len)
    return long.endswith(short) and bool(_REVERSED.fullmatch(long.removesuffix(short)))


def _counts(words: Sequence[str], capital: bool) -> bool:
    """Whether there is a number, a month or a day of the week among the words."""
    return any(
        w[0].isdigit() or w in _NUMBERS or w in _ORDINALS or w in _DAYS
        or (capital and w in _MONTHS)
        for w in words
    )  # fmt: skip
