"""The words of offices: "Chairman of the Council of Ministers of the USSR" is a Soviet premier.

In: the words of an office as a letter writes them. Out: what the office is called, in plain words
that are equal where two offices are, and the governments that the words name.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from letterbook.text import plain_letters

_GOVERNMENTS = """
United States | united states of america, united states, usa, u s a, us, u s, america, american
United Kingdom | united kingdom, great britain, britain, england, uk, u k, british, \
britannic, english
France | french republic, vichy, france, french
Germany | german reich, german empire, third reich, reich, weimar
Federal Republic of Germany | federal republic of germany, federal german, frg, west germany, \
west german
German Democratic Republic | german democratic republic, gdr, east germany, east german
Germany; Federal Republic of Germany; German Democratic Republic | germany, german
Soviet Union | union of soviet socialist republics, soviet union, soviet russia, ussr, u s s r, \
soviet
Russian Empire | russian empire, imperial russian
Russian Provisional Government | russian provisional government
Russian Federation | russian federation
Russian Empire; Russian Provisional Government; Soviet Union; Russian Federation | russia, russian
Italy | italian republic, italy, italian
Japan | japan, japanese
Republic of China | republic of china, nationalist china, nationalist chinese, taiwan, formosa, grc
People's Republic of China | peoples republic of china, prc, communist china, chinese communist, \
red china
Republic of China; People's Republic of China | china, chinese
Austria-Hungary | austria hungary, austro hungarian, austria and hungary
Austria; Austria-Hungary | austria, austrian
Ottoman Empire | ottoman empire, ottoman
Ottoman Empire; Turkey | turkey, turkish
India | india, indian
Pakistan | pakistan, pakistani
Israel | israel, israeli
Egypt | egypt, united arab republic, uar, egyptian
Canada | canada, canadian
Spain | spain, spanish
United Nations | united nations, un, u n
North Atlantic Treaty Organization | north atlantic treaty organization, nato
Holy See | holy see, vatican
"""
_SHORT = {
    "pm": "prime minister", "primin": "prime minister", "premier": "prime minister",
    "fonmin": "foreign minister", "secy": "secretary", "pres": "president",
    "secdef": "secretary of defense", "secstate": "secretary of state", "defence": "defense",
    "advisor": "adviser", "undersecretary": "under secretary", "kaiser": "german emperor",
    "tsar": "russian emperor", "czar": "russian emperor", "mikado": "japanese emperor",
    "reichskanzler": "german chancellor", "bundeskanzler": "chancellor",
    "cpsu": "communist party of the soviet union", "ccp": "communist party of china",
    "sed": "socialist unity party", "dci": "director of central intelligence",
    "cia": "central intelligence agency", "chairwoman": "chairman", "commissary": "commissar",
}  # fmt: skip
_SMALL = frozenset(
    "the of for to in and a mr mister madam mme his her excellency all union federal imperial "
    "royal peoples majesty majestys principal right honorable hon".split()
)
_COMMON = frozenset("""
president|acting president|prime minister|foreign minister|minister foreign affairs|king|queen
emperor|sultan|chairman|chancellor|general secretary|secretary general|governor general|viceroy
chief state|head state|head government|minister president|president council
president council ministers|chairman council ministers|president government
minister external affairs|chairman state council|president provisional government|chairman presidium
""".replace("\n", "|").strip("|").split("|"))  # fmt: skip
_ALIASES = """
chairman council commissars | prime minister, chairman, president council commissars, \
head government
chairman council ministers | prime minister, chairman, president council ministers, \
minister president, head government
president council | prime minister, president council ministers, head government
president council ministers | prime minister, president council, head government
president government | prime minister, head government
head government | prime minister, chief government
minister president | prime minister, head government
president executive yuan | prime minister, head government
prime minister | head government
chancellor | head government
minister foreign affairs | foreign minister, minister foreign relations
state secretary foreign affairs | secretary state foreign affairs, foreign secretary, \
foreign minister, minister foreign affairs
secretary state foreign affairs | foreign secretary, foreign minister, minister foreign affairs
secretary state foreign commonwealth affairs | secretary state foreign affairs, \
foreign secretary, foreign minister, minister foreign affairs
secretary state external affairs | minister external affairs, external affairs minister, \
foreign minister, minister foreign affairs
minister external affairs | external affairs minister, foreign minister, minister foreign affairs
commissar foreign affairs | foreign commissar, foreign minister, minister foreign affairs
secretary defense | defense secretary
assistant president national security affairs | national security adviser, \
special assistant president national security affairs, presidents national security adviser, \
presidents special assistant national security affairs
director central intelligence | director central intelligence agency, \
central intelligence agency director
chairman presidium supreme soviet | president, chairman, chairman presidium, head state, \
president presidium supreme soviet, chairman supreme soviet, president supreme soviet
chairman supreme soviet | president, chairman, head state
chairman central executive committee | president central executive committee, president, \
chairman, head state
chairman state council | chairman, head state, chairman council state
chairman national government | president, chairman, president national government, head state
chairman central government | chairman, president, head state
chairman republic | chairman, president, head state
chairman communist party | chairman, party chairman, chairman central committee, \
chairman central committee communist party
general secretary communist party | general secretary, secretary general communist party, \
general secretary central committee, general secretary central committee communist party, \
secretary general central committee communist party, party general secretary
first secretary communist party | first secretary central committee, party first secretary, \
first secretary central committee communist party
general secretary socialist unity party | general secretary central committee, \
general secretary, party general secretary, \
general secretary central committee socialist unity party
first secretary socialist unity party | first secretary central committee, \
party first secretary, first secretary central committee socialist unity party
president | president republic, head state
chief state | head state
pope | supreme pontiff, holy father
"""


def _table(lines: str) -> dict[str, tuple[str, ...]]:
    rows = [line.split("|") for line in lines.strip().split("\n")]
    return {left.strip(): tuple(w.strip() for w in right.split(",")) for left, right in rows}


_NAMED: dict[str, tuple[str, ...]] = {
    words: tuple(name.strip() for name in names.split(";"))
    for names, called in _table(_GOVERNMENTS).items()
    for words in called
}
_CALLED = _table(_ALIASES)


@dataclass(frozen=True, slots=True)
class Office:
    """An office as words name it: `called` is equal where two are; `governments` it may be of."""

    called: str
    governments: frozenset[str] = frozenset()

    @property
    def common(self) -> bool:
        """Whether many governments have one, so that the title alone means nobody's."""
        return self.called in _COMMON

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that the holder is called by: a Soviet chairman is "Premier" as well."""
        return (self.called, *_CALLED.get(self.called, ()))


def _plain(words: str) -> str:
    """Small plain letters with single spaces; "Secretary-General" is two words."""
    bare = re.sub(r"['’‘`]s?\b", lambda m: "s" if m[0].endswith("s") else "", plain_letters(words))
    return " ".join(re.findall(r"\w+", bare))


@functools.lru_cache(maxsize=8)
def _pattern(more: frozenset[str]) -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """A pattern for every government that words may name, `more` of the user's among them."""
    named = {_plain(name): (name,) for name in more} | _NAMED
    words = "|".join(sorted(map(re.escape, named), key=len, reverse=True))
    return re.compile(rf"\b(?<!supreme )(?:{words})\b"), named


def governments(words: str, more: frozenset[str] = frozenset()) -> frozenset[str]:
    """The governments that words name, by the names that the authority gives them.

    >>> sorted(governments("the Soviet Government"))
    ['Soviet Union']
    """
    pattern, named = _pattern(more)
    return frozenset(name for m in pattern.finditer(_plain(words)) for name in named[m[0]])


@functools.lru_cache(maxsize=20_000)
def office(words: str, more: frozenset[str] = frozenset()) -> Office:
    """What office the words name, and whose. `more`: further names of governments.

    >>> office("the Secretary of State of the United States")
    Office(called='secretary state', governments=frozenset({'United States'}))
    >>> office("President of the All Union Central Executive Committee").called
    'president central executive committee'
    """
    pattern, named = _pattern(more)
    long = " ".join(_SHORT.get(word, word) for word in _plain(words).split())
    found = [named[m[0]] for m in pattern.finditer(long)]
    kept = [word for word in pattern.sub(" ", long).split() if word not in _SMALL]
    whose = frozenset(found[0]).intersection(*found[1:]) if found else frozenset()
    return Office(" ".join(kept), whose or frozenset(name for names in found for name in names))
