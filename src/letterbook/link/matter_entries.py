"""Which noun phrases may stand in an index: "the gates", "copper wire", "the reports on Berlin".

A bare word of every letter tells a reader nothing: under "the reaction", "the package" or "future
period" nobody looks. It may stand only where it is bound to a thing, a name or a field of affairs:
"the package of grain", "the Lornik reaction", "military equipment".
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from letterbook.link.matter_terms import GENERAL, LANDS, RANKS
from letterbook.link.matter_words import IDLE
from letterbook.link.nouns import Phrase, noun_share, odds
from letterbook.mark.mention_posts import PEOPLES
from letterbook.stem import stem

ALONE = frozenset(
    (
        # arms and war
        "war armistice ceasefire truce hostilities blockade aggression infiltration subversion"
        " coup riot rebel guerrilla insurgent terrorism espionage mercenary volunteer garrison"
        " troop battalion prisoner casualty refugee weapon arms armament disarmament rearmament"
        " missile warhead bomb bomber bombing plutonium uranium reactor satellite submarine"
        " destroyer tank artillery ammunition munition napalm defoliation aircraft helicopter"
        " reconnaissance overflight radiation fallout proliferation verification inspection"
        " safeguard moratorium infantry fleet gunboat"
        # goods and money
        " oil petroleum gas coal steel copper zinc tin silver gold rubber wool cotton textile sugar"
        " coffee rice wheat grain meat fertilizer food foodstuff fuel mineral scrap stockpile"
        " tanker pipeline loan debt bond grant tariff tax customs quota surcharge currency"
        " devaluation inflation convertibility embargo sanction blockade boycott subsidy insurance"
        # land, water and ways
        " border frontier island corridor harbor harbour port canal river dam bridge road railway"
        " railroad airport airfield seabed fishery fishing navigation ship boat vessel flight"
        " aviation shipping cable radio television telephone film newspaper hamlet village"
        # law and the state
        " treaty neutrality sovereignty independence unification reunification partition plebiscite"
        " referendum election veto credentials constitution asylum amnesty expropriation"
        " nationalization repatriation extradition visa passport citizenship colonialism apartheid"
        " nationalism peace trade disarmament monarchy junta famine drought church school hospital"
        " journalist newsman pilot engineer student pagoda propaganda land"
        # what a household and a town write of
        " wage rent house clock envoy emissary"
        " dowry legacy estate horse cattle sheep herring fish salt timber"
        " ferry mill lighthouse wedding funeral gauge belt experiment"
    ).split()
)
"""Words under which a reader would look, though they are common in letters."""

DOINGS = frozenset(
    "bombing testing shipping training funding meeting understanding hearing landing fighting"
    " financing licensing mining shelling warning spending uprising housing borrowing banning"
    " sterling blessing ceiling crossing sighting finding lending mooring dredging fishing whaling"
    " signing measuring stationing pricing".split()
)
"""Doings that are things: under "interfering" nobody looks."""

NOUN = 6
"""From so many times in ten on a word of small letters is a noun, where it heads a title."""

FIELDS = frozenset(
    "military naval maritime nuclear atomic thermonuclear strategic tactical paramilitary"
    " political diplomatic consular constitutional electoral parliamentary judicial legal"
    " presidential economic commercial agricultural industrial financial monetary fiscal budgetary"
    " territorial colonial regional bilateral multilateral multinational quadripartite tripartite"
    " domestic internal foreign external international religious cultural educational scientific"
    " technical medical ethnic racial humanitarian social postal coastal riparian hydroelectric"
    " electric chemical biological bacteriological geographic logistic ecclesiastical dynastic"
    " counterinsurgency civil civilian ballistic conventional offensive defensive maternal".split()
)
"""Words that tell of a field of affairs, and bind even a bare word: "military equipment"."""

BODIES = frozenset(
    stem(word)
    for word in "department ministry office government embassy legation mission delegation"
    " committee commission council congress senate house cabinet assembly parliament"
    " legislature board bureau agency staff group secretariat directorate headquarters pentagon"
    " administration foreign state defense royal national central republic union secretary"
    " minister ambassador president premier king queen executive branch representative"
    " delegate official authority service commander spokesman chief director".split()
)
"""Stems of those who act: "the Department of Defense" does much, and is no matter."""

_ABSTRACT = (
    "tion", "sion", "ment", "ness", "ity", "ance", "ence", "ancy", "ency", "ism", "ure", "dom",
    "hood", "acy", "sis", "tude",
)  # fmt: skip
_QUALIFY = ("ed", "ing", "ly", "ous", "ive", "ible", "able", "ful", "al", "ic", "ent", "ant", "ary",
            "less")  # fmt: skip
"""How a word may end that only says which: a rare one so ending is no thing without an article."""

_ADVERBS = frozenset(
    "anyway beforehand afterwards afterward elsewhere everywhere somewhere anywhere etc gonna"
    " everyone everybody someone somebody anyone alone aside forever forward backward alike abroad"
    " ahead likewise otherwise besides sometimes somehow anyhow tonight aboard thereof therein"
    " thereto hereto hence instead else worldwide overnight meantime indeed altogether soonest"
    " urgently kindly sooner aforementioned hereby thereby whereby regardless pursuant".split()
)
_SHORT = re.compile(r"['’](?:re|ve|ll|d|m|t)$")
_STRETCH = re.compile(
    r"(?:long|short|high|low|far|near|four|two|three|five|multi|full|half|world|nation|mid|all|so"
    r"|well|ill|same|large|small|medium|first|second|third|one|single|self)-\w+"
)
"""Compounds that only qualify: "expenditures for long-term", "the exports of four-wheel"."""

_EVENTS = frozenset("meeting conference summit visit talks negotiations session".split())
_MR = frozenset("mr mrs miss dr messrs sec secy amb sen gov gen president-elect".split())
_OWN = re.compile(r"['’]s?$")

COMMON = 2
"""Sentences of 10,000 from which on a word is one of every correspondence."""

_PEOPLES = frozenset(word for name in PEOPLES for word in name.split()) | frozenset(
    "communist socialist western eastern northern southern allied free".split()
)


def counted() -> Mapping[str, tuple[int, int]]:
    """The words of small letters, rarer ones too, that are clearly nouns or clearly none."""
    return odds("entry_odds.tsv")


def share(word: str) -> int:
    """How often in ten a word stands as a noun; of one that is not counted, by its look.

    >>> share("continues"), share("gauges") > share("implacable")
    (1, True)
    """
    small = _OWN.sub("", word.lower())
    for base in (small, small.removesuffix("s")):
        if base in counted() and (base == small or counted()[base][1] >= NOUN):
            return counted()[base][1]
    return noun_share(word)


def closes(word: str) -> bool:
    """Whether a phrase may end in this word: "the Thai", "long-term" and "the negotiating
    scenario develops" are cut, "anyway" is no thing.

    >>> closes("gates"), closes("continues"), closes("long-term"), closes("anyway")
    (True, False, False, False)
    """
    small = word.lower().rstrip(".")
    if small in _ADVERBS or _STRETCH.fullmatch(small) or _SHORT.search(small):
        return False
    if small in _PEOPLES and not small.endswith("s"):
        return False
    return not (word.islower() and verbal(small))


def verbal(small: str) -> bool:
    """Whether it is a verb of the third person: letters say "we continue", so "it continues"."""
    if re.search(r"(?:ss|sh|ch|x|zz)es$", small) and small not in odds() and small not in counted():
        return True  # "the boat crosses"
    if not small.endswith("s") or small.endswith("ss") or share(small) >= NOUN:
        return False
    bases = [small[:-1], *([small[:-2]] if small.endswith("es") else [])]
    known = [counted()[base][1] for base in bases if base in counted()]
    return bool(known) and max(known) <= 3


def tells(phrase: Phrase, people: frozenset[str] = frozenset()) -> bool:
    """Whether a reader who meets it in an index knows what it is of.

    >>> from letterbook.link.nouns import phrases
    >>> told = "The copper wire, a simple problem, military equipment and the reaction of the Mint."
    >>> [p.words for p in phrases(told) if tells(p)]
    ['copper wire', 'military equipment', 'reaction of the Mint', 'Mint']
    """
    words = [w for w in re.split(r"[\s.,]+", phrase.words) if w]
    if phrase.person or any(word.lower() in _MR for word in words[:-1]):
        return False
    if all(_acts(word) for word in words):
        return False
    if len(words) == 1:
        return _alone(words[0], phrase.the, people)
    return _bound(words, phrase.the, people)


def _bound(words: list[str], the: bool, people: frozenset[str]) -> bool:
    if any(_names(word, people) for word in words) or _title_of(words):
        return True
    nouns = [w for w in words if w.islower() and (listed(w) or share(w) >= NOUN or w in DOINGS)]
    nouns = [w for w in nouns if not _general(w) or w in DOINGS]
    if len({stem(w) for w in nouns}) > 1:
        return True
    if any(word in DOINGS or _alone(word, the, people) for word in nouns):
        return True
    return any(word in FIELDS for word in words[:-1])


def _names(word: str, people: frozenset[str]) -> bool:
    """Whether it is a name: "Annex" and "Realistic" are words, whatever their first letter."""
    named = not word.islower() and word[0].isalpha() and stem(word) not in people
    return named and not worded(word)


def worded(word: str) -> bool:
    """Whether a word with a capital letter is one of the dictionary, and no name of a land.

    >>> worded("Article"), worded("Hollin"), worded("article")
    (True, False, False)
    """
    small = _OWN.sub("", word.lower())
    return not word.islower() and stem(word) not in LANDS and small in counted()


def _title_of(words: list[str]) -> bool:
    """Whether common words are written as a name: "the Harbour Loan"."""
    return sum(not word.islower() and word[0].isalpha() for word in words) > 1


def _general(word: str) -> bool:
    root = stem(word)
    return root in GENERAL or root in RANKS or root in IDLE


def _acts(word: str) -> bool:
    """Whether it is of the name of a body, and of no more: "the Royal Tolmarian Government"."""
    small = _OWN.sub("", word.lower())
    return small in ("of", "the", "and") or stem(small) in BODIES or small in _PEOPLES


def listed(word: str) -> bool:
    """Whether it is one of the common words that may stand alone; of "boats" "boat" tells."""
    bare = _OWN.sub("", word)
    ways = (bare, bare.removesuffix("s"), bare.removesuffix("es"), bare.removesuffix("ies") + "y")
    return any(way in ALONE for way in ways)


def event(word: str) -> bool:
    """Whether a bare word may stand where a writer says in so many words that he speaks of it."""
    small = _OWN.sub("", word.lower())
    rare = not counted().get(small, odds().get(small, (0, 0)))[0] >= COMMON
    return (
        small in _EVENTS or listed(small) or (rare and not abstract(small) and not _general(small))
    )


def abstract(word: str) -> bool:
    """Whether it tells of no thing: "the sanctity", "the multiplication".

    >>> abstract("multiplication"), abstract("lighthouse")
    (True, False)
    """
    return word.islower() and word.endswith(_ABSTRACT) and not listed(word)


def _alone(word: str, the: bool, people: frozenset[str]) -> bool:
    """Whether a word may stand by itself."""
    if _names(word, people):
        return len(word) > 2
    if stem(word) in people:
        return False
    if listed(word.lower()):
        return True
    if _general(word) or abstract(word):
        return False
    known = [counted()[w][0] for w in (word, word.removesuffix("s")) if w in counted()]
    rare = max(known, default=0) < COMMON and not word.endswith(_QUALIFY)
    return rare and (the or word.endswith("s"))  # "a hat" is any hat
