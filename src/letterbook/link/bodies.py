"""Offices, bodies and governments as parties: what they are called and what makes two the same.

"Embassy in Korea", "American Embassy, Seoul" are one body; "the Soviet Government" and "Government
of the USSR" one government; "Acting Secretary of State" is the office of the Secretary of State.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from letterbook.link.titles import HEADS, words_of
from letterbook.mark.mention_posts import COUNTRIES, PEOPLES, country
from letterbook.mark.offices import BODIES

Kind = Literal["office", "government", "body"]

_SMALL = frozenset("of the for to in at on and a an his her their our s acting new".split())
_POST = re.compile(
    r"\b(embassy|legation|consulate general|consulate|mission|delegation|high commission)\b", re.I
)
_GOVERNMENT = re.compile(r"\bgovernments?\b|\bgovt\b", re.I)
_GUEST = re.compile(r"^(?:the )?(?:american|u\.? ?s\.?|united states)\s+", re.I)
_SAME = {"defence": "defense", "dept": "department", "govt": "government", "centre": "center"}


_CALLED = {
    "foreign minister": "minister foreign affairs",
    "foreign secretary": "secretary state foreign affairs",
    "minister external affairs": "minister foreign affairs",
    "defense minister": "minister defense",
    "finance minister": "minister finance",
}
"""Short names of offices and what they are called in full."""


@dataclass(frozen=True, slots=True)
class Body:
    """An office, a body or a government: `key` is equal where two are the same."""

    kind: Kind
    key: str


@lru_cache(maxsize=50_000)
def body(office: str) -> Body:
    """What the words of an office name.

    >>> body("Embassy in Korea") == body("American Embassy, Seoul")
    True
    >>> body("Soviet Government"), body("Acting Secretary of Rivers").key
    (Body(kind='government', key='government soviet union'), 'secretary rivers')
    """
    words = [_SAME.get(w, w) for w in words_of(office)]
    where = _country(office)
    if (post := _POST.search(office)) and (place := _country(_GUEST.sub("", office))):
        return Body("body", f"{post[1].lower()} {place}")
    if where and (_GOVERNMENT.search(office) or where_alone(office)):
        return Body("government", f"government {where}")
    kept = [w for w in words if w not in _SMALL]
    if where:
        kept = [w for w in kept if where not in (PEOPLES.get(w), COUNTRIES.get(w))]
        kept = [w for w in kept if w not in where.split()] + [where]
    key = " ".join(kept)
    for said, meant in _CALLED.items():
        key = re.sub(rf"^{said}\b", meant, key)
    return Body("office" if _borne(words) else "body", key or office.lower())


def home(office: str) -> str:
    """The key of an office without its country: what its own government calls it.

    >>> home("Japanese Prime Minister") == body("Prime Minister").key
    True
    """
    key, where = body(office).key, _country(office)
    return key.removesuffix(where).strip() or key


def _country(words: str) -> str:
    """The country that the words speak of, by its name, its people or a city."""
    return country(words) or ""


def where_alone(office: str) -> bool:
    """Whether the words are a country's name and nothing else: "Orvane", "the Soviet Union"."""
    bare = re.sub(r"^the\s+", "", office.strip(), flags=re.I).lower()
    return bare in COUNTRIES


def _borne(words: list[str]) -> bool:
    """Whether one person bears it: its first noun is an officer's, no body's."""
    for word in words:
        if word in BODIES or word.endswith(("ies", "ates")):
            return False
        if word in HEADS:
            return True
    return False
