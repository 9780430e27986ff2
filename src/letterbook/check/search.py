"""The search for the best place of one quotation: which sources are asked for, and compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from letterbook.check.attributed import Attribution
from letterbook.check.judge import Judged, judge
from letterbook.check.lay import lay
from letterbook.check.place import Stretch, around, promise, stretches, telling
from letterbook.check.quotation import Quote
from letterbook.record import Record, Standing

PAIR = 2
"""Sources that one run leads to and that are compared; of more, those that several runs share."""

FEW = 6
"""Sources that several runs share and that are compared."""

MOST = 60
"""Sources of one run that are told apart at all."""

ENOUGH = 0.8
"""The share of the words at which the place is found."""

HOPE = 0.4
"""The share of a quotation's longer words that must stand about a spot to be compared at all."""

SURE = 7
"""Words in a row that make a place certain: two more runs are asked for what is lacking there."""

SHORT, LONGER = 16, 6
"""Of a quotation of fewer words longer runs are asked for, when no telling one was found."""

SLACK = 12
"""Words that may stand between telling words beside the quotation's own."""


@dataclass(slots=True)
class Search:
    """One quotation on its way to a verdict: what was compared so far.

    `held`: the sources (their forms by id) of each run that was asked for, where these are all.
    """

    record: Record
    quote: Quote
    words: str
    brief: str
    running: bool
    said: Attribution
    runs: list[tuple[int, int]]
    briefs: dict[str, tuple[int, int]] = field(default_factory=dict)
    seen: dict[str, Judged] = field(default_factory=dict)
    done: set[tuple[str, tuple[int, int]]] = field(default_factory=set)
    opened: dict[str, Standing] = field(default_factory=dict)
    held: dict[tuple[int, int], dict[str, str]] = field(default_factory=dict)
    full: bool = False
    best: Judged | None = None

    def known(self, word: str) -> bool:
        """Whether a word stands anywhere in the record."""
        return self.record.known(word)

    def open(self, id: str) -> Standing:
        """A source, fetched once."""
        if id not in self.opened:
            self.opened[id] = self.record.standing(id)
        return self.opened[id]

    def holding(self, run: tuple[int, int], most: int) -> list[tuple[str, str]]:
        """The sources (id, form) that hold a run of the words, up to `most`."""
        if not all(self._within(run)):  # what holds "by the old mill road" holds "old mill road"
            return []
        held = self.record.holding(self.quote.passage.words(*run), most)
        if len(held) < most:
            self.held[run] = dict(held)
        return held

    def may_hold(self, run: tuple[int, int]) -> list[str]:
        """The few sources that may hold a run: asked for only where shorter runs do not tell."""
        first, *others = self._within(run) or [{}]
        told = [id for id in first if all(id in held for held in others)]
        if len(told) > FEW or not self._within(run):
            told = [id for id, _ in self.holding(run, FEW)]
        return [id for id in told if id != self.brief]

    def _within(self, run: tuple[int, int]) -> list[dict[str, str]]:
        """What holds each of the runs within this one that were asked for."""
        return [h for (a, b), h in self.held.items() if run[0] <= a and b <= run[1]]

    def compare(self, ids: Sequence[str], run: tuple[int, int]) -> None:
        """Lay the quotation on these sources, where a run of its words stands and most others."""
        ahead = [
            (id, stretch)
            for id in ids if (id, run) not in self.done
            for stretch in stretches(self.open(id), self.quote, run)
        ]  # fmt: skip
        self.done.update((id, run) for id in ids)
        told = [promise(self.open(id), self.quote, stretch) for id, stretch in ahead]
        least = max(max(told, default=0.0) * 0.9, HOPE)
        ahead = [a for a, share in zip(ahead, told, strict=True) if share >= least]
        for id, stretch in ahead:
            self.lay(id, stretch)

    def lay(self, id: str, stretch: Stretch) -> None:
        """Lay the quotation on a stretch of a source and keep what is best."""
        passage = around(self.open(id), *stretch, partial(self.record.untied, id))
        laid = lay(self.quote, passage, self.known)
        if laid is None:
            return
        judged, held = judge(laid, self.words, self.running), self.seen.get(id)
        if held is None or judged.worth > held.worth:
            self.seen[id] = judged
        if self.best is None or judged.worth > self.best.worth:
            self.best = judged


def look(search: Search) -> None:
    """Compare what may hold the words; briefs only when nothing else does."""
    _look(search)
    if search.best is None or search.best.kind == "invented":
        for id, run in list(search.briefs.items())[:FEW]:
            search.compare([id], run)


def _look(search: Search) -> None:
    """Compare the sources that hold runs of the words, until one holds most of them."""
    votes: dict[str, list[tuple[int, int]]] = {}
    left = len(search.runs)
    for run in search.runs:
        held = search.holding(run, MOST)
        search.full = search.full or len(held) == MOST
        met = _sources(search, held, run)
        for id in met:
            votes.setdefault(id, []).append(run)
        shared = [id for id in met if len(votes[id]) > 1] if len(met) > PAIR else met
        if len(shared) <= FEW:
            search.compare(shared, run)
        left = min(left - 1, 2) if _sure(search) else left - 1
        if _found(search) or left == 0:
            break
    if _sure(search):
        return
    for id in sorted(votes, key=lambda id: -len(votes[id]))[:FEW]:
        search.compare([id], votes[id][0])
    doubtful = search.full or len(search.quote.keys) < SHORT
    if doubtful and (search.best is None or search.best.kind == "invented"):
        _look_near(search)


def _look_near(search: Search) -> None:
    """Compare the sources in which telling words stand near one another, all but one of them.

    For a short quotation of common words, of whose runs every one stands in many letters.
    """
    size = len(search.quote.keys)
    for at in range(0, size - LONGER + 1, 2) if size < SHORT else ():
        run = (at, at + LONGER)
        held = search.holding(run, FEW)
        search.compare(_sources(search, held, run), run)
        if _found(search):
            return
    words = telling(search.quote)
    within = len(search.quote.keys) + SLACK
    for n in range(len(words)):
        some = [w for m, w in enumerate(words) if m != n] if len(words) > 2 else words
        asked = [search.quote.passage.words(w, w + 1) for w in some]
        longest = max(some, key=lambda w: len(search.quote.keys[w]))
        run = (longest, longest + 1)
        held = search.record.near(asked, within, FEW + 1)
        search.compare(_sources(search, held, run)[:FEW], run)
        if _found(search):
            return


def _found(search: Search) -> bool:
    """Whether the best place holds nearly all words."""
    return search.best is not None and search.best.laid.share > ENOUGH


def _sure(search: Search) -> bool:
    """Whether the best place holds so many words in a row that it is the place of those."""
    return _found(search) or (search.best is not None and search.best.laid.run >= SURE)


def _sources(search: Search, held: Sequence[tuple[str, str]], run: tuple[int, int]) -> list[str]:
    """Those that are no brief; a brief is kept in mind, but for the one that is checked."""
    search.briefs |= {id: run for id, form in held if form == "brief" and id != search.brief}
    return [id for id, form in held if form != "brief" and id != search.brief]
