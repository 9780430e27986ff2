"""The volumes, works and files that a note names, and what "ibid." and "Part 2" make of them."""

from __future__ import annotations

import re

from letterbook.mark import citation_words as words
from letterbook.mark.citation_force import SERIES, Force
from letterbook.mark.citation_words import Piece, Place, stops
from letterbook.mark.citation_works import archive_end, of_this_volume, work_before
from letterbook.mark.months import MONTH
from letterbook.model import Citation

_YEARS = re.compile(
    rf"[,.\s]*(?P<years>{words.YEARS})?(?P<title>,?\s*(?:"
    r"The\s(?:First\s|Second\s)?(?:Paris\sPeace\s)?Conferences?(?:,?\s(?:at|of|in|and)\s[A-Z]\w+"
    r"|,\s[A-Z][a-z]+)*(?:\s\([^)]{3,40}\))?(?:,\s\d{4}(?:[–-]\d{2,4})?)?"
    r"|(?:The\s)?(?:Lansing\sPapers|Soviet\sUnion|Japan|Russia)(?:,\s\d{4}[–-]\d{4})?))?"
)
_FILED = re.compile(
    r"\s*,\s*(?!(?:[Vv]ol(?:ume)?s?|pt|pp?|pages?|Part|Documents?|footnotes?|notes?|[Nn]os?"
    rf"|Microfiche|Supplement|(?i:{MONTH}))\b)\S"
)
_BRACKET = re.compile(r"[;()\[\]]|$")
_COUNT = re.compile(words.COUNT)
_LINKED = re.compile(r"[\s,;.]*(?:(?:and|or|also)\s+)*")
_OPEN = re.compile(r"(?:^|[;:(.“]|\b(?:[a-z]+|Ibid\.?|See))$")
_NAMED_PART = re.compile(r"[\s,;(]*(?:and\s+)?(?:in\s+)?|\.\s")
_NEXT_PART = re.compile(r"[\s,;(]*(?:and\s+)?")
_PART_OF = re.compile(r",?\s*(?:Documents?\s+\d|pp?\.\s*\d)")


class Volumes(Force):
    """The part of the reading that names: each method takes a token and says where to go on."""

    def _series(self, match: re.Match[str]) -> int:
        """ "Foreign Relations, 1961–1963": what is cited of it comes next."""
        self._flush()
        tail = _YEARS.match(self.text, match.end())
        assert tail
        place = Place(SERIES, tail["years"] or "", (tail["title"] or "").strip(" ,"))
        return self._name(place, match.start(), tail.end() if tail[0].strip(" ,.") else match.end())

    def _ibid(self, match: re.Match[str]) -> int:
        """ "ibid." names the last work again, or another file of the last archive."""
        self._flush()
        start, end = match.span()
        tail = _YEARS.match(self.text, end)
        place = self.memory.place
        if tail and (tail["years"] or tail["title"]):
            title = (tail["title"] or "").strip(" ,")
            return self._name(Place(SERIES, tail["years"] or "", title), start, tail.end())
        if _FILED.match(self.text, end) or place is None:
            if self.memory.last and self.memory.last.what == "archive":
                return self._kept(start, end)
            self.place, self.until = None, end
            return end
        return self._name(place, start, end, again=True)

    def _kept(self, start: int, end: int) -> int:
        """ "ibid., 611.61/5–1661": another file of the same archive."""
        stop = _BRACKET.search(self.text, end)
        assert stop
        to = archive_end(self.text, end, stop.start(), sure=True)
        work = " ".join(self.text[end : max(to, end)].strip(" ,.").split())
        assert self.memory.last
        self.place = None
        value = Citation("archive", work=work or self.memory.last.work)
        return self._cite(start, max(to, end), value)

    def _volume(self, match: re.Match[str]) -> int:
        """ "vol. VI" of the work in force, or of this edition."""
        pieces = words.volumes(self.text, match.end())
        place = self._attached_volume(match.start())
        if place is None:
            return self._own_volume(match, pieces)
        start = self.named.start if self.named else match.start()
        if place.work not in ("", SERIES):
            title = self._gap(match.start()).strip(" ,;")
            place = place._replace(title=title, volume=pieces[0].words)
            return self._name(place, start, pieces[0].end)
        self.named = None
        return self._several(place, pieces, start)

    def _attached_volume(self, at: int) -> Place | None:
        """What "vol. I" is a volume of: "vol. IV, pp. 691–692; and vol. I" names two of one."""
        if self.place is None or (self.place.work == "" and not self.named):
            return None
        gap = self._gap(at)
        if stops(gap) or len(gap) > 60:
            return None
        if self.place.work == SERIES and not _LINKED.fullmatch(gap):
            return None
        return self.place

    def _own_volume(self, match: re.Match[str], pieces: list[Piece]) -> int:
        """A volume named alone is one of the edition's, unless a title stands before it."""
        work = work_before(self.text, match.start())
        self._flush()
        if work:
            place = Place(work[0], title=work[1], volume=pieces[0].words)
            return self._name(place, work[2], pieces[0].end)
        if pieces[0].words.isdigit() or not self._own(match):
            self.place = None
            return pieces[0].end
        return self._several(Place(), pieces, match.start())

    def _own(self, match: re.Match[str]) -> bool:
        """Whether "vol. XVI" is of the edition: not "Country File, Israel, Vol. VI"."""
        before = self.text[: match.start()].rstrip()
        if before.endswith(","):
            return of_this_volume(self.text, match.start(), match.end())
        return _OPEN.search(before) is not None

    def _several(self, place: Place, pieces: list[Piece], start: int) -> int:
        """ "volumes XVII and XVIII": each is named, the last stays in force."""
        for piece in pieces:
            self._flush()
            new = place._replace(volume=piece.words, part="")
            self._name(new, start if piece is pieces[0] else piece.start, piece.end)
        return pieces[-1].end

    def _again(self, match: re.Match[str]) -> int:
        """ "1952–1954, vol. IX, and 1955–1957, vol. XIV": the series named once for both."""
        if not self.place or self.place.work != SERIES or len(self._gap(match.start())) > 12:
            return match.end()
        self._flush()
        return self._name(Place(SERIES, match["again"]), match.start(), match.end())

    def _bare(self, match: re.Match[str]) -> int:
        """ "vol. XIII, Document 89, and XV, Document 248": the word "vol." left out."""
        if not self.place or self.place.work != SERIES or len(self._gap(match.start())) > 8:
            return match.end()
        self._flush()
        place = self.place._replace(volume=match["bare"], part="")
        return self._name(place, match.start(), match.end())

    def _part(self, match: re.Match[str]) -> int:
        """ "Part 2" of the volume in force, or of this one: "See Part 2, Document 45"."""
        number = _COUNT.match(self.text, match.end())
        assert number
        gap, end = self._gap(match.start()), number.end()
        joins = _NAMED_PART if self.named else _NEXT_PART
        if self.place and self.place.volume and joins.fullmatch(gap):
            start = match.start()
            if self.named and "and" not in gap:
                start, self.named = self.named.start, None
            self._flush()
            return self._name(self.place._replace(part=number[0]), start, end)
        before = self.text[: match.start()].rstrip()
        if not before.endswith((",", ")")) and _PART_OF.match(self.text, end):
            self._flush()
            return self._name(Place(part=number[0]), match.start(), end)
        return end

    def _known(self, match: re.Match[str]) -> int:
        """One of the usual series and newspapers."""
        self._flush()
        work = " ".join(match["known"].split())
        return self._name(Place(work), match.start(), match.end())

    def _archive(self, match: re.Match[str]) -> int:
        """ "Johnson Library, National Security File, Box 3"."""
        end = archive_end(self.text, match.start(), match.end("archive"))
        if end == match.start():
            return match.start() + 12
        self._flush()
        self.place = None
        work = " ".join(self.text[match.start() : end].split())
        return self._cite(match.start(), end, Citation("archive", work=work))
