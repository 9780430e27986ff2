"""Files of tenures: who held which office from when to when, a line each.

In: the text of a CSV file with its columns in the first line. Out: `Tenure`s, or an error that
names the line, what is wrong with it and what to do.
"""

from __future__ import annotations

import csv
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from letterbook.model import LetterbookError, When, party_id

Day = datetime.date
_ALWAYS = When(None, None)


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person's days in one office.

    `when`: every day that may belong to it; `sure`: the days that do, fewer where only the month
    of the beginning or the end is known. `rank`: 0 for our files, more for the user's, which win.
    """

    office: str
    government: str
    holder: str
    when: When
    source: str = ""
    viaf: str = ""
    gnd: str = ""
    wikidata: str = ""
    sure: When = _ALWAYS
    rank: int = 0

    @property
    def same_as(self) -> tuple[str, ...]:
        """The holder's ids elsewhere, as addresses."""
        ids = (
            ("http://viaf.org/viaf/", self.viaf),
            ("https://d-nb.info/gnd/", self.gnd),
            ("http://www.wikidata.org/entity/", self.wikidata),
        )
        return tuple(base + id for base, id in ids if id)

    @property
    def person(self) -> str:
        """An id for the holder, the same in each of his tenures."""
        return party_id("authority", self.holder)


COLUMNS = ("office", "government", "holder", "from", "to", "source")
IDS = {"viaf": r"\d+", "gnd": r"[\dX-]+", "wikidata": r"Q\d+"}
"""Columns that a file may leave out, and what stands in them."""
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[?~]?")


def file_text(path: Path) -> str:
    """The text of a user's file."""
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise LetterbookError(
            f"{path}: cannot be read ({error.strerror}). Name a CSV file."
        ) from None
    except UnicodeDecodeError:
        raise LetterbookError(f"{path}: is not UTF-8. Save it as “CSV UTF-8”.") from None


def tenures_of(text: str, path: str, rank: int) -> Iterator[Tenure]:
    """The tenures of a file; a row that cannot be one is an error that names its line."""
    rows = csv.DictReader(text.splitlines(), restval="")
    head = [name.strip() for name in rows.fieldnames or ()]
    rows.fieldnames = head
    if missing := [name for name in COLUMNS if name not in head]:
        raise LetterbookError(
            f"{path}:1: has no column {', '.join(missing)}. "
            f"Begin the file with the line: {','.join((*COLUMNS, *IDS))}"
        )
    for row in rows:
        cells = {k: v.strip() for k, v in row.items() if isinstance(k, str) and isinstance(v, str)}
        if any(cells.values()):
            yield _tenure(cells, f"{path}:{rows.line_num}", path, rank)


def _tenure(cells: dict[str, str], place: str, path: str, rank: int) -> Tenure:
    for name in ("office", "holder"):
        if not cells[name]:
            raise LetterbookError(f"{place}: the {name} is empty. Fill it in or drop the row.")
    for name, form in IDS.items():
        if cells.get(name) and not re.fullmatch(form, cells[name]):
            raise LetterbookError(
                f"{place}: “{cells[name]}” is no {name} id. Give the id alone, not its address."
            )
    first, last = (_days(cells[name], name, place) for name in ("from", "to"))
    if first and last and first[0] > last[1]:
        raise LetterbookError(
            f"{place}: from {cells['from']} comes after to {cells['to']}. Change one of them."
        )
    stated = f"{cells['from'] or '..'}/{cells['to'] or '..'}"
    when = When(first and first[0], last and last[1], stated)
    sure = When(first and first[1], last and last[0], stated)
    ids = {name: cells.get(name, "") for name in IDS}
    source = cells["source"] or path
    return Tenure(
        cells["office"], cells["government"], cells["holder"], when, source,
        **ids, sure=sure, rank=rank,
    )  # fmt: skip


def _days(words: str, column: str, place: str) -> tuple[Day, Day] | None:
    """First and last day of "1962-10-22", "1962-10" or "1962"; none for an open end."""
    if words in ("", ".."):
        return None
    if match := _DATE.fullmatch(words):
        year, month, day = (int(part) if part else 0 for part in match.groups())
        try:
            first = Day(year, month or 1, day or 1)
            if day:
                return first, first
            after = Day(year + 1, 1, 1) if month in (0, 12) else Day(year, month + 1, 1)
            return first, after - datetime.timedelta(1)
        except ValueError:
            pass
    raise LetterbookError(
        f"{place}: “{words}” in column {column} is no day. "
        "Write 1962-10-22, or 1962-10 or 1962 where the day is not known; leave it empty if open."
    )
