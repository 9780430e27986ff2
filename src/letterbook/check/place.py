"""Where a quotation may stand: the sources that hold a run of its words, and the spot in each.

The full-text index is asked for runs of four words, the most telling first, so the cost is that of
a few look-ups however many volumes there are; only the surroundings of a spot are then compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from letterbook.check.passage import Passage, Untied, page_marks
from letterbook.check.quotation import Quote
from letterbook.record import Standing

RUN = 4
"""Words in a row that the index is asked for."""

RUNS = 6
"""Runs that are asked for, at most."""

AROUND = 600
"""Characters of a source on each side of a spot that are compared, beside the quotation's own."""

CUT = 2500
"""The same where the quotation marks a cut."""

MOST = 3
"""Spots in one source that are compared."""

SMALL = frozenset(
    "a about after all also an and any are as at be been before being but by can could did do for"
    " from had has have he her his i if in into is it its may more most must my no not of on one"
    " only or other our out over shall she should so some such than that the their them then there"
    " these they this those through to under up upon us was we were what when which who will with"
    " would you your government states united president secretary".split()
)
"""Words that tell little: nearly every letter has them."""


def runs(quote: Quote) -> list[tuple[int, int]]:
    """The runs of words to ask for, the most telling first; none overlaps another."""
    tells = [_tells(word) for word in quote.keys]
    for first, last in quote.added:
        tells[first:last] = [0.0] * (last - first)
    scored: list[tuple[float, int, int]] = []
    for piece in quote.pieces:
        size = min(RUN, piece.last - piece.first)
        ahead = range(piece.first, piece.last - size + 1)
        scored += [(-sum(tells[at : at + size]), at, at + size) for at in ahead if size]
    chosen: list[tuple[int, int]] = []
    for _, a, b in sorted(scored):
        if len(chosen) < RUNS and all(b <= c or d <= a for c, d in chosen):
            chosen.append((a, b))
    return chosen


def telling(quote: Quote) -> list[int]:
    """The numbers of the four words that tell most, in their order."""
    some = sorted(range(len(quote.keys)), key=lambda n: -_tells(quote.keys[n]))
    return sorted(some[:4])


def _tells(word: str) -> float:
    """How few letters are likely to hold this word."""
    if word in SMALL:
        return 0.0
    return min(len(word), 10) + 3 * word[0].isdigit()


Stretch = tuple[int, int]
"""From where to where in a source's text."""


def stretches(standing: Standing, quote: Quote, run: tuple[int, int]) -> list[Stretch]:
    """The surroundings of each place at which a run of the quotation's words stands."""
    low, text = standing.low, quote.passage.text
    start = quote.passage.span(*run).start
    reach = CUT if len(quote.pieces) > 1 else AROUND
    made: list[Stretch] = []
    for at in _places(low, quote.keys[run[0] : run[1]]):
        begin, end = at - start - reach, at + len(text) - start + reach
        if made and end - reach <= made[-1][1]:
            continue
        if len(made) == MOST:
            break
        made.append((begin, end))
    # an accent, a word broken at the line's end: the index sees through them, so all is looked at
    return made or [(0, len(standing.text))]


def promise(standing: Standing, quote: Quote, stretch: Stretch) -> float:
    """The share of the quotation's longer words in a stretch: cheap, before any comparing."""
    part = standing.low[max(0, stretch[0]) : stretch[1]]
    long = [key for key in quote.keys if len(key) > 3]
    return sum(key in part for key in long) / len(long) if long else 1.0


def _places(low: str, keys: tuple[str, ...]) -> Iterator[int]:
    """Where the longest of the words stands with the others in their turn."""
    parts = [part for key in keys for part in key.split("'")]
    longest = max(range(len(parts)), key=lambda n: len(parts[n]))
    ahead = sum(map(len, parts[:longest])) + 8 * longest
    at = low.find(parts[longest])
    while at >= 0:
        turn = max(0, at - ahead)
        for part in parts:
            turn = low.find(part, turn, turn + len(part) + 40)
            if turn < 0:
                break
            turn += len(part)
        else:
            yield at
        at = low.find(parts[longest], at + 1)


def around(standing: Standing, begin: int, end: int, untied: Untied = list) -> Passage:
    """The words of a source from about `begin` to about `end`."""
    text = standing.text
    begin = max(0, begin)
    while begin > 0 and not text[begin - 1].isspace():
        begin -= 1
    end = min(len(text), end)
    while end < len(text) and not text[end].isspace():
        end += 1
    part = text[begin:end]
    skips = [(a - begin, b - begin, join) for a, b, join in standing.skips
             if begin <= a and b <= end]  # fmt: skip
    return Passage.of(part, [*skips, *page_marks(part)], standing.id, begin, untied)
