"""A heap of letters, a line each: every exchange first, then spread over time and parties.

Of fifty letters a page cannot tell what three of them say and count the rest. It tells of the most
connected letter of each exchange what it asks, promises or reports, in one sentence of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from letterbook.write.cuts import Cut
from letterbook.write.gist import telling
from letterbook.write.opened import Opened
from letterbook.write.page import Paragraph
from letterbook.write.quoting import briefly, quoted
from letterbook.write.saying import does
from letterbook.write.weigh import Weighed

FEW = 8  # letters: so many are told one by one
SAME_EXCHANGE = 2.0  # what it counts against a letter that its exchange is told of
SAME_PARTIES = 0.5  # … that the two have been heard
CLOSE = 0.8  # … that a letter of the same days is told, at most
ENDS = 0.4  # for the first letter and the last
TIED = 0.2  # for each letter that this one answers, encloses or is answered by
_LABEL = 10  # words of a line besides the quotation


def heap_lines(
    letters: Sequence[Opened], held: Sequence[Weighed], room: int
) -> list[tuple[Opened, Cut]]:
    """The letters that are told of in at most `room` words, by day, each with its sentence."""
    said = {one.text.id: telling([w for w in held if w.passage.of == one.text.id])
            for one in letters}  # fmt: skip
    able = [one for one in letters if said[one.text.id]]
    taken: list[Opened] = []
    exchanges, worth = _exchanges(letters), _worth(letters, held)
    while able:
        best = max(able, key=lambda one: worth[one.text.id] - _told(one, taken, exchanges, letters))
        able.remove(best)
        cut = said[best.text.id]
        if cut and cut.size + _LABEL <= room:
            room -= cut.size + _LABEL
            taken.append(best)
    return [(one, cut) for one in letters if one in taken and (cut := said[one.text.id])]


def line_of(one: Opened, cut: Cut) -> Paragraph:
    """ "Averill to Morvény, 1957-03-06, promises: “…”"."""
    assert one.shown.letter is not None
    what = "" if cut.passage.speaker else does(cut.text).lower()
    return Paragraph((quoted((cut,)),), ", ".join(filter(None, (briefly(one.shown.letter), what))),
                     "item")  # fmt: skip


def _exchanges(letters: Sequence[Opened]) -> Mapping[str, str]:
    """To which exchange each letter belongs: what answers, encloses, forwards hangs together."""
    of = {one.text.id: one.text.id for one in letters}
    for one in letters:
        for tie in (*one.shown.does, *one.shown.undergoes):
            if tie.letter in of and tie.to in of and of[tie.letter] != of[tie.to]:
                gone, kept = of[tie.to], of[tie.letter]
                of = {id: kept if own == gone else own for id, own in of.items()}
    return of


def _worth(letters: Sequence[Opened], held: Sequence[Weighed]) -> dict[str, float]:
    """What each letter counts: its best sentence, its ties, its place at an end."""
    worth = {one.text.id: 0.0 for one in letters}
    for each in held:
        worth[each.passage.of] = max(worth[each.passage.of], each.score)
    for one in letters:
        ties = len(one.shown.does) + len(one.shown.undergoes)
        worth[one.text.id] += TIED * min(ties, 4)
    dated = [one for one in letters if _day(one)] or letters
    for end in (dated[0], dated[-1]):
        worth[end.text.id] += ENDS
    return worth


def _told(
    one: Opened, taken: Sequence[Opened], exchanges: Mapping[str, str], letters: Sequence[Opened]
) -> float:
    """How much of what a letter would bring is told already."""
    same = sum(exchanges[one.text.id] == exchanges[other.text.id] for other in taken)
    parties = sum(_parties(one) == _parties(other) for other in taken)
    return SAME_EXCHANGE * same + SAME_PARTIES * parties + _near(one, taken, letters)


def _parties(one: Opened) -> frozenset[str]:
    letter = one.shown.letter
    names = (*letter.senders, *letter.recipients) if letter else ()
    return frozenset((n.name or n.office).split()[-1].lower() for n in names if n.name or n.office)


def _near(one: Opened, taken: Sequence[Opened], letters: Sequence[Opened]) -> float:
    """How near in time another one is told: CLOSE on the same day, 0 from an eighth of all on."""
    own, days = _day(one), [d for d in map(_day, letters) if d]
    others = [d for d in map(_day, taken) if d]
    if own is None or not others:
        return 0.0
    reach = max((max(days) - min(days)).days / 8, 1)
    return CLOSE * max(0.0, 1 - min(abs((own - d).days) for d in others) / reach)


def _day(one: Opened) -> date | None:
    when = one.shown.letter.when if one.shown.letter else None
    return when.earliest or when.latest if when else None
