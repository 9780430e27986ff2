"""Letters named by number: "Embtel 1234", "your 1164", "Seoul's 85", "Delga 571, 572 and 575".

A number is read by the words before it: a series, a post, an owner, a noun. In a list each
further number is a mention of its own that takes the words of the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from letterbook.mark.mention_around import (
    AFTER_DAY,
    BEFORE,
    COPIED,
    COPIES,
    COPY,
    CORRECTED,
    EACH,
    ENDS,
    GROUP,
    JOIN,
    MAY_NAME,
    MEASURE,
    MONTH_NEXT,
    NUMBER,
    NUMBER_DAY,
    THING_BEFORE,
    THING_NEXT,
    TO,
)
from letterbook.mark.mention_words import SERIES

_LONG = re.compile(r"\d{3,6}$")
_YEAR = re.compile(r"1[6-9]\d\d$|20[0-4]\d$")
_SENT_TO = re.compile(
    r"(?:(?:[Tt]el(?:egram)?s?|[Cc]ables?|[Mm]essages?|\d|\(\d\)|[Ss]ent|[Rr]eported)\s|\()[Tt]o\s$"
)
_REACH = 60  # characters before a number that may explain it
_JOINED = 10  # characters between two numbers of a list, at most


@dataclass(frozen=True, slots=True)
class Numbered:
    """A letter named by its number: where it stands and what the words before it say.

    `there` is the post that stands before the number, and before all the numbers of a list:
    "Deptels to Vardény 357 and 350".
    """

    start: int
    end: int
    at: int
    number: str
    owner: str = ""
    series: str = ""
    post: str = ""
    noun: str = ""
    way: str = ""
    where: str = ""
    day: str = ""
    copies: tuple[str, ...] = ()
    there: str = ""


def numbered(text: str, start: int, end: int) -> Iterator[Numbered]:
    """Every letter named by number between `start` and `end`, first to last."""
    last: Numbered | None = None
    for match in NUMBER.finditer(text, start, end):
        at = match.start()
        if last is not None and at < last.end:
            continue  # the day of the one before
        low = max(start, at - _REACH)
        left = text[low:at]
        hit = _read(text, low, left, match) if _named_by(left) else None
        if hit is None and last is not None and at - last.end <= _JOINED:
            hit = _listed(text, last, match)
        if hit is not None:
            last = _completed(text, hit, end)
            yield last


def _named_by(left: str) -> bool:
    """Whether the word straight before a number lets it name a letter."""
    if left[-1:] not in (" ", "\n", "#") and not left[-1:].isspace():
        return False
    tail = left.rstrip()
    return _may_name(tail[max(tail.rfind(" "), tail.rfind("\n")) + 1 :])


def _read(text: str, low: int, left: str, match: re.Match[str]) -> Numbered | None:
    """The number as the words straight before it explain it: `left`, from `low` on."""
    said = BEFORE.search(left)
    if said is None or "\n\n" in left[said.start() :] or MEASURE.match(text, match.end()):
        return None
    group, number = said.groupdict(), match["n"]
    noun = next(
        (group[n] for n in ("onoun", "pnoun", "bnoun", "fnoun", "noun") if group[n]), ""
    ).strip()
    noun = noun or ("telegram" if group["refer"] else "")
    if not _credible(text, left[: said.start()], left, match, group, noun):
        return None
    post = group["post"] or group["by"] or group["origin"] or group["from"] or ""
    there = group["there"] or ""
    if group["post"] and not noun and _SENT_TO.search(left[: said.start()]):
        post, there = "", group["post"]  # "State cable to Vardény 229" is sent there
    there, post = (
        there or group["mine"] or group["each"] or "",
        post or group["cas"] or group["joint"] or "",
    )
    owner = group["owner"] or group["yours"] or ""
    return Numbered(
        low + said.start(), match.end(), match.start(), number,
        owner, group["short"] or group["series"] or _counted(group),
        post, noun, "to" if there else "", there, there=there,
    )  # fmt: skip


@lru_cache(maxsize=20_000)
def _may_name(word: str) -> bool:
    """Whether a number after this word may name a letter: most name nothing, and the word tells.

    The same few words stand before nearly all numbers ("June", "of", "page"), so it is kept.
    """
    return bool(ENDS.search(word) and MAY_NAME.search(word) and not THING_BEFORE.search(word))


def _counted(group: dict[str, str | None]) -> str:
    """The series that other words than a series name: "Deptel to Seoul 85", "circular telegram"."""
    circular = group["circ"] or (group["bnoun"] or "").lower().startswith("circ")
    if re.fullmatch(SERIES, (group["onoun"] or "").strip()):
        return (group["onoun"] or "").strip()  # "your Dulte 2"
    out = group["out"] and not (group["there"] or "").lower().startswith("dep")
    return "Circular" if circular else "Deptel" if out else ""


def _credible(
    text: str, above: str, left: str, match: re.Match[str], group: dict[str, str | None], noun: str
) -> bool:
    """Whether the number names a letter, and is no day, year, amount or number of a copy."""
    number, named = match["n"], noun or group["short"] or group["series"]
    if len(number) < 3 and not group["short"] and MONTH_NEXT.match(text, match.end()):
        return False  # "your 4 June message"
    if _YEAR.match(number) and (
        AFTER_DAY.search(left) or (not named and THING_NEXT.match(text, match.end()))
    ):
        return False  # "our FY 1964 requirement"
    possessed = re.search(r"['’]s?\s", left[-8:]) or left.endswith("#")
    if (group["post"] or group["by"]) and not (noun or possessed or _LONG.search(number)):
        return False
    if len(number) < (5 if group["post"] == "Washington" else 3 if group["joint"] else 1):
        return False  # "Washington 25, D.C.", "Defense 90"
    # "repeated Manila 23" counts a copy
    return not ((group["post"] or group["series"] or group["by"]) and COPY.search(above))


def _listed(text: str, last: Numbered, match: re.Match[str]) -> Numbered | None:
    """A further number of a list: ", 572 and 575"."""
    if MEASURE.match(text, match.end()):
        return None
    between = text[last.end : match.start()].strip(")")
    if not JOIN.fullmatch(between):
        return None
    if len(match["n"]) + 2 < len(last.number) or (between == " " and not last.day):
        return None
    return replace(
        last, start=match.start(), end=match.end(), at=match.start(), number=match["n"],
        day="", way="to" if last.there else "", where=last.there, copies=(),
    )  # fmt: skip


def _completed(text: str, hit: Numbered, end: int) -> Numbered:
    """With what follows the number: to which post, of which day."""
    at, way, where, day = hit.end, hit.way, hit.where, ""
    if match := CORRECTED.match(text, at, end):
        at, hit = match.end(), replace(hit, at=match.start("n"), number=match["n"])
    if match := GROUP.match(text, at, end):
        at = match.end()
    copies: tuple[str, ...] = ()
    if hit.there and (match := EACH.match(text, at, end)):
        at, copies = match.end(), tuple(c[0] for c in COPIED.finditer(match[0]))
    for _ in range(2):  # "1475 of November 6 from Tokyo", "1475 to Tokyo, November 6"
        if match := COPIES.match(text, at, end):
            at, copies = match.end(), copies + tuple(c[0] for c in COPIED.finditer(match[0]))
        if not where and (match := TO.match(text, at, end)):
            at, way, where = match.end(), match["way"] or "to", match["where"] or match["bare"]
        elif (
            where.lower().startswith("dep")  # "367 to Department from Vardény"
            and (match := TO.match(text, at, end))
            and match["way"] == "from"
        ):
            at, way, where = match.end(), "from", match["where"]
        if not day and (match := NUMBER_DAY.match(text, at, end)):
            at, day = match.end() - match[0].endswith("."), match[1]
    return replace(hit, end=at, way=way, where=where, day=day, copies=copies)
