"""The command itself: its verbs, and what happens when something is wrong."""

from __future__ import annotations

import io
import sys
from typing import Any

import click

from letterbook.cli.check import check
from letterbook.cli.compare import compare
from letterbook.cli.correct import correct, log, undo
from letterbook.cli.find import find
from letterbook.cli.list import list_letters
from letterbook.cli.matters import due, matters
from letterbook.cli.missing import missing
from letterbook.cli.people import people
from letterbook.cli.read import read
from letterbook.cli.safe import safe
from letterbook.cli.serve import serve
from letterbook.cli.show import show
from letterbook.cli.thread import thread
from letterbook.cli.write import write
from letterbook.model import LetterbookError

INTERRUPTED = 130


class Door(click.Group):
    """A group of commands that says what went wrong in words, with an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a verb."""
        try:
            return super().invoke(ctx)
        except LetterbookError as error:
            click.echo(f"letterbook: {safe(str(error), lines=True)}", err=True)
            ctx.exit(1)
        except KeyboardInterrupt:
            click.echo("letterbook: stopped.", err=True)
            ctx.exit(INTERRUPTED)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order in which one meets them."""
        return list(self.commands)


@click.group(cls=Door, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="letterbook", message="letterbook %(version)s")
def door() -> None:
    """Read a heap of letters and keep its letterbook.

    Who wrote to whom, when, from where, in what office, with the words each answer rests on.

    Exit codes: 0 fine; 1 nothing found or nothing could be read; 2 wrong usage; 130 stopped.
    """


for verb in (read, list_letters, show, find, thread, compare, people, missing, matters, due,
             write, check, correct, undo, log, serve):  # fmt: skip
    door.add_command(verb)


def main() -> None:
    """The `letterbook` command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that lacks a sign shows its number
            stream.reconfigure(errors="backslashreplace")
    door(prog_name="letterbook")
