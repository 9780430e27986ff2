"""`letterbook check`: a brief against the letters, quotation by quotation, claim by claim."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letterbook.book import Book
from letterbook.book.as_json import checked as as_json_of
from letterbook.cli.options import book_option, existing, json_option
from letterbook.cli.safe import dumps, safe
from letterbook.model import LetterbookError

if TYPE_CHECKING:  # checking is loaded when something is to be checked, not before
    from letterbook.check.checked import Checked

MOST = 64_000_000  # bytes of standard input
TOLD = 20  # claims between two words of progress


@click.command()
@click.argument(
    "briefs", nargs=-1, required=True, metavar="BRIEF…", type=click.Path(allow_dash=True)
)
@book_option
@click.option("--to", "form", type=click.Choice(["text", "html", "markdown"]), default="text",
              show_default=True, help="The page, or the brief itself with notes.")  # fmt: skip
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Write there instead of to the terminal.")  # fmt: skip
@click.option("--claims/--no-claims", default=True, show_default=True,
              help="Check also what is said in the brief's own words.")  # fmt: skip
@click.option("--progress/--no-progress", default=None, help="Default: when a terminal listens.")
@json_option
@click.pass_context
def check(
    ctx: click.Context, briefs: tuple[str, ...], path: Path, form: str, out: Path | None,
    claims: bool, progress: bool | None, as_json: bool,
) -> None:  # fmt: skip
    """Check briefs against the letters and histories: what they quote, and what they say.

    BRIEF is any file that letterbook reads, in the letterbook or not; - takes standard input.
    Each quotation gets a verdict, each claim a status, with the words it rests on.
    With --json, one brief gives an object, several give a list.

    Exit codes: 0 nothing unfaithful; 1 a quotation is not its source's, or a claim is
    contradicted; 2 wrong usage.
    """
    if as_json and form != "text":
        raise click.UsageError("--json and --to exclude one another.")
    if form == "html" and len(briefs) > 1:
        raise click.UsageError("--to html makes a page of one brief; give them one by one.")
    aloud = sys.stderr.isatty() if progress is None else progress
    with existing(path) as book:
        done = [_check(book, brief, claims, Teller(aloud)) for brief in briefs]
    _give(_told(done, form, as_json), out)
    ctx.exit(1 if any(each.unfaithful for each in done) else 0)


def _told(done: Sequence[Checked], form: str, as_json: bool) -> str:
    if as_json:
        told = [as_json_of(each) for each in done]
        return dumps(told if len(told) > 1 else told[0])
    return "\n\n\n".join(_rendered(each, form) for each in done)


def _check(book: Book, brief: str, claims: bool, teller: Teller) -> Checked:
    text = _typed() if brief == "-" else ""
    try:
        return book.check("" if brief == "-" else brief, text, claims, teller.tell)
    finally:
        teller.end()


def _rendered(done: Checked, form: str) -> str:
    from letterbook.check.annotate_html import html
    from letterbook.check.annotate_markdown import markdown
    from letterbook.cli.verdicts import page

    if form == "text":
        return "\n".join(line.rstrip() for line in page(done))
    return html(done) if form == "html" else markdown(done)


def _typed() -> str:
    """Standard input, as far as a person would type or pipe it."""
    held = sys.stdin.buffer.read(MOST + 1)
    if len(held) > MOST:
        raise LetterbookError("standard input holds more than 64 MB; give a file in parts")
    return held.decode("utf-8", "replace")


def _give(told: str, out: Path | None) -> None:
    if out is None:
        click.echo(told)
        return
    try:
        out.write_text(told + "\n", "utf-8", "backslashreplace")
    except OSError as error:
        raise LetterbookError(f"{out}: cannot be written ({error.strerror})") from error
    click.echo(f"letterbook: {safe(str(out))} is written.", err=True)


class Teller:
    """Tells how far the checking is, in one line of the terminal."""

    def __init__(self, aloud: bool) -> None:
        """`aloud`: whether anybody listens."""
        self.aloud = aloud
        self.told = False

    def tell(self, done: int, total: int) -> None:
        """Say how far it is."""
        if self.aloud and (done % TOLD == 0 or done == total):
            click.echo(f"\rchecking: {done:,} of {total:,}".ljust(60), nl=False, err=True)
            self.told = True

    def end(self) -> None:
        """Clear the line."""
        if self.told:
            click.echo("\r" + " " * 60 + "\r", nl=False, err=True)
            self.told = False
