"""The parts of a brief of a history: themes, facts by chapter, quotations, the end, open points."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from letterbook.link.matter_words import likeness
from letterbook.model import Line, Quotation, Span
from letterbook.write.choose import choose
from letterbook.write.cuts import Cut, shortened, tightened, whole
from letterbook.write.opened import Opened
from letterbook.write.page import Heading, Paragraph, Part, heading, line, paragraph
from letterbook.write.passages import Passage
from letterbook.write.quoting import quoted, told
from letterbook.write.size import size
from letterbook.write.themes import phrases
from letterbook.write.weigh import SHORT, Weighed, weigh

_PAGE = 600  # words: what has less room is a brief of one page, and tighter
_THREE = 1000  # words: what has more room is a brief of three pages
_TITLES = 30  # words of headings
_ALIKE = 0.35  # likeness at which a second quotation says the same
_GENERAL = re.compile(
    r"(?:introduction|background|overview|summary|conclusions?|notes?|sources?|preface|foreword"
    r"|references|bibliography|contents|further reading|see also|editorial note)\W*",
    re.I,
)
_OPEN = re.compile(
    r"\bnever (?:been )?(?:answered|settled|paid|found|explained|published|returned|resolved)\b"
    r"|\bno (?:reply|answer|trace|copy|draft) (?:\w+ ){0,2}(?:been )?(?:found|known|survives)\b"
    r"|\b(?:is|are|was|were|has|have|had|remain(?:s|ed)?) (?:still |yet |been )?(?:un(?:resolved"
    r"|settled|answered|paid|known|explained)|not known|not been (?:found"
    r"|settled|answered|resolved))\b"
    r"|\bin neither archive\b",
    re.I,
)


def history_parts(one: Opened, room: int, asked: str = "") -> Iterator[Part]:
    """The parts of a brief of this history in at most `room` words."""
    held = weigh([one.text], asked)
    themes = list(_themes(one))
    end = _end(held)
    open_points = _open_points(held, end, room // 6)
    quotations = _quotations(one, held, room, [*end, *_all(open_points)])
    stands = [*end, *_all(open_points), *_all(quotations)]
    whole_room = room
    room -= size(themes) + sum(cut.size for cut in stands) + _TITLES
    shortest = tightened if whole_room < _PAGE else shortened
    most = int(one.text.size * _part(whole_room)) - sum(cut.size for cut in stands)
    facts = choose(held, min(room, most), cut=shortest, without=_passages(stands))
    yield heading("Main themes")
    yield from themes
    yield from _facts(one, facts)
    yield from _listed("Key quotations", [_quotation(one, group) for group in quotations])
    yield from _listed("How it ended", [told(end)] if end else [])
    yield from _listed("Open points", [told(group) for group in open_points])


def _part(room: int) -> float:
    """How much of a history may be told: a brief that says all of it is no brief."""
    return 0.6 if room < _THREE else 0.8


def _all(groups: Sequence[Sequence[Cut]]) -> list[Cut]:
    return [cut for group in groups for cut in group]


def title_line(one: Opened) -> Line:
    """The history's title where it stands, its first words where it has none."""
    text, title = one.shown.source.text, one.text.title
    for chapter in one.text.chapters:
        if chapter.title == title:
            return line(title, chapter.pin)
    at = text.find(title) if title else -1
    if at >= 0:
        return line(title, Span(one.shown.source.id, at, at + len(title)))
    first = one.text.passages[0]
    return line(first.text, first.pin)


def _passages(group: Sequence[Cut]) -> list[Passage]:
    return [cut.passage for cut in group]


def _themes(one: Opened) -> Iterator[Part]:
    titles = [c for c in one.text.chapters if not _GENERAL.fullmatch(c.title)]
    for chapter in titles[:9]:
        if chapter.title != one.text.title:
            yield paragraph(line(chapter.title, chapter.pin), manner="item")
    if len(titles) < 3:
        for phrase in phrases(one.text.passages, 6):
            yield paragraph(line(phrase.text, phrase.pin), manner="item")


def _end(held: Sequence[Weighed]) -> tuple[Cut, ...]:
    """The last sentence, with the one before it where it is short or leans on it."""
    if not held:
        return ()
    last = held[-1].passage
    if len(held) > 1 and last.within and (held[-1].leans or len(last.text.split()) < 10):
        return (whole(held[-2].passage), whole(last))
    return (whole(last),)


def _open_points(held: Sequence[Weighed], end: Sequence[Cut], room: int) -> list[tuple[Cut, ...]]:
    """Sentences that say that something was never answered, settled, found."""
    ended = set(_passages(end))
    said = [
        w for w in held
        if _OPEN.search(w.passage.text) and w.passage not in ended and not w.leans
        and len(w.passage.text.split()) >= SHORT
    ]  # fmt: skip
    return choose(said, room, cut=whole, most=3)


def _quotations(
    one: Opened, held: Sequence[Weighed], room: int, stands: Sequence[Cut]
) -> list[tuple[Cut, ...]]:
    """Words that the history quotes, in its own sentences; else its own most telling ones."""
    most = 2 if room < _PAGE else 4
    without = [cut.passage for cut in stands]
    words = [w for w in held if _quotes(one, w.passage)]
    found = choose(_with_context(held, words), room // 4, cut=whole, without=without)
    spoken = [group for group in found if any(_quotes(one, c.passage) for c in group)][:most]
    if len(words) > 2 or len(spoken) == most:
        return spoken
    if not spoken:  # a saying may be far from what the history is about, and yet be its flower
        plain = [w.passage for w in words if not w.leans and w.passage not in without]
        spoken += [(whole(p),) for p in plain if len(p.text.split()) <= room // 4][:1]
    left = room // 4 - sum(cut.size for cut in _all(spoken))
    telling = _most_telling(held, left, most - len(spoken), [*without, *_passages(_all(spoken))])
    return sorted(spoken + telling, key=lambda group: group[0].passage.nth)


def _most_telling(
    held: Sequence[Weighed], room: int, most: int, without: Collection[Passage]
) -> list[tuple[Cut, ...]]:
    """The weightiest sentences that stand alone, the first of all left to the facts."""
    needed = {w.passage.nth - 1 for w in held if w.leans}  # what the next sentence leans on
    taken: list[Weighed] = []
    for one in sorted(held, key=lambda w: (-w.score, w.passage.nth)):
        stands = one.passage.nth not in {0, *needed} and not one.leans and not one.points_on
        size = len(one.passage.text.split())
        alike = any(likeness(one.vector, other.vector) > _ALIKE for other in taken)
        if stands and size <= room and not alike and one.passage not in without:
            taken.append(one)
            room -= size
        if len(taken) == most:
            break
    return [(whole(w.passage),) for w in sorted(taken, key=lambda w: w.passage.nth)]


def _quotes(one: Opened, passage: Passage) -> bool:
    """Whether the history quotes somebody in this sentence."""
    pin = passage.pin
    return any(
        f.span.start < pin.end and pin.start < f.span.end
        for f in one.shown.findings if isinstance(f.value, Quotation)
    )  # fmt: skip


def _quotation(one: Opened, group: Sequence[Cut]) -> Line:
    """In marks of ours, unless the sentence has the marks of whoever is quoted in it."""
    if any(_quotes(one, cut.passage) for cut in group):
        return told(group)
    return quoted(group)


def _of(held: Sequence[Weighed]) -> set[Passage]:
    return {w.passage for w in held}


def _with_context(held: Sequence[Weighed], words: Sequence[Weighed]) -> list[Weighed]:
    """The sentences that quote, and before each the one that it leans on."""
    wanted = _of(words)
    return [
        w for at, w in enumerate(held)
        if w.passage in wanted
        or (at + 1 < len(held) and held[at + 1].passage in wanted and held[at + 1].leans)
    ]  # fmt: skip


def _facts(one: Opened, facts: Sequence[Sequence[Cut]]) -> Iterator[Part]:
    """The facts under the headings of the chapters they stand in."""
    yield heading("Most important facts")
    chapters, last = one.text.chapters, None
    for group in facts:
        at = group[0].passage.chapter
        if at != last and at >= 0 and not _GENERAL.fullmatch(chapters[at].title):
            yield Heading("", 3, "", (line(chapters[at].title, chapters[at].pin),))
        last = at
        yield paragraph(told(group), manner="item")


def _listed(title: str, lines: Sequence[Line]) -> Iterator[Part]:
    if lines:
        yield heading(title)
        for one in lines:
            yield Paragraph((one,), manner="item")
