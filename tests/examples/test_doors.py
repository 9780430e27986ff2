"""The sample through the doors a person uses."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import letterbook
from letterbook.cli import door

HEAP = Path(__file__).resolve().parents[2] / "examples" / "heap"


@pytest.fixture
def record(tmp_path):
    """A record of the telegrams and of the legation's papers."""
    with letterbook.open(tmp_path / "kk.db") as book:
        book.read([HEAP / "telegrams", HEAP / "legation"])
    return tmp_path / "kk.db"


def test_a_file_means_its_telegram_not_the_letter_it_carries(record):
    """The carried letter is one step away: its own id, or the file's second."""
    with letterbook.open(record) as book:
        outer, inner = (
            book.show(name).letter for name in ("port-selm-148.txt", "port-selm-148.txt#2")
        )
    assert outer and inner
    assert outer.kind == "telegram" and outer.inside == ""
    assert inner.kind == "message" and inner.inside == outer.id


def test_a_guessed_encoding_is_said(record):
    """A historian sees that the signs of a file were guessed."""
    said = CliRunner().invoke(door, ["show", "note-verbale.txt", "--book", str(record)]).output
    assert "windows-1252 (guessed)" in " ".join(said.split())
