"""What a matter is called: a noun phrase of its letters, as an index would have it.

The things that its sentences name come first, then what is named beside them; what a writer says
in so many words that he speaks of ("the question of the loan") before all. A time, a measure, a
paper or a mere adjective is no title: "fourteen years", "six miles", "the Lornik text", "proud".
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from letterbook.link.acted import Acted
from letterbook.link.matter_entries import (
    DOINGS,
    NOUN,
    closes,
    event,
    share,
    tells,
    verbal,
)
from letterbook.link.matter_quoted import quoted
from letterbook.link.matter_terms import GENERAL, LANDS, MOST_TELLING, WEAK, Terms, telling
from letterbook.link.matter_words import content
from letterbook.link.nicknames import GIVEN
from letterbook.link.nouns import FUNCTION, Phrase, odds, phrases
from letterbook.stem import stem

Way = tuple[str, ...]
"""The stems of a phrase."""

CALLED = frozenset(stem(word) for word in "question problem issue dispute crisis".split())
"""Heads by which a matter is called: they tell nothing, and stand in titles."""

NO_TITLE = frozenset(
    stem(word)
    for word in (
        # times and measures
        "second minute hour day night week fortnight month year decade century noon midnight"
        " moment o'clock past half quarter dozen hundred thousand million billion mile meter metre"
        " kilometer kilometre yard foot feet inch acre ton pound dollar cent franc mark percent"
        " percentage amount number length yesterday today tomorrow"
        " january february march april may june july august september october november december"
        " monday tuesday wednesday thursday friday saturday sunday"
        # papers, and those who write and carry them
        " text letter note message telegram cable despatch dispatch draft copy paper paragraph"
        " reply answer enclosure memo memorandum letters compliments honor honour regard sincerity"
        # words that open or close what is said of a thing
        " kind sort lot bit thing anything way manner sense fact case mean contrary extent hence"
        " meanwhile etcetera perspective concurring view opinion belief feeling conviction"
        " page type system part behalf sake benefit yes okay didn doesn don isn wasn couldn wouldn"
        " viewpoint promptness"
    ).split()
)
"""Stems under which no reader looks a matter up."""

_NUMERAL = re.compile(r"(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet|eleven|twel)\w*(?:-\w+)?")

STANDING = frozenset("outstanding existing remaining pending standing following leading".split())
"""Words in "ing" that say which one: "outstanding debts"."""

QUALIFIES = 0.4
"""What a word that is no noun counts in a title: "the genuine dollar problem" is of the dollar."""

IDLE = 0.6
"""What is left of a title for each idle word of it, and each beyond four."""

NAME, LAND, LONE = 0.15, 0.5, 0.6
"""What the name of a correspondent, that of a country alone, and a common word alone are worth as
titles: "military aid" before "aid"."""

LOOSE = 0.6
"""What a phrase is worth whose parts may not belong together: "put plans with the cabinet"."""

WIDE = 4
"""Words of a title that cost nothing; each further one makes it less fit."""


@dataclass(slots=True)
class _Said:
    """How the acts of a matter say a thing: the forms of its phrase, in how many sentences."""

    phrases: list[Phrase] = field(default_factory=list)
    beside: int = 0


def title(
    acts: Sequence[Acted], held: Sequence[Terms], said: Sequence[Sequence[Phrase]],
    people: frozenset[str] = frozenset(), without: str = "",
) -> str:  # fmt: skip
    """The phrase that names best what these acts share; `held` are their terms, `said` the phrases
    of their own sentences, `people` stems of correspondents' names, `without` the title of the
    larger entry, which is not said again.

    Where no sentence names a thing that a reader would look up, words of theirs stand for it, in
    quotation marks.
    """
    said_before = frozenset(content(without))
    weights = {t: w for t, w in _weights(acts, held).items() if t not in said_before}
    named = frozenset(term for terms in held for term in terms.named)
    ways = {
        way: one for way, one in _ways(acts, said, weights).items()
        if _entry(one.phrases, acts, named, people)
    }  # fmt: skip
    if not ways:
        return quoted(acts)

    def worth(way: Way) -> tuple[float, Way]:
        return _worth(way, ways[way], weights, named, people), way

    best = ways[max(ways, key=worth)]
    forms = Counter(p.words for p in best.phrases)
    form = max(forms, key=lambda f: (forms[f], f))
    the = sum(p.the for p in best.phrases) * 2 > len(best.phrases)
    return f"the {form}" if the else form


def _weights(acts: Sequence[Acted], held: Sequence[Terms]) -> dict[str, float]:
    """How much an act of these is about each term, on the average."""
    made: dict[str, float] = defaultdict(float)
    for one, terms in zip(acts, held, strict=True):
        for term, weight in {**terms.near, **terms.own}.items():
            made[term] += weight * one.score / len(acts)
    return made


def _ways(
    acts: Sequence[Acted], said: Sequence[Sequence[Phrase]], weights: Mapping[str, float]
) -> dict[Way, _Said]:  # fmt: skip
    """The phrases that may be titles: of the sentences, and of the words beside them."""
    made: dict[Way, _Said] = {}
    for phrase in (_shorn(p) for one in said for p in one):
        if _fits(phrase, weights):
            made.setdefault(phrase.stems, _Said()).phrases.append(phrase)
    if not any(telling(way[-1]) > WEAK for way in made):
        for phrase in (_shorn(p) for one in acts for p in phrases(one.beside)):
            if _fits(phrase, weights):
                found = made.setdefault(phrase.stems, _Said())
                found.phrases.append(phrase)
                found.beside += 1
    return made


def _shorn(phrase: Phrase) -> Phrase:
    """The same without a verb that opens it or a word that closes none: "permitting exports" is of
    exports, "the crews anyway" of the crews.

    "The voting procedures" and "the outstanding debts" are left: an article stands before them.
    """
    words, stems = phrase.words.split(), phrase.stems
    while len(words) > 1 and words[0].islower() and not phrase.the and _doing(*words[:2]):
        words, stems = words[1:], stems[1:]
    while len(words) > 1 and not closes(words[-1]):
        words, stems = words[:-1], stems[:-1]
        while len(words) > 1 and words[-1].lower() in FUNCTION:
            words = words[:-1]
    if not stems or len(words) == len(phrase.words.split()):
        return phrase
    return replace(phrase, words=" ".join(words), stems=stems, head=stems[-1])


def _doing(word: str, after: str) -> bool:
    """Whether it is a verb before what it is done to: "permitting exports", "sent Dolány"."""
    told = share(word)
    ing = word.endswith("ing") and len(word) > 5 and told < NOUN
    return (ing and word not in STANDING) or verbal(word) or (told == 0 and not after.islower())


def _entry(
    said: Sequence[Phrase], acts: Sequence[Acted], named: frozenset[str], people: frozenset[str]
) -> bool:  # fmt: skip
    """Whether it would stand in an index: what a writer says he speaks of does, and what tells."""
    first, words = said[0], said[0].words.split()
    # "with regard to policy" names policy, and nobody looks under it; a meeting is something
    general = first.head in GENERAL if len(words) > 1 else not event(words[0])
    if first.head in named - people and not general:
        return True
    if not any(tells(phrase, people) for phrase in said):
        return False
    return not _bare(first) or len(said) > 1 or _placed(first.words, acts)


def _bare(phrase: Phrase) -> bool:
    """Whether it is a name and no more, or a person's: "Dolány", "Ruth Averill"."""
    words = phrase.words.split()
    if any(word.islower() for word in words) or phrase.head in LANDS:
        return False
    return len(words) == 1 or words[0].lower() in GIVEN


def _placed(name: str, acts: Sequence[Acted]) -> bool:
    """Whether it is said of it as of a place: "Dolány" may be anybody, "at Hollin" is where."""
    where = re.compile(rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]ff|the|[Ff]rom|via) {re.escape(name)}\b")
    return any(where.search(f"{one.words} {one.beside}") for one in acts)


def _fits(phrase: Phrase, weights: Mapping[str, float]) -> bool:
    """Whether a reader might look something up under it."""
    last = phrase.words.split()[-1]
    if (
        not closes(last)
        or last[-1].isdigit()
        or _NUMERAL.fullmatch(last)
        or last[-3:].replace("’", "'") == "n't"
    ):
        return False
    # "the Lornik text" ends in a paper, "fourteen years" begins and ends in a time
    ends = {phrase.head, stem(phrase.words.split()[0])}
    doing = last.endswith(("ing", "ed")) and len(last) > 5 and last not in DOINGS
    if NO_TITLE & ends or (last.islower() and (doing or share(last) < NOUN)):
        return False
    return any(weights.get(root, 0.0) > 0 for root in phrase.stems)


def _worth(
    way: Way, said: _Said, weights: Mapping[str, float], named: frozenset[str],
    people: frozenset[str],
) -> float:  # fmt: skip
    """What a phrase says of what the acts share; an idle word in it costs, an idle head more."""
    first = said.phrases[0]
    words = [word for word in first.words.split() if stem(word) in way]
    nouns = {stem(w) for w in words if not w.islower() or share(w) >= NOUN}
    told = sum(weights.get(root, 0.0) * (1 if root in nouns else QUALIFIES) for root in set(way))
    times = 1 + math.log(len(said.phrases))
    if first.head in CALLED and told > WEAK:  # "the German question" is what it is called
        return 2 * told * times
    idle = sum(weights.get(root, 0.0) <= WEAK / 4 for root in way) + (first.head in GENERAL - named)
    far = LOOSE if any(f" {link} " in first.words for link in ("on", "with", "between")) else 1.0
    much = told * times * far * IDLE ** (idle + max(0, len(first.words.split()) - WIDE))
    if first.person or first.head in people or (_bare(first) and not first.the):
        return much * NAME
    alone = len(way) == 1 and first.words.islower() and way[0] not in named
    known = first.the or first.words in odds()  # a word that nobody counted may be an adjective
    common = alone and (telling(way[0]) < MOST_TELLING or not known)
    return much * (LAND if LANDS.issuperset(way) else LONE if common else 1.0)
