"""The catalogue: letters by day, number, party and place in their edition.

Built from any letters, the whole record's or a window's around one new letter; what looks for a
letter asks it by a key and never walks over all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from letterbook.link.entry import Entry, days_told, entry, envoy_key
from letterbook.link.sides import side
from letterbook.model import Letter
from letterbook.text import plain_letters

_EDITORIAL = re.compile(r"editorial note", re.I)
_RULER = re.compile(
    r"\b(?:President|Prime Minister|PriMin|Premier|Chancellor|King|Shah|Marshal|Emperor)\s"
    r"([A-Z][a-z]+(?:-[A-Z][a-z]+)?)\b"
)
_RULERS = ("resident", "rime Min", "riMin", "remier", "hancellor", "King", "Shah", "Mars", "mpero")
"""What those titles hold; looked for first, for speed."""
_RULES = re.compile(
    r"(?:the\s)?(?:President(?:\sof\sthe\sCouncil(?:\sof\sMinisters)?)?|Prime Minister|Premier"
    r"|Chancellor|King|Shah)",
    re.I,
)
_AMBASSADOR = re.compile(r"\b(?:[Ff]or|[Tt]o|[Ff]rom)\s(?:Ambassador|Amb\.?)\s([A-Z][a-zé]+)\b")

PLACED = 5  # days by which an edition may put an undated letter too late or too early
APART = 20  # days between the letters beside it, when its place tells little


@dataclass
class Catalogue:
    """Letters filed under what a mention may name them by."""

    entries: dict[str, Entry] = field(default_factory=dict)
    home: str = ""
    lands: dict[str, str] = field(default_factory=dict)
    stations: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _heard: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _homely: set[str] = field(default_factory=set)
    _day: dict[int, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    _number: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    _sent: dict[str, list[tuple[int, int, Entry]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    _line: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    _undated: dict[int, list[Entry]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, letters: Iterable[Letter], before: Catalogue | None = None) -> Catalogue:
        """A catalogue of `letters`, given in the order of their editions.

        `before`: one of some of the same letters; what it took apart is not taken apart again.
        """
        held = list(letters)
        rulers = _rulers(held)
        held = [_entitled(letter, rulers) for letter in held] if rulers else held
        catalogue = cls(home=_home(held))
        for order, letter in enumerate(held):
            outer = catalogue._around(letter)
            known = before._known(letter, outer, catalogue.home) if before else None
            if known is None:
                known = entry(letter, order, outer, catalogue.home)
            catalogue._file(known if known.order == order else replace(known, order=order))
        catalogue._settle_lands()
        catalogue._put_undated()
        for rows in catalogue._sent.values():
            rows.sort(key=lambda row: row[:2])
        return catalogue

    def _around(self, letter: Letter) -> Entry | None:
        """What encloses a letter, or what it is a part of where it says nothing of itself."""
        bare = letter.when is None and letter.id != letter.source
        return self.entries.get(letter.inside or (letter.source if bare else ""))

    def _known(self, letter: Letter, outer: Entry | None, home: str) -> Entry | None:
        """The letter as it is filed here, where it would be filed alike in another catalogue."""
        filed = self.entries.get(letter.id) if outer is None and home == self.home else None
        return filed if filed is not None and filed.letter is letter else None

    def _file(self, entry: Entry) -> None:
        self.entries[entry.id] = entry
        self._line[entry.edition].append(entry)
        if _EDITORIAL.search(entry.letter.heading):
            return  # the editors' own words, nobody's letter
        self._station(entry)
        for party in (*entry.senders, *entry.recipients):
            if party.surname and party.post:  # "Ambassador Vale reports": from his post
                self.lands.setdefault(envoy_key(party.surname), party.post)
        if entry.letter.kind in ("letter", "message", "note"):
            for party in entry.senders:
                if party.surname and party.country and party.country != self.home:
                    self.lands.setdefault(party.surname, party.country)
            start, end = entry.route
            if entry.id != entry.unit and end and not start:  # carried to the post in his country
                for party in entry.recipients:
                    if party.surname:
                        self.lands.setdefault(party.surname, end)
        if entry.day is not None:
            for day in {entry.day, *days_told(entry)}:
                self._day[day].append(entry)
        for number in dict.fromkeys(n for _, n in sorted(entry.numbers)):
            self._number[number].append(entry)
        for key in entry.keys:
            if entry.day is not None:
                self._sent[key].append((entry.day, entry.order, entry))

    def _station(self, entry: Entry) -> None:
        """Learn who sits at which post: "Ambassador Vale" of a telegram to the one in Japan."""
        sides = (*entry.senders, *entry.recipients)
        for party in sides:
            if party.surname and party.post:
                self.stations[party.surname].add(party.post)
        at = {party.post for party in sides if party.post}
        if len(at) == 1:
            words = entry.letter.words
            for name in _AMBASSADOR.findall(words) if "Amb" in words else ():
                self.stations[name.lower()] |= at
            for name in _RULER.findall(words) if any(map(words.__contains__, _RULERS)) else ():
                self._heard[plain_letters(name)] |= at
        self._homely |= {s.surname for s in entry.senders if s.surname and s.country == self.home}

    def _settle_lands(self) -> None:
        """Who is spoken of as a ruler at one post only rules there: "King Aurel" of Tolmary."""
        for name, posts in self._heard.items():
            if len(posts) == 1 and name not in self._homely:
                self.lands.setdefault(name, next(iter(posts)))
        for name, posts in self.stations.items():
            if len(posts) == 1 and name not in self._homely:
                self.lands.setdefault(envoy_key(name), next(iter(posts)))

    def _put_undated(self) -> None:
        """Undated letters under the days about which their edition, in order of days, puts them."""
        for line in self._line.values():
            held = [e for e in line if e.id == e.unit and e.letter.where]
            for at, e in enumerate(held):
                if e.day is None and (e.senders or e.recipients):
                    around = _about(held, at)
                    for day in around:
                        self._undated[day].append(e)

    def undated(self, day: int) -> list[Entry]:
        """Undated letters that their edition puts about a day."""
        return self._undated.get(day, [])

    def on(self, day: int) -> list[Entry]:
        """Letters of a day."""
        return self._day.get(day, [])

    def numbered(self, number: str) -> list[Entry]:
        """Letters that bear a number."""
        return self._number.get(number, [])

    def before(self, key: str, day: int, order: int) -> Iterator[Entry]:
        """Letters sent by a party up to a day, the latest first."""
        filed = self._sent.get(key, [])
        at = bisect_right(filed, (day, order), key=lambda row: row[:2])
        for index in range(at - 1, -1, -1):
            yield filed[index][2]

    def near(self, entry: Entry, step: int) -> Entry | None:
        """The letter `step` places on (or back) in the same edition, of another unit."""
        line = self._line[entry.edition]
        at = bisect_right(line, entry.order, key=lambda e: e.order) - 1
        units: list[str] = [entry.unit]
        move = 1 if step > 0 else -1
        while 0 <= at + move < len(line):
            at += move
            if line[at].unit != units[-1]:
                units.append(line[at].unit)
                if len(units) > abs(step):
                    found = line[at]
                    while move < 0 and at > 0 and line[at - 1].unit == found.unit:
                        at -= 1
                        found = line[at]
                    return found
        return None

    def around(self, entry: Entry, back: int, on: int) -> list[tuple[int, Entry]]:
        """The letters up to `back` places before and `on` after, each with how far it stands."""
        steps = (*range(-1, -back - 1, -1), *range(1, on + 1))
        found = ((step, self.near(entry, step)) for step in steps)
        return [(step, e) for step, e in found if e is not None]

    def inside(self, entry: Entry) -> list[Entry]:
        """The letters of the same unit that this one encloses."""
        line = self._line[entry.edition]
        at = bisect_right(line, entry.order, key=lambda e: e.order)
        found = []
        while at < len(line) and line[at].unit == entry.unit:
            found.append(line[at])
            at += 1
        return found


def _about(line: list[Entry], at: int) -> range:
    """The days between the dated letters beside an undated one, and some more at either end."""
    last = next((e.day for e in reversed(line[:at]) if e.day is not None), None)
    next_ = next((e.day for e in line[at + 1 :] if e.day is not None), None)
    first, end = last if last is not None else next_, next_ if next_ is not None else last
    if first is None or end is None or not 0 <= end - first <= APART:
        return range(0)
    return range(first - PLACED, end + PLACED + 1)


def _rulers(letters: Iterable[Letter]) -> dict[tuple[str, str], str]:
    """Whole names that an edition gives with a ruler's office and with no other: their office.

    By edition, for a file is read as a whole: what single letters tell would hang on which of them
    have been read.
    """
    offices: dict[tuple[str, str], set[str]] = defaultdict(set)
    for letter in letters:
        for name in (*letter.senders, *letter.recipients) if letter.where else ():
            if name.office and " " in name.name:
                offices[letter.path, name.name].add(name.office)
    sole = ((key, min(given)) for key, given in offices.items() if len(given) == 1)
    return {key: office for key, office in sole if _RULES.fullmatch(office)}


def _entitled(letter: Letter, rulers: dict[tuple[str, str], str]) -> Letter:
    """The letter with the office of a ruler who signs by his name alone."""
    if not any(not n.office and (letter.path, n.name) in rulers for n in letter.senders):
        return letter
    senders = (
        n if n.office else replace(n, office=rulers.get((letter.path, n.name), ""))
        for n in letter.senders
    )
    return replace(letter, senders=tuple(senders))


def _home(letters: Iterable[Letter]) -> str:
    """The capital's country: where it mostly writes from; a travelling Secretary writes abroad."""
    sides = (side(name, letter.place) for letter in letters for name in letter.senders)
    counted = Counter(s.country for s in sides if s.home and s.country)
    return min(counted, key=lambda land: (-counted[land], land), default="")
