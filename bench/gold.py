"""The gold that lies beside the repository: where it is, its digest, its questions, its scorers.

Nothing of it is copied into the repository: questions are built into a cache folder named by the
digest, and the scorers run as programs where they lie.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import lines

ROOT = Path(__file__).resolve().parents[1]
TASKS = ("headers", "search")
USED = ("gold/frus_text.py", "gold/build.sh", "gold/headers/*.py", "gold/search/*.py", "frus/*.xml")
"""What the questions and figures depend on; the digest covers these and nothing else."""


def find_shared(named: Path | None) -> Path | None:
    """The folder with gold/ and frus/: as named, by LETTERBOOK_SHARED, or ../shared; or None.

    A folder that is named but is not there is the caller's mistake.
    """
    by_environ = os.environ.get("LETTERBOOK_SHARED")
    given = named or (Path(by_environ) if by_environ else None)
    folder = given or ROOT.parent / "shared"
    if (folder / "gold").is_dir():
        return folder.resolve()
    if given:
        sys.exit(f"{given}: holds no gold/; mend --shared or LETTERBOOK_SHARED")
    return None


def digest(shared: Path) -> str:
    """Twelve signs that change when a maker, a scorer or a volume does."""
    total = hashlib.sha256()
    for pattern in USED:
        for path in sorted(shared.glob(pattern)):
            total.update(path.relative_to(shared).as_posix().encode() + b"\0")
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:12]


def cache(name: str) -> Path:
    """A folder of ours outside the repository, below XDG_CACHE_HOME or ~/.cache."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(home) / "letterbook" / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def build(shared: Path, folder: Path) -> None:
    """Make the questions of all tasks in `folder`, once."""
    done = folder / "built"
    if done.exists():
        return
    print(f"building the questions in {folder} (once for this gold) …", flush=True)
    command = ["bash", str(shared / "gold/build.sh"), str(folder)]
    run(command, env={"PYTHON": sys.executable, "ONLY": " ".join(TASKS)})
    done.write_text("complete\n", encoding="utf-8")


def run(command: Sequence[str], env: dict[str, str] | None = None) -> str:
    """What a program prints; when it fails, its words and an end."""
    ours = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    quiet = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": ours}
    done = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, **quiet, **(env or {})}
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    return done.stdout


# --- scores -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of one task, and each miss: (field, document) → what was said, what is true."""

    figures: dict[str, float]
    misses: dict[tuple[str, str], str]


ERROR = re.compile(r"^  ERR (\S+)\s+(\S+)  (got .*)$", re.M)
TIME = re.compile(r"right to the minute ([\d.]+)")


def score_headers(shared: Path, gold: Path, predictions: Path) -> Score:
    """The figures of the scorer's SUMMARY line, the time of day, and every error it prints."""
    scorer = str(shared / "gold/headers/score_headers.py")
    command = [sys.executable, scorer, str(gold), str(predictions), "--clean"]
    said = run([*command, "--errors", "1000000"])
    summary = next(line for line in said.splitlines() if line.startswith("SUMMARY "))
    figures = {k: float(v) for k, v in (part.split("=") for part in summary.split()[1:])}
    if timed := TIME.search(said):
        figures["time"] = float(timed[1])
    return Score(figures, {(m[1], m[2]): m[3] for m in ERROR.finditer(said)})


EACH = """
import json, sys
from score_search import one, rows
gold, run = rows(sys.argv[1]), rows(sys.argv[2])
print(json.dumps({q: one(g, run.get(q, {"ranking": []})["ranking"])[0] for q, g in gold.items()}))
"""


def score_search(shared: Path, gold: Path, predictions: Path) -> Score:
    """nDCG@10 of each kind of question; a miss has nothing right in its first ten."""
    folder = shared / "gold/search"
    files = [str(gold), str(predictions)]
    scored = json.loads(run([sys.executable, str(folder / "score_search.py"), *files, "--json"]))
    figures = {kind.replace("ALL ", ""): row["ndcg@10"] for kind, row in scored.items()}
    each = json.loads(
        run([sys.executable, "-c", EACH, *files], {"PYTHONPATH": str(folder)}),
    )
    queries = {row["qid"]: row["query"] for row in lines.read(gold)}
    return Score(
        figures, {("top ten", q): f"asked {queries[q]!r}" for q, ndcg in each.items() if ndcg == 0}
    )
