"""Plain text: a page, a typescript, a letter pasted from a screen. The whole file is one source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.model import Reading, Source
from letterbook.read.decode import Decoded

WHOLE = 2_000_000  # characters up to which a text stays one source
PART = 1_000_000  # the most a part holds: an offset late in a huge text is slow to find
PAUSES = (re.compile("\f"), re.compile(r"\n[ \t]*\n"), re.compile("\n"))


def read_plain(decoded: Decoded, path: str) -> Iterator[Reading]:
    """One source; of a text beyond `WHOLE` several, "part 1", "part 2", …, cut between pages."""
    text = decoded.text
    if len(text) <= WHOLE:
        yield Reading(Source.of(text, path, "", "plain", decoded.encoding))
        return
    for ordinal, (start, end) in enumerate(parts(text), 1):
        yield Reading(
            Source.of(text[start:end], path, f"part {ordinal}", "plain", decoded.encoding)
        )


def parts(text: str) -> Iterator[tuple[int, int]]:
    """Where to cut a huge text: at a form feed, else a blank line, else a line, else anywhere."""
    start = 0
    while len(text) - start > PART:
        end = _pause(text, start, start + PART)
        yield start, end
        start = end
    if start < len(text):
        yield start, len(text)


def _pause(text: str, start: int, end: int) -> int:
    middle = start + PART // 2
    for pause in PAUSES:
        ends = [match.end() for match in pause.finditer(text, middle, end)]
        if ends:
            return ends[-1]
    return end
