"""The types all rooms share: immutable values, standard library only.

The text of a source never changes, and everything we know about it is a `Finding`
that points at characters of it and says who found it and why.
Offsets count Python characters; spans are half-open.
"""

from __future__ import annotations

import dataclasses
import datetime
import functools
import hashlib
import json
import types
import typing
from dataclasses import dataclass
from typing import Any, Literal

Reason = Literal["markup", "rule", "model", "person"]


class LetterbookError(Exception):
    """A caller's mistake: a letter that is not there, a field that does not exist, a broken record.

    The message says where, what, and what to do.
    """


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` up to, not including, `end` of the source with id `source`."""

    source: str
    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span (or is it)."""
        return self.source == other.source and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class By:
    """Who found it: an editor's markup, a rule of ours, a model, or a person."""

    kind: Reason
    name: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One natural unit of what was read (a page, a TEI document, a chapter). Never changed.

    `path` is the file as the record names it (archive members as `parcel.zip!inner/name.txt`),
    `where` locates the unit in its file ("" for the whole file, an xml:id in TEI),
    `format` the reader's name, `encoding` the one the bytes were read in,
    `sha256` the digest of the unit's text.
    """

    id: str
    text: str
    path: str
    where: str
    format: str
    encoding: str
    sha256: str

    @classmethod
    def of(
        cls, text: str, path: str, where: str = "", format: str = "plain", encoding: str = "utf-8"
    ) -> Source:
        """A source with its id and digest worked out: same path and place, same id."""
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(source_id(path, where), text, path, where, format, encoding, digest)


ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u to misread


def _typable(words: str) -> str:
    """Eight characters a person can type: a hash of `words`."""
    digest = hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=5).digest()
    number = int.from_bytes(digest, "big")
    return "".join(ALPHABET[number >> shift & 31] for shift in range(35, -5, -5))


def source_id(path: str, where: str = "") -> str:
    """Eight characters a person can type: a hash of file and place, not of the text."""
    return _typable(f"{path}\0{where}")


def party_id(block: str, label: str) -> str:
    """Eight characters a person can type: a hash of a party's block and its fullest name."""
    return _typable(f"party\0{block}\0{label}")


def letter_id(source: str, ordinal: int) -> str:
    """The id of the `ordinal`-th letter (from 1) of a source: `k7m2q9xd`, `k7m2q9xd.2`, …"""
    return source if ordinal == 1 else f"{source}.{ordinal}"


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
            return f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"
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


Value = (
    Words | Document | Section | Furniture | Marker | Note | Extent | Name | When | Gap
    | Provenance | Quotation | Trouble | Mention | Link | Citation | Identity
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """What we know and the words it rests on.

    `of` is the id of the letter it speaks about ("" when it speaks about the source);
    `because` holds the other spans it rests on; `score` is 1.0 when asserted, less when it is
    only a candidate: a field is asserted at `ASSERTED` or above.
    """

    span: Span
    kind: str
    value: Value
    by: By
    of: str = ""
    because: tuple[Span, ...] = ()
    score: float = 1.0

    @property
    def id(self) -> str:
        """A hash of everything else, so that reading twice adds nothing."""
        return _typable(repr(self))


ASSERTED = 0.5
DATING = "dating"
"""The rule that works out the day of a letter that does not state it (`By.name`)."""

KINDS: dict[str, type] = {  # of a source, and then of a letter
    "document": Document, "section": Section, "furniture": Furniture, "marker": Marker,
    "note": Note, "gap": Gap, "quote": Quotation, "person": Name, "ref": Words, "trouble": Trouble,
    "letter": Extent, "number": Words, "heading": Words, "kind": Words, "dateline": Words,
    "date": When, "place": Words, "salutation": Words, "closing": Words, "signature": Name,
    "address": Name, "sender": Name, "recipient": Name, "classification": Words,
    "handling": Words, "telegram": Words, "channel": Words, "subject": Words,
    "provenance": Provenance, "mention": Mention, "link": Link, "citation": Citation,
    "identity": Identity, "clue": Words,
}  # fmt: skip
"""Every kind of finding and the type of its value; `person` and `ref` as editors tag them."""

FIELDS = ("sender", "recipient", "date", "place", "kind", "number", "classification", "handling",
          "telegram", "channel", "subject", "heading")  # fmt: skip
"""The kinds that make a letter's header and that a person can correct."""

TIES: dict[str, LinkKind] = {"answers": "answers", "same": "same letter as"}
"""What else a person can say of a letter: which it answers, of which it is another edition."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader gives for one source: the source and what its markup says."""

    source: Source
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """The letter as sent, as far as its printing says; each field's findings are in `findings`.

    `senders`, `recipients`: asserted parties only; candidates stay in `findings`.
    `path`, `where`, `start`, `end`: the printing. `words`: the opening words. `inferred`: `when`
    is not stated by the letter but worked out from others.
    """

    id: str
    kind: str
    senders: tuple[Name, ...]
    recipients: tuple[Name, ...]
    when: When | None
    place: str
    number: str
    heading: str
    marking: str
    channel: str
    telegram: str
    path: str
    where: str
    source: str
    start: int
    end: int
    inside: str = ""
    words: str = ""
    findings: tuple[Finding, ...] = ()
    inferred: bool = False


@functools.cache
def _fields(wanted: type) -> tuple[tuple[str, Any], ...]:
    """Names and defaults of a dataclass of ours, looked up once; nothing for any other type."""
    fields = dataclasses.fields(wanted) if dataclasses.is_dataclass(wanted) else ()
    return tuple((f.name, f.default) for f in fields)


def plain(value: Any) -> Any:
    """A value of ours as JSON types: dataclasses to objects without their empty fields."""
    if fields := _fields(value.__class__):
        items = ((name, getattr(value, name), default) for name, default in fields)
        return {
            name: item if type(item) is str else plain(item)
            for name, item, default in items
            if item != default
        }
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def dump_value(value: Value) -> str:
    """The value as compact JSON; `load_value` with the finding's kind gives it back."""
    return _ENCODER.encode(plain(value))


def load_value(kind: str, text: str) -> Value:
    """The typed value of a finding of this kind from its JSON."""
    return typing.cast(Value, _build(KINDS[kind], json.loads(text)))


@functools.cache
def _made(wanted: type) -> dict[str, typing.Callable[[Any], Any]]:
    """The fields of a dataclass of ours whose JSON is not yet the value, and what makes it so."""
    makers = ((name, _maker(hint)) for name, hint in typing.get_type_hints(wanted).items())
    return {name: maker for name, maker in makers if maker is not None}


def _maker(hint: Any) -> typing.Callable[[Any], Any] | None:
    """What turns JSON into a value of this type; None when it is one already."""
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        hint = next(a for a in typing.get_args(hint) if a is not type(None))
    if dataclasses.is_dataclass(hint):
        return functools.partial(_build, hint)
    if hint is datetime.date:
        return datetime.date.fromisoformat
    return tuple if typing.get_origin(hint) is tuple else None


def _build(wanted: Any, data: dict[str, Any]) -> Any:
    """A value from its JSON object: a letter's forty findings are made here again and again."""
    for name, make in _made(wanted).items():
        if data.get(name) is not None:
            data[name] = make(data[name])
    return wanted(**data)
