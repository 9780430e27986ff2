"""`letterbook serve`: the reading room, in a browser."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING

import click

from letterbook.book import Book
from letterbook.cli.matters import look_for_acts
from letterbook.cli.options import book_option, existing
from letterbook.cli.safe import safe
from letterbook.model import LetterbookError

if TYPE_CHECKING:  # the room and what it needs are loaded when it opens, not before
    from letterbook.serve import Settings

PORT = 8777


def _processors() -> int:
    return min(os.cpu_count() or 1, 4)


@click.command()
@click.option("--edit", is_flag=True, help="Allow corrections; otherwise the room is read-only.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    default=PORT,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="The port to listen on.",
)
@click.option("--processes", type=click.IntRange(1, 16), default=_processors, help="That answer at"
              " one time; default: one for each processor, at most 4.")  # fmt: skip
@click.option("--name", "names", multiple=True, metavar="HOST",
              help="Another name under which the room answers, as behind a proxy.")  # fmt: skip
@click.option("--set-password", is_flag=True,
              help="Ask for a password, keep its hash beside the book, and stop.")  # fmt: skip
@book_option
def serve(
    edit: bool, host: str, port: int, processes: int, names: tuple[str, ...], set_password: bool,
    path: Path,
) -> None:  # fmt: skip
    """Open the reading room: the letterbook in a browser, on this machine only.

    To correct letters in it, add --edit. On any other --host than this machine's own, --edit needs
    a password: set one first with --set-password. Stop with Ctrl-C.
    """
    with existing(path) as book:  # says in words what is wrong with it, before anything listens
        if set_password:
            _set_password(path)
            return
        _prepare(book)
    settings = _settings(path, edit, host, names)
    where = f"[{host}]" if ":" in host else host
    click.echo(f"The reading room of {safe(str(path))}: http://{where}:{port}/")
    click.echo("Letters may be corrected." if edit else "Read-only; to correct letters: --edit.")
    click.echo("Ctrl-C closes it.")
    _listen(settings, host, port, processes)


def _prepare(book: Book) -> None:
    """Look once for what the letters ask and promise, by matter: no page should wait for it."""
    try:
        look_for_acts(book)
        book.matters()
    except LetterbookError as error:  # a disc that is read-only: those pages will say so
        click.echo(f"letterbook: {safe(str(error), lines=True)}", err=True)


def _listen(settings: Settings, host: str, port: int, processes: int) -> None:
    """Answer until stopped, in so many processes."""
    import uvicorn
    from uvicorn.supervisors import Multiprocess

    from letterbook.serve.app import ROOM

    os.environ[ROOM] = settings.dumps()  # read by the processes that answer
    config = uvicorn.Config(
        "letterbook.serve.app:opened", factory=True, workers=processes, host=host, port=port,
        log_level="warning", server_header=False, timeout_keep_alive=5, limit_concurrency=200,
        h11_max_incomplete_event_size=32_768,
    )  # fmt: skip
    server = uvicorn.Server(config)
    if processes == 1:
        server.run()
        return
    listening = config.bind_socket()
    # what is accepted inherits it; else the end of each answer waits 40 ms for an acknowledgement
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    Multiprocess(config, sockets=[listening]).run()


def _settings(path: Path, edit: bool, host: str, names: tuple[str, ...]) -> Settings:
    """The settings, or LetterbookError where corrections would be open to everybody."""
    from letterbook.serve.settings import LOOPBACK, PASSWORD, Settings, is_loopback

    file = path.with_name(PASSWORD)
    password = file.read_text("utf-8").strip() if file.is_file() else ""
    if edit and not password and not (is_loopback(host) and all(map(is_loopback, names))):
        raise LetterbookError(
            f"{host}: others can reach the room there, so correcting needs a password; set one"
            " with: letterbook serve --set-password"
        )
    return Settings(path, edit, (*LOOPBACK, host, *names), password if edit else "")


def _set_password(path: Path) -> None:
    from letterbook.serve.settings import PASSWORD, hashed

    words = click.prompt("Password for correcting", hide_input=True, confirmation_prompt=True)
    if len(words) < 8:
        raise LetterbookError("a password has eight characters or more")
    file = path.with_name(PASSWORD)
    with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
        out.write(hashed(words) + "\n")
    click.echo(f"Its hash lies in {safe(str(file))}; whoever has that file cannot read it back.")
