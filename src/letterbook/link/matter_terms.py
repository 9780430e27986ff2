"""What an act may be filed under: the things its sentence names, and those named beside it.

An index files "nobody shall touch the gates at Hollin" under the gates, or under Hollin, never
under "nobody" or "touch": its terms are the heads of noun phrases and names, weighed by how much
they tell.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache

from letterbook.link.acted import Acted
from letterbook.link.matter_words import IDLE, content
from letterbook.link.nouns import RARE, Phrase, heads, phrases, rareness, spoken
from letterbook.mark.mention_posts import COUNTRIES, PEOPLES, POSTS
from letterbook.stem import stem
from letterbook.text import plain_letters


@dataclass(frozen=True, slots=True)
class Terms:
    """Stem → how much of an act is about it: the things its own sentence names, the other words of
    that sentence, the things that are named near it.

    `named`: what its writer says in so many words that it is about.
    """

    own: Mapping[str, float] = field(default_factory=dict)
    said: Mapping[str, float] = field(default_factory=dict)
    near: Mapping[str, float] = field(default_factory=dict)
    named: frozenset[str] = frozenset()

    @property
    def all(self) -> dict[str, float]:
        """All of them, the sentence's own before those near it."""
        return {**self.near, **self.said, **self.own}

    def without(self, term: str) -> Terms:
        """The same, that term left out."""
        own, said, near = ({t: w for t, w in some.items() if t != term}
                           for some in (self.own, self.said, self.near))  # fmt: skip
        return Terms(own, said, near, self.named - {term})


HEAD, MODIFIER, VERB, TOPIC, BESIDE = 1.0, 0.7, 0.4, 1.3, 0.3
"""What the head of a phrase counts, a word before it, a word that stands elsewhere, a word of the
topic; and what stands in the sentences beside it.
"""

SAID = 3.0
"""What it adds that a writer says in so many words what he speaks of: "the question of …"."""

PERSON, LAND = 0.3, 0.4
"""What a correspondent's name counts, or a name with a title: he carries matters, and is none.
And what a country and its people do, if they are not the sides': "tanks for Israel" are tanks."""

MOST_TELLING = 6.5
"""A word that no table knows tells no more than this: it may be a name, or a rare adverb."""

WEAK = 1.2
"""What a general word tells: acts are filed under "our meeting" only if they name nothing else."""

LEAST_TELLING = 2.6
"""A word that every tenth sentence has is no matter: "meeting" may be one, "fact" is none."""


GENERAL = frozenset(
    stem(word)
    for word in (
        # what every letter has to do with, whatever it is about
        "ability absence accordance account action activity addition advance advantage advice"
        " affair"
        " agreement aim alternative answer anything approach arrangement aspect assistance"
        " assurance"
        " attempt attitude authority basis behalf benefit boy burden capacity care chance change"
        " character choice claim clause clear colleague comment commitment company complaint"
        " compliment concern conclusion condition confidence conference consequence consultation"
        " contact content context contribution conversation copy correspondence courage courtesy"
        " credit danger date deal decision declaration degree delay demand detail development"
        " difference difficulty direction discourtesy doubt duty efforts element emphasis event"
        " evidence example exchange existence expectation explanation expression extent eye face"
        " factor faith family favor field figure final follow forgiveness form formula forward"
        " framework friend friendship function future gentleman goal goodwill ground group guidance"
        " hand head heart help history honor honour hour house idea impatience implementation"
        " impression improvement indication influence initiative instance instruction"
        " intent judgment kind kindness language law lead leader level life light line list look"
        " manner mean measure meeting member method mind misunderstanding moment morning mutual"
        " name"
        " nation nature need news number objection objective obligation occasion offer official"
        " old opportunity order outcome paper paragraph participation passage patience people"
        " person phase place plan pleasure policy possibility practice preference presence present"
        " pressure principle priority procedure process program progress prospect provision"
        " prudence public purpose putting reality reason receipt recent reference"
        " relation relations relationship remark removal report representative reserve resolution"
        " respect response responsibility result return right role room rule sake sense series"
        " service set share sheet side sign significance silence size solution sort speed spirit"
        " stage stand start states step story study substance success suggestion support sure talks"
        " tell term terms text thank thanks thinking thought tone topic total touch trouble trust"
        " turn understanding use value version visit voice wait warning ways weight while whole"
        " willingness wisdom word words years young"
        " god fourth fifth sixth noted tonight men man woman women doctor home mother brother"
        " wife husband"
        " area topic item general specific sides staff message telegram paragraph today week"
        " meeting talk negotiation conversation discussion visit"
        " recommendation argument connection embassy department govt memorandum section assessment"
        " trying along round part sort fact outset event"
        " sister night king queen majesty title lot bit"
    ).split()
)
"""Stems under which little is filed, as long as the sentence names anything else."""


_CAPITALS = {key: city for city, key in reversed(POSTS.items())}.values()
LANDS = frozenset(
    stem(word)
    for names in (COUNTRIES, PEOPLES, _CAPITALS)
    for name in names
    for word in name.split()
) | frozenset(stem(word) for word in "soviets sovs russians arabs israelis americans us".split())
RANKS = frozenset(
    stem(word)
    for word in "chief main minor major principal central difficult important serious easy issue"
    " problem question matter case subject dispute different certain various state propose proposal"
    " pledge promise assurance undertaking request demand offer reply answer decision"
    " address".split()
)
"""Stems that say how much a matter weighs, or that it is one: "the main question"."""
_OF = re.compile(
    r"\b(?:question|problem|matter|issue|subject|dispute)s?"
    r" (?:of|on|about|over|concerning|regarding)"
    r"(?: (?:the|our|your|a|an|any|such))*((?: [^\W\d_]+){1,2})"
)
_AS_TO = re.compile(
    r"\b(?:as (?:far as|to|for|regards)|with (?:respect|regard) to)"
    r"(?: (?:the|our|your|a|an|any|such))*((?: [^\W\d_]+){1,3})",
    re.I,
)
"""What he comes to speak of: "as to the loan"."""
_THAT_OF = re.compile(
    r"\b(?:question|problem|matter|issue|subject|dispute)s?\b[^.;]{0,80}\bthat of"
    r"(?: (?:the|our|your|a|an|any))*((?: [^\W\d_]+){1,2})"
)
"""The same, said apart: "only one question remained, that of the troops"."""
_CALLED = re.compile(r"\b([^\W\d_]{4,}) (?:question|problem|issue|dispute|crisis)\b")
_SPEAKS = re.compile(
    r"\b(?P<who>[A-Z][^\W\d_]+(?:[’'-][^\W\d_]+)*)"
    r"(?:,? (?:also |then |has |had |himself |again |further |now )?(?:said|says|told|replied"
    r"|asked|answered|agreed|added|stated|remarked|noted|felt|thinks|thought|believes|believed"
    r"|wants|wanted|wished|hoped|expressed|indicated|suggested|observed|concluded|continued"
    r"|inquired|emphasized|stressed|commented|responded|promised|assured|informed|referred)\b)"
)
_TURN = re.compile(r"(?:[A-Z][\w.’'-]* ){0,3}(?P<who>[A-Z][^\W\d_]+(?:[’'-][^\W\d_]+)*): ")
"""How somebody is known to be a person: "Dolány said", "Premier Dolány: I agree"."""
SPOKE = 0.05
"""And how often of all times that he is named: "Washington agreed" makes no person of a city."""
_NAME = re.compile(r"\b[A-Z][^\W\d_]+(?:[’'-][^\W\d_]+)*")
_GOVERNMENT = re.compile(
    r"\b(?:USG|UKG|HMG|SovGov|GO[A-Z]{1,3}|SAG|PGAR|FRG|GDR|UAR|UARG|USSR|ROK|GRC|GVN|RKG|RLG)\b"
)
"""How telegrams write governments: GOI, HMG."""


@lru_cache(maxsize=1 << 16)
def telling(root: str) -> float:
    """How much a stem tells of what a sentence is about; 0 for the words of every letter."""
    if root in GENERAL:
        return WEAK
    if root in IDLE or root in RANKS or len(root) < 3:
        return 0.0
    told = rareness().get(root, RARE)
    return 0.0 if told < LEAST_TELLING else min(told, MOST_TELLING)


def names_of(sides: Iterable[str]) -> frozenset[str]:
    """The stems of the sides' names and peoples: they stand in every matter between them."""
    words = " ".join(sides)
    keys = {plain_letters(side) for side in sides}
    peoples = " ".join(people for people, key in PEOPLES.items() if key in keys)
    return frozenset(content(f"{words} {peoples}"))


def speaking(acts: Iterable[Acted]) -> frozenset[str]:
    """The stems of the names of those who speak in these acts: they are no matters.

    "Dolány said that the gates would stay raised" is about the gates.
    """
    spoke: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for one in acts:
        spoke.update(stem(m["who"]) for m in _SPEAKS.finditer(f"{one.words} {one.beside}"))
        spoke.update(stem(m["who"]) for m in [_TURN.match(one.words)] if m)
        named.update(stem(m[0]) for m in _NAME.finditer(one.words))
    return frozenset(
        who for who, times in spoke.items()
        if times >= SPOKE * named[who] and who not in LANDS and (times > 1 or named[who] < 3)
        and rareness().get(who, RARE) >= MOST_TELLING
    )  # fmt: skip


def said_in(one: Acted) -> Sequence[Phrase]:
    """The noun phrases of an act's own sentence."""
    return tuple(phrases(one.words))


def terms_of(
    one: Acted, said: Iterable[Phrase], aside: frozenset[str], people: frozenset[str]
) -> Terms:
    """What an act may be filed under, with how much of it is about that.

    `aside` is left out, `people` are stems of the correspondents' names.
    """
    own: dict[str, float] = {}
    topic = set(content(one.act.topic))
    named = {*people, *(stem(word) for word in _GOVERNMENT.findall(one.words))}
    promise = one.history and one.act.label == "pledge" and one.act.topic
    told = one.words.find(one.act.topic) if promise else 0
    behind = {root for phrase in phrases(one.words[max(told, 0) :]) for root in phrase.stems}
    for phrase in said:
        for root in phrase.stems:
            if root not in behind:  # what a history says before it comes to the promise
                own.setdefault(root, VERB)
                continue
            part = HEAD if root == phrase.head else MODIFIER
            own[root] = max(own.get(root, 0.0), part * (TOPIC if root in topic else 1.0))
    said_too = {root: VERB for root in spoken(one.words) if root not in own}
    about: set[str] = set()
    for pattern, least in ((_OF, 0.0), (_THAT_OF, 0.0), (_CALLED, WEAK)):
        for match in pattern.finditer(one.words):
            for root in map(stem, match[1].split()):
                if root in own and telling(root) > least:
                    own[root] += SAID
                    about.add(root)
    beside, persons = heads(one.beside)
    named.update(persons, *(phrase.stems for phrase in said if phrase.person))
    near = dict.fromkeys(beside, BESIDE)
    for match in _AS_TO.finditer(one.words):
        about.update(root for root in map(stem, match[1].split()) if root in own)
    held, other, nearby = (_told(some, named, aside) for some in (own, said_too, near))
    return Terms(held, other, nearby, frozenset(t for t in about if held.get(t, 0.0) > WEAK))


def _told(held: Mapping[str, float], named: set[str], aside: Set[str]) -> dict[str, float]:
    return {
        root: part * told * (PERSON if root in named else LAND if root in LANDS else 1.0)
        for root, part in held.items()
        if root not in aside and (told := telling(root))
    }
