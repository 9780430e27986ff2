"""What checking says of a brief's words, and what writing makes: lines that are pinned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from letterbook.model.source import Span

QuoteKind = Literal[
    "exact", "typographic", "marked ellipsis",
    "silent cut start", "silent cut middle", "silent cut end",
    "word changed", "number or date changed", "name changed", "negation changed",
    "spliced", "wrong source", "invented",
]  # fmt: skip
"""How a quotation stands to its source. `invented`: its words stand nowhere in the record."""

ClaimKind = Literal["supported", "partly", "contradicted", "not found", "not checked"]
"""How a claim stands to the sources. `not checked`: an opinion, a forecast, a heading."""

FAITHFUL = ("exact", "typographic", "marked ellipsis")
"""The verdicts that a careful reader passes."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where a brief and its source part: what the brief says, what the source says.

    `quoted` is empty for words left out, `source` for words put in. `pin` is where the source's
    words stand.
    """

    quoted: str
    source: str
    pin: Span | None = None


@dataclass(frozen=True, slots=True)
class Caution:
    """What a reader should know of a quotation that is faithful: why, and the words it omits."""

    why: str
    omitted: str
    pin: Span


@dataclass(frozen=True, slots=True)
class Verdict:
    """What checking says of a quotation or a claim.

    `span` is the words judged, in the brief. `pins` are the source's words it rests on, best first
    (of a splice or a marked ellipsis, each piece in the brief's order). `letter` is the id of the
    letter or source they stand in, `also` of others in which the same words stand. `reason` is one
    sentence for a reader; `score` says how sure (1 sure). `within` is the sentence of a claim that
    is one of several in it.
    """

    span: Span
    what: Literal["quotation", "claim"]
    kind: QuoteKind | ClaimKind
    reason: str
    pins: tuple[Span, ...] = ()
    differences: tuple[Difference, ...] = ()
    cautions: tuple[Caution, ...] = ()
    letter: str = ""
    also: tuple[str, ...] = ()
    attributed: str = ""
    score: float = 1.0
    within: Span | None = None

    @property
    def faithful(self) -> bool:
        """Whether a careful reader would let it stand."""
        return self.kind in FAITHFUL or self.kind in ("supported", "not checked")


@dataclass(frozen=True, slots=True)
class Line:
    """A written sentence and the words it rests on. Without a pin it is not written.

    `quotes` says that the text between quotation marks is the source's, word for word.
    """

    text: str
    pins: tuple[Span, ...]
