"""Lines of a source's own words: quoted, or as its own sentence; and the header of a letter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from letterbook.model import ASSERTED, Finding, Letter, Line, Name, Span
from letterbook.record import Shown, in_force
from letterbook.text import CUT
from letterbook.write.cite import sent, unnumbered
from letterbook.write.cuts import Cut
from letterbook.write.page import line

_INNER = str.maketrans("“”„«»", "‘’‚‹›")
_STYLE = re.compile(r"^(?:Mr|Mrs|Miss|Dr|Sir|His Excellency|The Honou?rable)\.? ", re.I)


def quoted(group: Sequence[Cut]) -> Line:
    """The words of these sentences, which follow one another, in quotation marks."""
    return line(f"“{inside(_words(group))}”", *_pins(group))


def quotations(group: Sequence[Cut]) -> tuple[Line, ...]:
    """The same, in several pairs of marks where a list's number stands between two sentences."""
    parted: list[list[Cut]] = [[group[0]]]
    for cut, following in pairwise(group):
        if _between(cut, following):
            parted.append([])
        parted[-1].append(following)
    return tuple(quoted(part) for part in parted)


def told(group: Sequence[Cut]) -> Line:
    """The source's own sentences as they stand, without marks of ours: for narrative."""
    return line(_words(group), *_pins(group))


def _words(group: Sequence[Cut]) -> str:
    words = group[0].text
    for cut, following in pairwise(_led_once(group)):
        left_out = f" {CUT}" if _between(cut, following) else ""
        words += f"{left_out} {following.text}"
    return words.replace(f"{CUT} {CUT}", CUT)


def _between(cut: Cut, following: Cut) -> str:
    """What stands between two sentences: a list's number, or nothing."""
    return cut.passage.leaf.text[cut.passage.end : following.passage.start].strip()


def _pins(group: Sequence[Cut]) -> tuple[Span, ...]:
    return tuple(pin for cut in _led_once(group) for pin in cut.pins)


def _led_once(group: Sequence[Cut]) -> list[Cut]:
    """Sentences of one speaker, his name before the first alone."""
    return [
        cut.unled if at and cut.passage.speaker == group[at - 1].passage.speaker else cut
        for at, cut in enumerate(group)
    ]


def inside(words: str) -> str:
    """Double marks within a quotation become single ones; a mark that lost its fellow goes."""
    if words.count("“") != words.count("”"):
        words = words.strip("“”")
    if words.count('"') % 2:
        words = words.strip('"')
    pairs = re.sub(r'"([^"]*)"', r"‘\1’", words)
    return pairs.translate(_INNER)


def header(shown: Shown) -> Line:
    """When, who to whom: what the letter's header says, pinned to the words it rests on.

    "1956-10-02: Amos Tredway, President of the Republic of Orvane, to Aurel II, King of Tolmary"
    """
    letter = shown.letter
    assert letter is not None
    if not sent(letter):
        return line(f"{day(letter)}: {_what(letter)}", *header_pins(shown))
    sender = _side(letter.senders) or "[sender not stated]"
    recipient = _side(letter.recipients) or "[recipient not stated]"
    comma = "," if "," in sender else ""  # "Ruth Averill, Minister of External Relations, to …"
    words = f"{day(letter)}: {sender}{comma} to {recipient}"
    return line(words, *header_pins(shown))


def header_pins(shown: Shown) -> tuple[Span, ...]:
    """Where the day and the parties of a letter stand; its first words where nothing says them."""
    letter = shown.letter
    assert letter is not None
    own = [f for f in shown.findings if f.of == letter.id and f.score >= ASSERTED]
    found = [_first(own, kind) for kind in ("date", "sender", "recipient")]
    pins = tuple(dict.fromkeys(f.span for f in found if f and f.span.start < f.span.end))
    return pins or (_opening(shown, own),)


def _opening(shown: Shown, own: Sequence[Finding]) -> Span:
    heading, letter = _first(own, "heading"), shown.letter
    if heading and heading.span.start < heading.span.end:
        return heading.span
    start = letter.start if letter else 0
    end = letter.end if letter else len(shown.source.text)
    first = shown.source.text.find("\n", start + 1, end)
    return Span(shown.source.id, start, first if first > start else end)


def _first(own: Sequence[Finding], kind: str) -> Finding | None:
    return next(iter(in_force(own, kind)), None)


def day(letter: Letter) -> str:
    """The day as EDTF; in brackets where the letter does not state it."""
    if letter.when is None or not letter.when.edtf:
        return "undated"
    return f"[{letter.when.edtf}]" if letter.inferred else letter.when.edtf


def _side(names: Sequence[Name]) -> str:
    return "; ".join(str(name) for name in names)


def _what(letter: Letter) -> str:
    """What it is, where nobody sends it: "Editorial Note", "Memorandum of Conversation"."""
    return unnumbered(letter) or letter.kind or "document"


def short(names: Sequence[Name]) -> str:
    """The parties by name alone, or by office."""
    return "; ".join(_STYLE.sub("", n.name or n.office) for n in names) or "[unknown]"


def briefly(letter: Letter) -> str:
    """Who to whom, when, in few words: "Tredway to Aurel II, 1956-10-02"."""
    if not sent(letter):
        return f"{_what(letter)}, {day(letter)}"
    return f"{short(letter.senders)} to {short(letter.recipients)}, {day(letter)}"
