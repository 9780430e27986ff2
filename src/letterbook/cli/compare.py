"""`letterbook compare`: two printings of a letter side by side."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby, zip_longest
from pathlib import Path

import click

from letterbook.book import as_json as json
from letterbook.cli.options import book_option, existing, json_option
from letterbook.cli.safe import dumps, safe
from letterbook.cli.words import count, cut, date, full, title, width
from letterbook.link.compared import Compared
from letterbook.link.comparison import LONG
from letterbook.link.rows import Row
from letterbook.model import Letter

SHOWN = 60
"""Words: of a longer row its first and last half of so many are shown, unless all are asked for."""

SIGNS = {"same": "│", "differs": "≠", "only left": "‹", "only right": "›", "elision filled": "…"}
KEY = "≠ other words   ‹ only on the left   › only on the right   … what an elision hides"


@click.command()
@click.argument("left")
@click.argument("right")
@click.option("--all", "whole", is_flag=True, help="Every word; else long passages are shortened.")
@book_option
@json_option
def compare(left: str, right: str, whole: bool, path: Path, as_json: bool) -> None:
    """Show two printings of a letter side by side: what each leaves out, and what differs.

    LEFT, RIGHT: ids or their first letters, file.txt#2, volume/part.
    """
    with existing(path) as book:
        compared = book.compare(left, right)
    if as_json:
        click.echo(dumps(json.compared(compared)))
    else:
        click.echo("\n".join(line.rstrip() for line in page(compared, whole)))


# --- the page -----------------------------------------------------------------------------------


def page(item: Compared, whole: bool) -> Iterator[str]:
    """The lines of the page: the two letters, what they are to each other, the rows."""
    yield title(_verdict(item))
    yield from _told("Left", item.left)
    yield from _told("Right", item.right)
    if item.link:
        yield from textwrap.wrap(safe(_sentence(item.link.reason)), width())
    if not item.rows:
        yield "They share no wording."
        return
    yield ""
    for alike, run in groupby(blocks(item.rows), key=_same):
        kept = list(run)
        yield from _alike(kept, whole) if alike else _unlike(kept, whole)
    yield ""
    yield KEY


def _same(block: Sequence[Row]) -> bool:
    return all(row.kind == "same" for row in block)


def _alike(run: Sequence[Sequence[Row]], whole: bool) -> Iterator[str]:
    """Paragraphs that are the same: the first and the last, and how much stands between."""
    size = sum(len(row.left.split()) for block in run[1:-1] for row in block)
    if whole or size < SHOWN:
        yield from _unlike(run, whole)
        return
    yield from _laid(run[0], whole)
    told = f"(… {count(len(run) - 2, 'paragraph')}, {count(size, 'word')}, the same …)"
    yield from _columns(told, told, SIGNS["same"])
    yield from _laid(run[-1], whole)


def _unlike(run: Sequence[Sequence[Row]], whole: bool) -> Iterator[str]:
    for block in run:
        yield from _laid(block, whole)


def _verdict(item: Compared) -> str:
    if item.link and item.link.to:
        return "One letter, printed twice"
    return "Perhaps one letter, printed twice" if item.link else "Two letters"


def _told(name: str, letter: Letter) -> Iterator[str]:
    words = f"{letter.id}  {date(letter.when)}  {full(letter.senders) or '?'} → "
    place = " ".join(filter(None, (letter.path, letter.where)))
    yield cut(f"  {name:<6}{words}{full(letter.recipients) or '?'}", width())
    yield cut(f"        {safe(place)}", width())


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + "."


def blocks(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows to be shown together: a paragraph with its small differences, or one large row."""
    block: list[Row] = []
    parts = chain.from_iterable(map(paragraphs, rows))
    for row in (part for part in parts if part.left.strip() or part.right.strip()):
        if block and (_large(row) or _large(block[-1]) or _ends(block[-1])):
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def paragraphs(row: Row) -> list[Row]:
    """A row of the same words in its paragraphs, if both sides have as many."""
    left, right = (re.split(r"(?<=\n\n)(?=[^\n])", text) for text in (row.left, row.right))
    if row.kind != "same" or len(left) != len(right):
        return [row]
    return [replace(row, left=a, right=b) for a, b in zip(left, right, strict=True)]


def _ends(row: Row) -> bool:
    """Whether a paragraph ends with this row on both sides."""
    return all(re.search(r"\n\s*\n\s*$", text) for text in (row.left, row.right))


def _large(row: Row) -> bool:
    if row.kind == "elision filled":
        return True
    return row.kind != "same" and max(len(row.left.split()), len(row.right.split())) >= LONG


def _laid(block: Sequence[Row], whole: bool) -> Iterator[str]:
    """A block in two columns."""
    first = block[0]
    large = len(block) == 1 and _large(first)
    left, right = (
        "".join(_words(row, text, large, whole) for row, text in side)
        for side in ([(r, r.left) for r in block], [(r, r.right) for r in block])
    )
    if large and first.kind == "only right":
        left = "(left out, and nothing says so)"
    if large and first.kind == "only left":
        right = "(left out, and nothing says so)"
    sign = SIGNS[first.kind] if large else SIGNS["same"]
    if large and first.kind == "elision filled" and first.sure < 2:
        sign = "?"
    yield from _columns(left, right, sign)


def _columns(left: str, right: str, sign: str) -> Iterator[str]:
    size = (width() - 3) // 2
    for ours, theirs in zip_longest(_wrapped(left, size), _wrapped(right, size), fillvalue=""):
        yield f"{ours:<{size}} {sign} {theirs}"
    yield f"{'':<{size}} {SIGNS['same']}"


def _words(row: Row, text: str, large: bool, whole: bool) -> str:
    """The text of a row on one side; what differs by a few words between ‹ and ›."""
    text = text if whole else _shortened(text)
    if row.kind == "same" or large or not text.strip():
        return text
    end = len(text.rstrip())
    return f"‹{text[:end].strip()}›{text[end:]}"


def _shortened(text: str) -> str:
    words = re.findall(r"\S+\s*", text)
    if len(words) <= SHOWN + 15:
        return text
    half = SHOWN // 2
    told = f"(… {count(len(words) - 2 * half, 'word')} …)"
    return f"{''.join(words[:half])}\n{told}\n{''.join(words[-half:])}"


def _wrapped(text: str, size: int) -> list[str]:
    """The lines of a column: paragraphs parted by an empty line."""
    lines: list[str] = []
    for line in safe(text.strip(), lines=True).split("\n"):
        if line.strip() or (lines and lines[-1]):
            lines += textwrap.wrap(line, size) or [""]
    return lines


__all__ = ["compare", "page"]
