"""What a pattern cannot do without: the words of which a sentence must hold some to match it.

"SELF (?:ask|urge) YOU" needs SELF, and "ask…" or "urge…", and YOU. Few sentences hold all that a
turn needs, and only in those is it looked for: ninety turns cost hardly more than nine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

_ALWAYS = ""
Need = frozenset[str]
"""Keys of which one must be there: a whole word, or "ask-" for any word that begins so."""
_WORD = re.compile(r"\w+|\?")
_PART = re.compile(  # one part of a pattern: a group's opening, a class, an escape, a sign
    r"(?P<open>\((?:\?(?:P<\w+>|[:=!]|<[=!]))?)|(?P<set>\[\^?\]?[^\]]*\])|(?P<sign>\\.)|(?P<one>.)",
    re.S,
)
_TIMES = re.compile(r"(?:\*|\+|\?|\{(?P<least>\d+)(?:,\d*)?\})\??")


@dataclass(slots=True)
class _Branch:
    """What one alternative needs so far; `run` are the letters just read.

    `begins`: the run began a word, or (where there is none) the next letter would begin one.
    """

    begins: bool
    needs: list[Need] = field(default_factory=list)
    run: str = ""

    def close(self, ends: bool) -> None:
        """The run is over; `ends`: and so is its word."""
        if self.run and self.begins:
            if ends:
                self.needs.append(frozenset((self.run,)))
            elif len(self.run) > 2:
                self.needs.append(frozenset((f"{self.run[:4]}-",)))
        if self.run:
            self.run, self.begins = "", ends


def needs(pattern: str) -> list[Need]:
    """What every match of a pattern holds: some key of each need."""
    branches, _, _ = _alternatives(pattern, 0, begins=False)
    return _either(branches)


def alternatives(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern, where it is several side by side."""
    depth, start, at = 0, 0, 0
    while at < len(pattern):
        part = _PART.match(pattern, at)
        assert part
        at = part.end()
        depth += bool(part["open"]) - (part["one"] == ")")
        if part["one"] == "|" and not depth:
            yield pattern[start : part.start()]
            start = at
    yield pattern[start:]


_WHOLE = re.compile(r"(?P<before>\\b|)\(\?:(?P<inside>.*)\)(?P<after>\\b|)", re.S)


def spread(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern that is one group of them: "a word or a phrase of this list".

    Each needs more than all of them do together, so most need not be looked for.
    """
    whole = _WHOLE.fullmatch(pattern)
    _, _, end = _alternatives(pattern, whole.start("inside"), False) if whole else ([], False, 0)
    if whole and end == whole.end("inside") + 1:  # it is not "(?:a|b) c (?:d|e)"
        for one in alternatives(whole["inside"]):
            yield f"{whole['before']}(?:{one}){whole['after']}"
    else:
        yield pattern


def _alternatives(pattern: str, at: int, begins: bool) -> tuple[list[_Branch], bool, int]:
    """The branches from `at` to the end of their group, whether all end before a word, the end."""
    branches = [_Branch(begins)]
    while at < len(pattern):
        part = _PART.match(pattern, at)
        assert part
        if part["one"] == ")":
            break
        if part["one"] == "|":
            branches[-1].close(ends=False)
            branches.append(_Branch(begins))
            at = part.end()
        else:
            at = _part(pattern, part, branches[-1])
    for branch in branches:
        branch.close(ends=False)
    return branches, all(b.begins for b in branches), at + 1


def _part(pattern: str, part: re.Match[str], branch: _Branch) -> int:
    """Take one part, with how often it may stand, into a branch; where the next begins."""
    if part["open"]:
        return _group(pattern, part, branch)
    times = _TIMES.match(pattern, part.end())
    one = part["one"] or ""
    if times:
        branch.close(ends=False)
        spaced = one == " " or part["sign"] in ("\\W", "\\s")
        branch.begins = spaced and (branch.begins or not _may_lack(times))
        return times.end()
    if one.isalnum() or one == "_":
        branch.run += one
    elif part["sign"] == "\\?":
        branch.close(ends=True)
        branch.needs.append(frozenset("?"))
        branch.begins = True
    elif part["sign"] == "\\b" or one in ("^", "$"):
        branch.close(ends=True)
        branch.begins = True
    elif part["set"] or one == "." or part["sign"] in ("\\w", "\\S", "\\d"):
        branch.close(ends=False)
        branch.begins = False
    else:  # a space, a comma: what stands before is a whole word, and another may begin
        branch.close(ends=True)
        branch.begins = True
    return part.end()


def _group(pattern: str, part: re.Match[str], branch: _Branch) -> int:
    looks = part["open"] not in ("(", "(?:") and not part["open"].startswith("(?P")
    inside = not branch.run and branch.begins
    branch.close(ends=False)
    before = branch.begins = inside
    held, begins, at = _alternatives(pattern, part.end(), inside)
    times = _TIMES.match(pattern, at)
    at = times.end() if times else at
    lacks = bool(times) and _may_lack(times)
    if looks:
        return at
    if not lacks:
        branch.needs += _either(held)
    branch.begins = begins and (before or not lacks)
    return at


def _may_lack(times: re.Match[str] | None) -> bool:
    return times is not None and (times[0][0] in "*?" or times["least"] == "0")


def _either(branches: Iterable[_Branch]) -> list[Need]:
    """What all branches need between them: of one branch all, of several the rarest of each."""
    held = list(branches)
    if len(held) == 1:
        return held[0].needs
    if not all(branch.needs for branch in held):
        return []
    return [frozenset().union(*(min(branch.needs, key=_common) for branch in held))]


_COMMON = frozenset(
    "the to of and a in is that for be as on it by with not this have SELF YOU LAND he would woul-"
    " should shou- will our your has".split()
)


def _common(need: Need) -> tuple[int, int]:
    """How much of a need is in every sentence: the least common need says the most."""
    return len(need & _COMMON), len(need)


class Wanted:
    """Named patterns, of which only those are looked for whose needs a sentence meets.

    Each key has a bit of a whole number, so that one step tells whether a sentence offers any
    of a need.
    """

    def __init__(self, patterns: Mapping[str, str]) -> None:
        self._names = list(patterns)
        self._first: dict[str, list[int]] = {}  # key → the alternatives to think of
        self._rest: list[tuple[str, str, tuple[int, ...]]] = []
        self._bits: dict[str, int] = {}
        for name, pattern in patterns.items():
            for one in alternatives(pattern):
                for each in spread(one):
                    self._add(name, each)
        self._offer = lru_cache(1 << 14)(self._offers)
        self._search = cache(lambda pattern: re.compile(pattern).search)

    def _add(self, name: str, pattern: str) -> None:
        held = sorted(needs(pattern), key=_common)
        for key in held[0] if held else [_ALWAYS]:
            self._first.setdefault(key, []).append(len(self._rest))
        self._rest.append((name, pattern, tuple(map(self._mask, held[1:]))))

    def _mask(self, need: Need) -> int:
        return sum(1 << self._bits.setdefault(key, len(self._bits)) for key in need)

    def _offers(self, word: str) -> tuple[int, tuple[int, ...]]:
        """The bits of a word's keys, and the alternatives it makes one think of."""
        keys = {word, f"{word[:3]}-", f"{word[:4]}-"}
        bits = sum(1 << self._bits[key] for key in keys & self._bits.keys())
        return bits, tuple({number for key in keys for number in self._first.get(key, ())})

    def found(self, words: str) -> list[str]:
        """The names of the patterns that stand in the words, in their order."""
        offered, numbers = 0, set(self._first.get(_ALWAYS, ()))
        for word in _WORD.findall(words):
            bits, more = self._offer(word)
            offered |= bits
            numbers.update(more)
        told: set[str] = set()
        for number in numbers:
            name, pattern, rest = self._rest[number]
            if name in told:
                continue
            for need in rest:
                if not offered & need:
                    break
            else:
                if self._search(pattern)(words):
                    told.add(name)
        return [name for name in self._names if name in told]
