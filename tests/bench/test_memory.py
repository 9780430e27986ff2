"""Peak memory counts a program's children, and a program that fails is not measured."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bench import memory

CHILD = "import time; held = b'x' * 60_000_000; time.sleep(1)"
PARENT = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {CHILD!r}])"


@pytest.mark.skipif(not memory.PROC.is_dir(), reason="needs /proc")
def test_children_count():
    """Sixty megabytes held by a child are seen."""
    assert memory.watch([sys.executable, "-c", PARENT]) > 60_000_000


def test_a_failure_is_told():
    """A program that ends badly raises; its peak would mean nothing."""
    with pytest.raises(subprocess.CalledProcessError):
        memory.watch([sys.executable, "-c", "raise SystemExit(3)"])
