"""How much each sentence matters for a short account, and why.

A score is a sum of small reasons: central words, a place at the head of a chapter, a day, names,
something asked or promised; thanks and mere asides count against. Nothing is learned, nothing is
drawn by lot: the same texts give the same choice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from letterbook.link.matter_words import Vector, likeness
from letterbook.mark.months import MONTH
from letterbook.write.central import centrality, vectors
from letterbook.write.leaning import leans, points_on
from letterbook.write.passages import Passage, Text
from letterbook.write.saying import Does, apparatus, courteous, does, tells_of_acts

SHORT, LONG = 8, 45  # words: below, a sentence says little; above, it says much at a high price
_DAY = re.compile(rf"\b(?:1[5-9]\d\d|20\d\d)s?\b|\b{MONTH} \d|\b\d{{1,2}} {MONTH}\b")
_NAME = re.compile(r"(?<=[\w,;:.(“] )[A-Z][\w’'-]{2,}|\d{2,}")
_GAP = re.compile(r"\[[^\]]*\b(?:not declassified|illegible|omitted|garbled|missing)\b|\. \. \. \.")
_POINTS = re.compile(  # where to look further, not what was said
    r"\b(?:[Ff]or (?:the |a )?(?:full )?(?:text|documentation|information)|[Ss]ee (?:also |ibid"
    r"|Document|footnote|Foreign|telegram)|ibid\b|Foreign Relations, 1|[Pp]rinted in|not printed)"
)
_WHY = re.compile(
    r"\b(?:because|hoped|believed|feared|wished|intended|in order (?:to|that)|so that|owing to"
    r"|due to|reasons?|for fear|on the ground|in return|provided that|on condition)\b|: the\b",
    re.I,
)
_SUMS_UP = re.compile(  # "several outstanding issues: the debt, the dam and the boats"
    r"\b(?:issues|reasons|questions|obstacles|points|factors|terms|conditions|demands|promises)\b"
    r"[^.:;]{0,30}:\s", re.I,
)  # fmt: skip
_OUTCOME = re.compile(
    r"\b(?:led to|resulted in|ended|concluded|agreement|agreed|settled|decided|"
    r"first|finally|broke|restored|established|recogni[sz]\w+|appointed|resigned|died|killed|"
    r"refused|violated|failed|withdrew|withdrawn|opened|closed|never)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sentence, what it counts, what it does; whether it needs the one before, the one after.

    `named`: the names, days and numbers in it.
    """

    passage: Passage
    score: float
    does: Does
    leans: bool
    vector: Vector = field(repr=False, compare=False)
    courteous: bool = False
    points_on: bool = False
    named: frozenset[str] = frozenset()


def weigh(texts: Sequence[Text], asked: str = "") -> list[Weighed]:
    """Every sentence of these texts weighed against all of them, in their order.

    `asked`: words of a search; what has them counts more.
    """
    passages = [p for text in texts for p in text.passages]
    words = [p.text for p in passages]
    held = vectors([*words, asked])
    heads = {text.id: _title_vectors(text) for text in texts}
    central = centrality(held[: len(words)])
    narrative = {text.id for text in texts if text.chapters or text.title}
    made = []
    for at, passage in enumerate(passages):
        titles = heads[passage.of]
        about = titles[passage.chapter] if 0 <= passage.chapter < len(titles) else {}
        score = central[at] + _worth(passage, words[at], passage.of in narrative)
        score += 0.4 * any(term in held[at] for term in about) + 1.5 * likeness(held[at], held[-1])
        before = words[at - 1] if passage.within else ""
        polite = courteous(words[at]) or apparatus(words[at])
        # in talk a question is how one goes on, and no request
        asked_in_talk = passage.speaker is not None and words[at].endswith("?")
        score -= 1.5 * asked_in_talk
        label = "" if polite or asked_in_talk else does(words[at])
        made.append(
            Weighed(
                passage, score, label, leans(words[at], before),
                held[at], polite, points_on(words[at]), _named(words[at]),
            )
        )  # fmt: skip
    return made


def _named(words: str) -> frozenset[str]:
    found = (m[0].lower().removesuffix("’s").removesuffix("'s") for m in _NAME.finditer(words))
    return frozenset(found)


def _title_vectors(text: Text) -> list[Vector]:
    return vectors([chapter.title for chapter in text.chapters])


def _worth(passage: Passage, words: str, narrative: bool) -> float:
    size = len(words.split())
    score = 0.35 * (passage.within == 0) + 0.3 * (passage.nth == 0)
    score += 0.35 * bool(_DAY.search(words))
    score += 0.5 * bool(_WHY.search(words)) + 0.25 * bool(_OUTCOME.search(words))
    score += 0.25 * tells_of_acts(words) + 0.5 * bool(_SUMS_UP.search(words))
    if not narrative:
        score += 0.7 * bool(does(words)) - 1.2 * courteous(words)
    score -= 1.0 * bool(_POINTS.search(words))
    score -= 0.5 * (size < SHORT) + 0.01 * max(size - LONG, 0) + 0.6 * bool(_GAP.search(words))
    return score
