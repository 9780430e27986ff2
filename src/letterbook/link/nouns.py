"""Noun phrases: what a sentence names, in its own words.

"I ask that nobody touch the gates at Hollin" names "the gates at Hollin". No grammar is at work:
a table says of common words how often they stand as nouns do, and a word that is not in it is a
name or a rare noun.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from letterbook.stem import stem

NOUN = 5
"""From so many times in ten on a word is taken for a noun where it closes a phrase."""

LONGEST = 4
"""Words of a phrase without its tail: "the joint measurement of the river" has two, and one."""

_TOKEN = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*\.?|[^\w\s]|\d[\w.,]*")
FUNCTION = frozenset(
    "a an the this that these those his her its our your their my no any some each every such other"
    " of in on at for by with from about between against upon under over to into and or but nor if"
    " as than then when while because not also never which who whom whose what where why how i we"
    " you he she it they me us him them is are was were be been being am has have had having do"
    " does"
    " did done will would shall should can could may might must both all more most less least very"
    " so too only just even still yet again already now soon there here one two three four five six"
    " seven eight nine ten first second third last next same own few many much several during"
    " through without within until since before after concerning regarding toward towards however"
    " therefore thus out up down off away back us ours yours mine themselves itself ourselves"
    " myself yourself himself herself another either neither whether though although dear sir"
    " madam nobody somebody anybody everybody nothing something anything everything please let"
    " per cent such including unless except instead rather quite almost ever once always whatever"
    " whoever whichever perhaps together throughout insofar excuse thank truth able maybe indeed"
    " well ago later earlier".split()
)
"""Words that are of no noun phrase."""
_DOERS = frozenset(
    "i we you he she they it who nobody somebody anybody everybody not will would shall should can"
    " could may might must cannot let do does did please never".split()
)
_TITLES = frozenset(
    "mr mrs miss dr sir ambassador secretary president minister premier chairman chancellor general"
    " senator governor king captain colonel admiral marshal prince count lord".split()
)
_LINKS = frozenset("of at in on with between for".split())


_AFTER: tuple[list[str], ...] = ([], ["the"], ["our"], ["your"])
_OWN = re.compile(r"['’]s?$")
_QUALIFIES = ("al", "ic", "ous", "ive", "ed", "ent", "ant", "ar", "ble")
_VERBAL = ("ed", "ing", "ly", "ous", "ive", "ible", "able", "ful")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its words as they stand, the stems of its telling words, its head's stem.

    `the`: the article stands before it; `person`: it is somebody's name, with a title before it."""

    words: str
    stems: tuple[str, ...]
    head: str
    the: bool = False
    person: bool = False


@cache
def odds(table: str = "noun_odds.tsv") -> Mapping[str, tuple[int, int]]:
    """Common words: sentences of 10,000 they stand in, and how often in ten as a noun."""
    table = files("letterbook.link").joinpath(table).read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines())
    return {word: (int(often), int(share)) for word, often, share in rows}


@cache
def rareness() -> Mapping[str, float]:
    """How much a stem tells, by how rare it is: "agreement" little, "verification" more."""
    often: dict[str, int] = {}
    for word, (times, _) in odds().items():
        often[stem(word)] = often.get(stem(word), 0) + times
    return {root: math.log(10_000 / min(times, 9_000)) for root, times in often.items()}


RARE = math.log(10_000)
"""What a word tells that no table knows: a name, mostly."""


def phrases(words: str) -> Iterator[Phrase]:
    """The noun phrases of a sentence, each followed by the longer one that it opens.

    >>> [p.words for p in phrases("Nobody shall touch the old gates at Hollin before May.")]
    ['old gates', 'old gates at Hollin', 'Hollin']
    """
    tokens = [_token(said) for said in _TOKEN.findall(words)]
    runs = list(_runs(tokens))
    for at, (start, end) in enumerate(runs):
        yield _phrase(tokens, start, end)
        follows = runs[at + 1] if at + 1 < len(runs) else None
        if follows and _linked(tokens, end, follows[0]):
            yield _phrase(tokens, start, follows[1])


def heads(words: str) -> tuple[list[str], list[str]]:
    """The stems of the heads of the noun phrases, and the stems of persons' names with a title."""
    tokens = [_token(said) for said in _TOKEN.findall(words)]
    runs = list(_runs(tokens))
    persons = [t.stem for run in runs if _is_person(tokens, *run) for t in tokens[slice(*run)]]
    return [tokens[end - 1].stem for _, end in runs], persons


def spoken(words: str) -> Iterator[str]:
    """The stems of every word of a sentence that is no mere particle."""
    return (token.stem for token in map(_token, _TOKEN.findall(words)) if token.spoken)


@dataclass(frozen=True, slots=True)
class _Token:
    """A word or sign: itself, in small letters, what of it is compared, and how it is used.

    `share`: how often in ten it stands as a noun; `idle`: it may open a phrase, and says nothing.
    """

    said: str
    small: str
    stem: str
    spoken: bool
    share: int
    idle: bool


@lru_cache(maxsize=1 << 17)
def _token(said: str) -> _Token:
    small = said.lower()
    plain = small.rstrip(".")
    spoken = said[0].isalpha() and plain not in FUNCTION
    if not spoken:
        return _Token(said, small, "", False, 0, False)
    bare = _OWN.sub("", said.rstrip("."))
    return _Token(said, small, stem(bare), True, _share(said, plain), _idle(said, small))


def _linked(tokens: list[_Token], end: int, start: int) -> bool:
    """Whether "of", "at", "of the" is all that stands between two runs."""
    between = [token.small for token in tokens[end:start]]
    return bool(between) and between[0] in _LINKS and between[1:] in _AFTER


def _runs(tokens: list[_Token]) -> Iterator[tuple[int, int]]:
    """Where runs of words begin and end that may be a noun with what stands before it."""
    start = None
    for at, token in enumerate(tokens):
        if start is None:
            start = at if token.spoken and _opens(token, tokens, at) else None
        # "the gates stay raised": a verb ends the run that a noun has closed
        elif not token.spoken or (tokens[at - 1].share >= NOUN > token.share):
            yield from _trimmed(tokens, start, at)
            start = at if token.spoken and _opens(token, tokens, at) else None
    if start is not None:
        yield from _trimmed(tokens, start, len(tokens))


def _opens(token: _Token, tokens: list[_Token], at: int) -> bool:
    """Whether it is no verb: after "we" and "nobody" stands one, mostly after "to"."""
    before = tokens[at - 1].small if at else ""
    doing = before in _DOERS or (before == "to" and token.share < 9)
    return not (doing and token.said.islower())  # "to Hollin" is a name


def _trimmed(tokens: list[_Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    while end > start and tokens[end - 1].share < NOUN:
        end -= 1
    start = max(start, end - LONGEST)
    while start < end and (_begins(tokens, start) or _done(tokens, start, end)):
        start += 1
    if start < end:
        yield start, end


def _begins(tokens: list[_Token], at: int) -> bool:
    """Whether it is an idle word, a verb at the head of the sentence too: "Send grain"."""
    first = at == 0 and tokens[0].said[0].isupper()
    return tokens[at].idle or (first and _idle(tokens[0].small, tokens[0].small))


def _done(tokens: list[_Token], at: int, end: int) -> bool:
    """Whether it is a verb before a name: "asked Mr. Farr"."""
    follows = at + 1 < end and tokens[at + 1].said[0].isupper()
    return follows and tokens[at].small.endswith("ed") and tokens[at].said.islower()


def _idle(said: str, small: str) -> bool:
    """An adverb, or a verb that opens a run: "touch gates", "gladly send envoys"."""
    if not said.islower():
        return False
    known = odds().get(small)
    return small.endswith("ly") or bool(known and known[1] == 0 and not small.endswith(_QUALIFIES))


def _share(said: str, plain: str) -> int:
    """How often in ten a word stands as a noun; of one that is not known, by its look."""
    base = _OWN.sub("", plain)
    if plain != base:  # "Hollin's gates": what follows is its noun
        return 0
    for cut, add in (("", ""), ("ies", "y"), ("es", ""), ("s", "")):
        if base.endswith(cut) and (found := odds().get(base.removesuffix(cut) + add)):
            return found[1]
    if said[0].isupper():
        return 9
    return 1 if base.endswith(_VERBAL) else 8


def noun_share(word: str) -> int:
    """How often in ten a word stands as a noun, as far as letters that were counted tell.

    >>> noun_share("agreement") > noun_share("hopeful")
    True
    """
    return _share(word, word.lower())


def _is_person(tokens: list[_Token], start: int, end: int) -> bool:
    """Whether a title stands before a name, or in the phrase: "Ambassador Farr"."""
    before = tokens[start - 1].small.rstrip(".") if start else ""
    last = tokens[end - 1].said
    titled = before in _TITLES or any(t.small.rstrip(".") in _TITLES for t in tokens[start:end])
    return titled and last[0].isupper() and not last.isupper()


def _phrase(tokens: list[_Token], start: int, end: int) -> Phrase:
    held = tokens[start:end]
    stems = tuple(token.stem for token in held if token.spoken)
    words = " ".join(token.said for token in held).rstrip(".,")
    the = start > 0 and tokens[start - 1].small == "the"
    return Phrase(words, stems, held[-1].stem, the, _is_person(tokens, start, end))
