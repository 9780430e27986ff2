"""What stands around a name and says whose it is: given names, titles, an office, what follows.

In: a text and a `Hit`. Out: its `Setting`. Only the words; who fits them is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from letterbook.link.names import HONORIFICS, is_initial
from letterbook.link.nicknames import GIVEN
from letterbook.link.titles import HEADS
from letterbook.mark.names import Hit, fold_word
from letterbook.mark.offices import OFFICE


@dataclass(frozen=True, slots=True)
class Setting:
    """The words around a name.

    `start`: where the name begins with its given names. `given`: those, as written, and `starts`
    where each begins. `title`: the words of an office or a title before it ("Deputy Under Secretary
    of State"), `bracketed` if the name stands in brackets after it, `before` the token right
    before. `follows`: the capitalised word right after; `owns`: "’s". `opens`: whether the name
    opens a sentence or a line. `alone`: whether it is the whole line, as a signature is.
    """

    start: int
    given: tuple[str, ...] = ()
    starts: tuple[int, ...] = ()
    title: str = ""
    follows: str = ""
    opens: bool = False
    alone: bool = False
    owns: bool = False
    bracketed: bool = False
    before: str = ""


_BACK = 120
_TOKEN = re.compile(r"\S+")
_FOLLOWS = re.compile(r"(?:[’']s)?[ \n]([^\W\d_a-z][\w’'-]*\.?)")
_OPEN = "([“\"‘'—–-/*•"
_INITIALS = re.compile(
    r"(?:[^\W\d_a-z]\.-?){1,4}|(?:[dl]e|Mc|Le)[^\W\d_a-z]\."
    r"|(?:Th|Ph|Wm|Geo|Chas|Jos|Edw|Ya|Yu|Iu|Ch|Alex)\."
)
_JOINED = frozenset("mr mrs dr amb gov gen adm miss sen".split())
_PHRASE = frozenset("of for the and to in at & on".split())
_ABBREVIATED = re.compile(
    r"(?:\b|H\.)(?:M|MM|H\.?E|H\.?M|H\.?R\.H|Amb|Gen|Adm|Col|Lt|Maj|Capt|Sen|Sec|Secy|Gov|Pres|Mr|Mrs|Ms|Dr|Messrs|Rep|Dep|Asst|Brig"
    r"|Prof|Rev|St|U\.S|U\.N|U\.K|Min|Cong|Cmdr|Radm|Vadm|Hon)\.$",
    re.I,
)


def setting(text: str, hit: Hit, given: Container[str]) -> Setting:
    """What stands around `hit`; `given`: folded words that are known to be given names."""
    base = max(0, hit.particle - _BACK)
    before = text[base : hit.particle]
    cut = _line_cut(before)
    shift = base + cut
    tokens = [(shift + m.start(), m[0]) for m in _TOKEN.finditer(before[cut:] if cut else before)]
    start, names, starts = _given_before(tokens, given, hit.particle)
    title, bracketed = _title_before(tokens)
    follows = _following(text, hit.end)
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", hit.end)
    line = text[line_start : line_end if line_end >= 0 else len(text)].strip(" .,*_0123456789[]")
    name = text[start : hit.end]
    return Setting(
        start,
        names,
        starts,
        title,
        follows,
        not tokens or _ends_sentence(tokens),
        line in (name, text[hit.start : hit.end]),
        text[hit.end : hit.end + 2] in ("’s", "'s"),
        bracketed,
        tokens[-1][1] if tokens else "",
    )


def _following(text: str, end: int) -> str:
    """The capitalised word right after a name, in its line or, after a full line, in the next."""
    match = _FOLLOWS.match(text, end)
    if not match:
        return ""
    wraps = text[match.start(1) - 1] == "\n"
    return "" if wraps and end - text.rfind("\n", 0, end) < 56 else match[1]


def _line_cut(before: str) -> int:
    """Where the words that may belong to a name begin: in its line, or a full line above it."""
    newline = before.rfind("\n")
    if newline < 0:
        return 0
    above = before.rfind("\n", 0, newline)
    return newline + 1 if newline - above < 56 else above + 1


def _given_before(
    tokens: list[tuple[int, str]], given: Container[str], start: int
) -> tuple[int, tuple[str, ...], tuple[int, ...]]:
    """Pop the given names and initials that stand right before a name off `tokens`."""
    names: list[str] = []
    starts: list[int] = []
    while tokens and len(names) < 4:
        at, token = tokens[-1]
        opened = token[:1] in _OPEN
        word = token.lstrip(_OPEN)
        if names and opened and "”" in token:
            break  # "“Jack” Vale": a nickname
        mister = word == "M."  # "M. Vale" is a Frenchman's title, "John M. Vale" is not
        if not mister and not _is_given(word.rstrip("]"), given):
            break
        if mister and (opened or len(tokens) < 2 or not _is_given(tokens[-2][1], given)):
            break
        names.insert(0, word.strip('“”"()[]'))
        start = at + len(token) - len(word)
        starts.insert(0, start)
        tokens.pop()
        if opened:
            tokens.append((at, token[: len(token) - len(word)]))
            break
    return start, tuple(names), tuple(starts)


def _is_given(word: str, given: Container[str]) -> bool:
    if not word[:1].isupper() and not word.startswith("de"):
        return False
    if is_initial(word):
        if not word.endswith("."):
            return word not in ("A", "I")
        return not _ABBREVIATED.search(word) and bool(_INITIALS.fullmatch(word))
    if word.endswith((".", ",", ";", ":", ".”", ",”", "?", "!")):
        return False
    bare = fold_word(word.strip('”")'))
    if bare in HONORIFICS:
        return bare in ("earl", "prince", "king", "major", "marshal") and bare in given
    return bare in GIVEN or bare in given


def _title_before(tokens: list[tuple[int, str]]) -> tuple[str, bool]:
    """The office that stands before a name: "the Under Secretary of State (", "Ambassador"."""
    words: list[str] = []
    bracketed = bool(tokens) and tokens[-1][1] in ("(", "[")
    for _, token in reversed(tokens):
        if not words:
            if token in ("(", "[", "“", "-", "—"):
                continue
            bare = token.rstrip(",(")
            if token.endswith(",") and not _office(bare):
                break
            token = bare
        elif token.endswith((",", ";", ":")) or (
            token.endswith(".") and not _ABBREVIATED.search(token)
        ):
            break
        word = token.lstrip(_OPEN).rpartition("/")[2]
        if fold_word(word.rpartition("-")[2].strip(".")) in _JOINED:  # "NEA—Mr. Vale"
            words.insert(0, word.rpartition("-")[2])
            break
        if not (word[:1].isupper() or word in _PHRASE or _office(word)) or len(words) > 14:
            break
        words.insert(0, word)
        if word != token:
            break
    while words and words[0] in _PHRASE:
        words.pop(0)
    phrase = " ".join(words)
    return (phrase if any(_office(w) for w in words) else ""), bracketed


def _office(word: str) -> bool:
    bare = fold_word(word.strip(".,()"))
    return bare in OFFICE or bare in HEADS or bare in HONORIFICS


def _ends_sentence(tokens: list[tuple[int, str]]) -> bool:
    if not tokens:
        return False
    last = tokens[-1][1]
    return last.endswith((".", ":", "?", "!", ".”", "—")) and not _ABBREVIATED.search(last)
