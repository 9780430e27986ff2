"""Fetching: sources, findings and letters as they were kept."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from letterbook.model import (
    By,
    Finding,
    Furniture,
    Letter,
    Marker,
    Name,
    Note,
    Source,
    Span,
    Trouble,
    When,
    load_value,
)
from letterbook.record.kept import Noted, Shown, Written
from letterbook.record.ties import ties_of, ties_to
from letterbook.text import skip

LETTER = """
SELECT letter.nr, letter.id, letter.kind, letter.place, letter.number, letter.heading,
  letter.classification, letter.handling, letter.channel, letter.telegram, source.path,
  source.part, source.id, letter.start, letter.end, letter.inside, letter.words,
  letter.earliest, letter.latest, letter.stated, letter.time, letter.doubt, letter.inferred
FROM letter JOIN source ON source.nr = letter.source
"""
WRITTEN = """
SELECT source.id, source.path, source.part, source.format, source.encoding, source.form,
  source.title, (SELECT count(*) FROM letter WHERE letter.source = source.nr)
FROM source
"""
PARTIES = """
SELECT letter, role, name, office, acting_for, ref, address FROM party
WHERE letter IN (SELECT value FROM json_each(?)) ORDER BY letter, role, n
"""


def source_of(con: sqlite3.Connection, nr: int) -> Source:
    """The source with this inner number."""
    row = con.execute(
        "SELECT id, text, path, part, format, encoding, sha256 FROM source WHERE nr = ?", (nr,)
    ).fetchone()
    return Source(*row)


def findings_of(
    con: sqlite3.Connection, nr: int, source: str, kinds: Sequence[str] = (), about: str = ""
) -> list[Finding]:
    """The findings in a source, as they were given, persons' last.

    Of these `kinds` and `about` this letter alone, if given.
    """
    last = con.execute("SELECT max(nr) FROM hand").fetchone()[0]
    hands = _hands(con, last, con.total_changes)
    only = f" AND kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
    only += " AND of = ?" * bool(about)
    rows = con.execute(
        "SELECT start, end, kind, value, hand, of, because, score FROM finding"
        f" WHERE source = ?{only} ORDER BY n",
        (nr, *kinds, *([about] if about else [])),
    )
    return [
        Finding(
            Span(source, start, end), kind, load_value(kind, value), hands[hand], of or "",
            spans_of(because, source) if because else (), score,
        )
        for start, end, kind, value, hand, of, because, score in rows
    ]  # fmt: skip


@lru_cache(maxsize=8)
def _hands(con: sqlite3.Connection, last: int | None, changes: int) -> dict[int, By]:
    """Who finds, by number: the same few in every source, asked again only when one may be new.

    `last`: the latest of them; `changes`: how much this connection itself has written, for what it
    wrote it may have taken back.
    """
    return {nr: By(*named) for nr, *named in con.execute("SELECT * FROM hand")}


def spans_of(because: str | None, source: str) -> tuple[Span, ...]:
    """The spans that a finding rests on, from the JSON they are kept in."""
    if not because:
        return ()
    pairs = json.loads(because)
    return tuple(Span(where[0] if where else source, a, b) for a, b, *where in pairs)


def letters_of(con: sqlite3.Connection, rows: Iterable[Sequence[Any]]) -> list[Letter]:
    """Letters, without findings, from rows of the query `LETTER`."""
    rows = list(rows)
    parties: dict[tuple[int, str], list[Name]] = defaultdict(list)
    for nr, role, *name in con.execute(PARTIES, (json.dumps([row[0] for row in rows]),)):
        parties[nr, role].append(Name(*name))
    return [_letter(row, parties) for row in rows]


def _letter(row: Sequence[Any], parties: dict[tuple[int, str], list[Name]]) -> Letter:
    nr, id, kind, place, number, heading, classification, handling, channel, telegram = row[:10]
    path, where, source, start, end, inside, words = row[10:17]
    return Letter(
        id=id, kind=kind, senders=tuple(parties.get((nr, "sender"), ())),
        recipients=tuple(parties.get((nr, "recipient"), ())), when=_when(*row[17:22]),
        place=place, number=number, heading=heading,
        marking="; ".join(filter(None, (classification, handling))), channel=channel,
        telegram=telegram, path=path, where=where, source=source, start=start, end=end,
        inside=inside, words=words, inferred=bool(row[22]),
    )  # fmt: skip


def _when(first: str | None, last: str | None, stated: str, time: str, doubt: str) -> When | None:
    if not (first or last or stated or time):
        return None
    earliest, latest = (date.fromisoformat(day) if day else None for day in (first, last))
    return When(earliest, latest, stated, time, doubt)


def letter_of(con: sqlite3.Connection, id: str) -> Letter:
    """The letter with this full id, without findings."""
    return letters_of(con, con.execute(LETTER + "WHERE letter.id = ?", (id,)))[0]


def written(con: sqlite3.Connection, where: str = "", *values: object) -> list[Written]:
    """Sources without their texts, in the order of their files."""
    order = " ORDER BY source.path, source.ordinal"
    return [Written(*row) for row in con.execute(WRITTEN + where + order, values)]


def troubles(con: sqlite3.Connection) -> list[Trouble]:
    """What could not be read, file by file."""
    rows = con.execute("SELECT path, problem, advice, line FROM trouble ORDER BY path, line, nr")
    return [Trouble(*row) for row in rows]


# --- a letter opened for reading ----------------------------------------------------------------


def shown(con: sqlite3.Connection, id: str) -> Shown:
    """The letter, or the source that is none, with this full id."""
    row = con.execute(
        "SELECT source.nr, letter.id FROM letter JOIN source ON source.nr = letter.source"
        " WHERE letter.id = ? UNION ALL SELECT nr, NULL FROM source WHERE id = ?",
        (id, id),
    ).fetchone()
    source = source_of(con, row[0])
    findings = findings_of(con, row[0], source.id)
    letter = letter_of(con, id) if row[1] else None
    start, end = (letter.start, letter.end) if letter else (0, len(source.text))
    here = tuple(
        f for f in findings
        if f.of == id or (not f.of and start <= f.span.start and f.span.end <= end)
    ) if letter else tuple(findings)  # fmt: skip
    does = tuple(ties_of(con, id)) if letter else ()
    undergoes = tuple(ties_to(con, id)) if letter else ()
    named = {tie.letter for tie in undergoes}.union(*((t.to, *t.candidates) for t in does))
    return Shown(
        source=source,
        written=written(con, "WHERE source.id = ?", source.id)[0],
        letter=letter,
        text=_reading(source.text, start, end, here),
        notes=tuple(_notes(source.text, here)),
        findings=here,
        raw=source.text[start:end],
        does=does,
        undergoes=undergoes,
        others=tuple(letters_named(con, named)),
    )


def letters_named(con: sqlite3.Connection, ids: Iterable[str]) -> list[Letter]:
    """The letters with these full ids, as far as they are there, in the record's order."""
    where = "WHERE letter.id IN (SELECT value FROM json_each(?)) ORDER BY letter.nr"
    return letters_of(con, con.execute(LETTER + where, (json.dumps(sorted(ids)),)))


def _reading(text: str, start: int, end: int, findings: Iterable[Finding]) -> str:
    """The reading view without notes, note marks as [1]."""
    changes = []
    for finding in findings:
        value, (first, last) = finding.value, (finding.span.start - start, finding.span.end - start)
        if isinstance(value, Furniture):
            changes.append((first, last, value.join))
        elif isinstance(value, Marker):
            changes.append((first, last, f"[{value.label}]"))
        elif isinstance(value, Note):
            changes.append((first, last, "\n\n"))
    held = [c for c in changes if 0 <= c[0] <= c[1] <= end - start]
    return skip(text[start:end], held).text.strip()


def _notes(text: str, findings: Sequence[Finding]) -> Iterable[Noted]:
    away = [(f.span.start, f.span.end, f.value.join)
            for f in findings if isinstance(f.value, Furniture)]  # fmt: skip
    marks = {f.value.note: f.value.label for f in findings if isinstance(f.value, Marker)}
    for finding in findings:
        value, (start, end) = finding.value, (finding.span.start, finding.span.end)
        if isinstance(value, Note):
            within = [(a - start, b - start, j) for a, b, j in away if start <= a and b <= end]
            words = " ".join(skip(text[start:end], within).text.split())
            label = marks.get(finding.span, value.label)  # marks may count 0, 1 and notes 1, 2
            yield Noted(label, _unlabelled(words, value.label), value.kind == "source")


def _unlabelled(words: str, label: str) -> str:
    """The note without the mark it begins with: "1. Source: …", "[1] Source: …"."""
    mark = rf"[\[(]?{re.escape(label)}[\])]?[.)]?\s+" if label else ""
    return re.sub(f"^{mark}", "", words)
