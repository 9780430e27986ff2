"""What is gathered again after a change: the exchanges that it touches, and no other.

In: the record as it is, and the signs of its letters as they were when matters were gathered last.
Out: the matters of the touched exchanges, to be kept in place of those that stood there. What is
left as it is, is what gathering all of it would give.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from letterbook.link.acted import CERTAIN, Acted, order
from letterbook.link.course import Standing, every_report, follow
from letterbook.link.exchange import Exchange, Main, counted, main_of, stated
from letterbook.link.exchange import within as parties
from letterbook.link.kept_rows import dump, kept
from letterbook.link.matters import Matter, gather_one, weighing
from letterbook.record import Record
from letterbook.record.gathered import Again, Gathered, Sign

MANY = 2000
"""Letters from which on it is quicker to fetch the acts of all."""

Passes = Mapping[str, Mapping[Exchange, int]]
"""Letter (or history) → the exchanges that its acts pass in, and how many in each."""


def gathered_again(record: Record, version: str) -> Again:
    """What has to be gathered again for the matters to be those of today."""
    signs = record.act_signs()
    were, said = record.matters_signed(version)
    held = Standing(record, signs)
    return _Change(record, held, signs, were, said).again()


@dataclass(slots=True)
class _Change:
    """What is other than it was: `signs` of the acts today, `were` those of the letters then, and
    `said` what persons had said of matters.
    """

    record: Record
    held: Standing
    acts: Mapping[str, int]
    were: Mapping[str, Sign]
    said: Mapping[str, str]
    every: list[Acted] | None = None

    def again(self) -> Again:
        now = {id: _sign(self.held, id, acts) for id, acts in self.acts.items()
               if id in self.held.letters}  # fmt: skip
        before = {id: _passes(sign.passes) for id, sign in self.were.items()}
        new = [id for id, sign in now.items() if id not in before or self.were[id].sign != sign]
        fetched = _by_letter(self._fetch(new))
        after: dict[str, Mapping[Exchange, int]] = {id: before[id] for id in now if id in before}
        after |= {id: counted(fetched.get(id, ())) for id in new}
        told = _by_letter(self.held.told({each.sides for one in after.values() for each in one}))
        for id, acts in told.items():
            now[id], after[id] = _digest(*acts), counted(acts)
        # a letter that was taken out, or of which a longer printing has come to light meanwhile
        gone = [id for id in before if id not in now]
        other = [*gone, *(id for id in now if id not in before or self.were[id].sign != now[id])]
        main = main_of(_total(after))
        touched = self._touched(other, before, after, main)
        placed = self.record.placed()
        touched |= self._said_otherwise(placed)
        return Again(
            not self.were, sorted(map(_key, touched)),
            self._gathered(touched, after, main, told, placed),
            {id: Sign(now[id], _dumped(after[id])) for id in other if id in now}, gone, placed,
        )  # fmt: skip

    def _fetch(self, letters: Sequence[str]) -> list[Acted]:
        # asked for one by one, thousands of letters cost more than the whole table
        if len(letters) < MANY:
            return self.held.acts(letters) if letters else []
        if self.every is None:
            self.every = self.held.acts(None)
        wanted = frozenset(letters)
        return [one for one in self.every if one.told_by in wanted]

    def _touched(
        self, other: Iterable[str], before: Passes, after: Passes, main: Main
    ) -> set[Exchange]:
        """The exchanges that an altered letter is of, or was; those that others now belong to."""
        was = main_of(_total(before))
        touched = {was(each) for id in other for each in before.get(id, ())}
        touched |= {main(each) for id in other for each in after.get(id, ())}
        every = {each for one in after.values() for each in one}
        # Orvane's telegrams home go with Tolmary as long as most of Orvane's letters do; one letter
        # to Marlund more, and they are gathered by themselves
        moved = {each for each in every if was(each) != main(each)}
        return touched | {was(each) for each in moved} | {main(each) for each in moved}

    def _said_otherwise(self, placed: Mapping[str, str]) -> set[Exchange]:
        """The exchanges in which a sentence stands that a person has put elsewhere meanwhile."""
        if not self.were:  # all is gathered anyhow
            return set()
        every = {*placed, *self.said}
        sentences = sorted(s for s in every if placed.get(s) != self.said.get(s))
        return {_exchange(key) for key in self.record.exchanges_saying(sentences)}

    def _gathered(
        self, touched: set[Exchange], after: Passes, main: Main,
        told: Mapping[str, Sequence[Acted]], placed: Mapping[str, str],
    ) -> Iterator[Gathered]:  # fmt: skip
        """The matters of these exchanges, as they are to be kept."""
        within = [id for id, one in after.items() if any(main(each) in touched for each in one)]
        acts = self._fetch([id for id in within if id not in told])
        acts += [one for id in within if id in told for one in told[id]]
        by_exchange: dict[Exchange, list[Acted]] = defaultdict(list)
        for one in sorted(acts, key=order):
            by_exchange[main(stated(one))].append(one)
        for each in sorted(touched & by_exchange.keys()):
            yield from _followed(self.held, each, by_exchange[each], placed)


def _followed(
    held: Standing, each: Exchange, acts: Sequence[Acted], placed: Mapping[str, str]
) -> Iterator[Gathered]:
    """The matters of one exchange, each with what became of its points."""
    matters = gather_one(each, acts, placed, held.answers, held.people)
    reports = every_report(matters)
    for matter in matters:
        sure = _certain(matter)
        known = {
            one: tuple(r for r in reports[one] if r.score >= CERTAIN)
            for one in sure.acts if one in reports
        }  # fmt: skip
        outcomes = follow(sure.acts, known, held.replies, None, held.saying)
        firm, weight, *_ = weighing(matter)
        yield kept(matter, reports, outcomes, held.twins, (-firm, -weight), _key(each))


def _certain(matter: Matter) -> Matter:
    return replace(matter, acts=tuple(one for one in matter.acts if one.score >= CERTAIN))


# --- signs --------------------------------------------------------------------------------------


def _sign(held: Standing, id: str, acts: int) -> str:
    """What changes when a letter's acts may be gathered, or followed, otherwise than they were."""
    letter = held.letters[id]
    return _digest(
        acts, held.sides.get(id), letter.when, parties(letter), sorted(held.people[id]),
        sorted(held.twins.get(id, ())), held.answers(id), held.replies(id),
    )  # fmt: skip


def _digest(*told: object) -> str:
    return blake2b(repr(told).encode(), digest_size=9).hexdigest()


def _by_letter(acts: Iterable[Acted]) -> dict[str, list[Acted]]:
    made: dict[str, list[Acted]] = {}
    for one in acts:
        made.setdefault(one.told_by, []).append(one)
    return made


def _total(passes: Passes) -> Counter[Exchange]:
    total: Counter[Exchange] = Counter()
    for one in passes.values():
        for each, times in one.items():
            total[each] += times
    return total


def _key(each: Exchange) -> str:
    return dump(each)


def _exchange(key: str) -> Exchange:
    sides, within = json.loads(key)
    return Exchange(tuple(sides), tuple(within))


def _dumped(passes: Mapping[Exchange, int]) -> str:
    return dump([[each, times] for each, times in passes.items()])


def _passes(told: str) -> dict[Exchange, int]:
    return {
        Exchange(tuple(sides), tuple(within)): times for (sides, within), times in json.loads(told)
    }
