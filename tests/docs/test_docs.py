"""The documentation is true: what it shows is what is printed, and nothing is left out."""

from __future__ import annotations

import doctest
import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from letterbook import text
from letterbook.cli import door as cli
from letterbook.model import FIELDS, KINDS

ROOT = Path(__file__).resolve().parents[2]


def load(path: Path) -> ModuleType:
    """A module from a file that belongs to no package."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


console = load(Path(__file__).with_name("console.py"))
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
TOLD = [page for page in PAGES if page.name != "reference.md"]


def with_commands() -> list[Path]:
    """The pages that show a letterbook command with its output."""
    return [p for p in PAGES if "$ letterbook" in p.read_text(encoding="utf-8")]


@pytest.mark.parametrize("page", with_commands(), ids=lambda page: page.name)
def test_every_command_prints_what_the_page_says(page: Path, tmp_path: Path, golden: bool):
    """The page's commands, run in order in a fresh folder with the sample, give its output.

    With --golden an output that is no longer true is replaced by what is printed now, shortened
    where the page shortens it.
    """
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    written = page.read_text(encoding="utf-8")
    stale = []
    for step in console.steps(written):
        if not step.command.startswith("letterbook"):
            continue
        printed = console.run(step.command, tmp_path)
        if not console.pattern(step.expected).fullmatch(printed):
            stale.append((step, printed))
    if golden and stale:
        page.write_text(console.mended(written, stale), encoding="utf-8")
        return
    assert not stale, "\n".join(
        f"{page.name}:{step.line}: $ {step.command}\nprints\n{printed}not\n{step.expected}\n"
        for step, printed in stale
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_on_a_page_runs(page: Path, tmp_path: Path):
    """Each block of Python runs to its end in a folder with the sample."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for block in re.findall(r"^```python\n(.*?)^```$", page.read_text("utf-8"), re.M | re.S):
        subprocess.run([sys.executable, "-c", block], cwd=tmp_path, check=True, timeout=600)


def test_the_pages_show_commands():
    """README, tutorial and how-to hold commands that are run, so the test above is not empty."""
    assert {"README.md", "tutorial.md", "how-to.md"} <= {page.name for page in with_commands()}


def test_console_blocks_hold_only_commands_that_are_checked():
    """A console block may show letterbook and make, nothing that would go stale unseen."""
    others = [
        f"{page.name}:{step.line} {step.command}"
        for page in PAGES
        for step in console.steps(page.read_text(encoding="utf-8"))
        if step.command.split()[0] not in ("letterbook", "make")
    ]
    assert not others


def test_elided_lines_match_any_lines_but_not_wrong_ones():
    """A line of three dots stands for any lines; a line that differs is still found out."""
    shape = console.pattern("first\n...\nlast 3 of ...\n")
    assert shape.fullmatch("first\nx\ny\nlast 3 of 12\n")
    assert shape.fullmatch("first\nlast 3 of 12\n")
    assert not shape.fullmatch("first\nlast 4 of 12\n")


def test_a_stale_output_is_mended_and_stays_short():
    """Of what is printed now the page keeps the lines like those it showed."""
    shown = "...\n  1956-09-20  ? -> Dolany  tz\n...\nin ... seconds\n..."
    now = "45 letters\n  1956-09-20  Orlo -> Dolany  tz\nmore\nin 0.3 seconds\nend\n"
    short = ["...", "  1956-09-20  Orlo -> Dolany  tz", "...", "in ... seconds", "..."]
    assert console.shortened(shown, now) == short
    assert console.shortened("all", now) == now.replace("0.3", "...").splitlines()


def test_every_command_is_told_of():
    """Each command stands in the tutorial or the how-to, not only in the generated reference."""
    words = "".join(page.read_text(encoding="utf-8") for page in TOLD)
    assert not [name for name in cli.commands if f"letterbook {name}" not in words]


def test_every_command_and_option_has_help():
    """No command and no option is without a line that says what it does."""
    silent = [name for name, command in cli.commands.items() if not command.help]
    for name, command in cli.commands.items():
        options = [p for p in command.params if p.param_type_name == "option"]
        silent += [f"{name} {p.name}" for p in options if not getattr(p, "help", "")]
    assert not silent


def test_every_kind_of_finding_is_documented():
    """Each kind in the model has its row in the reference, with a star if it can be corrected."""
    reference = (ROOT / "docs/reference.md").read_text(encoding="utf-8")
    rows = {m[1]: bool(m[2]) for m in re.finditer(r"^\| `(\w+)`( \*)? \|", reference, re.M)}
    assert rows == {kind: kind in FIELDS for kind in KINDS}


def test_the_reference_is_fresh():
    """The page is what docs/generate.py writes now."""
    fresh = load(ROOT / "docs/generate.py").page()
    assert (ROOT / "docs/reference.md").read_text(encoding="utf-8") == fresh


def test_links_between_pages_lead_somewhere():
    """Each relative link of README and docs names a file that is there."""
    broken = [
        f"{page.name}: {target}"
        for page in PAGES
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert not broken


def test_doctests_of_text():
    """The examples in text.py are true."""
    result = doctest.testmod(text)
    assert result.attempted
    assert not result.failed
