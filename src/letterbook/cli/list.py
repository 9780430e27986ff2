"""`letterbook list`: the calendar of letters."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from letterbook.book import as_json as json
from letterbook.cli.options import book_option, existing, filters, json_option
from letterbook.cli.safe import dumps, safe
from letterbook.cli.words import count, table
from letterbook.model import Letter
from letterbook.record import Written


@click.command("list")
@filters
@click.option("--form", default="", help="List the sources of a form: letters, history, brief …")
@click.option("--undated", is_flag=True, help="Only the letters without a date.")
@click.option("--limit", type=click.IntRange(1), help="At most so many.")
@book_option
@json_option
@click.pass_context
def list_letters(
    ctx: click.Context, /, path: Path, as_json: bool, form: str, **wanted: Any
) -> None:
    """List the letters by date, the undated last."""
    with existing(path) as book:
        if form:
            sources = book.sources(form, wanted["within"])[: wanted["limit"]]
            there = _sources(sources, as_json)
        else:
            there = _letters(book.list(**wanted), as_json)
    if not there:
        click.echo("Nothing in the letterbook is so.", err=True)
        ctx.exit(1)


def _letters(found: Sequence[Letter], as_json: bool) -> bool:
    if as_json:
        click.echo(dumps([json.letter(letter) for letter in found]))
    elif found:
        click.echo("\n".join([*table(found), "", count(len(found), "letter")]))
    return bool(found)


def _sources(found: Sequence[Written], as_json: bool) -> bool:
    if as_json:
        click.echo(dumps([json.source(source) for source in found]))
    for s in () if as_json else found:
        place = f"{s.path} {s.where}".strip()
        click.echo("  ".join((s.id, s.form, safe(place), safe(s.title))).rstrip())
    return bool(found)
