"""Who held an office on a day: the authority of offices, ours and the user's.

In: CSV files of tenures (`authority/README.md` tells their columns), the words of an office, a day.
Out: the `Tenure`s in force. Only one is an answer; none is given where the files cannot know.
"""

from __future__ import annotations

import datetime
import functools
import importlib.resources
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from letterbook.link.holder_names import Called, called, sound, ways
from letterbook.link.holders import Held
from letterbook.link.office_words import governments, office
from letterbook.link.tenure_rows import Tenure, file_text, tenures_of
from letterbook.model import When

Day = datetime.date
__all__ = ["Authority", "Tenure", "authority", "holders", "terms"]


class Authority:
    """Tenures, by what an office is called and by the words of a holder's name."""

    def __init__(self, tenures: Iterable[Tenure]) -> None:
        self.tenures = tuple(tenures)
        self._governments = frozenset(t.government for t in self.tenures if t.government)
        self._offices: dict[str, list[Tenure]] = defaultdict(list)
        self._names: dict[str, dict[Called, None]] = defaultdict(dict)
        self._held: dict[str, list[Tenure]] = defaultdict(list)
        for tenure in self.tenures:
            for name in office(tenure.office, self._governments).names:
                self._offices[name].append(tenure)
            self._held[tenure.holder].append(tenure)
            for way in ways(tenure.holder):
                for word in way.words:
                    self._names[sound(word)][way] = None

    @classmethod
    def load(cls, *paths: str | Path) -> Authority:
        """Our tenures and those of the user's CSV files `paths`, which go before ours."""
        folder = importlib.resources.files("letterbook.link").joinpath("authority")
        ours = sorted(
            (f for f in folder.iterdir() if f.name.endswith(".csv")), key=lambda f: f.name
        )
        found: list[Tenure] = []
        for file in ours:
            found += tenures_of(file.read_text("utf-8"), f"authority/{file.name}", 0)
        for rank, path in enumerate(paths, 1):
            found += tenures_of(file_text(Path(path)), str(path), rank)
        return cls(found)

    def holders(self, words: str, day: Day, government: str = "") -> tuple[Tenure, ...]:
        """The tenures of an office in force on a day; candidates where there are several.

        `government` says whose office it is if `words` do not. Nobody is given where the only
        candidate may not have begun, or where the title is one that other governments have too.
        """
        asked = office(words, self._governments)
        whose = asked.governments or governments(government, self._governments)
        if government.strip() and not whose:
            return ()
        found = [
            t for t in self._offices.get(asked.called, ())
            if _within(t.when, day) and (not whose or t.government in whose)
        ]  # fmt: skip
        best = _highest(found)
        if len({t.holder for t in best}) == 1:
            doubted = asked.common and not whose and not best[0].rank
            if doubted or not any(_within(t.sure, day) for t in best):
                return ()
        return best

    def ever(self, words: str) -> tuple[Tenure, ...]:
        """All tenures of an office, the earliest first; none where its words name no government."""
        asked = office(words, self._governments)
        held = [t for t in self._offices.get(asked.called, ()) if t.government in asked.governments]
        return tuple(sorted(held, key=lambda t: (t.when.earliest or Day.min, t.holder)))

    def terms(self, holder: str) -> tuple[Tenure, ...]:
        """The tenures of the one person so called: "Dean Rusk", "N. S. Khrushchev"; else none.

        A surname alone is nobody. Who asks compares the days: an initial fits many a name.
        """
        if holder in self._held:
            return tuple(self._held[holder])
        asked = called(holder)
        if not asked.words:
            return ()
        ends = dict.fromkeys((sound(asked.words[-1]), sound(asked.words[0])))
        near = dict.fromkeys(way for end in ends for way in self._names.get(end, ()))
        fits = [way for way in near if way.fits(asked)]
        exact = [c for c in fits if (c.words, c.suffix) == (asked.words, asked.suffix)]
        whose = {c.holder for c in exact or fits}
        return tuple(self._held[whose.pop()]) if len(whose) == 1 else ()

    def held(self, words: str, day: Day, government: str = "") -> tuple[Held, ...]:
        """The same as `holders`, as `letterbook.link.holders` asks for it."""
        return tuple(
            Held(t.person, t.holder, f"{t.office}, {t.government}".rstrip(", "),
                 t.when.earliest, t.when.latest, t.source)
            for t in self.holders(words, day, government)
        )  # fmt: skip


@functools.cache
def authority() -> Authority:
    """Our own files, read once."""
    return Authority.load()


@functools.lru_cache(maxsize=50_000)
def holders(office: str, day: Day, government: str = "") -> tuple[Tenure, ...]:
    """The tenures of an office in force on a day, by our own files: see `Authority.holders`.

    >>> [t.holder for t in holders("the Secretary of State", Day(1962, 10, 22))]
    ['Dean Rusk']
    """
    return authority().holders(office, day, government)


def terms(holder: str) -> tuple[Tenure, ...]:
    """The tenures of a person, by our own files: see `Authority.terms`."""
    return authority().terms(holder)


# --- in force -----------------------------------------------------------------------------------


def _within(when: When, day: Day) -> bool:
    return (when.earliest or Day.min) <= day <= (when.latest or Day.max)


def _highest(found: list[Tenure]) -> tuple[Tenure, ...]:
    """Of each government's office the tenures that the user states, if he states any."""
    top: dict[tuple[str, str], int] = {}
    for t in found:
        key = (office(t.office).called, t.government)
        top[key] = max(top.get(key, 0), t.rank)
    return tuple(t for t in found if t.rank == top[office(t.office).called, t.government])
