"""`letterbook write`: regests, timelines, briefs and study guides, every line pinned."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from letterbook.cli.options import book_option, existing
from letterbook.cli.safe import safe
from letterbook.cli.words import count
from letterbook.model import LetterbookError

KINDS = ("regest", "timeline", "brief", "guide", "ledger")
SUFFIXES = {".txt": "text", ".md": "markdown", ".html": "html", ".htm": "html", ".json": "json",
            ".csv": "csv", ".svg": "svg"}  # fmt: skip
FORMATS = ("text", "markdown", "obsidian", "html", "json", "csv", "svg")


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("targets", nargs=-1, metavar="[TARGET]…")
@click.option("--find", default="", metavar="WORDS", help="What a search for these words finds.")
@click.option("--exchange", is_flag=True, help="A letter stands for the exchange it is part of.")
@click.option("--from", "sender", default="", help="Words of the sender's name or office.")
@click.option("--between", nargs=2, default=None, metavar="A B", help="Letters both ways.")
@click.option("--since", default="", metavar="DATE", help="1962-12-19, 1962-12 or 1962.")
@click.option("--until", default="", metavar="DATE", help="The same; both days are included.")
@click.option("--in", "--within", "within", default="", metavar="PATH",
              help="A file, folder or volume.")  # fmt: skip
@click.option("--limit", type=click.IntRange(1), help="At most so many letters.")
@click.option("--pages", type=click.IntRange(1, 3), default=1, help="How long a brief is: 1 or 3.")
@click.option("--model", default="", metavar="NAME",
              help="Let a model draft; the check strikes what lacks support.")  # fmt: skip
@click.option("--to", "form", type=click.Choice(FORMATS),
              help="Default: text, or what the name of --out says.")  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path), help="A file; for obsidian a folder.")
@click.option("--force", is_flag=True, help="Write over what is there.")
@book_option
def write(
    kind: str,
    targets: tuple[str, ...],
    form: str | None,
    out: Path | None,
    force: bool,
    path: Path,
    model: str,
    **wanted: Any,
) -> None:
    """Write a calendar of regests, a timeline, a brief, a study guide or a ledger.

    TARGET: the id of a letter or source, file.txt#2, volume/part, a file, a folder; none means the
    whole letterbook. Every line stands on words of the letters, and says on which.
    """
    from letterbook.write import RENDERERS

    chosen = form or (SUFFIXES.get(out.suffix.lower(), "text") if out else "text")
    teller = _Teller()
    with existing(path) as book:
        if model:
            page = _drafted(book, model, kind, targets, wanted)
        else:
            page = book.write(kind, targets, progress=teller.tell, **wanted)
    teller.end()
    if out is not None and chosen == "obsidian":
        _notes(page, out, force)
    elif out is not None:
        _into(out, RENDERERS[chosen](page), force)
    else:
        click.echo(safe(RENDERERS[chosen](page), lines=True), nl=False)


def _drafted(book: Any, model: str, kind: str, targets: tuple[str, ...], wanted: Any) -> Any:
    """A brief that a model drafted; what the check struck is told beside it."""
    if kind != "brief":
        raise click.UsageError("--model drafts briefs only")
    draft = book.draft(model, targets, **wanted)
    for one in draft.struck:
        click.echo(f"struck, {one.kind}: {safe(one.text)} ({safe(one.reason)})", err=True)
    return draft.page


def _notes(page: Any, folder: Path, force: bool) -> None:
    """A note for the page, and one for each letter it rests on, in a folder."""
    from letterbook.write import as_obsidian

    notes = as_obsidian(page)
    there = [note.name for note in notes if (folder / note.name).exists()]
    if there and not force:
        raise LetterbookError(f"{folder / there[0]}: is there already; with --force it is replaced")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LetterbookError(f"{folder}: cannot be made: {error.strerror}") from error
    for note in notes:
        _into(folder / note.name, note.text, force=True, aloud=False)
    click.echo(f"{count(len(notes), 'note')} in {safe(str(folder))}", err=True)


def _into(out: Path, text: str, force: bool, aloud: bool = True) -> None:
    if out.exists() and not force:
        raise LetterbookError(f"{out}: is there already; with --force it is replaced")
    try:
        out.write_text(text, encoding="utf-8", errors="replace", newline="\n")
    except OSError as error:
        raise LetterbookError(f"{out}: cannot be written: {error.strerror}") from error
    if aloud:
        click.echo(f"written: {safe(str(out))}", err=True)


class _Teller:
    """Tells how far the writing is, in one line, where a terminal listens."""

    def __init__(self) -> None:
        self.aloud = sys.stderr.isatty()
        self.told = False

    def tell(self, done: int, of: int) -> None:
        """Say how far it is, every fortieth source."""
        if self.aloud and of > 80 and (done % 40 == 0 or done == of):
            self.told = True
            click.echo(f"\rreading: {done:,} of {of:,}".ljust(60), nl=False, err=True)

    def end(self) -> None:
        """Clear the line."""
        if self.told:
            click.echo("\r" + " " * 60 + "\r", nl=False, err=True)
