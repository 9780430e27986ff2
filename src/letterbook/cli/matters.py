"""`letterbook matters` and `due`: what is asked, offered and promised, and what became of it."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from letterbook.book import Book
from letterbook.book import as_json as json
from letterbook.cli.options import book_option, existing, filters, json_option
from letterbook.cli.safe import dumps, safe
from letterbook.cli.words import count, cut, title, width
from letterbook.link.acted import CERTAIN, DOES, Acted
from letterbook.link.matter_quoted import is_quoted
from letterbook.link.matters import Matter
from letterbook.link.outcome import Outcome
from letterbook.link.owed import Owed

least_option = click.option(
    "--least", type=click.FloatRange(0, 1), default=CERTAIN, show_default=True,
    help="How certain an act must be to be shown.",
)  # fmt: skip


@click.command()
@click.argument("name", default="")
@click.option("--by", type=click.Choice(["weight", "date"]), default="weight", show_default=True,
              help="How the list is ordered.")  # fmt: skip
@click.option("--limit", type=click.IntRange(1), default=40, show_default=True,
              help="At most so many matters in the list.")  # fmt: skip
@least_option
@filters
@book_option
@json_option
@click.pass_context
def matters(
    ctx: click.Context, /, name: str, by: str, limit: int, least: float, path: Path,
    as_json: bool, **chosen: Any,
) -> None:  # fmt: skip
    """List the matters between the two sides, or show the course of the one that is named.

    NAME: its id, its title, or words of it. What a letter asks, offers or promises is worked out
    from its wording and shown with how certain that is. To rename a matter, or to join it to
    another: letterbook correct NAME matter "TITLE"; with --in LETTER only what that letter says.
    """
    with existing(path) as book:
        look_for_acts(book, **chosen)
        if name:
            matter, followed = book.matter(name, least, **chosen)
            told = json.matter(matter, followed)
            lines = list(_course(matter, followed))
        else:
            held = _ordered(book.matters(least, **chosen), by)
            told = {"matters": [json.matter(m) for m in held]}
            lines = list(_list(held, limit))
    click.echo(dumps(told) if as_json else "\n".join(row.rstrip() for row in lines))
    if not lines:
        click.echo("No letter here asks, offers or promises anything; see --least.", err=True)
        ctx.exit(1)


def look_for_acts(book: Book, **chosen: Any) -> None:
    """Look through the letters that nobody has asked this of, and say how far that is."""
    aloud = sys.stderr.isatty()

    def tell(done: int, of: int) -> None:
        told = f"\rlooking for what is asked and promised: {done:,} of {of:,}".ljust(60)
        click.echo(told if done < of else "\r" + " " * 60 + "\r", nl=False, err=True)

    book.look_for_acts(tell if aloud else None, **chosen)


_NOUNS = {"accept": "acceptance", "refuse": "refusal"}


def _ordered(held: Sequence[Matter], by: str) -> list[Matter]:
    if by == "weight":
        return list(held)
    return sorted(held, key=lambda m: (m.acts[0].day is None, m.acts[0].day or date.min, m.title))


def _list(held: Sequence[Matter], limit: int) -> Iterator[str]:
    if held:
        yield title(count(len(held), "matter"))
    for matter in held[:limit]:
        days = [act.day for act in matter.acts if act.day]
        span = _span(min(days), max(days)) if days else "undated"
        kinds = ", ".join(
            count(n, _NOUNS.get(label, label)) for label in DOES
            if (n := sum(act.act.label == label for act in matter.acts))
        )  # fmt: skip
        yield f"  {matter.id}  {cut(safe(matter.title), 76)}"
        yield from _wrap(f"            {safe(matter.between) or '?'}, {span}: {kinds}", 12)
        if said := matter.rank:
            yield f"            “{safe(said.words)}”, says {safe(said.by.writer) or 'the writer'}"
    if len(held) > limit:
        yield f"  and {len(held) - limit:,} more; see --limit"


def _span(first: date, last: date) -> str:
    return f"{first}" if first == last else f"{first} to {last}"


def _course(matter: Matter, followed: Sequence[Outcome]) -> Iterator[str]:
    fates = {outcome.act: outcome for outcome in followed}
    yield title(safe(matter.title))
    yield f"{safe(matter.between)}  {matter.id}"
    for act in matter.acts:
        yield ""
        yield from _act(act)
        if outcome := fates.get(act):
            yield from _became(outcome)


def _act(act: Acted) -> Iterator[str]:
    day = act.day.isoformat() if act.day else ("a history" if act.history else "undated")
    said = (
        "is said to have done it: "
        if act.act.recall or (act.act.reported and not act.history)
        else ""
    )
    does = f"{safe(act.side) or '?'} {said}{DOES[act.act.label]}"
    yield f"  {day}  {does}  ({act.score:.2f})  {act.told_by}"
    yield from _wrap(f"      “{safe(act.words)}”", 7)
    if act.act.condition:
        yield from _wrap(f"      on condition: “{safe(act.act.condition)}”", 8)
    if act.act.deadline:
        yield f"      by when: “{safe(act.act.deadline)}”"
    if act.reserve:
        yield from _wrap(f"      with the reserve: “{safe(act.reserve)}”", 8)


def _became(outcome: Outcome) -> Iterator[str]:
    if outcome.by is None:
        yield f"      → {outcome.fate}: {safe(outcome.reason)}"
        return
    yield from _wrap(f"      → {safe(outcome.reason)}: “{safe(outcome.by.words)}”", 8)


def _wrap(row: str, indent: int) -> list[str]:
    return textwrap.wrap(row, width(), subsequent_indent=" " * indent)


@click.command()
@click.option("--as-of", "as_of", default="", metavar="DAY", help="As it stood on 1962-11-20.")
@click.option("--side", default="", help="Only what this side owes.")
@least_option
@filters
@book_option
@json_option
@click.pass_context
def due(
    ctx: click.Context, /, as_of: str, side: str, least: float, path: Path, as_json: bool,
    **chosen: Any,
) -> None:  # fmt: skip
    """List what each side owes the other: answers to what was asked, and promises still open.

    A promise is open as long as no letter or history here says what became of it.
    """
    with existing(path) as book:
        look_for_acts(book, **chosen)
        held = [o for o in book.due(as_of, least, **chosen) if side.lower() in o.by.lower()]
    if as_json:
        click.echo(dumps([json.owed(one) for one in held]))
    else:
        click.echo("\n".join(_due(held, as_of)))
    if not held:
        click.echo("Nothing is due.", err=True)
        ctx.exit(1)


def _due(held: Sequence[Owed], as_of: str) -> Iterator[str]:
    """By who owes to whom: "Orvane owes Tolmary an answer", "Orvane has promised Tolmary"."""
    day = f" on {as_of}" if as_of else ""
    for by, to in dict.fromkeys((one.by, one.to) for one in held):
        mine = [one for one in held if (one.by, one.to) == (by, to)]
        whom = f" {safe(to)}" if to and to != by else ""
        for promise, what in ((False, f"owes{whom} an answer"), (True, f"has promised{whom}")):
            some = [one for one in mine if one.promise is promise]
            if some:
                yield title(f"{safe(by) or 'Somebody'} {what}{day}: {len(some)}")
            for one in some:
                yield from _one(one)
            if some:
                yield ""


def _one(one: Owed) -> Iterator[str]:
    since = one.since.isoformat() if one.since else "undated"
    ago = f", {_ago(one.days)}" if one.days is not None else ""
    act = one.outcome.act
    told = one.outcome.fate in ("broken", "passed over", "deferred") or one.outcome.by
    fate = f" [{one.outcome.fate}]" if told else ""
    yield f"  {since}{ago}  {act.told_by}{fate}  ({act.score:.2f})"
    yield from _wrap(f"      “{safe(act.words)}”", 7)
    if one.outcome.by:
        yield from _wrap(f"      {safe(one.outcome.reason)}: “{safe(one.outcome.by.words)}”", 8)
    # a matter that is called by these very words is not called so again
    called = "" if is_quoted(one.matter.title) else f": {cut(safe(one.matter.title), 76)}"
    yield f"      matter {one.matter.id}{called}"


YEARS = 730
"""Days from which on one counts years."""


def _ago(days: int) -> str:
    """How long it waits: "12 days ago", "29 years ago"."""
    if days < YEARS:
        return f"{count(days, 'day')} ago"
    return f"{count(int(days / 365.25), 'year')} ago"
