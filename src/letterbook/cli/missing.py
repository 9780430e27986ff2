"""`letterbook missing`: letters known only because others name them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from letterbook.book import Book
from letterbook.book import as_json as json
from letterbook.cli.options import book_option, existing, json_option
from letterbook.cli.safe import dumps, safe
from letterbook.cli.ties import line
from letterbook.cli.words import count, title, width
from letterbook.link.unheld import Unheld
from letterbook.model import When
from letterbook.record.edtf import day_of

SHOWN = 4  # letters that name it, listed one by one


@click.command()
@click.option("--from", "sender", default="", help="Words of the sender.")
@click.option("--to", "recipient", default="", help="Words of the recipient.")
@click.option("--since", default="", metavar="DATE", help="1962-12-19, 1962-12 or 1962.")
@click.option("--until", default="", metavar="DATE", help="The same; both days are included.")
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True,
              help="At most so many on the page.")  # fmt: skip
@book_option
@json_option
@click.pass_context
def missing(
    ctx: click.Context, sender: str, recipient: str, since: str, until: str, limit: int,
    path: Path, as_json: bool,
) -> None:  # fmt: skip
    """List the letters that others name and this letterbook does not hold.

    Who to whom, when, which letters name them, and where a note says they are printed. When one
    of them is read later, those that name it lead to it.
    """
    with existing(path) as book:
        held = book.missing(sender, recipient, since, until)
        if as_json:
            click.echo(dumps([json.unheld(one) for one in held]))
        else:
            click.echo("\n".join(row.rstrip() for row in page(book, held, limit)))
    if not held:
        click.echo("No letter here names one that is not here.", err=True)
        ctx.exit(1)


def page(book: Book, held: Sequence[Unheld], limit: int) -> Iterator[str]:
    """The lines: each missing letter, and below it what is known of it."""
    if held:
        yield title(f"{count(len(held), 'letter')} known only by mention")
    for one in held[:limit]:
        yield ""
        yield from _wrap(f"  {_head(one)}", 4)
        for place in one.printed:
            yield from _wrap(f"      printed in {safe(place)}", 8)
        if one.fate:
            yield f"      {safe(one.fate)}, a note says"
        for absent in one.mentions[:SHOWN]:
            shown = book.show(absent.letter)
            if shown.letter:
                start, end = absent.mentions[0]
                words = safe(shown.source.text[start:end])
                yield from _wrap(f"      “{words}”, {line(shown.letter)}", 8)
        if len(one.mentions) > SHOWN:
            yield f"      and in {count(len(one.mentions) - SHOWN, 'other letter')}"
    if len(held) > limit:
        yield from (
            "",
            f"  and {len(held) - limit:,} more; see --limit, --since, --from",
        )


def _head(one: Unheld) -> str:
    when = When(day_of(one.earliest), day_of(one.latest))
    number = f" {one.number}" if one.number else ""
    who = f"{safe(one.sender) or '?'} → {safe(one.recipient) or '?'}"
    return f"{when.edtf or 'undated'}  {safe(one.what)}{number}  {who}"


def _wrap(row: str, indent: int) -> list[str]:
    return textwrap.wrap(row, width(), subsequent_indent=" " * indent)
