"""`letterbook people`: who writes and is written to, across the record."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from letterbook.book import Book
from letterbook.book import as_json as json
from letterbook.cli.names import where
from letterbook.cli.options import book_option, existing, json_option
from letterbook.cli.safe import dumps, safe
from letterbook.cli.words import count, cut, title, width
from letterbook.record import Who

KINDS = (("person", "Persons"), ("office", "Offices"), ("body", "Bodies and posts"),
         ("government", "Governments"))  # fmt: skip
NAMED = 10  # letters that speak of somebody
SHOWN = 10  # names that may be several persons


@click.command()
@click.argument("name", required=False)
@click.option("--limit", type=click.IntRange(1), help="At most so many of each kind, or letters.")
@click.option("--named", is_flag=True, help="With NAME: letters that speak of him (10).")
@book_option
@json_option
@click.pass_context
def people(
    ctx: click.Context,
    name: str | None,
    limit: int | None,
    named: bool,
    path: Path,
    as_json: bool,
) -> None:
    """List who writes and is written to, or show one: names, offices, letters, and why.

    NAME: an id of this list or its beginning, or a name. Two that are one person become one with:
    letterbook correct "N. Vale" is "Nora Vale". Names that letters give two persons part with:
    letterbook correct "Vale" is "Clement Vale" --in LETTER. `undo` takes either back.
    """
    with existing(path) as book:
        held = [book.person(name)] if name else list(book.people())
        places = book.named(held[0].party.id, limit or NAMED) if named and name else ()
        if as_json:
            said = {"named": [json.named(one) for one in places]} if named else {}
            click.echo(dumps([json.who(who) | said for who in held]))
        elif name:
            lines = [*_one(book, held[0]), *([title("Named in"), *where(places)] if places else ())]
            click.echo("\n".join(line.rstrip() for line in lines))
        else:
            click.echo("\n".join(line.rstrip() for line in _all(book, held, limit)))
    if not held:
        click.echo("No letter here names anybody.", err=True)
        ctx.exit(1)


def _all(book: Book, held: Sequence[Who], limit: int | None) -> Iterator[str]:
    for kind, heading in KINDS:
        some = [who for who in held if who.party.kind == kind]
        if some:
            yield title(f"{heading} ({len(some):,})")
            yield from (_row(who) for who in some[:limit])
            yield ""
    doubtful = book.open_names()
    if doubtful:
        yield title("Names that may be several persons")
    for name, times, ids, reason in doubtful[:SHOWN]:
        yield cut(f"  {safe(name)} ({times}): {', '.join(ids)}; {safe(reason)}", width())
    if len(doubtful) > SHOWN:
        yield f"  and {len(doubtful) - SHOWN} more"


def _row(who: Who) -> str:
    party = who.party
    letters = f"{who.sent:>5,} sent {who.received:>5,} received"
    office = f", {safe(party.offices[0])}" if party.offices else ""
    years = "–".join(dict.fromkeys(day[:4] for day in (who.first, who.last) if day))
    room = width() - 46
    return f"  {cut(safe(party.label) + office, room):<{room}} {letters}  {years:<9} {party.id}"


def _one(book: Book, who: Who) -> Iterator[str]:
    party = who.party
    yield title(f"{safe(party.label)}  {party.id}")
    days = " to ".join(dict.fromkeys(day for day in (who.first, who.last) if day))
    rows = [
        ("Kind", party.kind),
        ("Also", safe("; ".join(party.names))),
        ("Offices", safe("; ".join(party.offices))),
        ("Letters", f"{count(who.sent, 'letter')} sent, {who.received:,} received, {days}"),
        ("Held", "; ".join(map(safe, book.tenures(party.label))) if party.kind == "person" else ""),
        ("Elsewhere", safe("; ".join(party.same_as))),
    ]
    for name, words in rows:
        if words:
            yield from _wrap(f"  {name:<10}{words}", 12)
    if who.reasons:
        yield title("Why")
    for name, reason in who.reasons:
        yield from _wrap(f"  “{safe(name)}”: {safe(reason)}", 6)


def _wrap(line: str, indent: int) -> list[str]:
    return textwrap.wrap(line, width(), subsequent_indent=" " * indent)
