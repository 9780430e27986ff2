"""Versions: many documents → pairs that are one letter in two books, and what each leaves out.

Only the text of a question is used. The part of an id before "/" names the book; the questions
ask for pairs from two books, so pairs within one are left out. Pairs are found, compared and
judged by the functions that link a record, from dates and headings that marking found.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from bench import lines
from letterbook.link.compare import compare
from letterbook.link.comparison import Comparison
from letterbook.link.editions import link
from letterbook.link.printing import Printing
from letterbook.link.shingles import candidates, sketch
from letterbook.mark import mark
from letterbook.model import Letter, Source, Span
from letterbook.record.header import compose


def sketched(line: bytes) -> tuple[str, tuple[int, ...]]:
    """A question's id and the sketch of its text."""
    row = json.loads(line)
    return row["id"], sketch(row["text"])


@lru_cache(maxsize=64)
def opened(line: bytes) -> tuple[Letter, Printing] | None:
    """A question as a letter and its printing, enclosed letters and all; None if it is none."""
    row = json.loads(line)
    source = Source.of(row["text"], path=book(row["id"]), where=row["id"], format="plain")
    findings = mark(source)
    extents = [f for f in findings if f.kind == "letter"]
    if not extents:
        return None
    mine = [f for f in findings if f.of == extents[0].of]
    whole = replace(extents[0], span=Span(source.id, 0, len(source.text)))
    others = [f for f in findings if f.kind != "letter"]
    letter = compose(source, whole, mine).letter
    return replace(letter, id=row["id"]), Printing.of(source.text, others, whole.of)


def book(name: str) -> str:
    """The book a question's id names."""
    return name.partition("/")[0]


def predict(pair: tuple[bytes, bytes]) -> lines.Row | None:
    """The prediction for two questions, if they are one letter; "b" has the fuller text."""
    left, right = map(opened, pair)
    if not (left and right):
        return None
    found = compare(left[1], right[1])
    same = found and link(left[0], right[0], found)
    if not (found and same and same.to):
        return None
    return _row(left[0].id, right[0].id, found) | {"reason": same.reason}


def _row(left: str, right: str, found: Comparison) -> lines.Row:
    a, b, side = (left, right, found.left)
    if found.fuller == "left":
        a, b, side = right, left, found.right
    return {
        "a": a,
        "b": b,
        "relation": found.relation,
        "omitted": side.omitted,
        "elisions": [{"start": e.at[0], "end": e.at[1], "fill": e.fill, "sure": e.sure}
                     for e in side.elisions],
    }  # fmt: skip


def answer(questions: Path, beside: Path | None = None) -> Iterator[lines.Row]:
    """A prediction for each pair, in the order of the questions; `beside` is not used."""
    with questions.open("rb") as file:
        places = [0]
        for line in file:
            places.append(places[-1] + len(line))
    with questions.open("rb") as file:
        held = list(lines.progress(lines.spread(sketched, file), "sketch", len(places) - 1))
    books = [book(name) for name, _ in held]
    pairs = [(a, b) for a, b in candidates(s for _, s in held) if books[a] != books[b]]
    with questions.open("rb") as file:
        work = ((_line(file, places, a), _line(file, places, b)) for a, b in pairs)
        for row in lines.progress(lines.spread(predict, work, 8), "compare", len(pairs)):
            if row:
                yield row


def _line(file: BinaryIO, places: Sequence[int], at: int) -> bytes:
    file.seek(places[at])
    return file.read(places[at + 1] - places[at])


# --- the filling of elisions --------------------------------------------------------------------


AT_ITS_PLACE = 0.9
"""What a filling shares with the true one, of what both cover, to stand at its place."""


def fills(gold: Path, predictions: Path) -> tuple[int, int]:
    """How many fillings of elisions stand at their place, and how many the gold has."""
    given = {frozenset((r["a"], r["b"])): r for r in lines.read(predictions)}
    right = total = 0
    for row in lines.read(gold):
        mine = given.get(frozenset((row["a"], row["b"])), {})
        same_way = mine.get("a") == row["a"]
        for elision in row["elisions"]:
            if not elision.get("fill") or not elision.get("sure"):
                continue
            total += 1
            own = [e["fill"] for e in mine.get("elisions", ()) if same_way and e["fill"]
                   and e["start"] < elision["end"] and elision["start"] < e["end"]]  # fmt: skip
            right += any(overlap(fill, elision["fill"]) >= AT_ITS_PLACE for fill in own)
    return right, total


def overlap(one: list[int], other: list[int]) -> float:
    """What two ranges share, as a part of what they cover together."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(shared, 0) / (max(one[1], other[1]) - min(one[0], other[0]) or 1)
