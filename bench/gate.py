"""`make gate`: accuracy on the shared gold, each figure against its floor.

Exits 0 when every figure stands at its floor or above, 1 when one fell below, and 0 with a word
when there is no gold. Answers gained and lost are counted against the last accepted run: the first
run on a gold, and after that each run with --update.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import gold, lines

FLOORS = Path(__file__).with_name("floors.json")
SHOWN = 40
"""How many answers gained, and how many lost, are printed for each task."""

Floors = dict[str, dict[str, float]]
Rests = dict[str, dict[str, str]]
"""Document → field → the words its answer rests on."""


@dataclass(frozen=True, slots=True)
class Course:
    """One task on one file of questions (names in the cache folder), and how it is scored.

    `gold` is the file with the answers, where it is not the questions' own.
    """

    name: str
    task: str
    questions: str
    score: Callable[[Path, Path, Path], gold.Score]
    beside: tuple[str, str] | None = None
    gold: str = ""


COURSES = (
    Course("headers-full", "headers", "headers.full.jsonl", gold.score_headers),
    Course("headers-bare", "headers", "headers.bare.jsonl", gold.score_headers),
    Course("headers-undated", "headers", "headers.undated.jsonl", gold.score_headers),
    Course(
        "people",
        "people",
        "people.jsonl",
        gold.score_people,
        ("--persons", "people.persons.json"),
    ),
    Course("links", "links", "links.input.jsonl", gold.score_links, gold="links.jsonl"),
    Course(
        "citations",
        "citations",
        "citations.input.jsonl",
        gold.score_citations,
        gold="citations.jsonl",
    ),
    Course(
        "versions", "versions", "versions.texts.jsonl", gold.score_versions, gold="versions.jsonl"
    ),
    Course(
        "search",
        "search",
        "search/search.jsonl",
        gold.score_search,
        ("--docs", "search/docs.jsonl"),
    ),
    Course(
        "quotes",
        "quotes",
        "quotes/quotes.jsonl",
        gold.score_quotes,
        ("--docs", "quotes/docs.jsonl"),
    ),
    Course("matters-left-out", "matters-left-out", "matters.jsonl", gold.score_matters),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the courses, print the table, keep floors when asked; the exit status."""
    chosen = _options().parse_args(arguments)
    shared = gold.find_shared(chosen.shared)
    if shared is None:
        print("gate: skipped, there is no gold here.")
        print("To run it, lay the gold in ../shared, set LETTERBOOK_SHARED, or give --shared DIR.")
        return 0
    mark = gold.digest(shared)
    folder = gold.cache(f"gate-{mark}")
    gold.build(shared, folder)
    pinned, floors = load_floors()
    if pinned != mark:
        print(f"note: this gold is {mark}, the floors were measured on {pinned or 'none yet'}")
    courses = [c for c in COURSES if not chosen.only or c.name in chosen.only]
    scores = {course.name: _run(course, shared, folder) for course in courses}
    fallen = _table(floors, scores)
    for course in courses:
        _changes(course, folder, scores[course.name])
    return _close(chosen, mark, floors, scores, fallen, folder)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.gate", description=__doc__)
    parser.add_argument("--shared", type=Path, help="folder with gold/ and frus/")
    parser.add_argument("--only", nargs="*", choices=[c.name for c in COURSES], help="some courses")
    parser.add_argument("--update", action="store_true", help="raise floors to what was reached")
    parser.add_argument("--allow-loss", action="store_true", help="with --update: lower them too")
    return parser


def _run(course: Course, shared: Path, folder: Path) -> gold.Score:
    """Answer the questions in a process of their own, and have the gold's scorer judge."""
    began = time.monotonic()
    questions, now = folder / course.questions, folder / f"now.{course.name}.jsonl"
    command = [sys.executable, "-m", "bench", course.task, str(questions), "--out", str(now)]
    if course.beside:
        command += [course.beside[0], str(folder / course.beside[1])]
    gold.run(command)
    print(f"{course.name}: answered in {time.monotonic() - began:.0f} s", flush=True)
    return course.score(shared, folder / (course.gold or course.questions), now)


# --- floors -------------------------------------------------------------------------------------


def load_floors() -> tuple[str, Floors]:
    """The digest the floors were measured on, and the floors."""
    kept = json.loads(FLOORS.read_text(encoding="utf-8"))
    kept.pop("why", None)
    return kept.pop("digest"), kept


def reasons() -> dict[str, str]:
    """Why a floor stands lower than was asked for: in words, beside the floors."""
    kept: dict[str, str] = json.loads(FLOORS.read_text(encoding="utf-8")).get("why", {})
    return kept


def raised(floors: Floors, scores: dict[str, dict[str, float]], allow_loss: bool) -> Floors:
    """The floors after this run: never lower unless a loss is allowed, and no new ones."""
    return {
        name: {
            figure: _floor(now, scores.get(name, {}).get(figure), allow_loss)
            for figure, now in figures.items()
        }
        for name, figures in floors.items()
    }


def _floor(floor: float, reached: float | None, allow_loss: bool) -> float:
    if reached is None:
        return floor
    cut = int(reached * 1000 + 1e-6) / 1000  # cut off, not rounded: a floor was truly reached
    return cut if allow_loss else max(floor, cut)


def _table(floors: Floors, scores: dict[str, gold.Score]) -> int:
    """Print each figure with its floor; how many fell below, or were not there at all."""
    fallen = 0
    print(f"\n{'task':17}{'figure':17}{'floor':>8}{'now':>8}")
    for name, score in scores.items():
        pinned = floors.get(name, {})
        for figure in [*pinned, *(f for f in score.figures if f not in pinned)]:
            floor, now = pinned.get(figure), score.figures.get(figure)
            below = floor is not None and (now is None or now < floor - 1e-9)
            fallen += below
            row = f"{name:17}{figure:17}{_shown(floor):>8}{_shown(now):>8}"
            print(row + "  below its floor" * below)
    return fallen


def _shown(figure: float | None) -> str:
    return "" if figure is None else f"{figure:.3f}"


def _close(
    chosen: argparse.Namespace,
    mark: str,
    floors: Floors,
    scores: dict[str, gold.Score],
    fallen: int,
    folder: Path,
) -> int:
    if chosen.update and (not fallen or chosen.allow_loss):
        reached = {name: score.figures for name, score in scores.items()}
        new = raised(floors, reached, chosen.allow_loss)
        kept = {"digest": mark, "why": reasons(), **new}
        FLOORS.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        for name in scores:
            _accept(folder, name)
        print("\nfloors kept in bench/floors.json; this run is the accepted one")
        return 0
    if fallen:
        print(f"\n{fallen} below the floor. The lost answers above say which letters.")
        if chosen.update:
            print("Floors stay as they are.")
    return 1 if fallen else 0


# --- gained and lost ----------------------------------------------------------------------------


def _changes(course: Course, folder: Path, score: gold.Score) -> None:
    """Print the answers that turned right or wrong since the accepted run."""
    kept = folder / f"now.{course.name}.misses.json"
    kept.write_text(json.dumps([[*k, v] for k, v in score.misses.items()]), encoding="utf-8")
    accepted = folder / f"accepted.{course.name}.misses.json"
    if not accepted.exists():
        _accept(folder, course.name)
        print(f"\n{course.name}: first run on this gold, kept to compare the next with")
        return
    before = {(field, doc): said for field, doc, said in json.loads(accepted.read_text("utf-8"))}
    gained = {k: v for k, v in before.items() if k not in score.misses}
    lost = {k: v for k, v in score.misses.items() if k not in before}
    print(f"\n{course.name}: gained {len(gained)}, lost {len(lost)}")
    old = _words(folder / f"accepted.{course.name}.jsonl")
    new = _words(folder / f"now.{course.name}.jsonl")
    for line in (*_listed("+", gained, (new,)), *_listed("-", lost, (new, old))):
        print(line)


def _listed(sign: str, changed: dict[tuple[str, str], str], runs: Sequence[Rests]) -> Iterator[str]:
    """What changed, with the words it rests on: in this run, or else in the accepted one."""
    for (field, doc), said in list(changed.items())[:SHOWN]:
        yield f"  {sign} {field} {doc}  {said[:300]}"
        rests = [run[doc][field] for run in runs if field in run.get(doc, {})]
        if rests:
            yield f"      words: {rests[0]}"


def _words(path: Path) -> Rests:
    """The words that each prediction says it rests on."""
    if not path.exists():
        return {}
    return {row["id"]: row["words"] for row in lines.read(path) if "words" in row}


def _accept(folder: Path, name: str) -> None:
    for ending in ("jsonl", "misses.json"):
        shutil.copyfile(folder / f"now.{name}.{ending}", folder / f"accepted.{name}.{ending}")


if __name__ == "__main__":
    sys.exit(main())
