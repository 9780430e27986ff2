"""The parts of a brief of letters: who wrote when, what each asked and promised, how it ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from letterbook.model import Line, Span, Words
from letterbook.record import Absent
from letterbook.write.brief_heap import FEW, heap_lines, line_of
from letterbook.write.brief_open import open_points
from letterbook.write.choose import choose
from letterbook.write.cuts import Cut, whole
from letterbook.write.opened import Opened
from letterbook.write.page import Heading, Paragraph, Part, heading, line, paragraph
from letterbook.write.passages import Passage
from letterbook.write.quoting import briefly, day, header, header_pins, quotations, quoted, short
from letterbook.write.saying import Does, does
from letterbook.write.size import size
from letterbook.write.themes import phrases
from letterbook.write.weigh import Weighed, weigh

_HEAD = 26  # words: the header of a letter, what it answers, a label
_OWN = 26  # words of its own that a letter must have room for, or it is only counted
_CLOSING = 7  # words, at least, of what is given as the end
Group = tuple[Cut, ...]


def letters_parts(
    letters: Sequence[Opened], absent: Sequence[Absent], room: int, asked: str = ""
) -> Iterator[Part]:
    """The parts of a brief of these letters (by day) in at most `room` words.

    `absent` are the letters that these name and the record does not hold.
    """
    held = weigh([one.text for one in letters], asked)
    themes = list(_themes(letters))
    ended, end = _ended(letters, held)
    heap = len(letters) > FEW and room < len(letters) * (_HEAD + _OWN)
    still_open = list(open_points(letters, held, absent, room // 2 if heap else room))
    room -= size([*themes, *ended, *still_open]) + 20
    if heap:
        yield from (*themes, heading("The letters"))
        lines = heap_lines(letters, [w for w in held if w.passage not in end], room)
        yield from (line_of(*each) for each in lines)
        yield from _others(letters, [one for one, _ in lines])
        yield from (*ended, *still_open)
        return
    told = _most_telling(letters, held, room // (_HEAD + _OWN))
    room -= sum(len(header(one.shown).text.split()) + 6 for one in told)
    most = sum(one.text.size for one in told) // 2  # a letter that is quoted whole is no brief
    chosen = choose(
        _of(held, told), min(room * 8 // 10, max(most, _OWN)), lambda p: p.of, without=end
    )
    taken = [*end, *(cut.passage for group in chosen for cut in group)]
    spent = sum(cut.size + 2 for group in chosen for cut in group)
    room = min(room - spent, max(most, _OWN) // 3)
    key = choose([w for w in held if not w.leans], room, lambda p: p.of, whole, taken, 4)
    yield from themes
    yield heading("The letters")
    yield from _letters(told, chosen)
    yield from _others(letters, told)
    yield from _key(letters, key)
    yield from ended
    yield from still_open


def source_line(letters: Sequence[Opened]) -> Line:
    """How many letters, from when to when, between whom."""
    first, last = letters[0].shown, letters[-1].shown
    if len(letters) == 1:
        return header(first)
    assert first.letter is not None and last.letter is not None
    count = f"{len(letters)} letters, {day(first.letter)} to {day(last.letter)}"
    writers = dict.fromkeys(
        name for one in letters if one.shown.letter and one.shown.letter.senders
        if (name := short(one.shown.letter.senders))
    )  # fmt: skip
    by = "; ".join(list(writers)[:6]) + ("; and others" if len(writers) > 6 else "")
    pins = dict.fromkeys(pin for one in letters for pin in header_pins(one.shown))
    return line(f"{count}, by {by}" if by else count, *pins)


def _of(held: Sequence[Weighed], told: Sequence[Opened]) -> list[Weighed]:
    ids = {one.text.id for one in told}
    return [w for w in held if w.passage.of in ids]


def _themes(letters: Sequence[Opened]) -> Iterator[Part]:
    """The subjects that letters name, then the phrases that come back."""
    named = {
        str(f.value.text): f.span for one in letters for f in one.shown.findings
        if f.kind == "subject" and f.of == one.text.id and isinstance(f.value, Words)
    }  # fmt: skip
    found = phrases([p for one in letters for p in one.text.passages], 6)
    lines = [line(words, pin) for words, pin in named.items() if words][:3]
    lines += [line(theme.text, theme.pin) for theme in found][: 6 - len(lines)]
    if lines:
        yield heading("Main themes")
    yield from (paragraph(one, manner="item") for one in lines)


def _most_telling(
    letters: Sequence[Opened], held: Sequence[Weighed], most: int
) -> Sequence[Opened]:
    """As many letters as there is room for: first and last, and those that say most."""
    most = max(most, 1)
    if len(letters) <= most:
        return letters
    best: dict[str, list[float]] = {one.text.id: [] for one in letters}
    for one in held:
        best[one.passage.of].append(one.score)
    worth = {id: sum(sorted(scores)[-2:]) for id, scores in best.items()}
    for end in (letters[0], letters[-1]):
        worth[end.text.id] += 1.0 * bool(best[end.text.id])
    kept = set(sorted(worth, key=lambda id: -worth[id])[:most])
    return [one for one in letters if one.text.id in kept]


def _letters(told: Sequence[Opened], chosen: Sequence[Group]) -> Iterator[Part]:
    for one in told:
        yield Heading("", 3, one.text.id, (header(one.shown),))
        yield from _answers(one, told)
        for group in chosen:
            if group[0].passage.of == one.text.id:
                label = next((d for cut in group if (d := _does(cut))), "")
                yield Paragraph(quotations(group), label, "item")


def _does(cut: Cut) -> Does:
    """What the writer does; nothing where somebody talks and asks back."""
    return "" if cut.passage.speaker and cut.text.endswith("?") else does(cut.text)


def _answers(one: Opened, told: Sequence[Opened]) -> Iterator[Part]:
    """The letter of this brief that it answers, pinned to the words that say so."""
    by_id = {other.text.id: other.shown.letter for other in told}
    for tie in one.shown.does:
        letter = by_id.get(tie.to)
        if tie.kind == "answers" and letter and tie.start < tie.end:
            pin = Span(one.shown.source.id, tie.start, tie.end)
            yield Paragraph((line(briefly(letter), pin),), "Answers", "item")
            return


def _others(letters: Sequence[Opened], told: Sequence[Opened]) -> Iterator[Part]:
    """The letters for which there was no room: how many, from when to when."""
    kept = {one.text.id for one in told}
    rest = [one.shown for one in letters if one.text.id not in kept]
    if not rest or rest[0].letter is None or rest[-1].letter is None:
        return
    count = f"{len(rest)} further letter" + "s" * (len(rest) > 1)
    days = list(dict.fromkeys((day(rest[0].letter), day(rest[-1].letter))))
    pins = (*header_pins(rest[0]), *header_pins(rest[-1]))
    yield paragraph(line(f"{count}, {' to '.join(days)}", *dict.fromkeys(pins)), manner="item")


def _key(letters: Sequence[Opened], key: Sequence[Group]) -> Iterator[Part]:
    """Quotations in full, each with who says it to whom and when."""
    if key:
        yield heading("Key quotations")
    by_id = {one.text.id: one.shown.letter for one in letters}
    for group in key:
        letter = by_id[group[0].passage.of]
        yield Paragraph(quotations(group), briefly(letter) if letter else "", "item")


def _ended(letters: Sequence[Opened], held: Sequence[Weighed]) -> tuple[list[Part], list[Passage]]:
    """What the last letter says last that is no courtesy, where there is more than one letter."""
    dated = [one for one in letters if one.shown.letter and one.shown.letter.when]
    last = dated[-1] if dated else letters[-1]
    own = [w for w in held if w.passage.of == last.text.id and _closes(w)]
    if len(letters) < 2 or not own or last.shown.letter is None:
        return [], []
    best = max(own, key=lambda w: w.score + w.passage.nth / (own[-1].passage.nth + 1))
    said = Paragraph((quoted((whole(best.passage),)),), briefly(last.shown.letter), "item")
    return [heading("How it ended"), said], [best.passage]


def _closes(one: Weighed) -> bool:
    """Whether it may stand alone as the last word: no courtesy, no scrap, nothing half said."""
    halved = one.leans or one.points_on
    return not one.courteous and not halved and len(one.passage.text.split()) >= _CLOSING
