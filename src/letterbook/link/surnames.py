"""Surnames that are words, and words that make a name a thing: "White House", "Selm Library"."""

from __future__ import annotations

import re
from typing import Literal

from letterbook.link.evidence import Setting
from letterbook.mark.names import Words

_THINGS = """
library house doctrine round foundation memorial center centre airport amendment building institute
university college street avenue island islands hall base afb school hospital stadium airfield
highway bridge park square square, county city prize fellowship fund field fields bay river lake
mountain mountains hill hills sea ocean valley strait straits reef peninsula
"""
_THING = frozenset(_THINGS.split())
"""What a thing named after somebody, or a place, is."""
_THING_AFTER = re.compile(
    r" (?:Presidential |Memorial |Space |Air Force |National |State |Public )*"
    r"(?:" + "|".join(w.capitalize() for w in _THING) + r")\b"
)
_WORDS = """
abel able alto an arch art ash au ba bacon baker ball bank banks barber bass battle bay bean bear
bell berg berry best birch bird bishop black bloom blue bo board bond book booth bowl box brand
bright brook brown bull burn bush butler butter buu cam camp can cannon cao carter case cash
chance chi chin chuan chung church clay co coffin cold cole cook cool cooper coward cox crane
cross crown cruise cu curry dale dam dan dang day days deal dean dear denny dew diamond dick do
don dong drew duke dunn earl early east fall farmer fast field fields fine finger fish fisher flag
flood flower flowers foot ford forest foster fox frank free french friend frost fry gap gates
german gia glass goes good gore grace grand grant gray green grey gross grove ha hai hall ham han
hand hard hardy harsh hart hawk hay he head heath held hill ho hoa hold hole holiday home hook
hope house hull hunt hunter ill in ink iron irons israel jets jordan joy judge key keys khan kim
kind king kings knight knot la lake lam lamb land lane lang large law lawn lawyer lay lean lend
lien light line little lock long lord love low man many march mark marks marshall mason may means
merchant mill miller mills miner minh minor moon moor moore more moss most much must nam nan nash
near new nice no noble north note nut on page paris park parker parks part path peace pearl penny
phu piano pike pine plain point pole pool poor pope post potter pound powers president press price
pride prince prior purse quang quick rains ray read reader real reed rice rich ring rivers rock
rose round rule rush russia sadler sage sale sand sang savage says shah sharp shepherd ship short
silver sin singer small smart smith snow so sole song south spain spark sparks speaker spring
stable staff star stark steel stern still stock stone storey street strong style summer summers
sun swift swing tam tan tel tang tank teller temple thang thi thieu thin thing thrower to ton tower
town trade train tri true tu turner u van vest vi vu wade wait wake walker wall war ward warden
wash water waters watts way we webb weeks welch well wells west wheat white will wise wolf wood
woods word work worth yang yen yes york you young yu yuan
"""
WORD_SURNAMES = frozenset(_WORDS.split())
"""Surnames that a sentence may begin with and mean nobody."""


def is_thing(words: Words, around: Setting, text: str, end: int) -> bool:
    """Whether it is part of a thing's or a place's name: "the Selm Presidential Library"."""
    if words == ("white",) and around.follows == "House":
        return True
    if not around.follows:
        return False
    return bool(_THING_AFTER.match(text, end))


_VERB = re.compile(
    r"(?:[’']s\b| (?:said|told|saw|felt|thought|[a-z]{2,}ed|had|was|is|then|also|has|met|gave|sent"
    r"|took|made|went|came|did|does|wrote|spoke|says|thinks|believes|and [A-Z]|to [A-Z])\b)"
)


def doubtful(words: Words, around: Setting, text: str, end: int) -> Literal["", "maybe", "no"]:
    """Whether the hit may be a common word: "White paint" maybe, "the West" is no George West.

    What may be one is a name where the letter surely names the person elsewhere.
    """
    if len(words) > 1 or around.given or around.title or around.alone:
        return ""
    word = words[0]
    if word not in WORD_SURNAMES and len(word) > 2:
        return ""
    if word in _NEVER_BARE:
        return "no"
    if around.opens:
        return "maybe" if word in FUNCTION or not _VERB.match(text, end) else ""
    follows, attributive = around.follows, around.follows.lower().strip(".") in AFTER
    if follows[1:2].islower() and not attributive and not around.owns:
        return "no"
    if _CAPITAL.fullmatch(around.before):
        return "maybe"
    return "maybe" if around.before.lower() in _ARTICLES and not attributive else ""


_NEVER_BARE = frozenset("west east north south powers home tel".split())
"""Words that mean somebody only after a title or a given name."""
_ARTICLES = frozenset("the a an this these that four three two big great".split())
_CAPITAL = re.compile(r"[A-Z][\w’'-]+[\w.]")
AFTER = frozenset(
    "mr mrs the and or in on at for from to with he she it i we they that this also has had was "
    "papers files mission visit government administration talks secretary ambassador president "
    "foreign prime group committee report letter line exercise diaries if when as but plan study "
    "speech proposal trip memo memorandum meeting statement jr sr ii iii iv january february march "
    "april may june july august september october november december".split()
)
"""Capitalised words that may follow a surname and are no surname themselves."""
FUNCTION = frozenset(
    "may will can must do an to so no in on he we at much most more still let".split()
)
"""Words that open many sentences: only the rest of the letter can say that one is a name."""
