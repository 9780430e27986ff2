"""Names that are known, spotted in a text: a look-up by capitalised word, never a scan by person.

In: a text and a `Lexicon` of the forms to look for. Out: `Hit`s, first to last, none overlapping.
Who a hit is, is for the rooms above to say.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from letterbook.mark.offices import PARTICLES

Words = tuple[str, ...]

NEAR = 6
"""How long a name must be for a word one letter apart to be taken for it."""
APOSTROPHES = "'’‘ʼ`´"
_LETTERS = rf"[^\W\d_]+(?:[{APOSTROPHES}][^\W\d_]+)*"
WORD = re.compile(_LETTERS)
"""A word of a name: letters, apostrophes inside; hyphens part words ("Kai-shek" is two)."""
_CAPITAL = re.compile(
    r"[A-ZÀ-ÖØ-ÞĀ-ɏΑ-ΫЀ-Я][^\W\d_]*"
    rf"(?:[{APOSTROPHES}][^\W\d_]+)*(?:-\n?[a-z]+)?"
)
_JOINED = ("de", "di", "du")
"""What may be written together with a name: "deGault"."""
_FURTHER = re.compile(rf"(?:[-‐-―.]\s?|[”\")]?\s{{1,3}})[(“\"]?({_LETTERS})")
_HYPHEN = re.compile(r"-\n?")
_OWN = re.compile(rf"[{APOSTROPHES}][sS]$")
_LEADING = re.compile(rf"((?:{_LETTERS})[-\s]{{1,2}})$")
_STROKED = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae"})
_MARKS = re.compile(rf"[{APOSTROPHES}]")


def fold_word(word: str) -> str:
    """A word of a name as names are compared: plain small letters, no apostrophes.

    >>> fold_word("Hammarskjöld"), fold_word("p’il"), fold_word("O’Neill")
    ('hammarskjold', 'pil', 'oneill')
    """
    word = _MARKS.sub("", word.lower())
    if word.isascii():
        return word
    letters = (c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return _MARKS.sub("", "".join(letters).lower().translate(_STROKED))


def fold_words(words: str) -> Words:
    """The words of a name, folded: "Tarn Li-po" is tarn, li, po."""
    return tuple(fold_word(w) for w in WORD.findall(words))


def skeleton(word: str) -> str:
    """A folded name as it sounds, whatever alphabet it came through.

    >>> skeleton("khrushchev") == skeleton("chruschtschow") == skeleton("khrushchov")
    True
    >>> skeleton("johnson") == skeleton("jansson")
    False
    """
    if word.startswith("chr"):  # "Chrennikow" is Khrennikov
        word = "h" + word[2:]
    for ending, sound in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            word = word.removesuffix(ending) + sound
            break
    word = _GROUPS.sub(_sound, word).translate(_LONE_LETTERS)
    return _DOUBLED.sub(r"\1", word)


def _sound(match: re.Match[str]) -> str:
    return _SOUNDS[match[0]]


_SOUNDS = {
    **dict.fromkeys(("schtsch", "shch", "chtch", "szcz", "stch", "sch", "sh", "sz"), "S"),
    **dict.fromkeys(("tsch", "tch", "cz", "ch"), "C"),
    **dict.fromkeys(("ay", "ai", "ey", "ei", "ae"), "e"),
    **dict.fromkeys(("ou", "oo"), "u"),
    "kh": "h",
    "zh": "j",
    "ph": "f",
    "ck": "k",
    "q": "k",
    "c": "k",
}
_GROUPS = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_ENDINGS = (
    *((ending, "V") for ending in "yov yev off eff ow ov ev ew of ef".split()),
    *((ending, "i") for ending in "iy ii ij yi ey ei y i".split()),
    ("ne", "n"),
)
_LONE_LETTERS = str.maketrans("wy", "vi")
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A form where it stands; `words` is the form, `particle` where a "de" or "al-" before begins.

    `particle` equals `start` when there is none. `close`: the word is not quite the form's, one
    letter or another spelling of its sound apart.
    """

    start: int
    end: int
    words: Words
    particle: int
    close: bool = False


@dataclass
class Lexicon:
    """Forms of names by their first word without particles; built once, asked for each text."""

    forms: dict[str, list[Words]] = field(default_factory=dict)
    near: dict[str, list[Words]] = field(default_factory=dict)
    _seen: dict[str, tuple[list[Words], bool] | None] = field(default_factory=dict)

    @classmethod
    def of(cls, forms: Iterable[Words]) -> Lexicon:
        """A lexicon of these forms, the longest tried first."""
        lexicon = cls()
        for words in sorted(set(forms), key=lambda w: (-len(w), w)):
            lexicon.forms.setdefault(words[0], []).append(words)
            if len(words) == 1 and len(words[0]) >= NEAR:
                for piece in _pieces(words[0]):
                    lexicon.near.setdefault(piece, []).append(words)
        return lexicon

    def starting(self, word: str) -> tuple[list[Words], bool] | None:
        """The forms that may begin with `word` as it is written, and whether they are only close.

        A word broken by a hyphen is tried whole, then up to the hyphen.
        """
        try:
            return self._seen[word]
        except KeyError:
            whole = fold_word(_OWN.sub("", word))
            bare = whole.split("-")[0]
            found = self.forms.get(_HYPHEN.sub("", whole)) or self.forms.get(bare)
            close = self._close(bare) if not found and len(bare) >= NEAR else None
            answer = (found, False) if found else (close, True) if close else None
            if len(self._seen) < 200_000:  # a heap has no end of words
                self._seen[word] = answer
            return answer

    def _close(self, word: str) -> list[Words] | None:
        """The one form that `word` may misspell."""
        found = {
            w for piece in _pieces(word) for w in self.near.get(piece, ()) if w[0][0] == word[0]
        }
        return list(found) if len(found) == 1 else None


def _pieces(word: str) -> set[str]:
    """The word, the word less each of its letters, and how it sounds: equal for what is close."""
    return {word, "=" + skeleton(word), *(word[:n] + word[n + 1 :] for n in range(len(word)))}


def spot(text: str, lexicon: Lexicon) -> Iterator[Hit]:
    """Every known form in `text`, the longest at each place.

    >>> lexicon = Lexicon.of([("oreno",), ("oreno", "vel"), ("gault",)])
    >>> [(h.start, h.end, h.words) for h in spot("To Oreno Vel; Oreno’s", lexicon)]
    [(3, 12, ('oreno', 'vel')), (14, 19, ('oreno',))]
    """
    done = 0
    starting = lexicon.starting
    for match in _CAPITAL.finditer(text):
        known = starting(match[0])
        if known is None:
            continue
        start = match.start()
        if start < done:
            continue
        if start and text[start - 1].isalpha() and not _joined(text, start):
            continue
        hit = _longest(text, match, *known)
        if hit:
            done = hit.end
            yield hit


def _joined(text: str, start: int) -> bool:
    """ "deGault": a particle right before the name, and nothing before that."""
    before = text[max(0, start - 3) : start]
    return before[-2:] in _JOINED and not before[:-2].isalpha()


def _longest(text: str, match: re.Match[str], forms: list[Words], close: bool) -> Hit | None:
    first, start = match[0], match.start()
    if "-" in first and fold_word(_HYPHEN.sub("", _OWN.sub("", first))) != forms[0][0]:
        first = first.partition("-")[0]
    own = _OWN.search(first)
    end = start + (own.start() if own else len(first))
    for words in forms:
        stop = end if len(words) == 1 else (-1 if own else _follow(text, end, words[1:]))
        if stop >= 0:
            return Hit(start, stop, words, _particle(text, start), close)
    return None


def _follow(text: str, at: int, words: Words) -> int:
    """Where the further words of a form end, -1 if they do not stand there."""
    for number, wanted in enumerate(words, start=1):
        match = _FURTHER.match(text, at)
        if not match:
            return -1
        word, at = match[1], match.end()
        if fold_word(word) == wanted:
            continue
        own = _OWN.search(word)
        if number < len(words) or not own or fold_word(_OWN.sub("", word)) != wanted:
            return -1
        at -= len(own[0])
    return at


def _particle(text: str, start: int) -> int:
    """Where the small words before a name begin: "van der |Hoek", "al-|Rifai"."""
    if start and text[start - 1].isalpha():
        return start - 2  # "deGault"
    at = start
    while match := _LEADING.search(text, max(0, at - 8), at):
        if match[1].strip(" -\n\t").lower() not in PARTICLES:
            break
        at = match.start()
    return at
