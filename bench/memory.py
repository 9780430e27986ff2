"""Peak memory of a program and all its children, sampled from /proc (Linux)."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path

PROC = Path("/proc")
SAMPLES = 5.0
"""Samples a second."""


def children(pid: int) -> list[int]:
    """The processes below `pid`, itself first; those that just ended are left out."""
    tree, waiting = [], [pid]
    while waiting:
        one = waiting.pop()
        tree.append(one)
        for task in (PROC / str(one)).glob("task/*/children"):
            waiting.extend(int(word) for word in _text(task).split())
    return tree


def held(pid: int) -> int:
    """Bytes of memory a process holds, shared pages by its share (0 when it is gone)."""
    for name, key in (("smaps_rollup", "Pss:"), ("status", "VmRSS:")):
        for line in _text(PROC / str(pid) / name).splitlines():
            if line.startswith(key):
                return int(line.split()[1]) * 1024
    return 0


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace")
    except OSError:  # the process ended between the listing and the look
        return ""


def watch(command: Sequence[str]) -> int:
    """Run a program to its end; the peak of bytes held by it and its children together.

    A program that fails raises `CalledProcessError`.
    """
    peak = 0
    with subprocess.Popen(command) as program:
        ended = threading.Event()

        def sample() -> None:
            nonlocal peak
            while not ended.wait(1 / SAMPLES):
                peak = max(peak, sum(held(pid) for pid in children(program.pid)))

        sampler = threading.Thread(target=sample, daemon=True)
        sampler.start()
        status = program.wait()
        ended.set()
        sampler.join()
    if status:
        raise subprocess.CalledProcessError(status, command)
    return peak
