"""Titles and offices compared: whether "Under Secretary" before a name may be a person's post.

In: the words of a title as a text gives them, and a post as a list states it. Out: how well they
fit, 0 for not at all.
"""

from __future__ import annotations

import re
from functools import lru_cache

from letterbook.mark.names import fold_word

_HEADS = """
administrator adviser advisor ambassador archbishop assistant attorney baron bishop captain
cardinal chairman chairwoman chancellor chargé charge chief commander commissioner congressman
consul controller coordinator counsel counselor counsellor delegate director emperor envoy general
governor judge justice king lady lord marshal mayor member minister negotiator observer officer
pope premier president prince princess queen representative secretary senator shah sheikh speaker
sultan admiral colonel major lieutenant brigadier commodore treasurer undersecretary
"""
HEADS = frozenset(_HEADS.split())
"""What an office is in the first place."""
_MODIFIERS = frozenset(
    "acting assistant associate deputy executive first foreign general joint permanent press prime "
    "principal private second special third under vice staff defense finance interior colonial "
    "state chief personal parliamentary science cabinet commonwealth home social".split()
)
_SHORT = {
    "amb": "ambassador", "gen": "general", "adm": "admiral", "col": "colonel", "sen": "senator",
    "sec": "secretary", "secy": "secretary", "gov": "governor", "pres": "president",
    "fonmin": "foreign minister", "primin": "prime minister", "premier": "prime minister",
    "pm": "prime minister", "min": "minister", "depsec": "deputy secretary", "lt": "lieutenant",
    "undersecretary": "under secretary", "capt": "captain", "maj": "major", "rep": "representative",
    "asst": "assistant", "chairwoman": "chairman", "congresswoman": "congressman",
    "advisor": "adviser", "counsellor": "counselor", "secretaries": "secretary",
    "ambassadors": "ambassador", "ministers": "minister", "presidents": "president",
    "generals": "general", "senators": "senator", "governors": "governor", "dept": "department",
    "messrs": "mr", "def": "defense", "sy": "secretary", "fm": "foreign minister",
    "shaikh": "sheikh", "sheik": "sheikh", "radm": "admiral", "vadm": "admiral",
    "defence": "defense", "undersecretaries": "under secretary",
}  # fmt: skip
_ALIKE = {
    "senator": ("senator", "senate"),
    "director": ("director", "administrator"),
    "administrator": ("director", "administrator"),
    "congressman": ("congressman", "representative from", "house of representatives"),
    "prime minister": ("prime minister", "premier", "head of government", "council of ministers"),
    "chairman": ("chairman",),
    "general": ("general", "army", "air force", "arvn", "roka", "commander", "chiefs of staff",
                "usaf", "marine"),
    "admiral": ("admiral", "navy", "naval", "chiefs of staff"),
    "colonel": ("colonel", "army", "air force", "military"),
    "major": ("major", "army", "military"),
    "ambassador": ("ambassador", "representative to the united nations",
                   "permanent representative", "u.s. representative", "high commissioner"),
    "foreign minister": ("foreign minister", "minister of foreign affairs", "foreign affairs",
                         "minister of external affairs", "minister for foreign affairs"),
    "foreign secretary": ("foreign secretary", "secretary of state for foreign"),
}  # fmt: skip
"""Titles by which the holders of other posts are called as well."""
_SMALL = frozenset("of the for to in and at on a an his her s by from with".split())
_SPLIT = re.compile(r"[^\W\d_]+(?:[’'.][^\W\d_]+)*")


_OBJECT = re.compile(
    r"\b(?:to|of|for|under|wife of|son of)\s+(?:the\s+)?"
    r"(?:U\.S\.\s+|Vice\s+|Prime\s+|Foreign\s+|Assistant\s+|Deputy\s+|Under\s+)*(?:President|Secretary|Minister|King|Premier|Chancellor|Director|Chairman"
    r"|Special Assistant|Attorney General|Administrator|Governor|Ambassador)\b(?!-)"
)
"""Whose man somebody is: "Assistant to the President" is no president."""


@lru_cache(maxsize=20_000)
def words_of(office: str) -> tuple[str, ...]:
    """The words of an office, folded, short forms written out."""
    found: list[str] = []
    for word in _SPLIT.findall(office):
        bare = fold_word(word.replace(".", ""))
        if word[-2:] in ("’s", "'s"):  # "the President’s Assistant" is no president
            continue
        found.extend(_SHORT.get(bare, bare).split())
    return tuple(found)


@lru_cache(maxsize=20_000)
def heads_of(office: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Each head noun with the modifiers before it: ((deputy, under), secretary)."""
    words = words_of(_OBJECT.sub(" ", office))
    found: list[tuple[tuple[str, ...], str]] = []
    for at, word in enumerate(words):
        if word not in HEADS:
            continue
        first = at
        while first and words[first - 1] in _MODIFIERS:
            first -= 1
        following = words[at + 1] if at + 1 < len(words) else ""
        if word in _MODIFIERS and following in HEADS:
            continue  # "Assistant Secretary", "General Secretary"
        found.append((tuple(w for w in words[first:at] if w != "acting"), word))
    return tuple(found)


_TO = re.compile(r"\b(?:to|and|from|with) (?=[A-Z])")


def nearest(phrase: str) -> str:
    """The last of several offices in a row: "Ambassador Vale to President" is about a president."""
    last = phrase
    for match in _TO.finditer(phrase):
        if heads_of(phrase[match.end() :]):
            last = phrase[match.end() :]
    return last


@lru_cache(maxsize=100_000)
def fit(title: str, post: str) -> float:
    """How well a post may be what a title before a name says; 0 not at all, 1 and more well.

    >>> fit("Secretary", "Secretary of State") > fit("Secretary", "Under Secretary of State")
    True
    >>> fit("Under Secretary", "Secretary of State")
    0.0
    """
    asked = heads_of(title)
    if not asked:
        return 0.0
    modifiers, head = asked[-1] if "of" not in words_of(title) else asked[0]
    best = max((_level(modifiers, head, m, h) for m, h in heads_of(post)), default=0.0)
    if not best:
        best = _called(modifiers, head, post)
    if not best:
        return 0.0
    about = {w for w in words_of(title) if w not in _SMALL and w not in HEADS | _MODIFIERS}
    held = set(words_of(post))
    return best + (0.5 * len(about & held) / len(about) if about else 0.0)


def _level(asked: tuple[str, ...], head: str, has: tuple[str, ...], post: str) -> float:
    if head != post:
        return 0.0
    if asked == has:
        return 1.0
    if head in ("general", "admiral", "colonel", "marshal", "captain"):
        return 0.9
    if (
        not asked
    ):  # "Minister Vale" for a Foreign Minister, never "Secretary" for an Under Secretary
        return 0.7 if set(has) <= _NAMING.get(head, frozenset()) else 0.0
    if set(asked) <= set(has):  # "Assistant Secretary" of a Deputy Assistant Secretary
        return 0.6
    return 0.0


_NAMING = {
    "minister": frozenset(
        "foreign prime defense finance interior deputy vice first second".split()
    ),
    "secretary": frozenset("foreign defense home colonial general first commonwealth".split()),
    "chairman": frozenset("deputy vice".split()),
    "representative": frozenset("permanent special".split()),
    "adviser": frozenset("special".split()),
    "assistant": frozenset("special".split()),
    "director": frozenset("deputy executive general".split()),
    "ambassador": frozenset("deputy".split()),
    "governor": frozenset("general".split()),
    "lord": frozenset("first".split()),
}
"""Modifiers that a title may leave out."""


def _called(asked: tuple[str, ...], head: str, post: str) -> float:
    name = " ".join([*(m for m in asked if m in ("prime", "foreign")), head])
    low = post.lower()
    return 0.5 if any(words in low for words in _ALIKE.get(name, ())) else 0.0
