"""`letterbook read`: a heap into the letterbook, then a page about it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from letterbook.book import Book, Progress, Summary
from letterbook.book import as_json as json
from letterbook.cli.options import book_option, json_option
from letterbook.cli.page import page
from letterbook.cli.safe import dumps, safe
from letterbook.cli.words import count


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…", type=click.Path(path_type=Path))
@book_option
@click.option("--jobs", type=click.IntRange(1), help="Processes; default: one for each processor.")
@click.option("--max-size", type=click.IntRange(1), metavar="MB",
              help="Leave larger files out; default: 64.")  # fmt: skip
@click.option("--again", is_flag=True, help="Read also files that have not changed.")
@click.option("--progress/--no-progress", default=None, help="Default: when a terminal listens.")
@json_option
@click.pass_context
def read(
    ctx: click.Context,
    paths: tuple[Path, ...],
    path: Path,
    jobs: int | None,
    max_size: int | None,
    again: bool,
    progress: bool | None,
    as_json: bool,
) -> None:
    """Read files, folders and archives into the letterbook.

    Plain text, Markdown, HTML, TEI, folders, zip and tar. Read a folder again when it has changed:
    only what changed is read, and corrections stay.
    """
    teller = Teller(sys.stderr.isatty() if progress is None else progress)
    with Book(path) as book:
        try:
            summary = book.read(
                list(paths), teller.tell, jobs, max_size and max_size * 1_000_000, again
            )
        except KeyboardInterrupt:
            teller.stop()
            raise
        teller.end()
        if as_json:
            click.echo(dumps(json.summary(summary, str(path))))
        else:
            click.echo("\n".join(line.rstrip() for line in page(book, summary)))
    _problems(summary)
    if not summary.read and not summary.unchanged:
        ctx.exit(1)


def _problems(summary: Summary) -> None:
    """What a person should not miss, on the side."""
    if not summary.names and not summary.failed:
        click.echo("letterbook: nothing to read there.", err=True)
    elif summary.failed:
        which = ", ".join(map(safe, summary.failed[:3])) + (" …" if len(summary.failed) > 3 else "")
        click.echo(
            f"letterbook: {count(len(summary.failed), 'file')} could not be read: {which}", err=True
        )


class Teller:
    """Tells how far the reading is, in one line of the terminal."""

    def __init__(self, aloud: bool) -> None:
        """`aloud`: whether anybody listens."""
        self.aloud = aloud
        self.last: Progress | None = None

    def tell(self, progress: Progress) -> None:
        """Say how far it is."""
        if progress.linking:
            if self.aloud:
                told = f"\rlinking: {progress.done:,} of {progress.total:,}"
                click.echo(told.ljust(60), nl=False, err=True)
            return
        self.last = progress
        if self.aloud and progress.bytes_total:
            share = 100 * progress.bytes // progress.bytes_total
            line = f"{share:>3} %  {progress.files:,} of {count(progress.files_total, 'file')}"
            click.echo(f"\r{line}, {count(progress.letters, 'letter')}  ", nl=False, err=True)

    def end(self) -> None:
        """Clear the line."""
        if self.aloud and self.last:
            click.echo("\r" + " " * 60 + "\r", nl=False, err=True)

    def stop(self) -> None:
        """Say what is safe after Ctrl-C."""
        self.end()
        done = self.last.files if self.last else 0
        total = self.last.files_total if self.last else 0
        click.echo(
            f"letterbook: stopped; {done:,} of {count(total, 'new file')} kept so far."
            " Read again to go on.",
            err=True,
        )
