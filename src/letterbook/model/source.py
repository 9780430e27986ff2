"""Sources, places in them, and whoever finds something there."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

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


def typable(words: str) -> str:
    """Eight characters a person can type: a hash of `words`."""
    digest = hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=5).digest()
    number = int.from_bytes(digest, "big")
    return "".join(ALPHABET[number >> shift & 31] for shift in range(35, -5, -5))


def source_id(path: str, where: str = "") -> str:
    """Eight characters a person can type: a hash of file and place, not of the text."""
    return typable(f"{path}\0{where}")


def party_id(block: str, label: str) -> str:
    """Eight characters a person can type: a hash of a party's block and its fullest name."""
    return typable(f"party\0{block}\0{label}")


def letter_id(source: str, ordinal: int) -> str:
    """The id of the `ordinal`-th letter (from 1) of a source: `k7m2q9xd`, `k7m2q9xd.2`, …"""
    return source if ordinal == 1 else f"{source}.{ordinal}"
