"""`letterbook find`: which letters hold the words."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Any

import click

from letterbook.book import as_json as json
from letterbook.cli.options import book_option, existing, filters, json_option
from letterbook.cli.safe import dumps, safe
from letterbook.cli.words import date, parties, width
from letterbook.record import Hit


@click.command()
@click.argument("query", nargs=-1, required=True)
@filters
@click.option(
    "--limit", type=click.IntRange(1), default=10, show_default=True, help="At most so many."
)
@book_option
@json_option
@click.pass_context
def find(
    ctx: click.Context, /, query: tuple[str, ...], path: Path, as_json: bool, **wanted: Any
) -> None:
    """Find words in letters, notes and headers, the best places first.

    Words, '"a phrase"', prefix*, this OR that, and after `--` also -without. A phrase is found
    across a page mark, too.
    """
    with existing(path) as book:
        hits = book.find(_joined(query), **wanted)
    if as_json:
        click.echo(dumps([json.hit(hit) for hit in hits]))
    else:
        click.echo("\n\n".join(_page(n, hit) for n, hit in enumerate(hits, 1)), nl=bool(hits))
    if not hits:
        click.echo("Nothing found.", err=True)
        ctx.exit(1)


def _joined(query: tuple[str, ...]) -> str:
    """An argument of several words among others was quoted in the shell: it is a phrase."""
    if len(query) == 1:
        return query[0]
    return " ".join(f'"{q}"' if " " in q and '"' not in q else q for q in query)


def _page(n: int, hit: Hit) -> str:
    letter = hit.letter
    if letter:
        cells = [date(letter.when), parties(letter), safe(letter.place), safe(letter.kind)]
        id = letter.id
    else:
        cells, id = [hit.source.form, safe(hit.source.title)], hit.source.id
    head = f"{n:>2}. {click.style('  '.join(filter(None, cells)), bold=True)}  {id}"
    place = safe(f"{hit.source.path}:{hit.line}")
    body = textwrap.indent(textwrap.fill(f"{_marked(hit)} ({place})", width() - 4), "    ")
    return f"{head}\n{body}"


def _marked(hit: Hit) -> str:
    """The snippet with its found words between stars."""
    parts, at = [], 0
    for start, end in hit.marks:
        parts += [hit.snippet[at:start], f"*{hit.snippet[start:end]}*"]
        at = end
    return safe("".join([*parts, hit.snippet[at:]]))
