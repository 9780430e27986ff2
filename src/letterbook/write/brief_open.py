"""What stays open in an exchange, as far as the record shows it: requests that nobody answers
here, letters that are named and not here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from letterbook.model import Letter, Span
from letterbook.record import Absent
from letterbook.write.cuts import whole
from letterbook.write.opened import Opened
from letterbook.write.page import Paragraph, Part, heading, line
from letterbook.write.quoting import briefly, quoted, short
from letterbook.write.weigh import Weighed

_WANTS_ANSWER = re.compile(
    r"[“\"]?(?:Can|Could|Will|Would|May|What|When|Which|Where|Who|How (?:many|much|soon|long)"
    r"|Have|Has|Do|Does|Is|Are)\b(?=.*\byou)",
    re.S,
)
_FEW, _MANY = 3, 8  # open points of a page, of three
_PAGE = 600  # words: a brief of fewer is one of a page
_WORDS = 25  # of a mention that is quoted


def open_points(
    letters: Sequence[Opened], held: Sequence[Weighed], absent: Sequence[Absent], room: int
) -> Iterator[Part]:
    """Requests without an answer, then letters that are known only by mention."""
    most = 1 if room < _PAGE // 2 else _FEW if room < _PAGE else _MANY
    found = [*_unanswered(letters, held)][-most:]
    named = [*_unheld(letters, absent)][: max(most - len(found), 1)]
    if found or named:
        yield heading("Open points")
    yield from found
    if named:
        yield heading("Named, and not in the record", 3)
    yield from named


def _unanswered(letters: Sequence[Opened], held: Sequence[Weighed]) -> Iterator[Part]:
    """The request of each letter that no later letter answers, by a link or by its direction."""
    for at, one in enumerate(letters):
        letter = one.shown.letter
        own = [w for w in held if w.passage.of == one.text.id and w.does == "Asks"]
        asks = [w for w in own if not (w.leans or w.points_on or _rhetoric(w.passage.text))]
        if letter is None or not asks or any(t.kind == "answers" for t in one.shown.undergoes):
            continue
        if any(_returns(letter, later.shown.letter) for later in letters[at + 1 :]):
            continue
        best = max(asks, key=lambda w: w.score)
        words = quoted((whole(best.passage),))
        yield Paragraph((words,), f"No answer in the record to {briefly(letter)}", "item")


def _rhetoric(words: str) -> bool:
    """Whether a question wants no answer: "Should really you and we become toys in his hands?"."""
    return words.rstrip('”"’)').endswith("?") and not _WANTS_ANSWER.match(words)


def _returns(letter: Letter, later: Letter | None) -> bool:
    """Whether the later letter goes the other way between the same two."""
    if later is None or not letter.senders or not letter.recipients:
        return False
    there = (short(letter.senders), short(letter.recipients))
    return (short(later.recipients), short(later.senders)) == there


def _unheld(letters: Sequence[Opened], absent: Sequence[Absent]) -> Iterator[Part]:
    """The letters that these name and the record does not hold, each once."""
    by_id = {one.text.id: one for one in letters}
    seen: set[str] = set()
    for one in absent:
        naming = by_id.get(one.letter)
        if naming is None or one.key in seen or not one.mentions or not naming.shown.letter:
            continue
        pin = Span(naming.shown.source.id, *one.mentions[0])
        if any(f.kind == "note" and f.span.holds(pin) for f in naming.shown.findings):
            continue  # the editors name it, not the letter
        words = " ".join(naming.shown.source.text[pin.start : pin.end].split())
        seen.add(one.key)
        if 0 < len(words.split()) <= _WORDS:
            label = briefly(naming.shown.letter)
            yield Paragraph((line(f"“{words}”", pin),), label, "item")
