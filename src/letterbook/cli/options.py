"""Options that several verbs share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from letterbook.book import Book
from letterbook.model import LetterbookError

F = TypeVar("F", bound=Callable[..., Any])

book_option = click.option(
    "--book", "path", envvar="LETTERBOOK", default="letterbook.db", show_default=True,
    show_envvar=True, type=click.Path(dir_okay=False, path_type=Path), help="The letterbook.",
)  # fmt: skip
json_option = click.option("--json", "as_json", is_flag=True, help="Give JSON instead of a page.")
who_option = click.option(
    "--who", default="", help="Who says so; default $LETTERBOOK_WHO, or your login name."
)
why_option = click.option("--why", default="", help="Why; kept in the log.")

FILTERS = (
    click.option("--from", "sender", default="", help="Words of the sender's name or office."),
    click.option("--to", "recipient", default="", help="Words of the recipient's."),
    click.option("--between", nargs=2, default=None, metavar="A B", help="Letters both ways."),
    click.option("--since", default="", metavar="DATE", help="1962-12-19, 1962-12 or 1962."),
    click.option("--until", default="", metavar="DATE", help="The same; both days are included."),
    click.option("--kind", default="", help="letter, telegram, memorandum …"),
    click.option("--in", "within", default="", metavar="PATH", help="A file, folder or volume."),
)


def filters(command: F) -> F:
    """The filters of `list` and `find`."""
    for option in reversed(FILTERS):
        command = option(command)
    return command


def existing(path: Path, readonly: bool = True) -> Book:
    """The book at `path`, which must be there."""
    if not path.is_file():
        raise LetterbookError(f"{path}: no such letterbook; make one with: letterbook read PATH")
    return Book(path, readonly)
