"""What a letter does to others and others to it, as lines of its header."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from letterbook.cli.safe import safe
from letterbook.cli.words import cut, dated, parties
from letterbook.model import Letter
from letterbook.record import Shown, Tie

OWN = {"answers": "Answers", "encloses": "Encloses", "forwards": "Forwards",
       "same letter as": "Also in", "refers to": "Refers to"}  # fmt: skip
OTHERS = {"answers": "Answered", "encloses": "Came with", "forwards": "Came with",
          "same letter as": "Also in", "refers to": "Named in"}  # fmt: skip
WORDS = 60  # characters of the words a tie rests on


def ties(shown: Shown) -> Iterator[tuple[str, str]]:
    """Rows of name and words: what is answered, enclosed, named, printed again."""
    others = {letter.id: letter for letter in shown.others}
    told: set[str] = set()  # a letter that is answered need not be said to be named too
    for kind, name in OWN.items():
        held = [t for t in shown.does if t.kind == kind and t.to not in told]
        for row in _does(held, others):
            yield name, row
        told |= {t.to for t in held if t.to}
    for kind, name in OTHERS.items():
        here = [t.letter for t in shown.undergoes if t.kind == kind and t.letter not in told]
        for letter in dict.fromkeys(here):
            yield name, line(others[letter])
        told |= set(here)


def _does(held: Sequence[Tie], others: Mapping[str, Letter]) -> Iterator[str]:
    done: set[str] = set()
    for tie in held:
        if tie.to in others and tie.to not in done:
            done.add(tie.to)
            yield line(others[tie.to]) + _why(tie)
        elif not tie.to and len(tie.candidates) > 1:
            ids = ", ".join(tie.candidates[:5])
            yield f"one of {ids}{_quoted(tie)}: {safe(tie.reason)}"
        elif not tie.to and tie.words and tie.words not in done:
            done.add(tie.words)
            yield f"a letter that is not here{_quoted(tie)}"


def line(letter: Letter) -> str:
    """A letter in half a line."""
    return f"{dated(letter)}  {parties(letter)}  {letter.id}"


def _why(tie: Tie) -> str:
    same = tie.kind == "same letter as"
    return f": {safe(tie.reason)}" if same and tie.reason else _quoted(tie)


def _quoted(tie: Tie) -> str:
    return f"  “{cut(safe(tie.words), WORDS)}”" if tie.words else ""
