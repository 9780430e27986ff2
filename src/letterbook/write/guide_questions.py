"""Questions with pinned answers: who somebody was, when something was, why; what letters ask.

A question holds nothing of ours but the asking word: the rest is the source's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from letterbook.model import Span
from letterbook.write.blanks import Blank, blanks
from letterbook.write.cuts import whole
from letterbook.write.explained import Explained
from letterbook.write.opened import Opened
from letterbook.write.page import Paragraph, Part, heading, line
from letterbook.write.quoting import briefly, inside, quoted
from letterbook.write.weigh import Weighed

_WHY = re.compile(r"\s(because|in order to|in order that|so that|owing to)\s")
_HEAD_DAY = re.compile(r"(?:On|In|By|At the end of|At the beginning of|Early in|Late in)\s\Z")
_LEAST = 6  # words that a question must leave to be understood
_DOES = {
    "Asks": "What is asked", "Proposes": "What is proposed", "Promises": "What is promised",
    "Accepts": "What is accepted", "Refuses": "What is refused",
}  # fmt: skip


def question_parts(
    held: Sequence[Weighed], terms: Sequence[Explained], letters: Sequence[Opened], most: int
) -> Iterator[Part]:
    """Questions and answers, at most `most` of each sort."""
    standing = [w for w in held if not (w.leans or w.courteous or w.points_on)]
    ranked = sorted(standing, key=lambda w: (-w.score, w.passage.nth))
    made = [
        *_who(terms)[:most], *list(_when(ranked))[:most], *list(_why(ranked))[:most],
        *_what(held, letters, most),
    ]  # fmt: skip
    if made:
        yield heading("Questions and answers")
    yield from made


def _who(terms: Sequence[Explained]) -> list[Part]:
    """ "Who or what was Josiah Penn?", answered by the words that stand beside the name."""
    return [
        Paragraph(
            (line(f"{one.name}?", one.named), line(f"“{inside(one.words)}”", one.explains)),
            "Who or what is this", "item",
        )
        for one in terms if not one.term and len(one.words.split()) > 2
    ]  # fmt: skip


def _when(ranked: Sequence[Weighed]) -> Iterator[Part]:
    """ "On October 28, 1957, Clement Farr presented …" asks for its day."""
    for one in ranked:
        for blank in blanks([one.passage], ()):
            if blank.kind in ("day", "month", "year") and (rest := _after(blank)):
                asked = line(f"“… {inside(rest[0])}”", rest[1])
                yield Paragraph((asked, line(blank.words, blank.pin)), "When was this", "item")
                break


def _after(blank: Blank) -> tuple[str, Span] | None:
    """What follows a day that opens the sentence."""
    passage, leaf = blank.passage, blank.passage.leaf
    if not _HEAD_DAY.fullmatch(leaf.text[passage.start : blank.start]):
        return None
    start = blank.end + len(re.match(r"[,\s]*", leaf.text[blank.end :])[0])  # type: ignore[index]
    words = leaf.words(start, passage.end)
    if len(words.split()) < _LEAST:
        return None
    return words, leaf.span(start, passage.end)


def _why(ranked: Sequence[Weighed]) -> Iterator[Part]:
    """ "… decided to withhold it" is asked, "because …" answers."""
    for one in ranked:
        passage, leaf = one.passage, one.passage.leaf
        text = leaf.text[passage.start : passage.end]
        found = list(_WHY.finditer(text))
        if len(found) != 1 or len(text[: found[0].start()].split()) < _LEAST:
            continue
        at = passage.start + found[0].start(1)
        asked, answer = leaf.words(passage.start, at), leaf.words(at, passage.end)
        yield Paragraph(
            (
                line(f"“{inside(asked)} …”", leaf.span(passage.start, at)),
                line(f"“… {inside(answer)}”", leaf.span(at, passage.end)),
            ),
            "Why", "item",
        )  # fmt: skip


def _what(held: Sequence[Weighed], letters: Sequence[Opened], most: int) -> Iterator[Part]:
    """What a letter asks, proposes, promises: the header asks, the letter's words answer."""
    by_id = {one.text.id: one for one in letters}
    ranked = sorted(
        (w for w in held if w.does and w.passage.of in by_id and not w.leans and not w.points_on),
        key=lambda w: (-w.score, w.passage.of, w.passage.nth),
    )
    asked = set[tuple[str, str]]()
    said: dict[str, list[Part]] = {done: [] for done in _DOES}
    for one in ranked:
        key = (one.passage.of, one.does)
        letter = by_id[one.passage.of].shown.letter
        if key in asked or letter is None or len(asked) == 2 * most:
            continue
        asked.add(key)
        said[one.does].append(Paragraph((quoted((whole(one.passage),)),), briefly(letter), "item"))
    for done, answers in said.items():
        if answers:
            yield heading(f"{_DOES[done]}, and by whom?", 3)
        yield from answers
