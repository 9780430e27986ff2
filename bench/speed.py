"""`make bench`: speed and size as ratios within one run, so that any machine can tell.

The floor is the least that could be done: parse the same bytes with lxml and put the same texts
into a bare FTS5 table, in one process. Ratios compare with it, never with another day.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import hashlib
import os
import random
import re
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from lxml import etree

import letterbook
from bench import gold, memory

HISTORY = Path(__file__).with_name("history.csv")
FEW = 10
QUERIES = 300
LIMIT = 10
"""Rows a query asks for, as `letterbook find` does."""
OPEN = "import letterbook, sys\nwith letterbook.open(sys.argv[1]) as b:\n  "
READ = f"{OPEN}b.read(sys.argv[2:], link=False)"
LINK = f"{OPEN}b.link()"
ACTS = f"{OPEN}b.look_for_acts()"
"""What is timed: a fresh interpreter, the public door, all cores."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print each figure as it comes, and keep the row when asked."""
    chosen = _options().parse_args(arguments)
    volumes = find_volumes(chosen.volumes, chosen.shared)
    if not volumes:
        print("bench: skipped, there are no volumes here; give --volumes DIR or --shared DIR.")
        return 0
    volumes = volumes[: chosen.first]
    calibration = calibrate()
    say("calibration loop", f"{calibration:.2f} s")
    say("volumes", f"{len(volumes)}, {sum(v.stat().st_size for v in volumes) / 1e6:.0f} MB")
    with tempfile.TemporaryDirectory(dir=chosen.work) as name:
        ratios = measure(volumes, Path(name))
    if chosen.record:
        record(digest(volumes), len(volumes), calibration, ratios)
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=__doc__)
    parser.add_argument("--volumes", type=Path, help="folder of TEI volumes (LETTERBOOK_VOLUMES)")
    parser.add_argument("--shared", type=Path, help="folder with frus/unpack.sh")
    parser.add_argument("--first", type=int, help="only so many volumes")
    parser.add_argument("--work", type=Path, help="where the records are made (a temporary folder)")
    parser.add_argument("--record", action="store_true", help=f"append to {HISTORY.name}")
    return parser


def find_volumes(named: Path | None, shared: Path | None) -> list[Path]:
    """The volumes of a folder, sorted; unpacked from the shared parcel when none is named."""
    by_environ = os.environ.get("LETTERBOOK_VOLUMES")
    folder = named or (Path(by_environ) if by_environ else None)
    if folder is None:
        found = gold.find_shared(shared)
        if found is None:
            return []
        folder = gold.cache("volumes")
        if not any(folder.glob("*.xml")):
            print(f"unpacking the volumes into {folder} (once) …", flush=True)
            gold.run(["bash", str(found / "frus/unpack.sh"), str(folder)])
    return sorted(folder.glob("*.xml"))


# --- what is measured ---------------------------------------------------------------------------


def measure(volumes: Sequence[Path], work: Path) -> dict[str, float]:
    """Every ratio of the bench, by name, in the order measured."""
    ratios: dict[str, float] = {}

    def keep(name: str, value: float, goal: str) -> None:
        ratios[name] = round(value, 4)
        say(name, f"{value:.3f}   goal {goal}")

    few = spaced(volumes, FEW)
    read = read_heap(volumes, work / "all.db")
    first = read.seconds
    count = documents(work / "all.db")
    say("end to end", f"{first:.1f} s, {count} documents, {count / first:.0f} a second")
    floor = least(volumes, work / "all.db", work / "floor.db")
    say("floor", f"{floor:.1f} s")
    keep("end to end / floor", first / floor, "≤ 5, aim 3")
    keep("peak memory, GB", read.peak / 1e9, "< 1.5")
    again = read_heap(volumes, work / "all.db")
    keep("reading again / first", again.seconds / first, "< 0.05")
    tied = read_heap((), work / "all.db", LINK)
    keep("linking / reading", tied.seconds / first, "≤ 1")
    keep("work of linking / of reading", tied.work / read.work, "≤ 1")
    keep("peak memory of linking, GB", tied.peak / 1e9, "< 1.5")
    part = read_heap(few, work / "few.db")
    speed = (count / first) / (documents(work / "few.db") / part.seconds)
    keep(f"documents a second, {len(volumes)} / {len(few)}", speed, "≥ 0.9")
    for name, value in search(work / "all.db").items():
        keep(name, value, "p95 ≤ 1.5")
    read_heap((), work / "few.db", LINK)
    acts = read_heap((), work / "few.db", ACTS)
    keep(f"looking for acts / reading, {len(few)} volumes", acts.work / part.work, "told apart")
    read_heap(few[len(few) // 2 :][:1], work / "one.db")
    read_heap((), work / "one.db", LINK)
    curve = {len(v): one_more(work / f"{name}.db")
             for name, v in (("one", few[:1]), ("few", few), ("all", volumes))}  # fmt: skip
    told = ", ".join(f"{took:.2f} s in {size}" for size, took in curve.items())
    say("one letter more, by volumes", told)
    many, some = curve[len(volumes)], curve[len(few)]
    keep(f"one letter more, {len(volumes)} / {len(few)}", many / some, "≤ 1.2")
    return ratios


def say(what: str, value: str) -> None:
    """One line of the report, at once."""
    print(f"{what:36}{value}", flush=True)


def calibrate() -> float:
    """Seconds that a fixed loop of plain Python takes here: to compare machines, never a ratio."""
    began = time.perf_counter()
    total = 0
    for number in range(10_000_000):
        total ^= number * 31 % 65521
    return time.perf_counter() - began


def spaced(volumes: Sequence[Path], count: int) -> list[Path]:
    """So many volumes, evenly spaced, so that the few are like the many."""
    step = max(len(volumes) / count, 1)
    return [volumes[int(i * step)] for i in range(min(count, len(volumes)))]


class Took(NamedTuple):
    """What a run cost: seconds by the clock, by all processors, and the peak of bytes held."""

    seconds: float
    work: float
    peak: int


def read_heap(paths: Sequence[Path], record_file: Path, program: str = READ) -> Took:
    """Read volumes, or do what `program` says, in a fresh interpreter."""
    began, worked = time.perf_counter(), _worked()
    peak = memory.watch([sys.executable, "-c", program, str(record_file), *map(str, paths)])
    return Took(time.perf_counter() - began, _worked() - worked, peak)


def _worked() -> float:
    """Seconds that all processors have spent on processes of ours that have ended."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def documents(record_file: Path) -> int:
    """How many sources a record holds."""
    with sqlite3.connect(record_file) as kept:
        return int(kept.execute("select count(*) from source").fetchone()[0])


def texts(record_file: Path) -> Iterator[tuple[str]]:
    """The texts of a record, one after another."""
    with sqlite3.connect(record_file) as kept:
        yield from kept.execute("select text from source")


def least(volumes: Sequence[Path], record_file: Path, bare: Path) -> float:
    """Seconds for the floor: lxml parses the same bytes, a bare FTS5 table takes the same texts."""
    began = time.perf_counter()
    for volume in volumes:
        etree.parse(str(volume), etree.XMLParser(recover=True, huge_tree=True))
    parsed = time.perf_counter() - began
    said = list(texts(record_file))  # fetching them is not part of the floor
    began = time.perf_counter()
    with sqlite3.connect(bare) as kept:
        kept.execute("create virtual table d using fts5(text)")
        kept.executemany("insert into d values (?)", said)
    return parsed + time.perf_counter() - began


NEW = """Moscow, {day}.

Dear Mr. Secretary:

I have received your letter of {named} and your telegram No. 412, and I thank you for both.

Sincerely yours,

Adrian Vale
"""


def one_more(record_file: Path) -> float:
    """Seconds to read and link one letter more, in the middle of nine; the records are large."""
    took = []
    for n in range(9):
        letter = record_file.with_name(f"{record_file.stem}-one-more-{n}.txt")
        letter.write_text(NEW.format(day=f"March {n + 2}, 1962", named=f"February {n + 3}"))
        with letterbook.open(record_file) as book:
            began = time.perf_counter()
            book.read(letter)
            took.append(time.perf_counter() - began)
    return sorted(took)[len(took) // 2]


# --- searching ----------------------------------------------------------------------------------


def queries(record_file: Path, count: int) -> list[str]:
    """Words, names and phrases drawn from the texts; the same texts give the same queries."""
    with sqlite3.connect(record_file) as kept:
        order = "select text from source order by sha256 limit ?"
        sample = kept.execute(order, (count,)).fetchall()
    draw = random.Random(1933)
    return [query for (text,) in sample if (query := _query(text, draw))]


def _query(text: str, draw: random.Random) -> str:
    kind = draw.choice(["words", "name", "phrase"])
    if kind == "name":
        names = re.findall(r"\b[A-Z][a-z]{3,}(?: [A-Z][a-z]{3,})?\b", text)
        return draw.choice(names) if names else ""
    words = re.findall(r"\b[a-z]{4,}\b", text)
    if len(words) < 8:
        return ""
    if kind == "words":
        return " ".join(draw.sample(words, draw.randint(1, 4)))
    runs = re.findall(r"\b[a-z]+ [a-z]+ [a-z]{4,}\b", text)
    return f'"{draw.choice(runs)}"' if runs else ""


def search(record_file: Path) -> dict[str, float]:
    """p50 and p95 of `find` as shares of the bare FTS5 query for the same words."""
    asked = queries(record_file, QUERIES)
    with letterbook.open(record_file) as book:
        ours = timed(lambda query: book.find(query, limit=LIMIT), asked)
    with sqlite3.connect(record_file) as kept:
        bare = timed(lambda query: bare_find(kept, query), asked)
    say("queries", f"{len(asked)}; find p95 {1000 * ours[1]:.1f} ms, bare {1000 * bare[1]:.1f} ms")
    return {"find p50 / bare": ours[0] / bare[0], "find p95 / bare": ours[1] / bare[1]}


def bare_find(kept: sqlite3.Connection, query: str) -> list[tuple[int]]:
    """What plain FTS5 gives for the same words: rows with all of them, and if few, with any."""
    order = "select rowid from search where search match ? order by rank limit ?"
    rows: list[tuple[int]] = kept.execute(order, (query, LIMIT)).fetchall()
    if len(rows) < LIMIT and " " in query and not query.startswith('"'):
        rows += kept.execute(order, (query.replace(" ", " OR "), LIMIT)).fetchall()
    return rows


def timed(ask: Callable[[str], object], asked: Sequence[str]) -> tuple[float, float]:
    """Median and 95th percentile of the seconds a query takes, after one warm round."""
    for query in asked[:20]:
        ask(query)
    seconds = []
    for query in asked:
        began = time.perf_counter()
        ask(query)
        seconds.append(time.perf_counter() - began)
    return statistics.median(seconds), statistics.quantiles(seconds, n=20)[18]


# --- keeping ------------------------------------------------------------------------------------


def digest(volumes: Sequence[Path]) -> str:
    """Twelve signs that change when a volume does."""
    total = hashlib.sha256()
    for volume in volumes:
        total.update(f"{volume.name}\0{volume.stat().st_size}\0".encode())
        total.update(hashlib.sha256(volume.read_bytes()).digest())
    return total.hexdigest()[:12]


def record(data: str, volumes: int, calibration: float, ratios: dict[str, float]) -> None:
    """Append this run to the history: day, data, machine, ratios."""
    row = {
        "day": datetime.date.today().isoformat(),
        "data": data,
        "volumes": volumes,
        "cores": os.cpu_count(),
        "calibration": round(calibration, 2),
        **{name.split(",")[0]: value for name, value in ratios.items()},
    }
    add_row(HISTORY, row)
    print(f"kept in bench/{HISTORY.name}")


def add_row(history: Path, row: Mapping[str, object]) -> None:
    """Append a row; a figure that earlier runs did not take makes a new column, empty for them."""
    rows: list[Mapping[str, object]] = []
    if history.exists():
        with history.open(encoding="utf-8", newline="") as old:
            rows += csv.DictReader(old)
    columns = list(dict.fromkeys(name for one in (*rows, row) for name in one))
    with history.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows([*rows, row])


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as failed:
        sys.exit(f"reading the heap failed with status {failed.returncode}; see above")
