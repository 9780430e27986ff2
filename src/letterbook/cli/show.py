"""`letterbook show`: one letter, opened."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from letterbook.book import as_json as json
from letterbook.cli.evidence import evidence
from letterbook.cli.names import names
from letterbook.cli.options import book_option, existing, json_option
from letterbook.cli.safe import dumps, safe
from letterbook.cli.ties import ties
from letterbook.cli.words import count, dated, full, title, width
from letterbook.model import Identity, Letter, Name, When, Words
from letterbook.record import Noted, Shown
from letterbook.text import Lines


@click.command()
@click.argument("id")
@click.option("--in", "within", default="", metavar="PATH", help="The volume of a number.")
@click.option("--evidence", "why", is_flag=True, help="The words each field rests on.")
@click.option("--names", "who", is_flag=True, help="Who is named in its words, and why it is he.")
@click.option("--raw", is_flag=True, help="The text as it stands, page marks and all.")
@book_option
@json_option
def show(id: str, within: str, why: bool, who: bool, raw: bool, path: Path, as_json: bool) -> None:
    """Show a letter: its header and its text without page marks, notes below.

    ID: an id or its first letters, file.txt#2, volume/part, or with --in a document's number.
    """
    with existing(path) as book:
        shown = book.show(id, within)
        held = book.names(shown.letter.id) if who and shown.letter else ()
    if as_json:
        named = {"names": [json.named(one) for one in held]} if who else {}
        click.echo(dumps(json.shown(shown) | named))
    elif raw:
        click.echo(safe(shown.raw, lines=True))
    else:
        lines = [*_head(shown), ""]
        lines += evidence(shown) if why else names(held, shown.source.text) if who else _body(shown)
        click.echo("\n".join(line.rstrip() for line in lines))


def _head(shown: Shown) -> Iterator[str]:
    letter = shown.letter
    yield title(letter.id if letter else shown.source.id)
    rows = _header(letter, _said_of_day(shown)) if letter else [("Form", shown.written.form),
                                           ("Title", safe(shown.written.title))]  # fmt: skip
    lines = Lines(shown.source.text)
    start = letter.start if letter else 0
    place = " ".join(filter(None, (shown.source.path, shown.source.where)))
    read_as = shown.source.encoding
    told = "" if read_as.lower() in ("utf-8", "") else f", read as {read_as}"
    clues = [("", safe(f.value.text)) for f in shown.findings
             if f.kind == "clue" and isinstance(f.value, Words)]  # fmt: skip
    rows[3:3] = clues
    rows[2:2] = [("", who) for who in _who(shown, "recipient")]
    rows[1:1] = [("", who) for who in _who(shown, "sender")]
    where = ("In", safe(f"{place}, line {lines.line(start)}{told}"))
    for name, words in [*rows, *ties(shown), where]:
        if words:
            yield from textwrap.wrap(
                words, width(), initial_indent=f"  {name:<10}", subsequent_indent=" " * 12
            )


def _who(shown: Shown, role: str) -> Iterator[str]:
    """Who an office without a name is, and whom a name may mean when there are several."""
    letter = shown.letter
    names = () if letter is None else letter.senders if role == "sender" else letter.recipients
    places = {f.span: f.value for f in shown.findings if f.kind == role and f.value in names}
    for finding in shown.findings:
        name, who = places.get(finding.span), finding.value
        if isinstance(who, Identity) and isinstance(name, Name):
            office = not name.name and not who.reason.startswith("the same office")
            if who.candidates or office:
                yield safe(who.reason)


def _said_of_day(shown: Shown) -> str:
    """What an undated letter says of its day: "Tuesday, late"; "undated"."""
    about = (f.value for f in shown.findings if shown.letter and f.of == shown.letter.id)
    return next((v.stated for v in about if isinstance(v, When) and v.stated), "")


def _header(letter: Letter, said: str) -> list[tuple[str, str]]:
    when = letter.when
    said = when.stated if when else said
    stated = f'  ("{safe(said)}")' if said and not (when and said == when.edtf) else ""
    return [
        ("From", full(letter.senders) or "not stated"),
        ("To", full(letter.recipients) or "not stated"),
        ("Date", (dated(letter) if when else "not stated") + stated),
        ("Place", safe(letter.place)),
        ("Kind", safe(letter.kind)),
        ("Marking", safe(letter.marking)),
        ("Number", safe(letter.number)),
        ("Telegram", safe(letter.telegram)),
        ("Channel", safe(letter.channel)),
        ("Heading", safe(letter.heading)),
        ("Inside", letter.inside),
    ]


def _body(shown: Shown) -> Iterator[str]:
    for paragraph in shown.text.split("\n\n"):
        lines = paragraph.strip("\n").split("\n")
        for line in lines:
            yield from _wrapped(safe(line, lines=True))
        yield ""
    yield from _notes("Notes", (note for note in shown.notes if not note.source))
    yield from _notes("Source note", (note for note in shown.notes if note.source))
    gaps = sum(1 for f in shown.findings if f.kind == "gap")
    if gaps:
        yield f"({count(gaps, 'place')} where words are missing or an editor's: --evidence)"


def _wrapped(line: str, indent: str = "") -> list[str]:
    return textwrap.wrap(line, width(), subsequent_indent=indent) or [""]


def _notes(heading: str, notes: Iterable[Noted]) -> Iterator[str]:
    held = list(notes)
    if held:
        yield title(heading)
    for note in held:
        label = f"[{safe(note.label)}] " if note.label else ""
        yield from _wrapped(f"  {label}{safe(note.words)}", "      ")
    if held:
        yield ""
