"""People: texts and lists of persons → each mention of a listed person and who it is.

Only a question's text and the list of its volume are used; its id names the prediction.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench import headers, lines
from letterbook.link.directory import Directory
from letterbook.link.people import learn, spot
from letterbook.model import Name, When


@cache
def lists(path: Path) -> Mapping[str, Mapping[str, str]]:
    """The entries of every list by volume and id, read once in each process."""
    found: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    return found


@dataclass(frozen=True, slots=True)
class Head:
    """A letter's day and parties, as the rules of marking read them."""

    day: datetime.date | None
    senders: tuple[Name, ...]
    recipients: tuple[Name, ...]


def head(text: str) -> Head:
    """The head of the letter in a text."""
    found = headers.header(text)
    when = [f.value.earliest for f in found.of("date") if isinstance(f.value, When)]
    senders, recipients = (
        tuple(f.value for f in found.of(kind) if isinstance(f.value, Name))
        for kind in ("sender", "recipient")
    )
    return Head(when[0] if when else None, senders, recipients)


def known(entries: Mapping[str, str], heads: Iterable[Head]) -> Directory:
    """The persons of one volume's list, with what the heads of its letters say of them."""
    parties = ((name, h.day) for h in heads for name in (*h.senders, *h.recipients))
    return learn(Directory.of_entries(entries), parties)


@dataclass(frozen=True, slots=True)
class Volume:
    """The letters of one volume with their heads, and its list of persons."""

    entries: Mapping[str, str]
    texts: tuple[str, ...]
    heads: tuple[Head, ...]


Mentions = list[list[int | str | None]]


def predict(volume: Volume) -> list[Mentions]:
    """The mentions of each text: start, end, and the person's id, None where it stays open."""
    directory = known(volume.entries, volume.heads)
    return [
        [
            [m.start, m.end, m.who.party or None]
            for m in spot(text, directory, h.day, h.senders, h.recipients)
        ]
        for text, h in zip(volume.texts, volume.heads, strict=True)
    ]


def answer(questions: Path, beside: Path | None) -> Iterator[lines.Row]:
    """A prediction for each question, in order; `beside` holds the lists of persons."""
    if beside is None:
        raise ValueError("people needs --persons FILE")
    rows = [(row["id"], row["volume"], row["text"]) for row in lines.read(questions)]
    heads = list(lines.progress(lines.spread(head, [t for _, _, t in rows]), "heads", len(rows)))
    places: dict[str, list[int]] = {}
    for at, (_, volume, _) in enumerate(rows):
        places.setdefault(volume, []).append(at)
    volumes = (
        Volume(lists(beside)[v], tuple(rows[n][2] for n in at), tuple(heads[n] for n in at))
        for v, at in places.items()
    )
    found: dict[int, Mentions] = {}
    for numbers, mentions in zip(places.values(), lines.spread(predict, volumes, 1), strict=True):
        found.update(zip(numbers, mentions, strict=True))
    for number, (name, _, _) in enumerate(rows):
        yield {"id": name, "mentions": found[number]}
