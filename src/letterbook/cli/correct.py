"""`letterbook correct`, `undo`, `log`: what persons say."""

from __future__ import annotations

from pathlib import Path

import click

from letterbook.book import as_json as json
from letterbook.cli.options import book_option, existing, json_option, who_option, why_option
from letterbook.cli.safe import dumps, safe
from letterbook.cli.words import count
from letterbook.record import IS, MATTER, Logged


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("id")
@click.argument("field")
@click.argument("value")
@click.option("--in", "within", default="", metavar="LETTER", help="Only in this letter (is).")
@why_option
@who_option
@book_option
@json_option
def correct(
    id: str, field: str, value: str, within: str, why: str, who: str, path: Path, as_json: bool
) -> None:
    """Say what a letter's FIELD is; your word outranks every rule and survives re-reading.

    FIELD: from, to, date, place, kind, number, classification, handling, telegram, channel,
    subject, heading. A date as 1962-12-19, 1962-12, 1962-12-10/1962-12-20; a person as "Name" or
    "Name, Office", several with ";". The value "-" says that the letter does not state it.

    Or what it does to others: answers ID (several with ";"; "-" for none), same ID (another
    edition of the same letter). Or who somebody is: correct "N. Vale" is "Nora Vale" holds the two
    for one person; with --in LETTER only there, which parts two persons of one name. Or what a
    matter is called: correct "the boats" matter "The boats of Cresby" renames it, and joins it to
    the one that is called so already; with --in LETTER only what that letter says of it.
    """
    with existing(path, readonly=False) as book:
        if field == IS:
            _say([book.merge(id, value, why, who, within)], as_json)
        elif field == MATTER:
            _say([book.place(id, value, why, who, within)], as_json)
        else:
            _say([book.correct(id, field, value, why, who)], as_json)


@click.command()
@click.argument("number", type=int)
@why_option
@who_option
@book_option
@json_option
def undo(number: int, why: str, who: str, path: Path, as_json: bool) -> None:
    """Take back entry NUMBER of the log; both stay in it."""
    with existing(path, readonly=False) as book:
        _say([book.undo(number, why, who)], as_json)


@click.command()
@book_option
@json_option
@click.pass_context
def log(ctx: click.Context, path: Path, as_json: bool) -> None:
    """Every correction and undo: who, when, why, and whether it is in force."""
    with existing(path) as book:
        entries = list(book.log())
    _say(entries, as_json)
    if not entries and not as_json:
        click.echo("Nobody has corrected anything yet; see: letterbook correct --help", err=True)


def _say(entries: list[Logged], as_json: bool) -> None:
    if as_json:
        click.echo(dumps([json.entry(entry) for entry in entries]))
        return
    for entry in entries:
        click.echo(_line(entry))


def _line(entry: Logged) -> str:
    if entry.undoes is not None:
        about = f" ({entry.letter} {entry.field})" if entry.letter else ""
        said = f"undoes {entry.undoes}{about}"
    else:
        before = f' (was "{safe(entry.before)}")' if entry.before else ""
        value = f'"{safe(entry.value)}"' if entry.value else "not stated"
        about = f"{entry.letter} {entry.field}"
        if entry.field == IS:
            names = safe(entry.words.replace("\n", "; "))
            about = f'"{names}"{f" in {entry.letter}" if entry.letter else ""} is'
        elif entry.field == MATTER:
            told = count(len(entry.words.splitlines()), "sentence")
            about, before = f'the matter "{safe(entry.before)}" ({told}) is', ""
        said = f"{about}: {value}{before}"
    why = f", because {safe(entry.why)}" if entry.why else ""
    return (
        f"{entry.number:>3}  {entry.at[:10]}  {said}, says {safe(entry.who)}{why} [{entry.state}]"
    )
