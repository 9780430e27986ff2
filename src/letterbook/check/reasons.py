"""Why, in one sentence for a historian."""

from __future__ import annotations

from letterbook.check.attributed import Attribution
from letterbook.check.judge import Judged
from letterbook.model import QuoteKind

_SAYS: dict[QuoteKind, str] = {
    "exact": "It stands there letter for letter.",
    "typographic": "Every word stands there; only printing differs{why}.",
    "marked ellipsis": "Every word stands there, and what is left out is marked.",
    "silent cut start": "The source's sentence begins earlier: “{source}” is left out unmarked.",
    "silent cut middle": "“{source}” is left out unmarked.",
    "silent cut end": "It is closed with a period, but the source goes on: “{source}”",
    "word changed": "The source has “{source}” where it has “{quoted}”.",
    "number or date changed": "The source has “{source}” where it has “{quoted}”.",
    "name changed": "The source has “{source}” where it has “{quoted}”.",
    "negation changed": "The sense is reversed: the source has “{source}” where it has “{quoted}”.",
    "spliced": "Its parts stand in two places; nothing marks that they were put together.",
    "wrong source": "The words stand in {where}, not in what they are attributed to: {said}.",
    "invented": "Its words stand nowhere in the record.",
}


def reason(kind: QuoteKind, judged: Judged | None, said: Attribution, where: str = "") -> str:
    """Why the verdict is what it is."""
    quoted = source = why = ""
    if judged:
        faults = [d for d in judged.differences if d.quoted != d.source]
        told = faults[0] if faults else None
        quoted, source = (told.quoted, told.source) if told else ("", "")
        whys = dict.fromkeys(p.why for p in judged.laid.parts if p.why)
        why = f" ({', '.join(whys)})" if whys else ""
    source = source or "nothing"
    return _SAYS[kind].format(
        quoted=quoted or "nothing", source=source, why=why, said=said.words, where=where
    )
