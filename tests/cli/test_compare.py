"""`compare`: two printings side by side, on a page and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from letterbook.cli import door
from tests.link.test_shingles import prose
from tests.record.fake import letter

COMMON = f"Dear Sir, {prose(1, 40)}.\n\n{prose(2, 200)}.\n\n{prose(3, 200)}.\n\n{prose(4, 200)}."


@pytest.fixture
def laid(run):
    """Two printings of a letter, and a history, read; compare with its arguments."""
    Path("in").mkdir()
    full = f"{COMMON}\n\nSend the harbour master my greetings.\n\n{prose(5, 90)}."
    cut = f"{COMMON}\n\nSend the old harbour master my \x1b[31m greetings."
    Path("in/a.txt").write_text(letter(body=cut))
    Path("in/b.txt").write_text(letter(body=full))
    Path("in/c.txt").write_text(letter(body="Another thing entirely."))
    Path("in/d.txt").write_text("A history of the harbour.")
    assert run("read", "in").exit_code == 0
    return lambda *arguments: CliRunner().invoke(door, ["compare", *arguments])


def test_the_page(laid):
    """The verdict, the reason, the words that differ, what is left out; no escape codes."""
    said = laid("in/a.txt", "in/b.txt").output
    lines = said.splitlines()
    assert lines[0] == "One letter, printed twice"
    assert "this printing leaves out" in said
    assert "‹old›" in said
    assert "(… 3 paragraphs, 442 words, the same …)" in said
    assert "(left out, and nothing says so)" in said and " › " in said
    assert "\x1b" not in said and "␛‹[31m›" in said
    assert all(len(line) <= 110 and line == line.rstrip() for line in lines)


def test_every_word_with_all(laid):
    """Nothing is shortened."""
    said = laid("in/a.txt", "in/b.txt", "--all").output
    assert "the same …)" not in said and "words …)" not in said
    assert len(said) > len(laid("in/a.txt", "in/b.txt").output)


def test_json_points_at_the_words(laid):
    """Places are of the sources."""
    told = json.loads(laid("in/a.txt", "in/b.txt", "--json").stdout)
    assert told["link"]["to"] == told["right"]["id"] and told["relation"] == "excerpt"
    assert told["fuller"] == "right"
    text = Path("in/b.txt").read_text()
    start, end = told["sides"]["left"]["omitted"][0]
    assert text[start:end] == prose(5, 90)
    assert "".join(text[slice(*row["right_at"])] for row in told["rows"]) in text


def test_letters_that_share_nothing(laid):
    """Two letters."""
    said = laid("in/a.txt", "in/c.txt").output
    assert said.startswith("Two letters\n")


def test_what_cannot_be_compared_is_said(laid):
    """The same letter twice, and a history."""
    same = laid("in/a.txt", "in/a.txt")
    assert "compare takes two letters" in same.output
    history = laid("in/a.txt", "in/d.txt")
    assert "compare takes two letters" in history.output
