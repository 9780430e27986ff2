"""The numbers a letter bears: its telegram's own, a delegation's beside it, its heading's.

"809. Comkas 37." bears two; "This is Farr's 1649. No. 14 from Vale." a third; "National Security
Action Memorandum No. 151" is counted under its initials.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.model import Letter

_OWN = re.compile(
    r"(?:\[Page \w+\]\s*)?(?:No\. ?)?"
    r"(?:(?!\w*(?:tel|let|des)\s)(?P<series>[A-Z][A-Za-z]{1,7})\s?-?(?=\d))?"
    r"(?P<n>(?:[A-Z]{1,3}[-–])?\d{1,6}(?:-\d\d)?)(?:/\d+|/(?P<also>[A-Z][a-z]{2,7}\s\d{1,5}))?"
    r"(?:\s?\([^()]{3,30}\))?(?:\.(?=\s|$|\d\.)|…|,(?=\sFor\s))"
)
_GROUP = re.compile(r"(?:[A-Z]{3,6}\s)?(?P<n>\d{6}Z)[.,\s]")
_OWN_AFTER = re.compile(
    r"^(?:\d{1,4}\s)?(?!\w*(?:tel|let|des)\s)(?P<series>[A-Z][A-Za-z]{1,8})\s(?P<n>\d{1,6})\.(?=\s|$)"
)
_FURTHER = re.compile(
    r"(?:^|[.:]\s)(?:[Nn]o\.\s)?(?P<series>[A-Z][A-Za-z]{3,8})\s(?:No\.\s)?(?P<n>\d{1,5})(?=[.\s(])"
)
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d[\d/–-]*(?:Z$)?")
_PARTS = re.compile(r"[/–-]")
_TOLD = re.compile(r"(?P<series>[A-Za-z]+)?[\s–-]*(?P<n>\d[\d/–-]*)")
_PERSONAL = re.compile(r"(?:^|[.:]\s)(?:No\.|Number)\s(?P<n>\d{1,3})(?=[.\s])")
_TITLE = re.compile(
    r"(?P<what>(?:[A-Z]\w+\s)*Memorandum|Report|Estimate|Paper|Action)\s(?:No\.\s?)?(?P<n>\d{1,4}(?:[–/-]\d+)*)$"
)
FROM_HOME = frozenset(
    "gadel tedul tosec topol kascom toica tousfo tocah busec toaid todis todel telcan luxco tovan"
    " tomur".split()
)
TO_HOME = frozenset(
    "delga dulte secto polto comkas icato usfoto cahto ecbus aidto disto secun delto cantel colux"
    " vanto murto".split()
)
"""Series of telegrams that the capital counts, and those that delegations count."""


def numbers(
    letter: Letter, home: bool, own: tuple[str, str] | None = None
) -> frozenset[tuple[str, str]]:
    """Every (series, number) that a letter bears; `home`: it was sent by the capital.

    `own`: its own number and series, where they are known.
    """
    number, series = own or own_number(letter)
    held = {(series, number)} if number else set()
    counted = FROM_HOME if home else TO_HOME
    if _DIGIT.search(letter.words, 0, 110):
        for match in _FURTHER.finditer(letter.words[:80]):
            # a number of the other side's series is one that it refers to
            if (key := series_key(match["series"])) in counted:
                held.add((key, match["n"].lstrip("0")))
        held |= {("", match["n"]) for match in _PERSONAL.finditer(letter.words[:110])}
    if letter.kind == "telegram":
        held |= {("", match["n"]) for match in [_GROUP.match(letter.words)] if match}
        held |= {(series_key(s), n) for s, n in _also(letter)}
    return frozenset(held | _titled(letter))


def number_keys(number: str) -> list[str]:
    """What a number is filed under: its digits, and the first part of them; [] for none.

    >>> number_keys("0571"), number_keys("I-16883/61"), number_keys("061951Z")
    (['571'], ['16883/61', '16883'], ['61951Z', '061951Z'])
    """
    digits = _DIGITS.search(number)
    if digits is None:
        return []
    parts = (digits[0], _PARTS.split(digits[0])[0])
    keys = dict.fromkeys(part.lstrip("0") for part in parts)
    return list(keys | ({digits[0]: None} if digits[0].endswith("Z") else {}))


def _also(letter: Letter) -> Iterator[tuple[str, str]]:
    """The delegation's number beside the post's: "256063/Todel 1287."."""
    match = _OWN.match(letter.words)
    if match and match["also"]:
        series, _, number = match["also"].partition(" ")
        yield series, number


def _titled(letter: Letter) -> set[tuple[str, str]]:
    """ "National Security Action Memorandum No. 151": numbered in its heading, by initials."""
    match = _TITLE.search(letter.heading) if letter.heading[-1:].isdigit() else None
    if not match:
        return set()
    initials = "".join(word[0] for word in match["what"].split()).lower()
    return {(initials, match["n"]), ("", match["n"])}


def own_number(letter: Letter) -> tuple[str, str]:
    """The number and the series of a telegram; "" where it bears none."""
    told = letter.telegram
    if (not told or told == letter.number) and letter.kind in ("telegram", "airgram", "despatch"):
        match = _OWN.match(letter.words) or _OWN_AFTER.match(letter.words)
        # a telegram may by chance bear the number under which it is printed
        told = f"{match['series'] or ''} {match['n']}".strip() if match else told
    match = _TOLD.match(told) if told else None
    if not match:
        return "", ""
    series = series_key(match["series"] or "")
    number = match["n"] if series == "jcs" else _PARTS.split(match["n"])[0]
    return number.lstrip("0") or "0", series


def series_key(words: str) -> str:
    """A series as it is compared: "Delgas" → "delga"; "" for the plain telegrams of a post."""
    small = words.lower().strip(". ")
    whole = small in FROM_HOME or small in TO_HOME
    return small[:-1] if small.endswith("s") and len(small) > 4 and not whole else small
