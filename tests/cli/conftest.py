"""The command, with the fake reader and marker, in a folder of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from letterbook.book.work import Rooms
from letterbook.cli import door
from tests.book.conftest import walk
from tests.record.fake import letter, mark, read_path

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `letterbook ARGUMENTS` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LETTERBOOK", raising=False)
    rooms = Rooms(walk, read_path, mark, "1", 10**9)
    monkeypatch.setattr("letterbook.book.book.rooms", lambda: rooms)
    return lambda *arguments: CliRunner().invoke(door, list(arguments))


@pytest.fixture
def told(run: Run) -> Callable[..., object]:
    """Run with `--json` and give what it says."""
    return lambda *arguments: json.loads(run(*arguments, "--json").stdout)


@pytest.fixture
def heap(run: Run) -> Run:
    """Three letters and a history, read."""
    Path("in").mkdir()
    note = "Dear Sir, the harbour is open[n1].\nn1 So says the Gazette."
    Path("in/a.txt").write_text(letter(body=note, more="No: 7\n"))
    Path("in/b.txt").write_text(letter("Ana Vell, Regent", "Jon Mar", "1963-02-03", "Ost"))
    Path("in/c.txt").write_text("To: Jon Mar\nPerhaps: Ana Vell\n\nSir, unsigned.\n")
    Path("in/d.txt").write_text("A history of the harbour.")
    assert run("read", "in").exit_code == 0
    return run
