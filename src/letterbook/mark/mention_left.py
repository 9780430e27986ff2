"""What may stand before the noun of a letter: its owner, qualifiers, a day.

"your long and thoughtful letter", "his November 5 letter", "the Secretary of Defense's memorandum",
"the immediately following telegram".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from letterbook.mark.mention_right import DAYS, MONTH_ALONE

_DETERMINERS = frozenset(
    "your ur yr my our his her their its the this that these those a an any no every each such"
    " another one two three several some both which what".split()
)
_STOPS = frozenset(
    "to of in on with by from for and or is was are were be been has have had will would shall"
    " should may might can could said says that as at if but not i we he she they you it into"
    " than after before until when while since because so do does did please re see per via"
    " through under upon within without against between during about regarding concerning"
    " also then there who whom whose am ref reference subject contained transmitted reported"
    " me us him them let make made send sent give gave received enclose attach enclosing"
    " attaching".split()
)
_WORD = re.compile(r"\S+")
_BREAK = re.compile(  # its first sign is asked before all else: most are letters
    r"[;:(\"“”\n.?!\s—](?:(?<=[;:(\"“”\n])|(?<=[.?!])(?<!\bMr.)(?<!\bDr.)(?<!\bMrs.)(?<!\bGen.)"
    r"(?<!\bAmb.)(?<!\bSen.)(?<!\b[A-Z].)\s+(?=[A-Z])|(?<=\s)[-–—]\s|(?<=—))"
)
_ABBREVIATED = re.compile(
    r"(?:[A-Z]\.)+|(?:Mr|Mrs|Dr|Gen|Amb|Sen|Gov|Lt|Col|St|Jr|Sec|Jan|Feb|Mar|Apr|Aug|Sept?"
    r"|Oct|Nov|Dec)\.,?"
)
_OWNS = re.compile(r"[A-Z].*['’]s?$")
_DAY = re.compile(DAYS, re.I)
_DIGIT = re.compile(r"\d")
_MONTH = re.compile(rf"\b{MONTH_ALONE}")
_SUBJECT = re.compile(
    r"\b((?:(?:Prime\s)?Minister|(?:Under\s)?Secretary|Ambassador|President|Premier|Chairman|General"
    r"|Admiral|Senator|Governor|Sen\b\.?|Mr\.|Gen\b\.?|Amb\b\.?)(?:\s[A-Z][\w’'-]+){1,2})\b(?!['’]s)"
    r"[^.;:\n“”]*$"
)
_PARTICLES = ("de", "von", "van", "der", "du", "el", "al")  # "General de Vale's letter"
_THANKED = re.compile(
    r"\b(?:[Tt]hank(?:ed|ing|s\sto)?|(?:appreciation|gratitude)\sto)\s"
    r"(?P<who>(?:the\s)?[A-Z][\w’'-]*\.?(?:\s(?:of\s(?:the\s)?)?[A-Z][\w’'-]+){0,5})"
    r"\s(?:\w+\s){0,3}?for\s$"
)
GIVEN_TO = re.compile(  # "Mr. Vale handed to the Secretary a copy of his memorandum"
    r"\b(?:hand(?:ed|ing)?|ga?ve|given|sent|send|sending|deliver(?:ed|ing)?|submit(?:ted|ting)?"
    r"|transmit(?:ted|ting)?|forward(?:ed|ing)?|show(?:ed|n)?)\s(?:(?!by\b)\w+\s){0,3}?(?:to\s)?$"
)
"""Words after which a person named is the one to whom something is given, not the one who wrote."""
_MOST = 7  # qualifiers of one noun

Words = list[tuple[int, str]]


def subject(before: str) -> str:
    """Who "his" is: the only one that the sentence names before, with his title.

    >>> subject("Secretary Vale began by outlining the problem as in ")
    'Secretary Vale'
    """
    if thanked := _THANKED.search(before):
        return thanked["who"]
    match = _SUBJECT.search(before)
    return match[1] if match and not GIVEN_TO.search(before, 0, match.start()) else ""


@dataclass(frozen=True, slots=True)
class Left:
    """What stands to the left of a noun: where it begins and what it tells."""

    start: int
    owner: str = ""
    qualifiers: tuple[str, ...] = ()

    @property
    def days(self) -> list[str]:
        """Days among the qualifiers: "his November 5 letter", "my July memorandum"."""
        words = " ".join(self.qualifiers)
        told = "day" in words or _DIGIT.search(words)
        match = (_DAY.search(words) if told else None) or _MONTH.search(words)
        return [match[0]] if match else []


def leftward(text: str, at: int, low: int) -> Left:
    """The phrase before the noun at `at`, read back to its owner or to where it stops."""
    words = _before(text, at, low)
    qualifiers: list[str] = []
    begin = at
    while words and len(qualifiers) < _MOST:
        where, word = words.pop()
        small = word.lower()
        if word.endswith((",", ".")) and not word[0].isdigit() and not _ABBREVIATED.fullmatch(word):
            break
        if small in _DETERMINERS:
            return Left(where, small, tuple(reversed(qualifiers)))
        if _OWNS.fullmatch(word):
            begin, owner = _owner(words, where, word)
            return Left(begin, owner, tuple(reversed(qualifiers)))
        paired = small == "and" and qualifiers and words and words[-1][1].islower()
        if small in _STOPS and word != "May" and not paired:
            break
        qualifiers.append(word)
        begin = where
    return Left(begin, "", tuple(reversed(qualifiers)))


def _before(text: str, at: int, low: int) -> Words:
    """The words of the same clause before `at`, with where they stand."""
    left = text[max(low, at - 90) : at]
    cut = 0
    for stop in _BREAK.finditer(left):
        cut = stop.end()
    base = at - len(left)
    return [(match.start() + base, match[0]) for match in _WORD.finditer(left, cut)]


def _owner(words: Words, where: int, word: str) -> tuple[int, str]:
    """The owner before "'s", whole: "the Secretary of Defense's", "Prime Minister Vale's"."""
    parts = [word]
    while words:
        at, before = words[-1]
        small = before in ("of", "the", "The", "and", "for", *_PARTICLES)
        if not (small or before[0].isupper()) or before.endswith((",", ";")):
            break
        if before.endswith(".") and not _ABBREVIATED.fullmatch(before):
            break
        if before == "Your":  # "Your Excellency's letter", whatever stands before
            return at, " ".join(("Your", *reversed(parts)))
        if before in ("of", "and", "for") and not (len(words) > 1 and words[-2][1][:1].isupper()):
            break
        words.pop()
        parts.append(before)
        where = at
        if before in ("the", "The"):
            break
    return where, " ".join(reversed(parts))
