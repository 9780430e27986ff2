"""Turns: whole patterns in which a letter does one thing, by what it does.

A turn says more than a cue: who is to act, under which verb, and what spoils it. "I hope your
Government will reconsider" is a turn of asking; "I hope you are well" is none.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from letterbook.mark.act_answering import ANSWERING
from letterbook.mark.act_asking import ASKING
from letterbook.mark.act_naming import NAMING
from letterbook.mark.act_needs import Wanted
from letterbook.mark.act_pledging import PLEDGING
from letterbook.mark.act_proposing import PROPOSING

TURNS: dict[str, str] = {**PLEDGING, **ASKING, **PROPOSING, **ANSWERING, **NAMING}
"""Name → pattern over the normal form; the first word says what the turn is for."""


@cache
def _wanted() -> Wanted:
    return Wanted(TURNS)


FIRM = frozenset(
    (
        "accept",
        "accept at request",
        "accept principle",
        "accept third",
        "land ready",
        "pledge assure",
        "pledge best",
        "pledge clause will",
        "pledge clause would",
        "pledge commitment",
        "pledge desire",
        "pledge envoy you",
        "pledge intend",
        "pledge no change",
        "pledge ready",
        "pledge stand by",
        "pledge threat",
        "pledge touch",
        "pledge will self",
        "pledge would",
        "propose",
        "propose believe should",
        "propose both should",
        "propose clause hope",
        "propose clause suggest",
        "propose envoy talk",
        "propose hope meet",
        "propose let us",
        "propose let us end",
        "propose meet you",
        "propose option",
        "propose ready talk",
        "propose send",
        "propose should be",
        "question asks",
        "question clause worry",
        "question concern",
        "question first",
        "question main",
        "question open",
        "question raise",
        "question respect",
        "recall assured",
        "recall clause said",
        "recall kindly",
        "recall proposed",
        "recall you said",
        "refuse cannot",
        "refuse clause cannot",
        "refuse doubt",
        "refuse no government",
        "refuse no room",
        "report as promised",
        "report done",
        "report not",
        "report worked",
        "request appreciated",
        "request ask",
        "request believe should",
        "request clause ask",
        "request clause do",
        "request forward",
        "request grateful",
        "request hope you",
        "request my hope",
        "request please",
        "request shall",
        "request urge",
        "request your help",
    )
)
"""Turns that seldom stand in a sentence that does not do what they say."""


def turns(normal: str, more: Iterable[str] = ()) -> tuple[str, ...]:
    """The turns of a sentence's normal form, and what they come to together.

    "pledge" and "pledge firm" say that some turn of pledging stands there, "pledge twice" that
    two do: a rare turn is worth what its kind is worth.
    """
    told = _wanted().found(normal)
    told += sorted(more)
    if "idle wish" in told:  # "I trust that you are in good health" hopes, and asks nothing
        told = [name for name in told if not name.startswith(("request", "propose"))]
    for idle in ("idle bound", "idle befall"):  # whoever would lose by it promises nothing
        if idle in told:
            told = [name for name in told if not name.startswith(("pledge", "recall"))]
    kinds = [name.split()[0] for name in told]
    firm = [name.split()[0] for name in told if name in FIRM]
    twice = {kind for kind in kinds if kinds.count(kind) > 1}
    most = {kind for kind in firm if firm.count(kind) > 1}
    return (
        *told,
        *(f"{kind}*" for kind in dict.fromkeys(kinds)),
        *(f"{kind}* firm" for kind in dict.fromkeys(firm)),
        *(f"{kind}* twice" for kind in sorted(twice)),
        *(f"{kind}* firmly" for kind in sorted(most)),
        *(f"{kind}* alone" for kind in dict.fromkeys(firm) if len({*firm}) == 1),
    )
