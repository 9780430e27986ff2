"""Choosing: the letters that filters let through, and the one that a person names."""

from __future__ import annotations

import json
import re
import sqlite3
from array import array
from collections.abc import Sequence
from functools import lru_cache

from letterbook.model import Letter, LetterbookError
from letterbook.record.edtf import when
from letterbook.record.fetch import LETTER, letters_of, written
from letterbook.record.header import folded
from letterbook.record.kept import Filters, Written

ORDER = """
ORDER BY letter.earliest IS NULL AND letter.latest IS NULL,
  coalesce(letter.earliest, letter.latest), letter.latest, letter.time, source.path,
  source.ordinal, letter.ordinal
"""
PARTY = "EXISTS (SELECT 1 FROM party WHERE party.letter = letter.nr AND role = ? AND {words})"
CONCERNS = """
letter.nr IN (SELECT naming.letter FROM named JOIN naming USING (name, office, year, ref, only)
  WHERE named.person = ?)
"""
UNDATED = "letter.nr AND (letter.inferred OR letter.earliest IS NULL AND letter.latest IS NULL)"
SHORTEST = 3  # letters of an id that a person must type


def choose(con: sqlite3.Connection, filters: Filters) -> list[Letter]:
    """The letters that the filters let through: by date, the undated last."""
    clause, values = conditions(con, filters)
    limit = -1 if filters.limit is None else filters.limit
    query = f"{LETTER} WHERE {clause} {ORDER} LIMIT ? OFFSET ?"
    return letters_of(con, con.execute(query, (*values, limit, filters.offset)))


def order(con: sqlite3.Connection, filters: Filters) -> array[int]:
    """The inner numbers of the letters that the filters let through, by date, the undated last.

    A page of a long list is then eight bytes a letter to keep, and fifty letters to fetch.
    """
    clause, values = conditions(con, filters)
    among = "SELECT letter.nr FROM letter JOIN source ON source.nr = letter.source"
    return array("q", (nr for (nr,) in con.execute(f"{among} WHERE {clause} {ORDER}", values)))


def numbered(con: sqlite3.Connection, numbers: Sequence[int]) -> list[Letter]:
    """The letters with these inner numbers, in their order."""
    where = "WHERE letter.nr IN (SELECT value FROM json_each(?))"
    rows = {row[0]: row for row in con.execute(LETTER + where, (json.dumps(list(numbers)),))}
    return letters_of(con, [rows[nr] for nr in numbers if nr in rows])


def conditions(con: sqlite3.Connection, filters: Filters) -> tuple[str, list[object]]:
    """The filters as an SQL condition on `letter` and `source`, with its values."""
    terms: list[tuple[str, list[object]]] = []
    for role, words in (("sender", filters.sender), ("recipient", filters.recipient)):
        if words:
            terms.append(_party(role, words))
    if filters.between:
        terms.append(_between(*filters.between))
    if filters.since:
        day = when(filters.since).earliest
        terms.append(("coalesce(letter.latest, letter.earliest) >= ?", [str(day or "")]))
    if filters.until:
        day = when(filters.until).latest
        terms.append(("coalesce(letter.earliest, letter.latest) <= ?", [str(day or "9999")]))
    if filters.kind:
        terms.append(("holds_words(letter.kind, ?)", [filters.kind]))
    if filters.within:
        terms.append(("lies_within(source.path, ?)", [filters.within]))
    if filters.form:
        terms.append(("source.form = ?", [filters.form]))
    if filters.undated:
        terms.append((UNDATED, []))
    if filters.party:
        terms.append((CONCERNS, [filters.party]))
    if filters.marking:
        marked = "holds_words(letter.classification || ' ' || letter.handling, ?)"
        terms.append((marked, [filters.marking]))
    if filters.among is not None:
        terms.append(("letter.id IN (SELECT value FROM json_each(?))", [json.dumps(filters.among)]))
    clause = " AND ".join(f"({term})" for term, _ in terms) or "1"
    return clause, [value for _, values in terms for value in values]


def teach(con: sqlite3.Connection) -> None:
    """Let SQL call what the filters need.

    Once for a connection: each time, SQLite plans all its statements anew.
    """
    con.create_function("lies_within", 2, lies_within, deterministic=True)
    con.create_function("holds_words", 2, holds_words, deterministic=True)


def _party(role: str, words: str) -> tuple[str, list[object]]:
    wanted = [f" {word} " for word in folded(words).split()]
    each = " AND ".join(["instr(folded, ?)"] * len(wanted)) or "0"
    return PARTY.format(words=each), [role, *wanted]


def _between(one: str, other: str) -> tuple[str, list[object]]:
    terms = [(_party("sender", a), _party("recipient", b)) for a, b in ((one, other), (other, one))]
    clause = " OR ".join(f"({s[0]} AND {r[0]})" for s, r in terms)
    return clause, [value for s, r in terms for value in (*s[1], *r[1])]


def holds_words(text: str | None, words: str) -> bool:
    """Whether every word of `words` stands in `text`, case and accents aside.

    `text` is None where a search meets a history: it has no kind, so it is none that is asked for.
    """
    return set(folded(words).split()) <= set(folded(text or "").split())


def lies_within(path: str, within: str) -> bool:
    """Whether a file is, or lies in, what `within` names: folder, file, stem, archive member.

    >>> lies_within("frus/frus1961-63v05.xml", "frus1961-63v05")
    True
    """
    return bool(_within(within).search(path))


@lru_cache(maxsize=64)
def _within(within: str) -> re.Pattern[str]:
    """A run of whole parts of a path; the last may be given without its suffix."""
    wanted = re.escape(within.removeprefix("./").strip("/").replace("!", "/"))
    return re.compile(rf"(?:^|/|!){wanted.replace('/', '[/!]')}(?:\.[^./!]+)?(?:[/!]|$)")


# --- the one that a person names ----------------------------------------------------------------


def resolve(con: sqlite3.Connection, name: str, within: str = "") -> str:
    """The full id of the letter, or of the source that is none, that `name` means.

    An id or its beginning (three letters or more), `file.txt`, `file.txt#2`, `volume/d84`, a
    document number. Raises LetterbookError when none or several are meant.
    """
    name = name.strip()
    for look in (_by_number if within else _by_id, _by_id, _by_path, _by_number):
        found = list(dict.fromkeys(look(con, name, within)))
        if len(found) == 1:
            return found[0]
        if found:
            raise LetterbookError(_several(con, name, found))
    raise LetterbookError(
        f'no letter "{name}" in this record; an id, its first {SHORTEST} letters or more, a file'
        " (a.txt, a.txt#2) or volume/part will do; see: letterbook list"
    )


def _ids(con: sqlite3.Connection, where: str, *values: object) -> list[str]:
    """Letters, and sources without letters, of the sources that `where` chooses, in their order."""
    rows = con.execute(
        "SELECT coalesce(letter.id, source.id) FROM source LEFT JOIN letter"
        f" ON letter.source = source.nr WHERE {where}"
        " ORDER BY source.path, source.ordinal, letter.ordinal",
        values,
    )
    return [row[0] for row in rows]


def _by_id(con: sqlite3.Connection, name: str, within: str) -> list[str]:
    stem, dot, ordinal = name.lower().partition(".")
    if len(stem) < SHORTEST or not stem.isalnum() or (dot and not ordinal.isdigit()):
        return []
    rows = con.execute(
        "SELECT id FROM source WHERE id >= ? AND id < ? AND (? = '' OR lies_within(path, ?))",
        (stem, stem + "~", within, within),
    )
    ids = [id if int(ordinal or 1) == 1 else f"{id}.{int(ordinal)}" for (id,) in rows]
    if not dot:
        return ids
    there = (con.execute("SELECT id FROM letter WHERE id = ?", (id,)).fetchone() for id in ids)
    return [row[0] for row in there if row]


def _by_path(con: sqlite3.Connection, name: str, within: str) -> list[str]:
    path, _, ordinal = name.rpartition("#")
    if path and ordinal.isdigit():
        found = _ids(con, "lies_within(source.path, ?)", path)
        return found[int(ordinal) - 1 :][:1] if int(ordinal) else []
    stem, _, part = name.rpartition("/")
    # a telegram is meant, not the letter it carries: that one has its own id, or "file#2"
    outer = "coalesce(letter.inside, '') = '' AND lies_within(source.path, ?)"
    by_part = _ids(con, f"{outer} AND source.part = ?", stem or " ", part)
    return by_part or _ids(con, outer, name)


def _by_number(con: sqlite3.Connection, name: str, within: str) -> list[str]:
    chosen = choose(con, Filters(within=within)) if within else None
    rows = con.execute("SELECT id FROM letter WHERE number = ?", (name,))
    found = {row[0] for row in rows}
    return list(found) if chosen is None else [x.id for x in chosen if x.id in found]


def _several(con: sqlite3.Connection, name: str, ids: Sequence[str]) -> str:
    rows = [f"  {label(con, id)}" for id in ids[:10]]
    more = [f"  … and {len(ids) - 10} more"] if len(ids) > 10 else []
    return "\n".join([f'"{name}" fits {len(ids)} letters; name one of:', *rows, *more])


def label(con: sqlite3.Connection, id: str) -> str:
    """A letter or source in one line, to tell it from others."""
    letters = letters_of(con, con.execute(LETTER + "WHERE letter.id = ?", (id,)))
    if letters:
        letter = letters[0]
        date = letter.when.edtf if letter.when else "undated"
        people = " → ".join(
            "; ".join(p.name or p.office for p in side) or "?"
            for side in (letter.senders, letter.recipients)
        )
        return f"{id}  {date}  {people}  {letter.path}"
    source: Written = written(con, "WHERE source.id = ?", id)[0]
    return f"{id}  {source.form}  {source.title}  {source.path}"
