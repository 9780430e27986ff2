"""The words of dates: months in the languages we read, ordinals, seasons, parts of a month."""

from __future__ import annotations

import re

from letterbook.mark.mention_posts import any_of

_MONTHS = """
january jan janvier januar jänner jaenner enero gennaio janeiro januari ianuarii января
february feb febr février fevrier februar feber febrero febbraio fevereiro februarii февраля
march mar mars märz maerz marz marzo março marco maart martii марта
april apr avril abril aprile aprilis апреля
may mai mayo maggio maio mei maii мая
june jun juin juni junio giugno junho iunii июня
july jul juillet juli julio luglio julho iulii июля
august aug août aout agosto augustus augusti августа
september sept sep septembre septiembre settembre setembro septembris сентября
october oct octobre oktober octubre ottobre outubro octobris okt октября
november nov novembre noviembre novembro novembris ноября
december dec décembre decembre dezember diciembre dicembre dezembro decembris dez декабря
"""
MONTHS = {
    name: number
    for number, names in enumerate(_MONTHS.strip().split("\n"), 1)
    for name in names.split()
}
_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = """tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth
nineteenth twentieth""".split()
ORDINALS = {word: n for n, word in enumerate(_UNITS + _TEENS, 1)} | {"thirtieth": 30}
ORDINALS |= {f"twenty{dash}{word}": 20 + n for n, word in enumerate(_UNITS, 1) for dash in "- "}
ORDINALS |= {f"thirty{dash}first": 31 for dash in "- "}
SEASONS = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 2),
}
"""Season → its first and last month."""
PARTS = {
    "early": (1, 10),
    "beginning of": (1, 10),
    "mid": (11, 20),
    "middle of": (11, 20),
    "late": (21, 31),
    "end of": (21, 31),
}
"""Part of a month → its first and last day."""

MONTH_NAME = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
"""A month's whole English name: what may stand for a letter's day without one."""
MONTH = rf"{any_of(MONTHS)}(?![^\W\d_])\.?"  # a day may touch it: "December2"
_ORDINAL = "|".join(map(re.escape, sorted(ORDINALS, key=len, reverse=True)))
DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|d|th|er|ième|º|\.)?(?!\d)|{_ORDINAL})"


def month_number(word: str) -> int:
    """1 to 12 for a month's name or short name in the languages we read; 0 for any other word."""
    return MONTHS.get(word.lower().rstrip("."), 0)


def day_number(word: str) -> int:
    """ "19th", "3d", "tenth", "7" → the number."""
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else ORDINALS[word.lower()]
