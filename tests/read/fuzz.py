"""Mutates documents of each format and reads them, for as many seconds as one says.

    PYTHONPATH=src python -m tests.read.fuzz 60

Not collected by pytest. What fails is kept in the folder that is printed, for a case of its own.
"""

import random
import sys
import tempfile
import time
import traceback
from pathlib import Path

from tests.read.test_any_input import PIECES, SEEDS, check

SLOW = 5.0  # seconds for a document of a few kilobytes


def mutate(content: bytes, dice: random.Random) -> bytes:
    """A few cuts, doublings, transplants and insertions."""
    data = bytearray(content)
    for _ in range(dice.randint(1, 8)):
        at = dice.randint(0, len(data))
        to = min(len(data), at + int(dice.expovariate(1 / 40)))
        other = dice.choice(list(SEEDS.values()))
        start = dice.randint(0, len(other))
        data[at:to] = dice.choice([
            b"", dice.choice(PIECES), dice.choice(PIECES) * dice.randint(1, 300), data[at:to] * 3,
            dice.randbytes(dice.randint(1, 6)), other[start : start + dice.randint(1, 80)],
        ])  # fmt: skip
    return bytes(data)


def main(seconds: float, seed: int) -> int:
    """Run; gives the number of failures."""
    dice, failures, runs = random.Random(seed), 0, 0
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        name = dice.choice(list(SEEDS))
        path = folder / "file"
        path.write_bytes(mutate(SEEDS[name], dice))
        begun, runs = time.monotonic(), runs + 1
        try:
            check(path, name)
            if time.monotonic() - begun > SLOW:
                raise TimeoutError(f"{time.monotonic() - begun:.1f} s")
        except Exception:
            failures += 1
            path.rename(folder / f"{failures}-{name}")
            traceback.print_exc()
    print(f"{runs} documents, {failures} failures, kept in {folder}")
    return failures


if __name__ == "__main__":
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else int(time.time())
    sys.exit(bool(main(float(sys.argv[1]), seed)))
