"""What a finding may say: small typed values."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from letterbook.model.source import Span


@dataclass(frozen=True, slots=True)
class Words:
    """Just the words, cleaned for reading (spaces squeezed, note marks dropped)."""

    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """What a whole source is: `letters`, `history`, `brief`, `list` (persons, sources), `other`."""

    form: Literal["letters", "history", "brief", "list", "other"]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading inside a history or brief; level 1 is the topmost."""

    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Furniture:
    """What printing or copying left in the text and a reader skips.

    `join` is what the reading view puts in its place: a space in mid-sentence, nothing inside
    a word, a blank line between paragraphs.
    """

    what: Literal["page", "running head", "file number", "menu", "notice", "rule"]
    label: str = ""
    join: str = "\n\n"


@dataclass(frozen=True, slots=True)
class Marker:
    """A note mark in the text and the note it stands for (`note`: span of that note, if found)."""

    label: str
    note: Span | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote; `source` when it says where the letter is kept."""

    label: str
    kind: Literal["source", "note"] = "note"


@dataclass(frozen=True, slots=True)
class Extent:
    """A letter's place in its source: `ordinal` from 1; `inside`, the ordinal that encloses it."""

    ordinal: int
    inside: int | None = None
    kind: Literal["full", "extract", "translation", "summary"] = "full"


@dataclass(frozen=True, slots=True)
class Name:
    """A party as the words name it: "Nikita S. Khrushchev", "Chairman of the Council …".

    At least one of `name` and `office` is not empty. `acting_for`: on whose behalf, for a
    signature such as "For the Secretary of State". `ref`: the editors' id for the person.
    """

    name: str = ""
    office: str = ""
    acting_for: str = ""
    ref: str = ""
    address: str = ""

    def __str__(self) -> str:
        if self.name and self.office:
            return f"{self.name}, {self.office}"
        return self.name or self.office


@dataclass(frozen=True, slots=True)
class When:
    """A date as an interval of whole days, both ends included; `None` is an open end.

    `stated`: the words it was read from. `time`: "19:00", with "Z" when the text says so.
    `doubt`: "" sure, "?" the text doubts it, "~" about.
    """

    earliest: datetime.date | None
    latest: datetime.date | None
    stated: str = ""
    time: str = ""
    doubt: str = ""

    @property
    def edtf(self) -> str:
        """Extended Date/Time Format, level 1 (Library of Congress, 2019; ISO 8601-2)."""
        first, last = self.earliest, self.latest
        if first is None and last is None:
            return ""
        if first is None or last is None:
            days = (day.isoformat() + self.doubt if day else ".." for day in (first, last))
            return "/".join(days)
        if first == last:
            return first.isoformat() + self.doubt
        if first.day == 1 and (last + datetime.timedelta(1)).day == 1:
            if (first.year, first.month) == (last.year, last.month):
                return f"{first.year:04}-{first.month:02}{self.doubt}"
            if (first.year, first.month, last.month) == (last.year, 1, 12):
                return f"{first.year:04}{self.doubt}"
        return f"{first.isoformat()}{self.doubt}/{last.isoformat()}{self.doubt}"


@dataclass(frozen=True, slots=True)
class Gap:
    """Where the words are not, or not the writer's.

    `what`: elision (left out by an editor), insertion (added by one), sic, undeciphered,
    withheld (not declassified), damaged. `amount` with `unit` is the extent if stated
    (7, "page"); `about` what the editor says was there; `by` whose hand.
    """

    what: Literal["elision", "insertion", "sic", "undeciphered", "withheld", "damaged"]
    amount: float | None = None
    unit: str = ""
    about: str = ""
    by: str = "editor"


@dataclass(frozen=True, slots=True)
class Provenance:
    """A source note taken apart; a part that the note does not give is empty."""

    repository: str = ""
    collection: str = ""
    lot: str = ""
    file: str = ""
    box: str = ""
    classification: str = ""
    handling: str = ""
    drafted: tuple[str, ...] = ()
    cleared: tuple[str, ...] = ()
    approved: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that the text gives as somebody's: in marks, or set as a block."""

    style: Literal["marks", "block", "list"]
    attributed: str = ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong, and what a reader can do about it. `line` counts from 1; 0: whole file."""

    path: str
    problem: str
    advice: str
    line: int = 0

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.problem} {self.advice}".rstrip()


@dataclass(frozen=True, slots=True)
class Mention:
    """A letter as other words name it: "your message of October tenth", "Embtels 2644, 2676".

    One mention names one letter; a list of numbers is several, each with its own span.
    `what` is the noun ("letter", "telegram"), `whose` the side the words give it to: the writer
    ("my letter"), the addressee ("your message"), another ("the Soviet note"). `sender` and
    `recipient` are words of the text ("Seoul", "the Soviet Government"), `series` the words
    before a number ("Embtel", "Delga"), `when` the day named, in the year the letter gives it.
    `copies` are the numbers that it bears elsewhere: "Deptel 506, repeated Vardény 309".
    """

    form: Literal["numbered", "dated", "undated"]
    what: str = ""
    whose: Literal["writer", "addressee", "other"] = "other"
    sender: str = ""
    recipient: str = ""
    series: str = ""
    number: str = ""
    when: When | None = None
    does: Literal["refers to", "answers", "encloses", "forwards"] = "refers to"
    copies: tuple[str, ...] = ()


LinkKind = Literal["answers", "refers to", "encloses", "forwards", "same letter as"]


@dataclass(frozen=True, slots=True)
class Link:
    """What a letter does to another: `to` is the other's id, "" while it is open.

    `candidates` are the letters it may be, when more than one; `reason` says in words why this
    one, or what would decide.
    """

    kind: LinkKind
    to: str = ""
    candidates: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in print or in an archive that a note gives.

    `work` is the series, newspaper or file ("Foreign Relations", "ibid."), resolved where the
    words point back; `volume` as written ("1961–1963, vol. VI"), `number` a document's, `note` a
    footnote's, `pages` "198–200". `to` is the id of the letter or source the record holds.
    """

    what: Literal["document", "footnote", "page", "volume", "work", "archive"]
    work: str = ""
    volume: str = ""
    number: str = ""
    note: str = ""
    pages: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who writes or is written to, across the record.

    `label` is the fullest name, `names` every other way the record writes it, `offices` those it
    is given with a name. `same_as` are its ids elsewhere ("http://viaf.org/viaf/…").
    """

    id: str
    kind: Literal["person", "office", "government", "body"]
    label: str
    names: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a name or an office in the text is: a party's id, "" while open, and why.

    `candidates` are the parties it may be, when more than one.
    """

    party: str = ""
    candidates: tuple[str, ...] = ()
    reason: str = ""


ActLabel = Literal["question", "request", "proposal", "pledge", "accept", "refuse", "report"]
ActSide = Literal["writer", "addressee", "both", "other"]
"""Whose act it is, of a letter's two sides: a person counts as the government he speaks for."""


@dataclass(frozen=True, slots=True)
class Act:
    """What a sentence does: asks, offers, promises, agrees, declines, reports, names a question.

    `by` is the side that acts and `to` the side it acts towards; `actor` and `addressee` are the
    words for them, of the header or of the sentence. `topic`, `condition` and `deadline` are words
    of the letter. `recall`: an earlier act is spoken of ("you assured me that …"); `reported`: a
    third party's. `conditional`: a pledge that hangs on an event or on what others do.
    """

    label: ActLabel
    actor: str = ""
    addressee: str = ""
    topic: str = ""
    condition: str = ""
    deadline: str = ""
    by: ActSide = "writer"
    to: ActSide = "addressee"
    conditional: bool = False
    recall: bool = False
    reported: bool = False


Value = (
    Words | Document | Section | Furniture | Marker | Note | Extent | Name | When | Gap
    | Provenance | Quotation | Trouble | Mention | Link | Citation | Identity | Act
)  # fmt: skip
