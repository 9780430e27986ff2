"""The gold that lies beside the repository: where it is, its digest, its questions, its scorers.

Nothing of it is copied into the repository: questions are built into a cache folder named by the
digest, and the scorers run as programs where they lie.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import lines

ROOT = Path(__file__).resolve().parents[1]
TASKS = ("headers", "search", "people", "links", "citations", "versions", "quotes")
USED = (
    "gold/frus_text.py", "gold/build.sh", "gold/headers/*.py", "gold/search/*.py",
    "gold/links/*.py", "gold/quotes/*.py", "gold/matters/*", "frus/*.xml",
)  # fmt: skip
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
    shutil.copyfile(shared / "gold/matters/matters.jsonl", folder / "matters.jsonl")
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
ANSWERED = re.compile(r"answered ([\d.]+)  contains the date ([\d.]+)")


def score_headers(shared: Path, gold: Path, predictions: Path) -> Score:
    """The figures of the scorer's SUMMARY line, the time of day, and every error it prints."""
    scorer = str(shared / "gold/headers/score_headers.py")
    command = [sys.executable, scorer, str(gold), str(predictions), "--clean"]
    said = run([*command, "--errors", "1000000"])
    summary = next(line for line in said.splitlines() if line.startswith("SUMMARY "))
    figures = {k: float(v) for k, v in (part.split("=") for part in summary.split()[1:])}
    if timed := TIME.search(said):
        figures["time"] = float(timed[1])
    if (answered := ANSWERED.search(said)) and float(answered[1]):
        figures["contained"] = float(answered[2]) / float(answered[1])
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


# --- linking ------------------------------------------------------------------------------------

SHARED = re.compile(r"found and resolved rightly ([\d.]+)   precision ([\d.]+)")
WRONG = re.compile(r"^  (WRONG|MISSED)\s+(\S+) (.*)$", re.M)


def score_people(shared: Path, gold: Path, predictions: Path) -> Score:
    """Precision and recall of all mentions, and of shared surnames."""
    scorer = str(shared / "gold/headers/score_people.py")
    said = run([sys.executable, scorer, str(gold), str(predictions), "--errors", "1000000"])
    summary = next(line for line in said.splitlines() if line.startswith("SUMMARY "))
    figures = {k: float(v) for k, v in (part.split("=") for part in summary.split()[1:])}
    if found := SHARED.search(said):
        figures |= {"shared recall": float(found[1]), "shared precision": float(found[2])}
    misses = {(m[1].lower(), f"{m[2]} {m[3][50:90]}"): m[3] for m in WRONG.finditer(said)}
    return Score(figures, misses)


def score_links(shared: Path, gold: Path, predictions: Path) -> Score:
    """Precision on gold mentions, recall by the mention's form, replies, and known by mention."""
    folder = shared / "gold/links"
    scorer = str(folder / "score_links.py")
    scored = json.loads(run([sys.executable, scorer, str(gold), str(predictions), "--json"]))
    figures = {"precision": scored["precision_on_gold_mentions"]["share"]}
    figures |= {
        form: scored["mentions"][form]["share"] for form in ("numbered", "dated", "undated")
    }
    figures["replies"] = scored["by_kind"]["reply"]["share"]
    figures["by mention"] = scored["null"]["all"]["share"]
    return Score(figures, _unlinked(gold, predictions))


def _unlinked(gold: Path, predictions: Path) -> dict[tuple[str, str], str]:
    """Each gold mention with a letter of its volume that was not linked to it, with its words."""
    given = {row["id"]: row["links"] for row in lines.read(predictions)}
    misses = {}
    for row in lines.read(gold):
        for link in row["links"]:
            start, end, target = link["start"], link["end"], link["target"]
            if target is None or target.split("/")[0] != row["id"].split("/")[0]:
                continue
            here = [x for x in given.get(row["id"], ()) if x["start"] < end and start < x["end"]]
            if all(x["target"] != target for x in here):
                said = f"{link['mention']!r} got {[x['target'] for x in here]} gold {target}"
                misses["link", f"{row['id']} {start}"] = said
    return misses


ALL = re.compile(r"^(?:all|pairs)\s+P ([\d.]+)  R ([\d.]+)  F1 ([\d.]+)", re.M)


def score_citations(shared: Path, gold: Path, predictions: Path) -> Score:
    """Precision and recall of exact citations."""
    scorer = str(shared / "gold/links/score_citations.py")
    said = run([sys.executable, scorer, str(gold), str(predictions)])
    found = ALL.search(said)
    assert found is not None, said
    return Score({"precision": float(found[1]), "recall": float(found[2])}, {})


OMITTED = re.compile(r"= ([\d.]+) of all omitted characters")


def score_versions(shared: Path, gold: Path, predictions: Path) -> Score:
    """Pairs of editions, and the share of what one leaves out that was found."""
    scorer = str(shared / "gold/links/score_versions.py")
    said = run([sys.executable, scorer, str(gold), str(predictions)])
    pairs, omitted = ALL.search(said), OMITTED.search(said)
    assert pairs is not None and omitted is not None, said
    asked = {_pair(row): row["relation"] for row in lines.read(gold)}
    found = {_pair(row) for row in lines.read(predictions)}
    misses = {("pair", " ".join(sorted(p))): f"{asked[p]} not found" for p in asked.keys() - found}
    return Score({"pairs F1": float(pairs[3]), "omitted": float(omitted[1])}, misses)


def _pair(row: lines.Row) -> frozenset[str]:
    return frozenset((row["a"], row["b"]))


# --- checking -----------------------------------------------------------------------------------


def score_quotes(shared: Path, gold: Path, predictions: Path) -> Score:
    """Altered quotations passed, faithful ones flagged (both as what is left), verdicts, places."""
    scorer = str(shared / "gold/quotes/score_quotes.py")
    scored = json.loads(run([sys.executable, scorer, str(gold), str(predictions), "--json"]))
    figures = {
        "altered stopped": 1 - scored["altered_passed"],
        "faithful let be": 1 - scored["faithful_flagged"],
        "verdict": scored["verdict_accuracy"],
        "document": scored["right_document"],
        "place": scored["place_iou_0.5"],
    }
    said = {row["qid"]: row["verdict"] for row in lines.read(predictions)}
    misses = {}
    for row in lines.read(gold):
        true = row["truth"]["verdict"]
        if said.get(row["qid"]) != true:
            told = f"{row['quote'][:90]!r} got {said.get(row['qid'])} gold {true}"
            misses["verdict", row["qid"]] = told
    return Score(figures, misses)


# --- acts ---------------------------------------------------------------------------------------

LABEL = re.compile(r"^(\w+) +(\d+) +(\d+) +([\d.]+) +([\d.]+) +([\d.]+)$", re.M)
OVERALL = re.compile(r"^micro P/R/F1 [\d.]+ [\d.]+ ([\d.]+)   macro F1 ([\d.]+)", re.M)
TERM = re.compile(r"^(topic|condition|deadline): mean token F1 ([\d.]+)", re.M)


def score_matters(shared: Path, gold: Path, predictions: Path) -> Score:
    """How well sentences are told apart, pledges above all, and the terms of those told rightly."""
    scorer = str(shared / "gold/matters/score_matters.py")
    said = run([sys.executable, scorer, str(gold), str(predictions)])
    overall = OVERALL.search(said)
    assert overall is not None, said
    labels = {m[1]: (float(m[4]), float(m[6])) for m in LABEL.finditer(said)}
    figures = {"macro F1": float(overall[2]), "micro F1": float(overall[1])}
    figures |= {"any F1": labels["any"][1], "pledge precision": labels["pledge"][0]}
    figures |= {m[1]: float(m[2]) for m in TERM.finditer(said)}
    figures["side"] = float(run([sys.executable, "-c", SIDE, str(gold), str(predictions)]))
    return Score(figures, {})


SIDE = """
import sys
from pathlib import Path
from bench.matters import right_side
print(right_side(Path(sys.argv[1]), Path(sys.argv[2])))
"""
