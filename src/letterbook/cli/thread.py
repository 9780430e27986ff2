"""`letterbook thread`: an exchange, both sides, with the silences between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from letterbook.book import as_json as json
from letterbook.cli.options import book_option, existing, json_option
from letterbook.cli.safe import dumps, safe
from letterbook.cli.words import count, cut, dated, short, title, width
from letterbook.link.thread import Turn
from letterbook.model import Letter

LONG = 14  # days: a silence of so many is said


@click.command()
@click.argument("id")
@book_option
@json_option
def thread(id: str, path: Path, as_json: bool) -> None:
    """Show the exchange a letter stands in: what answers what, both sides, and the silences.

    ID: an id or its first letters, file.txt#2, volume/part.
    """
    with existing(path) as book:
        turns = book.thread(id)
        asked = book.show(id).letter
    if as_json:
        click.echo(dumps([json.turn(turn) for turn in turns]))
    else:
        click.echo("\n".join(line.rstrip() for line in page(turns, asked.id if asked else "")))


def page(turns: Sequence[Turn], asked: str) -> Iterator[str]:
    """The lines: the side of the first letter on the left, the other's on the right."""
    yield title(count(len(turns), "letter") + " of one exchange")
    if len(turns) == 1:
        yield "Nothing here says that it answers a letter, or that one answers it."
    left = _side(turns[0].letter) if turns else ""
    half = width() // 2
    for turn in turns:
        if turn.silence and turn.silence >= LONG:
            yield f"{'':>{half - 10}}⋮ {count(turn.silence, 'day')}"
        here = " " * (0 if _side(turn.letter) == left else half)
        for line in _lines(turn, half - 2, asked):
            yield here + line


def _side(letter: Letter) -> str:
    return short(letter.senders).lower()


def _lines(turn: Turn, room: int, asked: str) -> Iterator[str]:
    letter = turn.letter
    sign = "▸" if letter.id == asked else " "
    yield cut(f"{sign} {dated(letter)}  {letter.id}", room)
    yield cut(f"  {short(letter.senders)} to {short(letter.recipients)}", room)
    if turn.answers:
        yield cut(f"  answers {', '.join(turn.answers)}", room)
    yield cut(f"  “{safe(letter.words)}", room - 1) + "”"
    yield ""
