"""Words for pages: days, parties and numbers as an edition prints them; signs that cheat, shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from urllib.parse import quote, urlencode

from letterbook.model import Letter, Name, When

STYLE = re.compile(r"^(mr|mrs|miss|dr|sir|his excellency|the honorable)\.? ", re.I)
MONTHS = ("January February March April May June July August September October November"
          " December").split()  # fmt: skip


def day(one: date) -> str:
    """A day as an edition prints it.

    >>> day(date(1957, 4, 17))
    '17 April 1957'
    """
    return f"{one.day} {MONTHS[one.month - 1]} {one.year}"


def span_of(when: When | None) -> str:
    """A date in words, however much of it is known; "" when nothing is.

    >>> span_of(When(date(1962, 12, 1), date(1962, 12, 31)))
    'December 1962'
    """
    if when is None:
        return ""
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return f"from {day(first)} on" if first else f"by {day(last)}" if last else when.stated
    about = {"~": "about ", "?": "perhaps "}.get(when.doubt, "")
    parts = when.edtf.rstrip("?~").split("-")
    if first == last:
        return about + day(first)
    if "/" not in when.edtf:
        return about + (parts[0] if len(parts) == 1 else f"{MONTHS[first.month - 1]} {parts[0]}")
    return f"{about}between {day(first)} and {day(last)}"


def dated(letter: Letter) -> str:
    """A letter's date in words; in brackets, as editors set it, when it is worked out."""
    words = span_of(letter.when) or "undated"
    return f"[{words}]" if letter.inferred else words


def hour(letter: Letter) -> str:
    """The time of day, if the letter states it: "19:00", "19:00 GMT"."""
    return letter.when.time.replace("Z", " GMT") if letter.when else ""


def short(names: Iterable[Name]) -> str:
    """The parties by name alone, or by office; "?" when none is stated."""
    return "; ".join(STYLE.sub("", name.name or name.office) for name in names) or "?"


def full(name: Name) -> str:
    """A party with its office, and for whom it signs."""
    return f"{name} (for {name.acting_for})" if name.acting_for else str(name)


def parties(letter: Letter) -> str:
    """Who to whom; an unstated side is said so."""
    sides = [short(side).replace("?", "somebody") if not side else short(side)
             for side in (letter.senders, letter.recipients)]  # fmt: skip
    return f"{sides[0][:1].upper()}{sides[0][1:]} to {sides[1]}"


def kind_of(letter: Letter) -> str:
    """What it is, to begin a sentence with: "Letter", "Memcon" in full."""
    said = {"memcon": "memorandum of conversation"}.get(letter.kind, letter.kind or "letter")
    return said[:1].upper() + said[1:]


def title_of(letter: Letter) -> str:
    """A letter in one line: who to whom, when."""
    return f"{parties(letter)}, {dated(letter)}"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> count(1, "letter"), count(2000, "letter"), count(0, "history", "histories")
    ('1 letter', '2,000 letters', 'no histories')
    """
    told = f"{number:,}" if number else "no"
    return f"{told} {one if number == 1 else many or one + 's'}"


def cut(words: str, size: int) -> str:
    """`words` in at most `size` characters."""
    return words if len(words) <= size else words[: size - 1].rstrip() + "…"


def month(words: str) -> str:
    """A month of the survey.

    >>> month("1957-04"), month("1957")
    ('April 1957', '1957')
    """
    year, _, number = words.partition("-")
    return f"{MONTHS[int(number) - 1]} {year}" if number else year


def address(path: str, query: Mapping[str, object] | None = None, **more: object) -> str:
    """An address of the room with its query; what is empty is left out.

    >>> address("/search", {"q": "oil & ice", "page": 1}, page="")
    '/search?q=oil+%26+ice'
    """
    held = {k: str(v) for k, v in {**(query or {}), **more}.items() if v not in ("", None, False)}
    asked = urlencode(held, errors="replace")
    return f"{path}?{asked}" if asked else path


def letter_at(id: str, **query: object) -> str:
    """The address of a letter."""
    return address(f"/letter/{quote(id, safe='.')}", query)


def passage(id: str, start: int, end: int) -> str:
    """The address of a passage: opens with it marked, with or without scripts."""
    return f"{letter_at(id, at=f'{start}-{end}')}#c{start}-{end}"
