"""Lists of persons, entry by entry: "Vale, Clement R. (“Tub”), Consul at Orvane until May 1931".

In: one entry of a list as the editors print it. Out: a `Person` with the forms of the name, the
given names, the offices with their days, or the entry that it points to ("Tu, see Vo Van Tu").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from letterbook.link.forms import Form, forms_of
from letterbook.link.names import (
    BY_GIVEN,
    ENDINGS,
    HONORIFICS,
    WOMEN,
    given_words,
    is_initial,
)
from letterbook.link.tenures import Post, posts
from letterbook.mark.names import WORD, Words, fold_word, fold_words
from letterbook.mark.offices import CROWNS, OFFICE, PARTICLES, RANKS
from letterbook.text import squeeze

AUTHORITY = "authority"
"""The list of whoever is known anyhow; who stands only there is no party of a record."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person as a list, a heading or an authority knows him.

    `listed` is the list he stands in: two entries of one list are two persons.
    `refs` are his ids elsewhere.
    `label` is the name for reading, `given` his given names and initials, folded; `titles` those
    the entry gives ("gen", "sir"); `see` the name of the entry that this one points to.
    """

    id: str
    label: str
    surname: str
    given: Words
    forms: tuple[Form, ...]
    titles: frozenset[str] = frozenset()
    posts: tuple[Post, ...] = ()
    see: str = ""
    listed: str = ""
    refs: tuple[str, ...] = ()

    @property
    def woman(self) -> bool:
        """Whether the entry gives a woman's title."""
        return bool(self.titles & WOMEN)


_SEE = re.compile(r"[,.;(]?\s*\b[Ss]ee(?: also)?\s+(?P<to>[^;]+?)[).\s]*$")
_ASIDE = re.compile(r"\(([^()]*)\)")
_QUOTED = re.compile(r"[“\"]([^”\"]+?),?[”\"]")
_NOT_A_NAME = re.compile(
    r"^(?:from|until|after|also|later|born|code|promoted|see|sometimes|called)\b|\d", re.I
)
_GIVEN_LIKE = re.compile(r"[^\W\d_a-z][^\W\d_]*(?:[-’'‘.][^\W\d_]*)*\.?")


def person(id: str, entry: str, listed: str = "") -> Person:
    """The person of one entry of the list called `listed`.

    >>> vale = person("p1", "Vale, Clement R. (“Tub”), Consul at Orvane until May 1931")
    >>> vale.given, vale.surname, vale.posts[0].office, vale.posts[0].last.isoformat()
    (('clement', 'r', 'tub'), 'Vale', 'Consul at Orvane', '1931-05-31')
    """
    entry = squeeze(entry).replace(" ,", ",")
    see = _SEE.search(entry)
    entry = entry[: see.start()] if see else entry
    head, aside = _take(_ASIDE, entry.split(",")[0] if "(" not in entry else _head(entry))
    surname, titles = _split(head)
    rest = entry[len(_head(entry)) :].lstrip(" ,")
    asides = _ASIDE.findall(_head(rest))
    turned = len(surname) > 1 and surname[-1].endswith(".")  # "Farr Amos N.", no comma
    given, more, rest = ([], set(), rest) if turned else _given(rest, len(surname) > 1)
    nick, rest = _nickname(rest)
    titles |= more
    if turned:
        surname, given = surname[:1], surname[1:]
    names = given_words(" ".join(given)) + fold_words(nick)
    aliases = _aliases(aside, surname)
    aliases += [WORD.findall(a) for a in asides if _is_alias(a, surname)]
    return Person(
        id,
        " ".join([*given, *surname]),
        " ".join(surname),
        names,
        forms_of(surname, given, aliases),
        frozenset(titles & BORNE),
        posts(rest),
        see["to"].strip() if see else "",
        listed,
    )


def _is_alias(aside: str, surname: list[str]) -> bool:
    """Whether brackets after the given names hold another name of his: "Lord Selm", "Tan Lipo"."""
    words = aside.split()
    titled = len(words) > 1 and fold_word(words[0]) in ("lord", "earl", "viscount", "baron")
    return titled or words[:1] == surname[:1] or ("-" in aside and not _NOT_A_NAME.search(aside))


def _head(entry: str) -> str:
    """Up to the first comma that stands in no bracket."""
    depth = 0
    for at, sign in enumerate(entry):
        depth += (sign == "(") - (sign == ")")
        if sign == "," and depth <= 0:
            return entry[:at]
    return entry


def _take(pattern: re.Pattern[str], words: str) -> tuple[str, list[str]]:
    """`words` without what the pattern finds, and what it found."""
    return squeeze(pattern.sub(" ", words)), pattern.findall(words)


def _split(head: str) -> tuple[list[str], set[str]]:
    """Words of the surname and the titles that stand with it: "Shah, King" keeps no king."""
    tokens = [t.strip(".,;:") if not is_initial(t) else t for t in head.split()]
    titles = {fold_word(t) for t in tokens if fold_word(t) in HONORIFICS} if len(tokens) > 1 else []
    kept = [t for t in tokens if t and (fold_word(t) not in titles or fold_word(t) in _NAMELIKE)]
    return kept or tokens or [head], set(titles) - _NAMELIKE


BORNE = (
    RANKS | CROWNS | WOMEN | BY_GIVEN | frozenset("general admiral colonel major dr earl".split())
)
"""Titles that stay with a person whatever office he holds."""
_NAMELIKE = frozenset("shah khan tunku prince king pope queen u".split())


def _given(rest: str, whole: bool) -> tuple[list[str], set[str], str]:
    """Given names, titles, and the rest, from what follows the surname.

    `whole`: the head was more than one word, so that no given name need follow.
    """
    segment = _head(rest)
    words, asides = _take(_ASIDE, segment)
    words, quoted = _take(_QUOTED, words)
    tokens = words.split()
    titles: set[str] = set()
    while tokens and fold_word(tokens[0].strip(".")) in HONORIFICS | {"rear", "earl"}:
        if fold_word(tokens[0]) in _NAMELIKE | {"earl"} and len(tokens) > 1 and tokens[1] != "of":
            break  # "Farr, Earl H."
        titles.add(fold_word(tokens.pop(0).strip(".")))
    tokens = [t for t in tokens if fold_word(t.strip(".")) not in ENDINGS]
    tokens = [] if tokens == ["of"] else tokens  # "Earl of"
    if not _names(tokens, whole):
        return (_aside_names(asides) if titles and not tokens else []), titles, rest
    called = [a.strip('“”" ') for a in [*asides, *quoted]]
    nicks = [a for a in called if not _NOT_A_NAME.search(a) and " " not in a]
    after = rest[len(segment) :].lstrip(" ,")
    while fold_word(_head(after).strip(" .")) in ENDINGS:
        after = after[len(_head(after)) :].lstrip(" ,")
    return (
        [*tokens, *(w for n in nicks for w in n.split() if _GIVEN_LIKE.fullmatch(w))],
        titles,
        after,
    )


def _aside_names(asides: list[str]) -> list[str]:
    """ "Home, Lord (Alexander Frederick)": the brackets hold the given names."""
    words = asides[0].split() if asides and not _NOT_A_NAME.search(asides[0]) else []
    return words if words and all(_GIVEN_LIKE.fullmatch(w) for w in words) else []


def _names(tokens: list[str], whole: bool) -> bool:
    """Whether these are given names and no office: "Clement R.", not "Korean Ambassador"."""
    if not 0 < len(tokens) <= 5:
        return False
    for token in tokens:
        bare = fold_word(token.strip(".,"))
        if token.lower() in PARTICLES:
            continue
        if re.fullmatch(r"[IVX]{2,}", token):
            return False  # "Hamar IX" is a whole name
        if not _GIVEN_LIKE.fullmatch(token) and not is_initial(token):
            return False
        if bare in OFFICE and not (
            bare in ("dean", "earl", "prince", "marshal") and len(tokens) < 4
        ):
            return False
        if token.isupper() and len(token.strip(".")) > 3 and "." not in token:
            return False  # "ARVN", "USAF"
    return not (whole and any(t.lower() in ("of", "the") for t in tokens))


def _nickname(rest: str) -> tuple[str, str]:
    """ "“Jimmy,” President of …": a nickname that follows the given names."""
    match = re.match(r"[“\"]([^”\"]+?),?[”\"],?\s*", rest)
    return (match[1], rest[match.end() :]) if match else ("", rest)


def _aliases(asides: list[str], surname: list[str]) -> list[list[str]]:
    """Other names in brackets after the surname: spellings, nicknames, another romanization."""
    aliases: list[list[str]] = []
    for aside in asides:
        quoted = _QUOTED.findall(aside)
        if not quoted and (_NOT_A_NAME.search(aside) or aside.startswith(f"{surname[0]},")):
            continue
        aliases.extend(WORD.findall(name) for name in quoted or re.split(r"[,;]| or ", aside))
    return [a for a in aliases if a and a[0][:1].isupper()]
