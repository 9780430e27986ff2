"""Console blocks of a page: the commands, what the page says they print, and what they print."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)
VARYING = re.compile(r"\b20[2-9]\d-\d\d-\d\d\b|\b\d+\.\d(?= seconds)")  # today; how long
NEAR = 0.6  # how alike a line must be to one the page shows, to be shown in its place
RUN = "from letterbook.cli import main; main()"


@dataclass(frozen=True)
class Step:
    """One command of a page, the line it stands on, and the output the page gives it."""

    line: int
    command: str
    expected: str


def steps(page: str) -> Iterator[Step]:
    """The commands in the console blocks of a page, in order."""
    for block in BLOCK.finditer(page):
        line = page.count("\n", 0, block.start(1)) + 1
        command, at, output = "", 0, list[str]()
        for number, text in enumerate(block[1].splitlines(), start=line):
            if text.startswith("$ "):
                if command:
                    yield Step(at, command, "\n".join(output))
                command, at, output = text[2:], number, []
            else:
                output.append(text)
        if command:
            yield Step(at, command, "\n".join(output))


def pattern(expected: str) -> re.Pattern[str]:
    """What the output must match: "..." stands for any lines, or within a line for any words."""
    parts = []
    for line in expected.rstrip().splitlines():
        words = ".*?".join(re.escape(part) for part in line.rstrip().split("..."))
        parts.append(r"(?:.*\n)*?" if line.strip() == "..." else words + "\n")
    return re.compile("".join(parts))


def run(command: str, folder: Path) -> str:
    """What a `letterbook …` command prints in `folder`, errors included, no blanks at line ends."""
    words = shlex.split(command)
    assert words[0] == "letterbook", f"{command!r}: only letterbook commands are run"
    environ = {k: v for k, v in os.environ.items() if not k.startswith("LETTERBOOK")}
    environ |= {"COLUMNS": "100", "NO_COLOR": "1", "USER": "ada", "LOGNAME": "ada"}
    done = subprocess.run(
        [sys.executable, "-c", RUN, *words[1:]],
        cwd=folder,
        env=environ | {"PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=600,
    )
    assert "Traceback (most recent" not in done.stdout, f"{command!r} broke:\n{done.stdout}"
    return "".join(line.rstrip() + "\n" for line in done.stdout.rstrip().splitlines())


def mended(page: str, stale: Iterable[tuple[Step, str]]) -> str:
    """The page with what is printed now in place of the outputs that are no longer true."""
    lines = page.splitlines()
    for step, printed in sorted(stale, key=lambda pair: -pair[0].line):
        size = len(step.expected.splitlines())
        lines[step.line : step.line + size] = shortened(step.expected, printed)
    return "\n".join(lines) + "\n"


def shortened(expected: str, printed: str) -> list[str]:
    """The printed lines that stand nearest to those the page shows, three dots for the rest.

    A page that shows all lines gets all lines.
    """
    shown, now = expected.splitlines(), VARYING.sub("...", printed).splitlines()
    if "..." not in (line.strip() for line in shown):
        return now
    kept: dict[int, str] = {}
    at = 0
    for line in (line for line in shown if line.strip() != "..."):
        alike = [SequenceMatcher(None, line, other).ratio() for other in now[at:]]
        if alike and max(alike) >= NEAR:
            at += alike.index(max(alike)) + 1
            still = pattern(line).fullmatch(now[at - 1] + "\n")
            kept[at - 1] = line if still else now[at - 1]
    out = [kept.get(i, "...") for i in range(len(now))]
    return [line for i, line in enumerate(out) if line != "..." or i == 0 or out[i - 1] != "..."]
