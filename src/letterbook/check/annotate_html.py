"""A checked brief as one HTML page: the text with its verdicts beside it, the sources' words below.

No script, nothing loaded: one style block. A verdict has a colour, a sign and a kind of underline,
so that it can be told apart in grey and on paper.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files

from letterbook.check import told
from letterbook.check.checked import Checked, Place
from letterbook.model import Furniture, Verdict
from letterbook.text import visible

_BLOCK = re.compile(r"[^\n]*\S[^\n]*")
AROUND = 70  # characters shown around a quotation
RANK = {"bad": 0, "caution": 1, "open": 2, "good": 3, "none": 4}
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
KEY = (("good", "✓", "borne out"), ("caution", "!", "read with caution"),
       ("caution", "≈", "in part"), ("open", "?", "not found"),
       ("bad", "✗", "unfaithful or contradicted"), ("none", "", "grey: not checked"))  # fmt: skip
_MARKUP = re.compile(r"[*_]{2}|^#{1,6} |^[-*•] ")


def html(checked: Checked) -> str:
    """The page."""
    style = files("letterbook.check").joinpath("annotate.css").read_text("utf-8")
    judged = [v for v in checked.verdicts if v.kind != "not checked"]
    shown = [*enumerate(judged, 1), *((0, v) for v in checked.verdicts if v not in judged)]
    name = clean(checked.title)
    return "\n".join((
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{name}: checked</title>\n<style>\n{style}</style>\n</head>\n<body>",
        f"<header><h1>{name}</h1>\n<p>{clean(told.summary(checked))}</p>\n{_key()}</header>",
        "<main>", *_rows(checked, shown), "</main>",
        f"<footer>{clean(checked.source.path)}, checked by letterbook.</footer>",
        "</body>\n</html>",
    ))  # fmt: skip


def clean(words: str) -> str:
    """Words of a document as HTML text."""
    return escape(visible(words))


def _key() -> str:
    parts = (f'<li class="{c}"><b>{s}</b> {escape(words)}</li>' for c, s, words in KEY)
    return f'<ul class="key">{"".join(parts)}</ul>'


Numbered = tuple[int, Verdict]


def _rows(checked: Checked, shown: Sequence[Numbered]) -> Iterator[str]:
    """Each line of the brief with the verdicts that end in it beside it."""
    text, opening, repeated = checked.source.text, checked.opening, checked.repeated
    front = max((f.span.end for f in checked.findings
                 if isinstance(f.value, Furniture) and f.span.start == 0), default=0)  # fmt: skip
    for block in _BLOCK.finditer(text, front):
        start, end = block.span()
        here = [(n, v) for n, v in shown if v.span.start < end and start < v.span.end]
        ending = [(n, v) for n, v in here if n and v.span.end <= end]
        level = " head" if _heads(checked, start, end) else ""
        marked = _marked(text, start, end, here)
        yield f'<section><div class="text{level}" dir="auto">{marked}</div>'
        if ending:
            yield '<div class="notes">'
            for n, verdict in ending:
                if verdict.span in opening:
                    yield f"<p>{clean(told.sentence(opening[verdict.span]))}</p>"
                yield _card(checked, n, verdict, verdict.span in repeated)
            yield "</div>"
        yield "</section>"


def _heads(checked: Checked, start: int, end: int) -> bool:
    return any(f.kind == "section" and start <= f.span.start and end - f.span.end < 3
               for f in checked.findings if f.span.start < end)  # fmt: skip


def _marked(text: str, start: int, end: int, here: Sequence[Numbered]) -> str:
    """A stretch of the brief, each piece marked by the gravest verdict that covers it."""
    cuts = sorted({start, end, *(p for _, v in here for p in (v.span.start, v.span.end)
                                 if start < p < end)})  # fmt: skip
    parts = []
    # a quotation may stand inside a claim, and run on into the next: no nesting of tags would do
    for a, b in itertools.pairwise(cuts):
        over = [v for _, v in here if v.span.start < b and a < v.span.end]
        words = _MARKUP.sub(_sign, clean(text[a:b]))
        if over:
            shade = min((told.shade(v) for v in over), key=RANK.__getitem__)
            words = f'<mark class="{shade}">{words}</mark>'
        ends = "".join(f'<a href="#v{n}" class="{told.shade(v)}">{told.sign(v)}{n}</a>'
                       for n, v in here if n and v.span.end == b)  # fmt: skip
        parts.append(words + (f"<sup>{ends}</sup>" if ends else ""))
    return "".join(parts)


def _sign(match: re.Match[str]) -> str:
    """Signs of Markdown do not distract: a bullet is a bullet, the rest is gone."""
    return "• " if match[0] in ("- ", "* ", "• ") else ""


def _context(before: str, after: str) -> tuple[str, str]:
    """What stands around the words, in whole words, marked as cut."""
    left, right = before[-AROUND:], after[:AROUND]
    if len(before) > AROUND:
        left = "… " + left.partition(" ")[2]
    if len(after) > AROUND:
        right = right.rpartition(" ")[0] + " …"
    return left, right


def _place(place: Place, verdict: Verdict) -> str:
    """The source's words; what stands around a quotation shows what was cut off it."""
    left, right = _context(place.before, place.after) if verdict.what == "quotation" else ("", "")
    around = [f"<span>{clean(words)}</span>" if words else "" for words in (left, right)]
    cite = f"<cite>{clean(place.heading)}<br>{clean(place.file)}</cite>"
    words = f"{around[0]} <q>{clean(place.words)}</q> {around[1]}"
    return f'<blockquote dir="auto">{words}{cite}</blockquote>'


def _card(checked: Checked, n: int, verdict: Verdict, again: bool) -> str:
    notes = "".join(f"<p>{clean(note)}</p>" for note in told.notes(verdict))
    places = "".join(_place(checked.places[pin], verdict) for pin in verdict.pins)
    places = f"<p><cite>{escape(told.AGAIN)}</cite></p>" if again else places
    return (
        f'<article id="v{n}" class="{told.shade(verdict)}"><h2><b>{told.sign(verdict)}{n}</b>'
        f" {escape(told.kind(verdict))}</h2>{notes}{places}</article>"
    )
