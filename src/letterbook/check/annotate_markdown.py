"""A checked brief as Markdown: the brief itself, a sign and a number at each verdict, and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letterbook.check import told
from letterbook.check.checked import Checked, Sentence
from letterbook.model import Furniture, Verdict
from letterbook.text import visible

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|!~])")


def markdown(checked: Checked) -> str:
    """The brief with footnotes: one for each verdict but those that were not checked."""
    verdicts = [v for v in checked.verdicts if v.kind != "not checked"]
    parts = [_head(checked), "", _body(checked, verdicts), "", "---", ""]
    opening, repeated = checked.opening, checked.repeated
    parts += [
        line for n, v in enumerate(verdicts, 1)
        for line in _note(checked, v, n, opening.get(v.span), v.span in repeated)
    ]  # fmt: skip
    return "\n".join(parts)


def _head(checked: Checked) -> str:
    return f"> {plain(told.summary(checked))}  \n> ✓ borne out · ! caution · ≈ in part" \
           " · ? not found · ✗ unfaithful or contradicted"  # fmt: skip


def _body(checked: Checked, verdicts: list[Verdict]) -> str:
    """The text with marks put in, its own Markdown kept, markup and steering signs disarmed."""
    text = checked.source.text
    front = max((f.span.end for f in checked.findings
                 if isinstance(f.value, Furniture) and f.span.start == 0), default=0)  # fmt: skip
    parts, at = [], front
    ends = sorted((v.span.end, n, v) for n, v in enumerate(verdicts, 1))
    for end, n, verdict in ends:
        if end < at:
            continue
        parts.append(disarmed(text[at:end]))
        parts.append(f" {told.sign(verdict)}[^{n}]")
        at = end
    return "".join([*parts, disarmed(text[at:])]).strip("\n")


def _note(
    checked: Checked, verdict: Verdict, n: int, whole: Sentence | None, again: bool
) -> Iterator[str]:
    said = [f"The sentence: {told.sentence(whole)}."] if whole else []
    notes = " ".join(plain(note) for note in (*told.notes(verdict), *said))
    yield f"[^{n}]: {told.sign(verdict)} **{told.kind(verdict)}.** {notes}"
    if again:
        yield f"    {told.AGAIN}"
    for pin in () if again else verdict.pins:
        place = checked.places[pin]
        yield f"    “{plain(place.words)}” — {plain(place.heading)}, {plain(place.file)}"
    yield ""


def disarmed(words: str) -> str:
    """A brief's own Markdown without HTML, links that run, and signs that steer."""
    words = visible(words).replace("<", "&lt;")
    return re.sub(r"\]\(\s*(?!https?://|#|/)[^)]*\)", "]", words)


def plain(words: str) -> str:
    """Words of a document so that no sign of them is markup."""
    return _SIGNS.sub(r"\\\1", visible(" ".join(words.split()))).replace("\\<", "&lt;")
