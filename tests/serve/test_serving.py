"""The command itself: it says where the room is, answers in several processes, and stops."""

from __future__ import annotations

import http.client
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from click.testing import CliRunner

from letterbook.cli import door


@pytest.mark.parametrize("processes", ["1", "2"])
def test_the_room_opens_answers_many_and_closes(own, processes):
    """A hundred and twenty requests, eight at a time, none refused; Ctrl-C ends it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    asked = [sys.executable, "-m", "letterbook", "serve", "--book", str(own), "--port", str(port),
             "--processes", processes]  # fmt: skip
    with subprocess.Popen(asked, stdout=subprocess.PIPE, text=True) as room:
        try:
            assert room.stdout and f"http://127.0.0.1:{port}/" in room.stdout.readline()
            wait(port)
            paths = ["/", "/letters", "/search?q=gates", "/people", "/missing", "/index.json"] * 20
            with ThreadPoolExecutor(8) as many:
                answers = list(many.map(lambda path: status(port, path), paths))
            assert answers == [200] * len(paths)
        finally:
            room.send_signal(signal.SIGINT)
        assert room.wait(60) in (0, 130, -signal.SIGINT)


def wait(port: int) -> None:
    """Until the room answers."""
    for _ in range(600):
        try:
            if status(port, "/log") == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the room did not open")


def status(port: int, path: str) -> int:
    """What the room says to a request."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


def test_a_letterbook_that_is_not_there_is_said_before_anything_listens(tmp_path):
    """With what to do."""
    done = CliRunner().invoke(door, ["serve", "--book", str(tmp_path / "none.db")])
    assert done.exit_code == 1
    assert "no such letterbook" in done.output
