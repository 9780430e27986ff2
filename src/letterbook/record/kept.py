"""What the record gives back and takes: immutable values."""

from __future__ import annotations

from dataclasses import dataclass

from letterbook.model import Finding, Letter, Source, Trouble
from letterbook.record.ties import Tie


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was read: `path` as the record names it, `sha256` of its bytes, `reader`."""

    path: str
    size: int
    mtime_ns: int
    sha256: str
    reader: str


@dataclass(frozen=True, slots=True)
class Written:
    """A source without its text: what a row of a list needs. `letters` counts its letters."""

    id: str
    path: str
    where: str
    format: str
    encoding: str
    form: str
    title: str
    letters: int


@dataclass(frozen=True, slots=True)
class Kept:
    """What keeping one file did: its letters, troubles, and the corrections it moved or lost."""

    letters: int
    troubles: tuple[Trouble, ...] = ()
    moved: tuple[int, ...] = ()
    lost: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Noted:
    """A note's label and words; `source` when it says where the letter is kept."""

    label: str
    words: str
    source: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A letter, or a source that is none, opened for reading.

    `letter` is None for a history, a brief or a list. `text` is the reading view without notes:
    furniture skipped, note marks as `[1]`; `raw` the same stretch as it stands.
    `findings` are those within the extent, in order of the text. `does` is what the letter does to
    others, `undergoes` what others do to it; `others` are those letters.
    """

    source: Source
    written: Written
    letter: Letter | None
    text: str
    notes: tuple[Noted, ...]
    findings: tuple[Finding, ...]
    raw: str
    does: tuple[Tie, ...] = ()
    undergoes: tuple[Tie, ...] = ()
    others: tuple[Letter, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that answers a search: the letter (None: the source itself), and why.

    `score` counts upwards; `snippet` is a stretch of the text, one line; `marks` are the places of
    the found words in the snippet. `start` and `end` are the snippet's place in the source,
    `spans` the found words' places there; `line`, of the first of them, counts from 1.
    """

    letter: Letter | None
    source: Written
    score: float
    snippet: str
    marks: tuple[tuple[int, int], ...]
    start: int
    end: int
    spans: tuple[tuple[int, int], ...]
    line: int


@dataclass(frozen=True, slots=True)
class Logged:
    """A correction or an undo as the log shows it.

    `state`: in force · undone · superseded by 7 · lost. `undoes` is the number an undo takes back.
    `letter` is the letter it stands at today (when lost: the id it was made for).
    """

    number: int
    at: str
    who: str
    why: str
    undoes: int | None
    letter: str
    field: str
    value: str
    before: str
    path: str
    words: str
    state: str


@dataclass(frozen=True, slots=True)
class Filters:
    """Which letters: every condition that is given must hold.

    `sender`, `recipient`, `between` match whole words of name and office, case and accents aside.
    `since`, `until` are EDTF dates, a letter matching when its interval touches them.
    `kind` matches words of the letter's kind; `within` a file, a folder, a file's stem or an
    archive member; `undated` asks for the letters without a date only. `party` is the id of one
    who wrote or was written to; `marking` matches words of the classification and handling.
    `offset` passes over so many, for the next page. `among`: only letters with these full ids.
    """

    sender: str = ""
    recipient: str = ""
    between: tuple[str, str] | None = None
    since: str = ""
    until: str = ""
    kind: str = ""
    within: str = ""
    form: str = ""
    undated: bool = False
    limit: int | None = None
    party: str = ""
    marking: str = ""
    offset: int = 0
    among: tuple[str, ...] | None = None
