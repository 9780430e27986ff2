"""Which texts share wording: a few numbers for each text, looked up among those of all others.

A shingle is a run of eight words. Those that begin with certain words are kept as numbers: which
words is decided by a hash of the word, so any two texts that share a long enough passage keep
the same shingles of it, wherever it stands in each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import compress
from zlib import crc32

SIZE = 8
"""Words in a shingle: with fewer, formulas meet ("I have the honor to inform you that")."""

COMMON = 12
"""A shingle that more letters than this hold is a formula and finds nothing."""

FEW = 400
"""Words: in a text no longer than this, four times as many shingles are kept."""

LEAST, SHARE = 2, 0.1
"""A candidate shares so many shingles, and this share of those of the text that has fewer."""

# Words are taken apart as bytes, which is three times as fast as a pattern over characters.
# No digits: a page number or the mark of a note breaks no shingle.
_SIGNS = "’‘“”„«»–—…•·\u00a0\u2009"
_LETTERS = bytes(c if c > 127 or chr(c).isalpha() else 32 for c in range(256))
_BREAKS = ("-\n", "\u00ad\n", "\u2010\n", "\u00ad")  # a word broken at the end of a line


def sketch(text: str) -> tuple[int, ...]:
    """The numbers that stand for a text's wording: the same on every machine, below 2**63.

    About one for every twenty words; none for a text of fewer than eight.
    """
    words = _words(text)
    begins = _SHORT if len(words) <= FEW else _LONG
    starts = compress(range(len(words) - SIZE + 1), map(begins.__getitem__, words))
    return tuple(sorted({_number(b" ".join(words[at : at + SIZE])) for at in starts}))


_MOST = 300_000  # words remembered


class _Begins(dict[bytes, bool]):
    """Whether a kept shingle begins with a word.

    A word's hash is asked once, when it is met first: letters share most of their words.
    """

    def __init__(self, mask: int) -> None:
        self._mask = mask

    def __missing__(self, word: bytes) -> bool:
        if len(self) > _MOST:
            self.clear()
        self[word] = len(word) > 3 and not crc32(word) & self._mask
        return self[word]


_SHORT, _LONG = _Begins(3), _Begins(15)


def _words(text: str) -> list[bytes]:
    for sign in _BREAKS:
        text = text.replace(sign, "")
    if not text.isascii():
        for sign in _SIGNS:
            text = text.replace(sign, " ")
    return text.lower().encode("utf-8", "surrogatepass").translate(_LETTERS).split()


def _number(run: bytes) -> int:
    return int.from_bytes(blake2b(run, digest_size=8).digest(), "big") >> 1


def likely(shared: int, one: int, other: int) -> bool:
    """Whether two texts that share so many of their (`one`, `other`) shingles are worth reading."""
    return shared >= LEAST and shared >= SHARE * min(one, other)


def candidates(sketches: Iterable[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """The pairs (first, second) of a heap's texts, by their place in it, that may be one letter."""
    sizes: list[int] = []
    first: dict[int, int] = {}  # most shingles are met once: no list for them
    more: dict[int, list[int]] = {}
    for at, numbers in enumerate(sketches):
        sizes.append(len(numbers))
        for number in numbers:
            held = first.setdefault(number, at)
            if held != at:
                more.setdefault(number, [held]).append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for holders in more.values():
        if len(holders) <= COMMON:
            shared.update((a, b) for i, b in enumerate(holders) for a in holders[:i])
    for (one, other), count in sorted(shared.items()):
        if likely(count, sizes[one], sizes[other]):
            yield one, other
