"""A note read from left to right: each citation in it, with what "ibid." stands for filled in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from letterbook.mark import citation_words as words
from letterbook.mark.citation_force import SERIES, Cited, Memory, of
from letterbook.mark.citation_volumes import Volumes
from letterbook.mark.citation_words import TOKEN, Piece, Place
from letterbook.mark.citation_works import ARCHIVE, KNOWN, of_this_volume, work_before
from letterbook.model import Citation

_ANY = re.compile(  # how they begin is asked before all else: most words begin otherwise
    r"\b(?=[A-Z1]|foo|fn|ib|inf|not|p[.pat]|sup|vol)"
    rf"(?:{TOKEN.pattern}|{KNOWN.pattern}|{ARCHIVE.pattern})",
    re.X,
)
_IN_DOCUMENT = re.compile(
    r"[,.]?\s*(?:(?:to|of|in|see)\s+)?(?:see\s+)?Document\.?\s+(?P<number>\d{1,4}[a-z]?)\b"
)
_HERE = re.compile(r",?\s*(?:above|below)\b")
_SIDE = re.compile(r",?\s*(?P<side>[Ss]upra|[Ii]nfra)\b")
_THERETO = re.compile(r",?\s*(?:thereto|of that document)\b")
_AGAIN = re.compile(r",?\s*(?:to\s+|in\s+)?\(?[Ii]bid\b\s?\.?")
_ON_PAGE = re.compile(r",?\s*(?:on\s+|to\s+)?pp?\.\s*(?=\d)")
_IN_VOLUME = re.compile(
    r",?\s*(?:in\s+|of\s+|\()?"
    r"(?:Foreign\s+Relations,?\s+(?:\d|vol)|[Vv]ol(?:ume|\.)\s+[IVXLivxl]+\b)"
    r"(?![^.;()]{0,60}\bpp?\.\s?\d)"
)
_VOLUME_OF = re.compile(r",?\s*(?:Foreign Relations|[Ii]bid\.?,\s*(?:1\d{3}|[Vv]ol)|[Vv]ol\.)")
_ELSEWHERE = re.compile(r"\s+(?:to|of|in)\s+(?!the\s+source\s+text)")
_NOTE_TAIL = re.compile(r"\s*,\s*(?:[Ff]ootnotes?|[Nn]otes?|n\.)\s*(?=\d{1,4}[a-z]?\b)")
_PAIR = re.compile(r"\d+ and \d+(?=[.,;)])")
_MORE_PAGES = re.compile(r"(?:\s*ff?\.)?[,;]?\s*(?:and|or|&)?\s*")


class Walk(Volumes):
    """The part of the reading that cites: documents, footnotes and pages."""

    def read(self) -> None:
        """Each token in its turn."""
        at = 0
        while match := _ANY.search(self.text, at):
            kind = match.lastgroup or ""
            at = max(READERS[kind](self, match), match.start() + 1)
        self._flush()

    def _documents(self, match: re.Match[str]) -> int:
        several = "Documents" in match[0] or _PAIR.match(self.text, match.end()) is not None
        pieces = words.numbers(self.text, match.end(), several)
        place, start = self._take(match.start())
        if place is None and _IN_VOLUME.match(self.text, pieces[-1].end):
            self.waiting = (pieces[0]._replace(start=start), *pieces[1:])
            return pieces[-1].end
        place = place or Place()
        for piece in pieces:
            first = piece is pieces[0]
            value = self._with_noted(of(place, what="document", number=piece.words))
            if piece is pieces[-1] and self._with_note(
                start if first else piece.start, piece.end, value
            ):
                return self.until
            self._cite(start if first else piece.start, piece.end, value)
        self.place = place if place != Place() else None
        return self.until

    def _with_note(self, start: int, end: int, value: Citation) -> bool:
        """ "Document 331, footnote 7" is one citation, of the footnote."""
        tail = _NOTE_TAIL.match(self.text, end)
        if not tail:
            return False
        pieces = words.numbers(self.text, tail.end(), "notes" in tail[0])
        if _IN_DOCUMENT.match(self.text, pieces[-1].end):
            return False
        for piece in pieces:
            noted = replace(value, what="footnote", note=piece.words)
            self._cite(start if piece is pieces[0] else piece.start, piece.end, noted)
        return True

    def _notes(self, match: re.Match[str]) -> int:
        pieces = words.numbers(self.text, match.end())
        end = pieces[-1].end
        if tail := _IN_DOCUMENT.match(self.text, end):
            place, start = self._take(match.start())
            base = of(place or Place(), what="footnote", number=tail["number"])
            return self._cite_notes(pieces, start, base, tail.end())
        if tail := _SIDE.match(self.text, end):
            base = Citation("footnote", number=tail["side"].lower())
            return self._cite_notes(pieces, match.start(), base, tail.end())
        if tail := _HERE.match(self.text, end):
            return self._cite_notes(pieces, match.start(), Citation("footnote"), tail.end())
        if tail := _THERETO.match(self.text, end):
            return self._cite_notes(pieces, match.start(), self._last_document(), tail.end())
        if _VOLUME_OF.match(self.text, end):
            self.noted = pieces[0].words
            return end
        if (tail := _AGAIN.match(self.text, end)) and self.memory.last:
            return self._note_again(match.start(), pieces, tail)
        if tail := _ON_PAGE.match(self.text, end):
            return self._on_pages(match.start(), pieces, tail.end())
        if _ELSEWHERE.match(self.text, end):
            return end
        return self._cite_notes(pieces, match.start(), Citation("footnote"), end)

    def _cite_notes(self, pieces: list[Piece], start: int, base: Citation, end: int) -> int:
        self._flush()
        for piece in pieces:
            first, last = piece is pieces[0], piece is pieces[-1]
            value = replace(base, what="footnote", note=piece.words)
            self._cite(start if first else piece.start, end if last else piece.end, value)
        return end

    def _last_document(self) -> Citation:
        """The document that "thereto" goes back to."""
        last = self.memory.last
        if last and last.what in ("document", "footnote"):
            return last
        return Citation("footnote")

    def _note_again(self, start: int, pieces: list[Piece], tail: re.Match[str]) -> int:
        """ "footnote 2, ibid." is a note of the document cited last."""
        end = tail.end()
        assert self.memory.last
        if page := _ON_PAGE.match(self.text, end):
            place = self.memory.place or Place()
            self.place, self.named, self.until = place, None, page.start()
            return self._on_pages(start, pieces, page.end())
        if self.memory.last.what in ("document", "footnote", "page"):
            return self._cite_notes(pieces, start, self.memory.last, end)
        return end

    def _on_pages(self, start: int, notes: list[Piece], at: int) -> int:
        """ "footnotes 3 and 6, pp. 69 and 70": each on its page."""
        on = words.pages(self.text, at)
        place, start = (self.place, start) if self.until > start else self._take(start)
        for i, piece in enumerate(on):
            note = notes[min(i, len(notes) - 1)].words
            base = of(place or Place(), what="footnote", pages=piece.words, note=note)
            self._cite(start if i == 0 else piece.start, piece.end, base)
        return on[-1].end

    def _pages(self, match: re.Match[str]) -> int:
        on = words.pages(self.text, match.end())
        same = self._same_pages(match.start())
        place, start = same or self._take(match.start())
        if place is None and (work := work_before(self.text, match.start())):
            place, start = Place(work[0], title=work[1]), work[2]
            self.memory = replace(self.memory, place=place)
            self.place = place
        if place is None and not same and not of_this_volume(self.text, match.start(), on[-1].end):
            return on[-1].end
        return self._cite_pages(place or Place(), start, on)

    def _same_pages(self, at: int) -> tuple[Place | None, int] | None:
        """ "p. 3 and pp. 28 ff.": the second are pages of what the first were."""
        last = self.out[-1] if self.out else None
        if not last or last.end != self.until or not last.value.pages:
            return None
        return (self.place, at) if _MORE_PAGES.fullmatch(self._gap(at)) else None

    def _cite_pages(self, place: Place, start: int, on: list[Piece]) -> int:
        for piece in on:
            own = place.work in ("", SERIES)
            value = self._with_noted(of(place, "page" if own else "work", pages=piece.words))
            first = start if piece is on[0] else piece.start
            tail = _NOTE_TAIL.match(self.text, piece.end)
            if tail and piece is on[-1]:
                note = words.numbers(self.text, tail.end(), several=False)[0]
                self._cite(first, note.end, replace(value, what="footnote", note=note.words))
            else:
                self._cite(first, piece.end, value)
        return self.until

    def _side(self, match: re.Match[str]) -> int:
        before = self.text[: match.start()].rstrip(" ,(")
        if self.out and self.out[-1].end >= len(before):
            return match.end()
        if _ON_PAGE.match(self.text, match.end()):
            return match.end()
        self._flush()
        self.place = None
        return self._cite(match.start(), match.end(), Citation("document", number=match[0].lower()))


READERS: dict[str, Callable[[Walk, re.Match[str]], int]] = {
    "series": Walk._series, "ibid": Walk._ibid, "volume": Walk._volume, "part": Walk._part,
    "again": Walk._again, "bare": Walk._bare, "known": Walk._known, "archive": Walk._archive,
    "documents": Walk._documents, "notes": Walk._notes, "pages": Walk._pages, "side": Walk._side,
}  # fmt: skip
"""What reads each kind of token."""


def cite(text: str, memory: Memory | None = None) -> tuple[list[Cited], Memory]:
    """The citations in `text`, and what is left for the next note's "ibid."."""
    walk = Walk(text, memory or Memory())
    walk.read()
    kept: list[Cited] = []
    for cited in sorted(walk.out, key=lambda cited: (cited.start, -cited.end)):
        if not kept or cited.start >= kept[-1].end:  # torn words may be read twice: the longer
            kept.append(cited)
    return kept, walk.memory
