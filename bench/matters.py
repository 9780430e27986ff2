"""Matters: the text of a letter → the acts in it, sentence by sentence.

    python -m bench matters QUESTIONS --out PREDICTIONS      with the table that is shipped
    python -m bench matters-left-out QUESTIONS --out …       trained anew without its volume

The second is how the gold may be used to judge: no letter is read with a table that its own volume
helped to make. Of a question only id, text and sentences are read; its labels only to train.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench import lines
from bench.train_acts import Example, examples, invented, train
from letterbook.mark import mark
from letterbook.mark.act_weights import Weights
from letterbook.mark.acts import acts
from letterbook.model import Act, Source, plain

SPEAKS_FOR = {
    "United States": "Johnson Kennedy Carter Eisenhower Nixon Dulles Allison Rusk Brown McNamara"
    " Vance Volcker Rountree",
    "United Kingdom": "Wilson Macmillan Heath", "Israel": "Eshkol Meir Shiloah",
    "Pakistan": "Ayub Ahmed", "Greece": "Karamanlis Averoff", "Turkey": "Ecevit Demirel",
    "France": "Mollet", "Germany": "Erhard Schroeder Brandt Emminger Hassel",
    "Egypt": "Nasser", "Jordan": "Hussein", "Japan": "Kishi Okazaki", "India": "Nehru",
    "Korea": "Rhee", "Canada": "Diefenbaker", "Soviet Union": "Gromyko", "China": "Chiang",
}  # fmt: skip
"""For which government a person speaks, of those that readers named."""
PHRASES = {"Ben Gurion": "Israel", "de Gaulle": "France", "von Hassel": "Germany"}
_SIDES = {name: land for land, names in SPEAKS_FOR.items() for name in names.split()} | PHRASES


def predict(row: Mapping[str, Any], weights: Weights | None = None) -> lines.Row:
    """The acts of one letter, as the questions want them; `by` is the side."""
    source = Source.of(row["text"], "letter.txt")
    found = acts(source, mark(source), weights)
    labels = [
        {
            "start": f.span.start,
            "end": f.span.end,
            **plain(f.value),
            "by": f.value.by,
            "score": f.score,
        }
        for f in found
        if isinstance(f.value, Act)
    ]
    return {"id": row["id"], "labels": labels}


def answer(questions: Path, beside: Path | None = None) -> Iterator[lines.Row]:
    """A prediction for each question with the shipped table; `beside` is not used."""
    yield from lines.spread(predict, lines.read(questions), chunk=4)


def volume(row: Mapping[str, Any]) -> str:
    """The volume that a letter was printed in."""
    return str(row["id"]).partition("/")[0]


def left_out(questions: Path, beside: Path | None = None) -> Iterator[lines.Row]:
    """A prediction for each question with a table made without the question's volume."""
    rows = list(lines.read(questions))
    given = dict(zip((r["id"] for r in rows), lines.spread(examples, rows, chunk=4), strict=True))
    volumes = sorted({volume(row) for row in rows})
    tasks = [
        ([r for r in rows if volume(r) == out], _others(rows, given, {out})) for out in volumes
    ]
    answers = {row["id"]: row for told in lines.spread(_fold, tasks, chunk=1) for row in told}
    yield from (answers[row["id"]] for row in rows)


def _others(
    rows: Sequence[lines.Row], given: Mapping[str, Sequence[Example]], out: set[str]
) -> list[Example]:
    return [example for row in rows if volume(row) not in out for example in given[row["id"]]]


def _fold(task: tuple[Sequence[lines.Row], Sequence[Example]]) -> list[lines.Row]:
    asked, given = task
    table = train([*given, *invented()])
    return [predict(row, table) for row in asked]


# --- the side that acts -------------------------------------------------------------------------


def government(name: str) -> str:
    """The government behind a name that readers gave: "Johnson" → "United States"."""
    return _SIDES.get(name, name)


def right_side(gold: Path, predictions: Path) -> float:
    """In how many of the rightly labelled sentences the right side acts."""
    given = {row["id"]: row["labels"] for row in lines.read(predictions)}
    judged = [
        same
        for row in lines.read(gold)
        for label in row["labels"]
        for same in _judged(row, label, given.get(row["id"], ()))
    ]
    return sum(judged) / len(judged) if judged else 0.0


def _judged(
    row: Mapping[str, Any], label: Mapping[str, Any], given: Sequence[Mapping[str, Any]]
) -> list[bool]:
    """Whether a prediction of this label in this sentence names the side; nothing if none is."""
    here = [
        x
        for x in given
        if x["label"] == label["label"] and 2 * _common(x, label) > label["end"] - label["start"]
    ]
    return [any(x["by"] == _side(row, label["actor"]) for x in here)] if here else []


def _common(x: Mapping[str, Any], y: Mapping[str, Any]) -> int:
    return int(min(x["end"], y["end"]) - max(x["start"], y["start"]))


def _side(row: Mapping[str, Any], actor: str) -> str:
    """The side of an actor: most acts of a letter are its writer's, towards its addressee."""
    own = [x for x in row["labels"] if not x.get("recall") and not x.get("reported")]
    writer = Counter(government(x["actor"]) for x in own or row["labels"]).most_common(1)[0][0]
    addressee = Counter(
        government(x["addressee"]) for x in own if government(x["actor"]) == writer
    ).most_common(1)
    side = government(actor)
    if side == writer:
        return "writer"
    return "addressee" if addressee and side == addressee[0][0] else "other"


# --- would more labels help? --------------------------------------------------------------------


def curve(
    rows: Sequence[lines.Row], shares: Sequence[float]
) -> Iterator[tuple[int, list[lines.Row]]]:
    """Predictions with a table made from a share of the letters of the other volumes.

    Every n-th letter is taken, so that a share holds all volumes.
    """
    given = {row["id"]: examples(row) for row in rows}
    for share in shares:
        kept = [r for n, r in enumerate(rows) if int(n * share) != int((n + 1) * share)]
        told = [
            predicted
            for out in sorted({volume(row) for row in rows})
            for predicted in _fold(
                ([r for r in rows if volume(r) == out], _others(kept, given, {out}))
            )
        ]
        yield len(kept), told
