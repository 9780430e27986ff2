"""The acts that letters do, with the sentences that do them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from letterbook.model import Act, By, Finding, Span, load_value
from letterbook.record.fetch import spans_of
from letterbook.text import skip

ACTS = """
SELECT source.id, finding.start, finding.end, finding.value, finding.hand, finding.of,
  finding.because, finding.score,
  substr(source.text, finding.start + 1, finding.end - finding.start),
  substr(source.text, max(finding.start - :wide, 0) + 1, min(finding.start, :wide)),
  substr(source.text, finding.end + 1, :wide)
FROM finding JOIN source ON source.nr = finding.source
WHERE finding.kind = 'act' AND finding.score >= :least
  AND (:only IS NULL OR finding.of IN (SELECT value FROM json_each(:only)))
ORDER BY source.id, finding.start, finding.n
"""
FURNITURE = """
SELECT source.id, finding.start, finding.end,
  iif(finding.kind = 'marker', '', coalesce(json_extract(finding.value, '$.join'), ' '))
FROM finding JOIN source ON source.nr = finding.source
WHERE finding.kind IN ('furniture', 'marker') AND finding.end > finding.start
  AND source.nr IN (SELECT DISTINCT source FROM finding WHERE kind = 'act')
"""
BREAK = "\n\n"
WIDE = 300  # characters before and after a sentence that are looked at for what stands beside it


@dataclass(frozen=True, slots=True)
class Done:
    """An act as it was kept: the finding, its value, its sentence as a reader sees it.

    `beside` are the words before and after it in the same paragraph, as far as they are near;
    `after` those after it alone.
    """

    finding: Finding
    act: Act
    words: str
    beside: str = ""
    after: str = ""


def acts(con: sqlite3.Connection, least: float, letters: Sequence[str] | None) -> list[Done]:
    """The acts at least so certain, of these letters (None: of all), in the order of the texts."""
    hands = {row[0]: By(*row[1:]) for row in con.execute("SELECT * FROM hand")}
    only = json.dumps(list(letters)) if letters is not None else None
    furniture: dict[str, list[tuple[int, int, str]]] = {}
    for source, start, end, join in con.execute(FURNITURE):
        furniture.setdefault(source, []).append((start, end, join))
    made = []
    asked = {"least": least, "only": only, "wide": WIDE}
    for row in con.execute(ACTS, asked):
        source, start, end, value, hand, of, because, score, words, before, after = row
        act = load_value("act", value)
        if isinstance(act, Act):
            span = Span(source, start, end)
            found = Finding(
                span, "act", act, hands[hand], of or "", spans_of(because, source), score
            )
            after = after.partition(BREAK)[0]
            beside = f"{before.rpartition(BREAK)[2]} {after}"
            within = [(a - start, b - start, join) for a, b, join in furniture.get(source, ())
                      if start <= a and b <= end]  # fmt: skip
            read = skip(words, within).text if within else words
            made.append(Done(found, act, read, beside, after))
    return made
