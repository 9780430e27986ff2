"""Which 8-bit encoding a text is in, when nothing says so.

Each candidate is judged by the words it makes: "³" inside a word is a Polish "ł" read wrongly,
a capital inside a word KOI8 read as Windows-1251.
"""

from __future__ import annotations

import re

from charset_normalizer import from_bytes

SAMPLE = 64_000  # bytes that are looked at
CANDIDATES = ("cp1252", "cp1251", "koi8_r", "cp1250", "iso8859_2", "cp866", "iso8859_5", "cp1253",
              "iso8859_7", "mac_roman", "cp850", "mac_cyrillic")  # fmt: skip
NAMES = {"cp1252": "windows-1252", "cp1251": "windows-1251", "cp1250": "windows-1250",
         "cp1253": "windows-1253", "koi8_r": "koi8-r", "mac_roman": "macintosh"}  # fmt: skip
LETTER = r"[^\W\d_]"
FOREIGN = re.compile(rf"{LETTER}*[^\x00-\x7f]+{LETTER}*")
FAIR = frozenset("’‘“”„«»–—…•·§°£€©®№\xa0¿¡")
ENOUGH = 0.3  # of the best that could be reached


def guess(data: bytes) -> str:
    """The codec that makes the best words of `data`; Windows-1252 when several do as well."""
    sample = data if len(data) <= SAMPLE else _telling(data)
    scores = {name: _score(sample, name) for name in CANDIDATES}
    best = max(CANDIDATES, key=lambda name: scores[name])  # the first of equals
    if scores[best] < ENOUGH * len(re.findall(rb"[\x80-\xff]", sample)):
        match = from_bytes(sample, steps=4, chunk_size=512).best()
        return match.encoding if match else "cp1252"
    return best


def _telling(data: bytes) -> bytes:
    """Stretches around bytes above 127, up to `SAMPLE`: a long text may be ASCII for pages."""
    parts, size, at = [], 0, 0
    for match in re.finditer(rb"[\x80-\xff]", data):
        if match.start() < at:
            continue
        at = match.start() + 400
        parts.append(data[max(match.start() - 100, 0) : at])
        size += len(parts[-1])
        if size >= SAMPLE:
            break
    return b"\n".join(parts)


def _score(sample: bytes, name: str) -> float:
    text = sample.decode(name, "replace")
    return sum(_word(match[0]) for match in FOREIGN.finditer(text))


def _word(word: str) -> float:
    """How likely a word with signs beyond ASCII is: a point for each such sign in its place."""
    signs = [c for c in word if c > "\x7f"]
    letters = [c for c in word if c.isalpha()]
    score = 0.0
    for sign in signs:
        if sign in FAIR or sign.isalpha():
            score += 1.0
        else:
            score -= 2.0
    far = [c for c in letters if c > "\u036f"]  # Greek, Cyrillic
    if far and len(far) < len(letters):
        score -= 2.0 * len(signs)  # two scripts in one word
    elif not far:
        # In Latin script most letters of a word are ASCII.
        score -= 1.5 * max(len([c for c in signs if c.isalpha()]) - 0.6 * len(letters), 0)
    small = "".join(letters[1:])
    if small and not small.islower() and not "".join(letters).isupper():
        score -= 2.0 * sum(c.isupper() for c in small)
    return score
