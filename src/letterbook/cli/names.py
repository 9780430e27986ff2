"""The names in a letter's words: each person once, with where he is named, and why it is he."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from letterbook.cli.safe import safe
from letterbook.cli.words import cut, title, width
from letterbook.text import Lines

if TYPE_CHECKING:  # linking is loaded when somebody asks, not before
    from letterbook.link.named import Named

LONG = 60  # characters of a name shown


def names(held: Sequence[Named], text: str) -> Iterator[str]:
    """The persons named in a source with this text; what is open comes last."""
    lines = Lines(text)
    if not held:
        yield "  Nobody is named in its words."
    persons: dict[tuple[str, str], list[Named]] = {}
    for one in sorted(held, key=lambda n: not n.label):
        persons.setdefault((one.label, "" if one.label else one.words.lower()), []).append(one)
    if persons:
        yield title("Names")
    for (label, _), some in persons.items():
        yield from _wrap("  " + "  ".join(filter(None, (safe(label or "open"), some[0].who.party))))
        for words, reason in dict.fromkeys((n.words, n.who.reason) for n in some):
            here = [n for n in some if (n.words, n.who.reason) == (words, reason)]
            places = ", ".join(dict.fromkeys(str(lines.line(n.span.start)) for n in here))
            said = cut(safe(words), LONG)
            told = "line" if "," not in places else "lines"
            yield from _wrap(f"      “{said}”, {told} {places}: {safe(_why(words, reason))}")


def _why(words: str, reason: str) -> str:
    """A reason that only repeats a word of the name is that he is so called in full."""
    return "so called" if reason.strip("“”") in words.split() else reason


def where(held: Sequence[Named]) -> Iterator[str]:
    """The letters that speak of somebody, with the words that name him."""
    for one in held:
        yield from _wrap(f"  {one.letter}  “{cut(safe(one.words), LONG)}”: {safe(_reason(one))}")


def _reason(one: Named) -> str:
    return _why(one.words, one.who.reason)


def _wrap(line: str) -> list[str]:
    return textwrap.wrap(line, width(), subsequent_indent=" " * 8)
