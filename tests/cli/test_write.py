"""`letterbook write`: kinds, targets, filters, formats, files, and what it says when it cannot."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import letterbook
from letterbook.cli import door
from tests.conftest import ROOT

Write = Callable[..., Result]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A letterbook of part of the sample."""
    folder = tmp_path_factory.mktemp("written")
    for name in ("afterwards", "published", "telegrams"):
        shutil.copytree(ROOT / "examples" / "heap" / name, folder / "heap" / name)
    with letterbook.open(folder / "letterbook.db") as book:
        book.read([folder / "heap"], jobs=1)
    return folder


@pytest.fixture
def write(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Write]:
    """Run `letterbook write ARGUMENTS` beside that letterbook."""
    monkeypatch.chdir(folder)
    monkeypatch.delenv("LETTERBOOK", raising=False)
    yield lambda *arguments: CliRunner().invoke(door, ["write", *arguments])
    for made in folder.glob("made*"):
        shutil.rmtree(made) if made.is_dir() else made.unlink()


def test_timeline(write: Write) -> None:
    """A timeline of a history: its days, what is inferred, its source."""
    result = write("timeline", "a-line-reopened.txt")
    assert result.exit_code == 0
    assert "1957-10-28              “On October 28, 1957, Clement Farr presented" in result.stdout
    assert "[1957-06-07]" in result.stdout
    assert "counted\n" in result.stdout or "counted from" in result.stdout
    assert "[1] “" in result.stdout


def test_regest(write: Write) -> None:
    """A regest of one letter, and of its exchange."""
    alone = write("regest", "exchange-with-king-aurel.txt#1")
    assert alone.stdout.startswith("Regest: Amos Tredway to Aurel II, October 2, 1956\n")
    both = write("regest", "exchange-with-king-aurel.txt#1", "--exchange")
    assert both.stdout.startswith("Calendar of ")


def test_filters(write: Write) -> None:
    """Filters as in `list`: who, when, where from, how many."""
    rows = csv.DictReader(io.StringIO(write("timeline", "--in", "telegrams", "--to", "csv").stdout))
    assert {row["citation"].rpartition(" ")[2] for row in rows if row["event"]} >= {
        "port-selm-64.txt."
    }
    some = write("timeline", "--since", "1957-06", "--until", "1957-06", "--to", "json")
    for row in json.loads(some.stdout)["parts"][0]["rows"]:
        assert (row["latest"] or "9") >= "1957-06-01"
        assert (row["earliest"] or "0") <= "1957-06-30"
    few = write("regest", "--between", "Tredway", "Aurel", "--limit", "1")
    assert few.stdout.startswith("Regest: Amos Tredway")
    found = write("regest", "--find", "hostage")
    assert "hostage" in found.stdout


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("made.md", "# Timeline of"), ("made.html", "<!DOCTYPE html>"), ("made.json", "{"),
        ("made.csv", "date,earliest"), ("made.svg", "<svg"), ("made.txt", "Timeline of"),
        ("made", "Timeline of"),
    ],
)  # fmt: skip
def test_out(write: Write, name: str, begins: str) -> None:
    """The name of the file says the format; the file is said."""
    result = write("timeline", "telegrams", "--out", name)
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"written: {name}" in result.stderr
    assert Path(name).read_text().startswith(begins)


def test_never_over_a_file(write: Write) -> None:
    """What is there is not written over, unless one says so."""
    Path("made.md").write_text("my own words")
    refused = write("timeline", "--out", "made.md")
    assert refused.exit_code == 1
    assert "made.md: is there already; with --force it is replaced" in refused.stderr
    assert Path("made.md").read_text() == "my own words"
    assert write("timeline", "--out", "made.md", "--force").exit_code == 0
    assert Path("made.md").read_text() != "my own words"


def test_notes(write: Write) -> None:
    """For Obsidian a folder of notes; again only with --force; without a folder one note."""
    result = write("regest", "--in", "published", "--to", "obsidian", "--out", "made")
    assert result.exit_code == 0
    notes = sorted(path.name for path in Path("made").iterdir())
    assert f"{len(notes)} notes in made" in result.stderr
    assert any(name.startswith("Calendar of ") for name in notes)
    again = write("regest", "--in", "published", "--to", "obsidian", "--out", "made")
    assert again.exit_code == 1
    assert write("regest", "--in", "published", "--to", "obsidian").stdout.startswith("---\ntitle:")


def test_cannot(write: Write) -> None:
    """Nothing is so; no such letter; no such kind; a folder that is not there."""
    assert write("regest", "--since", "1999").exit_code == 1
    assert "no letter in the letterbook is so" in write("regest", "--since", "1999").stderr
    assert 'no letter "zzzzzz"' in write("regest", "zzzzzz").stderr
    assert write("sonnet").exit_code == 2
    nowhere = write("timeline", "--out", "nowhere/at/all.md")
    assert (nowhere.exit_code, "cannot be written" in nowhere.stderr) == (1, True)
    assert "no dated event to draw" in write("regest", "--to", "svg").stderr
    assert "no such letterbook" in write("timeline", "--book", "other.db").stderr


@pytest.mark.parametrize("kind", ["regest", "timeline"])
@pytest.mark.parametrize("suffix", [".md", ".html", ".txt"])
def test_our_own_check_passes_it(write: Write, kind: str, suffix: str) -> None:
    """What we write holds no quotation that our check would flag, and no claim it contradicts."""
    write(kind, "--out", f"made{suffix}")
    checked = CliRunner().invoke(door, ["check", f"made{suffix}"])
    said = " ".join(checked.stdout.split())  # lines break where the screen ends
    assert "all faithful" in said
    assert " 0 contradicted" in said
    assert checked.exit_code == 0


def test_python_door(folder: Path) -> None:
    """The same from Python: a page with lines and pins, and citations."""
    with letterbook.open(folder / "letterbook.db", readonly=True) as book:
        page = book.write("timeline", "a-line-reopened.txt")
        assert page.kind == "timeline"
        assert all(line.pins for line in page.lines)
        letter = book.list(sender="Tredway")[0]
        assert book.cite(letter.id).startswith(
            "Amos Tredway to Aurel II, Port Selm, October 2, 1956"
        )
        assert book.cite(letter.id, "bibtex").startswith("@misc{")
