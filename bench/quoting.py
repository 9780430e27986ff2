"""`python -m bench.quoting`: how fast a quotation is checked, as ratios within one run.

Against the gold's fuzzy baseline over the same documents, where that program can be run
(`--python` names an interpreter that has rapidfuzz), and many volumes against a few of them.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import letterbook
from bench import gold, lines, quotes
from letterbook.check import quote
from letterbook.record import Record

PER_THOUSAND = re.compile(r"([\d.]+) s per 1,000 quotations")
FEW = 5
"""Volumes of the smaller record."""
WORDS = 25
"""Words of a quotation drawn from a volume."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what the files given allow."""
    chosen = _options().parse_args(arguments)
    if chosen.questions and chosen.docs:
        against(chosen.questions, chosen.docs, chosen.python, chosen.first)
    if chosen.volumes:
        with tempfile.TemporaryDirectory() as name:
            growth(*records(chosen.volumes, Path(name)), chosen.first)
    elif chosen.few and chosen.many:
        growth(chosen.few, chosen.many, chosen.first)
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.quoting", description=__doc__)
    parser.add_argument("--questions", type=Path, help="quotations, JSON lines")
    parser.add_argument("--docs", type=Path, help="the documents they may stand in, JSON lines")
    parser.add_argument("--python", default=sys.executable, help="an interpreter with rapidfuzz")
    parser.add_argument("--few", type=Path, help="a record of a few volumes")
    parser.add_argument("--many", type=Path, help="a record of many, those few among them")
    parser.add_argument("--volumes", type=Path, help="a folder of volumes: five, then all of them")
    parser.add_argument("--first", type=int, default=400, help="quotations asked for")
    return parser


def against(questions: Path, docs: Path, python: str, first: int) -> None:
    """Ours and the baseline's milliseconds a quotation over the same documents."""
    asked = list(lines.read(questions))[:first]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        record = folder / "bench.db"
        held = quotes.kept(record, docs, folder)
        ours = {document: id for id, document in held.items()}
        given = [(q["quote"], ours.get(w := q["attributed_to"] or "", w)) for q in asked]
        ms = timed(record, given)
        print(f"ours      {ms:.2f} ms a quotation, {len(held)} documents", flush=True)
        shared = gold.find_shared(None)
        if shared is None:
            return
        program = str(shared / "gold/quotes/baselines_quotes.py")
        options = ["--only", "fuzzy", "--first", str(first)]
        said = gold.run([python, program, str(docs), str(questions), str(folder), *options])
    if found := PER_THOUSAND.search(said):
        theirs = float(found[1])
        print(f"baseline  {theirs:.2f} ms a quotation; ratio {theirs / ms:.1f}   goal ≥ 5")
    else:
        print("baseline  not measured: that interpreter has no rapidfuzz")


def records(volumes: Path, folder: Path) -> tuple[Path, Path]:
    """A record of five of the volumes, spread over the folder, and one of all of them."""
    every = sorted(volumes.glob("*.xml"))
    some = every[:: max(len(every) // FEW, 1)][:FEW]
    made = folder / "few.db", folder / "many.db"
    for path, held in zip(made, (some, every), strict=True):
        with letterbook.open(path) as book:
            book.read(held, link=False)
    return made


def growth(few: Path, many: Path, first: int) -> None:
    """What a quotation from the few volumes costs among the many, against the few alone."""
    drawn = draw(few, first)
    some, all_ = timed(few, drawn), timed(many, drawn)
    size = documents(many) / documents(few)
    print(f"few       {some:.2f} ms a quotation, {documents(few)} documents")
    print(f"many      {all_:.2f} ms a quotation, {documents(many)} documents")
    print(f"growth    {all_ / some:.2f} for {size:.1f} times the documents   goal: less")


def timed(record: Path, asked: Sequence[tuple[str, str]]) -> float:
    """The mean milliseconds of a verdict, the first twenty apart: the file is opened then."""
    took = []
    with Record(record, readonly=True) as opened:
        for words, attributed in asked:
            began = time.perf_counter()
            quote(opened, words, attributed)
            took.append(time.perf_counter() - began)
    return statistics.mean(took[20:] or took) * 1000


def documents(record: Path) -> int:
    """How many sources a record holds."""
    with Record(record, readonly=True) as opened:
        return len(opened.sources())


def draw(record: Path, count: int) -> list[tuple[str, str]]:
    """Passages of a record's sources, every second one with a word dropped; the same each time."""
    chance = random.Random(7)
    with Record(record, readonly=True) as opened:
        ids = [s.id for s in opened.sources() if s.form == "letters"]
        texts = [
            opened.fetch(id)[0].text.split() for id in chance.sample(ids, min(count, len(ids)))
        ]
    made = []
    for number, words in enumerate(texts):
        if len(words) > 3 * WORDS:
            at = chance.randrange(WORDS, len(words) - 2 * WORDS)
            some = words[at : at + WORDS]
            made.append((" ".join(some[:9] + some[9 + number % 2 :]), ""))
    return made


if __name__ == "__main__":
    sys.exit(main())
