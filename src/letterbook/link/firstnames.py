"""Persons called by a given name or by initials: "Dear Bob", "Sir Oliver", "McG. B.", "LBJ".

In: a text, a `Directory`, the `Scene`. Out: stretches with the one person each can be.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from letterbook.link.directory import Directory
from letterbook.link.names import given_fits
from letterbook.link.nicknames import GIVEN
from letterbook.mark.names import fold_word

Day = datetime.date


@dataclass(frozen=True, slots=True)
class Scene:
    """A letter as far as its head tells: the day, the persons it is from and to, the office."""

    day: Day | None = None
    senders: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    office: str = ""


_DEAR = re.compile(r"^[“\"]?(?:(?:My|MY) )?(?:[Dd]ear|DEAR) ([^\W\d_a-z][^\W\d_]+)\s?[,:—-]", re.M)
_SIGNED = re.compile(
    r"^[“\"]?((?:[^\W\d_a-z](?:[a-z]{1,2}|c[A-Z])?\.? ?){1,3}[A-Z]\.?|[^\W\d_a-z][a-z]+)"
    r"[”\"]?[ \d]*$",
    re.M,
)
_BEARING = (
    "Sir", "Dame", "Shaikh", "Sheikh", "Sheik", "Prince", "Princess", "Queen", "Empress", "Emir",
    "Amir", "Begum", "Sultan", "Mullah", "PRINCE", "PRINCESS", "SHEIKH", "SIR", "SULTAN", "QUEEN",
    "MULLAH",
)  # fmt: skip
"""Titles that go with a given name."""
_ALONE = (
    "Generalissimo", "Shah", "Pope", "Mufti", "Patriarch", "Tunku", "Caudillo", "Maharaja",
    "Nizam", "Aga Khan", "Kaiser", "Tsar", "Emperor", "Sultan",
)  # fmt: skip
"""Titles that name a person where one person listed bears them."""
_TITLED = re.compile(
    rf"\b(?P<t>{'|'.join(_BEARING[:14])})\s"
    r"(?P<g>[^\W\d_a-z][^\W\d_]+)(?! ?[-\w]*[A-Z])"
    rf"|\b(?P<T>{'|'.join(_BEARING[14:])})\s(?P<G>[A-Z]{{3,}})\b"
)
_LONE = re.compile(rf"\b[Tt]he ({'|'.join(_ALONE)})\b(?! of\b)(?! [A-Z])")
_LETTERS = re.compile(r"\b[A-Z]{3}\b")
_SHEIKH = {"shaikh": "sheikh", "sheik": "sheikh"}

Called = tuple[int, int, str, str]


def called_by_given(text: str, directory: Directory, scene: Scene) -> Iterator[Called]:
    """Start, end, person's id and reason of each mention without a surname."""
    for match in _DEAR.finditer(text) if scene.recipients else ():
        if id := _one(match[1], scene.recipients, directory):
            yield match.start(1), match.end(1), id, "the letter is addressed to him"
    for match in _SIGNED.finditer(text) if scene.senders else ():
        if id := _signer(match[1], scene.senders, directory):
            yield match.start(1), match.end(1), id, "the letter is his"
    for match in _TITLED.finditer(text) if any(word in text for word in _BEARING) else ():
        if id := _titled(match["t"] or match["T"], match["g"] or match["G"], directory):
            yield match.start(), match.end(), id, f"the only {match[0]} listed"
    for match in _LETTERS.finditer(text) if directory.rulers else ():
        if id := directory.rulers.get(match[0], ""):
            yield match.start(), match.end(), id, "his initials"
    for match in _LONE.finditer(text) if any(word in text for word in _ALONE) else ():
        if id := directory.titled.get(match[1].lower(), ""):
            yield match.start(1), match.end(1), id, f"the only {match[1]} listed"


def _one(word: str, ids: Iterable[str], directory: Directory) -> str:
    """The only one of `ids` whose given name the word is."""
    fits = {id for id in ids if given_fits(word, directory.people[id].given) >= 0.5}
    return fits.pop() if len(fits) == 1 else ""


def _signer(words: str, senders: Iterable[str], directory: Directory) -> str:
    if re.fullmatch(r"[^\W\d_a-z][a-z]+", words):
        return _one(words, senders, directory)
    signed = "".join(w[0] for w in re.findall(r"Mc[A-Z]|[A-Z][a-z]*", words)).lower()
    fits = {id for id in senders if signed in _initials(directory, id)}
    return fits.pop() if len(fits) == 1 else ""


def _initials(directory: Directory, id: str) -> set[str]:
    """The initials somebody signs with: all of his names, or the first and the last."""
    one = directory.people[id]
    given, last = "".join(w[0] for w in one.given), fold_word(one.surname)[:1]
    return {given + last, given[:1] + last, given[:2] + last} if given and last else set()


def _titled(title: str, word: str, directory: Directory) -> str:
    title = _SHEIKH.get(title.lower(), title.lower())
    word = fold_word(word)
    bearers = directory.given.get(word, frozenset())
    if title in ("sir", "queen", "empress", "mullah") and len(bearers) == 1 and word not in GIVEN:
        return min(bearers)  # knighted since the list was made
    fits = [
        id for id in bearers if title in {_SHEIKH.get(t, t) for t in directory.people[id].titles}
    ]
    return fits[0] if len(fits) == 1 else ""
