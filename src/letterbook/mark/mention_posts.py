"""Posts and the countries they stand in: "Seoul" → korea, "Egyptian" → egypt.

A telegram's number is counted by post ("Seoul's 85"), a note is its government's ("the Soviet
note of January 31"): both need to know which country a city or an adjective speaks of.
One line a country: its key and other names, its capital and other posts, its adjectives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from letterbook.text import plain_letters

_Tree = dict[str, "_Tree"]

_LINES = """
afghanistan | kabul, kandahar | afghan, afghani
albania | tirana | albanian
algeria | algiers, oran, constantine | algerian
angola | luanda | angolan
argentina | buenos aires | argentine, argentinian
australia | canberra, melbourne, sydney, perth | australian
austria | vienna, salzburg | austrian
bangladesh | dacca, dhaka | bangladeshi, bengali
belgium | brussels, antwerp | belgian
bolivia | la paz | bolivian
brazil | rio de janeiro, rio, brasilia, sao paulo, recife | brazilian
bulgaria | sofia | bulgarian
burma, myanmar | rangoon, mandalay | burmese
burundi | bujumbura, usumbura |
cambodia, khmer republic | phnom penh | cambodian
cameroon | yaounde, douala | cameroonian
canada | ottawa, montreal, toronto, quebec, vancouver | canadian
central african republic | bangui |
ceylon, sri lanka | colombo | ceylonese
chad | fort lamy, ndjamena | chadian
chile | santiago, valparaiso | chilean
china | peking, beijing, nanking, chungking, shanghai, canton, tientsin, mukden, peiping | chinese
colombia | bogota, medellin | colombian
congo, zaire | leopoldville, kinshasa, elisabethville, lubumbashi, stanleyville | congolese, zairian
costa rica | san jose | costa rican
cuba | havana, santiago de cuba | cuban
cyprus | nicosia | cypriot
czechoslovakia | prague, bratislava | czechoslovak, czech
dahomey, benin | cotonou |
denmark | copenhagen | danish
dominican republic | santo domingo, ciudad trujillo | dominican
ecuador | quito, guayaquil | ecuadorean, ecuadoran
egypt, united arab republic, uar, u.a.r. | cairo, alexandria, port said | egyptian
el salvador | san salvador | salvadoran
ethiopia | addis ababa, asmara | ethiopian
finland | helsinki, helsingfors | finnish
france | paris, marseille, lyon, bordeaux, vichy | french
gabon | libreville | gabonese
germany, frg, federal republic of germany, gfr | bonn, frankfurt, hamburg, munich, berlin | german
ghana, gold coast | accra | ghanaian
greece | athens, salonika, thessaloniki | greek, hellenic
guatemala | guatemala city | guatemalan
guinea | conakry | guinean
guyana, british guiana | georgetown | guyanese
haiti | port-au-prince, port au prince | haitian
holy see, vatican | rome vatican | papal
honduras | tegucigalpa | honduran
hong kong | hong kong, hongkong |
hungary | budapest | hungarian
iceland | reykjavik | icelandic
india | new delhi, delhi, bombay, calcutta, madras | indian
indonesia, netherlands east indies | djakarta, jakarta, batavia, medan, surabaya | indonesian
iran, persia | tehran, teheran, tabriz, meshed, isfahan, khorramshahr | iranian, persian
iraq | baghdad, basra | iraqi
ireland | dublin | irish
israel | tel aviv, haifa | israeli
italy | rome, milan, naples, trieste, palermo | italian
ivory coast | abidjan |
jamaica | kingston | jamaican
japan, scap | tokyo, osaka, kobe, nagasaki, yokohama | japanese
jerusalem | jerusalem |
jordan, transjordan | amman | jordanian
kenya | nairobi, mombasa | kenyan
korea, republic of korea, rok | seoul, pusan | korean
kuwait | kuwait | kuwaiti
laos | vientiane, luang prabang | lao, laotian
lebanon | beirut | lebanese
liberia | monrovia | liberian
libya | tripoli, benghazi | libyan
luxembourg | luxembourg |
madagascar, malagasy republic | tananarive, antananarivo | malagasy
malaysia, malaya, federation of malaya | kuala lumpur | malaysian, malayan
mali | bamako | malian
malta | valletta | maltese
mauritania | nouakchott | mauritanian
mexico | mexico city, monterrey, guadalajara | mexican
morocco | rabat, tangier, casablanca | moroccan
mozambique | lourenco marques, maputo |
nepal | kathmandu, katmandu | nepalese, nepali
netherlands, the hague | the hague, hague, amsterdam, rotterdam | dutch, netherlands
new zealand | wellington, auckland | new zealand
nicaragua | managua | nicaraguan
niger | niamey |
nigeria | lagos, ibadan, kaduna, enugu | nigerian
norway | oslo | norwegian
pakistan | karachi, rawalpindi, islamabad, lahore, peshawar | pakistani, pak
panama | panama city, panama | panamanian
paraguay | asuncion | paraguayan
peru | lima | peruvian
philippines, philippine islands | manila, cebu | philippine, filipino
poland | warsaw, poznan, danzig | polish
portugal | lisbon, oporto | portuguese
rhodesia | salisbury | rhodesian
romania, rumania | bucharest | romanian, rumanian
rwanda | kigali | rwandan
saudi arabia | jidda, jiddah, jedda, riyadh, dhahran | saudi
senegal | dakar | senegalese
sierra leone | freetown |
singapore | singapore | singaporean
somalia, somali republic | mogadishu, mogadiscio, hargeisa | somali
south africa, union of south africa | pretoria, cape town, capetown, johannesburg | south african
soviet union, ussr, u.s.s.r., russia | moscow, leningrad, petrograd | soviet, russian
spain | madrid, barcelona, seville, bilbao | spanish
sudan | khartoum | sudanese
surinam | paramaribo |
sweden | stockholm, goteborg, gothenburg | swedish
switzerland | bern, berne, geneva, zurich, basel | swiss
syria, syrian arab republic | damascus, aleppo | syrian
taiwan, republic of china, formosa | taipei, taipeh | chinat, grc
tanzania, tanganyika | dar es salaam, zanzibar | tanzanian
thailand, siam | bangkok, chiang mai | thai, siamese
togo | lome |
trinidad | port of spain |
tunisia | tunis | tunisian
turkey | ankara, istanbul, izmir, adana, constantinople, angora | turkish
uganda | kampala | ugandan
united kingdom, great britain, england, uk, u.k. | london, edinburgh, belfast | british, english
united nations, un, u.n. | usun, new york, lake success |
united states, us, u.s., america | washington | american
upper volta | ouagadougou |
uruguay | montevideo | uruguayan
venezuela | caracas, maracaibo | venezuelan
vietnam, viet-nam, viet nam, indochina, macv, gvn, rvn | saigon, hue, danang, hanoi | vietnamese
yemen | taiz, sana, sanaa, aden | yemeni
yugoslavia | belgrade, zagreb, sarajevo | yugoslav, yugoslavian
zambia | lusaka | zambian
nato, north atlantic treaty organization, north atlantic council | usro, usnato |
european communities, european community | usec, ec brussels |
"""


def _columns() -> list[tuple[list[str], list[str], list[str]]]:
    rows = [line.split("|") for line in _LINES.strip().split("\n")]
    named = [[[w.strip() for w in part.split(",") if w.strip()] for part in row] for row in rows]
    return [(row[0], row[1], row[2]) for row in named]


POSTS: dict[str, str] = {city: row[0][0] for row in _columns() for city in row[1]}
"""City of a post, in small plain letters → the key of its country."""
COUNTRIES: dict[str, str] = {name: row[0][0] for row in _columns() for name in row[0]}
"""Name of a country → its key."""
PEOPLES: dict[str, str] = {word: row[0][0] for row in _columns() for word in row[2]}
"""Adjective → the key of its country: "soviet" → "soviet union"."""
_PLACES = COUNTRIES | POSTS


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, that asks each letter only once.

    Two hundred cities one after another take four times as long to find that none stands here.

    >>> any_of(["lima", "lisbon", "new delhi", "new york"])
    '(?:li(?:ma|sbon)|new\\\\s(?:delhi|york))'
    """
    tree: _Tree = {}
    for word in sorted(words):
        at = tree
        for sign in word:
            at = at.setdefault(sign, {})
        at[""] = {}
    return _branches(tree)


def _branches(tree: _Tree) -> str:
    """The pattern for what may follow where this branch of words parts."""
    parts = [
        (r"\s" if sign == " " else re.escape(sign)) + _branches(more)
        for sign, more in tree.items()
        if sign
    ]
    if not parts:
        return ""
    one = len(parts) == 1 and "" not in tree
    return parts[0] if one else f"(?:{'|'.join(parts)})" + "?" * ("" in tree)


_PATTERN = re.compile(rf"\b{any_of(_PLACES)}(?!\w)")
_PEOPLE = re.compile(rf"\b{any_of(PEOPLES)}(?!\w)")
POST = rf"(?:(?i:{any_of(POSTS)})|State)"
"""A pattern for a post by its city, as it stands before a number: "Tel Aviv 1741"."""


def country(words: str) -> str:
    """The country that words name by itself, one of its posts or its adjective; "" for none.

    >>> country("Embassy in the Soviet Union"), country("Tel Aviv"), country("the Soviet note")
    ('soviet union', 'israel', 'soviet union')
    """
    small = plain_letters(words)
    match = _PATTERN.search(small)
    if match:
        return _PLACES[" ".join(match[0].split())]
    match = _PEOPLE.search(small)
    return PEOPLES[" ".join(match[0].split())] if match else ""
