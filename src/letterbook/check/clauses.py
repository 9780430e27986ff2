"""A sentence of a brief taken apart into its claims: each clause, each item of a list, by itself.

"The talks settled the debt, the fisheries and the dam, and Averill, who had asked for all three,
resigned." claims five things. What a clause shares with those before it (who, when, did what to) is
carried over: without it "the fisheries" claims nothing.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from letterbook.check.day import days
from letterbook.check.verbs import AUXILIARY, states, verbs

Range = tuple[int, int]

_TIME = "after|before|when|as|because|since|until|although|though|while|whereas|once"
_GIVEN = "despite|in spite of|notwithstanding|following|because of|due to|owing to|as a result of"
_BORDER = re.compile(
    rf"(?P<stop>;\s+|\s[–—]\s|—)(?:(?:and|but)\s)?"
    rf"|(?P<joined>,?\s(?:and|but)(?:\s(?:then|later|also|soon|that))?\s)"
    rf"|(?P<under>,?\s(?:{_TIME})\s)"
    rf"|(?P<who>,\s(?:who|whom|whose|which|where)\s)"
    rf"|(?P<doing>,\s(?:thus |thereby )?(?=[a-z]{{2,}}ing\b))"
    rf"|(?P<among>(?:,\s|\s\()(?:including|such as|namely)\s)"
    rf"|(?P<given>,?\s(?=(?:{_GIVEN})\s))"
    rf"|(?P<series>,\s)"
)
_OPENS = re.compile(rf"(?P<under>{_TIME})\s|(?P<given>{_GIVEN})\s", re.I)
_NO_CLAUSE = frozenset("including during regarding concerning following according owing".split())
_THAT = re.compile(r"\b(?:that|whether|if|how|why)\s")
_ALONE = re.compile(r"\b(?:who|whom|whose|which|where|what)\s")
_NOT = re.compile(r"\b(?:not|never|neither|nor|without|or|both|between|either)\b|n[’']t\b", re.I)
_ITEM = re.compile(r",\s(?:and\s)?|\sand\s")
_SUBJECT = re.compile(r"(?:[A-Z]|(?:the|a|an|his|her|its|their|this|these|those|both|all|some|many"
                      r"|several|most|no|he|she|it|they|we|I|there)\b)")  # fmt: skip
_ANY = re.compile(r"[^\W\d_]")
_SERIES = re.compile(r",\s(?:and|but)\s")
_BE = re.compile(r"\b(?:is|are|was|were|be|been|has|have|had)(?:\s\w+ly)?(?:\s\w+)?$", re.I)
_LETS = re.compile(
    r"(?:saw|sees|had|made|makes|let|helped)\s(?:the\s)?(?:[A-Z][\w’'-]*\s)+[a-z]+\b"
)
_INSIDE = re.compile(r"[\"“][^\"”]*[\"”]|\([^()]*\)|\[[^\[\]]*\]")
_WORD = re.compile(r"[^\W_]{2,}")
LONGEST = 1500  # characters: beyond that a "sentence" is a table or a list
_NEAR = 8  # words from a border to the verb of the clause after it
_LEAST = 2  # words of an item, of a clause


@dataclass(frozen=True, slots=True)
class Clause:
    """One claim: where it stands in its sentence, and the stretches that are carried over to it.

    `shares`: it is said in one breath with the clause before, of the same subject.
    """

    start: int
    end: int
    carried: tuple[Range, ...] = ()
    shares: bool = False


def clauses(words: str) -> list[Clause]:
    """The claims of one sentence, in order; the sentence itself where it makes but one.

    >>> words = "Averill accepted the offer and wrote to Dolin, who never answered."
    >>> for c in clauses(words):
    ...     print([words[a:b] for a, b in c.carried], words[c.start:c.end])
    [] Averill accepted the offer
    ['Averill'] wrote to Dolin
    ['Dolin'] who never answered.
    """
    if len(words) > LONGEST:
        return [Clause(0, len(words))]
    level = _INSIDE.sub(lambda match: "x" * len(match[0]), words)
    parts = [item for clause in _cut(level) for item in _items(level, clause)]
    return parts if len(parts) > 1 else [Clause(0, len(words))]


def _cut(words: str) -> list[Clause]:
    """The clauses; a border counts only where both sides state something."""
    made: list[Clause] = []
    at, carried, shares = 0, tuple[Range, ...](), False
    borders = [*_BORDER.finditer(words)]
    if first := _leading(words):
        # what opens a sentence is said of the clause it opens, and so is held against both
        made.append(Clause(0, first[0], (_main(words, first[1], borders),)))
        at = first[1]
    for n, border in enumerate(borders):
        if border.start() < at:
            continue
        end = borders[n + 1].start() if n + 1 < len(borders) else len(words)
        how = str(border.lastgroup)
        found = _carried(words, (at, border.start()), (border.end(), end), how, carried)
        if found is None:
            continue
        made.append(Clause(at, border.start(), carried, shares))
        shares = how in ("joined", "among") and bool(found)
        at, carried = _begins(border), found
    return [*made, Clause(at, len(words), carried, shares)]


def _begins(border: re.Match[str]) -> int:
    """Where the clause begins: with its "who", "after", "despite", but without its "and"."""
    if border.lastgroup in ("joined", "stop"):
        return border.end()
    return border.end() - len(border[0].lstrip(", ("))


def _leading(words: str) -> Range | None:
    """Where a "When he came," or "Despite the war," that opens the sentence ends."""
    opens = _OPENS.match(words)
    comma = words.find(", ", opens.end()) if opens else -1
    if opens is None or comma < 0:
        return None
    inside, rest = words[opens.end() : comma], words[comma + 2 :]
    clause = opens.lastgroup == "under"
    if clause != states(inside) or len(_WORD.findall(inside)) < _LEAST or not _whole(rest):
        return None
    return comma, comma + 2


def _main(words: str, start: int, borders: Sequence[re.Match[str]]) -> Range:
    """The clause that begins at `start`, as far as the next border."""
    return start, next((b.start() for b in borders if b.start() > start), len(words))


def _whole(words: str, subject: re.Pattern[str] | None = None) -> bool:
    """Whether it begins with a subject and has its verb near."""
    if not (subject or _SUBJECT).match(words):
        return False
    found = next(verbs(words), None)
    return found is not None and len(_WORD.findall(words[: found[0]])) <= _NEAR


def _carried(
    words: str, left: Range, right: Range, how: str, before: tuple[Range, ...]
) -> tuple[Range, ...] | None:
    """What is carried over a border to the clause after it; None where it is no border."""
    said, follows = words[slice(*left)], words[slice(*right)]
    if not states(said) and not before:
        return None
    if how == "stop":
        return () if _whole(follows) else None
    if how == "series":  # "the debts were paid, the dam was built, and the crews came home"
        again = _SERIES.search(words, right[1])
        return () if again and _whole(follows, _ANY) and not days_in(said[-12:]) else None
    if how == "under":
        # "until the boats came": what orders two events is held against both
        beside = words[left[1] : right[0]].strip(" ,") in ("as", "while", "whereas")
        return (() if beside else (left,)) if _whole(follows, _ANY) else None
    if how == "given":
        # "following the talks" presupposes them; it is said of the clause it follows
        return None if states(follows) or len(_WORD.findall(follows)) < 1 + _LEAST else (left,)
    if how in ("who", "doing") and _resumes(words[right[1] :]):
        return None
    if how == "who":
        return _antecedent(words, left) if states(f"he {follows}") else None
    if how == "doing":
        gerund = follows.partition(" ")[0]
        return None if gerund in _NO_CLAUSE else _subject(words, left, before)
    if how == "among":
        return _doing(words, left, before)
    return _joined(words, left, follows, before)


def _joined(
    words: str, left: Range, follows: str, before: tuple[Range, ...]
) -> tuple[Range, ...] | None:
    """What an "and" carries: nothing to a whole clause, the subject to a mere verb."""
    said = words[slice(*left)]
    inner = _last(_THAT, said)
    held = _last(_ALONE, said)
    # "the ship that took the boats and lowered the gates", "did not come and write": whose, which?
    if held > inner or (inner and not states(said[inner:])) or _NOT.search(said):
        return None
    if _whole(follows):
        day = tuple((left[0] + a, left[0] + b) for a, b, _ in days(said) if not _named(said[:a]))
        return ((left[0], left[0] + inner),) if inner else () if days_in(follows) else day
    opening = [a for a, _ in verbs(follows, True)]
    if not any(not follows[:a].strip() or follows[:a].endswith("ly ") for a in opening):
        return None
    # "they are understood and supported by all": one "are" for both
    end = max((b for _, b in verbs(said, bool(before))), default=0)
    if _BE.search(said[:end]) and follows.split()[0].lower() not in AUXILIARY:
        return None
    return _subject(words, left, before)


def _resumes(words: str) -> bool:
    """Whether the sentence goes on after what was put in: "the King, being ill, could not come"."""
    rest = words[2:] if words.startswith(", ") else ""
    return any(not rest[:a].strip() or rest[:a].endswith("ly ") for a, _ in verbs(rest, True))


def days_in(words: str) -> bool:
    """Whether a day is named."""
    return any(True for _ in days(words))


def _named(words: str) -> bool:
    """Whether a subject stands before: a day after it belongs to its own clause."""
    return states(words)


def _last(pattern: re.Pattern[str], words: str) -> int:
    return max((m.end() for m in pattern.finditer(words)), default=0)


def _subject(words: str, left: Range, before: tuple[Range, ...]) -> tuple[Range, ...]:
    """Who acts in a clause, with its day: what stands before its verb, or is carried to it."""
    said = words[slice(*left)]
    inner = _last(_THAT, said)
    verb = next((a + inner for a, _ in verbs(said[inner:], bool(before))), 0)
    if not said[inner:verb].strip() and before:
        return before
    # "On March 6, after long talks, Averill accepted": the day, and the words next to the verb
    subject = inner + said[inner:verb].rstrip(", ").rfind(", ") + 1
    parts = [(a, b) for a, b, _ in days(said[:subject])] if not inner else [(0, inner)]
    return tuple((left[0] + a, left[0] + b) for a, b in [*parts, (subject, verb)] if a < b)


def _doing(words: str, left: Range, before: tuple[Range, ...]) -> tuple[Range, ...]:
    """Who acts, and what he does: the subject and the verb."""
    said = words[slice(*left)]
    found = list(verbs(said, bool(before)))
    told = _subject(words, left, before)
    return (*told, (left[0] + found[0][0], left[0] + found[-1][1])) if found else told


def _antecedent(words: str, left: Range) -> tuple[Range, ...]:
    """Whom ", who" means: the words before the comma, back to a verb, a comma or a preposition."""
    said = words[slice(*left)]
    back = re.compile(r",\s|\b(?:of|to|by|from|with|in|on|at|for|and|that|told|wrote)\s")
    verb = max((b for _, b in verbs(said)), default=0)
    return ((left[0] + max(_last(back, said), verb), left[1]),)


def _items(words: str, clause: Clause) -> Iterator[Clause]:
    """The clause, or the items of the list it ends with: "the debts, propaganda and the dam"."""
    borders = list(_between(words, clause))
    if not borders:
        yield clause
        return
    among = re.match(r"(?:including|such as|namely)\s", words[clause.start :])
    head = clause.carried if among else (*clause.carried, *_head(words, clause, borders))
    bounds = [(clause.start, clause.start), *borders, (clause.end, clause.end)]
    for (_, start), (end, _) in itertools.pairwise(bounds):
        first = start == clause.start
        yield Clause(start, end, clause.carried if first else head, clause.shares or not first)


def _between(words: str, clause: Clause) -> Iterator[Range]:
    """Where the items of a list part: at least three, or two that an "and" parts after a comma."""
    said = words[clause.start : clause.end]
    among = re.match(r"(?:including|such as|namely)\s", said)
    verb = among.end() if among else next((b for _, b in verbs(said, bool(clause.carried))), 0)
    dated = [(a, b) for a, b, _ in days(said)]
    found = [
        m.span() for m in _ITEM.finditer(said, verb)
        if not any(a <= m.start() < b for a, b in dated)
    ]  # fmt: skip
    if (found and said[slice(*found[-1])] != " and ") or any(
        ", and" in said[a:b] for a, b in found
    ):
        # "the debts, and religious and legal rights": the "and" after a comma parts the items
        found = [(a, b) for a, b in found if said[a] == ","]
    if not verb or len(found) < 2 or not _lists(said, verb, found) or _NOT.search(said):
        return
    yield from ((clause.start + a, clause.start + b) for a, b in found)


def _lists(said: str, verb: int, found: Sequence[Range]) -> bool:
    """Whether the parts are items: commas, one "and" before the last, and no verb in any."""
    joins = [said[a:b] for a, b in found]
    if any("and" in join for join in joins[:-1]) or "and" not in joins[-1]:
        return False
    bounds = [(verb, verb), *found, (len(said), len(said))]
    items = [said[b:a] for (_, b), (a, _) in itertools.pairwise(bounds)]
    if any(re.search(r"\bto be\b|\w(?:ed|en) by\b", item) for item in items):
        return False  # "…, the details to be worked out by the Board and the King"
    # "other powers who recognized it" is an item, "the crews came home" is none
    bare = (re.split(r"\s(?:who|which|that|whose|where)\s", item)[0] for item in items[1:])
    return all(_WORD.search(item) for item in items) and not any(states(f"the {i}") for i in bare)


def _head(words: str, clause: Clause, borders: Sequence[Range]) -> Iterator[Range]:
    """What every item is said of: all before the first one."""
    said = words[clause.start : borders[0][0]]
    last = words[borders[-1][1] : clause.end]
    found = list(verbs(said, bool(clause.carried)))
    ends = found[-1][1] if found else 0
    # "the agreement saw the Soviets promise …"
    if made := _LETS.match(said, found[-1][0] if found else 0):
        ends = made.end()
    # "sought to limit …, boost … and bring …", "promised paying … and granting …"
    if to := re.search(r"\bto\s(?=[a-z]+\s)", said[ends:]):
        ends += to.end()
    elif re.match(r"[a-z]+ing\b", last) and (doing := re.search(r"\b[a-z]+ing\b", said[ends:])):
        ends += doing.start()
    if ends:
        yield clause.start, clause.start + ends
