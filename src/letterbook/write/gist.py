"""What a letter says in one to three sentences of its own, as a regest gives it.

The weightiest sentences, those that ask, propose, promise or refuse before others; no courtesy, no
reference to where something is printed. A long sentence is cut at its clauses, each cut marked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from letterbook.link.matter_words import likeness
from letterbook.record import Shown
from letterbook.write import clauses
from letterbook.write.cuts import Cut, shortened, tightened
from letterbook.write.passages import Passage, Range, take_apart
from letterbook.write.weigh import Weighed, weigh

READ = 250  # sentences that are weighed: no letter says what it wants later than that
ROOM = 80  # words of a regest's quotations together
LONG = 60  # words of one of them
LINE = 36  # words of one that stands for its letter
ALONE = 0.6  # what it counts against one that names nothing and nobody
NAMED = 0.2  # what a name, day or number counts in it
WHOLE = 7  # words that a sentence must have to stand for its letter
FLOOR = 0.55  # of the best sentence's weight: below, a second one adds nothing
_POINTS = re.compile(
    r"\b(?:[Ff]or (?:the )?(?:full )?text|[Ss]ee (?:also |ibid|Document|footnote|Foreign|telegram)"
    r"|ibid\b|Foreign Relations|[Pp]rinted in|\d+ minutes|[Ee]yes [Oo]nly|not declassified)"
    r"|^[(\[]|^[A-Z]{1,3}:\s"  # an aside; who speaks, in a transcript
)


def gist(shown: Shown, most: int = 3, within: Iterable[Range] = ()) -> list[Cut]:
    """The sentences that say why a letter was written, in its order; none where it has none.

    `within`: places of letters enclosed in it.
    """
    text = take_apart(shown, within)
    held = weigh([replace(text, passages=text.passages[:READ])])
    held = [one for one in held if not _POINTS.search(one.passage.text)]
    spoken = [one for one in held if not one.courteous and len(one.passage.text.split()) >= 6]
    return _best(spoken or held, most)


def telling(held: Sequence[Weighed]) -> Cut | None:
    """The one sentence that says most of a letter and stands alone; None where there is none."""
    able = [
        one for one in held
        if not (one.courteous or one.leans or one.points_on or _POINTS.search(one.passage.text))
        and len(one.passage.text.split()) >= WHOLE
    ]  # fmt: skip
    if not able:
        return None
    # "I ask you to put that down to prudence" says little to whoever reads only that
    best = max(able, key=lambda w: (_alone(w), -w.passage.nth))
    return _short(best, tightened, LINE)


def _alone(one: Weighed) -> float:
    """What it counts where nothing stands beside it: whoever reads only that must be told who."""
    return _weight(one) + NAMED * min(len(one.named), 4) - ALONE * (not one.named)


def _best(held: Sequence[Weighed], most: int) -> list[Cut]:
    """The weightiest that fit, in the order of the text, none like another."""
    taken: list[Weighed] = []
    cuts: dict[int, Cut] = {}
    ranked = sorted(held, key=lambda w: (-_weight(w), w.passage.nth))
    for one in ranked:
        if len(taken) == most or (taken and _weight(one) < FLOOR * _weight(taken[0])):
            break
        cut = _short(one)
        used = sum(c.size for c in cuts.values())
        alike = any(likeness(one.vector, other.vector) > 0.5 for other in taken)
        if not alike and (not taken or used + cut.size <= ROOM):
            taken.append(one)
            cuts[one.passage.nth] = cut
    return [cuts[nth] for nth in sorted(cuts)]


def _weight(one: Weighed) -> float:
    """What it counts here: a regest wants the act, and a sentence that stands alone."""
    size = len(one.passage.text.split())
    little = 0.6 if size < 9 else 0.0
    asked = 0.5 if one.passage.text.endswith("?") else 0.0  # a question says little by itself
    return one.score + 0.6 * bool(one.does) - 0.9 * one.leans - little - asked


def _short(one: Weighed, cutting: Callable[[Passage], Cut] = shortened, longest: int = LONG) -> Cut:
    """The sentence; a long one as the clause that its act stands in."""
    cut = cutting(one.passage)  # "Moreover, …" and long brackets go first
    if cut.size <= longest:
        return cut
    words = one.passage.leaf.text[one.passage.start : one.passage.end]
    first, last = clauses.around(words, 0, 1, most=6 * longest)
    at = one.passage.start
    return Cut(one.passage, ((at + first, at + last),))
